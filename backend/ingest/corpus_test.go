package ingest

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/internal/corpus"
)

// TestGeoJSONCorpus imports every file of the corpus as estates and compares with its manifest.
func TestGeoJSONCorpus(t *testing.T) {
	dir := corpus.Dir(t, "geojson")
	rows := corpus.Rows(t, filepath.Join(dir, "manifest.csv"))
	good := 0
	for _, row := range rows {
		want := row["import_as_estates"]
		r := readPaths(t, nil, Options{}, filepath.Join(dir, row["file"]))
		taken, text := len(r.Put.Estates), said(r)
		ok := true
		switch want {
		case "either":
		case "accept 2 (e2 without a boundary, a note)":
			ok = !r.Refused() && taken == 2 && r.Put.Estates[1].Boundary == nil && strings.Contains(text, "e2 has no boundary")
		case "accept (closed, a note)":
			ok = !r.Refused() && taken == 1 && strings.Contains(text, "note") && strings.Contains(text, "closed")
		case "accept":
			ok = !r.Refused() && taken == 1 && r.Put.Estates[0].Boundary != nil
		case "refuse (no id)":
			ok = r.Refused() && strings.Contains(text, "no id")
		case "refuse (not polygons)":
			ok = r.Refused() && strings.Contains(text, "must be a Polygon")
		case "refuse":
			ok = r.Refused()
		default:
			t.Fatalf("%s: unknown expectation %q", row["file"], want)
		}
		if r.Refused() && taken > 0 {
			t.Errorf("%s: refused, but has something to put", row["file"])
		}
		if !ok {
			t.Errorf("%s: want %s, got %d estates and:\n%s", row["file"], want, taken, text)
			continue
		}
		good++
	}
	t.Logf("%d of %d", good, len(rows))
}

// tableCase is what manifest.csv of the tables says in words, as figures: the lines that are refused, how many rows are
// taken (with the bad ones skipped, if there are any), and how many notes there are.
type tableCase struct {
	refused []int
	column  string // of every fault, if they are all in one
	taken   int
	notes   int
}

var tableCases = map[string]tableCase{
	"all_tied":              {taken: 8},
	"bad_dates":             {refused: []int{2, 5, 6, 7, 8}, column: "held_on", taken: 2, notes: 1},
	"bad_kind":              {refused: []int{3, 4}, column: "kind", taken: 1},
	"column_order":          {taken: 2},
	"decimal_comma":         {refused: []int{2}, column: "score"},
	"deductions_bad":        {refused: []int{4, 5, 7, 8}, taken: 3},
	"duplicate_column":      {refused: []int{1}, column: "score"},
	"duplicate_estates":     {refused: []int{1}, column: "features[3].properties.id", taken: 3},
	"empty_file":            {refused: []int{1}},
	"extra_columns":         {taken: 12, notes: 2},
	"header_only":           {notes: 1},
	"html_company":          {taken: 1},
	"id_case_space":         {refused: []int{3}, column: "estate_id", taken: 3, notes: 1},
	"long_name":             {taken: 1},
	"many_faults":           {}, // below
	"missing_rounds":        {taken: 34},
	"mixed_encodings":       {refused: []int{3}, column: "name", taken: 1},
	"negative":              {refused: []int{2, 3}, column: "score", taken: 1},
	"no_final_newline":      {taken: 12},
	"official_rank_partial": {taken: 3},
	"over_100":              {refused: []int{3, 4}, column: "score", taken: 1},
	"path_in_id":            {taken: 2},
	"quoted_newline":        {taken: 2},
	"same_name_two_ids":     {taken: 3},
	"score_words":           {refused: []int{2, 3, 4, 5}, column: "score", taken: 1, notes: 1},
	"semicolon":             {taken: 12, notes: 1},
	"settings_bad":          {refused: []int{1, 1, 1, 1, 1}},
	"tab":                   {taken: 12, notes: 1},
	"unknown_estate":        {refused: []int{14}, column: "estate_id", taken: 12},
	"unknown_round":         {refused: []int{14}, column: "round_id", taken: 12},
	"utf16le_companies":     {taken: 2, notes: 1},
	"weird_unicode":         {taken: 1},

	"x_dates":           {refused: []int{4, 5}, column: "held_on", taken: 2, notes: 1},
	"x_doctype":         {refused: []int{1}},
	"x_error_cells":     {refused: []int{2, 3, 4}, column: "score", taken: 1},
	"x_is_csv":          {refused: []int{1}},
	"x_many_sheets":     {taken: 12, notes: 2},
	"x_merged_header":   {refused: []int{2}},
	"x_numbers_as_text": {refused: []int{8, 9}, column: "score", taken: 6, notes: 1},
	"x_plain":           {taken: 12},
	"x_wide_by_month":   {refused: []int{1}},
	"x_zip_bomb":        {refused: []int{1}},
}

// TestTablesCorpus imports base/ and then the one file of each case.
func TestTablesCorpus(t *testing.T) {
	dir := corpus.Dir(t, "tables")
	base := readPaths(t, nil, Options{}, filepath.Join(dir, "base"))
	if base.Refused() {
		t.Fatal(said(base))
	}
	good, all := 0, 0
	for _, row := range corpus.Rows(t, filepath.Join(dir, "manifest.csv")) {
		name := row["case"]
		all++
		want, known := tableCases[name]
		if !known {
			t.Errorf("%s: a case that this test does not know", name)
			continue
		}
		path := filepath.Join(dir, name, row["file"])
		r := readPaths(t, &base.Put, Options{}, path)
		skip := readPaths(t, &base.Put, Options{SkipBad: true}, path)
		if name == "many_faults" {
			for line := 2; line <= 3001; line++ {
				for range 4 {
					want.refused = append(want.refused, line)
				}
			}
		}
		var refused []int
		ok := true
		for _, f := range r.Faults {
			refused = append(refused, f.Row)
			ok = ok && (want.column == "" || f.Column == want.column) && f.File == row["file"]
		}
		ok = ok && slices.Equal(refused, want.refused) && r.Refused() == (len(want.refused) > 0)
		ok = ok && skip.Taken() == want.taken && len(r.Notes) == want.notes && slices.Equal(places(r), places(skip))
		if !ok {
			t.Errorf("%s: want %q, got refused lines %v, %d taken:\n%.2000s", name, row["expected"], refused, skip.Taken(), said(r))
			continue
		}
		good++
	}
	t.Logf("%d of %d", good, all)
}

// TestRealPolygons imports real blocks as estates: every one is taken, with the winding turned.
func TestRealPolygons(t *testing.T) {
	dir := corpus.Dir(t, "estates")
	r := readPaths(t, nil, Options{}, filepath.Join(dir, "yichang_residential_landuse.geojson"))
	if r.Refused() || len(r.Put.Estates) != 1645 {
		t.Fatalf("%d estates:\n%s", len(r.Put.Estates), said(r))
	}
}
