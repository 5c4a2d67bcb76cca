package demo

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"estateatlas/backend/domain"
)

// Points are tenths of a point here, so that a score is exactly 100 less what the deductions take.
const fullMarks = 1000

// marks are the tenths of points lost by item, in the order of domain.DefaultItems.
type marks [13]int

func itemNumber(code string) int {
	return slices.IndexFunc(domain.DefaultItems, func(i domain.Item) bool { return i.Code == code })
}

// lose returns the marks of a few items: code, tenths, code, tenths, …
func lose(pairs ...any) (m marks) {
	for i := 0; i < len(pairs); i += 2 {
		m[itemNumber(pairs[i].(string))] += pairs[i+1].(int)
	}
	return m
}

func (m *marks) sum() int {
	sum := 0
	for _, p := range m {
		sum += p
	}
	return sum
}

// functions returns what was lost on the four property functions; the rest counts as territorial (RULES 3).
func (m *marks) functions() int {
	sum := 0
	for i, p := range m {
		if domain.DefaultItems[i].Function != "" {
			sum += p
		}
	}
	return sum
}

// worst returns the places of items that cost something, the dearest first.
func (m *marks) worst() []int {
	var items []int
	for i, p := range m {
		if p > 0 {
			items = append(items, i)
		}
	}
	slices.SortStableFunc(items, func(a, b int) int { return cmp.Compare(m[b], m[a]) })
	return items
}

// The items that inspectors write down, the commoner ones first.
var (
	companyItems   = itemNumbers("C1", "C2", "C5", "C8", "C4", "C7", "C6", "C3")
	territoryItems = itemNumbers("T3", "T2", "T1", "T4")
)

func itemNumbers(codes ...string) []int {
	var out []int
	for _, c := range codes {
		out = append(out, itemNumber(c))
	}
	return out
}

// deduct spreads tenths of points over a few items, most on those that recur with the estate.
func (x *result) deduct(tenths int, items []int, r *random) {
	n := 1
	switch {
	case tenths >= 120:
		n = r.whole(3, 4)
	case tenths >= 50:
		n = r.whole(2, 3)
	case tenths >= 25:
		n = r.whole(1, 2)
	}
	var chosen []int
	for _, h := range x.habits {
		if len(chosen) < n && slices.Contains(items, h) && !slices.Contains(chosen, h) && r.chance(0.6) {
			chosen = append(chosen, h)
		}
	}
	for len(chosen) < n {
		if item := items[int(float64(len(items))*r.unit()*r.between(0.5, 1))]; !slices.Contains(chosen, item) {
			chosen = append(chosen, item)
		}
	}
	weights, sum := make([]float64, n), 0.0
	for i := range weights {
		weights[i] = r.between(0.5, 1.5) / (1 + 0.35*float64(i))
		sum += weights[i]
	}
	left := tenths
	for i, item := range chosen {
		const half = 5 // most points are given by halves
		p := min(left, int(math.Round(float64(tenths)*weights[i]/sum/half))*half)
		if i == n-1 {
			p = left
		}
		x.lost[item] += p
		left -= p
	}
}

// tenthsText has the decimals of every number of tenths that occurs.
var tenthsText = func() (all [fullMarks + 1]domain.Decimal) {
	for n := range all {
		all[n] = domain.MustDecimal(fmt.Sprintf("%d.%d", n/10, n%10))
	}
	return all
}()

func tenths(n int) domain.Decimal { return tenthsText[n] }
