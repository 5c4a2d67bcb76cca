package sheet

import (
	"math"

	"estateatlas/backend/paper"
)

// figureGap is free below a row of figures.
const figureGap = 6.0

// figureColumns is how many figures stand side by side above a table.
func figureColumns(n int, width float64) int {
	const least = 35
	return max(1, min(n, int(width/least)))
}

// figureRow is the height of a row of figures, that of the one with most lines of notes.
func figureRow(figures []MeetingFigure, width float64, f *form) float64 {
	most := 0
	for i := range figures {
		most = max(most, len(figures[i].notes(width, smallSize, f)))
	}
	return figureInk + float64(max(0, most-1))*noteLine
}

func figuresHeight(figures []MeetingFigure, width float64, f *form) float64 {
	if len(figures) == 0 {
		return 0
	}
	columns := figureColumns(len(figures), width)
	rows := math.Ceil(float64(len(figures)) / float64(columns))
	return rows * (figureRow(figures, width/float64(columns)-5, f) + figureGap)
}

// notes are the lines of the notes: side by side where they fit, else each on its own.
func (g *MeetingFigure) notes(width, size float64, f *form) []string {
	if line := joined(g.Notes...); line == "" || f.wide(run{text: line, size: size})*cellSlack <= width {
		return []string{line}
	}
	var out []string
	for _, n := range g.Notes {
		out = append(out, f.shorten(n, size, width))
	}
	return out
}

// drawFigures draws figures in rows and returns how high they are.
func drawFigures(b board, figures []MeetingFigure, at paper.Box) float64 {
	if len(figures) == 0 {
		return 0
	}
	columns := figureColumns(len(figures), at.W)
	width := at.W / float64(columns)
	f := b.measures()
	step := figureRow(figures, width-5, f) + figureGap
	sizes := sizesOf(b.measures(), figures, width-5, 1)
	for i := range figures {
		drawFigure(b, &figures[i], at.X+float64(i%columns)*width, at.Y+float64(i/columns)*step, width-5, 1, sizes)
	}
	return figuresHeight(figures, at.W, f)
}

// drawWall draws figures that have the box for themselves: two in a row, large, spread over its height.
func drawWall(b board, figures []MeetingFigure, at paper.Box) {
	const columns, most = 2, 44.0
	rows := (len(figures) + columns - 1) / columns
	step := math.Min(at.H/float64(rows), most)
	by := math.Min(1.3, step/(figureInk+figureGap))
	width := at.W / columns
	sizes := sizesOf(b.measures(), figures, width-5, by)
	for i := range figures {
		x, y := at.X+float64(i%columns)*width, at.Y+float64(i/columns)*step
		if i%columns == 0 && i > 0 {
			rule(b, at.X, at.Right(), y)
		}
		drawFigure(b, &figures[i], x, y+(step-figureInk*by)/2, width-5, by, sizes)
	}
}

func (g *MeetingFigure) unit() run {
	return run{text: " " + tidy(g.Unit), size: bodySize, color: Light.Text1}
}

// figureSizes are those of figures beside each other.
type figureSizes struct{ label, value float64 }

func sizesOf(f *form, figures []MeetingFigure, width, by float64) figureSizes {
	s := figureSizes{label: headingSize * by, value: valueSize(f, figures, width, figureSize*by, figureSize, 20, 16, 13)}
	for i := range figures {
		_, size := f.fitted(figures[i].Label, width, headingSize*by, bodySize, headingSize, smallSize)
		s.label = math.Min(s.label, size)
	}
	return s
}

// valueSize is the largest of sizes at which all values fit: figures beside each other are of one size.
func valueSize(f *form, figures []MeetingFigure, width float64, sizes ...float64) float64 {
	least := sizes[0]
	for i := range figures {
		g := &figures[i]
		_, size := f.fitted(g.Value, (width-f.wide(g.unit()))/cellSlack, sizes...)
		least = math.Min(least, size)
	}
	return least
}

// figureInk is from the upper edge of the label to the lower one of the notes.
const (
	figureInk = 18.5
	noteLine  = 4.6
)

// drawFigure draws label, value and notes below each other from y on, figureInk·by high.
func drawFigure(b board, g *MeetingFigure, x, y, width, by float64, sizes figureSizes) {
	ink := Light.Text1
	if g.Alarm {
		ink = Light.Fills[Bottom]
	}
	f := b.measures()
	name := f.shorten(g.Label, sizes.label, width)
	b.label(plain("", name, x, y+2*by, sizes.label, Light.Text2))
	unit := g.unit()
	runs := []run{{text: f.shorten(g.Value, sizes.value, width-f.wide(unit)), size: sizes.value, bold: true, color: ink}}
	if g.Unit != "" {
		runs = append(runs, unit)
	}
	b.label(label{name: name, x: x, y: y + 9.5*by, runs: runs})
	small := smallSize * math.Min(by, 1.1)
	for i, line := range g.notes(width, small, f) {
		if line != "" {
			b.label(plain("", line, x, y+16.7*by+float64(i)*noteLine, small, Light.Text2))
		}
	}
}
