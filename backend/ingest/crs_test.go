package ingest

import (
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// blockAt is a square of about 100 m in degrees.
var blockAt = []orb.Point{{117.2, 39.1}, {117.201, 39.1}, {117.201, 39.101}, {117.2, 39.101}, {117.2, 39.1}}

// collectionIn is a FeatureCollection of blockAt as coordinates of a system; member is its crs member.
func collectionIn(system crs.System, member string) string {
	var points []string
	for _, p := range blockAt {
		at, _ := system.FromLonLat(p)
		points = append(points, fmt.Sprintf("[%v,%v]", at[0], at[1]))
	}
	return `{"type":"FeatureCollection",` + member + `"features":[{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Polygon","coordinates":[[` + strings.Join(points, ",") + `]]}}]}`
}

func named(name string) string {
	return `"crs":{"type":"name","properties":{"name":"` + name + `"}},`
}

// awayFromBlock is how far the estate that was read lies from blockAt, in degrees.
func awayFromBlock(t *testing.T, r *Report) float64 {
	t.Helper()
	if r.Refused() || len(r.Put.Estates) != 1 || len(r.Put.Estates[0].Boundary) != 1 || len(r.Put.Estates[0].Boundary[0][0]) != len(blockAt) {
		t.Fatalf("not taken:\n%s", said(r))
	}
	away := 0.0
	for i, p := range r.Put.Estates[0].Boundary[0][0] {
		away = max(away, math.Abs(p[0]-blockAt[i][0]), math.Abs(p[1]-blockAt[i][1]))
	}
	return away
}

const aMillimetre = 1e-8 // in degrees, about

func TestGeoJSONInMetresIsTurnedIntoDegreesIfTheFileNamesTheSystem(t *testing.T) {
	for _, name := range []string{"EPSG:4548", "urn:ogc:def:crs:EPSG::4527", "EPSG:4547", "EPSG:3857", "EPSG:32650"} {
		system, ok := crs.Named(name)
		if !ok {
			t.Fatal(name)
		}
		for _, r := range []*Report{
			readFile(t, nil, Options{}, "a.geojson", collectionIn(system, named(name))),
			readFile(t, nil, Options{Shapes: ShapeOptions{System: name}}, "a.geojson", collectionIn(system, "")),
		} {
			if d := awayFromBlock(t, r); d > aMillimetre || !strings.Contains(said(r), "turned into degrees") {
				t.Errorf("%s: %g off\n%s", name, d, said(r))
			}
		}
	}
}

func TestGeoJSONWhoseCoordinatesAreNotOfItsSystemIsRefusedWithWhatTheyLookLike(t *testing.T) {
	plain, _ := crs.ByEPSG(4548)
	zoned, _ := crs.ByEPSG(4527)
	for name, c := range map[string]struct {
		text    string
		options ShapeOptions
		says    string
	}{
		"degrees that are called metres":    {collectionIn(crs.Geographic, named("EPSG:4548")), ShapeOptions{}, "look like longitude and latitude"},
		"metres without a system":           {collectionIn(plain, ""), ShapeOptions{}, "name the system"},
		"metres with a zone's number":       {collectionIn(zoned, ""), ShapeOptions{}, "EPSG:4527"},
		"metres of a system that is chosen": {collectionIn(zoned, ""), ShapeOptions{System: "EPSG:4548"}, "EPSG:4527"},
		"degrees, chosen as metres":         {collectionIn(crs.Geographic, ""), ShapeOptions{System: "EPSG:3857"}, "look like longitude"},
	} {
		r := readFile(t, nil, Options{Shapes: c.options}, "a.geojson", c.text)
		if !r.Refused() || !strings.Contains(said(r), c.says) {
			t.Errorf("%s:\n%s", name, said(r))
		}
	}
}

func TestLatitudeBeforeLongitudeIsRefusedInGeoJSONAndTakenOnTheUsersWord(t *testing.T) {
	swapped := crs.Geographic
	swapped.Swapped = true
	text := collectionIn(swapped, "")
	if r := readFile(t, nil, Options{}, "a.geojson", text); !r.Refused() || !strings.Contains(said(r), "probably swapped") {
		t.Errorf("%s", said(r))
	}
	r := readFile(t, nil, Options{Shapes: ShapeOptions{System: "EPSG:4490"}}, "a.geojson", text)
	if d := awayFromBlock(t, r); d != 0 || !strings.Contains(said(r), "they were exchanged") {
		t.Errorf("%g off\n%s", d, said(r))
	}
}

func TestShiftedCoordinatesAreTurnedBackOnTheUsersWordOnly(t *testing.T) {
	for datum, kind := range map[Datum]crs.Kind{DatumGCJ02: crs.GCJ02, DatumBD09: crs.BD09} {
		text := collectionIn(crs.System{Kind: kind}, "")
		r := readFile(t, nil, Options{Shapes: ShapeOptions{Datum: datum}}, "a.geojson", text)
		if d := awayFromBlock(t, r); d > 3e-5 || !strings.Contains(said(r), "on the user's word") {
			t.Errorf("%s: %g off\n%s", datum, d, said(r))
		}
		if d := awayFromBlock(t, readFile(t, nil, Options{}, "a.geojson", text)); d < 1e-3 {
			t.Errorf("%s: turned back unasked", datum)
		}
		found := "id,estate_id,lon,lat,item,found_on\nf1,e1,117.2,39.1,C1,2026-03-01\n"
		plain, shifted := readFile(t, district(t), Options{}, "findings.csv", found), readFile(t, district(t), Options{Shapes: ShapeOptions{Datum: datum}}, "findings.csv", found)
		if len(plain.Put.Findings) != 1 || len(shifted.Put.Findings) != 1 {
			t.Fatal(said(plain), said(shifted))
		}
		if a, b := plain.Put.Findings[0], shifted.Put.Findings[0]; a == b {
			t.Errorf("%s: the finding stays where it is", datum)
		}
	}
}

func TestOptionsThatMeanNothingAreRefused(t *testing.T) {
	for _, o := range []ShapeOptions{{System: "EPSG:2382"}, {System: "Beijing"}, {Datum: "mars"}} {
		if _, err := Read(t.Context(), []string{filepath.Join(t.TempDir(), "a.geojson")}, nil, Options{Shapes: o}); err == nil {
			t.Errorf("%+v was taken", o)
		}
	}
}

func TestEastingsWithoutANumberAreToldByWhereTheProjectsEstatesAre(t *testing.T) {
	plain, _ := crs.ByEPSG(4548)
	box := nowhere
	for _, p := range blockAt {
		at, _ := plain.FromLonLat(p)
		box = box.Union(at.Bound())
	}
	if p := (ShapeOptions{}).place(crs.System{}, box, nil); p.refused == nil || len(p.candidates) < 2 {
		t.Errorf("%+v", p)
	}
	here := []domain.Estate{{ID: "x", Boundary: orb.MultiPolygon{{orb.Ring(blockAt)}}}}
	if p := (ShapeOptions{}).place(crs.System{}, box, here); p.refused != nil || p.system.EPSG() != 4548 || p.basis != basisNear {
		t.Errorf("%+v", p)
	}
}
