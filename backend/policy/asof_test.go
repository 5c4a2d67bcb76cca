package policy_test

import (
	"sync"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Rounds and fund uses after the date do not exist; every other record counts as entered.
func TestAsOf(t *testing.T) {
	d := single()
	d.strike("r1", "2026-02-15")
	d.round("r2", "2026-02-16", "e1 60, x1 90, x2 91, x3 92")
	d.determine("r1", "e1", domain.CauseTerritorial, "2027-01-01")
	ev := d.at("2026-02-15")
	wantEqual(t, "rounds", len(ev.Rounds), 1)
	wantLines(t, "the determination of next year counts", machineFiles(ev)["results"], "r1,e1,c,territorial,0,0")
	d.Determinations = nil
	d.agree("x1", "c", "2026-03-01", "")
	d.Estates[1].Subdistrict, d.Estates[1].DistrictSubsidy = "甲街道", yuan(7)
	d.Estates[0].ExitedOn = date("2026-03-02")
	d.strike("r0", "2026-02-14")
	ev = d.at("2026-02-15") // level 2: the quarter
	wantLines(t, "later agreement and exit count in later months", machineFiles(ev)["withholdings"],
		"c,甲街道,2026-01,confirmed,clawback,1000.00,2,r1",
		"c,甲街道,2026-02,confirmed,withheld,1000.00,1,r0",
		"c,甲街道,2026-03,confirmed,withheld,39.26,2,r1")
}

func TestADistrictWithoutAnything(t *testing.T) {
	ev := policy.Evaluate(&domain.Tables{}, date("2026-01-01"))
	wantEqual(t, "files", machineFiles(ev).String(), files{}.String())
	wantEqual(t, "issues", len(ev.Issues()), 0)
	wantEqual(t, "latest", ev.Latest, policy.None)
}

// Rows that name nothing known are left out; an import refuses them.
func TestRowsOfUnknownRecordsAreLeftOut(t *testing.T) {
	d := single()
	d.strike("r1", "2026-02-15")
	want := machineFiles(d.at("2026-12-31")).String()
	d.Scores = append(d.Scores, domain.Score{RoundID: "r1", EstateID: "?", Score: domain.Some(domain.WholeDecimal(1))}, domain.Score{RoundID: "?", EstateID: "e1", Score: domain.Some(domain.WholeDecimal(1))})
	d.deduct("?", "e1", "T1", "50")
	d.deduct("r1", "?", "T1", "50")
	d.determine("?", "e1", domain.CauseTerritorial, "2026-02-20")
	d.determine("r1", "?", domain.CauseTerritorial, "2026-02-20")
	d.agree("?", "c", "2020-01-01", "")
	d.Subsidies = append(d.Subsidies, domain.SubsidyChange{EstateID: "?", FromMonth: month("2020-01")})
	d.Enrolments = append(d.Enrolments, domain.Enrolment{EstateID: "?", EnrolledOn: date("2020-01-01")})
	d.Overrides = append(d.Overrides, domain.Override{EstateID: "?", HostID: "e1"})
	wantEqual(t, "files", machineFiles(d.at("2026-12-31")).String(), want)
	d.at("2026-12-31").ProxySides(func(int) float64 { return 0 })
}

func TestABookAnswersSeveralGoroutines(t *testing.T) {
	d := w1()
	b := policy.NewBook(&d.Tables)
	want := machineFiles(b.Evaluate(date("2026-03-31"))).String()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			b.Evaluate(date("2026-02-28")).Issues()
			if got := machineFiles(b.Evaluate(date("2026-03-31"))).String(); got != want {
				t.Error("another answer")
			}
		})
	}
	wg.Wait()
}
