package spatial_test

import (
	"math"
	"slices"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// starRing is a ring of n corners around a centre, simple by construction, with radii between least and most.
func starRing(t *rapid.T, label string, cx, cy, least, most float64, n int) orb.Ring {
	turn := rapid.Float64Range(0, 2*math.Pi).Draw(t, label+" turn")
	ring := make(orb.Ring, 0, n+1)
	for i := range n {
		r := rapid.Float64Range(least, most).Draw(t, label+" radius")
		sin, cos := math.Sincos(turn + 2*math.Pi*float64(i)/float64(n))
		ring = append(ring, orb.Point{cx + r*cos, cy + r*sin})
	}
	return append(ring, ring[0])
}

// starShape is one or two stars beside each other, at times with a hole.
func starShape(t *rapid.T, label string, spread float64) orb.MultiPolygon {
	cx := rapid.Float64Range(-spread, spread).Draw(t, label+" x")
	cy := rapid.Float64Range(-spread, spread).Draw(t, label+" y")
	size := rapid.Float64Range(1, spread/2+2).Draw(t, label+" size")
	corners := rapid.OneOf(rapid.IntRange(3, 12), rapid.IntRange(3, 80))
	var mp orb.MultiPolygon
	for part := range rapid.IntRange(1, 2).Draw(t, label+" parts") {
		x := cx + float64(part)*2.5*size
		polygon := orb.Polygon{starRing(t, label, x, cy, size/2, size, corners.Draw(t, label+" corners"))}
		if rapid.Bool().Draw(t, label+" hole") {
			// The polygon of n corners with radii of at least s/2 holds the circle of radius s/2·cos(π/n) ≥ s/4.
			hole := starRing(t, label+" hole", x, cy, size/20, size/5, 5)
			slices.Reverse(hole)
			polygon = append(polygon, hole)
		}
		mp = append(mp, polygon)
	}
	return mp
}

// gridShape is a rectangle, triangle or frame with small whole coordinates: shapes that touch in corners and along edges,
// overlap, hold each other and coincide.
func gridShape(t *rapid.T, label string) orb.MultiPolygon {
	at := func(name string, low, high int) float64 {
		return float64(rapid.IntRange(low, high).Draw(t, label+" "+name))
	}
	x, y, w, h := at("x", 0, 8), at("y", 0, 8), at("w", 1, 6), at("h", 1, 6)
	box := orb.Ring{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}}
	switch at("kind", 0, 3) {
	case 0:
		return orb.MultiPolygon{{{{x, y}, {x + w, y}, {x + at("tip", 0, 3), y + h}, {x, y}}}}
	case 1:
		if w > 2 && h > 2 {
			hole := orb.Ring{{x + 1, y + 1}, {x + 1, y + h - 1}, {x + w - 1, y + h - 1}, {x + w - 1, y + 1}, {x + 1, y + 1}}
			return orb.MultiPolygon{{box, hole}}
		}
	case 2:
		return orb.MultiPolygon{{box}, {{{x + w, y + h}, {x + w + 2, y + h}, {x + w + 1, y + h + 2}, {x + w, y + h}}}}
	}
	return orb.MultiPolygon{{box}}
}

// plainDistance measures by looking at all pairs of edges and at which shape holds which. It is the oracle: slow, and written
// without what Distance uses.
func plainDistance(a, b orb.MultiPolygon) float64 {
	if plainHolds(a, b) || plainHolds(b, a) {
		return 0
	}
	least := math.Inf(1)
	for _, ea := range edgesOf(a) {
		for _, eb := range edgesOf(b) {
			if plainMeet(ea, eb) {
				return 0
			}
			for _, d := range []float64{toSegment(ea[0], eb), toSegment(ea[1], eb), toSegment(eb[0], ea), toSegment(eb[1], ea)} {
				least = min(least, d)
			}
		}
	}
	return least
}

type segment [2]orb.Point

func edgesOf(mp orb.MultiPolygon) []segment {
	var all []segment
	for _, polygon := range mp {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				all = append(all, segment{ring[i-1], ring[i]})
			}
		}
	}
	return all
}

func cross(o, a, b orb.Point) float64 {
	return (a[0]-o[0])*(b[1]-o[1]) - (a[1]-o[1])*(b[0]-o[0])
}

// plainMeet is exact for whole numbers.
func plainMeet(a, b segment) bool {
	on := func(p orb.Point, s segment) bool {
		return cross(s[0], s[1], p) == 0 && min(s[0][0], s[1][0]) <= p[0] && p[0] <= max(s[0][0], s[1][0]) &&
			min(s[0][1], s[1][1]) <= p[1] && p[1] <= max(s[0][1], s[1][1])
	}
	if on(a[0], b) || on(a[1], b) || on(b[0], a) || on(b[1], a) {
		return true
	}
	return cross(a[0], a[1], b[0])*cross(a[0], a[1], b[1]) < 0 && cross(b[0], b[1], a[0])*cross(b[0], b[1], a[1]) < 0
}

func toSegment(p orb.Point, s segment) float64 {
	dx, dy := s[1][0]-s[0][0], s[1][1]-s[0][1]
	t := ((p[0]-s[0][0])*dx + (p[1]-s[0][1])*dy) / (dx*dx + dy*dy)
	if !(t > 0) {
		return math.Hypot(p[0]-s[0][0], p[1]-s[0][1])
	}
	if t > 1 {
		return math.Hypot(p[0]-s[1][0], p[1]-s[1][1])
	}
	return math.Abs(cross(s[0], s[1], p)) / math.Hypot(dx, dy)
}

// plainHolds reports whether some vertex of b lies inside a, by winding numbers.
func plainHolds(a, b orb.MultiPolygon) bool {
	for _, e := range edgesOf(b) {
		for _, polygon := range a {
			inside := len(polygon) > 0 && turns(polygon[0], e[0]) != 0
			for _, hole := range polygon[1:] {
				inside = inside && turns(hole, e[0]) == 0
			}
			if inside {
				return true
			}
		}
	}
	return false
}

// turns counts how often a ring runs around p, by the sum of the angles.
func turns(ring orb.Ring, p orb.Point) int {
	var sum float64
	for i := 1; i < len(ring); i++ {
		ax, ay := ring[i-1][0]-p[0], ring[i-1][1]-p[1]
		bx, by := ring[i][0]-p[0], ring[i][1]-p[1]
		sum += math.Atan2(ax*by-ay*bx, ax*bx+ay*by)
	}
	return int(math.Round(sum / (2 * math.Pi)))
}
