package app_test

import (
	"path/filepath"
	"testing"
	"time"

	"estateatlas/backend/app"
	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

func TestThePageWaitsForTheProjectThatIsBeingOpened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "区.gpkg")
	if err := app.MakeDemo(t.Context(), gpkg.Projects{}, path, demo.Options{Estates: 60}); err != nil {
		t.Fatal(err)
	}
	a := app.New(gpkg.Projects{}, "test", false)
	defer app.Close(a)
	app.WillStart(a)
	asked := make(chan app.Session, 1)
	go func() {
		s, _ := a.Session()
		asked <- s
	}()
	select {
	case <-asked:
		t.Fatal("the page was told that nothing is open")
	case <-time.After(20 * time.Millisecond):
	}
	if err := app.Start(a, path); err != nil {
		t.Fatal(err)
	}
	if s := <-asked; s.Project == nil || s.Project.Path != path {
		t.Errorf("%+v", s)
	}
}

func TestWhyTheFirstProjectDidNotOpenIsToldOnce(t *testing.T) {
	a := app.New(gpkg.Projects{}, "test", false)
	defer app.Close(a)
	app.WillStart(a)
	if err := app.Start(a, filepath.Join(t.TempDir(), "没有.gpkg")); err == nil {
		t.Fatal("a project that is not there was opened")
	}
	_, err := a.Session()
	if code, _ := domain.Explain(err); code != domain.CodeNotFound {
		t.Errorf("%v", err)
	}
	if s, err := a.Session(); err != nil || s.Project != nil {
		t.Errorf("the second time: %+v, %v", s, err)
	}
}
