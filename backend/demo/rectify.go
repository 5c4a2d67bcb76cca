package demo

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
)

// Rounds that say what recurs, and in how many of them an item has to have occurred before the subdistrict orders it put right.
const (
	lookedBack  = 6
	orderedFrom = 3
)

// ordered is an item that keeps occurring at an estate.
type ordered struct {
	estateID, item string
	times          int
	last           *inspection
}

// recurring are the items that occurred in most of the last rounds, by estate, then item.
func (d *district) recurring() []ordered {
	checks := slices.DeleteFunc(slices.Clone(d.inspections), func(i *inspection) bool { return i.Kind == domain.RoundCityEvaluation })
	slices.SortStableFunc(checks, func(a, b *inspection) int { return cmp.Compare(a.HeldOn, b.HeldOn) })
	var out []ordered
	at := map[[2]string]int{}
	for _, i := range checks[max(0, len(checks)-lookedBack):] {
		for _, x := range i.results {
			if x.unwritten {
				continue
			}
			for item, lost := range x.lost {
				if lost <= 0 {
					continue
				}
				key := [2]string{x.ID, domain.DefaultItems[item].Code}
				n, known := at[key]
				if !known {
					n = len(out)
					at[key] = n
					out = append(out, ordered{estateID: x.ID, item: key[1]})
				}
				out[n].times++
				out[n].last = i
			}
		}
	}
	out = slices.DeleteFunc(out, func(o ordered) bool { return o.times < orderedFrom })
	slices.SortFunc(out, func(a, b ordered) int {
		return cmp.Or(cmp.Compare(a.estateID, b.estateID), cmp.Compare(a.item, b.item))
	})
	return out
}

// rectify orders most of what recurs to be put right: some of it is done by now, some waits for a recheck, some is overdue, and some
// was done and came back.
func (d *district) rectify(r *random) []domain.RectifyStep {
	var out []domain.RectifyStep
	for k, o := range d.recurring() {
		q := r.fork(k)
		if q.chance(0.25) {
			continue // nobody has got to it yet
		}
		number := int64(0)
		step := func(status domain.RectifyStatus, on, due domain.Date, note string) {
			number++
			out = append(out, domain.RectifyStep{
				EstateID: o.estateID, Item: o.item, Number: number, RoundID: o.last.ID, Status: status, DueOn: due, StepOn: on, StepBy: officer, Note: note,
			})
		}
		seen := o.last.HeldOn
		switch {
		case today-seen > 14: // there was time
			on := seen + domain.Date(q.whole(2, 5))
			due := on + domain.Date(pick(q, []int{10, 15, 20, 30, 40}))
			step(domain.RectifyOpen, on, due, "")
			done := min(due+domain.Date(q.whole(-6, 3)), today-1)
			switch {
			case q.chance(0.62):
				step(domain.RectifyDone, done, due, pick(q, []string{"现场复核，已整改到位", "社区签字确认", "已清理，照片存档"}))
			case q.chance(0.3):
				step(domain.RectifyRecheck, done, due, "企业报已整改，待复查")
			}
		case q.chance(0.2): // it came back
			on := seen - domain.Date(q.whole(20, 26))
			step(domain.RectifyOpen, on, on+14, "")
			step(domain.RectifyDone, on+domain.Date(q.whole(8, 14)), on+14, "现场复核，已整改到位")
		default:
			on := min(seen+domain.Date(q.whole(1, 2)), today)
			due := on + domain.Date(pick(q, []int{5, 7, 10, 15}))
			if q.chance(0.02) {
				due = min(on+1, today-1) // at once
			}
			step(domain.RectifyOpen, min(on, due), due, "")
			switch {
			case due < today:
			case q.chance(0.35):
				step(domain.RectifyDone, min(on+domain.Date(q.whole(0, 2)), today), due, pick(q, []string{"现场复核，已整改到位", "社区签字确认", "已清理，照片存档"}))
			case q.chance(0.1):
				step(domain.RectifyRecheck, min(on+1, today), due, "企业报已整改，待复查")
			}
		}
	}
	return out
}
