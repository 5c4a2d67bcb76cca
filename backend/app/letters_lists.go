package app

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/letter"
	"estateatlas/backend/policy"
)

var (
	clauseProxy         = domain.Clause{Document: domain.DocTJ, Place: "六(一)"}
	clauseRectification = domain.Clause{Document: domain.DocHB, Place: "六(3)"}
)

// among returns whether an estate is asked for: one of fids, any without fids.
func (p *project) among(fids []int64) func(place int) bool {
	if len(fids) == 0 {
		return func(int) bool { return true }
	}
	wanted := map[int]bool{}
	for _, fid := range fids {
		if place, ok := p.place[fid]; ok {
			wanted[place] = true
		}
	}
	return func(place int) bool { return wanted[place] }
}

// proxyLetters tell every company what it serves by proxy, now or from a later day on: by the agreements that are recorded, not by
// what an assignment proposes. The host and its distance are those of the assignment, where it comes to the same company.
func (p *project) proxyLetters(j *judged, fids []int64) ([]notice, error) {
	assigned, err := p.assignment(j)
	if err != nil {
		return nil, err
	}
	asked := p.among(fids)
	by := map[int]*notice{}
	for place := range p.book.Estates {
		g := p.proxyAhead(place, j.ev.AsOf)
		if g == nil || !asked(place) {
			continue
		}
		company := int(g.Company)
		n := by[company]
		if n == nil {
			n = &notice{company: company}
			n.Company, n.Basis, n.Since = p.companyWords(company).ZH, p.basis(j, clauseProxy), g.StartsOn
			n.To = n.Company
			by[company] = n
		}
		e := &p.book.Estates[place]
		row := letter.Row{Estate: p.district.Estates.Name[place], Subdistrict: e.Subdistrict, Community: e.Community, Since: g.StartsOn}
		if e.Households.Known {
			row.Households = strconv.FormatInt(e.Households.Value, 10)
		}
		if a := assigned.Row(place); a != nil && a.Status != assign.Unassigned && a.Host != policy.None && a.Company == company {
			row.Host = p.district.Estates.Name[a.Host]
			if !math.IsNaN(a.DistanceM) {
				row.Distance = distanceText(a.DistanceM).ZH
			}
		}
		n.estates, n.Rows, n.Since = append(n.estates, place), append(n.Rows, row), min(n.Since, g.StartsOn)
	}
	return sorted(by), nil
}

// proxyAhead is the proxy agreement of an estate that is in force on a day or begins after it, nil without one.
func (p *project) proxyAhead(place int, day domain.Date) *policy.Agreement {
	all := p.book.Agreements(place)
	for i := range all {
		if g := &all[i]; g.Proxy && (g.EndsOn == 0 || g.EndsOn >= day) {
			return g
		}
	}
	return nil
}

func sorted(by map[int]*notice) []notice {
	out := make([]notice, 0, len(by))
	for _, n := range by {
		out = append(out, *n)
	}
	slices.SortFunc(out, func(a, b notice) int { return cmp.Compare(a.company, b.company) })
	return out
}

// rectificationLetters tell everybody who answers for an item of the rectification list what is to be put right: the company for
// the items of the four functions, the residents' committee for territorial ones. The subdistrict office presses for it (HB 六(3)).
func (p *project) rectificationLetters(ctx context.Context, j *judged, ask *ExportAsk) ([]notice, error) {
	d, err := p.rectifyAsked(ctx, ask)
	if err != nil {
		return nil, err
	}
	a := d.a
	type key struct {
		subdistrict, company int
		territorial          bool
		community            string
	}
	by := map[key]*notice{}
	var order []key
	for i := range d.rows {
		r := &d.rows[i]
		if r.status == domain.RectifyDone {
			continue // there is nothing left to ask for
		}
		e := &p.book.Estates[r.estate]
		k := key{p.book.SubdistrictOf(r.estate), r.company, true, e.Community}
		if r.side == domain.CauseCompany {
			k.territorial, k.community = false, ""
		}
		n := by[k]
		if n == nil {
			n = &notice{company: k.company}
			n.Issuer, n.Basis, n.Subdistrict, n.Community = p.book.Office(k.subdistrict), p.basis(j, clauseRectification), e.Subdistrict, k.community
			switch {
			case k.company != policy.None:
				n.Company = p.companyWords(k.company).ZH
				n.To = n.Company
			case k.territorial:
				n.To = committeeOf(k.community)
			}
			by[k] = n
			order = append(order, k)
		}
		if !slices.Contains(n.estates, r.estate) {
			n.estates = append(n.estates, r.estate)
		}
		n.Rows = append(n.Rows, letter.Row{
			Estate: p.district.Estates.Name[r.estate], Subdistrict: e.Subdistrict, Community: e.Community,
			Item:     strings.TrimSpace(r.item.Code + " " + p.items[r.item.Code].Name),
			Times:    strconv.Itoa(r.item.Occurrences) + "/" + strconv.Itoa(a.Estates[r.estate].ScoredRounds),
			LastSeen: r.lastSeen, DueOn: r.due,
		})
	}
	// Without a company, None, comes last.
	slices.SortStableFunc(order, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.subdistrict, b.subdistrict), cmp.Compare(uint(a.company), uint(b.company)), cmp.Compare(a.community, b.community))
	})
	out := make([]notice, len(order))
	for i, k := range order {
		n := by[k]
		var names []string
		for _, place := range n.estates {
			names = append(names, p.district.Estates.Name[place])
		}
		n.Estate = strings.Join(names, "、")
		out[i] = *n
	}
	return out, nil
}
