package gpkg_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"

	"github.com/google/go-cmp/cmp"
)

func TestPathsOfAllKindsWork(t *testing.T) {
	for _, name := range []string{"a b.gpkg", "旧楼区 2026.gpkg", "what?.gpkg", "#1.gpkg", "100%.gpkg", "%41.gpkg", "a&b=c;d,e+f.gpkg", "mode=memory?mode=ro.gpkg", "'quote\"s.gpkg", "no extension", ":memory:"} {
		dir := filepath.Join(t.TempDir(), "文件夹 ?#%20")
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name)
		put := everything()
		if err := gpkg.CreateWith(ctx, path, domain.Change{Put: put}); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		p := open(t, path)
		apply(t, p, domain.Tables{Companies: []domain.Company{{ID: "c3"}}})
		if n := len(load(t, p).Companies); n != 3 || p.Path() != path {
			t.Errorf("%s: %d companies at %s", name, n, p.Path())
		}
		if err := p.Close(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		wantOneFile(t, path)
	}
}

func TestRelativePathsAndLinksWork(t *testing.T) {
	path := create(t, everything())
	t.Chdir(filepath.Dir(path))
	if err := os.Symlink(filepath.Base(path), "链接"); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	p := open(t, "链接")
	q := open(t, filepath.Base(path))
	if p.ReadOnly() || !q.ReadOnly() {
		t.Errorf("by link %v, by name %v: two writers of one file", p.ReadOnly(), q.ReadOnly())
	}
}

func TestFilesThatAreNoProjectAreRefusedAndLeftAlone(t *testing.T) {
	whole, err := os.ReadFile(create(t, inspections(district(300), 6)))
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(5, 5))
	noise := make([]byte, 100_000)
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	head := append(bytes.Clone(whole[:100]), noise...)
	type file struct {
		content []byte
		code    domain.Code
	}
	files := map[string]file{
		"empty":               {nil, domain.CodeCorrupt},
		"one byte":            {[]byte{0}, domain.CodeCorrupt},
		"text":                {[]byte("id,name\n1,甲\n"), domain.CodeCorrupt},
		"noise":               {noise, domain.CodeCorrupt},
		"noise with a head":   {head, domain.CodeCorrupt},
		"zeros":               {make([]byte, 1<<20), domain.CodeCorrupt},
		"a magic and no more": {[]byte("SQLite format 3\x00"), domain.CodeCorrupt},
	}
	for _, n := range []int{1, 99, 100, 512, 4095, 4096, 4097, len(whole) / 3, len(whole) / 2, len(whole) - 4096, len(whole) - 1} {
		files[fmt.Sprintf("cut at %d", n)] = file{whole[:n], domain.CodeCorrupt}
	}
	for i := range 20 { // a page that was overwritten
		at := 4096 * (1 + random.IntN(len(whole)/4096-1))
		spoilt := bytes.Clone(whole)
		copy(spoilt[at:at+4096], noise)
		files[fmt.Sprintf("page spoilt %d", i)] = file{spoilt, ""}
	}
	for name, f := range files {
		path := filepath.Join(t.TempDir(), "x.gpkg")
		if err := os.WriteFile(path, f.content, 0o600); err != nil {
			t.Fatal(err)
		}
		begin := time.Now()
		p, err := gpkg.Open(ctx, path, gpkg.Options{})
		if f.code != "" {
			wantCode(t, err, f.code, path)
		}
		if err == nil { // pages that are free or hold what no check can tell from data
			if _, err := p.Load(ctx); err != nil {
				if code, _ := domain.Explain(err); code == domain.CodeInternal {
					t.Errorf("%s: %v", name, err)
				}
			}
			if err := p.Close(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		} else if code, _ := domain.Explain(err); code == domain.CodeInternal {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(begin); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		}
		if after, rerr := os.ReadFile(path); rerr != nil || err != nil && !bytes.Equal(after, f.content) {
			t.Errorf("%s: the file was changed", name)
		}
		if err != nil {
			wantOneFile(t, path)
		}
	}
}

