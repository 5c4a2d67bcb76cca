package app

import (
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// SetOverride writes a planner's choice of the host of an estate, with who, when and why (RULES 7). Of the same day the later one
// holds. Errors: CodeInvalid without a reason, or for a host that may not serve.
func (a *Atlas) SetOverride(fid, hostFID int64, reason string) (Decided, error) {
	reason = strings.TrimSpace(reason)
	return a.decide(func(p *project) (domain.Change, error) {
		e, knownE := p.place[fid]
		h, knownH := p.place[hostFID]
		if !knownE || !knownH || e == h {
			return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("小区已不存在", "The estate is no longer there"), nil)
		}
		if reason == "" {
			return domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say("填写改派理由", "Say why the host is chosen"), nil)
		}
		o := domain.Override{EstateID: p.book.Estates[e].ID, HostID: p.book.Estates[h].ID, Reason: reason, DecidedBy: a.nameOr("未署名"), DecidedOn: today()}
		for _, s := range p.book.Evaluate(today()).ProxySides(p.area, o).Overridden {
			if s.Estate == e && !s.Valid {
				return domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say("不能改派到 %[1]s：%[2]s", "%[1]s cannot serve: %[3]s", p.district.Estates.Name[h], s.Fault.ZH, s.Fault.EN), nil)
			}
		}
		return domain.Change{
			Put: domain.Tables{Overrides: []domain.Override{o}}, What: "改派代管 " + p.district.Estates.Name[e] + " → " + p.district.Estates.Name[h],
		}, nil
	})
}

// RemoveOverride ends the overrides that stand for an estate, from today. Errors: CodeConflict where none does.
func (a *Atlas) RemoveOverride(fid int64) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		e, known := p.place[fid]
		if !known {
			return domain.Change{}, domain.Fail(domain.CodeNotFound, domain.Say("小区已不存在", "The estate is no longer there"), nil)
		}
		var ended []domain.Override
		for _, o := range p.tables.Overrides {
			if o.EstateID == p.book.Estates[e].ID && (o.RemovedOn == 0 || o.RemovedOn > today()) {
				o.RemovedOn = today()
				ended = append(ended, o)
			}
		}
		if len(ended) == 0 {
			return domain.Change{}, domain.Fail(domain.CodeConflict, domain.Say("这个小区没有人工指定", "No host was chosen for this estate"), nil)
		}
		return domain.Change{Put: domain.Tables{Overrides: ended}, What: "撤销代管改派 " + p.district.Estates.Name[e]}, nil
	})
}

// nameOr is the name at the desk, or another where nobody gave one.
func (a *Atlas) nameOr(other string) string {
	if name := a.name(); name != "" {
		return name
	}
	return other
}

// PreviewAccept says what accepting a run would write.
func (a *Atlas) PreviewAccept(ask AcceptAsk) (AcceptPreview, error) {
	p, err := a.project()
	if err != nil {
		return AcceptPreview{}, err
	}
	v, _, err := a.accepted(p, ask)
	return v, err
}

// AcceptRun writes a run as proxy agreements from a day on, in one change: those of the estates that come to another company end the
// day before (TJ 六(一)). Errors: CodeInvalid without a reason or for a day that cannot be, CodeConflict for what PreviewAccept lists
// as refused, or when nothing would change.
func (a *Atlas) AcceptRun(ask AcceptAsk) (Decided, error) {
	return a.decideGuarded(ask.Reason, func(p *project) (domain.Change, error) {
		v, change, err := a.accepted(p, ask)
		if err != nil {
			return domain.Change{}, err
		}
		if strings.TrimSpace(ask.Reason) == "" {
			return domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say("填写采用理由", "Say why the run is accepted"), nil)
		}
		if len(v.Refused) > 0 {
			return domain.Change{}, domain.Fail(domain.CodeConflict, v.Refused[0], nil)
		}
		if len(v.Begins) == 0 {
			return domain.Change{}, domain.Fail(domain.CodeConflict, domain.Say("没有要变更的协议", "No agreement would change"), nil)
		}
		return change, nil
	})
}

// accepted works out what accepting writes.
func (a *Atlas) accepted(p *project, ask AcceptAsk) (AcceptPreview, domain.Change, error) {
	v := AcceptPreview{From: ask.From, Begins: []AcceptLine{}, Ends: []AcceptLine{}, Refused: []domain.Text{}}
	from, ok := domain.ParseDate(ask.From)
	if !ok {
		return v, domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say("起始日期 %q 不可用；写作 2027-01-01", "The day %q cannot be used; write it as 2027-01-01", ask.From), nil)
	}
	reason := strings.TrimSpace(ask.Reason)
	run, _, err := a.run(p, ask.Ask)
	if err != nil {
		return v, domain.Change{}, err
	}
	var put []domain.Agreement
	for i := range run.Rows {
		row := &run.Rows[i]
		e := row.Estate
		fid := p.book.Estates[e].FID
		if len(ask.FIDs) > 0 && !slices.Contains(ask.FIDs, fid) {
			continue
		}
		if row.Company == policy.None || row.Host == policy.None {
			v.None++
			continue
		}
		present := p.book.AgreementOn(e, from)
		if present != nil && present.Proxy && int(present.Company) == row.Company {
			v.Stay++
			continue
		}
		name := p.district.Estates.Name[e]
		refused := func(zh, en string, args ...any) {
			v.Refused = append(v.Refused, domain.Say(zh, en, args...))
		}
		if later := p.laterAgreement(e, from); later != nil {
			refused("%[1]s 已有自 %[2]s 起的协议；先处理该协议，或另选起始日期", "%[1]s has an agreement from %[2]s on; deal with it first, or choose another day", name, later.StartsOn)
			continue
		}
		id := p.book.Estates[e].ID
		if present != nil {
			switch {
			case !present.Proxy:
				refused("%[1]s 在 %[2]s 有直管协议，不属于代管对象", "%[1]s has a direct agreement on %[2]s and is not to be served by proxy", name, from)
				continue
			case present.StartsOn == from:
				// Replaced whole: the key of an agreement is its first day.
			default:
				put = append(put, domain.Agreement{EstateID: id, CompanyID: p.book.Companies[present.Company].ID, Kind: domain.AgreementProxy, StartsOn: present.StartsOn, EndsOn: from - 1})
				v.Ends = append(v.Ends, AcceptLine{FID: fid, Company: int(present.Company), Day: (from - 1).String()})
			}
		}
		put = append(put, domain.Agreement{EstateID: id, CompanyID: p.book.Companies[row.Company].ID, Kind: domain.AgreementProxy, StartsOn: from})
		v.Begins = append(v.Begins, AcceptLine{FID: fid, Company: row.Company, Day: from.String(), HostFID: p.book.Estates[row.Host].FID})
	}
	v.Text = domain.Say("自 %[1]s 起新签代管协议 %[2]d 份，前一日终止 %[3]d 份；%[4]d 处不变，%[5]d 处无人代管",
		"From %[1]s on %[2]d new proxy agreements, %[3]d end the day before; %[4]d estates stay, %[5]d are served by nobody", from, len(v.Begins), len(v.Ends), v.Stay, v.None)
	return v, domain.Change{Put: domain.Tables{Agreements: put}, What: "采用代管方案：" + v.Text.ZH + "。理由：" + reason}, nil
}

// laterAgreement is the first agreement of an estate that begins after a day, nil without one.
func (p *project) laterAgreement(e int, day domain.Date) *policy.Agreement {
	agreements := p.book.Agreements(e)
	for i := range agreements {
		if agreements[i].StartsOn > day {
			return &agreements[i]
		}
	}
	return nil
}
