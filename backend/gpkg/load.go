package gpkg

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"estateatlas/backend/domain"
)

// longTable has more rows than all the others together; from manyRows on it is read beside them. On two cores a district of 50,000
// estates opens a third sooner.
const longTable = "deductions"

var manyRows = int64(100_000) // tests lower it

// read reads the whole project at one moment.
func (p *Project) read(ctx context.Context, c *conn, t *domain.Tables) error {
	beside := p.beside(c)
	if beside != nil {
		defer func() { _ = beside.close() }() // it only read
	}
	return c.inTransaction("BEGIN", func() error {
		title, err := c.value("SELECT title FROM estate_atlas_meta")
		if err != nil {
			return err
		}
		t.Title, _ = title.(string)
		if beside == nil || !beside.sees() {
			faults, err := c.readTables(ctx, t, func(string) bool { return true })
			return errors.Join(err, brokenCells(p.path, faults))
		}
		type outcome struct {
			faults []fault
			err    error
		}
		other := new(domain.Tables)
		done := make(chan outcome, 1)
		go func() {
			faults, err := beside.readTables(ctx, other, func(name string) bool { return name == longTable })
			done <- outcome{faults, err}
		}()
		faults, err := c.readTables(ctx, t, func(name string) bool { return name != longTable })
		long := <-done
		t.Deductions = other.Deductions
		return errors.Join(err, long.err, brokenCells(p.path, append(faults, long.faults...)))
	})
}

// LoadAgain returns base with the tables of these names as they are now. Layers behind the estates are read all if one is named.
func (p *Project) LoadAgain(ctx context.Context, base *domain.Tables, names []string) (*domain.Tables, error) {
	read, now := new(domain.Tables), *base
	isBackdrop := func(name string) bool {
		return slices.ContainsFunc(tables, func(t dataTable) bool {
			_, is := t.(table[domain.Backdrop])
			return is && t.tableName() == name
		})
	}
	want := func(name string) bool {
		return slices.Contains(names, name) || isBackdrop(name) && slices.ContainsFunc(names, isBackdrop)
	}
	err := p.use(func(c *conn) error {
		return c.inTransaction("BEGIN", func() error {
			title, err := c.value("SELECT title FROM estate_atlas_meta")
			if err != nil {
				return err
			}
			now.Title, _ = title.(string)
			faults, err := c.readTables(ctx, read, want)
			return errors.Join(err, brokenCells(p.path, faults))
		})
	})
	if err != nil {
		return nil, err
	}
	for _, t := range tables {
		if want(t.tableName()) {
			t.take(read, &now)
		}
	}
	return &now, nil
}

// readTables reads the tables that are wanted and returns the cells that cannot be used.
func (c *conn) readTables(ctx context.Context, t *domain.Tables, want func(name string) bool) ([]fault, error) {
	r := newReading()
	var faults []fault
	for _, table := range tables {
		if !want(table.tableName()) {
			continue
		}
		found, err := table.load(ctx, c, t, r)
		if err != nil {
			return nil, fmt.Errorf("table %s: %w", table.tableName(), err)
		}
		faults = append(faults, found...)
	}
	return faults, nil
}

// besides is a second connection, which reads only.
type besides struct {
	*conn
	version int64 // PRAGMA data_version, which changes when another connection commits
}

// beside returns a second connection if that is worth it and can be had, else nil.
func (p *Project) beside(c *conn) *besides {
	rows, err := c.integer("SELECT max(fid) FROM " + longTable)
	if err != nil || rows < manyRows {
		return nil
	}
	o, err := connect(p.path, readOnly)
	if err != nil {
		return nil
	}
	version, err := o.integer("PRAGMA data_version")
	if err != nil {
		_ = o.close()
		return nil
	}
	return &besides{o, version}
}

// sees begins a transaction and reports whether nothing was committed since the connection was made: then whoever began in between
// sees the same moment.
func (b *besides) sees() bool {
	if b.exec("BEGIN") != nil {
		return false
	}
	if _, err := b.value("SELECT changes FROM estate_atlas_meta"); err != nil {
		return false
	}
	version, err := b.integer("PRAGMA data_version")
	return err == nil && version == b.version
}
