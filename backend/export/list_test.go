package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// awkwardTexts are what names hold that somebody means no good with, or that a program further on may stumble over.
var awkwardTexts = []string{
	"=1+1", `=HYPERLINK("http://evil.example","里")`, "+86 22 2401", "-里", "@SUM(A1)", "\t=1+1", "\r=1", "＝1+1", "＋1", "－1", "＠A1", "=cmd|'/c calc'!A0",
	"0012", "1e5", "2026-03-18", "1/2", "true", "_x0041_", "甲\n乙", `甲,"乙";丙`, "<b>&amp;", "  两头有空格  ", "💧里", "'=1", strings.Repeat("长", 300),
}

func writeBoth(t testing.TB, l *export.List) (book *excelize.File, text [][]string) {
	t.Helper()
	var x, c bytes.Buffer
	if err := errors.Join(export.WriteXLSX(context.Background(), &x, l, nil), export.WriteCSV(context.Background(), &c, l, nil)); err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(&x)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	if !bytes.HasPrefix(c.Bytes(), []byte("\ufeff")) {
		t.Error("no byte order mark")
	}
	if text, err = csv.NewReader(bytes.NewReader(c.Bytes()[3:])).ReadAll(); err != nil {
		t.Fatal(err)
	}
	return book, text
}

func column(cells []export.Cell) *export.List {
	return &export.List{
		Sheet: "表", Title: "示例 & 区", Note: "注", Mark: "内部使用", MadeOn: domain.MustDate("2026-03-18"),
		Columns: []export.ListColumn{{Head: "编号", Number: false}, {Head: "值"}}, Rows: len(cells),
		Row: func(i int, to []export.Cell) { to[0], to[1] = export.Whole(int64(i)), cells[i] },
	}
}

func TestTextStaysTextInAWorkbook(t *testing.T) {
	cells := make([]export.Cell, len(awkwardTexts))
	for i, s := range awkwardTexts {
		cells[i] = export.Text(s)
	}
	book, _ := writeBoth(t, column(cells))
	for i, want := range awkwardTexts {
		at := "B" + strconv.Itoa(i+2)
		got, err := book.GetCellValue("表", at)
		formula, err2 := book.GetCellFormula("表", at)
		kind, err3 := book.GetCellType("表", at)
		if err := errors.Join(err, err2, err3); err != nil {
			t.Fatal(err)
		}
		if got != strings.ReplaceAll(want, "\r", "\n") && got != want || formula != "" || kind != excelize.CellTypeInlineString {
			t.Errorf("%q became %q, formula %q, kind %v", want, got, formula, kind)
		}
		style, err := book.GetCellStyle("表", at)
		if err != nil {
			t.Fatal(err)
		}
		prefix := book.Styles.CellXfs.Xf[style].QuotePrefix
		dangerous := strings.ContainsAny(want[:1], "=+-@\t\r") || strings.ContainsRune("＝＋－＠", []rune(want)[0])
		if quoted := prefix != nil && *prefix; quoted != dangerous {
			t.Errorf("%q: marked as text %v, want %v", want, quoted, dangerous)
		}
	}
}

// TestNoTextStartsAFormulaInCSV: whatever a name is, the cell does not begin with a sign that begins a formula, and the name can
// be had back.
func TestNoTextStartsAFormulaInCSV(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := rapid.OneOf(rapid.SampledFrom(awkwardTexts), rapid.StringMatching(`[=+\-@＝＋－＠\t\r'" a-z0-9里.,;|!()]{0,12}`)).Draw(r, "text")
		var out bytes.Buffer
		if err := export.WriteCSV(context.Background(), &out, column([]export.Cell{export.Text(s)}), nil); err != nil {
			r.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\ufeff"))).ReadAll()
		if err != nil {
			r.Fatal(err)
		}
		got := rows[1][1]
		if got != "" {
			first, _ := utf8.DecodeRuneInString(got)
			_, err := strconv.ParseFloat(got, 64)
			if strings.ContainsRune("=+-@\t\r＝＋－＠", first) && err != nil {
				r.Fatalf("%q was written as %q", s, got)
			}
		}
		back := strings.ReplaceAll(s, "\r\n", "\n")
		if got != back && got != "'"+back {
			r.Fatalf("%q was written as %q", s, got)
		}
	})
}

