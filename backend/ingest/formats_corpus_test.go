package ingest

import (
	"fmt"
	"math"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"estateatlas/backend/crs"
	"estateatlas/backend/internal/corpus"

	"github.com/paulmach/orb"
)

// formatCases says what an import makes of a file of the formats: how many estates, or a word of why it is refused. A file that is no
// estates (points, lines, another datum, no ids) is refused although GDAL reads it.
var formatCases = map[string]struct {
	taken int
	says  string // English, of a fault or a note
}{
	"dbf/cpg_big5.shp":                              {0, "no column of ids"}, // a point
	"dbf/cpg_euckr.dbf":                             {0, "a part of a Shapefile"},
	"dbf/gdal_chinese.dbf":                          {0, "a part of a Shapefile"},
	"dbf/mapshaper_gbk.dbf":                         {0, "a part of a Shapefile"},
	"dbf/mapshaper_utf8.dbf":                        {0, "a part of a Shapefile"},
	"gpkg/attributes.gpkg":                          {0, "no layer of shapes"},
	"gpkg/columbus.gpkg":                            {0, "names no coordinate system"},
	"gpkg/curved-geometry.gpkg":                     {0, "compoundcurve、curvedpolygon、multisurface"},
	"gpkg/datetime_date.gpkg":                       {0, "holds no areas"},
	"gpkg/lakes_srs_0.gpkg":                         {0, "names no coordinate system"},
	"gpkg/multipleholes.gpkg":                       {1, ""}, // its table has a column id
	"gpkg/poly_non_conformant.gpkg":                 {0, "no column of ids"},
	"gpkg/sids.gpkg":                                {0, "NAD27"},
	"gpkg/yichang_residential_4546.gpkg":            {1645, "EPSG:4546"},
	"kml/berliner-bezirke.kml":                      {0, "no column of ids"},
	"kml/duplicate_folder_name.kml":                 {0, "no column of ids"},
	"kml/emptylayers.kml":                           {0, "no column of ids"},
	"kml/extended_data_without_schema_data.kml":     {0, "no column of ids"},
	"kml/folder_with_subfolder_placemark.kml":       {0, "no column of ids"},
	"kml/gt_KML_Samples.kml":                        {0, "no column of ids"},
	"kml/gt_geot5666.kml":                           {0, "no column of ids"},
	"kml/gxmultitrack.kml":                          {0, "no column of ids"},
	"kml/gxtimestamp.kml":                           {0, "no column of ids"},
	"kml/gxtrack.kml":                               {0, "no column of ids"},
	"kml/kml_with_space_content_in_coordinates.kml": {0, "no column of ids"},
	"kml/placemark_with_kml_prefix.kml":             {0, "no column of ids"},
	"kml/samples.kml":                               {0, "no column of ids"},
	"kml/truncated.kml":                             {0, "syntax error"},
	"kml/weird_empty_folders.kml":                   {0, "no column of ids"},
	"kml/yichang_residential100.kml":                {100, ""},
	"shp/0301040100_Barris_UNITATS_ADM.shp":         {0, "ETRS_1989_UTM_Zone_31N"},
	"shp/Polygon_Holes.shp":                         {0, "no column of ids"},
	"shp/estate_points_4548.shp":                    {0, "holds no areas"},
	"shp/gauss_kruger.shp":                          {0, "Beijing_1954"},
	"shp/max_callstack_error.shp":                   {0, "holds no areas"},
	"shp/prjwithutf8bom.shp":                        {0, "GCS_North_American_1983"},
	"shp_made/yichang_32649.shp":                    {400, "EPSG:32649"},
	"shp_made/yichang_3857.shp":                     {400, "Web Mercator"},
	"shp_made/yichang_4490_utf8_nocpg.shp":          {400, ""},
	"shp_made/yichang_4525_gbk_nocpg.shp":           {400, "zone number 37"},
	"shp_made/yichang_4546_gbk.shp":                 {400, "GBK"},
	"shp_made/yichang_xian80_2382.shp":              {0, "no public parameters"},
}

