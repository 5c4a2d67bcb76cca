package app

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"

	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

// desk opens a made-up district of some estates; 0 for the demo's number.
func desk(t testing.TB, estates int) *Atlas {
	t.Helper()
	path := filepath.Join(t.TempDir(), "区.gpkg")
	if err := MakeDemo(context.Background(), gpkg.Projects{}, path, demo.Options{Estates: estates}); err != nil {
		t.Fatal(err)
	}
	a := New(gpkg.Projects{}, "test", false)
	t.Cleanup(func() {
		if err := Close(a); err != nil {
			t.Error(err)
		}
	})
	if _, err := a.Open(path); err != nil {
		t.Fatal(err)
	}
	return a
}

// rename is a decision that leaves shapes alone: the first company gets a name.
func rename(name string) func(p *project) (domain.Change, error) {
	return func(p *project) (domain.Change, error) {
		c := p.tables.Companies[0]
		c.Name = name
		return domain.Change{Put: domain.Tables{Companies: []domain.Company{c}}, What: "改名"}, nil
	}
}

// wantAsRead says that what is shown is what the file holds.
func wantAsRead(t *testing.T, a *Atlas) {
	t.Helper()
	shown, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	read, err := openProject(context.Background(), shown.store, shown.info.Path)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(shown.tables, read.tables) {
		t.Error("the tables differ from those in the file")
	}
	was := read.district
	was.Version = shown.district.Version // of the tiles
	if !reflect.DeepEqual(shown.district, was) || !reflect.DeepEqual(shown.info, read.info) {
		t.Error("the district differs from what the file gives")
	}
}

func TestADecisionIsShownAndInTheFileWithWhoMadeIt(t *testing.T) {
	a := desk(t, 60)
	if err := a.SetClerk("  王敏 "); err != nil {
		t.Fatal(err)
	}
	before, _ := a.Session()
	tiles, _ := a.project()
	decided, err := a.decide(rename("新名称"))
	if err != nil {
		t.Fatal(err)
	}
	if u := decided.Undo.Undo; u == nil || u.Who != "王敏" || u.What != "改名" || u.When == "" {
		t.Errorf("the log says %+v", u)
	}
	district, _ := a.District()
	if district.Companies[0].Name != "新名称" || decided.Session.Project.Version == before.Project.Version {
		t.Errorf("shown %q, version %s", district.Companies[0].Name, decided.Session.Project.Version)
	}
	if now, _ := a.project(); now.tiles != tiles.tiles {
		t.Error("the tiles were made anew although no shape changed")
	}
	wantAsRead(t, a)
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if district, _ := a.District(); district.Companies[0].Name == "新名称" {
		t.Error("undo left the name")
	}
	wantAsRead(t, a)
}

func TestADecisionOverWhatAnotherProgramWroteShowsBoth(t *testing.T) {
	a := desk(t, 60)
	p, _ := a.project()
	second := p.tables.Companies[1]
	second.Name = "另一程序写的"
	if err := p.store.Apply(context.Background(), domain.Change{Put: domain.Tables{Companies: []domain.Company{second}}}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.decide(rename("新名称")); err != nil {
		t.Fatal(err)
	}
	if district, _ := a.District(); district.Companies[0].Name != "新名称" || district.Companies[1].Name != "另一程序写的" {
		t.Errorf("%q, %q", district.Companies[0].Name, district.Companies[1].Name)
	}
	wantAsRead(t, a)
}

func TestADecisionThatMovesShapesMakesNewTiles(t *testing.T) {
	a := desk(t, 60)
	before, _ := a.District()
	_, err := a.decide(func(p *project) (domain.Change, error) {
		gone := p.tables.Estates[0]
		gone.Boundary = nil
		return domain.Change{Put: domain.Tables{Estates: []domain.Estate{gone}}, What: "删去边界"}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if after, _ := a.District(); after.Version == before.Version || after.Estates.AreaM2[0] != 0 {
		t.Errorf("version %s, area %v", after.Version, after.Estates.AreaM2[0])
	}
	wantAsRead(t, a)
}

func TestARefusedDecisionWritesNothing(t *testing.T) {
	a := desk(t, 60)
	p, _ := a.project()
	_, err := a.decide(func(*project) (domain.Change, error) {
		return domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say("不行", "No"), nil)
	})
	if version, _ := p.store.Version(context.Background()); err == nil || version != p.version {
		t.Errorf("%v, version %d after %d", err, version, p.version)
	}
}

func BenchmarkDecision(b *testing.B) {
	for _, estates := range []int{0, 5_000} {
		b.Run(map[int]string{0: "demo", 5_000: "5000"}[estates], func(b *testing.B) {
			a := desk(b, estates)
			i := 0
			for b.Loop() {
				if _, err := a.decide(rename([]string{"甲公司", "乙公司"}[i%2])); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
}
