package gpkg

import (
	"encoding/binary"
	"math"

	"github.com/paulmach/orb"
)

// maxNesting is how deep collections may stand in one another.
const maxNesting = 8

// arenaPoints is how many points are set aside at a time; one allocation for thousands of estates instead of one a ring.
const arenaPoints = 1 << 13

// decoder reads geometries. The points of many geometries share its memory. Not safe for several goroutines.
type decoder struct {
	points []orb.Point
	rings  []orb.Ring
	polys  []orb.Polygon

	b     []byte           // what is left of the geometry being read
	order binary.ByteOrder // of a SpatiaLite geometry; nil for WKB
}

// geometry reads GeoPackageBinary, or a SpatiaLite BLOB: GDAL stores one when an UPDATE calls a function of SpatiaLite, and takes
// it for a geometry itself. An empty point, or a geometry marked as empty, is nil.
func (d *decoder) geometry(blob []byte) (orb.Geometry, error) {
	h, err := readHeader(blob)
	if err != nil {
		return nil, err
	}
	switch h.srs {
	case srsCGCS2000, 4326, 0, -1:
	default:
		return nil, badGeometry("坐标系 %d 不是经纬度（应为 EPSG:4490 或 4326）", "its coordinate system %d is not longitude and latitude (EPSG:4490 or 4326)", h.srs)
	}
	if h.empty {
		return nil, nil
	}
	return d.body(h)
}

// body reads the geometry behind a header, all of it.
func (d *decoder) body(h header) (orb.Geometry, error) {
	d.b, d.order = h.body, h.spatialite
	g, err := d.next(0)
	if err != nil {
		return nil, err
	}
	if len(d.b) != 0 {
		return nil, errNotGeometry
	}
	return g, nil
}

// shape is how the coordinates of a geometry are written.
type shape struct {
	order binary.ByteOrder
	dims  int // numbers a point: 2, 3 or 4
}

// next reads the geometry that begins d.b. An empty point is nil.
func (d *decoder) next(depth int) (orb.Geometry, error) {
	if depth > maxNesting {
		return nil, errTooDeep
	}
	kind, s, err := d.kind()
	if err != nil {
		return nil, err
	}
	switch kind {
	case wkbPoint:
		return d.point(s)
	case wkbLineString:
		points, err := d.line(s)
		return orb.LineString(points), err
	case wkbPolygon:
		return geometryOf(d.polygon(s))
	case wkbMultiPolygon:
		return geometryOf(d.multiPolygon(s))
	case wkbMultiPoint:
		return geometryOf(members[orb.MultiPoint](d, s, depth))
	case wkbMultiLineString:
		return geometryOf(members[orb.MultiLineString](d, s, depth))
	case wkbCollection:
		return geometryOf(members[orb.Collection](d, s, depth))
	}
	return nil, badGeometry("不支持的图形类型 %d（曲线等先转换为多边形）", "geometry type %d is not supported (turn curves into polygons first)", kind)
}

// geometryOf keeps a typed nil out of an interface.
func geometryOf[G orb.Geometry](g G, err error) (orb.Geometry, error) {
	if err != nil {
		return nil, err
	}
	return g, nil
}

// kind reads byte order and type. In SpatiaLite's form a mark stands in the place of the byte order, which is the same for all.
func (d *decoder) kind() (uint32, shape, error) {
	if len(d.b) < 5 {
		return 0, shape{}, errCutShort
	}
	s := shape{binary.BigEndian, 2}
	switch mark := d.b[0]; {
	case d.order != nil && (mark == spatialiteBody || mark == spatialiteMember):
		s.order = d.order
	case d.order == nil && mark == 1:
		s.order = binary.LittleEndian
	case d.order != nil || mark != 0:
		return 0, s, errNotGeometry
	}
	t := s.order.Uint32(d.b[1:])
	d.b = d.b[5:]
	// EWKB marks in the high bits.
	const ewkbZ, ewkbM, ewkbSRID = 1 << 31, 1 << 30, 1 << 29
	if t&ewkbZ != 0 {
		s.dims++
	}
	if t&ewkbM != 0 {
		s.dims++
	}
	if t&ewkbSRID != 0 {
		if len(d.b) < 4 {
			return 0, s, errCutShort
		}
		d.b = d.b[4:]
	}
	t &= 1<<29 - 1
	// ISO: thousands are Z, M, ZM.
	switch t / 1000 {
	case 1, 2:
		s.dims = 3
	case 3:
		s.dims = 4
	}
	if t < 4000 {
		t %= 1000
	}
	return t, s, nil
}

