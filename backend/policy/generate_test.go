package policy_test

import (
	"fmt"
	"slices"

	"pgregory.net/rapid"

	"estateatlas/backend/domain"
)

// firstDay and lastDay bound the made-up districts: three calendar years, so that runs and quarters cross new years.
var (
	firstDay = date("2025-10-01")
	lastDay  = date("2027-03-31")
)

// days are days on which much happens at once: ends and beginnings of months and years and days beside each other.
var days = []string{
	"2025-10-31", "2025-11-01", "2025-12-15", "2025-12-31", "2026-01-01", "2026-01-15", "2026-01-16", "2026-02-01", "2026-02-15",
	"2026-02-28", "2026-03-01", "2026-03-15", "2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01",
}

func someDay(t *rapid.T, label string) domain.Date {
	if rapid.IntRange(0, 4).Draw(t, label+" any") == 0 {
		return domain.Date(rapid.IntRange(int(firstDay), int(lastDay)).Draw(t, label))
	}
	return date(rapid.SampledFrom(days).Draw(t, label))
}

func oftenDay(t *rapid.T, label string, often int) domain.Date {
	if rapid.IntRange(0, often).Draw(t, label+" known") == 0 {
		return 0
	}
	return someDay(t, label)
}

func someFen(t *rapid.T, label string) domain.Opt[domain.Fen] {
	v := rapid.SampledFrom([]domain.Fen{-1, 0, 1, 31, 100_01, 1000_00, 333_33, 2999_99}).Draw(t, label)
	if v < 0 {
		return domain.Opt[domain.Fen]{}
	}
	return domain.Some(v)
}

// nastyDistrict draws a small district with everything that the rules have edges for. Tables are in no particular order.
func nastyDistrict(t *rapid.T) *domain.Tables {
	d := &domain.Tables{Settings: domain.Settings{}}
	estates := []string{"e1", "e10", "e2", "e9", "f", "Ä", "幸福里"}[:rapid.SampledFrom([]int{1, 4, 5, 6, 7}).Draw(t, "estates")]
	companies := []string{"c1", "c10", "c2"}[:rapid.IntRange(1, 3).Draw(t, "companies")]
	streets := []string{"甲街道", "乙街道", ""}[:rapid.IntRange(1, 3).Draw(t, "streets")]
	for _, c := range companies {
		d.Companies = append(d.Companies, domain.Company{ID: c, Name: c, BlacklistedOn: oftenDay(t, "blacklisted", 1)})
	}
	for _, id := range estates {
		drawEstate(t, d, id, streets, companies)
	}
	drawRounds(t, d, estates)
	for i := range rapid.IntRange(0, 3).Draw(t, "uses") {
		d.FundUses = append(d.FundUses, domain.FundUse{
			ID: fmt.Sprint("u", i), Subdistrict: rapid.SampledFrom(append(streets, "丙街道")).Draw(t, "street of use"), UsedOn: someDay(t, "used_on"),
			Kind:     rapid.SampledFrom([]domain.FundUseKind{domain.UseCleaningDrive, domain.UseRewardTop}).Draw(t, "kind of use"),
			EstateID: rapid.SampledFrom(estates).Draw(t, "rewarded"), RoundID: rapid.SampledFrom([]string{"r1", "r10", "r2", "r9"}).Draw(t, "rewarded for"),
			Amount: domain.Fen(rapid.SampledFrom([]int{1, 50_00, 500_00, 5000_00}).Draw(t, "amount of use")),
		})
	}
	drawSettings(t, d)
	shuffle(t, d)
	return d
}

