package assign_test

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"testing"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// proxied is a proxy agreement in force.
func proxied(estate, company string) domain.Agreement {
	return domain.Agreement{EstateID: estate, CompanyID: company, Kind: domain.AgreementProxy, StartsOn: domain.MustDate("2024-01-01")}
}

// drawDistrict is a handful of estates of three companies, many of them at equal distances, some already served.
func drawDistrict(t *rapid.T) *domain.Tables {
	tables := &domain.Tables{}
	companies := []string{"c1", "c2", "c3"}
	for _, id := range companies {
		c := domain.Company{ID: id, Name: id}
		if rapid.Bool().Draw(t, "limited") {
			c.Capacity = domain.Some(rapid.Int64Range(0, 2).Draw(t, "capacity"))
		}
		tables.Companies = append(tables.Companies, c)
	}
	for i := range rapid.IntRange(3, 10).Draw(t, "estates") {
		at := func(what string) float64 { return float64(rapid.IntRange(0, 8).Draw(t, what)) * 61 }
		street := rapid.SampledFrom([]string{"甲街", "乙街"}).Draw(t, "street")
		id, shape := fmt.Sprintf("e%02d", i), square(at("x"), at("y"), 40)
		if rapid.Bool().Draw(t, "host") {
			tables.Estates = append(tables.Estates, contiguous(id, street, shape))
			tables.Agreements = append(tables.Agreements, direct(id, rapid.SampledFrom(companies).Draw(t, "company")))
			continue
		}
		tables.Estates = append(tables.Estates, scattered(id, street, shape))
		if rapid.Bool().Draw(t, "served") {
			tables.Agreements = append(tables.Agreements, proxied(id, rapid.SampledFrom(companies).Draw(t, "present")))
		}
	}
	return tables
}

// way is a company that can take an estate over, by its nearest host in the scope.
type way struct {
	company int
	mm      int64
	stays   bool
}

// tieM is the distance within which hosts count as equally near (RULES 7), roundingM what rounding may make of a distance.
const (
	tieM      = 1e-3
	roundingM = 1e-6
)

// waysOf lists who can take each candidate over, by the words of ProxyAsk.Keep and of RULES 7, every host measured one by one. A
// barrier, where there is one, is not crossed.
func waysOf(ev *policy.Evaluation, within string, most, keepM float64, barrier *[2]orb.Point) [][]way {
	frame := spatial.FrameOf(boxOf(ev))
	far := func(a, b int) float64 {
		d, from, to := spatial.Distance(frame.Project(ev.Estates[a].Boundary), frame.Project(ev.Estates[b].Boundary))
		if barrier != nil && d > 0 && segmentsCross(from, to, frame.Forward(barrier[0]), frame.Forward(barrier[1])) {
			return math.Inf(1)
		}
		return d
	}
	sides := ev.ProxySides(func(int) float64 { return 0 })
	var all [][]way
	for _, c := range sides.Candidates {
		nearest := func(hosts []policy.Host) map[int]float64 {
			by := map[int]float64{}
			for _, h := range hosts {
				if d := far(c.Estate, h.Estate); d <= most+roundingM {
					if was, ok := by[h.Company]; !ok || d < was {
						by[h.Company] = d
					}
				}
			}
			return by
		}
		own := slices.DeleteFunc(slices.Clone(sides.Hosts), func(h policy.Host) bool {
			return ev.Estates[h.Estate].Subdistrict != ev.Estates[c.Estate].Subdistrict
		})
		scope, keepers := nearest(sides.Hosts), nearest(sides.Hosts)
		switch {
		case within == domain.WithinSubdistrict:
			scope, keepers = nearest(own), nearest(own)
		case within == domain.WithinPreferSubdistrict && len(nearest(own)) > 0:
			scope = nearest(own)
		}
		best := math.Inf(1)
		for _, d := range scope {
			best = min(best, d)
		}
		present := policy.None
		if g := ev.AgreementOn(c.Estate, ev.AsOf); g != nil && g.Proxy {
			present = int(g.Company)
		}
		var ways []way
		for company, d := range scope {
			if company != present {
				ways = append(ways, way{company, int64(math.Round(d * 1000)), false})
			}
		}
		if d, ok := keepers[present]; ok && d <= best+keepM+tieM {
			ways = append(ways, way{present, int64(math.Round(d * 1000)), true})
		} else if d, ok := scope[present]; ok {
			ways = append(ways, way{present, int64(math.Round(d * 1000)), false})
		}
		slices.SortFunc(ways, func(x, y way) int { return cmp.Compare(x.company, y.company) })
		all = append(all, ways)
	}
	return all
}

