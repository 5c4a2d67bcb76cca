package assign_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// ground is the point so many metres east and north of where square begins.
func ground(eastM, northM float64) orb.Point {
	return orb.Point{117.2 + eastM/86_500, 39.1 + northM/111_030}
}

func barrier(class string, line ...orb.Point) domain.Backdrop {
	return domain.Backdrop{Layer: domain.BackdropBarriers, Class: class, Geometry: orb.LineString(line)}
}

// East of the estate s, across a river, lies h1 at 100 m; west of it, in another subdistrict, h2 at 300 m.
func TestAHostAcrossABarrierIsPassedOverWhereThatIsAsked(t *testing.T) {
	river := barrier("river", ground(80, -2000), ground(80, 2000))
	tables := func(backdrops ...domain.Backdrop) *domain.Tables {
		return &domain.Tables{
			Estates: []domain.Estate{
				contiguous("h1", "甲街", square(150, 0, 100)), contiguous("h2", "乙街", square(-400, 0, 100)), scattered("s", "甲街", square(0, 0, 50)),
			},
			Companies:  []domain.Company{{ID: "c1", Name: "c1"}, {ID: "c2", Name: "c2"}},
			Agreements: []domain.Agreement{direct("h1", "c1"), direct("h2", "c2")},
			Backdrops:  backdrops,
		}
	}
	around := domain.Backdrop{Layer: domain.BackdropBarriers, Class: "river", Geometry: orb.Polygon{{ground(70, -90), ground(90, -90), ground(90, 190), ground(70, 190), ground(70, -90)}}}
	served := tables(river)
	served.Agreements = append(served.Agreements, proxied("s", "c1"))
	water := river
	water.Layer = domain.BackdropWater
	for _, c := range []struct {
		name   string
		tables *domain.Tables
		opts   assign.Options
		want   string
	}{
		{"not asked", tables(river), assign.Options{}, "s,assigned,h1,c1,100.0,nearest"},
		{"asked", tables(river), assign.Options{Barriers: true}, "s,assigned,h2,c2,300.0,nearest"},
		{"asked, with capacities", tables(river), assign.Options{Barriers: true, Capacity: true}, "s,assigned,h2,c2,300.0,nearest"},
		{"the edge of an area", tables(around), assign.Options{Barriers: true}, "s,assigned,h2,c2,300.0,nearest"},
		{"water that is only drawn", tables(water), assign.Options{Barriers: true}, "s,assigned,h1,c1,100.0,nearest"},
		{"nobody on this side in reach", tables(river), assign.Options{Barriers: true, MaxDistanceM: domain.Some(200.0)}, "s,unassigned,h1,,100.0,barrier"},
		{"the same, with capacities", tables(river), assign.Options{Barriers: true, Capacity: true, MaxDistanceM: domain.Some(200.0)}, "s,unassigned,h1,,100.0,barrier"},
		{"own subdistrict only", tables(river), assign.Options{Barriers: true, Within: domain.WithinSubdistrict}, "s,unassigned,h1,,100.0,barrier"},
		{"own subdistrict first", tables(river), assign.Options{Barriers: true, Within: domain.WithinPreferSubdistrict}, "s,assigned,h2,c2,300.0,other_subdistrict"},
		{"own first, with capacities", tables(river), assign.Options{Barriers: true, Capacity: true, Within: domain.WithinPreferSubdistrict}, "s,assigned,h2,c2,300.0,other_subdistrict"},
		{"the present company is kept", served, assign.Options{Keep: true}, "s,assigned,h1,c1,100.0,kept"},
		{"but not across a barrier", served, assign.Options{Keep: true, KeepM: 1000, Barriers: true}, "s,assigned,h2,c2,300.0,nearest"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := run(context.Background(), c.tables, asOf, c.opts)
			if err != nil {
				t.Fatal(err)
			}
			got := machineLines(a)
			if len(got) != 1 || !sameRow(got[0], c.want, 0.5) {
				t.Errorf("%v, want %s", got, c.want)
			}
		})
	}
	a, err := run(context.Background(), tables(river), asOf, assign.Options{Barriers: true})
	if err != nil {
		t.Fatal(err)
	}
	if others := a.RunnersUp(&a.Rows[0], 3); len(others) != 1 || others[0].Passed.ZH != "隔着河流、铁路等阻隔" {
		t.Errorf("why the nearer one was passed over: %+v", others)
	}
}

