package ingest

import (
	"strconv"

	"github.com/paulmach/orb"
)

// collection reads the geometries of a GeometryCollection; each becomes a shape of its own.
func (g *geoReader) collection(depth int) bool {
	s := g.s
	if depth >= maxCollections {
		return s.fail(s.pos, &sayTooDeep)
	}
	if !s.accept('[') {
		return g.misshapen()
	}
	base := g.base
	defer func() { g.base = base }()
	n := 0
	for first := true; s.next(']', first); first = false {
		g.base = base + ".geometries[" + strconv.Itoa(n) + "]"
		n++
		if s.peek() != '{' {
			g.geometryFault(s.pos, "", &sayGeometryType)
			if !s.skip() {
				return false
			}
			continue
		}
		if !g.geometry(depth + 1) {
			return false
		}
	}
	return !s.failed()
}

// shape reads the coordinates of a backdrop geometry of any other type. It is only drawn: rings are closed and turned like
// those of estates, but whether they cross is not looked at.
func (g *geoReader) shape(kind string) bool {
	at := g.s.pos
	var shape orb.Geometry
	n, ok := 1, true
	switch kind {
	case "Point":
		var p orb.Point
		p, ok = g.position()
		shape = p
	case "MultiPoint":
		var p []orb.Point
		p, ok = g.positions(false)
		shape, n = orb.MultiPoint(p), len(p)
	case "LineString":
		var l orb.LineString
		l, ok = g.lineString()
		shape = l
	case "MultiLineString":
		var m orb.MultiLineString
		n, ok = g.list(func() bool {
			l, ok := g.lineString()
			m = append(m, l)
			return ok
		})
		shape = m
	case "Polygon":
		var p orb.Polygon
		p, ok = g.polygon()
		shape = p
	case "MultiPolygon":
		var m orb.MultiPolygon
		n, ok = g.list(func() bool {
			p, ok := g.polygon()
			m = append(m, p)
			return ok
		})
		shape = m
	}
	if !ok {
		return false
	}
	if n == 0 {
		g.geometryFault(at, ".coordinates", &sayEmptyGeometry)
	}
	g.found = append(g.found, shape)
	return true
}

func (g *geoReader) lineString() (orb.LineString, bool) {
	at := g.s.pos
	p, ok := g.positions(false)
	if ok && len(p) < 2 {
		g.geometryFault(at, g.coordinatePath(), &sayShortLine, strconv.Itoa(len(p)))
	}
	return p, ok
}