func TestEveryFileOfOtherProgramsIsTakenOrRefusedWithAWord(t *testing.T) {
	dir := corpus.Dir(t, "formats")
	blocks := map[string]orb.MultiPolygon{}
	for _, e := range readPaths(t, nil, Options{}, filepath.Join(corpus.Dir(t, "estates"), "yichang_residential_landuse.geojson")).Put.Estates {
		blocks[e.ID] = e.Boundary
	}
	for _, row := range corpus.Rows(t, filepath.Join(dir, "manifest.csv")) {
		name := row["file"]
		want, known := formatCases[name]
		if !known {
			t.Errorf("%s: a file that this test does not know", name)
			continue
		}
		r := readPaths(t, nil, Options{}, filepath.Join(dir, name))
		if len(r.Put.Estates) != want.taken || r.Refused() != (want.taken == 0) || !strings.Contains(said(r), want.says) {
			t.Errorf("%s: %d taken, want %d and %q\n%.1500s", name, len(r.Put.Estates), want.taken, want.says, said(r))
		}
		if !strings.Contains(name, "yichang") {
			continue
		}
		for _, e := range r.Put.Estates {
			if away := awayFrom1mm(e.Boundary, blocks[e.ID]); away > 2*aMillimetre {
				t.Errorf("%s: %s lies %g degrees off", name, e.ID, away)
				break
			}
		}
	}
}

