package policy

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
)

// Fund is the circulating fund (考核流转资金) of a subdistrict on the date: months up to that of the date, uses up to the date.
type Fund struct {
	Subdistrict string
	ConfirmedIn domain.Fen
	ProposedIn  domain.Fen // shown beside the balance, never in it
	Used        domain.Fen
	Balance     domain.Fen // ConfirmedIn − Used; below zero: overdrawn
}

// sumFunds adds up confirmed and proposed amounts and uses by subdistrict.
func (ev *Evaluation) sumFunds() {
	funds := make([]Fund, len(ev.Subdistricts))
	for i, s := range ev.Subdistricts {
		funds[i].Subdistrict = s
	}
	now := ev.AsOf.Month()
	for i := range ev.Withholdings {
		w := &ev.Withholdings[i]
		switch {
		case w.Month > now:
		case w.Status == Confirmed:
			funds[w.Subdistrict].ConfirmedIn += w.Amount
		default:
			funds[w.Subdistrict].ProposedIn += w.Amount
		}
	}
	for i := range ev.tables.FundUses {
		u := &ev.tables.FundUses[i]
		if u.UsedOn > ev.AsOf {
			continue
		}
		at := slices.IndexFunc(funds, func(f Fund) bool { return f.Subdistrict == u.Subdistrict })
		if at == None {
			at = len(funds)
			funds = append(funds, Fund{Subdistrict: u.Subdistrict})
		}
		funds[at].Used += u.Amount
	}
	for i := range funds {
		funds[i].Balance = funds[i].ConfirmedIn - funds[i].Used
	}
	funds = slices.DeleteFunc(funds, func(f Fund) bool { return f.ConfirmedIn == 0 && f.ProposedIn == 0 && f.Used == 0 })
	slices.SortFunc(funds, func(a, b Fund) int { return cmp.Compare(a.Subdistrict, b.Subdistrict) })
	ev.Funds = funds
}
