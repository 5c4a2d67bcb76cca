package spatial

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// border is a line between two labels, from junction to junction of the lattice of cell corners, or round.
type border struct {
	left, right int16
	corners     []int32 // of the lattice, w+1 to a row
	round       bool
	// line is what is drawn: the stairs of corners, simplified by a tolerance in metres.
	line      []orb.Point
	tolerance float64
}

// The four ways from a corner, counter-clockwise from east.
const (
	east = iota
	north
	west
	south
)

// at returns the label of a cell, none outside.
func (g *labelGrid) at(x, y int) int16 {
	if x < 0 || y < 0 || x >= g.w || y >= g.h {
		return noLabel
	}
	return g.label[y*g.w+x]
}

// sides returns the labels left and right of the edge that leaves a corner.
func (g *labelGrid) sides(x, y, way int) (left, right int16) {
	switch way {
	case east:
		return g.at(x, y), g.at(x, y-1)
	case north:
		return g.at(x-1, y), g.at(x, y)
	case west:
		return g.at(x-1, y-1), g.at(x-1, y)
	}
	return g.at(x, y-1), g.at(x-1, y-1)
}

// trace returns the outlines by label.
func (g *labelGrid) trace(groups int) map[int]orb.MultiPolygon {
	borders := g.borders()
	g.simplifyAll(borders)
	out := make(map[int]orb.MultiPolygon)
	for {
		// Of each label the borders that it has on a side.
		of := make([][]int, groups)
		for i := range borders {
			for _, label := range [2]int16{borders[i].left, borders[i].right} {
				if label != noLabel {
					of[label] = append(of[label], i)
				}
			}
		}
		again := false
		for label := range groups {
			if len(of[label]) == 0 {
				continue
			}
			mp, nested := g.outline(borders, of[label], int16(label))
			if !nested || Check(mp) != nil {
				// A border passes by on the wrong side of a small piece. The stairs themselves never do.
				for _, i := range of[label] {
					again = g.refine(&borders[i]) || again
				}
			}
			out[label] = mp
		}
		if !again {
			return out
		}
		g.uncross(borders)
	}
}

// borders follows every edge between two labels once.
func (g *labelGrid) borders() []border {
	const toEast, toNorth = 1, 2
	across := g.w + 1
	edges := make([]uint8, across*(g.h+1)) // by corner: whether a border leaves it to the east, to the north
	for y := 1; y < g.h; y++ {
		for x := 1; x < g.w; x++ {
			i := y*g.w + x
			if g.label[i] != g.label[i-g.w] {
				edges[y*across+x] |= toEast
			}
			if g.label[i] != g.label[i-1] {
				edges[y*across+x] |= toNorth
			}
		}
	}
	// All that lies beside a border has its corners inside: the outermost cells have no label.
	leaves := func(corner, way int) bool {
		switch way {
		case east:
			return edges[corner]&toEast != 0
		case north:
			return edges[corner]&toNorth != 0
		case west:
			return edges[corner-1]&toEast != 0
		}
		return edges[corner-across]&toNorth != 0
	}
	degree := func(corner int) int {
		n := 0
		for way := range 4 {
			if leaves(corner, way) {
				n++
			}
		}
		return n
	}
	step := [4]int{east: 1, north: across, west: -1, south: -across}
	used := make([]uint8, len(edges))
	take := func(corner, way int) bool {
		bit := uint8(toEast)
		switch way {
		case north:
			bit = toNorth
		case west:
			corner--
		case south:
			corner, bit = corner-across, toNorth
		}
		if used[corner]&bit != 0 {
			return false
		}
		used[corner] |= bit
		return true
	}
	follow := func(start, way int) border {
		b := border{corners: []int32{int32(start)}, tolerance: g.cell}
		b.left, b.right = g.sides(start%across, start/across, way)
		for corner := start; ; {
			corner += step[way]
			b.corners = append(b.corners, int32(corner))
			if degree(corner) != 2 {
				return b
			}
			if corner == start {
				b.round = true
				return b
			}
			for next := range 4 {
				if next != (way+2)%4 && leaves(corner, next) {
					way = next
					break
				}
			}
			take(corner, way)
		}
	}
	var out []border
	// From the junctions first; what is left over goes round.
	for _, junctions := range []bool{true, false} {
		for corner := across + 1; corner < len(edges)-across; corner++ {
			if edges[corner]|edges[corner-1]&toEast|edges[corner-across]&toNorth == 0 || (degree(corner) == 2) == junctions {
				continue
			}
			for way := range 4 {
				if leaves(corner, way) && take(corner, way) {
					out = append(out, follow(corner, way))
				}
			}
		}
	}
	return out
}

