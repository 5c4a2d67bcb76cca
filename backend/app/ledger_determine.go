package app

import (
	"fmt"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// mostAsks bounds a batch.
const mostAsks = 2000

// PreviewDecision says what determinations would change, before they are made. A reason need not be given yet. Errors: CodeInvalid,
// CodeNotFound, CodeConflict as Determine.
func (a *Atlas) PreviewDecision(asks []DeterminationAsk) (Consequence, error) {
	p, err := a.project()
	if err != nil {
		return Consequence{}, err
	}
	change, err := p.planDeterminations(asks, a.name(), false)
	if err != nil {
		return Consequence{}, err
	}
	c := p.consequence(change)
	c.Text = p.determinationText(asks, &c)
	c.Clauses = append(c.Clauses, policy.ClauseMeasures, policy.ClauseAwards)
	for _, ask := range asks {
		j, err := p.judge(ask.RoundID)
		if err != nil {
			return Consequence{}, err
		}
		c.Reasons = append(c.Reasons, j.ev.ResultReasons(j.round, p.place[ask.FID])...)
		if len(asks) > 1 {
			break // the reasons of a batch are those of its rows
		}
	}
	return c, nil
}

// determinationText names what is determined, and of one estate its company and level, before it says what changes.
func (p *project) determinationText(asks []DeterminationAsk, c *Consequence) domain.Text {
	changes := c.Text
	if len(asks) > 1 {
		return domain.Say("认定 %[1]d 个小区后：%[2]s", "With %[1]d estates determined: %[3]s", len(asks), changes.ZH, changes.EN)
	}
	place := p.place[asks[0].FID]
	name, cause := p.district.Estates.Name[place], causeWords(domain.Cause(asks[0].Cause))
	for _, r := range c.Results {
		if r.FID != asks[0].FID || r.RoundID != asks[0].RoundID || r.Company == policy.None {
			continue
		}
		company, subdistrict := p.district.Companies[r.Company].Name, p.district.Subdistricts[p.book.SubdistrictOf(place)]
		was, is := levelPair(r.ConfirmedBefore, r.ProposedBefore), levelPair(r.ConfirmedAfter, r.ProposedAfter)
		if was != is {
			if len(c.Results) == 1 {
				changes = c.summary(false)
			}
			changes.ZH = fmt.Sprintf("%s在%s由%s变为%s；%s", company, subdistrict, was.ZH, is.ZH, changes.ZH)
			changes.EN = fmt.Sprintf("%s in %s goes from %s to %s; %s", company, subdistrict, was.EN, is.EN, changes.EN)
		}
	}
	return domain.Say("%[1]s认定为%[2]s后：%[4]s", "With %[1]s determined as %[3]s: %[5]s", name, cause.ZH, cause.EN, changes.ZH, changes.EN)
}

// levelPair names the confirmed level, and the proposed one where it is another.
func levelPair(confirmed, proposed int) domain.Text {
	words := [...]domain.Text{domain.Say("无级别", "no level"), domain.Say("一级", "level 1"), domain.Say("二级", "level 2"), domain.Say("三级", "level 3")}
	t := words[confirmed]
	if proposed != confirmed {
		t = domain.Text{ZH: t.ZH + "（拟" + words[proposed].ZH + "）", EN: t.EN + " (proposed " + words[proposed].EN + ")"}
	}
	return t
}

// Determine records who is responsible for bottom results, all of them or none. A correction is the reason that is recorded where a
// closed round is touched. Errors: CodeInvalid for what is not a bottom result of a district_sanitary round, a missing reason or a
// date that cannot be; CodeConflict where a closed round is touched without a reason.
func (a *Atlas) Determine(asks []DeterminationAsk, correction string) (Decided, error) {
	return a.decideGuarded(correction, func(p *project) (domain.Change, error) {
		return p.planDeterminations(asks, a.name(), true)
	})
}

// planDeterminations checks what is asked and makes the change of it.
func (p *project) planDeterminations(asks []DeterminationAsk, by string, deciding bool) (domain.Change, error) {
	if len(asks) == 0 {
		return domain.Change{}, invalid("没有选择小区", "No estate was chosen")
	}
	if len(asks) > mostAsks {
		return domain.Change{}, invalid("一次最多认定 %d 个小区", "At most %d estates at once", mostAsks)
	}
	var change domain.Change
	done := map[resultKey]bool{}
	for i := range asks {
		key, d, err := p.determination(&asks[i], by, deciding)
		if err != nil {
			return domain.Change{}, err
		}
		if done[key] {
			return domain.Change{}, invalid("同一小区在一批中出现两次", "The same estate occurs twice in one batch")
		}
		done[key] = true
		change.Put.Determinations = append(change.Put.Determinations, d...)
	}
	cause := causeWords(domain.Cause(asks[0].Cause))
	name := p.district.Estates.Name[p.place[asks[0].FID]]
	change.What = "认定 " + name + "：" + cause.ZH
	if len(asks) > 1 {
		change.What = fmt.Sprintf("认定 %s 等 %d 个小区：%s", name, len(asks), cause.ZH)
		if slices.ContainsFunc(asks, func(a DeterminationAsk) bool { return a.Cause != asks[0].Cause }) {
			change.What = fmt.Sprintf("认定 %s 等 %d 个小区", name, len(asks))
		}
	}
	return change, nil
}

// determination returns the rows of one result with the new one at their end, for a change replaces them as a set.
func (p *project) determination(ask *DeterminationAsk, by string, deciding bool) (resultKey, []domain.Determination, error) {
	fail := func(zh, en string, args ...any) (resultKey, []domain.Determination, error) {
		return resultKey{}, nil, invalid(zh, en, args...)
	}
	at, ok := p.book.Round(ask.RoundID)
	if !ok {
		return resultKey{}, nil, domain.Fail(domain.CodeNotFound, domain.Say("没有轮次 %s", "There is no round %s", ask.RoundID), nil)
	}
	r := &p.book.Rounds()[at]
	place, ok := p.place[ask.FID]
	if !ok {
		return resultKey{}, nil, errNoEstate()
	}
	name := p.district.Estates.Name[place]
	switch e := r.Of(place); {
	case !r.Sanitary():
		return fail("%s不是创卫考核；只认定创卫考核的末位结果", "%s is not a sanitary inspection; only bottom results of those are determined", roundName(&r.Round))
	case e == nil:
		return fail("%[1]s 未参加%[2]s，没有可认定的结果", "%[1]s was not scored in %[2]s; there is no result to determine", name, roundName(&r.Round))
	case e.Band() != domain.BandBottom:
		return fail("%[1]s 在%[2]s中不在后 %[3]d 名；只认定末位结果", "%[1]s is not within the bottom %[3]d of %[2]s; only bottom results are determined", name, roundName(&r.Round), r.BandSize)
	case !r.InForce():
		return fail("%s早于文件施行日期，只排名，不作认定", "%s was held before the document was in force; it is ranked only", roundName(&r.Round))
	}
	cause := domain.Cause(ask.Cause)
	if !slices.Contains(Causes[1:], cause) {
		return fail("责任应为企业、属地或待定，不是 %q", "The cause is company, territorial or undetermined, not %q", ask.Cause)
	}
	reason := strings.TrimSpace(ask.Reason)
	if deciding && reason == "" {
		return fail("认定 %s 须写明理由", "Give the reason for determining %s", name)
	}
	if err := checkText("理由", "reason", reason); err != nil {
		return resultKey{}, nil, err
	}
	id := p.book.Estates[place].ID
	rows, last := p.determined(ask.RoundID, id)
	latest := max(today(), r.Round.HeldOn, p.lastDay())
	on := max(today(), r.Round.HeldOn, last)
	if ask.On != "" {
		if on, ok = domain.ParseDate(ask.On); !ok {
			return resultKey{}, nil, errNotDay(ask.On)
		}
	}
	switch {
	case on < r.Round.HeldOn:
		return fail("认定日期 %[1]s 早于考核日期 %[2]s", "The day of determination %[1]s is before the inspection on %[2]s", on, r.Round.HeldOn)
	case on > latest && on > last:
		return fail("认定日期 %s 在将来", "The day of determination %s is in the future", on)
	case on < last:
		return fail("%[1]s 已有 %[2]s 的认定，%[3]s 的认定不会生效；改用 %[2]s 或以后的日期", "%[1]s was determined on %[2]s already, so a determination on %[3]s would have no effect; use %[2]s or a later day", name, last, on)
	}
	return resultKey{ask.RoundID, id}, append(rows, domain.Determination{
		RoundID: ask.RoundID, EstateID: id, Cause: cause, Reason: reason, DecidedBy: by, DecidedOn: on,
	}), nil
}

// determined returns the determinations of a result in the order of entry, and the latest of their days.
func (p *project) determined(roundID, estateID string) (rows []domain.Determination, last domain.Date) {
	for _, d := range p.tables.Determinations {
		if d.RoundID == roundID && d.EstateID == estateID {
			rows = append(rows, d)
			last = max(last, d.DecidedOn)
		}
	}
	return rows, last
}
