package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Card returns all that is known of one estate as of the day of a round.
func (a *Atlas) Card(fid int64, roundID string) (Card, error) {
	p, err := a.project()
	if err != nil {
		return Card{}, err
	}
	place, ok := p.place[fid]
	if !ok {
		return Card{}, domain.Fail(domain.CodeNotFound, domain.Say("项目中没有这个小区", "The project has no such estate"), nil)
	}
	j, err := p.judge(roundID)
	if err != nil {
		return Card{}, err
	}
	c := p.card(j, place)
	c.Proxy, err = p.cardProxy(j, place)
	return c, err
}

func (p *project) card(j *judged, place int) Card {
	e, v, ev := &p.book.Estates[place], &j.view, j.ev
	form, derived := p.book.FormOf(place, p.area)
	c := Card{
		FID: e.FID, ID: e.ID, Name: p.district.Estates.Name[place], Subdistrict: e.Subdistrict, Community: e.Community,
		Form: string(form), FormDerived: derived, Mode: string(e.Mode), AreaM2: p.areaM2[place],
		Households: p.district.Estates.Households[place], OnMap: len(e.Boundary) > 0,
		RoundID: v.RoundID, AsOf: v.AsOf, Rank: v.Rank[place], RankFromBottom: v.RankFromBottom[place], Of: v.Scored, BandSize: v.BandSize,
		Tied: v.Tied[place], Change: v.Change[place], Score: v.Score[place], Band: string(ev.States[place].Band), Run: v.Run[place],
		History: p.history(j, place, len(p.rounds)), Measures: p.cardMeasures(j, place), Deductions: p.cardDeductions(j, place),
		Money: p.cardMoney(j, place), Company: p.cardCompany(j, place), Decisions: p.decisions(place),
		Reasons: ev.StateReasons(place),
	}
	if j.round != policy.None {
		c.Reasons = append(ev.ResultReasons(j.round, place), c.Reasons...)
	}
	if c.Reasons == nil {
		c.Reasons = []domain.Reason{}
	}
	if n := len(c.History); n > 1 && c.History[n-1].Rank > 0 {
		c.HasPrevious = c.History[n-2].Rank > 0
	}
	return c
}

// History returns the last results, at most count each and oldest first, of estates up to a round: the small charts of the table.
func (a *Atlas) History(fids []int64, roundID string, count int) ([][]HistoryPoint, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	j, err := p.judge(roundID)
	if err != nil {
		return nil, err
	}
	out := make([][]HistoryPoint, len(fids))
	for i, fid := range fids {
		out[i] = []HistoryPoint{}
		if place, ok := p.place[fid]; ok {
			out[i] = p.history(j, place, count)
		}
	}
	return out, nil
}

// history returns the last count district_sanitary rounds up to that of j with the estate's result in each.
func (p *project) history(j *judged, place, count int) []HistoryPoint {
	points := []HistoryPoint{}
	for _, at := range p.rounds {
		if at > j.round {
			break
		}
		r := &p.book.Rounds()[at]
		h := HistoryPoint{RoundID: r.Round.ID, HeldOn: r.Round.HeldOn.String(), Of: r.Scored, Band: string(domain.BandUnranked)}
		if e := r.Of(place); e != nil {
			h.Rank, h.Band, h.Score = int(e.Rank), string(e.Band()), e.Score.String()
		}
		points = append(points, h)
	}
	if count < len(points) {
		points = points[len(points)-max(count, 0):]
	}
	return points
}

// cardMeasures lists the bottom results of the year, oldest first, with what each opens.
func (p *project) cardMeasures(j *judged, place int) []CardMeasure {
	ev := j.ev
	out := []CardMeasure{}
	for i := range ev.Results {
		r := &ev.Results[i]
		round := &ev.Rounds[r.Round]
		if r.Estate != place || round.Round.HeldOn.Year() != ev.AsOf.Year() {
			continue
		}
		m := CardMeasure{
			RoundID: round.Round.ID, HeldOn: round.Round.HeldOn.String(), Rank: int(round.Of(place).Rank), Cause: string(r.Cause),
			ConfirmedLevel: r.Confirmed.Level, ProposedLevel: r.Proposed.Level, Reasons: []domain.Reason{},
		}
		for _, opened := range ev.MeasuresOf(i) {
			if m.Text.ZH == "" {
				m.Text = measureWords(opened.Level)
			}
			m.Reasons = append(m.Reasons, ev.MeasureReasons(&opened)...)
		}
		if len(m.Reasons) == 0 {
			m.Reasons = append(m.Reasons, ev.ResultReasons(r.Round, place)...)
		}
		out = append(out, m)
	}
	return out
}

// measureWords says in a line what a level opens (RULES 4); the sentence with names and months is among the reasons.
func measureWords(level int) domain.Text {
	switch level {
	case 1:
		return domain.Say("约谈负责人，扣当月", "Interview with the responsible person, month withheld")
	case 2:
		return domain.Say("约谈法定代表人，扣当季", "Interview with the legal representative, quarter withheld")
	}
	return domain.Say("扣全年，启动退出程序", "Year withheld, exit procedure opened")
}

