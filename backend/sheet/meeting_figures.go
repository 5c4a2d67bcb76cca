package sheet

import (
	"math"

	"estateatlas/backend/paper"
)

const figureHeight = 25.0

// figureColumns is how many figures stand side by side.
func figureColumns(n int, width float64) int {
	return max(1, min(n, int(width/48)))
}

func figuresHeight(figures []MeetingFigure, width float64) float64 {
	if len(figures) == 0 {
		return 0
	}
	columns := figureColumns(len(figures), width)
	return math.Ceil(float64(len(figures))/float64(columns)) * figureHeight
}

// drawFigures draws figures in rows and returns how high they are.
func drawFigures(b board, figures []MeetingFigure, at paper.Box) float64 {
	if len(figures) == 0 {
		return 0
	}
	columns := figureColumns(len(figures), at.W)
	width := at.W / float64(columns)
	for i := range figures {
		drawFigure(b, &figures[i], at.X+float64(i%columns)*width, at.Y+float64(i/columns)*figureHeight, width-5, 1)
	}
	return figuresHeight(figures, at.W)
}

// drawWall draws figures that have the box for themselves: two in a row, large, spread over its height.
func drawWall(b board, figures []MeetingFigure, at paper.Box) {
	const columns, most = 2, 44.0
	rows := (len(figures) + columns - 1) / columns
	step := math.Min(at.H/float64(rows), most)
	by := math.Min(1.3, step/figureHeight)
	width := at.W / columns
	for i := range figures {
		x, y := at.X+float64(i%columns)*width, at.Y+float64(i/columns)*step
		if i%columns == 0 && i > 0 {
			rule(b, at.X, at.Right(), y)
		}
		drawFigure(b, &figures[i], x, y+(step-figureInk*by)/2, width-5, by)
	}
}

// figureInk is from the upper edge of the label to the lower one of the notes.
const figureInk = 18.5

// drawFigure draws label, value and notes below each other from y on, figureInk·by high.
func drawFigure(b board, g *MeetingFigure, x, y, width, by float64) {
	ink := Light.Text1
	if g.Alarm {
		ink = Light.Fills[Bottom]
	}
	name, size := fitted(g.Label, width, headingSize*by, headingSize, smallSize)
	b.label(plain("", name, x, y+2*by, size, Light.Text2))
	unit := run{text: " " + tidy(g.Unit), size: bodySize, color: Light.Text1}
	value, size := fitted(g.Value, width-widthOf(unit), figureSize*by, figureSize, 20, 16)
	runs := []run{{text: value, size: size, bold: true, color: ink}}
	if g.Unit != "" {
		runs = append(runs, unit)
	}
	b.label(label{name: name, x: x, y: y + 9.5*by, runs: runs})
	if len(g.Notes) > 0 {
		notes, size := fittedLine(joined(g.Notes...), width, smallSize*math.Min(by, 1.1), smallSize)
		b.label(plain("", notes, x, y+16.7*by, size, Light.Text2))
	}
}
