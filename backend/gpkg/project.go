// Package gpkg keeps a project in one file: a GeoPackage 1.3 that QGIS, GDAL and any SQLite program can open as it is. It is the
// domain.Store of the program and holds all of its SQL. What the tables mean is package domain's business, and whether their rows
// fit together that of package ingest and package policy; here a row is only as good as its own cells.
//
//	err := gpkg.CreateWith(ctx, path, domain.Change{Put: tables, What: "import", When: day})
//	p, err := gpkg.Open(ctx, path, gpkg.Options{})
//	tables, err := p.Load(ctx)
//
// README.md describes the schema and the decisions behind it.
package gpkg

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync"

	"estateatlas/backend/domain"
)

// Project is an open project file. Safe for several goroutines, which wait for one another.
type Project struct {
	path     string
	readOnly bool

	mu    sync.Mutex
	db    *conn // nil when closed
	lock  *lock // nil when read-only
	pulse *stmt // PRAGMA data_version
	seen  seen
}

var (
	_ domain.Store     = (*Project)(nil)
	_ domain.LinkStore = (*Project)(nil)
)

var errClosed = errors.New("gpkg: the project is closed")

// Path returns the absolute path of the file.
func (p *Project) Path() string { return p.path }

// ReadOnly reports whether Apply is refused: another program holds the project, or the file cannot be written.
func (p *Project) ReadOnly() bool { return p.readOnly }

// use runs f with the connection to itself and makes its error readable.
func (p *Project) use(f func(c *conn) error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.db == nil {
		return domain.Fail(domain.CodeInternal, domain.Say("项目已经关闭", "The project has been closed"), errClosed)
	}
	return explain(p.path, f(p.db))
}

// Load reads the whole project at one moment. Cells that cannot be used, which only another program can have written, are
// reported all together (CodeInvalid) and nothing is returned.
func (p *Project) Load(ctx context.Context) (*domain.Tables, error) {
	t := new(domain.Tables)
	if err := p.use(func(c *conn) error { return p.read(ctx, c, t) }); err != nil {
		return nil, err
	}
	return t, nil
}

// Apply writes a change in one transaction, which is on disk when Apply returns.
func (p *Project) Apply(ctx context.Context, change domain.Change) error {
	if p.readOnly {
		return readOnlyError(p.path, nil)
	}
	return p.use(func(c *conn) error {
		err := c.inTransaction("BEGIN IMMEDIATE", func() error {
			return c.write(ctx, change, false)
		})
		if err != nil {
			return err
		}
		return p.look(c)
	})
}

// largeChange is the number of rows of one table from which its triggers are taken off while it is written; tests lower it.
var largeChange = 2000

// write puts a change into the tables and the audit log. A fresh file has no triggers yet; it gets them here.
func (c *conn) write(ctx context.Context, change domain.Change, fresh bool) error {
	for _, b := range change.Put.Backdrops {
		switch b.Layer {
		case domain.BackdropRoads, domain.BackdropSubdistricts, domain.BackdropWater, domain.BackdropBarriers:
		default:
			return domain.Fail(domain.CodeInvalid, domain.Say("没有名为 %q 的底图图层", "There is no backdrop layer named %q", b.Layer), nil)
		}
	}
	base, err := c.integer("SELECT changes FROM estate_atlas_meta")
	if err != nil {
		return err
	}
	w := newWriting()
	var names, written []string
	for _, table := range tables {
		if n := table.rowsIn(&change.Put) + table.rowsIn(&change.Remove); n > 0 {
			names = append(names, table.tableName())
			written = append(written, fmt.Sprintf("%s %d", table.tableName(), n))
		}
	}
	put := func() error {
		for _, table := range tables {
			name := table.tableName()
			gone, n := table.rowsIn(&change.Remove), table.rowsIn(&change.Put)
			if gone+n == 0 {
				continue
			}
			write := func() error {
				if err := table.remove(c, &change.Remove, w); err != nil {
					return err
				}
				if n == 0 {
					return nil
				}
				return table.write(ctx, c, &change.Put, w)
			}
			if err := c.refill(name, fresh || gone+n >= largeChange, w, write); err != nil {
				return fmt.Errorf("table %s: %w", name, err)
			}
		}
		return c.change("UPDATE estate_atlas_meta SET title = coalesce(?1, title)", orNull(change.Put.Title))
	}
	if fresh { // a new project is taken back by removing its file
		if err := put(); err != nil {
			return err
		}
		for _, name := range allTables() {
			if err := c.createTriggers(name); err != nil {
				return err
			}
		}
	} else if err := c.record(names, put); err != nil {
		return err
	}
	return c.enter(change, domain.AuditDo, base, written)
}

// refill runs write on a table and brings its index, extent and date up to date. With bulk the table's triggers are off
// meanwhile and its R-tree is made anew.
func (c *conn) refill(name string, bulk bool, w *writing, write func() error) error {
	if bulk {
		if err := c.dropTriggers(name); err != nil {
			return err
		}
	}
	w.next, w.entries = 0, nil
	if err := write(); err != nil {
		return err
	}
	if isLayer(name) {
		entries := w.entries
		if entries == nil {
			var err error
			if entries, err = c.entries(name); err != nil {
				return err
			}
		}
		extent := around(entries)
		if bulk {
			if err := c.rebuildIndex(name, entries, extent); err != nil {
				return err
			}
		}
		if err := c.setExtent(name, extent); err != nil {
			return err
		}
	}
	if bulk {
		if err := c.createTriggers(name); err != nil {
			return err
		}
	}
	return c.touch(name)
}

// setExtent writes the extent of a layer into the contents; an empty layer has none.
func (c *conn) setExtent(name string, b box) error {
	sides := [4]driver.Value{}
	if b != emptyBox {
		sides = [4]driver.Value{b.minX, b.minY, b.maxX, b.maxY}
	}
	return c.change("UPDATE gpkg_contents SET min_x = ?2, min_y = ?3, max_x = ?4, max_y = ?5 WHERE table_name = ?1",
		name, sides[0], sides[1], sides[2], sides[3])
}

// PutLinks replaces the proxy links that other programs draw.
func (p *Project) PutLinks(ctx context.Context, rows []domain.ProxyLink) error {
	if p.readOnly {
		return readOnlyError(p.path, nil)
	}
	return p.use(func(c *conn) error {
		return c.inTransaction("BEGIN IMMEDIATE", func() error {
			w := newWriting()
			return c.refill(links.name, true, w, func() error {
				if len(rows) == 0 {
					return c.exec("DELETE FROM " + quote(links.name))
				}
				return links.writeRows(ctx, c, rows, w)
			})
		})
	})
}
