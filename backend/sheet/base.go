package sheet

import (
	"image"
	"image/color"
	"math"

	"github.com/paulmach/orb"

	"estateatlas/backend/paper"
)

// Base is a map of others under the estates. It takes the place of land, blocks, streets and water.
type Base struct {
	Picture *image.RGBA
	// Pixel says where a place (degrees) lies in the picture, from its left upper corner.
	Pixel func(lon, lat float64) (x, y float64)
	// PerMM is how many pixels it has on a mm of the page.
	PerMM float64
}

// Seen returns the area that a map sheet shows, in degrees, and how wide the map is on the page, in mm.
func (m *Map) Seen() (area orb.Bound, widthMM float64) {
	v := fit(boundOf(m.Frame, m.Extent), layoutOf(m.Size).mapBox, m.Size.unit)
	middle := v.seen.Center()
	var edge orb.MultiPoint
	for _, x := range [...]float64{v.seen.Min[0], middle[0], v.seen.Max[0]} {
		for _, y := range [...]float64{v.seen.Min[1], middle[1], v.seen.Max[1]} {
			edge = append(edge, m.Frame.Inverse(orb.Point{x, y}))
		}
	}
	return edge.Bound(), v.box.W
}

// baseStep is how many pixels lie between two places whose position is worked out; between them it is straight to a hundredth of a
// pixel.
const baseStep = 32

// drawBase draws the base map, in paler colours so that those of the estates are the ones that speak.
func (p *page) drawBase() {
	b, v := p.world.m.Base, &p.view
	w, h := int(math.Ceil(v.box.W*b.PerMM)), int(math.Ceil(v.box.H*b.PerMM))
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	at := func(x, y float64) (float64, float64) { // of a pixel of out in the picture
		place := p.world.m.Frame.Inverse(orb.Point{v.seen.Min[0] + x/b.PerMM/v.mm, v.seen.Max[1] - y/b.PerMM/v.mm})
		return b.Pixel(place[0], place[1])
	}
	for top := 0; top < h; top += baseStep {
		for left := 0; left < w; left += baseStep {
			x00, y00 := at(float64(left), float64(top))
			x10, y10 := at(float64(left+baseStep), float64(top))
			x01, y01 := at(float64(left), float64(top+baseStep))
			x11, y11 := at(float64(left+baseStep), float64(top+baseStep))
			for j := range min(baseStep, h-top) {
				t := (float64(j) + 0.5) / baseStep
				xa, ya, xb, yb := x00+(x01-x00)*t, y00+(y01-y00)*t, x10+(x11-x10)*t, y10+(y11-y10)*t
				for i := range min(baseStep, w-left) {
					s := (float64(i) + 0.5) / baseStep
					out.SetRGBA(left+i, top+j, softened(sample(b.Picture, xa+(xb-xa)*s, ya+(yb-ya)*s), Light.Land))
				}
			}
		}
	}
	p.canvas.Image(out, v.box.X, v.box.Y, float64(w)/b.PerMM, float64(h)/b.PerMM)
}

// sample returns the colour at a place of a picture, between the middles of its pixels in proportion; nothing outside.
func sample(from *image.RGBA, x, y float64) color.RGBA {
	x, y = x-0.5, y-0.5
	left, top := math.Floor(x), math.Floor(y)
	s, t := x-left, y-top
	var sum [4]float64
	for k, weight := range [...]float64{(1 - s) * (1 - t), s * (1 - t), (1 - s) * t, s * t} {
		px, py := int(left)+k%2, int(top)+k/2
		if !(image.Point{X: px, Y: py}).In(from.Rect) {
			continue
		}
		c := from.Pix[from.PixOffset(px, py):]
		for n := range sum {
			sum[n] += weight * float64(c[n])
		}
	}
	return color.RGBA{uint8(sum[0] + 0.5), uint8(sum[1] + 0.5), uint8(sum[2] + 0.5), uint8(sum[3] + 0.5)}
}

// softened is a colour of a base map as the screen's light theme shows it (.base-raster in frontend/src/map/MapStage.svelte:
// saturate 0.55, contrast 0.85, brightness 1.08 of Filter Effects 1), over the land where it lets it through.
func softened(c color.RGBA, land paper.Color) color.RGBA {
	through := 255 - float64(c.A)
	r := float64(c.R) + through*float64(land.R)/255
	g := float64(c.G) + through*float64(land.G)/255
	b := float64(c.B) + through*float64(land.B)/255
	const saturate, contrast, brightness = 0.55, 0.85, 1.08
	grey := 0.2126*r + 0.7152*g + 0.0722*b
	tone := func(v float64) uint8 {
		v = grey + (v-grey)*saturate
		v = (v-127.5)*contrast + 127.5
		return uint8(max(0, min(255, v*brightness+0.5)))
	}
	return color.RGBA{tone(r), tone(g), tone(b), 255}
}
