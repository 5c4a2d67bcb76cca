package ingest

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/internal/fixture"
)

// readPaths reads paths and fails the test on an error.
func readPaths(tb testing.TB, base *domain.Tables, opt Options, paths ...string) *Report {
	tb.Helper()
	r, err := Read(context.Background(), paths, base, opt)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// readFiles reads a folder of the files given.
func readFiles(tb testing.TB, base *domain.Tables, opt Options, files map[string]string) *Report {
	tb.Helper()
	return readPaths(tb, base, opt, fixture.Write(tb, files))
}

// readFile reads one file of the given name.
func readFile(tb testing.TB, base *domain.Tables, opt Options, name, content string) *Report {
	tb.Helper()
	return readPaths(tb, base, opt, filepath.Join(fixture.Write(tb, map[string]string{name: content}), name))
}

// district is the small district of package fixture as a project.
func district(tb testing.TB) *domain.Tables {
	tb.Helper()
	r := readFiles(tb, nil, Options{}, fixture.Dataset())
	if r.Refused() {
		tb.Fatalf("the fixture has faults:\n%s", said(r))
	}
	return &r.Put
}

// with returns the fixture's files with some of them replaced or, if empty, taken out.
func with(over map[string]string) map[string]string {
	files := fixture.Dataset()
	maps.Copy(files, over)
	for name, content := range over {
		if content == "" {
			delete(files, name)
		}
	}
	return files
}

// said is everything that a report says, a line each, in English.
func said(r *Report) string {
	var b strings.Builder
	for _, f := range r.Faults {
		fmt.Fprintln(&b, f.String(domain.EN))
	}
	for _, n := range r.Notes {
		fmt.Fprintln(&b, "note", n.String(domain.EN))
	}
	return b.String()
}

// places are the faults without their sentences: file:row: column.
func places(r *Report) []string {
	var all []string
	for _, f := range r.Faults {
		all = append(all, fmt.Sprintf("%s:%d: %s", f.File, f.Row, f.Column))
	}
	return all
}

// notes are the notes in the same form.
func notes(r *Report) []string {
	var all []string
	for _, n := range r.Notes {
		all = append(all, fmt.Sprintf("%s:%d: %s", n.File, n.Row, n.Column))
	}
	return all
}

func mustWrite(tb testing.TB, path, content string) {
	tb.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		tb.Fatal(err)
	}
}
