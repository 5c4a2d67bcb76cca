package sheet

import (
	"estateatlas/backend/paper"
)

const (
	stripRow = 6.4 // height of a row of the legend
	stripPad = 1.2
)

// draw draws the map in a box with its legend in a strip below.
func (m *MeetingMap) draw(c paper.Canvas, at paper.Box, unit float64) {
	s := m.strip(c, at, unit)
	height := float64(len(s.rows))*stripRow + 2*stripPad
	box := paper.Box{X: at.X, Y: at.Y, W: at.W, H: at.H - height}
	m.Of.Draw(c, Inset{Box: box, Unit: unit, Chosen: m.Chosen, Lit: m.Lit, Ringed: m.Ringed, ScaleBar: true, Bare: true})
	c.Fill(paper.Rect(at.X, box.Bottom(), at.W, height), Light.Surface1)
	c.Stroke(paper.Segment(at.X, box.Bottom(), at.Right(), box.Bottom()), paper.Pen{Width: 0.25, Color: Light.Border2})
	s.draw(c, paper.Box{X: at.X, Y: box.Bottom() + stripPad, W: at.W, H: height - 2*stripPad})
}

// strip is a legend in rows of signs with their meaning.
type strip struct {
	rows       [][]stripSign
	inset, gap float64
}

type stripSign struct {
	width float64 // of the sign
	label string
	sign  func(b paper.Box)
}

const (
	stripType  = 9.0
	stripGap   = 5.0 // between signs, at most
	stripTight = 3.0 // at least
	signGap    = 1.6 // between sign and meaning
	signSide   = 6.0
	signHigh   = 3.6
)

func (s *stripSign) room() float64 { return s.width + signGap + paper.Width(s.label, stripType) }

// strip collects what the map shows and breaks it into rows.
func (m *MeetingMap) strip(c paper.Canvas, at paper.Box, unit float64) *strip {
	w := m.Of.world
	l := &w.m.Legend
	var signs []stripSign
	if l.Classes != nil {
		signs = m.classSigns(c, unit)
	} else {
		signs = m.bandSigns(c, unit)
	}
	if len(w.links) > 0 {
		signs = append(signs, stripSign{signSide + 2, w.m.Lang.pick("代管", "Proxy"), func(b paper.Box) {
			c.Stroke(middleLine(b), paper.Pen{Width: 1.5 * unit, Color: Light.Text1})
			c.Fill(paper.Circle(b.Right(), b.Y+b.H/2, 2.6*unit), Light.Text1)
		}})
	}
	fills := len(signs)
	for state := Proposed; state < stateCount; state++ {
		if l.States[state] == 0 {
			continue
		}
		signs = append(signs, stripSign{signSide, stateName(w.m.Lang, state), func(b paper.Box) {
			c.Fill(b.Path(), Light.Surface1)
			drawHatch(c, b.Path(), b, state, Light.Inks[state], unit*0.7, 1)
			if state == Exited {
				c.Stroke(cross(paper.Point{X: b.X + b.W/2, Y: b.Y + b.H/2}, 4*unit*0.7), paper.Pen{Width: 1.25 * unit, Color: Light.Inks[Exited]})
			}
			c.Stroke(b.Path(), outlineOf(state, 2, unit*0.8))
		}})
	}
	s := &strip{inset: 4}
	if at.X == 0 {
		s.inset = 9 // the edge of a slide
	}
	// Fills and states stand on rows of their own unless one row takes them all.
	parts := [][]stripSign{signs}
	if room := at.W - 2*s.inset; gapOf(signs, room) < stripTight {
		parts = [][]stripSign{signs[:fills], signs[fills:]}
		s.gap = max(stripTight, min(gapOf(parts[0], room), gapOf(parts[1], room)))
	} else {
		s.gap = gapOf(signs, room)
	}
	for _, signs := range parts {
		s.add(signs, at.W-2*s.inset)
	}
	if len(s.rows) == 0 {
		s.rows = make([][]stripSign, 1)
	}
	return s
}

