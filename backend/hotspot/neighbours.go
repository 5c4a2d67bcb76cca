package hotspot

import (
	"math"
	"slices"
)

// Point is a place in the metric frame, in metres.
type Point [2]float64

// Neighbours visits the neighbours of a place in ascending order, without the place itself. Being neighbours goes both ways.
type Neighbours func(place int, visit func(neighbour int))

// Listed returns neighbours that are listed, each list ascending.
func Listed(lists [][]int32) Neighbours {
	return func(place int, visit func(int)) {
		for _, n := range lists[place] {
			visit(int(n))
		}
	}
}

// WithinBand makes neighbours of all points at most bandM metres apart, itself included.
func WithinBand(points []Point, bandM float64) Neighbours {
	g := newGrid(points, bandM)
	return func(place int, visit func(int)) {
		at := points[place]
		var found []int
		g.around(at, 1, func(other int32) {
			if int(other) != place && distance2(at, points[other]) <= bandM*bandM {
				found = append(found, int(other))
			}
		})
		slices.Sort(found) // sums of the same numbers in the same order, however the grid lies
		for _, n := range found {
			visit(n)
		}
	}
}

// capM is the widest default band: what lies two kilometres apart is not one place.
const capM = 2000

// DefaultBand returns the distance within which 95 of 100 points have a neighbour, at most 2,000 m: with the n distances to
// the nearest neighbour sorted, the one at place ceil(0.95 n). It is 0 for fewer than two points.
func DefaultBand(points []Point) float64 {
	n := len(points)
	if n < 2 {
		return 0
	}
	nearest := nearestDistances(points)
	slices.Sort(nearest)
	at := (95*n + 99) / 100 // ceil, in whole numbers: 0.95 × 20 must not become 20
	return min(nearest[at-1], capM)
}

// nearestDistances returns for each point how far the nearest other one is, in metres.
func nearestDistances(points []Point) []float64 {
	low, high := points[0], points[0]
	for _, p := range points {
		low = Point{min(low[0], p[0]), min(low[1], p[1])}
		high = Point{max(high[0], p[0]), max(high[1], p[1])}
	}
	// About two points a cell; points on one line or one spot still get cells of some size.
	side := max(math.Sqrt((high[0]-low[0])*(high[1]-low[1])*2/float64(len(points))), max(high[0]-low[0], high[1]-low[1])/1000, 1)
	g := newGrid(points, side)
	reach := 2 + int(max(high[0]-low[0], high[1]-low[1])/side)
	out := make([]float64, len(points))
	for i, p := range points {
		best := math.Inf(1)
		// What lies in a ring of cells is at least ring − 1 cells away.
		for ring := 0; ring <= reach && float64(ring-1)*side < math.Sqrt(best); ring++ {
			g.ring(p, ring, func(other int32) {
				if int(other) != i {
					best = min(best, distance2(p, points[other]))
				}
			})
		}
		out[i] = math.Sqrt(best)
	}
	return out
}

func distance2(a, b Point) float64 {
	dx, dy := a[0]-b[0], a[1]-b[1]
	return dx*dx + dy*dy
}

// grid finds points by square cells.
type grid struct {
	side  float64
	cells map[[2]int32][]int32
}

func newGrid(points []Point, side float64) *grid {
	g := &grid{side: max(side, 1e-6), cells: make(map[[2]int32][]int32, len(points))}
	for i, p := range points {
		c := g.cell(p)
		g.cells[c] = append(g.cells[c], int32(i))
	}
	return g
}

func (g *grid) cell(p Point) [2]int32 {
	return [2]int32{int32(math.Floor(p[0] / g.side)), int32(math.Floor(p[1] / g.side))}
}

// around visits the points of the cells at most reach cells away.
func (g *grid) around(p Point, reach int32, visit func(int32)) {
	for r := int32(0); r <= reach; r++ {
		g.ring(p, int(r), visit)
	}
}

// ring visits the points of the cells exactly so many cells away.
func (g *grid) ring(p Point, ring int, visit func(int32)) {
	c, r := g.cell(p), int32(ring)
	for y := c[1] - r; y <= c[1]+r; y++ {
		step := max(1, 2*r)
		if y == c[1]-r || y == c[1]+r {
			step = 1
		}
		for x := c[0] - r; x <= c[0]+r; x += step {
			for _, i := range g.cells[[2]int32{x, y}] {
				visit(i)
			}
		}
	}
}
