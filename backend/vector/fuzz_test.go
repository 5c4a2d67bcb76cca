package vector

import (
	"archive/zip"
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"estateatlas/backend/internal/corpus"
)

func seeds(f *testing.F, patterns ...string) {
	f.Helper()
	dir, ok := corpus.Find("formats")
	if !ok {
		return
	}
	for _, pattern := range patterns {
		files, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, file := range files {
			if data, err := os.ReadFile(file); err == nil && len(data) < 200_000 {
				f.Add(data)
			}
		}
	}
}

func FuzzShapes(f *testing.F) {
	seeds(f, "shp*/*.shp")
	head := make([]byte, 100)
	binary.BigEndian.PutUint32(head, 9994)
	f.Add(head)
	f.Fuzz(func(_ *testing.T, data []byte) {
		shapes, _, err := readShapes(context.Background(), data)
		if err == nil {
			for _, s := range shapes {
				if s.geometry != nil {
					_ = s.geometry.Bound()
				}
			}
		}
	})
}

func FuzzDBF(f *testing.F) {
	seeds(f, "dbf/*.dbf", "shp*/*.dbf")
	f.Fuzz(func(t *testing.T, data []byte) {
		table, err := readDBF(data, "", "")
		if err != nil {
			return
		}
		for _, row := range table.rows {
			if row != nil && len(row) != len(table.fields) {
				t.Fatal("a row of another length")
			}
		}
	})
}

func FuzzKML(f *testing.F) {
	seeds(f, "kml/*.kml")
	f.Fuzz(func(t *testing.T, data []byte) {
		layers, err := readKML(context.Background(), "a", data)
		if err != nil {
			return
		}
		for _, row := range layers[0].Rows {
			if len(row.Cells) != len(layers[0].Fields) {
				t.Fatal("a row of another length")
			}
		}
	})
}

func FuzzGeoPackageGeometry(f *testing.F) {
	f.Add([]byte("GP\x00\x01\x00\x00\x00\x00\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"))
	for _, shape := range shapesOfCorpus(f) {
		f.Add(shape)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		g, points, _, err := geoPackageGeometry(data)
		if err != nil || g == nil {
			return
		}
		_ = g.Bound()
		if points > len(data)/16 {
			t.Fatalf("%d vertices of %d bytes", points, len(data))
		}
	})
}

// shapesOfCorpus are the first geometries of the GeoPackages of the corpora.
func shapesOfCorpus(f *testing.F) (out [][]byte) {
	f.Helper()
	dir, ok := corpus.Find("formats")
	if !ok {
		return nil
	}
	files, _ := filepath.Glob(filepath.Join(dir, "gpkg", "*.gpkg"))
	for _, file := range files {
		db, err := sql.Open("sqlite3", "file:"+file+"?mode=ro&immutable=1")
		if err != nil {
			f.Fatal(err)
		}
		tables, _ := featureTables(context.Background(), db) // none in a file of attributes
		for _, t := range tables {
			out = append(out, firstShapes(db, t)...)
		}
		_ = db.Close()
	}
	return out
}

// firstShapes are the first geometries of a layer.
func firstShapes(db *sql.DB, t featureTable) (out [][]byte) {
	rows, err := db.Query("SELECT " + quoted(t.column) + " FROM " + quoted(t.name) + " LIMIT 3")
	if err != nil {
		return nil
	}
	defer rows.Close()
	for rows.Next() {
		var blob []byte
		if rows.Scan(&blob) == nil && len(blob) < 20_000 {
			out = append(out, blob)
		}
	}
	_ = rows.Err() // a seed less
	return out
}

// FuzzArchive: whatever a ZIP file holds, reading ends.
func FuzzArchive(f *testing.F) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{"a.shp", "a.dbf", "b/doc.kml"} {
		w, err := z.Create(name)
		if err != nil {
			f.Fatal(err)
		}
		_, _ = w.Write([]byte("<kml><Placemark><name>a</name></Placemark></kml>"))
	}
	if err := z.Close(); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	path := filepath.Join(f.TempDir(), "a.zip")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		layers, err := Read(context.Background(), path, Options{})
		if err == nil && len(layers) == 0 {
			t.Fatal("neither layers nor a word")
		}
	})
}

// BenchmarkShapefile reads 50,000 areas of seven corners with two columns.
func BenchmarkShapefile(b *testing.B) {
	const n = 50_000
	var shp, table bytes.Buffer
	head := make([]byte, 100)
	binary.BigEndian.PutUint32(head, 9994)
	shp.Write(head)
	for i := range n {
		points := make([]float64, 0, 16)
		for k := range 8 {
			a := float64(k%7) / 7 * 2 * math.Pi
			points = append(points, float64(i%250)*100+40*math.Cos(a), float64(i/250)*100+40*math.Sin(a))
		}
		content := 44 + 4 + 8*len(points)
		for _, v := range []any{uint32(i + 1), uint32(content / 2)} {
			_ = binary.Write(&shp, binary.BigEndian, v)
		}
		for _, v := range []any{uint32(5), [4]float64{}, uint32(1), uint32(8), uint32(0), points} {
			_ = binary.Write(&shp, binary.LittleEndian, v)
		}
	}
	header := make([]byte, 32+64+1)
	binary.LittleEndian.PutUint32(header[4:], n)
	binary.LittleEndian.PutUint16(header[8:], uint16(len(header)))
	binary.LittleEndian.PutUint16(header[10:], 1+10+40)
	copy(header[32:], "id")
	header[32+11], header[32+16] = 'C', 10
	copy(header[64:], "name")
	header[64+11], header[64+16] = 'C', 40
	header[96] = 0x0d
	table.Write(header)
	name, _ := encodings["gbk"].of.NewEncoder().Bytes([]byte("月牙河东里小区"))
	for i := range n {
		row := bytes.Repeat([]byte(" "), 51)
		copy(row[1:], strconv.Itoa(i))
		copy(row[11:], name)
		table.Write(row)
	}
	parts := map[string][]byte{".shp": shp.Bytes(), ".dbf": table.Bytes()}
	for b.Loop() {
		if _, err := readShapefile(context.Background(), "a", func(ext string) ([]byte, error) { return parts[ext], nil }, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
