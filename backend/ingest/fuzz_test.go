package ingest

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/internal/fixture"
	"estateatlas/backend/spatial"
)

// seeds are the files of the shared corpora under a folder, where these are.
func seeds(pattern string) []string {
	var all []string
	root := os.Getenv("ESTATE_ATLAS_TESTDATA")
	for at := "."; root == "" && len(at) < 20; at = filepath.Join("..", at) {
		if _, err := os.Stat(filepath.Join(at, "shared", "testdata")); err == nil {
			root = filepath.Join(at, "shared", "testdata")
		}
	}
	files, _ := filepath.Glob(filepath.Join(root, pattern))
	for _, f := range files {
		if data, err := os.ReadFile(f); err == nil && len(data) < 5000 {
			all = append(all, string(data))
		}
	}
	return all
}

// FuzzGeoJSON: whatever a file holds, reading ends, what is taken is valid, faults lie in the file, and neither the size of
// the window nor a second reading changes anything.
func FuzzGeoJSON(f *testing.F) {
	f.Add(fixture.Dataset()["estates.geojson"])
	f.Add(fixture.Dataset()["water.geojson"])
	for _, pattern := range []string{"geojson/made/*", "geojson/postgis/*", "geojson/chrieke/*"} {
		for _, s := range seeds(pattern) {
			f.Add(s)
		}
	}
	f.Fuzz(func(t *testing.T, text string) {
		show := func(window int) string {
			imp, log := readEstates(t.Context(), text, window)
			var b strings.Builder
			last := strings.Count(text, "\n") + 1
			for _, fault := range log.faults {
				if fault.Row < 1 || fault.Row > last {
					t.Fatalf("line %d of %d: %s", fault.Row, last, fault.String(domain.EN))
				}
				fmt.Fprintln(&b, fault.String(domain.ZH))
			}
			for _, n := range log.notes {
				fmt.Fprintln(&b, n.String(domain.ZH))
			}
			for i, e := range imp.estates.data {
				if imp.estates.marks[i].bad {
					continue
				}
				if e.ID == "" || spatial.Check(e.Boundary) != nil || len(log.faults) > 0 && log.broken {
					t.Fatalf("taken: %+v", e)
				}
				fmt.Fprintf(&b, "%+v\n", e)
			}
			return b.String()
		}
		whole := show(firstWindow)
		if small := show(8); small != whole {
			t.Fatalf("through a small window:\n%s\nwhole:\n%s", small, whole)
		}
	})
}

// FuzzTable: whatever a CSV file holds, reading ends, faults lie in the file, and with --skip-bad the same faults are listed.
func FuzzTable(f *testing.F) {
	names := []string{"companies.csv", "agreements.csv", "scores.csv", "deductions.csv", "findings.csv", "enrolments.csv", "fund_uses.csv"}
	for i, name := range names {
		f.Add(i, fixture.Dataset()[name])
	}
	for _, s := range seeds("tables/*/scores.csv") {
		f.Add(2, s)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, which int, text string) {
		name := names[uint(which)%uint(len(names))]
		path := filepath.Join(dir, name)
		mustWrite(t, path, text)
		base := &domain.Tables{
			Estates: []domain.Estate{{ID: "e1"}, {ID: "e2"}, {ID: "e3"}}, Companies: []domain.Company{{ID: "c1"}, {ID: "c2"}},
			Rounds: []domain.Round{{ID: "r1"}, {ID: "r2"}},
		}
		strict, skip := readPaths(t, base, Options{}, path), readPaths(t, base, Options{SkipBad: true}, path)
		if fmt.Sprint(places(strict)) != fmt.Sprint(places(skip)) || strict.Refused() != (len(strict.Faults) > 0) || strict.Refused() && strict.Taken() > 0 {
			t.Fatalf("strict:\n%s\nskipping:\n%s", said(strict), said(skip))
		}
		last := strings.Count(text, "\n") + strings.Count(text, "\r") + strings.Count(text, "\x00") + 1
		for _, fault := range strict.Faults {
			if s := fault.String(domain.ZH); fault.Row < 1 || fault.Row > last || strings.Contains(s, "\n") {
				t.Fatalf("line %d of %d: %s", fault.Row, last, s)
			}
		}
	})
}

// FuzzSettings: what is taken is what the program takes as settings.
func FuzzSettings(f *testing.F) {
	f.Add(fixture.Dataset()["settings.json"])
	f.Add(`{"phase_out": {"2026": 0.8}, "hotspot_kinds": ["routine"]}`)
	for _, s := range seeds("tables/*/settings.json") {
		f.Add(s)
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(dir, "settings.json")
		mustWrite(t, path, text)
		for name, value := range readPaths(t, nil, Options{SkipBad: true}, path).Put.Settings {
			if err := domain.CheckSetting(name, []byte(value)); err != nil {
				t.Fatal(err)
			}
		}
	})
}
