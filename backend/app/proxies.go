package app

import (
	"context"
	"math"

	"estateatlas/backend/assign"
	"estateatlas/backend/policy"
)

// runnersUp is how many other hosts a card names.
const runnersUp = 3

// assignment returns the assignment as of the day of a round, computed once.
func (p *project) assignment(j *judged) (*assign.Result, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if j.assignment == nil {
		a, err := assign.Run(context.Background(), j.ev, assign.Options{})
		if err != nil {
			return nil, err
		}
		j.assignment = a
	}
	return j.assignment, nil
}

// Proxies returns the assignment of scattered estates as of the day of a round.
func (a *Atlas) Proxies(roundID string) (ProxyView, error) {
	p, err := a.project()
	if err != nil {
		return ProxyView{}, err
	}
	j, err := p.judge(roundID)
	if err != nil {
		return ProxyView{}, err
	}
	assignment, err := p.assignment(j)
	if err != nil {
		return ProxyView{}, err
	}
	v := ProxyView{AsOf: j.view.AsOf, Links: []ProxyLink{}, Unassigned: []int64{}}
	for i := range assignment.Rows {
		row := &assignment.Rows[i]
		fid := p.book.Estates[row.Estate].FID
		if row.Status == assign.Unassigned {
			v.Unassigned = append(v.Unassigned, fid)
			continue
		}
		if row.Host == policy.None || math.IsNaN(row.DistanceM) {
			continue
		}
		from, to := assignment.Line(row.Estate, row.Host)
		v.Links = append(v.Links, ProxyLink{
			FID: fid, HostFID: p.book.Estates[row.Host].FID, Company: row.Company, DistanceM: row.DistanceM,
			From: from[:], To: to[:], Override: row.Status == assign.Overridden,
		})
	}
	return v, nil
}

// cardProxy says who serves a scattered estate by the rules, or whom a contiguous one serves; nil where neither is so.
func (p *project) cardProxy(j *judged, place int) (*CardProxy, error) {
	a, err := p.assignment(j)
	if err != nil {
		return nil, err
	}
	name := func(at int) string { return p.district.Estates.Name[at] }
	company := func(at int) string {
		if at == policy.None {
			return ""
		}
		return p.district.Companies[at].Name
	}
	row := a.Row(place)
	if row == nil {
		c := &CardProxy{Status: "host", RunnersUp: []ProxyHost{}, Served: []int64{}}
		for i := range a.Rows {
			if a.Rows[i].Host == place && a.Rows[i].Status != assign.Unassigned {
				c.Served = append(c.Served, p.book.Estates[a.Rows[i].Estate].FID)
			}
		}
		if len(c.Served) == 0 {
			return nil, nil
		}
		return c, nil
	}
	c := &CardProxy{Status: string(row.Status), Company: company(row.Company), RunnersUp: []ProxyHost{}, Served: []int64{}, Reason: a.Why(row)}
	if row.Host != policy.None {
		c.HostFID, c.HostName = p.book.Estates[row.Host].FID, name(row.Host)
	}
	if !math.IsNaN(row.DistanceM) {
		c.DistanceM = row.DistanceM
	}
	for _, r := range a.RunnersUp(row, runnersUp) {
		c.RunnersUp = append(c.RunnersUp, ProxyHost{
			FID: p.book.Estates[r.Host].FID, Name: name(r.Host), Company: company(r.Company), DistanceM: r.DistanceM, Passed: r.Passed,
		})
	}
	return c, nil
}
