package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Interviews returns the interviews that the measures of a year call for, and those held, as of the day of a round; year 0 is that of
// the day.
func (a *Atlas) Interviews(roundID string, year int) (InterviewsView, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return InterviewsView{}, err
	}
	return p.interviews(j, year), nil
}

func interviewKind(level int) domain.InterviewKind {
	if level == 2 {
		return domain.InterviewLegal
	}
	return domain.InterviewResponsible
}

// interviewKey names an interview.
type interviewKey struct {
	round, estate string
	kind          domain.InterviewKind
}

func (p *project) interviews(j *judged, year int) InterviewsView {
	if year == 0 {
		year = j.ev.AsOf.Year()
	}
	v := InterviewsView{RoundID: j.view.RoundID, AsOf: j.view.AsOf, Year: year, Rows: []InterviewRow{}}
	held := map[interviewKey]*domain.Interview{}
	for i := range p.tables.Interviews {
		h := &p.tables.Interviews[i]
		held[interviewKey{h.RoundID, h.EstateID, h.Kind}] = h
	}
	for _, m := range j.ev.Measures() {
		r := &j.ev.Rounds[m.Round].Round
		acts := j.ev.Acts(&m)
		if acts.Interview == nil || r.HeldOn.Year() != year {
			continue
		}
		row := p.interviewRow(r, m.Estate)
		row.Company, row.Issuer, row.Level, row.Legal, row.Person = m.Company, acts.Issuer, m.Level, acts.Interview.Legal, acts.Interview.Person
		row.Status, row.Clause, row.Reasons = string(m.Status), policy.ClauseMeasures, j.ev.MeasureReasons(&m)
		key := interviewKey{r.ID, p.book.Estates[m.Estate].ID, interviewKind(m.Level)}
		if h := held[key]; h != nil {
			row.fill(h)
			delete(held, key)
		} else if m.Status == policy.Confirmed {
			v.Due++
		}
		v.Rows = append(v.Rows, row)
	}
	p.addFormer(j, &v, held)
	slices.SortStableFunc(v.Rows, func(a, b InterviewRow) int {
		return cmp.Or(cmp.Compare(a.urgency(), b.urgency()), cmp.Compare(b.RoundOn, a.RoundOn), cmp.Compare(b.RoundID, a.RoundID), cmp.Compare(b.Level, a.Level), cmp.Compare(a.FID, b.FID))
	})
	return v
}

// addFormer lists the interviews held that no measure calls for any more, such as after another determination.
func (p *project) addFormer(j *judged, v *InterviewsView, held map[interviewKey]*domain.Interview) {
	for key, h := range held {
		round, known := p.book.Round(key.round)
		place, is := p.book.Estate(key.estate)
		if !known || !is || round >= len(j.ev.Rounds) || j.ev.Rounds[round].Round.HeldOn.Year() != v.Year {
			continue
		}
		row := p.interviewRow(&j.ev.Rounds[round].Round, place)
		row.Level, row.Legal, row.Clause, row.Reasons = 1, key.kind == domain.InterviewLegal, policy.ClauseMeasures, []domain.Reason{}
		if row.Legal {
			row.Level = 2
		}
		if under := p.book.AgreementOn(place, j.ev.Rounds[round].Round.HeldOn); under != nil {
			row.Company = int(under.Company)
		}
		row.fill(h)
		v.Rows = append(v.Rows, row)
	}
}

func (p *project) interviewRow(r *domain.Round, place int) InterviewRow {
	return InterviewRow{
		RoundID: r.ID, RoundName: roundName(r), RoundOn: r.HeldOn.String(), FID: p.book.Estates[place].FID, Estate: p.district.Estates.Name[place],
		Subdistrict: p.book.SubdistrictOf(place), Company: policy.None,
	}
}

func (row *InterviewRow) fill(h *domain.Interview) {
	row.HeldOn, row.By, row.Text = h.HeldOn.String(), h.HeldBy, h.Text
	row.Person = cmp.Or(h.Person, row.Person)
}

