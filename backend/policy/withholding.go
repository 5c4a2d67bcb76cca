package policy

import (
	"sort"

	"estateatlas/backend/domain"
)

// Withholding is a month's district reward subsidy of a company in a subdistrict that is withheld (RULES 5).
type Withholding struct {
	Company     int
	Subdistrict int
	Month       domain.Month
	Status      Status
	Timing      Timing
	Amount      domain.Fen // may be 0.00
	// Round decides the timing: the earliest whose measures cover the month at the row's status. Level is the highest of those
	// measures.
	Round int
	Level int

	group int32
}

// fullRow is a withholding with nothing left out for the date.
type fullRow struct {
	month     domain.Month
	amount    [2]domain.Fen // without and with the estates under proxy: the rules of the deciding round say which
	confirmed int32         // the earliest round that covers it at the confirmed level, None if none does
}

// cell is one month of a year of a group: what covers it.
type cell struct {
	round [views]int32 // earliest covering round, None
	level [views]int   // highest of that round
	most  [views]int   // highest of all
}

// yearOfGroup is a year of a group, month by month.
type yearOfGroup [12]cell

// monthsOf returns the first and the last month that a level withholds, as months 0 to 11 of the year.
func monthsOf(m domain.Month, level int) (from, to int) {
	i := int(m) % 12
	switch level {
	case 1:
		return i, i
	case 2:
		return i - i%3, i - i%3 + 2
	case 3:
		return 0, 11
	}
	return 0, None
}

// cover puts the measures of a result into the year.
func (y *yearOfGroup) cover(r *BottomResult, m domain.Month) {
	for v, level := range [views]int{r.Confirmed.Level, r.Proposed.Level} {
		from, to := monthsOf(m, level)
		for i := from; i <= to; i++ {
			c := &y[i]
			switch {
			case c.round[v] == None:
				c.round[v], c.level[v] = int32(r.Round), level
			case c.round[v] == int32(r.Round):
				c.level[v] = max(c.level[v], level)
			}
			c.most[v] = max(c.most[v], level)
		}
	}
}

// eachYear calls visit for every year in which the results of a group up to a place withhold something, in order, with that
// year in y.
func (b *Book) eachYear(group, results int, y *yearOfGroup, visit func(year int)) {
	open := None
	for _, at := range b.byGroup.of(group) {
		if int(at) >= results {
			break
		}
		r := &b.results[at]
		round := &b.rounds[r.Round]
		if open != round.year {
			if open != None {
				visit(open)
			}
			open = round.year
			for i := range y {
				y[i] = cell{round: [views]int32{None, None}}
			}
		}
		y.cover(r, round.month)
	}
	if open != None {
		visit(open)
	}
}

// withholdAll finds the months that any round withholds and their amounts, which do not depend on the date judged.
func (b *Book) withholdAll() {
	spans := make(map[domain.Month]span)
	b.rows.from = make([]int32, len(b.groups)+1)
	var y yearOfGroup
	for g := range b.groups {
		b.eachYear(g, len(b.results), &y, func(year int) {
			for i := range y {
				c := &y[i]
				if c.round[proposedView] == None {
					continue
				}
				m := domain.NewMonth(year, i+1)
				s, ok := spans[m]
				if !ok {
					s = newSpan(m)
					spans[m] = s
				}
				b.rows.rows = append(b.rows.rows, fullRow{m, b.amount(g, s), c.round[confirmedView]})
			}
		})
		b.rows.from[g+1] = int32(len(b.rows.rows))
	}
}

// amount is what a withheld month takes from a company in a subdistrict: the payable district subsidy of every estate there
// whose agreement in force on the first day of the month is with it, those under proxy left out and with them.
func (b *Book) amount(group int, s span) (sum [2]domain.Fen) {
	for _, e := range b.members.of(group) {
		a := b.AgreementOn(int(e), s.first)
		if a == nil || a.group != int32(group) {
			continue
		}
		payable := b.payable(DistrictSubsidy, int(e), s)
		sum[1] += payable
		if !a.Proxy {
			sum[0] += payable
		}
	}
	return sum
}

// takenBy returns what a month takes when a round decides it.
func (r *fullRow) takenBy(round *RoundResult) domain.Fen {
	if round.rules.ProxyCounts {
		return r.amount[1]
	}
	return r.amount[0]
}

