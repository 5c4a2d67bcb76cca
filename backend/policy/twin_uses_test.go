package policy_test

import (
	"math/big"
	"slices"
	"strings"

	"estateatlas/backend/domain"
)

// balance is that of a fund on a day, with the rounds and uses up to that day.
func (w *twin) balance(street string, on domain.Date, uses []domain.FundUse) *big.Int {
	then := &twin{w.t, w.p, on}
	sum := new(big.Int)
	for _, r := range then.withholdings() {
		if r.street == street && r.status == "confirmed" && r.month <= monthOf(on) {
			sum.Add(sum, r.amount)
		}
	}
	for _, u := range uses {
		if u.Subdistrict == street && u.UsedOn <= on {
			sum.Sub(sum, big.NewInt(int64(u.Amount)))
		}
	}
	return sum
}

func (w *twin) mayBeRewarded(u domain.FundUse) bool {
	if u.Kind != "reward_top" {
		return true
	}
	for _, r := range w.t.Rounds {
		if r.ID == u.RoundID && r.Kind == "district_sanitary" && r.HeldOn <= u.UsedOn {
			return w.bandOf(r.ID, u.EstateID) == "top" && w.estate(u.EstateID).Subdistrict == u.Subdistrict
		}
	}
	return false
}

// refusedByTwin checks new uses one after another against balances worked out afresh for every day.
func refusedByTwin(t *domain.Tables, fresh map[string]bool) map[string]bool {
	w := &twin{t: t, p: t.Settings.Policy()}
	var standing, waiting []domain.FundUse
	for _, u := range t.FundUses {
		if fresh[u.ID] {
			waiting = append(waiting, u)
		} else {
			standing = append(standing, u)
		}
	}
	slices.SortFunc(waiting, func(a, b domain.FundUse) int { return strings.Compare(a.UsedOn.String()+a.ID, b.UsedOn.String()+b.ID) })
	refused := map[string]bool{}
	for _, u := range waiting {
		with := append(slices.Clone(standing), u)
		ok := w.mayBeRewarded(u)
		for _, other := range with {
			if other.Subdistrict == u.Subdistrict && other.UsedOn >= u.UsedOn {
				ok = ok && w.balance(u.Subdistrict, other.UsedOn, with).Sign() >= 0
			}
		}
		if ok {
			standing = with
		} else {
			refused[u.ID] = true
		}
	}
	return refused
}
