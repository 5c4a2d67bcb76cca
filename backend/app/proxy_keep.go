package app

import (
	"math"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// barriers are the lines that links should not cross; nil without.
func (a *Assignment) barriers() *spatial.Lines {
	var shapes []orb.Geometry
	for _, b := range a.ev.Tables().Backdrops {
		if b.Layer == domain.BackdropBarriers {
			shapes = append(shapes, b.Geometry)
		}
	}
	return spatial.NewLines(a.frame, shapes)
}

// crosses reports whether the way between the nearest points of two estates crosses a barrier.
func (a *Assignment) crosses(estate, host int) bool {
	if a.lines == nil {
		return false
	}
	n := a.shapes.Nearest(estate, a.shapes, host)
	return n.Distance > 0 && a.lines.Cross(n.OnA, n.OnB)
}

// nearestFree is the nearest host in reach to which no barrier is crossed, by the rules of the index; without a host if there is none.
func (a *Assignment) nearestFree(index *spatial.Index, q spatial.Query) spatial.Match {
	own := func(m spatial.Match) bool {
		return a.ev.SubdistrictOf(a.hosts[m.Host].Estate) == a.ev.SubdistrictOf(int(q.Shape))
	}
	for k := 8; ; k *= 4 { // most find one on their side among the first few
		best, least := noMatch, math.Inf(1)
		found := index.Around(q, 0, k)
		for _, m := range found {
			if !a.reaches(m) || m.Distance > least+tieM {
				return best
			}
			if a.crosses(int(q.Shape), a.hosts[m.Host].Estate) {
				continue
			}
			least = min(least, m.Distance)
			if best.Host < 0 || own(m) && !own(best) || own(m) == own(best) && m.Host < best.Host {
				best = m
			}
		}
		if len(found) < k {
			return best
		}
	}
}

// findStays finds for the candidates with a proxy agreement the host by which they may stay with its company: its nearest in reach, if
// that is not more than KeepM metres farther than the best host; nobody changes hands for less than a millimetre (RULES 7).
func (a *Assignment) findStays(asked []candidate) {
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
		if company := a.present(asked[i].Estate); company != policy.None {
			present = append(present, i)
			queries = append(queries, spatial.Query{Shape: int32(asked[i].Estate), Group: group(asked[i].Estate, company)})
		}
	}
	for k, m := range index.NearestWithin(queries, a.opts.MaxDistanceM.Value+reachM, 0) {
		c := &asked[present[k]]
		if m.Host >= 0 && a.opts.Barriers && a.crosses(c.Estate, a.hosts[m.Host].Estate) {
			m = a.nearestFree(index, queries[k])
		}
		if best := a.decide(c); m.Host >= 0 && (best.Status != Assigned || m.Distance <= best.DistanceM+a.opts.KeepM+tieM) {
			c.stay = m
		}
	}
}

// keepOrDecide is the row of a candidate where no company is full: it stays if it may.
func (a *Assignment) keepOrDecide(c *candidate) AssignedRow {
	if c.stay.Host < 0 {
		return a.decide(c)
	}
	return a.kept(c)
}

func (a *Assignment) kept(c *candidate) AssignedRow {
	h := a.hosts[c.stay.Host]
	return AssignedRow{Estate: c.Estate, Status: Assigned, Host: h.Estate, Company: h.Company, DistanceM: c.stay.Distance, Cause: CauseKept, Pin: policy.None}
}

// present is the company whose proxy agreement is in force for an estate, policy.None without one.
func (a *Assignment) present(estate int) int {
	if g := a.ev.AgreementOn(estate, a.ev.AsOf); g != nil && g.Proxy {
		return int(g.Company)
	}
	return policy.None
}
