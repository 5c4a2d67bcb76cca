package cli_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"estateatlas/backend/cli"
	"estateatlas/backend/gpkg"
)

// run runs a command line and returns its exit status and what it printed.
func run(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	p := cli.Program{Projects: gpkg.Projects{}, Assets: fs.FS(fstest.MapFS{}), Stdout: &out, Stderr: &errs}
	status = p.Run(args)
	return status, out.String(), errs.String()
}

// expect runs a command line that shall end with a status.
func expect(t *testing.T, status int, args ...string) (stdout, stderr string) {
	t.Helper()
	got, stdout, stderr := run(args...)
	if got != status {
		t.Fatalf("%s: exit status %d, want %d\n%s%s", strings.Join(args, " "), got, status, stdout, stderr)
	}
	return stdout, stderr
}

func TestExitStatus(t *testing.T) {
	dir := t.TempDir()
	project := filepath.Join(dir, "p.gpkg")
	expect(t, 0, "demo", project)
	for name, c := range map[string]struct {
		status int
		args   []string
	}{
		"help":                        {0, []string{"--help"}},
		"help of a command":           {0, []string{"import", "--help"}},
		"version":                     {0, []string{"--version"}},
		"nothing, without a window":   {2, nil},
		"unknown command":             {2, []string{"frobnicate"}},
		"unknown flag":                {2, []string{"info", project, "--frob"}},
		"no source":                   {2, []string{"import", project}},
		"no date":                     {2, []string{"evaluate", project, "--out", dir}},
		"a date that is not":          {2, []string{"evaluate", project, "--as-of", "2026-02-30", "--out", dir}},
		"a scope that is not":         {2, []string{"assign", project, "--as-of", "2026-03-31", "--within", "city"}},
		"a distance below zero":       {2, []string{"assign", project, "--as-of", "2026-03-31", "--max-distance=-1"}},
		"a language that is not":      {2, []string{"info", project, "--lang", "fr"}},
		"no window in this build":     {2, []string{"open", project}},
		"a project that is not there": {1, []string{"info", filepath.Join(dir, "none.gpkg")}},
		"evaluate what is not there":  {1, []string{"evaluate", filepath.Join(dir, "none.gpkg"), "--as-of", "2026-03-31", "--out", dir}},
		"a source that is not there":  {1, []string{"import", filepath.Join(dir, "new.gpkg"), filepath.Join(dir, "none")}},
		"a demo over a project":       {1, []string{"demo", project}},
		"info":                        {0, []string{"info", project}},
		"flags before and after":      {0, []string{"evaluate", "--as-of", "2026-03-31", project, "--machine", "--out", filepath.Join(dir, "out")}},
	} {
		t.Run(name, func(t *testing.T) {
			_, stderr := expect(t, c.status, c.args...)
			if c.status != 0 && stderr == "" {
				t.Error("no reason was given")
			}
		})
	}
	if _, err := os.Stat(filepath.Join(dir, "new.gpkg")); err == nil {
		t.Error("a refused import left a project file")
	}
	if _, err := os.Stat(filepath.Join(dir, "none.gpkg")); err == nil {
		t.Error("a command other than import and demo made a project file")
	}
}

func TestMessagesInTwoLanguages(t *testing.T) {
	none := filepath.Join(t.TempDir(), "none.gpkg")
	if _, stderr := expect(t, 1, "info", none); !strings.ContainsAny(stderr, "没不无") {
		t.Errorf("not Chinese: %s", stderr)
	}
	if _, stderr := expect(t, 1, "info", none, "--lang", "en"); strings.ContainsAny(stderr, "没不无") || stderr == "" {
		t.Errorf("not English: %s", stderr)
	}
}

func TestEachFaultIsOneLineOnStandardError(t *testing.T) {
	dir := t.TempDir()
	project := filepath.Join(dir, "p.gpkg")
	expect(t, 0, "demo", project)
	scores := filepath.Join(dir, "scores.csv")
	if err := os.WriteFile(scores, []byte("round_id,estate_id,score\nnone,none,101\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, stderr := expect(t, 1, "import", project, scores, "--lang", "en")
	lines := strings.Split(strings.TrimSpace(stderr), "\n")
	if len(lines) != 3 {
		t.Fatalf("%d lines, want one for each of 3 faults:\n%s", len(lines), stderr)
	}
	for i, column := range []string{"round_id", "estate_id", "score"} {
		if !strings.HasPrefix(lines[i], "scores.csv:2: "+column+": ") {
			t.Errorf("line %d: %s", i, lines[i])
		}
	}
}

func TestADatasetFolderOfTheDemoMakesTheSameResults(t *testing.T) {
	dir := t.TempDir()
	made, imported := filepath.Join(dir, "made.gpkg"), filepath.Join(dir, "imported.gpkg")
	expect(t, 0, "demo", made)
	expect(t, 0, "demo", filepath.Join(dir, "folder"))
	expect(t, 0, "import", imported, filepath.Join(dir, "folder"))
	for _, project := range []string{made, imported} {
		expect(t, 0, "evaluate", project, "--as-of", "2026-06-30", "--machine", "--out", project+".out")
	}
	for _, name := range []string{"rankings.csv", "results.csv", "withholdings.csv", "funds.csv", "eligibility.csv", "states.csv"} {
		a, err1 := os.ReadFile(filepath.Join(made+".out", name))
		b, err2 := os.ReadFile(filepath.Join(imported+".out", name))
		if err1 != nil || err2 != nil || !bytes.Equal(a, b) || len(a) == 0 {
			t.Errorf("%s differs: %v %v", name, err1, err2)
		}
	}
}

func TestKeptLinksStandInTheProjectAsALayer(t *testing.T) {
	project := filepath.Join(t.TempDir(), "p.gpkg")
	expect(t, 0, "demo", project)
	count := func() string {
		stdout, _ := expect(t, 0, "info", project, "--lang", "en")
		for line := range strings.Lines(stdout) {
			if f := strings.Fields(line); len(f) > 1 && f[0] == "assignments" {
				return f[1]
			}
		}
		return "none"
	}
	before := count()
	rows, _ := expect(t, 0, "assign", project, "--as-of", "2025-03-01", "--machine")
	if count() != before || before == "0" {
		t.Fatalf("%s links of the demo, %s after an assignment that is not kept", before, count())
	}
	expect(t, 0, "assign", project, "--as-of", "2025-03-01", "--machine", "--keep")
	if want := strconv.Itoa(strings.Count(rows, "\n") - 1); count() != want || want == before {
		t.Errorf("%s links are kept, want %s; before %s", count(), want, before)
	}
}

func TestTimingIsTheLastLineOfStandardError(t *testing.T) {
	project := filepath.Join(t.TempDir(), "p.gpkg")
	expect(t, 0, "demo", project)
	stdout, stderr := expect(t, 0, "assign", project, "--as-of", "2026-06-30", "--machine", "--timing")
	lines := strings.Split(strings.TrimSpace(stderr), "\n")
	var timing map[string]float64
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &timing); err != nil {
		t.Fatalf("%v in %q", err, stderr)
	}
	for _, key := range []string{"load_s", "index_s", "query_s", "write_s", "peak_rss_mb"} {
		if _, ok := timing[key]; !ok {
			t.Errorf("%s is missing in %v", key, timing)
		}
	}
	if !strings.HasPrefix(stdout, "estate_id,status,host_id,company_id,distance_m,reason\n") {
		t.Errorf("heading: %.80s", stdout)
	}
}
