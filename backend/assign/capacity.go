package assign

import (
	"context"
	"errors"
	"math"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"
	"estateatlas/backend/transport"
)

// Certificate proves an assignment with capacities: no other one serves more candidates, none that serves as many lets more of them
// stay with their present company where that was asked, and of those none has a smaller total. Totals are of distances in whole
// millimetres, as they are published.
type Certificate struct {
	Candidates, Served int
	// Kept of the served stay; 0 where it was not asked.
	Kept    int
	TotalMM int64
	// BoundMM is computed from prices of a place at each company alone and lies under every assignment that serves and keeps as many.
	// Equal to TotalMM it proves that the total is least.
	BoundMM int64
}

// limits says which companies take only so many, and how many places they have left after the standing overrides.
type limits struct {
	sinkOf []int   // by company: its sink; that of all companies without a limit is the last
	room   []int64 // by sink
}

func (a *Result) limits(overridden []policy.StandingOverride) limits {
	companies := a.ev.Companies
	l := limits{sinkOf: make([]int, len(companies))}
	for i := range companies {
		l.sinkOf[i] = -1
		if c := a.capacity(i); a.opts.Capacity && c.Known {
			l.sinkOf[i] = len(l.room)
			l.room = append(l.room, c.Value)
		}
	}
	for i := range l.sinkOf {
		if l.sinkOf[i] < 0 {
			l.sinkOf[i] = len(l.room)
		}
	}
	l.room = append(l.room, transport.Unlimited)
	for _, o := range overridden {
		if o.Company != policy.None {
			l.take(o.Company)
		}
	}
	return l
}

// take uses a place at a company and reports whether it had one; overrides use places that are not there.
func (l *limits) take(company int) bool {
	sink := l.sinkOf[company]
	if l.room[sink] == 0 {
		return false
	}
	if l.room[sink] != transport.Unlimited {
		l.room[sink]--
	}
	return true
}

// capacity is what a company takes at most in this assignment; unknown: no limit.
func (a *Result) capacity(company int) domain.Opt[int64] {
	if own, said := a.opts.Capacities[company]; said {
		return own
	}
	if a.opts.EachCapacity.Known {
		return a.opts.EachCapacity
	}
	return a.ev.Companies[company].Capacity
}

// share fills the rows of the candidates under the capacities (RULES 7): the most served, then the most that stay, then the least
// total distance, then the least list of host ids. Their nearest hosts say who the nearest one of an unassigned one is.
func (a *Result) share(ctx context.Context, candidates []candidate, l *limits) error {
	offers := make([][]transport.Offer, len(candidates))
	hosts := make([][]int32, len(candidates)) // beside offers: the place in a.hosts
	// A candidate with a host of its own subdistrict in reach keeps to its subdistrict where that goes first.
	ownOnly := func(i int) bool {
		switch a.opts.Within {
		case domain.WithinSubdistrict:
			return true
		case domain.WithinPreferSubdistrict:
			return a.reaches(candidates[i].own)
		}
		return false
	}
	for _, inOwn := range []bool{false, true} {
		var asked []int
		for i := range candidates {
			if ownOnly(i) == inOwn {
				asked = append(asked, i)
			}
		}
		if len(asked) == 0 {
			continue
		}
		// A tree for each company, or for each company in each subdistrict.
		group := func(estate, sink int) int32 {
			if !inOwn {
				return int32(sink)
			}
			return int32(a.ev.SubdistrictOf(estate)*len(l.room) + sink)
		}
		grouped := make([]spatial.Host, len(a.hosts))
		for i, h := range a.hosts {
			grouped[i] = spatial.Host{Shape: int32(h.Estate), Group: group(h.Estate, l.sinkOf[h.Company])}
		}
		index := spatial.NewIndexByGroup(a.shapes, grouped)
		queries := make([]spatial.Query, len(asked))
		for sink := range l.room {
			if err := domain.Cancelled(ctx); err != nil {
				return err
			}
			for k, i := range asked {
				estate := candidates[i].Estate
				queries[k] = spatial.Query{Shape: int32(estate), Group: group(estate, sink)}
			}
			for k, m := range index.NearestWithin(queries, a.opts.MaxDistanceM.Value+reachM, 0) {
				i := asked[k]
				if m.Host != spatial.None && a.opts.Barriers && a.Crosses(candidates[i].Estate, a.hosts[m.Host].Estate) {
					m = a.nearestFree(index, queries[k])
				}
				if m.Host == spatial.None {
					continue
				}
				offers[i] = append(offers[i], transport.Offer{Sink: int32(sink), Cost: int64(math.Round(m.Distance * 1000)), Order: m.Host})
				hosts[i] = append(hosts[i], m.Host)
			}
		}
	}
	var move int64 // what leaving the present company costs beside the distance
	if a.opts.Keep {
		move = a.preferStays(candidates, offers, hosts, l)
	}
	answer, err := transport.Solve(ctx, transport.Problem{Room: l.room, Offers: offers}, a.opts.Progress)
	if err != nil {
		return errors.Join(domain.Cancelled(ctx), err)
	}
	kept := 0
	for i := range candidates {
		c := &candidates[i]
		row := a.decide(c)
		switch k := answer.Choice[i]; {
		case k != transport.None && c.stay.Host >= 0 && hosts[i][k] == c.stay.Host:
			row = a.kept(c)
			kept++
		case k != transport.None:
			h := a.hosts[hosts[i][k]]
			if h.Estate != row.Host {
				far := a.shapes.Nearest(c.Estate, a.shapes, h.Estate).Distance
				if far > row.DistanceM+tieM {
					row.Cause = CauseNearestFree
				}
				row.Host, row.Company, row.DistanceM = h.Estate, h.Company, far
			}
		case row.Status == Assigned: // in reach, and full
			row.Status, row.Company, row.Cause = Unassigned, policy.None, CauseFull
		}
		a.Rows = append(a.Rows, row)
	}
	moved := move * int64(answer.Served-kept)
	a.Certificate = &Certificate{Candidates: len(offers), Served: answer.Served, Kept: kept, TotalMM: answer.Cost - moved, BoundMM: answer.Bound - moved}
	return nil
}

