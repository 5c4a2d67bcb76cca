package quality

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"
)

// Clauses that faults of records rest on.
var (
	clauseBottom    = domain.Clause{Document: domain.DocHB, Place: "五(二)"}
	clauseAgreement = domain.Clause{Document: domain.DocTJ, Place: "三(三)2"}
	clauseEnrolled  = domain.Clause{Document: domain.DocTJ, Place: "二(一)"}
	clauseHotspots  = domain.Clause{Document: domain.DocHB, Place: "六(3)"}
)

// records looks at what the tables say besides the estates themselves.
func (r *Report) records(s *steps) error {
	looks := []func(){r.missed, r.agreements, r.ranks, r.points, r.rounds, r.amounts, r.findings, r.issues}
	for _, look := range looks {
		look()
		if err := s.step(recordSteps / len(looks)); err != nil {
			return err
		}
	}
	return nil
}

// missed reports estates that none of the latest sanitary rounds scored.
func (r *Report) missed() {
	var last []*policy.RoundResult
	for i := len(r.ev.Rounds) - 1; i >= 0 && len(last) < r.Rounds; i-- {
		if r.ev.Rounds[i].Sanitary() {
			last = append(last, &r.ev.Rounds[i])
		}
	}
	if len(last) < r.Rounds {
		return // too few rounds to say that an estate is missed
	}
	first := last[len(last)-1].Round.HeldOn
	var names []string
	for _, l := range last {
		names = append(names, roundName(&l.Round))
	}
	slices.Reverse(names)
	for e := range r.ev.Estates {
		stays := r.ev.Enrolments(e)
		if r.ev.HasLeft(e, r.ev.AsOf) || len(stays) > 0 && stays[0].EnrolledOn > first || slices.ContainsFunc(last, func(l *policy.RoundResult) bool { return l.Of(e) != nil }) {
			continue
		}
		missed, before := r.missedRounds(e)
		f := Fault{
			Kind: NotScored, Key: key(NotScored, r.ev.Estates[e].ID), Estates: []int{e}, Size: float64(missed), Clause: clauseHotspots,
			Text:  domain.Say("%[1]s最近 %[2]d 轮创卫考核都没有得分", "%[1]s was not scored in any of the last %[2]d sanitary rounds", r.label(e), missed),
			Facts: []Fact{{domain.Say("未参评的轮次", "Rounds without a score"), plain(strings.Join(names, "、"))}},
		}
		never := domain.Say("从未参评", "never scored")
		if before != nil {
			never = domain.Say("%[1]s（%[2]s）", "%[1]s (%[2]s)", roundName(&before.Round), before.Round.HeldOn)
		}
		f.Facts = append(f.Facts, Fact{domain.Say("最近一次参评", "Scored last"), never})
		r.add(f)
	}
}

// missedRounds counts the sanitary rounds since an estate was scored last, and which that was.
func (r *Report) missedRounds(e int) (missed int, last *policy.RoundResult) {
	for i := len(r.ev.Rounds) - 1; i >= 0; i-- {
		round := &r.ev.Rounds[i]
		if !round.Sanitary() {
			continue
		}
		if round.Of(e) != nil {
			return missed, round
		}
		missed++
	}
	return missed, nil
}

// agreements looks at the agreements of each estate, in order of their first day.
func (r *Report) agreements() {
	for e := range r.ev.Estates {
		es := &r.ev.Estates[e]
		own := r.ev.Agreements(e)
		for i := range own {
			g := &own[i]
			if g.EndsOn != 0 && g.EndsOn < g.StartsOn {
				r.add(Fault{
					Kind: AgreementDates, Key: key(AgreementDates, es.ID, g.StartsOn.String()), Estates: []int{e}, Size: float64(g.StartsOn - g.EndsOn), Clause: clauseAgreement,
					Text: domain.Say("%[1]s与%[2]s的协议结束日期 %[4]s 早于开始日期 %[3]s", "The agreement of %[1]s with %[2]s from %[3]s ends before it begins, on %[4]s",
						r.label(e), r.companyName(g.Company), g.StartsOn, g.EndsOn),
				})
			}
		}
		for i := 1; i < len(own); i++ {
			r.successive(e, &own[i-1], &own[i])
		}
		if len(own) == 0 || r.ev.AgreementOn(e, r.ev.AsOf) == nil {
			r.unserved(e, own)
		}
	}
}

