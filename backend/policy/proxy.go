package policy

import "estateatlas/backend/domain"

// ProxySides says who may take part in proxy management on the date (RULES 7, TJ 六(一)): who is to be served, who may serve.
// How far they are from each other is not judged here. Estates without a boundary are in neither.
type ProxySides struct {
	// Candidates are the scattered estates to be served that have no standing override, by estate.
	Candidates []Candidate
	// Hosts may serve, by estate.
	Hosts []Host
	// Overridden are the estates with a standing override, candidates or not, by estate.
	Overridden []StandingOverride
	// Barred are the other contiguous estates, by estate: they may lie nearer than a host, and may not serve.
	Barred []Barred
}

// Barred is a contiguous estate that may not serve.
type Barred struct {
	Estate int
	Fault  domain.Text // why not
}

// Candidate is a scattered estate that is to be served.
type Candidate struct {
	Estate int
	// FormDerived is true where the form was not given and follows from area and enclosability.
	FormDerived bool
}

// Host is a contiguous estate whose company may take over.
type Host struct {
	Estate      int
	Company     int // by its direct agreement in force on the date
	FormDerived bool
}

// StandingOverride is the planner's choice that stands for an estate on the date.
type StandingOverride struct {
	Estate int
	// IsCandidate is false where the estate would not be served by the rules.
	IsCandidate bool
	Override    domain.Override
	// Tried is the place of the override among those that were only tried, None for one that stands in the project.
	Tried int
	Host  int // None if the host does not exist
	// Company is the host's by its direct agreement in force on the date, None without one; valid host or not.
	Company int
	Valid   bool
	// Fault says why the host is not valid any more; empty if it is.
	Fault domain.Text
}

// ProxySides finds candidates, hosts and standing overrides. areaM2 gives the ground area of an estate's boundary in square
// metres; it is asked only of estates with a boundary and without a form. Overrides that are only tried come before those that
// stand; their dates are not looked at.
func (ev *Evaluation) ProxySides(areaM2 func(estate int) float64, tried ...domain.Override) ProxySides {
	var p ProxySides
	standing := ev.standingOverrides()
	triedAt := make(map[int]int, len(tried))
	for i := range tried {
		if e := ev.place(tried[i].EstateID); e != None {
			standing[e], triedAt[int(e)] = &tried[i], i
		}
	}
	judge := func(e int, o *domain.Override, candidate bool) StandingOverride {
		s := ev.judgeOverride(e, o, candidate, areaM2)
		s.Tried = None
		if at, ok := triedAt[e]; ok {
			s.Tried = at
		}
		return s
	}
	for e := range ev.Estates {
		o := standing[e]
		if ev.Estates[e].Boundary == nil {
			if o != nil { // an override stands until it is removed, also of an estate that is off the map by now
				p.Overridden = append(p.Overridden, judge(e, o, false))
			}
			continue
		}
		form, derived := ev.FormOf(e, areaM2)
		candidate := form == domain.FormScattered && ev.mayBeServed(e)
		switch {
		case o != nil:
			p.Overridden = append(p.Overridden, judge(e, o, candidate))
		case candidate:
			p.Candidates = append(p.Candidates, Candidate{e, derived})
		}
		if form == domain.FormContiguous {
			if company, fault := ev.mayServe(e); fault == nil {
				p.Hosts = append(p.Hosts, Host{e, company, derived})
			} else {
				p.Barred = append(p.Barred, Barred{e, *fault})
			}
		}
	}
	return p
}

// FormOf returns the form of an estate with a boundary: as given, else scattered if it is small and not enclosable. Unknown
// enclosability counts as no.
func (b *Book) FormOf(e int, areaM2 func(int) float64) (form domain.Form, derived bool) {
	es := &b.Estates[e]
	switch {
	case es.Form != "":
		return es.Form, false
	case es.Enclosable != domain.Yes && areaM2(e) < b.Policy.ScatteredMaxAreaM2:
		return domain.FormScattered, true
	}
	return domain.FormContiguous, true
}

// mayBeServed checks everything about a candidate but boundary and form.
func (ev *Evaluation) mayBeServed(e int) bool {
	mode := ev.Estates[e].Mode
	if mode != "" && mode != domain.ModeCompany || ev.HasLeft(e, ev.AsOf) {
		return false
	}
	a := ev.AgreementOn(e, ev.AsOf)
	return a == nil || a.Proxy
}

