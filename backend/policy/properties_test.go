package policy_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Property: the order of the input never matters, except among determinations.
func TestOrderOfInputNeverMatters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nastyDistrict(t)
		on := someDay(t, "as of")
		want := policy.Evaluate(d, on)
		again := *d
		shuffle(t, &again)
		// Determinations of different results may change places.
		again.Determinations = slices.Clone(d.Determinations)
		slices.SortStableFunc(again.Determinations, func(a, b domain.Determination) int {
			return slices.Compare([]string{a.EstateID, a.RoundID}, []string{b.EstateID, b.RoundID})
		})
		got := policy.Evaluate(&again, on)
		if machineFiles(got).String() != machineFiles(want).String() {
			t.Fatalf("got\n%s\nwant\n%s", machineFiles(got), machineFiles(want))
		}
		if kinds(got.Issues()) != kinds(want.Issues()) {
			t.Fatalf("issues: got %s, want %s", kinds(got.Issues()), kinds(want.Issues()))
		}
	})
}

// Property: money is conserved. What the funds take in is what the estates lose, month by month, and nothing is taken twice.
func TestMoneyIsConserved(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nastyDistrict(t)
		on := someDay(t, "as of")
		ev := policy.Evaluate(d, on)
		taken := map[[2]int]bool{} // estate and month
		var in, all domain.Fen
		for i := range ev.Withholdings {
			w := &ev.Withholdings[i]
			var sum domain.Fen
			for _, e := range ev.WithheldEstates(w) {
				at := [2]int{e.Estate, int(w.Month)}
				if taken[at] {
					t.Fatalf("%s loses %s twice", ev.Estates[e.Estate].ID, w.Month)
				}
				taken[at] = true
				if got := ev.WithholdingOf(e.Estate, w.Month); got != w {
					t.Fatalf("WithholdingOf finds %v, not the row %v", got, w)
				}
				if e.Amount != ev.Payable(policy.DistrictSubsidy, e.Estate, w.Month) {
					t.Fatalf("%s loses %s of %s payable", ev.Estates[e.Estate].ID, e.Amount, ev.Payable(policy.DistrictSubsidy, e.Estate, w.Month))
				}
				sum += e.Amount
			}
			if sum != w.Amount {
				t.Fatalf("%s of %s: the estates lose %s, the row says %s", w.Month, ev.Companies[w.Company].ID, sum, w.Amount)
			}
			if w.Month <= on.Month() {
				all += w.Amount
				if w.Status == policy.Confirmed {
					in += w.Amount
				}
			}
		}
		for _, f := range ev.Funds {
			in -= f.ConfirmedIn
			all -= f.ConfirmedIn + f.ProposedIn
			if f.Balance != f.ConfirmedIn-f.Used {
				t.Fatalf("balance of %v", f)
			}
		}
		if in != 0 || all != 0 {
			t.Fatalf("the funds miss %s confirmed, %s in all", in, all)
		}
	})
}

// Property: the proposed level is never below the confirmed one, a level needs a strike and a company, and months are a set.
func TestProposedIsNeverBelowConfirmed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ev := policy.Evaluate(nastyDistrict(t), lastDay)
		for _, r := range ev.Results {
			if r.Proposed.Level < r.Confirmed.Level || r.Proposed.Run < r.Confirmed.Run || r.Proposed.InYear < r.Confirmed.InYear {
				t.Fatalf("proposed below confirmed: %+v", r)
			}
			if r.Company == policy.None && r.Proposed.Level > 0 || r.Cause == domain.CauseTerritorial && r.Proposed.Level > 0 {
				t.Fatalf("a level without company or strike: %+v", r)
			}
		}
		for i := 1; i < len(ev.Withholdings); i++ {
			a, b := ev.Withholdings[i-1], ev.Withholdings[i]
			if slices.Compare([]int{a.Company, a.Subdistrict, int(a.Month)}, []int{b.Company, b.Subdistrict, int(b.Month)}) >= 0 {
				t.Fatalf("rows %v and %v are out of order or the same month", a, b)
			}
		}
	})
}

// levelsOf maps round and estate to the two levels.
func levelsOf(ev *policy.Evaluation) map[[2]string][2]int {
	m := map[[2]string][2]int{}
	for _, r := range ev.Results {
		m[[2]string{ev.Rounds[r.Round].Round.ID, ev.Estates[r.Estate].ID}] = [2]int{r.Proposed.Level, r.Confirmed.Level}
	}
	return m
}

