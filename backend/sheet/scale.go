package sheet

import (
	"math"
	"strconv"
	"strings"

	"estateatlas/backend/paper"
)

// bar is a scale bar: metres on the ground are length mm on the page at 1:scale.
type bar struct {
	metres, length float64
	parts          int
}

// barOf returns the longest bar of 1, 2 or 5 times a power of ten metres that is at most most mm long.
func barOf(scale, most float64) bar {
	limit := most * scale / 1000
	power := math.Pow(10, math.Floor(math.Log10(limit)))
	b := bar{metres: power, parts: 4}
	for _, s := range [...]float64{5, 2} {
		if s*power <= limit {
			b.metres = s * power
			b.parts = 4
			if s == 5 {
				b.parts = 5
			}
			break
		}
	}
	b.length = b.metres * 1000 / scale
	return b
}

// distanceText is a round number of metres for a scale bar.
func distanceText(metres float64, lang Lang) string {
	if metres < 1000 {
		return grouped(int64(metres+0.5)) + " " + lang.pick("米", "m")
	}
	return strconv.FormatFloat(metres/1000, 'f', -1, 64) + " " + lang.pick("公里", "km")
}

// grouped writes a number with commas between thousands.
func grouped(n int64) string {
	digits := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, digits = "−", digits[1:]
	}
	var b strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteByte(',')
		}
		b.WriteRune(d)
	}
	return sign + b.String()
}

// drawScale draws ratio and bar with their upper left corner at x, y, and returns the height taken.
func drawScale(c paper.Canvas, x, y, most, scale float64, lang Lang, note string, t typeScale) float64 {
	ratio := lang.pick("比例尺 ", "Scale ") + "1:" + grouped(int64(math.Round(scale)))
	base := y + t.line*0.7
	c.Text(paper.Text{Text: ratio, X: x, Y: base, Size: t.row, Bold: true, Color: Light.Text1})
	if note != "" {
		c.Text(paper.Text{Text: note, X: x + paper.Width(ratio, t.row) + t.gap, Y: base, Size: t.note, Color: Light.Text3})
	}
	b := barOf(scale, most)
	top, high := base+t.line*0.55, t.line*0.3
	drawBar(c, x, top, high, b, 0.1*t.by)
	under := top + high + t.line*0.62
	c.Text(paper.Text{Text: "0", X: x, Y: under, Size: t.note, Color: Light.Text2})
	c.Text(paper.Text{Text: distanceText(b.metres, lang), X: x + b.length, Y: under, Anchor: paper.Right, Size: t.note, Color: Light.Text2})
	return under - y + t.line*0.2
}

// drawBar draws a bar in parts, dark and light in turn.
func drawBar(c paper.Canvas, x, y, height float64, b bar, line float64) {
	for i := range b.parts {
		part := b.length / float64(b.parts)
		ink := Light.Text1
		if i%2 == 1 {
			ink = Light.Surface1
		}
		c.Fill(paper.Rect(x+float64(i)*part, y, part, height), ink)
	}
	c.Stroke(paper.Rect(x, y, b.length, height), paper.Pen{Width: line, Color: Light.Text1})
}

// drawNorth draws a north arrow in a box: north is up everywhere on the map.
func drawNorth(c paper.Canvas, b paper.Box, lang Lang, t typeScale) {
	x, half := b.X+b.W/2, b.H*0.2
	letter := t.row * 25.4 / 72
	c.Text(paper.Text{Text: lang.pick("北", "N"), X: x, Y: b.Y + letter*0.9, Anchor: paper.Center, Size: t.row, Bold: true, Color: Light.Text1})
	top, low := b.Y+letter*1.25, b.Bottom()
	notch := low - (low-top)*0.22
	left := paper.Polygon(paper.Point{X: x, Y: top}, paper.Point{X: x - half, Y: low}, paper.Point{X: x, Y: notch})
	right := paper.Polygon(paper.Point{X: x, Y: top}, paper.Point{X: x + half, Y: low}, paper.Point{X: x, Y: notch})
	c.Fill(left, Light.Text1)
	pen := paper.Pen{Width: 0.2 * t.by, Color: Light.Text1, Join: paper.RoundJoin}
	c.Stroke(left, pen)
	c.Stroke(right, pen)
}
