package slides

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"
)

func (s *Slide) id() string {
	s.nextID++
	return count(s.nextID - 1)
}

// placeholder fills a placeholder of the layout; place and look are the layout's.
func (s *Slide) placeholder(name, text string, size float64, ph ...string) {
	s.shapes = append(s.shapes, el("p:sp").with(
		el("p:nvSpPr").with(
			el("p:cNvPr", "id", s.id(), "name", name),
			el("p:cNvSpPr").with(el("a:spLocks", "noGrp", "1")),
			el("p:nvPr").with(el("p:ph", ph...)),
		),
		el("p:spPr"),
		el("p:txBody").with(el("a:bodyPr"), el("a:lstStyle"), s.plain(text, size)),
	))
}

// plain is a paragraph in the look of its placeholder.
func (s *Slide) plain(text string, size float64) node {
	p, look := el("a:p"), el("a:rPr", "lang", s.deck.about.Language)
	if size > 0 {
		look = look.attr("sz", count(int(math.Round(size*100))))
	}
	for i, line := range strings.Split(oneFeed(text), "\n") {
		if i > 0 {
			p = p.with(el("a:br"))
		}
		if line != "" {
			p = p.with(el("a:r").with(look, said("a:t", line)))
		}
	}
	return p
}

// footer puts mark, date and number on the slide. The number is a field, so that it follows when slides are moved.
func (s *Slide) footer(number bool) {
	if s.deck.about.Date != "" {
		s.placeholder("Date", s.deck.about.Date, 0, "type", "dt", "sz", "half", "idx", "10")
	}
	if s.deck.about.Mark != "" {
		s.placeholder("Mark", s.deck.about.Mark, 0, "type", "ftr", "sz", "quarter", "idx", "11")
	}
	if !number {
		return
	}
	s.shapes = append(s.shapes, el("p:sp").with(
		el("p:nvSpPr").with(
			el("p:cNvPr", "id", s.id(), "name", "Number"),
			el("p:cNvSpPr").with(el("a:spLocks", "noGrp", "1")),
			el("p:nvPr").with(el("p:ph", "type", "sldNum", "sz", "quarter", "idx", "12")),
		),
		el("p:spPr"),
		el("p:txBody").with(el("a:bodyPr"), el("a:lstStyle"), el("a:p").with(numberField(count(len(s.deck.slides))))),
	))
}

// numberField is the number of the slide. Its GUID may be any; the same one everywhere is what PowerPoint writes too.
func numberField(now string) node {
	return el("a:fld", "id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type", "slidenum").with(el("a:rPr", "lang", "en-US"), said("a:t", now))
}

func (s *Slide) shape(name string, at Box, look Look, t *Text, isText bool) {
	kind := el("p:cNvSpPr")
	if isText {
		kind = kind.attr("txBox", "1")
	}
	geometry := el("a:prstGeom", "prst", "rect").with(el("a:avLst"))
	if side := math.Min(at.W, at.H); look.Radius > 0 && side > 0 {
		// The corner is given in hundred thousandths of the shorter side.
		corner := int(math.Round(math.Min(look.Radius/side, 0.5) * 100000))
		geometry = el("a:prstGeom", "prst", "roundRect").with(el("a:avLst").with(el("a:gd", "name", "adj", "fmla", fmt.Sprintf("val %d", corner))))
	}
	sp := el("p:sp").with(
		el("p:nvSpPr").with(el("p:cNvPr", "id", s.id(), "name", name), kind, el("p:nvPr")),
		el("p:spPr").with(frame("a:xfrm", at), geometry, fill(look.Fill), line(look)),
	)
	if t == nil {
		t = &Text{}
	}
	s.shapes = append(s.shapes, sp.with(s.body(t)))
}

func frame(name string, at Box) node {
	return el(name).with(el("a:off", "x", emu(at.X), "y", emu(at.Y)), el("a:ext", "cx", emu(math.Max(at.W, 0)), "cy", emu(math.Max(at.H, 0))))
}

