package app

import (
	"database/sql"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/quality"

	"github.com/paulmach/orb"
)

// faulty is a district with faults of several kinds: estates on the same ground, a crumb, a spike, agreements that overlap.
func faulty(t *testing.T) *Atlas {
	t.Helper()
	a := desk(t, 60)
	p, _ := a.project()
	e := contiguousHost(p)
	o := slices.IndexFunc(p.book.Estates, func(x domain.Estate) bool {
		return len(x.Boundary) == 1 && x.ID != p.book.Estates[e].ID && len(p.book.Agreements(slices.IndexFunc(p.book.Estates, func(y domain.Estate) bool { return y.ID == x.ID }))) == 1
	})
	_, err := a.decide(func(p *project) (domain.Change, error) {
		one, other := p.book.Estates[e], p.book.Estates[o]
		box := one.Boundary.Bound()
		w, h := box.Max[0]-box.Min[0], box.Max[1]-box.Min[1]
		at := orb.Point{box.Min[0] + w/2, box.Min[1] + h/2}
		// The other moves onto the first, but for its east, and has a crumb beside it.
		other.Boundary = orb.MultiPolygon{
			{{at, {at[0] + 2*w, at[1]}, {at[0] + 2*w, at[1] + h/3}, {at[0], at[1] + h/3}, at}},
			{{{at[0] + 3*w, at[1]}, {at[0] + 3*w + 0.00001, at[1]}, {at[0] + 3*w + 0.00001, at[1] + 0.00001}, {at[0] + 3*w, at[1]}}},
		}
		c := domain.Change{What: "造错"}
		spiked := p.book.Estates[slices.IndexFunc(p.book.Estates, func(x domain.Estate) bool { return len(x.Boundary) == 1 && x.ID != one.ID && x.ID != other.ID })]
		ring := slices.Clone(spiked.Boundary[0][0])
		spiked.Boundary = orb.MultiPolygon{{slices.Insert(ring, 2, orb.Point{ring[1][0] + 0.0003, ring[1][1] + 0.0007}, ring[1])}}
		c.Put.Estates = []domain.Estate{other, spiked}
		g := p.agreementsOf(other.ID)[0]
		g.EndsOn = 0
		next := g
		next.StartsOn += 100
		c.Put.Agreements = []domain.Agreement{g, next}
		return c, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func ofKind(t *testing.T, a *Atlas, kind quality.Kind) QualityRow {
	t.Helper()
	rows, err := a.QualityFaults(QualityAsk{}, string(kind))
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: %v %v", kind, rows, err)
	}
	return rows[0]
}

// blobs are the geometries as they stand in the file.
func blobs(t *testing.T, path string) string {
	t.Helper()
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	rows, err := db.Query("SELECT id, hex(geom) FROM estates ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var all strings.Builder
	for rows.Next() {
		var id, blob string
		if err := rows.Scan(&id, &blob); err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&all, id, blob)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestTheCountsAreThoseOfTheLists(t *testing.T) {
	a := faulty(t)
	v, err := a.Quality(QualityAsk{})
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, k := range v.Kinds {
		rows, err := a.QualityFaults(QualityAsk{}, k.Key)
		if err != nil || len(rows) != k.Count {
			t.Errorf("%s: %d rows of %d, %v", k.Key, len(rows), k.Count, err)
		}
		repairable := 0
		for _, r := range rows {
			if len(r.Repairs) > 0 {
				repairable++
			}
			d, err := a.QualityFault(QualityAsk{}, r.Key)
			if err != nil || d.Row.Key != r.Key {
				t.Errorf("%s: %+v %v", r.Key, d, err)
			}
		}
		if repairable != k.Repairable {
			t.Errorf("%s: %d can be mended, %d are counted", k.Key, repairable, k.Repairable)
		}
		total += len(rows)
	}
	if total != v.Total || v.Total < 3 {
		t.Errorf("%d faults, %d are counted", total, v.Total)
	}
}

func TestARepairIsShownMadeAndTakenBackToTheLastByte(t *testing.T) {
	a := faulty(t)
	p, _ := a.project()
	tables, was := p.tables, blobs(t, p.info.Path)
	for name, choose := range map[string]func() []QualityChoice{
		"overlap": func() []QualityChoice {
			row := ofKind(t, a, quality.Overlap)
			return []QualityChoice{{row.Key, row.Repairs[0].ID}}
		},
		"crumb": func() []QualityChoice {
			row := ofKind(t, a, quality.SliverPart)
			return []QualityChoice{{row.Key, row.Repairs[0].ID}}
		},
		"ring": func() []QualityChoice {
			row := ofKind(t, a, quality.InvalidRing)
			return []QualityChoice{{row.Key, row.Repairs[0].ID}}
		},
		"agreement": func() []QualityChoice {
			row := ofKind(t, a, quality.AgreementClash)
			return []QualityChoice{{row.Key, row.Repairs[0].ID}}
		},
		"all at once": func() []QualityChoice {
			var all []QualityChoice
			for _, kind := range []quality.Kind{quality.SliverPart, quality.Overlap, quality.InvalidRing, quality.AgreementClash} {
				row := ofKind(t, a, kind)
				all = append(all, QualityChoice{row.Key, row.Repairs[0].ID})
			}
			return all
		},
	} {
		t.Run(name, func(t *testing.T) {
			choices := choose()
			v, err := a.PreviewQualityRepairs(QualityAsk{}, choices)
			if err != nil || len(v.Lines) == 0 {
				t.Fatalf("%+v %v", v, err)
			}
			if blobs(t, p.info.Path) != was {
				t.Fatal("a look has written")
			}
			d, err := a.RepairQuality(QualityAsk{}, choices, "")
			if err != nil || d.Undo.Undo == nil || !strings.HasPrefix(d.Undo.Undo.What, "数据修复") {
				t.Fatalf("%+v %v", d, err)
			}
			wantAsRead(t, a)
			for _, c := range choices {
				if _, err := a.QualityFault(QualityAsk{}, c.Key); codeSaid(err) != domain.CodeNotFound {
					t.Errorf("%s is still there: %v", c.Key, err)
				}
			}
			if _, err := a.RepairQuality(QualityAsk{}, choices, ""); codeSaid(err) != domain.CodeNotFound {
				t.Errorf("made twice: %v", err)
			}
			if _, err := a.Undo(); err != nil {
				t.Fatal(err)
			}
			now, _ := a.project()
			if !reflect.DeepEqual(now.tables, tables) || blobs(t, p.info.Path) != was {
				t.Error("undone, it is not what it was")
			}
		})
	}
}

func TestAnUnknownKindAndTooManyRoundsAreRefused(t *testing.T) {
	a := desk(t, 60)
	if _, err := a.QualityFaults(QualityAsk{}, "nonsense"); codeSaid(err) != domain.CodeNotFound {
		t.Error(err)
	}
	if _, err := a.Quality(QualityAsk{Rounds: 99}); codeSaid(err) != domain.CodeInvalid {
		t.Error(err)
	}
	if _, err := a.RepairQuality(QualityAsk{}, nil, ""); codeSaid(err) != domain.CodeInvalid {
		t.Error(err)
	}
	if p, err := a.QualityProgress(); err != nil || p.Running {
		t.Errorf("%+v %v", p, err)
	}
	if err := a.CancelQuality(); err != nil {
		t.Error(err)
	}
	if _, err := a.Quality(QualityAsk{}); err != nil {
		t.Error(err) // a check that was called off is made again
	}
}

// codeSaid is the code of a refusal.
func codeSaid(err error) domain.Code { c, _ := domain.Explain(err); return c }
