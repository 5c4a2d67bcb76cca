package messy

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/internal/corpus"
	"estateatlas/backend/workbook"
)

// knownOf is what a project holds, as the wizard knows it.
func knownOf(base *domain.Tables) *Known {
	k := &Known{Rounds: base.Rounds}
	for _, e := range base.Estates {
		k.Estates = append(k.Estates, Estate{e.ID, e.Name, e.Subdistrict})
	}
	for _, c := range base.Companies {
		k.Companies = append(k.Companies, Named{c.ID, c.Name})
	}
	for _, it := range domain.Catalogue(base.Items) {
		k.Items = append(k.Items, Named{it.Code, it.Name})
	}
	return k
}

// base is the project that the corpus of tables goes into.
func base(t testing.TB) *domain.Tables {
	t.Helper()
	report, err := ingest.Read(context.Background(), []string{filepath.Join(corpus.Dir(t, "tables"), "base")}, nil, ingest.Options{})
	if err != nil || len(report.Faults) > 0 {
		t.Fatal(err, report.Faults)
	}
	return domain.Merge(&domain.Tables{}, &report.Put)
}

// gridOf opens a file as the wizard does: the first visible sheet that looks like a table.
func gridOf(t testing.TB, path string) (*Grid, error) {
	t.Helper()
	if filepath.Ext(path) != ".xlsx" {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := ingest.DecodeText(data, "")
		g, _, err := FromText(&text, 0)
		if g != nil {
			g.File = filepath.Base(path)
		}
		return g, err
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(f, info.Size())
	if err != nil {
		return nil, err
	}
	var best *Grid
	most := -1
	for i, s := range book.Sheets {
		if s.Hidden {
			continue
		}
		g, err := FromSheet(context.Background(), book, i)
		if err != nil {
			if len(book.Sheets) == 1 {
				return nil, err
			}
			continue
		}
		if n := g.Promise(); n > most {
			most, best = n, g
		}
	}
	if best != nil {
		best.File = filepath.Base(path)
	}
	return best, nil
}

// readFile reads a file of the corpus into the base project.
func readFile(t testing.TB, dir, name string, choice Choice) (*Reading, *ingest.Report, error) {
	t.Helper()
	b := base(t)
	g, err := gridOf(t, filepath.Join(corpus.Dir(t, "tables"), dir, name))
	if err != nil {
		return nil, nil, err
	}
	r := Look(g, knownOf(b), &choice).Read(&choice)
	report, err := r.Judge(context.Background(), b, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r, report, nil
}

func faultRows(r *Reading) map[int]bool {
	rows := map[int]bool{}
	for _, f := range r.Faults {
		for _, n := range f.Rows {
			rows[n] = true
		}
	}
	for _, q := range r.Questions {
		if q.Answer == "" {
			for _, n := range q.Rows {
				rows[n] = true
			}
		}
	}
	return rows
}

func say(r *Reading) string {
	var b strings.Builder
	for _, c := range r.Columns {
		b.WriteString(c.Heading + "→" + c.Field + "/" + c.Group + "(" + c.How + ") ")
	}
	for _, f := range r.Faults {
		b.WriteString("\nfault " + f.Title.ZH + " | " + f.Text.ZH)
	}
	for _, q := range r.Questions {
		b.WriteString("\nask " + q.Title.ZH)
	}
	for _, rep := range r.Repairs {
		b.WriteString("\nrepair " + rep.Text.ZH)
	}
	for _, rd := range r.Rounds {
		b.WriteString("\nround " + rd.Key + "=" + rd.ID + rd.Name + " " + rd.HeldOn + " " + rd.Basis.ZH)
	}
	return b.String()
}
