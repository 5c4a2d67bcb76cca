package vector

import (
	"encoding/binary"
	"errors"
	"math"

	"github.com/paulmach/orb"
)

var (
	errGeometry = errors.New("vector: not a geometry")
	errCurved   = errors.New("vector: a curved geometry")
)

// wkb reads well-known binary, of OGC and ISO (Z and M are dropped) and with the flags of PostGIS.
type wkb struct {
	b      []byte
	points int
	deep   bool // Z or M was there
}

const (
	ewkbZ, ewkbM, ewkbSRID = 0x80000000, 0x40000000, 0x20000000
	deepestWKB             = 16
)

func (w *wkb) read(n int) ([]byte, bool) {
	if n < 0 || n > len(w.b) {
		return nil, false
	}
	out := w.b[:n]
	w.b = w.b[n:]
	return out, true
}

// geometry reads one geometry.
func (w *wkb) geometry(depth int) (orb.Geometry, error) {
	head, ok := w.read(5)
	if !ok || head[0] > 1 || depth > deepestWKB {
		return nil, errGeometry
	}
	var order binary.ByteOrder = binary.BigEndian
	if head[0] == 1 {
		order = binary.LittleEndian
	}
	kind := order.Uint32(head[1:])
	dimensions := 2
	if kind&ewkbSRID != 0 {
		if _, ok := w.read(4); !ok {
			return nil, errGeometry
		}
	}
	for _, flag := range []uint32{ewkbZ, ewkbM} {
		if kind&flag != 0 {
			dimensions++
		}
	}
	kind &^= ewkbZ | ewkbM | ewkbSRID
	switch kind / 1000 {
	case 1, 2:
		dimensions++
	case 3:
		dimensions += 2
	}
	kind %= 1000
	w.deep = w.deep || dimensions > 2
	count := func(least int) (int, bool) { // of parts that take at least so many bytes each
		b, ok := w.read(4)
		if !ok {
			return 0, false
		}
		n := int(order.Uint32(b))
		return n, n >= 0 && n <= len(w.b)/least
	}
	chain := func() ([]orb.Point, bool) {
		n, ok := count(8 * dimensions)
		if !ok {
			return nil, false
		}
		w.points += n
		out := make([]orb.Point, n)
		for i := range out {
			b, _ := w.read(8 * dimensions)
			out[i] = orb.Point{math.Float64frombits(order.Uint64(b)), math.Float64frombits(order.Uint64(b[8:]))}
		}
		return out, true
	}
	switch kind {
	case 1:
		b, ok := w.read(8 * dimensions)
		if !ok {
			return nil, errGeometry
		}
		w.points++
		return orb.Point{math.Float64frombits(order.Uint64(b)), math.Float64frombits(order.Uint64(b[8:]))}, nil
	case 2:
		points, ok := chain()
		if !ok {
			return nil, errGeometry
		}
		return orb.LineString(points), nil
	case 3:
		n, ok := count(4)
		if !ok {
			return nil, errGeometry
		}
		polygon := make(orb.Polygon, 0, min(n, 1024))
		for range n {
			points, ok := chain()
			if !ok {
				return nil, errGeometry
			}
			polygon = append(polygon, orb.Ring(points))
		}
		return polygon, nil
	case 4, 5, 6, 7:
		n, ok := count(5)
		if !ok {
			return nil, errGeometry
		}
		var parts orb.Collection
		for range n {
			part, err := w.geometry(depth + 1)
			if err != nil {
				return nil, err
			}
			parts = append(parts, part)
		}
		return gather(kind, parts)
	case 8, 9, 10, 11, 12, 13, 14:
		return nil, errCurved
	}
	return nil, errGeometry
}

// gather makes the multi geometry of a kind of its parts.
func gather(kind uint32, parts orb.Collection) (orb.Geometry, error) {
	switch kind {
	case 4:
		out := orb.MultiPoint{}
		for _, part := range parts {
			p, ok := part.(orb.Point)
			if !ok {
				return nil, errGeometry
			}
			out = append(out, p)
		}
		return out, nil
	case 5:
		out := orb.MultiLineString{}
		for _, part := range parts {
			p, ok := part.(orb.LineString)
			if !ok {
				return nil, errGeometry
			}
			out = append(out, p)
		}
		return out, nil
	case 6:
		out := orb.MultiPolygon{}
		for _, part := range parts {
			p, ok := part.(orb.Polygon)
			if !ok {
				return nil, errGeometry
			}
			out = append(out, p)
		}
		return out, nil
	}
	return parts, nil
}

// geoPackageGeometry reads a geometry of a GeoPackage (clause 2.1.3): a head with flags and an envelope, then well-known binary.
func geoPackageGeometry(b []byte) (g orb.Geometry, points int, deep bool, err error) {
	if len(b) < 8 || b[0] != 'G' || b[1] != 'P' {
		return nil, 0, false, errGeometry
	}
	flags := b[3]
	envelopes := [8]int{0, 32, 48, 48, 64, -1, -1, -1}
	size := envelopes[flags>>1&7]
	if size < 0 || len(b) < 8+size {
		return nil, 0, false, errGeometry
	}
	if flags&0x20 != 0 { // extended: of another program's making
		return nil, 0, false, errGeometry
	}
	if flags&0x10 != 0 { // empty
		return nil, 0, false, nil
	}
	w := wkb{b: b[8+size:]}
	g, err = w.geometry(0)
	return g, w.points, w.deep, err
}
