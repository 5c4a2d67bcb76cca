package demo

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// mostMinorStreets is the largest district whose minor streets are in the backdrop: beyond it they would outweigh the estates
// that speed checks are about.
const mostMinorStreets = 10_000

// beyond is how far, in metres, rivers, railways and avenues are drawn outside the district.
const beyond = 900

// backdrops returns water, roads, subdistricts and what cannot be crossed on foot.
func (g *ground) backdrops(minor bool) []domain.Backdrop {
	var out []domain.Backdrop
	river := []point{{-g.halfX - beyond, 0}, {g.halfX + beyond, 0}}
	out = append(out, domain.Backdrop{Layer: domain.BackdropWater, Name: riverName, Class: "river", Geometry: orb.Polygon{lonLatRing(g.band(river, 72))}})
	out = append(out, domain.Backdrop{Layer: domain.BackdropBarriers, Name: riverName, Class: "river", Geometry: lonLatLine(g.path(river, 80))})
	for _, l := range g.lakes {
		out = append(out, domain.Backdrop{Layer: domain.BackdropWater, Name: l.name, Class: "lake", Geometry: orb.Polygon{lonLatRing(l.shore)}})
	}
	for _, s := range g.streets {
		for _, p := range s.pieces {
			if s.outer && g.atEdge(s.at(p.from)) {
				p.from -= beyond
			}
			if s.outer && g.atEdge(s.at(p.to)) {
				p.to += beyond
			}
			line := []point{s.at(p.from), s.at(p.to)}
			switch {
			case s.class == classCanal:
				if line[0].y > line[1].y {
					line[0], line[1] = line[1], line[0]
				}
				line[1] = line[1].towards(point{line[1].x, 0}, 1-60/bankRoad)
				out = append(out, domain.Backdrop{Layer: domain.BackdropWater, Name: s.name, Class: "canal", Geometry: orb.Polygon{lonLatRing(g.band(line, 13))}})
			case s.class != classMinor || minor:
				out = append(out, domain.Backdrop{Layer: domain.BackdropRoads, Name: s.name, Class: s.class, Geometry: lonLatLine(g.path(line, 80))})
			}
		}
	}
	if len(g.ring) > 0 {
		out = append(out, domain.Backdrop{Layer: domain.BackdropBarriers, Name: ringName, Class: "main_road", Geometry: lonLatLine(g.path(g.ring, 60))})
		out = append(out, domain.Backdrop{Layer: domain.BackdropRoads, Name: ringName, Class: classExpressway, Geometry: lonLatLine(g.path(g.ring, 60))})
	}
	for _, s := range g.subs {
		out = append(out, domain.Backdrop{Layer: domain.BackdropSubdistricts, Name: s.name, Geometry: polygons(s.outline)})
	}
	slices.SortStableFunc(out, func(a, b domain.Backdrop) int { return cmp.Compare(a.Layer, b.Layer) })
	return out
}

// band returns the strip of a width of twice half around a line on the board, on the ground.
func (g *ground) band(line []point, half float64) polygon {
	middle := g.path(line, 50)
	var left, right []point
	for i, a := range middle {
		d := middle[min(i+1, len(middle)-1)].sub(middle[max(i-1, 0)]).unit().left().scale(half)
		left, right = append(left, a.add(d)), append(right, a.sub(d))
	}
	slices.Reverse(left)
	return append(append(polygon{}, right...), left...)
}

func (g *ground) atEdge(p point) bool {
	const near = 1
	return p.x < -g.halfX+near || p.x > g.halfX-near || p.y < -g.halfY+near || p.y > g.halfY-near
}

// polygons sorts rings into shells, counter-clockwise, and the holes in them.
func polygons(rings []polygon) orb.Geometry {
	var shells []polygon
	var m orb.MultiPolygon
	for _, r := range rings {
		if r.area() > 0 {
			shells, m = append(shells, r), append(m, orb.Polygon{lonLatRing(r)})
		}
	}
	for _, hole := range rings {
		for i, shell := range shells {
			if hole.area() < 0 && shell.contains(hole[0]) {
				m[i] = append(m[i], lonLatRing(hole))
			}
		}
	}
	if len(m) == 1 {
		return m[0]
	}
	return m
}
