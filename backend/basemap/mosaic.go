package basemap

import (
	"bytes"
	"context"
	"image"
	"image/draw"
	"math"
	"sync"

	"estateatlas/backend/domain"
)

// Mosaic is a part of a base map of pictures, put together from its tiles.
type Mosaic struct {
	Info  Info
	Image *image.RGBA // transparent where there is no tile
	// left and top are where the image begins in a world that is `around` pixels wide and high.
	left, top, around float64
}

const (
	// mostTiles bounds a mosaic: at 256 px these are 39 million pixels.
	mostTiles = 600
	// largestSide bounds the side of a tile that is put into a mosaic.
	largestSide = 1024
	// mercatorLimit is the latitude where the square of Web Mercator ends.
	mercatorLimit = 85.0511287798066
)

// Pixel returns where a place (degrees) lies in the image, from its left upper corner in pixels.
func (m *Mosaic) Pixel(lon, lat float64) (x, y float64) {
	x, y = worldOf(lon, lat)
	return x*m.around - m.left, y*m.around - m.top
}

// worldOf returns a place in the unit square of Web Mercator, y from the north.
func worldOf(lon, lat float64) (x, y float64) {
	sin := math.Sin(max(-mercatorLimit, min(mercatorLimit, lat)) * math.Pi / 180)
	return lon/360 + 0.5, 0.5 - math.Log((1+sin)/(1-sin))/(4*math.Pi)
}

// Mosaic puts together what a base map has of an area (west, south, east, north in degrees), with about widthPx pixels across as
// far as its zooms and mostTiles allow. progress counts tiles. Errors: CodeNotFound for an unknown id; CodeInvalid for a base map
// of shapes and where no tile comes, with the reason; CodeCancelled.
func (l *Library) Mosaic(ctx context.Context, id string, area [4]float64, widthPx int, progress func(done, total int)) (*Mosaic, error) {
	source := l.open(id)
	if source == nil {
		return nil, domain.Fail(domain.CodeNotFound, domain.Say("底图不在清单中，或不能打开", "The base map is not on the list, or cannot be opened"), nil)
	}
	info := source.Info()
	if info.Kind != Raster {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("矢量底图不能印在导出的地图上", "A vector base map cannot be put on an exported map"), nil)
	}
	g := gridOf(&info, area, widthPx)
	side := 0
	pictures := make([]image.Image, g.count())
	var mu sync.Mutex
	var waiting sync.WaitGroup
	next, done := 0, 0
	for range remoteAtOnce {
		waiting.Go(func() {
			for {
				mu.Lock()
				at := next
				next++
				mu.Unlock()
				if at >= len(pictures) || ctx.Err() != nil {
					return
				}
				x, y := g.tile(at)
				tile, err := source.Tile(ctx, g.zoom, x, y)
				if err != nil && ctx.Err() == nil {
					l.note(id, err)
				}
				picture := pictureOf(tile.Data)
				mu.Lock()
				if pictures[at] = picture; picture != nil {
					side = max(side, picture.Bounds().Dx())
				}
				done++
				progress(done, len(pictures))
				mu.Unlock()
			}
		})
	}
	waiting.Wait()
	if err := domain.Cancelled(ctx); err != nil {
		return nil, err
	}
	if side == 0 {
		return nil, l.nothingCame(id)
	}
	m := &Mosaic{Info: info, Image: image.NewRGBA(image.Rect(0, 0, g.columns()*side, g.rows()*side))}
	m.left, m.top, m.around = float64(int(g.west)*side), float64(int(g.north)*side), math.Exp2(float64(g.zoom))*float64(side)
	for at, picture := range pictures {
		if picture != nil && picture.Bounds().Dx() == side {
			x, y := g.tile(at)
			corner := image.Pt(int(x-g.west)*side, int(y-g.north)*side)
			draw.Draw(m.Image, image.Rectangle{Min: corner, Max: corner.Add(image.Pt(side, side))}, picture, picture.Bounds().Min, draw.Src)
		}
	}
	return m, nil
}

// nothingCame says why no tile came.
func (l *Library) nothingCame(id string) error {
	entries, err := l.List()
	if err != nil {
		return err
	}
	text := domain.Say("底图在这一范围没有图片；换一幅底图，或不带底图导出", "The base map has no pictures of this area; take another one, or export without")
	for i := range entries {
		if entries[i].ID == id && entries[i].Problem != (domain.Text{}) {
			text = entries[i].Problem
		}
	}
	return domain.Fail(domain.CodeInvalid, text, nil)
}

// grid is the tiles of a mosaic.
type grid struct {
	zoom                     uint32
	west, north, east, south uint32 // the last ones included
}

func (g *grid) columns() int { return int(g.east-g.west) + 1 }
func (g *grid) rows() int    { return int(g.south-g.north) + 1 }
func (g *grid) count() int   { return g.columns() * g.rows() }

func (g *grid) tile(at int) (x, y uint32) {
	return g.west + uint32(at%g.columns()), g.north + uint32(at/g.columns())
}

// gridOf chooses the zoom whose pixels are closest to the wanted ones, of those that the base map has.
func gridOf(info *Info, area [4]float64, widthPx int) grid {
	x0, y0 := worldOf(area[0], area[3])
	x1, y1 := worldOf(area[2], area[1])
	size := info.TileSize
	if size <= 0 {
		size = rasterSize
	}
	zoom := math.Round(math.Log2(float64(max(1, widthPx)) / (max(x1-x0, 1e-9) * float64(size))))
	zoom = max(0, float64(info.MinZoom), min(zoom, float64(info.MaxZoom), deepest))
	for {
		last := math.Exp2(zoom) - 1
		at := func(v float64) uint32 { return uint32(max(0, min(math.Floor(v*(last+1)), last))) }
		g := grid{uint32(zoom), at(x0), at(y0), at(x1), at(y1)}
		if g.count() <= mostTiles || zoom == 0 {
			return g
		}
		zoom--
	}
}

// pictureOf decodes a tile; nil for what is none, not square, or too large.
func pictureOf(data []byte) image.Image {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width != c.Height || c.Width < 1 || c.Width > largestSide {
		return nil
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	return picture
}