func TestNumbersAndDatesAreNumbersAndDates(t *testing.T) {
	book, text := writeBoth(t, column([]export.Cell{
		export.Money(490_000), export.Money(-5), export.Whole(-12), export.Exact("88.05"), export.Exact("-3"), export.Share(0.7664), export.Day(domain.MustDate("2026-03-18")),
		export.Day(domain.MustDate("1899-12-31")),
		{},
		export.Exact("e"), export.Whole(1 << 60), export.Day(0), export.Rounded(616.66, 1), export.Money(100_000_000_000_000),
	}))
	for i, want := range []struct {
		raw, shown, csv string
		kind            excelize.CellType
	}{
		{"4900", "4,900.00", "4900.00", excelize.CellTypeUnset},
		{"-0.05", "-0.05", "-0.05", excelize.CellTypeUnset},
		{"-12", "-12", "-12", excelize.CellTypeUnset},
		{"88.05", "88.05", "88.05", excelize.CellTypeUnset},
		{"-3", "-3.0", "-3", excelize.CellTypeUnset},
		{"0.7664", "76.6%", "76.6%", excelize.CellTypeUnset},
		{"46099", "2026-03-18", "2026-03-18", excelize.CellTypeUnset},
		{"1899-12-31", "1899-12-31", "1899-12-31", excelize.CellTypeInlineString}, // before a workbook's calendar
		{"", "", "", excelize.CellTypeUnset},
		{"e", "e", "e", excelize.CellTypeInlineString},
		{"1152921504606846976", "1152921504606846976", "1152921504606846976", excelize.CellTypeInlineString}, // no float64
		{"", "", "", excelize.CellTypeUnset},
		{"616.7", "616.7", "616.7", excelize.CellTypeUnset},
		{"1000000000000", "1,000,000,000,000.00", "1000000000000.00", excelize.CellTypeUnset},
	} {
		at := "B" + strconv.Itoa(i+2)
		raw, err := book.GetCellValue("表", at, excelize.Options{RawCellValue: true})
		shown, err2 := book.GetCellValue("表", at)
		kind, err3 := book.GetCellType("表", at)
		if err := errors.Join(err, err2, err3); err != nil {
			t.Fatal(err)
		}
		if raw != want.raw || shown != want.shown || kind != want.kind {
			t.Errorf("%s: %q shown as %q (%v), want %+v", at, raw, shown, kind, want)
		}
		if got := text[i+1][1]; got != want.csv {
			t.Errorf("%s in CSV: %q, want %q", at, got, want.csv)
		}
	}
}

func TestAWorkbookCanBeReadAndPrinted(t *testing.T) {
	l := column([]export.Cell{export.Text("幸福里"), export.Text(strings.Repeat("很长的措施说明，", 30))})
	l.Sheet = "'措施: 2026/03 [全区]?* 一个很长很长很长很长很长很长很长很长的名字'"
	book, _ := writeBoth(t, l)
	sheet := book.GetSheetName(0)
	if n := len([]rune(sheet)); n > 31 || strings.ContainsAny(sheet, `:\/?*[]`) || strings.HasPrefix(sheet, "'") {
		t.Fatalf("sheet %q", sheet)
	}
	panes, err := book.GetPanes(sheet)
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("%+v %v", panes, err)
	}
	layout, err := book.GetPageLayout(sheet)
	if err != nil || *layout.Orientation != "landscape" || *layout.Size != 9 || *layout.FitToWidth != 1 || *layout.FitToHeight != 0 {
		t.Errorf("%+v %v", layout, err)
	}
	props, err := book.GetSheetProps(sheet)
	if err != nil || !*props.FitToPage {
		t.Errorf("the page is not as wide as the table: %v", err)
	}
	header, err := book.GetHeaderFooter(sheet)
	if err != nil || header.OddHeader != "&L示例 && 区&R内部使用" || !strings.Contains(header.OddFooter, "&P") {
		t.Errorf("%+v %v", header, err)
	}
	var titles, filter string
	for _, n := range book.GetDefinedName() {
		switch n.Name {
		case "_xlnm.Print_Titles":
			titles = n.RefersTo
		case "_xlnm._FilterDatabase":
			filter = n.RefersTo
		}
	}
	if !strings.HasSuffix(titles, "!$1:$1") || !strings.HasSuffix(filter, "!$A$1:$B$3") {
		t.Errorf("repeated %q, filtered %q", titles, filter)
	}
	narrow, err := book.GetColWidth(sheet, "A")
	wide, err2 := book.GetColWidth(sheet, "B")
	height, err3 := book.GetRowHeight(sheet, 3)
	if err := errors.Join(err, err2, err3); err != nil || narrow > 12 || wide < 40 || wide > 60 || height < 100 {
		t.Errorf("widths %v and %v, height %v: %v", narrow, wide, height, err)
	}
	properties, err := book.GetDocProps()
	if err != nil || properties.Title != "示例 & 区" || properties.Subject != "注" {
		t.Errorf("%+v %v", properties, err)
	}
}

func TestTheSameListIsTheSameFile(t *testing.T) {
	cells := []export.Cell{export.Text("甲"), export.Money(5)}
	var a, b bytes.Buffer
	if err := errors.Join(export.WriteXLSX(context.Background(), &a, column(cells), nil), export.WriteXLSX(context.Background(), &b, column(cells), nil)); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Error("two files of the same list differ")
	}
}

func TestAListWithoutRowsIsAHeading(t *testing.T) {
	book, text := writeBoth(t, column(nil))
	if head, err := book.GetCellValue("表", "B1"); err != nil || head != "值" || len(text) != 1 {
		t.Errorf("%q %v %v", head, text, err)
	}
}

