package app_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/gpkg"
	"estateatlas/backend/ingest"
)

func TestAMapSaysThatCoordinatesWereTurnedBackUntilTheImportIs(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	data, project := filepath.Join(folder, "地块.geojson"), filepath.Join(folder, "p.gpkg")
	text := `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"e1","name":"光华里"},
"geometry":{"type":"Polygon","coordinates":[[[117.2,39.1],[117.201,39.1],[117.201,39.101],[117.2,39.101],[117.2,39.1]]]}}]}`
	if err := os.WriteFile(data, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	read := func(d ingest.Datum) *app.Imported {
		done, err := app.ImportInto(context.Background(), gpkg.Projects{}, project, []string{data}, app.ImportOptions{Shapes: ingest.ShapeOptions{Datum: d}})
		return must(t, done, err)
	}
	if done := read(ingest.DatumNone); !done.Written {
		t.Fatalf("not written: %+v", done.Report.Faults)
	}
	if done := read(ingest.DatumGCJ02); !done.Written {
		t.Fatalf("not written: %+v", done.Report.Faults)
	}
	a := open(t, project)
	said := func() []string {
		d, err := a.District()
		return must(t, d, err).Shifted
	}
	if got := said(); !slices.Equal(got, []string{"gcj02"}) {
		t.Errorf("after the import: %q", got)
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if got := said(); got == nil || len(got) != 0 {
		t.Errorf("after it was undone: %q", got)
	}
	if _, err := a.Redo(); err != nil {
		t.Fatal(err)
	}
	if got := said(); !slices.Equal(got, []string{"gcj02"}) {
		t.Errorf("after it was done again: %q", got)
	}
}
