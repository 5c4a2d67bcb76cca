package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// grouping is one way to part the estates: by company or by subdistrict.
type grouping struct {
	kind  string
	count int
	// of is the group of an estate on the day of j, ofRow that of a withholding, onDay that on any day.
	of    func(j *judged, place int) int
	ofRow func(*policy.Withholding) int
	onDay func(place int, day domain.Date) int
	names []string
}

func (p *project) grouping(kind string) (*grouping, bool) {
	switch kind {
	case "company":
		return &grouping{
			kind: kind, count: len(p.book.Companies), names: p.companyNames(),
			of:    func(j *judged, place int) int { return j.view.Company[place] },
			ofRow: func(w *policy.Withholding) int { return w.Company },
			onDay: func(place int, day domain.Date) int {
				if g := p.book.AgreementOn(place, day); g != nil && !p.book.HasLeft(place, day) {
					return int(g.Company)
				}
				return policy.None
			},
		}, true
	case "subdistrict":
		return &grouping{
			kind: kind, count: len(p.book.Subdistricts), names: p.district.Subdistricts,
			of:    func(_ *judged, place int) int { return p.book.SubdistrictOf(place) },
			ofRow: func(w *policy.Withholding) int { return w.Subdistrict },
			onDay: func(place int, _ domain.Date) int { return p.book.SubdistrictOf(place) },
		}, true
	}
	return nil, false
}

// Group answers what is asked about a company or a subdistrict on the day of a round; kind is company or subdistrict. Errors:
// CodeNotFound of the round or the group.
func (a *Atlas) Group(kind string, index int, roundID string) (GroupCard, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return GroupCard{}, err
	}
	g, ok := p.grouping(kind)
	if !ok || index < 0 || index >= g.count {
		return GroupCard{}, domain.Fail(domain.CodeNotFound, domain.Say("没有这个企业或街道", "There is no such company or subdistrict"), nil)
	}
	return p.groupCard(j, g, index), nil
}

func (p *project) groupCard(j *judged, g *grouping, index int) GroupCard {
	c := GroupCard{
		Kind: g.kind, Index: index, Name: g.names[index], RoundID: j.view.RoundID, AsOf: j.view.AsOf,
		Members: []int64{}, Reasons: []domain.Reason{},
	}
	members := places(len(p.book.Estates), func(i int) bool { return g.of(j, i) == index })
	unserved := p.unserved(j)
	for _, at := range members {
		p.addMember(&c, j, at, slices.Contains(unserved, at))
	}
	if c.Scored > 0 {
		c.AverageRank /= float64(c.Scored)
	}
	// Worst rank first, not scored last.
	slices.SortStableFunc(members, func(x, y int) int { return cmp.Compare(j.view.Rank[y], j.view.Rank[x]) })
	c.Members = append(c.Members, p.fids(members)...)
	p.placeGroup(&c, j)
	c.History = p.groupHistory(j, g, index)
	c.Money = p.groupMoney(j, g, index, members)
	other, _ := p.grouping(map[string]string{"company": "subdistrict", "subdistrict": "company"}[g.kind])
	c.Parts = p.groupParts(j, other, members)
	c.Items = p.groupItems(j, members)
	if g.kind == "company" {
		info := &p.book.Companies[index]
		c.ID, c.Person, c.LegalRepresentative, c.Phone = info.ID, info.ResponsiblePerson, info.LegalRepresentative, info.Phone
		c.BlacklistedOn = info.BlacklistedOn.String()
		c.LostAwards = j.ev.Lost(policy.AwardCompany, index, j.ev.AsOf.Year())
	}
	return c
}

// addMember counts an estate in; AverageRank holds the sum of ranks until all are in.
func (p *project) addMember(c *GroupCard, j *judged, at int, unserved bool) {
	c.Estates++
	c.AreaM2 += p.areaM2[at]
	c.Households += p.book.Estates[at].Households.Value
	if p.district.Estates.Form[at] == 1 {
		c.Scattered++
	}
	if j.view.Proxy[at] {
		c.Proxied++
	}
	if unserved {
		c.Unserved++
	}
	if rank := j.view.Rank[at]; rank > 0 {
		c.Scored++
		c.AverageRank += float64(rank)
	}
	switch j.view.Band[at] {
	case bandTop:
		c.Top++
	case bandBottom:
		c.Bottom++
	}
	if j.view.Level[at] == 3 {
		c.Level3++
	}
}

// placeGroup finds the place of the group among those of its kind that were scored, best average first.
func (p *project) placeGroup(c *GroupCard, j *judged) {
	sums := j.view.Companies
	if c.Kind == "subdistrict" {
		sums = j.view.Subdistricts
	}
	better := 0
	for i := range sums {
		if sums[i].Scored == 0 {
			continue
		}
		c.Of++
		if sums[i].AverageRank < c.AverageRank {
			better++
		}
	}
	if c.Scored > 0 {
		c.Place = better + 1
	}
}

