package vector

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"estateatlas/backend/crs"
	"estateatlas/backend/internal/corpus"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/geojson"
)

// TestEveryFileOfTheCorpusHoldsWhatGDALReads: as many records, or refused where GDAL cannot open the file either.
func TestEveryFileOfTheCorpusHoldsWhatGDALReads(t *testing.T) {
	dir := corpus.Dir(t, "formats")
	file, err := os.Open(filepath.Join(dir, "manifest.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	count := regexp.MustCompile(`: (\d+) `)
	tried := 0
	for _, row := range rows[1:] {
		name, reads := row[0], row[3]
		path := filepath.Join(dir, name)
		if filepath.Ext(name) == ".dbf" {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			cpg, _ := os.ReadFile(strings.TrimSuffix(path, ".dbf") + ".cpg")
			table, err := readDBF(data, string(cpg), "")
			if err != nil || len(table.rows) != 1 && strings.Contains(reads, ": 1 ") {
				t.Errorf("%s: %v %v", name, table, err)
			}
			tried++
			continue
		}
		layers, err := Read(context.Background(), path, Options{})
		want := 0
		for _, m := range count.FindAllStringSubmatch(reads, -1) {
			n, _ := strconv.Atoi(m[1])
			want += n
		}
		switch {
		// GDAL wants the index of a Shapefile; we read the records one after the other.
		case name == "shp/gauss_kruger.shp":
			if err != nil || len(layers) != 1 || layers[0].System.Kind != crs.Foreign {
				t.Errorf("%s: %v", name, err)
			}
		case strings.Contains(reads, "cannot open"):
			if err == nil {
				t.Errorf("%s was read: %+v", name, layers)
			}
		case err != nil:
			t.Errorf("%s: %v", name, err)
		default:
			got := 0
			for _, l := range layers {
				got += len(l.Rows)
			}
			// A folder named twice is one layer to GDAL; tables without shapes are none to us.
			if got != want && name != "gpkg/multipleholes.gpkg" && !strings.HasPrefix(name, "kml/") {
				t.Errorf("%s: %d records, GDAL reads %d (%s)", name, got, want, reads)
			}
			if strings.HasPrefix(name, "kml/") && (got == 0) != (want == 0) {
				t.Errorf("%s: %d records, GDAL reads %d", name, got, want)
			}
		}
		tried++
	}
	t.Logf("%d files", tried)
}

// yichang are the polygons that the made Shapefiles were written from, by id.
func yichang(t *testing.T) map[string]*geojson.Feature {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpus.Dir(t, "estates"), "yichang_residential_landuse.geojson"))
	if err != nil {
		t.Fatal(err)
	}
	collection := &geojson.FeatureCollection{}
	if err := json.Unmarshal(data, collection); err != nil {
		t.Fatal(err)
	}
	out := map[string]*geojson.Feature{}
	for _, f := range collection.Features {
		out[f.Properties.MustString("id", "")] = f
	}
	return out
}

