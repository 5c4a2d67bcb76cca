package policy

import "estateatlas/backend/domain"

// reason makes a Reason judged on a day, with the document's period of force looked up.
func (b *Book) reason(c domain.Clause, on domain.Date, t domain.Text) domain.Reason {
	return domain.Reason{Clause: c, Text: t, Expired: b.expired(c, on)}
}

func (b *Book) roundIDs(places ...int) []string {
	ids := make([]string, len(places))
	for i, p := range places {
		ids[i] = b.rounds[p].Round.ID
	}
	return ids
}

// ResultReasons says how an estate's result in a round came about: rank and band, and of a bottom result the cause, the counts
// and what it costs. An estate that was not scored has one sentence that says so.
func (ev *Evaluation) ResultReasons(round, estate int) []domain.Reason {
	r := &ev.Rounds[round]
	on := r.Round.HeldOn
	e := r.Of(estate)
	if e == nil {
		why := ev.reason(clauseRanking, on, domain.Say("%s 未参加%s", "%s was not scored in %s", ev.label(estate), roundLabel(&r.Round)))
		return evidence([]domain.Reason{why}, ev.roundIDs(round), ev.estateIDs[estate])
	}
	reasons := []domain.Reason{ev.reason(clauseRanking, on, ev.rankText(r, e))}
	b := ev.Bottom(round, estate)
	switch {
	case b != nil:
		reasons = append(reasons, ev.causeReason(b), ev.countReason(b), ev.reason(clauseEligibility, on, ev.lossText(b)))
	case e.band == bottom && r.Sanitary():
		reasons = append(reasons, ev.reason(clauseBottom, on, domain.Say("该文件自 %s 起施行，本轮在此之前，只排名不处理",
			"the document is in force from %s, after this round, which is ranked only", r.rules.InForce[domain.DocHB].First)))
	case e.band == top && r.inForce:
		reasons = append(reasons, ev.reason(clauseCommended, on, domain.Say("通报表扬，作为年底评选的依据", "commended, which counts toward the awards of the year")))
	}
	reasons = evidence(reasons, ev.roundIDs(round), ev.estateIDs[estate])
	if b != nil {
		reasons[2].RoundIDs = ev.roundIDs(ev.strikeRounds(b)...)
	}
	return reasons
}

// evidence names the same rounds and estate behind every reason.
func evidence(rs []domain.Reason, rounds []string, estate string) []domain.Reason {
	for i := range rs {
		rs[i].RoundIDs, rs[i].EstateIDs = rounds, []string{estate}
	}
	return rs
}

func (ev *Evaluation) rankText(r *RoundResult, e *EstateResult) domain.Text {
	by := domain.Say("按得分", "by score")
	if r.Official {
		by = domain.Say("按公布名次", "by official rank")
	}
	place := domain.Say("居中", "middle")
	switch e.band {
	case top:
		place = domain.Say("列前 %d 名", "within the top %d", r.BandSize)
	case bottom:
		place = domain.Say("列后 %d 名", "within the bottom %d", r.BandSize)
	case middle:
		if e.Rank <= int64(r.BandSize) && int(e.RankFromBottom) <= r.BandSize {
			place = domain.Say("同时落入前 %[1]d 名和后 %[1]d 名，按中间处理", "within the top and the bottom %[1]d at once, so middle", r.BandSize)
		}
	}
	return domain.Say("%[1]s：参评 %[2]d 个小区，得 %[3]s 分，%[4]s第 %[6]d 名，倒数第 %[7]d 名，%[8]s",
		"%[1]s: %[2]d scored, %[3]s points, rank %[6]d %[5]s, %[7]d from the bottom, %[9]s",
		roundLabel(&r.Round), r.Scored, e.Score, by.ZH, by.EN, e.Rank, e.RankFromBottom, place.ZH, place.EN)
}

// causeReason says why a bottom result has its cause.
func (ev *Evaluation) causeReason(b *BottomResult) domain.Reason {
	on := ev.Rounds[b.Round].Round.HeldOn
	clause := clauseBottom
	switch b.Cause {
	case domain.CauseCompany:
		clause = clauseFunctions
	case domain.CauseTerritorial:
		clause = clauseTerritorial
	case domain.CauseUndetermined:
	}
	name := causeNames[b.Cause]
	if b.Determined() {
		d := &ev.tables.Determinations[b.Determination]
		return ev.reason(clause, on, domain.Say("原因：%[1]s，%[3]s 由%[4]s认定：%[6]s",
			"cause: %[2]s, determined on %[3]s by %[5]s: %[7]s", name.ZH, name.EN, d.DecidedOn,
			orElse(d.DecidedBy, "（未写明）"), orElse(d.DecidedBy, "(not stated)"), orElse(d.Reason, "未写理由"), orElse(d.Reason, "no reason given")))
	}
	if b.AllPoints.IsZero() {
		return ev.reason(clause, on, domain.Say("原因：%[1]s，没有扣分记录，等待认定", "cause: %[2]s, for there are no deductions; to be determined", name.ZH, name.EN))
	}
	return ev.reason(clause, on, domain.Say("原因：%[1]s，由扣分推定：四项职能扣 %[3]s 分，共扣 %[4]s 分，界限为 %[5]s",
		"cause: %[2]s, derived from the deductions: %[3]s points on the four functions of %[4]s in all, the limit is a share of %[5]s",
		name.ZH, name.EN, b.CompanyPoints, b.AllPoints, ev.Rounds[b.Round].rules.CompanyShare))
}

