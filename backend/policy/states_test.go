package policy_test

import (
	"testing"

	"estateatlas/backend/domain"
)

// The states in the order in which they are tried.
func TestSubsidyState(t *testing.T) {
	struck := func(n int) func(d *district) {
		return func(d *district) {
			for i, on := range []string{"2026-04-10", "2026-04-20", "2026-04-25"}[:n] {
				d.strike([]string{"r1", "r2", "r3"}[i], on)
			}
		}
	}
	for _, c := range []struct {
		name  string
		build func(d *district)
		on    string
		want  domain.SubsidyState
	}{
		{"正常发放", func(*district) {}, "2026-04-30", domain.StatePaid},
		{"没有纳入记录", func(d *district) { d.Estates[0].EnrolledOn = 0 }, "2026-04-30", domain.StateNotEnrolled},
		{"纳入之前", func(d *district) { d.Estates[0].EnrolledOn = date("2026-05-01") }, "2026-04-30", domain.StateNotEnrolled},
		{"纳入当日", func(d *district) { d.Estates[0].EnrolledOn = date("2026-04-30") }, "2026-04-30", domain.StatePaid},
		{"退出当日", func(d *district) { d.Estates[0].ExitedOn = date("2026-04-30") }, "2026-04-30", domain.StateExited},
		{"退出前一日", func(d *district) { d.Estates[0].ExitedOn = date("2026-04-30") }, "2026-04-29", domain.StatePaid},
		{"同日纳入退出", func(d *district) {
			d.Estates[0].EnrolledOn, d.Estates[0].ExitedOn = date("2026-04-30"), date("2026-04-30")
		}, "2026-04-30", domain.StateExited},
		{"退出先于扣发", func(d *district) { struck(1)(d); d.Estates[0].ExitedOn = date("2026-04-01") }, "2026-04-30", domain.StateExited},
		{"扣当月", struck(1), "2026-04-30", domain.StateWithheldMonth},
		{"扣当季", struck(2), "2026-04-30", domain.StateWithheldQuarter},
		{"扣全年", struck(3), "2026-04-30", domain.StateWithheldYear},
		{"季末次月不再扣当季", struck(2), "2026-07-01", domain.StatePaid},
		{"全年到十二月", struck(3), "2026-12-31", domain.StateWithheldYear},
		{"下一年恢复", struck(3), "2027-01-01", domain.StatePaid},
		{"考核之前", struck(1), "2026-04-09", domain.StatePaid},
		{"拟扣", func(d *district) { d.round("r1", "2026-04-10", "e1 60, x1 90, x2 91, x3 92") }, "2026-04-30", domain.StateProposed},
		{"已定先于拟扣", func(d *district) {
			struck(1)(d)
			d.round("r2", "2026-04-20", "e1 60, x1 90, x2 91, x3 92")
		}, "2026-04-30", domain.StateWithheldMonth},
		{"扣发先于无补贴", func(d *district) { struck(1)(d); d.Estates[0].DistrictSubsidy = yuan(0) }, "2026-04-30", domain.StateWithheldMonth},
		{"无补贴", func(d *district) { d.Estates[0].DistrictSubsidy = yuan(0) }, "2026-04-30", domain.StateUnfunded},
		{"补贴没有填", func(d *district) { d.Estates[0].DistrictSubsidy = domain.Opt[domain.Fen]{} }, "2026-04-30", domain.StateUnfunded},
		{"当月起有补贴", func(d *district) {
			d.Estates[0].DistrictSubsidy = yuan(0)
			d.Subsidies = append(d.Subsidies, domain.SubsidyChange{EstateID: "e1", FromMonth: month("2026-04"), DistrictSubsidy: yuan(5)})
		}, "2026-04-30", domain.StatePaid},
		{"月初不归该企业", func(d *district) { struck(1)(d); d.Agreements[0].StartsOn = date("2026-04-02") }, "2026-04-30", domain.StatePaid},
		{"月初归该企业,之后换了", func(d *district) {
			struck(1)(d)
			d.Agreements[0].EndsOn = date("2026-04-10")
			d.agree("e1", "c9", "2026-04-11", "")
		}, "2026-04-30", domain.StateWithheldMonth},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := single()
			c.build(d)
			ev := d.at(c.on)
			wantEqual(t, "state", ev.States[0].State, c.want)
			if len(ev.StateReasons(0)) == 0 {
				t.Error("the state has no reason")
			}
		})
	}
}

func TestStateBandIsOfTheLatestSanitaryRound(t *testing.T) {
	d := single()
	ev := d.at("2026-04-30")
	wantEqual(t, "no round", ev.States[0].Band, domain.BandUnranked)
	wantEqual(t, "latest", ev.LatestRound() == nil, true)
	d.strike("r1", "2026-01-15")
	d.round("r2", "2026-02-15", "x1 1, x2 2")
	wantEqual(t, "not scored in the latest", d.at("2026-02-28").States[0].Band, domain.BandUnranked)
	wantEqual(t, "the one before", d.at("2026-02-14").States[0].Band, domain.BandBottom)
	d.round("r3", "2026-03-15", "")
	wantEqual(t, "a round without scores", d.at("2026-03-15").States[1].Band, domain.BandUnranked)
}

func TestStateCompanyIsTheOneOnTheDate(t *testing.T) {
	d := single()
	d.Agreements[0].EndsOn = date("2026-02-10")
	d.agree("e1", "c2", "2026-02-12", "").Kind = domain.AgreementProxy
	for day, want := range map[string]string{"2026-02-10": "c", "2026-02-11": "", "2026-02-12": "c2"} {
		wantLines(t, day, machineFiles(d.at(day))["states"][:1], "e1,paid,unranked,,"+want+",1000.00")
	}
	wantEqual(t, "proxy", d.at("2026-02-12").States[0].Proxy, true)
}
