package gpkg

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/wkb"
	"pgregory.net/rapid"
)

func drawPoint(t *rapid.T) orb.Point {
	return orb.Point{rapid.Float64Range(-180, 180).Draw(t, "lon"), rapid.Float64Range(-90, 90).Draw(t, "lat")}
}

func drawPoints(t *rapid.T, least int) []orb.Point {
	n := rapid.IntRange(least, 6).Draw(t, "points")
	points := make([]orb.Point, n)
	for i := range points {
		points[i] = drawPoint(t)
	}
	return points
}

func drawPolygon(t *rapid.T) orb.Polygon {
	p := orb.Polygon{}
	for range rapid.IntRange(1, 3).Draw(t, "rings") {
		p = append(p, drawPoints(t, 1))
	}
	return p
}

func drawGeometry(t *rapid.T, depth int) orb.Geometry {
	kinds := 6
	if depth < 3 {
		kinds = 7
	}
	n := rapid.IntRange(1, 3).Draw(t, "members")
	switch rapid.IntRange(1, kinds).Draw(t, "kind") {
	case wkbPoint:
		return drawPoint(t)
	case wkbLineString:
		return orb.LineString(drawPoints(t, 1))
	case wkbPolygon:
		return drawPolygon(t)
	case wkbMultiPoint:
		return orb.MultiPoint(drawPoints(t, 1))
	case wkbMultiLineString:
		m := orb.MultiLineString{}
		for range n {
			m = append(m, drawPoints(t, 1))
		}
		return m
	case wkbMultiPolygon:
		m := orb.MultiPolygon{}
		for range n {
			m = append(m, drawPolygon(t))
		}
		return m
	}
	c := orb.Collection{}
	for range n {
		c = append(c, drawGeometry(t, depth+1))
	}
	return c
}

// extentOf goes through every point of g, those of holes too (orb's Bound looks at shells only).
func extentOf(g orb.Geometry) box {
	b := emptyBox
	switch g := g.(type) {
	case orb.Polygon:
		for _, r := range g {
			b.union(extentOf(orb.LineString(r)))
		}
	case orb.MultiPolygon:
		for _, p := range g {
			b.union(extentOf(p))
		}
	case orb.Collection:
		for _, m := range g {
			b.union(extentOf(m))
		}
	default:
		bound := g.Bound()
		b = box{bound.Min[0], bound.Max[0], bound.Min[1], bound.Max[1]}
	}
	return b
}

// The WKB is what orb's own package writes and reads.
func TestGeometriesComeBackAndAreWhatOrbWrites(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drawGeometry(t, 0)
		blob, extent := appendGeometry([]byte("before"), g)
		blob = blob[len("before"):]
		h, err := readHeader(blob)
		if err != nil || h.srs != srsCGCS2000 || h.empty {
			t.Fatalf("%+v %v", h, err)
		}
		oracle, err := wkb.Marshal(g, binary.LittleEndian)
		if err != nil || !bytes.Equal(h.body, oracle) {
			t.Fatalf("WKB differs from orb's: %x, %x, %v", h.body, oracle, err)
		}
		if want := extentOf(g); extent != want {
			t.Fatalf("extent %v, want %v", extent, want)
		}
		if got, ok := bounds(blob); !ok || got != extent {
			t.Fatalf("bounds %v %v, want %v", got, ok, extent)
		}
		var d decoder
		got, err := d.geometry(blob)
		if err != nil || !cmp.Equal(got, g) {
			t.Fatalf("read %v (%v), wrote %v", got, err, g)
		}
		// The same in the other byte order, and without an envelope.
		big, err := wkb.Marshal(g, binary.BigEndian)
		if err != nil {
			t.Fatal(err)
		}
		bare := append([]byte{'G', 'P', 0, 0, 0, 0, 0x11, 0x8A}, big...)
		if got, err := d.geometry(bare); err != nil || !cmp.Equal(got, g) {
			t.Fatalf("big-endian: read %v (%v), wrote %v", got, err, g)
		}
		if got, ok := bounds(bare); !ok || got != extent {
			t.Fatalf("bounds without an envelope: %v %v, want %v", got, ok, extent)
		}
	})
}

