package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
)

// PreviewAgreement says what an agreement would change. Errors as SetAgreement.
func (a *Atlas) PreviewAgreement(ask AgreementAsk) (Consequence, error) {
	p, err := a.project()
	if err != nil {
		return Consequence{}, err
	}
	change, err := p.planAgreement(&ask)
	if err != nil {
		return Consequence{}, err
	}
	c := p.consequence(change)
	if at, ok := p.book.Company(ask.CompanyID); ok {
		company := &p.book.Companies[at]
		if company.BlacklistedOn != 0 && company.BlacklistedOn <= change.Put.Agreements[0].StartsOn {
			c.Notes = append(c.Notes, domain.Say("%[1]s 于 %[2]s 列入失信黑名单", "%[1]s was blacklisted on %[2]s", p.district.Companies[at].Name, company.BlacklistedOn))
		}
	}
	return c, nil
}

// SetAgreement records an agreement, with Change also the end of the one before it. Errors: CodeConflict where it overlaps another
// one, which is named; CodeInvalid for days that cannot be.
func (a *Atlas) SetAgreement(ask AgreementAsk) (Decided, error) {
	return a.decideGuarded(ask.Correction, func(p *project) (domain.Change, error) { return p.planAgreement(&ask) })
}

// companyName names a company by its id.
func (p *project) companyName(id string) string {
	if at, ok := p.book.Company(id); ok {
		return p.district.Companies[at].Name
	}
	return id
}

// agreementsOf are the agreements of an estate as recorded, by first day.
func (p *project) agreementsOf(estateID string) []domain.Agreement {
	var own []domain.Agreement
	for _, g := range p.tables.Agreements {
		if g.EstateID == estateID {
			own = append(own, g)
		}
	}
	slices.SortStableFunc(own, func(a, b domain.Agreement) int { return cmp.Compare(a.StartsOn, b.StartsOn) })
	return own
}

func (p *project) planAgreement(ask *AgreementAsk) (domain.Change, error) {
	place, ok := p.place[ask.FID]
	if !ok {
		return domain.Change{}, errNoEstate()
	}
	e, name := &p.book.Estates[place], p.district.Estates.Name[place]
	if _, ok := p.book.Company(ask.CompanyID); !ok {
		return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("没有编号为 %q 的企业", "There is no company %q", ask.CompanyID), nil)
	}
	g := domain.Agreement{EstateID: e.ID, CompanyID: ask.CompanyID, Kind: domain.AgreementKind(ask.Kind)}
	if g.Kind != domain.AgreementDirect && g.Kind != domain.AgreementProxy {
		return domain.Change{}, invalid("协议类型应为直管或代管，不是 %q", "The agreement is direct or proxy, not %q", ask.Kind)
	}
	if g.StartsOn, ok = domain.ParseDate(ask.StartsOn); !ok {
		return domain.Change{}, errNotDay(ask.StartsOn)
	}
	if err := p.setEnd(&g, ask.EndsOn); err != nil {
		return domain.Change{}, err
	}
	own := p.agreementsOf(e.ID)
	change := domain.Change{What: "登记协议 " + name + "：" + p.companyName(g.CompanyID)}
	change.Put.Agreements = []domain.Agreement{g}
	if ask.Change {
		at := slices.IndexFunc(own, func(o domain.Agreement) bool { return o.Covers(g.StartsOn) })
		switch {
		case at < 0:
			return domain.Change{}, invalid("%[1]s 在 %[2]s 没有有效的协议，不需更换", "%[1]s has no agreement in force on %[2]s to be changed", name, g.StartsOn)
		case own[at].StartsOn == g.StartsOn:
			return domain.Change{}, invalid("%[1]s 与%[2]s的协议也从 %[3]s 开始；先改正或删去该协议", "The agreement of %[1]s with %[2]s begins on %[3]s too; correct or remove it first",
				name, p.companyName(own[at].CompanyID), g.StartsOn)
		}
		own[at].EndsOn = g.StartsOn - 1
		change.Put.Agreements = append(change.Put.Agreements, own[at])
		change.What = "更换企业 " + name + "：" + p.companyName(own[at].CompanyID) + " → " + p.companyName(g.CompanyID)
	}
	if err := p.refuseOverlap(name, &g, own); err != nil {
		return domain.Change{}, err
	}
	return withReason(change, ask.Reason)
}

// setEnd reads the last day of an agreement; empty is open.
func (p *project) setEnd(g *domain.Agreement, text string) error {
	g.EndsOn = 0
	if text == "" {
		return nil
	}
	on, ok := domain.ParseDate(text)
	if !ok {
		return errNotDay(text)
	}
	if on < g.StartsOn {
		return invalid("协议的结束日期 %[1]s 早于开始日期 %[2]s", "The last day %[1]s of the agreement is before its first day %[2]s", on, g.StartsOn)
	}
	g.EndsOn = on
	return nil
}

// refuseOverlap refuses an agreement that is in force on a day of another one, and names that one.
func (p *project) refuseOverlap(estate string, g *domain.Agreement, others []domain.Agreement) error {
	for _, o := range others {
		if o.EndsOn != 0 && o.EndsOn < g.StartsOn || g.EndsOn != 0 && g.EndsOn < o.StartsOn {
			continue
		}
		zh, en := "（未定）", "(open)"
		if o.EndsOn != 0 {
			zh, en = o.EndsOn.String(), o.EndsOn.String()
		}
		return domain.Fail(domain.CodeConflict, domain.Say("与 %[1]s 现有的协议重叠：%[2]s，%[3]s 至 %[4]s；改日期，或先结束该协议",
			"It overlaps an agreement of %[1]s: %[2]s, %[3]s to %[5]s; choose other days, or end that one first", estate, p.companyName(o.CompanyID), o.StartsOn, zh, en), nil)
	}
	return nil
}