// count reads a number of things that take at least size bytes each.
func (d *decoder) count(s shape, size int) (int, error) {
	if len(d.b) < 4 {
		return 0, errCutShort
	}
	n := s.order.Uint32(d.b)
	d.b = d.b[4:]
	if uint64(n)*uint64(size) > uint64(len(d.b)) {
		return 0, errCutShort
	}
	return int(n), nil
}

func (d *decoder) point(s shape) (orb.Geometry, error) {
	size := 8 * s.dims
	if len(d.b) < size {
		return nil, errCutShort
	}
	p := orb.Point{math.Float64frombits(s.order.Uint64(d.b)), math.Float64frombits(s.order.Uint64(d.b[8:]))}
	d.b = d.b[size:]
	if math.IsNaN(p[0]) && math.IsNaN(p[1]) {
		return nil, nil // POINT EMPTY
	}
	if !finite(p) {
		return nil, errNotFinite
	}
	return p, nil
}

// line reads a count and so many points.
func (d *decoder) line(s shape) ([]orb.Point, error) {
	n, err := d.count(s, 8*s.dims)
	if err != nil {
		return nil, err
	}
	points := take(&d.points, n, arenaPoints)
	b, stride := d.b, 8*s.dims
	d.b = b[n*stride:]
	if s.order == binary.LittleEndian {
		for i := range points {
			at := b[i*stride:]
			points[i] = orb.Point{math.Float64frombits(binary.LittleEndian.Uint64(at)), math.Float64frombits(binary.LittleEndian.Uint64(at[8:]))}
		}
	} else {
		for i := range points {
			at := b[i*stride:]
			points[i] = orb.Point{math.Float64frombits(binary.BigEndian.Uint64(at)), math.Float64frombits(binary.BigEndian.Uint64(at[8:]))}
		}
	}
	for _, p := range points {
		if !finite(p) {
			return nil, errNotFinite
		}
	}
	return points, nil
}

func (d *decoder) polygon(s shape) (orb.Polygon, error) {
	n, err := d.count(s, 4)
	if err != nil {
		return nil, err
	}
	p := orb.Polygon(take(&d.rings, n, arenaPoints/8))
	for i := range p {
		if p[i], err = d.line(s); err != nil {
			return nil, err
		}
	}
	return p, nil
}

func (d *decoder) multiPolygon(s shape) (orb.MultiPolygon, error) {
	n, err := d.count(s, 9)
	if err != nil {
		return nil, err
	}
	m := orb.MultiPolygon(take(&d.polys, n, arenaPoints/8))
	for i := range m {
		kind, s, err := d.kind()
		if err != nil {
			return nil, err
		}
		if kind != wkbPolygon {
			return nil, errNotGeometry
		}
		if m[i], err = d.polygon(s); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// members reads a count and so many whole geometries of the type that M holds.
func members[M ~[]E, E orb.Geometry](d *decoder, s shape, depth int) (M, error) {
	n, err := d.count(s, 5)
	if err != nil {
		return nil, err
	}
	m := make(M, 0, n)
	for range n {
		g, err := d.next(depth + 1)
		if err != nil {
			return nil, err
		}
		if g == nil {
			continue // an empty point
		}
		e, ok := g.(E)
		if !ok {
			return nil, errNotGeometry
		}
		m = append(m, e)
	}
	return m, nil
}

// take cuts n items off the free memory, which is renewed by chunk items at a time. The result has no room to grow.
func take[E any](free *[]E, n, chunk int) []E {
	if n > len(*free) {
		if n > chunk/4 {
			return make([]E, n)
		}
		*free = make([]E, chunk)
	}
	out := (*free)[:n:n]
	*free = (*free)[n:]
	return out
}

// finite reports whether both coordinates are numbers: x − x is NaN for NaN and for the infinities.
func finite(p orb.Point) bool { return p[0]-p[0] == 0 && p[1]-p[1] == 0 }
