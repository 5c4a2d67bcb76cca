package demo

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// subdistrict is a group of neighbouring cells on one side of the river.
type subdistrict struct {
	name    string
	cells   []int
	outline []polygon // shells and holes in metres; neighbours share every point of a common border
}

// tiling knows which cells share which stretches of border. For this the cells along the river reach to its middle.
type tiling struct {
	corners  []point // every place where borders meet, once
	rings    [][]int // by cell: corners in order, with those of neighbours on its sides
	shared   []map[int]float64
	outskirt []float64 // by cell: metres of border with nothing
}

// tile finds the borders that cells share.
func tile(cells []cell) *tiling {
	t := &tiling{rings: make([][]int, len(cells)), shared: make([]map[int]float64, len(cells)), outskirt: make([]float64, len(cells))}
	const same = 0.5 // m: corners of two cells at the same crossing differ by rounding only
	const mesh = 400 // m
	type square struct{ x, y int }
	near := map[square][]int{}
	squareOf := func(p point) square { return square{int(math.Floor(p.x / mesh)), int(math.Floor(p.y / mesh))} }
	number := func(p point) int {
		at := squareOf(p)
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, k := range near[square{at.x + dx, at.y + dy}] {
					if t.corners[k].distance(p) < same {
						return k
					}
				}
			}
		}
		t.corners = append(t.corners, p)
		near[at] = append(near[at], len(t.corners)-1)
		return len(t.corners) - 1
	}
	plain := make([][]int, len(cells))
	for i, q := range cells {
		onBank := func(p point) bool { return math.Abs(p.y) < bankRoad+same }
		for k, p := range q.polygon {
			plain[i] = append(plain[i], number(p))
			if next := q.polygon[(k+1)%len(q.polygon)]; onBank(p) && onBank(next) {
				plain[i] = append(plain[i], number(point{p.x, 0}), number(point{next.x, 0}))
			}
		}
	}
	for i, ring := range plain {
		for k, from := range ring {
			to := ring[(k+1)%len(ring)]
			a, b := t.corners[from], t.corners[to]
			type stop struct {
				at     float64
				corner int
			}
			var stops []stop
			lo, hi := squareOf(point{min(a.x, b.x), min(a.y, b.y)}), squareOf(point{max(a.x, b.x), max(a.y, b.y)})
			for x := lo.x - 1; x <= hi.x+1; x++ {
				for y := lo.y - 1; y <= hi.y+1; y++ {
					for _, c := range near[square{x, y}] {
						if p := t.corners[c]; c != from && c != to && pointDistance(p, a, b) < same {
							stops = append(stops, stop{p.distance(a), c})
						}
					}
				}
			}
			slices.SortFunc(stops, func(a, b stop) int { return cmp.Compare(a.at, b.at) })
			t.rings[i] = append(t.rings[i], from)
			for _, s := range stops {
				t.rings[i] = append(t.rings[i], s.corner)
			}
		}
	}
	owner := map[[2]int]int{}
	for i, ring := range t.rings {
		t.shared[i] = map[int]float64{}
		for k, a := range ring {
			owner[[2]int{a, ring[(k+1)%len(ring)]}] = i
		}
	}
	for i, ring := range t.rings {
		for k, a := range ring {
			b := ring[(k+1)%len(ring)]
			length := t.corners[a].distance(t.corners[b])
			if j, ok := owner[[2]int{b, a}]; ok {
				t.shared[i][j] += length
			} else {
				t.outskirt[i] += length
			}
		}
	}
	return t
}

// outline returns the rings around a group of cells, as corner numbers: what is left of their borders when those between two
// cells of the group are taken out.
func (t *tiling) outline(group []int) [][]int {
	borders := map[[2]int]bool{}
	for _, i := range group {
		for k, a := range t.rings[i] {
			borders[[2]int{a, t.rings[i][(k+1)%len(t.rings[i])]}] = true
		}
	}
	var left [][2]int
	for _, i := range group {
		for k, a := range t.rings[i] {
			if b := t.rings[i][(k+1)%len(t.rings[i])]; !borders[[2]int{b, a}] {
				left = append(left, [2]int{a, b})
			}
		}
	}
	next := map[int][]int{}
	for _, e := range left {
		next[e[0]] = append(next[e[0]], e[1])
	}
	var rings [][]int
	for _, e := range left {
		var ring []int
		for at := e[0]; len(next[at]) > 0; {
			ring = append(ring, at)
			to := next[at][0]
			next[at] = next[at][1:]
			at = to
		}
		if len(ring) > 2 {
			rings = append(rings, ring)
		}
	}
	return rings
}