// mayServe checks everything about a host but boundary and form, and returns the company of its direct agreement, None
// without one, and what is wrong.
func (ev *Evaluation) mayServe(e int) (company int, fault *domain.Text) {
	company = None
	a := ev.AgreementOn(e, ev.AsOf)
	if a != nil && !a.Proxy {
		company = int(a.Company)
	}
	say := func(zh, en string, args ...any) (int, *domain.Text) {
		t := domain.Say(zh, en, args...)
		return company, &t
	}
	if ev.HasLeft(e, ev.AsOf) {
		return say("%s 已退出长效管理", "%s has left long-term management", ev.label(e))
	}
	if company == None {
		return say("%s 在 %s 没有有效的直管协议", "%s has no direct agreement in force on %s", ev.label(e), ev.AsOf)
	}
	if on := ev.Companies[company].BlacklistedOn; on != 0 && on <= ev.AsOf {
		return say("%s 自 %s 起列入失信名单", "%s has been blacklisted since %s", ev.companyName(company), on)
	}
	if r := ev.level3Under(e, a); r != nil {
		return say("%[1]s 至%[2]s连续三次末位，%[3]s 在本协议期内不得代管其他小区", "%[1]s was bottom three times running up to %[2]s, which bars %[3]s while this agreement lasts",
			ev.label(e), roundLabel(&ev.Rounds[r.Round].Round), ev.companyName(company))
	}
	return company, nil
}

// level3Under returns the latest confirmed level 3 of an estate that was earned under an agreement, nil if there is none.
func (ev *Evaluation) level3Under(e int, a *Agreement) *BottomResult {
	results := ev.byGroup.of(int(a.group))
	for i := len(results) - 1; i >= 0; i-- {
		if int(results[i]) >= len(ev.Results) {
			continue
		}
		if r := &ev.Results[results[i]]; r.Estate == e && r.Under == a && r.Confirmed.Level == 3 {
			return r
		}
	}
	return nil
}

// standingOverrides returns by estate the latest override by decided_on among those not removed on or before the date.
func (ev *Evaluation) standingOverrides() []*domain.Override {
	standing := make([]*domain.Override, len(ev.Estates))
	all := ev.tables.Overrides
	for i := range all {
		o := &all[i]
		e := ev.place(o.EstateID)
		if e == None || o.RemovedOn != 0 && o.RemovedOn <= ev.AsOf {
			continue
		}
		if standing[e] == nil || standing[e].DecidedOn <= o.DecidedOn {
			standing[e] = o
		}
	}
	return standing
}

// judgeOverride says whether the host of a standing override may serve.
func (ev *Evaluation) judgeOverride(e int, o *domain.Override, candidate bool, areaM2 func(int) float64) StandingOverride {
	s := StandingOverride{Estate: e, IsCandidate: candidate, Override: *o, Host: None, Company: None}
	host, known := ev.Estate(o.HostID)
	if !known {
		s.Fault = domain.Say("没有编号为 %s 的小区", "there is no estate %s", o.HostID)
		return s
	}
	s.Host = host
	company, fault := ev.mayServe(host)
	s.Company = company
	switch {
	case fault != nil:
		s.Fault = *fault
	case ev.Estates[host].Boundary == nil:
		s.Fault = domain.Say("%s 未上图", "%s is not on the map", ev.label(host))
	default:
		if form, _ := ev.FormOf(host, areaM2); form != domain.FormContiguous {
			s.Fault = domain.Say("%s 不是成片小区", "%s is not a contiguous estate", ev.label(host))
		} else {
			s.Valid = true
		}
	}
	return s
}

// OverrideIssues reports the standing overrides whose host is no longer valid; they stand all the same until removed.
func (ev *Evaluation) OverrideIssues(p *ProxySides) []Issue {
	var issues []Issue
	for i := range p.Overridden {
		if o := &p.Overridden[i]; !o.Valid {
			issues = append(issues, ev.about(o.Estate, IssueOverrideInvalid, clauseProxy, domain.Say(
				"%[1]s 于 %[2]s 指定的代管依托小区 %[3]s 不再符合条件：%[4]s；改派或撤销",
				"the host %[3]s chosen for %[1]s on %[2]s is no longer valid: %[5]s; choose another or remove the override",
				ev.label(o.Estate), o.Override.DecidedOn, o.Override.HostID, o.Fault.ZH, o.Fault.EN)))
		}
	}
	return issues
}
