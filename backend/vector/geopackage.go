package vector

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"

	_ "github.com/mattn/go-sqlite3" // the driver
)

// readGeoPackage reads the feature tables of a GeoPackage without changing it.
func readGeoPackage(ctx context.Context, path string) (layers []Layer, err error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	parts := strings.Split(filepath.ToSlash(full), "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	name := strings.Join(parts, "/")
	if !strings.HasPrefix(name, "/") {
		name = "/" + name
	}
	if info, err := os.Stat(full); err == nil && info.Size() > mostBytes {
		return nil, tooLarge(path)
	}
	if info, err := os.Stat(full + "-wal"); err == nil && info.Size() > 0 {
		return nil, invalid("%[1]s 正被另一个程序使用，其中的改动还没有写完；在该程序中关闭后再导入", "%[1]s is in use by another program that has not written everything; close it there first", filepath.Base(path))
	}
	// Immutable: no side files are made beside a file that is not ours.
	db, err := sql.Open("sqlite3", "file:"+name+"?mode=ro&immutable=1&_query_only=1")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var contents, shapes, ours int
	err = db.QueryRowContext(ctx, `SELECT count(*) FILTER (WHERE name = 'gpkg_contents'), count(*) FILTER (WHERE name = 'gpkg_geometry_columns'),
count(*) FILTER (WHERE name = 'estate_atlas_meta') FROM sqlite_master`).Scan(&contents, &shapes, &ours)
	if err != nil || contents == 0 {
		return nil, notGeoPackage(err)
	}
	var tables []featureTable
	if shapes > 0 {
		if tables, err = featureTables(ctx, db); err != nil {
			return nil, notGeoPackage(err)
		}
	}
	if len(tables) == 0 {
		return nil, invalid("GeoPackage 中没有图形图层，只有属性表；换用带边界的图层", "The GeoPackage holds no layer of shapes, only attributes; take the layer with the boundaries")
	}
	for _, t := range tables {
		l := Layer{Name: t.name, Encoding: "UTF-8", Project: ours > 0}
		known := false
		if code, err := strconv.Atoi(t.code); err == nil && strings.EqualFold(t.organization, "EPSG") {
			l.System, known = crs.ByEPSG(code)
		}
		if !known {
			if l.System = crs.Parse(t.definition); undefined(t) {
				l.System = crs.System{}
			} else if l.System.Kind == crs.Unknown && strings.EqualFold(t.organization, "EPSG") {
				l.System = crs.System{Kind: crs.Foreign, Name: "EPSG:" + clip(t.code)}
			}
		}
		if err := readTable(ctx, db, t.name, t.column, &l); err != nil {
			return nil, err
		}
		layers = append(layers, l)
	}
	return layers, nil
}

func notGeoPackage(err error) error {
	return domain.Fail(domain.CodeInvalid, domain.Say("文件不是 GeoPackage，或已损坏；重新导出后再导入", "The file is no GeoPackage, or it is damaged; export it again"), err)
}

// featureTable is a layer as the contents of a GeoPackage name it.
type featureTable struct{ name, column, organization, code, definition string }

func featureTables(ctx context.Context, db *sql.DB) (tables []featureTable, err error) {
	rows, err := db.QueryContext(ctx, `SELECT c.table_name, g.column_name, coalesce(s.organization, ''), coalesce(s.organization_coordsys_id, 0), coalesce(s.definition, '')
FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
WHERE c.data_type = 'features' ORDER BY c.table_name`)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var t featureTable
		if err := rows.Scan(&t.name, &t.column, &t.organization, &t.code, &t.definition); err != nil {
			return nil, err
		}
		tables = append(tables, t)
	}
	return tables, rows.Err()
}

// undefined reports whether a layer's system stands for none (GeoPackage 1.3, requirement 11; other programs use further numbers).
func undefined(t featureTable) bool { return strings.EqualFold(t.organization, "NONE") }

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// readTable reads the rows of a feature table.
func readTable(ctx context.Context, db *sql.DB, name, column string, l *Layer) (err error) {
	rows, err := db.QueryContext(ctx, "SELECT * FROM "+quoted(name))
	if err != nil {
		if e := domain.Cancelled(ctx); e != nil {
			return e
		}
		return domain.Fail(domain.CodeInvalid, domain.Say("图层 %s 读不出；重新导出", "The layer %s cannot be read; export it again", clip(name)), err)
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	if len(columns) > mostFields {
		return tooWide()
	}
	shape, number := -1, -1
	for i, c := range columns {
		switch {
		case strings.EqualFold(c, column):
			shape = i
			continue
		case strings.EqualFold(c, "fid"): // the row's number, as GDAL and QGIS call it: no attribute
			number = i
			continue
		}
		l.Fields = append(l.Fields, c)
	}
	values, to := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		to[i] = &values[i]
	}
	points, deep, read := 0, false, 0
	for rows.Next() {
		if !fits(len(l.Rows)+1, len(l.Fields)) {
			return tooMany()
		}
		if err := rows.Scan(to...); err != nil {
			return err
		}
		row := Row{Number: len(l.Rows) + 1, Cells: make([]string, 0, len(l.Fields))}
		for i, v := range values {
			if i == shape || i == number {
				continue
			}
			cell := plainCell(v)
			if read += len(cell); read > mostBytes { // a view may give more than the file holds
				return tooLarge(name)
			}
			row.Cells = append(row.Cells, cell)
		}
		if blob, ok := at(values, shape).([]byte); ok {
			g, n, z, err := geoPackageGeometry(blob)
			switch points += n; {
			case errors.Is(err, errCurved):
				l.Faults = append(l.Faults, Fault{row.Number, domain.Say("曲线图形不能作边界；先转为折线", "A curved shape is no boundary; turn it into straight lines first")})
			case err != nil:
				l.Faults = append(l.Faults, Fault{row.Number, domain.Say("图形读不出；重画或重新导出", "The shape cannot be read; draw it again or export the file again")})
			case points > mostPoints:
				return tooFine()
			}
			row.Geometry, deep = g, deep || z
		}
		l.Rows = append(l.Rows, row)
	}
	if deep {
		l.Notes = append(l.Notes, domain.Say("高程和测量值已去掉", "Elevations and measures were dropped"))
	}
	return rows.Err()
}

func at(values []any, i int) any {
	if i < 0 {
		return nil
	}
	return values[i]
}

// plainCell is a value as a text; bytes are none.
func plainCell(v any) string {
	switch v := v.(type) {
	case nil, []byte:
		return ""
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case bool:
		return strconv.FormatBool(v)
	case interface{ Format(string) string }: // a time, from a DATE column
		text := v.Format("2006-01-02")
		return text
	}
	return fmt.Sprint(v)
}
