package ingest

import (
	"strconv"
	"strings"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

const (
	maxLon = 180.0
	maxLat = 90.0
	// maxVertices is how many vertices one file may have.
	maxVertices = 16_000_000
	// maxBoundary is how many vertices an estate may have.
	maxBoundary = 200_000
	// maxCollections is how deep geometry collections may be nested.
	maxCollections = 8
)

// geometryState is the geometry of the feature being read.
type geometryState struct {
	boundary orb.MultiPolygon // of an estate
	found    []orb.Geometry   // of a backdrop shape

	points   arena[orb.Point]
	rings    arena[orb.Ring]
	polygons arena[orb.Polygon]
	vertices int // of the file
	before   int // of the features before

	// base is the path of the geometry in the feature and nest the place in its coordinates.
	base string
	nest []int
	kind string
	// partsAt is the place of the coordinates in the window.
	partsAt int
	// misdrawn says that the geometry has a fault already.
	misdrawn bool
	// hasMore says that some position had more than two numbers.
	hasMore bool
	outside int // positions out of range
	outAt   int // the place of the first
	outPath string
	outText string
	swapped bool
	// place, if not nil, turns coordinates into degrees; box holds them as they stand.
	place *placement
	box   orb.Bound
}

// reset forgets the geometry of the feature before.
func (s *geometryState) reset() {
	s.boundary, s.found, s.before = nil, nil, s.vertices
	s.outside, s.hasMore, s.misdrawn = 0, false, false
}

// featureGeometry reads the member geometry of a feature and reports whether its syntax was right.
func (g *geoReader) featureGeometry() bool {
	s := g.s
	switch s.peek() {
	case 'n':
		return s.word("null")
	case '{':
	default:
		g.faultAt(s.pos, ".geometry", geometryOrder, &sayGeometryType)
		return s.skip()
	}
	g.base = ".geometry"
	if !g.geometry(0) {
		return false
	}
	if g.outside > 0 {
		g.rangeFault()
	}
	if g.hasMore {
		g.noteGeometry(g.geometryAt, &sayElevation)
	}
	if !g.misdrawn {
		g.checkShapes()
	}
	return true
}

// geometry reads a geometry object; its coordinates may come before its type.
func (g *geoReader) geometry(depth int) bool {
	s := g.s
	start := s.pos
	kind, hasKind, partsAt, partsDone := "", false, 0, false
	var partsName string
	s.pos++
	for first := true; s.next('}', first); first = false {
		k, ok := s.key()
		if !ok {
			return false
		}
		switch string(k.raw) {
		case "type":
			if hasKind {
				g.geometryFault(k.at, ".type", &sayMemberTwice, "type")
			}
			hasKind = true
			kind, ok = g.nameToken()
		case "coordinates", "geometries":
			if partsAt > 0 {
				g.geometryFault(k.at, "."+k.view(), &sayMemberTwice, k.view())
			}
			s.peek()
			partsAt, partsName = s.pos, "coordinates"
			if k.is("geometries") {
				partsName = "geometries"
			}
			if hasKind && partsName == partsMember(kind) {
				partsDone = true
				ok = g.parts(kind, depth)
			} else {
				ok = s.skip()
			}
		case "crs":
			var name string
			at := s.pos
			name, known := g.crs()
			ok = !s.failed()
			if ok && !known {
				g.geometryFault(at, ".crs", &sayCRS, name)
			}
		default:
			ok = s.skip()
		}
		if !ok {
			return false
		}
	}
	if s.failed() {
		return false
	}
	estates := g.row.table == estatesTable
	switch {
	case !hasKind:
		g.geometryFault(start, ".type", &sayNoGeometryType)
	case partsMember(kind) == "":
		g.geometryFault(start, ".type", &sayUnknownGeometry, kind)
	case estates && kind != "Polygon" && kind != "MultiPolygon":
		g.geometryFault(start, ".type", &sayNotPolygon, kind)
	case partsAt == 0 || partsName != partsMember(kind):
		g.geometryFault(start, "", &sayNoCoordinates, partsMember(kind))
	case !partsDone:
		end := s.pos
		s.pos = partsAt
		ok := g.parts(kind, depth)
		s.pos = end
		return ok
	}
	return true
}

// partsMember returns the member that holds the parts of a geometry of this type, "" of an unknown one.
func partsMember(kind string) string {
	switch kind {
	case "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon":
		return "coordinates"
	case "GeometryCollection":
		return "geometries"
	}
	return ""
}

// geometryFault refuses the feature for something in its geometry.
func (g *geoReader) geometryFault(at int, path string, say *domain.Text, args ...string) {
	g.misdrawn = true
	g.faultAt(at, g.base+path, geometryOrder, say, args...)
}

// noteGeometry notes a repair, once for all features of the file.
func (g *geoReader) noteGeometry(at int, say *domain.Text) {
	if i, ok := g.log.noted[noteKey{say, ""}]; ok {
		g.log.notes[i].Count++
		return
	}
	g.log.note(g.lineAt(at), g.path()+g.base+g.coordinatePath(), "", say)
}

// coordinatePath is the path of the part being read.
func (g *geoReader) coordinatePath() string {
	path := ".coordinates"
	for _, i := range g.nest {
		path += "[" + strconv.Itoa(i) + "]"
	}
	return path
}

// parts reads the coordinates or geometries of a geometry. After a fault in their structure it goes on behind them.
func (g *geoReader) parts(kind string, depth int) bool {
	s := g.s
	start := s.pos
	g.kind, g.nest, g.partsAt = kind, g.nest[:0], start
	defer func() { g.nest = g.nest[:0] }()
	faults := len(g.log.faults)
	var ok bool
	switch estates := g.row.table == estatesTable; {
	case estates && kind == "Polygon":
		ok = g.onePolygon()
	case estates && kind == "MultiPolygon":
		ok = g.multiPolygon()
	case estates:
		return s.skip()
	case kind == "GeometryCollection":
		ok = g.collection(depth)
	default:
		ok = g.shape(kind)
	}
	if !ok && !s.failed() && len(g.log.faults) > faults {
		s.pos = start
		if s.skip() {
			return true
		}
		// The syntax is at fault as well, which says more.
		g.log.faults = g.log.faults[:faults]
		return false
	}
	return ok
}

// open takes the bracket that begins the next level; anything else is a fault of structure, or of syntax.
func (g *geoReader) open() bool {
	if g.s.accept('[') {
		return true
	}
	return g.misshapen()
}

// misshapen records that what comes next does not belong there: it returns false.
func (g *geoReader) misshapen() bool {
	s := g.s
	c := s.peek()
	if c == 0 || strings.IndexByte(`[{"-0123456789tfn`, c) < 0 {
		return s.expected(wantValue)
	}
	g.geometryFault(s.pos, g.coordinatePath(), &sayNesting, g.kind)
	return false
}

// list reads the elements of an array with read, counting them in the path.
func (g *geoReader) list(read func() bool) (n int, ok bool) {
	if !g.open() {
		return 0, false
	}
	level := len(g.nest)
	g.nest = append(g.nest, 0)
	for first := true; g.s.next(']', first); first = false {
		g.nest[level] = n
		if !read() {
			return n, false
		}
		n++
	}
	g.nest = g.nest[:level]
	return n, !g.s.failed()
}

// onePolygon reads the coordinates of a Polygon into the boundary.
func (g *geoReader) onePolygon() bool {
	polygon, ok := g.polygon()
	if ok {
		at := g.polygons.add(len(g.polygons.block), polygon)
		g.boundary = g.polygons.take(at)
	}
	return ok
}

// multiPolygon reads the coordinates of a MultiPolygon into the boundary.
func (g *geoReader) multiPolygon() bool {
	at := g.s.pos
	start := len(g.polygons.block)
	n, ok := g.list(func() bool {
		p, ok := g.polygon()
		start = g.polygons.add(start, p)
		return ok
	})
	if ok && n == 0 {
		g.geometryFault(at, ".coordinates", &sayEmptyGeometry)
	}
	if ok {
		g.boundary = g.polygons.take(start)
	}
	return ok
}

// polygon reads a list of rings. Rings that are too short or empty are faults, but reading goes on.
func (g *geoReader) polygon() (orb.Polygon, bool) {
	at := g.s.pos
	start := len(g.rings.block)
	n, ok := g.list(func() bool {
		r, ok := g.ring()
		start = g.rings.add(start, r)
		return ok
	})
	if ok && n == 0 {
		g.geometryFault(at, g.coordinatePath(), &sayEmptyGeometry)
	}
	return g.rings.take(start), ok
}

// ring reads a ring and repairs what can be repaired without looking at the others: it is closed, repeated vertices go.
func (g *geoReader) ring() (orb.Ring, bool) {
	at := g.s.pos
	points, ok := g.positions(true)
	if !ok {
		return nil, false
	}
	if len(points) == 0 {
		g.geometryFault(at, g.coordinatePath(), &sayEmptyGeometry)
		return nil, true
	}
	r := orb.Ring(points)
	whole := len(r)
	r = dropRepeated(r)
	if len(r) > 1 && r[0] != r[len(r)-1] {
		// The point that closes the ring has a place in the block: positions put one behind.
		r = append(r, r[0])
		g.noteGeometry(at, &sayClosed)
		whole++
	}
	if len(r) < whole {
		g.noteGeometry(at, &sayRepeated)
	}
	if different := len(r) - 1; different < 3 {
		g.geometryFault(at, g.coordinatePath(), &sayFewPoints, strconv.Itoa(max(different, 1)))
		return nil, true
	}
	return r, true
}

// dropRepeated takes out vertices that are equal to the one before, in place.
func dropRepeated(r orb.Ring) orb.Ring {
	n := 1
	for i := 1; i < len(r); i++ {
		if r[i] != r[i-1] {
			r[n] = r[i]
			n++
		}
	}
	return r[:n]
}
