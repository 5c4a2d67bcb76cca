package policy_test

import (
	"testing"

	"estateatlas/backend/domain"
)

func TestLevelsOfTheWorkedCases(t *testing.T) {
	for _, c := range []struct {
		name  string
		build func(d *district)
		want  string
	}{
		{"M-1 四轮连续", func(d *district) {
			d.strike("r1", "2026-01-15")
			d.strike("r2", "2026-02-15")
			d.strike("r3", "2026-03-15")
			d.strike("r4", "2026-04-15")
		}, "r1 1/1, r2 2/2, r3 3/3, r4 3/3"},
		{"M-2 居中打断连续,未参评不打断", func(d *district) {
			d.strike("r1", "2026-01-15")
			d.middling("r2", "2026-02-15")
			d.strike("r3", "2026-03-15")
			d.round("r4", "2026-04-15", "x1 90, x2 91")
			d.strike("r5", "2026-05-15")
		}, "r1 1/1, r3 2/2, r5 2/2"},
		{"M-3 连续跨年", func(d *district) {
			d.strike("r1", "2025-12-15")
			d.strike("r2", "2026-01-15")
		}, "r1 1/1, r2 2/2"},
		{"M-3 次数按年", func(d *district) {
			d.strike("r1", "2025-12-15")
			d.middling("r2", "2026-01-15")
			d.strike("r3", "2026-02-15")
		}, "r1 1/1, r3 1/1"},
		{"M-4 属地原因打断", func(d *district) {
			d.strike("r1", "2026-01-15")
			d.strike("r2", "2026-02-15")
			d.strike("r3", "2026-03-15")
			d.determine("r2", "e1", domain.CauseTerritorial, "2026-02-20")
		}, "r1 1/1, r2 0/0, r3 2/2"},
		{"M-5 待定的分两个档次", func(d *district) {
			d.strike("r1", "2026-01-15")
			d.round("r2", "2026-02-15", "e1 60, x1 90, x2 91, x3 92")
			d.strike("r3", "2026-03-15")
			d.strike("r4", "2026-04-15")
		}, "r1 1/1, r2 2/0, r3 3/2, r4 3/2"},
		{"M-6 中间换过企业", func(d *district) {
			d.Agreements = nil
			d.agree("e1", "c1", "2020-01-01", "2026-02-28")
			d.agree("e1", "c2", "2026-03-01", "2026-03-31")
			d.agree("e1", "c1", "2026-04-01", "")
			d.strike("r1", "2026-01-15")
			d.strike("r2", "2026-02-15")
			d.strike("r4", "2026-04-15")
		}, "r1 1/1, r2 2/2, r4 1/1"},
		{"M-7 无协议期间未参评", func(d *district) {
			d.Agreements = nil
			d.agree("e1", "c1", "2020-01-01", "2026-02-28")
			d.agree("e1", "c1", "2026-04-01", "")
			d.strike("r1", "2026-01-15")
			d.strike("r2", "2026-02-15")
			d.strike("r4", "2026-04-15")
		}, "r1 1/1, r2 2/2, r4 3/3"},
		{"M-7 无协议期间参评且后列", func(d *district) {
			d.Agreements = nil
			d.agree("e1", "c1", "2020-01-01", "2026-02-28")
			d.agree("e1", "c1", "2026-04-01", "")
			d.strike("r1", "2026-01-15")
			d.strike("r2", "2026-02-15")
			d.strike("r3", "2026-03-15")
			d.strike("r4", "2026-04-15")
		}, "r1 1/1, r2 2/2, r3 0/0, r4 1/1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := single()
			c.build(d)
			wantEqual(t, "levels (proposed/confirmed)", d.levels("e1"), c.want)
		})
	}
}

