package sheet

import (
	"math"

	"estateatlas/backend/paper"
)

const (
	ringRadius = 7.0
	ringGap    = 3.0 // between ring and name, and between names
)

// ring is the ring around an estate; its name stands in the box.
type ring struct {
	at   paper.Point
	of   *Estate
	name paper.Box // empty: there is no room
}

// placeRings takes the room of the rings and then of their names, right, left, below, above or at a corner; named are those that have one.
func (p *page) placeRings(f *field) (rings []ring, named map[int]bool) {
	named = map[int]bool{}
	v := &p.view
	r := (ringRadius + 2) * v.unit
	for _, i := range p.ringed {
		at := v.place(p.world.at[i])
		if len(p.world.estates[i].rings) == 0 || !v.box.Holds(at) {
			continue
		}
		rings = append(rings, ring{at: at, of: &p.world.m.Estates[i]})
		named[i] = true // never a second time, far from its ring
		f.take(paper.Box{X: at.X - r, Y: at.Y - r, W: 2 * r, H: 2 * r}, noOwner)
	}
	away, aside := r+ringGap*v.unit, r*math.Sqrt2/2
	for k := range rings {
		at, w, h := rings[k].at, paper.Width(rings[k].of.Name, p.points(nameType)), badgeHeight*v.unit
		for _, corner := range [...]paper.Point{
			{X: at.X + away, Y: at.Y - h/2},
			{X: at.X - away - w, Y: at.Y - h/2},
			{X: at.X - w/2, Y: at.Y + away},
			{X: at.X - w/2, Y: at.Y - away - h},
			{X: at.X + aside, Y: at.Y + aside},
			{X: at.X - aside - w, Y: at.Y + aside},
			{X: at.X + aside, Y: at.Y - aside - h},
			{X: at.X - aside - w, Y: at.Y - aside - h},
		} {
			if box := (paper.Box{X: corner.X, Y: corner.Y, W: w, H: h}); f.isFree(box, noOwner) {
				f.take(paper.Box{X: box.X - away + r, Y: box.Y, W: box.W + 2*(away-r), H: box.H}, noOwner)
				rings[k].name = box
				break
			}
		}
	}
	return rings, named
}

func (p *page) drawRings(rings []ring) {
	for i := range rings {
		r := &rings[i]
		drawRing(p.canvas, r.at, ringRadius*p.view.unit, p.view.unit)
		if r.name.W > 0 {
			p.canvas.Text(paper.Text{
				Text: r.of.Name, X: r.name.X, Y: r.name.Y + r.name.H/2, Middle: true, Size: p.points(nameType), Bold: true,
				Color: Light.Label, Halo: haloWidth * p.view.unit, HaloColor: Light.Halo,
			})
		}
	}
}

func drawRing(c paper.Canvas, at paper.Point, radius, unit float64) {
	circle := paper.Circle(at.X, at.Y, radius)
	c.Stroke(circle, paper.Pen{Width: 5 * unit, Color: Light.Halo})
	c.Stroke(circle, paper.Pen{Width: 2 * unit, Color: Light.Label})
}
