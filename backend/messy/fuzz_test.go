package messy

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/internal/corpus"
	"estateatlas/backend/workbook"
)

// district is what a fuzzed table goes into.
func district() *domain.Tables {
	day, _ := domain.ParseDate("2026-03-15")
	return &domain.Tables{
		Estates:   []domain.Estate{{ID: "e01", Name: "幸福里", Subdistrict: "大直沽街道"}, {ID: "e02", Name: "康乐里", Subdistrict: "大直沽街道"}, {ID: "e03", Name: "幸福里", Subdistrict: "常州道街道"}},
		Companies: []domain.Company{{ID: "c1", Name: "甲物业"}},
		Rounds:    []domain.Round{{ID: "r1", Name: "2026年3月创卫考核", Kind: domain.RoundDistrictSanitary, HeldOn: day}},
	}
}

// check says what holds of every reading, whatever the grid.
func check(t *testing.T, g *Grid, choice *Choice) {
	t.Helper()
	b := district()
	known := knownOf(b)
	r := Look(g, known, choice).Read(choice)
	for _, table := range r.Tables {
		for _, row := range table.Rows {
			if r.bad[row.Row] {
				t.Fatalf("row %d has a fault and is read", row.Row)
			}
			if len(row.Cells) != len(table.Columns) {
				t.Fatalf("row %d has %d cells for %d columns", row.Row, len(row.Cells), len(table.Columns))
			}
		}
	}
	again := Look(g, known, choice).Read(choice)
	if !reflect.DeepEqual(r.Tables, again.Tables) || !reflect.DeepEqual(r.Faults, again.Faults) || !reflect.DeepEqual(r.Marks, again.Marks) {
		t.Fatal("the same grid is read in two ways")
	}
	if r.Table == nil {
		return
	}
	r.Missing()
	report, err := r.Judge(context.Background(), b, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range report.Put.Scores {
		if s.EstateID == "" || s.RoundID == "" {
			t.Fatal("a score of nothing")
		}
	}
	for i := range r.Faults {
		if len(r.Faults[i].Rows) == 0 || r.Faults[i].Title.ZH == "" || r.Faults[i].Key() == "" {
			t.Fatalf("a fault without a place or a word: %+v", r.Faults[i])
		}
	}
}

// FuzzText reads texts with every choice of heading and table.
func FuzzText(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join(corpus.Dir(f, "tables"), "*", "*.csv"))
	for _, path := range files {
		if data, err := os.ReadFile(path); err == nil && len(data) < 4096 {
			f.Add(data, 0, 0, 0)
		}
	}
	f.Add([]byte("2026年3月创卫考核\n街道,小区名称,检查日期,得分,扣分情况\n大直沽街,幸福里,2026.3.18,９６．５,C8停车0.5\n,合计,,90,\n"), 2, 0, 3)
	f.Add([]byte("序号,小区,1月得分,1月名次,2月得分,2月名次\n1,康乐里,90,1,缺考,\n"), 0, 1, 1)
	f.Fuzz(func(t *testing.T, data []byte, header, table, skip int) {
		text := ingest.DecodeText(data, "")
		g, _, err := FromText(&text, 0)
		if err != nil || len(g.Rows) > 300 {
			return
		}
		choice := &Choice{HeaderRow: header, Skipped: map[int]bool{skip: true}, Taken: map[int]bool{skip + 1: true}}
		if table > 0 {
			choice.Table = tables[table%len(tables)].Key
		}
		check(t, g, choice)
	})
}

// FuzzWorkbook reads the sheets of workbooks.
func FuzzWorkbook(f *testing.F) {
	files, _ := filepath.Glob(filepath.Join(corpus.Dir(f, "tables"), "*", "*.xlsx"))
	for _, path := range files {
		if data, err := os.ReadFile(path); err == nil && len(data) < 16<<10 {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := workbook.Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		for i := range min(len(book.Sheets), 3) {
			if g, err := FromSheet(t.Context(), book, i); err == nil && len(g.Rows) <= 300 {
				check(t, g, &Choice{})
			}
		}
	})
}