// bandSigns are those of the ranks; the five classes of the middle are one ramp.
func (m *MeetingMap) bandSigns(c paper.Canvas, unit float64) []stripSign {
	w := m.Of.world
	l := &w.m.Legend
	pen := outlineOf(Paid, 3, unit)
	var signs []stripSign
	fill := func(bands []int, label string) {
		signs = append(signs, stripSign{signSide + float64(len(bands)-1)*signHigh, label, func(b paper.Box) {
			part := b.W / float64(len(bands))
			for i, band := range bands {
				box := paper.Box{X: b.X + float64(i)*part, Y: b.Y, W: part, H: b.H}
				c.Fill(box.Path(), Light.Fills[band])
				if band == Unranked {
					drawDots(c, box.Path(), box, unit)
				}
			}
			c.Stroke(b.Path(), pen)
		}})
	}
	if l.Bands[Top] > 0 {
		fill([]int{Top}, bandLabel(w.m.Lang, Top, l.BandSize))
	}
	var middle []int
	for band := Middle1; band <= Middle5; band++ {
		if l.Bands[band] > 0 {
			middle = append(middle, band)
		}
	}
	if len(middle) > 0 {
		fill(middle, bandLabel(w.m.Lang, Middle3, l.BandSize))
	}
	if l.Bands[Bottom] > 0 {
		fill([]int{Bottom}, bandLabel(w.m.Lang, Bottom, l.BandSize))
	}
	if l.Bands[Unranked] > 0 {
		fill([]int{Unranked}, bandLabel(w.m.Lang, Unranked, l.BandSize))
	}
	return signs
}

// classSigns are those of the classes that are on the map, and of the ring around the estates that the page lists.
func (m *MeetingMap) classSigns(c paper.Canvas, unit float64) []stripSign {
	w := m.Of.world
	l := &w.m.Legend
	pen := outlineOf(Paid, 3, unit)
	var signs []stripSign
	add := func(label string, s Swatch, dotted bool) {
		signs = append(signs, stripSign{signSide, label, func(b paper.Box) {
			drawSwatch(c, b.Path(), s, unit)
			if dotted {
				drawDots(c, b.Path(), b, unit)
			}
			c.Stroke(b.Path(), pen)
		}})
	}
	for i := range l.Classes {
		if of := &l.Classes[i]; of.Count > 0 {
			add(of.Label, of.Swatch, false)
		}
	}
	if l.Missing > 0 {
		label := l.NoValue
		if label == "" {
			label = w.m.Lang.pick("无数值", "No value")
		}
		add(label, Swatch{Color: Light.NoValue}, true)
	}
	if len(m.Ringed) > 0 {
		signs = append(signs, stripSign{signHigh, w.m.Lang.pick("表中小区", "In the table"), func(b paper.Box) {
			drawRing(c, paper.Point{X: b.X + b.W/2, Y: b.Y + b.H/2}, 0.44*b.H, unit/2)
		}})
	}
	return signs
}

// gapOf is the gap at which signs fit on one row.
func gapOf(signs []stripSign, width float64) float64 {
	for i := range signs {
		width -= signs[i].room()
	}
	return min(stripGap, width/float64(max(1, len(signs)-1)))
}

// add appends signs in as few rows of that width as there can be, and these of about the same length.
func (s *strip) add(signs []stripSign, width float64) {
	best := s.broken(signs, width)
	low, high := 0.0, width
	for range 12 {
		if mid := (low + high) / 2; len(s.broken(signs, mid)) == len(best) {
			best, high = s.broken(signs, mid), mid
		} else {
			low = mid
		}
	}
	s.rows = append(s.rows, best...)
}

func (s *strip) broken(signs []stripSign, width float64) [][]stripSign {
	var rows [][]stripSign
	x := 0.0
	for i := range signs {
		const rounding = 1e-6
		if x == 0 || x+signs[i].room() > width+rounding {
			rows, x = append(rows, nil), 0
		}
		last := len(rows) - 1
		rows[last] = append(rows[last], signs[i])
		x += signs[i].room() + s.gap
	}
	return rows
}

func (s *strip) draw(c paper.Canvas, at paper.Box) {
	for i, row := range s.rows {
		x, y := at.X+s.inset, at.Y+(float64(i)+0.5)*stripRow
		for k := range row {
			r := &row[k]
			r.sign(paper.Box{X: x, Y: y - signHigh/2, W: r.width, H: signHigh})
			c.Text(paper.Text{Text: r.label, X: x + r.width + signGap, Y: y, Middle: true, Size: stripType, Color: Light.Text1})
			x += r.room() + s.gap
		}
	}
}
