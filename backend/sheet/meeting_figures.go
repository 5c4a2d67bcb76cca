package sheet

import (
	"math"
	"strings"

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

// drawFigures draws figures in rows and returns how high they are. Figures that have the box for themselves spread over it.
func drawFigures(b board, figures []MeetingFigure, at paper.Box) float64 {
	if len(figures) == 0 {
		return 0
	}
	columns := figureColumns(len(figures), at.W)
	step := figureHeight
	const mostColumns = 2 // more stand above a table
	if columns <= mostColumns && len(figures) > columns {
		rows := math.Ceil(float64(len(figures)) / float64(columns))
		step = math.Max(step, math.Min(at.H/rows, figureHeight*1.7))
	}
	width := at.W / float64(columns)
	for i := range figures {
		x, y := at.X+float64(i%columns)*width, at.Y+float64(i/columns)*step
		if i%columns == 0 && i > 0 {
			rule(b, at.X, at.Right(), y-3)
		}
		drawFigure(b, &figures[i], x, y, width-5)
	}
	return math.Ceil(float64(len(figures))/float64(columns)) * step
}

// drawFigure draws label, value and notes below each other from y on, about 20 mm.
func drawFigure(b board, g *MeetingFigure, x, y, width float64) {
	ink := Light.Text1
	if g.Alarm {
		ink = Light.Fills[Bottom]
	}
	label0, size := fitted(g.Label, width, headingSize, smallSize)
	b.label(plain("", label0, x, y+2, size, Light.Text2))
	unit := run{text: " " + tidy(g.Unit), size: bodySize, color: Light.Text1}
	value, size := fitted(g.Value, width-widthOf(unit), figureSize, 20, 16)
	runs := []run{{text: value, size: size, bold: true, color: ink}}
	if g.Unit != "" {
		runs = append(runs, unit)
	}
	b.label(label{name: label0, x: x, y: y + 9.5, runs: runs})
	if len(g.Notes) > 0 {
		b.label(plain("", paper.Shorten(tidy(strings.Join(g.Notes, "　")), smallSize, width), x, y+16.5, smallSize, Light.Text2))
	}
}
