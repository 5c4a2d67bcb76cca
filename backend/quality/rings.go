package quality

import (
	"math"
	"slices"

	"estateatlas/backend/overlay"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// mendRings gives an invalid boundary the shape that it certainly means, or refuses: every ring is cut into loops where it meets
// itself, loops without area are dropped, a loop in a loop is a hole; what lies in a hole is outside; parts are joined. A ring that
// crosses itself is refused where its largest loop is not nearly all of it, for then nobody knows which side is meant. What comes
// out is valid by spatial.Check, or nothing does.
func mendRings(mp orb.MultiPolygon) (orb.MultiPolygon, bool) {
	var whole orb.MultiPolygon
	for _, polygon := range mp {
		var part orb.MultiPolygon
		for i, ring := range polygon {
			area, ok := ringGround(ring)
			if !ok {
				return nil, false
			}
			var err error
			switch {
			case i == 0:
				part = area
			case len(area) > 0 && len(part) > 0:
				part, err = overlay.Difference(part, area)
			}
			if err != nil {
				return nil, false
			}
		}
		if len(whole) == 0 {
			whole = part
			continue
		}
		if len(part) == 0 {
			continue
		}
		joined, err := overlay.Union(whole, part)
		if err != nil {
			return nil, false
		}
		whole = joined
	}
	if len(whole) == 0 {
		return nil, false
	}
	spatial.Normalize(whole)
	return whole, spatial.Check(whole) == nil
}

// mostRingPoints bounds the search for crossings, which looks at all pairs of edges.
const mostRingPoints = 5_000

// ringGround is what a ring encloses, nothing for one without area. Not ok: it cannot be told.
func ringGround(ring orb.Ring) (orb.MultiPolygon, bool) {
	points := slices.Clone(ring)
	for _, p := range points {
		if !finite(p) {
			return nil, false
		}
	}
	if n := len(points); n > 0 && points[0] != points[n-1] {
		points = append(points, points[0])
	}
	if points = slices.Compact(points); len(points) > mostRingPoints {
		return nil, false
	}
	if alone := (orb.MultiPolygon{{points}}); len(points) > 3 && spatial.Check(alone) == nil {
		spatial.Normalize(alone)
		return alone, true
	}
	points, crossed := withCrossings(points)
	loops := loopsOf(points)
	if len(loops) == 0 {
		return nil, true
	}
	areas := make([]float64, len(loops))
	var all, largest float64
	for i, loop := range loops {
		areas[i] = math.Abs(twiceArea(loop))
		all, largest = all+areas[i], max(largest, areas[i])
	}
	if crossed && largest < loopShare*all {
		return nil, false
	}
	return nest(loops, areas), true
}

// withCrossings puts a point into both edges wherever two edges of a ring cross, and the points that lie on an edge into it.
func withCrossings(ring orb.Ring) (out orb.Ring, crossed bool) {
	n := len(ring) - 1
	type on struct {
		t float64
		p orb.Point
	}
	within := make([][]on, n)
	for i := range n {
		a, b := ring[i], ring[i+1]
		for k := range n {
			c, d := ring[k], ring[k+1]
			if max(c[0], d[0]) < min(a[0], b[0]) || min(c[0], d[0]) > max(a[0], b[0]) || max(c[1], d[1]) < min(a[1], b[1]) || min(c[1], d[1]) > max(a[1], b[1]) {
				continue
			}
			if c != a && c != b && turn(a, b, c) == 0 && between2(a, b, c) {
				within[i] = append(within[i], on{along(a, b, c), c})
			}
			if k <= i+1 || i == 0 && k == n-1 {
				continue
			}
			if turn(a, b, c)*turn(a, b, d) < 0 && turn(c, d, a)*turn(c, d, b) < 0 {
				crossed = true
				s := ((c[0]-a[0])*(d[1]-c[1]) - (c[1]-a[1])*(d[0]-c[0])) / ((b[0]-a[0])*(d[1]-c[1]) - (b[1]-a[1])*(d[0]-c[0]))
				p := orb.Point{a[0] + s*(b[0]-a[0]), a[1] + s*(b[1]-a[1])}
				within[i] = append(within[i], on{along(a, b, p), p})
				within[k] = append(within[k], on{along(c, d, p), p})
			}
		}
	}
	for i := range n {
		out = append(out, ring[i])
		slices.SortStableFunc(within[i], func(x, y on) int {
			switch {
			case x.t < y.t:
				return -1
			case x.t > y.t:
				return 1
			}
			return 0
		})
		for _, w := range within[i] {
			out = append(out, w.p)
		}
	}
	return slices.Compact(append(out, ring[0])), crossed
}

func turn(a, b, p orb.Point) float64 {
	switch v := (b[0]-a[0])*(p[1]-a[1]) - (b[1]-a[1])*(p[0]-a[0]); {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

func between2(a, b, p orb.Point) bool {
	return min(a[0], b[0]) <= p[0] && p[0] <= max(a[0], b[0]) && min(a[1], b[1]) <= p[1] && p[1] <= max(a[1], b[1])
}

func along(a, b, p orb.Point) float64 { return (p[0]-a[0])*(b[0]-a[0]) + (p[1]-a[1])*(b[1]-a[1]) }

// loopsOf walks a closed ring and cuts off a loop whenever it comes back to a point where it has been. Loops without area are dropped.
func loopsOf(ring orb.Ring) []orb.Ring {
	var loops []orb.Ring
	var path orb.Ring
	at := make(map[orb.Point]int)
	for _, p := range ring {
		from, been := at[p]
		if !been {
			at[p] = len(path)
			path = append(path, p)
			continue
		}
		if loop := append(slices.Clone(path[from:]), p); len(loop) > 3 && twiceArea(loop) != 0 {
			loops = append(loops, loop)
		}
		for _, q := range path[from+1:] {
			delete(at, q)
		}
		path = path[:from+1]
	}
	return loops
}

// nest makes areas of loops that do not cross: one that lies in an odd number of others is a hole of the smallest of them.
func nest(loops []orb.Ring, areas []float64) orb.MultiPolygon {
	depth, parent := make([]int, len(loops)), make([]int, len(loops))
	for i, loop := range loops {
		parent[i] = -1
		for k, other := range loops {
			if k == i || areas[k] <= areas[i] || !insideOf(loop, other) {
				continue
			}
			depth[i]++
			if parent[i] < 0 || areas[k] < areas[parent[i]] {
				parent[i] = k
			}
		}
	}
	var out orb.MultiPolygon
	part := make(map[int]int)
	for i, loop := range loops {
		if depth[i]%2 == 0 {
			part[i] = len(out)
			out = append(out, orb.Polygon{loop})
		}
	}
	for i, loop := range loops {
		if depth[i]%2 == 1 {
			p := part[parent[i]]
			out[p] = append(out[p], loop)
		}
	}
	spatial.Normalize(out)
	return out
}

// insideOf reports whether a loop lies in another that it does not cross: by the middle of an edge that is not the other's.
func insideOf(loop, other orb.Ring) bool {
	for i := 1; i < len(loop); i++ {
		mid := orb.Point{(loop[i-1][0] + loop[i][0]) / 2, (loop[i-1][1] + loop[i][1]) / 2}
		on, in := false, false
		for k := 1; k < len(other); k++ {
			a, b := other[k-1], other[k]
			if turn(a, b, mid) == 0 && between2(a, b, mid) {
				on = true
				break
			}
			if (a[1] > mid[1]) != (b[1] > mid[1]) && (turn(a, b, mid) > 0) == (b[1] > a[1]) {
				in = !in
			}
		}
		if !on {
			return in
		}
	}
	return false
}
