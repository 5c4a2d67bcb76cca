package gpkg

import (
	"context"
	"database/sql/driver"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"estateatlas/backend/domain"

	sqlite3 "github.com/mattn/go-sqlite3"
)

// Options say how to open a project.
type Options struct {
	// ReadOnly opens without taking the lock, beside a window that has the project open.
	ReadOnly bool
}

// Open opens a project. If another program holds it, or the file cannot be written, it is opened all the same and ReadOnly is
// true. An older project is upgraded after a copy is put beside it. A file that is not a sound project is left as it is.
//
// Errors: CodeNotFound, CodeCorrupt, CodeNewer, and CodeReadOnly for an older project that cannot be upgraded where it is.
func Open(ctx context.Context, path string, o Options) (*Project, error) {
	return openWith(ctx, path, o, migrations)
}

// openWith is Open for a schema made by the given steps.
func openWith(_ context.Context, path string, o Options, steps []string) (p *Project, err error) {
	if path, err = find(path); err != nil {
		return nil, err
	}
	p = &Project{path: path, readOnly: o.ReadOnly || !writable(path)}
	defer func() {
		if err != nil {
			p.abandon()
			p, err = nil, explain(path, err)
		}
	}()
	if !p.readOnly {
		if p.lock, err = acquireSoon(path); err != nil {
			p.readOnly = true
		}
	}

	var version int
	if p.db, version, err = inspect(path, len(steps)); err != nil {
		return p, err
	}
	if older := version < len(steps); older || !p.readOnly || leftBehind(path) {
		if err := p.db.close(); err != nil {
			return p, err
		}
		p.db = nil
		switch {
		case older:
			if err := p.upgrade(version, steps); err != nil {
				return p, err
			}
		case p.readOnly:
			settle(path)
		}
		if p.db, err = p.connect(); err != nil {
			return p, err
		}
		if older {
			if err := p.db.checkSchema(path); err != nil {
				return p, err
			}
		}
	}
	if !p.readOnly {
		if err := p.db.mend(); err != nil {
			return p, err
		}
	}
	if p.pulse, err = p.db.prepare("PRAGMA data_version"); err != nil {
		return p, err
	}
	return p, p.look(p.db)
}

// find returns the absolute path of a project file, without symbolic links, after a look at it from outside.
func find(path string) (string, error) {
	full, err := filepath.Abs(path)
	if err == nil {
		full, err = filepath.EvalSymlinks(full)
	}
	var info fs.FileInfo
	if err == nil {
		info, err = os.Stat(full)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", domain.Fail(domain.CodeNotFound, domain.Say("找不到项目文件 %s", "There is no project file %s", path), err)
	case err != nil:
		return "", domain.Fail(domain.CodeNotFound, domain.Say("打不开项目文件 %[1]s：%[2]v", "The project file %[1]s cannot be opened: %[2]v", path, err), err)
	case !info.Mode().IsRegular():
		return "", notProject(path, nil)
	case info.Size() == 0:
		return "", domain.Fail(domain.CodeCorrupt, domain.Say("%s 是空文件；改用备份，或删除它后重新导入", "%s is empty; use a backup, or delete it and import again", path), nil)
	}
	return full, nil
}

// acquireSoon is acquire with a little patience for those who hold the lock for a moment only: settle and CreateWith.
func acquireSoon(path string) (*lock, error) {
	l, err := acquire(path)
	for range 5 {
		if err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
		l, err = acquire(path)
	}
	return l, err
}

// applicationIDs are those of a GeoPackage: GPKG, and GP10 and GP11 of the older versions, which some programs write back.
var applicationIDs = []int64{0x47504B47, 0x47503130, 0x47503131}

// inspect opens the file without changing it and makes sure that it is a sound project of a schema up to today's, which it returns.
func inspect(path string, today int) (c *conn, version int, err error) {
	params := readOnly
	if present(path+"-journal") && writable(path) {
		params = recovering // another program was stopped while it wrote: SQLite rolls it back
	}
	if c, err = connectToRead(path, params); err != nil {
		return nil, 0, err
	}
	id, err := c.integer("PRAGMA application_id")
	if err == nil && !slices.Contains(applicationIDs, id) {
		err = notProject(path, nil)
	}
	if err == nil {
		version, err = c.soundVersion(path)
	}
	switch {
	case err != nil:
	case version > today:
		err = domain.Fail(domain.CodeNewer, domain.Say(
			"%[1]s 由更新版本的程序创建（数据结构 %[2]d，本程序为 %[3]d）；先升级本程序",
			"%[1]s was made by a newer version of the program (schema %[2]d, this one knows %[3]d); update the program first", path, version, today), nil)
	case version == today:
		err = c.checkSchema(path)
	}
	if err != nil {
		_ = c.close()
		return nil, 0, err
	}
	return c, version, nil
}

