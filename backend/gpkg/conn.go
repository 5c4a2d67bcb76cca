package gpkg

import (
	"context"
	"database/sql/driver"
	"errors"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// conn is one SQLite connection, used without database/sql: a project has exactly one, so a pool would only add the trap that
// PRAGMAs and data_version belong to a connection, and a copy of every value. Not safe for several goroutines.
type conn struct {
	db *sqlite3.SQLiteConn
}

// connect opens the database file at path, an absolute path, with the parameters of the DSN. Foreign keys are on and triggers
// also fire for rows that a REPLACE removes.
func connect(path, params string) (*conn, error) {
	d := &sqlite3.SQLiteDriver{ConnectHook: registerFunctions}
	c, err := d.Open(dsn(path) + "?_foreign_keys=on&_recursive_triggers=on&_busy_timeout=5000&_mutex=no&" + params)
	if err != nil {
		return nil, err
	}
	db := c.(*sqlite3.SQLiteConn)
	db.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, largestCell)
	return &conn{db}, nil
}

// largestCell keeps a hostile file from filling the memory: 128 MiB, a boundary of eight million vertices.
const largestCell = 128 << 20

// The parameters of connect.
const (
	// readOnly never writes, not even a recovered journal.
	readOnly = "mode=ro"
	// immutable is for a file that nobody can write, on a disk where SQLite cannot make its side files.
	immutable = "mode=ro&immutable=1"
	// readWrite keeps a journal beside the file; FULL puts every commit on disk before Apply returns.
	readWrite = "mode=rw&_journal_mode=WAL&_synchronous=FULL"
	// recovering leaves the journal mode as it is.
	recovering = "mode=rw&_synchronous=FULL"
	// building is for a new file that nobody sees before it is complete and synced.
	building = "mode=rwc&_journal_mode=MEMORY&_synchronous=OFF&_locking_mode=EXCLUSIVE&_cache_size=-262144"
)

// dsn makes a URI of a path in which ?, #, % and blanks may occur.
func dsn(path string) string {
	parts := strings.Split(filepath.ToSlash(path), "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	uri := strings.Join(parts, "/")
	if !strings.HasPrefix(uri, "/") {
		uri = "/" + uri // a drive letter
	}
	return "file:" + uri
}

func (c *conn) close() error { return c.db.Close() }

// exec runs statements that take no parameters.
func (c *conn) exec(sql string) error {
	_, err := c.db.Exec(sql, nil)
	return err
}

// rollback gives a transaction up. It may have ended already, on an error that SQLite itself rolled back.
func (c *conn) rollback() {
	if !c.db.AutoCommit() {
		_, _ = c.db.Exec("ROLLBACK", nil)
	}
}

// inTransaction runs f between BEGIN and COMMIT; begin says which BEGIN.
func (c *conn) inTransaction(begin string, f func() error) error {
	if err := c.exec(begin); err != nil {
		return err
	}
	defer c.rollback()
	if err := f(); err != nil {
		return err
	}
	return c.exec("COMMIT")
}

// stmt is a prepared statement with room for its parameters.
type stmt struct {
	s    *sqlite3.SQLiteStmt
	args []driver.NamedValue
}

func (c *conn) prepare(sql string) (*stmt, error) {
	s, err := c.db.Prepare(sql)
	if err != nil {
		return nil, err
	}
	st := &stmt{s: s.(*sqlite3.SQLiteStmt), args: make([]driver.NamedValue, s.NumInput())}
	for i := range st.args {
		st.args[i].Ordinal = i + 1
	}
	return st, nil
}

func (s *stmt) close() { _ = s.s.Close() }

// bind sets the parameter ?n, n ≥ 1.
func (s *stmt) bind(n int, v driver.Value) { s.args[n-1].Value = v }

// query starts the statement. Through Query the driver binds and steps in one crossing to C; through Exec it would cross once
// for every parameter. A statement that writes is thereby done before Query returns.
func (s *stmt) query() (driver.Rows, error) { return s.s.QueryContext(context.Background(), s.args) }

// run runs a statement that returns no rows.
func (s *stmt) run() error {
	rows, err := s.query()
	if err != nil {
		return err
	}
	return rows.Close()
}

// first returns the first column of the first row, and whether there is a row.
func (s *stmt) first() (driver.Value, bool, error) {
	rows, err := s.query()
	if err != nil {
		return nil, false, err
	}
	defer func() { _ = rows.Close() }()
	row := make([]driver.Value, len(rows.Columns()))
	switch err := rows.Next(row); {
	case errors.Is(err, io.EOF):
		return nil, false, nil
	case err != nil:
		return nil, false, err
	}
	return row[0], true, nil
}

// each runs a query and hands every row to f, which must not keep it.
func (c *conn) each(sql string, f func(row []driver.Value) error, args ...driver.Value) error {
	s, err := c.prepare(sql)
	if err != nil {
		return err
	}
	defer s.close()
	for i, a := range args {
		s.bind(i+1, a)
	}
	rows, err := s.query()
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	row := make([]driver.Value, len(rows.Columns()))
	for {
		switch err := rows.Next(row); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		if err := f(row); err != nil {
			return err
		}
	}
}

// value returns the first column of the first row of a query; nil if there is no row.
func (c *conn) value(sql string, args ...driver.Value) (driver.Value, error) {
	var v driver.Value
	err := c.each(sql, func(row []driver.Value) error {
		if v == nil {
			v = row[0]
		}
		return nil
	}, args...)
	return v, err
}

// integer is value for a whole number; 0 if there is no row.
func (c *conn) integer(sql string, args ...driver.Value) (int64, error) {
	v, err := c.value(sql, args...)
	n, _ := v.(int64)
	return n, err
}

// change runs one statement that writes.
func (c *conn) change(sql string, args ...driver.Value) error {
	return c.each(sql, func([]driver.Value) error { return nil }, args...)
}

// columns returns the names of a table's columns; none if there is no such table.
func (c *conn) columns(table string) ([]string, error) {
	var names []string
	err := c.each("SELECT name FROM pragma_table_info(?1) ORDER BY cid", func(row []driver.Value) error {
		name, _ := row[0].(string)
		names = append(names, name)
		return nil
	}, table)
	return names, err
}

// quote makes an SQL identifier of a name.
func quote(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
