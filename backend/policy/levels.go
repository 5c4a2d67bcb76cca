package policy

import "estateatlas/backend/domain"

// A view is one of the two ways of counting strikes.
const (
	confirmedView = iota
	proposedView
	views
)

// estateCount is what the walk over the rounds knows of an estate after its last scored round.
type estateCount struct {
	scored  bool
	on      domain.Date // of the last scored round
	year    int
	under   *Agreement // in force on that day, nil without one
	strikes [views]int // under its company in the year, since the last change of company
	ever    [views]int // the same in all years
	run     [views]int
}

// countStrikes walks the district_sanitary rounds in order and gives every bottom result its company, counts and levels
// (RULES 4). Levels look back only, so they are the same as of any date on which the round exists.
func (b *Book) countStrikes() {
	counts := make([]estateCount, len(b.Estates))
	for i := range b.rounds {
		r := &b.rounds[i]
		if !r.Sanitary() {
			continue
		}
		next := r.bottoms[0]
		for j := range r.Results {
			e := int(r.Results[j].Estate)
			c := &counts[e]
			under := b.AgreementOn(e, r.Round.HeldOn)
			if c.scored && b.changedCompany(e, c, under, r.Round.HeldOn) {
				*c = estateCount{}
			}
			if c.year != r.year {
				c.strikes = [views]int{}
			}
			c.scored, c.on, c.year, c.under = true, r.Round.HeldOn, r.year, under
			if next < r.bottoms[1] && b.bottomEstates[next] == int32(e) {
				b.countResult(&b.results[next], c)
				next++
			} else {
				c.run = [views]int{}
			}
		}
	}
}

// changedCompany reports whether the counts of an estate start again at zero on day d, under the agreement in force there: on
// any day after its previous scored round and up to d another company was in force, or the previous scored round fell on a
// day without any agreement. What is counted under no company is never used.
func (b *Book) changedCompany(estate int, c *estateCount, under *Agreement, d domain.Date) bool {
	if c.under == nil || under == nil || c.under.Company != under.Company {
		return true
	}
	if c.under == under {
		return false
	}
	for _, a := range b.agreements.of(estate) {
		if a.Company == under.Company {
			continue
		}
		if from := max(a.StartsOn, c.on+1); from <= d && a.Covers(from) {
			return true
		}
	}
	return false
}

// countResult counts a bottom result in both views.
func (b *Book) countResult(r *BottomResult, c *estateCount) {
	if c.under != nil {
		r.Under, r.Company = c.under, int(c.under.Company)
	}
	strike := b.strikes(r)
	for v := range views {
		if !strike[v] {
			c.run[v] = 0
			continue
		}
		c.run[v]++
		c.strikes[v]++
		c.ever[v]++
		if c.under == nil {
			continue
		}
		inWindow := c.strikes[v]
		if b.rounds[r.Round].rules.SecondStrikeWindow == domain.WindowEver {
			inWindow = c.ever[v]
		}
		count := Count{Strike: true, InYear: inWindow, Run: c.run[v], Level: level(inWindow, c.run[v])}
		if v == confirmedView {
			r.Confirmed = count
		} else {
			r.Proposed = count
		}
	}
}

// strikes says whether a bottom result is a strike at the confirmed level, and whether it may be one.
func (b *Book) strikes(r *BottomResult) (strike [views]bool) {
	own := b.rounds[r.Round].rules
	switch r.Cause {
	case domain.CauseCompany:
		strike[proposedView] = true
		strike[confirmedView] = r.Determined() || own.DerivedIs == domain.DerivedConfirmed
	case domain.CauseUndetermined:
		strike[proposedView] = own.UndeterminedIs == domain.UndeterminedProposed
	case domain.CauseTerritorial:
	}
	return strike
}

// level is the level of a strike (HB 五(二)): 连续三次, 两次, else the first.
func level(strikesInYear, run int) int {
	switch {
	case run >= 3:
		return 3
	case strikesInYear >= 2 || run >= 2:
		return 2
	}
	return 1
}
