package sheet

import "estateatlas/backend/paper"

// How an estate looks: fill by rank band or class, outline and hatch by subsidy state, so that both are read at once. Figures
// are those of the screen (frontend/src/map/style.ts), in units.

const (
	outlineWidth = 1.0
	stateWidth   = 1.75
	strongWidth  = 2.5
	hatchWidth   = 1.25
	hatchStrong  = 1.5
	dotGap       = 8.0
	dotSize      = 1.6
	brokenDash   = 3.2
	// smallest is how wide an estate must be to show its shape; under it a symbol stands for it.
	smallest   = 8.0
	symbolSize = 10.0
	symbolBand = 14.0
	// faded is what is left of an estate that the filter leaves out.
	faded = 0.15
)

// Weights by zoom class: district, part, names, block.
var (
	paidPart   = [4]float64{0.6, 0.7, 0.8, 1}
	statePart  = [4]float64{0.69, 0.69, 0.86, 1}
	strongPart = [4]float64{0.7, 0.7, 0.9, 1}
)

var dashesOf = [stateCount][]float64{Proposed: {6, 3}, Unfunded: {1.5, 2.5}, NotEnrolled: {8, 3, 1.5, 3}, Exited: {3, 3}}

// hatchGap is how far apart the lines of a state stand; 0: none.
var hatchGap = [stateCount]float64{Proposed: 10, WithheldMonth: 10, WithheldQuarter: 6, WithheldYear: 7}

func isBand(band int) bool { return band == Top || band == Bottom }

// fillOf returns what is inside an estate and whether dots say that there is nothing to tell.
func (m *Map) fillOf(e *Estate) (s Swatch, dotted bool) {
	switch {
	case m.Legend.Classes == nil:
		return Swatch{Color: Light.Fills[e.Band]}, e.Band == Unranked || e.State == NotEnrolled
	case e.Class < 0 || e.Class >= len(m.Legend.Classes):
		return Swatch{Color: Light.NoValue}, true
	}
	return m.Legend.Classes[e.Class].Swatch, e.State == NotEnrolled
}

// inkOn returns the colour of a hatch over a fill with its opacity. Dark fills take the light ink.
func inkOn(fill paper.Color, state int) paper.Color {
	if luminance(fill) < darkest {
		return paper.Faded(Light.HatchOnBand, 0.8)
	}
	return paper.Faded(Light.Inks[state], 0.55)
}

// darkest is the luminance under which a fill is dark; the two bands are.
const darkest = 0.2

// luminance is that of sRGB with a gamma of 2, 0–1.
func luminance(c paper.Color) float64 {
	part := func(v uint8) float64 { f := float64(v) / 255; return f * f }
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// outlineOf returns the pen of an estate's outline.
func outlineOf(state, zoom int, unit float64) paper.Pen {
	pen := paper.Pen{Color: Light.Inks[state], Width: outlineWidth * unit, Join: paper.RoundJoin, Dash: scaled(dashesOf[state], unit)}
	switch state {
	case Paid:
		pen.Width *= paidPart[zoom]
		pen.Color = paper.Faded(pen.Color, 0.75)
	case WithheldYear:
		pen.Width = strongWidth * strongPart[zoom] * unit
	case Proposed, WithheldMonth, WithheldQuarter, Unfunded:
		pen.Width = stateWidth * statePart[zoom] * unit
	}
	return pen
}

func scaled(lengths []float64, by float64) []float64 {
	if len(lengths) == 0 {
		return nil
	}
	out := make([]float64, len(lengths))
	for i, l := range lengths {
		out[i] = l * by
	}
	return out
}

// drawHatch draws the lines of a state over a shape. spread sets them further apart.
func drawHatch(c paper.Canvas, shape paper.Path, box paper.Box, state int, ink paper.Color, unit, spread float64) {
	gap := hatchGap[state] * unit * spread
	if gap == 0 {
		return
	}
	pen := paper.Pen{Width: hatchWidth * unit, Color: ink}
	if state == WithheldQuarter || state == WithheldYear {
		pen.Width = hatchStrong * unit
	}
	if state == Proposed {
		pen.Dash = []float64{brokenDash * unit, brokenDash * unit}
	}
	inside := paper.Clip(shape, box)
	lines := paper.Hatch(inside, gap, 45)
	if state == WithheldYear {
		lines = append(lines, paper.Hatch(inside, gap, -45)...)
	}
	if len(lines) > 0 {
		c.Stroke(lines, pen)
	}
}

// drawDots says that there is nothing to tell.
func drawDots(c paper.Canvas, shape paper.Path, box paper.Box, unit float64) {
	if dots := paper.Dots(paper.Clip(shape, box), dotGap*unit, dotSize*unit*0.6); len(dots) > 0 {
		c.Stroke(dots, paper.Pen{Width: dotSize * unit, Color: paper.Faded(Light.Dots, 0.55), Cap: paper.RoundCap})
	}
}
