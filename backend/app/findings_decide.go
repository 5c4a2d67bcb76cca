package app

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// SetFinding adds a finding, or changes one. Errors: CodeNotFound of finding, estate or round, CodeInvalid for days out of order, an
// unknown item and a place that is none.
func (a *Atlas) SetFinding(ask FindingAsk) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) { return p.planFinding(&ask, a.name()) })
}

func (p *project) planFinding(ask *FindingAsk, by string) (domain.Change, error) {
	refuse := func(err error) (domain.Change, error) { return domain.Change{}, err }
	place, ok := p.place[ask.FID]
	if !ok {
		return refuse(errNoEstate())
	}
	f := domain.Finding{
		ID: ask.ID, EstateID: p.book.Estates[place].ID, RoundID: ask.RoundID, Item: strings.TrimSpace(ask.Item), Description: strings.TrimSpace(ask.Description),
	}
	what := "修改点位 "
	if ask.ID == "" {
		what = "新增点位 "
	} else {
		was := p.finding(ask.ID)
		if was == nil {
			return refuse(errNoFinding(ask.ID))
		}
		f.ResolvedOn = was.ResolvedOn
	}
	if _, known := p.items[f.Item]; !known {
		return refuse(invalid("没有扣分项 %q", "There is no item %q", f.Item))
	}
	if f.FoundOn, ok = domain.ParseDate(ask.FoundOn); !ok {
		return refuse(errNotDay(ask.FoundOn))
	}
	if f.FoundOn > max(today(), p.lastDay()) {
		return refuse(invalid("发现日期 %s 在将来", "The day %s on which it was found is in the future", f.FoundOn))
	}
	if f.ResolvedOn != 0 && f.ResolvedOn < f.FoundOn {
		return refuse(invalid("发现日期 %[1]s 晚于整改日期 %[2]s", "It cannot be found on %[1]s, after it was resolved on %[2]s", f.FoundOn, f.ResolvedOn))
	}
	if ask.DueOn != "" {
		if f.DueOn, ok = domain.ParseDate(ask.DueOn); !ok {
			return refuse(errNotDay(ask.DueOn))
		}
		if f.DueOn < f.FoundOn {
			return refuse(invalid("整改期限 %[1]s 早于发现日期 %[2]s", "The deadline %[1]s is before it was found, %[2]s", f.DueOn, f.FoundOn))
		}
	}
	if ask.RoundID != "" {
		if _, known := p.book.Round(ask.RoundID); !known {
			return refuse(domain.Fail(domain.CodeNotFound, domain.Say("没有轮次 %s", "There is no round %s", ask.RoundID), nil))
		}
	}
	if len(ask.Point) != 0 {
		if len(ask.Point) != 2 || !degrees(ask.Point[0], ask.Point[1]) {
			return refuse(invalid("位置应为经度和纬度", "A place is a longitude and a latitude"))
		}
		f.Point = domain.Some(orb.Point{ask.Point[0], ask.Point[1]})
	}
	note := domain.FindingNote{Photo: strings.TrimSpace(ask.Photo), NotedOn: today(), NotedBy: by}
	for _, t := range []struct{ zh, en, text string }{{"描述", "description", f.Description}, {"照片位置", "place of the photo", note.Photo}} {
		if err := checkText(t.zh, t.en, t.text); err != nil {
			return refuse(err)
		}
	}
	if strings.ContainsFunc(note.Photo, unicode.IsControl) {
		return refuse(invalid("照片位置应为一行文字", "The place of a photo is one line"))
	}
	if f.ID == "" {
		f.ID = p.newFindingID(f.FoundOn)
	}
	note.FindingID = f.ID
	change := domain.Change{Put: domain.Tables{Findings: []domain.Finding{f}}, What: what + f.ID + " " + p.district.Estates.Name[place] + " " + f.Item}
	if was := p.findingNotes()[f.ID]; note.Photo != "" || was != nil && was.Photo != note.Photo {
		if was != nil {
			note.Note = was.Note
		}
		change.Put.FindingNotes = []domain.FindingNote{note}
	}
	return change, nil
}

func errNoFinding(id string) error {
	return domain.Fail(domain.CodeNotFound, domain.Say("没有点位 %s；刷新后重试", "There is no finding %s; reload and try again", id), nil)
}

// finding is the one with an id, nil without one.
func (p *project) finding(id string) *domain.Finding {
	at, ok := slices.BinarySearchFunc(p.tables.Findings, id, func(f domain.Finding, id string) int { return strings.Compare(f.ID, id) })
	if !ok {
		return nil
	}
	return &p.tables.Findings[at]
}

