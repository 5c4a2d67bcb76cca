package assign

import (
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"
)

// findStays finds for the candidates with a proxy agreement the host by which they may stay with its company: its nearest in reach, if
// that is not more than KeepM metres farther than the best host; nobody changes hands for less than a millimetre (RULES 7).
func (a *Result) findStays(asked []candidate) {
	// A tree for each company, in each subdistrict where the scope is the subdistrict.
	companies := len(a.ev.Companies)
	group := func(estate, company int) int32 {
		if a.opts.Within == domain.WithinSubdistrict {
			return int32(a.ev.SubdistrictOf(estate)*companies + company)
		}
		return int32(company)
	}
	grouped := make([]spatial.Host, len(a.hosts))
	for i, h := range a.hosts {
		grouped[i] = spatial.Host{Shape: int32(h.Estate), Group: group(h.Estate, h.Company)}
	}
	index := spatial.NewIndexByGroup(a.shapes, grouped)
	var present []int // places in asked
	var queries []spatial.Query
	for i := range asked {
		if company := a.Present(asked[i].Estate); company != policy.None {
			present = append(present, i)
			queries = append(queries, spatial.Query{Shape: int32(asked[i].Estate), Group: group(asked[i].Estate, company)})
		}
	}
	for k, m := range index.NearestWithin(queries, a.opts.MaxDistanceM.Value+reachM, 0) {
		c := &asked[present[k]]
		if m.Host >= 0 && a.opts.Barriers && a.Crosses(c.Estate, a.hosts[m.Host].Estate) {
			m = a.nearestFree(index, queries[k])
		}
		if best := a.decide(c); m.Host >= 0 && (best.Status != Assigned || m.Distance <= best.DistanceM+a.opts.KeepM+tieM) {
			c.stay = m
		}
	}
}

// keepOrDecide is the row of a candidate where no company is full: it stays if it may.
func (a *Result) keepOrDecide(c *candidate) Row {
	if c.stay.Host < 0 {
		return a.decide(c)
	}
	return a.kept(c)
}

func (a *Result) kept(c *candidate) Row {
	h := a.hosts[c.stay.Host]
	return Row{Estate: c.Estate, Status: Assigned, Host: h.Estate, Company: h.Company, DistanceM: c.stay.Distance, Cause: CauseKept, Pin: policy.None}
}

// Present is the company whose proxy agreement is in force for an estate, policy.None without one.
func (a *Result) Present(estate int) int {
	if g := a.ev.AgreementOn(estate, a.ev.AsOf); g != nil && g.Proxy {
		return int(g.Company)
	}
	return policy.None
}
