package app

import (
	"strings"

	"estateatlas/backend/assign"
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
		if err := checkText("改派理由", "reason", reason); err != nil {
			return domain.Change{}, err
		}
		for _, s := range p.book.Evaluate(today()).ProxySides(p.area, o).Overridden {
			if s.Estate == e && !s.IsCandidate {
				return domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say("%s 不属于代管对象，不能改派", "%s is not to be served by proxy and has no host to choose", p.district.Estates.Name[e]), nil)
			}
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
		if err := checkText("采用理由", "reason", ask.Reason); err != nil {
			return domain.Change{}, err
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

// accepted works out what accepting writes. Overrides of estates that are not to be served by the rules are left out.
func (a *Atlas) accepted(p *project, ask AcceptAsk) (AcceptPreview, domain.Change, error) {
	v := AcceptPreview{From: ask.From, Begins: []AcceptLine{}, Ends: []AcceptLine{}, Refused: []domain.Text{}}
	from, ok := domain.ParseDate(ask.From)
	if !ok {
		return v, domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say("起始日期 %q 不可用；写作 2027-01-01", "The day %q cannot be used; write it as 2027-01-01", ask.From), nil)
	}
	what := "采用代管方案"
	if ask.Scenario != "" {
		kept, err := p.scenario(ask.Scenario)
		if err != nil {
			return v, domain.Change{}, err
		}
		what += "“" + kept.Name + "”"
	}
	run, _, err := a.run(p, ask.Ask)
	if err != nil {
		return v, domain.Change{}, err
	}
	wanted := make(map[int64]bool, len(ask.FIDs))
	for _, fid := range ask.FIDs {
		wanted[fid] = true
	}
	serves := p.whoServes(from)
	var put []domain.Agreement
	for i := range run.Rows {
		row := &run.Rows[i]
		e := row.Estate
		fid := p.book.Estates[e].FID
		if len(wanted) > 0 && !wanted[fid] {
			continue
		}
		if row.Company == policy.None || row.Host == policy.None {
			v.None++
			continue
		}
		if row.Cause == assign.CauseOverrideIdle {
			v.Aside++
			continue
		}
		present := p.book.AgreementOn(e, from)
		if present != nil && present.Proxy && int(present.Company) == row.Company {
			v.Stay++
			continue
		}
		if fault := p.cannotBegin(row, from, present, serves); fault != nil {
			v.Refused = append(v.Refused, *fault)
			continue
		}
		id := p.book.Estates[e].ID
		if present != nil {
			if line := (AcceptLine{FID: fid, Company: int(present.Company), Day: (from - 1).String()}); present.StartsOn == from {
				line.Day = from.String()
				v.Replaced = append(v.Replaced, line) // the key of an agreement is its first day
			} else {
				put = append(put, domain.Agreement{EstateID: id, CompanyID: p.book.Companies[present.Company].ID, Kind: domain.AgreementProxy, StartsOn: present.StartsOn, EndsOn: from - 1})
				v.Ends = append(v.Ends, line)
			}
		}
		put = append(put, domain.Agreement{EstateID: id, CompanyID: p.book.Companies[row.Company].ID, Kind: domain.AgreementProxy, StartsOn: from})
		v.Begins = append(v.Begins, AcceptLine{FID: fid, Company: row.Company, Day: from.String(), HostFID: p.book.Estates[row.Host].FID})
	}
	change := domain.Change{Put: domain.Tables{Agreements: put}}
	if len(put) > 0 && len(p.tables.Closings) > 0 {
		v.Closed = p.closedChanges(policy.NewBook(domain.Apply(p.tables, change)), &change)
	}
	v.Text = v.words(from)
	change.What = what + "：" + v.Text.ZH + "。理由：" + strings.TrimSpace(ask.Reason)
	return v, change, nil
}

func (v *AcceptPreview) words(from domain.Date) domain.Text {
	text := domain.Say("自 %[1]s 起新签代管协议 %[2]d 份，前一日终止 %[3]d 份；%[4]d 处不变，%[5]d 处无人代管",
		"From %[1]s on %[2]d new proxy agreements, %[3]d end the day before; %[4]d estates stay, %[5]d are served by nobody", from, len(v.Begins), len(v.Ends), v.Stay, v.None)
	more := func(n int, zh, en string) {
		if n > 0 {
			add := domain.Say(zh, en, n)
			text.ZH, text.EN = text.ZH+add.ZH, text.EN+add.EN
		}
	}
	more(len(v.Replaced), "；同日起的协议替换 %d 份", "; %d that begin on the same day are replaced")
	more(len(v.Closed), "；更正已锁定的轮次 %d 个", "; %d closed rounds are corrected")
	more(v.Aside, "；%d 处按规则不属于代管对象，不列入", "; %d are not to be served by the rules and are left out")
	return text
}

// whoServes returns the company of each estate that may serve others on a day.
func (p *project) whoServes(day domain.Date) map[int]int {
	sides := p.book.Evaluate(day).ProxySides(p.area)
	company := make(map[int]int, len(sides.Hosts))
	for _, h := range sides.Hosts {
		company[h.Estate] = h.Company
	}
	return company
}

// cannotBegin says why the proxy agreement of a row cannot begin on a day on which present is in force; nil if it can.
func (p *project) cannotBegin(row *assign.Row, from domain.Date, present *policy.Agreement, serves map[int]int) *domain.Text {
	refused := func(zh, en string, args ...any) *domain.Text {
		t := domain.Say(zh, en, args...)
		return &t
	}
	name, host := p.district.Estates.Name[row.Estate], p.district.Estates.Name[row.Host]
	if later := p.laterAgreement(row.Estate, from); later != nil {
		return refused("%[1]s 已有自 %[2]s 起的协议；先处理该协议，或另选起始日期", "%[1]s has an agreement from %[2]s on; deal with it first, or choose another day", name, later.StartsOn)
	}
	switch company, may := serves[row.Host]; {
	case present != nil && !present.Proxy:
		return refused("%[1]s 在 %[2]s 有直管协议，不属于代管对象", "%[1]s has a direct agreement on %[2]s and is not to be served by proxy", name, from)
	case p.book.HasLeft(row.Estate, from):
		return refused("%[1]s 到 %[2]s 已退出，不属于代管对象", "%[1]s has left by %[2]s and is not to be served by proxy", name, from)
	case row.Cause == assign.CauseOverrideInvalid:
		return refused("%[1]s 人工指定的宿主 %[2]s 已失效；改派或撤销后再采用", "The host %[2]s that was chosen for %[1]s may not serve any more; choose another or remove the choice first", name, host)
	case !may:
		return refused("%[1]s 的宿主 %[2]s 在 %[3]s 不能代管其他小区；改派，或另选起始日期", "%[2]s, the host of %[1]s, may not serve on %[3]s; choose another host or another day", name, host, from)
	case company != row.Company:
		return refused("%[1]s 的宿主 %[2]s 在 %[3]s 已换企业；以该日重新测算", "%[2]s, the host of %[1]s, has another company on %[3]s; run again for that day", name, host, from)
	}
	return nil
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
