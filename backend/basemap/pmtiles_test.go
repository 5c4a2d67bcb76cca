package basemap

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestTilesAreNumberedAsInTheSpecification: the examples of the specification and of its authors' readers.
func TestTilesAreNumberedAsInTheSpecification(t *testing.T) {
	for _, c := range []struct {
		z, x, y uint32
		want    uint64
	}{{0, 0, 0, 0}, {1, 0, 0, 1}, {1, 0, 1, 2}, {1, 1, 1, 3}, {1, 1, 0, 4}, {2, 0, 0, 5}, {12, 3423, 1763, 19078479}} {
		if got := tileID(c.z, c.x, c.y); got != c.want {
			t.Errorf("%d/%d/%d is %d, want %d", c.z, c.x, c.y, got, c.want)
		}
	}
}

// TestNumbersFollowOneAnother: along a Hilbert curve each tile lies beside the last one, and none is met twice.
func TestNumbersFollowOneAnother(t *testing.T) {
	for z := range uint32(7) {
		n := uint32(1) << z
		at := make([][2]uint32, n*n)
		seen := make([]bool, n*n)
		first := tileID(z, 0, 0)
		for x := range n {
			for y := range n {
				i := tileID(z, x, y) - first
				if i >= uint64(len(at)) || seen[i] {
					t.Fatalf("zoom %d: %d/%d is number %d", z, x, y, i)
				}
				at[i], seen[i] = [2]uint32{x, y}, true
			}
		}
		for i := 1; i < len(at); i++ {
			if a, b := at[i-1], at[i]; max(a[0], b[0])-min(a[0], b[0])+max(a[1], b[1])-min(a[1], b[1]) != 1 {
				t.Fatalf("zoom %d: from %v to %v", z, a, b)
			}
		}
	}
}

func TestPMTilesGiveBackWhatWasPutIn(t *testing.T) {
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		p := pm{
			tiles: map[xyz][]byte{}, kind: 1, compress: rapid.Bool().Draw(t, "compress"), leaf: rapid.SampledFrom([]int{0, 6, 9}).Draw(t, "leaf"),
			metadata: `{"vector_layers":[{"id":"water"},{"id":"道路"}]}`,
		}
		deep := rapid.Uint32Range(0, 5).Draw(t, "deepest")
		for z := range deep + 1 {
			for x := range uint32(1) << z {
				for y := range uint32(1) << z {
					// Few contents, so that runs and shared bytes come about.
					if kind := rapid.IntRange(0, 3).Draw(t, "content"); kind > 0 {
						p.tiles[xyz{z, x, y}] = bytes.Repeat([]byte{byte(kind)}, 5*kind)
					}
				}
			}
		}
		if len(p.tiles) == 0 || len(p.tiles) > 6*6*6 && p.leaf == 6 {
			return // deeper than any writer goes
		}
		path := filepath.Join(folder, "a.pmtiles")
		if err := os.WriteFile(path, p.bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = s.Close() }()
		for z := range deep + 2 {
			for x := range uint32(1)<<z + 1 {
				for y := range uint32(1)<<z + 1 {
					tile, err := s.Tile(t.Context(), z, x, y)
					if err != nil || !bytes.Equal(tile.Data, p.tiles[xyz{z, x, y}]) {
						t.Fatalf("%d/%d/%d: %v, %x, want %x", z, x, y, err, tile.Data, p.tiles[xyz{z, x, y}])
					}
				}
			}
		}
	})
}

func TestPMTilesSayWhatTheyAre(t *testing.T) {
	small := pm{
		tiles: map[xyz][]byte{{3, 6, 3}: picture(t, 512, color.White)}, kind: 2, compress: true,
		metadata: metadataOf(t, map[string]any{"name": "河北区 <b>影像</b>", "attribution": `<a href="javascript:alert(1)">&copy; 测绘院</a>`}),
	}
	want := Info{
		Name: "河北区 影像", Kind: Raster, Source: FromPMTiles, MinZoom: 3, MaxZoom: 3, TileSize: 512,
		Bounds: []float64{116.9, 38.5, 118.1, 40.3}, Attribution: "© 测绘院",
	}
	s := opened(t, write(t, "x.pmtiles", small.bytes()))
	if diff := cmp.Diff(want, s.Info()); diff != "" {
		t.Error(diff)
	}
	if tile, err := s.Tile(t.Context(), 3, 6, 3); err != nil || tile.Type != "image/png" {
		t.Errorf("%v %v", tile.Type, err)
	}
	vector := pm{tiles: map[xyz][]byte{{0, 0, 0}: {0x1a, 0}}, kind: 1, metadata: `{"vector_layers":[{"id":"water"},{"id":5},{"id":"roads"}],"name":7}`}
	if got := opened(t, write(t, "道路.pmtiles", vector.bytes())).Info(); got.Kind != Vector || got.TileSize != 512 || !slices.Equal(got.Layers, []string{"water", "roads"}) || got.Name != "道路" {
		t.Errorf("%+v", got)
	}
	vector.metadata = "{not JSON"
	opened(t, write(t, "x.pmtiles", vector.bytes()))
}

