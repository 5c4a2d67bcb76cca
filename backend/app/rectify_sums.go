package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
	"estateatlas/backend/policy"
)

// dueSoonDays is how far ahead a deadline counts as near.
const dueSoonDays = 7

func (d *rectified) sums() RectifySums {
	s := RectifySums{Listed: len(d.rows), Unscored: len(d.a.Unscored), UnscoredFIDs: d.p.fids(d.a.Unscored)}
	estates := map[int]bool{}
	for i := range d.rows {
		r := &d.rows[i]
		estates[r.estate] = true
		if r.item.Frequent {
			s.Frequent++
		}
		if r.item.Prone {
			s.Prone++
		}
		if r.item.Frequent && r.item.Prone {
			s.Both++
		}
		switch r.status {
		case domain.RectifyDone:
			s.Done++
		case domain.RectifyRecheck:
			s.Recheck++
		case domain.RectifyOpen:
			s.Open++
			switch {
			case r.overdue:
				s.Overdue++
			case r.due == 0:
				s.NoDue++
			case r.due-d.on <= dueSoonDays:
				s.DueSoon++
			}
		}
	}
	s.Estates = len(estates)
	return s
}

// companyAnswers reports whether the company answers for an item.
func (p *project) companyAnswers(code string) bool {
	return p.items[code].Responsible == domain.CauseCompany
}

func (p *project) sideOf(code string) string {
	if p.companyAnswers(code) {
		return string(domain.CauseCompany)
	}
	return string(domain.CauseTerritorial)
}

// items sums the list up by item; an item that occurred in the window without being on the list is there too.
func (d *rectified) items() []RectifyItem {
	at := map[string]int{}
	out := []RectifyItem{}
	of := func(code string) *RectifyItem {
		i, known := at[code]
		if !known {
			i = len(out)
			at[code] = i
			out = append(out, RectifyItem{Code: code, Name: d.p.itemName(code), Side: d.p.sideOf(code)})
		}
		return &out[i]
	}
	for e := range d.a.Estates {
		for i := range d.a.Estates[e].Items {
			it := &d.a.Estates[e].Items[i]
			sum := of(it.Code)
			sum.Occurrences += it.Occurrences
			sum.Estates++
		}
	}
	for i := range d.rows {
		r := &d.rows[i]
		sum := of(r.item.Code)
		sum.Listed++
		if r.item.Frequent {
			sum.Frequent++
		}
		if r.item.Prone {
			sum.Prone++
		}
		if r.status == domain.RectifyDone {
			sum.Done++
		}
		if r.overdue {
			sum.Overdue++
		}
	}
	slices.SortStableFunc(out, func(a, b RectifyItem) int {
		return cmp.Or(cmp.Compare(b.Listed, a.Listed), cmp.Compare(b.Occurrences, a.Occurrences), cmp.Compare(a.Code, b.Code))
	})
	return out
}

// count adds a row to a group.
func (g *RectifyGroup) count(r *rectifiedRow) {
	g.Listed++
	switch r.status {
	case domain.RectifyDone:
		g.Done++
	case domain.RectifyRecheck:
		g.Recheck++
	case domain.RectifyOpen:
	}
	if r.overdue {
		g.Overdue++
	}
}

func (g *RectifyGroup) countFinding(f *domain.Finding, on domain.Date) {
	g.Findings++
	if !openOn(f, on) {
		g.Resolved++
	}
	if overdueOn(f, on) {
		g.OverdueFindings++
	}
}

// part is a share, −1 of nothing.
func part(of, all int) float64 {
	if all == 0 {
		return -1
	}
	return float64(of) / float64(all)
}

