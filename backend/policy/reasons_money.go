package policy

import (
	"slices"

	"estateatlas/backend/domain"
)

// WithholdingReasons says why a month is withheld, from whom and how much: the deciding round, every measure that covers the
// month, and the estates charged.
func (ev *Evaluation) WithholdingReasons(w *Withholding) []domain.Reason {
	r := &ev.Rounds[w.Round]
	company, subdistrict := ev.companyName(w.Company), ev.Subdistricts[w.Subdistrict]
	status := domain.Say("已定", "confirmed")
	if w.Status == Proposed {
		status = domain.Say("拟扣，等待责任认定", "proposed until the cause is determined")
	}
	timing := domain.Say("从当月起扣发", "kept back")
	if w.Timing == Clawback {
		timing = domain.Say("此前已发，追回", "paid before, clawed back")
	}
	covering := ev.CoveringMeasures(w)
	measured := make([]int32, 0, len(covering))
	rounds := make([]int, 0, len(covering))
	for _, m := range covering {
		measured = append(measured, int32(m.Estate))
		rounds = append(rounds, m.Round)
	}
	slices.Sort(measured)
	slices.Sort(rounds)
	decided := ev.reason(clauseBottom, r.Round.HeldOn, domain.Say(
		"%[1]s在%[2]s %[3]s 的区级奖励补贴：%[4]s，%[6]s，依据%[8]s，%[9]s",
		"district reward subsidy of %[1]s in %[2]s for %[3]s: %[5]s, %[7]s, by %[8]s, %[10]s",
		company, subdistrict, w.Month, status.ZH, status.EN, timing.ZH, timing.EN, roundLabel(&r.Round), levelNames[w.Level].ZH, levelNames[w.Level].EN))
	decided.RoundIDs, decided.EstateIDs = ev.roundIDs(slices.Compact(rounds)...), ev.ids(slices.Compact(measured))

	shares := ev.WithheldEstates(w)
	charged := make([]int32, 0, len(shares))
	for _, e := range shares {
		charged = append(charged, int32(e.Estate))
	}
	scope := ev.reason(clauseBottom, r.Round.HeldOn, domain.Say(
		"范围：%[1]s 第一天由%[2]s在%[3]s管理的 %[4]d 个小区，当月应发共 %[5]s 元",
		"scope: the %[4]d estates in %[3]s that %[2]s managed on the first day of %[1]s, %[5]s yuan payable in the month",
		w.Month, company, subdistrict, len(charged), w.Amount))
	scope.EstateIDs = ev.ids(charged)
	return []domain.Reason{decided, scope}
}

// FundReasons says where the money of a circulating fund came from and that it may be used.
func (ev *Evaluation) FundReasons(f *Fund) []domain.Reason {
	var rounds []int
	for i := range ev.Withholdings {
		w := &ev.Withholdings[i]
		if ev.Subdistricts[w.Subdistrict] == f.Subdistrict && w.Status == Confirmed && w.Month <= ev.AsOf.Month() && w.Amount > 0 {
			rounds = append(rounds, w.Round)
		}
	}
	slices.Sort(rounds)
	r := ev.reason(clauseFund, ev.AsOf, domain.Say(
		"%s流转资金：截至 %s 已扣 %s 元，使用 %s 元，余额 %s 元；拟扣 %s 元不计入余额",
		"circulating fund of %s up to %s: %s yuan withheld, %s used, balance %s; %s proposed beside it",
		f.Subdistrict, ev.AsOf.Month(), f.ConfirmedIn, f.Used, f.Balance, f.ProposedIn))
	r.RoundIDs = ev.roundIDs(slices.Compact(rounds)...)
	return []domain.Reason{r}
}

// LossReasons says by which results award eligibility was lost.
func (ev *Evaluation) LossReasons(l *Loss) []domain.Reason {
	var rounds []int
	var estates []int32
	for _, i := range ev.LossResults(l) {
		rounds = append(rounds, ev.Results[i].Round)
		estates = append(estates, int32(ev.Results[i].Estate))
	}
	slices.Sort(estates)
	rounds, estates = slices.Compact(rounds), slices.Compact(estates)
	who := ev.awardName(l)
	r := ev.reason(clauseEligibility, ev.Rounds[rounds[0]].Round.HeldOn, domain.Say(
		"%[1]s取消 %[2]d 年评优资格：%[3]d 轮列后 %[4]d 名以内", "%[1]s loses award eligibility for %[2]d: in the bottom band in %[3]d rounds",
		who, l.Year, len(rounds), ev.Rounds[rounds[0]].rules.BandSize))
	r.RoundIDs, r.EstateIDs = ev.roundIDs(rounds...), ev.ids(estates)
	return []domain.Reason{r}
}

func (ev *Evaluation) awardName(l *Loss) string {
	if l.Kind == AwardCompany {
		return ev.companyName(l.At)
	}
	return ev.label(l.At)
}