func unhex(tb testing.TB, s string) []byte {
	tb.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// Written by hand from GeoPackage 1.3 clause 2.1.3, ISO 13249-3 and the EWKB of PostGIS; files of GDAL itself are read in gdal_test.go.
var foreignBlobs = map[string]struct {
	hex  string
	want orb.Geometry
}{
	"point":                     {"4750000100000000" + "0101000000000000000000F03F0000000000000040", orb.Point{1, 2}},
	"ISO point Z":               {"4750000100000000" + "01E9030000000000000000F03F00000000000000400000000000000840", orb.Point{1, 2}},
	"ISO point M":               {"4750000100000000" + "01D1070000000000000000F03F00000000000000400000000000000840", orb.Point{1, 2}},
	"ISO point ZM":              {"4750000100000000" + "01B90B0000000000000000F03F000000000000004000000000000008400000000000001040", orb.Point{1, 2}},
	"EWKB point Z":              {"4750000100000000" + "0101000080000000000000F03F00000000000000400000000000000840", orb.Point{1, 2}},
	"EWKB point with SRID":      {"4750000100000000" + "01010000208A110000000000000000F03F0000000000000040", orb.Point{1, 2}},
	"big-endian header and WKB": {"4750000000001" + "18A" + "00000000013FF00000000000004000000000000000", orb.Point{1, 2}},
	"empty flag":                {"4750001100000000" + "0102000000" + "00000000", nil},
	"POINT EMPTY":               {"4750000100000000" + "0101000000000000000000F87F000000000000F87F", nil},
	// GDAL 3.6.2: ogrinfo x.gpkg -dialect SQLITE -sql "UPDATE estates SET geom = ST_GeomFromText('MULTIPOLYGON(…)', 4490)"; SELECT hex(geom).
	"SpatiaLite multipolygon": {
		"00018A110000000000000000F03F00000000000000400000000000001C4000000000000020407C060000000200000069030000000100000004000000000000000000F03F00000000000000400000000000000840000000000000004000000000000008400000000000001040000000000000F03F000000000000004069030000000100000004000000000000000000144000000000000018400000000000001C4000000000000018400000000000001C40000000000000204000000000000014400000000000001840FE",
		orb.MultiPolygon{{{{1, 2}, {3, 2}, {3, 4}, {1, 2}}}, {{{5, 6}, {7, 6}, {7, 8}, {5, 6}}}},
	},
	"SpatiaLite point Z": {"00018A110000000000000000F03F0000000000000040000000000000F03F00000000000000407CE9030000000000000000F03F00000000000000400000000000000840FE", orb.Point{1, 2}},
	"xyz envelope": {"4750000500000000" + "000000000000F03F000000000000084000000000000000400000000000001040" + "00000000000000000000000000000000" +
		"01EA03000002000000" + "000000000000F03F00000000000000400000000000000000" + "000000000000084000000000000010400000000000000000", orb.LineString{{1, 2}, {3, 4}}},
}

func TestGeometriesOfOtherProgramsAreRead(t *testing.T) {
	for name, c := range foreignBlobs {
		var d decoder
		got, err := d.geometry(unhex(t, c.hex))
		if err != nil || !cmp.Equal(got, c.want) {
			t.Errorf("%s: %v %v, want %v", name, got, err, c.want)
		}
	}
}

func TestBrokenGeometriesAreRefused(t *testing.T) {
	square, _ := appendGeometry(nil, orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}})
	for n := range square {
		var d decoder
		if g, err := d.geometry(square[:n]); err == nil {
			t.Fatalf("cut to %d of %d bytes it is %v", n, len(square), g)
		}
	}
	inf := bytes.Clone(square)
	binary.LittleEndian.PutUint64(inf[len(inf)-8:], math.Float64bits(math.Inf(1)))
	deep := []byte{'G', 'P', 0, 1, 0, 0, 0, 0}
	for range 1000 {
		deep = append(deep, 1, wkbCollection, 0, 0, 0, 1, 0, 0, 0)
	}
	for name, blob := range map[string][]byte{
		"more behind":        append(bytes.Clone(square), 0),
		"infinite":           inf,
		"deep":               deep,
		"huge count":         unhex(t, "4750000100000000"+"0103000000FFFFFFFF"),
		"curve":              unhex(t, "4750000100000000"+"010800000000000000"),
		"projected":          unhex(t, "47500001C2110000"+"0101000000000000000000F03F0000000000000040"),
		"bad envelope kind":  unhex(t, "4750000B00000000"+"0101000000000000000000F03F0000000000000040"),
		"extended":           unhex(t, "4750002100000000"+"0101000000000000000000F03F0000000000000040"),
		"byte order 7":       unhex(t, "4750000100000000"+"0701000000000000000000F03F0000000000000040"),
		"line in multipoint": unhex(t, "4750000100000000"+"010400000001000000"+"010200000000000000"),
		"SpatiaLite, cut":    unhex(t, "00018A110000000000000000F03F0000000000000040000000000000F03F00000000000000407CE9030000000000000000F03F"),
		"nothing":            {},
	} {
		var d decoder
		g, err := d.geometry(blob)
		var bad *geometryError
		if !errors.As(err, &bad) || bad.text.ZH == "" || bad.text.EN == "" {
			t.Errorf("%s: %v, %v", name, g, err)
		}
	}
}

