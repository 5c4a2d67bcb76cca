package sheet

import (
	"math"
	"strings"

	"estateatlas/backend/paper"
)

// typeScale holds the sizes of text on a page, in points, and what goes with them, in mm.
type typeScale struct {
	title, subtitle, head, row, note float64
	line                             float64 // from one row to the next
	gap                              float64 // between things that belong together
	by                               float64 // 1 on A4
}

func typeOf(s Size) typeScale {
	by := s.unit / 0.2
	return typeScale{title: 17 * by, subtitle: 9 * by, head: 9 * by, row: 8 * by, note: 7 * by, line: 5 * by, gap: 2 * by, by: by}
}

// layout is where the parts of a map sheet stand.
type layout struct {
	t                            typeScale
	header, mapBox, legend, foot paper.Box
	// imprint is where scale and north arrow stand.
	imprint paper.Box
	// columns is true where the parts of the legend stand side by side.
	columns bool
}

const (
	legendWidth  = 54.0
	legendHeight = 62.0
)

func layoutOf(s Size) layout {
	t := typeOf(s)
	m := s.margin
	l := layout{t: t}
	l.header = paper.Box{X: m, Y: m, W: s.Width - 2*m, H: 14 * t.by}
	foot := 4.5 * t.by
	if s.Width < s.Height {
		foot += footLine * t.by
	}
	l.foot = paper.Box{X: m, Y: s.Height - m - foot, W: s.Width - 2*m, H: foot}
	body := paper.Box{X: m, Y: l.header.Bottom(), W: s.Width - 2*m, H: l.foot.Y - l.header.Bottom()}
	gap := 4 * t.by
	scale := 24 * t.by
	if s.Width > s.Height {
		w := legendWidth * t.by
		l.mapBox = paper.Box{X: body.X, Y: body.Y, W: body.W - w - gap, H: body.H}
		l.legend = paper.Box{X: l.mapBox.Right() + gap, Y: body.Y, W: w, H: body.H - scale}
		l.imprint = paper.Box{X: l.legend.X, Y: l.legend.Bottom(), W: w, H: scale}
		return l
	}
	h := legendHeight * t.by
	l.columns = true
	l.mapBox = paper.Box{X: body.X, Y: body.Y, W: body.W, H: body.H - h - gap}
	l.legend = paper.Box{X: body.X, Y: l.mapBox.Bottom() + gap, W: body.W, H: h}
	return l
}

// drawHeader writes title, subtitle and marks.
func drawHeader(c paper.Canvas, b paper.Box, title, subtitle string, marks []string, t typeScale) {
	right := b.Right()
	for _, mark := range marks {
		w := paper.Width(mark, t.head) + 4*t.by
		box := paper.Box{X: right - w, Y: b.Y, W: w, H: 6 * t.by}
		c.Stroke(paper.RoundRect(box.X, box.Y, box.W, box.H, 0.8*t.by), paper.Pen{Width: 0.3 * t.by, Color: Light.Text1})
		c.Text(paper.Text{
			Text: mark, X: box.X + w/2, Y: box.Y + box.H/2, Anchor: paper.Center, Middle: true, Size: t.head, Bold: true, Color: Light.Text1,
		})
		right -= w + t.gap
	}
	room := right - b.X - 2*t.gap
	c.Text(paper.Text{Text: paper.Shorten(title, t.title, room), X: b.X, Y: b.Y + 5.4*t.by, Size: t.title, Bold: true, Color: Light.Text1})
	c.Text(paper.Text{Text: paper.Shorten(subtitle, t.subtitle, b.W), X: b.X, Y: b.Y + 10.6*t.by, Size: t.subtitle, Color: Light.Text2})
}

// drawFoot writes the facts of the imprint in as many lines as the foot has.
func drawFoot(c paper.Canvas, b paper.Box, facts []string, t typeScale) {
	lines := paper.Wrap(strings.Join(facts, " · "), t.note, b.W)
	if most := max(1, int(b.H/(footLine*t.by))); len(lines) > most {
		lines = append(lines[:most-1], paper.Shorten(strings.Join(lines[most-1:], ""), t.note, b.W))
	}
	for i, line := range lines {
		c.Text(paper.Text{Text: line, X: b.X, Y: b.Y + 4*t.by + float64(i)*footLine*t.by, Size: t.note, Color: Light.Text3})
	}
}

