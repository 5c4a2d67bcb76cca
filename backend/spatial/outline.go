package spatial

import (
	"math"

	"github.com/paulmach/orb"
)

// Outlines dissolves shapes into one outline for each group, for districts that hand over no boundaries of their subdistricts:
// the ground nearest to the shapes of the group, as far as a street is wide. Neighbouring outlines share their borders and do not
// overlap; empty land far from every shape stays out.
//
// It works on a grid of square cells of CellM metres: cells that shapes touch take their group, then every cell within reachM of
// a shape that of the nearest; what a street's width of free ground surrounds is closed, and the outside is taken off again but
// for a margin. Borders run along cells and are simplified by at most one cell and a half, each once for both sides. So a shape
// lies within its outline up to two cells, where shapes of other groups do not stand closer than that.
type Outlines struct {
	CellM float64
	// Of are the outlines by group, in the coordinates given; nil for a group without a shape.
	Of []orb.MultiPolygon
}

const (
	// reachM bridges streets: gaps between shapes of up to twice that are closed.
	reachM = 110
	// marginM is left around the outermost shapes.
	marginM = 25
	// leastCellM and mostCells bound the grid.
	leastCellM = 8
	mostCells  = 2 << 20
	// holeM2 is how large a gap inside may be that is filled.
	holeM2 = 600_000
)

// NewOutlines dissolves shapes, multipolygons in a metric plane; group gives the group of each, −1 for none, all below groups.
func NewOutlines(shapes []orb.MultiPolygon, group []int, groups int) Outlines {
	out := Outlines{Of: make([]orb.MultiPolygon, groups)}
	g := newLabelGrid(shapes, group)
	if g == nil {
		return out
	}
	out.CellM = g.cell
	g.grow()
	traced := g.trace(groups, g.cell)
	for _, mp := range traced {
		// Two simplified borders of one outline may cross where it is narrow; the stairs themselves never do.
		if Check(mp) != nil {
			traced = g.trace(groups, 0)
			break
		}
	}
	for label, mp := range traced {
		out.Of[label] = mp
	}
	return out
}

// labelGrid has a label for each cell: a group, or none.
type labelGrid struct {
	west, south, cell float64
	w, h              int
	label             []int16
}

const noLabel = -1

// newLabelGrid puts the shapes on a grid; nil if there is none.
func newLabelGrid(shapes []orb.MultiPolygon, group []int) *labelGrid {
	var box orb.Bound
	any := false
	for i, mp := range shapes {
		if group[i] < 0 || len(mp) == 0 || group[i] > math.MaxInt16 {
			continue
		}
		if b := mp.Bound(); any {
			box = box.Union(b)
		} else {
			box, any = b, true
		}
	}
	if !any {
		return nil
	}
	box = box.Pad(2 * reachM)
	cell := max(leastCellM, math.Sqrt((box.Max[0]-box.Min[0])*(box.Max[1]-box.Min[1])/mostCells))
	g := &labelGrid{
		west: box.Min[0], south: box.Min[1], cell: cell,
		w: int((box.Max[0]-box.Min[0])/cell) + 1, h: int((box.Max[1]-box.Min[1])/cell) + 1,
	}
	g.label = make([]int16, g.w*g.h)
	for i := range g.label {
		g.label[i] = noLabel
	}
	// First what shapes touch, then what they cover: where two groups touch a cell, the one that holds its middle has it.
	for pass := range 2 {
		for i, mp := range shapes {
			if group[i] < 0 || len(mp) == 0 || group[i] > math.MaxInt16 {
				continue
			}
			if label := int16(group[i]); pass == 0 {
				g.touch(mp, label)
			} else {
				g.cover(mp, label)
			}
		}
	}
	return g
}

func (g *labelGrid) column(x float64) float64 { return (x - g.west) / g.cell }
func (g *labelGrid) row(y float64) float64    { return (y - g.south) / g.cell }

