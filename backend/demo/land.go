package demo

import (
	"math"

	"github.com/paulmach/orb"
)

// The city is laid out on a drawing board, where streets are straight, the river runs along y = 0 and every cell between
// streets is convex; land.bend then bends the board so that streets follow the river and grids meet at odd angles. Distances
// on the board are metres give or take a quarter; whatever needs right angles (lots, buildings) is made after the bend.
type land struct {
	halfX, halfY float64 // half extent of the board
	phase        [6]float64
	cos, sin     float64
}

const (
	// bankRoad is the distance on the board from the middle of the river to the middle of the roads along its banks.
	bankRoad = 108
	// meander is how far from the river its bends are felt.
	meander = 2300
	// baseEstates is the district for which extents below are given.
	baseEstates = 420
)

// The middle of the made-up district, in degrees.
const (
	middleLon = 117.25
	middleLat = 39.11
)

func newLand(estates int, r *random) *land {
	const fewest = 60 // the streets of a smaller district would not hold a story
	k := math.Sqrt(float64(max(estates, fewest)) / baseEstates)
	l := &land{halfX: 4450 * k, halfY: 3100 * k}
	for i := range l.phase {
		l.phase[i] = r.between(0, 2*math.Pi)
	}
	tilt := r.between(-0.3, -0.1)
	l.cos, l.sin = math.Cos(tilt), math.Sin(tilt)
	return l
}

// bend takes a place on the drawing board to metres east and north of the middle. It is one-to-one: the shears it adds stay
// below 0.75 in y along x, below 0.4 in y along y and below 0.25 in x along y.
func (l *land) bend(p point) point {
	s := p.y / meander
	near := 1 / ((1 + s*s) * (1 + s*s))
	bends := 620*math.Sin(p.x/1500+l.phase[0]) + 130*math.Sin(p.x/640+l.phase[1])
	x := p.x + 130*math.Sin(p.y/950+l.phase[2]) + 70*math.Sin(p.y/1800-p.x/2600+l.phase[3])
	y := p.y + bends*near + 110*math.Sin(p.x/1700+l.phase[4]) + 45*math.Sin(p.x/900+p.y/1100+l.phase[5])
	return point{x*l.cos - y*l.sin, x*l.sin + y*l.cos}.snapped()
}

// slope returns the images of the two board directions at p.
func (l *land) slope(p point) (dx, dy point) {
	o := l.bend(p)
	return l.bend(point{p.x + 10, p.y}).sub(o).scale(0.1), l.bend(point{p.x, p.y + 10}).sub(o).scale(0.1)
}

// unbend returns the board direction whose image at p is the direction d.
func (l *land) unbend(p, d point) point {
	dx, dy := l.slope(p)
	k := dx.cross(dy)
	return point{d.cross(dy) / k, dx.cross(d) / k}.unit()
}

// path bends a line on the board, with a point at least every step metres.
func (l *land) path(line []point, step float64) []point {
	var out []point
	for i := range line {
		if i == 0 {
			out = append(out, l.bend(line[0]))
			continue
		}
		a, b := line[i-1], line[i]
		n := max(1, int(math.Round(a.distance(b)/step)))
		for j := 1; j <= n; j++ {
			out = append(out, l.bend(a.towards(b, float64(j)/float64(n))))
		}
	}
	return out
}

// Metres in a degree at the middle of the district, on the CGCS2000 ellipsoid.
const (
	metresPerLon = 86492.114
	metresPerLat = 111017.581
)

// lonLat places metres east and north of the middle on the earth, with seven decimals (1 cm).
func lonLat(p point) orb.Point {
	return orb.Point{
		math.Round((middleLon+p.x/metresPerLon)*1e7) / 1e7,
		math.Round((middleLat+p.y/metresPerLat)*1e7) / 1e7,
	}
}

func lonLatRing(p polygon) orb.Ring {
	ring := make(orb.Ring, 0, len(p)+1)
	for _, a := range p {
		ring = append(ring, lonLat(a))
	}
	return append(ring, ring[0])
}

func lonLatLine(path []point) orb.LineString {
	line := make(orb.LineString, len(path))
	for i, a := range path {
		line[i] = lonLat(a)
	}
	return line
}
