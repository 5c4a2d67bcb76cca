// Package ingest reads what a district hands over (CONTRACT.md, "A dataset folder"): estates.geojson, the CSV tables,
// settings.json and the backdrop layers, from a folder or as single files, and what other programs draw (package vector). It
// turns them into [domain.Tables], or says for every fault which file, line and column it is in and what to do about it.
//
// An import is all or nothing: references and cross rules are judged on the files and the project together, and all
// faults of all files are reported at once. With [Options.SkipBad] the rows that are in order are taken and the others
// listed. What is repaired or left out without being a fault is a [Note], never silent.
//
// It writes nothing and knows no store; it applies no policy beyond the value rules (a caller lends it the check of fund
// uses). Order of the files never matters.
package ingest

import (
	"context"

	"estateatlas/backend/domain"
)

// Options of one import.
type Options struct {
	// SkipBad takes the good rows and lists the others instead of refusing everything.
	SkipBad bool
	// Progress, if not nil, is told how many bytes of all files have been read. Calls never overlap.
	Progress func(done, total int64)
	// CheckFundUses, if not nil, judges the fund uses named by newIDs against the merged project: balance and, for
	// rewards, rank (RULES 5). stored are the project's uses before the import. It is asked last and only when what the
	// balances rest on is in order.
	CheckFundUses func(merged *domain.Tables, stored []domain.FundUse, newIDs map[string]bool) []FundFault
	// Project, if not empty, is the path of the project that the import goes into: it is refused as a source.
	Project string
	Shapes  ShapeOptions
}

// ShapeOptions say how files of shapes are read, over what they say themselves; what is empty is found by looking.
type ShapeOptions struct {
	// Encoding of the texts of a Shapefile, by its name: GBK, UTF-8, GB18030, BIG5, …
	Encoding string
	// Layer is the name of the one to read of a file with several.
	Layer string
	// System is the coordinate system, as crs.Named takes it: EPSG:4548.
	System string
	// Columns says which column (its English heading) a field of the file is read as, empty to leave it; fields that are not named
	// here are recognised by their names.
	Columns map[string]string
	// Datum says that the degrees, once turned from the plane, are the shifted ones of Chinese web maps. Nothing in a file tells
	// that: only a user knows. It holds for boundaries, backdrops and findings of all files.
	Datum Datum
}

// Datum is a shift of coordinates.
type Datum string

// Datums. The empty one is none: CGCS2000 or WGS 84.
const (
	DatumNone  Datum = ""
	DatumGCJ02 Datum = "gcj02"
	DatumBD09  Datum = "bd09"
)

// FundFault says why a fund use is refused: its id, the English heading of the column at fault, the sentence.
type FundFault struct {
	ID     string
	Column string
	Text   domain.Text
}

// Read reads the folders and files at paths and checks them together with base, the project that they go into
// (nil or empty for a new one; it is not changed). Bad input is in the report, not in the error: the error is
// CodeCancelled when ctx ends, CodeInvalid for options that mean nothing.
func Read(ctx context.Context, paths []string, base *domain.Tables, opt Options) (*Report, error) {
	if base == nil {
		base = &domain.Tables{}
	}
	if err := opt.Shapes.Check(); err != nil {
		return nil, err
	}
	found := findFiles(paths, opt.Project)
	if found.folder && len(base.Estates) == 0 {
		found.requireEstates()
	}
	imp := &intake{base: base, opt: opt}
	if err := imp.readFiles(ctx, found); err != nil {
		return nil, err
	}
	imp.check()
	if ctx.Err() != nil {
		return nil, cancelled(ctx)
	}
	return imp.report(), nil
}

func cancelled(ctx context.Context) error {
	return domain.Fail(domain.CodeCancelled, domain.Say("导入已停止，没有写入任何数据", "The import was stopped; nothing was written"), context.Cause(ctx))
}

// intake is one import under way: the rows of all files, table by table, and what was said about each file.
type intake struct {
	base *domain.Tables
	opt  Options
	// window, if not 0, is the size of a GeoJSON reader's window to begin with, and room how many faults are listed.
	window, room int

	look   *look                     // if not nil, what a preview keeps of a GeoJSON file
	stored map[string]*domain.Estate // the project's estates by id, where a drawn file is read

	title          string // of the district, as the estates' file gives it
	estates        rows[domain.Estate]
	companies      rows[domain.Company]
	agreements     rows[domain.Agreement]
	subsidies      rows[domain.SubsidyChange]
	enrolments     rows[domain.Enrolment]
	items          rows[domain.Item]
	rounds         rows[domain.Round]
	scores         rows[domain.Score]
	deductions     rows[domain.Deduction]
	determinations rows[domain.Determination]
	findings       rows[domain.Finding]
	overrides      rows[domain.Override]
	fundUses       rows[domain.FundUse]
	settings       rows[setting]
	backdrops      rows[domain.Backdrop]

	logs      []*fileLog // by file, in the order of findFiles
	leftNotes []Note     // of other files in a folder
}