func (g *labelGrid) set(x, y int, label int16, over bool) {
	if x < 0 || y < 0 || x >= g.w || y >= g.h {
		return
	}
	if i := y*g.w + x; over || g.label[i] == noLabel {
		g.label[i] = label
	}
}

// touch labels the cells that edges pass through (Amanatides and Woo 1987).
func (g *labelGrid) touch(mp orb.MultiPolygon, label int16) {
	for _, polygon := range mp {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				g.walk(ring[i-1], ring[i], label)
			}
		}
	}
}

func (g *labelGrid) walk(from, to orb.Point, label int16) {
	x0, y0, x1, y1 := g.column(from[0]), g.row(from[1]), g.column(to[0]), g.row(to[1])
	x, y := int(math.Floor(x0)), int(math.Floor(y0))
	endX, endY := int(math.Floor(x1)), int(math.Floor(y1))
	step := func(a, b float64) (dir int, next, each float64) {
		switch d := b - a; {
		case d > 0:
			return 1, (math.Floor(a) + 1 - a) / d, 1 / d
		case d < 0:
			return -1, (a - math.Floor(a)) / -d, 1 / -d
		}
		return 0, math.Inf(1), math.Inf(1)
	}
	dx, nextX, eachX := step(x0, x1)
	dy, nextY, eachY := step(y0, y1)
	for n := abs(endX-x) + abs(endY-y); ; n-- {
		g.set(x, y, label, false)
		if n <= 0 {
			return
		}
		if nextX < nextY {
			x, nextX = x+dx, nextX+eachX
		} else {
			y, nextY = y+dy, nextY+eachY
		}
	}
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// cover labels the cells whose middle lies in a shape, row by row, by the rule of even and odd crossings.
func (g *labelGrid) cover(mp orb.MultiPolygon, label int16) {
	for _, polygon := range mp {
		b := polygon.Bound()
		first, last := max(0, int(g.row(b.Min[1]))), min(g.h-1, int(g.row(b.Max[1])))
		var at []float64
		for y := first; y <= last; y++ {
			middle := g.south + (float64(y)+0.5)*g.cell
			at = at[:0]
			for _, ring := range polygon {
				for i := 1; i < len(ring); i++ {
					a, b := ring[i-1], ring[i]
					if (a[1] <= middle) != (b[1] <= middle) {
						at = append(at, g.column(a[0]+(middle-a[1])/(b[1]-a[1])*(b[0]-a[0])))
					}
				}
			}
			sortFloats(at)
			for i := 1; i < len(at); i += 2 {
				for x := int(math.Ceil(at[i-1] - 0.5)); float64(x)+0.5 < at[i]; x++ {
					g.set(x, y, label, true)
				}
			}
		}
	}
}

// sortFloats sorts a handful.
func sortFloats(s []float64) {
	for i := 1; i < len(s); i++ {
		for k := i; k > 0 && s[k] < s[k-1]; k-- {
			s[k], s[k-1] = s[k-1], s[k]
		}
	}
}

// grow labels the ground around the shapes.
func (g *labelGrid) grow() {
	reach, margin := reachM/g.cell, marginM/g.cell
	nearest := g.nearest(func(i int) bool { return g.label[i] != noLabel })
	grown := make([]int16, len(g.label))
	far2 := func(i int, from int32) float64 {
		if from < 0 {
			return math.Inf(1)
		}
		dx, dy := float64(i%g.w-int(from)%g.w), float64(i/g.w-int(from)/g.w)
		return dx*dx + dy*dy
	}
	for i := range grown {
		if grown[i] = noLabel; far2(i, nearest[i]) <= reach*reach {
			grown[i] = g.label[nearest[i]]
		}
	}
	shapes := g.label
	g.label = grown
	g.fillHoles(nearest, shapes)
	// Taken off again from outside, but for the margin.
	outside := g.nearest(func(i int) bool { return g.label[i] == noLabel })
	for i := range g.label {
		if g.label[i] != noLabel && far2(i, outside[i]) <= (reach-margin)*(reach-margin) && far2(i, nearest[i]) > margin*margin {
			g.label[i] = noLabel
		}
	}
	g.dropStrays(shapes)
}

// nearest gives for each cell the nearest one that is a seed, −1 without any (Danielsson 1980, eight neighbours): right to a
// fraction of a cell.
func (g *labelGrid) nearest(seed func(i int) bool) []int32 {
	from := make([]int32, len(g.label))
	for i := range from {
		if from[i] = -1; seed(i) {
			from[i] = int32(i)
		}
	}
	look := func(x, y, dx, dy int) {
		ox, oy := x+dx, y+dy
		if ox < 0 || oy < 0 || ox >= g.w || oy >= g.h {
			return
		}
		other := from[oy*g.w+ox]
		if other < 0 {
			return
		}
		i := y*g.w + x
		d2 := func(s int32) int {
			sx, sy := int(s)%g.w-x, int(s)/g.w-y
			return sx*sx + sy*sy
		}
		if from[i] < 0 || d2(other) < d2(from[i]) {
			from[i] = other
		}
	}
	for y := range g.h {
		for x := range g.w {
			look(x, y, -1, 0)
			look(x, y, -1, -1)
			look(x, y, 0, -1)
			look(x, y, 1, -1)
		}
		for x := g.w - 1; x >= 0; x-- {
			look(x, y, 1, 0)
		}
	}
	for y := g.h - 1; y >= 0; y-- {
		for x := g.w - 1; x >= 0; x-- {
			look(x, y, 1, 0)
			look(x, y, 1, 1)
			look(x, y, 0, 1)
			look(x, y, -1, 1)
		}
		for x := range g.w {
			look(x, y, -1, 0)
		}
	}
	return from
}

// flood visits the connected cells of the same label as the cell at start, by edges, and marks them done.
func (g *labelGrid) flood(start int, done []bool, visit func(i int)) {
	label := g.label[start]
	stack := []int{start}
	done[start] = true
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		visit(i)
		x, y := i%g.w, i/g.w
		for _, d := range [4][2]int{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
			ox, oy := x+d[0], y+d[1]
			if ox < 0 || oy < 0 || ox >= g.w || oy >= g.h {
				continue
			}
			if o := oy*g.w + ox; !done[o] && g.label[o] == label {
				done[o] = true
				stack = append(stack, o)
			}
		}
	}
}

