package demo

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"estateatlas/backend/domain"
)

// bandSize is how many estates a band holds (RULES 2, default), as far as the story needs to know.
const bandSize = 10

// firstMonth is the month of the first of the monthly rounds.
var firstMonth = domain.NewMonth(2024, 12)

// inspection is a round in the making.
type inspection struct {
	domain.Round
	number  int // of the monthly rounds from 0; −1 for other kinds
	results []*result
	ranked  bool // with official ranks
}

// result is what inspectors found on one estate in one round.
type result struct {
	*estate
	company   int // in force on the day, −1 for none
	lost      marks
	unwritten bool // only the sum was handed in
	scripted  bool
	rank      int64        // official; 0: none
	cause     domain.Cause // of a bottom result, after determination
}

func (x *result) loss() int { return x.lost.sum() }

// byCompany reports whether the deductions make it the company's result, if it is at the bottom (RULES 3).
func (x *result) byCompany() bool { return 2*x.lost.functions() >= x.loss() }

// mayStrike reports whether it is a strike if it is at the bottom, or may become one.
func (x *result) mayStrike() bool { return x.company >= 0 && (x.unwritten || x.byCompany()) }

// sort puts the worst results first.
func (i *inspection) sort() {
	type keyed struct {
		loss int
		*result
	}
	order := make([]keyed, len(i.results))
	for k, x := range i.results {
		order[k] = keyed{x.loss(), x}
	}
	slices.SortFunc(order, func(a, b keyed) int { return cmp.Or(cmp.Compare(b.loss, a.loss), cmp.Compare(a.ID, b.ID)) })
	for k, x := range order {
		i.results[k] = x.result
	}
}

// bottom returns the results of the bottom band of sorted results.
func (i *inspection) bottom() []*result {
	n := min(bandSize, len(i.results)/2)
	if n == 0 {
		return nil
	}
	last := n
	for last < len(i.results) && i.results[last].loss() == i.results[n-1].loss() {
		last++
	}
	return i.results[:last]
}

// top returns the results of the top band of sorted results.
func (i *inspection) top() []*result {
	k := len(i.results) - min(bandSize, len(i.results)/2)
	if k == len(i.results) {
		return nil
	}
	for k > 0 && i.results[k-1].loss() == i.results[k].loss() {
		k--
	}
	return i.results[k:]
}

// calendar lists the rounds of the last months of the two years, in order.
func calendar(months int) []*inspection {
	var out []*inspection
	add := func(kind domain.RoundKind, id, name string, on domain.Date, number int) {
		out = append(out, &inspection{Round: domain.Round{ID: id, Name: name, Kind: kind, HeldOn: on}, number: number})
	}
	end := firstMonth + 23
	for n := 24 - months; n < 24; n++ {
		m := firstMonth + domain.Month(n)
		y, k := m.Year(), m.Number()
		add(domain.RoundDistrictSanitary, fmt.Sprintf("CW%d%02d", y, k), fmt.Sprintf("%d年%d月创卫考核", y, k), day(y, k, 16+(n*5)%4), n)
		if k%3 == 2 && m < end {
			add(domain.RoundJointCheck, fmt.Sprintf("LC%dQ%d", y, k/3+1), fmt.Sprintf("%d年第%d季度联合抽查", y, k/3+1), day(y, k, 25), -1)
		}
		if k == 4 || k == 9 {
			add(domain.RoundRoutine, fmt.Sprintf("RC%d%02d", y, k), fmt.Sprintf("%d年%d月日常检查", y, k), day(y, k, 8), -1)
		}
		if k == 6 {
			add(domain.RoundCityEvaluation, fmt.Sprintf("SJ%d", y), fmt.Sprintf("%d年市级评估", y), day(y, k, 26), -1)
		}
	}
	return out
}

// inspect makes the results of a round: each estate loses what its company and its street let happen, and what is its own.
func (d *district) inspect(i *inspection, r *random) {
	progress := float64(i.HeldOn-firstMonth.First()) / 730
	for k, e := range d.estates {
		q := r.fork(k)
		_, scripted := d.cast.scenes[i.number][e]
		if !e.stayOn(i.HeldOn) || !d.visited(i, q) && !scripted {
			continue
		}
		c := e.companyOn(i.HeldOn)
		company := d.companyLoss(c, progress) + e.ownLoss + 2.1*q.bell()
		if e.sub == improving { // where the street does its part, the companies follow
			company -= 3 * progress
		}
		territory := d.streetLoss(e.sub, progress) + e.ownTerritory + 1.4*q.bell()
		switch x := q.unit(); { // something went wrong that month
		case x < 0.02:
			company += q.between(6, 19)
		case x < 0.03:
			territory += q.between(8, 20)
		}
		x := &result{estate: e, company: c}
		x.deduct(atLeastSome(company, q), companyItems, q)
		x.deduct(atLeastSome(territory, q), territoryItems, q)
		i.results = append(i.results, x)
	}
	i.sort()
}

// atLeastSome turns points into tenths; nobody is without fault, but not all of the best are equal.
func atLeastSome(points float64, r *random) int {
	if points < 1.5 {
		return r.whole(3, 15)
	}
	return int(points * 10)
}

// visited says whether inspectors came to an enrolled estate.
func (d *district) visited(i *inspection, r *random) bool {
	switch i.Kind {
	case domain.RoundDistrictSanitary:
		return !r.chance(0.02)
	case domain.RoundJointCheck:
		return r.chance(0.55)
	case domain.RoundRoutine:
		return r.chance(0.3)
	case domain.RoundCityEvaluation:
	}
	return !r.chance(0.01)
}

// companyLoss is what an average estate of the company loses, in points; progress runs from 0 to 1 over the two years.
func (d *district) companyLoss(c int, progress float64) float64 {
	base := 7.4 + 2.2*math.Sin(float64(c)*2.4+1)
	switch c {
	case -1:
		return 8
	case declining:
		return 4.8 + 10*max(0, progress-0.3)/0.7
	case leaving:
		return 9 + 6*min(1, progress/0.5)
	}
	return base + 0.8*math.Sin(6.3*progress+float64(c))
}

// streetLoss is what an average estate loses by what its subdistrict answers for.
func (d *district) streetLoss(s int, progress float64) float64 {
	switch s {
	case improving:
		return 14 - 13.5*min(1, progress/0.85)
	case homeOfDecline:
		return 3
	}
	return 4 + 1.7*math.Sin(float64(s)*1.9) + 0.5*math.Sin(5*progress+float64(s))
}