// PreviewAgreementEnd says what another last day of an agreement would change. Errors as EndAgreement.
func (a *Atlas) PreviewAgreementEnd(ask AgreementEndAsk) (Consequence, error) {
	return a.preview(func(p *project) (domain.Change, error) { return p.planAgreementEnd(&ask) })
}

// EndAgreement sets the last day of an agreement, opens it again, or removes it. Errors: CodeNotFound, CodeConflict where it would
// overlap another one, CodeInvalid for a day before its first.
func (a *Atlas) EndAgreement(ask AgreementEndAsk) (Decided, error) {
	return a.decideGuarded(ask.Correction, func(p *project) (domain.Change, error) { return p.planAgreementEnd(&ask) })
}

func (p *project) planAgreementEnd(ask *AgreementEndAsk) (domain.Change, error) {
	place, ok := p.place[ask.FID]
	if !ok {
		return domain.Change{}, errNoEstate()
	}
	e, name := &p.book.Estates[place], p.district.Estates.Name[place]
	own := p.agreementsOf(e.ID)
	at := slices.IndexFunc(own, func(o domain.Agreement) bool { return o.StartsOn.String() == ask.StartsOn })
	if at < 0 {
		return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("%[1]s 没有 %[2]s 开始的协议", "%[1]s has no agreement from %[2]s", name, ask.StartsOn), nil)
	}
	g := own[at]
	if ask.Remove {
		change := domain.Change{Remove: domain.Tables{Agreements: []domain.Agreement{g}}, What: "删去协议 " + name + "：" + p.companyName(g.CompanyID)}
		return withReason(change, ask.Reason)
	}
	was := g.EndsOn
	if err := p.setEnd(&g, ask.EndsOn); err != nil {
		return domain.Change{}, err
	}
	if g.EndsOn == was {
		return domain.Change{}, invalid("结束日期没有改变", "The last day is as it was")
	}
	if err := p.refuseOverlap(name, &g, slices.Delete(own, at, at+1)); err != nil {
		return domain.Change{}, err
	}
	change := domain.Change{Put: domain.Tables{Agreements: []domain.Agreement{g}}, What: "协议结束 " + name + "：" + p.companyName(g.CompanyID) + "，" + g.EndsOn.String()}
	if g.EndsOn == 0 {
		change.What = "协议继续 " + name + "：" + p.companyName(g.CompanyID)
	}
	return withReason(change, ask.Reason)
}

// PreviewAmount says what other monthly amounts would change. Errors as SetAmount.
func (a *Atlas) PreviewAmount(ask AmountAsk) (Consequence, error) {
	return a.preview(func(p *project) (domain.Change, error) { return p.planAmount(&ask) })
}

// SetAmount sets the monthly amounts of an estate from a month on, or takes them back. Errors: CodeInvalid, CodeNotFound.
func (a *Atlas) SetAmount(ask AmountAsk) (Decided, error) {
	return a.decideGuarded(ask.Correction, func(p *project) (domain.Change, error) { return p.planAmount(&ask) })
}

func (p *project) planAmount(ask *AmountAsk) (domain.Change, error) {
	place, ok := p.place[ask.FID]
	if !ok {
		return domain.Change{}, errNoEstate()
	}
	name := p.district.Estates.Name[place]
	row := domain.SubsidyChange{EstateID: p.book.Estates[place].ID}
	if row.FromMonth, ok = domain.ParseMonth(ask.FromMonth); !ok {
		return domain.Change{}, invalid("月份应写作 YYYY-MM，不是 %q", "A month is written as YYYY-MM, not as %q", ask.FromMonth)
	}
	what := "补贴标准 " + name + "，自 " + row.FromMonth.String()
	if ask.Remove {
		if !slices.ContainsFunc(p.tables.Subsidies, func(s domain.SubsidyChange) bool { return s.EstateID == row.EstateID && s.FromMonth == row.FromMonth }) {
			return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("%[1]s 没有自 %[2]s 起的标准", "%[1]s has no amounts from %[2]s", name, row.FromMonth), nil)
		}
		return withReason(domain.Change{Remove: domain.Tables{Subsidies: []domain.SubsidyChange{row}}, What: what + "（删去）"}, ask.Reason)
	}
	for _, f := range []struct {
		text string
		to   *domain.Opt[domain.Fen]
	}{{ask.District, &row.DistrictSubsidy}, {ask.City, &row.CitySubsidy}} {
		if f.text == "" {
			continue
		}
		fen, ok := parseYuan(f.text)
		if !ok {
			return domain.Change{}, invalid("金额应为元数，最多两位小数，不是 %q", "An amount is yuan with at most two decimals, not %q", f.text)
		}
		*f.to = domain.Some(fen)
	}
	if !row.DistrictSubsidy.Known && !row.CitySubsidy.Known {
		return domain.Change{}, invalid("区级、市级补贴至少写一项", "Give the district or the city amount")
	}
	return withReason(domain.Change{Put: domain.Tables{Subsidies: []domain.SubsidyChange{row}}, What: what}, ask.Reason)
}
