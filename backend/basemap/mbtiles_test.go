package basemap

import (
	"bytes"
	"context"
	"database/sql"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// TestMBTilesCountRowsFromTheSouth compares every tile of a few zooms, vector tiles being stored compressed.
func TestMBTilesCountRowsFromTheSouth(t *testing.T) {
	want := map[xyz][]byte{}
	stored := map[xyz][]byte{}
	for z := range uint32(5) {
		for x := range uint32(1) << z {
			for y := range uint32(1) << z {
				if (x*7+y*3+z)%4 > 0 {
					at := xyz{z, x, y}
					want[at] = []byte{0x1a, byte(z), byte(x), byte(y)}
					stored[at] = zip(want[at])
				}
			}
		}
	}
	s := opened(t, writeMBTiles(t, stored, map[string]string{
		"name": "天津 <i>道路</i>", "format": "pbf", "bounds": "116.9,38.5,118.1,40.3", "minzoom": "0", "maxzoom": "4",
		"attribution": "&copy; 测绘院", "json": `{"vector_layers":[{"id":"water"},{"id":"transportation"}]}`,
	}))
	info := Info{
		Name: "天津 道路", Kind: Vector, Source: FromMBTiles, MaxZoom: 4, TileSize: 512, Bounds: []float64{116.9, 38.5, 118.1, 40.3},
		Attribution: "© 测绘院", Layers: []string{"water", "transportation"},
	}
	if diff := cmp.Diff(info, s.Info()); diff != "" {
		t.Error(diff)
	}
	for z := range uint32(6) {
		for x := range uint32(1)<<z + 1 {
			for y := range uint32(1)<<z + 1 {
				tile, err := s.Tile(t.Context(), z, x, y)
				if err != nil || !bytes.Equal(tile.Data, want[xyz{z, x, y}]) {
					t.Fatalf("%d/%d/%d: %v, %x, want %x", z, x, y, err, tile.Data, want[xyz{z, x, y}])
				}
			}
		}
	}
}

func TestMBTilesThatSayNothingAreLookedAt(t *testing.T) {
	s := opened(t, writeMBTiles(t, map[xyz][]byte{{3, 6, 3}: picture(t, 512, color.White), {5, 1, 1}: picture(t, 512, color.Black)}, nil))
	if got := s.Info(); got.Kind != Raster || got.TileSize != 512 || got.MinZoom != 3 || got.MaxZoom != 5 || got.Bounds != nil || got.Name == "" {
		t.Errorf("%+v", got)
	}
	if tile, err := s.Tile(t.Context(), 3, 6, 3); err != nil || tile.Type != "image/png" {
		t.Errorf("%v %v", tile.Type, err)
	}
}

func TestWhatIsNoMBTilesIsRefusedInWords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.mbtiles")
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("CREATE TABLE estates (id text)"); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ path, says string }{
		"a project":         {path, "没有 MBTiles 瓦片"},
		"a picture":         {write(t, "x.png", picture(t, 256, color.White)), "PMTiles 或 MBTiles"},
		"nothing":           {write(t, "x.mbtiles", nil), "PMTiles 或 MBTiles"},
		"a folder":          {t.TempDir(), "不是文件"},
		"a bare head":       {write(t, "y.mbtiles", []byte("SQLite format 3\x00")), "底图"},
		"gone":              {filepath.Join(t.TempDir(), "gone.mbtiles"), "不在原处"},
		"unknown tiles":     {writeMBTiles(t, map[xyz][]byte{{0, 0, 0}: []byte("<svg/>")}, map[string]string{"format": "svg"}), "svg"},
		"zooms upside down": {writeMBTiles(t, map[xyz][]byte{{0, 0, 0}: {1}}, map[string]string{"format": "pbf", "minzoom": "9", "maxzoom": "2"}), "损坏"},
	} {
		_, err := OpenFile(c.path)
		if err == nil {
			t.Errorf("%s was opened", name)
			continue
		}
		inWords(t, err)
		if !strings.Contains(textOf(err), c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAViewWithoutEndIsGivenUp: the tiles may be a view over anything, also over a query that never ends.
func TestAViewWithoutEndIsGivenUp(t *testing.T) {
	path := writeMBTiles(t, map[xyz][]byte{{0, 0, 0}: {1}}, map[string]string{"format": "pbf", "minzoom": "0", "maxzoom": "1"})
	db, err := sql.Open("sqlite3", "file:"+escaped(path))
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec("ALTER TABLE tiles RENAME TO t; CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM t UNION ALL " +
		"SELECT n, n, n, 'x' FROM (WITH RECURSIVE c(n) AS (SELECT 5 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c)")
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s := opened(t, path)
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	started := time.Now()
	if _, err := s.Tile(ctx, 1, 1, 0); err == nil || time.Since(started) > 2*time.Second {
		t.Errorf("%v after %v", err, time.Since(started))
	}
}

// TestTheFileIsNeitherChangedNorAccompanied: base maps lie on shares that nobody may write to.
func TestTheFileIsNeitherChangedNorAccompanied(t *testing.T) {
	path := writeMBTiles(t, map[xyz][]byte{{0, 0, 0}: {1}}, map[string]string{"format": "pbf"})
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := opened(t, path)
	if tile, err := s.Tile(t.Context(), 0, 0, 0); err != nil || len(tile.Data) != 1 {
		t.Fatal(tile, err)
	}
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(before, after) {
		t.Errorf("changed: %v", err)
	}
	if beside, err := os.ReadDir(filepath.Dir(path)); err != nil || len(beside) != 1 {
		t.Errorf("%v %v", beside, err)
	}
}

// TestWhatGDALWritesIsRead: a file by another hand.
func TestWhatGDALWritesIsRead(t *testing.T) {
	tool, err := exec.LookPath("ogr2ogr")
	if err != nil {
		t.Skip("ogr2ogr (gdal-bin) is not installed")
	}
	source := write(t, "water.geojson", []byte(`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"海河"},"geometry":{"type":"LineString",
		"coordinates":[[117.15,39.16],[117.2,39.13],[117.25,39.1]]}}]}`))
	path := filepath.Join(t.TempDir(), "g.mbtiles")
	out, err := exec.CommandContext(t.Context(), tool, "-f", "MBTiles", path, source, "-nln", "water", "-dsco", "MINZOOM=8", "-dsco", "MAXZOOM=12", "-dsco", "NAME=水系").CombinedOutput()
	if err != nil {
		t.Skipf("ogr2ogr writes no MBTiles: %v %s", err, out)
	}
	s := opened(t, path)
	if got := s.Info(); got.Kind != Vector || got.Name != "水系" || got.MinZoom != 8 || got.MaxZoom != 12 || !slices.Equal(got.Layers, []string{"water"}) || len(got.Bounds) != 4 {
		t.Errorf("%+v", got)
	}
	// 117.2° E 39.13° N
	for at, want := range map[xyz]bool{{8, 211, 97}: true, {12, 3381, 1563}: true, {12, 3381, 2532}: false} {
		tile, err := s.Tile(t.Context(), at[0], at[1], at[2])
		if err != nil || bytes.Contains(tile.Data, []byte("water")) != want {
			t.Errorf("%v: %v, %d bytes", at, err, len(tile.Data))
		}
	}
}

func FuzzMBTiles(f *testing.F) {
	for _, metadata := range []map[string]string{nil, {"format": "pbf", "json": "{}", "bounds": "1,2,3,4"}, {"format": "png", "minzoom": "0", "maxzoom": "x"}} {
		path := writeMBTiles(f, map[xyz][]byte{{0, 0, 0}: zip([]byte{1, 2}), {1, 1, 0}: {3}}, metadata)
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	path := filepath.Join(f.TempDir(), "x.mbtiles")
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
		for _, at := range []xyz{{0, 0, 0}, {1, 1, 0}, {5, 3, 2}} {
			if _, err := s.Tile(t.Context(), at[0], at[1], at[2]); err != nil {
				inWords(t, err)
			}
		}
	})
}

func BenchmarkMBTiles(b *testing.B) {
	tiles := map[xyz][]byte{}
	for x := range uint32(32) {
		for y := range uint32(32) {
			tiles[xyz{5, x, y}] = zip(bytes.Repeat([]byte{7, byte(x), byte(y)}, 700))
		}
	}
	s := opened(b, writeMBTiles(b, tiles, map[string]string{"format": "pbf", "minzoom": "5", "maxzoom": "5"}))
	i := uint32(0)
	for b.Loop() {
		i += 97
		if tile, err := s.Tile(b.Context(), 5, i%32, i/32%32); err != nil || len(tile.Data) == 0 {
			b.Fatal(err)
		}
	}
}
