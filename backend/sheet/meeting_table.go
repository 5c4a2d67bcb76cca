package sheet

import (
	"math"

	"estateatlas/backend/paper"
)

const (
	tableSize   = 11.0
	rowHeight   = 7.6
	mostInARow  = 4    // lines of a cell
	cellSlack   = 1.04 // letters of another font may be wider
	leastColumn = 11.0
)

// natural is how wide a table would like to be, no column wider than most.
func (t *MeetingTable) natural(most float64) []float64 {
	widths := make([]float64, len(t.Head))
	for i, h := range t.Head {
		widths[i] = paper.Width(tidy(h), smallSize)
		for _, row := range t.Rows {
			if i < len(row) {
				widths[i] = math.Max(widths[i], paper.Width(tidy(row[i]), tableSize))
			}
		}
		widths[i] = math.Min(math.Max(widths[i]*cellSlack+2*cellMargin, leastColumn), most)
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

// laid gives each column its room in width: the narrow ones what they need, the wide ones the rest in equal shares; room that is
// left is shared out, so that the table ends where the page does.
func (t *MeetingTable) laid(width float64) *grid {
	need := t.natural(math.Inf(1))
	if total := sum(need); total > width {
		shrink(need, width)
	} else if n := float64(len(need)); n > 0 {
		for i := range need {
			need[i] += (width - total) / n
		}
	}
	g := &grid{widths: need, right: t.Right, strong: t.Strong, head: t.Head, size: tableSize, headHeight: heightOf(t.Head, need, smallSize, rowHeight)}
	for _, row := range t.Rows {
		g.add(row)
	}
	return g
}

// shrink takes from the widest columns until all fit.
func shrink(widths []float64, width float64) {
	low, high := 0.0, width
	for range 40 {
		cap := (low + high) / 2
		total := 0.0
		for _, w := range widths {
			total += math.Min(w, cap)
		}
		if total > width {
			high = cap
		} else {
			low = cap
		}
	}
	for i := range widths {
		widths[i] = math.Min(widths[i], low)
	}
}

// add appends a row with its text broken into the lines of its cells.
func (g *grid) add(row []string) {
	cells := make([]string, len(g.widths))
	for i := range cells {
		if i < len(row) {
			cells[i] = tidy(row[i])
		}
	}
	g.rows = append(g.rows, cells)
	g.heights = append(g.heights, heightOf(cells, g.widths, g.size, rowHeight))
}

func heightOf(cells []string, widths []float64, size, least float64) float64 {
	most := 1
	for i, c := range cells {
		most = max(most, len(cellLines(c, size, widths[i])))
	}
	return math.Max(least, float64(most)*lineHeight(size)*0.93+2)
}

// cellLines are the lines of a cell.
func cellLines(text string, size, width float64) []string {
	return lines(text, size, (width-2*cellMargin)/cellSlack, mostInARow)
}

// balanced cuts a table into as few pieces as split does, of about the same height, so that the last one is no stub.
func (g *grid) balanced(first, height float64) []*grid {
	best := g.split(first, height)
	if n := len(best); n > 1 {
		low, high := 0.0, height
		for range 12 {
			less := (low + high) / 2
			if parts := g.split(first-less, height-less); len(parts) == n {
				best, low = parts, less
			} else {
				high = less
			}
		}
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

// spread makes the rows of a table that has room higher, so that few rows do not huddle at the top of a page.
func (g *grid) spread(room float64) {
	const most = 10.5
	if len(g.rows) == 0 || g.height() >= room {
		return
	}
	more := math.Min((room-g.height())/float64(len(g.rows)), most-rowHeight)
	for i := range g.heights {
		g.heights[i] += more
	}
}

func (g *grid) height() float64 { return g.headHeight + sum(g.heights) }
