package gpkg

import (
	"cmp"
	"context"
	"database/sql/driver"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// Info counts the rows of every table and runs the full integrity check: of the file, of references between GeoPackage's own tables,
// and of each R-tree against its layer.
func (p *Project) Info(context.Context) (domain.ProjectInfo, error) {
	info := domain.ProjectInfo{Path: p.path}
	version, err := p.Version(context.Background())
	if err != nil {
		return info, err
	}
	info.Version = version
	if file, err := os.Stat(p.path); err == nil {
		info.Bytes = file.Size()
	}
	err = p.use(func(c *conn) error {
		return c.inTransaction("BEGIN", func() error { return c.describe(&info) })
	})
	return info, err
}

func (c *conn) describe(info *domain.ProjectInfo) error {
	format, err := c.integer("PRAGMA user_version")
	if err != nil {
		return err
	}
	info.Format = fmt.Sprintf("GeoPackage %d.%d", format/10000, format/100%100)
	schema, err := c.integer("SELECT schema_version FROM estate_atlas_meta")
	if err != nil {
		return err
	}
	info.SchemaVersion = int(schema)

	count := func(name string, title domain.Text) error {
		n, err := c.integer("SELECT count(*) FROM " + quote(name))
		info.Tables = append(info.Tables, domain.TableCount{Name: name, Title: title, Rows: n})
		return err
	}
	for _, t := range tables {
		if err := count(t.tableName(), t.heading()); err != nil {
			return err
		}
	}
	if err := count(links.name, links.title); err != nil {
		return err
	}
	estates, err := c.entries("estates")
	if err != nil {
		return err
	}
	if extent := around(estates); extent != emptyBox {
		info.Extent = domain.Some(orb.Bound{Min: orb.Point{extent.minX, extent.minY}, Max: orb.Point{extent.maxX, extent.maxY}})
	}
	last, err := c.audit("ORDER BY seq DESC LIMIT 1")
	if err != nil {
		return err
	}
	if len(last) > 0 {
		info.LastChange = domain.Some(last[0])
	}
	info.Problems, err = c.problems()
	return err
}

// problems runs every check there is.
func (c *conn) problems() ([]string, error) {
	problems, err := c.check("integrity_check")
	if err != nil {
		return nil, err
	}
	err = c.each("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 20", func(row []driver.Value) error {
		problems = append(problems, fmt.Sprintf("foreign key: table %v, row %v refers to a missing row of %v", row[0], row[1], row[2]))
		return nil
	})
	if err != nil {
		return nil, err
	}
	for _, layer := range layers {
		entries, err := c.entries(layer)
		if err != nil {
			return nil, err
		}
		indexed, err := c.integer("SELECT count(*) FROM " + quote(indexName(layer)+"_rowid"))
		if err != nil {
			return nil, err
		}
		if int(indexed) != len(entries) {
			problems = append(problems, fmt.Sprintf("R-tree of %s: %d entries for %d rows with a geometry", layer, indexed, len(entries)))
		}
	}
	return problems, nil
}

// Audit returns the audit log, oldest first.
func (p *Project) Audit(context.Context) ([]domain.AuditEntry, error) {
	var log []domain.AuditEntry
	err := p.use(func(c *conn) (err error) {
		log, err = c.audit("ORDER BY seq")
		return err
	})
	return log, err
}

// tablesIn reads what enter wrote: "estates 420, rounds 24".
func tablesIn(written string) []domain.TableCount {
	var counts []domain.TableCount
	for part := range strings.SplitSeq(written, ", ") {
		name, rows, ok := strings.Cut(part, " ")
		if !ok {
			continue
		}
		t := domain.TableCount{Name: name, Title: domain.Text{ZH: name, EN: name}}
		t.Rows, _ = strconv.ParseInt(rows, 10, 64)
		if at := slices.IndexFunc(tables, func(t dataTable) bool { return t.tableName() == name }); at >= 0 {
			t.Title = tables[at].heading()
		}
		counts = append(counts, t)
	}
	return counts
}

func (c *conn) audit(order string, args ...driver.Value) ([]domain.AuditEntry, error) {
	var log []domain.AuditEntry
	err := c.each("SELECT seq, +done_on, who, what, tables, version, kind, base FROM estate_atlas_audit "+order, func(row []driver.Value) error {
		var e domain.AuditEntry
		e.Seq, _ = row[0].(int64)
		day, _ := plain(row[1])
		e.When, _ = domain.ParseDate(day)
		e.Who, _ = plain(row[2])
		e.What, _ = plain(row[3])
		written, _ := plain(row[4])
		e.Tables = tablesIn(written)
		e.Version, _ = row[5].(int64)
		kind, _ := plain(row[6])
		e.Kind = domain.AuditKind(cmp.Or(kind, string(domain.AuditDo)))
		e.Base, _ = row[7].(int64)
		log = append(log, e)
		return nil
	}, args...)
	return log, err
}