func TestChangeOfCompany(t *testing.T) {
	for _, c := range []struct {
		name       string
		agreements func(d *district)
		want       string // of strikes on 01-15, 02-15 and 03-15
	}{
		{"续签不变", func(d *district) {
			d.agree("e1", "c1", "2020-01-01", "2026-01-31")
			d.agree("e1", "c1", "2026-02-01", "")
		}, "r1 1/1, r2 2/2, r3 3/3"},
		{"直管改代管不变", func(d *district) {
			d.agree("e1", "c1", "2020-01-01", "2026-01-31")
			d.agree("e1", "c1", "2026-02-01", "").Kind = domain.AgreementProxy
		}, "r1 1/1, r2 2/2, r3 3/3"},
		{"考核次日换企业", func(d *district) {
			d.agree("e1", "c1", "2020-01-01", "2026-01-15")
			d.agree("e1", "c2", "2026-01-16", "")
		}, "r1 1/1, r2 1/1, r3 2/2"},
		{"考核当日换企业", func(d *district) {
			d.agree("e1", "c1", "2020-01-01", "2026-02-14")
			d.agree("e1", "c2", "2026-02-15", "")
		}, "r1 1/1, r2 1/1, r3 2/2"},
		{"他企业只管一天", func(d *district) {
			d.agree("e1", "c1", "2020-01-01", "2026-02-15")
			d.agree("e1", "c2", "2026-02-16", "2026-02-16")
			d.agree("e1", "c1", "2026-02-17", "")
		}, "r1 1/1, r2 2/2, r3 1/1"},
		{"无协议的日子没有考核,不变", func(d *district) {
			d.agree("e1", "c1", "2020-01-01", "2026-01-15")
			d.agree("e1", "c1", "2026-02-15", "")
		}, "r1 1/1, r2 2/2, r3 3/3"},
		{"第一次考核时没有协议", func(d *district) { d.agree("e1", "c1", "2026-01-16", "") }, "r1 0/0, r2 1/1, r3 2/2"},
		{"协议到考核前一天", func(d *district) { d.agree("e1", "c1", "2020-01-01", "2026-02-14") }, "r1 1/1, r2 0/0, r3 0/0"},
		{"协议含最后一天", func(d *district) { d.agree("e1", "c1", "2020-01-01", "2026-02-15") }, "r1 1/1, r2 2/2, r3 0/0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := single()
			d.Agreements = nil
			c.agreements(d)
			d.strike("r1", "2026-01-15")
			d.strike("r2", "2026-02-15")
			d.strike("r3", "2026-03-15")
			wantEqual(t, "levels (proposed/confirmed)", d.levels("e1"), c.want)
		})
	}
}

// A scored round without an agreement starts the counts again even where it was not bottom and the company is the same.
func TestScoredWithoutAgreementStartsAgain(t *testing.T) {
	d := single()
	d.Agreements = nil
	d.agree("e1", "c1", "2020-01-01", "2026-02-01")
	d.agree("e1", "c1", "2026-03-01", "")
	d.strike("r1", "2026-01-15")
	d.middling("r2", "2026-02-15")
	d.middling("r3", "2026-03-15")
	d.strike("r4", "2026-04-15")
	wantEqual(t, "levels", d.levels("e1"), "r1 1/1, r4 1/1")
}

func TestSeveralRoundsOnOneDay(t *testing.T) {
	d := single()
	d.strike("r9", "2026-01-15")
	d.strike("r10", "2026-01-15")
	d.middling("r8", "2026-01-15")
	wantEqual(t, "r10, r8, r9 in this order", d.levels("e1"), "r10 1/1, r9 2/2")
}

func TestSecondStrikeWindowEver(t *testing.T) {
	d := single()
	d.strike("r1", "2024-06-15")
	d.middling("r2", "2025-01-15")
	d.strike("r3", "2026-02-15")
	wantEqual(t, "year", d.levels("e1"), "r1 1/1, r3 1/1")
	d.set("second_strike_window", `"ever"`)
	wantEqual(t, "ever", d.levels("e1"), "r1 1/1, r3 2/2")
}

func TestUndeterminedIsExempt(t *testing.T) {
	d := single()
	d.strike("r1", "2026-01-15")
	d.round("r2", "2026-02-15", "e1 60, x1 90, x2 91, x3 92")
	d.strike("r3", "2026-03-15")
	wantEqual(t, "proposed", d.levels("e1"), "r1 1/1, r2 2/0, r3 3/2")
	d.set("undetermined_is", `"exempt"`)
	wantEqual(t, "exempt", d.levels("e1"), "r1 1/1, r2 0/0, r3 2/2")
}

func TestDerivedIsProposed(t *testing.T) {
	d := single()
	d.set("derived_is", `"proposed"`)
	d.strike("r1", "2026-01-15")
	d.strike("r2", "2026-02-15")
	d.determine("r2", "e1", domain.CauseCompany, "2026-02-20")
	d.strike("r3", "2026-03-15")
	wantEqual(t, "levels", d.levels("e1"), "r1 1/0, r2 2/1, r3 3/0")
}

func TestNoStrikesBeforeTheDocumentIsInForce(t *testing.T) {
	d := single()
	d.set("in_force", `{"HB": ["2026-02-15", "2026-03-14"]}`)
	d.strike("r1", "2026-01-15")
	d.strike("r2", "2026-02-15") // the first day is in force
	d.strike("r3", "2026-03-15") // past the last day: computed as before
	wantEqual(t, "levels", d.levels("e1"), "r2 1/1, r3 2/2")
	ev := d.at("2026-12-31")
	wantEqual(t, "r1 is ranked", ev.Rounds[0].Of(0).Band(), domain.BandBottom)
	wantLines(t, "eligibility", machineFiles(ev)["eligibility"], "2026,company,c", "2026,estate,e1")
	if reasons := ev.MeasureReasons(&ev.MeasuresOf(1)[0]); !reasons[0].Expired {
		t.Errorf("a measure after the document's last day does not say so: %+v", reasons)
	}
	if reasons := ev.MeasureReasons(&ev.MeasuresOf(0)[0]); reasons[0].Expired {
		t.Errorf("a measure within the period of force says that it expired: %+v", reasons)
	}
}
