package spatial_test

import (
	"slices"

	"github.com/paulmach/orb"
)

// plainlyOGC is the oracle of Check for shapes with small whole coordinates. It looks at all pairs of edges, asks of the
// stretches of each ring between its meetings with another whether they lie inside that one, and counts the pieces of the
// inside by Euler's formula.
func plainlyOGC(mp orb.MultiPolygon) bool {
	var rings [][]orb.Ring // by part
	var all []orb.Ring
	for _, polygon := range mp {
		var own []orb.Ring
		for _, ring := range polygon {
			own = append(own, slices.Compact(slices.Clone(ring)))
		}
		rings = append(rings, own)
		all = append(all, own...)
	}
	for i, r := range all {
		if len(r) < 4 || !plainlySimple(r) {
			return false
		}
		for _, o := range all[:i] {
			if runAlong(r, o) {
				return false
			}
		}
	}
	for i, part := range rings {
		for j, hole := range part[1:] {
			if inside, outside := lies(hole, part[0]); outside || !inside {
				return false
			}
			for _, other := range part[1 : 1+j] {
				if inside, _ := lies(hole, other); inside {
					return false
				}
				if inside, _ := lies(other, hole); inside {
					return false
				}
			}
		}
		if pieces(part) != 1 {
			return false
		}
		for _, other := range rings[:i] {
			if !apart(part, other) {
				return false
			}
		}
	}
	return true
}

func ringEdges(r orb.Ring) []segment { return edgesOf(orb.MultiPolygon{{r}}) }

// plainlySimple reports whether edges that follow each other share only their corner and others nothing.
func plainlySimple(r orb.Ring) bool {
	edges := ringEdges(r)
	n := len(edges)
	for i := range n {
		for j := range i {
			if j == i-1 || i == n-1 && j == 0 {
				if overlap(edges[i], edges[j]) {
					return false
				}
				if n == 3 {
					continue
				}
			} else if plainMeet(edges[i], edges[j]) {
				return false
			}
		}
	}
	return true
}

// overlap reports whether two edges have more than a point in common.
func overlap(a, b segment) bool {
	if cross(a[0], a[1], b[0]) != 0 || cross(a[0], a[1], b[1]) != 0 {
		return false
	}
	axis := 0
	if a[0][0] == a[1][0] {
		axis = 1
	}
	return max(min(a[0][axis], a[1][axis]), min(b[0][axis], b[1][axis])) < min(max(a[0][axis], a[1][axis]), max(b[0][axis], b[1][axis]))
}

func runAlong(a, b orb.Ring) bool {
	for _, ea := range ringEdges(a) {
		for _, eb := range ringEdges(b) {
			if overlap(ea, eb) {
				return true
			}
		}
	}
	return false
}

// lies reports whether some stretch of ring r lies inside ring o and whether some lies outside. The rings do not run along
// each other.
func lies(r, o orb.Ring) (inside, outside bool) {
	for _, e := range ringEdges(r) {
		cuts := []float64{0, 1}
		for _, f := range ringEdges(o) {
			d0, d1 := cross(f[0], f[1], e[0]), cross(f[0], f[1], e[1])
			if plainMeet(e, f) && d0 != d1 {
				cuts = append(cuts, d0/(d0-d1))
			}
			// A corner of o in the middle of an edge that the other test sees as parallel cannot be: they would run along.
		}
		slices.Sort(cuts)
		for i := 1; i < len(cuts); i++ {
			if cuts[i]-cuts[i-1] < 1e-9 {
				continue
			}
			t := (cuts[i] + cuts[i-1]) / 2
			p := orb.Point{e[0][0] + t*(e[1][0]-e[0][0]), e[0][1] + t*(e[1][1]-e[0][1])}
			if turns(o, p) != 0 {
				inside = true
			} else {
				outside = true
			}
		}
	}
	return inside, outside
}

// apart reports whether two parts, each right in itself, have no area in common.
func apart(a, b []orb.Ring) bool {
	// With no common stretch of edge, parts overlap if and only if a stretch of one's rings lies in the inside of the other.
	return !runsInside(a, b) && !runsInside(b, a)
}

func runsInside(a, b []orb.Ring) bool {
	for _, r := range a {
		for _, e := range ringEdges(r) {
			cuts := []float64{0, 1}
			for _, o := range b {
				for _, f := range ringEdges(o) {
					d0, d1 := cross(f[0], f[1], e[0]), cross(f[0], f[1], e[1])
					if plainMeet(e, f) && d0 != d1 {
						cuts = append(cuts, d0/(d0-d1))
					}
				}
			}
			slices.Sort(cuts)
			for i := 1; i < len(cuts); i++ {
				if cuts[i]-cuts[i-1] < 1e-9 {
					continue
				}
				t := (cuts[i] + cuts[i-1]) / 2
				p := orb.Point{e[0][0] + t*(e[1][0]-e[0][0]), e[0][1] + t*(e[1][1]-e[0][1])}
				in := turns(b[0], p) != 0
				for _, hole := range b[1:] {
					in = in && turns(hole, p) == 0
				}
				if in {
					return true
				}
			}
		}
	}
	return false
}

// pieces counts the pieces of the inside of a part whose holes lie in the shell and not in each other: by Euler's formula the
// rings, cut where they touch, leave 1 + components − corners + edges faces, one of them outside and one in each hole.
func pieces(rings []orb.Ring) int {
	corners := make(map[orb.Point][]int) // the rings through a point at which some ring has a corner
	for _, r := range rings {
		for _, p := range r {
			corners[p] = nil
		}
	}
	edges := 0
	for i, r := range rings {
		for _, e := range ringEdges(r) {
			for p := range corners {
				if p != e[1] && plainMeet(e, segment{p, p}) {
					corners[p] = append(corners[p], i)
					edges++
				}
			}
		}
	}
	component := make([]int, len(rings))
	for i := range component {
		component[i] = i
	}
	components := len(rings)
	for _, through := range corners {
		for _, i := range through[1:] {
			if from, to := component[i], component[through[0]]; from != to {
				components--
				for k, c := range component {
					if c == from {
						component[k] = to
					}
				}
			}
		}
	}
	faces := 1 + components - len(corners) + edges
	return faces - 1 - (len(rings) - 1)
}