// fillHoles gives free ground that is surrounded and not too large to the nearest shape.
func (g *labelGrid) fillHoles(nearest []int32, shapes []int16) {
	done := make([]bool, len(g.label))
	for start := range g.label {
		if done[start] || g.label[start] != noLabel {
			continue
		}
		var hole []int
		open := false
		g.flood(start, done, func(i int) {
			x, y := i%g.w, i/g.w
			open = open || x == 0 || y == 0 || x == g.w-1 || y == g.h-1
			hole = append(hole, i)
		})
		if !open && float64(len(hole))*g.cell*g.cell <= holeM2 {
			for _, i := range hole {
				g.label[i] = shapes[nearest[i]]
			}
		}
	}
}

// dropStrays gives pieces of an outline in which no shape stands to a neighbour, or to nobody.
func (g *labelGrid) dropStrays(shapes []int16) {
	done := make([]bool, len(g.label))
	for start := range g.label {
		if done[start] || g.label[start] == noLabel {
			continue
		}
		var piece []int
		holds := false
		g.flood(start, done, func(i int) {
			holds = holds || shapes[i] == g.label[i]
			piece = append(piece, i)
		})
		if holds {
			continue
		}
		around := map[int16]int{}
		for _, i := range piece {
			for _, o := range [4]int{i - 1, i + 1, i - g.w, i + g.w} {
				if o >= 0 && o < len(g.label) && g.label[o] != g.label[i] {
					around[g.label[o]]++
				}
			}
		}
		to := int16(noLabel)
		for label := range around {
			if around[label] > around[to] || around[label] == around[to] && label < to {
				to = label
			}
		}
		for _, i := range piece {
			g.label[i] = to
		}
	}
}
