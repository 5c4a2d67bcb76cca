package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"
	"estateatlas/backend/internal/corpus"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// FuzzDrawing: whatever a Shapefile holds, reading ends, what is taken is valid and on the globe, and with bad rows skipped the same
// faults are listed. FuzzShapes, FuzzDBF and FuzzKML of package vector look at the formats alone.
func FuzzDrawing(f *testing.F) {
	for _, d := range []drawing{
		{fields: []string{"编号", "小区名称"}, cells: [][]string{{"a", "甲里"}, {"b", ""}}, rings: []orb.Ring{squareAt(117.2, 39.1), nil}, gbk: true},
		{fields: []string{"名称"}, cells: [][]string{{"幸福里"}}, rings: []orb.Ring{squareAt(39517000, 4329000)}, cpg: "UTF-8"},
		{fields: []string{"id", "户数"}, cells: [][]string{{"a", "x"}}, rings: []orb.Ring{{{117.2, 39.1}, {117.3, 39.2}, {117.3, 39.1}, {117.2, 39.2}, {117.2, 39.1}}}},
	} {
		p := d.parts(f)
		f.Add(p[".shp"], p[".dbf"], d.prj, d.cpg)
	}
	base := &domain.Tables{Estates: []domain.Estate{{ID: "e1", Name: "幸福里"}, {ID: "e2", Name: "康乐里"}}}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, shp, dbf []byte, prj, cpg string) {
		for ext, data := range map[string]string{".shp": string(shp), ".dbf": string(dbf), ".prj": prj, ".cpg": cpg} {
			mustWrite(t, filepath.Join(dir, "a"+ext), data)
		}
		path := filepath.Join(dir, "a.shp")
		strict, skip := readPaths(t, base, Options{}, path), readPaths(t, base, Options{SkipBad: true}, path)
		if fmt.Sprint(places(strict)) != fmt.Sprint(places(skip)) || strict.Refused() != (len(strict.Faults) > 0) || strict.Refused() && strict.Taken() > 0 {
			t.Fatalf("strict:\n%s\nskipping:\n%s", said(strict), said(skip))
		}
		for _, e := range skip.Put.Estates {
			if e.ID == "" || spatial.Check(e.Boundary) != nil || !onGlobe(e.Boundary) {
				t.Fatalf("taken: %+v", e)
			}
		}
		for _, fault := range strict.Faults {
			if s := fault.String(domain.ZH); fault.Row < 1 || strings.Contains(s, "\n") {
				t.Fatal(s)
			}
		}
	})
}

// FuzzGeoJSONSystem: whatever a file says of its coordinate system, reading it twice ends, what is taken is valid and on the globe,
// and a look at it agrees with the import on whether it can be read.
func FuzzGeoJSONSystem(f *testing.F) {
	for _, name := range []string{"EPSG:4548", "EPSG:4527", "EPSG:3857", "EPSG:4490"} {
		system, _ := crs.Named(name)
		f.Add(collectionIn(system, named(name)), "")
		f.Add(collectionIn(system, ""), name)
	}
	f.Add(collectionIn(crs.Geographic, `"crs":{"type":"EPSG","properties":{"code":4548}},`), "gcj02")
	path := filepath.Join(f.TempDir(), "a.geojson")
	f.Fuzz(func(t *testing.T, text, option string) {
		mustWrite(t, path, text)
		o := ShapeOptions{}
		if _, ok := crs.Named(option); ok {
			o.System = option
		} else if option == string(DatumGCJ02) || option == string(DatumBD09) {
			o.Datum = Datum(option)
		}
		r := readPaths(t, nil, Options{Shapes: o}, path)
		for _, e := range r.Put.Estates {
			if e.ID == "" || spatial.Check(e.Boundary) != nil || !onGlobe(e.Boundary) {
				t.Fatalf("taken: %+v", e)
			}
		}
		if p, err := PreviewShapes(t.Context(), path, nil, o); err == nil && !r.Refused() && p.Layers[0].System.Refused != nil {
			t.Fatalf("imported, but at a look: %v", p.Layers[0].System.Refused)
		} else if err != nil && !r.Refused() {
			t.Fatal(err)
		}
	})
}

