package sheet

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"testing"

	"github.com/paulmach/orb"

	"estateatlas/backend/paper"
)

// TestABaseMapLiesWhereTheEstatesLie: a picture in degrees with a spot at the middle of each estate is drawn; the spots come to lie
// where the map puts those places.
func TestABaseMapLiesWhereTheEstatesLie(t *testing.T) {
	m := madeUpMap(60)
	area, wide := m.Seen()
	if !area.Contains(m.Extent.Min) || !area.Contains(m.Extent.Max) || wide < 100 || wide > m.Size.Width {
		t.Fatalf("the map shows %v, %v mm wide, and should show %v", area, wide, m.Extent)
	}
	const side = 6000
	w, h := area.Max[0]-area.Min[0], area.Max[1]-area.Min[1]
	pixel := func(lon, lat float64) (x, y float64) {
		return (lon - area.Min[0]) / w * side, (area.Max[1] - lat) / h * side
	}
	from := image.NewRGBA(image.Rect(0, 0, side, side))
	for i := range from.Pix {
		from.Pix[i] = 255
	}
	var places []orb.Point
	for i := range m.Estates {
		places = append(places, m.Estates[i].At)
		x, y := pixel(m.Estates[i].At[0], m.Estates[i].At[1])
		const reach = 8
		for dx := -reach; dx < reach; dx++ {
			for dy := -reach; dy < reach; dy++ {
				from.SetRGBA(int(x)+dx, int(y)+dy, color.RGBA{A: 255})
			}
		}
	}
	m.Estates, m.Links, m.Ground, m.Subdistricts = nil, nil, nil, nil
	m.Base = &Base{Picture: from, Pixel: pixel, PerMM: 8}
	picture, err := paper.NewPicture(paper.Info{}, m.Size.Width, m.Size.Height, 2376)
	if err != nil {
		t.Fatal(err)
	}
	DrawPicture(picture, &m)
	var file bytes.Buffer
	if err := picture.Encode(&file); err != nil {
		t.Fatal(err)
	}
	drawn, err := png.Decode(&file)
	if err != nil {
		t.Fatal(err)
	}
	v := fit(boundOf(m.Frame, m.Extent), layoutOf(m.Size).mapBox, m.Size.unit)
	perMM := 2376 / m.Size.Width
	for _, p := range places {
		on := v.place(m.Frame.Forward(p))
		// The middle of the dark pixels around is the place.
		x0, y0 := on.X*perMM, on.Y*perMM
		var sx, sy, n float64
		for dx := -12; dx <= 12; dx++ {
			for dy := -12; dy <= 12; dy++ {
				x, y := int(x0)+dx, int(y0)+dy
				if grey := color.GrayModel.Convert(drawn.At(x, y)).(color.Gray); grey.Y < 128 {
					sx, sy, n = sx+float64(x)+0.5, sy+float64(y)+0.5, n+1
				}
			}
		}
		if n == 0 || math.Hypot(sx/n-x0, sy/n-y0) > 1 {
			t.Errorf("%v should be at %.1f, %.1f px and is %.1f, %.1f away (%v dark pixels)", p, x0, y0, sx/n-x0, sy/n-y0, n)
		}
	}
}

// TestABaseMapIsPaler than the estates, and what is not on it is land.
func TestABaseMapIsPaler(t *testing.T) {
	for _, c := range []struct{ from, want color.RGBA }{
		{color.RGBA{255, 255, 255, 255}, color.RGBA{255, 255, 255, 255}},
		{color.RGBA{0, 0, 0, 255}, color.RGBA{21, 21, 21, 255}},
		// By the matrices of Filter Effects 1: saturate 0.55, contrast 0.85, brightness 1.08.
		{color.RGBA{255, 0, 0, 255}, color.RGBA{172, 43, 43, 255}},
		{color.RGBA{}, softened(color.RGBA{Light.Land.R, Light.Land.G, Light.Land.B, 255}, Light.Land)},
	} {
		if got := softened(c.from, Light.Land); got != c.want {
			t.Errorf("%v becomes %v, want %v", c.from, got, c.want)
		}
	}
}
