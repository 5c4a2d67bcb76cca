package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// comparison is a district judged on one day as it is and as a change would leave it. Records are compared by their ids, for places
// may move.
type comparison struct {
	p             *project
	before, after *policy.Evaluation
	c             Consequence
}

// lastDay is the day of the latest round of all kinds, today where there is none: as of it no round is left out.
func (p *project) lastDay() domain.Date {
	if rounds := p.book.Rounds(); len(rounds) > 0 {
		return rounds[len(rounds)-1].Round.HeldOn
	}
	return today()
}

// consequence says what a change would change, as of the day of the latest round.
func (p *project) consequence(change domain.Change) Consequence {
	asOf := p.lastDay()
	after := policy.NewBook(domain.Apply(p.tables, change))
	k := comparison{p: p, before: p.book.Evaluate(asOf), after: after.Evaluate(asOf)}
	k.c = Consequence{
		AsOf: asOf.String(), Clauses: []domain.Clause{}, Results: []ResultChange{}, Months: []MonthChange{}, Estates: []EstateChange{},
		Totals: []CompanyChange{}, Funds: []FundChange{}, Awards: []AwardChange{}, Closed: p.closedChanges(after, &change),
		Issues: []domain.Text{}, Rounds: []RoundChange{}, Notes: []domain.Text{}, Reasons: []domain.Reason{},
	}
	k.results()
	k.money(recordsMove(&change))
	k.funds()
	k.awards()
	k.rounds()
	k.c.Text = k.c.summary(true)
	return k.c
}

// recordsMove reports whether a change may move money between estates although the sums of a company stay.
func recordsMove(c *domain.Change) bool {
	for _, t := range []*domain.Tables{&c.Put, &c.Remove} {
		if len(t.Estates)+len(t.Agreements)+len(t.Enrolments)+len(t.Subsidies)+len(t.Settings) > 0 {
			return true
		}
	}
	return false
}

// index is the place of a company in the lists of the screen, −1 for one that is not in them yet.
func (k *comparison) index(companyID string) int {
	if at, ok := k.p.book.Company(companyID); ok {
		return at
	}
	return policy.None
}

func companyOf(ev *policy.Evaluation, at int) string {
	if at == policy.None {
		return ""
	}
	return ev.Companies[at].ID
}

// resultKey names a bottom result.
type resultKey struct{ round, estate string }

func resultsByKey(ev *policy.Evaluation) map[resultKey]*policy.BottomResult {
	m := make(map[resultKey]*policy.BottomResult, len(ev.Results))
	for i := range ev.Results {
		r := &ev.Results[i]
		m[resultKey{ev.Rounds[r.Round].Round.ID, ev.Estates[r.Estate].ID}] = r
	}
	return m
}

// results lists the bottom results that come, go, or have another cause or level.
func (k *comparison) results() {
	before, after := resultsByKey(k.before), resultsByKey(k.after)
	was := func(ev *policy.Evaluation, other map[resultKey]*policy.BottomResult, first bool) {
		for i := range ev.Results {
			r := &ev.Results[i]
			key := resultKey{ev.Rounds[r.Round].Round.ID, ev.Estates[r.Estate].ID}
			o := other[key]
			if !first && o != nil {
				continue // compared already
			}
			c := ResultChange{RoundID: key.round, Company: k.index(companyOf(ev, r.Company))}
			c.FID, c.Name = ev.Estates[r.Estate].FID, nameOf(&ev.Estates[r.Estate])
			if first {
				c.CauseBefore, c.ConfirmedBefore, c.ProposedBefore = string(r.Cause), r.Confirmed.Level, r.Proposed.Level
				if o != nil {
					c.CauseAfter, c.ConfirmedAfter, c.ProposedAfter = string(o.Cause), o.Confirmed.Level, o.Proposed.Level
					if c.CauseAfter == c.CauseBefore && c.ConfirmedAfter == c.ConfirmedBefore && c.ProposedAfter == c.ProposedBefore {
						continue
					}
				}
			} else {
				c.CauseAfter, c.ConfirmedAfter, c.ProposedAfter = string(r.Cause), r.Confirmed.Level, r.Proposed.Level
			}
			k.c.Results = append(k.c.Results, c)
		}
	}
	was(k.before, after, true)
	was(k.after, before, false)
}

