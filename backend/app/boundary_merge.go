package app

import (
	"fmt"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/overlay"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"
)

// MergePreview is what joining estates would do. No record is deleted: those of the estates that are joined stay theirs.
type MergePreview struct {
	AreaM2 float64 `json:"areaM2"` // of the joined boundary
	Parts  int     `json:"parts"`  // how many pieces it has: 1 where all touch
	// Joined are the estates that become part of the one that stays.
	Joined []MergeLine `json:"joined"`
	// Refused says why it cannot be done; empty if it can.
	Refused []domain.Text `json:"refused"`
	// Closed are closed rounds that it changes: they are closed anew with a correction.
	Closed []ClosedChange `json:"closed"`
	Text   domain.Text    `json:"text"` // what the joined one keeps
}

// MergeLine is what becomes of an estate that is joined with another.
type MergeLine struct {
	FID    int64   `json:"fid"`
	AreaM2 float64 `json:"areaM2"`
	// Company is whose agreement ends the day before, −1 without one.
	Company int `json:"company"`
	// Scores counts its results, which stay with it and do not count for the joined one.
	Scores int `json:"scores"`
	// Fen is the district reward subsidy a month that ends with it.
	Fen int64 `json:"fen"`
	// Overrides counts the standing choices of its host that end with it; Serves those by which it is the host of others, which then
	// have to be chosen anew.
	Overrides int `json:"overrides"`
	Serves    int `json:"serves"`
}

// PreviewMerge says what MergeEstates would do. Errors: CodeNotFound.
func (a *Atlas) PreviewMerge(keepFID int64, fids []int64) (MergePreview, error) {
	p, err := a.project()
	if err != nil {
		return MergePreview{}, err
	}
	v, _, err := p.merged(keepFID, fids)
	return v, err
}

// MergeEstates joins estates with the one that stays: its boundary takes theirs in, and it keeps its id and records. Those of the
// others are kept as they are; they exit today, for the reason 合并, their agreements end the day before, and the choices of their hosts
// end. Errors: CodeNotFound, CodeConflict for what PreviewMerge lists as refused.
func (a *Atlas) MergeEstates(keepFID int64, fids []int64) (Decided, error) {
	return a.decideGuarded("合并小区", func(p *project) (domain.Change, error) {
		v, change, err := p.merged(keepFID, fids)
		if err != nil {
			return domain.Change{}, err
		}
		if len(v.Refused) > 0 {
			return domain.Change{}, domain.Fail(domain.CodeConflict, v.Refused[0], nil)
		}
		return change, nil
	})
}

// merged works out what joining writes.
func (p *project) merged(keepFID int64, fids []int64) (MergePreview, domain.Change, error) {
	v := MergePreview{Joined: []MergeLine{}, Refused: []domain.Text{}, Closed: []ClosedChange{}}
	var change domain.Change
	at, known := p.place[keepFID]
	if !known || len(p.book.Estates[at].Boundary) == 0 {
		return v, change, errNoEstate()
	}
	keep := p.book.Estates[at]
	name, day := p.district.Estates.Name[at], today()
	refuse := func(zh, en string, args ...any) { v.Refused = append(v.Refused, domain.Say(zh, en, args...)) }
	if p.book.HasLeft(at, day) {
		refuse("%s 已经退出，不能并入其他小区", "%s has left already and cannot take others in", name)
	}
	var names []string
	done := map[int]bool{at: true}
	for _, fid := range fids {
		e, known := p.place[fid]
		if !known || len(p.book.Estates[e].Boundary) == 0 {
			return v, change, errNoEstate()
		}
		other := p.district.Estates.Name[e]
		if done[e] {
			refuse("%s 被选了两次", "%s is chosen twice", other)
			continue
		}
		done[e] = true
		names = append(names, other)
		v.Joined = append(v.Joined, p.mergeLine(e, day))
		if later := p.laterAgreement(e, day-1); later != nil {
			refuse("%[1]s 有自 %[2]s 起的协议；先处理该协议再合并", "%[1]s has an agreement from %[2]s on; deal with it before merging", other, later.StartsOn)
			continue
		}
		if p.book.HasLeft(e, day) {
			refuse("%s 已经退出", "%s has left already", other)
			continue
		}
		if stay := p.laterStay(e, day); stay != nil {
			refuse("%[1]s 有自 %[2]s 起的纳入记录；先处理该记录再合并", "%[1]s is to be enrolled from %[2]s on; deal with that before merging", other, stay.EnrolledOn)
			continue
		}
		joined, err := overlay.Union(keep.Boundary, p.book.Estates[e].Boundary)
		if err != nil {
			refuse("%s 的边界不可用，不能合并；先修改边界", "The boundary of %s cannot be used; mend it before merging", other)
			continue
		}
		keep.Boundary = joined
		p.leaves(&change.Put, e, day, "合并入"+name)
	}
	if len(names) == 0 && len(v.Refused) == 0 {
		refuse("选择要合并的小区", "Choose the estates to merge")
	}
	if fault := spatial.Check(keep.Boundary); fault != nil {
		refuse("合并后的边界不可用；先修改边界", "The joined boundary cannot be used; mend the boundaries first")
	} else {
		spatial.Normalize(keep.Boundary)
		v.AreaM2, v.Parts = spatial.Area(p.frame(keep.Boundary).Project(keep.Boundary)), len(keep.Boundary)
	}
	change.Put.Estates = append(change.Put.Estates, keep)
	if len(v.Refused) == 0 && len(p.tables.Closings) > 0 {
		v.Closed = p.closedChanges(policy.NewBook(domain.Apply(p.tables, change)), &change)
	}
	change.What = fmt.Sprintf("合并小区：%s 并入 %s", strings.Join(names, "、"), name)
	v.Text = domain.Say("合并后仍为%[1]s：编号、协议、得分、补贴和户数不变；并入的小区自 %[2]s 起退出，记录保留",
		"The joined estate stays %[1]s with its id, agreements, scores, subsidies and households; those that are taken in leave on %[2]s and keep their records", name, day)
	return v, change, nil
}