func span(g *policy.Agreement) domain.Text {
	if g.EndsOn == 0 {
		return domain.Say("%s 起", "from %s", g.StartsOn)
	}
	return domain.Say("%[1]s 至 %[2]s", "%[1]s to %[2]s", g.StartsOn, g.EndsOn)
}

// successive looks at two agreements of an estate that follow each other.
func (r *Report) successive(e int, before, after *policy.Agreement) {
	id := r.ev.Estates[e].ID
	facts := []Fact{{plain(r.companyName(before.Company)), span(before)}, {plain(r.companyName(after.Company)), span(after)}}
	if before.EndsOn != 0 && before.EndsOn < before.StartsOn {
		return
	}
	if before.EndsOn == 0 || before.EndsOn >= after.StartsOn {
		last := r.ev.AsOf
		if before.EndsOn != 0 {
			last = before.EndsOn
		}
		if after.EndsOn != 0 {
			last = min(last, after.EndsOn)
		}
		f := Fault{
			Kind: AgreementClash, Key: key(AgreementClash, id, before.StartsOn.String(), after.StartsOn.String()), Estates: []int{e}, Size: float64(max(last-after.StartsOn+1, 1)),
			Clause: clauseAgreement, Facts: facts,
			Text: domain.Say("%[1]s的两份协议自 %[2]s 起重叠：%[3]s、%[4]s；按后签的计", "Two agreements of %[1]s overlap from %[2]s: %[3]s, %[4]s; the later one counts",
				r.label(e), after.StartsOn, r.companyName(before.Company), r.companyName(after.Company)),
		}
		// Ended the day before, an agreement that outlasts the later one would leave days without any.
		outlasts := after.EndsOn != 0 && (before.EndsOn == 0 || before.EndsOn > after.EndsOn)
		if before.StartsOn < after.StartsOn && !outlasts {
			f.Repairs = []Repair{{repairEnd, domain.Say("前一份改为 %s 结束", "End the first on %s", after.StartsOn-1)}}
		}
		r.add(f)
		return
	}
	days := int(after.StartsOn - before.EndsOn - 1)
	if days == 0 || !r.staysBetween(e, before.EndsOn+1, after.StartsOn-1) {
		return
	}
	f := Fault{
		Kind: AgreementGap, Key: key(AgreementGap, id, before.StartsOn.String(), after.StartsOn.String()), Estates: []int{e}, Size: float64(days), Clause: clauseAgreement, Facts: facts,
		Text: domain.Say("%[1]s在 %[2]s 至 %[3]s 共 %[4]d 天没有协议", "%[1]s has no agreement from %[2]s to %[3]s, %[4]d days", r.label(e), before.EndsOn+1, after.StartsOn-1, days),
	}
	if before.Company == after.Company && days <= renewalDays {
		f.Repairs = []Repair{{repairEnd, domain.Say("前一份改为 %s 结束", "End the first on %s", after.StartsOn-1)}}
	}
	r.add(f)
}

// staysBetween reports whether an estate was under long-term management on some of these days; one without any stay on record counts
// as if it was.
func (r *Report) staysBetween(e int, first, last domain.Date) bool {
	stays := r.ev.Enrolments(e)
	return len(stays) == 0 || slices.ContainsFunc(stays, func(s domain.Enrolment) bool {
		return s.EnrolledOn <= last && (s.ExitedOn == 0 || s.ExitedOn > first)
	})
}

// unserved reports an enrolled estate that should have a company and has none on the day.
func (r *Report) unserved(e int, own []policy.Agreement) {
	es := &r.ev.Estates[e]
	if es.Mode != "" && es.Mode != domain.ModeCompany || r.ev.StageOn(e, r.ev.AsOf) != policy.Enrolled {
		return
	}
	last := domain.Say("从未有过协议", "there never was one")
	for i := range own {
		if own[i].EndsOn != 0 && own[i].EndsOn < r.ev.AsOf {
			last = domain.Say("上一份：%[1]s，%[2]s 结束", "the last: %[1]s, ended on %[2]s", r.companyName(own[i].Company), own[i].EndsOn)
		}
	}
	r.add(Fault{
		Kind: NoCompany, Key: key(NoCompany, es.ID), Estates: []int{e}, Clause: clauseAgreement,
		Text:  domain.Say("%[1]s已纳入，%[2]s 没有有效的服务协议", "%[1]s is enrolled and has no agreement in force on %[2]s", r.label(e), r.ev.AsOf),
		Facts: []Fact{{domain.Say("协议", "Agreements"), last}},
	})
}

