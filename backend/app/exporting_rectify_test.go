package app

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/letter"

	"github.com/xuri/excelize/v2"
)

// exported is what an export writes.
func exported(t *testing.T, a *Atlas, ask ExportAsk) []byte {
	t.Helper()
	p := must[*project](t)(a.project())
	var out bytes.Buffer
	if err := p.writeExport(context.Background(), ask, &out, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// csvOf reads a table for people.
func csvOf(t *testing.T, file []byte) [][]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte("\ufeff")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestTheWorkbookHasASheetForEachSubdistrictAndTheRowsOfTheScreen(t *testing.T) {
	t.Parallel()
	a := desk(t, 60)
	by := &RectifyAsk{On: "2026-11-23", Window: 8}
	v := must[RectifyView](t)(a.Rectification(*by))
	district := must[District](t)(a.District())
	book, err := excelize.OpenReader(bytes.NewReader(exported(t, a, ExportAsk{What: exportRectify, Format: "xlsx", Lang: "zh", Rectify: by})))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheets := book.GetSheetList()
	if sheets[0] != "汇总" || sheets[len(sheets)-1] != "方法说明" || sheets[len(sheets)-2] != "按责任方" {
		t.Errorf("sheets %q", sheets)
	}
	if pictures, err := book.GetPictures("汇总", fmt.Sprintf("A%d", len(sheets)-3+4)); err != nil || len(pictures) != 1 {
		t.Errorf("%d maps, %v", len(pictures), err)
	}
	shown := map[string][]string{}
	for _, r := range v.Rows {
		e := v.Estates[r.Estate]
		name := district.Subdistricts[e.Subdistrict]
		shown[name] = append(shown[name], strings.Join([]string{e.Name, r.Item, fmt.Sprint(r.Occurrences), rectifyWords(r.Status).ZH, r.DueOn, r.Party.ZH, fmt.Sprintf("%.2f", e.Burden)}, "|"))
	}
	if len(shown) != len(sheets)-3 {
		t.Errorf("%d subdistricts, sheets %q", len(shown), sheets)
	}
	for _, name := range sheets[1 : len(sheets)-2] {
		rows, err := book.GetRows(name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		at := func(head string) int { return slices.Index(rows[0], head) }
		var got []string
		for n := range rows[1:] {
			cells := make([]string, 0, 7)
			for _, head := range []string{"小区", "扣分项", "发生轮次", "状态", "整改期限", "责任方", "负担"} {
				cell, err := excelize.CoordinatesToCellName(at(head)+1, n+2)
				if err != nil {
					t.Fatal(err)
				}
				value := must[string](t)(book.GetCellValue(name, cell)) // as it is shown
				if head == "负担" {
					value = fmt.Sprintf("%.2f", number64(t, value))
				}
				cells = append(cells, value)
			}
			got = append(got, strings.Join(cells, "|"))
		}
		if !slices.Equal(got, shown[name]) {
			t.Errorf("%s:\n%q\nshown on the screen:\n%q", name, got, shown[name])
		}
		rules, err := book.GetConditionalFormats(name)
		if err != nil || len(rules) != 3 {
			t.Errorf("%s: rules of %d columns, %v", name, len(rules), err)
		}
	}
	method, err := book.GetRows("方法说明")
	if err != nil || len(method) != len(v.Log)+2 || method[2][1] != v.Log[0].ZH {
		t.Errorf("%q %v", method, err)
	}
}

func number64(t *testing.T, text string) float64 {
	t.Helper()
	var x float64
	if _, err := fmt.Sscan(text, &x); err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return x
}

func TestTheListAsTextPointsAndPagesHasTheSameRows(t *testing.T) {
	t.Parallel()
	a := desk(t, 60)
	ask := ExportAsk{What: exportRectify, Lang: "zh", Rectify: &RectifyAsk{On: "2026-11-23"}}
	v := must[RectifyView](t)(a.Rectification(*ask.Rectify))
	ask.Format = "csv"
	rows := csvOf(t, exported(t, a, ask))
	if len(rows) != len(v.Rows)+1 || len(rows[0]) != len(rectifyColumns) {
		t.Fatalf("%d rows of %d columns, the screen has %d", len(rows)-1, len(rows[0]), len(v.Rows))
	}
	negative := false
	z := slices.Index(rows[0], "Gi* z")
	for _, r := range rows[1:] {
		if strings.HasPrefix(r[z], "'") {
			t.Errorf("the number %s is a text", r[z])
		}
		negative = negative || strings.HasPrefix(r[z], "-")
	}
	if !negative {
		t.Error("no number is negative")
	}
	ask.Format = "geojson"
	var points struct {
		Features []struct {
			Geometry   *pointGeometry
			Properties hotspotFacts
		}
	}
	if err := json.Unmarshal(exported(t, a, ask), &points); err != nil || len(points.Features) != len(v.Rows) {
		t.Fatalf("%d points, %v", len(points.Features), err)
	}
	for i, f := range points.Features {
		r := v.Rows[i]
		if f.Properties.Item != r.Item || f.Properties.Status != r.Status || f.Properties.DueOn != r.DueOn || f.Properties.ItemName != r.Name ||
			(f.Geometry != nil) != v.Estates[r.Estate].OnMap {
			t.Errorf("point %d: %+v, the row is %+v", i, f.Properties, r)
		}
	}
	ask.Format = "pdf"
	if file := exported(t, a, ask); !bytes.HasPrefix(file, []byte("%PDF-")) {
		t.Errorf("%.20q", file)
	}
}

func TestOnlyChosenRowsAreExportedAndTold(t *testing.T) {
	t.Parallel()
	a := deskOf(t, recurring())
	fid := rowOf(t, a, "C2", "").FID
	ask := ExportAsk{What: exportRectify, Format: "csv", Lang: "zh", Rows: []RectifyKey{{fid, "T3"}}}
	if rows := csvOf(t, exported(t, a, ask)); len(rows) != 2 || !slices.Contains(rows[1], "T3") {
		t.Errorf("%q", rows)
	}
	ask.What, ask.Format, ask.Letter = exportLetter, "docx", LetterAsk{Kind: string(letter.Rectification)}
	if _, err := a.Rectify([]RectifyStepAsk{{FID: fid, Item: "T3", DueOn: "2026-06-30", On: "2026-06-12"}}); err != nil {
		t.Fatal(err)
	}
	ask.Rectify = &RectifyAsk{On: "2026-06-12"}
	text := documentText(t, exported(t, a, ask))
	if !strings.Contains(text, "T3") || strings.Contains(text, "C2") || !strings.Contains(text, "2026年6月30日") {
		t.Errorf("the notice says %s", text)
	}
	if _, err := a.Rectify([]RectifyStepAsk{{FID: fid, Item: "T3", Status: "done", On: "2026-06-13"}}); err != nil {
		t.Fatal(err)
	}
	ask.Rectify.On = "2026-06-13"
	p := must[*project](t)(a.project())
	err := p.writeExport(context.Background(), ask, &bytes.Buffer{}, func(int, int) {})
	wantRefused(t, err, domain.CodeInvalid) // nothing is left to ask for
}

func TestNoNameOnTheListStartsAFormula(t *testing.T) {
	t.Parallel()
	tables := recurring()
	tables.Estates[0].Name, tables.Estates[0].Subdistrict, tables.Estates[0].Community = "=1+1", "@SUM(A1)", "+86"
	tables.Companies[0].Phone = "-22"
	a := deskOf(t, tables)
	ask := ExportAsk{What: exportRectify, Format: "csv", Lang: "zh"}
	for _, row := range csvOf(t, exported(t, a, ask))[1:] {
		for _, cell := range row {
			if strings.ContainsAny(cell[:min(1, len(cell))], "=+@") {
				t.Errorf("a cell begins %q", cell)
			}
		}
	}
	ask.Format = "xlsx"
	book, err := excelize.OpenReader(bytes.NewReader(exported(t, a, ask)))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, name := range book.GetSheetList() {
		rows := must[[][]string](t)(book.GetRows(name))
		for y, row := range rows {
			for x := range row {
				cell := must[string](t)(excelize.CoordinatesToCellName(x+1, y+1))
				if formula := must[string](t)(book.GetCellFormula(name, cell)); formula != "" {
					t.Errorf("%s!%s has the formula %q", name, cell, formula)
				}
			}
		}
	}
}
