package assign_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"

	"pgregory.net/rapid"
)

func keepCapacity(t interface {
	Helper()
	Fatal(...any)
}, tables *domain.Tables,
) *assign.Result {
	t.Helper()
	a, err := run(context.Background(), tables, asOf, assign.Options{Capacity: true})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// machineLines are the rows as a machine reads them.
func machineLines(a *assign.Result) []string {
	var out []string
	for _, cells := range a.Cells(true) {
		out = append(out, strings.Join(cells, ","))
	}
	return out
}

func run(ctx context.Context, tables *domain.Tables, asOf domain.Date, opts assign.Options) (*assign.Result, error) {
	return assign.Run(ctx, policy.Evaluate(tables, asOf), opts)
}

func takes(id string, capacity int64) domain.Company {
	return domain.Company{ID: id, Name: id, Capacity: domain.Some(capacity)}
}

// Two hosts, h1 of c1 with one place and h2 of c2; s1 and s2 both lie nearer to h1. Giving h1 to s1, the first, would cost 20 +
// 300 m; giving it to s2 costs 40 + 110 m: a greedy pass would be wrong.
func TestTheTotalDistanceIsLeastNotTheFirstComersDistance(t *testing.T) {
	tables := &domain.Tables{
		Estates: []domain.Estate{
			contiguous("h1", "甲街", square(0, 0, 100)), contiguous("h2", "甲街", square(-260, 0, 100)),
			scattered("s1", "甲街", square(-50, 0, 30)), scattered("s2", "甲街", square(140, 0, 30)),
		},
		Companies:  []domain.Company{takes("c1", 1), {ID: "c2", Name: "c2"}},
		Agreements: []domain.Agreement{direct("h1", "c1"), direct("h2", "c2")},
	}
	a := keepCapacity(t, tables)
	got := machineLines(a)
	for i, want := range []string{"s1,assigned,h2,c2,110.0,nearest_free", "s2,assigned,h1,c1,40.0,nearest"} {
		if !sameRow(got[i], want, 0.5) {
			t.Errorf("%s, want %s", got[i], want)
		}
	}
	if c := a.Certificate; c.Served != 2 || c.TotalMM != c.BoundMM || math.Abs(float64(c.TotalMM)-150_000) > 1000 {
		t.Errorf("certificate %+v", c)
	}
}

func TestAFullCompanyLeavesTheFarthestUnassignedAndNamesTheNearestHost(t *testing.T) {
	tables := &domain.Tables{
		Estates: []domain.Estate{
			contiguous("h1", "甲街", square(0, 0, 100)),
			scattered("s1", "甲街", square(200, 0, 30)), scattered("s2", "甲街", square(120, 0, 30)), scattered("s3", "甲街", square(3000, 0, 30)),
		},
		Companies:  []domain.Company{takes("c1", 1)},
		Agreements: []domain.Agreement{direct("h1", "c1")},
	}
	got := machineLines(keepCapacity(t, tables))
	for i, want := range []string{
		"s1,unassigned,h1,,100.0,capacity", "s2,assigned,h1,c1,20.0,nearest", "s3,unassigned,h1,,2900.0,beyond_max_distance",
	} {
		if !sameRow(got[i], want, 1.5) {
			t.Errorf("%s, want %s", got[i], want)
		}
	}
}

func TestStandingOverridesUseTheCapacityFirst(t *testing.T) {
	tables := &domain.Tables{
		Estates: []domain.Estate{
			contiguous("h1", "甲街", square(0, 0, 100)), contiguous("h2", "甲街", square(500, 0, 100)),
			scattered("s1", "甲街", square(120, 0, 30)), scattered("s2", "甲街", square(300, 0, 30)),
		},
		Companies:  []domain.Company{takes("c1", 1), takes("c2", 1)},
		Agreements: []domain.Agreement{direct("h1", "c1"), direct("h2", "c2")},
		Overrides:  []domain.Override{{EstateID: "s2", HostID: "h1", Reason: "同一院落", DecidedBy: "张", DecidedOn: domain.MustDate("2026-01-01")}},
	}
	a := keepCapacity(t, tables)
	got := machineLines(a)
	for i, want := range []string{"s1,assigned,h2,c2,350.0,nearest_free", "s2,override,h1,c1,200.0,override"} {
		if !sameRow(got[i], want, 1) {
			t.Errorf("%s, want %s", got[i], want)
		}
	}
	for _, l := range a.Loads() {
		if l.Before.Estates != 0 || l.After.Estates != 1 || math.Abs(l.After.AreaM2-900) > 5 {
			t.Errorf("load %+v", l)
		}
	}
}

func TestEqualTotalsGoToTheLeastListOfHosts(t *testing.T) {
	// Both estates touch both hosts: every distance is 0.
	tables := &domain.Tables{
		Estates: []domain.Estate{
			contiguous("h1", "甲街", square(0, 0, 100)), contiguous("h2", "甲街", square(0, 120, 100)),
			scattered("s1", "甲街", square(0, 100, 20)), scattered("s2", "乙街", square(50, 100, 20)),
		},
		Companies:  []domain.Company{takes("c1", 1), takes("c2", 1)},
		Agreements: []domain.Agreement{direct("h1", "c1"), direct("h2", "c2")},
	}
	got := machineLines(keepCapacity(t, tables))
	if !strings.HasPrefix(got[0], "s1,assigned,h1,") || !strings.HasPrefix(got[1], "s2,assigned,h2,") {
		t.Errorf("%v", got)
	}
}

func TestWithoutLimitsACapacityRunServesTheSameAtTheSameTotal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables := &domain.Tables{}
		within := rapid.SampledFrom([]string{`"district"`, `"subdistrict"`, `"prefer_subdistrict"`}).Draw(t, "within")
		tables.Settings = domain.Settings{"within": within, "max_distance": "400"}
		for i := range rapid.IntRange(1, 14).Draw(t, "estates") {
			at := func(what string) float64 { return float64(rapid.IntRange(0, 20).Draw(t, what)) * 60 }
			street := rapid.SampledFrom([]string{"甲街", "乙街"}).Draw(t, "street")
			id := fmt.Sprintf("e%02d", i)
			if rapid.Bool().Draw(t, "host") {
				tables.Estates = append(tables.Estates, contiguous(id, street, square(at("x"), at("y"), 40)))
				tables.Agreements = append(tables.Agreements, direct(id, rapid.SampledFrom([]string{"c1", "c2", "c3"}).Draw(t, "company")))
				continue
			}
			tables.Estates = append(tables.Estates, scattered(id, street, square(at("x"), at("y"), 40)))
		}
		for _, id := range []string{"c1", "c2", "c3"} {
			c := domain.Company{ID: id, Name: id}
			if rapid.Bool().Draw(t, "limited") {
				c.Capacity = domain.Some(int64(100))
			}
			tables.Companies = append(tables.Companies, c)
		}
		plain, err := run(context.Background(), tables, asOf, assign.Options{})
		if err != nil {
			t.Fatal(err)
		}
		shared := keepCapacity(t, tables)
		if len(plain.Rows) != len(shared.Rows) {
			t.Fatalf("%d rows, %d", len(plain.Rows), len(shared.Rows))
		}
		for i, p := range plain.Rows {
			s := shared.Rows[i]
			near := p.DistanceM == s.DistanceM || math.Abs(p.DistanceM-s.DistanceM) <= 0.001 || math.IsNaN(p.DistanceM) && math.IsNaN(s.DistanceM)
			if p.Status != s.Status || p.Cause != s.Cause || !near || (p.Company == policy.None) != (s.Company == policy.None) {
				t.Fatalf("plain %+v, with room for all %+v", p, s)
			}
		}
		if c := shared.Certificate; c.TotalMM != c.BoundMM {
			t.Fatalf("certificate %+v", c)
		}
	})
}

