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

// nobody is the subdistrict of a cell outside the district.
const nobody = -1

// subdivide groups the cells into count subdistricts of about the same area, none across the river, and leaves some cells
// at the edge of the land outside the district.
func (c *city) subdivide(count int, r *random) []subdistrict {
	t := newMosaic(c.cells)
	d := division{
		mosaic: t, cells: c.cells, inside: c.inside(t, r), of: slices.Repeat([]int{nobody}, len(c.cells)),
		middles: make([]point, len(c.cells)),
	}
	for i, q := range c.cells {
		d.middles[i] = q.centroid()
	}
	d.seed(count)
	for d.grow() {
	}
	out := make([]subdistrict, len(d.members))
	for g, members := range d.members {
		out[g].cells = members
		for _, ring := range t.outline(members) {
			out[g].outline = append(out[g].outline, c.border(t, ring))
		}
	}
	fromMiddle := func(s subdistrict) float64 {
		var sum point
		for _, q := range s.cells {
			sum = sum.add(d.middles[q])
		}
		return sum.length() / float64(len(s.cells))
	}
	slices.SortStableFunc(out, func(a, b subdistrict) int { return cmp.Compare(fromMiddle(a), fromMiddle(b)) })
	for i, name := range subdistrictNames(len(out)) {
		out[i].name = name
	}
	return out
}

// inside says which cells belong to the district: all but some at the corners of the land.
func (c *city) inside(t *mosaic, r *random) []bool {
	inside := slices.Repeat([]bool{true}, len(c.cells))
	remote := make([]float64, len(c.cells))
	order := make([]int, len(c.cells))
	for i, q := range c.cells {
		m := q.centroid()
		remote[i] = math.Hypot(m.x/c.halfX, m.y/c.halfY) + r.between(0, 0.25)
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(remote[b], remote[a]) })
	for _, i := range order[:len(order)*14/100] {
		inside[i] = t.outskirt[i] < 200
	}
	return inside
}

// division is a grouping of cells under way.
type division struct {
	*mosaic
	cells   []cell
	middles []point
	inside  []bool
	of      []int // by cell: its group, or nobody
	members [][]int
	size    []float64
	stuck   []bool // by group: no neighbour is left
}

func (d *division) sameBank(i, j int) bool { return d.middles[i].y*d.middles[j].y > 0 }

func (d *division) join(i, group int) {
	d.of[i] = group
	d.members[group] = append(d.members[group], i)
	d.size[group] += d.cells[i].area()
}

// seed starts count groups of one cell each, far from one another.
func (d *division) seed(count int) {
	apart := slices.Repeat([]float64{math.Inf(1)}, len(d.cells))
	for len(d.members) < count {
		best := -1
		for i := range d.cells {
			if d.inside[i] && (best < 0 || apart[i] > apart[best]) {
				best = i
			}
		}
		if best < 0 || apart[best] == 0 {
			return
		}
		d.members, d.size, d.stuck = append(d.members, nil), append(d.size, 0), append(d.stuck, false)
		d.join(best, len(d.members)-1)
		for i := range apart {
			detour := 0.0
			if !d.sameBank(i, best) {
				detour = 1500
			}
			apart[i] = min(apart[i], d.middles[i].distance(d.middles[best])+detour)
		}
	}
}

// grow lets the smallest group that can grow take the neighbour with which it shares most border for its size; false if none
// can.
func (d *division) grow() bool {
	smallest := -1
	for g := range d.members {
		if !d.stuck[g] && (smallest < 0 || d.size[g] < d.size[smallest]) {
			smallest = g
		}
	}
	if smallest < 0 {
		return false
	}
	members := d.members[smallest]
	best, most := -1, 0.0
	for _, m := range members {
		for _, n := range slices.Sorted(maps.Keys(d.shared[m])) {
			if !d.inside[n] || d.of[n] != nobody || !d.sameBank(m, n) {
				continue
			}
			border := 0.0
			for _, o := range members {
				border += d.shared[n][o]
			}
			fit := border / math.Sqrt(d.cells[n].area()) / (1 + d.middles[n].distance(d.middles[members[0]])/3000)
			if fit > most {
				best, most = n, fit
			}
		}
	}
	if best < 0 {
		d.stuck[smallest] = true
	} else {
		d.join(best, smallest)
	}
	return true
}

// border takes a ring of corners to the ground. Each stretch is bent from its lower-numbered corner on, so that the
// subdistricts on its two sides have the same points.
func (c *city) border(t *mosaic, ring []int) polygon {
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