// charges reports whether a round's measures on a group withhold an estate's subsidy of the month that begins on first: the
// agreement in force is of the group and, with proxy_counts = false, a direct one.
func (b *Book) charges(round int, group int32, estate int, first domain.Date) bool {
	a := b.AgreementOn(estate, first)
	return a != nil && a.group == group && (!a.Proxy || b.rounds[round].rules.ProxyCounts)
}

// coverage is what covers a month of a group: the strongest confirmed level (0 none), and the strongest of both kinds; direct leaves
// the estates under proxy out.
type coverage struct {
	confirmed, any int8
	direct         bool
}

// withhold lists the withholdings as of the date and returns the coverage of its month by group.
func (ev *Evaluation) withhold() []coverage {
	covered := make([]coverage, len(ev.groups))
	now := ev.AsOf.Month()
	ev.Withholdings = make([]Withholding, 0, len(ev.rows.rows))
	var y yearOfGroup
	for g := range ev.groups {
		full := ev.rows.of(g)
		ev.eachYear(g, len(ev.Results), &y, func(year int) {
			for i := range y {
				c := &y[i]
				if c.round[proposedView] == None {
					continue
				}
				m := domain.NewMonth(year, i+1)
				for full[0].month != m { // all rounds withhold at least what those up to the date do
					full = full[1:]
				}
				w := ev.row(g, m, c, &full[0])
				ev.Withholdings = append(ev.Withholdings, w)
				if m == now {
					covered[g] = coverage{int8(c.most[confirmedView]), int8(c.most[proposedView]), !ev.Rounds[w.Round].rules.ProxyCounts}
				}
			}
		})
	}
	return covered
}

func (ev *Evaluation) row(g int, m domain.Month, c *cell, full *fullRow) Withholding {
	status, v := Confirmed, confirmedView
	if c.round[confirmedView] == None {
		status, v = Proposed, proposedView
	}
	w := Withholding{
		Company: int(ev.groups[g].company), Subdistrict: int(ev.groups[g].subdistrict), Month: m,
		Status: status, Timing: Withheld, Round: int(c.round[v]), Level: c.level[v], group: int32(g),
	}
	w.Amount = full.takenBy(&ev.Rounds[w.Round])
	if m < ev.Rounds[w.Round].month {
		w.Timing = Clawback
	}
	return w
}

// EstateAmount is an estate's share of a withholding.
type EstateAmount struct {
	Estate int
	Amount domain.Fen
}

// WithheldEstates returns the estates whose subsidy a withholding takes, also those with nothing payable in the month; the
// amounts add up to the row's.
func (ev *Evaluation) WithheldEstates(w *Withholding) []EstateAmount {
	s := newSpan(w.Month)
	var out []EstateAmount
	for _, e := range ev.members.of(int(w.group)) {
		if ev.charges(w.Round, w.group, int(e), s.first) {
			out = append(out, EstateAmount{int(e), ev.payable(DistrictSubsidy, int(e), s)})
		}
	}
	return out
}

// WithholdingOf returns the withholding that takes an estate's subsidy of month m, nil if none does.
func (ev *Evaluation) WithholdingOf(estate int, m domain.Month) *Withholding {
	a := ev.AgreementOn(estate, m.First())
	if a == nil {
		return nil
	}
	g := a.group
	i := sort.Search(len(ev.Withholdings), func(i int) bool {
		w := &ev.Withholdings[i]
		return w.group > g || w.group == g && w.Month >= m
	})
	if i == len(ev.Withholdings) || ev.Withholdings[i].group != g || ev.Withholdings[i].Month != m {
		return nil
	}
	if a.Proxy && !ev.Rounds[ev.Withholdings[i].Round].rules.ProxyCounts {
		return nil
	}
	return &ev.Withholdings[i]
}

// CoveringMeasures returns every measure that covers a withheld month at the row's status or beside it, by round and estate.
func (ev *Evaluation) CoveringMeasures(w *Withholding) []Measure {
	var out []Measure
	for _, at := range ev.byGroup.of(int(w.group)) {
		if int(at) >= len(ev.Results) {
			break
		}
		for _, m := range ev.measures(int(at)) {
			if m.Covers(w.Month) {
				out = append(out, m)
			}
		}
	}
	return out
}