// ranks notes whether there are official ranks at all; what contradicts them is policy's to say (see issues).
func (r *Report) ranks() {
	r.OfficialRanks = slices.ContainsFunc(r.ev.Tables().Scores, func(s domain.Score) bool { return s.OfficialRank > 0 })
}

// points holds deductions against scores.
func (r *Report) points() {
	hundred := domain.WholeDecimal(100)
	type sum struct {
		estate int
		score  domain.Decimal
		points domain.Decimal
	}
	for i := range r.ev.Rounds {
		round := &r.ev.Rounds[i]
		var with, odd []sum
		for k := range round.Results {
			res := &round.Results[k]
			rows := r.ev.Deductions(i, int(res.Estate))
			if len(rows) == 0 {
				continue
			}
			one := sum{estate: int(res.Estate), score: res.Score}
			for _, d := range rows {
				one.points = one.points.Add(d.Points)
			}
			with = append(with, one)
			if one.points.Add(one.score).Cmp(hundred) != 0 {
				odd = append(odd, one)
			}
		}
		usual := len(with) - len(odd)
		if usual < leastUsual || float64(usual) < usualShare*float64(len(with)) {
			continue
		}
		for _, o := range odd {
			r.add(Fault{
				Kind: PointsScore, Key: key(PointsScore, round.Round.ID, r.ev.Estates[o.estate].ID), Estates: []int{o.estate}, Size: abs(o.points.Float() + o.score.Float() - 100),
				Text: domain.Say("%[1]s：%[2]s得 %[3]s 分、扣 %[4]s 分，合计不是 100", "%[1]s: %[2]s scored %[3]s and lost %[4]s points, not 100 in all", roundName(&round.Round), r.label(o.estate), o.score, o.points),
				Facts: []Fact{
					{domain.Say("本轮", "The round"), domain.Say("%[1]d 个有扣分的小区中 %[2]d 个得分＋扣分＝100", "Of %[1]d estates with deductions, score and deductions make 100 for %[2]d", len(with), usual)},
					{domain.Say("依据", "Basis"), domain.Say("文件没有规定这一关系，只作核对提示；扣分影响责任认定", "No document says so; it is for checking only. Causes rest on deductions")},
				},
			})
		}
	}
	r.unscoredPoints()
}

// unscoredPoints reports deductions of estates that their round did not score.
func (r *Report) unscoredPoints() {
	rows := r.ev.Tables().Deductions
	for i := 0; i < len(rows); {
		j, points := i, domain.Decimal{}
		for ; j < len(rows) && rows[j].RoundID == rows[i].RoundID && rows[j].EstateID == rows[i].EstateID; j++ {
			points = points.Add(rows[j].Points)
		}
		round, known := r.ev.Round(rows[i].RoundID)
		e, there := r.ev.Estate(rows[i].EstateID)
		if known && there && round < len(r.ev.Rounds) && r.ev.Rounds[round].Of(e) == nil {
			res := &r.ev.Rounds[round]
			r.add(Fault{
				Kind: PointsUnscored, Key: key(PointsUnscored, res.Round.ID, r.ev.Estates[e].ID), Estates: []int{e}, Size: points.Float(), Clause: clauseHotspots,
				Text: domain.Say("%[1]s：%[2]s扣 %[3]s 分，却没有得分", "%[1]s: %[2]s lost %[3]s points and has no score", roundName(&res.Round), r.label(e), points),
			})
		}
		i = j
	}
}

func abs(v float64) float64 { return max(v, -v) }

// monthInName finds 2026年3月, 2026-03 or 2026.3 in the name of a round.
var monthInName = regexp.MustCompile(`(\d{4})\s*[年\-./]\s*(\d{1,2})(?:\s*月|$|\D)`)

