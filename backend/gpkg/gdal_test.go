package gpkg_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// gdal runs a program of GDAL (Debian package gdal-bin) and fails on an error or a warning.
func gdal(t *testing.T, program string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil {
		t.Skipf("%s is not installed (Debian: apt install gdal-bin)", program)
	}
	var out, errs strings.Builder
	cmd := exec.Command(program, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if err != nil || strings.Contains(errs.String(), "ERROR") || strings.Contains(errs.String(), "Warning") {
		t.Fatalf("%s %s: %v\n%s%s", program, strings.Join(args, " "), err, out.String(), errs.String())
	}
	return out.String()
}

// sql edits a project as GDAL does.
func sql(t *testing.T, path, statement string) {
	t.Helper()
	gdal(t, "ogrinfo", "-q", path, "-sql", statement)
}

func TestGDALSeesEveryLayerAsItIs(t *testing.T) {
	path := create(t, everything())
	out := gdal(t, "ogrinfo", "-ro", "-al", "-so", path)
	type layer struct{ geometry, count string }
	got := make(map[string]layer)
	section := regexp.MustCompile(`(?s)Layer name: (\w+)\n.*?Geometry: ([^\n]+)\nFeature Count: (\d+)`)
	for _, m := range section.FindAllStringSubmatch(out, -1) {
		got[m[1]] = layer{m[2], m[3]}
	}
	want := map[string]layer{
		"estates": {"Multi Polygon", "3"}, "findings": {"Point", "2"}, "assignments": {"Line String", "0"}, "roads": {"Unknown (any)", "2"}, "water": {"Unknown (any)", "3"},
		"subdistricts": {"Unknown (any)", "1"}, "companies": {"None", "2"}, "agreements": {"None", "3"}, "subsidies": {"None", "2"}, "enrolments": {"None", "2"}, "items": {"None", "2"},
		"rounds": {"None", "2"}, "scores": {"None", "3"}, "deductions": {"None", "4"}, "determinations": {"None", "2"}, "overrides": {"None", "1"}, "fund_uses": {"None", "2"}, "settings": {"None", "2"},
		"estate_atlas_audit": {"None", "1"}, "barriers": {"Unknown (any)", "1"}, "scenarios": {"None", "1"}, "closings": {"None", "1"}, "corrections": {"None", "2"},
		"exit_steps": {"None", "2"}, "interviews": {"None", "2"}, "letter_templates": {"None", "2"}, "reinspections": {"None", "2"},
		"rectifications": {"None", "3"}, "finding_notes": {"None", "2"},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(layer{})); d != "" {
		t.Error(d)
	}
	estates := out[strings.Index(out, "Layer name: estates"):strings.Index(out, "Layer name: findings")]
	for _, words := range []string{
		"Extent: (117.200000, 39.100000) - (117.251000, 39.121000)", `ID["EPSG",4490]`, "IDENTIFIER=旧楼区", "FID Column = fid", "Geometry Column = geom",
		"id: String (0.0) UNIQUE NOT NULL", "district_subsidy: String", "households: Integer64", "city_grant: Integer(Boolean)", "domain name=form",
	} {
		if !strings.Contains(estates, words) {
			t.Errorf("ogrinfo does not say %q:\n%s", words, estates)
		}
	}
	// What a clerk enters in a column is offered by its Chinese name.
	if domains := gdal(t, "ogrinfo", "-ro", "-q", "-fielddomain", "form", path); !strings.Contains(domains, "scattered: 散片") {
		t.Errorf("field domain: %s", domains)
	}
	wantOneFile(t, path)
}

// validate_gpkg.py is GDAL's checker of the standard's requirements.
func TestGDALsValidatorFindsNothing(t *testing.T) {
	const script = "/usr/lib/python3/dist-packages/osgeo_utils/samples/validate_gpkg.py"
	const python = "/usr/bin/python3"
	if _, err := os.Stat(script); err != nil {
		t.Skip("validate_gpkg.py is not installed (Debian: apt install python3-gdal)")
	}
	path := create(t, everything())
	p := open(t, path)
	apply(t, p, inspections(district(300), 3))
	if err := p.PutLinks(ctx, []domain.ProxyLink{{EstateID: "e1", Line: orb.LineString{{117, 39}, {118, 40}}}}); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(python, script, "--extra", "--warning-as-error", path).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestARoundTripThroughGeoJSONKeepsEveryEstate(t *testing.T) {
	want := everything()
	want.Estates = append(want.Estates, district(200)...)
	path := create(t, want)
	dir := filepath.Dir(path)
	out, back := filepath.Join(dir, "estates.geojson"), filepath.Join(dir, "back.gpkg")
	gdal(t, "ogr2ogr", "-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=17", out, path, "estates")
	var collection struct {
		Features []struct {
			Properties map[string]any
			Geometry   *struct{ Type string }
		}
	}
	text, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &collection); err != nil || len(collection.Features) != 203 {
		t.Fatalf("%d features, %v", len(collection.Features), err)
	}
	byID := make(map[any]int)
	for i, f := range collection.Features {
		byID[f.Properties["id"]] = i
	}
	first, unmapped := collection.Features[byID["0012"]], collection.Features[byID["e2"]]
	for name, value := range map[string]any{"id": "0012", "name": "光华里", "form": "contiguous", "enclosable": true, "households": 812.0, "building_area_m2": "51234.567890123456789", "district_subsidy": "3000.00", "enrolled_on": "2020-02-29"} {
		if first.Properties[name] != value {
			t.Errorf("%s is %v, want %v", name, first.Properties[name], value)
		}
	}
	if unmapped.Geometry != nil || first.Geometry.Type != "MultiPolygon" {
		t.Errorf("geometries %+v, %+v", first.Geometry, unmapped.Geometry)
	}

	// Back over the layer, which takes our triggers and indexes away; the next opening puts them back.
	before := reload(t, path)
	copyFile(t, path, back)
	gdal(t, "ogr2ogr", "-update", "-overwrite", "-f", "GPKG", "-nln", "estates", "-nlt", "MULTIPOLYGON", "-a_srs", "EPSG:4490", back, out)
	p := open(t, back)
	if d := cmp.Diff(before, load(t, p), same); d != "" {
		t.Error(d)
	}
	was := version(t, p)
	apply(t, p, domain.Tables{Estates: []domain.Estate{{ID: "e2", Name: "改名"}, {ID: "e99", Name: "新"}}})
	if version(t, p) <= was {
		t.Error("the version does not grow")
	}
	if got := load(t, p).Estates; len(got) != 204 {
		t.Errorf("%d estates", len(got))
	}
	if info, err := p.Info(ctx); err != nil || len(info.Problems) > 0 {
		t.Errorf("%v %q", err, info.Problems)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	gpkg.Edit(t, back, "DELETE FROM estates WHERE id = 'e99'")
	if q := open(t, back); version(t, q) <= was {
		t.Error("the version does not grow with a deletion by another program")
	}
}

func TestEditsOfOtherProgramsAreSeen(t *testing.T) {
	find := func(t *testing.T, path, id string) *domain.Estate {
		t.Helper()
		for _, e := range reload(t, path).Estates {
			if e.ID == id {
				return &e
			}
		}
		return nil
	}
	const polygon = "POLYGON((117.5 39.5, 117.5 39.6, 117.6 39.6, 117.6 39.5, 117.5 39.5))" // clockwise
	for name, c := range map[string]struct {
		edit  func(t *testing.T, path string)
		check func(t *testing.T, path string) bool
		rows  int64 // in the R-tree afterwards
	}{
		"renamed": {
			func(t *testing.T, path string) {
				t.Helper()
				sql(t, path, "UPDATE estates SET name = '新光华里' WHERE id = '0012'")
			},
			func(t *testing.T, path string) bool {
				t.Helper()
				return find(t, path, "0012").Name == "新光华里"
			}, 2,
		},
		"amounts typed as numbers": {
			func(t *testing.T, path string) {
				t.Helper()
				sql(t, path, "UPDATE estates SET district_subsidy = 2500.5, building_area_m2 = 100, households = '77' WHERE id = 'e1'")
			},
			func(t *testing.T, path string) bool {
				t.Helper()
				e := find(t, path, "e1")
				return e.DistrictSubsidy == domain.Some(domain.Fen(250050)) && e.BuildingAreaM2 == domain.Some(domain.WholeDecimal(100)) && e.Households == domain.Some(int64(77))
			}, 2,
		},
		"moved": {
			func(t *testing.T, path string) {
				t.Helper()
				gdal(t, "ogrinfo", "-q", path, "-dialect", "SQLITE", "-sql", "UPDATE estates SET geom = ST_GeomFromText('MULTI"+strings.ReplaceAll(strings.Replace(polygon, "((", "(((", 1), "))", ")))")+"', 4490) WHERE id = 'e1'")
			},
			func(t *testing.T, path string) bool {
				t.Helper()
				b := find(t, path, "e1").Boundary
				return len(b) == 1 && b[0][0].Orientation() == orb.CCW && b.Bound().Min == orb.Point{117.5, 39.5}
			}, 2,
		},
		"taken off the map": {
			func(t *testing.T, path string) {
				t.Helper()
				sql(t, path, "UPDATE estates SET geom = NULL WHERE id = 'e1'")
			},
			func(t *testing.T, path string) bool {
				t.Helper()
				return find(t, path, "e1").Boundary == nil
			}, 1,
		},
		"deleted": {
			func(t *testing.T, path string) {
				t.Helper()
				sql(t, path, "DELETE FROM estates WHERE id = 'e1'")
			},
			func(t *testing.T, path string) bool {
				t.Helper()
				return find(t, path, "e1") == nil
			}, 1,
		},
		"appended as a polygon": {
			func(t *testing.T, path string) {
				t.Helper()
				csv := filepath.Join(t.TempDir(), "more.csv")
				if err := os.WriteFile(csv, []byte("id,name,form,WKT\ne77,新里,scattered,\""+polygon+"\"\n"), 0o600); err != nil {
					t.Fatal(err)
				}
				gdal(t, "ogr2ogr", "-update", "-append", "-nln", "estates", "-nlt", "PROMOTE_TO_MULTI", "-a_srs", "EPSG:4490", path, csv)
			},
			func(t *testing.T, path string) bool {
				t.Helper()
				e := find(t, path, "e77")
				return e != nil && e.Form == domain.FormScattered && e.FID > 3 && e.Boundary[0][0].Orientation() == orb.CCW
			}, 3,
		},
		"inserted as a polygon by SQL": {
			func(t *testing.T, path string) {
				t.Helper()
				// GeoPackageBinary without an envelope, WKB polygon.
				gpkg.Edit(t, path, "INSERT INTO estates (id, geom) VALUES ('e78', x'47500001000000000103000000010000000400000000000000000000000000000000000000000000000000F03F0000000000000000000000000000F03F000000000000F03F00000000000000000000000000000000')")
			},
			func(t *testing.T, path string) bool {
				t.Helper()
				e := find(t, path, "e78")
				return e != nil && cmp.Equal(e.Boundary, orb.MultiPolygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}}})
			}, 3,
		},
		"renumbered": {
			func(t *testing.T, path string) {
				t.Helper()
				gpkg.Edit(t, path, "UPDATE estates SET fid = 900 WHERE id = 'e1'")
			},
			func(t *testing.T, path string) bool {
				t.Helper()
				return find(t, path, "e1").FID == 900
			}, 2,
		},
	} {
		t.Run(name, func(t *testing.T) {
			path := create(t, everything())
			p := open(t, path)
			was := version(t, p)
			if err := p.Close(); err != nil {
				t.Fatal(err)
			}
			c.edit(t, path)
			if !c.check(t, path) {
				t.Errorf("not seen: %+v", reload(t, path).Estates)
			}
			if n := gpkg.Ask(t, path, "SELECT count(*) FROM rtree_estates_geom"); n != c.rows {
				t.Errorf("%v rows in the R-tree, want %d", n, c.rows)
			}
			p = open(t, path)
			if v := version(t, p); v <= was {
				t.Errorf("version %d, was %d", v, was)
			}
			if info, err := p.Info(ctx); err != nil || len(info.Problems) > 0 {
				t.Errorf("%v %q", err, info.Problems)
			}
			if err := p.Close(); err != nil {
				t.Fatal(err)
			}
			wantOneFile(t, path)
		})
	}
}

