package sheet

import (
	"github.com/paulmach/orb"

	"estateatlas/backend/paper"
)

// Prepared is a map whose shapes are laid out in metres, to be drawn any number of times. It is not changed by drawing.
type Prepared struct{ world *world }

// Prepare makes a map ready.
func Prepare(m *Map) *Prepared { return &Prepared{newWorld(m)} }

// Inset is a part of a map in a box of a page, without title or legend.
type Inset struct {
	Box paper.Box
	// Unit is how many mm stand for a pixel of the screen: 0.2 on A4 in the hand, more on a wall.
	Unit float64
	// Extent is what must be seen, in degrees; empty: what the map shows, or with Chosen the estate and what is around it.
	Extent orb.Bound
	// Chosen frames an estate and gives its name the first place; a position in Map.Estates, −1 for none.
	Chosen int
	// Lit, where it is not nil, makes all other estates pale.
	Lit []int
	// Ringed estates have a ring, and their names where there is room, the first ones first.
	Ringed []int
	// ScaleBar puts a bar and the north arrow in the lower corners.
	ScaleBar bool
	// Bare leaves out the frame around the box.
	Bare bool
}

// Draw draws a part of the map.
func (p *Prepared) Draw(c paper.Canvas, in Inset) {
	extent := p.world.extent
	switch {
	case !in.Extent.IsZero() && !in.Extent.IsEmpty():
		extent = boundOf(p.world.m.Frame, in.Extent)
	case in.Chosen != none:
		extent = p.world.around(in.Chosen)
	}
	pg := &page{canvas: c, world: p.world, view: fit(extent, in.Box, in.Unit), chosen: in.Chosen, ringed: in.Ringed}
	if in.Lit != nil {
		pg.lit = make(map[int]bool, len(in.Lit))
		for _, i := range in.Lit {
			pg.lit[i] = true
		}
	}
	pg.cornered, pg.bare = in.ScaleBar, in.Bare
	pg.drawMap()
}

// Ground around an estate, in metres: as much again as the estate on each side, but not less than least and not more than most.
const (
	leastAround = 220
	mostAround  = 600
)

// around returns the extent, in metres, in which an estate is seen with its neighbours.
func (w *world) around(i int) orb.Bound {
	s := &w.estates[i]
	if len(s.rings) == 0 {
		return w.extent
	}
	size := max(s.bound.Max[0]-s.bound.Min[0], s.bound.Max[1]-s.bound.Min[1])
	return s.bound.Pad(min(mostAround, max(leastAround, size)))
}

// corners returns the room of scale bar and north arrow in the lower corners of the map.
func (p *page) corners() []paper.Box {
	if !p.cornered {
		return nil
	}
	u, b := p.view.unit, p.view.box
	inset := 8 * u
	_, text := p.scaleText()
	w := barOf(p.view.scale, cornerBar*u).length + 6*u + paper.Width(text, p.points(cornerType)) + 16*u
	return []paper.Box{
		{X: b.X + inset, Y: b.Bottom() - inset - 24*u, W: w, H: 24 * u},
		{X: b.Right() - inset - 30*u, Y: b.Bottom() - inset - 54*u, W: 30 * u, H: 54 * u},
	}
}

const (
	cornerBar  = 130.0
	cornerType = 12.0
)

// scaleText returns the bar of the lower left corner and what stands beside it.
func (p *page) scaleText() (bar, string) {
	b := barOf(p.view.scale, cornerBar*p.view.unit)
	return b, distanceText(b.metres, p.world.m.Lang) + "  1:" + grouped(int64(p.view.scale+0.5))
}

// drawCorners draws them on pale plates.
func (p *page) drawCorners() {
	plates := p.corners()
	if plates == nil {
		return
	}
	u := p.view.unit
	for _, b := range plates {
		p.canvas.Fill(paper.RoundRect(b.X, b.Y, b.W, b.H, 4*u), paper.Faded(Light.Surface1, 0.9))
	}
	b, size := plates[0], p.points(cornerType)
	scale, text := p.scaleText()
	drawBar(p.canvas, b.X+8*u, b.Y+b.H/2-3*u, 6*u, scale, u/2)
	p.canvas.Text(paper.Text{Text: text, X: b.X + 14*u + scale.length, Y: b.Y + b.H/2, Middle: true, Size: size, Color: Light.Text1})
	drawNorth(p.canvas, plates[1].Inset(4*u), p.world.m.Lang, typeScale{row: size, by: u / 0.2})
}
