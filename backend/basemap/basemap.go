// Package basemap reads maps of others to lie behind the estates: PMTiles 3 and MBTiles 1.3 files, and servers of tiles in the
// intranet. It keeps the list of them and serves their tiles to the map. It draws nothing, knows no estates, and fetches nothing
// before a user has added an address.
//
// Files and servers are not trusted: every offset, length and answer is bounded, and what cannot be read becomes an empty tile
// and a sentence for the user, never an error on the map.
package basemap

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"estateatlas/backend/domain"
)

// Kinds and sources of base maps.
const (
	Raster = "raster"
	Vector = "vector"

	FromPMTiles = "pmtiles"
	FromMBTiles = "mbtiles"
	FromAddress = "address"
)

// Tile is one tile, not compressed. No data: nothing is there.
type Tile struct {
	Data []byte
	Type string // a media type
}

// Info is what a base map says of itself.
type Info struct {
	Name             string
	Kind             string // Raster or Vector
	Source           string // FromPMTiles, FromMBTiles, FromAddress
	MinZoom, MaxZoom int
	TileSize         int       // px of a raster tile; 512 for vector tiles
	Bounds           []float64 // west, south, east, north in degrees; nil: not said
	Attribution      string    // plain text
	Layers           []string  // of vector tiles, as far as the file names them
}

// Source is an open base map. Safe for several goroutines.
type Source interface {
	Info() Info
	// Tile returns a tile in Web Mercator, y counted from the north. An address without a tile is no error.
	Tile(ctx context.Context, z, x, y uint32) (Tile, error)
	Close() error
}

const (
	// deepest is the deepest zoom that any base map may have.
	deepest = 24
	// largestTile bounds a tile as stored, largestTileOpen after decompression.
	largestTile     = 8 << 20
	largestTileOpen = 16 << 20
	vectorSize      = 512
	rasterSize      = 256
)

// inPyramid reports whether z/x/y is the address of a tile.
func inPyramid(z, x, y uint32) bool { return z <= deepest && x < 1<<z && y < 1<<z }

// OpenFile opens a base map file; its first bytes tell which kind it is. Errors: CodeNotFound, CodeCorrupt, CodeInvalid.
func OpenFile(path string) (Source, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, domain.Fail(domain.CodeNotFound, domain.Say("底图文件不在原处：%s", "The base map file is not there: %s", path), err)
	}
	if err != nil {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("无法读取底图文件 %s；检查权限", "The base map file %s cannot be read; check its permissions", path), err)
	}
	var head [16]byte
	n, err := io.ReadFull(f, head[:])
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		_ = f.Close() // it was only read
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("%s 不是文件或无法读取", "%s is not a file or cannot be read", path), err)
	}
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	switch start := string(head[:n]); {
	case strings.HasPrefix(start, "PM"):
		s, err := openPMTiles(f, name)
		if err != nil {
			_ = f.Close()
			return nil, err
		}
		return s, nil
	case start == "SQLite format 3\x00":
		_ = f.Close()
		return openMBTiles(path, name)
	}
	_ = f.Close()
	return nil, domain.Fail(domain.CodeInvalid, domain.Say("%s 不是底图：只能使用 PMTiles 或 MBTiles 文件",
		"%s is no base map: it takes a PMTiles or an MBTiles file", filepath.Base(path)), nil)
}

func damaged(cause error) error {
	return domain.Fail(domain.CodeCorrupt, domain.Say("底图文件已损坏或不完整；重新复制或下载", "The base map file is damaged or incomplete; copy or download it again"), cause)
}