func TestNoCompanyServesMoreThanItTakes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables := &domain.Tables{Settings: domain.Settings{"max_distance": "500"}}
		capacity := map[string]int64{}
		for _, id := range []string{"c1", "c2", "c3"} {
			capacity[id] = rapid.Int64Range(0, 3).Draw(t, "capacity")
			tables.Companies = append(tables.Companies, takes(id, capacity[id]))
		}
		for i := range rapid.IntRange(1, 16).Draw(t, "estates") {
			at := func(what string) float64 { return float64(rapid.IntRange(0, 12).Draw(t, what)) * 60 }
			id := fmt.Sprintf("e%02d", i)
			if i%3 == 0 {
				tables.Estates = append(tables.Estates, contiguous(id, "甲街", square(at("x"), at("y"), 40)))
				tables.Agreements = append(tables.Agreements, direct(id, rapid.SampledFrom([]string{"c1", "c2", "c3"}).Draw(t, "company")))
				continue
			}
			tables.Estates = append(tables.Estates, scattered(id, "甲街", square(at("x"), at("y"), 40)))
		}
		a := keepCapacity(t, tables)
		estates := slices.Clone(tables.Estates)
		slices.SortFunc(estates, func(x, y domain.Estate) int { return strings.Compare(x.ID, y.ID) })
		for _, l := range a.Loads() {
			if int64(l.After.Estates) > l.Capacity.Value {
				t.Fatalf("company %d serves %d of %d", l.Company, l.After.Estates, l.Capacity.Value)
			}
		}
		load := map[string]int64{}
		companyOf := map[string]string{}
		for _, g := range tables.Agreements {
			companyOf[g.EstateID] = g.CompanyID
		}
		for _, r := range a.Rows {
			if r.Status == assign.Assigned {
				load[companyOf[estates[r.Host].ID]]++
			}
		}
		for _, r := range a.Rows {
			if nearest := companyOf[estates[max(r.Host, 0)].ID]; r.Cause == assign.CauseFull && load[nearest] < capacity[nearest] {
				t.Fatalf("%+v was refused although the nearest company has room", r)
			}
		}
	})
}
