package policy

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
)

// UseFault says why a fund use is refused.
type UseFault struct {
	ID     string // of the use
	Column string // the heading in fund_uses.csv that is at fault
	Text   domain.Text
}

// CheckFundUses says which new fund uses are refused and why (RULES 5): balance ≥ 0 on the use's own date and on the date of
// every later use, and the conditions of reward_top. t holds the records after the import, with the new uses in them, newIDs
// the ids of the new ones; they are checked in order of date, then id, each beside those that were accepted before it.
// stored are the uses before the import: where a new row that replaces one is refused, the stored row stands. Uses that are
// not new stand in any case. Rows that name an estate or round that does not exist are refused.
func CheckFundUses(t *domain.Tables, stored []domain.FundUse, newIDs map[string]bool) []UseFault {
	if len(newIDs) == 0 {
		return nil
	}
	b := NewBook(t)
	var fresh, old []domain.FundUse
	for _, u := range t.FundUses {
		if newIDs[u.ID] {
			fresh = append(fresh, u)
		} else {
			old = append(old, u)
		}
	}
	slices.SortStableFunc(fresh, compareUses)

	var faults []UseFault
	refused := make(map[string]bool)
	for again := true; again; {
		again = false
		l := b.newLedger()
		for _, u := range old {
			l.add(u)
		}
		for _, u := range fresh {
			if refused[u.ID] {
				continue
			}
			found := append(b.rewardFaults(&u), l.faults(&u)...)
			if len(found) == 0 {
				l.add(u)
				continue
			}
			faults = append(faults, found...)
			refused[u.ID] = true
			// The row that u was to replace stands after all: the others are judged again beside it.
			if i := slices.IndexFunc(stored, func(s domain.FundUse) bool { return s.ID == u.ID }); i >= 0 {
				old = append(old, stored[i])
				again = true
			}
		}
	}
	at := make(map[string]int, len(fresh))
	for i := range fresh {
		at[fresh[i].ID] = i
	}
	slices.SortStableFunc(faults, func(a, b UseFault) int { return cmp.Compare(at[a.ID], at[b.ID]) })
	return faults
}

func compareUses(a, b domain.FundUse) int {
	return cmp.Or(cmp.Compare(a.UsedOn, b.UsedOn), cmp.Compare(a.ID, b.ID))
}

// rewardFaults checks that a reward goes to an estate of the subdistrict that was top in the district_sanitary round named,
// held on or before the day of the use.
func (b *Book) rewardFaults(u *domain.FundUse) []UseFault {
	if u.Kind != domain.UseRewardTop {
		return nil
	}
	var faults []UseFault
	fault := func(column, zh, en string, args ...any) {
		faults = append(faults, UseFault{u.ID, column, domain.Say(zh, en, args...)})
	}
	estate, known := b.Estate(u.EstateID)
	switch {
	case !known:
		fault("estate_id", "没有编号为 %s 的小区；奖励须写明获奖小区", "there is no estate %s; a reward must name the estate", u.EstateID)
	case b.Estates[estate].Subdistrict != u.Subdistrict:
		fault("estate_id", "%s 属于%s，不属于%s；奖励只发给本街道的小区", "%s belongs to %s, not to %s; a reward goes only to an estate of the subdistrict",
			b.label(estate), b.Estates[estate].Subdistrict, u.Subdistrict)
	}
	round, ok := b.Round(u.RoundID)
	if !ok {
		fault("round_id", "没有编号为 %s 的轮次；奖励须写明考核轮次", "there is no round %s; a reward must name the round", u.RoundID)
		return faults
	}
	r := &b.rounds[round]
	switch {
	case !r.Sanitary():
		fault("round_id", "%s 不是创卫考核；奖励只依据创卫考核", "%s is not a sanitary inspection; rewards rest on those only", roundLabel(&r.Round))
	case r.Round.HeldOn > u.UsedOn:
		fault("round_id", "%s 于 %s 举行，晚于使用日期 %s", "%s was held on %s, after the day of use %s", roundLabel(&r.Round), r.Round.HeldOn, u.UsedOn)
	case known:
		if e := r.Of(estate); e == nil || e.band != top {
			fault("estate_id", "%s 在%s中不在前列；奖励只发给该轮排名前列的小区", "%s was not in the top band of %s; rewards go only to estates that were",
				b.label(estate), roundLabel(&r.Round))
		}
	}
	return faults
}

// ledger is what went into and out of every circulating fund, by day.
type ledger struct {
	in  map[string][]entry // confirmed amounts, by the day from which they count
	out map[string][]entry // uses, by day
}

type entry struct {
	on     domain.Date
	id     string // of the use
	amount domain.Fen
}

// newLedger finds from which day each confirmed amount counts: the first on which its round was held and its month has begun.
// Amounts never leave again, for a later round takes nothing off an earlier one.
func (b *Book) newLedger() *ledger {
	l := &ledger{in: make(map[string][]entry), out: make(map[string][]entry)}
	for g := range b.groups {
		s := b.Subdistricts[b.groups[g].subdistrict]
		for _, r := range b.rows.of(g) {
			if r.confirmed == None {
				continue
			}
			round := &b.rounds[r.confirmed]
			if taken := r.takenBy(round); taken != 0 {
				l.in[s] = append(l.in[s], entry{on: max(round.Round.HeldOn, r.month.First()), amount: taken})
			}
		}
	}
	return l
}

func (l *ledger) add(u domain.FundUse) {
	l.out[u.Subdistrict] = append(l.out[u.Subdistrict], entry{u.UsedOn, u.ID, u.Amount})
}

// balance returns the balance of a fund on a day.
func (l *ledger) balance(subdistrict string, on domain.Date) domain.Fen {
	return sumUpTo(l.in[subdistrict], on) - sumUpTo(l.out[subdistrict], on)
}

func sumUpTo(entries []entry, on domain.Date) (sum domain.Fen) {
	for i := range entries {
		if entries[i].on <= on {
			sum += entries[i].amount
		}
	}
	return sum
}

// faults says whether the fund bears one more use.
func (l *ledger) faults(u *domain.FundUse) []UseFault {
	if u.Amount <= 0 {
		return []UseFault{{u.ID, "amount", domain.Say("金额应大于 0", "the amount must be more than 0")}}
	}
	if has := l.balance(u.Subdistrict, u.UsedOn); has < u.Amount {
		return []UseFault{{u.ID, "amount", domain.Say(
			"%s流转资金余额不足：%s 余额 %s 元，使用 %s 元；减少金额，或改用扣款入账之后的日期",
			"the circulating fund of %s does not suffice: the balance on %s is %s yuan, the use is %s yuan; lower the amount or choose a day after more was withheld",
			u.Subdistrict, u.UsedOn, has, u.Amount)}}
	}
	for _, later := range l.out[u.Subdistrict] {
		if later.on <= u.UsedOn {
			continue
		}
		if has := l.balance(u.Subdistrict, later.on); has < u.Amount {
			return []UseFault{{u.ID, "amount", domain.Say(
				"%s流转资金余额不足：此后 %s 的使用 %s 之后只余 %s 元，再使用 %s 元将超支；减少金额",
				"the circulating fund of %s does not suffice: after the later use on %s (%s) only %s yuan are left, %s yuan more would overdraw it; lower the amount",
				u.Subdistrict, later.on, later.id, has, u.Amount)}}
		}
	}
	return nil
}
