package policy_test

import (
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

func TestPayableIsProratedByDaysAndRoundedHalfUp(t *testing.T) {
	for _, c := range []struct {
		name, enrolled, exited, month string
		fen                           domain.Fen
		want                          string
	}{
		{"全月", "2020-01-01", "", "2026-02", 300000, "3000.00"},
		{"纳入当日计发", "2026-02-28", "", "2026-02", 280000, "100.00"},
		{"退出当日不计", "2020-01-01", "2026-02-28", "2026-02", 280000, "2700.00"},
		{"月初退出,当月为零", "2020-01-01", "2026-02-01", "2026-02", 280000, "0.00"},
		{"次月首日退出,全月", "2020-01-01", "2026-03-01", "2026-02", 280000, "2800.00"},
		{"同日纳入退出不发", "2026-02-10", "2026-02-10", "2026-02", 280000, "0.00"},
		{"闰年二月", "2024-02-29", "", "2024-02", 29, "0.01"},
		{"四舍五入到分:半分进一", "2026-04-16", "", "2026-04", 1, "0.01"},
		{"不足半分舍去", "2026-04-17", "", "2026-04", 1, "0.00"},
		{"100.01 元的一日", "2026-01-31", "", "2026-01", 10001, "3.23"},
		{"最大金额不溢出", "2026-01-02", "", "2026-01", domain.MaxFen, "967741935483.87"},
		{"尚未纳入", "2026-03-01", "", "2026-02", 300000, "0.00"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := single()
			e := &d.Estates[0]
			e.EnrolledOn, e.DistrictSubsidy = date(c.enrolled), domain.Some(c.fen)
			if c.exited != "" {
				e.ExitedOn = date(c.exited)
			}
			x := policy.NewIndex(&d.Tables)
			wantEqual(t, "payable", x.Payable(policy.DistrictSubsidy, 0, month(c.month)).String(), c.want)
		})
	}
}

func TestPayableOfTheCitySubsidy(t *testing.T) {
	d := single()
	d.Estates[0].ExitedOn = date("2026-02-15")
	x := policy.NewIndex(&d.Tables)
	wantEqual(t, "half of February", x.Payable(policy.CitySubsidy, 0, month("2026-02")), 5000)
	wantEqual(t, "days", x.DaysEnrolled(0, month("2026-02")), 14)
	wantEqual(t, "both stop", x.Payable(policy.CitySubsidy, 0, month("2026-03"))+x.Payable(policy.DistrictSubsidy, 0, month("2026-03")), 0)
}

func TestLaterAmounts(t *testing.T) {
	d := single()
	later := func(from string, district, city domain.Opt[domain.Fen]) {
		d.Subsidies = append(d.Subsidies, domain.SubsidyChange{EstateID: "e1", FromMonth: month(from), DistrictSubsidy: district, CitySubsidy: city})
	}
	later("2026-05", yuan(70), yuan(7))
	later("2026-03", yuan(50), domain.Opt[domain.Fen]{})
	x := policy.NewIndex(&d.Tables)
	for m, want := range map[string]domain.Fen{"2026-02": 100000, "2026-03": 5000, "2026-04": 5000, "2026-05": 7000, "2030-01": 7000} {
		wantEqual(t, m, x.Payable(policy.DistrictSubsidy, 0, month(m)), want)
	}
	fen, known := x.Monthly(policy.CitySubsidy, 0, month("2026-04"))
	wantEqual(t, "an unknown later amount is no money", fen, 0)
	wantEqual(t, "known", known, false)
}

func TestEnrolmentsReplaceTheEstatesOwnDates(t *testing.T) {
	d := single()
	d.Estates[0].ExitedOn = date("2021-01-01")
	stay := func(from, until string) {
		e := domain.Enrolment{EstateID: "e1", EnrolledOn: date(from)}
		if until != "" {
			e.ExitedOn = date(until)
		}
		d.Enrolments = append(d.Enrolments, e)
	}
	stay("2026-03-11", "")
	stay("2026-02-01", "2026-03-02")
	x := policy.NewIndex(&d.Tables)
	wantEqual(t, "the own dates do not count", x.DaysEnrolled(0, month("2020-06")), 0)
	wantEqual(t, "February", x.DaysEnrolled(0, month("2026-02")), 28)
	wantEqual(t, "March: 1 and 11 to 31", x.DaysEnrolled(0, month("2026-03")), 22)
	for day, want := range map[string]policy.Stage{
		"2026-01-31": policy.NotEnrolled, "2026-02-01": policy.Enrolled, "2026-03-01": policy.Enrolled, "2026-03-02": policy.Exited,
		"2026-03-10": policy.Exited, "2026-03-11": policy.Enrolled,
	} {
		wantEqual(t, day, x.StageOn(0, date(day)), want)
	}
	stay("2026-02-10", "2026-03-05") // overlaps
	x = policy.NewIndex(&d.Tables)
	wantEqual(t, "overlapping stays count a day once", x.DaysEnrolled(0, month("2026-03")), 25)
	wantEqual(t, "and are reported", kinds(d.at("2026-03-31").Issues()), "dates_out_of_order")
}