// preferStays makes every place dearer by what is returned but those by which candidates stay: more than all distances together, so
// that one more that stays is worth any way. A stay takes the place of another host of its sink.
func (a *Result) preferStays(candidates []candidate, offers [][]transport.Offer, hosts [][]int32, l *limits) (move int64) {
	stays := make([]int, len(candidates)) // place of the stay in the offers, −1 without
	move = 1
	for i := range candidates {
		c := &candidates[i]
		stays[i] = -1
		if c.stay.Host >= 0 {
			stay := transport.Offer{Sink: int32(l.sinkOf[a.hosts[c.stay.Host].Company]), Cost: int64(math.Round(c.stay.Distance * 1000)), Order: c.stay.Host}
			if stays[i] = slices.IndexFunc(offers[i], func(o transport.Offer) bool { return o.Sink == stay.Sink }); stays[i] < 0 {
				stays[i] = len(offers[i])
				offers[i], hosts[i] = append(offers[i], stay), append(hosts[i], 0)
			}
			offers[i][stays[i]], hosts[i][stays[i]] = stay, c.stay.Host
		}
		var farthest int64
		for _, o := range offers[i] {
			farthest = max(farthest, o.Cost)
		}
		move += farthest
	}
	for i := range offers {
		for k := range offers[i] {
			if k != stays[i] {
				offers[i][k].Cost += move
			}
		}
	}
	return move
}

// CompanyLoad is what a company manages by proxy before and after an assignment.
type CompanyLoad struct {
	Company       int
	Before, After Load
	// Capacity is the number of proxied estates that it takes; unknown: no limit.
	Capacity domain.Opt[int64]
}

// Load counts estates, their known households and their ground area.
type Load struct {
	Estates    int
	Households int64
	AreaM2     float64
}

// Add counts one more estate.
func (l *Load) Add(households domain.Opt[int64], areaM2 float64) {
	l.Estates++
	l.Households += households.Value
	l.AreaM2 += areaM2
}

// Loads returns the companies that serve by proxy before (by the agreements in force) or after (by the rows), by company.
func (a *Result) Loads() []CompanyLoad {
	loads := make([]CompanyLoad, len(a.ev.Companies))
	for i := range loads {
		loads[i] = CompanyLoad{Company: i, Capacity: a.capacity(i)}
	}
	for e := range a.ev.Estates {
		if g := a.ev.AgreementOn(e, a.ev.AsOf); g != nil && g.Proxy && !a.ev.HasLeft(e, a.ev.AsOf) {
			loads[g.Company].Before.Add(a.ev.Estates[e].Households, a.shapes.Area(e))
		}
	}
	for i := range a.Rows {
		if r := &a.Rows[i]; r.Company != policy.None {
			loads[r.Company].After.Add(a.ev.Estates[r.Estate].Households, a.shapes.Area(r.Estate))
		}
	}
	return slices.DeleteFunc(loads, func(l CompanyLoad) bool { return l.Before.Estates == 0 && l.After.Estates == 0 })
}
