package app_test

import (
	"context"
	"crypto/sha256"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

// estatesW1 and the tables below are worked case W-1 of RULES 5: c manages e1 (3,000 yuan a month) and e2 (2,000) in 甲街 and e3
// (4,000) in 乙街; e1 strikes in February and March 2026. x1 and x2 are there for ranks: with four scored, N is 2.
const estatesW1 = `{"type": "FeatureCollection", "features": [
{"type": "Feature", "id": "e1", "properties": {"name": "幸福里", "subdistrict": "甲街", "form": "contiguous", "district_subsidy": 3000, "approved_on": "2018-01-01", "accepted_on": "2018-06-01", "city_grant": true, "enrolled_on": "2019-01-01"}, "geometry": {"type": "Polygon", "coordinates": [[[117.2, 39.1], [117.203, 39.1], [117.203, 39.103], [117.2, 39.103], [117.2, 39.1]]]}},
{"type": "Feature", "id": "e2", "properties": {"name": "康乐里", "subdistrict": "甲街", "form": "scattered", "district_subsidy": 2000, "approved_on": "2018-01-01", "accepted_on": "2018-06-01", "city_grant": true, "enrolled_on": "2019-01-01"}, "geometry": {"type": "Polygon", "coordinates": [[[117.204, 39.1], [117.2045, 39.1], [117.2045, 39.1005], [117.204, 39.1005], [117.204, 39.1]]]}},
{"type": "Feature", "id": "e3", "properties": {"name": "平安里", "subdistrict": "乙街", "form": "contiguous", "district_subsidy": 4000, "approved_on": "2018-01-01", "accepted_on": "2018-06-01", "city_grant": true, "enrolled_on": "2019-01-01"}, "geometry": {"type": "Polygon", "coordinates": [[[117.21, 39.1], [117.213, 39.1], [117.213, 39.103], [117.21, 39.103], [117.21, 39.1]]]}},
{"type": "Feature", "id": "s1", "properties": {"name": "小院", "subdistrict": "甲街", "form": "scattered"}, "geometry": {"type": "Polygon", "coordinates": [[[117.2035, 39.1], [117.2037, 39.1], [117.2037, 39.1002], [117.2035, 39.1002], [117.2035, 39.1]]]}},
{"type": "Feature", "id": "x1", "properties": {"name": "未上图一", "subdistrict": "乙街"}, "geometry": null},
{"type": "Feature", "id": "x2", "properties": {"name": "未上图二", "subdistrict": "乙街"}, "geometry": null}]}`

var tablesW1 = map[string]string{
	"estates.geojson": estatesW1,
	"companies.csv":   "id,name\nc,甲物业有限公司\n",
	"agreements.csv":  "estate_id,company_id,kind,starts_on\ne1,c,direct,2025-01-01\ne2,c,proxy,2025-01-01\ne3,c,direct,2025-01-01\n",
	"rounds.csv":      "id,name,kind,held_on\nr2,二月考核,district_sanitary,2026-02-20\nr3,三月考核,district_sanitary,2026-03-20\n",
	"scores.csv": "round_id,estate_id,score\nr2,e1,60\nr2,e2,90\nr2,e3,95\nr2,x1,80\nr2,x2,94\n" +
		"r3,e1,60\nr3,e2,90\nr3,e3,95\nr3,x1,80\nr3,x2,94\n",
	"deductions.csv": "round_id,estate_id,item,points\nr2,e1,C1,30\nr2,e1,T1,10\nr2,x1,T1,20\nr3,e1,C1,40\nr3,x1,T1,20\n",
}

func writeFolder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// importW1 makes a project of worked case W-1 and returns its path.
func importW1(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "区 一.gpkg")
	out, err := app.ImportInto(context.Background(), gpkg.Projects{}, path, []string{writeFolder(t, tablesW1)}, app.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range out.Report.Faults {
		t.Error(f.String(domain.ZH))
	}
	if !out.Written {
		t.Fatal("nothing was imported")
	}
	return path
}

func TestAFailedFirstImportLeavesNoFile(t *testing.T) {
	dir := t.TempDir()
	files := map[string]string{"estates.geojson": estatesW1, "scores.csv": "round_id,estate_id,score\nr9,e1,60\n"}
	out, err := app.ImportInto(context.Background(), gpkg.Projects{}, filepath.Join(dir, "p.gpkg"), []string{writeFolder(t, files)}, app.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if out.Written || len(out.Report.Faults) != 1 || !strings.HasPrefix(out.Report.Faults[0].String(domain.ZH), "scores.csv:2: round_id: ") {
		t.Errorf("written %v, faults %v", out.Written, out.Report.Faults)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("files were left: %v", left)
	}
}

func TestAFailedLaterImportChangesNotAByte(t *testing.T) {
	path := importW1(t)
	before := sum(t, path)
	bad := writeFolder(t, map[string]string{"scores.csv": "round_id,estate_id,score\nr3,e1,99\nr3,e2,101\n"})
	out, err := app.ImportInto(context.Background(), gpkg.Projects{}, path, []string{bad}, app.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if out.Written || len(out.Report.Faults) != 1 {
		t.Errorf("written %v, faults %v", out.Written, out.Report.Faults)
	}
	if sum(t, path) != before {
		t.Error("the project file changed")
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("files beside the project: %v", left)
	}
}

func TestSkipBadTakesTheGoodRows(t *testing.T) {
	path := importW1(t)
	bad := writeFolder(t, map[string]string{"scores.csv": "round_id,estate_id,score\nr3,e1,99\nr3,e2,101\n"})
	out, err := app.ImportInto(context.Background(), gpkg.Projects{}, path, []string{bad}, app.ImportOptions{SkipBad: true})
	if err != nil || !out.Written || len(out.Report.Faults) != 1 {
		t.Fatalf("%v, %+v", err, out)
	}
	tables, err := app.LoadTables(context.Background(), gpkg.Projects{}, path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range tables.Scores {
		if s.RoundID == "r3" && (s.EstateID == "e1" && s.Score.Value.String() != "99" || s.EstateID == "e2" && s.Score.Value.String() != "90") {
			t.Errorf("%s has %s", s.EstateID, s.Score.Value)
		}
	}
}

func sum(t *testing.T, path string) [32]byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256(data)
}
