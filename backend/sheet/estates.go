package sheet

import (
	"math"
	"slices"

	"estateatlas/backend/paper"
)

// page is one map in the drawing.
type page struct {
	canvas paper.Canvas
	world  *world
	view   view
	paths  []paper.Path // of world.ground
	// chosen is the estate that the page is about; none without one.
	chosen int
	// lit, where it is not nil, makes all other estates pale.
	lit map[int]bool
	// ringed have a ring and a name.
	ringed []int
	// cornered says that scale bar and north arrow stand on the map.
	cornered bool
	// bare maps have no frame.
	bare bool
}

// none is the chosen estate of a page about no one.
const none = -1

// isPale tells whether an estate is left out by the filter or the page.
func (p *page) isPale(i int) bool {
	return p.world.m.Estates[i].Faded || p.lit != nil && !p.lit[i]
}

// units returns lengths in units as mm.
func (p *page) units(lengths ...float64) []float64 { return scaled(lengths, p.view.unit) }

// stroke draws lines as far as they reach into the map; their ends are beyond its edge.
func (p *page) stroke(path paper.Path, pen paper.Pen) {
	if lines := paper.ClipLines(path, p.view.box.Inset(-pen.Width)); len(lines) > 0 {
		p.canvas.Stroke(lines, pen)
	}
}

// isSmall tells whether a symbol stands for an estate.
func (p *page) isSmall(i int) bool {
	return math.Sqrt(p.world.m.Estates[i].AreaM2)*p.view.px < smallest
}

// drawEstates draws the estates in sight that show their shape: faded ones first, then those of the middle, then the bands.
func (p *page) drawEstates() {
	shown := p.inSight(func(i int) bool { return !p.isSmall(i) })
	for _, i := range shown {
		p.drawEstate(i)
	}
}

// inSight returns the estates in sight that keep says, in the order in which they are drawn.
func (p *page) inSight(keep func(i int) bool) []int {
	m := p.world.m
	var out []int
	for i := range m.Estates {
		if s := &p.world.estates[i]; len(s.rings) > 0 && p.view.sees(s.bound) && keep(i) {
			out = append(out, i)
		}
	}
	weight := func(i int) int {
		e := &m.Estates[i]
		w := 0
		if !p.isPale(i) {
			w += 4
		}
		if isBand(e.Band) && m.Legend.Classes == nil {
			w += 2
		}
		if e.State != Paid {
			w++
		}
		return w
	}
	slices.SortStableFunc(out, func(a, b int) int { return weight(a) - weight(b) })
	return out
}

func (p *page) drawEstate(i int) {
	e, v := &p.world.m.Estates[i], &p.view
	path := v.path(p.world.estates[i].rings, true)
	fill, dotted := p.world.m.fillOf(e)
	pen := outlineOf(e.State, v.zoom, v.unit)
	if p.isPale(i) {
		p.canvas.Fill(paper.Clip(path, v.box), paper.Faded(fill.Color, faded))
		pen.Color = paper.Faded(pen.Color, faded)
		p.stroke(path, pen)
		return
	}
	drawSwatch(p.canvas, paper.Clip(path, v.box), fill, v.unit)
	if dotted {
		drawDots(p.canvas, path, v.box, v.unit)
	}
	spread := 1.0
	if v.zoom == 3 {
		spread = 1.35
	}
	drawHatch(p.canvas, path, v.box, e.State, inkOn(fill.Color, e.State), v.unit, spread)
	p.stroke(path, pen)
	if e.State == Exited {
		at := v.place(p.world.at[i])
		p.stroke(cross(at, 4*v.unit), paper.Pen{Width: 1.25 * v.unit, Color: Light.Inks[Exited]})
	}
}

func cross(at paper.Point, arm float64) paper.Path {
	return append(paper.Segment(at.X-arm, at.Y-arm, at.X+arm, at.Y+arm), paper.Segment(at.X+arm, at.Y-arm, at.X-arm, at.Y+arm)...)
}

