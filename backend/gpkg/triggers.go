package gpkg

import (
	"fmt"
	"slices"
	"strings"
)

// A table of a project has two sorts of triggers. They are made here and not in a migration, because a large change takes them
// off and puts them on again, and because another program that replaces a table (ogr2ogr -overwrite) drops them.

// rtreeTriggers are those of GeoPackage 1.3, annex F.3. $R is the index, $T the table.
var rtreeTriggers = []struct{ suffix, sql string }{
	{"insert", `AFTER INSERT ON $T WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN INSERT OR REPLACE INTO $R VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END`},
	{"update1", `AFTER UPDATE OF geom ON $T WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN INSERT OR REPLACE INTO $R VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END`},
	{"update2", `AFTER UPDATE OF geom ON $T WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN DELETE FROM $R WHERE id = OLD.fid; END`},
	{"update3", `AFTER UPDATE ON $T WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN DELETE FROM $R WHERE id = OLD.fid;
INSERT OR REPLACE INTO $R VALUES (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom)); END`},
	{"update4", `AFTER UPDATE ON $T WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN DELETE FROM $R WHERE id IN (OLD.fid, NEW.fid); END`},
	{"delete", `AFTER DELETE ON $T WHEN OLD.geom NOT NULL
BEGIN DELETE FROM $R WHERE id = OLD.fid; END`},
}

// countSQL makes the triggers that count changes to a table, whichever program makes them: see Project.Version.
const countSQL = `AFTER $E ON $T BEGIN UPDATE estate_atlas_meta SET changes = changes + 1; END`

// trigger is a trigger by name, with the statement that makes it.
type trigger struct{ name, sql string }

func indexName(layer string) string { return "rtree_" + layer + "_" + geomColumn }

func isLayer(table string) bool { return slices.Contains(layers, table) }

// triggersOf lists the triggers that a table should have.
func triggersOf(table string) []trigger {
	var out []trigger
	add := func(name, body string) {
		body = strings.NewReplacer("$T", quote(table), "$R", quote(indexName(table))).Replace(body)
		out = append(out, trigger{name, fmt.Sprintf("CREATE TRIGGER IF NOT EXISTS %s %s", quote(name), body)})
	}
	if isLayer(table) {
		for _, t := range rtreeTriggers {
			add(indexName(table)+"_"+t.suffix, t.sql)
		}
	}
	if table != links.name {
		for _, event := range []string{"INSERT", "UPDATE", "DELETE"} {
			add("estate_atlas_"+table+"_"+strings.ToLower(event), strings.ReplaceAll(countSQL, "$E", event))
		}
	}
	return out
}

// allTables are the tables with triggers.
func allTables() []string {
	names := []string{links.name}
	for _, t := range tables {
		names = append(names, t.tableName())
	}
	return names
}

func (c *conn) createTriggers(table string) error {
	for _, t := range triggersOf(table) {
		if err := c.exec(t.sql); err != nil {
			return fmt.Errorf("trigger %s: %w", t.name, err)
		}
	}
	return nil
}

func (c *conn) dropTriggers(table string) error {
	for _, t := range triggersOf(table) {
		if err := c.exec("DROP TRIGGER IF EXISTS " + quote(t.name)); err != nil {
			return err
		}
	}
	return nil
}
