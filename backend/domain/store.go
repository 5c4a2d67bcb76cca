package domain

import "context"

// Change is what one action writes, all or nothing: rows go, then rows come. Rows with the key of a stored row replace it whole;
// Deductions and Determinations replace, as a set, those of every round and estate that occurs among them; Settings are
// merged by name; an empty Title leaves the stored one; a Backdrop layer that occurs replaces the stored layer.
type Change struct {
	// Remove names the rows that go, by their keys; nothing else of them is looked at. Of Deductions and Determinations the whole
	// set of a round and estate goes, of Backdrops the layer; a setting that goes has its default again. There need be no such row.
	Remove Tables
	Put    Tables
	// What, Who and When go to the audit log: what was done (import of three files), by whom, at which civil date.
	What string
	Who  string
	When Date
}

// Store keeps one project. Implementations are safe for use by several goroutines.
type Store interface {
	// Load reads the whole project. Errors: CodeCorrupt, CodeNewer, and CodeInvalid for values that another program left and nobody can use.
	Load(ctx context.Context) (*Tables, error)
	// Apply writes the change in one transaction; when it returns nil the change is on disk, when it returns an error
	// nothing has changed. Errors: CodeReadOnly, CodeConflict.
	Apply(ctx context.Context, c Change) error
	// Version grows with every change to the project, also by other programs; equal versions mean equal Tables.
	Version(ctx context.Context) (int64, error)
	// ReadOnly reports whether another program holds the project, so that Apply is refused.
	ReadOnly() bool
	Close() error
}