func TestEnrolledNeedsAllThreeConditions(t *testing.T) {
	for name, spoil := range map[string]func(e *domain.Estate){
		"没有批准":     func(e *domain.Estate) { e.ApprovedOn = 0 },
		"没有验收":     func(e *domain.Estate) { e.AcceptedOn = 0 },
		"不享受市级补贴":  func(e *domain.Estate) { e.CityGrant = domain.No },
		"市级补贴没有写":  func(e *domain.Estate) { e.CityGrant = domain.Unknown },
		"退出过也算未纳入": func(e *domain.Estate) { e.CityGrant = domain.No; e.ExitedOn = date("2021-01-01") },
	} {
		t.Run(name, func(t *testing.T) {
			d := single()
			spoil(&d.Estates[0])
			ev := d.at("2026-02-28")
			wantEqual(t, "state", ev.States[0].State, domain.StateNotEnrolled)
			wantEqual(t, "payable", ev.States[0].Payable, 0)
			wantEqual(t, "issues", kinds(ev.Issues()), "enrolled_without_all")
		})
	}
	d := single()
	d.Estates[0].CityGrant, d.Estates[0].EnrolledOn = domain.No, 0
	wantEqual(t, "without an enrolment nothing is inconsistent", kinds(d.at("2026-02-28").Issues()), "")
}

func TestDatesOutOfOrderAreReported(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(e *domain.Estate)
		want  string
	}{
		"验收早于批准": {func(e *domain.Estate) { e.AcceptedOn = date("2017-12-31") }, "dates_out_of_order"},
		"纳入早于验收": {func(e *domain.Estate) { e.EnrolledOn = date("2018-05-31") }, "dates_out_of_order"},
		"同日不是错":  {func(e *domain.Estate) { e.AcceptedOn, e.EnrolledOn = e.ApprovedOn, e.ApprovedOn }, ""},
		"退出早于纳入": {func(e *domain.Estate) { e.ExitedOn = date("2019-12-31") }, "exit_before_enrolment"},
		"金额没有填":  {func(e *domain.Estate) { e.DistrictSubsidy = domain.Opt[domain.Fen]{} }, "amount_unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			d := single()
			c.spoil(&d.Estates[0])
			wantEqual(t, "issues", kinds(d.at("2026-02-28").Issues()), c.want)
		})
	}
}

func TestAgreementOn(t *testing.T) {
	d := single()
	d.Agreements = nil
	d.agree("e1", "c2", "2026-03-01", "2026-03-31").Kind = domain.AgreementProxy
	d.agree("e1", "c1", "2020-01-01", "2026-02-27")
	x := policy.NewIndex(&d.Tables)
	for day, want := range map[string]string{
		"2019-12-31": "", "2020-01-01": "c1 direct", "2026-02-27": "c1 direct", "2026-02-28": "", "2026-03-01": "c2 proxy", "2026-03-31": "c2 proxy", "2026-04-01": "",
	} {
		got := ""
		if a := x.AgreementOn(0, date(day)); a != nil {
			got = x.Companies[a.Company].ID + " " + string(a.Kind())
		}
		wantEqual(t, day, got, want)
	}
	d.agree("e1", "c3", "2020-06-01", "") // overlaps both, which an import refuses
	x = policy.NewIndex(&d.Tables)
	wantEqual(t, "the one that started last holds", x.Companies[x.AgreementOn(0, date("2026-02-01")).Company].ID, "c3")
	wantEqual(t, "and it is reported", kinds(d.at("2026-03-31").Issues()), "agreements_overlap agreements_overlap")
}
