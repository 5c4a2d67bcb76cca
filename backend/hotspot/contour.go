package hotspot

import "slices"

// Above returns the area where the surface, straight along the edges of its cells, is at least level, as polygons: a counter-clockwise
// shell, then clockwise holes, each ring closed. level is above 0.
func (s *Surface) Above(level float64) [][][]Point {
	next := s.cut(level)
	edges := make([]int, 0, len(next))
	for e := range next {
		edges = append(edges, e)
	}
	slices.Sort(edges)
	var shells, holes [][]Point
	for _, first := range edges {
		if _, left := next[first]; !left {
			continue
		}
		var ring []Point
		for e := first; ; {
			if p := s.crossing(e, level); len(ring) == 0 || ring[len(ring)-1] != p {
				ring = append(ring, p)
			}
			to := next[e]
			delete(next, e)
			if e = to; e == first {
				break
			}
		}
		if ring[0] != ring[len(ring)-1] {
			ring = append(ring, ring[0])
		}
		switch area := signedArea(ring); {
		case len(ring) < 4: // a corner that just reaches the level
		case area > 0:
			shells = append(shells, ring)
		case area < 0:
			holes = append(holes, ring)
		}
	}
	return nest(shells, holes)
}

// cut runs through the cells and returns for each edge at which the outline enters a cell the edge at which it leaves, the area to its
// left. The edge to the right of a node has the number 2 × node, that above it 2 × node + 1.
func (s *Surface) cut(level float64) map[int]int {
	next := map[int]int{}
	for y := range s.Height - 1 {
		for x := range s.Width - 1 {
			at := y*s.Width + x
			corners := [4]int{at, at + 1, at + 1 + s.Width, at + s.Width} // counter-clockwise
			around := [4]int{2 * at, 2*(at+1) + 1, 2 * (at + s.Width), 2*at + 1}
			var in [4]bool
			count, sum := 0, 0.0
			for i, c := range corners {
				sum += s.Values[c]
				if in[i] = s.Values[c] >= level; in[i] {
					count++
				}
			}
			if count == 0 || count == 4 {
				continue
			}
			for i := range 4 {
				if !in[i] || in[(i+1)%4] {
					continue
				}
				// The outline enters where the rim goes out of the area and leaves where the rim comes in: at the nearest such edge
				// backwards, or, where the middle of a saddle is in the area, forwards.
				k := i
				saddle := count == 2 && in[(i+2)%4]
				if saddle && sum/4 >= level {
					k = (i + 1) % 4
				} else {
					for in[k] {
						k = (k + 3) % 4
					}
				}
				next[around[i]] = around[k]
			}
		}
	}
	return next
}

// crossing is where the level lies on an edge.
func (s *Surface) crossing(edge int, level float64) Point {
	a := edge / 2
	b := a + 1
	if edge%2 == 1 {
		b = a + s.Width
	}
	t := (level - s.Values[a]) / (s.Values[b] - s.Values[a])
	node := func(n int) Point {
		return Point{s.Origin[0] + float64(n%s.Width)*s.CellM, s.Origin[1] + float64(n/s.Width)*s.CellM}
	}
	p, q := node(a), node(b)
	return Point{p[0] + t*(q[0]-p[0]), p[1] + t*(q[1]-p[1])}
}

func signedArea(ring []Point) float64 {
	sum := 0.0
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		sum += (a[0]-ring[0][0])*(b[1]-ring[0][1]) - (b[0]-ring[0][0])*(a[1]-ring[0][1])
	}
	return sum / 2
}

// nest puts holes into the smallest shell that holds them.
func nest(shells, holes [][]Point) [][][]Point {
	out := make([][][]Point, len(shells))
	areas := make([]float64, len(shells))
	for i, shell := range shells {
		out[i], areas[i] = [][]Point{shell}, signedArea(shell)
	}
	for _, hole := range holes {
		best := -1
		for i, shell := range shells {
			if (best < 0 || areas[i] < areas[best]) && holds(shell, hole[0]) {
				best = i
			}
		}
		if best >= 0 {
			out[best] = append(out[best], hole)
		}
	}
	return out
}

// holds reports whether a point lies inside a ring.
func holds(ring []Point, p Point) bool {
	in := false
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1], ring[i]
		if (a[1] > p[1]) != (b[1] > p[1]) && p[0] < a[0]+(p[1]-a[1])*(b[0]-a[0])/(b[1]-a[1]) {
			in = !in
		}
	}
	return in
}