// connectToRead connects with params, and as to a file that nobody changes where SQLite cannot make the side files that it wants
// and the file has none: a write-protected folder with a project that was copied while it was open.
func connectToRead(path, params string) (*conn, error) {
	c, err := connect(path, params)
	if err == nil {
		if _, err = c.integer("PRAGMA application_id"); err == nil {
			return c, nil
		}
		_ = c.close()
	}
	var e sqlite3.Error
	if errors.As(err, &e) && (e.Code == sqlite3.ErrCantOpen || e.Code == sqlite3.ErrReadonly) && !present(path+"-wal") {
		return connect(path, immutable)
	}
	return nil, err
}

// soundVersion reads the schema version and runs SQLite's quick check. It takes 12 ms for a project of 22 MB; the full check, which
// compares indexes with tables too, takes several times as long and is part of Info.
func (c *conn) soundVersion(path string) (int, error) {
	kind, err := c.value("SELECT type FROM sqlite_master WHERE name = 'estate_atlas_meta'")
	if err != nil {
		return 0, err
	}
	if kind != "table" {
		return 0, notProject(path, nil)
	}
	v, err := c.value("SELECT schema_version FROM estate_atlas_meta")
	if err != nil {
		return 0, err
	}
	version, ok := v.(int64)
	if !ok || version < 1 {
		return 0, damaged(path, nil)
	}
	problems, err := c.check("quick_check")
	if err != nil {
		return 0, err
	}
	if len(problems) > 0 {
		return 0, damaged(path, errors.New(strings.Join(problems, "; ")))
	}
	return int(version), nil
}

// check runs one of SQLite's checks and returns what it finds.
func (c *conn) check(pragma string) ([]string, error) {
	var problems []string
	err := c.each("PRAGMA "+pragma+"(20)", func(row []driver.Value) error {
		if s, _ := plain(row[0]); s != "ok" {
			problems = append(problems, s)
		}
		return nil
	})
	return problems, err
}

// upgrade upgrades the project, also for one who only wants to read.
func (p *Project) upgrade(version int, steps []string) error {
	held := p.lock
	if held == nil {
		if !writable(p.path) {
			return oldReadOnly(p.path)
		}
		var err error
		if held, err = acquireSoon(p.path); err != nil {
			return oldReadOnly(p.path)
		}
		defer held.release()
	}
	return upgrade(p.path, version, steps)
}

func oldReadOnly(path string) error {
	return domain.Fail(domain.CodeReadOnly, domain.Say(
		"%s 由旧版本创建，须先升级，但现在不能写入；关闭打开它的其他窗口，或复制到可写的文件夹后再打开",
		"%s was made by an older version and must be upgraded, but it cannot be written now; close the other window that has it open, or copy it to a folder where you can write", path), nil)
}

// connect makes the connection that the project keeps.
func (p *Project) connect() (*conn, error) {
	if !p.readOnly {
		return connect(p.path, readWrite)
	}
	return connectToRead(p.path, readOnly)
}

// checkSchema makes sure that every table and column is there: another program may have dropped one.
func (c *conn) checkSchema(path string) error {
	need := map[string][]string{
		links.name:           links.columnNames(),
		"estate_atlas_audit": {"seq", "done_on", "who", "what", "tables", "version"},
		"estate_atlas_meta":  {"schema_version", "changes", "title"},
	}
	for _, t := range tables {
		need[t.tableName()] = t.columnNames()
	}
	kinds := make(map[string]string)
	if err := c.each("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')", func(row []driver.Value) error {
		name, _ := row[0].(string)
		kinds[name], _ = row[1].(string)
		return nil
	}); err != nil {
		return err
	}
	for _, table := range append(allTables(), "estate_atlas_audit", "estate_atlas_meta") {
		if kinds[table] != "table" {
			return domain.Fail(domain.CodeCorrupt, domain.Say("项目文件 %[1]s 缺少表 %[2]s；改用备份", "The project file %[1]s has no table %[2]s; use a backup", path, table), nil)
		}
		have, err := c.columns(table)
		if err != nil {
			return err
		}
		for _, column := range need[table] {
			if !slices.Contains(have, column) {
				return domain.Fail(domain.CodeCorrupt, domain.Say(
					"项目文件 %[1]s 的表 %[2]s 缺少 %[3]s 列；用 QGIS 等软件补上这一列，或改用备份",
					"The table %[2]s of the project file %[1]s has no column %[3]s; add the column (in QGIS, say), or use a backup", path, table, column), nil)
			}
		}
	}
	return nil
}
