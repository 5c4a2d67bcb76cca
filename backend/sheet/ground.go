package sheet

import (
	"estateatlas/backend/paper"
)

// streamWidth is the breadth of water that is given as a line, in metres.
const streamWidth = 14

// road is how streets of a class are drawn: metres on the ground, the least number of units, and from how many units a metre on.
type road struct{ width, least, from float64 }

var (
	roads = map[string]road{
		"expressway": {56, 3.5, 0}, "primary": {36, 2.5, 0}, "secondary": {24, 1.5, 0.03}, "minor": {12, 1, 0.08},
	}
	plainRoad = road{18, 1.2, 0.05}
)

// Layers of the ground.
const (
	water        = "water"
	subdistricts = "subdistricts"
	rail         = "rail"
	park         = "park"
)

// drawGround paints what lies under the estates: land, blocks, parks, streets, railways, water, boundaries.
func (p *page) drawGround() {
	v, c := &p.view, p.canvas
	if p.world.m.Base != nil {
		p.drawBase()
		p.drawBorders()
		return
	}
	hasGround := false
	for i := range p.world.ground {
		hasGround = hasGround || p.layer(i) == subdistricts && !p.world.ground[i].outline
	}
	under := Light.Land
	if hasGround {
		under = Light.Outside
	}
	c.Fill(v.box.Path(), under)
	p.eachGround(func(layer, _ string, line bool, path paper.Path) {
		if layer == subdistricts && !line {
			c.Fill(paper.Clip(path, v.box), Light.Block)
		}
	})
	p.eachGround(func(layer, class string, line bool, path paper.Path) {
		if layer == water && class == park && !line {
			c.Fill(paper.Clip(path, v.box), Light.Park)
		}
	})
	p.eachGround(func(layer, class string, _ bool, path paper.Path) {
		if layer == water || layer == subdistricts || class == rail {
			return
		}
		r, ok := roads[class]
		if !ok {
			r = plainRoad
		}
		if v.px < r.from {
			return
		}
		p.stroke(path, paper.Pen{Width: max(r.least, r.width*v.px) * v.unit, Color: Light.Land, Cap: paper.RoundCap, Join: paper.RoundJoin})
	})
	p.eachGround(func(layer, class string, _ bool, path paper.Path) {
		if layer == water || layer == subdistricts || class != rail {
			return
		}
		wide, thin := 2*v.unit, 1*v.unit
		if v.px > 0.3 {
			wide, thin = 3*v.unit, 1.6*v.unit
		}
		p.stroke(path, paper.Pen{Width: wide, Color: Light.Rail})
		p.stroke(path, paper.Pen{Width: thin, Color: Light.Land, Dash: []float64{8 * v.unit, 8 * v.unit}})
	})
	p.eachGround(func(layer, class string, line bool, path paper.Path) {
		switch {
		case layer != water || class == park:
		case line:
			p.stroke(path, paper.Pen{Width: max(1.5, streamWidth*v.px) * v.unit, Color: Light.Water, Cap: paper.RoundCap, Join: paper.RoundJoin})
		default:
			c.Fill(paper.Clip(path, v.box), Light.Water)
		}
	})
	p.drawBorders()
}

func (p *page) drawBorders() {
	v := &p.view
	width := 1.1
	if v.px > 0.3 {
		width = 1.5
	}
	pen := paper.Pen{Width: width * v.unit, Color: paper.Faded(Light.Boundary, 0.7), Dash: p.units(7, 4, 1.5, 4)}
	p.stroke(v.path(p.world.borders.rings, false), pen)
}

func (p *page) layer(i int) string { return p.world.m.Ground[p.world.ground[i].of].Layer }

func (p *page) eachGround(do func(layer, class string, line bool, path paper.Path)) {
	for i := range p.world.ground {
		g := &p.world.ground[i]
		if of := &p.world.m.Ground[g.of]; p.view.sees(g.bound) {
			do(of.Layer, of.Class, g.outline, p.groundPath(i))
		}
	}
}

// groundPath returns a ground shape on the page, laid out once.
func (p *page) groundPath(i int) paper.Path {
	if p.paths == nil {
		p.paths = make([]paper.Path, len(p.world.ground))
	}
	if p.paths[i] == nil {
		g := &p.world.ground[i]
		p.paths[i] = p.view.path(g.rings, !g.outline)
	}
	return p.paths[i]
}
