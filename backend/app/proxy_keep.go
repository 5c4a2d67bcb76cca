package app

import (
	"cmp"
	"slices"

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
	best := noMatch
	for _, m := range index.Around(q, a.opts.MaxDistanceM.Value+reachM, 0) {
		if best.Host >= 0 && m.Distance > best.Distance+tieM {
			break
		}
		host := a.hosts[m.Host].Estate
		if a.crosses(int(q.Shape), host) {
			continue
		}
		own := func(m spatial.Match) bool {
			return a.ev.SubdistrictOf(a.hosts[m.Host].Estate) == a.ev.SubdistrictOf(int(q.Shape))
		}
		if best.Host < 0 || own(m) && !own(best) {
			best = m
		}
	}
	return best
}

// keep takes out the candidates that stay with the company of their proxy agreement and returns the others. Under capacities those
// nearest to their host stay first.
func (a *Assignment) keep(asked []candidate, l *limits) []candidate {
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
	type stay struct {
		at   int
		host spatial.Match
	}
	var stays []stay
	for k, m := range index.NearestWithin(queries, a.opts.MaxDistanceM.Value+reachM, 0) {
		i := present[k]
		if m.Host >= 0 && a.opts.Barriers && a.crosses(asked[i].Estate, a.hosts[m.Host].Estate) {
			m = a.nearestFree(index, queries[k])
		}
		if best := a.decide(&asked[i]); m.Host >= 0 && (best.Status != Assigned || m.Distance <= best.DistanceM+a.opts.KeepM+reachM) {
			stays = append(stays, stay{i, m})
		}
	}
	slices.SortStableFunc(stays, func(x, y stay) int { return cmp.Compare(x.host.Distance, y.host.Distance) })
	kept := make([]bool, len(asked))
	for _, s := range stays {
		h := a.hosts[s.host.Host]
		if !l.take(h.Company) {
			continue
		}
		kept[s.at] = true
		a.Rows = append(a.Rows, AssignedRow{
			Estate: asked[s.at].Estate, Status: Assigned, Host: h.Estate, Company: h.Company, DistanceM: s.host.Distance, Cause: CauseKept, Pin: policy.None,
		})
	}
	rest := make([]candidate, 0, len(asked)-len(stays))
	for i := range asked {
		if !kept[i] {
			rest = append(rest, asked[i])
		}
	}
	return rest
}

// present is the company whose proxy agreement is in force for an estate, policy.None without one.
func (a *Assignment) present(estate int) int {
	if g := a.ev.AgreementOn(estate, a.ev.AsOf); g != nil && g.Proxy {
		return int(g.Company)
	}
	return policy.None
}
