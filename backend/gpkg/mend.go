package gpkg

import (
	"database/sql/driver"
	"fmt"
)

// mend brings back what another program took away with a table that it replaced or an index that it dropped: the triggers, the
// R-tree of a layer and its entry among the extensions, the index of the keys. Rows are not touched. The project counts as changed.
func (c *conn) mend() error {
	have := make(map[string]bool)
	err := c.each("SELECT name FROM sqlite_master", func(row []driver.Value) error {
		name, _ := row[0].(string)
		have[name] = true
		return nil
	})
	if err != nil {
		return err
	}
	var broken []string
	for _, table := range allTables() {
		if !intact(table, have) {
			broken = append(broken, table)
		}
	}
	if len(broken) == 0 {
		return nil
	}
	return c.inTransaction("BEGIN IMMEDIATE", func() error {
		for _, table := range broken {
			if err := c.mendTable(table, have); err != nil {
				return fmt.Errorf("table %s: %w", table, err)
			}
		}
		return c.change("UPDATE estate_atlas_meta SET changes = changes + 1")
	})
}

// intact reports whether a table has all that mend could bring back. Newer GDALs write other update triggers for the R-tree than
// GeoPackage 1.3 has, which do as well; so of these only the insert trigger is asked for.
func intact(table string, have map[string]bool) bool {
	if isLayer(table) && (!have[indexName(table)] || !have[indexName(table)+"_insert"]) {
		return false
	}
	return table == links.name || have["estate_atlas_"+table+"_insert"]
}

func (c *conn) mendTable(table string, have map[string]bool) error {
	if isLayer(table) && !have[indexName(table)] {
		if err := c.exec("CREATE VIRTUAL TABLE " + quote(indexName(table)) + " USING rtree(id, minx, maxx, miny, maxy)"); err != nil {
			return err
		}
		err := c.change(`INSERT OR REPLACE INTO gpkg_extensions VALUES (?1, 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec130/#extension_rtree', 'write-only')`, table)
		if err != nil {
			return err
		}
	}
	if err := c.refill(table, true, newWriting(), func() error { return nil }); err != nil {
		return err
	}
	for _, t := range tables {
		if t.tableName() == table && len(t.uniqueKey()) > 0 {
			// Where rows with the same key have come in, the index cannot be made and Load reports the rows.
			if err := c.exec(fmt.Sprintf("CREATE UNIQUE INDEX IF NOT EXISTS %s ON %s (%s)", quote(table+"_key"), quote(table), t.uniqueKey())); err != nil && !isDuplicate(err) {
				return err
			}
		}
	}
	return nil
}
