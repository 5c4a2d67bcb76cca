package ingest

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/internal/fixture"

	"github.com/xuri/excelize/v2"
)

// makeBook writes a workbook: each sheet's rows from A1 on.
func makeBook(t *testing.T, name string, fill func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	path := filepath.Join(t.TempDir(), name)
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func rowsAt(t *testing.T, f *excelize.File, sheet string, rows ...[]any) {
	t.Helper()
	for i, row := range rows {
		at, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow(sheet, at, &row); err != nil {
			t.Fatal(err)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// A workbook as a clerk leaves it: a merged title, the round merged down, a hidden row, a formula, a total below.
func TestAWorkbookAsItIsLeft(t *testing.T) {
	path := makeBook(t, "scores.xlsx", func(f *excelize.File) {
		rowsAt(t, f, "Sheet1",
			[]any{"某区旧楼区创卫考核成绩表"}, []any{"单位：分"}, []any{"轮次", "小区编号", "得分", "备注"},
			[]any{"r1", "e1", 88.05, "x"}, []any{nil, "e2", 70}, []any{nil, "e3", 60}, []any{"合计", nil, 218.05})
		must(t, f.MergeCell("Sheet1", "A1", "D1"))
		must(t, f.MergeCell("Sheet1", "A4", "A6"))
		must(t, f.SetRowVisible("Sheet1", 5, false))
	})
	r := readPaths(t, district(t), Options{}, path)
	if r.Refused() || len(r.Put.Scores) != 3 {
		t.Fatal(said(r))
	}
	if s := r.Put.Scores[1]; s.RoundID != "r1" || s.EstateID != "e2" || s.Score.Value.String() != "70" || r.Put.Scores[0].Score.Value.String() != "88.05" {
		t.Errorf("%+v", r.Put.Scores)
	}
	for _, want := range []string{":3: -: The heading is row 3", ":4: -: Every row of the merged cells A4:A6", ":5: -: A hidden row was read", ":7: -: The row “合计” is a total", "备注"} {
		if !strings.Contains(said(r), want) {
			t.Errorf("no note %q in\n%s", want, said(r))
		}
	}
}

func TestSheetsOfOtherNamesNameTheTables(t *testing.T) {
	path := makeBook(t, "三月.xlsx", func(f *excelize.File) {
		must(t, f.SetSheetName("Sheet1", "说明"))
		for _, name := range []string{"Scores", "companies", "rounds"} {
			_, err := f.NewSheet(name)
			must(t, err)
		}
		rowsAt(t, f, "Scores", []any{"round_id", "estate_id", "score"}, []any{"r1", "e1", 91})
		rowsAt(t, f, "companies", []any{"编号", "名称"}, []any{"c77", "新企业"})
		rowsAt(t, f, "rounds", []any{"id", "kind", "held_on"}, []any{"r77", "日常检查", "2026-03-09"})
		must(t, f.SetSheetVisible("rounds", false))
	})
	r := readPaths(t, district(t), Options{}, path)
	if r.Refused() || len(r.Put.Scores) != 1 || len(r.Put.Companies) != 1 || len(r.Put.Rounds) != 0 {
		t.Fatalf("%+v\n%s", r.Put, said(r))
	}
}

func TestWhatAWorkbookIsRefusedFor(t *testing.T) {
	head := []any{"round_id", "estate_id", "score", "official_rank"}
	for name, c := range map[string]struct {
		fill func(f *excelize.File)
		want string // place and beginning of the fault
	}{
		"two sheets": {func(f *excelize.File) {
			_, err := f.NewSheet("b")
			must(t, err)
			rowsAt(t, f, "Sheet1", head, []any{"r1", "e1", 1})
			rowsAt(t, f, "b", head, []any{"r1", "e2", 1})
		}, "scores.xlsx:1: -: Several sheets have the heading"},
		"no heading":          {func(f *excelize.File) { rowsAt(t, f, "Sheet1", []any{"甲", "乙"}) }, "scores.xlsx:1: -: There is no heading"},
		"a column is missing": {func(f *excelize.File) { rowsAt(t, f, "Sheet1", []any{"round_id", "score"}, []any{"r1", 1}) }, "scores.xlsx:1: estate_id: The required column"},
		"empty":               {func(*excelize.File) {}, "scores.xlsx:1: -: The file is empty"},
		"a formula without a result": {func(f *excelize.File) {
			rowsAt(t, f, "Sheet1", head, []any{"r1", "e1"})
			must(t, f.SetCellFormula("Sheet1", "C2", "40+48"))
		}, "scores.xlsx:2: score: The formula has no stored result"},
		"a date as an id": {func(f *excelize.File) {
			rowsAt(t, f, "Sheet1", head, []any{"r1", 46086, 1})
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			must(t, err)
			must(t, f.SetCellStyle("Sheet1", "B2", "B2", style))
		}, "scores.xlsx:2: estate_id: The cell is a date (2026-03-05)"},
		"merged across": {func(f *excelize.File) {
			rowsAt(t, f, "Sheet1", head, []any{"r1", "e1", 80})
			must(t, f.MergeCell("Sheet1", "C2", "D2"))
		}, "scores.xlsx:2: -: The cells C2:D2 are merged across"},
		"more cells than headings": {func(f *excelize.File) { rowsAt(t, f, "Sheet1", head, []any{"r1", "e1", 80, 1, "x"}) }, "scores.xlsx:2: -: This row has 5 fields"},
	} {
		r := readPaths(t, district(t), Options{}, makeBook(t, "scores.xlsx", c.fill))
		if !r.Refused() || !slices.ContainsFunc(strings.Split(said(r), "\n"), func(l string) bool { return strings.HasPrefix(strings.TrimSpace(l), c.want) }) {
			t.Errorf("%s: %s", name, said(r))
		}
	}
}

func TestAnyTableMayComeAsAWorkbook(t *testing.T) {
	for name, text := range fixture.Dataset() {
		base, isCSV := strings.CutSuffix(name, ".csv")
		if !isCSV {
			continue
		}
		want := readFile(t, district(t), Options{}, name, text)
		path := makeBook(t, base+".xlsx", func(f *excelize.File) {
			recs := newRecords(text, ',')
			for n := 1; recs.read(); n++ {
				for i, cell := range recs.fields {
					at, _ := excelize.CoordinatesToCellName(i+1, n)
					must(t, f.SetCellStr("Sheet1", at, cell))
				}
			}
		})
		got := readPaths(t, district(t), Options{}, path)
		if got.Refused() != want.Refused() || got.Taken() != want.Taken() {
			t.Errorf("%s: %d taken of %d\n%s\n%s", name, got.Taken(), want.Taken(), said(got), said(want))
		}
	}
}
