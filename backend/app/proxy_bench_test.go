package app

import (
	"fmt"
	"testing"

	"estateatlas/backend/domain"
)

// BenchmarkPlanner carries out asks as a planner's screen does, each on a day of its own so that none is answered from a run kept
// before. Every company has a capacity that does not suffice for all.
func BenchmarkPlanner(b *testing.B) {
	for _, estates := range []int{5_000, 50_000} {
		a := desk(b, estates)
		p, err := a.project()
		if err != nil {
			b.Fatal(err)
		}
		first, _ := domain.ParseDate("2026-09-01")
		asked := 0
		day := func() string { asked++; return (first + domain.Date(asked)).String() }
		rows := len(mustRunB(b, a, ProxyAsk{}).Rows)
		each := int64(rows * 9 / 10 / len(p.book.Companies))
		for _, c := range []struct {
			name string
			ask  ProxyAsk
		}{
			{"nearest", ProxyAsk{EachCapacity: -1}},
			{"barriers", ProxyAsk{EachCapacity: -1, Barriers: true}},
			{"capacities", ProxyAsk{Capacity: true, EachCapacity: each}},
			{"least change with capacities", ProxyAsk{Capacity: true, EachCapacity: each, Keep: true, KeepM: 200}},
		} {
			b.Run(fmt.Sprintf("%s/%d", c.name, estates), func(b *testing.B) {
				for b.Loop() {
					ask := c.ask
					ask.AsOf = day()
					mustRunB(b, a, ask)
				}
				b.ReportMetric(float64(rows), "rows")
			})
		}
		for i := range 8 {
			if _, err := a.KeepScenario(fmt.Sprint("方案", i), "", ProxyAsk{MaxDistanceM: float64(600 + 50*i), EachCapacity: -1}); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(fmt.Sprintf("list of 8 scenarios/%d", estates), func(b *testing.B) {
			for b.Loop() {
				if _, err := a.Scenarios(); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("boundary moved/%d", estates), func(b *testing.B) {
			e := p.book.Estates[contiguousHost(p)]
			moved := e.Boundary.Clone()
			for b.Loop() {
				moved[0][0][1][0] += 1e-8
				if _, err := a.EditBoundary(e.FID, drawn(moved)); err != nil {
					b.Fatal(err)
				}
			}
		})
		ask := ProxyAsk{Capacity: true, EachCapacity: each}
		fid := mustRunB(b, a, ask).Rows[0].FID
		b.Run(fmt.Sprintf("card of an estate/%d", estates), func(b *testing.B) {
			for b.Loop() {
				if _, err := a.ProxyChoice(ask, fid); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func mustRunB(b *testing.B, a *Atlas, ask ProxyAsk) ProxyRunView {
	b.Helper()
	v, err := a.ProxyRun(ask)
	if err != nil {
		b.Fatal(err)
	}
	return v
}
