// Package corpus finds the shared test corpora (real polygons, geometry suites, good and bad files). They have licences of
// their own and are never copied into the project; where they are absent the tests that need them are skipped.
package corpus

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// Env names the environment variable that points at the corpora.
const Env = "ESTATE_ATLAS_TESTDATA"

// Dir returns the folder name of the corpora, or skips the test.
func Dir(t testing.TB, name string) string {
	t.Helper()
	if root := os.Getenv(Env); root != "" {
		dir := filepath.Join(root, name)
		if _, err := os.Stat(dir); err != nil {
			t.Fatalf("%s is set, but: %v", Env, err)
		}
		return dir
	}
	dir, ok := Find(name)
	if !ok {
		t.Skipf("the shared test corpus %q is not here: set %s or put shared/testdata beside the project", name, Env)
	}
	return dir
}

// Rows reads a CSV file with a heading, such as a manifest: the cells of each row by the name of their column.
func Rows(t testing.TB, path string) []map[string]string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := csv.NewReader(file).ReadAll()
	if err := errors.Join(err, file.Close()); err != nil {
		t.Fatal(err)
	}
	if len(lines) == 0 {
		t.Fatalf("%s is empty", path)
	}
	rows := make([]map[string]string, len(lines)-1)
	for i, line := range lines[1:] {
		rows[i] = make(map[string]string, len(line))
		for k, name := range lines[0] {
			rows[i][name] = line[k]
		}
	}
	return rows
}

// Find returns the folder name of the corpora if it is there: for seeds of fuzz targets, which do without.
func Find(name string) (string, bool) {
	if root := os.Getenv(Env); root != "" {
		dir := filepath.Join(root, name)
		_, err := os.Stat(dir)
		return dir, err == nil
	}
	at, err := os.Getwd()
	if err != nil {
		return "", false
	}
	for {
		dir := filepath.Join(at, "shared", "testdata", name)
		if _, err := os.Stat(dir); err == nil {
			return dir, true
		}
		up := filepath.Dir(at)
		if up == at {
			return "", false
		}
		at = up
	}
}