// subdivide groups the cells into count subdistricts of about the same area, none across the river, and leaves some cells
// at the edge of the land outside the district.
func (c *city) subdivide(count int, r *random) []subdistrict {
	t := tile(c.cells)
	inside := make([]bool, len(c.cells))
	for i := range inside {
		inside[i] = true
	}
	byEdge := make([]int, len(c.cells))
	remote := make([]float64, len(c.cells))
	for i, q := range c.cells {
		m := q.centroid()
		byEdge[i] = i
		remote[i] = math.Hypot(m.x/c.halfX, m.y/c.halfY) + r.between(0, 0.25)
	}
	slices.SortFunc(byEdge, func(a, b int) int { return cmp.Compare(remote[b], remote[a]) })
	for _, i := range byEdge[:len(byEdge)*14/100] {
		inside[i] = t.outskirt[i] < 200
	}

	group := make([]int, len(c.cells))
	for i := range group {
		group[i] = -1
	}
	// Seeds far from one another, then each step lets the smallest group that can grow take the neighbour with which it
	// shares most border for its size.
	var seeds []int
	apart := make([]float64, len(c.cells))
	for i := range apart {
		apart[i] = math.Inf(1)
	}
	middle := func(i int) point { return c.cells[i].centroid() }
	for len(seeds) < count {
		best := -1
		for i := range c.cells {
			if inside[i] && (best < 0 || apart[i] > apart[best]) {
				best = i
			}
		}
		if best < 0 || apart[best] == 0 {
			break
		}
		group[best] = len(seeds)
		seeds = append(seeds, best)
		for i := range apart {
			d := middle(i).distance(middle(best))
			if middle(i).y*middle(best).y < 0 {
				d += 1500
			}
			apart[i] = min(apart[i], d)
		}
	}
	size := make([]float64, len(seeds))
	members := make([][]int, len(seeds))
	for g, s := range seeds {
		size[g], members[g] = c.cells[s].area(), []int{s}
	}
	stuck := make([]bool, len(seeds))
	for {
		g := -1
		for i := range seeds {
			if !stuck[i] && (g < 0 || size[i] < size[g]) {
				g = i
			}
		}
		if g < 0 {
			break
		}
		best, gain := -1, 0.0
		for _, m := range members[g] {
			for _, n := range slices.Sorted(maps.Keys(t.shared[m])) {
				if !inside[n] || group[n] >= 0 || middle(n).y*middle(m).y < 0 {
					continue
				}
				border := 0.0
				for _, o := range members[g] {
					border += t.shared[n][o]
				}
				if score := border / math.Sqrt(c.cells[n].area()) / (1 + middle(n).distance(middle(seeds[g]))/3000); score > gain {
					best, gain = n, score
				}
			}
		}
		if best < 0 {
			stuck[g] = true
			continue
		}
		group[best] = g
		members[g] = append(members[g], best)
		size[g] += c.cells[best].area()
	}
	out := make([]subdistrict, len(seeds))
	for g := range out {
		out[g].cells = members[g]
		for _, ring := range t.outline(members[g]) {
			out[g].outline = append(out[g].outline, c.border(t, ring))
		}
	}
	fromMiddle := func(s subdistrict) float64 {
		var sum point
		for _, q := range s.cells {
			sum = sum.add(middle(q))
		}
		return sum.length() / float64(len(s.cells))
	}
	slices.SortStableFunc(out, func(a, b subdistrict) int { return cmp.Compare(fromMiddle(a), fromMiddle(b)) })
	for i, name := range subdistrictNames(len(out)) {
		out[i].name = name
	}
	return out
}

// border takes a ring of corners to the ground. Each stretch is bent from its lower-numbered corner on, so that the
// subdistricts on its two sides have the same points.
func (c *city) border(t *tiling, ring []int) polygon {
	var out polygon
	for k, a := range ring {
		b := ring[(k+1)%len(ring)]
		var path []point
		if a < b {
			path = c.path([]point{t.corners[a], t.corners[b]}, 90)
		} else {
			path = c.path([]point{t.corners[b], t.corners[a]}, 90)
			slices.Reverse(path)
		}
		out = append(out, path[:len(path)-1]...)
	}
	return out
}
