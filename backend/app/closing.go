package app

import (
	"cmp"
	"encoding/json"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// closingOf returns the closing of a round, nil while it is open.
func (p *project) closingOf(roundID string) *ClosingView {
	at := slices.IndexFunc(p.tables.Closings, func(c domain.Closing) bool { return c.RoundID == roundID })
	if at < 0 {
		return nil
	}
	c := &p.tables.Closings[at]
	v := &ClosingView{
		RoundID: c.RoundID, Name: p.roundName(c.RoundID), ClosedOn: c.ClosedOn.String(), By: c.ClosedBy, Hash: c.Inputs,
		Settings: []SettingValue{}, Corrections: []CorrectionView{},
	}
	if round, ok := p.book.Round(c.RoundID); ok {
		v.HeldOn = p.book.Rounds()[round].Round.HeldOn.String()
	}
	if kept, ok := domain.ParseSettingsJSON(c.Settings); ok {
		v.Settings = settingValues(kept)
	}
	var f policy.Frozen
	if json.Unmarshal([]byte(c.Results), &f) == nil { // CheckClosings reports what cannot be read
		confirmed, proposed := f.Sums()
		v.Results, v.ConfirmedFen, v.ProposedFen = len(f.Results), int64(confirmed), int64(proposed)
	}
	for i := range p.tables.Corrections {
		if k := &p.tables.Corrections[i]; k.RoundID == roundID {
			v.Corrections = append(v.Corrections, CorrectionView{
				RoundID: k.RoundID, On: k.CorrectedOn.String(), By: k.CorrectedBy, Reason: k.Reason, What: k.What,
				ConfirmedBefore: int64(k.ConfirmedBefore), ConfirmedAfter: int64(k.ConfirmedAfter),
				ProposedBefore: int64(k.ProposedBefore), ProposedAfter: int64(k.ProposedAfter),
			})
		}
	}
	return v
}

// roundName names a round by its id.
func (p *project) roundName(id string) string {
	if at, ok := p.book.Round(id); ok {
		return roundName(&p.book.Rounds()[at].Round)
	}
	return id
}

// settingValues lists settings in the order of the settings page.
func settingValues(s domain.Settings) []SettingValue {
	out := []SettingValue{}
	for _, info := range domain.SettingInfos() {
		out = append(out, SettingValue{info.Name, s.Value(info.Name)})
	}
	return out
}

// openUpTo returns the places of the open district_sanitary rounds up to a round, itself included, by date, then id.
func (p *project) openUpTo(round int) []int {
	var open []int
	for _, at := range p.rounds {
		if at <= round && !p.book.Closed(at) {
			open = append(open, at)
		}
	}
	return open
}

// sanitaryRound finds the district_sanitary round that a decision names.
func (p *project) sanitaryRound(id string) (int, error) {
	at, ok := p.book.Round(id)
	if !ok {
		return 0, domain.Fail(domain.CodeNotFound, domain.Say("没有轮次 %s", "There is no round %s", id), nil)
	}
	if r := &p.book.Rounds()[at]; !r.Sanitary() {
		return 0, invalid("%s不是创卫考核，没有责任认定和措施", "%s is not a sanitary inspection; it has no causes and no measures", roundName(&r.Round))
	}
	return at, nil
}

// PreviewClose says what closing a round does, and why it cannot be closed. Errors: CodeNotFound, CodeInvalid for a round of another
// kind.
func (a *Atlas) PreviewClose(roundID string) (ClosePreview, error) {
	p, err := a.project()
	if err != nil {
		return ClosePreview{}, err
	}
	at, err := p.sanitaryRound(roundID)
	if err != nil {
		return ClosePreview{}, err
	}
	v := ClosePreview{
		RoundID: roundID, Name: p.roundName(roundID), Earlier: []RoundInfo{}, Settings: settingValues(p.tables.Settings), Notes: []domain.Text{},
	}
	if err := p.mayClose(at); err != nil {
		_, v.Refusal = domain.Explain(err)
	}
	for _, open := range p.openUpTo(at) {
		r := &p.book.Rounds()[open].Round
		if open != at {
			v.Earlier = append(v.Earlier, RoundInfo{ID: r.ID, Name: roundName(r), HeldOn: r.HeldOn.String()})
		}
		f := p.book.Freeze(open)
		for _, result := range f.Results {
			if result.Cause == domain.CauseUndetermined {
				v.Open++
			}
		}
		confirmed, proposed := f.Sums()
		v.Results += len(f.Results)
		v.ConfirmedFen += int64(confirmed)
		v.ProposedFen += int64(proposed)
	}
	if v.Open > 0 {
		v.Notes = append(v.Notes, domain.Say("尚有 %d 个末位结果责任待定；锁定后再认定须作为更正并写明理由",
			"%d bottom results are undetermined; determining one later is a correction with a reason", v.Open))
	}
	if len(v.Earlier) > 0 {
		v.Notes = append(v.Notes, domain.Say("轮次按日期先后锁定，此前 %d 轮一并锁定", "Rounds are closed in order of their dates: %d earlier ones are closed with it", len(v.Earlier)))
	}
	return v, nil
}

// mayClose refuses to close a round twice, and one that comes out otherwise than others that are closed already say.
func (p *project) mayClose(at int) error {
	if r := &p.book.Rounds()[at]; p.book.Closed(at) {
		return domain.Fail(domain.CodeConflict, domain.Say("%s已经锁定", "%s is closed already", roundName(&r.Round)), nil)
	}
	if faults := p.book.CheckClosings(); len(faults) > 0 {
		return domain.Fail(domain.CodeConflict, domain.Say("已锁定的轮次核对不一致，先处理：%[1]s", "Closed rounds do not come out as they were closed; settle this first: %[2]s",
			faults[0].Text.ZH, faults[0].Text.EN), nil)
	}
	return nil
}

// CloseRound closes a district_sanitary round and the open ones before it: settings, catalogue, results and a hash of their inputs are
// kept, and from then on it comes out the same whatever the settings become. Errors: CodeConflict for a closed round.
func (a *Atlas) CloseRound(roundID string) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		at, err := p.sanitaryRound(roundID)
		if err != nil {
			return domain.Change{}, err
		}
		if err := p.mayClose(at); err != nil {
			return domain.Change{}, err
		}
		change := domain.Change{What: "锁定 " + p.roundName(roundID)}
		for _, open := range p.openUpTo(at) {
			on := max(today(), p.book.Rounds()[open].Round.HeldOn)
			change.Put.Closings = append(change.Put.Closings, p.book.Close(open, a.name(), on))
		}
		return change, nil
	})
}

// VerifyClosings judges every closed round again and says what comes out otherwise than it was kept.
func (a *Atlas) VerifyClosings() (ClosingReport, error) {
	p, err := a.project()
	if err != nil {
		return ClosingReport{}, err
	}
	r := ClosingReport{Rounds: len(p.tables.Closings), Faults: []ClosingFault{}, Closed: []ClosingView{}}
	for _, f := range p.book.CheckClosings() {
		r.Faults = append(r.Faults, ClosingFault{f.RoundID, p.roundName(f.RoundID), f.Text})
	}
	for i := range p.tables.Closings {
		r.Closed = append(r.Closed, *p.closingOf(p.tables.Closings[i].RoundID))
	}
	slices.SortStableFunc(r.Closed, func(a, b ClosingView) int { return cmp.Compare(a.HeldOn, b.HeldOn) })
	return r, nil
}
