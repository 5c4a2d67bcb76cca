package sheet

import (
	"math"

	"estateatlas/backend/paper"
)

// Colours of the map's colourings, those of the screen (frontend/src/model/ramp.ts).

// Texture tells classes of one colour, or of colours that are alike to some eyes, from each other.
type Texture uint8

// Textures, in the colour of the land over the fill.
const (
	Plain Texture = iota
	Stripes
	Spots
)

// Swatch is what a class is filled with.
type Swatch struct {
	Color   paper.Color
	Texture Texture
}

// NumberSwatch returns the fill of a class of numbers by its place on the ramp: 0–1, −1–1 for signed ones.
func NumberSwatch(step float64, signed bool) Swatch {
	if signed {
		return Swatch{Color: mixed(Light.Signed[:], (step+1)/2)}
	}
	return Swatch{Color: mixed(Light.Sequence[:], step)}
}

// TestSwatch returns the fill of a class of a statistical test, by the name of the screen's token: hot-99, hot-none, cold-95, ….
func TestSwatch(name string) Swatch {
	color, ok := Light.Tests[name]
	if !ok {
		color = Light.NoValue
	}
	return Swatch{Color: color}
}

// GroupSwatch returns the fill of a company or subdistrict by its index: neighbours differ in texture too, and after the last
// colour they come again with dots.
func GroupSwatch(index int) Swatch {
	n := len(Light.Companies)
	s := Swatch{Color: companyColor(index)}
	switch {
	case index >= 0 && (index/n)%2 == 1:
		s.Texture = Spots
	case ((index%n)+n)%n%2 == 1:
		s.Texture = Stripes
	}
	return s
}

const (
	stripeGap   = 16.0 / 3
	stripeWidth = 1.2
	spotGap     = 7.5
	spotSize    = 2.0
)

// drawSwatch fills a shape, which lies within the map.
func drawSwatch(c paper.Canvas, shape paper.Path, s Swatch, unit float64) {
	c.Fill(shape, s.Color)
	switch s.Texture {
	case Stripes:
		if lines := paper.Hatch(shape, stripeGap*unit, 0); len(lines) > 0 {
			c.Stroke(lines, paper.Pen{Width: stripeWidth * unit, Color: Light.Land})
		}
	case Spots:
		if dots := paper.Dots(shape, spotGap*unit, spotSize*unit/2); len(dots) > 0 {
			c.Stroke(dots, paper.Pen{Width: spotSize * unit, Color: Light.Land, Cap: paper.RoundCap})
		}
	case Plain:
	}
}

// mixed returns the colour at a part (0–1) of the way through stops at equal distances, mixed in CIELAB so that equal steps look
// equal.
func mixed(stops []paper.Color, part float64) paper.Color {
	along := min(1, max(0, part)) * float64(len(stops)-1)
	from := min(int(along), len(stops)-2)
	share := along - float64(from)
	switch share {
	case 0:
		return stops[from]
	case 1:
		return stops[from+1]
	}
	a, b := labOf(stops[from]), labOf(stops[from+1])
	for i := range a {
		a[i] += (b[i] - a[i]) * share
	}
	return colorOf(a)
}

// sRGB (IEC 61966-2-1) and CIELAB under D65 (CIE 15).
var white = [3]float64{0.95047, 1, 1.08883}

const (
	labEdge  = 216.0 / 24389
	labSlope = 24389.0 / 27
)

func labOf(c paper.Color) [3]float64 {
	light := func(v uint8) float64 {
		f := float64(v) / 255
		if f <= 0.04045 {
			return f / 12.92
		}
		return math.Pow((f+0.055)/1.055, 2.4)
	}
	r, g, b := light(c.R), light(c.G), light(c.B)
	f := func(t float64) float64 {
		if t > labEdge {
			return math.Cbrt(t)
		}
		return (labSlope*t + 16) / 116
	}
	x := f((0.4124564*r + 0.3575761*g + 0.1804375*b) / white[0])
	y := f((0.2126729*r + 0.7151522*g + 0.072175*b) / white[1])
	z := f((0.0193339*r + 0.119192*g + 0.9503041*b) / white[2])
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func colorOf(lab [3]float64) paper.Color {
	back := func(f float64) float64 {
		if f*f*f > labEdge {
			return f * f * f
		}
		return (116*f - 16) / labSlope
	}
	fy := (lab[0] + 16) / 116
	x, y, z := back(fy+lab[1]/500)*white[0], back(fy)*white[1], back(fy-lab[2]/200)*white[2]
	byteOf := func(c float64) uint8 {
		v := 12.92 * c
		if c > 0.0031308 {
			v = 1.055*math.Pow(c, 1/2.4) - 0.055
		}
		return uint8(math.Round(min(1, max(0, v)) * 255))
	}
	return paper.Color{
		R: byteOf(3.2404542*x - 1.5371385*y - 0.4985314*z),
		G: byteOf(-0.969266*x + 1.8760108*y + 0.041556*z),
		B: byteOf(0.0556434*x - 0.2040259*y + 1.0572252*z),
		A: 255,
	}
}
