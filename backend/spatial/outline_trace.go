package spatial

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// border is a line between two labels, from junction to junction of the lattice of cell corners, or round.
type border struct {
	left, right int16
	corners     []int32 // of the lattice, w+1 to a row
	line        []orb.Point
	round       bool
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

func (g *labelGrid) isBorder(x, y, way int) bool {
	left, right := g.sides(x, y, way)
	return left != right
}

var ways = [4][2]int{east: {1, 0}, north: {0, 1}, west: {-1, 0}, south: {0, -1}}

// trace returns the outlines by label, their borders simplified by a tolerance in metres.
func (g *labelGrid) trace(groups int, tolerance float64) map[int]orb.MultiPolygon {
	borders := g.borders()
	for i := range borders {
		borders[i].line = g.simplify(&borders[i], tolerance)
	}
	out := make(map[int]orb.MultiPolygon)
	for label := range groups {
		if rings := g.rings(borders, int16(label)); len(rings) > 0 {
			out[label] = nest(rings)
		}
	}
	return out
}

// borders follows every edge between two labels once.
func (g *labelGrid) borders() []border {
	var out []border
	across := g.w + 1
	used := make([]uint8, across*(g.h+1)) // by corner: bits of the ways east and north that are taken
	take := func(x, y, way int) bool {
		switch way {
		case west:
			x, way = x-1, east
		case south:
			y, way = y-1, north
		}
		bit := uint8(1) << way
		if used[y*across+x]&bit != 0 {
			return false
		}
		used[y*across+x] |= bit
		return true
	}
	degree := func(x, y int) int {
		n := 0
		for way := range ways {
			if g.isBorder(x, y, way) {
				n++
			}
		}
		return n
	}
	follow := func(x, y, way int) border {
		var b border
		b.left, b.right = g.sides(x, y, way)
		start := int32(y*across + x)
		b.corners = []int32{start}
		for {
			x, y = x+ways[way][0], y+ways[way][1]
			b.corners = append(b.corners, int32(y*across+x))
			if int32(y*across+x) == start {
				b.round = true
				return b
			}
			if degree(x, y) != 2 {
				return b
			}
			for next := range ways {
				if next != (way+2)%4 && g.isBorder(x, y, next) {
					way = next
					break
				}
			}
			take(x, y, way)
		}
	}
	// From the junctions first; what is left over goes round.
	for _, junctions := range []bool{true, false} {
		for y := range g.h + 1 {
			for x := range across {
				if (degree(x, y) == 2) == junctions {
					continue
				}
				for way := range ways {
					if g.isBorder(x, y, way) && take(x, y, way) {
						out = append(out, follow(x, y, way))
					}
				}
			}
		}
	}
	return out
}

// simplify cuts the stairs: middles of the edges, then Douglas and Peucker (1973). Ends stay where they are.
func (g *labelGrid) simplify(b *border, tolerance float64) []orb.Point {
	across := int32(g.w + 1)
	corner := func(i int) orb.Point {
		c := b.corners[i]
		return orb.Point{g.west + float64(c%across)*g.cell, g.south + float64(c/across)*g.cell}
	}
	n := len(b.corners)
	line := make([]orb.Point, 0, n+1)
	line = append(line, corner(0))
	if b.round {
		line = line[:0]
	}
	for i := 1; i < n; i++ {
		p, q := corner(i-1), corner(i)
		line = append(line, orb.Point{(p[0] + q[0]) / 2, (p[1] + q[1]) / 2})
	}
	if b.round {
		line = append(line, line[0])
	} else {
		line = append(line, corner(n-1))
	}
	// A closed line needs a second fixed point, or it would shrink to nothing.
	if first, last := line[0], line[len(line)-1]; first == last {
		far := 0
		for i, p := range line {
			if math.Hypot(p[0]-first[0], p[1]-first[1]) > math.Hypot(line[far][0]-first[0], line[far][1]-first[1]) {
				far = i
			}
		}
		head := peucker(line[:far+1], tolerance)
		return append(head, peucker(line[far:], tolerance)[1:]...)
	}
	return peucker(line, tolerance)
}

// peucker keeps the points from which the line would otherwise stray by more than a tolerance.
func peucker(line []orb.Point, tolerance float64) []orb.Point {
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	stack := [][2]int{{0, len(line) - 1}}
	for len(stack) > 0 {
		span := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		a, b := line[span[0]], line[span[1]]
		far, at := tolerance, -1
		for i := span[0] + 1; i < span[1]; i++ {
			if d := segmentDistance(line[i], a, b); d > far {
				far, at = d, i
			}
		}
		if at >= 0 {
			keep[at] = true
			stack = append(stack, [2]int{span[0], at}, [2]int{at, span[1]})
		}
	}
	out := make([]orb.Point, 0, len(line))
	for i, p := range line {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

func segmentDistance(p, a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = min(1, max(0, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/l))
	}
	return math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy)
}

// piece is a border walked with the label on its left.
type piece struct {
	from, to int32 // corners
	line     []orb.Point
	in, out  int // the ways of its last and first step
}

// rings links the borders of a label to rings with the label on their left: shells run counter-clockwise, holes clockwise.
func (g *labelGrid) rings(borders []border, label int16) []orb.Ring {
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
	for i := range borders {
		switch label {
		case borders[i].left:
			add(&borders[i], false)
		case borders[i].right:
			add(&borders[i], true)
		}
	}
	used := make(map[*piece]bool)
	for _, first := range all {
		if used[first] {
			continue
		}
		var ring orb.Ring
		for p := first; ; {
			used[p] = true
			ring = append(ring, p.line[:len(p.line)-1]...)
			if p.to == first.from && g.leftmost(p, starts[p.to]) == first {
				break
			}
			next := g.leftmost(p, starts[p.to])
			if next == nil || used[next] {
				break
			}
			p = next
		}
		ring = append(ring, ring[0])
		if len(ring) >= 4 {
			rings = append(rings, ring)
		}
	}
	return rings
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

// nest puts holes into the shells that hold them; a ring of no area is dropped.
func nest(rings []orb.Ring) orb.MultiPolygon {
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
	for _, h := range holes {
		// The smallest shell that holds it is the last one.
		for i := len(shells) - 1; i >= 0; i-- {
			if shells[i].area > h.area && holdsMost(shells[i].ring, h.ring) {
				out[i] = append(out[i], h.ring)
				break
			}
		}
	}
	return out
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