func TestEditsBesideAnOpenProjectAreSeen(t *testing.T) {
	path := create(t, everything())
	p := open(t, path)
	was := version(t, p)
	if again := version(t, p); again != was {
		t.Fatalf("version %d became %d by itself", was, again)
	}
	sql(t, path, "UPDATE estates SET name = '改' WHERE id = 'e1'")
	v := version(t, p)
	if v <= was {
		t.Errorf("version %d, was %d", v, was)
	}
	if load(t, p).Estates[1].Name != "改" {
		t.Error("the edit is not seen")
	}
	apply(t, p, domain.Tables{Companies: []domain.Company{{ID: "c5"}}})
	if w := version(t, p); w <= v {
		t.Errorf("version %d after %d", w, v)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	wantOneFile(t, path)
}

func TestExtentsStayRight(t *testing.T) {
	extent := func(path string) [4]float64 {
		out := gdal(t, "ogrinfo", "-ro", "-so", path, "estates")
		m := regexp.MustCompile(`Extent: \((.*), (.*)\) - \((.*), (.*)\)`).FindStringSubmatch(out)
		if m == nil {
			return [4]float64{}
		}
		var e [4]float64
		for i := range e {
			e[i], _ = strconv.ParseFloat(m[i+1], 64)
		}
		return e
	}
	path := create(t, domain.Tables{Estates: []domain.Estate{{ID: "a", Boundary: square(117, 39, 1)}, {ID: "b", Boundary: square(120, 30, 1)}}})
	if e := extent(path); e != [4]float64{117, 30, 121, 40} {
		t.Errorf("made: %v", e)
	}
	p := open(t, path)
	apply(t, p, domain.Tables{Estates: []domain.Estate{{ID: "b", Boundary: square(116, 39.5, 0.5)}}})
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if e := extent(path); e != [4]float64{116, 39, 118, 40} {
		t.Errorf("shrunk: %v", e)
	}
	p = open(t, path)
	apply(t, p, domain.Tables{Estates: []domain.Estate{{ID: "a"}, {ID: "b"}}})
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if e := gpkg.Ask(t, path, "SELECT min_x FROM gpkg_contents WHERE table_name = 'estates'"); e != nil {
		t.Errorf("an empty layer has the extent %v", e)
	}
}

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, b, 0o600); err != nil {
		t.Fatal(err)
	}
}
