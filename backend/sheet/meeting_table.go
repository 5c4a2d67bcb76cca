package sheet

import (
	"math"
	"slices"
)

const (
	tableSize   = 11.0
	rowHeight   = 7.6
	mostInARow  = 12   // lines of a cell
	cellSlack   = 1.04 // letters of another font may be wider
	leastColumn = 11.0
)

// natural is how wide the columns of a table would like to be.
func (t *MeetingTable) natural(f *form) []float64 {
	widths := make([]float64, len(t.Head))
	for i, h := range t.Head {
		widths[i] = f.wide(run{text: tidy(h), size: smallSize})
		for _, row := range t.Rows {
			if i < len(row) {
				widths[i] = math.Max(widths[i], f.wide(run{text: tidy(row[i]), size: tableSize}))
			}
		}
		widths[i] = math.Max(widths[i]*cellSlack+2*cellMargin, leastColumn)
	}
	return widths
}

func sum(values []float64) float64 {
	s := 0.0
	for _, v := range values {
		s += v
	}
	return s
}

func (t *MeetingTable) isNumber(column int) bool { return column < len(t.Right) && t.Right[column] }

// laid gives each column its room in width: numbers and narrow columns what they need, the wide ones the rest in equal shares.
// Room that is left is shared out, so that the table ends where the page does.
func (t *MeetingTable) laid(width float64, f *form) *grid {
	need := t.natural(f)
	if total := sum(need); total > width {
		t.shrink(need, width)
	} else if n := float64(len(need)); n > 0 {
		for i := range need {
			need[i] += (width - total) / n
		}
	}
	g := &grid{form: f, widths: need, right: t.Right, strong: t.Strong, head: t.Head, size: tableSize}
	g.headHeight = g.heightOf(t.Head, smallSize)
	for _, row := range t.Rows {
		g.add(row)
	}
	return g
}

// shrink takes from the widest columns until all fit; from numbers only where the words beside them have given all.
func (t *MeetingTable) shrink(widths []float64, width float64) {
	numbers := 0.0
	for i, w := range widths {
		if t.isNumber(i) {
			numbers += w
		}
	}
	const leastWords = 16 // mm, four characters
	words := len(widths)
	for i := range widths {
		if t.isNumber(i) {
			words--
		}
	}
	keep := numbers+float64(words)*leastWords <= width
	low, high := 0.0, width
	limited := func(i int, limit float64) float64 {
		if keep && t.isNumber(i) {
			return widths[i]
		}
		return math.Min(widths[i], limit)
	}
	for range 40 {
		mid, total := (low+high)/2, 0.0
		for i := range widths {
			total += limited(i, mid)
		}
		if total > width {
			high = mid
		} else {
			low = mid
		}
	}
	for i := range widths {
		widths[i] = limited(i, low)
	}
}

// add appends a row.
func (g *grid) add(row []string) {
	cells := make([]string, len(g.widths))
	for i := range cells {
		if i < len(row) {
			cells[i] = tidy(row[i])
		}
	}
	g.rows = append(g.rows, cells)
	g.heights = append(g.heights, g.heightOf(cells, g.size))
}

func (g *grid) heightOf(cells []string, size float64) float64 {
	most := 1
	for i, c := range cells {
		most = max(most, len(g.lines(c, size, i)))
	}
	return math.Max(rowHeight, float64(most)*lineHeight(size)*0.93+2)
}

// lines are the lines of a cell.
func (g *grid) lines(text string, size float64, column int) []string {
	return g.form.lines(text, size, (g.widths[column]-2*cellMargin)/cellSlack, mostInARow)
}

// reads tells whether a table of that width is read with ease: numbers and names on one line, other cells on few.
func (g *grid) reads() bool {
	const most = 5
	for _, row := range g.rows {
		for i, c := range row {
			n := len(g.lines(c, g.size, i))
			if n > most || n > 1 && (i == g.strong || i < len(g.right) && g.right[i]) {
				return false
			}
		}
	}
	return true
}

// balanced cuts a table into as few pieces as split does, of about the same height, so that the last one is no stub and has
// room for a note of that height below it.
func (g *grid) balanced(first, height, note float64) []*grid {
	var best []*grid
	const steps = 64
	for i := range steps {
		less := height * float64(i) / steps
		parts := g.split(first-less, height-less)
		room := height
		if len(parts) == 1 {
			room = first
		}
		if parts[len(parts)-1].height()+note > room {
			continue
		}
		if best != nil && len(parts) > len(best) {
			break
		}
		best = parts
	}
	if best == nil {
		return g.split(first, height)
	}
	return best
}

// split cuts a table into pieces of at most height, the first of at most first, each with the head.
func (g *grid) split(first, height float64) []*grid {
	var out []*grid
	room := first
	for at := 0; at < len(g.rows) || len(out) == 0; {
		part := *g
		used, end := g.headHeight, at
		for end < len(g.rows) && (used+g.heights[end] <= room || end == at) {
			used += g.heights[end]
			end++
		}
		part.rows, part.heights = g.rows[at:end], g.heights[at:end]
		out = append(out, &part)
		at, room = end, height
	}
	return out
}

// spread makes the rows of the parts of a table higher, all by the same, so that few rows do not huddle at the top of a page.
// rooms are the heights that the parts may take.
func spread(parts []*grid, rooms []float64) {
	const most = 10.5
	more := most - rowHeight
	for i, g := range parts {
		if len(g.rows) > 0 {
			more = math.Min(more, (rooms[i]-g.height())/float64(len(g.rows)))
		}
	}
	if more <= 0 {
		return
	}
	for _, g := range parts {
		g.heights = slices.Clone(g.heights)
		for i := range g.heights {
			g.heights[i] += more
		}
	}
}

func (g *grid) height() float64 { return g.headHeight + sum(g.heights) }
