package policy_test

import (
	"testing"

	"estateatlas/backend/domain"
)

func TestBottomForAnyCauseLosesEligibility(t *testing.T) {
	d := single()
	d.strike("r1", "2025-12-15")
	d.determine("r1", "e1", domain.CauseTerritorial, "2025-12-20")
	d.strike("r2", "2026-01-15")
	ev := d.at("2026-12-31")
	wantLines(t, "eligibility", machineFiles(ev)["eligibility"], "2025,company,c", "2025,estate,e1", "2026,company,c", "2026,estate,e1")
	wantLines(t, "before the second round", machineFiles(d.at("2026-01-14"))["eligibility"], "2025,company,c", "2025,estate,e1")
	for i := range ev.Eligibility {
		l := &ev.Eligibility[i]
		wantEqual(t, "results behind it", len(ev.LossResults(l)), 1)
		wantEqual(t, "reasons", len(ev.LossReasons(l)), 1)
		wantEqual(t, "Lost", ev.Lost(l.Kind, l.At, l.Year), true)
	}
	if x1, _ := ev.Estate("x1"); ev.Lost("estate", x1, 2026) || ev.Lost("company", -1, 2026) {
		t.Error("Lost names somebody who did not lose")
	}
}

// The company's loss is district-wide but does not carry over to its other estates, nor theirs to it.
func TestCommendations(t *testing.T) {
	d := single()
	d.agree("x3", "c", "2020-01-01", "")
	d.middling("r0", "2026-01-10") // x3 is top, x2 bottom without a company
	ev := d.at("2026-01-31")
	got := ev.Commendations()
	wantEqual(t, "commended", len(got), 1)
	if !got[0].CountsForEstate || !got[0].CountsForCompany {
		t.Errorf("nobody has lost yet: %+v", got[0])
	}
	d.strike("r1", "2026-02-15") // e1 of the same company is bottom
	ev = d.at("2026-12-31")
	got = ev.Commendations()
	wantEqual(t, "commended", len(got), 2)
	for _, c := range got {
		wantEqual(t, "for the estate", c.CountsForEstate, true)
		wantEqual(t, "losing it later strikes earlier results of the year", c.CountsForCompany, false)
	}
	wantEqual(t, "for nobody's company", d.at("2026-01-31").Commendations()[0].CountsForCompany, true)
}

func TestBottomRunCountsAnyCause(t *testing.T) {
	d := single()
	d.strike("r1", "2026-01-15")
	d.round("r2", "2026-02-15", "x1 1, x2 2")
	d.strike("r3", "2026-03-15")
	d.determine("r3", "e1", domain.CauseTerritorial, "2026-03-20")
	ev := d.at("2026-12-31")
	wantEqual(t, "bottom in a row", ev.BottomRun(ev.Latest, 0), 2)
	wantEqual(t, "as of the first round", ev.BottomRun(0, 0), 1)
	d.middling("r4", "2026-04-15")
	ev = d.at("2026-12-31")
	wantEqual(t, "ended", ev.BottomRun(ev.Latest, 0), 0)
}
