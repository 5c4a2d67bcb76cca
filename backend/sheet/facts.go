package sheet

import (
	"strconv"

	"estateatlas/backend/paper"
)

// Heights of the facts panel on A4, in mm.
const (
	factHead    = 6.4
	factLine    = 5.2
	factGap     = 3.4
	chartHeight = 36.0
)

// drawFacts writes what is said of an estate, most telling first; what has no room is left out and said to be.
func (d *atlasDrawing) drawFacts(leaf *Leaf, b paper.Box) {
	columns := []paper.Box{b}
	if d.size.Width < d.size.Height {
		w := (b.W - 8*d.t.by) / 2
		columns = []paper.Box{{X: b.X, Y: b.Y, W: w, H: b.H}, {X: b.X + w + 8*d.t.by, Y: b.Y, W: w, H: b.H}}
	}
	at, y := 0, b.Y
	if len(leaf.History.Points) > 0 {
		y = d.drawHistory(&leaf.History, columns[0])
	}
	for i := range leaf.Sections {
		s := &leaf.Sections[i]
		// In the last column a head needs two rows with it, in others the whole section.
		rows := len(s.Rows)
		if at == len(columns)-1 {
			rows = min(rows, 2)
		}
		if y > columns[at].Y && y+d.sectionHeight(s, columns[at], rows) > columns[at].Bottom() {
			if at++; at == len(columns) {
				break
			}
			y = columns[at].Y
		}
		y = d.drawSection(s, columns[at], y)
	}
}

func (d *atlasDrawing) sectionHeight(s *Section, b paper.Box, rows int) float64 {
	h := factHead * d.t.by
	for _, r := range s.Rows[:min(rows, len(s.Rows))] {
		h += d.rowHeight(len(d.rowLines(&r, b.W)))
	}
	return h
}

// rowHeight sets rows of several lines a little apart.
func (d *atlasDrawing) rowHeight(lines int) float64 {
	h := float64(lines) * factLine * d.t.by
	if lines > 1 {
		h += d.t.by
	}
	return h
}

func (d *atlasDrawing) drawSection(s *Section, b paper.Box, y float64) float64 {
	t, by := d.t, d.t.by
	y = d.drawHead(s.Title, s.Note, b, y)
	for i := range s.Rows {
		r := &s.Rows[i]
		lines := d.rowLines(r, b.W)
		room := b.Bottom() - y
		if i < len(s.Rows)-1 {
			room -= factLine * by
		}
		if d.rowHeight(len(lines)) > room {
			left := len(s.Rows) - i
			more := strconv.Itoa(left)
			d.write(d.a.Map.Lang.pick("其余 "+more+" 行见系统", more+" more rows in the program"), b.X, y, t.note, false, Light.Text3)
			return y + factLine*by
		}
		if r.Label != "" {
			d.write(r.Label, b.X, y, t.row, false, Light.Text2)
		}
		for _, line := range lines {
			text := paper.Text{Text: line, X: b.Right(), Y: y + factLine*by/2, Middle: true, Anchor: paper.Right, Size: t.row, Bold: r.Strong, Color: Light.Text1}
			if r.Label == "" {
				text.X, text.Anchor = b.X, paper.Left
			}
			d.c.Text(text)
			y += factLine * by
		}
		y += d.rowHeight(len(lines)) - float64(len(lines))*factLine*by
	}
	return y + factGap*by
}

// rowLines breaks the value of a row where it has no room beside its label.
func (d *atlasDrawing) rowLines(r *Row, width float64) []string {
	if r.Label != "" {
		width -= paper.Width(r.Label, d.t.row) + 2*d.t.gap
	}
	return paper.Wrap(r.Value, d.t.row, max(width, 20*d.t.by))
}

func (d *atlasDrawing) write(text string, x, y, size float64, bold bool, c paper.Color) {
	d.c.Text(paper.Text{Text: text, X: x, Y: y + factLine*d.t.by/2, Middle: true, Size: size, Bold: bold, Color: c})
}

