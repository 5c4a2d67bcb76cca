package spatial

import (
	"math"

	"github.com/paulmach/orb"
)

// labelGrid has a label for each cell: a group, or none. The outermost cells have none.
type labelGrid struct {
	x, y              folds
	west, south, cell float64 // of the folded plane
	w, h              int
	label             []int16
}

const noLabel = -1

// newLabelGrid puts the shapes on a grid; nil if there is none.
func newLabelGrid(shapes []orb.MultiPolygon, group []int, groups int) *labelGrid {
	var boxes []orb.Bound
	var labels []int16
	var used []orb.MultiPolygon
	var across, along [][2]float64
	for i, mp := range shapes {
		if group[i] < 0 || len(mp) == 0 || group[i] >= min(groups, math.MaxInt16) {
			continue
		}
		b := mp.Bound()
		boxes, labels, used = append(boxes, b), append(labels, int16(group[i])), append(used, mp)
		across, along = append(across, [2]float64{b.Min[0], b.Max[0]}), append(along, [2]float64{b.Min[1], b.Max[1]})
	}
	if len(used) == 0 {
		return nil
	}
	g := &labelGrid{x: newFolds(across), y: newFolds(along)}
	// folded moves a shape as a whole: by what is folded at its south-western corner.
	folded := func(b orb.Bound) (dx, dy float64) {
		return g.x.close(b.Min[0]) - b.Min[0], g.y.close(b.Min[1]) - b.Min[1]
	}
	var box orb.Bound
	for i, b := range boxes {
		dx, dy := folded(b)
		b = orb.Bound{Min: orb.Point{b.Min[0] + dx, b.Min[1] + dy}, Max: orb.Point{b.Max[0] + dx, b.Max[1] + dy}}
		if i == 0 {
			box = b
		}
		box = box.Union(b)
	}
	box = box.Pad(2 * reachM)
	width, height := box.Max[0]-box.Min[0], box.Max[1]-box.Min[1]
	g.cell = max(leastCellM, math.Sqrt(width*height/mostCells), (width+height)/mostCells)
	g.west, g.south = box.Min[0], box.Min[1]
	// Large cells may be wider than the padding.
	g.w, g.h = int(width/g.cell)+3, int(height/g.cell)+3
	g.west, g.south = g.west-g.cell, g.south-g.cell
	g.label = blank(g.w * g.h)
	// What shapes cover comes before what they only touch; where two groups have a cell, the first of them.
	touched := blank(g.w * g.h)
	for i, mp := range used {
		dx, dy := folded(boxes[i])
		r := raster{g, g.west - dx, g.south - dy, labels[i]}
		r.cover(mp, g.label)
		r.touch(mp, touched)
	}
	for i, label := range touched {
		if g.label[i] == noLabel {
			g.label[i] = label
		}
	}
	return g
}

func blank(n int) []int16 {
	label := make([]int16, n)
	for i := range label {
		label[i] = noLabel
	}
	return label
}

// raster draws a shape of a label; west and south are the grid's as the shape sees them.
type raster struct {
	*labelGrid
	west, south float64
	label       int16
}

func (r *raster) column(x float64) float64 { return (x - r.west) / r.cell }
func (r *raster) row(y float64) float64    { return (y - r.south) / r.cell }

func (r *raster) set(x, y int, to []int16) {
	if x < 0 || y < 0 || x >= r.w || y >= r.h {
		return
	}
	if l := &to[y*r.w+x]; *l == noLabel || *l > r.label {
		*l = r.label
	}
}

// touch labels the cells that edges pass through (Amanatides and Woo 1987).
func (r *raster) touch(mp orb.MultiPolygon, to []int16) {
	for _, polygon := range mp {
		for _, ring := range polygon {
			for i := 1; i < len(ring); i++ {
				r.walk(ring[i-1], ring[i], to)
			}
		}
	}
}

