package policy

import (
	"slices"

	"estateatlas/backend/domain"
)

// Measure is what a strike opens at its level (RULES 4). A result has one measure at its confirmed level, and one more at its
// proposed level where that is higher.
type Measure struct {
	Result      int // place in Evaluation.Results
	Round       int
	Estate      int
	Company     int
	Subdistrict int // whose office issues it
	Level       int // 1 to 3
	Status      Status
	// Months are those that it withholds at its status: a proposed measure has those that the confirmed one has not.
	Months []domain.Month
}

// Covers reports whether the measure withholds month m at its status.
func (m *Measure) Covers(month domain.Month) bool { return slices.Contains(m.Months, month) }

// measures returns the measures of a result, the confirmed one first.
func (b *Book) measures(at int) []Measure {
	r := &b.results[at]
	if r.Proposed.Level == 0 {
		return nil
	}
	month := b.rounds[r.Round].month
	base := Measure{
		Result: at, Round: r.Round, Estate: r.Estate, Company: r.Company, Subdistrict: b.SubdistrictOf(r.Estate),
	}
	var out []Measure
	var taken []domain.Month
	if r.Confirmed.Level > 0 {
		m := base
		m.Level, m.Status, m.Months = r.Confirmed.Level, Confirmed, withheldMonths(month, r.Confirmed.Level)
		taken = m.Months
		out = append(out, m)
	}
	if r.Proposed.Level > r.Confirmed.Level {
		m := base
		m.Level, m.Status = r.Proposed.Level, Proposed
		m.Months = slices.DeleteFunc(withheldMonths(month, m.Level), func(x domain.Month) bool { return slices.Contains(taken, x) })
		out = append(out, m)
	}
	return out
}

// withheldMonths returns month(r), quarter(r) or year(r).
func withheldMonths(m domain.Month, level int) []domain.Month {
	from, to := monthsOf(m, level)
	months := make([]domain.Month, 0, 12)
	for i := from; i <= to; i++ {
		months = append(months, domain.NewMonth(m.Year(), i+1))
	}
	return months
}

// MeasuresOf returns the measures of a bottom result by its place in Results, the confirmed one first.
func (ev *Evaluation) MeasuresOf(result int) []Measure { return ev.measures(result) }

// Measures returns all measures, by round, then estate.
func (ev *Evaluation) Measures() []Measure {
	out := make([]Measure, 0, len(ev.Results))
	for i := range ev.Results {
		out = append(out, ev.measures(i)...)
	}
	return out
}
