package ingest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/internal/fixture"
)

func TestFolder(t *testing.T) {
	dir := fixture.Write(t, with(map[string]string{
		"readme.txt": "x", "得分.csv": "x", "other.geojson": "{}", "汇总.xlsx": "x", ".hidden": "x", ".scores.csv": "x", "~$scores.xlsx": "x",
	}))
	if err := os.Mkdir(filepath.Join(dir, "old"), 0o700); err != nil {
		t.Fatal(err)
	}
	mustWrite(t, filepath.Join(dir, "old", "scores.csv"), "broken\n")
	r := readPaths(t, nil, Options{}, dir)
	var left []string
	for _, n := range r.Notes {
		if n.Column == wholeFile {
			left = append(left, n.File)
		}
	}
	want := []string{"old", "other.geojson", "readme.txt", "~$scores.xlsx", "得分.csv", "汇总.xlsx"}
	if slices.Sort(left); !slices.Equal(left, want) || r.Refused() {
		t.Errorf("left %v\n%s", left, said(r))
	}
}

// Any file may be missing but estates.geojson, and that too when the project has estates.
func TestFolderWithoutEstates(t *testing.T) {
	files := with(map[string]string{"estates.geojson": ""})
	if r := readFiles(t, nil, Options{}, files); !slices.Equal(places(r), []string{"estates.geojson:1: -"}) {
		t.Error(said(r))
	}
	if r := readFiles(t, district(t), Options{}, files); r.Refused() {
		t.Error(said(r))
	}
	for _, name := range slices.Sorted(keysOf(fixture.Dataset())) {
		if name == "estates.geojson" {
			continue
		}
		if r := readFiles(t, district(t), Options{}, with(map[string]string{name: ""})); r.Refused() {
			t.Errorf("without %s: %s", name, said(r))
		}
	}
	// The estates may come beside the folder.
	estates := filepath.Join(fixture.Write(t, map[string]string{"小区.json": fixture.Dataset()["estates.geojson"]}), "小区.json")
	if r := readPaths(t, nil, Options{}, fixture.Write(t, files), estates); r.Refused() || len(r.Put.Estates) != 5 {
		t.Error(said(r))
	}
	// A single file of a new project needs none.
	if r := readFile(t, nil, Options{}, "companies.csv", "id,name\nc1,a\n"); r.Refused() {
		t.Error(said(r))
	}
}

func keysOf(m map[string]string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// A single file is taken by its base name; any other .geojson or .json is estates; the rest is refused.
func TestSingleFiles(t *testing.T) {
	estates := collectionOf(feature(`"id":"a"`, polygon(square)))
	for name, table := range map[string]string{
		"estates.geojson": "estates.geojson", "我的小区.geojson": "estates.geojson", "x.JSON": "estates.geojson", "water.json": "estates.geojson",
		"Water.geojson": "water.geojson", "roads.geojson": "roads.geojson", "subdistricts.geojson": "subdistricts.geojson",
	} {
		r := readFile(t, nil, Options{}, name, estates)
		if r.Refused() || len(r.Tables) != 1 || r.Tables[0] != (Count{table, 1, 1}) || r.Files[0].Name != name {
			t.Errorf("%s: %+v %s", name, r.Tables, said(r))
		}
	}
	for _, name := range []string{"scores.xlsx", "scores.txt", "得分.csv", "estates", "estates.geojson.bak", "a.shp"} {
		r := readFile(t, nil, Options{}, name, estates)
		if !r.Refused() || !slices.Equal(places(r), []string{name + ":1: -"}) {
			t.Errorf("%s: %s", name, said(r))
		}
	}
}

// What is no readable file is named, and does not keep the others from being read and reported.
func TestUnreadable(t *testing.T) {
	dir := fixture.Write(t, with(map[string]string{"scores.csv": "", "rounds.csv": "", "items.csv": "code\nX\n"}))
	if err := os.Mkdir(filepath.Join(dir, "scores.csv"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("rounds.csv", filepath.Join(dir, "rounds.csv")); err != nil {
		t.Skip("no symbolic links here")
	}
	r := readPaths(t, nil, Options{}, dir, filepath.Join(dir, "no such folder"))
	want := []string{"items.csv:1: responsible", "rounds.csv:1: -", "scores.csv:1: -"}
	var got []string
	for _, p := range places(r) {
		if strings.HasPrefix(p, "items") || strings.HasPrefix(p, "rounds") || strings.HasPrefix(p, "scores") {
			got = append(got, p)
		}
	}
	if !slices.Equal(got, want) || !slices.Contains(places(r), "no such folder:1: -") {
		t.Error(said(r))
	}
	if err := os.Symlink(os.DevNull, filepath.Join(dir, "findings.csv.json")); err == nil {
		r := readPaths(t, nil, Options{}, filepath.Join(dir, "findings.csv.json"))
		if !strings.Contains(said(r), "not a regular file") {
			t.Errorf("a device was read: %s", said(r))
		}
	}
	if r := readPaths(t, nil, Options{}, t.TempDir()); !r.Refused() {
		t.Error("an empty folder was taken")
	}
}

func TestSameFileTwice(t *testing.T) {
	dir := fixture.Write(t, fixture.Dataset())
	r := readPaths(t, nil, Options{}, dir, filepath.Join(dir, "scores.csv"))
	if !slices.Equal(places(r), []string{"scores.csv:1: -"}) {
		t.Error(said(r))
	}
}

// Values from a file cannot break the line of a fault or turn its direction.
func TestFaultsAreOneLine(t *testing.T) {
	r := readFile(t, district(t), Options{}, "scores.csv", "round_id,estate_id,score\n\"r1\nx\",e1,\"9\u202e\n5\"\nr1,"+strings.Repeat("长", 500)+",1\n")
	for _, f := range r.Faults {
		s := f.String(domain.ZH)
		if strings.ContainsAny(s, "\n\u202e") || len([]rune(s)) > 400 {
			t.Errorf("%q", s)
		}
	}
	if len(r.Faults) != 3 {
		t.Error(said(r))
	}
}

// The list of faults has an end, and says so.
func TestTooManyFaults(t *testing.T) {
	dir := fixture.Write(t, map[string]string{
		"a.geojson":  collectionOf(slices.Repeat([]string{"{}"}, 20)...),
		"scores.csv": "round_id,estate_id,score\n" + strings.Repeat("r1,e1,x\n", 7) + strings.Repeat("r1,e1,x\n", 20),
		"rounds.csv": "id,kind,held_on\n" + strings.Repeat("r1,x,x\n", 3),
	})
	found := findFiles([]string{filepath.Join(dir, "a.geojson"), filepath.Join(dir, "scores.csv"), filepath.Join(dir, "rounds.csv")}, "")
	imp := &intake{base: &domain.Tables{}, room: 10}
	if err := imp.readFiles(t.Context(), found); err != nil {
		t.Fatal(err)
	}
	imp.check()
	r := imp.report()
	count := map[string]int{}
	for _, f := range r.Faults {
		count[f.File]++
	}
	if count["a.geojson"] != 10 || count["rounds.csv"] != 6 || count["scores.csv"] != 4 || strings.Count(said(r), "reading stopped here") != 2 || !r.Refused() {
		t.Errorf("%v\n%s", count, said(r))
	}
}