// urgency puts what is due first, then what may become so, then what is done.
func (row *InterviewRow) urgency() int {
	switch {
	case row.HeldOn != "":
		return 2
	case row.Status == string(policy.Confirmed):
		return 0
	}
	return 1
}

// HoldInterviews records interviews as held, or takes records back, all of them or none. Errors: CodeInvalid for an interview that no
// measure calls for and for a day before the inspection or in the future.
func (a *Atlas) HoldInterviews(asks []InterviewAsk) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		if len(asks) == 0 || len(asks) > mostAsks {
			return domain.Change{}, invalid("没有选择约谈", "No interview was chosen")
		}
		var change domain.Change
		ev := p.book.Evaluate(p.lastDay())
		for i := range asks {
			if err := p.planInterview(ev, &asks[i], a.name(), &change); err != nil {
				return domain.Change{}, err
			}
		}
		name := p.district.Estates.Name[p.place[asks[0].FID]]
		change.What = "登记约谈 " + name
		if len(asks) > 1 {
			change.What = fmt.Sprintf("登记约谈 %s 等 %d 次", name, len(asks))
		}
		if len(change.Put.Interviews) == 0 {
			change.What = "撤销约谈记录 " + name
		}
		return change, nil
	})
}

func (p *project) planInterview(ev *policy.Evaluation, ask *InterviewAsk, by string, change *domain.Change) error {
	round, err := p.sanitaryRound(ask.RoundID)
	if err != nil {
		return err
	}
	place, ok := p.place[ask.FID]
	if !ok {
		return errNoEstate()
	}
	if ask.Level != 1 && ask.Level != 2 {
		return invalid("一级约谈负责人，二级约谈法定代表人；三级不约谈", "Level 1 interviews the responsible person, level 2 the legal representative; level 3 has no interview")
	}
	h := domain.Interview{
		RoundID: ask.RoundID, EstateID: p.book.Estates[place].ID, Kind: interviewKind(ask.Level), HeldBy: by,
		Person: strings.TrimSpace(ask.Person), Text: strings.TrimSpace(ask.Text),
	}
	if ask.HeldOn == "" {
		if !slices.ContainsFunc(p.tables.Interviews, func(o domain.Interview) bool {
			return o.RoundID == h.RoundID && o.EstateID == h.EstateID && o.Kind == h.Kind
		}) {
			return domain.Fail(domain.CodeNotFound, domain.Say("没有登记这次约谈", "The interview is not recorded"), nil)
		}
		change.Remove.Interviews = append(change.Remove.Interviews, h)
		return nil
	}
	if h.HeldOn, ok = domain.ParseDate(ask.HeldOn); !ok {
		return errNotDay(ask.HeldOn)
	}
	r := &p.book.Rounds()[round].Round
	if err := p.heldBounds(domain.Say("约谈日期", "The interview on"), h.HeldOn, r.HeldOn); err != nil {
		return err
	}
	if err := checkText("内容", "text", h.Text+h.Person); err != nil {
		return err
	}
	at := slices.IndexFunc(ev.Results, func(b policy.BottomResult) bool { return b.Round == round && b.Estate == place })
	for _, m := range measuresAt(ev, at) {
		if m.Level == ask.Level {
			if h.Person == "" {
				h.Person = ev.Acts(&m).Interview.Person
			}
			change.Put.Interviews = append(change.Put.Interviews, h)
			return nil
		}
	}
	return invalid("%[1]s 在%[2]s没有需要约谈的措施", "%[1]s has no measure in %[2]s that calls for this interview", p.district.Estates.Name[place], roundName(r))
}

// measuresAt are the measures of a result by its place, none for None.
func measuresAt(ev *policy.Evaluation, at int) []policy.Measure {
	if at == policy.None {
		return nil
	}
	return ev.MeasuresOf(at)
}