func TestTheSameBlocksComeOutOfEveryEncodingAndProjection(t *testing.T) {
	blocks := yichang(t)
	dir := corpus.Dir(t, "formats")
	for name, want := range map[string]struct {
		encoding string
		epsg     int
	}{
		"yichang_4546_gbk": {"GBK", 4546}, "yichang_4525_gbk_nocpg": {"GBK", 4525}, "yichang_4490_utf8_nocpg": {"UTF-8", 4490}, "yichang_3857": {"", 3857}, "yichang_32649": {"", 32649},
	} {
		layers, err := Read(context.Background(), filepath.Join(dir, "shp_made", name+".shp"), Options{})
		if err != nil || len(layers) != 1 || len(layers[0].Rows) != 400 {
			t.Fatalf("%s: %v", name, err)
		}
		l := layers[0]
		if want.encoding != "" && l.Encoding != want.encoding || l.System.EPSG() != want.epsg {
			t.Errorf("%s: %s, EPSG %d", name, l.Encoding, l.System.EPSG())
		}
		id := slices.Index(l.Fields, "编号")
		named := slices.IndexFunc(l.Fields, func(f string) bool { return strings.HasPrefix(f, "小区名") })
		if id < 0 || named < 0 {
			t.Fatalf("%s: %q", name, l.Fields)
		}
		for _, row := range l.Rows {
			f := blocks[row.Cells[id]]
			if f == nil {
				t.Fatalf("%s: no block %q", name, row.Cells[id])
			}
			if got := row.Cells[named]; got != f.Properties.MustString("name", "") {
				t.Fatalf("%s: %q, want %q", name, got, f.Properties["name"])
			}
			mp := row.Geometry.(orb.MultiPolygon)
			for _, p := range mp {
				for _, r := range p {
					for i, at := range r {
						r[i], _ = l.System.ToLonLat(at)
					}
				}
			}
			polygon, ok := f.Geometry.(orb.Polygon)
			if !ok {
				t.Fatalf("%T", f.Geometry)
			}
			frame := spatial.FrameOf(polygon.Bound())
			a, b := spatial.Area(frame.Project(mp)), spatial.Area(frame.Project(orb.MultiPolygon{polygon}))
			if spatial.Check(mp) != nil || len(mp) != 1 || len(mp[0]) != len(polygon) || math.Abs(a-b) > 1e-4*b+0.2 {
				t.Errorf("%s %s: %.2f m² in %d parts, want %.2f m² with %d rings", name, row.Cells[id], a, len(mp), b, len(polygon))
			}
		}
	}
}

func TestChineseTextsAreReadWhetherTheEncodingIsSaidOrNot(t *testing.T) {
	dir := corpus.Dir(t, "formats")
	for name, chosen := range map[string]string{"dbf/mapshaper_gbk.dbf": "", "dbf/mapshaper_utf8.dbf": "", "dbf/gdal_chinese.dbf": "", "dbf/cpg_big5.dbf": "", "dbf/cpg_euckr.dbf": ""} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		cpg, _ := os.ReadFile(strings.TrimSuffix(filepath.Join(dir, name), ".dbf") + ".cpg")
		table, err := readDBF(data, string(cpg), chosen)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.Join(table.fields, "") + strings.Join(slices.Concat(table.rows...), "")
		if strings.ContainsRune(text, '\uFFFD') || table.evidence.ZH == "" {
			t.Errorf("%s as %s: %q", name, table.encoding, text)
		}
		t.Logf("%s: %s (%s) %q", name, table.encoding, table.evidence.ZH, text)
	}
	if _, err := readDBF(make([]byte, 100), "", "klingon"); err == nil {
		t.Error("an unknown encoding was taken")
	}
}

func TestNamesThatAreCutInTheMiddleOfALetterLoseThatLetterOnly(t *testing.T) {
	gbk, _ := encodings["gbk"].of.NewEncoder().Bytes([]byte("小区编号名称"))
	if got := string(whole([]byte("小区编号")[:10], "UTF-8")); got != "小区编" {
		t.Errorf("%q", got)
	}
	out, _ := encodings["gbk"].of.NewDecoder().Bytes(whole(gbk[:9], "GBK"))
	if string(out) != "小区编号" {
		t.Errorf("%q", out)
	}
	if got := string(whole([]byte("abc"), "UTF-8")); got != "abc" {
		t.Errorf("%q", got)
	}
}

