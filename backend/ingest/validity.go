package ingest

import (
	"math"

	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// checkShapes refuses a boundary that is not valid and turns its rings where they run the wrong way. Backdrop shapes are
// only drawn: theirs are turned, but may cross.
func (g *geoReader) checkShapes() {
	turned := false
	if g.boundary != nil {
		if fault := spatial.Check(g.boundary); fault != nil {
			at, path := g.locate(fault)
			text := fault.Text()
			g.geometryFault(at, path, &text)
			return
		}
		turned = spatial.Normalize(g.boundary)
	}
	for _, shape := range g.found {
		switch s := shape.(type) {
		case orb.Polygon:
			turned = spatial.Normalize(orb.MultiPolygon{s}) || turned
		case orb.MultiPolygon:
			turned = spatial.Normalize(s) || turned
		}
	}
	if turned {
		g.noteGeometry(g.partsAt, &sayRewound)
	}
}

// locate finds where in the file a fault of validity lies: the vertex at which the edge nearest to it begins. The
// coordinates have been read before, so their syntax is right; they are read again because repairs change the counting.
func (g *geoReader) locate(fault *spatial.Fault) (at int, path string) {
	s := g.s
	was := s.pos
	defer func() { s.pos, g.nest = was, g.nest[:0] }()
	s.pos = g.partsAt
	g.nest = g.nest[:0]
	if g.kind == "MultiPolygon" {
		g.enter(fault.Part)
	}
	g.enter(fault.Ring)
	at, path = s.pos, g.coordinatePath()
	s.accept('[')
	least := math.Inf(1)
	var from orb.Point
	var fromAt int
	level := len(g.nest)
	g.nest = append(g.nest, 0)
	for i := 0; s.next(']', i == 0); i++ {
		s.peek()
		g.nest[level] = i
		toAt := s.pos
		to, _ := g.position()
		switch {
		case to == fault.At:
			return toAt, g.coordinatePath()
		case i > 0:
			if d := awayFrom(fault.At, from, to); d < least {
				least = d
				g.nest[level] = i - 1
				at, path = fromAt, g.coordinatePath()
			}
		}
		from, fromAt = to, toAt
	}
	return at, path
}

// enter steps to element n of the array that comes next.
func (g *geoReader) enter(n int) {
	s := g.s
	s.accept('[')
	for i := range n {
		s.next(']', i == 0)
		s.skip()
	}
	s.next(']', n == 0)
	s.peek()
	g.nest = append(g.nest, n)
}

// awayFrom returns the squared distance of p from the edge a–b, in square degrees.
func awayFrom(p, a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	t := 0.0
	if l := dx*dx + dy*dy; l > 0 {
		t = min(max(((p[0]-a[0])*dx+(p[1]-a[1])*dy)/l, 0), 1)
	}
	x, y := p[0]-a[0]-t*dx, p[1]-a[1]-t*dy
	return x*x + y*y
}
