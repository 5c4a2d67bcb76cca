package policy

import (
	"slices"

	"estateatlas/backend/domain"
)

// Issues lists what is inconsistent as of the date: warnings of rounds held up to it, determinations without effect, agreements
// that overlap, enrolments that do not fit, amounts that are missing, funds overdrawn and uses unfounded. In a fixed order.
// OverrideIssues has overrides whose host is no longer valid, for it needs areas.
func (ev *Evaluation) Issues() []Issue {
	var all []Issue
	for i := range ev.Rounds {
		all = append(all, ev.Rounds[i].Warnings...)
	}
	all = append(all, ev.determinationIssues()...)
	for e := range ev.Estates {
		all = append(all, ev.agreementIssues(e)...)
		all = append(all, ev.enrolmentIssues(e)...)
	}
	all = append(all, ev.subdistrictIssues()...)
	return append(all, ev.fundIssues()...)
}

// about makes an issue about one estate.
func (x *Index) about(e int, kind IssueKind, c domain.Clause, t domain.Text) Issue {
	return Issue{Kind: kind, Clause: c, Text: t, EstateIDs: []string{x.estateIDs[e]}}
}

// determinationIssues reports determinations of results that are not bottom, or of rounds that HB does not cover.
func (ev *Evaluation) determinationIssues() []Issue {
	var issues []Issue
	for _, i := range ev.idleDeterminations {
		d := &ev.tables.Determinations[i]
		round := ev.roundAt[d.RoundID]
		if int(round) >= len(ev.Rounds) {
			continue
		}
		r := &ev.Rounds[round]
		e := int(ev.place(d.EstateID))
		var why domain.Text
		switch res := r.Of(e); {
		case !r.Sanitary():
			why = domain.Say("不是创卫考核", "it is not a sanitary inspection")
		case !r.inForce:
			why = domain.Say("早于文件施行日", "it was held before the document was in force")
		case res == nil:
			why = domain.Say("该小区未参评", "the estate was not scored")
		default:
			why = domain.Say("该小区不是末位", "the estate is not in the bottom band")
		}
		issue := ev.about(e, IssueDetermination, clauseBottom, domain.Say("%[1]s在%[2]s的责任认定（%[3]s）不起作用：%[4]s；记录保留",
			"the determination for %[1]s in %[2]s (%[3]s) has no effect: %[5]s; the record is kept",
			ev.label(e), roundLabel(&r.Round), d.DecidedOn, why.ZH, why.EN))
		issue.RoundIDs = []string{d.RoundID}
		issues = append(issues, issue)
	}
	slices.SortStableFunc(issues, func(a, b Issue) int {
		return int(ev.roundAt[a.RoundIDs[0]]) - int(ev.roundAt[b.RoundIDs[0]])
	})
	return issues
}

// agreementIssues reports agreements of an estate that overlap, which an import refuses but other programs can write.
func (x *Index) agreementIssues(e int) []Issue {
	var issues []Issue
	own := x.agreements.of(e)
	for i := 1; i < len(own); i++ {
		if before := &own[i-1]; before.EndsOn == 0 || own[i].StartsOn <= before.EndsOn {
			issues = append(issues, x.about(e, IssueOverlap, clauseAgreement, domain.Say(
				"%s 的两份服务协议重叠（%s 起%s，%s 起%s），按后签的计；改正其中一份的起止日期",
				"two agreements of %s overlap (from %s with %s, from %s with %s); the later one counts; correct the dates of one of them",
				x.label(e), before.StartsOn, x.companyName(int(before.Company)), own[i].StartsOn, x.companyName(int(own[i].Company)))))
		}
	}
	return issues
}

