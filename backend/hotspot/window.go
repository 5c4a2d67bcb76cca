// Package hotspot finds what goes dirty again and again (RULES 8; HB 六(3) 易发、频发的脏乱点位): which items recur at an estate,
// how heavy and how recent that is, whether such estates lie together, and whether it grows. Beside the statistics, and apart
// from them, stands the plain rule of frequent and prone: in a small district a test may rightly find nothing.
//
// The tests (GiStar, TestTrend, LocalMoran) know values and neighbours only; Analyse joins them to a district's records.
package hotspot

import (
	"math"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Window is the last inspection rounds up to a day, with what every estate lost in them.
type Window struct {
	AsOf domain.Date
	// Rounds are places in the book, in order of date, then id; of the kinds of the setting hotspot_kinds.
	Rounds  []int
	Estates []History // by place in the book
	// Outside are the findings up to the day that belong to no round of the window, by place in Tables.Findings: NoRound those
	// that were found before every round.
	Outside, NoRound []int
}

// History is what the window holds of one estate.
type History struct {
	Scored []bool    // by round of the window
	Points []float64 // by round of the window; 0 where it was not scored and where it lost nothing
	Items  []Item    // that occurred, by code
	// Occurrences counts the rounds with a deduction or finding, ScoredRounds the rounds in which it was scored.
	Occurrences, ScoredRounds int
	// Burden is Σ points × 0.5^(rounds ago / 3); the latest round is 0 ago.
	Burden float64
}

// Item is one inspection item at one estate.
type Item struct {
	Code string
	In   []bool // by round of the window: a deduction of more than no points, or a finding
	// Occurrences counts the rounds of In, WhenScored those in which the estate was scored.
	Occurrences, WhenScored int
	// Frequent (频发): at least three scored rounds. Prone (易发): at least half of the scored rounds, of which there are two or more.
	Frequent, Prone bool
	LastSeen        int // the last round of In, by place in the window
}

// frequentRounds and proneLeast are the bounds of the plain rule.
const (
	frequentRounds = 3
	proneLeast     = 2
)

// halving is how many rounds make a loss weigh half.
const halving = 3

// NewWindow collects the last rounds up to a day; rounds ≤ 0 and no kinds take the district's settings.
func NewWindow(b *policy.Book, asOf domain.Date, rounds int, kinds ...domain.RoundKind) *Window {
	if rounds <= 0 {
		rounds = b.Policy.HotspotWindow
	}
	if len(kinds) == 0 {
		kinds = b.Policy.HotspotKinds
	}
	w := &Window{AsOf: asOf, Estates: make([]History, len(b.Estates))}
	var all []int
	for i := range b.Rounds() {
		if r := &b.Rounds()[i].Round; r.HeldOn <= asOf && slices.Contains(kinds, r.Kind) {
			all = append(all, i)
		}
	}
	w.Rounds = all[max(0, len(all)-rounds):]
	n := len(w.Rounds)
	for e := range w.Estates {
		w.Estates[e].Scored, w.Estates[e].Points = make([]bool, n), make([]float64, n)
	}
	for at, round := range w.Rounds {
		for i := range b.Rounds()[round].Results {
			w.Estates[b.Rounds()[round].Results[i].Estate].Scored[at] = true
		}
		for e := range w.Estates {
			w.addDeductions(b, e, at)
		}
	}
	w.addFindings(b, all)
	for e := range w.Estates {
		w.Estates[e].finish()
	}
	return w
}

// addDeductions adds what an estate lost in a round of the window. Rows of the same item add up; an item on which no point was
// lost did not occur.
func (w *Window) addDeductions(b *policy.Book, estate, at int) {
	h := &w.Estates[estate]
	var total domain.Decimal
	for _, d := range b.Deductions(w.Rounds[at], estate) {
		if d.Points.IsZero() {
			continue
		}
		total = total.Add(d.Points)
		h.occur(d.Item, at, len(w.Rounds))
	}
	h.Points[at] = total.Float()
}

// addFindings puts findings to their rounds. all are the rounds of the kinds up to the day, the window and those before it.
func (w *Window) addFindings(b *policy.Book, all []int) {
	before := len(all) - len(w.Rounds)
	for i := range b.Tables().Findings {
		f := &b.Tables().Findings[i]
		estate, known := b.Estate(f.EstateID)
		if !known || f.FoundOn > w.AsOf {
			continue
		}
		at := roundOf(b, f, all)
		if at < 0 && f.RoundID == "" {
			w.NoRound = append(w.NoRound, i)
		}
		if at < before {
			w.Outside = append(w.Outside, i)
			continue
		}
		w.Estates[estate].occur(f.Item, at-before, len(w.Rounds))
	}
}

// roundOf is the place of a finding's round among rounds: the one that it names, else the last one held on or before its day; −1 none.
func roundOf(b *policy.Book, f *domain.Finding, rounds []int) int {
	if f.RoundID != "" {
		if round, ok := b.Round(f.RoundID); ok {
			return slices.Index(rounds, round)
		}
		return -1
	}
	for k, round := range slices.Backward(rounds) {
		if b.Rounds()[round].Round.HeldOn <= f.FoundOn {
			return k
		}
	}
	return -1
}

// RoundOf is the place in the window of a finding's round, −1 where it has none there or was found after the day.
func (w *Window) RoundOf(f *domain.Finding, b *policy.Book) int {
	if f.FoundOn > w.AsOf {
		return -1
	}
	return roundOf(b, f, w.Rounds)
}

func (h *History) occur(code string, at, rounds int) {
	i, known := slices.BinarySearchFunc(h.Items, code, func(it Item, code string) int {
		switch {
		case it.Code < code:
			return -1
		case it.Code > code:
			return 1
		}
		return 0
	})
	if !known {
		h.Items = slices.Insert(h.Items, i, Item{Code: code, In: make([]bool, rounds)})
	}
	h.Items[i].In[at] = true
}

// finish counts.
func (h *History) finish() {
	any := make([]bool, len(h.Scored))
	for _, scored := range h.Scored {
		if scored {
			h.ScoredRounds++
		}
	}
	for i := range h.Items {
		it := &h.Items[i]
		for at, in := range it.In {
			if !in {
				continue
			}
			any[at] = true
			it.Occurrences++
			it.LastSeen = at
			if h.Scored[at] {
				it.WhenScored++
			}
		}
		it.Frequent = it.WhenScored >= frequentRounds
		it.Prone = h.ScoredRounds >= proneLeast && 2*it.WhenScored >= h.ScoredRounds
	}
	for at, occurred := range any {
		if occurred {
			h.Occurrences++
		}
		ago := float64(len(any) - 1 - at)
		h.Burden += h.Points[at] * math.Pow(0.5, ago/halving)
	}
}

// Series returns the points of the scored rounds, in order: what the trend is tested on.
func (h *History) Series() []float64 {
	series := make([]float64, 0, h.ScoredRounds)
	for at, scored := range h.Scored {
		if scored {
			series = append(series, h.Points[at])
		}
	}
	return series
}