func (p *project) cardDeductions(j *judged, place int) CardDeductions {
	d := CardDeductions{Total: "0", Items: []CardDeduction{}}
	if j.round == policy.None {
		return d
	}
	var all, company domain.Decimal
	points := map[string]domain.Decimal{}
	for _, row := range p.book.Deductions(j.round, place) {
		points[row.Item] = points[row.Item].Add(row.Points)
		all = all.Add(row.Points)
	}
	for code, sum := range points {
		it := p.items[code]
		if it.Function != "" {
			company = company.Add(sum)
		}
		share := 0.0
		if !all.IsZero() {
			share = sum.Float() / all.Float()
		}
		d.Items = append(d.Items, CardDeduction{Item: code, Name: it.Name, Points: sum.String(), Share: share, Company: it.Function != ""})
	}
	slices.SortFunc(d.Items, func(a, b CardDeduction) int {
		return cmp.Or(points[b.Item].Cmp(points[a.Item]), cmp.Compare(a.Item, b.Item))
	})
	d.Total = all.String()
	if !all.IsZero() {
		d.CompanyShare = company.Float() / all.Float()
	}
	if b := j.ev.Bottom(j.round, place); b != nil {
		d.Cause, d.Determined = string(b.Cause), b.Determined()
	}
	return d
}

func (p *project) cardMoney(j *judged, place int) CardMoney {
	ev := j.ev
	s := &ev.States[place]
	m := CardMoney{
		State: string(s.State), MonthlyFen: int64(s.Monthly), PayableFen: int64(s.Payable), Months: make([]MoneyMonth, 12), Reasons: []domain.Reason{},
	}
	year := ev.AsOf.Year()
	scope := map[int]bool{}
	var group *policy.Withholding
	for i := range m.Months {
		month := domain.NewMonth(year, i+1)
		m.Months[i] = MoneyMonth{Month: month.String(), PayableFen: int64(p.book.Payable(policy.DistrictSubsidy, place, month))}
		w := ev.WithholdingOf(place, month)
		if w == nil {
			continue
		}
		group = w
		m.Months[i].Status, m.Months[i].Timing = string(w.Status), string(w.Timing)
	}
	if group == nil {
		return m
	}
	for i := range ev.Withholdings {
		w := &ev.Withholdings[i]
		if w.Company != group.Company || w.Subdistrict != group.Subdistrict || w.Month.Year() != year {
			continue
		}
		if w.Status == policy.Confirmed {
			m.ScopeFen += int64(w.Amount)
		} else {
			m.ScopeProposedFen += int64(w.Amount)
		}
		for _, e := range ev.WithheldEstates(w) {
			scope[e.Estate] = true
		}
	}
	m.ScopeCount = len(scope)
	m.Reasons = append(m.Reasons, ev.WithholdingReasons(group)...)
	return m
}

func (p *project) cardCompany(j *judged, place int) *CardCompany {
	a := p.book.AgreementOn(place, j.ev.AsOf)
	if a == nil {
		return nil
	}
	info := &p.book.Companies[a.Company]
	c := &CardCompany{
		Index: int(a.Company), ID: info.ID, Name: p.district.Companies[a.Company].Name, Kind: string(a.Kind()),
		Since: a.StartsOn.String(), Until: a.EndsOn.String(), Person: info.ResponsiblePerson, Phone: info.Phone,
		LostAwards:    j.ev.Lost(policy.AwardCompany, int(a.Company), j.ev.AsOf.Year()),
		BlacklistedOn: info.BlacklistedOn.String(),
	}
	for i := range j.ev.States {
		if s := &j.ev.States[i]; s.Company == int(a.Company) {
			c.Estates++
			if s.Proxy {
				c.Proxied++
			}
		}
	}
	return c
}

// decisions lists what was decided on the estate, latest first.
func (p *project) decisions(place int) []Decision {
	id := p.book.Estates[place].ID
	out := []Decision{}
	for i := range p.tables.Determinations {
		d := &p.tables.Determinations[i]
		if d.EstateID != id {
			continue
		}
		name := d.RoundID
		if at, ok := p.book.Round(d.RoundID); ok && p.book.Rounds()[at].Round.Name != "" {
			name = p.book.Rounds()[at].Round.Name
		}
		cause := causeWords(d.Cause)
		out = append(out, Decision{On: d.DecidedOn.String(), By: d.DecidedBy, Text: domain.Say(
			"%[1]s：认定为%[2]s。%[4]s", "%[1]s: determined as %[3]s. %[4]s", name, cause.ZH, cause.EN, d.Reason)})
	}
	for i := range p.tables.Overrides {
		o := &p.tables.Overrides[i]
		if o.EstateID != id {
			continue
		}
		host := o.HostID
		if at, ok := p.book.Estate(o.HostID); ok {
			host = p.district.Estates.Name[at]
		}
		text := domain.Say("代管依托小区改为%[1]s。%[2]s", "Proxy host set to %[1]s. %[2]s", host, o.Reason)
		if o.RemovedOn != 0 {
			removed := domain.Say("（%s 撤销）", " (removed %s)", o.RemovedOn)
			text.ZH, text.EN = text.ZH+removed.ZH, text.EN+removed.EN
		}
		out = append(out, Decision{On: o.DecidedOn.String(), By: o.DecidedBy, Text: text})
	}
	slices.SortStableFunc(out, func(a, b Decision) int { return cmp.Compare(b.On, a.On) })
	return out
}

func causeWords(c domain.Cause) domain.Text {
	switch c {
	case domain.CauseCompany:
		return domain.Say("企业责任", "the company's failure")
	case domain.CauseTerritorial:
		return domain.Say("属地责任", "a territorial duty")
	case domain.CauseUndetermined:
	}
	return domain.Say("待定", "undetermined")
}
