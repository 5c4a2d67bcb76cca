package demo

import (
	"cmp"
	"math"
	"slices"
)

// settle decides which plots hold old estates and builds them until there are count of them, by subdistrict. Plots of one
// age lie together; the rest of the city is of other use.
func (g *ground) settle(count int, r *random) [][]*shape {
	order := make([][]int, len(g.subs))
	rank := make([]float64, len(g.plots))
	for i, b := range g.plots {
		s := g.subOf[b.quarter]
		rank[i] = g.age(b) + 0.55*r.fork(1, i).unit()
		order[s] = append(order[s], i)
	}
	out := make([][]*shape, len(g.subs))
	quotas := g.shares(count, r)
	for s, own := range order {
		slices.SortFunc(own, func(a, b int) int { return cmp.Or(cmp.Compare(rank[b], rank[a]), cmp.Compare(a, b)) })
		const alone = 0.12 // of the estates stand single among plots of other use
		at := 0
		for ; at < len(own) && len(out[s]) < int(float64(quotas[s])*(1-alone)); at++ {
			out[s] = append(out[s], build(g.plots[own[at]], own[at], r.fork(2, own[at]))...)
		}
		order[s] = own[at:]
		shuffle(order[s], r)
	}
	g.remoteFirst(order, out, count/60)
	missing := 0
	for s, quota := range quotas {
		order[s] = g.scatter(&out[s], order[s], quota, r)
		out[s] = out[s][:min(quota, len(out[s]))]
		missing += quota - len(out[s])
	}
	for s := range out { // some subdistricts have no room left
		before := len(out[s])
		g.scatter(&out[s], order[s], before+missing, r)
		out[s] = out[s][:min(before+missing, len(out[s]))]
		missing -= len(out[s]) - before
	}
	return out
}

// remoteFirst brings up to n plots that lie farther than the reach of any host from all contiguous estates to the front of
// their subdistricts' orders, so that some scattered estates find nobody near enough to take them over.
func (g *ground) remoteFirst(order [][]int, shapes [][]*shape, n int) {
	const reach, mesh = 1150, 1200 // m
	near := map[[2]int][]point{}
	square := func(p point) [2]int { return [2]int{int(math.Floor(p.x / mesh)), int(math.Floor(p.y / mesh))} }
	for _, own := range shapes {
		for _, s := range own {
			if m := s.parts[0].shell.centroid(); !s.scattered {
				near[square(m)] = append(near[square(m)], m)
			}
		}
	}
	remote := func(i int) bool {
		m := g.plots[i].centroid()
		at := square(m)
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for _, p := range near[[2]int{at[0] + dx, at[1] + dy}] {
					if p.distance(m) < reach {
						return false
					}
				}
			}
		}
		return true
	}
	for _, own := range order {
		front := 0
		for k, i := range own {
			if n > 0 && front < 3 && remote(i) {
				own[front], own[k] = own[k], own[front]
				front++
				n--
			}
		}
	}
}

// scatter builds single estates on plots of other use until there are quota, and returns the plots that are left.
func (g *ground) scatter(out *[]*shape, plots []int, quota int, r *random) []int {
	for k, i := range plots {
		if len(*out) >= quota {
			return plots[k:]
		}
		w := &builder{r: r.fork(3, i), plot: g.plots[i], index: i}
		if lot := w.plot.insetAll(5); lot != nil {
			w.frontage(lot, w.r.whole(1, 2))
		}
		*out = append(*out, w.shapes...)
	}
	return nil
}

// shares deals count out to the subdistricts, more to those in the middle.
func (g *ground) shares(count int, r *random) []int {
	weight := make([]float64, len(g.subs))
	sum := 0.0
	for i := range weight {
		weight[i] = r.between(0.7, 1.3) * (1.25 - 0.5*float64(i)/float64(len(g.subs)))
		sum += weight[i]
	}
	out := make([]int, len(weight))
	dealt, due := 0, 0.0
	for i, w := range weight {
		due += w / sum * float64(count)
		out[i] = int(math.Round(due)) - dealt
		dealt += out[i]
	}
	return out
}

// age is how likely a plot is to hold old estates: by what its quarter is, by the distance from the middle, and in waves a
// few plots long.
func (g *ground) age(b plot) float64 {
	m := b.centroid()
	kind := map[character]float64{oldTown: 0.34, workers: 0.40, lanes: 0.34, modern: 0.16, industrial: 0.08}[b.kind]
	fromMiddle := math.Hypot(m.x/g.halfX, m.y/g.halfY)
	waves := 0.15*math.Sin(m.x/560+g.phase[2])*math.Cos(m.y/460+g.phase[3]) + 0.13*math.Sin(m.x/310-m.y/420)
	return kind - 0.25*fromMiddle + waves
}
