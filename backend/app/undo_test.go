package app_test

import (
	"os"
	"path/filepath"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

func TestAnImportIsTakenBackAndDoneAgain(t *testing.T) {
	a := openDemo(t)
	before, err := a.Round("")
	must(t, before, err)
	if u, err := a.UndoState(); err != nil || u.Undo != nil || u.Redo != nil {
		t.Fatalf("%+v %v", u, err)
	}
	if _, err := a.Undo(); codeOf(err) != domain.CodeConflict {
		t.Fatal(err)
	}
	d, err := a.District()
	must(t, d, err)
	file := filepath.Join(t.TempDir(), "scores.csv")
	text := "round_id,estate_id,score\n" + before.RoundID + "," + d.Estates.ID[0] + ",1\n"
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	result, err := a.Import("", []string{file})
	if must(t, result, err); !result.Done {
		t.Fatalf("%+v", result)
	}
	changed, err := a.Round("")
	if must(t, changed, err); changed.Score[0] != "1" {
		t.Fatalf("score %q", changed.Score[0])
	}
	u, err := a.UndoState()
	if must(t, u, err); u.Undo == nil || u.Undo.What == "" || u.Redo != nil {
		t.Fatalf("%+v", u)
	}
	for i, step := range []func() (app.Session, error){a.Undo, a.Redo, a.Undo} {
		s, err := step()
		must(t, s, err)
		now, err := a.Round("")
		must(t, now, err)
		if want := []string{before.Score[0], "1", before.Score[0]}[i]; now.Score[0] != want {
			t.Errorf("step %d: score %q, want %q", i, now.Score[0], want)
		}
	}
}

func TestAProjectThatIsOnlyReadCannotBeTakenBack(t *testing.T) {
	a := openDemo(t)
	s, err := a.Session()
	must(t, s, err)
	reader := app.New(gpkg.Projects{}, "test", false)
	if _, err := reader.Open(s.Project.Path); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = app.Close(reader) }()
	if u, err := reader.UndoState(); err != nil || u.Undo != nil {
		t.Errorf("%+v %v", u, err)
	}
	if _, err := reader.Undo(); codeOf(err) != domain.CodeReadOnly {
		t.Error(err)
	}
}
