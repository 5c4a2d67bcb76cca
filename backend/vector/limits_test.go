package vector

import (
	"archive/zip"
	"bytes"
	"context"
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