// awayFrom1mm is how far the vertices of a boundary lie from the nearest ones of another, in degrees: an unlike count is far. Files
// keep coordinates to the millimetre or better.
func awayFrom1mm(a, b orb.MultiPolygon) float64 {
	if len(a) != len(b) || len(a) != 1 || len(a[0]) != len(b[0]) {
		return math.Inf(1)
	}
	worst := 0.0
	for _, ra := range a[0] {
		for _, p := range ra {
			least := math.Inf(1)
			for _, rb := range b[0] {
				for _, q := range rb {
					least = min(least, max(math.Abs(p[0]-q[0]), math.Abs(p[1]-q[1])))
				}
			}
			worst = max(worst, least)
		}
	}
	return worst
}

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// firstCorners imports triangles that begin at points of a system and returns where they begin.
func firstCorners(t *testing.T, epsg string, points []orb.Point) []orb.Point {
	t.Helper()
	var b strings.Builder
	b.WriteString(`{"type":"FeatureCollection",` + named("urn:ogc:def:crs:EPSG::"+epsg) + `"features":[`)
	for i, p := range points {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"type":"Feature","properties":{"id":"p%04d"},"geometry":{"type":"Polygon","coordinates":[[[%[2]f,%[3]f],[%[4]f,%[3]f],[%[4]f,%[5]f],[%[2]f,%[3]f]]]}}`,
			i, p[0], p[1], p[0]+40, p[1]+40)
	}
	b.WriteString("]}")
	r := readFile(t, nil, Options{}, "a.geojson", b.String())
	if r.Refused() || len(r.Put.Estates) != len(points) {
		t.Fatalf("EPSG:%s: %.2000s", epsg, said(r))
	}
	var out []orb.Point
	for _, e := range r.Put.Estates {
		out = append(out, e.Boundary[0][0][0])
	}
	return out
}

// TestImportedCoordinatesAgreeWithPROJToAMillimetre: every place of the tables, in every system they give it in, and in the zone with
// its number that zones.csv pairs with the one without.
func TestImportedCoordinatesAgreeWithPROJToAMillimetre(t *testing.T) {
	type place struct{ at, want orb.Point }
	bySystem := map[string][]place{}
	put := func(epsg, x, y, lon, lat string, east float64) {
		bySystem[epsg] = append(bySystem[epsg], place{orb.Point{number(t, x) + east, number(t, y)}, orb.Point{number(t, lon), number(t, lat)}})
	}
	zoned := map[string]map[string]string{}
	for _, z := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), "zones.csv")) {
		zoned[z["epsg_cm"]] = z
	}
	for _, name := range []string{"china_cgcs2000_gk_25.csv", "tianjin_cgcs2000_gk_100.csv"} {
		for _, r := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), name)) {
			put(r["epsg"], r["easting_m"], r["northing_m"], r["inverse_lon_deg"], r["inverse_lat_deg"], 0)
			z := zoned[r["epsg"]]
			put(z["epsg_zone"], r["easting_m"], r["northing_m"], r["inverse_lon_deg"], r["inverse_lat_deg"], number(t, z["false_easting_zone"])-number(t, z["false_easting"]))
		}
	}
	for _, r := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), "tianjin_mercator_utm.csv")) {
		put("3857", r["epsg3857_x"], r["epsg3857_y"], r["lon_deg"], r["lat_deg"], 0)
		put("32650", r["epsg32650_e"], r["epsg32650_n"], r["lon_deg"], r["lat_deg"], 0)
	}
	compared := 0
	for epsg, places := range bySystem {
		var points []orb.Point
		for _, p := range places {
			points = append(points, p.at)
		}
		for i, got := range firstCorners(t, epsg, points) {
			compared++
			want := places[i].want
			if metres := max(math.Abs(got[0]-want[0])*math.Cos(want[1]*math.Pi/180), math.Abs(got[1]-want[1])) * 111_320; metres > 0.001 {
				t.Errorf("EPSG:%s: %v is imported as %v, PROJ gives %v: %.4f m off", epsg, places[i].at, got, want, metres)
			}
		}
	}
	t.Logf("%d places in %d systems", compared, len(bySystem))
}

// TestShiftedPairsAsPublishedAreTurnedBackByAnImport: what the published formulas make of a place comes back to it.
func TestShiftedPairsAsPublishedAreTurnedBackByAnImport(t *testing.T) {
	tried := 0
	for _, r := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), "gcj02_bd09_published.csv")) {
		in, out := orb.Point{number(t, r["lon_in"]), number(t, r["lat_in"])}, orb.Point{number(t, r["lon_out"]), number(t, r["lat_out"])}
		var shifted, want orb.Point
		var datum Datum
		switch r["from"] + " " + r["to"] {
		case "WGS84 GCJ02":
			datum, shifted, want = DatumGCJ02, out, in
		case "GCJ02 WGS84":
			datum, shifted, want = DatumGCJ02, in, out
		case "GCJ02 BD09":
			// Both are turned back to the same place.
			datum, shifted = DatumBD09, out
			want, _ = crs.System{Kind: crs.GCJ02}.ToLonLat(in)
		case "BD09 GCJ02":
			datum, shifted = DatumBD09, in
			want, _ = crs.System{Kind: crs.GCJ02}.ToLonLat(out)
		default:
			t.Fatalf("%v", r)
		}
		text := fmt.Sprintf(`{"type":"Feature","properties":{"id":"a"},"geometry":{"type":"Polygon","coordinates":[[[%[1]v,%[2]v],[%[3]v,%[2]v],[%[3]v,%[4]v],[%[1]v,%[2]v]]]}}`,
			shifted[0], shifted[1], shifted[0]+0.001, shifted[1]+0.001)
		got := readFile(t, nil, Options{Shapes: ShapeOptions{Datum: datum}}, "a.geojson", text)
		if got.Refused() {
			t.Fatal(said(got))
		}
		// The published way back from GCJ-02 is good to some metres, the others to a decimetre.
		at, tolerance := got.Put.Estates[0].Boundary[0][0][0], 1e-6
		if r["from"] == "GCJ02" && r["to"] == "WGS84" {
			tolerance = 5e-5
		}
		if max(math.Abs(at[0]-want[0]), math.Abs(at[1]-want[1])) > tolerance {
			t.Errorf("%s to %s: %v becomes %v, want %v", r["from"], r["to"], shifted, at, want)
		}
		tried++
	}
	if tried != 4 {
		t.Errorf("%d pairs", tried)
	}
}
