package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
	"estateatlas/backend/policy"
)

// rectified is the rectification list of a district: the rows of an analysis with where each stands on a day.
type rectified struct {
	p  *project
	a  *hotspot.Analysis
	on domain.Date
	// ask is filled in where an export or a screen asked.
	ask RectifyAsk
	// rows are in the order of the list.
	rows []rectifiedRow
}

// rectifiedRow is an item that is frequent or prone at an estate.
type rectifiedRow struct {
	hotspotRow
	side     domain.Cause // company or territorial
	company  int          // of company rows, policy.None without an agreement
	lastSeen domain.Date
	rectifyState
}

// rectifyState is where the rectification of an item at an estate stands on a day.
type rectifyState struct {
	status   domain.RectifyStatus
	overdue  bool // open past its deadline
	recurred bool // done, and seen again since
	source   string
	due      domain.Date // 0 none
	step     *domain.RectifyStep
	steps    int
	findings int // up to the day
	open     int // of them not resolved
}

// Sources of a status.
const (
	sourceStep     = "step"
	sourceFindings = "findings"
	sourceNone     = "none"
)

// estateItem names an item at an estate.
type estateItem struct{ estateID, item string }

// rectify sets the rows of an analysis against what was recorded up to a day.
func (p *project) rectify(a *hotspot.Analysis, on domain.Date) *rectified {
	d := &rectified{p: p, a: a, on: on}
	states := p.rectifyStates(on)
	for _, r := range hotspotRows(a) {
		row := rectifiedRow{hotspotRow: r, side: domain.CauseTerritorial, company: policy.None}
		if p.items[r.item.Code].Responsible == domain.CauseCompany {
			row.side = domain.CauseCompany
			if g := p.book.AgreementOn(r.estate, a.AsOf); g != nil {
				row.company = int(g.Company)
			}
		}
		row.lastSeen = p.book.Rounds()[a.Rounds[r.item.LastSeen]].Round.HeldOn
		row.rectifyState = states.of(estateItem{p.book.Estates[r.estate].ID, r.item.Code}, row.lastSeen)
		d.rows = append(d.rows, row)
	}
	return d
}

// rectifyRecords are what was recorded of items at estates up to a day.
type rectifyRecords struct {
	on       domain.Date
	steps    map[estateItem][]*domain.RectifyStep // in their order
	findings map[estateItem][]*domain.Finding
}

func (p *project) rectifyStates(on domain.Date) *rectifyRecords {
	r := &rectifyRecords{on: on, steps: map[estateItem][]*domain.RectifyStep{}, findings: map[estateItem][]*domain.Finding{}}
	for i := range p.tables.RectifySteps {
		if s := &p.tables.RectifySteps[i]; s.StepOn <= on {
			key := estateItem{s.EstateID, s.Item}
			r.steps[key] = append(r.steps[key], s)
		}
	}
	for i := range p.tables.Findings {
		if f := &p.tables.Findings[i]; f.FoundOn <= on {
			key := estateItem{f.EstateID, f.Item}
			r.findings[key] = append(r.findings[key], f)
		}
	}
	return r
}

// of is where an item stands that was seen last in a round of a day, or when it was found last. A recorded step holds, but what is seen
// again after it was done is open again, without a deadline until one is set. Where no step holds, an item whose findings are all resolved
// since it was seen last is done. A deadline that no step sets is the earliest of the open findings.
func (r *rectifyRecords) of(key estateItem, lastSeen domain.Date) rectifyState {
	s := rectifyState{status: domain.RectifyOpen, source: sourceNone, steps: len(r.steps[key])}
	var due, resolved domain.Date
	for _, f := range r.findings[key] {
		s.findings++
		lastSeen = max(lastSeen, f.FoundOn)
		if !openOn(f, r.on) {
			resolved = max(resolved, f.ResolvedOn)
			continue
		}
		s.open++
		if f.DueOn != 0 && (due == 0 || f.DueOn < due) {
			due = f.DueOn
		}
	}
	holds := false // the last step
	if s.steps > 0 {
		s.source, s.step = sourceStep, r.steps[key][s.steps-1]
		s.status, s.due = s.step.Status, s.step.DueOn
		if s.status != domain.RectifyOpen && lastSeen > s.step.StepOn {
			if s.recurred = s.status == domain.RectifyDone; s.recurred {
				s.due = 0
			}
			s.status = domain.RectifyOpen
		} else {
			holds = true
		}
	}
	if !holds && s.findings > 0 && s.open == 0 && resolved >= lastSeen {
		s.source, s.status, s.recurred = sourceFindings, domain.RectifyDone, false
	}
	if s.due == 0 && s.status == domain.RectifyOpen {
		s.due = due
	}
	s.overdue = s.status == domain.RectifyOpen && s.due != 0 && s.due < r.on
	return s
}

// word is the status as the screens name it.
func (s *rectifyState) word() string {
	if s.overdue {
		return statusOverdue
	}
	return string(s.status)
}

// statusOverdue is the status of what is open past its deadline.
const statusOverdue = "overdue"

// Rectification returns the rectification desk. Errors: CodeNotFound of the round, CodeInvalid of an ask that cannot be carried out,
// CodeCancelled when CancelRectification or another ask came before it was done.
func (a *Atlas) Rectification(ask RectifyAsk) (RectifyView, error) {
	p, err := a.project()
	if err != nil {
		return RectifyView{}, err
	}
	d, full, err := a.rectified(p, ask)
	if err != nil {
		return RectifyView{}, err
	}
	return d.view(full), nil
}

