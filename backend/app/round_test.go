package app_test

import (
	"context"
	"path/filepath"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

func open(t *testing.T, path string) *app.Atlas {
	t.Helper()
	a := app.New(gpkg.Projects{}, "test", false)
	if _, err := a.Open(path); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := app.Close(a); err != nil {
			t.Error(err)
		}
	})
	return a
}

func openDemo(t *testing.T) *app.Atlas {
	t.Helper()
	path := filepath.Join(t.TempDir(), "demo.gpkg")
	if err := app.MakeDemo(context.Background(), gpkg.Projects{}, path, demo.Options{}); err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}

func must[T any](t *testing.T, v T, err error) T {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTheDemoDistrictIsMarkedAsMadeUp(t *testing.T) {
	a := openDemo(t)
	s, err := a.Session()
	if must(t, s, err).Project == nil || !s.Project.MadeUp || s.Project.Name != demo.Name {
		t.Errorf("%+v", s.Project)
	}
}

// TestEveryRoundOfTheDemoTellsTheTruth checks what legend and table rely on: every estate has one class of each kind, ranks and
// edges agree, figures count the estates that they link to.
func TestEveryRoundOfTheDemoTellsTheTruth(t *testing.T) {
	a := openDemo(t)
	d, err := a.District()
	n := len(must(t, d, err).Estates.FID)
	if n < 400 || len(d.Rounds) != 24 {
		t.Fatalf("%d estates, %d rounds", n, len(d.Rounds))
	}
	for _, r := range d.Rounds {
		v, err := a.Round(r.ID)
		if must(t, v, err); v.AsOf != r.HeldOn || len(v.Band) != n || len(v.State) != n || len(v.Edges) != 16 {
			t.Fatalf("%s: as of %s, %d bands, %d states", r.ID, v.AsOf, len(v.Band), len(v.State))
		}
		scored := 0
		for i := range n {
			band := v.Band[i]
			if (v.Rank[i] == 0) != (band == 0) || (v.Score[i] == "") != (band == 0) {
				t.Fatalf("%s: estate %s has rank %d, score %q, band %d", r.ID, d.Estates.ID[i], v.Rank[i], v.Score[i], band)
			}
			if band == 0 {
				continue
			}
			scored++
			if v.Rank[i] < v.Edges[2*band] || v.Rank[i] > v.Edges[2*band+1] {
				t.Fatalf("%s: rank %d outside the edges of its band %d: %v", r.ID, v.Rank[i], band, v.Edges)
			}
			if (v.Cause[i] != 0) != (band == 7) || v.ProposedLevel[i] < v.Level[i] {
				t.Fatalf("%s: estate %s, cause %d, levels %d %d", r.ID, d.Estates.ID[i], v.Cause[i], v.Level[i], v.ProposedLevel[i])
			}
		}
		if scored != v.Scored {
			t.Errorf("%s: %d scored, said %d", r.ID, scored, v.Scored)
		}
		if len(v.Changed) != r.Changed {
			t.Errorf("%s: %d changed, the timeline says %d", r.ID, len(v.Changed), r.Changed)
		}
		for _, f := range v.Figures {
			if !f.Money && f.Key != "overdue" && int(f.Count) != len(f.FIDs) {
				t.Errorf("%s: %s says %d and links to %d", r.ID, f.Key, f.Count, len(f.FIDs))
			}
		}
	}
}

func TestCardsOfTheDemoNameClausesAndEvidence(t *testing.T) {
	a := openDemo(t)
	d, err := a.District()
	v, err2 := a.Round("")
	must(t, d, err)
	must(t, v, err2)
	seen := 0
	for i, fid := range d.Estates.FID {
		c, err := a.Card(fid, "")
		if must(t, c, err); c.Rank != v.Rank[i] || c.Money.State != string(app.States[v.State[i]]) || len(c.History) != len(d.Rounds) {
			t.Fatalf("%s: the card says rank %d, state %s; the round %d, %s", c.ID, c.Rank, c.Money.State, v.Rank[i], app.States[v.State[i]])
		}
		if len(c.Reasons) == 0 {
			t.Fatalf("%s has no reasons", c.ID)
		}
		for _, r := range c.Reasons {
			if r.Clause.Document == "" || r.Clause.Place == "" || r.Text.ZH == "" || r.Text.EN == "" {
				t.Errorf("%s: a reason without clause or text: %+v", c.ID, r)
			}
		}
		if v.Level[i] == 3 {
			seen++
			last := c.Measures[len(c.Measures)-1]
			if last.ConfirmedLevel != 3 || last.Text.ZH != "扣全年，启动退出程序" || len(last.Reasons) == 0 || len(last.Reasons[0].RoundIDs) < 3 {
				t.Errorf("%s: %+v", c.ID, last)
			}
		}
	}
	if seen == 0 {
		t.Error("the demo has no level 3 case in its latest round")
	}
}

func TestWhatIsNotThereIsSaid(t *testing.T) {
	a := app.New(gpkg.Projects{}, "test", false)
	for name, call := range map[string]func() error{
		"no project": func() error { _, err := a.District(); return err },
		"no file":    func() error { _, err := a.Open(filepath.Join(t.TempDir(), "none.gpkg")); return err },
		"no round":   func() error { _, err := open(t, importW1(t)).Round("r99"); return err },
		"no estate":  func() error { _, err := open(t, importW1(t)).Card(9999, ""); return err },
	} {
		code, text := domain.Explain(call())
		if code != domain.CodeNotFound || text.ZH == "" || text.EN == "" {
			t.Errorf("%s: %s %+v", name, code, text)
		}
	}
}

func TestAProjectWithoutRoundsShowsItsEstates(t *testing.T) {
	path := filepath.Join(t.TempDir(), "p.gpkg")
	folder := writeFolder(t, map[string]string{"estates.geojson": estatesW1})
	if _, err := app.ImportInto(context.Background(), gpkg.Projects{}, path, []string{folder}, app.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	a := open(t, path)
	v, err := a.Round("")
	if must(t, v, err); v.RoundID != "" || len(v.Band) != 6 || v.Scored != 0 {
		t.Errorf("%+v", v)
	}
	d, err := a.District()
	must(t, d, err)
	c, err := a.Card(d.Estates.FID[0], "")
	if must(t, c, err); c.Rank != 0 || len(c.History) != 0 {
		t.Errorf("%+v", c)
	}
}
