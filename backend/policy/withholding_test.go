package policy_test

import (
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// w1 is the district of worked case W-1.
func w1() *district {
	d := single()
	d.Estates[0].DistrictSubsidy = yuan(3000)
	d.estate("e2", "甲街道", 2000)
	d.estate("e3", "丙街道", 4000)
	d.agree("e2", "c", "2020-01-01", "")
	d.agree("e3", "c", "2020-01-01", "")
	d.strike("r2", "2026-02-15")
	d.strike("r3", "2026-03-15")
	return d
}

func withholdings(ev *policy.Evaluation) []string { return machineFiles(ev)["withholdings"] }

func TestWithholdingW1(t *testing.T) {
	d := w1()
	wantLines(t, "as of 2026-02-28", withholdings(d.at("2026-02-28")), "c,甲街道,2026-02,confirmed,withheld,5000.00,1,r2")
	ev := d.at("2026-03-31")
	wantLines(t, "as of 2026-03-31", withholdings(ev),
		"c,甲街道,2026-01,confirmed,clawback,5000.00,2,r3",
		"c,甲街道,2026-02,confirmed,withheld,5000.00,1,r2",
		"c,甲街道,2026-03,confirmed,withheld,5000.00,2,r3")
	wantLines(t, "funds", machineFiles(ev)["funds"], "甲街道,15000.00,0.00,0.00,15000.00")
	wantLines(t, "states", machineFiles(ev)["states"],
		"e1,withheld_quarter,bottom,r3,c,3000.00", "e2,withheld_quarter,unranked,r3,c,2000.00", "e3,paid,unranked,r3,c,4000.00",
		"x1,unfunded,middle,r3,,0.00", "x2,unfunded,middle,r3,,0.00", "x3,unfunded,top,r3,,0.00")
}

func TestWithheldYearContainsMonthsAfterTheDateAndBeforeTheRound(t *testing.T) {
	d := w1()
	d.strike("r4", "2026-04-15")
	ev := d.at("2026-04-15")
	wantEqual(t, "months", len(ev.Withholdings), 12)
	wantLines(t, "rows", withholdings(ev),
		"c,甲街道,2026-01,confirmed,clawback,5000.00,2,r3",
		"c,甲街道,2026-02,confirmed,withheld,5000.00,1,r2",
		"c,甲街道,2026-03,confirmed,withheld,5000.00,2,r3",
		"c,甲街道,2026-04,confirmed,withheld,5000.00,3,r4",
		"c,甲街道,2026-05,confirmed,withheld,5000.00,3,r4",
		"c,甲街道,2026-06,confirmed,withheld,5000.00,3,r4",
		"c,甲街道,2026-07,confirmed,withheld,5000.00,3,r4",
		"c,甲街道,2026-08,confirmed,withheld,5000.00,3,r4",
		"c,甲街道,2026-09,confirmed,withheld,5000.00,3,r4",
		"c,甲街道,2026-10,confirmed,withheld,5000.00,3,r4",
		"c,甲街道,2026-11,confirmed,withheld,5000.00,3,r4",
		"c,甲街道,2026-12,confirmed,withheld,5000.00,3,r4")
	wantLines(t, "the fund has the months up to the date's", machineFiles(ev)["funds"], "甲街道,20000.00,0.00,0.00,20000.00")
	wantLines(t, "next month", machineFiles(d.at("2026-05-01"))["funds"], "甲街道,25000.00,0.00,0.00,25000.00")
}

// A confirmed measure decides the timing even where a proposed one came earlier.
func TestTheEarliestConfirmedRoundDecidesElseTheEarliestProposed(t *testing.T) {
	d := single()
	d.round("r1", "2026-02-10", "e1 60, x1 90, x2 91, x3 92") // undetermined
	d.strike("r2", "2026-02-20")
	d.strike("r3", "2026-03-20")
	wantLines(t, "only proposed", withholdings(d.at("2026-02-10")), "c,甲街道,2026-02,proposed,withheld,1000.00,1,r1")
	wantLines(t, "two rounds in a month", withholdings(d.at("2026-02-28")),
		"c,甲街道,2026-01,proposed,clawback,1000.00,2,r2",
		"c,甲街道,2026-02,confirmed,withheld,1000.00,1,r2",
		"c,甲街道,2026-03,proposed,withheld,1000.00,2,r2")
	ev := d.at("2026-03-31")
	wantEqual(t, "first three", len(ev.Withholdings), 12)
	wantLines(t, "after the third", withholdings(ev)[:4],
		"c,甲街道,2026-01,confirmed,clawback,1000.00,2,r3",
		"c,甲街道,2026-02,confirmed,withheld,1000.00,1,r2",
		"c,甲街道,2026-03,confirmed,withheld,1000.00,2,r3",
		"c,甲街道,2026-04,proposed,withheld,1000.00,3,r3")
}

// The level of a row is the highest of the deciding round, whichever estate it came from.
func TestTheLevelOfARowIsTheHighestOfItsRound(t *testing.T) {
	d := single()
	d.set("band_size", "2")
	d.estate("e2", "甲街道", 500)
	d.agree("e2", "c", "2020-01-01", "")
	d.round("r1", "2026-01-15", "e2 60, e1 90, x1 80, x2 91, x3 92")
	d.deduct("r1", "e2", "C1", "1")
	d.round("r2", "2026-02-15", "e1 60, e2 61, x1 90, x2 91, x3 92")
	d.deduct("r2", "e1", "C1", "1")
	d.deduct("r2", "e2", "C1", "1")
	wantLines(t, "rows", withholdings(d.at("2026-02-28")),
		"c,甲街道,2026-01,confirmed,withheld,1500.00,1,r1",
		"c,甲街道,2026-02,confirmed,withheld,1500.00,2,r2",
		"c,甲街道,2026-03,confirmed,withheld,1500.00,2,r2")
}

func TestTheFirstDayOfTheMonthSaysWhoIsCharged(t *testing.T) {
	d := single()
	d.estate("e2", "甲街道", 500)
	d.agree("e2", "c", "2026-02-02", "") // not on 1 February
	d.estate("e4", "甲街道", 70)
	d.agree("e4", "c", "2020-01-01", "2026-02-01") // on 1 February, the last day
	d.strike("r1", "2026-02-15")
	wantLines(t, "February", withholdings(d.at("2026-02-28")), "c,甲街道,2026-02,confirmed,withheld,1070.00,1,r1")
	d.strike("r2", "2026-03-15")
	wantLines(t, "March", withholdings(d.at("2026-03-31"))[2:], "c,甲街道,2026-03,confirmed,withheld,1500.00,2,r2")
}

func TestARowOfZeroIsKept(t *testing.T) {
	d := single()
	d.Estates[0].DistrictSubsidy = yuan(0)
	d.strike("r1", "2026-02-15")
	wantLines(t, "amount zero", withholdings(d.at("2026-02-28")), "c,甲街道,2026-02,confirmed,withheld,0.00,1,r1")
	d.Estates[0].DistrictSubsidy = domain.Opt[domain.Fen]{}
	wantLines(t, "amount unknown", withholdings(d.at("2026-02-28")), "c,甲街道,2026-02,confirmed,withheld,0.00,1,r1")
	d.Agreements[0].StartsOn = date("2026-02-10")
	wantLines(t, "nobody managed on the first day", withholdings(d.at("2026-02-28")), "c,甲街道,2026-02,confirmed,withheld,0.00,1,r1")
	wantEqual(t, "a fund of zeros has no row", len(d.at("2026-02-28").Funds), 0)
}

func TestProxyCounts(t *testing.T) {
	d := single()
	d.Agreements[0].Kind = domain.AgreementProxy
	d.estate("e2", "甲街道", 500)
	d.agree("e2", "c", "2020-01-01", "")
	d.strike("r1", "2026-02-15")
	wantLines(t, "true", withholdings(d.at("2026-02-28")), "c,甲街道,2026-02,confirmed,withheld,1500.00,1,r1")
	d.set("proxy_counts", "false")
	ev := d.at("2026-02-28")
	wantLines(t, "false: the strike counts, the estate under proxy keeps its money", withholdings(ev), "c,甲街道,2026-02,confirmed,withheld,500.00,1,r1")
	wantEqual(t, "its state", ev.States[0].State, domain.StatePaid)
	wantEqual(t, "the state of the other", ev.States[1].State, domain.StateWithheldMonth)
	if ev.WithholdingOf(0, month("2026-02")) != nil || ev.WithholdingOf(1, month("2026-02")) == nil {
		t.Error("WithholdingOf does not follow proxy_counts")
	}
}

func TestAnEstateWithoutACompanyWithholdsNothing(t *testing.T) {
	d := single()
	d.Agreements = nil
	d.strike("r1", "2026-02-15")
	ev := d.at("2026-02-28")
	wantEqual(t, "rows", len(ev.Withholdings), 0)
	wantLines(t, "results", machineFiles(ev)["results"], "r1,e1,,company,0,0")
	wantLines(t, "it loses eligibility all the same", machineFiles(ev)["eligibility"], "2026,estate,e1")
}

func TestMeasuresOfAResult(t *testing.T) {
	d := single()
	d.strike("r1", "2026-01-15")
	d.round("r2", "2026-02-15", "e1 60, x1 90, x2 91, x3 92")
	d.strike("r3", "2026-03-15")
	ev := d.at("2026-12-31")
	got := ev.MeasuresOf(2)
	wantEqual(t, "measures of r3", len(got), 2)
	wantEqual(t, "confirmed level", got[0].Level, 2)
	wantEqual(t, "confirmed months", len(got[0].Months), 3)
	wantEqual(t, "proposed level", got[1].Level, 3)
	wantEqual(t, "proposed months", len(got[1].Months), 9)
	if got[1].Covers(month("2026-03")) || !got[1].Covers(month("2026-04")) || got[0].Covers(month("2026-04")) {
		t.Error("the proposed measure has what the confirmed one has not")
	}
	wantEqual(t, "all measures", len(ev.Measures()), 4)

	one := ev.Acts(&ev.MeasuresOf(0)[0])
	wantEqual(t, "issuer", one.Issuer, "甲街道办事处")
	wantEqual(t, "level 1 interviews the responsible person", one.Interview.Person, "张三")
	wantEqual(t, "level 2 interviews the legal representative", ev.Acts(&got[0]).Interview.Person, "李四")
	three := ev.Acts(&got[1])
	if three.Interview != nil || !three.RecommendEnd || !three.OpenExit {
		t.Errorf("level 3: %+v", three)
	}
}

func TestCoveringMeasuresOfAMonth(t *testing.T) {
	ev := w1().at("2026-03-31")
	got := ev.CoveringMeasures(&ev.Withholdings[1]) // February
	wantEqual(t, "measures", len(got), 2)
	wantEqual(t, "first", got[0].Level, 1)
	wantEqual(t, "second", got[1].Level, 2)
	shares := ev.WithheldEstates(&ev.Withholdings[1])
	wantEqual(t, "estates", len(shares), 2)
	wantEqual(t, "of e1", shares[0].Amount, 300000)
	wantEqual(t, "of e2", shares[1].Amount, 200000)
}
