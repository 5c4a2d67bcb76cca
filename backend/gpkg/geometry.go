package gpkg

import (
	"encoding/binary"
	"math"
	"slices"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// Geometries are GeoPackageBinary (GeoPackage 1.3, clause 2.1.3): "GP", version, flags, srs_id, envelope, then ISO WKB.
// We write little-endian, with an envelope of x and y for everything but points. We read every form that GDAL, QGIS and
// others write: both byte orders, any envelope or none, the empty flag, ISO and EWKB dimension marks (Z and M are dropped).

// srsCGCS2000 is the srs_id of every layer: EPSG:4490, longitude and latitude in degrees.
const srsCGCS2000 = 4490

const (
	headerBytes   = 8
	envelopeBytes = 32
)

// The flags of the header.
const (
	flagLittleEndian = 1 << 0
	envelopeXY       = 1 << 1 // in the three bits from 1
	flagEmpty        = 1 << 4
	flagExtended     = 1 << 5
)

// envelopeSizes is the number of bytes of each envelope kind: none, xy, xyz, xym, xyzm.
var envelopeSizes = [5]int{0, 32, 48, 48, 64}

// WKB geometry types.
const (
	wkbPoint = iota + 1
	wkbLineString
	wkbPolygon
	wkbMultiPoint
	wkbMultiLineString
	wkbMultiPolygon
	wkbCollection
)

// geometryError says why a geometry cannot be read.
type geometryError struct{ text domain.Text }

func (e *geometryError) Error() string { return "gpkg: " + e.text.EN }

func badGeometry(zh, en string, args ...any) error {
	return &geometryError{domain.Say(zh, en, args...)}
}

var (
	errNotGeometry = badGeometry("不是 GeoPackage 图形", "it is not a GeoPackage geometry")
	errCutShort    = badGeometry("图形数据不完整", "the geometry is cut short")
	errNotFinite   = badGeometry("坐标不是有限的数", "a coordinate is not a finite number")
	errTooDeep     = badGeometry("图形嵌套过深", "the geometry is nested too deep")
)

// appendGeometry appends g as GeoPackageBinary and returns its extent, emptyBox if it has none. A nil geometry appends nothing.
func appendGeometry(b []byte, g orb.Geometry) ([]byte, box) {
	extent := emptyBox
	switch v := g.(type) {
	case nil:
		return b, extent
	case orb.Ring:
		g = orb.Polygon{v}
	case orb.Bound:
		g = v.ToPolygon()
	}
	start := len(b)
	b = append(b, 'G', 'P', 0, flagLittleEndian)
	b = binary.LittleEndian.AppendUint32(b, srsCGCS2000)
	if _, isPoint := g.(orb.Point); isPoint {
		return appendWKB(b, g, &extent), extent
	}
	b = append(b, make([]byte, envelopeBytes)...)
	b = appendWKB(b, g, &extent)
	if extent == emptyBox {
		b[start+3] |= flagEmpty
		body := start + headerBytes
		return append(b[:body], b[body+envelopeBytes:]...), extent
	}
	b[start+3] |= envelopeXY
	for i, v := range [4]float64{extent.minX, extent.maxX, extent.minY, extent.maxY} {
		binary.LittleEndian.PutUint64(b[start+headerBytes+8*i:], math.Float64bits(v))
	}
	return b, extent
}

// appendWKB appends g as little-endian ISO WKB and widens the box by it.
func appendWKB(b []byte, g orb.Geometry, bb *box) []byte {
	begin := func(kind byte, n int) { b = append(b, 1, kind, 0, 0, 0); b = appendCount(b, n) }
	switch g := g.(type) {
	case orb.Point:
		bb.add(g)
		b = appendPoint(append(b, 1, wkbPoint, 0, 0, 0), g)
	case orb.LineString:
		begin(wkbLineString, len(g))
		b = appendPoints(b, g, bb)
	case orb.Ring:
		b = appendWKB(b, orb.Polygon{g}, bb)
	case orb.Bound:
		b = appendWKB(b, g.ToPolygon(), bb)
	case orb.Polygon:
		begin(wkbPolygon, len(g))
		for _, r := range g {
			b = appendPoints(appendCount(b, len(r)), r, bb)
		}
	case orb.MultiPoint:
		begin(wkbMultiPoint, len(g))
		for _, p := range g {
			b = appendWKB(b, p, bb)
		}
	case orb.MultiLineString:
		begin(wkbMultiLineString, len(g))
		for _, l := range g {
			b = appendWKB(b, l, bb)
		}
	case orb.MultiPolygon:
		begin(wkbMultiPolygon, len(g))
		for _, p := range g {
			b = appendWKB(b, p, bb)
		}
	case orb.Collection:
		begin(wkbCollection, len(g))
		for _, m := range g {
			b = appendWKB(b, m, bb)
		}
	}
	return b
}

func appendCount(b []byte, n int) []byte { return binary.LittleEndian.AppendUint32(b, uint32(n)) }

func appendPoint(b []byte, p orb.Point) []byte {
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(p[0]))
	return binary.LittleEndian.AppendUint64(b, math.Float64bits(p[1]))
}

