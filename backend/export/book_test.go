package export_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"

	"github.com/xuri/excelize/v2"
)

// pixels is a small PNG.
func pixels(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestABookHasASheetForEachListWithColoursAndAPicture(t *testing.T) {
	one := column([]export.Cell{export.Text("逾期"), export.Text("=1+1"), export.Whole(-3)})
	two := column([]export.Cell{export.Text("-里")})
	two.Sheet = "表"
	three := column(nil)
	three.Sheet = strings.Repeat("长", 40)
	four := column(nil)
	four.Sheet = strings.Repeat("长", 50)
	var out bytes.Buffer
	err := export.WriteBook(context.Background(), &out, []export.Sheet{
		{
			List: one, Scales: []int{0}, Picture: &export.Picture{PNG: pixels(t), OwnPx: 40, WidthPx: 20, Text: "图"},
			Tones: []export.Tone{{Column: 1, Word: "逾期", Fill: "FCEAE4", Font: "AB300F"}, {Column: 1, Fill: "FCEAE4", Font: "AB300F"}},
		},
		{List: two, Sums: true, Scales: []int{0}},
		{List: three},
		{List: four},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	names := book.GetSheetList()
	if len(names) != 4 || names[0] != "表" || names[1] != "表 2" || names[2] == names[3] || len([]rune(names[3])) != 31 {
		t.Fatalf("sheets %q", names)
	}
	for i, name := range names {
		panes, err := book.GetPanes(name)
		if err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("sheet %d: the heading is not frozen: %+v %v", i, panes, err)
		}
		if head, err := book.GetCellValue(name, "B1"); err != nil || head != "值" {
			t.Errorf("sheet %d: heading %q %v", i, head, err)
		}
	}
	rules, err := book.GetConditionalFormats("表")
	if err != nil || len(rules["A2:A4"]) != 1 || len(rules["B2:B4"]) != 2 || rules["B2:B4"][0].Value != `"逾期"` {
		t.Errorf("rules %+v %v", rules, err)
	}
	if rules, err := book.GetConditionalFormats("表 2"); err != nil || len(rules) != 0 {
		t.Errorf("a row of sums is coloured: %+v %v", rules, err)
	}
	pictures, err := book.GetPictures("表", "A6")
	if err != nil || len(pictures) != 1 || pictures[0].Format.AltText != "图" {
		t.Errorf("%d pictures, %v", len(pictures), err)
	}
	for _, cell := range []string{"B2", "B3", "B4"} {
		if formula, err := book.GetCellFormula("表", cell); err != nil || formula != "" {
			t.Errorf("%s has the formula %q %v", cell, formula, err)
		}
	}
	if raw, err := book.GetCellValue("表", "B4", excelize.Options{RawCellValue: true}); err != nil || raw != "-3" {
		t.Errorf("%q %v", raw, err)
	}
	if kind, err := book.GetCellType("表", "B4"); err != nil || kind != excelize.CellTypeUnset {
		t.Errorf("a negative number is %v, %v", kind, err)
	}
}

func TestABookThatIsCalledOffStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out bytes.Buffer
	err := export.WriteBook(ctx, &out, []export.Sheet{{List: column([]export.Cell{export.Text("里")})}}, nil)
	if code, _ := domain.Explain(err); code != domain.CodeCancelled {
		t.Errorf("%v", err)
	}
}
