package app

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
)

// RectifySteps returns the steps that were recorded of an item at an estate, oldest first.
func (a *Atlas) RectifySteps(fid int64, item string) ([]RectifyStep, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	place, ok := p.place[fid]
	if !ok {
		return nil, errNoEstate()
	}
	out := []RectifyStep{}
	for i := range p.tables.RectifySteps {
		s := &p.tables.RectifySteps[i]
		if s.EstateID != p.book.Estates[place].ID || s.Item != item {
			continue
		}
		round := s.RoundID
		if at, ok := p.book.Round(s.RoundID); ok {
			round = roundName(&p.book.Rounds()[at].Round)
		}
		out = append(out, RectifyStep{
			Number: s.Number, Round: round, Status: string(s.Status), DueOn: s.DueOn.String(), On: s.StepOn.String(), By: s.StepBy, Note: s.Note,
		})
	}
	return out, nil
}

// Rectify records steps of the rectification list: deadlines and statuses, all of them or none; rows of a batch that stay as they are get
// no step. Errors: CodeNotFound of an estate,
// CodeInvalid for an item that never occurred there, a day before the last step or in the future, a deadline before the day, and for
// opening again without a reason what was done.
func (a *Atlas) Rectify(asks []RectifyStepAsk) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) { return p.planRectify(asks, a.name()) })
}

func (p *project) planRectify(asks []RectifyStepAsk, by string) (domain.Change, error) {
	if len(asks) == 0 || len(asks) > mostAsks {
		return domain.Change{}, invalid("一次办理 1 到 %d 项", "1 to %d rows are decided at once", mostAsks)
	}
	var change domain.Change
	now := max(today(), p.lastDay())
	states := p.rectifyStates(now)
	seen := map[estateItem]bool{}
	for i := range asks {
		step, changed, err := p.planStep(&asks[i], states, now)
		if err != nil {
			return domain.Change{}, err
		}
		key := estateItem{step.EstateID, step.Item}
		if seen[key] {
			return domain.Change{}, invalid("%[1]s 的 %[2]s 在同一批中出现两次", "%[1]s, %[2]s stands twice in the batch", step.EstateID, step.Item)
		}
		seen[key] = true
		if !changed {
			continue
		}
		step.StepBy = by
		change.Put.RectifySteps = append(change.Put.RectifySteps, step)
	}
	if len(change.Put.RectifySteps) == 0 {
		return domain.Change{}, invalid("所选各项没有变化", "None of the rows would change")
	}
	first := &change.Put.RectifySteps[0]
	place, _ := p.book.Estate(first.EstateID)
	change.What = "整改：" + p.district.Estates.Name[place] + " " + first.Item + " " + rectifyWords(string(first.Status)).ZH
	if n := len(change.Put.RectifySteps); n > 1 {
		change.What += " 等 " + strconv.Itoa(n) + " 项"
	}
	return change, nil
}

// planStep makes the step that is asked for out of where the item stands, and says whether it changes anything.
func (p *project) planStep(ask *RectifyStepAsk, states *rectifyRecords, now domain.Date) (step domain.RectifyStep, changed bool, err error) {
	refuse := func(err error) (domain.RectifyStep, bool, error) { return domain.RectifyStep{}, false, err }
	place, ok := p.place[ask.FID]
	if !ok {
		return refuse(errNoEstate())
	}
	name := p.district.Estates.Name[place]
	key := estateItem{p.book.Estates[place].ID, ask.Item}
	round, lastSeen := p.lastSeen(place, ask.Item, now)
	if lastSeen == 0 {
		return refuse(invalid("%[1]s 没有发生过 %[2]s", "%[2]s never occurred at %[1]s", name, ask.Item))
	}
	step = domain.RectifyStep{EstateID: key.estateID, Item: ask.Item, Number: 1, RoundID: round, Note: strings.TrimSpace(ask.Note)}
	if step.StepOn = today(); ask.On != "" {
		if step.StepOn, ok = domain.ParseDate(ask.On); !ok {
			return refuse(errNotDay(ask.On))
		}
	}
	if step.StepOn > now {
		return refuse(invalid("日期 %s 在将来", "The day %s is in the future", step.StepOn))
	}
	if err := checkText("说明", "note", step.Note); err != nil {
		return refuse(err)
	}
	was := states.of(key, lastSeen)
	if was.step != nil {
		step.Number = was.step.Number + 1
		if step.StepOn < was.step.StepOn {
			return refuse(invalid("%[1]s 的 %[2]s 在 %[3]s 已有记录，日期不能更早", "%[1]s, %[2]s has a step on %[3]s; a later one cannot be dated before it",
				name, ask.Item, was.step.StepOn))
		}
	}
	if step.Status = domain.RectifyStatus(ask.Status); ask.Status == "" {
		step.Status = was.status
	}
	if !slices.Contains(domain.RectifyStatuses, step.Status) {
		return refuse(invalid("没有状态 %q；可用 open、recheck、done", "There is no status %q; there are open, recheck and done", ask.Status))
	}
	if step.Status == domain.RectifyOpen && was.status == domain.RectifyDone && step.Note == "" {
		return refuse(invalid("%[1]s 的 %[2]s 已整改，重新列入整改要写明理由", "%[1]s, %[2]s is done; say why it is opened again", name, ask.Item))
	}
	switch ask.DueOn {
	case "":
		step.DueOn = was.due
	case "-":
	default:
		if step.DueOn, ok = domain.ParseDate(ask.DueOn); !ok {
			return refuse(errNotDay(ask.DueOn))
		}
		if step.DueOn < step.StepOn {
			return refuse(invalid("整改期限 %[1]s 早于 %[2]s", "The deadline %[1]s is before %[2]s", step.DueOn, step.StepOn))
		}
	}
	changed = was.step == nil || step.Status != was.step.Status || step.DueOn != was.step.DueOn || step.Note != "" || was.recurred
	return step, changed, nil
}

// lastSeen is the last round up to a day, of those that make the list, in which an item occurred at an estate, by a deduction or finding, and its day; 0 never.
func (p *project) lastSeen(place int, item string, asOf domain.Date) (roundID string, on domain.Date) {
	for at, r := range slices.Backward(p.book.Rounds()) {
		if r.Round.HeldOn > asOf || !slices.Contains(p.book.Policy.HotspotKinds, r.Round.Kind) {
			continue
		}
		if slices.ContainsFunc(p.book.Deductions(at, place), func(d domain.Deduction) bool { return d.Item == item && !d.Points.IsZero() }) {
			roundID, on = r.Round.ID, r.Round.HeldOn
			break
		}
	}
	for i := range p.tables.Findings {
		f := &p.tables.Findings[i]
		if f.EstateID == p.book.Estates[place].ID && f.Item == item && f.FoundOn <= asOf && f.FoundOn > on {
			roundID, on = cmp.Or(f.RoundID, roundID), f.FoundOn
		}
	}
	return roundID, on
}

// rectifyWords names a status.
func rectifyWords(status string) domain.Text {
	switch status {
	case string(domain.RectifyDone):
		return domain.Say("已整改", "Done")
	case string(domain.RectifyRecheck):
		return domain.Say("复查", "Recheck")
	case statusOverdue:
		return domain.Say("逾期", "Overdue")
	}
	return domain.Say("整改中", "Under way")
}
