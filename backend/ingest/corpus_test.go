package ingest

import (
	"context"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/internal/corpus"
)

// readPaths reads paths and fails the test on an error.
func readPaths(t testing.TB, base *domain.Tables, opt Options, paths ...string) *Report {
	t.Helper()
	r, err := Read(context.Background(), paths, base, opt)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func lines(r *Report) string {
	var b strings.Builder
	for _, f := range r.Faults {
		fmt.Fprintln(&b, f.String(domain.EN))
	}
	for _, n := range r.Notes {
		fmt.Fprintln(&b, "note", n.String(domain.EN))
	}
	return b.String()
}

// manifest reads a manifest.csv as rows by heading.
func manifest(t *testing.T, dir string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "manifest.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, rec := range all[1:] {
		row := make(map[string]string)
		for i, h := range all[0] {
			row[h] = rec[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// TestGeoJSONCorpus imports every file of the corpus as estates and compares with its manifest.
func TestGeoJSONCorpus(t *testing.T) {
	dir := corpus.Dir(t, "geojson")
	rows := manifest(t, dir)
	good := 0
	for _, row := range rows {
		want := row["import_as_estates"]
		r := readPaths(t, nil, Options{}, filepath.Join(dir, row["file"]))
		ok := true
		switch {
		case strings.HasPrefix(want, "either"):
		case strings.HasPrefix(want, "accept 2"):
			ok = !r.Refused() && len(r.Put.Estates) == 2 && len(r.Notes) == 1
		case strings.HasPrefix(want, "accept (closed"):
			ok = !r.Refused() && len(r.Put.Estates) == 1 && len(r.Notes) == 1
		case strings.HasPrefix(want, "accept"):
			ok = !r.Refused() && len(r.Put.Estates) == 1
		case want == "refuse (no id)":
			ok = r.Refused() && strings.Contains(lines(r), "no id")
		case want == "refuse (not polygons)":
			ok = r.Refused() && (strings.Contains(lines(r), "must be a Polygon"))
		case want == "refuse":
			ok = r.Refused()
		default:
			t.Fatalf("%s: unknown expectation %q", row["file"], want)
		}
		if !ok {
			t.Errorf("%s: want %s, got:\n%s", row["file"], want, lines(r))
			continue
		}
		good++
	}
	t.Logf("%d of %d", good, len(rows))
}
