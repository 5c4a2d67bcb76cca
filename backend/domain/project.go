package domain

import (
	"context"

	"github.com/paulmach/orb"
)

// ProjectInfo says what a project file holds and whether it is sound.
type ProjectInfo struct {
	Path          string
	Bytes         int64
	Format        string // the file format and its version: GeoPackage 1.3
	SchemaVersion int    // of our tables in it
	Version       int64  // as Store.Version
	Tables        []TableCount
	Extent        Opt[orb.Bound] // of the boundaries of all estates, lon-lat degrees
	LastChange    Opt[AuditEntry]
	Problems      []string // what the integrity check found, technical text; empty: sound
}

// TableCount is how many rows a table of a project has.
type TableCount struct {
	Name  string // as in CONTRACT.md
	Title Text
	Rows  int64
}

// AuditEntry is one change in the audit log of a project, which nothing overwrites.
type AuditEntry struct {
	Seq     int64 // 1, 2, 3, …
	When    Date  // zero: not said
	Who     string
	What    string
	Tables  []TableCount // rows written
	Version int64        // of the project after the change
	Kind    AuditKind
	Base    int64 // the project's version before the change
}

// AuditKind tells a change from one that takes a change back.
type AuditKind string

const (
	AuditDo   AuditKind = "do"
	AuditUndo AuditKind = "undo"
	AuditRedo AuditKind = "redo"
)

// UndoState names what would be taken back and what would be done again, nil for nothing.
type UndoState struct{ Undo, Redo *AuditEntry }

// UndoStore is a Store that can take changes back, also those made before it was opened. Each is a change of its own in the
// audit log. What another program changed cannot be passed.
type UndoStore interface {
	UndoState(ctx context.Context) (UndoState, error)
	// Undo and Redo return the entry that they made. Errors: CodeReadOnly, CodeConflict when there is nothing to do.
	Undo(ctx context.Context, who string, when Date) (AuditEntry, error)
	Redo(ctx context.Context, who string, when Date) (AuditEntry, error)
}

// PartStore is a Store that can read some of its tables again.
type PartStore interface {
	// LoadAgain returns base with these tables, named as in AuditEntry.Tables, and the title as they are stored now. base is not
	// changed. Errors: as Load.
	LoadAgain(ctx context.Context, base *Tables, names []string) (*Tables, error)
}

// AuditStore is a Store that keeps a log of its changes.
type AuditStore interface {
	// Audit returns every change, oldest first.
	Audit(ctx context.Context) ([]AuditEntry, error)
}

// ProxyLink is a line of the map from a scattered estate to its host: the last computed or accepted assignment.
type ProxyLink struct {
	EstateID  string
	HostID    string
	CompanyID string
	DistanceM Opt[float64]
	Status    string         // assigned, unassigned, override
	Line      orb.LineString // lon-lat degrees, from the estate to the host; nil if there is none
}

// LinkStore is a Store that can also keep the proxy links, for other programs to draw. They are derived, so they are no part
// of Tables and do not change Version.
type LinkStore interface {
	// PutLinks replaces all links. Errors: CodeReadOnly.
	PutLinks(ctx context.Context, links []ProxyLink) error
}
