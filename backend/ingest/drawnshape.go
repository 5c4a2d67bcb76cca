package ingest

import (
	"runtime"
	"slices"
	"strconv"
	"sync"

	"estateatlas/backend/spatial"
	"estateatlas/backend/vector"

	"github.com/paulmach/orb"
)

// mender turns the shape of one record into degrees in place, mends what an import mends, and remembers what it found.
type mender struct {
	place    *placement
	outside  int       // vertices that are none of the coordinate system
	outAt    orb.Point // the first
	vertices int
	closed   bool // some ring was not
	repeated bool // some vertices were, and are gone
	empty    bool // some part or ring is
	short    int  // different points of the first ring with too few, 0 if all have enough
	stub     bool // some line has fewer than two points
	first    orb.Point
}

// right reports whether nothing was found that cannot be mended.
func (m *mender) right() bool { return m.outside == 0 && !m.empty && m.short == 0 && !m.stub }

// areas mends the rings of a shape and reports whether they can be taken.
func (m *mender) areas(mp orb.MultiPolygon) bool {
	m.empty = m.empty || len(mp) == 0
	for _, p := range mp {
		m.empty = m.empty || len(p) == 0
		for k, r := range p {
			p[k] = m.ring(r)
		}
	}
	return m.right()
}

// ring turns a ring into degrees, closes it and takes out repeated vertices.
func (m *mender) ring(r orb.Ring) orb.Ring {
	if len(r) == 0 {
		m.empty = true
		return r
	}
	m.turn(r)
	whole := len(r)
	r = dropRepeated(r)
	m.repeated = m.repeated || len(r) < whole
	if r[0] != r[len(r)-1] {
		r = append(r[:len(r):len(r)], r[0])
		m.closed = true
	}
	if different := len(r) - 1; different < 3 && m.short == 0 {
		m.short = max(different, 1)
	}
	return r
}

func (m *mender) line(l orb.LineString) {
	m.stub = m.stub || len(l) < 2
	m.turn(l)
}

// turn turns places into degrees in place.
func (m *mender) turn(points []orb.Point) {
	m.vertices += len(points)
	for i, p := range points {
		if i > 0 && i == len(points)-1 && p == m.first {
			points[i] = points[0] // the point that closes a ring
			continue
		}
		if i == 0 {
			m.first = p
		}
		at, ok := m.place.toDegrees(p)
		if !ok {
			if m.outside++; m.outside == 1 {
				m.outAt = p
			}
			continue
		}
		points[i] = at
	}
}

// mended is the boundary of an estate as far as the record's shape gives one.
type mended struct {
	mender
	boundary orb.MultiPolygon
	kind     string // of a shape that is no area
	invalid  *spatial.Fault
	rewound  bool
}

// mend makes the boundary of an estate of a shape, as one of a GeoJSON file is made. It says nothing and may run beside others.
func (p *placement) mend(shape orb.Geometry) mended {
	m := mended{mender: mender{place: p}}
	switch shape := shape.(type) {
	case nil:
		return m
	case orb.Polygon:
		m.boundary = orb.MultiPolygon{shape}
	case orb.MultiPolygon:
		m.boundary = shape
	default:
		m.kind = shape.GeoJSONType()
		return m
	}
	if m.areas(m.boundary) && m.vertices <= maxBoundary {
		if m.invalid = spatial.Check(m.boundary); m.invalid == nil {
			m.rewound = spatial.Normalize(m.boundary)
		}
	}
	return m
}

// batch is how many records are mended at a time, by all processors.
const batch = 4096

// mendAll mends the shapes of records.
func (p *placement) mendAll(rows []vector.Row, out []mended) []mended {
	out = slices.Grow(out[:0], len(rows))[:len(rows)]
	workers := min(runtime.GOMAXPROCS(0), 1+len(rows)/64)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w * len(rows) / workers; i < (w+1)*len(rows)/workers; i++ {
				out[i] = p.mend(rows[i].Geometry)
			}
		})
	}
	wg.Wait()
	return out
}

// boundary says what was found in the shape of a record and returns it, nil with a fault for what is none and without for no shape.
func (f *drawnFile) boundary(m *mended) orb.MultiPolygon {
	switch {
	case m.kind != "":
		f.geometryFault(&sayNotPolygon, m.kind)
		return nil
	case m.boundary == nil || !f.sound(&m.mender):
		return nil
	case m.vertices > maxBoundary:
		f.geometryFault(&sayHugeBoundary)
		return nil
	case m.invalid != nil:
		why := m.invalid.Text()
		f.geometryFault(&why)
		return nil
	case m.rewound:
		f.geometryNote(&sayRewound)
	}
	return m.boundary
}

// shapes adds the shapes of a backdrop to out: the parts of a collection one by one. Whether rings cross is not looked at.
func (f *drawnFile) shapes(shape orb.Geometry, out []orb.Geometry) []orb.Geometry {
	m := mender{place: &f.place}
	switch shape := shape.(type) {
	case nil:
		return out
	case orb.Collection:
		for _, part := range shape {
			out = f.shapes(part, out)
		}
		return out
	case orb.Point:
		at := []orb.Point{shape}
		m.turn(at)
		out = append(out, at[0])
	case orb.MultiPoint:
		m.turn(shape)
		out = append(out, shape)
	case orb.LineString:
		m.line(shape)
		out = append(out, shape)
	case orb.MultiLineString:
		for _, l := range shape {
			m.line(l)
		}
		out = append(out, shape)
	case orb.Polygon:
		if m.areas(orb.MultiPolygon{shape}) {
			spatial.Normalize(orb.MultiPolygon{shape})
		}
		out = append(out, shape)
	case orb.MultiPolygon:
		if m.areas(shape) {
			spatial.Normalize(shape)
		}
		out = append(out, shape)
	default:
		f.geometryFault(&sayUnknownGeometry, shape.GeoJSONType())
		return out
	}
	if !f.sound(&m) {
		return out[:len(out)-1]
	}
	return out
}

// sound says what was found in a shape and reports whether it can be taken.
func (f *drawnFile) sound(m *mender) bool {
	switch {
	case m.outside > 0:
		at := "[" + strconv.FormatFloat(m.outAt[0], 'f', -1, 64) + ", " + strconv.FormatFloat(m.outAt[1], 'f', -1, 64) + "]"
		if m.outside > 1 {
			f.geometryFault(&sayNotPlaces, at, strconv.Itoa(m.outside))
		} else {
			f.geometryFault(&sayNotPlace, at)
		}
	case m.empty:
		f.geometryFault(&sayEmptyShape)
	case m.short > 0:
		f.geometryFault(&sayFewPoints, strconv.Itoa(m.short))
	case m.stub:
		f.geometryFault(&sayShortLine, "1")
	default:
		if m.closed {
			f.geometryNote(&sayClosed)
		}
		if m.repeated {
			f.geometryNote(&sayRepeated)
		}
		return true
	}
	return false
}
