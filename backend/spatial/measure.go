package spatial

import (
	"math"

	"github.com/paulmach/orb"
)

// Area returns the area of a shape in the plane, in the square of its unit: shells less holes, whatever their winding.
func Area(mp orb.MultiPolygon) float64 {
	var sum float64
	for _, polygon := range mp {
		for i, ring := range polygon {
			area, _, _ := ringMoments(ring, orb.Point{})
			if i == 0 {
				sum += math.Abs(area)
			} else {
				sum -= math.Abs(area)
			}
		}
	}
	return sum
}

// Centroid returns the centre of area of a shape in the plane; of one without area the centre of its edges, of one without
// length its first point, of an empty one the origin.
func Centroid(mp orb.MultiPolygon) orb.Point {
	origin, ok := firstPoint(mp)
	if !ok {
		return orb.Point{}
	}
	var area, mx, my float64
	for _, polygon := range mp {
		for i, ring := range polygon {
			a, x, y := ringMoments(ring, origin)
			if (a < 0) == (i == 0) {
				a, x, y = -a, -x, -y
			}
			area, mx, my = area+a, mx+x, my+y
		}
	}
	if area > 0 {
		return orb.Point{origin[0] + mx/area, origin[1] + my/area}
	}
	var length float64
	mx, my = 0, 0
	for _, polygon := range mp {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				p, q := ring[i-1], ring[i]
				l := math.Hypot(q[0]-p[0], q[1]-p[1])
				length += l
				mx += l * ((p[0]-origin[0])/2 + (q[0]-origin[0])/2)
				my += l * ((p[1]-origin[1])/2 + (q[1]-origin[1])/2)
			}
		}
	}
	if length > 0 {
		return orb.Point{origin[0] + mx/length, origin[1] + my/length}
	}
	return origin
}

func firstPoint(mp orb.MultiPolygon) (orb.Point, bool) {
	for _, polygon := range mp {
		for _, ring := range polygon {
			if len(ring) > 0 {
				return ring[0], true
			}
		}
	}
	return orb.Point{}, false
}

// ringMoments returns the signed area of a ring, > 0 counter-clockwise, and its first moments about origin.
func ringMoments(ring orb.Ring, origin orb.Point) (area, mx, my float64) {
	if len(ring) < 3 {
		return 0, 0, 0
	}
	// Fans from the first point: the terms are as small as the ring, not as its distance from the origin.
	o := ring[0]
	for i := 2; i < len(ring); i++ {
		ax, ay := ring[i-1][0]-o[0], ring[i-1][1]-o[1]
		bx, by := ring[i][0]-o[0], ring[i][1]-o[1]
		cross := ax*by - bx*ay
		area += cross
		mx += cross * (ax + bx)
		my += cross * (ay + by)
	}
	area /= 2
	return area, mx/6 + area*(o[0]-origin[0]), my/6 + area*(o[1]-origin[1])
}
