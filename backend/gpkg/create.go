package gpkg

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"estateatlas/backend/domain"
)

// Create makes a new, empty project at path and opens it. CodeConflict if something is there already.
func Create(ctx context.Context, path string) (*Project, error) {
	if err := CreateWith(ctx, path, domain.Change{What: "新建项目"}); err != nil {
		return nil, err
	}
	return Open(ctx, path, Options{})
}

// CreateWith makes a new project that holds the change and leaves it closed. All or nothing: it is written to a file beside path,
// put on disk and given its name when complete, so that nothing ever stands at path but a whole project. Of a key that occurs
// twice the last row holds. CodeConflict if something is at path already.
func CreateWith(ctx context.Context, path string, change domain.Change) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return explain(path, err)
	}
	switch _, err := os.Lstat(path); {
	case err == nil:
		return exists(path)
	case !errors.Is(err, fs.ErrNotExist):
		return folderError(path, err)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || !info.IsDir() {
		return folderError(path, err)
	}
	held, err := acquire(path)
	if err != nil {
		if writable(filepath.Dir(path)) {
			return exists(path) // being made by another process
		}
		return folderError(path, err)
	}
	defer held.release()

	// Whoever left such a file behind is gone: we hold the lock.
	temporary := path + "-new"
	if err := os.Remove(temporary); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return folderError(path, err)
	}
	defer func() { _ = os.Remove(temporary) }()
	if err := build(ctx, temporary, change); err != nil {
		return explain(path, err)
	}
	if err := publish(temporary, path); err != nil {
		if errors.Is(err, fs.ErrExist) {
			return exists(path)
		}
		return explain(path, err)
	}
	return nil
}

// build writes a whole project file and puts it on disk.
func build(ctx context.Context, path string, change domain.Change) error {
	c, err := connect(path, building)
	if err != nil {
		return err
	}
	err = func() error {
		if err := c.exec(fmt.Sprintf("PRAGMA page_size = %d", pageSize(change))); err != nil {
			return err
		}
		return c.inTransaction("BEGIN", func() error {
			if err := c.migrate(0, migrations); err != nil {
				return err
			}
			return c.write(ctx, change, true)
		})
	}()
	if err := errors.Join(err, c.close()); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// pageSize is SQLite's default of 4 KiB, or 16 KiB for many estates: that halves the time of writing and checking them, but would make
// a small file with its hundred tables and indexes large.
func pageSize(change domain.Change) int {
	if len(change.Put.Estates) < 10_000 {
		return 4 << 10
	}
	return 16 << 10
}

// publish gives a complete file its name, never one that is taken (fs.ErrExist).
func publish(temporary, path string) error {
	switch err := os.Link(temporary, path); {
	case errors.Is(err, fs.ErrExist):
		return err
	case err != nil:
		// A file system without hard links. The lock keeps our own kind out.
		if _, err := os.Lstat(path); err == nil {
			return fs.ErrExist
		}
		if err := os.Rename(temporary, path); err != nil {
			return err
		}
	}
	return syncFolder(filepath.Dir(path))
}

func exists(path string) error {
	return domain.Fail(domain.CodeConflict, domain.Say("%s 已经存在；另选文件名，或直接打开它", "%s exists already; choose another name, or open it", path), nil)
}

func folderError(path string, cause error) error {
	return domain.Fail(domain.CodeNotFound, domain.Say(
		"不能在 %s 新建项目；检查文件夹是否存在、是否可写", "A project cannot be made at %s; check that the folder exists and can be written", path), cause)
}
