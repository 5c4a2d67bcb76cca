package gpkg_test

import (
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

// A program may change a project in ways that fire none of its triggers: drop them, replace a table. The version grows all the same,
// beside an open project and across openings, and what was taken away comes back.
func TestChangesThatFireNoTriggersAreNoticed(t *testing.T) {
	path := create(t, everything())
	p := open(t, path)
	v := version(t, p)
	grew := func(what string) {
		t.Helper()
		now := version(t, p)
		if now <= v {
			t.Errorf("%s: version %d after %d", what, now, v)
		}
		v = now
		if again := version(t, p); again != v {
			t.Errorf("%s: version %d became %d by itself", what, v, again)
		}
	}
	gpkg.Edit(t, path, "DROP TRIGGER estate_atlas_companies_update")
	grew("trigger dropped")
	gpkg.Edit(t, path, "UPDATE companies SET name = 'x' WHERE id = 'c1'")
	grew("changed without a trigger")
	gpkg.Edit(t, path, "UPDATE companies SET name = 'y' WHERE id = 'c1'")
	grew("changed again")
	apply(t, p, domain.Tables{Companies: []domain.Company{{ID: "c3"}}})
	grew("our own change")
	gpkg.Edit(t, path, "UPDATE estate_atlas_meta SET title = '改名'")
	grew("title changed")

	gpkg.Edit(t, path, "CREATE TABLE new AS SELECT * FROM companies; DROP TABLE companies; ALTER TABLE new RENAME TO companies")
	grew("table replaced")
	gpkg.Edit(t, path, "UPDATE companies SET name = 'z' WHERE id = 'c1'")
	grew("changed in the new table")
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}

	p = open(t, path)
	grew("opened again, mended")
	if got := load(t, p).Companies[0].Name; got != "z" {
		t.Errorf("the company is called %q", got)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	gpkg.Edit(t, path, "UPDATE companies SET name = 'w' WHERE id = 'c1'; DELETE FROM companies WHERE id = 'c3'")
	p = open(t, path)
	grew("changed while closed")
	if gpkg.TryEdit(t, path, "INSERT INTO companies (fid, id) VALUES (99, 'c1')") == nil {
		t.Error("the index of keys did not come back")
	}
}

func TestALayerThatLostItsIndexGetsItBack(t *testing.T) {
	path := create(t, everything())
	for _, name := range []string{"insert", "update1", "update2", "update3", "update4", "delete"} {
		gpkg.Edit(t, path, "DROP TRIGGER rtree_estates_geom_"+name)
	}
	gpkg.Edit(t, path, "DROP TABLE rtree_estates_geom; DELETE FROM gpkg_extensions WHERE table_name = 'estates'; DELETE FROM estates WHERE id = 'e1'")
	p := open(t, path)
	if info, err := p.Info(ctx); err != nil || len(info.Problems) > 0 {
		t.Errorf("%v %q", err, info.Problems)
	}
	apply(t, p, everything())
	if n := gpkg.Ask(t, path, "SELECT count(*) FROM rtree_estates_geom"); n != int64(2) {
		t.Errorf("%v rows in the R-tree", n)
	}
	if n := gpkg.Ask(t, path, "SELECT count(*) FROM gpkg_extensions WHERE table_name = 'estates' AND extension_name = 'gpkg_rtree_index'"); n != int64(1) {
		t.Errorf("%v entries among the extensions", n)
	}
}

// A reader in another process sees the version grow too.
func TestAReaderSeesTheVersionGrow(t *testing.T) {
	path := create(t, everything())
	reader, err := gpkg.Open(ctx, path, gpkg.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	v := version(t, reader)
	gpkg.Edit(t, path, "UPDATE rounds SET name = 'x'")
	if now := version(t, reader); now <= v {
		t.Errorf("version %d after %d", now, v)
	}
}