const footLine = 3.6

// marks are the words beside the title.
func (m *Map) marks() []string {
	var out []string
	if m.Internal {
		out = append(out, m.Lang.pick("内部使用", "Internal use"))
	}
	if m.MadeUp {
		out = append(out, m.Lang.pick("虚构数据", "Made-up data"))
	}
	return out
}

// drawMap draws the map itself in its box with a frame around it.
func (p *page) drawMap() {
	p.canvas.Within(p.view.box, func() {
		p.drawGround()
		p.drawEstates()
		p.drawLinks()
		p.drawSymbols()
		p.drawChosen()
		p.drawNames()
		p.drawCorners()
	})
	if !p.bare {
		p.canvas.Stroke(p.view.box.Path(), paper.Pen{Width: 0.35 * p.view.unit / 0.2, Color: Light.Text1})
	}
}

// drawChosen frames the estate that a page is about.
func (p *page) drawChosen() {
	if p.chosen == none || len(p.world.estates[p.chosen].rings) == 0 {
		return
	}
	path := p.view.path(p.world.estates[p.chosen].rings, true)
	if p.isSmall(p.chosen) {
		at := p.view.place(p.world.at[p.chosen])
		size := p.symbolSize(&p.world.m.Estates[p.chosen]) + 6*p.view.unit
		path = paper.RoundRect(at.X-size/2, at.Y-size/2, size, size, 4*p.view.unit)
	}
	p.stroke(path, paper.Pen{Width: 6 * p.view.unit, Color: Light.Halo, Join: paper.RoundJoin})
	p.stroke(path, paper.Pen{Width: 3 * p.view.unit, Color: Light.Text1, Join: paper.RoundJoin})
}

// Draw draws a map sheet on one page.
func Draw(c paper.Canvas, m *Map) {
	newWorld(m).drawSheet(c, false)
}

// DrawPicture draws a map sheet that is looked at on a screen: the scale says for which paper it holds.
func DrawPicture(c paper.Canvas, m *Map) {
	newWorld(m).drawSheet(c, true)
}

func (w *world) drawSheet(c paper.Canvas, picture bool) {
	m := w.m
	c.AddPage(m.Size.Width, m.Size.Height)
	l := layoutOf(m.Size)
	p := &page{canvas: c, world: w, view: fit(w.extent, l.mapBox, m.Size.unit), chosen: none}
	p.drawMap()
	drawHeader(c, l.header, m.Title, m.Subtitle, m.marks(), l.t)
	note := ""
	if picture {
		note = m.Lang.pick("按 "+m.Size.name+" 打印", "printed on "+m.Size.name)
	}
	blocks := p.legendBlocks()
	if l.columns {
		p.drawLegendColumns(blocks, &l, note)
	} else {
		p.drawLegend(blocks, l.legend, &l.t)
		p.drawImprint(l.imprint, &l.t, note)
	}
	drawFoot(c, l.foot, m.Facts, l.t)
}

// drawImprint draws scale and north arrow at the bottom of a box.
func (p *page) drawImprint(b paper.Box, t *typeScale, note string) {
	m := p.world.m
	north := 9 * t.by
	high := 16 * t.by
	p.canvas.Stroke(paper.Segment(b.X, b.Bottom()-high-3*t.by, b.Right(), b.Bottom()-high-3*t.by), paper.Pen{Width: 0.2 * t.by, Color: Light.Border2})
	drawScale(p.canvas, b.X, b.Bottom()-high+0.5*t.by, math.Min(50*t.by, b.W-north-2*t.gap), p.view.scale, m.Lang, note, *t)
	drawNorth(p.canvas, paper.Box{X: b.Right() - north, Y: b.Bottom() - high, W: north, H: high - 0.5*t.by}, m.Lang, *t)
}
