package gpkg

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"estateatlas/backend/domain"

	sqlite3 "github.com/mattn/go-sqlite3"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations are the steps from an empty file to today's schema: step i leads from version i to i + 1.
var migrations = func() []string {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql") // sorted
	if err != nil {
		panic(err) // the pattern is a constant
	}
	steps := make([]string, len(names))
	for i, name := range names {
		if !strings.HasPrefix(filepath.Base(name), fmt.Sprintf("%04d_", i+1)) {
			panic("gpkg: migrations must be numbered without a gap: " + name)
		}
		sql, err := migrationFiles.ReadFile(name)
		if err != nil {
			panic(err) // it is embedded
		}
		steps[i] = string(sql)
	}
	return steps
}()

// migrate runs the steps from version on; inside a transaction.
func (c *conn) migrate(version int, steps []string) error {
	for i, sql := range steps[version:] {
		if err := c.exec(sql); err != nil {
			return fmt.Errorf("migration to schema %d: %w", version+i+1, err)
		}
	}
	return c.change("UPDATE estate_atlas_meta SET schema_version = ?1", int64(len(steps)))
}

// upgrade brings an older project to the schema of steps after putting a copy beside it. The caller holds the lock.
func upgrade(path string, version int, steps []string) (err error) {
	c, err := connect(path, recovering)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, c.close()) }()
	kept, err := backUp(c, path, version)
	if err != nil {
		return domain.Fail(domain.CodeReadOnly, domain.Say(
			"%[1]s 由旧版本创建，升级前须先在同一文件夹保存副本，但未能保存：%[2]v", "%[1]s was made by an older version; a copy must be kept beside it before it is upgraded, and could not be: %[2]v", path, err), err)
	}
	err = c.inTransaction("BEGIN IMMEDIATE", func() error {
		if err := c.migrate(version, steps); err != nil {
			return err
		}
		return c.change("UPDATE estate_atlas_meta SET changes = changes + 1")
	})
	var e sqlite3.Error
	if errors.As(err, &e) && e.Code == sqlite3.ErrError { // a table or column that this version has is not there
		return errors.Join(damaged(path, err), os.Remove(kept))
	}
	return err
}

// backUp puts a copy of the project beside it: name.v1.backup.gpkg, or name.v1.backup-2.gpkg and so on if there is one already.
func backUp(c *conn, path string, version int) (string, error) {
	temporary := path + "-copy"
	if err := os.Remove(temporary); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	defer func() { _ = os.Remove(temporary) }()
	if err := c.change("VACUUM INTO ?1", temporary); err != nil {
		return "", err
	}
	f, err := os.OpenFile(temporary, os.O_RDWR, 0)
	if err != nil {
		return "", err
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return "", err
	}
	ext := filepath.Ext(path)
	base := fmt.Sprintf("%s.v%d.backup", strings.TrimSuffix(path, ext), version)
	for n := 1; ; n++ {
		name := base + ext
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", base, n, ext)
		}
		if err := publish(temporary, name); !errors.Is(err, fs.ErrExist) {
			return name, err
		}
	}
}