func (r *raster) walk(from, end orb.Point, to []int16) {
	x0, y0, x1, y1 := r.column(from[0]), r.row(from[1]), r.column(end[0]), r.row(end[1])
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
		r.set(x, y, to)
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
func (r *raster) cover(mp orb.MultiPolygon, to []int16) {
	for _, polygon := range mp {
		b := polygon.Bound()
		first, last := max(0, int(r.row(b.Min[1]))), min(r.h-1, int(r.row(b.Max[1])))
		var at []float64
		for y := first; y <= last; y++ {
			middle := r.south + (float64(y)+0.5)*r.cell
			at = at[:0]
			for _, ring := range polygon {
				for i := 1; i < len(ring); i++ {
					a, b := ring[i-1], ring[i]
					if (a[1] <= middle) != (b[1] <= middle) {
						at = append(at, r.column(a[0]+(middle-a[1])/(b[1]-a[1])*(b[0]-a[0])))
					}
				}
			}
			sortFloats(at)
			for i := 1; i < len(at); i += 2 {
				for x := int(math.Ceil(at[i-1] - 0.5)); float64(x)+0.5 < at[i]; x++ {
					r.set(x, y, to)
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
	reach, margin := int32(math.Ceil(reachM/g.cell)), int32(math.Ceil(marginM/g.cell))
	shapes := g.label
	nearest := g.nearest(func(i int) bool { return shapes[i] != noLabel })
	g.label = blank(len(shapes))
	for i, way := range nearest {
		if way.squared() <= reach*reach {
			g.label[i] = shapes[g.goal(i, way)]
		}
	}
	g.fillHoles(nearest, shapes)
	// Taken off again from outside, but for the margin.
	outside := g.nearest(func(i int) bool { return g.label[i] == noLabel })
	for i, label := range g.label {
		if label != noLabel && outside[i].squared() <= (reach-margin)*(reach-margin) && nearest[i].squared() > margin*margin {
			g.label[i] = noLabel
		}
	}
	g.dropStrays(shapes)
}

// way leads from a cell to another, in columns and rows.
type way struct{ x, y int16 }

// tooFar is beyond what any reach asks for, and its square below what an int32 holds.
const tooFar = 30_000

func (w way) squared() int32 { return int32(w.x)*int32(w.x) + int32(w.y)*int32(w.y) }

// goal is the cell at the end of a way.
func (g *labelGrid) goal(i int, w way) int { return i + int(w.y)*g.w + int(w.x) }

// nearest gives for each cell the way to the nearest one that is a seed (Danielsson 1980, eight neighbours): right to a fraction of
// a cell. Ways beyond ten thousand cells are too far, whatever they say.
func (g *labelGrid) nearest(seed func(i int) bool) []way {
	const far = tooFar / 3
	ways := make([]way, len(g.label))
	for i := range ways {
		if !seed(i) {
			ways[i] = way{far, far}
		}
	}
	// look takes over the way of a neighbour, if it is shorter.
	look := func(i, from int, dx, dy int16) {
		w := ways[from]
		if w.x += dx; w.x > far || w.x < -far {
			return
		}
		if w.y += dy; w.y > far || w.y < -far {
			return
		}
		if w.squared() < ways[i].squared() {
			ways[i] = w
		}
	}
	for y := range g.h {
		row := y * g.w
		if y > 0 {
			for i := row + 1; i < row+g.w-1; i++ {
				look(i, i-g.w, 0, -1)
				look(i, i-g.w-1, -1, -1)
				look(i, i-g.w+1, 1, -1)
			}
		}
		for i := row + 1; i < row+g.w; i++ {
			look(i, i-1, -1, 0)
		}
		for i := row + g.w - 2; i >= row; i-- {
			look(i, i+1, 1, 0)
		}
	}
	for y := g.h - 2; y >= 0; y-- {
		row := y * g.w
		for i := row + 1; i < row+g.w-1; i++ {
			look(i, i+g.w, 0, 1)
			look(i, i+g.w-1, -1, 1)
			look(i, i+g.w+1, 1, 1)
		}
		for i := row + 1; i < row+g.w; i++ {
			look(i, i-1, -1, 0)
		}
		for i := row + g.w - 2; i >= row; i-- {
			look(i, i+1, 1, 0)
		}
	}
	return ways
}

// pieces gives for each cell the first cell of its piece: the cells of the same label that hang together by edges.
func (g *labelGrid) pieces() []int32 {
	root := make([]int32, len(g.label))
	find := func(i int32) int32 {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for i, label := range g.label {
		root[i] = int32(i)
		if i%g.w > 0 && g.label[i-1] == label {
			root[i] = find(int32(i - 1))
		}
		if i >= g.w && g.label[i-g.w] == label {
			a, b := find(int32(i-g.w)), find(int32(i))
			root[max(a, b)] = min(a, b)
		}
	}
	for i := range root {
		root[i] = root[root[i]] // the first cell stands before: its root is final
	}
	return root
}

// fillHoles gives free ground that is surrounded and not too large to the nearest shape.
func (g *labelGrid) fillHoles(nearest []way, shapes []int16) {
	piece := g.pieces()
	size := make(map[int32]int)
	for i, label := range g.label {
		if label == noLabel && piece[i] != piece[0] { // the outside is one piece, for its cells go all round
			size[piece[i]]++
		}
	}
	for i, label := range g.label {
		if label == noLabel && piece[i] != piece[0] && float64(size[piece[i]])*g.cell*g.cell <= holeM2 {
			g.label[i] = shapes[g.goal(i, nearest[i])]
		}
	}
}

// dropStrays gives pieces of an outline in which no shape stands to the neighbour with the longest border, or to nobody.
func (g *labelGrid) dropStrays(shapes []int16) {
	piece := g.pieces()
	holds := make([]bool, len(piece))
	for i, label := range g.label {
		if label != noLabel && shapes[i] == label {
			holds[piece[i]] = true
		}
	}
	strays := make(map[int32][]int)
	var order []int32
	for i, label := range g.label {
		if p := piece[i]; label != noLabel && !holds[p] {
			if strays[p] == nil {
				order = append(order, p)
			}
			strays[p] = append(strays[p], i)
		}
	}
	for _, p := range order {
		around := map[int16]int{}
		for _, i := range strays[p] {
			for _, o := range [4]int{i - 1, i + 1, i - g.w, i + g.w} {
				if piece[o] != p {
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
		for _, i := range strays[p] {
			g.label[i] = to
		}
	}
}
