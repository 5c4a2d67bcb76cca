package demo

import "estateatlas/backend/domain"

// direct makes the agreements of one company with one estate: most since 2023 or 2024, some renewed.
func direct(company int, enrolled domain.Date, r *random) []stint {
	from := pick(r, []domain.Date{day(2023, 1, 1), day(2023, 7, 1), day(2024, 1, 1), day(2024, 1, 1), day(2024, 7, 1)})
	from = max(from, enrolled)
	switch x := r.unit(); {
	case x < 0.5:
		return []stint{{company, domain.AgreementDirect, from, 0}}
	case x < 0.75:
		return []stint{{company, domain.AgreementDirect, from, day(2027, 12, 31)}}
	}
	end := day(2025, 12, 31)
	return []stint{{company, domain.AgreementDirect, from, end}, {company, domain.AgreementDirect, end + 1, day(2028, 12, 31)}}
}

// leave ends the agreements of the company that leaves; others take its estates over the day after.
func (d *district) leave(r *random) {
	end := day(2025, 6, 30)
	for k, e := range d.estates {
		for i, s := range e.stints {
			if s.company != leaving {
				continue
			}
			q := r.fork(k)
			if s.from > end {
				e.stints = e.stints[:i]
				break
			}
			e.stints = append(e.stints[:i:i], stint{leaving, s.kind, s.from, end})
			if !q.chance(0.1) {
				e.stints = append(e.stints, stint{pick(q, []int{5, 5, 2}), s.kind, end + 1, day(2028, 6, 30)})
			}
			break
		}
		// Now and then another company wins the next agreement.
		if n := len(e.stints); n == 2 && e.stints[0].company == e.stints[1].company && r.fork(k, 1).chance(0.12) {
			e.stints[1].company = (e.stints[1].company + 3) % leaving
		}
	}
}

// endWithStays ends agreements when the estate leaves long-term management.
func (d *district) endWithStays() {
	for _, e := range d.estates {
		if len(e.stays) == 0 || e.stays[len(e.stays)-1].ExitedOn == 0 {
			continue
		}
		end := e.stays[len(e.stays)-1].ExitedOn - 1
		var kept []stint
		for _, s := range e.stints {
			if s.from > end {
				break
			}
			if s.to == 0 || s.to > end {
				s.to = end
			}
			kept = append(kept, s)
		}
		e.stints = kept
	}
}

// takeOver gives every scattered estate in company hands to the company of its nearest contiguous neighbour, as RULES 7
// would on most of them; the agreements follow those of the neighbour.
func takeOver(estates []*estate, r *random) {
	hosts := newNeighbours(estates, func(e *estate) bool { return !e.scattered() && len(e.stints) > 0 })
	for i, e := range estates {
		if !e.scattered() || len(e.stints) > 0 || e.Mode != domain.ModeCompany && e.Mode != "" || e.EnrolledOn == 0 {
			continue
		}
		host, distance := hosts.nearest(e)
		if host == nil || distance > 990 {
			continue
		}
		q := r.fork(i)
		if q.chance(0.015) {
			continue
		}
		e.host = host
		since := max(e.EnrolledOn, day(2024, q.whole(1, 9), 1))
		for _, s := range host.stints {
			if s.to != 0 && s.to < since {
				continue
			}
			if n := len(e.stints); n > 0 && e.stints[n-1].company == s.company {
				e.stints[n-1].to = s.to
				continue
			}
			if len(e.stints) > 0 && e.stints[0].company == leaving && q.chance(0.3) {
				break // nobody took it over yet
			}
			e.stints = append(e.stints, stint{s.company, domain.AgreementProxy, max(s.from, since), s.to})
		}
	}
}

func (e *estate) agreements(companies []domain.Company) []domain.Agreement {
	var out []domain.Agreement
	for _, s := range e.stints {
		out = append(out, domain.Agreement{EstateID: e.ID, CompanyID: companies[s.company].ID, Kind: s.kind, StartsOn: s.from, EndsOn: s.to})
	}
	return out
}
