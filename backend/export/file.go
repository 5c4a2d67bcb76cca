// Package export writes what leaves the program: tables for machines and for people, dataset folders. A file is there whole or
// not at all. It asks nothing and computes nothing: rows come from the use cases.
package export

import (
	"bufio"
	"io"
	"os"
	"path/filepath"

	"estateatlas/backend/domain"
)

// WriteFile writes a file through a temporary neighbour, so that at path there is the old file or the whole new one.
func WriteFile(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return cannotWrite(path, err)
	}
	defer func() {
		if err != nil {
			_ = f.Close()
			_ = os.Remove(f.Name())
		}
	}()
	w := bufio.NewWriterSize(f, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	for _, step := range []func() error{
		w.Flush, f.Sync, func() error { return f.Chmod(0o644) }, f.Close,
		func() error { return os.Rename(f.Name(), path) },
	} {
		if err := step(); err != nil {
			return cannotWrite(path, err)
		}
	}
	return nil
}

func cannotWrite(path string, err error) error {
	return domain.Fail(domain.CodeInvalid, domain.Say("无法写入 %s；检查文件夹是否存在、是否可写、磁盘是否已满",
		"%s cannot be written; check that the folder exists and is writable and that the disk is not full", path), err)
}
