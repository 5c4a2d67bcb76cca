package app

import (
	"cmp"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// exitEnded is the last step of the exit procedure; it follows from the agreement.
const exitEnded = "ended"

func exitStages() []ExitStage {
	titles := map[domain.ExitStage]domain.Text{
		domain.ExitOpened:      domain.Say("启动退出程序", "Procedure opened"),
		domain.ExitRecommended: domain.Say("发出解除协议建议书", "Ending recommended"),
		domain.ExitAnswered:    domain.Say("业主委员会或居民委员会答复", "Committee answered"),
		domain.ExitHandedOver:  domain.Say("移交", "Handed over"),
	}
	var out []ExitStage
	for _, s := range domain.ExitStages {
		out = append(out, ExitStage{Key: string(s), Title: titles[s], Clause: policy.ClauseMeasures})
	}
	return append(out, ExitStage{Key: exitEnded, Title: domain.Say("协议终止", "Agreement ended"), Clause: policy.ClauseMeasures, Derived: true})
}

// Level3 lists the estates at level 3 with their exit procedures, as of the day of a round.
func (a *Atlas) Level3(roundID string) (Level3View, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return Level3View{}, err
	}
	return p.level3(j.ev, j.view.RoundID), nil
}

func (p *project) level3(ev *policy.Evaluation, roundID string) Level3View {
	v := Level3View{RoundID: roundID, AsOf: ev.AsOf.String(), Cases: []Level3{}, Steps: exitStages()}
	for i := range ev.Results {
		b := &ev.Results[i]
		if b.Proposed.Level != 3 {
			continue
		}
		id := ev.Rounds[b.Round].Round.ID
		at := slices.IndexFunc(v.Cases, func(c Level3) bool { return p.sameProcedure(ev, &c, b) })
		if at < 0 {
			at = len(v.Cases)
			v.Cases = append(v.Cases, p.exitCase(ev, b))
		}
		c := &v.Cases[at]
		c.Rounds = append(c.Rounds, id)
		if b.Confirmed.Level == 3 {
			c.Status = string(policy.Confirmed)
		}
		if c.Status == "" {
			c.Status = string(policy.Proposed)
		}
		if measures := ev.MeasuresOf(i); len(measures) > 0 {
			c.Reasons = ev.MeasureReasons(&measures[len(measures)-1])
		}
	}
	for i := range v.Cases {
		p.addSteps(&v.Cases[i], ev.AsOf)
	}
	slices.SortStableFunc(v.Cases, func(a, b Level3) int {
		return cmp.Or(cmp.Compare(btoi(a.Done), btoi(b.Done)), cmp.Compare(b.HeldOn, a.HeldOn), cmp.Compare(a.FID, b.FID))
	})
	return v
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// sameProcedure reports whether a result at level 3 belongs to a procedure that is open: the same company, and no other one between.
func (p *project) sameProcedure(ev *policy.Evaluation, c *Level3, b *policy.BottomResult) bool {
	if c.FID != p.book.Estates[b.Estate].FID || c.Company != b.Company {
		return false
	}
	last, _ := p.book.Round(c.Rounds[len(c.Rounds)-1])
	from, to := ev.Rounds[last].Round.HeldOn, ev.Rounds[b.Round].Round.HeldOn
	return !slices.ContainsFunc(p.book.Agreements(b.Estate), func(a policy.Agreement) bool {
		return int(a.Company) != b.Company && a.StartsOn <= to && (a.EndsOn == 0 || a.EndsOn > from)
	})
}

func (p *project) exitCase(ev *policy.Evaluation, b *policy.BottomResult) Level3 {
	r := &ev.Rounds[b.Round].Round
	c := Level3{
		FID: p.book.Estates[b.Estate].FID, Estate: p.district.Estates.Name[b.Estate], Subdistrict: p.book.SubdistrictOf(b.Estate), Company: b.Company,
		RoundID: r.ID, RoundName: roundName(r), HeldOn: r.HeldOn.String(), Rounds: []string{}, Steps: []ExitStepRow{}, Reasons: []domain.Reason{},
	}
	c.Issuer = ev.Acts(&policy.Measure{Company: b.Company, Subdistrict: c.Subdistrict, Level: 3}).Issuer
	// A renewal with the same company goes on with the agreement.
	c.AgreementSince = b.Under.StartsOn.String()
	until := b.Under.EndsOn
	for _, a := range p.book.Agreements(b.Estate) {
		if a.StartsOn <= b.Under.StartsOn || until == 0 {
			continue
		}
		if int(a.Company) != b.Company || a.StartsOn > until+1 {
			break
		}
		until = a.EndsOn
	}
	c.AgreementUntil = until.String()
	return c
}

// addSteps puts the recorded steps into a procedure.
func (p *project) addSteps(c *Level3, asOf domain.Date) {
	id := p.book.Estates[p.place[c.FID]].ID
	for _, stage := range domain.ExitStages {
		row := ExitStepRow{Key: string(stage)}
		for i := range p.tables.ExitSteps {
			s := &p.tables.ExitSteps[i]
			if s.EstateID == id && s.Stage == stage && slices.Contains(c.Rounds, s.RoundID) {
				row.On, row.By, row.Text = s.TakenOn.String(), s.TakenBy, s.Text
			}
		}
		c.Steps = append(c.Steps, row)
	}
	c.Steps = append(c.Steps, ExitStepRow{Key: exitEnded, On: c.AgreementUntil})
	until, _ := domain.ParseDate(c.AgreementUntil)
	c.Done = until != 0 && until < asOf // the end day is included
}

// RecordExitStep records a step of an exit procedure, or takes one back. Errors: CodeNotFound where there is no procedure; CodeInvalid
// before the level is confirmed, for a day before the inspection or out of the order of the steps.
func (a *Atlas) RecordExitStep(ask ExitStepAsk) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) { return p.planExitStep(&ask, a.name()) })
}