func nameOf(e *domain.Estate) string { return cmp.Or(e.Name, e.ID) }

// rowKey names a withheld month.
type rowKey struct {
	company, subdistrict string
	month                domain.Month
}

func rowsByKey(ev *policy.Evaluation) map[rowKey]*policy.Withholding {
	m := make(map[rowKey]*policy.Withholding, len(ev.Withholdings))
	for i := range ev.Withholdings {
		w := &ev.Withholdings[i]
		m[rowKey{ev.Companies[w.Company].ID, ev.Subdistricts[w.Subdistrict], w.Month}] = w
	}
	return m
}

// amounts are confirmed and proposed money before and after.
type amounts [2][2]int64

func (a *amounts) add(when int, status policy.Status, fen domain.Fen) {
	s := 0
	if status == policy.Proposed {
		s = 1
	}
	a[when][s] += int64(fen)
}

// money lists the withheld months that change, and sums them up by estate and company. With all, estates are compared also where
// the sum of a company stays.
func (k *comparison) money(all bool) {
	before, after := rowsByKey(k.before), rowsByKey(k.after)
	keys := make([]rowKey, 0, len(before)+len(after))
	for key := range before {
		keys = append(keys, key)
	}
	for key := range after {
		if before[key] == nil {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b rowKey) int {
		return cmp.Or(cmp.Compare(a.company, b.company), cmp.Compare(a.subdistrict, b.subdistrict), cmp.Compare(a.month, b.month))
	})
	estates, companies := map[string]*amounts{}, map[string]*amounts{}
	for _, key := range keys {
		b, a := before[key], after[key]
		changed := b == nil || a == nil || b.Status != a.Status || b.Timing != a.Timing || b.Amount != a.Amount
		if !changed && !all {
			continue
		}
		count := k.shares(estates, b, a)
		if !changed {
			continue
		}
		m := MonthChange{Company: k.index(key.company), Subdistrict: policy.None, Month: key.month.String(), Estates: count}
		if at, ok := k.p.book.Subdistrict(key.subdistrict); ok {
			m.Subdistrict = at
		}
		sum := companies[key.company]
		if sum == nil {
			sum = &amounts{}
			companies[key.company] = sum
		}
		if b != nil {
			m.StatusBefore, m.TimingBefore, m.FenBefore = string(b.Status), string(b.Timing), int64(b.Amount)
			sum.add(0, b.Status, b.Amount)
		}
		if a != nil {
			m.StatusAfter, m.TimingAfter, m.FenAfter = string(a.Status), string(a.Timing), int64(a.Amount)
			sum.add(1, a.Status, a.Amount)
		}
		k.c.Months = append(k.c.Months, m)
	}
	k.totals(companies)
	k.estates(estates)
}

// shares adds what a month takes from each estate, before and after, and returns how many estates it takes from.
func (k *comparison) shares(of map[string]*amounts, before, after *policy.Withholding) int {
	count := 0
	for when, w := range []*policy.Withholding{before, after} {
		if w == nil {
			continue
		}
		ev := k.before
		if when == 1 {
			ev = k.after
		}
		list := ev.WithheldEstates(w)
		count = len(list)
		for _, e := range list {
			id := ev.Estates[e.Estate].ID
			sum := of[id]
			if sum == nil {
				sum = &amounts{}
				of[id] = sum
			}
			sum.add(when, w.Status, e.Amount)
		}
	}
	return count
}

func (k *comparison) totals(of map[string]*amounts) {
	s := &k.c.Sums
	for id, a := range of {
		s.ConfirmedBefore += a[0][0]
		s.ConfirmedAfter += a[1][0]
		s.ProposedBefore += a[0][1]
		s.ProposedAfter += a[1][1]
		k.c.Totals = append(k.c.Totals, CompanyChange{k.index(id), a[0][0], a[1][0], a[0][1], a[1][1]})
	}
	slices.SortFunc(k.c.Totals, func(a, b CompanyChange) int { return cmp.Compare(a.Company, b.Company) })
}