var causeNames = map[domain.Cause]domain.Text{
	domain.CauseCompany:      {ZH: "企业", EN: "company"},
	domain.CauseTerritorial:  {ZH: "属地", EN: "territorial"},
	domain.CauseUndetermined: {ZH: "待定", EN: "undetermined"},
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// countReason says how often a bottom result counts and at which level.
func (ev *Evaluation) countReason(b *BottomResult) domain.Reason {
	r := &ev.Rounds[b.Round]
	on := r.Round.HeldOn
	if b.Company == None {
		return ev.reason(clauseBottom, on, domain.Say("%s 没有有效的服务协议，不定档次", "no service agreement was in force on %s, so there is no level", on))
	}
	company := ev.companyName(b.Company)
	if !b.Proposed.Strike {
		return ev.reason(clauseBottom, on, domain.Say("不计入%s的次数", "it does not count against %s", company))
	}
	window := domain.Say("本年", "in the year")
	if r.rules.SecondStrikeWindow == domain.WindowEver {
		window = domain.Say("累计", "ever")
	}
	count := func(c Count) domain.Text {
		return domain.Say("%[1]s第 %[3]d 次，连续第 %[4]d 次，%[5]s", "no. %[3]d %[2]s, %[4]d in a row: %[6]s",
			window.ZH, window.EN, c.InYear, c.Run, levelNames[c.Level].ZH, levelNames[c.Level].EN)
	}
	var t domain.Text
	if b.Confirmed.Strike {
		c := count(b.Confirmed)
		t = domain.Text{ZH: "计入" + company + "：" + c.ZH, EN: "it counts against " + company + ": " + c.EN}
	} else {
		t = domain.Say("认定之前不计入%s", "it does not count against %s until the cause is determined", company)
	}
	if b.Proposed != b.Confirmed {
		c := count(b.Proposed)
		t.ZH += "；待定的均计入时：" + c.ZH
		t.EN += "; with all that may count: " + c.EN
	}
	return ev.reason(clauseBottom, on, t)
}

var levelNames = [4]domain.Text{
	{ZH: "无档次", EN: "no level"},
	{ZH: "一档（扣当月）", EN: "level 1 (the month)"},
	{ZH: "二档（扣当季）", EN: "level 2 (the quarter)"},
	{ZH: "三档（扣全年）", EN: "level 3 (the year)"},
}

func (ev *Evaluation) lossText(b *BottomResult) domain.Text {
	year := ev.Rounds[b.Round].year
	if b.Company == None {
		return domain.Say("%[1]s 取消 %[2]d 年评优资格", "%[1]s loses award eligibility for %[2]d", ev.label(b.Estate), year)
	}
	return domain.Say("%[1]s 和%[2]s取消 %[3]d 年评优资格", "%[1]s and %[2]s lose award eligibility for %[3]d",
		ev.label(b.Estate), ev.companyName(b.Company), year)
}

// strikeRounds returns the rounds of the strikes that a result's counts are made of, oldest first; for a result that is no
// strike its own round.
func (ev *Evaluation) strikeRounds(b *BottomResult) []int {
	need := max(b.Proposed.InYear, b.Proposed.Run)
	if need == 0 || b.Under == nil {
		return []int{b.Round}
	}
	var rounds []int
	own := ev.byGroup.of(int(b.Under.group))
	for i := len(own) - 1; i >= 0 && len(rounds) < need; i-- {
		if r := &ev.results[own[i]]; r.Estate == b.Estate && r.Round <= b.Round {
			rounds = append([]int{r.Round}, rounds...)
		}
	}
	return rounds
}

// MeasureReasons says why a measure is taken: what is to be done, the strikes behind it and the cause of the last.
func (ev *Evaluation) MeasureReasons(m *Measure) []domain.Reason {
	b := &ev.Results[m.Result]
	r := &ev.Rounds[m.Round]
	reasons := []domain.Reason{
		ev.reason(clauseBottom, r.Round.HeldOn, ev.MeasureText(m)),
		ev.countReason(b),
		ev.causeReason(b),
	}
	if b.Under.Proxy && !r.rules.ProxyCounts {
		reasons = append(reasons, ev.reason(clauseProxy, r.Round.HeldOn, domain.Say("%s 为代管，自身的补贴不扣", "%s is under proxy, so its own subsidy is not withheld", ev.label(m.Estate))))
	}
	return evidence(reasons, ev.roundIDs(ev.strikeRounds(b)...), ev.estateIDs[m.Estate])
}
