package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExportWritesWhatTheEndingSays(t *testing.T) {
	dir := t.TempDir()
	project := filepath.Join(dir, "p.gpkg")
	expect(t, 0, "demo", project)
	for _, what := range []string{
		"estates", "ranking", "measures", "assignment", "overview", "companies", "subdistricts", "withholdings", "funds", "findings", "decisions",
		"ledger", "matrix", "payable", "interviews", "level3", "eligibility", "quality", "audit",
	} {
		for ending, begins := range map[string]string{".csv": "\ufeff", ".xlsx": "PK\x03\x04"} {
			out := filepath.Join(dir, what+ending)
			stdout, stderr := expect(t, 0, "export", project, "--what", what, "--out", out)
			if data, err := os.ReadFile(out); err != nil || !bytes.HasPrefix(data, []byte(begins)) || stdout+stderr != "" {
				t.Errorf("%s%s: %v, %.20q, says %s%s", what, ending, err, data, stdout, stderr)
			}
		}
	}
	out := filepath.Join(dir, "e.GeoJSON")
	expect(t, 0, "export", project, "--what", "estates", "--out", out)
	// What was exported for people can be read in again.
	expect(t, 0, "import", filepath.Join(dir, "again.gpkg"), out)
	for _, name := range []string{"companies.csv", "companies.xlsx", "findings.csv", "findings.xlsx"} {
		expect(t, 0, "import", project, filepath.Join(dir, name))
	}
}