// newFindingID is the next free id of a day: 20261123-01.
func (p *project) newFindingID(on domain.Date) string {
	day := strings.ReplaceAll(on.String(), "-", "")
	for n := 1; ; n++ {
		if id := fmt.Sprintf("%s-%02d", day, n); p.finding(id) == nil {
			return id
		}
	}
}

// ResolveFindings resolves findings, opens them again, sets their deadline or removes them, all of them or none. Errors: CodeNotFound,
// CodeInvalid for what does not fit where a finding stands, and for opening again or removing without a reason.
func (a *Atlas) ResolveFindings(ask FindingsStepAsk) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) { return p.planFindings(&ask, a.name()) })
}

// findingActions are the words of what is done to findings.
var findingActions = map[string]string{"resolve": "点位整改完成", "reopen": "点位重新整改", "due": "调整点位期限", "remove": "删除点位"}

func (p *project) planFindings(ask *FindingsStepAsk, by string) (domain.Change, error) {
	refuse := func(err error) (domain.Change, error) { return domain.Change{}, err }
	what, known := findingActions[ask.Action]
	if !known {
		return refuse(invalid("没有操作 %q；可用 resolve、reopen、due、remove", "There is no action %q; there are resolve, reopen, due and remove", ask.Action))
	}
	if len(ask.IDs) == 0 || len(ask.IDs) > mostAsks {
		return refuse(invalid("一次办理 1 到 %d 处点位", "1 to %d findings are decided at once", mostAsks))
	}
	on := today()
	if ask.On != "" {
		day, ok := domain.ParseDate(ask.On)
		if !ok {
			return refuse(errNotDay(ask.On))
		}
		on = day
	}
	note := strings.TrimSpace(ask.Note)
	if err := checkText("说明", "note", note); err != nil {
		return refuse(err)
	}
	if note == "" && (ask.Action == "reopen" || ask.Action == "remove") {
		return refuse(invalid("%s要写明理由", "Say why: %s", what))
	}
	ids := slices.Clone(ask.IDs)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	notes := p.findingNotes()
	change := domain.Change{What: fmt.Sprintf("%s %s", what, ids[0])}
	if len(ids) > 1 {
		change.What += fmt.Sprintf(" 等 %d 处", len(ids))
	}
	if note != "" {
		change.What += "：" + note
	}
	for _, id := range ids {
		was := p.finding(id)
		if was == nil {
			return refuse(errNoFinding(id))
		}
		mark := domain.FindingNote{FindingID: id}
		if n := notes[id]; n != nil {
			mark = *n
		}
		if ask.Action == "remove" {
			change.Remove.Findings = append(change.Remove.Findings, *was)
			if notes[id] != nil {
				change.Remove.FindingNotes = append(change.Remove.FindingNotes, mark)
			}
			continue
		}
		f := *was
		if err := stepFinding(&f, ask.Action, on, max(today(), p.lastDay())); err != nil {
			return refuse(err)
		}
		change.Put.Findings = append(change.Put.Findings, f)
		if note != "" || notes[id] != nil {
			mark.Note, mark.NotedOn, mark.NotedBy = note, today(), by
			change.Put.FindingNotes = append(change.Put.FindingNotes, mark)
		}
	}
	return change, nil
}

// stepFinding does one thing to a finding; now is the last day that is not in the future.
func stepFinding(f *domain.Finding, action string, on, now domain.Date) error {
	switch {
	case action == "due" && f.ResolvedOn != 0:
		return invalid("点位 %s 已整改，不再设期限", "Finding %s is resolved; it has no deadline any more", f.ID)
	case action == "due" && on < f.FoundOn:
		return invalid("点位 %[1]s 的期限 %[2]s 早于发现日期 %[3]s", "Finding %[1]s: the deadline %[2]s is before it was found, %[3]s", f.ID, on, f.FoundOn)
	case action == "due":
		f.DueOn = on
	case action == "reopen" && f.ResolvedOn == 0:
		return invalid("点位 %s 还没有整改完成", "Finding %s is still open", f.ID)
	case action == "reopen":
		f.ResolvedOn = 0
	case f.ResolvedOn != 0:
		return invalid("点位 %[1]s 已于 %[2]s 整改完成", "Finding %[1]s was resolved on %[2]s", f.ID, f.ResolvedOn)
	case on < f.FoundOn:
		return invalid("点位 %[1]s 的整改日期 %[2]s 早于发现日期 %[3]s", "Finding %[1]s cannot be resolved on %[2]s, before it was found, %[3]s", f.ID, on, f.FoundOn)
	case on > now:
		return invalid("整改日期 %s 在将来", "The day %s is in the future", on)
	default:
		f.ResolvedOn = on
	}
	return nil
}
