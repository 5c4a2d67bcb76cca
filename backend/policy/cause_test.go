package policy_test

import (
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// bottomOf returns the first bottom result of e1.
func bottomOf(t *testing.T, d *district) policy.BottomResult {
	t.Helper()
	ev := d.at("9999-12-31")
	for _, r := range ev.Results {
		if ev.Estates[r.Estate].ID == "e1" {
			return r
		}
	}
	t.Fatal("e1 is not bottom")
	return policy.BottomResult{}
}

func TestCauseDerivedFromDeductions(t *testing.T) {
	type row struct{ item, points string }
	for _, c := range []struct {
		name  string
		share string
		rows  []row
		want  domain.Cause
	}{
		{"没有扣分是待定", "0.5", nil, domain.CauseUndetermined},
		{"扣分合计为零是待定", "0.5", []row{{"C1", "0"}, {"T1", "0.0"}}, domain.CauseUndetermined},
		{"正好一半是企业", "0.5", []row{{"C1", "1"}, {"T1", "1"}}, domain.CauseCompany},
		{"略少于一半是属地", "0.5", []row{{"C1", "1"}, {"T1", "1.000000000000000001"}}, domain.CauseTerritorial},
		{"同一项目的多行相加", "0.5", []row{{"C1", "0.1"}, {"C1", "0.2"}, {"T1", "0.3"}}, domain.CauseCompany},
		{"C9 没有职能,不算企业的分", "0.5", []row{{"C9", "5"}, {"C1", "1"}}, domain.CauseTerritorial},
		{"十分位的份额精确比较", "0.1", []row{{"C6", "0.1"}, {"T2", "0.9"}}, domain.CauseCompany},
		{"份额为零时有扣分就是企业", "0", []row{{"T1", "1"}}, domain.CauseCompany},
		{"份额为一时须全部是企业", "1", []row{{"C1", "9"}, {"T1", "0.1"}}, domain.CauseTerritorial},
		{"份额为一且全部是企业", "1", []row{{"C1", "9"}}, domain.CauseCompany},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := single()
			d.set("company_share", c.share)
			d.round("r1", "2026-01-15", "e1 60, x1 90, x2 91, x3 92")
			for _, r := range c.rows {
				d.deduct("r1", "e1", r.item, r.points)
			}
			d.deduct("r1", "x1", "T1", "100") // another estate's points do not matter
			wantEqual(t, "cause", bottomOf(t, d).Cause, c.want)
		})
	}
}

func TestOwnItemsExtendAndOverrideTheCatalogue(t *testing.T) {
	d := single()
	d.round("r1", "2026-01-15", "e1 60, x1 90, x2 91, x3 92")
	d.deduct("r1", "e1", "X1", "3")
	d.deduct("r1", "e1", "C1", "2")
	wantEqual(t, "unknown item counts as territorial", bottomOf(t, d).Cause, domain.CauseTerritorial)
	d.Items = append(d.Items, domain.Item{Code: "X1", Function: domain.FunctionPatrol, Responsible: domain.CauseTerritorial})
	wantEqual(t, "the function decides, not the responsible party", bottomOf(t, d).Cause, domain.CauseCompany)
	d.Items = append(d.Items, domain.Item{Code: "C1", Responsible: domain.CauseCompany}, domain.Item{Code: "X1", Responsible: domain.CauseCompany})
	wantEqual(t, "without a function", bottomOf(t, d).Cause, domain.CauseTerritorial)
}

func TestDeterminationOverridesTheDerivedCause(t *testing.T) {
	d := single()
	d.strike("r1", "2026-01-15")
	d.determine("r1", "e1", domain.CauseTerritorial, "2026-01-20")
	wantEqual(t, "determined", bottomOf(t, d).Cause, domain.CauseTerritorial)
	d.determine("r1", "e1", domain.CauseUndetermined, "2026-01-19")
	wantEqual(t, "an earlier day does not win", bottomOf(t, d).Cause, domain.CauseTerritorial)
	d.determine("r1", "e1", domain.CauseUndetermined, "2026-01-20")
	wantEqual(t, "of equal days the later row", bottomOf(t, d).Cause, domain.CauseUndetermined)
	d.determine("r1", "e1", domain.CauseCompany, "2027-05-01")
	r := bottomOf(t, d)
	wantEqual(t, "a later day", r.Cause, domain.CauseCompany)
	wantEqual(t, "row", r.Determination, 3)
	ev := d.at("2026-01-15")
	wantEqual(t, "a determination decided after the date counts", ev.Results[0].Determination, 3)
}

func TestDeterminationWithoutEffectIsReported(t *testing.T) {
	d := single()
	d.set("in_force", `{"HB": ["2026-01-01"]}`)
	d.strike("r0", "2025-12-31")
	d.strike("r1", "2026-01-15")
	d.roundOf(domain.RoundJointCheck, "r2", "2026-02-15", "e1 60, x1 90")
	d.strike("r3", "2026-06-15")
	for _, at := range [][2]string{{"r0", "e1"}, {"r1", "x1"}, {"r2", "e1"}, {"r3", "x2"}} {
		d.determine(at[0], at[1], domain.CauseCompany, "2026-01-20")
	}
	ev := d.at("2026-05-31")
	wantEqual(t, "issues", kinds(ev.Issues()), "determination_no_effect determination_no_effect determination_no_effect")
	wantEqual(t, "first", ev.Issues()[0].RoundIDs[0], "r0")
	wantLines(t, "results", machineFiles(ev)["results"], "r1,e1,c,company,1,1")
}

func TestDeductionsOfOneResult(t *testing.T) {
	d := single()
	d.strike("r1", "2026-01-15")
	d.deduct("r1", "e1", "T1", "1")
	d.strike("r2", "2026-02-15")
	for name, rows := range map[string][]domain.Deduction{
		"in order":     d.Deductions,
		"out of order": {d.Deductions[1], d.Deductions[2], d.Deductions[0]},
	} {
		d.Deductions = rows
		b := policy.NewBook(&d.Tables)
		e1, _ := b.Estate("e1")
		x1, _ := b.Estate("x1")
		wantEqual(t, name+": rows of r1", len(b.Deductions(0, e1)), 2)
		wantEqual(t, name+": rows of r2", len(b.Deductions(1, e1)), 1)
		wantEqual(t, name+": rows of another estate", len(b.Deductions(0, x1)), 0)
	}
}