// groups sums rows and findings up by subdistrict and by company. A finding that the company answers for counts for the company whose
// agreement was in force when it was found.
func (d *rectified) groups() (subdistricts, companies []RectifyGroup) {
	p := d.p
	bySubdistrict, byCompany := map[int]*RectifyGroup{}, map[int]*RectifyGroup{}
	of := func(groups map[int]*RectifyGroup, index int) *RectifyGroup {
		if groups[index] == nil {
			groups[index] = &RectifyGroup{Index: index}
		}
		return groups[index]
	}
	for i := range d.rows {
		r := &d.rows[i]
		of(bySubdistrict, p.book.SubdistrictOf(r.estate)).count(r)
		if r.side == domain.CauseCompany {
			of(byCompany, r.company).count(r)
		}
	}
	for i := range p.tables.Findings {
		f := &p.tables.Findings[i]
		place, known := p.book.Estate(f.EstateID)
		if !known || f.FoundOn > d.on {
			continue
		}
		of(bySubdistrict, p.book.SubdistrictOf(place)).countFinding(f, d.on)
		if p.companyAnswers(f.Item) {
			of(byCompany, p.companyOn(place, f.FoundOn)).countFinding(f, d.on)
		}
	}
	return groupsOf(bySubdistrict, func(at int) string { return p.district.Subdistricts[at] }),
		groupsOf(byCompany, func(at int) string {
			if at == policy.None {
				return ""
			}
			return p.district.Companies[at].Name
		})
}

// companyOn is the company of an estate on a day, None without an agreement.
func (p *project) companyOn(place int, day domain.Date) int {
	if g := p.book.AgreementOn(place, day); g != nil {
		return int(g.Company)
	}
	return policy.None
}

func groupsOf(groups map[int]*RectifyGroup, name func(index int) string) []RectifyGroup {
	out := []RectifyGroup{}
	for index, g := range groups {
		g.Name, g.Rate, g.FindingRate = name(index), part(g.Done, g.Listed), part(g.Resolved, g.Findings)
		out = append(out, *g)
	}
	slices.SortFunc(out, func(a, b RectifyGroup) int {
		return cmp.Or(cmp.Compare(b.Listed, a.Listed), cmp.Compare(b.Findings, a.Findings), cmp.Compare(uint(a.Index), uint(b.Index)))
	})
	return out
}

// parties sums the rows up by who answers for them.
func (d *rectified) parties() []RectifyParty {
	type key struct {
		side        domain.Cause
		company     int
		subdistrict int
		community   string
	}
	at := map[key]int{}
	out := []RectifyParty{}
	for i := range d.rows {
		r := &d.rows[i]
		k := key{side: r.side, company: r.company}
		if r.side != domain.CauseCompany {
			k.subdistrict, k.community = d.p.book.SubdistrictOf(r.estate), d.p.book.Estates[r.estate].Community
		}
		j, known := at[k]
		if !known {
			j = len(out)
			at[k] = j
			out = append(out, RectifyParty{
				Side: string(r.side), Party: d.p.responsible(r.hotspotRow, r.company), Company: r.company, Contact: d.p.contact(r.company), FIDs: []int64{},
			})
		}
		party := &out[j]
		g := RectifyGroup{}
		g.count(r)
		party.Listed, party.Done, party.Recheck, party.Overdue = party.Listed+g.Listed, party.Done+g.Done, party.Recheck+g.Recheck, party.Overdue+g.Overdue
		if fid := d.p.book.Estates[r.estate].FID; !slices.Contains(party.FIDs, fid) {
			party.FIDs = append(party.FIDs, fid)
		}
	}
	slices.SortStableFunc(out, func(a, b RectifyParty) int { return cmp.Compare(b.Listed, a.Listed) })
	return out
}