func paint(c color.NRGBA) node {
	n := el("a:srgbClr", "val", fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B))
	if c.A < 255 {
		n = n.with(el("a:alpha", "val", count(int(c.A)*100000/255)))
	}
	return el("a:solidFill").with(n)
}

func fill(c color.NRGBA) node {
	if c.A == 0 {
		return el("a:noFill")
	}
	return paint(c)
}

func line(look Look) node {
	if look.Line.A == 0 || look.Width <= 0 {
		return el("a:ln").with(el("a:noFill"))
	}
	n := el("a:ln", "w", emu(look.Width)).with(paint(look.Line))
	if look.Dashed {
		n = n.with(el("a:prstDash", "val", "dash"))
	}
	return n.with(el("a:round"))
}

func (s *Slide) body(t *Text) node {
	wrap := "square"
	if t.Single {
		wrap = "none"
	}
	anchor := [...]string{Top: "t", Middle: "ctr", Bottom: "b"}[t.Anchor]
	body := el("p:txBody").with(
		el("a:bodyPr", "wrap", wrap, "lIns", "0", "tIns", "0", "rIns", "0", "bIns", "0", "rtlCol", "0", "anchor", anchor).with(el("a:noAutofit")),
		el("a:lstStyle"),
	)
	for i := range t.Paragraphs {
		body = body.with(s.paragraph(&t.Paragraphs[i]))
	}
	if len(t.Paragraphs) == 0 {
		body = body.with(el("a:p"))
	}
	return body
}

func (s *Slide) paragraph(p *Paragraph) node {
	look := el("a:pPr", "algn", [...]string{Left: "l", Center: "ctr", Right: "r"}[p.Align])
	if p.Gap > 0 {
		look = look.with(el("a:spcBef").with(el("a:spcPts", "val", count(int(math.Round(p.Gap*100))))))
	}
	out := el("a:p").with(look)
	size := 0.0
	for _, r := range p.Runs {
		for i, part := range strings.Split(oneFeed(r.Text), "\n") {
			if i > 0 {
				out = out.with(el("a:br").with(s.runLook("a:rPr", &r)))
			}
			if part != "" {
				out = out.with(el("a:r").with(s.runLook("a:rPr", &r), said("a:t", part)))
			}
		}
		size = r.Size
	}
	if len(p.Runs) == 0 || size <= 0 {
		return out
	}
	// What is typed behind the last letter has its size; without this an empty cell is as high as the default size.
	return out.with(s.runLook("a:endParaRPr", &p.Runs[len(p.Runs)-1]))
}

// runLook is the look of a run. Latin and Chinese letters both take the theme's font.
func (s *Slide) runLook(name string, r *Run) node {
	c := r.Color
	if c.A == 0 {
		c = color.NRGBA{A: 255}
	}
	n := el(name, "lang", s.deck.about.Language, "altLang", "en-US")
	if r.Size > 0 {
		n = n.attr("sz", count(int(math.Round(r.Size*100))))
	}
	bold := "0"
	if r.Bold {
		bold = "1"
	}
	return n.attr("b", bold).attr("dirty", "0").with(paint(c), el("a:latin", "typeface", "+mn-lt"), el("a:ea", "typeface", "+mn-ea"))
}

