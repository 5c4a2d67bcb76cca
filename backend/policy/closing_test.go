package policy_test

import (
	"testing"

	"pgregory.net/rapid"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// closeUpTo closes the open district_sanitary rounds up to a place, in order.
func closeUpTo(d *domain.Tables, last int) *domain.Tables {
	book := policy.NewBook(d)
	for i := range book.Rounds() {
		if r := &book.Rounds()[i]; i <= last && r.Sanitary() && !book.Closed(i) {
			d = domain.Apply(d, domain.Change{Put: domain.Tables{Closings: []domain.Closing{book.Close(i, "王敏", lastDay)}}})
		}
	}
	return d
}

// withSettings states other settings than before.
func withSettings(t *rapid.T, d *domain.Tables) *domain.Tables {
	other := &domain.Tables{Settings: domain.Settings{}}
	drawSettings(t, other)
	next := *d
	next.Settings = other.Settings
	return &next
}

// Property: a closed round comes out the same for ever, whatever the settings and the catalogue become.
func TestAClosedRoundComesOutTheSameUnderAnySettings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nastyDistrict(t)
		frozen := map[string]policy.Frozen{}
		for range 3 {
			rounds := policy.NewBook(d).Rounds()
			if len(rounds) == 0 {
				return
			}
			d = closeUpTo(d, rapid.IntRange(0, len(rounds)-1).Draw(t, "close up to"))
			book := policy.NewBook(d)
			for i := range book.Rounds() {
				id := book.Rounds()[i].Round.ID
				if !book.Closed(i) {
					continue
				}
				f := book.Freeze(i)
				if was, ok := frozen[id]; ok && !was.Equal(&f) {
					t.Fatalf("%s: was %s, is %s", id, was.JSON(), f.JSON())
				}
				frozen[id] = f
			}
			if faults := book.CheckClosings(); len(faults) > 0 {
				t.Fatalf("%v", faults)
			}
			d = withSettings(t, d)
			d.Items = append(d.Items[:len(d.Items):len(d.Items)], domain.Item{Code: rapid.SampledFrom([]string{"C1", "T1", "Z9"}).Draw(t, "item"), Responsible: domain.CauseTerritorial})
		}
	})
}

// Property: closing alone changes nothing that the rules say.
func TestClosingChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nastyDistrict(t)
		on := someDay(t, "as of")
		want := machineFiles(policy.Evaluate(d, on)).String()
		closed := closeUpTo(d, rapid.IntRange(0, len(d.Rounds)).Draw(t, "close up to"))
		if got := machineFiles(policy.Evaluate(closed, on)).String(); got != want {
			t.Fatalf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// Property: what every round decides adds up to what is withheld in the end, month by month at its first confirmation.
func TestWhatTheRoundsDecideIsWhatIsWithheld(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nastyDistrict(t)
		ev := policy.Evaluate(d, lastDay)
		var want, got domain.Fen
		for _, w := range ev.Withholdings {
			if w.Status == policy.Confirmed {
				want += w.Amount
			}
		}
		for i := range ev.Rounds {
			f := ev.Freeze(i)
			confirmed, _ := f.Sums()
			got += confirmed
		}
		if got != want {
			t.Fatalf("the rounds decide %s, withheld is %s", got, want)
		}
	})
}

func TestAChangeOfAClosedRoundIsFound(t *testing.T) {
	for name, change := range map[string]func(d *domain.Tables){
		"a score": func(d *domain.Tables) { d.Scores[0].Score = domain.Some(domain.MustDecimal("1.5")) },
		"a deduction": func(d *domain.Tables) {
			d.Deductions = append(d.Deductions, domain.Deduction{RoundID: "r1", EstateID: "e1", Item: "T1", Points: domain.WholeDecimal(90)})
		},
		"a determination": func(d *domain.Tables) {
			d.Determinations = append(d.Determinations, domain.Determination{RoundID: "r1", EstateID: "e1", Cause: domain.CauseTerritorial, DecidedOn: date("2026-03-01")})
		},
		"an amount":    func(d *domain.Tables) { d.Estates[0].DistrictSubsidy = domain.Some(domain.Fen(1)) },
		"an agreement": func(d *domain.Tables) { d.Agreements[0].EndsOn = date("2026-01-31") },
		"an exit":      func(d *domain.Tables) { d.Estates[0].ExitedOn = date("2026-02-10") },
		"the round":    func(d *domain.Tables) { d.Rounds = nil },
		"a kept setting": func(d *domain.Tables) {
			d.Closings[0].Settings = domain.SettingsJSON(domain.Settings{"band_size": "9"}.Stated())
		},
		"a kept amount":   func(d *domain.Tables) { d.Closings[0].Results = `{"results":[],"withholdings":[]}` },
		"damaged results": func(d *domain.Tables) { d.Closings[0].Results = "?" },
	} {
		t.Run(name, func(t *testing.T) {
			d := closeUpTo(struckInFebruary(), 0)
			if faults := policy.NewBook(d).CheckClosings(); len(faults) != 0 {
				t.Fatalf("before: %v", faults)
			}
			change(d)
			if faults := policy.NewBook(d).CheckClosings(); len(faults) == 0 {
				t.Error("nobody noticed")
			}
		})
	}
}

// struckInFebruary is two estates of one company in one subdistrict, of which e1 strikes in February 2026.
func struckInFebruary() *domain.Tables {
	d := &domain.Tables{
		Companies: []domain.Company{{ID: "c1"}},
		Rounds:    []domain.Round{{ID: "r1", Kind: domain.RoundDistrictSanitary, HeldOn: date("2026-02-15")}},
		Deductions: []domain.Deduction{
			{RoundID: "r1", EstateID: "e1", Item: "C1", Points: domain.WholeDecimal(10)},
		},
	}
	for i, id := range []string{"e1", "e2"} {
		d.Estates = append(d.Estates, domain.Estate{
			ID: id, Subdistrict: "甲街道", DistrictSubsidy: domain.Some(domain.Fen(3000_00)), ApprovedOn: date("2020-01-01"), AcceptedOn: date("2020-06-01"),
			CityGrant: domain.Yes, EnrolledOn: date("2020-07-01"),
		})
		d.Agreements = append(d.Agreements, domain.Agreement{EstateID: id, CompanyID: "c1", Kind: domain.AgreementDirect, StartsOn: date("2020-07-01")})
		d.Scores = append(d.Scores, domain.Score{RoundID: "r1", EstateID: id, Score: domain.Some(domain.WholeDecimal(int64(60 + 20*i)))})
	}
	return d
}
