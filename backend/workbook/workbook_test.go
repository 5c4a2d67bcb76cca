package workbook_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/workbook"

	"github.com/xuri/excelize/v2"
)

// pack makes an archive of parts, in order: name, content, name, content.
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err == nil {
			_, err = io.WriteString(w, parts[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

const (
	rels   = `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	book   = `<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="一" sheetId="1" r:id="s1"/></sheets></workbook>`
	more   = `<Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="x/sharedStrings" Target="/xl/strings.xml"/><Relationship Id="s3" Type="x/styles" Target="styles.xml"/></Relationships>`
	texts  = `<sst><si><t>甲</t></si><si><r><t>分</t></r><r><t>开</t></r><rPh><t>ふり</t></rPh></si></sst>`
	styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="0.0&quot;d&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`
)

func sheetOf(rows string) string { return `<worksheet><sheetData>` + rows + `</sheetData></worksheet>` }

func small(t testing.TB, sheet string) []byte {
	t.Helper()
	return pack(t, "_rels/.rels", rels, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", more, "xl/strings.xml", texts, "xl/styles.xml", styles, "xl/worksheets/sheet1.xml", sheet)
}

func rowsOf(t testing.TB, data []byte) ([]workbook.Row, []workbook.Range, error) {
	t.Helper()
	b, err := workbook.Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, err
	}
	var rows []workbook.Row
	merged, err := b.Rows(0, func(r *workbook.Row) error {
		kept := *r
		kept.Cells = slices.Clone(r.Cells)
		rows = append(rows, kept)
		return nil
	})
	return rows, merged, err
}

func TestEveryKindOfCell(t *testing.T) {
	rows, merged, err := rowsOf(t, small(t, `<worksheet><sheetData>
<row r="2" hidden="1"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="inlineStr"><is><t xml:space="preserve"> 字 </t></is></c></row>
<row r="5"><c r="A5"><v>88.049999999999997</v></c><c r="B5" s="1"><v>46086</v></c><c r="C5" s="2"><v>46086.5</v></c><c r="D5" s="3"><v>5</v></c><c r="E5" s="4"><v>1.5</v></c>
<c r="F5" t="b"><v>1</v></c><c r="G5" t="e"><v>#N/A</v></c><c r="H5"><f>A1+1</f><v>7</v></c><c r="I5"><f>A1+1</f></c><c r="J5" t="str"><f>""</f><v></v></c><c r="K5" s="1"/></row>
</sheetData><mergeCells><mergeCell ref="A2:B4"/></mergeCells></worksheet>`))
	if err != nil {
		t.Fatal(err)
	}
	want := []workbook.Row{
		{Number: 2, Hidden: true, Cells: []workbook.Cell{{Kind: workbook.Text, Text: "甲"}, {}, {Kind: workbook.Text, Text: "分开"}, {Kind: workbook.Text, Text: " 字 "}}},
		{Number: 5, Cells: []workbook.Cell{
			{Kind: workbook.Number, Text: "88.05", Number: 88.05},
			{Kind: workbook.Date, Text: "46086", Number: 46086},
			{Kind: workbook.Date, Text: "46086.5", Number: 46086.5},
			{Kind: workbook.Number, Text: "5", Number: 5},
			{Kind: workbook.Number, Text: "1.5", Number: 1.5},
			{Kind: workbook.Truth, Text: "true"},
			{Kind: workbook.Error, Text: "#N/A"},
			{Kind: workbook.Number, Text: "7", Number: 7, Formula: true},
			{Kind: workbook.NoValue, Formula: true},
		}},
	}
	if got, w := fmt.Sprintf("%+v", rows), fmt.Sprintf("%+v", want); got != w {
		t.Errorf("\n%s\n%s", got, w)
	}
	if len(merged) != 1 || merged[0].String() != "A2:B4" {
		t.Errorf("%v", merged)
	}
}

func TestDatesOfBothSystems(t *testing.T) {
	open := func(pr string) *workbook.Book {
		data := pack(t, "_rels/.rels", rels, "xl/workbook.xml", strings.Replace(book, "<workbookPr/>", pr, 1))
		b, err := workbook.Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	from1900, from1904 := open("<workbookPr/>"), open(`<workbookPr date1904="1"/>`)
	for _, c := range []struct {
		book    *workbook.Book
		serial  float64
		date    string
		hasTime bool
	}{
		{from1900, 46086, "2026-03-05", false},
		{from1900, 46086.75, "2026-03-05", true},
		{from1900, 61, "1900-03-01", false},
		{from1900, 59, "1900-02-28", false},
		{from1900, 1, "1900-01-01", false},
		{from1900, 60, "", false},
		{from1900, 0, "", false},
		{from1900, -1, "", false},
		{from1900, 3e6, "", false},
		{from1904, 44624, "2026-03-05", false},
		{from1904, 0, "1904-01-01", false},
	} {
		date, hasTime, ok := c.book.Date(c.serial)
		if date != c.date || hasTime != c.hasTime || ok != (c.date != "") {
			t.Errorf("%v: %q %v %v, want %q", c.serial, date, hasTime, ok, c.date)
		}
	}
}

// The library that writes our workbooks writes what we read.
func TestReadsWhatOthersWrite(t *testing.T) {
	f := excelize.NewFile()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	_, err := f.NewSheet("隐藏")
	must(err)
	must(f.SetSheetVisible("隐藏", false))
	must(f.SetSheetRow("Sheet1", "A1", &[]any{"编号", "得分", "=1+1", true}))
	must(f.SetSheetRow("Sheet1", "A2", &[]any{"0012", 88.05, -3, nil}))
	must(f.SetRowVisible("Sheet1", 2, false))
	must(f.MergeCell("Sheet1", "A2", "A3"))
	var out bytes.Buffer
	must(f.Write(&out))
	b, err := workbook.Open(bytes.NewReader(out.Bytes()), int64(out.Len()))
	must(err)
	if len(b.Sheets) != 2 || b.Sheets[0].Hidden || !b.Sheets[1].Hidden {
		t.Errorf("%+v", b.Sheets)
	}
	rows, merged, err := rowsOf(t, out.Bytes())
	must(err)
	if len(rows) < 2 || rows[0].Cells[2].Text != "=1+1" || rows[0].Cells[2].Formula || rows[1].Cells[0].Text != "0012" || rows[1].Cells[0].Kind != workbook.Text ||
		rows[1].Cells[1].Text != "88.05" || rows[1].Cells[2].Text != "-3" || !rows[1].Hidden || len(merged) != 1 {
		t.Errorf("%+v %v", rows, merged)
	}
}

func TestWhatIsNotRead(t *testing.T) {
	zeros := strings.Repeat("0", 20<<20)
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"text":                {[]byte("a,b\n1,2\n"), workbook.ErrNotWorkbook},
		"nothing":             {nil, workbook.ErrNotWorkbook},
		"old or encrypted":    {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"), workbook.ErrEncrypted},
		"another archive":     {pack(t, "a.txt", "x"), workbook.ErrNotWorkbook},
		"without its sheet":   {pack(t, "_rels/.rels", rels, "xl/workbook.xml", book, "xl/_rels/workbook.xml.rels", more), workbook.ErrDamaged},
		"a document type":     {small(t, `<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&a;</t></is></c></row></sheetData></worksheet>`), workbook.ErrDamaged},
		"cut off":             {small(t, `<worksheet><sheetData><row r="1"><c r="A1"><v>1`), workbook.ErrDamaged},
		"rows out of order":   {small(t, sheetOf(`<row r="5"/><row r="2"/>`)), workbook.ErrDamaged},
		"a cell of other row": {small(t, sheetOf(`<row r="5"><c r="A6"/></row>`)), workbook.ErrDamaged},
		"a row too many":      {small(t, sheetOf(`<row r="1048577"/>`)), workbook.ErrDamaged},
		"a bomb":              {small(t, sheetOf(`<row r="1"><c r="A1"><v>`+zeros+`</v></c></row>`)), workbook.ErrTooLarge},
	} {
		if _, _, err := rowsOf(t, c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func FuzzWorkbook(f *testing.F) {
	f.Add(small(f, sheetOf(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>46086</v></c></row>`)))
	f.Add(small(f, `<worksheet><sheetData/><mergeCells><mergeCell ref="A1:ZZ9"/></mergeCells></worksheet>`))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := workbook.Open(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			return
		}
		for i := range min(len(b.Sheets), 8) {
			last := 0
			_, err := b.Rows(i, func(r *workbook.Row) error {
				if r.Number <= last || r.Number > workbook.MaxRows || len(r.Cells) > workbook.MaxColumns {
					t.Fatalf("row %d after %d with %d cells", r.Number, last, len(r.Cells))
				}
				last = r.Number
				return nil
			})
			_ = err // any error will do; what matters is that it ends
		}
	})
}

// FuzzSheet keeps the archive whole and changes what is in it.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>1</v></c></row>`)
	f.Add(`<row><c><f>A1</f></c><c t="d"><v>2026-03-05</v></c></row>`)
	f.Fuzz(func(t *testing.T, rows string) { _, _, _ = rowsOf(t, small(t, sheetOf(rows))) })
}

func BenchmarkRows(b *testing.B) {
	f := excelize.NewFile()
	for i := range 20_000 {
		row := []any{"2026-03", fmt.Sprintf("e%05d", i), 88.05, i, "万新街", "月牙河东里", "瑞丰物业服务有限公司", 4900, "成片", "企业", 1, "备注"}
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			b.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if rows, _, err := rowsOf(b, out.Bytes()); err != nil || len(rows) != 20_000 {
			b.Fatal(err)
		}
	}
}
