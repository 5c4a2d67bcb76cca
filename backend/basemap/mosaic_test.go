package basemap

import (
	"context"
	"errors"
	"fmt"
	"image/color"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"estateatlas/backend/domain"
)

func noProgress(int, int) {}

// colourOf is the colour of a tile in the tests: its address.
func colourOf(at xyz) color.RGBA {
	return color.RGBA{uint8(at[0] * 10), uint8(at[1]), uint8(at[2]), 255}
}

// TestAMosaicShowsEveryPlaceWhereItIs compares the colour under places at random with the tile that they lie in by the formulas of
// the slippy map (OpenStreetMap wiki), worked out another way.
func TestAMosaicShowsEveryPlaceWhereItIs(t *testing.T) {
	const zoom = 7
	tiles := map[xyz][]byte{}
	for x := range uint32(1 << zoom) {
		for y := uint32(30); y < 62; y++ {
			tiles[xyz{zoom, x, y}] = picture(t, 64, colourOf(xyz{zoom, x, y}))
		}
	}
	var l Library
	entry, err := l.AddFile(writeMBTiles(t, tiles, map[string]string{"format": "png", "minzoom": "7", "maxzoom": "7"}))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	rapid.Check(t, func(t *rapid.T) {
		west, south := rapid.Float64Range(-170, 160).Draw(t, "west"), rapid.Float64Range(20, 50).Draw(t, "south")
		area := [4]float64{west, south, west + rapid.Float64Range(0.01, 15).Draw(t, "width"), south + rapid.Float64Range(0.01, 10).Draw(t, "height")}
		m, err := l.Mosaic(context.Background(), entry.ID, area, rapid.IntRange(1, 4000).Draw(t, "px"), noProgress)
		if err != nil {
			t.Fatal(err)
		}
		for range 20 {
			lon, lat := rapid.Float64Range(area[0], area[2]).Draw(t, "lon"), rapid.Float64Range(area[1], area[3]).Draw(t, "lat")
			x, y := m.Pixel(lon, lat)
			rad := lat * math.Pi / 180
			tileX := (lon + 180) / 360 * (1 << zoom)
			tileY := (1 - math.Asinh(math.Tan(rad))/math.Pi) / 2 * (1 << zoom)
			if math.Abs(tileX-math.Round(tileX)) < 1e-6 || math.Abs(tileY-math.Round(tileY)) < 1e-6 {
				continue // on the edge of two tiles
			}
			if got, want := m.Image.RGBAAt(int(x), int(y)), colourOf(xyz{zoom, uint32(tileX), uint32(tileY)}); got != want {
				t.Fatalf("%v, %v is %v at pixel %v, %v, and %v in its tile", lon, lat, got, x, y, want)
			}
		}
	})
}

func TestAMosaicTakesTheZoomThatFits(t *testing.T) {
	info := Info{MinZoom: 3, MaxZoom: 16, TileSize: 256}
	area := [4]float64{117.2, 39.08, 117.3, 39.14}
	for px, want := range map[int]uint32{1: 4, 1500: 14, 3000: 15, 1 << 20: 16} {
		if g := gridOf(&info, area, px); g.zoom != want {
			t.Errorf("%d px: zoom %d, want %d", px, g.zoom, want)
		}
	}
	for _, area := range [][4]float64{{-180, -89, 180, 89}, {100, 20, 130, 50}, {117, 39, 117, 39}} {
		if g := gridOf(&info, area, 1<<30); g.count() > mostTiles || g.count() < 1 {
			t.Errorf("%v: %d tiles at zoom %d", area, g.count(), g.zoom)
		}
	}
}

func TestAMosaicThatCannotBeSaysWhy(t *testing.T) {
	var l Library
	defer l.Close()
	add := func(path string) string {
		t.Helper()
		entry, err := l.AddFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return entry.ID
	}
	at := xyz{3, 6, 3}
	pictures := map[string]string{"format": "png", "minzoom": "3", "maxzoom": "3"}
	here := [4]float64{100, 20, 110, 30}
	shapes := add(writeMBTiles(t, map[xyz][]byte{at: zip([]byte{0x1a, 0})}, map[string]string{"format": "pbf", "minzoom": "3", "maxzoom": "3"}))
	elsewhere := add(writeMBTiles(t, map[xyz][]byte{{3, 0, 0}: picture(t, 256, color.White)}, pictures))
	damaged := add(writeMBTiles(t, map[xyz][]byte{at: []byte("\x89PNG\r\n\x1a\nnot a picture")}, pictures))
	huge := add(writeMBTiles(t, map[xyz][]byte{at: picture(t, largestSide+1, color.White)}, pictures))
	good := add(writeMBTiles(t, map[xyz][]byte{at: picture(t, 256, color.White)}, pictures))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusForbidden) }))
	defer server.Close()
	refused, err := l.AddAddress("镜像", Address{Template: server.URL + "/{z}/{x}/{y}"})
	if err != nil {
		t.Fatal(err)
	}
	for id, says := range map[string]string{
		"gone": "不在清单", shapes: "矢量底图", elsewhere: "没有图片", damaged: "没有图片", huge: "没有图片", refused.ID: "403",
	} {
		_, err := l.Mosaic(context.Background(), id, here, 500, noProgress)
		if err == nil || !strings.Contains(textOf(err), says) {
			t.Errorf("%v, want %q", err, says)
		}
	}
	total := 0
	if _, err := l.Mosaic(context.Background(), good, here, 500, func(done, all int) { total = max(total, done*1000+all) }); err != nil || total != 1001 {
		t.Errorf("%v after progress %d", err, total)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var e *domain.Error
	if _, err := l.Mosaic(ctx, good, here, 500, noProgress); !errors.As(err, &e) || e.Code != domain.CodeCancelled {
		t.Error(fmt.Sprint("a mosaic that was called off: ", err))
	}
}
