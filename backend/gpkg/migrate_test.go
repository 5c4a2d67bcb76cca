package gpkg_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"

	"github.com/google/go-cmp/cmp"
)

// later are the steps of a program two versions on.
func later() []string {
	return append(slices.Clone(gpkg.Migrations()),
		"ALTER TABLE companies ADD COLUMN note TEXT; UPDATE companies SET note = 'v2'",
		"CREATE TABLE extra (fid INTEGER PRIMARY KEY, v TEXT); INSERT INTO extra (v) SELECT note FROM companies")
}

// backupName is the name of the n-th copy of a project of today's version.
func backupName(n int) string {
	if n == 1 {
		return fmt.Sprintf("区.v%d.backup.gpkg", len(gpkg.Migrations()))
	}
	return fmt.Sprintf("区.v%d.backup-%d.gpkg", len(gpkg.Migrations()), n)
}

func TestAnOlderProjectIsUpgradedAfterACopyIsKept(t *testing.T) {
	put := everything()
	path := create(t, put)
	original, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	p, err := gpkg.OpenWith(ctx, path, later())
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(&put, load(t, p), same); d != "" {
		t.Error(d)
	}
	if v := version(t, p); v < 2 {
		t.Errorf("version %d", v)
	}
	info, err := p.Info(ctx)
	if err != nil || info.SchemaVersion != len(later()) || len(info.Problems) > 0 {
		t.Errorf("%v, schema %d, %q", err, info.SchemaVersion, info.Problems)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if n := gpkg.Ask(t, path, "SELECT count(*) FROM extra WHERE v = 'v2'"); n != int64(2) {
		t.Errorf("the steps did not run in order: %v", n)
	}
	if names := filesBeside(t, path); !slices.Equal(names, []string{"区.gpkg", backupName(1)}) {
		t.Fatalf("%q", names)
	}
	kept := filepath.Join(filepath.Dir(path), backupName(1))
	if d := cmp.Diff(&put, reload(t, kept), same); d != "" {
		t.Errorf("the copy: %s", d)
	}

	// Opened again it is not upgraded again; an older program refuses it and leaves it alone.
	p, err = gpkg.OpenWith(ctx, path, later())
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(path)
	_, err = gpkg.Open(ctx, path, gpkg.Options{})
	wantCode(t, err, domain.CodeNewer, path, fmt.Sprint(len(later())), fmt.Sprint(len(gpkg.Migrations())))
	if after, _ := os.ReadFile(path); !slices.Equal(before, after) || len(filesBeside(t, path)) != 2 {
		t.Error("the refused project was touched")
	}

	// A second upgrade of a file of that name keeps its own copy.
	if err := os.WriteFile(path, original, 0o600); err != nil {
		t.Fatal(err)
	}
	first, _ := os.ReadFile(kept)
	p, err = gpkg.OpenWith(ctx, path, later())
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if names := filesBeside(t, path); !slices.Equal(names, []string{"区.gpkg", backupName(2), backupName(1)}) {
		t.Errorf("%q", names)
	}
	if again, _ := os.ReadFile(kept); !slices.Equal(first, again) {
		t.Error("the first copy was overwritten")
	}
}

func TestAFailedUpgradeLeavesTheProjectAsItWas(t *testing.T) {
	put := everything()
	path := create(t, put)
	steps := append(slices.Clone(gpkg.Migrations()), "DELETE FROM companies; SELECT no_such_function()")
	if _, err := gpkg.OpenWith(ctx, path, steps); err == nil {
		t.Fatal("it went through")
	}
	if d := cmp.Diff(&put, reload(t, path), same); d != "" {
		t.Error(d)
	}
}

func TestAnOlderProjectThatAnotherHoldsIsNotUpgraded(t *testing.T) {
	path := create(t, everything())
	open(t, path)
	_, err := gpkg.OpenWith(ctx, path, later())
	wantCode(t, err, domain.CodeReadOnly, path)
}

func TestANewProjectHasTodaysSchema(t *testing.T) {
	path := create(t, domain.Tables{})
	if v := gpkg.Ask(t, path, "SELECT schema_version FROM estate_atlas_meta"); v != int64(len(gpkg.Migrations())) {
		t.Errorf("schema %v, want %d", v, len(gpkg.Migrations()))
	}
	// Every table and column has its Chinese heading, every heading its column.
	for _, sql := range []string{
		`SELECT c.table_name || '.' || i.name FROM gpkg_contents c, pragma_table_info(c.table_name) i LEFT JOIN gpkg_data_columns d ON d.table_name = c.table_name AND d.column_name = i.name
		 WHERE i.name NOT IN ('fid', 'geom', 'seq') AND d.title IS NULL`,
		`SELECT d.table_name || '.' || d.column_name FROM gpkg_data_columns d WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info(d.table_name) i WHERE i.name = d.column_name)`,
		`SELECT constraint_name FROM gpkg_data_columns WHERE constraint_name NOT NULL AND constraint_name NOT IN (SELECT constraint_name FROM gpkg_data_column_constraints)`,
		`SELECT table_name FROM gpkg_contents WHERE description = '' OR identifier IS NULL`,
	} {
		if v := gpkg.Ask(t, path, sql); v != nil {
			t.Errorf("%v: %s", v, sql)
		}
	}
}
