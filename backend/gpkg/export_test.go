package gpkg

import (
	"context"
	"os"
	"testing"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// SetLargeChange sets the number of rows from which a change goes the bulk way, until the test ends.
func SetLargeChange(tb testing.TB, n int) {
	tb.Helper()
	old := largeChange
	largeChange = n
	tb.Cleanup(func() { largeChange = old })
}

// SetManyRows sets the number of rows from which the longest table is read beside the others, until the test ends.
func SetManyRows(tb testing.TB, n int64) {
	tb.Helper()
	old := manyRows
	manyRows = n
	tb.Cleanup(func() { manyRows = old })
}

// Migrations are the steps of this version.
func Migrations() []string { return migrations }

// OpenWith opens a project as a program with other migrations would.
func OpenWith(ctx context.Context, path string, steps []string) (*Project, error) {
	return openWith(ctx, path, Options{}, steps)
}

// TryEdit runs SQL on a project file as another SQLite program would that knows the ST_ functions.
func TryEdit(tb testing.TB, path, sql string) error {
	tb.Helper()
	c, err := connect(path, recovering)
	if err != nil {
		tb.Fatal(err)
	}
	defer c.close()
	return c.exec(sql)
}

// Edit is TryEdit for SQL that must work.
func Edit(tb testing.TB, path, sql string) {
	tb.Helper()
	if err := TryEdit(tb, path, sql); err != nil {
		tb.Fatalf("%s: %v", sql, err)
	}
}

// Ask returns the first value of a query on a project file.
func Ask(tb testing.TB, path, sql string) any {
	tb.Helper()
	c, err := connect(path, readOnly)
	if err != nil {
		tb.Fatal(err)
	}
	defer c.close()
	v, err := c.value(sql)
	if err != nil {
		tb.Fatalf("%s: %v", sql, err)
	}
	return v
}

// MakeSQLite makes any SQLite file, or changes one, without our limits.
func MakeSQLite(tb testing.TB, path, sql string) {
	tb.Helper()
	c, err := connect(path, "mode=rwc")
	if err != nil {
		tb.Fatal(err)
	}
	defer c.close()
	c.db.SetLimit(sqlite3.SQLITE_LIMIT_LENGTH, 1_000_000_000)
	if err := c.exec(sql); err != nil {
		tb.Fatal(err)
	}
}

// LeaveInWAL makes a project look like one that was copied while it was open: its header asks for a WAL, and there is none.
func LeaveInWAL(tb testing.TB, path string) {
	tb.Helper()
	Edit(tb, path, "PRAGMA journal_mode = WAL")
}

// CopyFile copies a closed project.
func CopyFile(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}
