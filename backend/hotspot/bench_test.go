package hotspot_test

import (
	"context"
	"fmt"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
	"estateatlas/backend/policy"
)

// town is a district of so many estates on a grid, 150 m apart, with so many monthly rounds, in each of which every estate loses points on
// every one of so many items now and then.
func town(estates, rounds, items int) *policy.Book {
	t := &domain.Tables{}
	for e := range estates {
		t.Estates = append(t.Estates, domain.Estate{ID: fmt.Sprintf("e%05d", e), Boundary: square(float64(e%70)*150, float64(e/70)*150)})
	}
	for r := range rounds {
		id := fmt.Sprintf("r%03d", r)
		t.Rounds = append(t.Rounds, round(id, fmt.Sprintf("%d-%02d-10", 2021+r/12, r%12+1), domain.RoundDistrictSanitary))
		for e := range estates {
			t.Scores = append(t.Scores, scored(id, t.Estates[e].ID))
			for i := range items {
				// A spot of trouble in the middle, the rest as it falls.
				if (e*31+r*17+i*7)%5 < 2 || e%70 > 30 && e%70 < 40 && e/70 > 30 && e/70 < 40 {
					t.Deductions = append(t.Deductions, lost(id, t.Estates[e].ID, fmt.Sprintf("C%02d", i), fmt.Sprint(1+(e+r+i)%4)))
				}
			}
		}
	}
	return policy.NewBook(t)
}

// The bound of the desk: 5,000 estates, 60 rounds, 12 items in under a second on two cores.
func BenchmarkAnalyse5000x60x12(b *testing.B) {
	book := town(5000, 60, 12)
	for _, window := range []int{6, 60} {
		for _, lisa := range []bool{false, true} {
			b.Run(fmt.Sprintf("window=%d/lisa=%t", window, lisa), func(b *testing.B) {
				for b.Loop() {
					if _, err := hotspot.Analyse(context.Background(), book, domain.MustDate("2030-01-01"), hotspot.Options{Rounds: window, Lisa: lisa}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
