package crs

import (
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"estateatlas/backend/internal/corpus"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func number(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestZonesAgreeWithPROJToAMillimetre(t *testing.T) {
	n := 0
	for _, file := range []string{"china_cgcs2000_gk_25.csv", "tianjin_cgcs2000_gk_100.csv"} {
		for _, row := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), file)) {
			code, _ := strconv.Atoi(row["epsg"])
			s, ok := ByEPSG(code)
			if !ok || s.EPSG() != code {
				t.Fatalf("%d is %+v", code, s)
			}
			at := orb.Point{number(t, row["lon_deg"]), number(t, row["lat_deg"])}
			got, _ := s.FromLonLat(at)
			if math.Abs(got[0]-number(t, row["easting_m"])) > 0.001 || math.Abs(got[1]-number(t, row["northing_m"])) > 0.001 {
				t.Errorf("%d %v: %v, want %s %s", code, at, got, row["easting_m"], row["northing_m"])
			}
			back, ok := s.ToLonLat(orb.Point{number(t, row["easting_m"]), number(t, row["northing_m"])})
			if !ok || math.Abs(back[0]-number(t, row["inverse_lon_deg"])) > 1e-9 || math.Abs(back[1]-number(t, row["inverse_lat_deg"])) > 1e-9 {
				t.Errorf("%d back: %v, want %s %s", code, back, row["inverse_lon_deg"], row["inverse_lat_deg"])
			}
			n++
		}
	}
	for _, row := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), "zones.csv")) {
		for _, c := range [][3]string{{"epsg_cm", "central_meridian", "false_easting"}, {"epsg_zone", "central_meridian", "false_easting_zone"}} {
			s, ok := ByEPSG(int(number(t, row[c[0]])))
			if !ok || s.Meridian != number(t, row[c[1]]) || s.FalseEasting != number(t, row[c[2]]) {
				t.Errorf("%s: %+v", row[c[0]], s)
			}
			n++
		}
	}
	t.Logf("%d cases", n)
}

func TestMercatorAndUTMAgreeWithPROJ(t *testing.T) {
	utm := Parse(`PROJCS["WGS_1984_UTM_Zone_50N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["Central_Meridian",117.0],PARAMETER["Scale_Factor",0.9996],UNIT["Meter",1.0]]`)
	mercator, _ := ByEPSG(3857)
	for _, row := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), "tianjin_mercator_utm.csv")) {
		at := orb.Point{number(t, row["lon_deg"]), number(t, row["lat_deg"])}
		for _, c := range []struct {
			s    System
			x, y string
		}{{mercator, "epsg3857_x", "epsg3857_y"}, {utm, "epsg32650_e", "epsg32650_n"}} {
			want := orb.Point{number(t, row[c.x]), number(t, row[c.y])}
			got, ok := c.s.FromLonLat(at)
			// The ellipsoids of CGCS2000 and WGS 84 differ by a tenth of a millimetre in a northing.
			if !ok || math.Abs(got[0]-want[0]) > 0.0015 || math.Abs(got[1]-want[1]) > 0.0015 {
				t.Errorf("%v: %v, want %v", at, got, want)
			}
			if back, _ := c.s.ToLonLat(want); math.Hypot(back[0]-at[0], back[1]-at[1]) > 3e-8 {
				t.Errorf("%v back: %v, want %v", want, back, at)
			}
		}
	}
}

func TestWebMapsAgreeWithThePublishedPairs(t *testing.T) {
	for _, row := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), "gcj02_bd09_published.csv")) {
		in := orb.Point{number(t, row["lon_in"]), number(t, row["lat_in"])}
		want := orb.Point{number(t, row["lon_out"]), number(t, row["lat_out"])}
		var got orb.Point
		tolerance := 1e-9
		switch row["from"] + row["to"] {
		case "BD09GCJ02":
			got = gcj02FromBD09(in)
		case "GCJ02BD09":
			got = bd09FromGCJ02(in)
		case "WGS84GCJ02":
			got = toGCJ02(in)
		case "GCJ02WGS84":
			// The published inverse takes one step; ours goes on until it is exact.
			got, tolerance = fromGCJ02(in), 2e-5
			if again := toGCJ02(got); math.Hypot(again[0]-in[0], again[1]-in[1]) > 1e-11 {
				t.Errorf("there and back: %v, want %v", again, in)
			}
		default:
			t.Fatalf("%v", row)
		}
		if math.Abs(got[0]-want[0]) > tolerance || math.Abs(got[1]-want[1]) > tolerance {
			t.Errorf("%s → %s: %v, want %v", row["from"], row["to"], got, want)
		}
	}
}

func TestThereAndBackIsTheSamePlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := orb.Point{rapid.Float64Range(75, 134).Draw(t, "lon"), rapid.Float64Range(18, 53).Draw(t, "lat")}
		systems := []System{Geographic, GaussKrueger(3*math.Round(at[0]/3), true), GaussKrueger(3*math.Round(at[0]/3), false), {Kind: WebMercator}, {Kind: GCJ02}}
		s := rapid.SampledFrom(systems).Draw(t, "system")
		s.Swapped = rapid.Bool().Draw(t, "swapped")
		there, ok := s.FromLonLat(at)
		if !ok {
			t.Fatal("not turned")
		}
		back, ok := s.ToLonLat(there)
		if !ok || math.Hypot(back[0]-at[0], back[1]-at[1]) > 1e-10 {
			t.Fatalf("%v → %v → %v", at, there, back)
		}
	})
}

func TestProjectionFilesAreRecognised(t *testing.T) {
	dir := corpus.Dir(t, "formats")
	for file, want := range map[string]System{
		"shp_made/yichang_4546_gbk.prj": GaussKrueger(111, false), "shp_made/yichang_4525_gbk_nocpg.prj": GaussKrueger(111, true), "shp_made/yichang_4490_utf8_nocpg.prj": Geographic,
		"shp_made/yichang_3857.prj": {Kind: WebMercator}, "shp/estate_points_4548.prj": GaussKrueger(117, false), "shp/Polygon_Holes.prj": Geographic,
		"shp_made/yichang_32649.prj":       {Kind: Zone, Meridian: 111, FalseEasting: 500_000, Scale: 0.9996},
		"shp_made/yichang_xian80_2382.prj": {Kind: Foreign, Name: "Xian_1980_3_Degree_GK_CM_111E"}, "shp/gauss_kruger.prj": {Kind: Foreign, Name: "Beijing_1954_3_Degree_GK_CM_114E"},
		"shp/prjwithutf8bom.prj": {Kind: Foreign, Name: "GCS_North_American_1983"}, "shp/max_callstack_error.prj": {Kind: Foreign, Name: "RT90_25_gon_V"},
		"shp/0301040100_Barris_UNITATS_ADM.prj": {Kind: Foreign, Name: "ETRS_1989_UTM_Zone_31N"},
	} {
		text, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		got := Parse(string(text))
		got.frame, want.frame = nil, nil
		if got != want {
			t.Errorf("%s: %+v, want %+v", file, got, want)
		}
	}
	wkt2 := `PROJCRS["CGCS2000 / 3-degree Gauss-Kruger CM 117E",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4490]],CONVERSION["x",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",117,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Scale factor at natural origin",1,SCALEUNIT["unity",1]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["northing (X)",north,ORDER[1],LENGTHUNIT["metre",1]],AXIS["easting (Y)",east,ORDER[2],LENGTHUNIT["metre",1]],ID["EPSG",4548]]`
	if s := Parse(wkt2); s.EPSG() != 4548 {
		t.Errorf("WKT 2: %+v", s)
	}
	for _, text := range []string{"", "GEOGCS", `GEOGCS["a"`, "<html>", `PROJCS["` + string(make([]byte, 100)) + `"]`} {
		if s := Parse(text); s.Kind == LonLat || s.Kind == Zone || s.Kind == WebMercator {
			t.Errorf("%q is taken for %+v", text, s)
		}
	}
}

