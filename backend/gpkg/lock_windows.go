package gpkg

import (
	"os"
	"syscall"
)

// lock is a file that nobody else can open and that the system deletes when its handle is closed, also by the end of the process.
type lock struct{ h syscall.Handle }

// acquire takes the lock of the project at path, or returns errHeld at once.
func acquire(path string) (*lock, error) {
	name, err := syscall.UTF16PtrFromString(lockPath(path))
	if err != nil {
		return nil, err
	}
	const deleteOnClose = 0x04000000
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, 0, nil, syscall.OPEN_ALWAYS,
		syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if err != nil {
		return nil, errHeld
	}
	return &lock{h}, nil
}

// release gives the lock back and removes its file.
func (l *lock) release() { _ = syscall.CloseHandle(l.h) }

// writable reports whether we may write to the file.
func writable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&0o200 != 0
}

// syncFolder does nothing: Windows keeps names on disk by itself.
func syncFolder(string) error { return nil }
