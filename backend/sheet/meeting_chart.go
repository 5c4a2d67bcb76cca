package sheet

import (
	"math"
	"strconv"

	"estateatlas/backend/paper"
)

// draw draws the course of ranks: 1 above, the bands washed, bottom results as squares.
func (h *MeetingHistory) draw(b board, at paper.Box) {
	last := 1
	for _, p := range h.Points {
		last = max(last, p.Of, p.Rank)
	}
	axis := math.Max(7, paper.Width(strconv.Itoa(last), smallSize)+2.5)
	field := paper.Box{X: at.X + axis, Y: at.Y + 1.5, W: at.W - axis - 2, H: at.H - 3}
	y := func(rank float64) float64 { return field.Y + (rank-1)/math.Max(1, float64(last-1))*field.H }
	x := func(i int) float64 {
		if len(h.Points) == 1 {
			return field.X + field.W/2
		}
		return field.X + 1.5 + float64(i)/float64(len(h.Points)-1)*(field.W-3)
	}
	h.wash(b, field, x, y)
	for _, tick := range ticks(last) {
		b.label(plain("", strconv.Itoa(tick), field.X-2, y(float64(tick)), smallSize, Light.Text2).at(paper.Right))
		if tick != 1 && tick != last {
			b.line("", []paper.Point{{X: field.X, Y: y(float64(tick))}, {X: field.Right(), Y: y(float64(tick))}}, look{line: Light.ChartGrid, width: 0.25})
		}
	}
	var chain []paper.Point
	flush := func() {
		if len(chain) > 1 {
			b.line("", chain, look{line: Light.ChartLine, width: 0.55})
		}
		chain = nil
	}
	for i, p := range h.Points {
		if p.Rank <= 0 {
			flush()
			continue
		}
		chain = append(chain, paper.Point{X: x(i), Y: y(float64(p.Rank))})
	}
	flush()
	for i, p := range h.Points {
		if p.Rank <= 0 {
			continue
		}
		px, py := x(i), y(float64(p.Rank))
		const half = 1.0
		dot := paper.Box{X: px - half, Y: py - half, W: 2 * half, H: 2 * half}
		alone := (i == 0 || h.Points[i-1].Rank <= 0) && (i == len(h.Points)-1 || h.Points[i+1].Rank <= 0)
		switch {
		case p.Band == Bottom:
			b.box("", dot.Inset(-0.15), look{fill: Light.Fills[Bottom]})
		case p.Band == Top:
			b.box("", dot, look{fill: Light.Fills[Top], radius: half})
		case alone, i == len(h.Points)-1:
			b.box("", dot.Inset(0.25), look{fill: Light.ChartLine, radius: half})
		}
	}
	h.drawMonths(b, field, x)
}

// wash tints the places of the two bands in each round: as many as BandSize from either end.
func (h *MeetingHistory) wash(b board, field paper.Box, x func(int) float64, y func(float64) float64) {
	n := float64(h.BandSize)
	least, most := math.Inf(1), 0.0
	for _, p := range h.Points {
		least, most = math.Min(least, float64(max(p.Of, p.Rank))), math.Max(most, float64(max(p.Of, p.Rank)))
	}
	if h.BandSize == 0 || least <= 2*n {
		return
	}
	// A band of few places among many would be too thin to be seen.
	const thin = 1.0
	top, bottom := field.Y-thin/2, field.Bottom()+thin/2
	b.box("", paper.Box{X: field.X, Y: top, W: field.W, H: math.Max(y(n+0.5)-top, thin)}, look{fill: Light.TopWash})
	edge := []paper.Point{{X: field.Right(), Y: bottom}, {X: field.X, Y: bottom}}
	add := func(x, of float64) {
		edge = append(edge, paper.Point{X: x, Y: math.Min(y(of-n+0.5), bottom-thin)})
	}
	of := func(i int) float64 { return float64(max(h.Points[i].Of, h.Points[i].Rank)) }
	add(field.X, of(0))
	for i := range h.Points {
		add(x(i), of(i))
	}
	add(field.Right(), of(len(h.Points)-1))
	b.line("", edge, look{fill: Light.LowWash})
}

// drawMonths names the first and last round and, where there is room, one between.
func (h *MeetingHistory) drawMonths(b board, field paper.Box, x func(int) float64) {
	y, n := field.Bottom()+4.6, len(h.Points)
	if n == 1 {
		b.label(plain("", h.Points[0].Label, x(0), y, smallSize, Light.Text2).at(paper.Center))
		return
	}
	b.label(plain("", h.Points[0].Label, field.X, y, smallSize, Light.Text2))
	b.label(plain("", h.Points[n-1].Label, field.Right(), y, smallSize, Light.Text2).at(paper.Right))
	if mid := n / 2; n > 4 && 3*paper.Width(h.Points[mid].Label, smallSize)+12 < field.W {
		b.label(plain("", h.Points[mid].Label, x(mid), y, smallSize, Light.Text2).at(paper.Center))
	}
}

// ticks of a rank axis: best, middle, last.
func ticks(last int) []int {
	switch {
	case last <= 1:
		return []int{1}
	case last <= 4:
		return []int{1, last}
	}
	return []int{1, (last + 1) / 2, last}
}
