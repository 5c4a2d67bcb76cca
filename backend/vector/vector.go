// Package vector reads what other programs draw: Shapefiles with their parts or in a ZIP, GeoPackages, KML and KMZ. It gives records
// of cells and shapes in the file's own coordinates; which column means what, and what an estate may look like, is package ingest's.
// Files are hostile: lengths are checked before memory is taken, names inside archives never become paths.
package vector

import (
	"context"
	"math"
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
	// Project: the file is a project of this program.
	Project bool
	// CutNames: fields are those of a DBF file, which keeps ten bytes of a name and texts in the encoding found.
	CutNames bool
}

// Bound is that of all shapes, of vertices that are numbers; empty without any.
func (l *Layer) Bound() orb.Bound {
	box := orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}
	for i := range l.Rows {
		widen(&box, l.Rows[i].Geometry)
	}
	return box
}

func widen(box *orb.Bound, shape orb.Geometry) {
	add := func(points []orb.Point) {
		for _, p := range points {
			if d := p[0] + p[1]; d-d != 0 {
				continue // not finite
			}
			box.Min[0], box.Min[1] = min(box.Min[0], p[0]), min(box.Min[1], p[1])
			box.Max[0], box.Max[1] = max(box.Max[0], p[0]), max(box.Max[1], p[1])
		}
	}
	switch s := shape.(type) {
	case orb.Point:
		add([]orb.Point{s})
	case orb.MultiPoint:
		add(s)
	case orb.LineString:
		add(s)
	case orb.Ring:
		add(s)
	case orb.MultiLineString:
		for _, l := range s {
			add(l)
		}
	case orb.Polygon:
		for _, r := range s {
			add(r)
		}
	case orb.MultiPolygon:
		for _, p := range s {
			widen(box, p)
		}
	case orb.Collection:
		for _, g := range s {
			widen(box, g)
		}
	}
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
	// mostFields is how many columns a table may have, mostCells how many cells: empty ones take memory but next to no room in a file.
	mostFields = 512
	mostCells  = 32_000_000
)

func invalid(zh, en string, args ...any) error {
	return domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
}

// fits reports whether a table of so many records and columns may be read.
func fits(records, fields int) bool { return records <= mostRows && records*fields <= mostCells }

func tooMany() error {
	return invalid("记录超过 %[1]d 条或 %[2]d 格的上限；分成几个文件，删去不用的列", "Over the limit of %[1]d records or %[2]d cells; split the file and delete columns that are not needed", mostRows, mostCells)
}

func tooFine() error {
	return invalid("顶点超过 %d 个的上限；分成几个文件", "Over the limit of %d vertices; split the file", mostPoints)
}

func tooWide() error {
	return invalid("列数超过 %d 的上限；删去多余的列", "Over the limit of %d columns; delete what is not needed", mostFields)
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
		return nil, domain.Fail(domain.CodeNotFound, domain.Say("打不开文件 %s；检查路径和权限", "The file %s cannot be opened; check the path and the right to read it", filepath.Base(path)), err)
	}
	if info.Size() > mostBytes {
		return nil, tooLarge(path)
	}
	return os.ReadFile(path)
}

func tooLarge(path string) error {
	return invalid("文件 %[1]s 超过 %[2]d MiB 的上限；分成几个文件", "The file %[1]s is over the limit of %[2]d MiB; split it", filepath.Base(path), mostBytes>>20)
}
