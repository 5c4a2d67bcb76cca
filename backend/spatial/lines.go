package spatial

import (
	"math"

	"github.com/paulmach/orb"
)

// Lines are lines that cannot be crossed, such as rivers and railways, in a metric plane.
type Lines struct {
	segments [][2]point
	cells    map[[2]int32][]int32 // segments by the squares that their boxes reach
}

// linesCellM is the side of a square, metres: about a block, so that a link between neighbours looks at a few.
const linesCellM = 250

// NewLines takes the lines of geometries given in lon-lat degrees: of an area its edge, of a point nothing. Nil without a line.
func NewLines(f *Frame, geometries []orb.Geometry) *Lines {
	l := &Lines{cells: make(map[[2]int32][]int32)}
	for _, g := range geometries {
		eachSegment(f, g, l.addSegment)
	}
	if len(l.segments) == 0 {
		return nil
	}
	return l
}

// LengthM returns the length of a geometry given in lon-lat degrees, in metres of the frame: of an area its edge, of a point 0.
func LengthM(f *Frame, g orb.Geometry) float64 {
	var sum float64
	eachSegment(f, g, func(a, b point) { sum += math.Hypot(b.x-a.x, b.y-a.y) })
	return sum
}

// eachSegment calls do for the segments of a geometry in the plane of the frame.
func eachSegment(f *Frame, g orb.Geometry, do func(a, b point)) {
	switch g := g.(type) {
	case orb.LineString:
		for i := 1; i < len(g); i++ {
			do(pointOf(f.Forward(g[i-1])), pointOf(f.Forward(g[i])))
		}
	case orb.Ring:
		eachSegment(f, orb.LineString(g), do)
	case orb.MultiLineString:
		for _, line := range g {
			eachSegment(f, line, do)
		}
	case orb.Polygon:
		for _, ring := range g {
			eachSegment(f, ring, do)
		}
	case orb.MultiPolygon:
		for _, polygon := range g {
			eachSegment(f, polygon, do)
		}
	case orb.Collection:
		for _, one := range g {
			eachSegment(f, one, do)
		}
	}
}

// cellsOf calls f for the squares that the box of a segment reaches.
func cellsOf(a, b point, f func(cell [2]int32)) {
	at := func(v float64) int32 { return int32(math.Floor(v / linesCellM)) }
	for x := at(min(a.x, b.x)); x <= at(max(a.x, b.x)); x++ {
		for y := at(min(a.y, b.y)); y <= at(max(a.y, b.y)); y++ {
			f([2]int32{x, y})
		}
	}
}

func (l *Lines) addSegment(a, b point) {
	// A long segment would fill the squares of its whole box: it is laid down in pieces.
	if n := math.Ceil(math.Hypot(b.x-a.x, b.y-a.y) / (4 * linesCellM)); n > 1 {
		last := a
		for i := 1.0; i <= n; i++ {
			next := point{a.x + (b.x-a.x)*i/n, a.y + (b.y-a.y)*i/n}
			if i == n {
				next = b
			}
			l.put(last, next)
			last = next
		}
		return
	}
	l.put(a, b)
}

func (l *Lines) put(a, b point) {
	at := int32(len(l.segments))
	l.segments = append(l.segments, [2]point{a, b})
	cellsOf(a, b, func(cell [2]int32) { l.cells[cell] = append(l.cells[cell], at) })
}

// Cross reports whether the straight way between two places of the plane, metres, meets a line. No way, between equal places,
// crosses nothing; nil lines cross nothing.
func (l *Lines) Cross(from, to orb.Point) bool {
	if l == nil || from == to {
		return false
	}
	a, b := pointOf(from), pointOf(to)
	met := false
	cellsOf(a, b, func(cell [2]int32) {
		for _, at := range l.cells[cell] {
			if met {
				return
			}
			s := l.segments[at]
			_, met = edgesMeet(a, b, s[0], s[1])
		}
	})
	return met
}
