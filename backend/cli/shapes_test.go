package cli_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
	"estateatlas/backend/internal/corpus"
)

// estatesOf is how many estates a project holds, as info counts them.
func estatesOf(t *testing.T, project string) string {
	t.Helper()
	out, _ := expect(t, 0, "info", project, "--lang", "en")
	for line := range strings.Lines(out) {
		if strings.Contains(line, "estates") {
			return strings.TrimSpace(line)
		}
	}
	t.Fatalf("no estates in\n%s", out)
	return ""
}

func TestDrawingsAreImportedBesideTablesInOneGo(t *testing.T) {
	dir := corpus.Dir(t, "formats")
	project := filepath.Join(t.TempDir(), "p.gpkg")
	out, _ := expect(t, 0, "import", project, filepath.Join(dir, "shp_made", "yichang_4525_gbk_nocpg.shp"), "--lang", "en")
	for _, says := range []string{"GBK", "zone number 37", "400 rows"} {
		if !strings.Contains(out, says) {
			t.Errorf("nothing of %q in\n%s", says, out)
		}
	}
	before := estatesOf(t, project)
	// One bad file, and nothing of the good one is taken.
	_, errs := expect(t, 1, "import", project, filepath.Join(dir, "kml", "yichang_residential100.kml"), filepath.Join(dir, "shp", "estate_points_4548.shp"), "--lang", "en")
	if !strings.Contains(errs, "estate_points_4548.shp:1: geometry: ") || estatesOf(t, project) != before {
		t.Errorf("%s\n%s", errs, estatesOf(t, project))
	}
	expect(t, 0, "import", project, filepath.Join(dir, "kml", "yichang_residential100.kml"), filepath.Join(dir, "shp", "estate_points_4548.shp"), "--skip-bad")
}

func TestAnotherProjectIsDataAndTheProjectItselfIsNot(t *testing.T) {
	dir := t.TempDir()
	a, b := filepath.Join(dir, "a.gpkg"), filepath.Join(dir, "b.gpkg")
	expect(t, 0, "demo", a)
	was, err := os.ReadFile(a)
	if err != nil {
		t.Fatal(err)
	}
	if _, errs := expect(t, 1, "import", a, a, "--lang", "en"); !strings.Contains(errs, "the project file itself") {
		t.Error(errs)
	}
	if out, _ := expect(t, 0, "import", b, a, "--lang", "en"); !strings.Contains(out, "another project") || !strings.Contains(out, "a.gpkg: 420 rows") {
		t.Error(out)
	}
	if now, err := os.ReadFile(a); err != nil || string(now) != string(was) {
		t.Error("the project that was read has changed", err)
	}
	// Amounts, dates, exits and boundaries are the same in both.
	theirs := estatesIn(t, b)
	for i, e := range estatesIn(t, a) {
		theirs[i].FID = e.FID
		if !reflect.DeepEqual(e, theirs[i]) {
			t.Errorf("%+v\n%+v", e, theirs[i])
		}
	}
}

// estatesIn are the estates of a project.
func estatesIn(t *testing.T, path string) []domain.Estate {
	t.Helper()
	store, err := gpkg.Projects{}.Open(t.Context(), path, true)
	if err != nil {
		t.Fatal(err)
	}
	tables, err := store.Load(t.Context())
	if err := errors.Join(err, store.Close()); err != nil {
		t.Fatal(err)
	}
	return tables.Estates
}

func TestShapeOptionsThatMeanNothingAreWrongUsage(t *testing.T) {
	project := filepath.Join(t.TempDir(), "p.gpkg")
	for _, flag := range []string{"--crs=EPSG:2382", "--crs=here", "--datum=mars", "--encoding=klingon"} {
		if _, errs := expect(t, 2, "import", project, "a.shp", flag); errs == "" {
			t.Errorf("%s: no reason was given", flag)
		}
	}
}
