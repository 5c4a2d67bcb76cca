package gpkg_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"

	"github.com/paulmach/orb"
)

// district makes n estates of about a dozen vertices each on a grid, two in three of them scattered, nearly in the order of their ids.
func district(n int) []domain.Estate {
	estates := make([]domain.Estate, n)
	for i := range estates {
		x, y := 117+float64(i%250)*0.002, 39+float64(i/250)*0.002
		ring := make(orb.Ring, 0, 14)
		for k := range 13 {
			// A staircase and one edge back, counter-clockwise: valid, and not a box.
			ring = append(ring, orb.Point{x + 0.0001*float64(12-k), y + 0.0001*float64(k+k%2)})
		}
		ring = append(ring, ring[0])
		estates[i] = domain.Estate{
			ID: fmt.Sprintf("E%07d", i^5), Name: fmt.Sprintf("西港里%d号院", i), Subdistrict: fmt.Sprintf("红桥%d街道", i/70), Community: fmt.Sprintf("第%d社区", i/10),
			Form: domain.FormScattered, Enclosable: domain.No, Mode: domain.ModeCompany, Households: domain.Some(int64(100 + i%900)),
			BuildingAreaM2: domain.Some(domain.WholeDecimal(int64(4000 + i))), DistrictSubsidy: domain.Some(domain.Fen(100000)), CitySubsidy: domain.Some(domain.Fen(50000)),
			ApprovedOn: domain.MustDate("2019-01-01"), AcceptedOn: domain.MustDate("2019-06-01"), CityGrant: domain.Yes, EnrolledOn: domain.MustDate("2020-01-01"),
			Boundary: orb.MultiPolygon{{ring}},
		}
		if i%3 == 0 {
			estates[i].Form = domain.FormContiguous
		}
	}
	return estates
}

// inspections makes scores of every estate in each of the rounds, and five deductions for every three scores.
func inspections(estates []domain.Estate, rounds int) (t domain.Tables) {
	t.Estates = estates
	first := domain.MustDate("2021-01-15")
	for r := range rounds {
		id := fmt.Sprintf("r%03d", r)
		t.Rounds = append(t.Rounds, domain.Round{ID: id, Name: id, Kind: domain.RoundDistrictSanitary, HeldOn: first + domain.Date(30*r)})
		for i, e := range estates {
			t.Scores = append(t.Scores, domain.Score{RoundID: id, EstateID: e.ID, Score: domain.Some(domain.WholeDecimal(int64(60 + (i*r)%40)))})
			for k := range 1 + (i+r)%3 {
				if k < 2 {
					t.Deductions = append(t.Deductions, domain.Deduction{RoundID: id, EstateID: e.ID, Item: domain.DefaultItems[(i+k)%13].Code, Points: domain.MustDecimal("1.5")})
				}
			}
		}
	}
	return t
}

func BenchmarkCreate50k(b *testing.B) {
	change := domain.Change{Put: domain.Tables{Estates: district(50_000)}, What: "bench"}
	dir := b.TempDir()
	for i := 0; b.Loop(); i++ {
		if err := gpkg.CreateWith(context.Background(), filepath.Join(dir, fmt.Sprintf("%d.gpkg", i)), change); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad50k(b *testing.B) {
	benchmarkLoad(b, domain.Tables{Estates: district(50_000)})
}

func BenchmarkLoad5000x60(b *testing.B) {
	benchmarkLoad(b, inspections(district(5_000), 60))
}

func benchmarkLoad(b *testing.B, put domain.Tables) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "bench.gpkg")
	if err := gpkg.CreateWith(context.Background(), path, domain.Change{Put: put}); err != nil {
		b.Fatal(err)
	}
	p, err := gpkg.Open(context.Background(), path, gpkg.Options{ReadOnly: true})
	if err != nil {
		b.Fatal(err)
	}
	defer p.Close()
	for b.Loop() {
		if _, err := p.Load(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkOpenDemoSize opens and closes a project of a district's usual size, with all checks and the journal.
func BenchmarkOpenDemoSize(b *testing.B) {
	path := filepath.Join(b.TempDir(), "bench.gpkg")
	if err := gpkg.CreateWith(context.Background(), path, domain.Change{Put: inspections(district(420), 24)}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p, err := gpkg.Open(context.Background(), path, gpkg.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if err := p.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
