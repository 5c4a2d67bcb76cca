package basemap

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"estateatlas/backend/domain"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// MBTiles 1.3 (github.com/mapbox/mbtiles-spec): an SQLite file with a table or view of tiles, rows counted from the south, and one
// of metadata, names and values.

type mbtiles struct {
	db   *sql.DB
	tile *sql.Stmt
	info Info
}

const (
	// mbPatience bounds a look-up: the tiles may be a view over anything.
	mbPatience = 3 * time.Second
	// mbMetadata bounds the metadata: rows, and bytes of a value.
	mbMetadata     = 64
	mbMetadataSize = 4 << 20
	// mbSample is how many tiles are looked at for what the file holds.
	mbSample = 16
)

func openMBTiles(path, name string) (Source, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, damaged(err)
	}
	db := sql.OpenDB(readOnly{dsn(path)})
	db.SetMaxOpenConns(4)
	m := &mbtiles{db: db, info: Info{Name: name, Source: FromMBTiles}}
	if err := m.describe(); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return m, nil
}

// readOnly makes connections that cannot write and take no large values from a hostile file.
type readOnly struct{ dsn string }

func (c readOnly) Connect(context.Context) (driver.Conn, error) { return c.Driver().Open(c.dsn) }

func (readOnly) Driver() driver.Driver {
	return &sqlite3.SQLiteDriver{ConnectHook: func(c *sqlite3.SQLiteConn) error {
		c.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, largestTile)
		c.SetLimit(sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100)
		c.SetLimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
		_, err := c.Exec("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON", nil)
		return err
	}}
}

// dsn makes a URI of a path. Nobody writes to a base map while it is shown: immutable takes no locks and makes no files beside it,
// so that a file on a read-only share opens too. Only a file with a journal of its own is opened in the ordinary way.
func dsn(path string) string {
	parts := strings.Split(filepath.ToSlash(path), "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	uri := strings.Join(parts, "/")
	if !strings.HasPrefix(uri, "/") {
		uri = "/" + uri // a drive letter
	}
	params := "mode=ro&_query_only=on&_mutex=no&_cache_size=-8192"
	if journal, err := os.Stat(path + "-wal"); err != nil || journal.Size() == 0 {
		params += "&immutable=1"
	}
	return "file:" + uri + "?" + params
}

// describe reads the metadata and, where it is silent, looks at the tiles.
func (m *mbtiles) describe() error {
	ctx, cancel := context.WithTimeout(context.Background(), 2*mbPatience)
	defer cancel()
	var err error
	m.tile, err = m.db.PrepareContext(ctx, "SELECT tile_data FROM tiles WHERE zoom_level = ? AND tile_column = ? AND tile_row = ?")
	if err != nil {
		var e sqlite3.Error
		if errors.As(err, &e) && e.Code == sqlite3.ErrError { // no such table, no such column
			return domain.Fail(domain.CodeInvalid, domain.Say("此 SQLite 文件中没有 MBTiles 瓦片", "This SQLite file holds no MBTiles tiles"), err)
		}
		return damaged(err)
	}
	said, err := m.metadata(ctx)
	if err != nil {
		return damaged(err)
	}
	first, z, err := m.sample(ctx)
	if err != nil {
		return damaged(err)
	}
	if m.zooms(ctx, said, z); m.info.MinZoom > m.info.MaxZoom {
		return damaged(errors.New("zooms the wrong way round"))
	}
	switch format := strings.ToLower(said["format"]); {
	case pictureType(first) != "":
		m.info.Kind = Raster
	case format == "pbf" || format == "mvt" || format == typeVector || format == "application/x-protobuf":
		m.info.Kind = Vector
	case len(first) == 0 && format != "":
		m.info.Kind = Raster
	case isGzip(first):
		m.info.Kind = Vector
	default:
		return domain.Fail(domain.CodeInvalid, domain.Say("底图的瓦片类型（%s）不认识；应为 pbf、png、jpg 或 webp",
			"The base map's type of tile (%s) is not known; pbf, png, jpg or webp is", plain(format)), nil)
	}
	if m.info.TileSize = vectorSize; m.info.Kind == Raster {
		m.info.TileSize = pictureSize(first)
	}
	if name := plain(said["name"]); name != "" {
		m.info.Name = name
	}
	m.info.Attribution = plain(said["attribution"])
	var b [4]float64
	if _, err := fmt.Sscanf(strings.ReplaceAll(said["bounds"], ",", " "), "%g %g %g %g", &b[0], &b[1], &b[2], &b[3]); err == nil {
		m.info.Bounds = boundsOf(b[0], b[1], b[2], b[3])
	}
	m.info.take([]byte(said["json"]))
	return nil
}

// sample returns a tile and its zoom: the first of some that is known by its bytes, so that one damaged tile
// does not decide what the file is, else the first. Without tiles it is empty.
func (m *mbtiles) sample(ctx context.Context) (tile []byte, zoom int, err error) {
	rows, err := m.db.QueryContext(ctx, "SELECT zoom_level, tile_data FROM tiles LIMIT ?", mbSample)
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = rows.Close() }() // what it could say, Err says
	for rows.Next() {
		var data []byte
		var z int
		if rows.Scan(&z, &data) != nil {
			continue // a row of another kind among the tiles
		}
		if known := pictureType(data) != "" || isGzip(data); known || tile == nil {
			if tile, zoom = data, z; known {
				break
			}
		}
	}
	return tile, zoom, rows.Err()
}