// segmentsCross tells whether two segments cross, each with its ends on both sides of the other.
func segmentsCross(a, b, c, d orb.Point) bool {
	side := func(p, q, r orb.Point) bool { return (q[0]-p[0])*(r[1]-p[1])-(q[1]-p[1])*(r[0]-p[0]) > 0 }
	return side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

// outcome is how good an answer is: the most served, then the most that stay, then the least total.
type outcome struct {
	served, stay int
	mm           int64
}

func (o outcome) better(p outcome) bool {
	return cmp.Or(cmp.Compare(p.served, o.served), cmp.Compare(p.stay, o.stay), cmp.Compare(o.mm, p.mm)) < 0
}

// bestOf tries every answer.
func bestOf(ways [][]way, room map[int]int64) outcome {
	best := outcome{served: -1}
	var from func(i int, sum outcome)
	from = func(i int, sum outcome) {
		if i == len(ways) {
			if sum.better(best) {
				best = sum
			}
			return
		}
		from(i+1, sum)
		for _, w := range ways[i] {
			left, limited := room[w.company]
			if limited && left == 0 {
				continue
			}
			next := outcome{sum.served + 1, sum.stay, sum.mm + w.mm}
			if w.stays {
				next.stay++
			}
			if limited {
				room[w.company]--
			}
			from(i+1, next)
			if limited {
				room[w.company]++
			}
		}
	}
	from(0, outcome{})
	return best
}

func TestLeastChangeUnderCapacitiesAgainstEveryAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables := drawDistrict(t)
		within := rapid.SampledFrom([]string{domain.WithinDistrict, domain.WithinSubdistrict, domain.WithinPreferSubdistrict}).Draw(t, "within")
		most := rapid.SampledFrom([]float64{90, 200, 2000}).Draw(t, "most")
		keepM := rapid.SampledFrom([]float64{0, 45, 130, 5000}).Draw(t, "keep")
		opts := assign.Options{Within: within, MaxDistanceM: domain.Some(most), Capacity: rapid.Bool().Draw(t, "capacities"), Keep: true, KeepM: keepM}
		ev := policy.Evaluate(tables, asOf)
		room := map[int]int64{}
		for i, c := range ev.Companies {
			if opts.Capacity && c.Capacity.Known {
				room[i] = c.Capacity.Value
			}
		}
		want := bestOf(waysOf(ev, within, most, keepM, nil), room)
		a, err := assign.Run(context.Background(), ev, opts)
		if err != nil {
			t.Fatal(err)
		}
		var got outcome
		for _, r := range a.Rows {
			if r.Status != assign.Assigned {
				continue
			}
			got.served++
			got.mm += int64(math.Round(r.DistanceM * 1000))
			if r.Cause == assign.CauseKept {
				got.stay++
				if g := ev.AgreementOn(r.Estate, ev.AsOf); g == nil || int(g.Company) != r.Company {
					t.Fatalf("kept, and was with another: %+v", r)
				}
			}
		}
		// Of hosts within a millimetre the one with the smaller id is taken, so a distance may be that much above the least.
		if got.served != want.served || got.stay != want.stay || math.Abs(float64(got.mm-want.mm)) > float64(got.served) {
			t.Fatalf("%s, %v m, keep %v m, capacities %v: %+v, the best is %+v", within, most, keepM, opts.Capacity, got, want)
		}
		if !opts.Capacity {
			return
		}
		if c := a.Certificate; c.TotalMM != got.mm || c.BoundMM != got.mm || c.Served != want.served || c.Kept != want.stay {
			t.Fatalf("certificate %+v, the best is %+v", c, want)
		}
	})
}

// Three estates are with c1, which has a host beside each; c1 takes two. The one whose way to c2 is short gives way, though it is the
// nearest to its present host: that is the least total of those that let two stay.
func TestUnderCapacitiesTheOneThatLosesLeastGivesWay(t *testing.T) {
	tables := &domain.Tables{
		Estates: []domain.Estate{
			contiguous("h1", "甲街", square(0, 0, 100)), contiguous("h2", "甲街", square(170, 0, 100)),
			scattered("s1", "甲街", square(110, 0, 30)), scattered("s2", "甲街", square(0, 130, 30)), scattered("s3", "甲街", square(0, -80, 30)),
		},
		Companies:  []domain.Company{takes("c1", 2), {ID: "c2", Name: "c2"}},
		Agreements: []domain.Agreement{direct("h1", "c1"), direct("h2", "c2"), proxied("s1", "c1"), proxied("s2", "c1"), proxied("s3", "c1")},
	}
	a, err := run(context.Background(), tables, asOf, assign.Options{Capacity: true, Keep: true, KeepM: 100})
	if err != nil {
		t.Fatal(err)
	}
	got := machineLines(a)
	for i, want := range []string{"s1,assigned,h2,c2,30.0,nearest_free", "s2,assigned,h1,c1,30.0,kept", "s3,assigned,h1,c1,50.0,kept"} {
		if !sameRow(got[i], want, 1) {
			t.Errorf("%s, want %s", got[i], want)
		}
	}
}

