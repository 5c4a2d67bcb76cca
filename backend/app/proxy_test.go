package app

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
)

func mustRun(t *testing.T, a *Atlas, ask ProxyAsk) ProxyRunView {
	t.Helper()
	v, err := a.ProxyRun(ask)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestARunSaysTheSameAsTheCommand(t *testing.T) {
	a := desk(t, 0)
	p, _ := a.project()
	for _, within := range []string{"", domain.WithinDistrict, domain.WithinSubdistrict, domain.WithinPreferSubdistrict} {
		v := mustRun(t, a, ProxyAsk{Within: within, MaxDistanceM: 600})
		settings := domain.Settings{"max_distance": "600"}
		if within != "" {
			settings["within"] = `"` + within + `"`
		}
		tables := *p.tables
		tables.Settings = tables.Settings.Merge(settings)
		want, err := AssignProject(t.Context(), &tables, p.latestDay(), assign.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(v.Rows) != len(want.Rows) {
			t.Fatalf("%s: %d rows, want %d", within, len(v.Rows), len(want.Rows))
		}
		for i, r := range v.Rows {
			w := want.Rows[i]
			if r.FID != p.book.Estates[w.Estate].FID || r.Status != string(w.Status) || r.Company != w.Company || r.Cause != string(w.Cause) {
				t.Fatalf("%s: %+v, want %+v", within, r, w)
			}
		}
		served, total := 0, 0
		for _, b := range v.Bins {
			total += b.Count
		}
		for _, l := range v.Loads {
			served += l.After.Estates
		}
		if v.Total.Served != served || v.Total.Served != total || v.Total.Served+v.Total.Unserved != len(v.Rows) || len(v.Links) != v.Total.Served {
			t.Errorf("%s: the sums do not agree: %+v, loads %d, distances %d, links %d", within, v.Total, served, total, len(v.Links))
		}
	}
}

func TestLeastChangeKeepsWhoIsPresentUnlessItIsMuchWorse(t *testing.T) {
	a := desk(t, 0)
	if _, err := a.AcceptRun(AcceptAsk{Ask: ProxyAsk{Within: domain.WithinPreferSubdistrict}, From: "2026-11-01", Reason: "先本街道"}); err != nil {
		t.Fatal(err)
	}
	best := mustRun(t, a, ProxyAsk{})
	kept := mustRun(t, a, ProxyAsk{Keep: true, KeepM: 150})
	strict := mustRun(t, a, ProxyAsk{Keep: true, KeepM: 0})
	if kept.Total.Changed >= best.Total.Changed || kept.Total.Changed > strict.Total.Changed {
		t.Errorf("%d change with 150 m, %d with 0 m, %d without keeping", kept.Total.Changed, strict.Total.Changed, best.Total.Changed)
	}
	if strict.Total.TotalM > best.Total.TotalM+0.01*float64(len(best.Rows)) {
		t.Errorf("nothing farther is allowed, and the total is %.1f instead of %.1f m", strict.Total.TotalM, best.Total.TotalM)
	}
	some := false
	for i, r := range kept.Rows {
		b := best.Rows[i]
		if r.Kept {
			some = true
			if r.Company != r.Present || r.Changed || r.DistanceM > b.DistanceM+150.001 {
				t.Errorf("kept: %+v, best %+v", r, b)
			}
		} else if r.Status == "assigned" && r.Company != b.Company {
			t.Errorf("neither kept nor the best: %+v, best %+v", r, b)
		}
	}
	if !some {
		t.Error("nobody was kept")
	}
}

func TestCapacitiesHoldForEverybodyAndAreProven(t *testing.T) {
	a := desk(t, 0)
	for _, ask := range []ProxyAsk{{Capacity: true, EachCapacity: 12}, {Capacity: true, EachCapacity: 12, Keep: true, KeepM: 300}} {
		v := mustRun(t, a, ask)
		if v.Proof == nil || v.Proof.TotalM != v.Proof.BoundM {
			t.Fatalf("no proof: %+v", v.Proof)
		}
		overridden := map[int]int{}
		for _, r := range v.Rows {
			if r.Status == "override" {
				overridden[r.Company]++
			}
		}
		for _, l := range v.Loads {
			if l.Capacity != 12 || l.After.Estates > max(12, overridden[l.Company]) {
				t.Errorf("%+v serves more than 12", l)
			}
		}
		if v.Total.OverCapacity > 0 {
			t.Errorf("%d companies over their capacity", v.Total.OverCapacity)
		}
	}
}

func TestAHostChosenByHandIsKeptOnTheNextRunAndReportedWhenItMayNotServe(t *testing.T) {
	a := desk(t, 0)
	v := mustRun(t, a, ProxyAsk{})
	at := slices.IndexFunc(v.Rows, func(r ProxyRow) bool { return r.Status == "assigned" && r.NextFID != 0 })
	r := v.Rows[at]
	choices, err := a.ProxyChoice(ProxyAsk{}, r.FID)
	if err != nil || !choices.Hosts[0].Taken || choices.Hosts[0].FID != r.HostFID {
		t.Fatalf("%+v %v", choices, err)
	}
	pins := []ProxyPin{{FID: r.FID, HostFID: r.NextFID, Reason: "居民要求"}}
	for _, within := range []string{domain.WithinDistrict, domain.WithinSubdistrict} {
		got := mustRun(t, a, ProxyAsk{Within: within, Pins: pins}).Rows
		i := slices.IndexFunc(got, func(x ProxyRow) bool { return x.FID == r.FID })
		if g := got[i]; g.HostFID != r.NextFID || !g.Pinned || g.Invalid || g.Status != "override" {
			t.Errorf("%s: %+v", within, g)
		}
	}
	// A scattered estate is no host.
	bad := mustRun(t, a, ProxyAsk{Pins: []ProxyPin{{FID: r.FID, HostFID: v.Rows[(at+1)%len(v.Rows)].FID}}})
	if g := bad.Rows[at]; !g.Invalid || !strings.Contains(g.Why.ZH, "宿主已失效") {
		t.Errorf("%+v", g)
	}
	if _, err := a.ProxyRun(ProxyAsk{Pins: []ProxyPin{{FID: r.FID, HostFID: 1 << 40}}}); err == nil {
		t.Error("a host that is not there was taken")
	}
}

func TestAScenarioIsKeptComparedAndDeleted(t *testing.T) {
	a := desk(t, 0)
	for name, ask := range map[string]ProxyAsk{"就近": {}, "本街道": {Within: domain.WithinSubdistrict}} {
		if _, err := a.KeepScenario(name, "", ask); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := a.KeepScenario("就近", "", ProxyAsk{}); err == nil {
		t.Error("a name was taken twice")
	}
	all, err := a.Scenarios()
	if err != nil || len(all) != 3 || all[0].ID != "" || all[0].Total.Served == 0 {
		t.Fatalf("%+v %v", all, err)
	}
	byName := map[string]ScenarioView{}
	for _, s := range all {
		byName[s.Name] = s
		if s.Stale {
			t.Errorf("%s is stale at once", s.Name)
		}
	}
	near, own := byName["就近"], byName["本街道"]
	if near.Total.Other == 0 || own.Total.Other != 0 || near.Total.Served <= own.Total.Served {
		t.Errorf("near %+v, own %+v", near.Total, own.Total)
	}
	d, err := a.CompareScenarios(near.ID, own.ID)
	if err != nil || len(d.Changes) == 0 || d.A.Total != near.Total || d.B.Total != own.Total {
		t.Fatalf("%+v %v", d, err)
	}
	lost := 0
	for _, c := range d.Changes {
		if c.ACompany == c.BCompany {
			t.Errorf("no change: %+v", c)
		}
		if c.BCompany == policy.None {
			lost++
		}
	}
	if lost != near.Total.Served-own.Total.Served {
		t.Errorf("%d estates lose their host, the totals say %d", lost, near.Total.Served-own.Total.Served)
	}
	same, err := a.CompareScenarios("", "")
	if err != nil || len(same.Changes) > 0 {
		t.Errorf("in force against itself: %+v %v", same.Changes, err)
	}
	if _, err := a.DropScenario(own.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if all, _ := a.Scenarios(); len(all) != 3 {
		t.Errorf("%d after undo", len(all))
	}
}

func TestAcceptingARunWritesAgreementsFromTheDayAndEndsTheOldOnesTheDayBefore(t *testing.T) {
	a := desk(t, 0)
	ask := AcceptAsk{Ask: ProxyAsk{}, From: "2027-01-01", Reason: "就近代管"}
	preview, err := a.PreviewAccept(ask)
	if err != nil || len(preview.Begins) == 0 || len(preview.Ends) == 0 || len(preview.Refused) > 0 {
		t.Fatalf("%+v %v", preview, err)
	}
	run := mustRun(t, a, ask.Ask)
	if len(preview.Begins)+preview.Stay+preview.None != len(run.Rows) {
		t.Errorf("%d begin, %d stay, %d nobody: %d rows", len(preview.Begins), preview.Stay, preview.None, len(run.Rows))
	}
	if _, err := a.AcceptRun(ask); err != nil {
		t.Fatal(err)
	}
	p, _ := a.project()
	day := domain.MustDate("2027-01-01")
	for _, r := range run.Rows {
		if r.Company == policy.None {
			continue
		}
		e := p.place[r.FID]
		now, before := p.book.AgreementOn(e, day), p.book.AgreementOn(e, day-1)
		if now == nil || int(now.Company) != r.Company || !now.Proxy {
			t.Fatalf("%+v has %+v", r, now)
		}
		if r.Present != policy.None && (before == nil || int(before.Company) != r.Present) {
			t.Errorf("%+v had %+v the day before", r, before)
		}
	}
	again, err := a.PreviewAccept(ask)
	if err != nil || len(again.Begins) > 0 {
		t.Errorf("accepted again: %d begin, %v", len(again.Begins), err)
	}
	if _, err := a.AcceptRun(ask); err == nil {
		t.Error("an empty change was written")
	}
	// An agreement that begins later stands in the way of an earlier day.
	early, err := a.PreviewAccept(AcceptAsk{Ask: ProxyAsk{Within: domain.WithinSubdistrict}, From: "2026-12-01", Reason: "提前"})
	if err != nil || len(early.Refused) == 0 {
		t.Errorf("%d refused, %v", len(early.Refused), err)
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if back, _ := a.PreviewAccept(ask); len(back.Begins) != len(preview.Begins) || len(back.Ends) != len(preview.Ends) {
		t.Errorf("after undo %d begin, %d end", len(back.Begins), len(back.Ends))
	}
}

func TestAnOverrideIsAFactWithWhoAndWhy(t *testing.T) {
	a := desk(t, 0)
	if err := a.SetClerk("李工"); err != nil {
		t.Fatal(err)
	}
	r := mustRun(t, a, ProxyAsk{}).Rows[0]
	if _, err := a.SetOverride(r.FID, r.NextFID, " "); err == nil {
		t.Error("an override without a reason was written")
	}
	if _, err := a.SetOverride(r.FID, r.FID, "x"); err == nil {
		t.Error("an estate was made its own host")
	}
	if _, err := a.SetOverride(r.FID, r.NextFID, "居民要求"); err != nil {
		t.Fatal(err)
	}
	got := mustRun(t, a, ProxyAsk{}).Rows[0]
	if got.HostFID != r.NextFID || got.Status != "override" || got.Pinned {
		t.Errorf("%+v", got)
	}
	if _, err := a.RemoveOverride(r.FID); err != nil {
		t.Fatal(err)
	}
	if _, err := a.RemoveOverride(r.FID); err == nil {
		t.Error("an override was removed twice")
	}
}

func TestWhatCannotBeAskedIsRefused(t *testing.T) {
	a := desk(t, 60)
	for name, ask := range map[string]ProxyAsk{
		"scope": {Within: "everywhere"}, "day": {AsOf: "2026-02-30"}, "distance": {MaxDistanceM: math.Inf(1)},
	} {
		if _, err := a.ProxyRun(ask); err == nil {
			t.Errorf("%s was taken", name)
		}
	}
}

// However many scenarios are listed, the run on screen is not worked out again for its cards.
func TestListingScenariosLeavesTheRunOnScreenAtHand(t *testing.T) {
	a := desk(t, 60)
	for i := range mostKeptRuns + 2 {
		if _, err := a.KeepScenario(fmt.Sprint("方案", i), "", ProxyAsk{MaxDistanceM: float64(300 + i), EachCapacity: -1}); err != nil {
			t.Fatal(err)
		}
	}
	p, _ := a.project()
	onScreen, _, err := a.run(p, ProxyAsk{MaxDistanceM: 777})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := a.Scenarios(); err != nil {
			t.Fatal(err)
		}
	}
	again, _, err := a.run(p, ProxyAsk{MaxDistanceM: 777})
	if err != nil || again != onScreen {
		t.Errorf("it was carried out again: %v", err)
	}
}

// A run that is called off says so; it is neither an answer nor kept, and a scenario is not called stale for it.
func TestARunThatIsCalledOffIsNoAnswer(t *testing.T) {
	a := desk(t, 0)
	if _, err := a.KeepScenario("方案", "", ProxyAsk{}); err != nil {
		t.Fatal(err)
	}
	p, _ := a.project()
	opts, full, err := p.proxyOptions(ProxyAsk{Capacity: true, EachCapacity: 3})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := assign.Run(ctx, p.book.Evaluate(p.latestDay()), opts); err == nil {
		t.Error("a cancelled run gave an answer")
	} else if code, _ := domain.Explain(err); code != domain.CodeCancelled {
		t.Errorf("%v", err)
	}
	// Two at a time: the later one always answers.
	first := make(chan error, 1)
	go func() { _, err := a.ProxyRun(full); first <- err }()
	if _, err := a.Scenarios(); err != nil {
		if code, _ := domain.Explain(err); code != domain.CodeCancelled {
			t.Error(err)
		}
	}
	if err := <-first; err != nil {
		if code, _ := domain.Explain(err); code != domain.CodeCancelled {
			t.Error(err)
		}
	}
	all, err := a.Scenarios()
	if err != nil || len(all) != 2 || all[1].Stale {
		t.Errorf("%+v %v", all, err)
	}
	if progress, err := a.ProxyProgress(); err != nil || progress.Running {
		t.Errorf("%+v %v", progress, err)
	}
}