func TestWhatNumbersCanBe(t *testing.T) {
	for name, c := range map[string]struct {
		box  orb.Bound
		want int // the first guess's code; 0 none
		swap bool
		many bool
	}{
		"degrees":               {orb.Bound{Min: orb.Point{117.1, 39}, Max: orb.Point{117.3, 39.2}}, 4490, false, false},
		"latitude first":        {orb.Bound{Min: orb.Point{39, 117.1}, Max: orb.Point{39.2, 117.3}}, 4490, true, false},
		"a zone's number":       {orb.Bound{Min: orb.Point{39_510_000, 4_330_000}, Max: orb.Point{39_530_000, 4_350_000}}, 4527, false, false},
		"northing first":        {orb.Bound{Min: orb.Point{4_330_000, 39_510_000}, Max: orb.Point{4_350_000, 39_530_000}}, 4527, true, false},
		"an easting alone":      {orb.Bound{Min: orb.Point{510_000, 4_330_000}, Max: orb.Point{530_000, 4_350_000}}, 4534, false, true},
		"Web Mercator":          {orb.Bound{Min: orb.Point{13_000_000, 4_700_000}, Max: orb.Point{13_100_000, 4_800_000}}, 3857, false, false},
		"somewhere else":        {orb.Bound{Min: orb.Point{-75, 39}, Max: orb.Point{-74, 40}}, 0, false, false},
		"pixels of a drawing":   {orb.Bound{Min: orb.Point{0, 0}, Max: orb.Point{2000, 1000}}, 0, false, false},
		"two zones in one file": {orb.Bound{Min: orb.Point{38_510_000, 4_330_000}, Max: orb.Point{39_530_000, 4_350_000}}, 0, false, false},
	} {
		got := Guess(c.box)
		switch {
		case c.want == 0 && len(got) > 0, c.want != 0 && len(got) == 0:
			t.Errorf("%s: %d guesses", name, len(got))
		case c.want != 0 && (got[0].EPSG() != c.want || got[0].Swapped != c.swap || (len(got) > 1) != c.many):
			t.Errorf("%s: %+v and %d more", name, got[0], len(got)-1)
		}
	}
	zone := GaussKrueger(117, false)
	if !Swapped(zone, orb.Bound{Min: orb.Point{4_330_000, 510_000}, Max: orb.Point{4_350_000, 530_000}}) || Swapped(zone, orb.Bound{Min: orb.Point{510_000, 4_330_000}, Max: orb.Point{530_000, 4_350_000}}) {
		t.Error("northing and easting are not told apart")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(`GEOGCS["a",DATUM["D_China_2000"],UNIT["Degree",0.017]]`)
	f.Add(`PROJCS["x",PROJECTION["Gauss_Kruger"],PARAMETER["Central_Meridian",117],DATUM["WGS_1984"]]`)
	f.Fuzz(func(t *testing.T, text string) {
		s := Parse(text)
		if at, ok := s.ToLonLat(orb.Point{500_000, 4_300_000}); ok && !(at[0] >= -180 && at[0] <= 180) {
			t.Errorf("%v", at)
		}
	})
}

func TestSystemsByNameAndCode(t *testing.T) {
	for name, code := range map[string]int{
		"EPSG:4546": 4546, "4546": 4546, "urn:ogc:def:crs:EPSG::4525": 4525, "http://www.opengis.net/def/crs/EPSG/0/4490": 4490, "http://www.opengis.net/gml/srs/epsg.xml#4548": 4548,
		"urn:ogc:def:crs:OGC:1.3:CRS84": 4490, "epsg:3857": 3857, "EPSG:32649": 32649, "EPSG:4326": 4490,
	} {
		if s, ok := Named(name); !ok || s.EPSG() != code {
			t.Errorf("%s: %d %v", name, s.EPSG(), ok)
		}
	}
	for _, name := range []string{"", "EPSG:", "EPSG:2382", "ESRI:102100", "4546 or so", "::", "CGCS2000", "EPSG:32661", "EPSG:32600", "EPSG:99999999999999999999"} {
		if s, ok := Named(name); ok {
			t.Errorf("%q is %s", name, s.Text().EN)
		}
	}
	for _, code := range Codes() {
		if s, ok := ByEPSG(code); !ok || s.EPSG() != code {
			t.Errorf("%d becomes %d", code, s.EPSG())
		}
	}
}
