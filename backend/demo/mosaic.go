package demo

import (
	"cmp"
	"math"
	"slices"
)

// mosaic knows which cells share which stretches of border. For this the cells along the river reach to its middle.
type mosaic struct {
	corners  []point           // every place where borders meet, once
	rings    [][]int           // by cell: corners in order, with those that neighbours have on its sides
	shared   []map[int]float64 // by cell: metres of border with each neighbour
	outskirt []float64         // by cell: metres of border with nothing
	near     map[[2]int][]int  // corners by square
}

const (
	sameCorner = 0.5 // m: corners of two cells at one crossing differ by rounding only
	cornerMesh = 400 // m
)

func cornerSquare(p point) [2]int {
	return [2]int{int(math.Floor(p.x / cornerMesh)), int(math.Floor(p.y / cornerMesh))}
}

func newMosaic(cells []cell) *mosaic {
	t := &mosaic{near: map[[2]int][]int{}}
	plain := make([][]int, len(cells))
	for i, q := range cells {
		onBank := func(p point) bool { return math.Abs(p.y) < bankRoad+sameCorner }
		for k, p := range q.polygon {
			plain[i] = append(plain[i], t.number(p))
			if next := q.polygon[(k+1)%len(q.polygon)]; onBank(p) && onBank(next) {
				plain[i] = append(plain[i], t.number(point{p.x, 0}), t.number(point{next.x, 0}))
			}
		}
	}
	for _, ring := range plain {
		var full []int
		for k, a := range ring {
			full = append(append(full, a), t.between(a, ring[(k+1)%len(ring)])...)
		}
		t.rings = append(t.rings, full)
	}
	t.measure()
	return t
}

// number returns the number of the corner at p, a new one where there is none.
func (t *mosaic) number(p point) int {
	at := cornerSquare(p)
	for dx := -1; dx <= 1; dx++ {
		for dy := -1; dy <= 1; dy++ {
			for _, k := range t.near[[2]int{at[0] + dx, at[1] + dy}] {
				if t.corners[k].distance(p) < sameCorner {
					return k
				}
			}
		}
	}
	t.corners = append(t.corners, p)
	t.near[at] = append(t.near[at], len(t.corners)-1)
	return len(t.corners) - 1
}

// between returns the corners on the way from one corner straight to another.
func (t *mosaic) between(from, to int) []int {
	a, b := t.corners[from], t.corners[to]
	var on []int
	lo, hi := cornerSquare(point{min(a.x, b.x), min(a.y, b.y)}), cornerSquare(point{max(a.x, b.x), max(a.y, b.y)})
	for x := lo[0] - 1; x <= hi[0]+1; x++ {
		for y := lo[1] - 1; y <= hi[1]+1; y++ {
			for _, c := range t.near[[2]int{x, y}] {
				if c != from && c != to && pointDistance(t.corners[c], a, b) < sameCorner {
					on = append(on, c)
				}
			}
		}
	}
	slices.SortFunc(on, func(c, d int) int { return cmp.Compare(t.corners[c].distance(a), t.corners[d].distance(a)) })
	return on
}

// measure fills shared and outskirt.
func (t *mosaic) measure() {
	owner := map[[2]int]int{}
	for i, ring := range t.rings {
		for k, a := range ring {
			owner[[2]int{a, ring[(k+1)%len(ring)]}] = i
		}
	}
	t.shared = make([]map[int]float64, len(t.rings))
	t.outskirt = make([]float64, len(t.rings))
	for i, ring := range t.rings {
		t.shared[i] = map[int]float64{}
		for k, a := range ring {
			b := ring[(k+1)%len(ring)]
			length := t.corners[a].distance(t.corners[b])
			if j, ok := owner[[2]int{b, a}]; ok {
				t.shared[i][j] += length
			} else {
				t.outskirt[i] += length
			}
		}
	}
}

// outline returns the rings around a group of cells, as corner numbers: what is left of their borders when those between two
// cells of the group are taken out.
func (t *mosaic) outline(group []int) [][]int {
	borders := map[[2]int]bool{}
	for _, i := range group {
		for k, a := range t.rings[i] {
			borders[[2]int{a, t.rings[i][(k+1)%len(t.rings[i])]}] = true
		}
	}
	var left [][2]int
	for _, i := range group {
		for k, a := range t.rings[i] {
			if b := t.rings[i][(k+1)%len(t.rings[i])]; !borders[[2]int{b, a}] {
				left = append(left, [2]int{a, b})
			}
		}
	}
	next := map[int][]int{}
	for _, e := range left {
		next[e[0]] = append(next[e[0]], e[1])
	}
	var rings [][]int
	for _, e := range left {
		var ring []int
		for at := e[0]; len(next[at]) > 0; {
			ring = append(ring, at)
			to := next[at][0]
			next[at] = next[at][1:]
			at = to
		}
		if len(ring) > 2 {
			rings = append(rings, ring)
		}
	}
	return rings
}