// enrolmentIssues reports what does not fit about an estate's enrolment and money.
func (ev *Evaluation) enrolmentIssues(e int) []Issue {
	var issues []Issue
	es := &ev.Estates[e]
	own := ev.enrolments.of(e)
	add := func(kind IssueKind, c domain.Clause, zh, en string, args ...any) {
		issues = append(issues, ev.about(e, kind, c, domain.Say(zh, en, args...)))
	}
	if len(own) > 0 && !ev.MeetsConditions(e) {
		missing := ev.missingText(e)
		add(IssueConditions, clauseConditions, "%[1]s 已登记纳入，但%[2]s；按未纳入处理，不发补贴", "%[1]s is enrolled, but %[3]s; it counts as not enrolled and is paid nothing",
			ev.label(e), missing.ZH, missing.EN)
	}
	if es.ApprovedOn != 0 && es.AcceptedOn != 0 && es.AcceptedOn < es.ApprovedOn {
		add(IssueDateOrder, clauseEnrolled, "%s 的验收日期 %s 早于批准日期 %s；核对日期", "%s was accepted on %s, before its approval on %s; check the dates",
			ev.label(e), es.AcceptedOn, es.ApprovedOn)
	}
	for i := range own {
		r := &own[i]
		if r.ExitedOn != 0 && r.ExitedOn < r.EnrolledOn {
			add(IssueExit, clauseExit, "%s 的退出日期 %s 早于纳入日期 %s；改正日期", "%s left on %s, before it was enrolled on %s; correct the dates",
				ev.label(e), r.ExitedOn, r.EnrolledOn)
		}
		if i > 0 {
			if before := &own[i-1]; before.ExitedOn == 0 || r.EnrolledOn < before.ExitedOn {
				add(IssueDateOrder, clauseEnrolled, "%s 在 %s 再次纳入时尚未退出；重叠的日子只发一次，核对日期",
					"%s was enrolled again on %s before it had left; a day is paid once; check the dates", ev.label(e), r.EnrolledOn)
			}
		}
		switch latest := max(es.ApprovedOn, es.AcceptedOn); {
		case es.ApprovedOn == 0 || es.AcceptedOn == 0:
		case r.EnrolledOn < latest:
			add(IssueDateOrder, clauseEnrolled, "%s 的纳入日期 %s 早于批准或验收日期 %s；核对日期", "%s was enrolled on %s, before it was approved or accepted on %s; check the dates",
				ev.label(e), r.EnrolledOn, latest)
		}
	}
	if ev.StageOn(e, ev.AsOf) == Enrolled {
		if _, known := ev.Monthly(DistrictSubsidy, e, ev.AsOf.Month()); !known {
			add(IssueAmount, clauseEnrolled, "%s 已纳入，但没有 %s 的区级补贴金额，按 0 元计；补填金额", "%s is enrolled, but its district subsidy of %s is not known and counts as 0; enter the amount",
				ev.label(e), ev.AsOf.Month())
		}
	}
	return issues
}

// subdistrictIssues reports estates whose strikes withhold money although their subdistrict is not known.
func (ev *Evaluation) subdistrictIssues() []Issue {
	var estates []int32
	for i := range ev.Results {
		r := &ev.Results[i]
		if r.Proposed.Level > 0 && ev.Estates[r.Estate].Subdistrict == "" {
			estates = append(estates, int32(r.Estate))
		}
	}
	if len(estates) == 0 {
		return nil
	}
	slices.Sort(estates)
	estates = slices.Compact(estates)
	names := ev.labels(estates)
	return []Issue{{
		Kind: IssueNoSubdistrict, Clause: clauseBottom, EstateIDs: ev.ids(estates),
		Text: domain.Say("%[1]s 没有街道，扣款范围按所有没有街道的小区计；补填街道",
			"%[2]s have no subdistrict, so withholding takes all estates without one; enter the subdistrict", names.ZH, names.EN),
	}}
}

// fundIssues reports funds that are below zero on the day of a use or on the date, and uses that would be refused now.
func (ev *Evaluation) fundIssues() []Issue {
	var issues []Issue
	uses := slices.DeleteFunc(slices.Clone(ev.tables.FundUses), func(u domain.FundUse) bool { return u.UsedOn > ev.AsOf })
	if len(uses) == 0 {
		return nil
	}
	slices.SortStableFunc(uses, compareUses)
	l := ev.newLedger()
	for i := range uses {
		l.add(uses[i])
	}
	reported := make(map[string]bool)
	for i := range uses {
		u := &uses[i]
		if has := l.balance(u.Subdistrict, u.UsedOn); has < 0 && !reported[u.Subdistrict] {
			reported[u.Subdistrict] = true
			issues = append(issues, Issue{Kind: IssueOverdrawn, Clause: clauseFund, Text: domain.Say(
				"%s流转资金超支：%s 余额 %s 元；核对使用登记和责任认定",
				"the circulating fund of %s is overdrawn: balance on %s %s yuan; check the uses and the determinations", u.Subdistrict, u.UsedOn, has)})
		}
		for _, f := range ev.rewardFaults(u) {
			issue := Issue{Kind: IssueUse, Clause: clauseFund, Text: domain.Say("流转资金使用 %[1]s 依据不足：%[2]s", "the fund use %[1]s is unfounded: %[3]s", u.ID, f.Text.ZH, f.Text.EN)}
			if u.EstateID != "" {
				issue.EstateIDs = []string{u.EstateID}
			}
			if u.RoundID != "" {
				issue.RoundIDs = []string{u.RoundID}
			}
			issues = append(issues, issue)
		}
	}
	return issues
}
