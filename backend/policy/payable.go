package policy

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
)

// Subsidy is one of the two monthly subsidies.
type Subsidy int

// The subsidies.
const (
	DistrictSubsidy Subsidy = iota // 区级奖励补贴: the only money that HB 五(二) withholds
	CitySubsidy                    // 市级以奖代补
)

func (x *Index) addAmounts(all []domain.SubsidyChange) {
	rows := make([]monthly, len(all))
	owner := make([]int32, len(all))
	for i := range all {
		s := &all[i]
		owner[i] = x.place(s.EstateID)
		rows[i] = amounts(s.FromMonth, s.DistrictSubsidy, s.CitySubsidy)
	}
	x.amounts = newList(len(x.Estates), rows, owner)
	for e := range x.Estates {
		slices.SortStableFunc(x.amounts.of(e), func(a, b monthly) int { return cmp.Compare(a.from, b.from) })
	}
}

func amounts(from domain.Month, district, city domain.Opt[domain.Fen]) monthly {
	m := monthly{from: from, known: [2]bool{district.Known, city.Known}}
	if district.Known {
		m.fen[DistrictSubsidy] = district.Value
	}
	if city.Known {
		m.fen[CitySubsidy] = city.Value
	}
	return m
}

// Monthly returns the monthly amount of an estate that holds in month m (RULES 6): the latest later amount from m or before,
// else the estate's own. An unknown amount is no money, and known is false.
func (x *Index) Monthly(kind Subsidy, estate int, m domain.Month) (fen domain.Fen, known bool) {
	later := x.amounts.of(estate)
	for i := len(later) - 1; i >= 0; i-- {
		if later[i].from <= m {
			return later[i].fen[kind], later[i].known[kind]
		}
	}
	own := amounts(0, x.Estates[estate].DistrictSubsidy, x.Estates[estate].CitySubsidy)
	return own.fen[kind], own.known[kind]
}

// Payable returns what an estate gets in month m before any withholding (RULES 6): the monthly amount × days enrolled and
// not exited / days of the month, rounded half up to the fen. The enrolment day is paid, the exit day is not.
func (x *Index) Payable(kind Subsidy, estate int, m domain.Month) domain.Fen {
	return x.payable(kind, estate, newSpan(m))
}

// span is a month with its first day and its number of days.
type span struct {
	month domain.Month
	first domain.Date
	days  domain.Date
}

func newSpan(m domain.Month) span { return span{m, m.First(), domain.Date(m.Days())} }

func (x *Index) payable(kind Subsidy, estate int, s span) domain.Fen {
	days := x.daysEnrolled(estate, s)
	if days == 0 {
		return 0
	}
	fen, _ := x.Monthly(kind, estate, s.month)
	if days == s.days {
		return fen
	}
	// Half up of a ratio of whole numbers ≥ 0. MaxFen × 31 × 2 is far within an int64.
	n, d := int64(fen)*int64(days), int64(s.days)
	return domain.Fen((2*n + d) / (2 * d))
}

// daysEnrolled counts the days of a month on which an estate is under long-term management.
func (x *Index) daysEnrolled(estate int, s span) domain.Date {
	var days domain.Date
	for _, st := range x.stays.of(estate) {
		if d := min(st.until, s.first+s.days) - max(st.from, s.first); d > 0 {
			days += d
		}
	}
	return days
}

// DaysEnrolled counts the days of month m on which an estate is enrolled and not exited (RULES 6).
func (x *Index) DaysEnrolled(estate int, m domain.Month) int {
	return int(x.daysEnrolled(estate, newSpan(m)))
}