func TestExportOfAnEarlierDayAndRound(t *testing.T) {
	dir := t.TempDir()
	project, out := filepath.Join(dir, "p.gpkg"), filepath.Join(dir, "a.csv")
	expect(t, 0, "demo", project)
	first := func(args ...string) string {
		expect(t, 0, append([]string{"export", project, "--what", "withholdings", "--out", out}, args...)...)
		data, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	latest, early := first(), first("--as-of", "2025-02-28")
	if len(early) >= len(latest) || !strings.Contains(latest, "2026-") || strings.Contains(early, "2026-") {
		t.Errorf("as of February 2025 there are %d bytes of %d", len(early), len(latest))
	}
	if english := first("--lang", "en"); !strings.Contains(strings.SplitN(english, "\n", 2)[0], "Amount") {
		t.Errorf("not English: %.80s", english)
	}
}

func TestExportRefusesWhatDoesNotGoTogether(t *testing.T) {
	dir := t.TempDir()
	project := filepath.Join(dir, "p.gpkg")
	expect(t, 0, "demo", project)
	to := func(name string) string { return filepath.Join(dir, name) }
	before, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		status int
		says   string
		args   []string
	}{
		"nothing said":              {2, "--what", []string{"--out", to("a.csv")}},
		"an unknown thing":          {2, "withholdings", []string{"--what", "salaries", "--out", to("a.csv")}},
		"the list of the screen":    {2, "ranking", []string{"--what", "table", "--out", to("a.csv")}},
		"no ending":                 {2, "ending", []string{"--what", "ranking", "--out", to("a")}},
		"a ranking as a map":        {2, ".xlsx, .csv", []string{"--what", "ranking", "--out", to("a.pdf")}},
		"a map as a table":          {2, ".pdf, .png", []string{"--what", "map", "--out", to("a.xlsx")}},
		"a ranking as geometry":     {2, ".xlsx, .csv", []string{"--what", "ranking", "--out", to("a.geojson")}},
		"an atlas as a picture":     {2, ".pdf", []string{"--what", "atlas", "--out", to("a.png")}},
		"a meeting as a picture":    {2, ".pdf, .pptx", []string{"--what", "meeting", "--out", to("a.png")}},
		"paper for a table":         {2, "map, atlas", []string{"--what", "ranking", "--out", to("a.csv"), "--paper", "A3"}},
		"paper for a picture":       {2, ".pdf", []string{"--what", "map", "--out", to("a.png"), "--paper", "A3"}},
		"pixels for paper":          {2, ".png", []string{"--what", "map", "--out", to("a.pdf"), "--width", "1920"}},
		"a wall":                    {2, "3840", []string{"--what", "map", "--out", to("a.png"), "--width", "100000"}},
		"a paper that is not":       {2, "A4", []string{"--what", "map", "--out", to("a.pdf"), "--paper", "A0"}},
		"a method without a number": {2, "--colour", []string{"--what", "map", "--out", to("a.pdf"), "--method", "equal"}},
		"a method for companies":    {2, "--colour", []string{"--what", "map", "--out", to("a.pdf"), "--colour", "company", "--method", "equal"}},
		"a method that is not":      {2, "quantile", []string{"--what", "map", "--out", to("a.pdf"), "--colour", "score", "--method", "best"}},
		"too many classes":          {2, "2 to 9", []string{"--what", "map", "--out", to("a.pdf"), "--colour", "score", "--classes", "12"}},
		"an extent of an atlas":     {2, "--what map", []string{"--what", "atlas", "--out", to("a.pdf"), "--extent", "117,39,118,40"}},
		"an extent of three":        {2, "--extent", []string{"--what", "map", "--out", to("a.pdf"), "--extent", "117,39,118"}},
		"an extent turned over":     {2, "west, south", []string{"--what", "map", "--out", to("a.pdf"), "--extent", "118,39,117,40"}},
		"an extent of nothing":      {2, "west, south", []string{"--what", "map", "--out", to("a.pdf"), "--extent", "NaN,NaN,NaN,NaN"}},
		"an atlas over a base map":  {2, "--what map", []string{"--what", "atlas", "--out", to("a.pdf"), "--basemap", "x.mbtiles"}},
		"a base map that is not":    {1, "gone.mbtiles", []string{"--what", "map", "--out", to("a.pdf"), "--basemap", to("gone.mbtiles")}},
		"a window for ranks":        {2, "--colour gi", []string{"--what", "map", "--out", to("a.pdf"), "--window", "6"}},
		"a window for a ranking":    {2, "rectification", []string{"--what", "ranking", "--out", to("a.csv"), "--window", "6"}},
		"a window before now":       {2, "≥ 1", []string{"--what", "rectification", "--out", to("a.csv"), "--window=-1"}},
		"a band of nothing":         {2, "metres", []string{"--what", "rectification", "--out", to("a.csv"), "--band", "NaN"}},
		"estates of a map":          {2, "atlas", []string{"--what", "map", "--out", to("a.pdf"), "--estates", "01-001"}},
		"a day and a round":         {2, "not both", []string{"--what", "ranking", "--out", to("a.csv"), "--as-of", "2026-01-31", "--round", "x"}},
		"a day that is not":         {2, "YYYY-MM-DD", []string{"--what", "ranking", "--out", to("a.csv"), "--as-of", "2026-02-30"}},
		"a round that is not":       {1, "no sanitary inspection round x", []string{"--what", "ranking", "--out", to("a.csv"), "--round", "x"}},
		"before the first round":    {1, "no sanitary inspection round up to", []string{"--what", "ranking", "--out", to("a.csv"), "--as-of", "2001-01-01"}},
		"an estate that is not":     {1, "no estate none", []string{"--what", "atlas", "--out", to("a.pdf"), "--estates", "01-001,none"}},
		"a folder that is not":      {1, "cannot be written", []string{"--what", "ranking", "--out", to("none/a.csv")}},
		"over a folder":             {1, "cannot be written", []string{"--what", "ranking", "--out", to("folder.csv")}},
	} {
		t.Run(name, func(t *testing.T) {
			folder := to("folder.csv")
			if err := os.MkdirAll(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			_, stderr := expect(t, c.status, append([]string{"export", project, "--lang", "en"}, c.args...)...)
			if !strings.Contains(stderr, c.says) {
				t.Errorf("it says %q, not %q", stderr, c.says)
			}
			if err := os.Remove(folder); err != nil {
				t.Fatal(err)
			}
		})
	}
	if after, err := os.ReadDir(dir); err != nil || len(after) != len(before) {
		t.Errorf("%d files before, now %v (%v)", len(before), after, err)
	}
	expect(t, 1, "export", to("none.gpkg"), "--what", "ranking", "--out", to("a.csv"))
}

func TestAnExportThatFailsLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	project, out := filepath.Join(dir, "p.gpkg"), filepath.Join(dir, "a.csv")
	expect(t, 0, "demo", project)
	if err := os.WriteFile(out, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	expect(t, 1, "export", project, "--what", "ranking", "--out", out, "--as-of", "2001-01-01")
	if data, err := os.ReadFile(out); err != nil || string(data) != "old" {
		t.Errorf("%q %v", data, err)
	}
}

func TestExportDrawsMapsAndMeetingDocuments(t *testing.T) {
	dir := t.TempDir()
	project := filepath.Join(dir, "p.gpkg")
	expect(t, 0, "demo", project, "--estates", "60")
	for name, c := range map[string]struct {
		begins string
		args   []string
	}{
		"map.pdf":      {"%PDF-", []string{"--paper", "A3", "--portrait", "--colour", "company", "--proxies"}},
		"map.png":      {"\x89PNG", []string{"--width", "800", "--colour", "score", "--method", "natural", "--classes", "4", "--lang", "en"}},
		"atlas.pdf":    {"%PDF-", nil},
		"meeting.pdf":  {"%PDF-", nil},
		"meeting.pptx": {"PK\x03\x04", nil},
	} {
		out := filepath.Join(dir, name)
		what, _, _ := strings.Cut(name, ".")
		expect(t, 0, append([]string{"export", project, "--what", what, "--out", out}, c.args...)...)
		if data, err := os.ReadFile(out); err != nil || !bytes.HasPrefix(data, []byte(c.begins)) || len(data) < 10_000 {
			t.Errorf("%s: %v, %d bytes, begins %.8q", name, err, len(data), data)
		}
	}
}

// TestTheRectificationListTakesTheWindowOfHotspots: the same rows as `hotspots` for the same window.
func TestTheRectificationListTakesTheWindowOfHotspots(t *testing.T) {
	dir := t.TempDir()
	project := filepath.Join(dir, "p.gpkg")
	expect(t, 0, "demo", project, "--estates", "60")
	rows := func(name string) int {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Count(data, []byte("\n")) - 1
	}
	var all []int
	for _, window := range []string{"2", "6"} {
		expect(t, 0, "export", project, "--what", "rectification", "--window", window, "--band", "400", "--out", filepath.Join(dir, "list.csv"))
		expect(t, 0, "hotspots", project, "--as-of", "2026-11-19", "--window", window, "--machine", "--out", filepath.Join(dir, "spots.csv"))
		if rows("list.csv") != rows("spots.csv") || rows("list.csv") < 10 {
			t.Errorf("window %s: %d rows on the list, %d of hotspots", window, rows("list.csv"), rows("spots.csv"))
		}
		all = append(all, rows("list.csv"))
	}
	if all[0] == all[1] {
		t.Errorf("the window makes no difference: %v rows", all)
	}
}
