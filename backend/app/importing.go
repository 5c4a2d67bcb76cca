package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/policy"
)

// ImportOptions says how to import.
type ImportOptions struct {
	SkipBad  bool
	Progress func(done, total int64) // bytes read; may be nil
	Shapes   ingest.ShapeOptions     // how files of shapes are read, over what they say themselves
}

// Imported is how an import ended.
type Imported struct {
	Report  *ingest.Report
	Written bool
	Counts  []TableCount // rows taken, by file
}

// ImportInto reads folders and files into the project at path, which is made if it does not exist: all rows or none, unless
// bad ones are to be skipped. Bad input is in the report; the error is for what is not the input's fault.
func ImportInto(ctx context.Context, projects Projects, path string, sources []string, options ImportOptions) (*Imported, error) {
	if _, err := os.Stat(path); err != nil {
		return importInto(ctx, path, &domain.Tables{}, sources, options, func(c domain.Change) error {
			return projects.Create(ctx, path, c)
		})
	}
	// The project is read without taking hold of it and opened for writing only when there is something to write: opening
	// for writing alone changes bytes of the file.
	reader, err := projects.Open(ctx, path, true)
	if err != nil {
		return nil, err
	}
	base, version, err := loadWithVersion(ctx, reader)
	if err := errors.Join(err, reader.Close()); err != nil {
		return nil, err
	}
	return importInto(ctx, path, base, sources, options, func(c domain.Change) error {
		store, err := projects.Open(ctx, path, false)
		if err != nil {
			return err
		}
		return errors.Join(applyIfUnchanged(ctx, store, version, c), store.Close())
	})
}

func loadWithVersion(ctx context.Context, store domain.Store) (*domain.Tables, int64, error) {
	version, err := store.Version(ctx)
	if err != nil {
		return nil, 0, err
	}
	tables, err := store.Load(ctx)
	return tables, version, err
}

// applyIfUnchanged writes a change that was checked against a version of the project.
func applyIfUnchanged(ctx context.Context, store domain.Store, version int64, c domain.Change) error {
	if store.ReadOnly() {
		return domain.Fail(domain.CodeReadOnly, domain.Say("项目正被另一个窗口或程序使用，或不可写；关闭后再导入",
			"The project is in use by another window or program, or cannot be written; close it and import again"), nil)
	}
	now, err := store.Version(ctx)
	if err != nil {
		return err
	}
	if now != version {
		return domain.Fail(domain.CodeConflict, domain.Say("导入期间项目被另一个程序改动；没有导入任何数据，再导入一次",
			"Another program changed the project during the import; nothing was imported, import again"), nil)
	}
	return store.Apply(ctx, c)
}

func importInto(ctx context.Context, path string, base *domain.Tables, sources []string, options ImportOptions, write func(domain.Change) error) (*Imported, error) {
	report, err := ingest.Read(ctx, sources, base, ingest.Options{
		SkipBad: options.SkipBad, Progress: options.Progress, CheckFundUses: checkFundUses, Project: path, Shapes: options.Shapes,
	})
	if err != nil {
		return nil, err
	}
	out := &Imported{Report: report}
	if report.Refused() {
		return out, nil
	}
	what := "import " + strings.Join(baseNames(sources), ", ") + shiftedMark(options.Shapes.Datum)
	change := domain.Change{Put: report.Put, What: what, When: today()}
	if err := write(change); err != nil {
		return nil, err
	}
	out.Written = true
	for _, f := range report.Files {
		if f.Table != "" {
			out.Counts = append(out.Counts, TableCount{File: f.Name, Rows: f.Accepted})
		}
	}
	return out, nil
}

// checkFundUses lets the rule book judge the uses of an import (RULES 5).
func checkFundUses(merged *domain.Tables, stored []domain.FundUse, newIDs map[string]bool) []ingest.FundFault {
	var faults []ingest.FundFault
	for _, f := range policy.CheckFundUses(merged, stored, newIDs) {
		faults = append(faults, ingest.FundFault{ID: f.ID, Column: f.Column, Text: f.Text})
	}
	return faults
}

func baseNames(paths []string) []string {
	names := make([]string, len(paths))
	for i, p := range paths {
		names[i] = filepath.Base(p)
	}
	return names
}

// today is the date for the audit log; no rule sees it.
func today() domain.Date {
	now := time.Now()
	d, _ := domain.NewDate(now.Year(), int(now.Month()), now.Day())
	return d
}
