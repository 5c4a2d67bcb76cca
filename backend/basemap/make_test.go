package basemap

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
)

type xyz [3]uint32

// picture makes a PNG of one colour.
func picture(tb testing.TB, size int, c color.Color) []byte {
	tb.Helper()
	m := image.NewPaletted(image.Rect(0, 0, size, size), color.Palette{c})
	var out bytes.Buffer
	if err := png.Encode(&out, m); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func zip(data []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(data)
	_ = w.Close()
	return out.Bytes()
}

// pm says how a PMTiles file is made.
type pm struct {
	tiles    map[xyz][]byte
	kind     byte // 1 MVT, 2 PNG
	compress bool // directories, metadata and tiles
	leaf     int  // entries a directory holds before it is split
	metadata string
}

// directoryOf writes a directory; next to the columns of the specification nothing.
func directoryOf(entries []pmEntry) []byte {
	out := binary.AppendUvarint(nil, uint64(len(entries)))
	last := uint64(0)
	for _, e := range entries {
		out = binary.AppendUvarint(out, e.id-last)
		last = e.id
	}
	for _, e := range entries {
		out = binary.AppendUvarint(out, uint64(e.run))
	}
	for _, e := range entries {
		out = binary.AppendUvarint(out, uint64(e.length))
	}
	for i, e := range entries {
		if i > 0 && e.offset == entries[i-1].offset+uint64(entries[i-1].length) {
			out = binary.AppendUvarint(out, 0)
		} else {
			out = binary.AppendUvarint(out, e.offset+1)
		}
	}
	return out
}

// bytes lays the file out: header, root, metadata, leaves, tiles. Equal tiles in a row share a run, equal ones elsewhere the bytes.
func (p pm) bytes() []byte {
	pack := func(b []byte) []byte {
		if p.compress {
			return zip(b)
		}
		return b
	}
	type numbered struct {
		id   uint64
		data []byte
	}
	var tiles []numbered
	least, most := uint32(deepest), uint32(0)
	for at, data := range p.tiles {
		tiles = append(tiles, numbered{tileID(at[0], at[1], at[2]), data})
		least, most = min(least, at[0]), max(most, at[0])
	}
	slices.SortFunc(tiles, func(a, b numbered) int { return cmp.Compare(a.id, b.id) })
	var entries []pmEntry
	var data []byte
	at := map[string]pmEntry{}
	for _, t := range tiles {
		stored := pack(t.data)
		e, known := at[string(t.data)]
		if !known {
			e = pmEntry{offset: uint64(len(data)), length: uint32(len(stored))}
			at[string(t.data)] = e
			data = append(data, stored...)
		}
		if n := len(entries); n > 0 && entries[n-1].offset == e.offset && entries[n-1].id+uint64(entries[n-1].run) == t.id {
			entries[n-1].run++
			continue
		}
		e.id, e.run = t.id, 1
		entries = append(entries, e)
	}
	var leaves []byte
	for p.leaf > 1 && len(entries) > p.leaf {
		var above []pmEntry
		for part := range slices.Chunk(entries, p.leaf) {
			packed := pack(directoryOf(part))
			above = append(above, pmEntry{id: part[0].id, offset: uint64(len(leaves)), length: uint32(len(packed))})
			leaves = append(leaves, packed...)
		}
		entries = above
	}
	root, metadata := pack(directoryOf(entries)), pack([]byte(p.metadata))
	h := make([]byte, pmHeader)
	copy(h, "PMTiles\x03")
	offset := uint64(pmHeader)
	for i, section := range [][]byte{root, metadata, leaves, data} {
		binary.LittleEndian.PutUint64(h[8+16*i:], offset)
		binary.LittleEndian.PutUint64(h[16+16*i:], uint64(len(section)))
		offset += uint64(len(section))
	}
	h[97], h[98] = pmNone, pmNone
	if p.compress {
		h[97], h[98] = pmGzip, pmGzip
	}
	h[99], h[100], h[101] = p.kind, byte(least), byte(most)
	for i, degrees := range [...]float64{116.9, 38.5, 118.1, 40.3} {
		binary.LittleEndian.PutUint32(h[102+4*i:], uint32(int32(degrees*1e7)))
	}
	return slices.Concat(h, root, metadata, leaves, data)
}

func write(tb testing.TB, name string, data []byte) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// writeMBTiles makes an MBTiles file; rows counted from the south.
func writeMBTiles(tb testing.TB, tiles map[xyz][]byte, metadata map[string]string) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "图 #1?.mbtiles")
	db, err := sql.Open("sqlite3", "file:"+filepath.Join(filepath.Dir(path), "x.mbtiles"))
	if err != nil {
		tb.Fatal(err)
	}
	run := func(query string, args ...any) {
		tb.Helper()
		if _, err := db.Exec(query, args...); err != nil {
			tb.Fatal(err)
		}
	}
	run("PRAGMA synchronous=OFF; CREATE TABLE metadata (name text, value text);" +
		"CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);" +
		"CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row)")
	for name, value := range metadata {
		run("INSERT INTO metadata VALUES (?, ?)", name, value)
	}
	at := slices.SortedFunc(maps.Keys(tiles), func(a, b xyz) int { return slices.Compare(a[:], b[:]) })
	for _, at := range at {
		run("INSERT INTO tiles VALUES (?, ?, ?, ?)", at[0], at[1], uint32(1)<<at[0]-1-at[2], tiles[at])
	}
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
	if err := os.Rename(filepath.Join(filepath.Dir(path), "x.mbtiles"), path); err != nil {
		tb.Fatal(err)
	}
	return path
}

func metadataOf(tb testing.TB, v any) string {
	tb.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

func opened(tb testing.TB, path string) Source {
	tb.Helper()
	s, err := OpenFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

func textOf(err error) string {
	_, text := domain.Explain(err)
	return text.ZH
}

// escaped is a path as a URI of SQLite takes it.
func escaped(path string) string { return strings.NewReplacer("#", "%23", "?", "%3f").Replace(path) }