func appendPoints[P ~[]orb.Point](b []byte, points P, bb *box) []byte {
	start := len(b)
	b = slices.Grow(b, 16*len(points))[:start+16*len(points)]
	around := *bb
	for i, p := range points {
		at := b[start+16*i : start+16*i+16]
		binary.LittleEndian.PutUint64(at, math.Float64bits(p[0]))
		binary.LittleEndian.PutUint64(at[8:], math.Float64bits(p[1]))
		around.add(p)
	}
	*bb = around
	return b
}

// box is an extent in degrees; emptyBox holds nothing.
type box struct{ minX, maxX, minY, maxY float64 }

var emptyBox = box{math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)}

func (b *box) add(p orb.Point) {
	if p[0] < b.minX {
		b.minX = p[0]
	}
	if p[0] > b.maxX {
		b.maxX = p[0]
	}
	if p[1] < b.minY {
		b.minY = p[1]
	}
	if p[1] > b.maxY {
		b.maxY = p[1]
	}
}

func (b *box) union(o box) {
	b.minX, b.maxX = min(b.minX, o.minX), max(b.maxX, o.maxX)
	b.minY, b.maxY = min(b.minY, o.minY), max(b.maxY, o.maxY)
}

// header is what stands before the points of a geometry.
type header struct {
	srs        int32
	empty      bool
	envelope   box    // emptyBox if the header has none
	body       []byte // WKB, or what SpatiaLite has in its place
	spatialite binary.ByteOrder
}

func readHeader(blob []byte) (header, error) {
	if len(blob) > 0 && blob[0] == 0 {
		return readSpatialite(blob)
	}
	if len(blob) < headerBytes || blob[0] != 'G' || blob[1] != 'P' || blob[2] != 0 {
		return header{}, errNotGeometry
	}
	flags := blob[3]
	if flags&flagExtended != 0 {
		return header{}, badGeometry("不支持扩展图形类型", "extended geometry types are not supported")
	}
	kind := int(flags >> 1 & 7)
	if kind >= len(envelopeSizes) {
		return header{}, errNotGeometry
	}
	body := headerBytes + envelopeSizes[kind]
	if len(blob) < body {
		return header{}, errCutShort
	}
	var order binary.ByteOrder = binary.BigEndian
	if flags&flagLittleEndian != 0 {
		order = binary.LittleEndian
	}
	h := header{srs: int32(order.Uint32(blob[4:])), empty: flags&flagEmpty != 0, envelope: emptyBox, body: blob[body:]}
	if kind > 0 && !h.empty {
		at := func(i int) float64 { return math.Float64frombits(order.Uint64(blob[headerBytes+8*i:])) }
		h.setEnvelope(box{at(0), at(1), at(2), at(3)})
	}
	return h, nil
}

// setEnvelope takes an envelope unless it is none.
func (h *header) setEnvelope(e box) {
	if e.minX <= e.maxX && e.minY <= e.maxY {
		h.envelope = e
	}
}

// The marks of a SpatiaLite BLOB: 0x00, byte order, srid, min x, min y, max x, max y, 0x7C, type, body, 0xFE. Members of a
// collection begin with 0x69 instead of a byte order. Source: BLOB-Geometry in the SpatiaLite documentation.
const (
	spatialiteBody   = 0x7C
	spatialiteMember = 0x69
	spatialiteEnd    = 0xFE

	spatialiteHeader = 38
)

func readSpatialite(blob []byte) (header, error) {
	last := len(blob) - 1
	if last <= spatialiteHeader || blob[1] > 1 || blob[spatialiteHeader] != spatialiteBody || blob[last] != spatialiteEnd {
		return header{}, errNotGeometry
	}
	var order binary.ByteOrder = binary.BigEndian
	if blob[1] == 1 {
		order = binary.LittleEndian
	}
	at := func(i int) float64 { return math.Float64frombits(order.Uint64(blob[6+8*i:])) }
	h := header{srs: int32(order.Uint32(blob[2:])), envelope: emptyBox, body: blob[spatialiteHeader:last], spatialite: order}
	h.setEnvelope(box{at(0), at(2), at(1), at(3)})
	return h, nil
}

// bounds returns the extent of a geometry and whether it has one: from its envelope, else from its points.
func bounds(blob []byte) (box, bool) {
	h, err := readHeader(blob)
	if err != nil || h.empty {
		return emptyBox, false
	}
	if h.envelope != emptyBox {
		return h.envelope, true
	}
	var d decoder
	g, err := d.body(h)
	if err != nil || g == nil {
		return emptyBox, false
	}
	_, extent := appendGeometry(nil, g)
	return extent, extent != emptyBox
}
