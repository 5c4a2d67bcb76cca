package spatial

import (
	"math"

	"github.com/paulmach/orb"
)

// simplifyAll draws the borders such that they meet nowhere but at their ends.
func (g *labelGrid) simplifyAll(borders []border) {
	for i := range borders {
		borders[i].line = g.simplify(&borders[i])
		// A small piece must not shrink to a line.
		for len(borders[i].line) < 4 && borders[i].line[0] == borders[i].line[len(borders[i].line)-1] && g.refine(&borders[i]) {
			continue
		}
	}
	g.uncross(borders)
}

// uncross refines borders until they meet nowhere but at their ends; the stairs themselves never do.
func (g *labelGrid) uncross(borders []border) {
	for {
		again := false
		for _, i := range g.crossing(borders) {
			again = g.refine(&borders[i]) || again
		}
		if !again {
			return
		}
	}
}

// refine draws a border closer to its stairs and reports whether that was possible.
func (g *labelGrid) refine(b *border) bool {
	if b.tolerance == 0 {
		return false
	}
	if b.tolerance /= 2; b.tolerance < g.cell/5 {
		b.tolerance = 0
	}
	b.line = g.simplify(b)
	return true
}

// crossing returns the borders that meet another one, or themselves, elsewhere than at ends that they share.
func (g *labelGrid) crossing(borders []border) []int {
	type stretch struct {
		border int32
		a, b   orb.Point
	}
	// Stretches are looked up by the squares of a coarse grid that their boxes reach.
	const coarse = 8
	size := coarse * g.cell
	across := int(float64(g.w)/coarse) + 2
	squares := make(map[int32][]stretch)
	met := make(map[int]bool)
	for i := range borders {
		line := borders[i].line
		for k := 1; k < len(line); k++ {
			s := stretch{int32(i), line[k-1], line[k]}
			fromX, toX := int((min(s.a[0], s.b[0])-g.west)/size), int((max(s.a[0], s.b[0])-g.west)/size)
			fromY, toY := int((min(s.a[1], s.b[1])-g.south)/size), int((max(s.a[1], s.b[1])-g.south)/size)
			for y := fromY; y <= toY; y++ {
				for x := fromX; x <= toX; x++ {
					at := int32(y*across + x)
					for _, o := range squares[at] {
						if stretchesMeet(s.a, s.b, o.a, o.b) {
							met[i], met[int(o.border)] = true, true
						}
					}
					squares[at] = append(squares[at], s)
				}
			}
		}
	}
	out := make([]int, 0, len(met))
	for i := range borders {
		if met[i] {
			out = append(out, i)
		}
	}
	return out
}

// stretchesMeet reports whether two stretches have a point in common other than one end.
func stretchesMeet(a, b, c, d orb.Point) bool {
	if max(a[0], b[0]) < min(c[0], d[0]) || max(c[0], d[0]) < min(a[0], b[0]) || max(a[1], b[1]) < min(c[1], d[1]) || max(c[1], d[1]) < min(a[1], b[1]) {
		return false
	}
	if b == c || b == d {
		a, b = b, a
	}
	if a == d {
		c, d = d, c
	}
	if a == c {
		// From one point: they meet again if they run the same way.
		return side(pointOf(a), pointOf(b), pointOf(d)) == 0 && (b[0]-a[0])*(d[0]-a[0])+(b[1]-a[1])*(d[1]-a[1]) > 0
	}
	_, meet := edgesMeet(pointOf(a), pointOf(b), pointOf(c), pointOf(d))
	return meet
}

// simplify draws a border: the middles of its stairs' edges, thinned out by its tolerance (Douglas and Peucker 1973). Ends stay where
// they are.
func (g *labelGrid) simplify(b *border) []orb.Point {
	across := int32(g.w + 1)
	corner := func(i int) orb.Point {
		c := b.corners[i]
		return orb.Point{g.west + float64(c%across)*g.cell, g.south + float64(c/across)*g.cell}
	}
	n := len(b.corners)
	line := make([]orb.Point, 0, n+1)
	line = append(line, corner(0))
	if b.round {
		line = line[:0]
	}
	for i := 1; i < n; i++ {
		p, q := corner(i-1), corner(i)
		line = append(line, orb.Point{(p[0] + q[0]) / 2, (p[1] + q[1]) / 2})
	}
	if b.round {
		line = append(line, line[0])
	} else {
		line = append(line, corner(n-1))
	}
	// A closed line needs a second fixed point, or it would shrink to nothing.
	if first, last := line[0], line[len(line)-1]; first == last {
		far := 0
		for i, p := range line {
			if math.Hypot(p[0]-first[0], p[1]-first[1]) > math.Hypot(line[far][0]-first[0], line[far][1]-first[1]) {
				far = i
			}
		}
		head := peucker(line[:far+1], b.tolerance)
		return append(head, peucker(line[far:], b.tolerance)[1:]...)
	}
	return peucker(line, b.tolerance)
}

// peucker keeps the points from which the line would otherwise stray by more than a tolerance.
func peucker(line []orb.Point, tolerance float64) []orb.Point {
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	stack := [][2]int{{0, len(line) - 1}}
	for len(stack) > 0 {
		span := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		a, b := line[span[0]], line[span[1]]
		far, at := tolerance, -1
		for i := span[0] + 1; i < span[1]; i++ {
			if d := segmentDistance(line[i], a, b); d > far {
				far, at = d, i
			}
		}
		if at >= 0 {
			keep[at] = true
			stack = append(stack, [2]int{span[0], at}, [2]int{at, span[1]})
		}
	}
	out := make([]orb.Point, 0, len(line))
	for i, p := range line {
		if keep[i] {
			out = append(out, p)
		}
	}
	return out
}

func segmentDistance(p, a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = min(1, max(0, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/l))
	}
	return math.Hypot(p[0]-a[0]-t*dx, p[1]-a[1]-t*dy)
}
