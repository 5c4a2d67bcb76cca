package policy

import "estateatlas/backend/domain"

// Evaluation is a district as of a date. Lists are in the order in which machine files want them, but for rankings and results,
// which are in order of the rounds' dates. Read-only.
type Evaluation struct {
	*Book
	AsOf domain.Date

	Rounds  []RoundResult  // held up to AsOf, of every kind, by date, then id
	Results []BottomResult // bottom results with causes and levels, by round, then estate; none of rounds before HB's first day
	// Latest is the place of the latest district_sanitary round, None without one.
	Latest int

	Withholdings []Withholding // by company, subdistrict, month
	Funds        []Fund        // by subdistrict; those where any figure is not zero
	Eligibility  []Loss        // by year, kind, id
	States       []EstateState // by estate
}

// Evaluate judges the district as of a date: rounds held and fund uses made after it do not exist, everything else counts as
// entered (RULES 0). Safe for several goroutines.
func (b *Book) Evaluate(asOf domain.Date) *Evaluation {
	held := b.heldUpTo(asOf)
	ev := &Evaluation{Book: b, AsOf: asOf, Rounds: b.rounds[:held:held], Latest: None}
	results := 0
	if held > 0 {
		results = int(b.rounds[held-1].bottoms[1])
	}
	ev.Results = b.results[:results:results]
	for i := held - 1; i >= 0 && ev.Latest == None; i-- {
		if b.rounds[i].Sanitary() {
			ev.Latest = i
		}
	}
	covered := ev.withhold()
	ev.sumFunds()
	ev.findLosses()
	ev.findStates(covered)
	return ev
}

// Bottom returns the bottom result of an estate in a round, nil if it has none.
func (ev *Evaluation) Bottom(round, estate int) *BottomResult {
	if round >= len(ev.Rounds) {
		return nil
	}
	if i := ev.bottomAt(int32(round), int32(estate)); i != None {
		return &ev.Results[i]
	}
	return nil
}

// BottomResults returns the bottom results of a round, by estate.
func (ev *Evaluation) BottomResults(round int) []BottomResult {
	r := &ev.Rounds[round]
	return ev.Results[r.bottoms[0]:r.bottoms[1]]
}

// BottomRun counts the bottom results in a row, of any cause and under any company, that end at a round by place; 0 if the
// estate was not bottom in the last round up to it in which it was scored.
func (b *Book) BottomRun(round, estate int) int {
	run := 0
	for i := round; i >= 0; i-- {
		if !b.rounds[i].Sanitary() {
			continue
		}
		if r := b.rounds[i].Of(estate); r != nil {
			if r.band != bottom {
				break
			}
			run++
		}
	}
	return run
}