// groupHistory follows the group through the rounds, each with the estates that it had on the day of that round.
func (p *project) groupHistory(j *judged, g *grouping, index int) []GroupPoint {
	out := []GroupPoint{}
	for _, round := range p.rounds {
		r := &p.book.Rounds()[round]
		if r.Round.HeldOn > j.ev.AsOf {
			break
		}
		h := GroupPoint{RoundID: r.Round.ID, HeldOn: r.Round.HeldOn.String(), Of: r.Scored}
		for i := range r.Results {
			e := &r.Results[i]
			if g.onDay(int(e.Estate), r.Round.HeldOn) != index {
				continue
			}
			h.Scored++
			h.AverageRank += float64(e.Rank)
			switch e.Band() {
			case domain.BandTop:
				h.Top++
			case domain.BandBottom:
				h.Bottom++
			case domain.BandMiddle, domain.BandUnranked:
			}
		}
		if h.Scored > 0 {
			h.AverageRank /= float64(h.Scored)
		}
		out = append(out, h)
	}
	return out
}

// groupMoney adds up the months of the year up to the round's.
func (p *project) groupMoney(j *judged, g *grouping, index int, members []int) GroupMoney {
	m := GroupMoney{Months: p.months(j, func(w *policy.Withholding) bool { return g.ofRow(w) == index })}
	for i := range m.Months {
		month := domain.NewMonth(j.ev.AsOf.Year(), i+1)
		for _, at := range members {
			m.Months[i].PayableFen += int64(p.book.Payable(policy.DistrictSubsidy, at, month))
		}
		m.WithheldFen += m.Months[i].WithheldFen
		m.ProposedFen += m.Months[i].ProposedFen
	}
	for _, at := range members {
		m.PayableFen += j.view.PayableFen[at]
	}
	if g.kind == "subdistrict" {
		for _, f := range j.ev.Funds {
			if f.Subdistrict == p.book.Subdistricts[index] {
				line := p.fundLine(f)
				m.Fund = &line
			}
		}
	}
	return m
}

// months adds up the withholdings of the year up to the month of the day, those that keep leaves.
func (p *project) months(j *judged, keep func(*policy.Withholding) bool) []GroupMonth {
	now := j.ev.AsOf.Month()
	out := make([]GroupMonth, now.Number())
	for i := range out {
		out[i].Month = domain.NewMonth(now.Year(), i+1).String()
	}
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		if w.Month.Year() != now.Year() || w.Month > now || !keep(w) {
			continue
		}
		m := &out[w.Month.Number()-1]
		switch {
		case w.Status != policy.Confirmed:
			m.ProposedFen += int64(w.Amount)
		default:
			m.WithheldFen += int64(w.Amount)
			if w.Timing == policy.Clawback {
				m.ClawbackFen += int64(w.Amount)
			}
		}
	}
	return out
}

func (p *project) fundLine(f policy.Fund) FundLine {
	at := slices.Index(p.book.Subdistricts, f.Subdistrict)
	return FundLine{
		Index: at, Name: p.district.Subdistricts[at], ConfirmedInFen: int64(f.ConfirmedIn), ProposedInFen: int64(f.ProposedIn),
		UsedFen: int64(f.Used), BalanceFen: int64(f.Balance),
	}
}

// groupParts parts the members another way, worst average rank first; those without a part are left out.
func (p *project) groupParts(j *judged, other *grouping, members []int) []GroupPart {
	byPart := map[int]*GroupPart{}
	for _, at := range members {
		g := other.of(j, at)
		if g < 0 {
			continue
		}
		part := byPart[g]
		if part == nil {
			part = &GroupPart{Index: g, Name: other.names[g], FIDs: []int64{}}
			byPart[g] = part
		}
		part.Estates++
		part.FIDs = append(part.FIDs, p.book.Estates[at].FID)
		if rank := j.view.Rank[at]; rank > 0 {
			part.Scored++
			part.AverageRank += float64(rank)
		}
		if j.view.Band[at] == bandBottom {
			part.Bottom++
		}
	}
	out := make([]GroupPart, 0, len(byPart))
	for _, part := range byPart {
		if part.Scored > 0 {
			part.AverageRank /= float64(part.Scored)
		}
		out = append(out, *part)
	}
	slices.SortFunc(out, func(a, b GroupPart) int {
		return cmp.Or(cmp.Compare(b.AverageRank, a.AverageRank), cmp.Compare(a.Index, b.Index))
	})
	return out
}

// groupItems adds up what the members lost in the round, by item, most points first.
func (p *project) groupItems(j *judged, members []int) []GroupItem {
	out := []GroupItem{}
	if j.round == policy.None {
		return out
	}
	points, estates := map[string]domain.Decimal{}, map[string][]int64{}
	var all domain.Decimal
	for _, at := range members {
		for _, d := range p.book.Deductions(j.round, at) {
			if d.Points.IsZero() {
				continue
			}
			points[d.Item] = points[d.Item].Add(d.Points)
			all = all.Add(d.Points)
			if fid := p.book.Estates[at].FID; !slices.Contains(estates[d.Item], fid) {
				estates[d.Item] = append(estates[d.Item], fid)
			}
		}
	}
	for code, sum := range points {
		it := p.items[code]
		out = append(out, GroupItem{
			Item: code, Name: it.Name, Points: sum.String(), Share: sum.Float() / all.Float(), Company: it.Function != "",
			Estates: len(estates[code]), FIDs: estates[code],
		})
	}
	slices.SortFunc(out, func(a, b GroupItem) int {
		return cmp.Or(points[b.Item].Cmp(points[a.Item]), cmp.Compare(a.Item, b.Item))
	})
	return out
}
