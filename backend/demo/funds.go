package demo

import (
	"fmt"
	"math"
	"slices"

	"estateatlas/backend/domain"
)

// spend records uses of the circulating funds, always well within what is certain to have been withheld by then.
func (d *district) spend(r *random) []domain.FundUse {
	type charge struct {
		company, sub int
		month        domain.Month
	}
	charged := map[charge]bool{}
	balance := make([]domain.Fen, len(d.subs))
	var out []domain.FundUse
	use := func(sub int, on domain.Date, kind domain.FundUseKind, estate, round string, amount domain.Fen) {
		balance[sub] -= amount
		out = append(out, domain.FundUse{
			ID: fmt.Sprintf("Z%05d", len(out)+1), Subdistrict: d.subs[sub].name, UsedOn: on, Kind: kind, EstateID: estate, RoundID: round, Amount: amount,
		})
	}
	bySub := make([][]*estate, len(d.subs))
	for _, e := range d.estates {
		bySub[e.sub] = append(bySub[e.sub], e)
	}
	for _, i := range d.inspections {
		if i.Kind != domain.RoundDistrictSanitary {
			continue
		}
		month := i.HeldOn.Month()
		for _, x := range i.bottom() {
			key := charge{x.company, x.sub, month}
			if x.company < 0 || x.cause != domain.CauseCompany || charged[key] {
				continue
			}
			charged[key] = true
			for _, e := range bySub[x.sub] {
				if e.companyOn(month.First()) == x.company && e.stayOn(month.First()) && e.stayOn(month.Last()) {
					balance[x.sub] += min(e.DistrictSubsidy.Value, e.later())
				}
			}
		}
		q := r.fork(i.number)
		tops := slices.Clone(i.top())
		slices.SortStableFunc(tops, func(a, b *result) int { return a.loss() - b.loss() })
		for _, x := range tops {
			if balance[x.sub] > 4000_00 && q.chance(0.35) && i.HeldOn+9 < today {
				use(x.sub, i.HeldOn+domain.Date(q.whole(5, 9)), domain.UseRewardTop, x.ID, i.ID, domain.Fen(q.whole(3, 8))*200_00)
			}
		}
		for sub := range balance {
			if balance[sub] > 9000_00 && q.chance(0.3) && i.HeldOn+20 < today {
				share := math.Round(float64(balance[sub])*q.between(0.15, 0.4)/100_00) * 100_00
				use(sub, i.HeldOn+domain.Date(q.whole(10, 18)), domain.UseCleaningDrive, "", "", domain.Fen(share))
			}
		}
	}
	return out
}

// later is the district subsidy after a change; the estate's own where there is none.
func (e *estate) later() domain.Fen {
	if e.change != nil && e.change.DistrictSubsidy.Known {
		return e.change.DistrictSubsidy.Value
	}
	return e.DistrictSubsidy.Value
}

// adjust changes the monthly amounts of some estates: most go up with the year 2026, one or two lose theirs.
func (d *district) adjust(r *random) {
	for k, e := range d.estates {
		q := r.fork(k)
		if len(e.stays) == 0 || e.DistrictSubsidy.Value == 0 || d.cast.plays(e) || !q.chance(0.07) {
			continue
		}
		up := func(v domain.Fen, by float64) domain.Opt[domain.Fen] {
			return domain.Some(domain.Fen(math.Round(float64(v)*by/10_00)) * 10_00)
		}
		e.change = &domain.SubsidyChange{EstateID: e.ID, FromMonth: domain.NewMonth(2026, pick(q, []int{1, 1, 1, 4, 7}))}
		if q.chance(0.1) {
			e.change.DistrictSubsidy = domain.Some(domain.Fen(0))
		} else {
			e.change.DistrictSubsidy, e.change.CitySubsidy = up(e.DistrictSubsidy.Value, 1.06), up(e.CitySubsidy.Value, 1.05)
		}
	}
}
