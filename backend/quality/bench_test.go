package quality

import (
	"context"
	"fmt"
	"math"
	"testing"

	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"

	"github.com/paulmach/orb"
)

// mosaic is a district of n estates that all share their walls, each wall of five stretches, every tenth a metre into the next.
func mosaic(n int) *domain.Tables {
	t := &domain.Tables{}
	side := int(math.Ceil(math.Sqrt(float64(n))))
	for i := range n {
		x, y, w := float64(i%side)*100, float64(i/side)*100, 100.0
		if i%10 == 0 {
			w = 101
		}
		var ring orb.Ring
		corners := plot(x, y, w, 100)[0][0]
		for c := 1; c < len(corners); c++ {
			a, b := corners[c-1], corners[c]
			for k := range 5 {
				f := float64(k) / 5
				ring = append(ring, orb.Point{a[0] + f*(b[0]-a[0]), a[1] + f*(b[1]-a[1])})
			}
		}
		t.Estates = append(t.Estates, domain.Estate{FID: int64(i + 1), ID: fmt.Sprintf("m%06d", i), Boundary: orb.MultiPolygon{{append(ring, ring[0])}}})
	}
	return t
}

func BenchmarkCheck(b *testing.B) {
	day := domain.MustDate("2026-11-22")
	for name, tables := range map[string]*domain.Tables{
		"demo": demo.Generate(demo.Options{}), "50000": demo.Generate(demo.Options{Estates: 50_000}), "50000 wall to wall": mosaic(50_000),
	} {
		ev := policy.Evaluate(tables, day)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				r, err := Check(context.Background(), ev, Options{})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(r.Faults)), "faults")
			}
		})
	}
}