// PayableReasons says how the payable district or city subsidy of an estate in month m comes about (RULES 6).
func (ev *Evaluation) PayableReasons(kind Subsidy, estate int, m domain.Month) []domain.Reason {
	s := newSpan(m)
	on := s.first + s.days - 1
	var t domain.Text
	switch fen, known := ev.Monthly(kind, estate, m); {
	case !ev.MeetsConditions(estate):
		return ev.of(estate, ev.reason(clauseConditions, on, ev.missingText(estate)))
	case !known:
		t = domain.Say("%[1]s：没有月补贴金额，按 0 元计", "%[1]s: the monthly amount is not known and counts as 0", m)
	default:
		t = domain.Say("%[1]s：每月 %[2]s 元，纳入 %[3]d 天（全月 %[4]d 天），应发 %[5]s 元",
			"%[1]s: %[2]s yuan a month, enrolled on %[3]d of %[4]d days, %[5]s yuan payable", m, fen, ev.daysEnrolled(estate, s), s.days, ev.payable(kind, estate, s))
	}
	return ev.of(estate, ev.reason(clauseEnrolled, on, t))
}

// of names one estate behind reasons.
func (ev *Evaluation) of(estate int, rs ...domain.Reason) []domain.Reason {
	for i := range rs {
		rs[i].EstateIDs = []string{ev.estateIDs[estate]}
	}
	return rs
}

// StateReasons says why an estate has its subsidy state on the date.
func (ev *Evaluation) StateReasons(estate int) []domain.Reason {
	on, month := ev.AsOf, ev.AsOf.Month()
	switch st := &ev.States[estate]; st.State {
	case domain.StateNotEnrolled:
		return ev.of(estate, ev.reason(clauseConditions, on, ev.notEnrolledText(estate)))
	case domain.StateExited:
		return ev.of(estate, ev.exitReasons(estate)...)
	case domain.StateProposed, domain.StateWithheldMonth, domain.StateWithheldQuarter, domain.StateWithheldYear:
		// A withheld state has its row: the group that the estate is charged to covers the month.
		w := ev.WithholdingOf(estate, month)
		return append(ev.WithholdingReasons(w), ev.PayableReasons(DistrictSubsidy, estate, month)...)
	case domain.StateUnfunded:
		return ev.of(estate, ev.reason(clauseEnrolled, on, domain.Say("%s 没有区级奖励补贴", "there is no district reward subsidy in %s", month)))
	default:
		rs := ev.of(estate, ev.reason(clauseEnrolled, on, domain.Say("已纳入长效管理，%s 没有扣发", "enrolled, and nothing is withheld in %s", month)))
		return append(rs, ev.PayableReasons(DistrictSubsidy, estate, month)...)
	}
}

func (ev *Evaluation) notEnrolledText(estate int) domain.Text {
	own := ev.Enrolments(estate)
	switch {
	case len(own) == 0:
		return domain.Say("没有纳入长效管理的记录", "no enrolment in long-term management is recorded")
	case !ev.MeetsConditions(estate):
		return ev.missingText(estate)
	}
	return domain.Say("%s 才纳入长效管理", "enrolled only from %s", own[0].EnrolledOn)
}

// missingText says which of the three conditions an estate does not meet.
func (x *Index) missingText(estate int) domain.Text {
	e := &x.Estates[estate]
	var t domain.Text
	add := func(zh, en string) {
		if t.ZH != "" {
			t.ZH, t.EN = t.ZH+"、", t.EN+", "
		}
		t.ZH, t.EN = t.ZH+zh, t.EN+en
	}
	if e.ApprovedOn == 0 {
		add("批准实施改造", "approval for renovation")
	}
	if e.AcceptedOn == 0 {
		add("验收合格", "acceptance on completion")
	}
	if e.CityGrant != domain.Yes {
		add("享受市级补贴", "the city grant")
	}
	return domain.Say("不满足纳入条件，缺：%[1]s", "the conditions are not met; missing: %[2]s", t.ZH, t.EN)
}

func (ev *Evaluation) exitReasons(estate int) []domain.Reason {
	var last domain.Enrolment
	for _, r := range ev.Enrolments(estate) {
		if r.ExitedOn != 0 && r.ExitedOn <= ev.AsOf {
			last = r
		}
	}
	ground := exitGrounds[last.ExitGround]
	if last.ExitGround == domain.ExitOther && last.ExitText != "" {
		ground = domain.Text{ZH: last.ExitText, EN: last.ExitText}
	}
	return []domain.Reason{
		ev.reason(clauseExit, ev.AsOf, domain.Say("%[1]s 退出长效管理，原因：%[2]s", "left long-term management on %[1]s: %[3]s", last.ExitedOn, ground.ZH, ground.EN)),
		ev.reason(clauseExitHD, ev.AsOf, domain.Say("自 %s 起停发市级、区级补贴", "city and district subsidy stop from %s", last.ExitedOn)),
	}
}

var exitGrounds = map[domain.ExitGround]domain.Text{
	"":                         {ZH: "未写明", EN: "not stated"},
	domain.ExitDemolition:      {ZH: "拆迁", EN: "demolition"},
	domain.ExitOwnerRequest:    {ZH: "产权人要求自行管理", EN: "the owner's request"},
	domain.ExitMarketOperation: {ZH: "具备市场化运作条件", EN: "fit for the market"},
	domain.ExitOther:           {ZH: "其他", EN: "other"},
}