// matrix crosses items with subdistricts, over the window.
func (d *rectified) matrix(items []RectifyItem) RectifyMatrix {
	m := RectifyMatrix{Items: []string{}, Subdistricts: []int{}}
	row, column := map[string]int{}, map[int]int{}
	for _, it := range items {
		row[it.Code] = len(m.Items)
		m.Items = append(m.Items, it.Code)
	}
	for s := range d.p.book.Subdistricts {
		column[s] = s
		m.Subdistricts = append(m.Subdistricts, s)
	}
	m.Cells = make([]RectifyHit, len(m.Items)*len(m.Subdistricts))
	cell := func(code string, estate int) *RectifyHit {
		return &m.Cells[row[code]*len(m.Subdistricts)+column[d.p.book.SubdistrictOf(estate)]]
	}
	for e := range d.a.Estates {
		for i := range d.a.Estates[e].Items {
			it := &d.a.Estates[e].Items[i]
			c := cell(it.Code, e)
			c.Occurrences += it.Occurrences
			c.Estates++
		}
		for _, round := range d.a.Rounds {
			for _, lost := range d.p.book.Deductions(round, e) {
				if !lost.Points.IsZero() {
					cell(lost.Item, e).Points += lost.Points.Float()
				}
			}
		}
	}
	for i := range d.rows {
		cell(d.rows[i].item.Code, d.rows[i].estate).Listed++
	}
	return m
}

// times counts how often pairs of estate and item occurred.
func (d *rectified) times() []RectifyTimes {
	out := make([]RectifyTimes, len(d.a.Rounds))
	for i := range out {
		out[i].Times = i + 1
	}
	for e := range d.a.Estates {
		for i := range d.a.Estates[e].Items {
			it := &d.a.Estates[e].Items[i]
			if d.p.companyAnswers(it.Code) {
				out[it.Occurrences-1].Company++
			} else {
				out[it.Occurrences-1].Locality++
			}
		}
	}
	return out
}

// leastRounds is how many rounds the chart of rounds shows if there are so many.
const leastRounds = 12

// showRounds counts what occurred in each of the last rounds; all is the window of all rounds.
func (d *rectified) showRounds(v *RectifyView, all *hotspot.Window) {
	n := len(all.Rounds)
	first := max(0, n-max(leastRounds, 2*len(d.a.Rounds)))
	v.Rounds = make([]RectifyRound, n-first)
	for i := range v.Rounds {
		r := &d.p.book.Rounds()[all.Rounds[first+i]]
		v.Rounds[i] = RectifyRound{
			ID: r.Round.ID, Name: roundName(&r.Round), HeldOn: r.Round.HeldOn.String(), Kind: string(r.Round.Kind), Scored: r.Scored,
			InWindow: first+i >= n-len(d.a.Rounds),
		}
	}
	for e := range all.Estates {
		h := &all.Estates[e]
		last := -1 // the scored round before
		for at := range n {
			if at >= first {
				d.countRound(&v.Rounds[at-first], h, at, last)
			}
			if h.Scored[at] {
				last = at
			}
		}
	}
	for i := range d.p.tables.Findings {
		if at := all.RoundOf(&d.p.tables.Findings[i], d.p.book); at >= first {
			v.Rounds[at-first].Findings++
		}
	}
}

func (d *rectified) countRound(r *RectifyRound, h *hotspot.History, at, last int) {
	r.Points += h.Points[at]
	for i := range h.Items {
		it := &h.Items[i]
		if !it.In[at] {
			continue
		}
		if d.p.companyAnswers(it.Code) {
			r.Company++
		} else {
			r.Locality++
		}
		if last >= 0 && it.In[last] {
			r.Again++
		} else {
			r.Fresh++
		}
	}
}

// months counts what occurred by month of the year.
func (d *rectified) months(all *hotspot.Window) []RectifyMonth {
	out := make([]RectifyMonth, 12)
	of := make([]*RectifyMonth, len(all.Rounds))
	for at, round := range all.Rounds {
		r := &d.p.book.Rounds()[round]
		of[at] = &out[r.Round.HeldOn.Month().Number()-1]
		of[at].Rounds++
		of[at].Scored += r.Scored
	}
	for e := range all.Estates {
		for i := range all.Estates[e].Items {
			it := &all.Estates[e].Items[i]
			company := d.p.companyAnswers(it.Code)
			for at, in := range it.In {
				switch {
				case !in:
				case company:
					of[at].Company++
				default:
					of[at].Locality++
				}
			}
		}
	}
	for i := range out {
		m := &out[i]
		m.Month = i + 1
		if m.Scored > 0 {
			m.PerHundred = 100 * float64(m.Company+m.Locality) / float64(m.Scored)
		}
	}
	return out
}
