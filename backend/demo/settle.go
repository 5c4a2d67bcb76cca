package demo

import (
	"cmp"
	"math"
	"slices"
)

// settle decides which blocks hold old estates and builds them until there are count of them. Blocks of one age lie together;
// the rest of the city is of other use. subOf gives the subdistrict of a quarter, −1 for none; each of the n subdistricts
// gets a share that is neither even nor far from it.
func settle(c *city, blocks []block, subOf func(quarter int) int, n, count int, r *random) [][]*shape {
	order := make([][]int, n)
	rank := make([]float64, len(blocks))
	for i, b := range blocks {
		if s := subOf(b.quarter); s >= 0 {
			rank[i] = c.age(b) + 0.5*r.fork(1, i).unit()
			order[s] = append(order[s], i)
		}
	}
	quota := shares(n, count, r)
	out := make([][]*shape, n)
	for s, own := range order {
		slices.SortFunc(own, func(a, b int) int { return cmp.Or(cmp.Compare(rank[b], rank[a]), cmp.Compare(a, b)) })
		const alone = 0.12 // of the estates stand single among blocks of other use
		at := 0
		for ; at < len(own) && len(out[s]) < int(float64(quota[s])*(1-alone)); at++ {
			out[s] = append(out[s], build(blocks[own[at]], own[at], r.fork(2, own[at]))...)
		}
		rest := own[at:]
		shuffle(rest, r)
		for _, i := range rest {
			if len(out[s]) >= quota[s] {
				break
			}
			w := &builder{r: r.fork(3, i), block: blocks[i], index: i}
			if lot := w.block.insetAll(5); lot != nil {
				w.frontage(lot, w.r.whole(1, 2))
			}
			out[s] = append(out[s], w.shapes...)
		}
		out[s] = out[s][:min(quota[s], len(out[s]))]
	}
	return out
}

// shares deals count out to n unevenly.
func shares(n, count int, r *random) []int {
	weight := make([]float64, n)
	sum := 0.0
	for i := range weight {
		weight[i] = r.between(0.55, 1.45)
		sum += weight[i]
	}
	out := make([]int, n)
	dealt, due := 0, 0.0
	for i, w := range weight {
		due += w / sum * float64(count)
		out[i] = int(math.Round(due)) - dealt
		dealt += out[i]
	}
	return out
}

func shuffle[T any](s []T, r *random) {
	for i := range s {
		j := i + r.below(len(s)-i)
		s[i], s[j] = s[j], s[i]
	}
}

// age is how likely a block is to hold old estates.
func (c *city) age(b block) float64 {
	m := b.centroid()
	kind := map[character]float64{oldTown: 0.36, workers: 0.5, lanes: 0.4, modern: 0.05, industrial: 0.1}[b.kind]
	fromMiddle := math.Hypot(m.x/c.halfX, m.y/c.halfY)
	waves := 0.2*math.Sin(m.x/760+c.phase[2])*math.Cos(m.y/640+c.phase[3]) + 0.16*math.Sin(m.x/380-m.y/520)
	return kind - 0.22*fromMiddle + waves
}
