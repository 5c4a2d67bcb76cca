package domain

import (
	"cmp"
	"context"
)

// Change is what one action writes: rows to put, all or none of them. Rows with the key of a stored row replace it whole;
// Deductions and Determinations replace, as a set, those of every round and estate that occurs among them; Settings are
// merged by name; an empty Title leaves the stored one; a Backdrop layer that occurs replaces the stored layer.
type Change struct {
	Put Tables
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

// Merge returns what a project holds after a change: base with put applied as Change says. It is the reference for every
// Store and what an import checks its references against. Neither argument is changed.
func Merge(base, put *Tables) *Tables {
	return &Tables{
		Title:      cmp.Or(put.Title, base.Title),
		Estates:    mergeRows(base.Estates, put.Estates, func(e Estate) string { return e.ID }),
		Companies:  mergeRows(base.Companies, put.Companies, func(c Company) string { return c.ID }),
		Agreements: mergeRows(base.Agreements, put.Agreements, func(a Agreement) idDate { return idDate{a.EstateID, int32(a.StartsOn)} }),
		Subsidies:  mergeRows(base.Subsidies, put.Subsidies, func(s SubsidyChange) idDate { return idDate{s.EstateID, int32(s.FromMonth)} }),
		Enrolments: mergeRows(base.Enrolments, put.Enrolments, func(e Enrolment) idDate { return idDate{e.EstateID, int32(e.EnrolledOn)} }),
		Items:      mergeRows(base.Items, put.Items, func(i Item) string { return i.Code }),
		Rounds:     mergeRows(base.Rounds, put.Rounds, func(r Round) string { return r.ID }),
		Scores:     mergeRows(base.Scores, put.Scores, func(s Score) idPair { return idPair{s.RoundID, s.EstateID} }),
		Findings:   mergeRows(base.Findings, put.Findings, func(f Finding) string { return f.ID }),
		Overrides:  mergeRows(base.Overrides, put.Overrides, func(o Override) idDate { return idDate{o.EstateID, int32(o.DecidedOn)} }),
		FundUses:   mergeRows(base.FundUses, put.FundUses, func(u FundUse) string { return u.ID }),
		Deductions: mergeSets(base.Deductions, put.Deductions, func(d Deduction) idPair { return idPair{d.RoundID, d.EstateID} }),
		Determinations: mergeSets(base.Determinations, put.Determinations,
			func(d Determination) idPair { return idPair{d.RoundID, d.EstateID} }),
		Backdrops: mergeSets(base.Backdrops, put.Backdrops, func(b Backdrop) string { return string(b.Layer) }),
		Settings:  base.Settings.Merge(put.Settings),
	}
}