// drawSymbols draws the estates that are too small to show their shape, bands last.
func (p *page) drawSymbols() {
	v := &p.view
	for _, i := range p.inSight(p.isSmall) {
		e := &p.world.m.Estates[i]
		at := v.place(p.world.at[i])
		size := p.symbolSize(e)
		if !v.box.Inset(size / 2).Holds(at) {
			continue
		}
		p.drawSymbol(at, size, i)
	}
}

// symbolSize returns the side of an estate's square in mm: bands stand out, the others get smaller the farther the ground is.
func (p *page) symbolSize(e *Estate) float64 {
	if isBand(e.Band) && p.world.m.Legend.Classes == nil {
		return symbolBand * p.view.unit
	}
	part := 0.95
	switch px := p.view.px; {
	case px < 0.015:
		part = 0.4
	case px < 0.04:
		part = 0.6
	case px < 0.16:
		part = 0.8
	}
	return symbolSize * part * p.view.unit
}

func (p *page) drawSymbol(at paper.Point, size float64, i int) {
	e := &p.world.m.Estates[i]
	fill, dotted := p.world.m.fillOf(e)
	drawSymbol(p.canvas, at, size, e.State, fill, dotted, p.isPale(i), p.view.unit)
}

// drawSymbol draws a square of that size for an estate: fill, dots, outline, and one or two strokes for its hatch.
func drawSymbol(c paper.Canvas, at paper.Point, size float64, state int, fill Swatch, dotted, pale bool, unit float64) {
	part := 1.0
	if pale {
		part = faded
	}
	square := paper.RoundRect(at.X-size/2, at.Y-size/2, size, size, min(2*unit, size/4))
	if pale {
		fill = Swatch{Color: paper.Faded(fill.Color, part)}
	}
	drawSwatch(c, square, fill, unit)
	if dotted && !pale {
		dots := make(paper.Path, 0, 4)
		for _, d := range [...]paper.Point{{X: -0.22, Y: -0.22}, {X: 0.22, Y: 0.22}, {X: 0.22, Y: -0.22}, {X: -0.22, Y: 0.22}} {
			dots = append(dots, paper.Line{Points: []paper.Point{{X: at.X + d.X*size, Y: at.Y + d.Y*size}}})
		}
		c.Stroke(dots, paper.Pen{Width: min(1.4*unit, size*0.18), Color: Light.Dots, Cap: paper.RoundCap})
	}
	small := min(1, size/(8*unit))
	pen := paper.Pen{Width: 1.6 * unit * small, Color: paper.Faded(Light.Inks[state], part)}
	switch state {
	case Paid:
		pen.Width = unit * small
	case Proposed:
		pen.Dash = scaled([]float64{3, 2}, unit)
	case Unfunded:
		pen.Dash = scaled([]float64{1.5, 1.5}, unit)
	case Exited:
		pen.Dash = scaled([]float64{2.5, 2}, unit)
	}
	c.Stroke(square, pen)
	if pale {
		return
	}
	half := size / 2
	stroke := func(reach, width float64, crossed bool, dash []float64) {
		lines := paper.Segment(at.X-reach, at.Y+reach, at.X+reach, at.Y-reach)
		if crossed {
			lines = append(lines, paper.Segment(at.X-reach, at.Y-reach, at.X+reach, at.Y+reach)...)
		}
		ink := inkOn(fill.Color, state)
		ink.A = 255
		c.Stroke(lines, paper.Pen{Width: width * unit, Color: ink, Dash: dash})
	}
	switch state {
	case Proposed:
		stroke(0.44*half, 1, false, scaled([]float64{2, 1.5}, unit))
	case WithheldMonth:
		stroke(0.44*half, 1, false, nil)
	case WithheldQuarter:
		stroke(0.56*half, 1.3, false, nil)
	case WithheldYear, Exited:
		stroke(0.56*half, 1.3, true, nil)
	}
}