// TestDamagedPMTilesAreRefusedInWords changes a sound file in one place.
func TestDamagedPMTilesAreRefusedInWords(t *testing.T) {
	sound := pm{tiles: map[xyz][]byte{{0, 0, 0}: {1}, {1, 0, 0}: {2}}, kind: 1, metadata: "{}"}.bytes()
	put := func(at int, v uint64) func([]byte) []byte {
		return func(b []byte) []byte { binary.LittleEndian.PutUint64(b[at:], v); return b }
	}
	set := func(at int, v byte) func([]byte) []byte {
		return func(b []byte) []byte { b[at] = v; return b }
	}
	root := func(d []byte) func([]byte) []byte {
		return func(b []byte) []byte {
			binary.LittleEndian.PutUint64(b[8:], uint64(len(b)))
			binary.LittleEndian.PutUint64(b[16:], uint64(len(d)))
			return append(b, d...)
		}
	}
	huge := binary.AppendUvarint(nil, 1<<63)
	for name, c := range map[string]struct {
		change func([]byte) []byte
		code   domain.Code
		says   string
	}{
		"a bare name":                  {func(b []byte) []byte { return b[:7] }, domain.CodeCorrupt, "损坏"},
		"half a header":                {func(b []byte) []byte { return b[:100] }, domain.CodeCorrupt, "损坏"},
		"cut off":                      {func(b []byte) []byte { return b[:len(b)-1] }, domain.CodeCorrupt, "损坏"},
		"version 2":                    {set(7, 2), domain.CodeInvalid, "第 3 版"},
		"brotli tiles":                 {set(98, pmBrotli), domain.CodeInvalid, "brotli"},
		"zstd directories":             {set(97, pmZstd), domain.CodeInvalid, "zstd"},
		"unknown compression":          {set(98, 9), domain.CodeCorrupt, "损坏"},
		"unknown tiles":                {set(99, 77), domain.CodeInvalid, "77"},
		"zooms the wrong way":          {set(100, 9), domain.CodeCorrupt, "损坏"},
		"not compressed":               {set(97, pmGzip), domain.CodeCorrupt, "损坏"},
		"root beyond the end":          {put(8, 1<<40), domain.CodeCorrupt, "损坏"},
		"root of many terabytes":       {put(16, 1<<60), domain.CodeCorrupt, "损坏"},
		"offset and length that wrap":  {put(56, ^uint64(0)), domain.CodeCorrupt, "损坏"},
		"leaves beyond the end":        {put(48, 1<<33), domain.CodeCorrupt, "损坏"},
		"no entries":                   {root([]byte{0}), domain.CodeCorrupt, "损坏"},
		"empty root":                   {root(nil), domain.CodeCorrupt, "损坏"},
		"more entries than bytes":      {root(append(slices.Clone(huge), 1, 1, 1, 1)), domain.CodeCorrupt, "损坏"},
		"a number without end":         {root(bytes.Repeat([]byte{0xff}, 40)), domain.CodeCorrupt, "损坏"},
		"a length of zero":             {root([]byte{1, 0, 1, 0, 1}), domain.CodeCorrupt, "损坏"},
		"a first offset of none":       {root([]byte{1, 0, 1, 1, 0}), domain.CodeCorrupt, "损坏"},
		"columns cut off":              {root([]byte{2, 0, 1, 1, 1, 1, 1}), domain.CodeCorrupt, "损坏"},
		"twice the same tile":          {root([]byte{2, 0, 0, 1, 1, 1, 1, 1, 1}), domain.CodeCorrupt, "损坏"},
		"runs that overlap":            {root([]byte{2, 0, 1, 2, 1, 1, 1, 1, 1}), domain.CodeCorrupt, "损坏"},
		"a run beyond 32 bits":         {root(slices.Concat([]byte{1, 0}, huge, []byte{1, 1})), domain.CodeCorrupt, "损坏"},
		"a leaf where none are":        {root([]byte{1, 0, 0, 1, 1}), domain.CodeCorrupt, "损坏"},
		"a tile outside the section":   {root([]byte{1, 0, 1, 1, 100}), domain.CodeCorrupt, "损坏"},
		"a tile at the end of numbers": {root(slices.Concat([]byte{1, 0, 1, 1}, binary.AppendUvarint(nil, ^uint64(0)))), domain.CodeCorrupt, "损坏"},
	} {
		_, err := OpenFile(write(t, "x.pmtiles", c.change(slices.Clone(sound))))
		var e *domain.Error
		if !errors.As(err, &e) || e.Code != c.code || !strings.Contains(e.Text.ZH, c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestALeafThatHoldsItselfEnds: a file may not keep the program searching.
func TestALeafThatHoldsItselfEnds(t *testing.T) {
	b := pm{tiles: map[xyz][]byte{{0, 0, 0}: {1}}, kind: 1}.bytes()
	leaf := directoryOf([]pmEntry{{id: 0, offset: 0, length: 5}})
	if len(leaf) != 5 {
		t.Fatal(len(leaf))
	}
	at := uint64(len(b))
	for _, offset := range [...]int{8, 40} { // root and leaves
		binary.LittleEndian.PutUint64(b[offset:], at)
		binary.LittleEndian.PutUint64(b[offset+8:], 5)
	}
	if _, err := OpenFile(write(t, "x.pmtiles", append(b, leaf...))); err == nil {
		t.Fatal("opened")
	}
}

// TestABombOfZeroesIsNotOpened: a small compressed directory or tile may not fill the memory.
func TestABombOfZeroesIsNotOpened(t *testing.T) {
	b := pm{tiles: map[xyz][]byte{{0, 0, 0}: make([]byte, largestTileOpen+1)}, kind: 1, compress: true}.bytes()
	if _, err := OpenFile(write(t, "x.pmtiles", b)); err == nil {
		t.Error("a tile of more than 16 MB was opened")
	}
	bomb := zip(make([]byte, largestDirectoryOpen+1))
	b = pm{tiles: map[xyz][]byte{{0, 0, 0}: {1}}, kind: 1, compress: true}.bytes()
	binary.LittleEndian.PutUint64(b[8:], uint64(len(b)))
	binary.LittleEndian.PutUint64(b[16:], uint64(len(bomb)))
	if _, err := OpenFile(write(t, "x.pmtiles", append(b, bomb...))); err == nil {
		t.Error("a directory of more than 4 MB was opened")
	}
}

func FuzzPMTiles(f *testing.F) {
	tiles := map[xyz][]byte{}
	for x := range uint32(8) {
		for y := range uint32(8) {
			tiles[xyz{3, x, y}] = []byte{byte(x % 3), byte(y)}
		}
	}
	for _, p := range []pm{
		{tiles: tiles, kind: 1, metadata: "{}"},
		{tiles: tiles, kind: 1, compress: true, leaf: 9, metadata: `{"name":"x"}`},
		{tiles: tiles, kind: 0, leaf: 9},
		{tiles: map[xyz][]byte{{0, 0, 0}: picture(f, 256, color.White)}, kind: 2},
	} {
		f.Add(p.bytes())
	}
	path := filepath.Join(f.TempDir(), "x.pmtiles")
	f.Fuzz(func(t *testing.T, data []byte) {
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := OpenFile(path)
		if err != nil {
			inWords(t, err)
			return
		}
		defer func() { _ = s.Close() }()
		for _, at := range []xyz{{0, 0, 0}, {3, 0, 0}, {3, 7, 7}, {3, 4, 2}, {24, 0, 0}} {
			tile, err := s.Tile(t.Context(), at[0], at[1], at[2])
			if err != nil {
				inWords(t, err)
			}
			if len(tile.Data) > 0 && tile.Type == "" {
				t.Fatal("a tile of no type")
			}
		}
	})
}

// inWords requires an error that a user can read.
func inWords(t *testing.T, err error) {
	t.Helper()
	if code, text := domain.Explain(err); code == domain.CodeInternal || text.ZH == "" || text.EN == "" {
		t.Fatalf("not in words: %v", err)
	}
}

func BenchmarkPMTiles(b *testing.B) {
	p := pm{tiles: map[xyz][]byte{}, kind: 1, compress: true, leaf: 4096}
	for x := range uint32(128) {
		for y := range uint32(128) {
			p.tiles[xyz{7, x, y}] = binary.LittleEndian.AppendUint32(bytes.Repeat([]byte{7}, 2000), x<<8|y)
		}
	}
	s := opened(b, write(b, "x.pmtiles", p.bytes()))
	i := uint32(0)
	for b.Loop() {
		i += 977
		if tile, err := s.Tile(b.Context(), 7, i%128, i/128%128); err != nil || len(tile.Data) == 0 {
			b.Fatal(err)
		}
	}
}
