package app

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"estateatlas/backend/gpkg"
	"estateatlas/backend/internal/corpus"
)

// TestEveryFileOfTheCorpusGoesThroughTheWizard previews every file of the corpus of tables, writes what is in order and takes it back:
// nothing is written before it is said so, nothing is left after it is taken back.
func TestEveryFileOfTheCorpusGoesThroughTheWizard(t *testing.T) {
	dir := corpus.Dir(t, "tables")
	path := filepath.Join(t.TempDir(), "区.gpkg")
	if _, err := ImportInto(context.Background(), gpkg.Projects{}, path, []string{filepath.Join(dir, "base")}, ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	a := New(gpkg.Projects{}, "test", false)
	defer func() {
		if err := Close(a); err != nil {
			t.Error(err)
		}
	}()
	if _, err := a.Open(path); err != nil {
		t.Fatal(err)
	}
	start, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.*"))
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	written := 0
	for _, file := range files {
		name := filepath.Base(filepath.Dir(file)) + "/" + filepath.Base(file)
		opened, err := a.WizardOpen(file)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		choice := WizardChoice{SkipBad: true}
		v, err := a.WizardPreview(opened.ID, choice)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if _, err := a.WizardRows(opened.ID, choice, 1, 50); err != nil && v.Refused.ZH == "" {
			t.Errorf("%s: its rows: %v", name, err)
		}
		if now, err := a.project(); err != nil || !reflect.DeepEqual(now.tables, start.tables) {
			t.Fatalf("%s: a look changed the project", name)
		}
		if !v.Ready {
			if v.Blocked.ZH == "" || v.Blocked.EN == "" {
				t.Errorf("%s is not ready and nothing says why", name)
			}
			if _, err := a.WizardWrite(opened.ID, choice); err == nil {
				t.Errorf("%s is not ready and was written", name)
			}
			if err := a.WizardClose(opened.ID); err != nil {
				t.Error(err)
			}
			continue
		}
		if _, err := a.WizardWrite(opened.ID, choice); err != nil {
			t.Errorf("%s is ready and was refused: %v", name, err)
			continue
		}
		written++
		if _, err := a.Undo(); err != nil {
			t.Fatal(err)
		}
		if now, err := a.project(); err != nil || !reflect.DeepEqual(now.tables, start.tables) {
			t.Fatalf("%s: taking back did not take back all of it", name)
		}
	}
	if written < 20 {
		t.Errorf("only %d files were written", written)
	}
}
