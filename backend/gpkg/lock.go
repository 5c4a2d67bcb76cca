package gpkg

import "errors"

// Only one Project at a time may write a file. SQLite's own locks last for a transaction; ours lasts from Open to Close and is on a
// file of its own beside the project, <file>-lock, because closing a second descriptor of the project file would drop the POSIX
// locks that SQLite holds on it. The system takes the lock away when the process ends, however it ends; an empty file that a
// killed process leaves is taken over and removed by the next.

// errHeld says that another Project holds the lock, or that locks cannot be made there.
var errHeld = errors.New("gpkg: another program has the project open")

func lockPath(path string) string { return path + "-lock" }
