package gpkg

import sqlite3 "github.com/mattn/go-sqlite3"

// registerFunctions gives a connection the functions that the triggers of the R-tree extension call (GeoPackage 1.3, annex F.3).
// Without them an UPDATE of a geometry fails. NULL, and what is not a geometry, gives NULL.
func registerFunctions(c *sqlite3.SQLiteConn) error {
	side := func(pick func(box) float64) func(any) any {
		return func(v any) any {
			blob, _ := v.([]byte)
			if b, ok := bounds(blob); ok {
				return pick(b)
			}
			return nil
		}
	}
	functions := map[string]func(any) any{
		"ST_MinX": side(func(b box) float64 { return b.minX }),
		"ST_MaxX": side(func(b box) float64 { return b.maxX }),
		"ST_MinY": side(func(b box) float64 { return b.minY }),
		"ST_MaxY": side(func(b box) float64 { return b.maxY }),
		"ST_IsEmpty": func(v any) any {
			blob, _ := v.([]byte)
			if _, err := readHeader(blob); err != nil {
				return nil
			}
			_, ok := bounds(blob)
			return !ok
		},
	}
	for name, f := range functions {
		if err := c.RegisterFunc(name, f, true); err != nil {
			return err
		}
	}
	return nil
}