// laterStay is an enrolment of an estate that begins after a day, nil without one.
func (p *project) laterStay(e int, day domain.Date) *domain.Enrolment {
	for i := range p.tables.Enrolments {
		if stay := &p.tables.Enrolments[i]; stay.EstateID == p.book.Estates[e].ID && stay.EnrolledOn > day {
			return stay
		}
	}
	return nil
}

// mergeLine is what an estate takes with it when it leaves on a day.
func (p *project) mergeLine(e int, day domain.Date) MergeLine {
	line := MergeLine{FID: p.book.Estates[e].FID, AreaM2: p.areaM2[e], Company: policy.None}
	id := p.book.Estates[e].ID
	if g := p.book.AgreementOn(e, day); g != nil {
		line.Company = int(g.Company)
	}
	if fen, known := p.book.Monthly(policy.DistrictSubsidy, e, day.Month()); known {
		line.Fen = int64(fen)
	}
	for _, s := range p.tables.Scores {
		if s.EstateID == id {
			line.Scores++
		}
	}
	for _, o := range p.tables.Overrides {
		switch {
		case o.RemovedOn != 0 && o.RemovedOn <= day:
		case o.EstateID == id:
			line.Overrides++
		case o.HostID == id:
			line.Serves++
		}
	}
	return line
}

// leaves lets an estate exit on a day without its boundary, which is another's now; its records stay.
func (p *project) leaves(put *domain.Tables, e int, day domain.Date, why string) {
	estate := p.book.Estates[e]
	estate.Boundary = nil
	isOwn := func(stay domain.Enrolment) bool { return stay.EstateID == estate.ID }
	for _, stay := range p.tables.Enrolments {
		if isOwn(stay) && stay.EnrolledOn <= day && (stay.ExitedOn == 0 || stay.ExitedOn > day) {
			stay.ExitedOn, stay.ExitGround, stay.ExitText = day, domain.ExitOther, why
			put.Enrolments = append(put.Enrolments, stay)
		}
	}
	if !slices.ContainsFunc(p.tables.Enrolments, isOwn) {
		estate.ExitedOn, estate.ExitGround, estate.ExitText = day, domain.ExitOther, why
	}
	put.Estates = append(put.Estates, estate)
	for _, g := range p.tables.Agreements {
		if g.EstateID == estate.ID && g.Covers(day) {
			g.EndsOn = day - 1
			put.Agreements = append(put.Agreements, g)
		}
	}
	for _, o := range p.tables.Overrides {
		if o.EstateID == estate.ID && (o.RemovedOn == 0 || o.RemovedOn > day) {
			o.RemovedOn = day
			put.Overrides = append(put.Overrides, o)
		}
	}
}