// metadata returns the first rows of the table, none where there is no table.
func (m *mbtiles) metadata(ctx context.Context) (map[string]string, error) {
	said := make(map[string]string)
	rows, err := m.db.QueryContext(ctx, "SELECT CAST(name AS TEXT), CAST(value AS TEXT) FROM metadata WHERE length(value) <= ? LIMIT ?", mbMetadataSize, mbMetadata)
	var e sqlite3.Error
	if errors.As(err, &e) && e.Code == sqlite3.ErrError {
		return said, nil
	}
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // what it could say, Err says
	for rows.Next() {
		var name, value sql.NullString
		if err := rows.Scan(&name, &value); err != nil {
			return nil, err
		}
		said[strings.ToLower(name.String)] = value.String
	}
	return said, rows.Err()
}

// zooms takes the zooms from the metadata, else from the tiles, else everything.
func (m *mbtiles) zooms(ctx context.Context, said map[string]string, one int) {
	least, errLeast := strconv.Atoi(strings.TrimSpace(said["minzoom"]))
	most, errMost := strconv.Atoi(strings.TrimSpace(said["maxzoom"]))
	if errLeast != nil || errMost != nil {
		short, cancel := context.WithTimeout(ctx, mbPatience)
		defer cancel()
		// One aggregate a query: SQLite answers it from the index.
		var low, high int
		err := m.db.QueryRowContext(short, "SELECT coalesce((SELECT min(zoom_level) FROM tiles), 0), coalesce((SELECT max(zoom_level) FROM tiles), 0)").Scan(&low, &high)
		if err != nil {
			low, high = 0, max(18, one)
		}
		if errLeast != nil {
			least = low
		}
		if errMost != nil {
			most = high
		}
	}
	m.info.MinZoom, m.info.MaxZoom = min(max(least, 0), deepest), min(max(most, 0), deepest)
}

func (m *mbtiles) Info() Info { return m.info }

func (m *mbtiles) Close() error { return errors.Join(m.tile.Close(), m.db.Close()) }

func (m *mbtiles) Tile(ctx context.Context, z, x, y uint32) (Tile, error) {
	if !inPyramid(z, x, y) || int(z) < m.info.MinZoom || int(z) > m.info.MaxZoom {
		return Tile{}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, mbPatience)
	defer cancel()
	var data []byte
	err := m.tile.QueryRowContext(ctx, z, x, 1<<z-1-y).Scan(&data)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return Tile{}, nil
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return Tile{}, domain.Fail(domain.CodeInvalid, domain.Say("底图文件读取太慢；把文件复制到本机再用", "The base map file is read too slowly; copy it to this machine"), err)
	case ctx.Err() != nil:
		return Tile{}, ctx.Err()
	case err != nil:
		return Tile{}, damaged(err)
	}
	if isGzip(data) {
		if data, err = gunzip(data, largestTileOpen); err != nil {
			return Tile{}, damaged(err)
		}
	}
	tile, err := tileOf(m.info.Kind, data)
	if err != nil {
		return Tile{}, damaged(err)
	}
	return tile, nil
}