func TestBoundariesOfOtherProgramsArePutRight(t *testing.T) {
	shell := orb.Ring{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}}
	hole := orb.Ring{{1, 1}, {1, 2}, {2, 2}, {1, 1}}
	reversed := func(r orb.Ring) orb.Ring { c := r.Clone(); c.Reverse(); return c }
	want := orb.MultiPolygon{{shell, hole}}
	for name, g := range map[string]orb.Geometry{
		"as it should be":  orb.MultiPolygon{{shell.Clone(), hole.Clone()}},
		"polygon":          orb.Polygon{shell.Clone(), hole.Clone()},
		"turned":           orb.Polygon{reversed(shell), reversed(hole)},
		"empty part":       orb.MultiPolygon{{}, {shell.Clone(), hole.Clone()}},
		"collection":       orb.Collection{orb.Polygon{shell.Clone(), hole.Clone()}},
		"hole not closed":  orb.Polygon{shell.Clone(), hole.Clone()[:3:3]},
		"shell not closed": orb.Polygon{shell.Clone()[:4:4], hole.Clone()},
	} {
		got, err := boundary(g)
		if err != nil || len(got) != 1 || len(got[0]) != 2 {
			t.Errorf("%s: %v %v", name, got, err)
			continue
		}
		for i, r := range got[0] {
			if area := twiceArea(r); (area > 0) != (i == 0) || !r.Closed() {
				t.Errorf("%s: ring %d is %v", name, i, r)
			}
			if !cmp.Equal(r.Bound(), want[0][i].Bound()) || len(r) != len(want[0][i]) {
				t.Errorf("%s: ring %d is %v, want %v", name, i, r, want[0][i])
			}
		}
	}
	for name, g := range map[string]orb.Geometry{"point": orb.Point{1, 2}, "two corners": orb.Polygon{{{0, 0}, {1, 1}, {0, 0}}}, "metres": orb.Polygon{{{500000, 4330000}, {500010, 4330000}, {500010, 4330010}, {500000, 4330000}}}} {
		if got, err := boundary(g); err == nil {
			t.Errorf("%s became %v", name, got)
		}
	}
	if got, err := boundary(orb.MultiPolygon{}); got != nil || err != nil {
		t.Errorf("an empty multipolygon became %v, %v", got, err)
	}
}

// FuzzGeometry: no bytes make the decoder panic or take memory without measure, and what it reads it writes and reads again alike.
// go test -fuzz FuzzGeometry -fuzztime 20s ./backend/gpkg
func FuzzGeometry(f *testing.F) {
	for _, c := range foreignBlobs {
		f.Add(unhex(f, c.hex))
	}
	for _, g := range []orb.Geometry{
		orb.Point{117, 39},
		orb.LineString{{1, 2}, {3, 4}},
		orb.MultiPoint{{1, 2}},
		orb.MultiLineString{{{1, 2}, {3, 4}}},
		orb.MultiPolygon{{{{0, 0}, {4, 0}, {4, 4}, {0, 0}}, {{1, 1}, {1, 2}, {2, 2}, {1, 1}}}},
		orb.Collection{orb.Point{1, 2}, orb.Polygon{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}},
	} {
		blob, _ := appendGeometry(nil, g)
		f.Add(blob)
	}
	f.Fuzz(func(t *testing.T, blob []byte) {
		bounds(blob)
		var d decoder
		g, err := d.geometry(blob)
		if err != nil || g == nil {
			return
		}
		again, _ := appendGeometry(nil, g)
		back, err := d.geometry(again)
		if err != nil {
			t.Fatalf("%v was written but not read: %v", g, err)
		}
		if back != nil && !cmp.Equal(back, g) {
			t.Fatalf("%v came back as %v", g, back)
		}
		if m, err := boundary(g); err == nil {
			for _, p := range m {
				for _, r := range p {
					if !r.Closed() || len(r) < 4 {
						t.Fatalf("boundary with the ring %v", r)
					}
				}
			}
		}
	})
}