// piece is a border walked with the label on its left.
type piece struct {
	from, to int32 // corners
	line     []orb.Point
	in, out  int // the ways of its last and first step
}

// outline links borders of a label to rings with the label on their left: shells run counter-clockwise, holes clockwise. It reports
// whether every hole lies in a shell.
func (g *labelGrid) outline(borders []border, of []int, label int16) (orb.MultiPolygon, bool) {
	var rings []orb.Ring
	starts := make(map[int32][]*piece)
	var all []*piece
	add := func(b *border, reversed bool) {
		p := &piece{from: b.corners[0], to: b.corners[len(b.corners)-1], line: b.line}
		p.out, p.in = g.way(b.corners[0], b.corners[1]), g.way(b.corners[len(b.corners)-2], p.to)
		if reversed {
			p.from, p.to = p.to, p.from
			p.out, p.in = (p.in+2)%4, (p.out+2)%4
			p.line = slices.Clone(b.line)
			slices.Reverse(p.line)
		}
		if b.round {
			rings = append(rings, orb.Ring(slices.Clone(p.line)))
			return
		}
		starts[p.from] = append(starts[p.from], p)
		all = append(all, p)
	}
	for _, i := range of {
		add(&borders[i], borders[i].right == label)
	}
	used := make(map[*piece]bool)
	for _, first := range all {
		// The pieces walked that are in no ring yet. A corner that comes again closes one: a ring meets no corner twice.
		var path []*piece
		for p := first; p != nil && !used[p]; p = g.leftmost(p, starts[p.to]) {
			used[p] = true
			path = append(path, p)
			at := slices.IndexFunc(path, func(q *piece) bool { return q.from == p.to })
			if at < 0 {
				continue
			}
			var ring orb.Ring
			for _, q := range path[at:] {
				ring = append(ring, q.line[:len(q.line)-1]...)
			}
			rings = append(rings, append(ring, ring[0]))
			path = path[:at]
		}
	}
	return nest(rings)
}

// way is the direction from a corner to its neighbour.
func (g *labelGrid) way(from, to int32) int {
	switch d := int(to - from); {
	case d == 1:
		return east
	case d == -1:
		return west
	case d > 0:
		return north
	}
	return south
}

// leftmost chooses among the pieces that leave a corner the one that turns left most: cells that meet at a corner only are apart.
func (g *labelGrid) leftmost(p *piece, from []*piece) *piece {
	var best *piece
	bestTurn := -1
	for _, q := range from {
		// 3 a left turn, 2 straight on, 1 right; back (0) never.
		if turn := [4]int{2, 3, 0, 1}[(q.out-p.in+4)%4]; turn > bestTurn {
			best, bestTurn = q, turn
		}
	}
	return best
}

// nest puts holes into the shells that hold them and reports whether there was one for each; a ring of no area is dropped.
func nest(rings []orb.Ring) (orb.MultiPolygon, bool) {
	type sized struct {
		ring orb.Ring
		area float64
	}
	var shells, holes []sized
	for _, r := range rings {
		switch area, _, _ := ringMoments(r, r[0]); {
		case area > 0:
			shells = append(shells, sized{r, area})
		case area < 0:
			holes = append(holes, sized{r, -area})
		}
	}
	slices.SortStableFunc(shells, func(a, b sized) int { return cmp.Compare(b.area, a.area) })
	out := make(orb.MultiPolygon, len(shells))
	for i, s := range shells {
		out[i] = orb.Polygon{s.ring}
	}
	nested := true
	for _, h := range holes {
		// The smallest shell that holds it is the last one.
		i := len(shells) - 1
		for i >= 0 && (shells[i].area <= h.area || !holdsMost(shells[i].ring, h.ring)) {
			i--
		}
		if i < 0 {
			nested = false
			continue
		}
		out[i] = append(out[i], h.ring)
	}
	return out, nested
}

// holdsMost reports whether most corners of a ring lie in another: they may touch, but not cross.
func holdsMost(shell, ring orb.Ring) bool {
	in := 0
	for _, p := range ring {
		odd := false
		for i := 1; i < len(shell); i++ {
			a, b := shell[i-1], shell[i]
			if (a[1] <= p[1]) != (b[1] <= p[1]) && p[0] < a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
				odd = !odd
			}
		}
		if odd {
			in++
		}
	}
	return 2*in > len(ring)
}
