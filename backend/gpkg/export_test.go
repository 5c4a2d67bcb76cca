package gpkg

import (
	"context"
	"testing"
)

// SetLargeChange sets the number of rows from which a change goes the bulk way, until the test ends.
func SetLargeChange(t testing.TB, n int) {
	old := largeChange
	largeChange = n
	t.Cleanup(func() { largeChange = old })
}

// Migrations are the steps of this version.
func Migrations() []string { return migrations }

// OpenWith opens a project as a program with other migrations would.
func OpenWith(ctx context.Context, path string, steps []string) (*Project, error) {
	return openWith(ctx, path, Options{}, steps)
}

// TryEdit runs SQL on a project file as another SQLite program would that knows the ST_ functions.
func TryEdit(t testing.TB, path, sql string) error {
	t.Helper()
	c, err := connect(path, recovering)
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	return c.exec(sql)
}

// Edit is TryEdit for SQL that must work.
func Edit(t testing.TB, path, sql string) {
	t.Helper()
	if err := TryEdit(t, path, sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// Ask returns the first value of a query on a project file.
func Ask(t testing.TB, path, sql string) any {
	t.Helper()
	c, err := connect(path, readOnly)
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	v, err := c.value(sql)
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return v
}

// MakeSQLite makes any SQLite file.
func MakeSQLite(t testing.TB, path, sql string) {
	t.Helper()
	c, err := connect(path, "mode=rwc")
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	if err := c.exec(sql); err != nil {
		t.Fatal(err)
	}
}

// LeaveInWAL makes a project look like one that was copied while it was open: its header asks for a WAL, and there is none.
func LeaveInWAL(t testing.TB, path string) {
	t.Helper()
	Edit(t, path, "PRAGMA journal_mode = WAL")
}