// A capacity said for one company holds in place of its own and of the one said for all.
func TestACapacityOfOneCompanyHoldsBeforeTheOneForAll(t *testing.T) {
	tables := &domain.Tables{
		Estates: []domain.Estate{
			contiguous("h1", "甲街", square(0, 0, 100)), contiguous("h2", "甲街", square(400, 0, 100)),
			scattered("s1", "甲街", square(120, 0, 30)), scattered("s2", "甲街", square(0, 130, 30)), scattered("s3", "甲街", square(0, -80, 30)),
		},
		Companies:  []domain.Company{takes("c1", 3), takes("c2", 3)},
		Agreements: []domain.Agreement{direct("h1", "c1"), direct("h2", "c2")},
	}
	served := func(opts assign.Options) (c1, c2 int) {
		opts.Capacity = true
		a, err := run(context.Background(), tables, asOf, opts)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range a.Rows {
			switch r.Company {
			case 0:
				c1++
			case 1:
				c2++
			}
		}
		return c1, c2
	}
	type said = map[int]domain.Opt[int64]
	for _, c := range []struct {
		name   string
		opts   assign.Options
		c1, c2 int
	}{
		{"their own", assign.Options{}, 3, 0},
		{"one for all", assign.Options{EachCapacity: domain.Some(int64(1))}, 1, 1},
		{"c1 takes two", assign.Options{EachCapacity: domain.Some(int64(1)), Capacities: said{0: domain.Some(int64(2))}}, 2, 1},
		{"c1 takes any number", assign.Options{EachCapacity: domain.Some(int64(1)), Capacities: said{0: {}}}, 3, 0},
		{"c1 takes none", assign.Options{Capacities: said{0: domain.Some(int64(0))}}, 0, 3},
	} {
		if c1, c2 := served(c.opts); c1 != c.c1 || c2 != c.c2 {
			t.Errorf("%s: %d and %d, want %d and %d", c.name, c1, c2, c.c1, c.c2)
		}
	}
}

// TestEveryNearerHostSaysWhyItWasPassedOver in runs of all kinds: at least three others, and with a reason exactly those that are nearer.
func TestEveryNearerHostSaysWhyItWasPassedOver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables := drawDistrict(t)
		tables.Backdrops = []domain.Backdrop{barrier("railway", ground(170, -500), ground(230, 1500))}
		opts := assign.Options{
			Within:       rapid.SampledFrom([]string{domain.WithinDistrict, domain.WithinSubdistrict, domain.WithinPreferSubdistrict}).Draw(t, "within"),
			MaxDistanceM: domain.Some(rapid.SampledFrom([]float64{90, 200, 2000}).Draw(t, "most")),
			Capacity:     rapid.Bool().Draw(t, "capacities"), Keep: rapid.Bool().Draw(t, "keep"), KeepM: 130, Barriers: rapid.Bool().Draw(t, "barriers"),
		}
		ev := policy.Evaluate(tables, asOf)
		a, err := assign.Run(context.Background(), ev, opts)
		if err != nil {
			t.Fatal(err)
		}
		hosts := len(ev.ProxySides(func(int) float64 { return 0 }).Hosts)
		left := map[int]int64{}
		for i, c := range ev.Companies {
			left[i] = c.Capacity.Value
		}
		for _, l := range a.Loads() {
			left[l.Company] -= int64(l.After.Estates)
		}
		for i := range a.Rows {
			row := &a.Rows[i]
			others := a.RunnersUp(row, 3)
			if row.Host != policy.None && len(others) < min(3, hosts-1) {
				t.Fatalf("%d others of %d hosts", len(others), hosts)
			}
			for _, o := range others {
				if nearer := math.IsNaN(row.DistanceM) || o.DistanceM < row.DistanceM; nearer != (o.Passed.ZH != "") {
					t.Fatalf("%+v, %+v", row, o)
				}
				if o.Passed.ZH == "其企业代管名额已满" && left[o.Company] != 0 {
					t.Fatalf("said to be full with %d places left: %+v, %+v", left[o.Company], row, o)
				}
			}
		}
	})
}
