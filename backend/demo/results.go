package demo

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
)

// results writes rounds, scores and deductions in order of their ids.
func (d *district) results(t *domain.Tables) {
	byID := slices.SortedFunc(slices.Values(d.inspections), func(a, b *inspection) int { return cmp.Compare(a.ID, b.ID) })
	for _, i := range byID {
		t.Rounds = append(t.Rounds, i.Round)
		if i.ranked {
			i.rank()
		}
		for _, x := range slices.SortedFunc(slices.Values(i.results), func(a, b *result) int { return cmp.Compare(a.ID, b.ID) }) {
			t.Scores = append(t.Scores, domain.Score{
				RoundID: i.ID, EstateID: x.ID, Score: domain.Some(tenths(fullMarks - x.loss())), OfficialRank: x.rank,
			})
			if x.unwritten {
				continue
			}
			for item, p := range x.lost {
				if p > 0 {
					t.Deductions = append(t.Deductions, domain.Deduction{
						RoundID: i.ID, EstateID: x.ID, Item: domain.DefaultItems[item].Code, Points: tenths(p),
					})
				}
			}
		}
	}
}

// rank gives sorted results their published ranks; equals share one.
func (i *inspection) rank() {
	for k := len(i.results) - 1; k >= 0; k-- { // from the best
		x := i.results[k]
		x.rank = int64(len(i.results) - k)
		if k < len(i.results)-1 && x.loss() == i.results[k+1].loss() {
			x.rank = i.results[k+1].rank
		}
	}
}
