package ingest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/domain"
)

func TestWorkbooksOverALimitAreRefusedWithTheLimit(t *testing.T) {
	many := map[string][]byte{}
	for i := range 5000 {
		many[fmt.Sprintf("xl/%d.xml", i)] = nil
	}
	// A part that says of itself that it unpacks to a gigabyte.
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.CreateRaw(&zip.FileHeader{Name: "xl/workbook.xml", CompressedSize64: 900 << 20, UncompressedSize64: 1 << 30})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte("x")); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	huge := filepath.Join(t.TempDir(), "scores.xlsx")
	mustWrite(t, huge, b.String())
	bomb := zipOf(t, "scores.xlsx", map[string][]byte{"xl/workbook.xml": make([]byte, 64<<20)})
	for name, path := range map[string]string{"parts": zipOf(t, "scores.xlsx", many), "size": huge, "ratio": bomb} {
		r := readPaths(t, district(t), Options{}, path)
		if !r.Refused() || !strings.Contains(said(r), "over a limit (4,096 parts, 512 MiB") || !strings.Contains(r.Faults[0].String(domain.ZH), "另存后再导入") {
			t.Errorf("%s: %s", name, said(r))
		}
	}
}

func TestDrawingsThatAreDamagedOrHostileAreRefusedWithAWord(t *testing.T) {
	dir := t.TempDir()
	for name, c := range map[string]struct{ content, says string }{
		"a.zip":  {"PK\x03\x04 nothing", "no ZIP"},
		"a.shp":  {"no shapes", "no Shapefile"},
		"a.gpkg": {"SQLite format 3\x00 nothing", "no GeoPackage"},
		"b.gpkg": {"", "no GeoPackage"},
		"a.kml":  {`<!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>`, "DOCTYPE"},
		"a.kmz":  {"", "no ZIP"},
	} {
		path := filepath.Join(dir, name)
		mustWrite(t, path, c.content)
		r := readPaths(t, nil, Options{}, path)
		if !r.Refused() || !strings.Contains(said(r), c.says) || len(r.Faults) != 1 || r.Faults[0].File != name {
			t.Errorf("%s: %s", name, said(r))
		}
	}
}