// onGlobe reports whether all vertices are places.
func onGlobe(mp orb.MultiPolygon) bool {
	for _, polygon := range mp {
		for _, ring := range polygon {
			for _, p := range ring {
				if !(p[0] >= -maxLon && p[0] <= maxLon && p[1] >= -maxLat && p[1] <= maxLat) {
					return false
				}
			}
		}
	}
	return true
}

const (
	bookRels  = `<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	bookPart  = `<workbook xmlns:r="r"><sheets><sheet name="一" sheetId="1" r:id="s1"/></sheets></workbook>`
	sheetRels = `<Relationships><Relationship Id="s1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="x/sharedStrings" Target="/xl/strings.xml"/></Relationships>`
)

// FuzzSheetMapping: whatever stands in a sheet, headings and rows are found without end, faults lie in it, and with bad rows skipped
// the same faults are listed. FuzzWorkbook and FuzzSheet of package workbook look at the format alone.
func FuzzSheetMapping(f *testing.F) {
	names := []string{"scores.xlsx", "rounds.xlsx", "companies.xlsx", "deductions.xlsx", "findings.xlsx"}
	f.Add(0, `<worksheet><sheetData><row r="3"><c r="A3" t="inlineStr"><is><t>轮次</t></is></c><c r="B3" t="inlineStr"><is><t>小区编号</t></is></c><c r="C3" t="inlineStr"><is><t>得分</t></is></c></row>`+
		`<row r="4"><c r="A4" t="inlineStr"><is><t>r1</t></is></c><c r="B4" t="inlineStr"><is><t>e1</t></is></c><c r="C4"><v>95.5</v></c></row></sheetData><mergeCells><mergeCell ref="A4:A6"/></mergeCells></worksheet>`, "<sst/>")
	for _, sheet := range sheetsOfCorpus(f) {
		f.Add(sheet.which, sheet.rows, sheet.texts)
	}
	base := &domain.Tables{
		Estates: []domain.Estate{{ID: "e1"}, {ID: "e01"}, {ID: "e02"}}, Companies: []domain.Company{{ID: "c1"}}, Rounds: []domain.Round{{ID: "r1"}, {ID: "r2"}},
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, which int, sheet, texts string) {
		name := names[uint(which)%uint(len(names))]
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		for _, part := range [][2]string{
			{"_rels/.rels", bookRels}, {"xl/workbook.xml", bookPart}, {"xl/_rels/workbook.xml.rels", sheetRels}, {"xl/worksheets/sheet1.xml", sheet}, {"xl/strings.xml", texts},
		} {
			w, err := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store})
			if err != nil {
				t.Fatal(err)
			}
			_, _ = io.WriteString(w, part[1])
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name)
		mustWrite(t, path, b.String())
		strict, skip := readPaths(t, base, Options{}, path), readPaths(t, base, Options{SkipBad: true}, path)
		if fmt.Sprint(places(strict)) != fmt.Sprint(places(skip)) || strict.Refused() != (len(strict.Faults) > 0) || strict.Refused() && strict.Taken() > 0 {
			t.Fatalf("strict:\n%s\nskipping:\n%s", said(strict), said(skip))
		}
		for _, fault := range strict.Faults {
			if s := fault.String(domain.ZH); fault.Row < 1 || strings.Contains(s, "\n") {
				t.Fatal(s)
			}
		}
	})
}

type corpusSheet struct {
	which       int
	rows, texts string
}

// sheetsOfCorpus are the sheets of the small workbooks of the corpora with their texts.
func sheetsOfCorpus(f *testing.F) (out []corpusSheet) {
	f.Helper()
	dir, ok := corpus.Find("tables")
	if !ok {
		return nil
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*", "*.xlsx"))
	for _, file := range files {
		z, err := zip.OpenReader(file)
		if err != nil {
			continue
		}
		parts := map[string]string{}
		for _, part := range z.File {
			if part.UncompressedSize64 > 20_000 {
				continue
			}
			if r, err := part.Open(); err == nil {
				data, _ := io.ReadAll(r)
				parts[part.Name] = string(data)
				_ = r.Close()
			}
		}
		_ = z.Close()
		which := 0
		if filepath.Base(file) == "rounds.xlsx" {
			which = 1
		}
		for _, name := range []string{"xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"} {
			if parts[name] != "" {
				out = append(out, corpusSheet{which, parts[name], parts["xl/sharedStrings.xml"]})
			}
		}
	}
	return out
}