func TestOtherFilesAndPlacesAreRefused(t *testing.T) {
	dir := t.TempDir()
	_, err := gpkg.Open(ctx, filepath.Join(dir, "none.gpkg"), gpkg.Options{})
	wantCode(t, err, domain.CodeNotFound, "none.gpkg")
	_, err = gpkg.Open(ctx, dir, gpkg.Options{})
	wantCode(t, err, domain.CodeCorrupt)
	_, err = gpkg.Open(ctx, filepath.Join(dir, "a", "b.gpkg"), gpkg.Options{})
	wantCode(t, err, domain.CodeNotFound)
	_, err = gpkg.Projects{}.Open(ctx, filepath.Join(dir, "none.gpkg"), true)
	wantCode(t, err, domain.CodeNotFound)

	for name, sql := range map[string]string{
		"other SQLite":     "CREATE TABLE t (a)",
		"other GeoPackage": "PRAGMA application_id = 0x47504B47; CREATE TABLE gpkg_contents (table_name TEXT)",
		"a view for meta":  "PRAGMA application_id = 0x47504B47; CREATE VIEW estate_atlas_meta AS SELECT 1 AS schema_version, 1 AS changes",
		"meta alone":       "PRAGMA application_id = 0x47504B47; CREATE TABLE estate_atlas_meta (schema_version, changes); INSERT INTO estate_atlas_meta VALUES (1, 0)",
		"meta without row": "PRAGMA application_id = 0x47504B47; CREATE TABLE estate_atlas_meta (schema_version, changes)",
		"meta with text":   "PRAGMA application_id = 0x47504B47; CREATE TABLE estate_atlas_meta (schema_version, changes); INSERT INTO estate_atlas_meta VALUES ('x', 0)",
	} {
		path := filepath.Join(t.TempDir(), "x.gpkg")
		gpkg.MakeSQLite(t, path, sql)
		before, _ := os.ReadFile(path)
		_, err := gpkg.Open(ctx, path, gpkg.Options{})
		wantCode(t, err, domain.CodeCorrupt, path)
		if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
			t.Errorf("%s: the file was changed", name)
		}
		wantOneFile(t, path)
	}
}

func TestACellWithoutMeasureIsRefused(t *testing.T) {
	path := create(t, everything())
	gpkg.MakeSQLite(t, path, "UPDATE companies SET name = CAST(zeroblob(200000000) AS TEXT) WHERE id = 'c1'")
	p := open(t, path)
	_, err := p.Load(ctx)
	wantCode(t, err, domain.CodeCorrupt, path)
}

func TestATableOrColumnThatIsGoneIsNamed(t *testing.T) {
	path := create(t, everything())
	gpkg.Edit(t, path, "ALTER TABLE estates DROP COLUMN exit_text")
	_, err := gpkg.Open(ctx, path, gpkg.Options{})
	wantCode(t, err, domain.CodeCorrupt, "estates", "exit_text")
	path = create(t, everything())
	gpkg.Edit(t, path, "DROP TABLE scores")
	_, err = gpkg.Open(ctx, path, gpkg.Options{})
	wantCode(t, err, domain.CodeCorrupt, "scores")
}