func (p *project) planExitStep(ask *ExitStepAsk, by string) (domain.Change, error) {
	ev := p.book.Evaluate(p.lastDay())
	cases := p.level3(ev, "").Cases
	at := slices.IndexFunc(cases, func(c Level3) bool { return c.FID == ask.FID && slices.Contains(c.Rounds, ask.RoundID) })
	if at < 0 {
		return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("该小区在该轮没有退出程序", "The estate has no exit procedure of that round"), nil)
	}
	c := &cases[at]
	order := slices.Index(domain.ExitStages, domain.ExitStage(ask.Key))
	if order < 0 {
		return domain.Change{}, invalid("步骤应为启动、建议、答复或移交；协议终止由协议的结束日期得出", "The step is opened, recommended, answered or handed_over; the end follows from the agreement's last day")
	}
	place := p.place[ask.FID]
	step := domain.ExitStep{
		RoundID: c.RoundID, EstateID: p.book.Estates[place].ID, Stage: domain.ExitStages[order], TakenBy: by, Text: strings.TrimSpace(ask.Text),
	}
	title := exitStages()[order].Title.ZH
	change := domain.Change{What: "退出程序 " + c.Estate + "：" + title}
	if ask.On == "" {
		if c.Steps[order].On == "" {
			return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("没有登记这一步", "The step is not recorded"), nil)
		}
		for _, id := range c.Rounds {
			gone := step
			gone.RoundID = id
			change.Remove.ExitSteps = append(change.Remove.ExitSteps, gone)
		}
		change.What += "（撤销）"
		return change, nil
	}
	on, ok := domain.ParseDate(ask.On)
	if !ok {
		return domain.Change{}, errNotDay(ask.On)
	}
	held, _ := domain.ParseDate(c.HeldOn)
	switch {
	case c.Status != string(policy.Confirmed):
		return domain.Change{}, invalid("%s 的三级尚未确认，不能启动退出程序", "Level 3 of %s is not confirmed yet; the exit procedure cannot be opened", c.Estate)
	default:
		if err := p.heldBounds(domain.Say("步骤日期", "The step on"), on, held); err != nil {
			return domain.Change{}, err
		}
	}
	for i, s := range c.Steps[:len(domain.ExitStages)] {
		other, known := domain.ParseDate(s.On)
		if known && (i < order && on < other || i > order && other < on) {
			return domain.Change{}, invalid("%[1]s 的日期 %[3]s 与“%[2]s”（%[4]s）先后不符", "The day %[3]s does not fit the order of the steps: %[5]s was on %[4]s",
				title, exitStages()[i].Title.ZH, on, other, exitStages()[i].Title.EN)
		}
	}
	if err := checkText("说明", "text", step.Text); err != nil {
		return domain.Change{}, err
	}
	step.TakenOn = on
	change.Put.ExitSteps = []domain.ExitStep{step}
	return change, nil
}
