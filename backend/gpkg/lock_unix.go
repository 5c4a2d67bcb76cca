//go:build unix

package gpkg

import (
	"os"
	"syscall"
)

// lock is an advisory lock (flock) on the file beside a project.
type lock struct{ f *os.File }

// acquire takes the lock of the project at path, or returns errHeld at once.
func acquire(path string) (*lock, error) {
	name := lockPath(path)
	for {
		f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return nil, errHeld
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			_ = f.Close()
			return nil, errHeld
		}
		// Its last holder may have removed the file between our two calls: then what we hold is no longer at that name.
		held, err := f.Stat()
		if err == nil {
			if named, err := os.Stat(name); err == nil && os.SameFile(held, named) {
				return &lock{f}, nil
			}
		}
		_ = f.Close()
	}
}

// release gives the lock back and removes its file.
func (l *lock) release() {
	_ = os.Remove(l.f.Name())
	_ = l.f.Close()
}

// writable reports whether we may write to the file. It opens nothing: see lock.go.
func writable(path string) bool {
	const wOK = 2
	return syscall.Access(path, wOK) == nil
}

// syncFolder puts the names in a folder on disk.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }()
	return d.Sync()
}
