package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// hotspotFile runs the command on the demo district and returns what is in the file.
func hotspotFile(t *testing.T, project, name string, args ...string) (text, stdout string) {
	t.Helper()
	out := filepath.Join(t.TempDir(), name)
	stdout, _ = expect(t, 0, append([]string{"hotspots", project, "--as-of", "2026-11-30", "--out", out}, args...)...)
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(b), stdout
}

func TestHotspotsOfTheDemoDistrict(t *testing.T) {
	project := filepath.Join(t.TempDir(), "demo.gpkg")
	expect(t, 0, "demo", project)

	text, log := hotspotFile(t, project, "list.csv", "--machine", "--all")
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if head := strings.Join(rows[0], ","); head != "estate_id,item,occurrences,scored_rounds,frequent,prone,burden,gi_z,gi_p,gi_class" {
		t.Errorf("heading %s", head)
	}
	listed, others, seen := 0, 0, map[string]bool{}
	for i, r := range rows[1:] {
		if i > 0 && rows[i][0]+rows[i][1] >= r[0]+r[1] {
			t.Errorf("row %d is out of order: %v", i, r)
		}
		seen[r[0]] = true
		if r[1] == "" {
			others++
			continue
		}
		listed++
		n, _ := strconv.Atoi(r[2])
		rounds, _ := strconv.Atoi(r[3])
		if r[4] != "true" && r[5] != "true" || r[4] == "true" && n < 3 || r[5] == "true" && 2*n < rounds {
			t.Errorf("row %v", r)
		}
		if _, digits, _ := strings.Cut(r[6], "."); len(digits) != 6 {
			t.Errorf("burden %s", r[6])
		}
	}
	if listed == 0 || others == 0 || len(seen) < 300 {
		t.Errorf("%d listed, %d others, %d estates", listed, others, len(seen))
	}
	if strings.Count(log, "\n") < 3 {
		t.Errorf("decisions: %s", log)
	}

	text, _ = hotspotFile(t, project, "list.geojson")
	var points struct {
		Features []struct {
			Geometry *struct{ Type string }
		}
	}
	if err := json.Unmarshal([]byte(text), &points); err != nil || len(points.Features) != listed {
		t.Errorf("%v, %d points for %d rows", err, len(points.Features), listed)
	}
	text, _ = hotspotFile(t, project, "list.xlsx")
	book, err := excelize.OpenReader(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	cells, err := book.GetRows(book.GetSheetName(0))
	if err != nil || len(cells) != listed+1 || cells[0][0] != "街道" {
		t.Errorf("%v, %d rows for %d", err, len(cells), listed)
	}
	text, _ = hotspotFile(t, project, "清单.csv", "--lang", "en")
	if !strings.HasPrefix(text, "\ufeffSubdistrict,") || strings.Count(text, "\n") != listed+1 {
		t.Errorf("%.80s", text)
	}
}

func TestWhatCannotBeAskedOfHotspots(t *testing.T) {
	project := filepath.Join(t.TempDir(), "demo.gpkg")
	expect(t, 0, "demo", project, "--estates", "200")
	for _, args := range [][]string{
		{"--out", "x.pdf"}, {"--out", "x.xlsx", "--machine"}, {"--out", "x.csv", "--window", "0"}, {"--out", "x.csv", "--band", "-1"}, {},
	} {
		expect(t, 2, append([]string{"hotspots", project, "--as-of", "2026-11-30"}, args...)...)
	}
	expect(t, 1, "hotspots", filepath.Join(t.TempDir(), "none.gpkg"), "--as-of", "2026-11-30", "--out", filepath.Join(t.TempDir(), "x.csv"))
}