// TestBarriersAgainstEveryHost: with one long barrier at a slant, each estate goes to the nearest host on its side.
func TestBarriersAgainstEveryHost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables := &domain.Tables{}
		for i := range rapid.IntRange(2, 12).Draw(t, "estates") {
			x, y := rapid.Float64Range(0, 900).Draw(t, "x"), rapid.Float64Range(0, 900).Draw(t, "y")
			r, turn := rapid.Float64Range(10, 40).Draw(t, "size"), rapid.Float64Range(0.1, 1.4).Draw(t, "turn")
			var ring orb.Ring // turned at random: one pair of nearest points
			for k := range 5 {
				angle := turn + float64(k%4)*math.Pi/2
				ring = append(ring, ground(x+r*math.Cos(angle), y+r*math.Sin(angle)))
			}
			id, street := fmt.Sprintf("e%02d", i), rapid.SampledFrom([]string{"甲街", "乙街"}).Draw(t, "street")
			if rapid.Bool().Draw(t, "host") {
				tables.Estates = append(tables.Estates, contiguous(id, street, orb.MultiPolygon{{ring}}))
				tables.Agreements = append(tables.Agreements, direct(id, rapid.SampledFrom([]string{"c1", "c2", "c3"}).Draw(t, "company")))
				continue
			}
			tables.Estates = append(tables.Estates, scattered(id, street, orb.MultiPolygon{{ring}}))
		}
		for _, id := range []string{"c1", "c2", "c3"} {
			tables.Companies = append(tables.Companies, takes(id, rapid.Int64Range(0, 3).Draw(t, "capacity")))
		}
		line := [2]orb.Point{
			ground(rapid.Float64Range(0, 900).Draw(t, "from"), -500), ground(rapid.Float64Range(0, 900).Draw(t, "to"), 1500),
		}
		tables.Backdrops = []domain.Backdrop{barrier("railway", line[0], line[1])}
		within := rapid.SampledFrom([]string{domain.WithinDistrict, domain.WithinSubdistrict, domain.WithinPreferSubdistrict}).Draw(t, "within")
		most := rapid.SampledFrom([]float64{150, 400, 5000}).Draw(t, "most")
		opts := assign.Options{Within: within, MaxDistanceM: domain.Some(most), Barriers: true, Capacity: rapid.Bool().Draw(t, "capacities")}
		ev := policy.Evaluate(tables, asOf)
		room := map[int]int64{}
		for i, c := range ev.Companies {
			if opts.Capacity {
				room[i] = c.Capacity.Value
			}
		}
		ways, open := waysOf(ev, within, most, 0, &line), waysOf(ev, within, most, 0, nil)
		want := bestOf(ways, room)
		a, err := assign.Run(context.Background(), ev, opts)
		if err != nil {
			t.Fatal(err)
		}
		var got outcome
		for i, r := range a.Rows {
			if r.Status == assign.Assigned {
				got.served++
				got.mm += int64(math.Round(r.DistanceM * 1000))
			}
			if across := len(ways[i]) == 0 && len(open[i]) > 0; across != (r.Cause == assign.CauseBarrier) {
				t.Fatalf("%+v, %d companies on this side, %d without the barrier", r, len(ways[i]), len(open[i]))
			}
		}
		if got.served != want.served || math.Abs(float64(got.mm-want.mm)) > float64(got.served) {
			t.Fatalf("%s, %v m, capacities %v: %+v, the best is %+v", within, most, opts.Capacity, got, want)
		}
	})
}
