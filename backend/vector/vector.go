// Package vector reads what other programs draw: Shapefiles with their parts or in a ZIP, GeoPackages, KML and KMZ. It gives records
// of cells and shapes in the file's own coordinates; which column means what, and what an estate may look like, is package ingest's.
// Files are hostile: lengths are checked before memory is taken, names inside archives never become paths.
package vector

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// Layer is a table of shapes.
type Layer struct {
	Name   string
	Fields []string
	Rows   []Row
	// System is that of the shapes, as the file says it.
	System crs.System
	// Encoding is how texts were read, such as GBK; Evidence says why.
	Encoding string
	Evidence domain.Text
	Notes    []domain.Text // what was left out or mended
	Faults   []Fault       // records that cannot be read
}

// Row is a record.
type Row struct {
	Number   int      // of the record in the file, from 1
	Cells    []string // beside Fields; empty is unknown
	Geometry orb.Geometry
}

// Fault is what is wrong with a record.
type Fault struct {
	Number int
	Text   domain.Text
}

// Options say how a file is read.
type Options struct {
	// Encoding overrides that of a DBF file, by its name, such as GBK.
	Encoding string
}

const (
	// mostBytes is how large a file, or what an archive unpacks to, may be.
	mostBytes = 1 << 30
	// mostRows and mostPoints bound a layer.
	mostRows   = 2_000_000
	mostPoints = 16_000_000
	// mostFields is how many columns a table may have.
	mostFields = 512
)

func invalid(zh, en string, args ...any) error {
	return domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
}

// Knows reports whether a file's ending is one of those that Read takes.
func Knows(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".shp", ".zip", ".gpkg", ".kml", ".kmz":
		return true
	}
	return false
}

// Read reads every layer of the file at path. Errors: CodeInvalid with what is wrong, CodeCancelled.
func Read(ctx context.Context, path string, o Options) ([]Layer, error) {
	switch ext := strings.ToLower(filepath.Ext(path)); ext {
	case ".gpkg":
		return readGeoPackage(ctx, path)
	case ".shp":
		base := strings.TrimSuffix(path, filepath.Ext(path))
		return readShapefile(ctx, filepath.Base(base), func(part string) ([]byte, error) { return readPart(base, part) }, o)
	case ".zip", ".kmz":
		return readArchive(ctx, path, o)
	case ".kml":
		text, err := readFile(path)
		if err != nil {
			return nil, err
		}
		return readKML(ctx, stem(path), text)
	}
	return nil, invalid("不认识的文件类型 %s", "Files of the type %s are not known", filepath.Ext(path))
}

func stem(path string) string {
	return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
}

// readPart reads a part of a Shapefile beside it, its ending in either case; nil where there is none.
func readPart(base, part string) ([]byte, error) {
	for _, ext := range []string{part, strings.ToUpper(part), "." + strings.ToUpper(part[1:2]) + part[2:]} {
		if _, err := os.Stat(base + ext); err == nil {
			return readFile(base + ext)
		}
	}
	return nil, nil
}

func readFile(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, domain.Fail(domain.CodeNotFound, domain.Say("打不开文件 %s", "The file %s cannot be opened", filepath.Base(path)), err)
	}
	if info.Size() > mostBytes {
		return nil, invalid("文件 %s 超过 %d MB", "The file %s is larger than %d MB", filepath.Base(path), mostBytes>>20)
	}
	return os.ReadFile(path)
}

func cancelled(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return domain.Fail(domain.CodeCancelled, domain.Say("已取消", "Cancelled"), err)
	}
	return nil
}