func TestAListThatIsCalledOffStops(t *testing.T) {
	for name, write := range map[string]func(context.Context, io.Writer, *export.List, export.Progress) error{"xlsx": export.WriteXLSX, "csv": export.WriteCSV} {
		ctx, cancel := context.WithCancel(context.Background())
		l, rows := column(nil), 0
		l.Rows, l.Row = 1_000_000, func(int, []export.Cell) { rows++ }
		err := write(ctx, io.Discard, l, func(done, total int) {
			if total != 1_000_000 {
				t.Errorf("%s: %d of %d", name, done, total)
			}
			if done > 5_000 {
				cancel()
			}
		})
		if code, _ := domain.Explain(err); code != domain.CodeCancelled || rows > 20_000 {
			t.Errorf("%s: %v after %d rows", name, err, rows)
		}
	}
}

func TestFileNamesAreTakenByEverySystem(t *testing.T) {
	for title, want := range map[string]string{
		"示例区（虚构） 考核名次 2026年3月": "示例区（虚构） 考核名次 2026年3月.xlsx",
		"../../etc/passwd": "_.._etc_passwd.xlsx",
		`..\..\boot.ini`:   "_.._boot.ini.xlsx",
		"C:\\Windows":      "C__Windows.xlsx",
		"con":              "_con.xlsx", "CON.a": "_CON.a.xlsx", "Lpt1": "_Lpt1.xlsx", "COM¹": "_COM¹.xlsx", "nul .x": "_nul .x.xlsx", "COM10": "COM10.xlsx",
		"名字. . ": "名字.xlsx", ".隐藏": "隐藏.xlsx", "": "一张图.xlsx", "...": "一张图.xlsx",
		"a\x00b\nc\u202egnp.exe\u200b": "ab cgnp.exe.xlsx", "\xff坏": "坏.xlsx", `"<>|?*`: "______.xlsx",
	} {
		if got := export.FileName(title, ".xlsx"); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
}

func TestAnyTitleMakesAFileName(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
		title := rapid.OneOf(rapid.String(), rapid.StringMatching(`[ ./\\:*?"<>|COMNUL1里\x00-\x1f]{0,300}`)).Draw(r, "title")
		name := export.FileName(title, ".pdf")
		if len(name) > 200 || !utf8.ValidString(name) || filepath.Base(name) != name || strings.ContainsAny(name, `<>:"/\|?*`) || strings.HasPrefix(name, ".") ||
			strings.TrimSpace(name) != name || name == ".pdf" {
			r.Fatalf("%q became %q", title, name)
		}
		path := filepath.Join(dir, name)
		if err := export.WriteFile(path, func(io.Writer) error { return nil }); err != nil {
			r.Fatalf("%q: %v", name, err)
		}
		if err := os.Remove(path); err != nil {
			r.Fatal(err)
		}
	})
}

// TestAnOfficeProgramOpensTheWorkbook has LibreOffice, where it is installed, turn a workbook into text.
func TestAnOfficeProgramOpensTheWorkbook(t *testing.T) {
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	cells := []export.Cell{export.Text("幸福里"), export.Text("=1+1"), export.Money(490_000), export.Day(domain.MustDate("2026-03-18")), export.Text("0012")}
	if err := export.WriteFile(filepath.Join(dir, "a.xlsx"), func(w io.Writer) error { return export.WriteXLSX(context.Background(), w, column(cells), nil) }); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(office, "-env:UserInstallation=file://"+dir+"/profile", "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
		"--outdir", dir, filepath.Join(dir, "a.xlsx")).CombinedOutput()
	text, readErr := os.ReadFile(filepath.Join(dir, "a.csv"))
	if readErr != nil {
		t.Fatalf("LibreOffice reads no workbook of ours (or has no Calc: libreoffice-calc): %v %s", err, out)
	}
	if want := "编号,值\n0,幸福里\n1,=1+1\n2,\"4,900.00\"\n3,2026-03-18\n4,0012\n"; string(text) != want {
		t.Errorf("%s, want %s", text, want)
	}
}

// wideList is as large as a list of a whole city with fifteen columns.
func wideList(rows int) *export.List {
	l := &export.List{Sheet: "小区", Title: "小区", Rows: rows, Columns: make([]export.ListColumn, 15)}
	for i := range l.Columns {
		l.Columns[i].Head = fmt.Sprintf("第%d列", i)
	}
	names := [8]string{"幸福里", "康乐里东区", "建新大院22号院", "万新街", "丰年村街", "信达康居物业服务有限公司", "正常发放", "成片"}
	l.Row = func(i int, cells []export.Cell) {
		for at := range cells {
			switch at % 5 {
			case 0, 1:
				cells[at] = export.Text(names[(i+at)%8])
			case 2:
				cells[at] = export.Whole(int64(i))
			case 3:
				cells[at] = export.Money(domain.Fen(i * 12_345))
			default:
				cells[at] = export.Exact("88.05")
			}
		}
	}
	return l
}

func BenchmarkXLSX50000Rows(b *testing.B) {
	l := wideList(50_000)
	b.ReportAllocs()
	for b.Loop() {
		if err := export.WriteXLSX(context.Background(), io.Discard, l, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCSV50000Rows(b *testing.B) {
	l := wideList(50_000)
	for b.Loop() {
		if err := export.WriteCSV(context.Background(), io.Discard, l, nil); err != nil {
			b.Fatal(err)
		}
	}
}