// drawHead writes the head of a section with a line over it.
func (d *atlasDrawing) drawHead(title, note string, b paper.Box, y float64) float64 {
	t := d.t
	if y > b.Y {
		d.c.Stroke(paper.Segment(b.X, y, b.Right(), y), paper.Pen{Width: 0.15 * t.by, Color: Light.Border2})
		y += 1.2 * t.by
	}
	d.write(title, b.X, y, t.head, true, Light.Text1)
	if note != "" {
		room := b.W - paper.Width(title, t.head) - 2*t.gap
		d.c.Text(paper.Text{
			Text: paper.Shorten(note, t.note, room), X: b.Right(), Y: y + factLine*t.by/2, Middle: true, Anchor: paper.Right, Size: t.note, Color: Light.Text3,
		})
	}
	return y + factHead*t.by
}

// drawHistory draws a course of ranks: the first place above, the bands washed, bottom results as squares, gaps where it was not
// scored. It returns where it ends.
func (d *atlasDrawing) drawHistory(h *History, b paper.Box) float64 {
	t, by := d.t, d.t.by
	y0 := d.drawHead(h.Title, h.Note, b, b.Y)
	last := 1
	for _, p := range h.Points {
		last = max(last, p.Of, p.Rank)
	}
	axis := paper.Width(strconv.Itoa(last), t.note) + 2*by
	f := paper.Box{X: b.X + axis, Y: y0 + by, W: b.W - axis - by, H: (chartHeight - 10) * by}
	x := func(i int) float64 {
		if len(h.Points) == 1 {
			return f.X + f.W/2
		}
		return f.X + float64(i)/float64(len(h.Points)-1)*f.W
	}
	y := func(rank float64) float64 { return f.Y + (rank-1)/max(1, float64(last-1))*f.H }
	if n := float64(h.BandSize); n > 0 && float64(last) > 2*n {
		d.c.Fill(paper.Rect(f.X, f.Y-0.6*by, f.W, y(n+0.5)-f.Y+0.6*by), Light.TopWash)
		low := y(float64(last) - n + 0.5)
		d.c.Fill(paper.Rect(f.X, low, f.W, f.Bottom()+0.6*by-low), Light.LowWash)
	}
	for _, tick := range ticks(last) {
		at := y(float64(tick))
		d.c.Text(paper.Text{
			Text: strconv.Itoa(tick), X: f.X - 1.2*by, Y: at, Anchor: paper.Right, Middle: true, Size: t.note, Color: Light.Text3,
		})
		d.c.Stroke(paper.Segment(f.X, at, f.Right(), at), paper.Pen{Width: 0.12 * by, Color: Light.ChartGrid})
	}
	var course paper.Path
	var chain []paper.Point
	for i, p := range h.Points {
		if p.Rank > 0 {
			chain = append(chain, paper.Point{X: x(i), Y: y(float64(p.Rank))})
		}
		if p.Rank <= 0 || i == len(h.Points)-1 {
			if len(chain) > 1 {
				course = append(course, paper.Line{Points: chain})
			}
			chain = nil
		}
	}
	d.c.Stroke(course, paper.Pen{Width: 0.4 * by, Color: Light.ChartLine, Join: paper.RoundJoin, Cap: paper.RoundCap})
	for i, p := range h.Points {
		at := paper.Point{X: x(i), Y: y(float64(max(1, p.Rank)))}
		alone := (i == 0 || h.Points[i-1].Rank <= 0) && (i == len(h.Points)-1 || h.Points[i+1].Rank <= 0)
		switch half := 0.8 * by; {
		case p.Rank <= 0:
		case p.Band == Bottom:
			d.c.Fill(paper.Rect(at.X-half, at.Y-half, 2*half, 2*half), Light.Fills[Bottom])
		case p.Band == Top:
			d.c.Fill(paper.Circle(at.X, at.Y, half), Light.Fills[Top])
		case alone, i == len(h.Points)-1:
			d.c.Fill(paper.Circle(at.X, at.Y, half*0.8), Light.ChartLine)
		}
	}
	low := f.Bottom() + 3.4*by
	ends := []struct {
		at     int
		anchor paper.Anchor
	}{{0, paper.Left}, {len(h.Points) / 2, paper.Center}, {len(h.Points) - 1, paper.Right}}
	if len(h.Points) < 5 {
		ends = append(ends[:1], ends[2:]...)
	}
	if len(h.Points) == 1 {
		ends = ends[:1]
		ends[0].anchor = paper.Center
	}
	for _, e := range ends {
		d.c.Text(paper.Text{Text: h.Points[e.at].Label, X: x(e.at), Y: low, Anchor: e.anchor, Middle: true, Size: t.note, Color: Light.Text3})
	}
	return low + factGap*by + 1.6*by
}
