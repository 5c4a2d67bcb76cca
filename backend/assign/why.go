package assign

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"
)

// RunnerUp is a contiguous estate that was not taken.
type RunnerUp struct {
	Host      int
	Company   int // None if it may not serve
	DistanceM float64
	// Passed says why it was passed over although it is nearer than the host taken; empty for those farther away.
	Passed domain.Text
}

// passedMost is how many nearer hosts, and how many nearer estates that may not serve, an explanation names.
const passedMost = 8

// RunnersUp returns the nearest hosts of the whole district but the one taken, at least count if there are so many, and the
// contiguous estates nearer than the host taken that may not serve; by distance.
func (a *Result) RunnersUp(row *Row, count int) []RunnerUp {
	a.around.Do(func() {
		a.around.hosts = spatial.NewIndex(a.shapes, a.spatialHosts())
		barred := make([]spatial.Host, len(a.barred))
		for i, b := range a.barred {
			barred[i] = spatial.Host(a.query(b.Estate))
		}
		a.around.barred = spatial.NewIndex(a.shapes, barred)
	})
	taken, reach, most := row.DistanceM, row.DistanceM, max(count, passedMost)
	if math.IsNaN(taken) { // no host in the scope: all others are nearer than none
		taken, reach = math.Inf(1), 0
	}
	q := a.query(row.Estate)
	var all []RunnerUp
	for _, m := range a.around.hosts.Around(q, reach, count+1) {
		if h := a.hosts[m.Host]; h.Estate != row.Host && len(all) < most {
			r := RunnerUp{Host: h.Estate, Company: h.Company, DistanceM: m.Distance}
			if m.Distance < taken {
				r.Passed = a.passedOver(row, &r)
			} else if len(all) >= count {
				break
			}
			all = append(all, r)
		}
	}
	for i, m := range a.around.barred.Around(q, reach, 1) {
		if m.Distance >= taken || i == passedMost {
			break
		}
		b := a.barred[m.Host]
		all = append(all, RunnerUp{Host: b.Estate, Company: policy.None, DistanceM: m.Distance, Passed: b.Fault})
	}
	slices.SortStableFunc(all, func(x, y RunnerUp) int { return cmp.Compare(x.DistanceM, y.DistanceM) })
	return all
}

// tieM is the distance within which hosts count as equally near (RULES 7).
const tieM = 0.001

// passedOver says why a nearer host was not taken.
func (a *Result) passedOver(row *Row, r *RunnerUp) domain.Text {
	switch {
	case row.Status == Overridden:
		return domain.Say("由人工指定", "a planner chose otherwise")
	case a.ownOnly(row) && a.ev.SubdistrictOf(r.Host) != a.ev.SubdistrictOf(row.Estate):
		return domain.Say("不在本街道", "it lies in another subdistrict")
	case a.opts.Barriers && a.Crosses(row.Estate, r.Host):
		return domain.Say("隔着河流、铁路等阻隔", "a river, a railway or the like lies between")
	case row.Cause == CauseKept:
		return domain.Say("保留现有企业", "the present company is kept")
	case row.DistanceM-r.DistanceM <= tieM:
		return domain.Say("相差不足 1 毫米，同街道优先，其次编号小者", "less than 1 mm nearer: the same subdistrict first, then the smaller id")
	case a.opts.Capacity: // with a place left the total would be smaller
		return domain.Say("其企业代管名额已满", "its company has no place left")
	}
	return domain.Text{}
}

// ownOnly reports whether only hosts of the own subdistrict came into question for a row: where that goes first, one of them was taken.
func (a *Result) ownOnly(row *Row) bool {
	switch a.opts.Within {
	case domain.WithinSubdistrict:
		return true
	case domain.WithinPreferSubdistrict:
		return row.Host != policy.None && a.ev.SubdistrictOf(row.Host) == a.ev.SubdistrictOf(row.Estate)
	}
	return false
}

// Why says in a sentence how a row came about.
func (a *Result) Why(r *Row) domain.Text {
	far := fmt.Sprintf("%.1f", r.DistanceM)
	most := strconv.FormatFloat(a.opts.MaxDistanceM.Value, 'f', -1, 64)
	switch r.Cause {
	case CauseNearest:
		if a.opts.Barriers && a.lines != nil {
			return domain.Say("范围内不跨阻隔的最近成片小区，%s 米", "the nearest contiguous estate in the scope without a barrier between, %s m", far)
		}
		return domain.Say("范围内最近的成片小区，%s 米", "the nearest contiguous estate in the scope, %s m", far)
	case CauseOwnSubdistrict:
		return domain.Say("本街道内最近的成片小区，%s 米", "the nearest contiguous estate of the same subdistrict, %s m", far)
	case CauseOtherDistrict:
		if a.opts.Barriers && a.lines != nil {
			return domain.Say("本街道内 %[2]s 米之内没有不跨阻隔的成片小区，取全区最近，%[1]s 米",
				"no contiguous estate of the same subdistrict within %[2]s m without a barrier between; the nearest of the district, %[1]s m", far, most)
		}
		return domain.Say("本街道内 %[2]s 米之内没有成片小区，取全区最近，%[1]s 米", "no contiguous estate of the same subdistrict within %[2]s m; the nearest of the district, %[1]s m", far, most)
	case CauseNearestFree:
		return domain.Say("更近的成片小区其企业代管名额已满，%s 米", "the companies of nearer contiguous estates have no place left; %s m", far)
	case CauseFull:
		return domain.Say("%s 米之内的成片小区其企业代管名额均已满", "the companies of all contiguous estates within %s m have no place left", most)
	case CauseKept:
		return domain.Say("保留现有企业，其最近的成片小区 %s 米", "the present company is kept; its nearest contiguous estate, %s m", far)
	case CauseBarrier:
		return domain.Say("%s 米之内的成片小区均隔着河流、铁路等阻隔", "a river, a railway or the like lies before all contiguous estates within %s m", most)
	case CauseTooFar:
		return domain.Say("最近的成片小区在 %[1]s 米外，超过 %[2]s 米", "the nearest contiguous estate is %[1]s m away, beyond %[2]s m", far, most)
	case CauseNoHost:
		return domain.Say("范围内没有可代管的成片小区", "no contiguous estate in the scope can serve")
	case CauseOverride, CauseOverrideInvalid, CauseOverrideIdle:
	}
	return r.Override
}
