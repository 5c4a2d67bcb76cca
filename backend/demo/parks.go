package demo

import (
	"slices"
	"strings"
)

// parks turns some large plots without estates into parks with a lake.
func (g *ground) parks(r *random) []lake {
	taken := map[int]bool{}
	for _, own := range g.shapes {
		for _, s := range own {
			taken[s.plot] = true
		}
	}
	best := slices.Repeat([]int{-1}, len(g.subs)) // by subdistrict: the largest plot that is not too large
	for i, b := range g.plots {
		s := g.subOf[b.quarter]
		if a := b.area(); !taken[i] && a < 9*hectare && b.kind != industrial && (best[s] < 0 || a > g.plots[best[s]].area()) {
			best[s] = i
		}
	}
	var out []lake
	for s, i := range best {
		if i < 0 || !r.chance(0.4) {
			continue
		}
		shore := g.plots[i].insetAll(30)
		if shore == nil || shore.area() < 1.2*hectare {
			continue
		}
		name := strings.TrimSuffix(g.subs[s].name, "街") + "公园湖"
		out = append(out, lake{name, rounded(shore, r)})
	}
	return out
}

type lake struct {
	name  string
	shore polygon
}

// rounded cuts the corners of p again and again (Chaikin), which leaves a smooth line inside it.
func rounded(p polygon, r *random) polygon {
	q := make(polygon, len(p))
	m := p.centroid()
	for i, a := range p {
		q[i] = m.towards(a, r.between(0.6, 1))
	}
	for range 3 {
		var next polygon
		for i, a := range q {
			b := q[(i+1)%len(q)]
			next = append(next, a.towards(b, 0.25), a.towards(b, 0.75))
		}
		q = next
	}
	return q
}