// Property: one more strike, found by determining a result to be the company's, never lowers a level anywhere, never frees a
// month and never takes money out of a fund.
func TestMoreStrikesNeverMeanLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nastyDistrict(t)
		on := someDay(t, "as of")
		before := policy.Evaluate(d, on)
		if len(before.Results) == 0 {
			t.Skip("nobody is bottom")
		}
		r := before.Results[rapid.IntRange(0, len(before.Results)-1).Draw(t, "determined")]
		more := *d
		more.Determinations = append(slices.Clone(d.Determinations), domain.Determination{
			RoundID: before.Rounds[r.Round].Round.ID, EstateID: before.Estates[r.Estate].ID, Cause: domain.CauseCompany, DecidedOn: date("2030-01-01"),
		})
		after := policy.Evaluate(&more, on)
		now := levelsOf(after)
		for at, was := range levelsOf(before) {
			if now[at][0] < was[0] || now[at][1] < was[1] {
				t.Fatalf("%v fell from %v to %v", at, was, now[at])
			}
		}
		rows := map[[3]int]policy.Status{}
		for _, w := range after.Withholdings {
			rows[[3]int{w.Company, w.Subdistrict, int(w.Month)}] = w.Status
		}
		for _, w := range before.Withholdings {
			got, ok := rows[[3]int{w.Company, w.Subdistrict, int(w.Month)}]
			if !ok || w.Status == policy.Confirmed && got != policy.Confirmed {
				t.Fatalf("%v became %q", w, got)
			}
		}
	})
}

// Property: time only adds. A later date never lowers the level of an earlier result and never takes a confirmed month back.
func TestALaterDateTakesNothingBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		book := policy.NewBook(nastyDistrict(t))
		a, b := someDay(t, "first"), someDay(t, "second")
		early, late := book.Evaluate(min(a, b)), book.Evaluate(max(a, b))
		now := levelsOf(late)
		for at, was := range levelsOf(early) {
			if now[at] != was {
				t.Fatalf("%v changed from %v to %v", at, was, now[at])
			}
		}
		rows := map[[3]int]policy.Withholding{}
		for _, w := range late.Withholdings {
			rows[[3]int{w.Company, w.Subdistrict, int(w.Month)}] = w
		}
		for _, w := range early.Withholdings {
			got := rows[[3]int{w.Company, w.Subdistrict, int(w.Month)}]
			if got.Amount != w.Amount || w.Status == policy.Confirmed && got != w {
				t.Fatalf("%v became %v", w, got)
			}
		}
	})
}

// Property: every figure has its reasons, each with a clause and both languages.
func TestEveryFigureNamesItsClause(t *testing.T) {
	check := func(t *rapid.T, what string, rs []domain.Reason) {
		if len(rs) == 0 {
			t.Fatalf("%s has no reason", what)
		}
		for _, r := range rs {
			if r.Clause.Document == "" || r.Clause.Place == "" || r.Text.ZH == "" || r.Text.EN == "" {
				t.Fatalf("%s: %+v", what, r)
			}
			for _, bad := range []string{"%!", "MISSING", "EXTRA"} {
				if containsEither(r.Text, bad) {
					t.Fatalf("%s: %+v", what, r)
				}
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		ev := policy.Evaluate(nastyDistrict(t), someDay(t, "as of"))
		for i := range ev.Rounds {
			for e := range ev.Estates {
				check(t, "result", ev.ResultReasons(i, e))
			}
		}
		for _, m := range ev.Measures() {
			check(t, "measure", ev.MeasureReasons(&m))
		}
		for i := range ev.Withholdings {
			check(t, "withholding", ev.WithholdingReasons(&ev.Withholdings[i]))
		}
		for i := range ev.Funds {
			check(t, "fund", ev.FundReasons(&ev.Funds[i]))
		}
		for i := range ev.Eligibility {
			check(t, "loss", ev.LossReasons(&ev.Eligibility[i]))
		}
		for e := range ev.Estates {
			check(t, "state", ev.StateReasons(e))
			check(t, "payable", ev.PayableReasons(policy.CitySubsidy, e, ev.AsOf.Month()))
		}
		for _, i := range ev.Issues() {
			check(t, "issue", []domain.Reason{{Clause: i.Clause, Text: i.Text}})
		}
	})
}

// Property: fund uses are refused as the twin says: in order of date and id, each by the balances on its day and on the days of
// all later uses.
func TestTwinOfFundUses(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := nastyDistrict(t)
		for i := range d.FundUses {
			d.FundUses[i].Amount /= domain.Fen(rapid.SampledFrom([]int{1, 10}).Draw(t, "smaller"))
			d.FundUses[i].Amount = max(1, d.FundUses[i].Amount)
		}
		fresh := map[string]bool{}
		for _, u := range d.FundUses {
			if rapid.IntRange(0, 3).Draw(t, "new") > 0 {
				fresh[u.ID] = true
			}
		}
		got := map[string]bool{}
		for _, f := range policy.CheckFundUses(d, nil, fresh) {
			got[f.ID] = true
		}
		want := refusedByTwin(d, fresh)
		for _, u := range d.FundUses {
			if got[u.ID] != want[u.ID] {
				t.Fatalf("%+v: refused %v, the twin says %v", u, got[u.ID], want[u.ID])
			}
		}
	})
}