func TestTheSecondOpenerReadsOnly(t *testing.T) {
	path := create(t, everything())
	first := open(t, path)
	if first.ReadOnly() {
		t.Fatal("the first opener is read-only")
	}
	second := open(t, path)
	if !second.ReadOnly() {
		t.Fatal("the second opener may write")
	}
	wantCode(t, second.Apply(ctx, domain.Change{}), domain.CodeReadOnly)
	wantCode(t, second.PutLinks(ctx, nil), domain.CodeReadOnly)

	// It sees what the first one does.
	was := version(t, second)
	apply(t, first, domain.Tables{Companies: []domain.Company{{ID: "c7", Name: "新"}}})
	if v := version(t, second); v <= was {
		t.Errorf("version %d, was %d", v, was)
	}
	if d := cmp.Diff(load(t, first), load(t, second), same); d != "" {
		t.Error(d)
	}

	// Another process is told too, and leaves the first one its lock.
	other := start(t, "hold", path)
	if line := other.line(); line != "read-only: true" {
		t.Errorf("another process: %q", line)
	}
	other.finish(t)
	apply(t, first, domain.Tables{Companies: []domain.Company{{ID: "c8"}}})
	if err := second.Close(); err != nil {
		t.Fatal(err)
	}
	apply(t, first, domain.Tables{Companies: []domain.Company{{ID: "c9"}}})
	third := open(t, path)
	if !third.ReadOnly() {
		t.Error("after the second closed, a third one may write beside the first")
	}

	// The reader that stays to the end leaves one file too.
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	if n := len(load(t, third).Companies); n != 5 {
		t.Errorf("%d companies", n)
	}
	if err := third.Close(); err != nil {
		t.Fatal(err)
	}
	wantOneFile(t, path)
	if last := open(t, path); last.ReadOnly() {
		t.Error("read-only with nobody else there")
	}
}

func TestAnotherProcessHoldsTheProject(t *testing.T) {
	path := create(t, everything())
	other := start(t, "hold", path)
	if line := other.line(); line != "read-only: false" {
		t.Fatalf("another process: %q", line)
	}
	p := open(t, path)
	if !p.ReadOnly() {
		t.Error("two processes may write")
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	other.kill()
	p = open(t, path)
	if p.ReadOnly() {
		t.Error("the lock outlived the process")
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	wantOneFile(t, path)
}

func TestReadOnlyTakesNoLockAndMakesNoFiles(t *testing.T) {
	path := create(t, everything())
	before, _ := os.ReadFile(path)
	p, err := gpkg.Open(ctx, path, gpkg.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	load(t, p)
	wantOneFile(t, path)
	q := open(t, path)
	if q.ReadOnly() {
		t.Error("a reader keeps others from writing")
	}
	apply(t, q, domain.Tables{Companies: []domain.Company{{ID: "c7"}}})
	if n := len(load(t, p).Companies); n != 3 {
		t.Errorf("the reader sees %d companies", n)
	}
	if err := q.Close(); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	wantOneFile(t, path)
	if after, _ := os.ReadFile(path); bytes.Equal(before, after) {
		t.Error("the change is not in the file")
	}
}

func TestTheFileSaysWhichFormatAndJournalItHas(t *testing.T) {
	path := create(t, everything())
	p := open(t, path)
	apply(t, p, everything())
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(b[:16]) != "SQLite format 3\x00" || string(b[68:72]) != "GPKG" || binary.BigEndian.Uint32(b[60:]) != 10300 {
		t.Errorf("application id %q, user version %d", b[68:72], binary.BigEndian.Uint32(b[60:]))
	}
	if b[18] != 1 || b[19] != 1 {
		t.Error("the closed file still expects a WAL beside it")
	}
}

func TestMessagesNameTheFileAndTheRemedy(t *testing.T) {
	_, err := gpkg.Open(ctx, filepath.Join(t.TempDir(), "没有.gpkg"), gpkg.Options{})
	empty := filepath.Join(t.TempDir(), "0.gpkg")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, zero := gpkg.Open(ctx, empty, gpkg.Options{})
	if _, text := domain.Explain(zero); !strings.Contains(text.ZH, "空文件") || !strings.Contains(text.EN, "empty") {
		t.Error(text)
	}
	_, text := domain.Explain(err)
	if !strings.Contains(text.ZH, "没有.gpkg") || strings.Contains(text.ZH, "sqlite") {
		t.Error(text.ZH)
	}
}