func drawEstate(t *rapid.T, d *domain.Tables, id string, streets, companies []string) {
	e := domain.Estate{
		ID: id, Name: "小区" + id, Subdistrict: rapid.SampledFrom(streets).Draw(t, "street"),
		DistrictSubsidy: someFen(t, "district subsidy"), CitySubsidy: someFen(t, "city subsidy"),
		ApprovedOn: oftenDay(t, "approved", 12), AcceptedOn: oftenDay(t, "accepted", 12), CityGrant: domain.Yes, EnrolledOn: oftenDay(t, "enrolled", 6),
	}
	if rapid.IntRange(0, 12).Draw(t, "grant") == 0 {
		e.CityGrant = domain.No
	}
	if rapid.IntRange(0, 1).Draw(t, "long enrolled") == 0 {
		e.EnrolledOn = date("2020-01-01")
	}
	if rapid.IntRange(0, 3).Draw(t, "leaves") == 0 {
		e.ExitedOn = max(someDay(t, "exited"), e.EnrolledOn)
	}
	d.Estates = append(d.Estates, e)

	if rapid.IntRange(0, 3).Draw(t, "comes back") == 0 {
		on := someDay(t, "first enrolment")
		for range rapid.IntRange(1, 3).Draw(t, "stays") {
			until := on + domain.Date(rapid.SampledFrom([]int{0, 1, 30, 90}).Draw(t, "stay"))
			d.Enrolments = append(d.Enrolments, domain.Enrolment{EstateID: id, EnrolledOn: on, ExitedOn: until})
			on = until + domain.Date(rapid.SampledFrom([]int{1, 1, 20, 60, -10}).Draw(t, "away"))
		}
		if rapid.Bool().Draw(t, "stays for good") {
			d.Enrolments[len(d.Enrolments)-1].ExitedOn = 0
		}
	}
	for _, m := range slices.Compact(slices.Sorted(slices.Values(rapid.SliceOfN(rapid.IntRange(int(firstDay.Month())-1, int(lastDay.Month())), 0, 3).Draw(t, "later amounts")))) {
		d.Subsidies = append(d.Subsidies, domain.SubsidyChange{EstateID: id, FromMonth: domain.Month(m), DistrictSubsidy: someFen(t, "later"), CitySubsidy: someFen(t, "later city")})
	}
	drawAgreements(t, d, id, companies)
}

// drawAgreements lays agreements end to end with gaps; many end and begin beside days of rounds.
func drawAgreements(t *rapid.T, d *domain.Tables, id string, companies []string) {
	on := date("2020-01-01")
	if rapid.Bool().Draw(t, "one company for good") {
		d.Agreements = append(d.Agreements, domain.Agreement{EstateID: id, CompanyID: companies[0], Kind: domain.AgreementDirect, StartsOn: on})
		return
	}
	for range rapid.IntRange(0, 4).Draw(t, "agreements") {
		a := domain.Agreement{
			EstateID: id, CompanyID: rapid.SampledFrom(companies).Draw(t, "company"), StartsOn: on,
			Kind: rapid.SampledFrom([]domain.AgreementKind{domain.AgreementDirect, domain.AgreementDirect, domain.AgreementProxy}).Draw(t, "kind"),
		}
		a.EndsOn = max(on, someDay(t, "ends")-domain.Date(rapid.IntRange(0, 1).Draw(t, "day before")))
		d.Agreements = append(d.Agreements, a)
		on = a.EndsOn + domain.Date(rapid.SampledFrom([]int{1, 1, 1, 2, 14, 40}).Draw(t, "gap"))
	}
	if n := len(d.Agreements); n > 0 && d.Agreements[n-1].EstateID == id && rapid.IntRange(0, 3).Draw(t, "open") > 0 {
		d.Agreements[n-1].EndsOn = 0
	}
}