// rectified carries out an ask and returns it with its settings filled in.
func (a *Atlas) rectified(p *project, ask RectifyAsk) (*rectified, *RectifyAsk, error) {
	opts, asOf, on, err := p.rectifyOptions(&ask)
	if err != nil {
		return nil, nil, err
	}
	found, err := a.analyse(p, asOf, opts)
	if err != nil {
		return nil, nil, err
	}
	return p.rectify(found, on), &ask, nil
}

// view makes the shapes of the desk.
func (d *rectified) view(ask *RectifyAsk) RectifyView {
	a := d.a
	v := RectifyView{
		RoundID: ask.RoundID, AsOf: a.AsOf.String(), On: d.on.String(), Window: ask.Window, Kinds: ask.Kinds,
		BandM: a.BandM, BandGiven: a.BandGiven, BandCapped: a.BandCapped, Log: a.Log,
	}
	if v.Log == nil {
		v.Log = []domain.Text{}
	}
	d.showEstates(&v)
	all := hotspot.NewWindow(d.p.book, a.AsOf, len(d.p.book.Rounds()), kindsOf(ask.Kinds)...)
	d.showRounds(&v, all)
	v.Months = d.months(all)
	v.Sums = d.sums()
	v.Items = d.items()
	v.Subdistricts, v.Companies = d.groups()
	v.Parties = d.parties()
	v.Matrix = d.matrix(v.Items)
	v.Times = d.times()
	v.Clusters, v.Lisa, v.Courses = d.classes()
	v.Findings = d.p.findingSums(d.on, func(*domain.Finding) bool { return true })
	return v
}

func kindsOf(names []string) []domain.RoundKind {
	kinds := make([]domain.RoundKind, len(names))
	for i, n := range names {
		kinds[i] = domain.RoundKind(n)
	}
	return kinds
}

// showEstates makes the rows and their estates.
func (d *rectified) showEstates(v *RectifyView) {
	p, a := d.p, d.a
	v.Rows, v.Estates = make([]RectifyRow, len(d.rows)), []RectifyEstate{}
	at := map[int]int{}
	for i := range d.rows {
		r := &d.rows[i]
		estate, known := at[r.estate]
		if !known {
			estate = len(v.Estates)
			at[r.estate] = estate
			v.Estates = append(v.Estates, d.estate(r.estate))
		}
		v.Estates[estate].Rows++
		row := RectifyRow{
			Estate: estate, FID: p.book.Estates[r.estate].FID, Item: r.item.Code, Name: p.itemName(r.item.Code), In: r.item.In,
			Occurrences: r.item.Occurrences, Scored: a.Estates[r.estate].ScoredRounds, Frequent: r.item.Frequent, Prone: r.item.Prone,
			Side: string(r.side), Party: p.responsible(r.hotspotRow, r.company), Company: r.company, Contact: p.contact(r.company),
			Status: r.word(), Recurred: r.recurred, Source: r.source, DueOn: r.due.String(), Steps: r.steps, LastSeen: r.lastSeen.String(),
			Findings: r.findings, OpenFindings: r.open,
		}
		if r.due != 0 {
			row.DaysLeft = int(r.due - d.on)
		}
		if r.step != nil {
			row.Note, row.By, row.StepOn = r.step.Note, r.step.StepBy, r.step.StepOn.String()
		}
		v.Rows[i] = row
	}
}

// itemName is the name of an item, its code without one.
func (p *project) itemName(code string) string { return cmp.Or(p.items[code].Name, code) }

// contact is whom to call at a company.
func (p *project) contact(company int) string {
	if company == policy.None {
		return ""
	}
	c := &p.book.Companies[company]
	if c.ResponsiblePerson == "" || c.Phone == "" {
		return c.ResponsiblePerson + c.Phone
	}
	return c.ResponsiblePerson + " " + c.Phone
}

func (d *rectified) estate(place int) RectifyEstate {
	p, a := d.p, d.a
	e, h, c := &p.book.Estates[place], &a.Estates[place], &p.district.Estates
	gi, trend := &a.Clusters[place], &a.Trends[place]
	out := RectifyEstate{
		FID: e.FID, Name: c.Name[place], Subdistrict: p.book.SubdistrictOf(place), Community: e.Community, Company: policy.None,
		Burden: h.Burden, Scored: h.ScoredRounds, Occurrences: h.Occurrences, ScoredIn: h.Scored, Points: h.Points,
		Cluster: clusterKey(gi), P: 1, Q: 1, Lisa: lisaUnknown, LisaP: 1,
		Trend: string(trend.Trend), TrendP: trend.P, Course: courseKey(a, place), Ranks: p.ranks(a.AsOf, place),
		Lon: c.Lon[place], Lat: c.Lat[place], OnMap: p.areaM2[place] > 0,
	}
	if g := p.book.AgreementOn(place, a.AsOf); g != nil {
		out.Company = int(g.Company)
	}
	if gi.Known {
		out.Z, out.P, out.Q = gi.Z, gi.P, gi.Q
	}
	if a.Lisa != nil {
		out.Lisa = lisaKey(&a.Lisa[place])
		if l := &a.Lisa[place]; l.Known {
			out.LisaI, out.LisaP = l.I, l.P
		}
	}
	return out
}

// ranks of the last district_sanitary rounds up to a day, oldest first, 0 not scored.
func (p *project) ranks(asOf domain.Date, place int) []int {
	out := []int{}
	for _, round := range p.rounds {
		r := &p.book.Rounds()[round]
		if r.Round.HeldOn > asOf {
			break
		}
		rank := 0
		if e := r.Of(place); e != nil {
			rank = int(e.Rank)
		}
		out = append(out, rank)
	}
	return slices.Clone(out[max(0, len(out)-recentRounds):])
}
