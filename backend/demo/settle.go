package demo

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// settle decides which blocks hold old estates and builds them until there are count of them, by subdistrict. Blocks of one
// age lie together; the rest of the city is of other use. subOf gives the subdistrict of a quarter, −1 for none.
func (g *ground) settle(subOf func(quarter int) int, count int, r *random) [][]*shape {
	order := make([][]int, len(g.subs))
	rank := make([]float64, len(g.blocks))
	for i, b := range g.blocks {
		if s := subOf(b.quarter); s >= 0 {
			rank[i] = g.age(b) + 0.55*r.fork(1, i).unit()
			order[s] = append(order[s], i)
		}
	}
	out := make([][]*shape, len(g.subs))
	quotas := g.shares(count, r)
	for s, own := range order {
		slices.SortFunc(own, func(a, b int) int { return cmp.Or(cmp.Compare(rank[b], rank[a]), cmp.Compare(a, b)) })
		const alone = 0.12 // of the estates stand single among blocks of other use
		at := 0
		for ; at < len(own) && len(out[s]) < int(float64(quotas[s])*(1-alone)); at++ {
			out[s] = append(out[s], build(g.blocks[own[at]], own[at], r.fork(2, own[at]))...)
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

// parks turns some large blocks without estates into parks with a lake.
func (g *ground) parks(r *random) []lake {
	taken := map[int]bool{}
	for _, own := range g.shapes {
		for _, s := range own {
			taken[s.block] = true
		}
	}
	inSub := map[int]int{}
	for s := range g.subs {
		for _, q := range g.subs[s].cells {
			inSub[q] = s
		}
	}
	best := make([]int, len(g.subs))
	for i, b := range g.blocks {
		s := inSub[b.quarter]
		if a := b.area(); !taken[i] && a < 9*hectare && b.kind != industrial && (best[s] == 0 || a > g.blocks[best[s]].area()) {
			best[s] = i
		}
	}
	var out []lake
	for s, i := range best {
		if i == 0 || !r.chance(0.4) {
			continue
		}
		shore := g.blocks[i].insetAll(40)
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

// remoteFirst brings up to n blocks that lie farther than the reach of any host from all contiguous estates to the front of
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
		m := g.blocks[i].centroid()
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

// scatter builds single estates on blocks of other use until there are quota, and returns the blocks that are left.
func (g *ground) scatter(out *[]*shape, blocks []int, quota int, r *random) []int {
	for k, i := range blocks {
		if len(*out) >= quota {
			return blocks[k:]
		}
		w := &builder{r: r.fork(3, i), block: g.blocks[i], index: i}
		if lot := w.block.insetAll(5); lot != nil {
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

// age is how likely a block is to hold old estates: by what its quarter is, by the distance from the middle, and in waves a
// few blocks long.
func (g *ground) age(b block) float64 {
	m := b.centroid()
	kind := map[character]float64{oldTown: 0.34, workers: 0.40, lanes: 0.34, modern: 0.16, industrial: 0.08}[b.kind]
	fromMiddle := math.Hypot(m.x/g.halfX, m.y/g.halfY)
	waves := 0.15*math.Sin(m.x/560+g.phase[2])*math.Cos(m.y/460+g.phase[3]) + 0.13*math.Sin(m.x/310-m.y/420)
	return kind - 0.25*fromMiddle + waves
}
