package policy

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
)

// Stage is where an estate stands with long-term management on a day (RULES 6).
type Stage int

// The stages.
const (
	NotEnrolled Stage = iota // 未纳入: never yet, or without all three conditions
	Enrolled                 // 已纳入
	Exited                   // 已退出
)

// addEnrolments deals out the stays of every estate: the rows of enrolments.csv where the estate occurs there, else its own
// two dates.
func (x *Index) addEnrolments(all []domain.Enrolment) {
	rows := make([]domain.Enrolment, 0, len(all)+len(x.Estates))
	owner := make([]int32, 0, cap(rows))
	replaced := make([]bool, len(x.Estates))
	for i := range all {
		if e := x.place(all[i].EstateID); e != None {
			replaced[e] = true
			rows, owner = append(rows, all[i]), append(owner, e)
		}
	}
	for i := range x.Estates {
		if e := &x.Estates[i]; !replaced[i] && e.EnrolledOn != 0 {
			rows = append(rows, domain.Enrolment{
				EstateID: e.ID, EnrolledOn: e.EnrolledOn, ExitedOn: e.ExitedOn, ExitGround: e.ExitGround, ExitText: e.ExitText,
			})
			owner = append(owner, int32(i))
		}
	}
	x.enrolments = newList(len(x.Estates), rows, owner)

	var stays []stay
	owner = owner[:0]
	for e := range x.Estates {
		own := x.enrolments.of(e)
		slices.SortStableFunc(own, func(a, b domain.Enrolment) int { return cmp.Compare(a.EnrolledOn, b.EnrolledOn) })
		if !x.MeetsConditions(e) {
			continue
		}
		first := len(stays)
		for _, r := range own {
			s := stay{r.EnrolledOn, r.ExitedOn}
			if s.until == 0 {
				s.until = farFuture
			}
			if n := len(stays); n > first && s.from <= stays[n-1].until { // overlapping stays pay a day once
				stays[n-1].until = max(stays[n-1].until, s.until)
			} else if s.from < s.until {
				stays, owner = append(stays, s), append(owner, int32(e))
			}
		}
	}
	x.stays = newList(len(x.Estates), stays, owner)
}

// MeetsConditions reports whether an estate meets the three conditions of long-term management (HD): approved for renovation,
// accepted on completion, receiving the city grant.
func (x *Index) MeetsConditions(estate int) bool {
	e := &x.Estates[estate]
	return e.ApprovedOn != 0 && e.AcceptedOn != 0 && e.CityGrant == domain.Yes
}

// Enrolments returns the stays of an estate as recorded, by first day: also those without money (exit on the day of
// enrolment, or an estate that does not meet the three conditions).
func (x *Index) Enrolments(estate int) []domain.Enrolment { return x.enrolments.of(estate) }

// StageOn says where an estate stands with long-term management on a day. Between two stays it is exited.
func (x *Index) StageOn(estate int, d domain.Date) Stage {
	own := x.enrolments.of(estate)
	if len(own) == 0 || d < own[0].EnrolledOn || !x.MeetsConditions(estate) {
		return NotEnrolled
	}
	for _, s := range x.stays.of(estate) {
		if s.from <= d && d < s.until {
			return Enrolled
		}
	}
	return Exited
}

// HasLeft reports whether an estate's exit is recorded on or before a day and no stay covers that day, whether or not it met
// the three conditions: it is no longer part of proxy management (RULES 7).
func (x *Index) HasLeft(estate int, d domain.Date) bool {
	left := false
	for _, r := range x.enrolments.of(estate) {
		if r.EnrolledOn <= d && (r.ExitedOn == 0 || d < r.ExitedOn) {
			return false
		}
		left = left || r.ExitedOn != 0 && r.ExitedOn <= d
	}
	if own := &x.Estates[estate]; len(x.enrolments.of(estate)) == 0 && own.ExitedOn != 0 {
		return own.ExitedOn <= d
	}
	return left
}
