package vector

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/domain"
)

// rawZip packs files whose heads say whatever they like of them.
func rawZip(t *testing.T, heads ...zip.FileHeader) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range heads {
		w, err := z.CreateRaw(&heads[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte("packed")); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.zip")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestArchivesThatAreNoneOrTooMuchAreRefused(t *testing.T) {
	many := map[string][]byte{}
	for i := range mostEntries + 1 {
		many[fmt.Sprintf("%d.txt", i)] = nil
	}
	none := filepath.Join(t.TempDir(), "b.zip")
	if err := os.WriteFile(none, []byte("PK but no archive"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ path, says string }{
		"nothing in it":    {zipped(t, map[string][]byte{"a.txt": []byte("x")}), "holds no Shapefile"},
		"a bomb":           {zipped(t, map[string][]byte{"a.shp": make([]byte, 64<<20)}), "more than 300 times"},
		"a bomb beside":    {zipped(t, map[string][]byte{"a.kml": []byte("<kml/>"), "b.bin": make([]byte, 64<<20)}), "b.bin"},
		"twice":            {zipped(t, map[string][]byte{"a.shp": []byte("x"), "A.SHP": []byte("y")}), "a.shp twice"},
		"cut short":        {zipped(t, map[string][]byte{"a.shp": []byte("no shapes here")}), "no Shapefile"},
		"too many files":   {zipped(t, many), "2001 files"},
		"no archive":       {none, "no ZIP"},
		"too large":        {rawZip(t, zip.FileHeader{Name: "a.shp", CompressedSize64: 600 << 20, UncompressedSize64: 600 << 20}, zip.FileHeader{Name: "b.shp", CompressedSize64: 600 << 20, UncompressedSize64: 600 << 20}), "1024 MiB"},
		"with a password":  {rawZip(t, zip.FileHeader{Name: "a.shp", Flags: 1, CompressedSize64: 6, UncompressedSize64: 6}), "password"},
		"larger than said": {rawZip(t, zip.FileHeader{Name: "a.kml", CompressedSize64: 6, UncompressedSize64: 2}), "archive"},
		"unknown packing":  {rawZip(t, zip.FileHeader{Name: "a.kml", Method: 99, CompressedSize64: 6, UncompressedSize64: 6}), "ordinary ZIP"},
	} {
		_, err := Read(context.Background(), c.path, Options{})
		if err == nil {
			t.Errorf("%s was read", name)
			continue
		}
		code, text := domain.Explain(err)
		if code != domain.CodeInvalid || !strings.Contains(text.EN, c.says) || strings.Contains(text.ZH, "%!") {
			t.Errorf("%s: %s %s %s", name, code, text.EN, text.ZH)
		}
	}
}

func TestNamesInArchivesNeverBecomePaths(t *testing.T) {
	dir := t.TempDir()
	kml := []byte(`<kml><Placemark><name>a</name><Point><coordinates>117,39</coordinates></Point></Placemark></kml>`)
	path := zipped(t, map[string][]byte{"../../../" + filepath.Base(dir) + "/x.kml": kml, "/etc/y.kml": kml, `C:\windows\z.kml`: kml})
	layers, err := Read(context.Background(), path, Options{})
	if err != nil || len(layers) != 3 {
		t.Fatal(layers, err)
	}
	for _, l := range layers {
		if strings.ContainsAny(l.Name, `/\`) {
			t.Errorf("a layer is called %q", l.Name)
		}
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) != 0 {
		t.Error(left, err)
	}
}

func TestNamesOfFilesInArchivesAreReadInUTF8OrGBKWhateverTheMark(t *testing.T) {
	kml := []byte(`<kml><Placemark><name>a</name></Placemark></kml>`)
	gbk, err := encodings["gbk"].of.NewEncoder().String("旧楼区边界.kml")
	if err != nil {
		t.Fatal(err)
	}
	for _, head := range []zip.FileHeader{{Name: "旧楼区边界.kml"}, {Name: "旧楼区边界.kml", NonUTF8: true}, {Name: gbk, NonUTF8: true}} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.CreateHeader(&head)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(kml); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "a.kmz")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		if layers, err := Read(context.Background(), path, Options{}); err != nil || layers[0].Name != "旧楼区边界" {
			t.Errorf("%v %v", layers, err)
		}
	}
}

func TestTablesWhoseEmptyCellsWouldFillTheMemoryAreRefused(t *testing.T) {
	// 200,000 records of a byte each with 512 columns of no length: 200 kB that would be 1.6 GB.
	const records, columns = 200_000, 512
	table := make([]byte, 32+32*columns+1)
	binary.LittleEndian.PutUint32(table[4:], records)
	binary.LittleEndian.PutUint16(table[8:], uint16(len(table)))
	binary.LittleEndian.PutUint16(table[10:], 1)
	for k := range columns {
		table[32+32*k], table[32+32*k+11] = 'a', 'C'
	}
	table[len(table)-1] = 0x0d
	table = append(table, bytes.Repeat([]byte(" "), records)...)
	if _, err := readDBF(table, "", ""); err == nil {
		t.Error("the table was read")
	}
	var kml strings.Builder
	kml.WriteString("<kml>")
	for range 70_000 {
		kml.WriteString("<Placemark/>")
	}
	kml.WriteString("<Placemark><ExtendedData>")
	for k := range columns - 2 {
		fmt.Fprintf(&kml, `<Data name="c%d"><value>1</value></Data>`, k)
	}
	kml.WriteString("</ExtendedData></Placemark></kml>")
	if _, err := readKML(context.Background(), "a", []byte(kml.String())); err == nil {
		t.Error("the placemarks were read")
	}
	// So many shapes without a table are fine.
	if !fits(mostRows, 16) || fits(mostRows, 17) || fits(mostRows+1, 0) {
		t.Error("the limits are others")
	}
}

func TestAShapeWithVeryManyRingsIsAFaultOfItsRecord(t *testing.T) {
	content := make([]byte, 44+4*(mostRings+1))
	binary.LittleEndian.PutUint32(content, shapePolygon)
	binary.LittleEndian.PutUint32(content[36:], mostRings+1)
	if s, _, _ := readShape(content); s.fault == nil || !strings.Contains(s.fault.ZH, "拆成几个图形") {
		t.Errorf("%+v", s)
	}
}
