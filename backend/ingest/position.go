package ingest

import (
	"math"
	"strconv"
	"strings"

	"github.com/paulmach/orb"
)

// positions reads a list of positions. With closing, one more point has room in place behind the result.
func (g *geoReader) positions(closing bool) ([]orb.Point, bool) {
	s := g.s
	if !g.open() {
		return nil, false
	}
	level := len(g.nest)
	g.nest = append(g.nest, 0)
	start, n := len(g.points.block), 0
	for first := true; s.next(']', first); first = false {
		g.nest[level] = n
		p, ok := g.position()
		if !ok {
			return nil, false
		}
		start = g.points.add(start, p)
		n++
		if g.vertices++; g.vertices-g.before > maxBoundary && g.row.table == estatesTable {
			g.geometryFault(s.pos, g.coordinatePath(), &sayHugeBoundary)
			return nil, false
		}
	}
	g.nest = g.nest[:level]
	if s.failed() {
		return nil, false
	}
	if closing && n > 0 {
		start = g.points.add(start, orb.Point{})
	}
	if g.vertices > maxVertices {
		return nil, s.fail(s.pos, &sayTooManyVertices)
	}
	return g.points.block[start : start+n : len(g.points.block)], true
}

// position reads [longitude, latitude]; further numbers are read over.
func (g *geoReader) position() (p orb.Point, ok bool) {
	s := g.s
	if !g.open() {
		return p, false
	}
	at := s.pos - 1
	for i := 0; ; i++ {
		c := s.peek()
		switch {
		case c == '-' || isDigit(c):
			f, ok := s.float()
			if !ok {
				return p, false
			}
			if i < 2 {
				p[i] = f
			} else {
				g.hasMore = true
			}
		case c == ']' && i == 0:
			g.geometryFault(at, g.coordinatePath(), &sayShortPosition)
			return p, false
		case c != 0 && strings.IndexByte(`[{"tfn`, c) >= 0:
			g.nest = append(g.nest, i)
			g.geometryFault(s.pos, g.coordinatePath(), &sayNotCoordinate)
			return p, false
		default:
			return p, s.expected(wantValue)
		}
		switch s.peek() {
		case ',':
			s.pos++
			continue
		case ']':
			s.pos++
		default:
			return p, s.expected(wantComma)
		}
		if i == 0 {
			g.geometryFault(at, g.coordinatePath(), &sayShortPosition)
			return p, false
		}
		break
	}
	g.box.Min[0], g.box.Min[1] = min(g.box.Min[0], p[0]), min(g.box.Min[1], p[1])
	g.box.Max[0], g.box.Max[1] = max(g.box.Max[0], p[0]), max(g.box.Max[1], p[1])
	if g.place != nil {
		if turned, ok := g.place.toDegrees(p); ok {
			return turned, true
		}
		g.outOfRange(p, at)
		return p, true
	}
	if !(math.Abs(p[0]) <= maxLon && math.Abs(p[1]) <= maxLat) {
		g.outOfRange(p, at)
	}
	return p, true
}

// outOfRange remembers the first position out of range; in the wrong coordinate system all of them are.
func (g *geoReader) outOfRange(p orb.Point, at int) {
	if g.outside++; g.outside == 1 {
		g.outAt, g.outPath, g.outText = at, g.base+g.coordinatePath(), string(g.s.b[at:g.s.pos])
		g.swapped = math.Abs(p[0]) <= maxLat && math.Abs(p[1]) <= maxLon
	}
}

func (g *geoReader) rangeFault() {
	say := &sayOutOfRange
	switch {
	case g.place != nil && g.outside > 1:
		say = &sayNotPlaces
	case g.place != nil:
		say = &sayNotPlace
	case g.swapped && g.outside > 1:
		say = &saySwappedMany
	case g.swapped:
		say = &saySwapped
	case g.outside > 1:
		say = &sayOutOfRangeMany
	}
	args := []string{strings.Join(strings.Fields(g.outText), " ")}
	if g.outside > 1 {
		args = append(args, strconv.Itoa(g.outside))
	}
	g.misdrawn = true
	g.faultAt(g.outAt, g.outPath, geometryOrder, say, args...)
}