// zipped packs files.
func zipped(t testing.TB, files map[string][]byte) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(files[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAShapefileInAnArchiveIsTheSameAsBesideIt(t *testing.T) {
	dir := filepath.Join(corpus.Dir(t, "formats"), "shp_made")
	files := map[string][]byte{}
	for _, ext := range []string{".shp", ".dbf", ".prj", ".cpg"} {
		data, err := os.ReadFile(filepath.Join(dir, "yichang_4546_gbk"+ext))
		if err != nil {
			t.Fatal(err)
		}
		files["文件夹/../../小区"+strings.ToUpper(ext)] = data
	}
	layers, err := Read(context.Background(), zipped(t, files), Options{})
	if err != nil || len(layers) != 1 || layers[0].Name != "小区" || len(layers[0].Rows) != 400 || layers[0].Encoding != "GBK" {
		t.Errorf("%+v %v", layers, err)
	}
}

// ringOf is a square; clockwise is how a Shapefile writes shells.
func ringOf(x, y, side float64, clockwise bool) orb.Ring {
	r := orb.Ring{{x, y}, {x, y + side}, {x + side, y + side}, {x + side, y}, {x, y}}
	if !clockwise {
		slices.Reverse(r)
	}
	return r
}

func TestRingsMakeAreasWhateverWayTheyRun(t *testing.T) {
	for _, clockwise := range []bool{true, false} {
		// A shell with a hole with an island, and another shell; in any order, all running the same way.
		rings := []orb.Ring{ringOf(4, 4, 2, clockwise), ringOf(20, 0, 5, clockwise), ringOf(0, 0, 10, clockwise), ringOf(2, 2, 6, clockwise)}
		mp := assemble(rings)
		sizes := map[int]int{}
		for _, p := range mp {
			sizes[len(p)]++
		}
		if len(mp) != 3 || sizes[2] != 1 || sizes[1] != 2 || spatial.Check(mp) != nil {
			t.Errorf("%v", mp)
		}
	}
}

func TestPlacemarksWithEveryKindOfData(t *testing.T) {
	text := `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><Placemark><name> 甲里 </name>
<ExtendedData><Data name="街道"><value>万新街</value></Data><SchemaData schemaUrl="#s"><SimpleData name="户数">120</SimpleData></SchemaData></ExtendedData>
<MultiGeometry><Polygon><outerBoundaryIs><LinearRing><coordinates>117,39,0 117.1,39,0 117.1,39.1,0 117,39</coordinates></LinearRing></outerBoundaryIs></Polygon>
<Polygon><outerBoundaryIs><LinearRing><coordinates>118,39 118.1,39 118.1,39.1 118,39</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry></Placemark>
<Placemark><name>点</name><Point><coordinates>117,39</coordinates></Point></Placemark></Folder></Document></kml>`
	layers, err := readKML(context.Background(), "a", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	l := layers[0]
	if !slices.Equal(l.Fields, []string{"name", "街道", "户数"}) || !slices.Equal(l.Rows[0].Cells, []string{"甲里", "万新街", "120"}) || len(l.Rows[1].Cells) != 3 {
		t.Errorf("%q %+v", l.Fields, l.Rows)
	}
	if mp, ok := l.Rows[0].Geometry.(orb.MultiPolygon); !ok || len(mp) != 2 {
		t.Errorf("%v", l.Rows[0].Geometry)
	}
	for name, bad := range map[string]string{
		"a doctype": `<!DOCTYPE kml [<!ENTITY x "y">]><kml>&x;</kml>`, "no KML": `<html></html>`, "broken": `<kml><Placemark><name>x</kml>`,
		"deep": `<kml>` + strings.Repeat("<Folder>", 100) + strings.Repeat("</Folder>", 100) + `</kml>`,
	} {
		if _, err := readKML(context.Background(), "a", []byte(bad)); err == nil {
			t.Errorf("%s was read", name)
		}
	}
}

func TestCoordinatesOfKMLAsProgramsWriteThem(t *testing.T) {
	two := []orb.Point{{117.1, 39.1}, {117.2, 39.2}}
	for text, want := range map[string][]orb.Point{
		" 117.1,39.1,0\n\t117.2,39.2,0 ": two, "117.1, 39.1 117.2,  39.2": two, "117.1 ,39.1\u00a0117.2,39.2,5": two, " \n ": {}, "": {},
		"117.1,39.1, 117.2,39.2": nil, "117.1 39.1": nil, "117.1,": nil, ",39.1": nil, "117.1,39.1,": nil, "a,b": nil, "117.1,39.1,0,0": nil, "117.1;39.1": nil,
	} {
		got, ok := coordinates(text)
		if ok != (want != nil) || ok && !slices.Equal(got, want) {
			t.Errorf("%q: %v %v, want %v", text, got, ok, want)
		}
	}
	if got, ok := coordinates("117," + strings.Repeat(" ", 5<<20) + "39"); !ok || len(got) != 1 {
		t.Error("blanks behind a comma")
	}
}
