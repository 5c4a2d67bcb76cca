package gpkg_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"

	"github.com/google/go-cmp/cmp"
)

// A process that is killed while it works loses nothing that it was told is done, leaves no half change, and nobody is locked out.
func TestAKilledProcessLosesNothing(t *testing.T) {
	base := domain.Tables{Estates: district(200)}
	path := create(t, base)
	random := rand.New(rand.NewPCG(7, 7))
	want := domain.Merge(&domain.Tables{}, &base)
	for kill := range 6 {
		p := start(t, "apply", path)
		done := -1
		until := time.Now().Add(time.Duration(random.IntN(120)) * time.Millisecond)
		for time.Now().Before(until) || done < 0 {
			line := p.line()
			if n, err := fmt.Sscanf(line, "done %d", &done); n != 1 || err != nil {
				t.Fatalf("the child said %q", line)
			}
		}
		p.kill()
		for p.out.Scan() { // what it had said before it died
			if _, err := fmt.Sscanf(p.out.Text(), "done %d", &done); err != nil {
				t.Fatal(err)
			}
		}
		for i := range done + 1 {
			put := chapter(i).Put
			want = domain.Merge(want, &put)
		}

		back := open(t, path)
		if back.ReadOnly() {
			t.Fatal("the lock outlived the process")
		}
		got := load(t, back)
		if cmp.Diff(want, got, same) != "" {
			// One more change may be there whole: it was on disk before the child could say so.
			put := chapter(done + 1).Put
			if d := cmp.Diff(domain.Merge(want, &put), got, same); d != "" {
				t.Fatalf("kill %d after change %d: %s", kill, done, d)
			}
			want = domain.Merge(want, &put)
		}
		if info, err := back.Info(ctx); err != nil || len(info.Problems) > 0 {
			t.Fatalf("kill %d: %v, %q", kill, err, info.Problems)
		}
		if err := back.Close(); err != nil {
			t.Fatal(err)
		}
		wantOneFile(t, path)
	}
}

func TestAReaderClearsUpAfterAKilledProcess(t *testing.T) {
	path := create(t, domain.Tables{Estates: district(50)})
	p := start(t, "apply", path)
	for range 3 {
		p.line()
	}
	p.kill()
	if names := filesBeside(t, path); len(names) < 2 {
		t.Fatalf("the killed process left nothing: %q", names)
	}
	back, err := gpkg.Open(ctx, path, gpkg.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(load(t, back).Rounds); n < 3 {
		t.Errorf("%d rounds", n)
	}
	if err := back.Close(); err != nil {
		t.Fatal(err)
	}
	wantOneFile(t, path)
}

func TestAProjectThatIsBeingMadeIsThereWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "新.gpkg")
	random := rand.New(rand.NewPCG(3, 3))
	for range 5 {
		p := start(t, "create", path)
		p.line()
		time.Sleep(time.Duration(random.IntN(300)) * time.Millisecond)
		p.kill()
		if _, err := os.Stat(path); err == nil {
			if n := len(reload(t, path).Scores); n != 2000*60 {
				t.Fatalf("%d scores", n)
			}
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}
	}
	// The next attempt clears up what the killed ones left.
	if err := gpkg.CreateWith(ctx, path, domain.Change{}); err != nil {
		t.Fatal(err)
	}
	wantOneFile(t, path)
}

func TestAFailedCreateLeavesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "新.gpkg")
	bad := domain.Change{Put: domain.Tables{Estates: district(100), Rounds: []domain.Round{{ID: "r1"}}}}
	wantCode(t, gpkg.CreateWith(ctx, path, bad), domain.CodeInvalid, "rounds", "kind")
	if names := filesBeside(t, path); len(names) != 0 {
		t.Errorf("left behind: %q", names)
	}
	wantCode(t, gpkg.CreateWith(ctx, filepath.Join(filepath.Dir(path), "no", "such", "folder.gpkg"), domain.Change{}), domain.CodeNotFound, "folder.gpkg")
}

func TestCreateRefusesWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "有.gpkg")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	wantCode(t, gpkg.CreateWith(ctx, path, domain.Change{}), domain.CodeConflict, "有.gpkg")
	if b, err := os.ReadFile(path); err != nil || string(b) != "mine" {
		t.Errorf("%q %v", b, err)
	}
	folder := filepath.Join(filepath.Dir(path), "夹.gpkg")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := gpkg.Create(ctx, folder)
	wantCode(t, err, domain.CodeConflict)
	if names := filesBeside(t, path); !slices.Equal(names, []string{"夹.gpkg", "有.gpkg"}) {
		t.Errorf("%q", names)
	}
}

func TestCreateMakesAnEmptyProjectThatCanBeFilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "空.gpkg")
	p, err := gpkg.Create(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(&domain.Tables{}, load(t, p), same); d != "" {
		t.Error(d)
	}
	put := everything()
	apply(t, p, put)
	if d := cmp.Diff(&put, load(t, p), same); d != "" {
		t.Error(d)
	}
	if info, err := p.Info(ctx); err != nil || len(info.Problems) > 0 {
		t.Errorf("%v %q", err, info.Problems)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	wantOneFile(t, path)
}
