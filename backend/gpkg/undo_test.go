package gpkg_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func undoState(t interface{ Fatal(...any) }, p *gpkg.Project) domain.UndoState {
	state, err := p.UndoState(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return state
}

// exact compares projects with the numbers of their rows: what is taken back is as it was, not only alike.
func exact(t interface {
	Helper()
	Errorf(string, ...any)
}, what string, want, got *domain.Tables,
) {
	t.Helper()
	if d := cmp.Diff(want, got, cmp.Comparer(func(a, b domain.Decimal) bool { return a == b })); d != "" {
		t.Errorf("%s: %s", what, d)
	}
}

func TestEverythingThatAChangeDidIsTakenBackAndDoneAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "区.gpkg")
	p, err := gpkg.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if s := undoState(t, p); s.Undo != nil || s.Redo != nil {
		t.Fatalf("a new project: %+v", s)
	}
	empty := load(t, p)
	if err := p.Apply(ctx, domain.Change{Put: everything(), What: "导入", Who: "张", When: day("2026-11-22")}); err != nil {
		t.Fatal(err)
	}
	full := load(t, p)
	second := domain.Tables{Title: "改名", Deductions: full.Deductions[:1], Estates: slices.Clone(full.Estates[:1]), Backdrops: full.Backdrops[:1], Settings: domain.Settings{"band_size": "5"}}
	second.Estates[0].Name, second.Estates[0].Boundary = "新名\x00\"'", nil
	if err := p.Apply(ctx, domain.Change{Put: second, What: "修改"}); err != nil {
		t.Fatal(err)
	}
	changed := load(t, p)

	entry, err := p.Undo(ctx, "李", day("2026-11-23"))
	if err != nil || entry.Kind != domain.AuditUndo || entry.What != "修改" || entry.Who != "李" {
		t.Fatalf("%+v %v", entry, err)
	}
	exact(t, "first undo", full, load(t, p))
	// Across a restart.
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	p = open(t, path)
	if s := undoState(t, p); s.Undo == nil || s.Undo.What != "导入" || s.Redo == nil || s.Redo.What != "修改" {
		t.Fatalf("%+v", s)
	}
	if _, err := p.Undo(ctx, "", 0); err != nil {
		t.Fatal(err)
	}
	exact(t, "second undo", empty, load(t, p))
	_, err = p.Undo(ctx, "", 0)
	wantCode(t, err, domain.CodeConflict)
	for i, want := range []*domain.Tables{full, changed} {
		if _, err := p.Redo(ctx, "", 0); err != nil {
			t.Fatal(err)
		}
		exact(t, fmt.Sprintf("redo %d", i+1), want, load(t, p))
	}
	_, err = p.Redo(ctx, "", 0)
	wantCode(t, err, domain.CodeConflict)
	if _, err := p.Undo(ctx, "", 0); err != nil {
		t.Fatal(err)
	}
	exact(t, "undo of a redo", full, load(t, p))
	info, err := p.Info(ctx)
	if err != nil || len(info.Problems) > 0 {
		t.Errorf("%v %q", err, info.Problems)
	}
	log, err := p.Audit(ctx)
	var kinds []string
	for _, e := range log {
		kinds = append(kinds, string(e.Kind))
	}
	if err != nil || strings.Join(kinds, " ") != "do do do undo undo redo redo undo" {
		t.Errorf("%v %v", err, kinds)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestANewChangeEndsWhatCouldBeDoneAgain(t *testing.T) {
	p := open(t, create(t, everything()))
	defer p.Close()
	rename := func(name string) {
		if err := p.Apply(ctx, domain.Change{Put: domain.Tables{Companies: []domain.Company{{ID: "c9", Name: name}}}, What: name}); err != nil {
			t.Fatal(err)
		}
	}
	rename("甲")
	rename("乙")
	if _, err := p.Undo(ctx, "", 0); err != nil {
		t.Fatal(err)
	}
	rename("丙")
	if s := undoState(t, p); s.Redo != nil || s.Undo == nil || s.Undo.What != "丙" {
		t.Fatalf("%+v", s)
	}
	for range 2 {
		if _, err := p.Undo(ctx, "", 0); err != nil {
			t.Fatal(err)
		}
	}
	if s := undoState(t, p); s.Undo != nil {
		t.Fatalf("the making of the project can be taken back: %+v", s.Undo)
	}
}

func TestWhatAnotherProgramChangedIsNotWrittenOver(t *testing.T) {
	path := create(t, everything())
	p := open(t, path)
	if err := p.Apply(ctx, domain.Change{Put: domain.Tables{Companies: []domain.Company{{ID: "c9", Name: "甲"}}}}); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	gpkg.MakeSQLite(t, path, "UPDATE companies SET name = 'QGIS' WHERE id = 'c9'")
	p = open(t, path)
	defer p.Close()
	_, err := p.Undo(ctx, "", 0)
	wantCode(t, err, domain.CodeConflict)
}

// Any walk of changes, undos, redos and restarts shows the states that a list of states shows.
func TestAnyWalkThroughUndoAndRedo(t *testing.T) {
	base := create(t, domain.Tables{})
	rapid.Check(t, func(rt *rapid.T) {
		path := base + rapid.StringMatching("[a-z]{16}").Draw(rt, "name")
		gpkg.CopyFile(t, base, path)
		p := open(t, path)
		defer func() { _ = p.Close() }()
		states := []*domain.Tables{load(t, p)}
		at := 0
		for i := range rapid.IntRange(1, 12).Draw(rt, "steps") {
			switch rapid.IntRange(0, 5).Draw(rt, "what") {
			case 0, 1:
				_, err := p.Undo(ctx, "", 0)
				if (err == nil) != (at > 0) {
					rt.Fatalf("undo at %d: %v", at, err)
				}
				at = max(0, at-1)
			case 2:
				_, err := p.Redo(ctx, "", 0)
				if (err == nil) != (at < len(states)-1) {
					rt.Fatalf("redo at %d of %d: %v", at, len(states), err)
				}
				at = min(at+1, len(states)-1)
			case 3:
				if err := p.Close(); err != nil {
					rt.Fatal(err)
				}
				p = open(t, path)
			default:
				ids := rapid.SliceOfNDistinct(rapid.IntRange(0, 3), 1, 3, rapid.ID[int]).Draw(rt, "ids")
				var put domain.Tables
				for _, id := range ids {
					name := fmt.Sprintf("第%d步", i)
					put.Companies = append(put.Companies, domain.Company{ID: fmt.Sprint(id), Name: name})
					put.Deductions = append(put.Deductions, domain.Deduction{RoundID: "r", EstateID: fmt.Sprint(id), Item: name, Points: domain.WholeDecimal(int64(i))})
				}
				if err := p.Apply(ctx, domain.Change{Put: put}); err != nil {
					rt.Fatal(err)
				}
				states = append(states[:at+1], load(t, p))
				at++
			}
			exact(rt, fmt.Sprintf("after step %d", i), states[at], load(t, p))
		}
	})
}
