package quality

import (
	"context"
	"math"
	"slices"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/overlay"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func star(t *rapid.T, x, y float64) orb.MultiPolygon {
	n := rapid.IntRange(3, 14).Draw(t, "corners")
	ring := make(orb.Ring, 0, n+1)
	for i := range n {
		d, a := rapid.Float64Range(5, 80).Draw(t, "distance"), 2*math.Pi*float64(i)/float64(n)
		ring = append(ring, orb.Point{x + d*math.Cos(a), y + d*math.Sin(a)})
	}
	return orb.MultiPolygon{{append(ring, ring[0])}}
}

// TestGroundInCommonIsThatOfTheOverlay holds the sum over edges against the overlay, which nodes.
func TestGroundInCommonIsThatOfTheOverlay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := star(t, 0, 0)
		b := star(t, rapid.Float64Range(-100, 100).Draw(t, "x"), rapid.Float64Range(-100, 100).Draw(t, "y"))
		if rapid.Bool().Draw(t, "hole") {
			hole := orb.Ring{{-1, -1}, {-1, 1}, {1, 1}, {1, -1}, {-1, -1}}
			if holed := (orb.MultiPolygon{{a[0][0], hole}}); spatial.Check(holed) == nil {
				a = holed
			}
		}
		want, err := overlay.Intersection(a, b)
		if err != nil {
			t.Skip(err)
		}
		origin := orb.Point{rapid.Float64Range(-50, 50).Draw(t, "ox"), 0}
		oa, ob := outlineOf(a, origin), outlineOf(b, origin)
		got, at := common(&oa, &ob)
		if area := spatial.Area(want); math.Abs(got-area) > 1e-6 {
			t.Fatalf("%v, the overlay says %v", got, area)
		} else if area > 1 {
			if c := spatial.Centroid(want); math.Hypot(at[0]+origin[0]-c[0], at[1]+origin[1]-c[1]) > 1e-4 {
				t.Fatalf("middle %v, the overlay says %v", at, c)
			}
		}
	})
}

// TestOverlapsAreThoseOfEveryPair is the slow twin: every two estates, by the overlay.
func TestOverlapsAreThoseOfEveryPair(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables := town(0)
		n := rapid.IntRange(2, 14).Draw(t, "estates")
		for i := range n {
			x, y := rapid.Float64Range(0, 400).Draw(t, "x"), rapid.Float64Range(0, 400).Draw(t, "y")
			w, h := rapid.Float64Range(3, 150).Draw(t, "w"), rapid.Float64Range(3, 150).Draw(t, "h")
			tables.Estates = append(tables.Estates, domain.Estate{FID: int64(i + 1), ID: "e" + string(rune('a'+i)), Boundary: plot(x, y, w, h)})
		}
		r, err := Check(context.Background(), policy.Evaluate(tables, domain.MustDate("2026-03-31")), Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := make(map[[2]int]float64)
		for _, f := range append(slices.Clone(r.Of(Overlap)), r.Of(SameOutline)...) {
			got[[2]int{f.Estates[0], f.Estates[1]}] = f.Size
		}
		for a := range n {
			for b := a + 1; b < n; b++ {
				shared, err := overlay.Intersection(r.land.frame.Project(tables.Estates[a].Boundary), r.land.frame.Project(tables.Estates[b].Boundary))
				if err != nil {
					t.Fatal(err)
				}
				want := spatial.Area(shared)
				// The overlay joins walls that are less than a micrometre apart.
				if math.Abs(want-leastOverlapM2) < 1e-3 {
					continue
				}
				if size, found := got[[2]int{a, b}]; found != (want >= leastOverlapM2) || found && math.Abs(size-want) > 1e-3 {
					t.Fatalf("%d and %d: %v m², the overlay says %v", a, b, size, want)
				}
			}
		}
	})
}

// TestARepairTouchesNothingElse: whatever is offered mends its own fault, leaves valid boundaries and every other estate alone, and
// gives no ground to anybody who did not have it.
func TestARepairTouchesNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables := town(0)
		for i := range rapid.IntRange(2, 8).Draw(t, "estates") {
			mp := star(t, 0, 0)
			x, y := rapid.Float64Range(0, 250).Draw(t, "x"), rapid.Float64Range(0, 250).Draw(t, "y")
			for k, p := range mp[0][0] {
				mp[0][0][k] = orb.Point{117.2 + (p[0]+x)*metreLon, 39.1 + (p[1]+y)*metreLat}
			}
			if rapid.Bool().Draw(t, "crumb") {
				mp = append(mp, plot(x+400, y, 2, 2)[0])
			}
			tables.Estates = append(tables.Estates, domain.Estate{FID: int64(i + 1), ID: "e" + string(rune('a'+i)), Boundary: mp})
		}
		ev := policy.Evaluate(tables, domain.MustDate("2026-03-31"))
		r, err := Check(context.Background(), ev, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Faults {
			for _, repair := range f.Repairs {
				m, err := r.Mend([]Choice{{f.Key, repair.ID}})
				if err != nil {
					if code(err) != domain.CodeInvalid {
						t.Fatal(err)
					}
					continue
				}
				for _, s := range m.Shapes {
					if fault := spatial.Check(s.After); len(s.After) > 0 && fault != nil {
						t.Fatalf("%s leaves %v", repair.ID, fault)
					}
					if s.AfterM2 > s.BeforeM2+0.01 {
						t.Fatalf("%s makes %v m² of %v", repair.ID, s.AfterM2, s.BeforeM2)
					}
					if !slices.Contains(f.Estates, s.Estate) {
						t.Fatalf("%s changes %d besides %v", repair.ID, s.Estate, f.Estates)
					}
				}
				after, err := Check(context.Background(), policy.Evaluate(domain.Apply(tables, m.Change), domain.MustDate("2026-03-31")), Options{})
				if err != nil {
					t.Fatal(err)
				}
				if after.Find(f.Key) != nil {
					t.Fatalf("%s is still there after %s", f.Key, repair.ID)
				}
			}
		}
	})
}

// TestAMendedRingIsValidAndLosesNoGround: whatever comes out is valid, and spikes and touches cost nothing.
func TestAMendedRingIsValidAndLosesNoGround(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := star(t, 0, 0)
		ring := slices.Clone(whole[0][0])
		for range rapid.IntRange(1, 3).Draw(t, "spikes") {
			at := rapid.IntRange(1, len(ring)-1).Draw(t, "at")
			p := ring[at]
			ring = slices.Insert(ring, at+1, orb.Point{p[0] * 3, p[1] * 3}, p)
		}
		mended, ok := mendRings(orb.MultiPolygon{{ring}})
		if !ok {
			return
		}
		if fault := spatial.Check(mended); fault != nil {
			t.Fatal(fault)
		}
		if got, want := spatial.Area(mended), spatial.Area(whole); math.Abs(got-want) > 1e-6*want {
			t.Fatalf("%v m² of %v", got, want)
		}
	})
}