func drawRounds(t *rapid.T, d *domain.Tables, estates []string) {
	ids := []string{"r1", "r10", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9"}
	failing := rapid.Bool().Draw(t, "e1 is failing") // so that runs get long
	ranks := rapid.SampledFrom([][]int{{0}, {0, 0, 1, 2}}).Draw(t, "official ranks")
	for _, id := range ids[:rapid.SampledFrom([]int{0, 3, 5, 8, 10}).Draw(t, "rounds")] {
		kind := domain.RoundDistrictSanitary
		if rapid.IntRange(0, 7).Draw(t, "kind of round") == 0 {
			kind = domain.RoundJointCheck
		}
		d.Rounds = append(d.Rounds, domain.Round{ID: id, Kind: kind, HeldOn: someDay(t, "held_on")})
		ranked := rapid.SampledFrom(ranks).Draw(t, "ranks of round") // none, all, some
		for _, e := range estates {
			if rapid.IntRange(0, 5).Draw(t, "scored") == 0 {
				continue
			}
			s := domain.Score{RoundID: id, EstateID: e, Score: domain.Some(domain.MustDecimal(rapid.SampledFrom(
				[]string{"60", "60.0", "60.000000000000000001", "70", "70.5", "90", "100", "0"}).Draw(t, "score")))}
			if rapid.IntRange(0, 9).Draw(t, "empty score") == 0 {
				s.Score = domain.Opt[domain.Decimal]{}
			}
			if failing && e == "e1" {
				s.Score = domain.Some(domain.MustDecimal("0"))
				d.Deductions = append(d.Deductions, domain.Deduction{RoundID: id, EstateID: e, Item: "C2", Points: domain.MustDecimal("3")})
			}
			if ranked == 1 || ranked == 2 && rapid.Bool().Draw(t, "ranked") {
				s.OfficialRank = rapid.SampledFrom([]int64{1, 2, 2, 3, 5, 8, 40, 1 << 40}).Draw(t, "official rank")
			}
			d.Scores = append(d.Scores, s)
			for range rapid.IntRange(0, 3).Draw(t, "deductions") {
				d.Deductions = append(d.Deductions, domain.Deduction{
					RoundID: id, EstateID: e, Item: rapid.SampledFrom([]string{"C1", "C1", "C6", "C9", "T1", "T4", "Z1"}).Draw(t, "item"),
					Points: domain.MustDecimal(rapid.SampledFrom([]string{"0", "1", "1", "2", "0.1", "0.3"}).Draw(t, "points")),
				})
			}
			for range max(0, rapid.IntRange(-9, 2).Draw(t, "determinations")) {
				d.Determinations = append(d.Determinations, domain.Determination{
					RoundID: id, EstateID: e, DecidedOn: someDay(t, "decided_on"),
					Cause: rapid.SampledFrom([]domain.Cause{domain.CauseCompany, domain.CauseTerritorial, domain.CauseUndetermined}).Draw(t, "cause"),
				})
			}
		}
	}
	d.Items = append(d.Items, domain.Item{Code: "Z1", Responsible: domain.CauseCompany})
	if rapid.Bool().Draw(t, "own catalogue") {
		d.Items = append(d.Items, domain.Item{Code: "C1", Responsible: domain.CauseTerritorial}, domain.Item{Code: "T1", Function: domain.FunctionPatrol, Responsible: domain.CauseTerritorial})
	}
}

func drawSettings(t *rapid.T, d *domain.Tables) {
	for _, s := range [][]string{ // a name and its values; empty: the default
		{"band_size", "1", "2", "3", "10"},
		{"company_share", "", "0", "0.3", "0.5", "1"},
		{"undetermined_is", "", `"proposed"`, `"exempt"`},
		{"derived_is", "", `"confirmed"`, `"proposed"`},
		{"second_strike_window", "", `"year"`, `"ever"`},
		{"proxy_counts", "", "true", "false"},
		{"in_force", "", `{}`, `{"HB": ["2026-01-15", ""]}`, `{"HB": ["2026-01-16", "2026-02-15"]}`},
	} {
		if v := rapid.SampledFrom(s[1:]).Draw(t, s[0]); v != "" {
			d.Settings[s[0]] = v
		}
	}
}

// shuffle puts every table out of order, but keeps the order of determinations, which has a meaning.
func shuffle(t *rapid.T, d *domain.Tables) {
	d.Estates = rapid.Permutation(d.Estates).Draw(t, "order of estates")
	d.Companies = rapid.Permutation(d.Companies).Draw(t, "order of companies")
	d.Agreements = rapid.Permutation(d.Agreements).Draw(t, "order of agreements")
	d.Subsidies = rapid.Permutation(d.Subsidies).Draw(t, "order of subsidies")
	d.Enrolments = rapid.Permutation(d.Enrolments).Draw(t, "order of enrolments")
	d.Rounds = rapid.Permutation(d.Rounds).Draw(t, "order of rounds")
	d.Scores = rapid.Permutation(d.Scores).Draw(t, "order of scores")
	d.Deductions = rapid.Permutation(d.Deductions).Draw(t, "order of deductions")
	d.FundUses = rapid.Permutation(d.FundUses).Draw(t, "order of uses")
}