func oneFeed(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// path draws a free line; its coordinates count from the box around it.
func (s *Slide) path(name string, points []Point, look Look) {
	west, north, east, south := points[0].X, points[0].Y, points[0].X, points[0].Y
	for _, p := range points[1:] {
		west, east = math.Min(west, p.X), math.Max(east, p.X)
		north, south = math.Min(north, p.Y), math.Max(south, p.Y)
	}
	at := Box{west, north, east - west, south - north}
	closed := look.Fill.A != 0
	way := el("a:path", "w", emu(at.W), "h", emu(at.H))
	if !closed {
		way = way.attr("fill", "none")
	}
	for i, p := range points {
		step := "a:lnTo"
		if i == 0 {
			step = "a:moveTo"
		}
		way = way.with(el(step).with(el("a:pt", "x", emu(p.X-west), "y", emu(p.Y-north))))
	}
	if closed {
		way = way.with(el("a:close"))
	}
	geometry := el("a:custGeom").with(el("a:avLst"), el("a:gdLst"), el("a:ahLst"), el("a:cxnLst"),
		el("a:rect", "l", "0", "t", "0", "r", "r", "b", "b"), el("a:pathLst").with(way))
	s.shapes = append(s.shapes, el("p:sp").with(
		el("p:nvSpPr").with(el("p:cNvPr", "id", s.id(), "name", name), el("p:cNvSpPr"), el("p:nvPr")),
		el("p:spPr").with(frame("a:xfrm", at), geometry, fill(look.Fill), line(look)),
		s.body(&Text{}),
	))
}

func (s *Slide) picture(name string, at Box, media int, alt string) {
	s.shapes = append(s.shapes, el("p:pic").with(
		el("p:nvPicPr").with(
			el("p:cNvPr", "id", s.id(), "name", name, "descr", alt),
			el("p:cNvPicPr").with(el("a:picLocks", "noChangeAspect", "1")),
			el("p:nvPr"),
		),
		el("p:blipFill").with(el("a:blip", "r:embed", relationID(media+1)), el("a:stretch").with(el("a:fillRect"))),
		el("p:spPr").with(frame("a:xfrm", at), el("a:prstGeom", "prst", "rect").with(el("a:avLst"))),
	))
}

// relationID is the id of a relationship of a slide: 0 is its layout, the pictures follow.
func relationID(n int) string { return "rId" + strconv.Itoa(n+1) }

func (s *Slide) table(name string, x, y float64, t *Table) {
	grid := el("a:tblGrid")
	width, height := 0.0, t.HeadHeight
	for _, c := range t.Columns {
		grid = grid.with(el("a:gridCol", "w", emu(c.Width)))
		width += c.Width
	}
	// No table style: lines and grounds stand in the cells and look the same in every program.
	table := el("a:tbl").with(
		el("a:tblPr", "firstRow", "1").with(said("a:tableStyleId", noTableStyle)),
		grid,
		s.row(t, t.Head, t.HeadHeight, t.Ground),
	)
	for i, cells := range t.Rows {
		h := t.RowHeight
		if i < len(t.Heights) {
			h = t.Heights[i]
		}
		height += h
		table = table.with(s.row(t, cells, h, color.NRGBA{}))
	}
	s.shapes = append(s.shapes, el("p:graphicFrame").with(
		el("p:nvGraphicFramePr").with(
			el("p:cNvPr", "id", s.id(), "name", name),
			el("p:cNvGraphicFramePr").with(el("a:graphicFrameLocks", "noGrp", "1")),
			el("p:nvPr"),
		),
		frame("p:xfrm", Box{x, y, width, height}),
		el("a:graphic").with(el("a:graphicData", "uri", nsTable).with(table)),
	))
}

func (s *Slide) row(t *Table, cells []Cell, height float64, ground color.NRGBA) node {
	tr := el("a:tr", "h", emu(height))
	for i, column := range t.Columns {
		var cell Cell
		if i < len(cells) {
			cell = cells[i]
		}
		none := func(side string) node { return el(side, "w", "0").with(el("a:noFill")) }
		under := none("a:lnB")
		if t.Line.A != 0 {
			under = el("a:lnB", "w", emu(0.75)).with(paint(t.Line))
		}
		tr = tr.with(el("a:tc").with(
			el("a:txBody").with(el("a:bodyPr"), el("a:lstStyle"), s.paragraph(&Paragraph{Runs: cell, Align: column.Align})),
			el("a:tcPr", "marL", emu(t.Margin), "marR", emu(t.Margin), "marT", emu(2), "marB", emu(2), "anchor", "ctr").with(
				none("a:lnL"), none("a:lnR"), none("a:lnT"), under, fill(ground)),
		))
	}
	return tr
}
