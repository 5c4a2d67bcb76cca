package app

import (
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// EstateRecord returns what the ledger keeps of an estate: conditions, stays, agreements, amounts. Errors: CodeNotFound.
func (a *Atlas) EstateRecord(fid int64) (EstateRecord, error) {
	p, err := a.project()
	if err != nil {
		return EstateRecord{}, err
	}
	place, ok := p.place[fid]
	if !ok {
		return EstateRecord{}, errNoEstate()
	}
	e := &p.book.Estates[place]
	on := max(today(), p.lastDay())
	r := EstateRecord{
		FID: fid, ID: e.ID, Name: p.district.Estates.Name[place], ApprovedOn: e.ApprovedOn.String(), AcceptedOn: e.AcceptedOn.String(),
		CityGrant: triCode(e.CityGrant), Meets: p.book.MeetsConditions(place), Missing: missingConditions(e), Stage: stageCode(p.book.StageOn(place, on)),
		Stays: []Stay{}, Agreements: []AgreementRow{}, Amounts: []AmountRow{}, Reasons: p.book.Evaluate(on).StateReasons(place),
	}
	for _, s := range p.book.Enrolments(place) {
		r.Stays = append(r.Stays, Stay{s.EnrolledOn.String(), s.ExitedOn.String(), string(s.ExitGround), s.ExitText})
	}
	for _, s := range p.book.Agreements(place) {
		r.Agreements = append(r.Agreements, AgreementRow{
			Company: int(s.Company), CompanyID: p.book.Companies[s.Company].ID, Kind: string(s.Kind()),
			StartsOn: s.StartsOn.String(), EndsOn: s.EndsOn.String(), InForce: s.Covers(on),
		})
	}
	r.Amounts = append(r.Amounts, AmountRow{"", fenOrNone(e.DistrictSubsidy), fenOrNone(e.CitySubsidy)})
	for _, s := range p.tables.Subsidies {
		if s.EstateID == e.ID {
			r.Amounts = append(r.Amounts, AmountRow{s.FromMonth.String(), fenOrNone(s.DistrictSubsidy), fenOrNone(s.CitySubsidy)})
		}
	}
	return r, nil
}

func fenOrNone(f domain.Opt[domain.Fen]) int64 {
	if f.Known {
		return int64(f.Value)
	}
	return -1
}

func triCode(t domain.Tri) string {
	switch t {
	case domain.Yes:
		return "yes"
	case domain.No:
		return "no"
	case domain.Unknown:
	}
	return ""
}

func stageCode(s policy.Stage) string {
	switch s {
	case policy.Enrolled:
		return "enrolled"
	case policy.Exited:
		return "exited"
	case policy.NotEnrolled:
	}
	return "not_enrolled"
}

// missingConditions are those of the three conditions of long-term management that an estate does not meet (HD).
func missingConditions(e *domain.Estate) []domain.Text {
	out := []domain.Text{}
	if e.ApprovedOn == 0 {
		out = append(out, domain.Say("批准实施改造", "approval for renovation"))
	}
	if e.AcceptedOn == 0 {
		out = append(out, domain.Say("验收合格", "acceptance on completion"))
	}
	if e.CityGrant != domain.Yes {
		out = append(out, domain.Say("享受市级补贴", "the city grant"))
	}
	return out
}

// PreviewEnrol says what taking an estate in would change. Errors as Enrol.
func (a *Atlas) PreviewEnrol(ask EnrolAsk) (Consequence, error) {
	return a.preview(func(p *project) (domain.Change, error) { return p.planEnrolment(&ask) })
}

// Enrol takes an estate into long-term management (HD, TJ 二(一)). Errors: CodeInvalid where one of the three conditions is missing, the
// estate is enrolled already, or the days do not fit.
func (a *Atlas) Enrol(ask EnrolAsk) (Decided, error) {
	return a.decideGuarded(ask.Correction, func(p *project) (domain.Change, error) { return p.planEnrolment(&ask) })
}

// preview says what a decision would change.
func (a *Atlas) preview(plan func(p *project) (domain.Change, error)) (Consequence, error) {
	p, err := a.project()
	if err != nil {
		return Consequence{}, err
	}
	change, err := plan(p)
	if err != nil {
		return Consequence{}, err
	}
	return p.consequence(change), nil
}

func (p *project) planEnrolment(ask *EnrolAsk) (domain.Change, error) {
	place, ok := p.place[ask.FID]
	if !ok {
		return domain.Change{}, errNoEstate()
	}
	was := &p.book.Estates[place]
	e := *was
	if err := setConditions(&e, ask); err != nil {
		return domain.Change{}, err
	}
	name := p.district.Estates.Name[place]
	if missing := missingConditions(&e); len(missing) > 0 {
		var zh, en []string
		for _, m := range missing {
			zh, en = append(zh, m.ZH), append(en, m.EN)
		}
		return domain.Change{}, invalid("%[1]s 不满足纳入条件，缺：%[2]s", "%[1]s does not meet the conditions; missing: %[3]s", name, strings.Join(zh, "、"), strings.Join(en, ", "))
	}
	on, ok := domain.ParseDate(ask.EnrolledOn)
	if !ok {
		return domain.Change{}, errNotDay(ask.EnrolledOn)
	}
	stays := p.book.Enrolments(place)
	for _, s := range stays {
		switch {
		case s.ExitedOn == 0:
			return domain.Change{}, invalid("%[1]s 已于 %[2]s 纳入，尚未退出", "%[1]s was enrolled on %[2]s and has not left", name, s.EnrolledOn)
		case on < s.ExitedOn || on == s.EnrolledOn:
			return domain.Change{}, invalid("纳入日期 %[1]s 应在 %[2]s 的退出之后", "The day of enrolment %[1]s must be after the exit on %[2]s", on, s.ExitedOn)
		}
	}
	change := domain.Change{What: "纳入长效管理 " + name}
	// The rows of an estate replace its own two dates, so those become a row too.
	change.Put.Enrolments = append(slices.Clone(stays), domain.Enrolment{EstateID: e.ID, EnrolledOn: on})
	if e.ApprovedOn != was.ApprovedOn || e.AcceptedOn != was.AcceptedOn || e.CityGrant != was.CityGrant {
		change.Put.Estates = []domain.Estate{e}
	}
	return withReason(change, ask.Reason)
}

// withReason puts a reason into the log beside what was done.
func withReason(change domain.Change, reason string) (domain.Change, error) {
	if reason = strings.TrimSpace(reason); reason == "" {
		return change, nil
	}
	if err := checkText("理由", "reason", reason); err != nil {
		return change, err
	}
	change.What += "：" + reason
	return change, nil
}

// setConditions puts those of the three conditions that are given into the estate.
func setConditions(e *domain.Estate, ask *EnrolAsk) error {
	for _, d := range []struct {
		text string
		to   *domain.Date
	}{{ask.ApprovedOn, &e.ApprovedOn}, {ask.AcceptedOn, &e.AcceptedOn}} {
		if d.text == "" {
			continue
		}
		on, ok := domain.ParseDate(d.text)
		if !ok {
			return errNotDay(d.text)
		}
		*d.to = on
	}
	switch ask.CityGrant {
	case "":
	case "yes":
		e.CityGrant = domain.Yes
	case "no":
		e.CityGrant = domain.No
	default:
		return invalid("享受市级补贴应为是或否，不是 %q", "The city grant is yes or no, not %q", ask.CityGrant)
	}
	return nil
}

// PreviewExit says what the exit of an estate would change. Errors as Exit.
func (a *Atlas) PreviewExit(ask ExitAsk) (Consequence, error) {
	c, err := a.preview(func(p *project) (domain.Change, error) { return p.planExit(&ask) })
	if err == nil {
		c.Clauses = append(c.Clauses, policy.ClauseExit)
		c.Notes = append(c.Notes, domain.Say("自 %s 起停发市级、区级补贴，当日不计", "City and district subsidy stop from %s; that day is not paid", ask.ExitedOn))
	}
	return c, err
}

// Exit ends the stay of an estate under long-term management on a ground (TJ 二(四)). Errors: CodeInvalid where it is not enrolled, for a
// day before its enrolment, an unknown ground, and other without a text.
func (a *Atlas) Exit(ask ExitAsk) (Decided, error) {
	return a.decideGuarded(ask.Correction, func(p *project) (domain.Change, error) { return p.planExit(&ask) })
}

func (p *project) planExit(ask *ExitAsk) (domain.Change, error) {
	place, ok := p.place[ask.FID]
	if !ok {
		return domain.Change{}, errNoEstate()
	}
	name := p.district.Estates.Name[place]
	stays := slices.Clone(p.book.Enrolments(place))
	open := slices.IndexFunc(stays, func(s domain.Enrolment) bool { return s.ExitedOn == 0 })
	if open < 0 {
		if len(stays) == 0 {
			return domain.Change{}, invalid("%s 没有纳入长效管理，不能退出", "%s is not enrolled and cannot leave", name)
		}
		return domain.Change{}, invalid("%[1]s 已于 %[2]s 退出", "%[1]s left on %[2]s already", name, stays[len(stays)-1].ExitedOn)
	}
	s := &stays[open]
	on, ok := domain.ParseDate(ask.ExitedOn)
	if !ok {
		return domain.Change{}, errNotDay(ask.ExitedOn)
	}
	if on < s.EnrolledOn {
		return domain.Change{}, invalid("退出日期 %[1]s 早于纳入日期 %[2]s", "The day of exit %[1]s is before the enrolment on %[2]s", on, s.EnrolledOn)
	}
	if later := open + 1; later < len(stays) && on > stays[later].EnrolledOn {
		return domain.Change{}, invalid("退出日期 %[1]s 晚于下一次纳入 %[2]s", "The day of exit %[1]s is after the next enrolment on %[2]s", on, stays[later].EnrolledOn)
	}
	s.ExitedOn, s.ExitGround, s.ExitText = on, domain.ExitGround(ask.Ground), strings.TrimSpace(ask.Text)
	switch s.ExitGround {
	case domain.ExitDemolition, domain.ExitOwnerRequest, domain.ExitMarketOperation:
	case domain.ExitOther:
		if s.ExitText == "" {
			return domain.Change{}, invalid("退出原因为其他时须写明", "With the ground other the reason must be written out")
		}
	default:
		return domain.Change{}, invalid("退出原因应为拆迁、产权人要求、市场化或其他，不是 %q", "The ground is demolition, owner_request, market_operation or other, not %q", ask.Ground)
	}
	if err := checkText("退出说明", "text of the exit", s.ExitText); err != nil {
		return domain.Change{}, err
	}
	return domain.Change{
		Put:  domain.Tables{Enrolments: stays},
		What: "退出长效管理 " + name + "：" + exitWords(s.ExitGround).ZH,
	}, nil
}
