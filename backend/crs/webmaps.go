package crs

import (
	"math"

	"github.com/paulmach/orb"
)

// GCJ-02 and BD-09 are the shifted coordinates of Chinese web maps. Their formulas are not official; these are the ones in common
// use (wandergis/coordtransform), on the ellipsoid of Krasovsky. They are turned back on the user's word only: nothing in numbers
// tells a shifted place from a true one.

const (
	krasovskyA  = 6378245.0
	krasovskyE2 = 0.00669342162296594323
	bdAngle     = math.Pi * 3000 / 180
)

// outOfChina: the shift is applied in this box only.
func outOfChina(p orb.Point) bool {
	return p[0] < 73.66 || p[0] > 135.05 || p[1] < 3.86 || p[1] > 53.55
}

// shift is how far GCJ-02 moves a place, degrees.
func shift(p orb.Point) (lon, lat float64) {
	x, y := p[0]-105, p[1]-35
	waves := func(v float64, parts ...float64) float64 {
		sum := 0.0
		for i := 0; i < len(parts); i += 2 {
			sum += parts[i] * math.Sin(v*math.Pi*parts[i+1])
		}
		return sum * 2 / 3
	}
	root := math.Sqrt(math.Abs(x))
	lat = -100 + 2*x + 3*y + 0.2*y*y + 0.1*x*y + 0.2*root + waves(x, 20, 6, 20, 2) + waves(y, 20, 1, 40, 1.0/3) + waves(y, 160, 1.0/12, 320, 1.0/30)
	lon = 300 + x + 2*y + 0.1*x*x + 0.1*x*y + 0.1*root + waves(x, 20, 6, 20, 2) + waves(x, 20, 1, 40, 1.0/3) + waves(x, 150, 1.0/12, 300, 1.0/30)
	phi := p[1] * math.Pi / 180
	w := 1 - krasovskyE2*math.Sin(phi)*math.Sin(phi)
	lat = lat * 180 / (krasovskyA * (1 - krasovskyE2) / (w * math.Sqrt(w)) * math.Pi)
	lon = lon * 180 / (krasovskyA / math.Sqrt(w) * math.Cos(phi) * math.Pi)
	return lon, lat
}

func toGCJ02(p orb.Point) orb.Point {
	if outOfChina(p) {
		return p
	}
	lon, lat := shift(p)
	return orb.Point{p[0] + lon, p[1] + lat}
}

// fromGCJ02 finds the place whose shift leads to p, to 1e-11 degrees: the shift changes slowly, so a few steps do.
func fromGCJ02(p orb.Point) orb.Point {
	if outOfChina(p) {
		return p
	}
	at := p
	for range 30 {
		lon, lat := shift(at)
		next := orb.Point{p[0] - lon, p[1] - lat}
		if math.Abs(next[0]-at[0]) < 1e-12 && math.Abs(next[1]-at[1]) < 1e-12 {
			return next
		}
		at = next
	}
	return at
}

func bd09FromGCJ02(p orb.Point) orb.Point {
	r := math.Hypot(p[0], p[1]) + 0.00002*math.Sin(p[1]*bdAngle)
	a := math.Atan2(p[1], p[0]) + 0.000003*math.Cos(p[0]*bdAngle)
	return orb.Point{r*math.Cos(a) + 0.0065, r*math.Sin(a) + 0.006}
}

// gcj02FromBD09 is the published inverse, good to about a metre.
func gcj02FromBD09(p orb.Point) orb.Point {
	x, y := p[0]-0.0065, p[1]-0.006
	r := math.Hypot(x, y) - 0.00002*math.Sin(y*bdAngle)
	a := math.Atan2(y, x) - 0.000003*math.Cos(x*bdAngle)
	return orb.Point{r * math.Cos(a), r * math.Sin(a)}
}