// rounds looks at names, days and order of the rounds.
func (r *Report) rounds() {
	all := r.ev.Rounds
	for i := range all {
		round := &all[i].Round
		for k := i + 1; k < len(all) && all[k].Round.HeldOn == round.HeldOn; k++ {
			if other := &all[k].Round; other.Kind == round.Kind {
				r.add(Fault{
					Kind: RoundSameDay, Key: key(RoundSameDay, round.ID, other.ID),
					Text: domain.Say("%[1]s（%[2]s）与 %[3]s（%[4]s）同在 %[5]s，先后按编号计", "%[1]s (%[2]s) and %[3]s (%[4]s) were both held on %[5]s; their ids decide the order",
						roundName(round), round.ID, roundName(other), other.ID, round.HeldOn),
				})
			}
		}
		found := monthInName.FindStringSubmatch(round.Name)
		if found == nil {
			continue
		}
		year, _ := strconv.Atoi(found[1])
		month, _ := strconv.Atoi(found[2])
		if month < 1 || month > 12 || domain.NewMonth(year, month) == round.HeldOn.Month() {
			continue
		}
		r.add(Fault{
			Kind: RoundName, Key: key(RoundName, round.ID), Size: abs(float64(domain.NewMonth(year, month) - round.HeldOn.Month())),
			Text: domain.Say("%[1]s（%[2]s）的考核日期是 %[3]s；核对名称或日期", "%[1]s (%[2]s) was held on %[3]s; check the name or the day", round.Name, round.ID, round.HeldOn),
		})
	}
}

// amounts reports subsidies that no enrolment uses.
func (r *Report) amounts() {
	rows := r.ev.Tables().Subsidies
	for i := 0; i < len(rows); {
		j := i
		for j < len(rows) && rows[j].EstateID == rows[i].EstateID {
			j++
		}
		if e, ok := r.ev.Estate(rows[i].EstateID); ok && len(r.ev.Enrolments(e)) == 0 {
			r.add(Fault{
				Kind: IdleAmount, Key: key(IdleAmount, rows[i].EstateID), Estates: []int{e}, Clause: clauseEnrolled,
				Text: domain.Say("%[1]s有 %[2]d 条补贴标准变动，却从未纳入", "%[1]s has %[2]d changes of its amounts and was never enrolled", r.label(e), j-i),
			})
		}
		i = j
	}
}

// kindOfIssue is where what the rules report stands; what is not here is said elsewhere or is no fault of the data.
var kindOfIssue = map[policy.IssueKind]Kind{
	policy.IssueRanksInPart:     OfficialRank,
	policy.IssueContradiction:   OfficialRank,
	policy.IssueDetermination:   Determination,
	policy.IssueConditions:      Enrolment,
	policy.IssueDateOrder:       Enrolment,
	policy.IssueExit:            Enrolment,
	policy.IssueAmount:          AmountUnknown,
	policy.IssueOverdrawn:       Fund,
	policy.IssueUse:             Fund,
	policy.IssueOverrideInvalid: OverrideInvalid,
}

// issues takes over what the rules find inconsistent.
func (r *Report) issues() {
	all := r.ev.Issues()
	if len(r.ev.Tables().Overrides) > 0 {
		sides := r.ev.ProxySides(func(e int) float64 {
			if !r.land.mapped[e] {
				return 0
			}
			return spatial.Area(r.land.frame.Project(r.land.estates[e].Boundary))
		})
		all = append(all, r.ev.OverrideIssues(&sides)...)
	}
	times := make(map[string]int)
	for i := range all {
		is := &all[i]
		kind, ours := kindOfIssue[is.Kind]
		if !ours {
			continue
		}
		f := Fault{Kind: kind, Text: is.Text, Clause: is.Clause}
		for _, id := range is.EstateIDs {
			if e, ok := r.ev.Estate(id); ok {
				f.Estates = append(f.Estates, e)
			}
		}
		f.Size = float64(len(f.Estates))
		ids := append(append([]string{string(is.Kind)}, is.RoundIDs...), is.EstateIDs[:min(len(is.EstateIDs), 4)]...)
		f.Key = key(kind, ids...)
		if times[f.Key]++; times[f.Key] > 1 {
			f.Key += "#" + strconv.Itoa(times[f.Key])
		}
		r.add(f)
	}
}
