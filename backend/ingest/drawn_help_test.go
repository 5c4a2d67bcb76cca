package ingest

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/internal/corpus"

	"github.com/paulmach/orb"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// drawing is a Shapefile to be written: a ring a record, nil for a record without a shape.
type drawing struct {
	fields []string
	cells  [][]string
	rings  []orb.Ring
	prj    string
	gbk    bool
	cpg    string
}

// parts are the files of the drawing by their endings.
func (d *drawing) parts(tb testing.TB) map[string][]byte {
	tb.Helper()
	text := func(s string) []byte {
		if !d.gbk {
			return []byte(s)
		}
		b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
		if err != nil {
			tb.Fatal(err)
		}
		return b
	}
	var shp, dbf bytes.Buffer
	head := make([]byte, 100)
	binary.BigEndian.PutUint32(head, 9994)
	shp.Write(head)
	put := func(order binary.ByteOrder, values ...any) {
		for _, v := range values {
			if err := binary.Write(&shp, order, v); err != nil {
				tb.Fatal(err)
			}
		}
	}
	for i, r := range d.rings {
		if r == nil {
			put(binary.BigEndian, uint32(i+1), uint32(2))
			put(binary.LittleEndian, uint32(0))
			continue
		}
		put(binary.BigEndian, uint32(i+1), uint32((44+4+16*len(r))/2))
		put(binary.LittleEndian, uint32(5), [4]float64{}, uint32(1), uint32(len(r)), uint32(0), []orb.Point(r))
	}
	const width = 60
	header := make([]byte, 32+32*len(d.fields)+1)
	binary.LittleEndian.PutUint32(header[4:], uint32(len(d.rings)))
	binary.LittleEndian.PutUint16(header[8:], uint16(len(header)))
	binary.LittleEndian.PutUint16(header[10:], uint16(1+width*len(d.fields)))
	for k, field := range d.fields {
		at := header[32+32*k:]
		copy(at[:10], text(field)) // ten bytes, in the middle of a character if need be
		at[11], at[16] = 'C', width
	}
	header[len(header)-1] = 0x0d
	dbf.Write(header)
	for i := range d.rings {
		dbf.WriteByte(' ')
		for k := range d.fields {
			cell := bytes.Repeat([]byte(" "), width)
			copy(cell, text(d.cells[i][k]))
			dbf.Write(cell)
		}
	}
	parts := map[string][]byte{".shp": shp.Bytes(), ".dbf": dbf.Bytes()}
	if d.prj != "" {
		parts[".prj"] = []byte(d.prj)
	}
	if d.cpg != "" {
		parts[".cpg"] = []byte(d.cpg)
	}
	return parts
}

// write writes the parts side by side and returns the path of the .shp.
func (d *drawing) write(tb testing.TB, name string) string {
	tb.Helper()
	dir := tb.TempDir()
	for ext, data := range d.parts(tb) {
		mustWrite(tb, filepath.Join(dir, name+ext), string(data))
	}
	return filepath.Join(dir, name+".shp")
}

// zipOf packs files in the order of their names and returns the path.
func zipOf(tb testing.TB, name string, files map[string][]byte) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	out, err := os.Create(path)
	if err != nil {
		tb.Fatal(err)
	}
	z := zip.NewWriter(out)
	var names []string
	for n := range files {
		names = append(names, n)
	}
	slices.Sort(names)
	for _, n := range names {
		w, err := z.Create(n)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write(files[n]); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	if err := out.Close(); err != nil {
		tb.Fatal(err)
	}
	return path
}

// squareAt is a ring of about 100 m in degrees, as a Shapefile has it: clockwise.
func squareAt(x, y float64) orb.Ring {
	return orb.Ring{{x, y}, {x, y + 0.001}, {x + 0.001, y + 0.001}, {x + 0.001, y}, {x, y}}
}

// prjOf is the text of a .prj file of the corpora.
func prjOf(tb testing.TB, name string) string {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join(corpus.Dir(tb, "formats"), name))
	if err != nil {
		tb.Fatal(err)
	}
	return strings.TrimSpace(string(data))
}