// estates lists those whose money or state changes, the largest change first.
func (k *comparison) estates(of map[string]*amounts) {
	for id, at := range k.placesBoth() {
		was, is := domain.SubsidyState(""), domain.SubsidyState("")
		if at[0] != policy.None {
			was = k.before.States[at[0]].State
		}
		if at[1] != policy.None {
			is = k.after.States[at[1]].State
		}
		a := of[id]
		if a == nil {
			a = &amounts{}
		}
		if a[0] == a[1] && was == is {
			continue
		}
		e := &k.after.Estates[max(at[1], 0)]
		if at[1] == policy.None {
			e = &k.before.Estates[at[0]]
		}
		c := EstateChange{
			FID: e.FID, Name: nameOf(e), Subdistrict: policy.None, StateBefore: string(was), StateAfter: string(is),
			ConfirmedBefore: a[0][0], ConfirmedAfter: a[1][0], ProposedBefore: a[0][1], ProposedAfter: a[1][1],
		}
		if s, ok := k.p.book.Subdistrict(e.Subdistrict); ok {
			c.Subdistrict = s
		}
		k.c.Estates = append(k.c.Estates, c)
	}
	size := func(c *EstateChange) int64 {
		return abs(c.ConfirmedAfter-c.ConfirmedBefore) + abs(c.ProposedAfter-c.ProposedBefore)
	}
	slices.SortFunc(k.c.Estates, func(a, b EstateChange) int { return cmp.Or(cmp.Compare(size(&b), size(&a)), cmp.Compare(a.FID, b.FID)) })
	k.c.Sums.Estates = len(k.c.Estates)
}

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

// placesBoth gives the places of every estate before and after, by id.
func (k *comparison) placesBoth() map[string][2]int {
	at := make(map[string][2]int, len(k.before.Estates))
	for i := range k.before.Estates {
		at[k.before.Estates[i].ID] = [2]int{i, policy.None}
	}
	for i := range k.after.Estates {
		id := k.after.Estates[i].ID
		if was, ok := at[id]; ok {
			at[id] = [2]int{was[0], i}
		} else {
			at[id] = [2]int{policy.None, i}
		}
	}
	return at
}

func (k *comparison) funds() {
	type pair [2]policy.Fund
	of := map[string]*pair{}
	for when, ev := range []*policy.Evaluation{k.before, k.after} {
		for _, f := range ev.Funds {
			if of[f.Subdistrict] == nil {
				of[f.Subdistrict] = &pair{}
			}
			of[f.Subdistrict][when] = f
		}
	}
	for name, f := range of {
		if f[0].Balance == f[1].Balance && f[0].ProposedIn == f[1].ProposedIn {
			continue
		}
		k.c.Funds = append(k.c.Funds, FundChange{name, int64(f[0].Balance), int64(f[1].Balance), int64(f[0].ProposedIn), int64(f[1].ProposedIn)})
	}
	slices.SortFunc(k.c.Funds, func(a, b FundChange) int { return cmp.Compare(a.Subdistrict, b.Subdistrict) })
	for _, f := range k.c.Funds {
		if f.BalanceAfter < 0 && f.BalanceAfter < f.BalanceBefore {
			k.c.Issues = append(k.c.Issues, domain.Say("%[1]s流转资金将超支，余额 %[2]s 元", "The circulating fund of %[1]s will be overdrawn: %[2]s yuan",
				f.Subdistrict, domain.Fen(f.BalanceAfter)))
		}
	}
}

func (k *comparison) awards() {
	type key struct {
		year int
		kind policy.AwardKind
		id   string
	}
	sets := [2]map[key]bool{{}, {}}
	for when, ev := range []*policy.Evaluation{k.before, k.after} {
		for _, l := range ev.Eligibility {
			sets[when][key{l.Year, l.Kind, l.ID}] = true
		}
	}
	list := func(ev *policy.Evaluation, other map[key]bool, lost bool) {
		for _, l := range ev.Eligibility {
			if other[key{l.Year, l.Kind, l.ID}] {
				continue
			}
			name := l.ID
			if l.Kind == policy.AwardEstate {
				name = nameOf(&ev.Estates[l.At])
			} else if of := ev.Companies[l.At].Name; of != "" {
				name = of
			}
			k.c.Awards = append(k.c.Awards, AwardChange{Year: l.Year, Kind: string(l.Kind), ID: l.ID, Name: name, Lost: lost})
		}
	}
	list(k.before, sets[1], false)
	list(k.after, sets[0], true)
}
