package hotspot_test

import (
	"math"
	"testing"

	"estateatlas/backend/hotspot"

	"pgregory.net/rapid"
)

func drawWeighted(t *rapid.T) []hotspot.Weighted {
	at := rapid.Float64Range(0, 3000)
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) hotspot.Weighted {
		return hotspot.Weighted{Point: hotspot.Point{at.Draw(t, "x"), at.Draw(t, "y")}, Weight: rapid.Float64Range(0.1, 9).Draw(t, "weight")}
	}), 1, 30).Draw(t, "points")
}

// quartic is the density at a place, straight from the book.
func quartic(points []hotspot.Weighted, h float64, at hotspot.Point) float64 {
	sum := 0.0
	for _, p := range points {
		if d := math.Hypot(p.Point[0]-at[0], p.Point[1]-at[1]); d < h {
			u := 1 - d*d/(h*h)
			sum += p.Weight * 3 / (math.Pi * h * h) * u * u
		}
	}
	return sum
}

func TestDensityIsTheKernelAtEveryNodeAndItsVolumeTheWeight(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := drawWeighted(t)
		h := rapid.Float64Range(80, 900).Draw(t, "bandwidth")
		s := hotspot.Density(points, h)
		total, weight, most := 0.0, 0.0, 0.0
		for _, p := range points {
			weight += p.Weight
		}
		for i, v := range s.Values {
			x, y := i%s.Width, i/s.Width
			at := hotspot.Point{s.Origin[0] + float64(x)*s.CellM, s.Origin[1] + float64(y)*s.CellM}
			if want := quartic(points, h, at); math.Abs(v-want) > 1e-12 {
				t.Fatalf("node %d, %d: %g, want %g", x, y, v, want)
			}
			if (x == 0 || y == 0 || x == s.Width-1 || y == s.Height-1) && v != 0 {
				t.Fatalf("the rim has %g at %d, %d", v, x, y)
			}
			total += v * s.CellM * s.CellM
			most = max(most, v)
		}
		if most != s.Most || math.Abs(total-weight) > 0.02*weight {
			t.Fatalf("volume %g of %g, most %g of %g", total, weight, s.Most, most)
		}
	})
}

// windings says how often the rings of polygons go around a place.
func windings(polygons [][][]hotspot.Point, at hotspot.Point) int {
	n := 0
	for _, rings := range polygons {
		for _, ring := range rings {
			for i := 1; i < len(ring); i++ {
				a, b := ring[i-1], ring[i]
				left := (b[0]-a[0])*(at[1]-a[1]) - (at[0]-a[0])*(b[1]-a[1])
				if a[1] <= at[1] && b[1] > at[1] && left > 0 {
					n++
				} else if a[1] > at[1] && b[1] <= at[1] && left < 0 {
					n--
				}
			}
		}
	}
	return n
}

func TestTheAreaAboveALevelHoldsTheNodesAboveItAndNoOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := hotspot.Density(drawWeighted(t), rapid.Float64Range(200, 900).Draw(t, "bandwidth"))
		level := s.Most * rapid.Float64Range(0.02, 0.98).Draw(t, "level")
		area := s.Above(level)
		if len(area) == 0 {
			t.Fatal("no area")
		}
		for _, rings := range area {
			for i, ring := range rings {
				if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
					t.Fatalf("ring of %d points is open", len(ring))
				}
				sum := 0.0
				for k := 1; k < len(ring); k++ {
					sum += ring[k-1][0]*ring[k][1] - ring[k][0]*ring[k-1][1]
				}
				if (sum > 0) != (i == 0) {
					t.Fatalf("ring %d turns the wrong way", i)
				}
			}
		}
		for i, v := range s.Values {
			at := hotspot.Point{s.Origin[0] + float64(i%s.Width)*s.CellM, s.Origin[1] + float64(i/s.Width)*s.CellM}
			want := 0
			if v >= level {
				want = 1
			}
			if math.Abs(v-level) > 1e-9*s.Most && windings(area, at) != want {
				t.Fatalf("node of %g, level %g: around it %d times", v, level, windings(area, at))
			}
		}
	})
}

func TestARingOfPointsLeavesAHole(t *testing.T) {
	var points []hotspot.Weighted
	for i := range 24 {
		a := float64(i) * math.Pi / 12
		points = append(points, hotspot.Weighted{Point: hotspot.Point{1000 * math.Cos(a), 1000 * math.Sin(a)}, Weight: 1})
	}
	area := hotspot.Density(points, 500).Above(1e-7)
	if len(area) != 1 || len(area[0]) != 2 || windings(area, hotspot.Point{0, 0}) != 0 || windings(area, hotspot.Point{1000, 0}) != 1 {
		t.Errorf("%d areas, the first of %d rings", len(area), len(area[0]))
	}
}

func TestAnIslandInAHoleHasItsOwnHole(t *testing.T) {
	var points []hotspot.Weighted
	for _, ring := range []struct{ radius, n float64 }{{2000, 60}, {700, 24}} {
		for i := range int(ring.n) {
			a := float64(i) * 2 * math.Pi / ring.n
			points = append(points, hotspot.Weighted{Point: hotspot.Point{ring.radius * math.Cos(a), ring.radius * math.Sin(a)}, Weight: 1})
		}
	}
	area := hotspot.Density(points, 300).Above(1e-7)
	if len(area) != 2 || len(area[0]) != 2 || len(area[1]) != 2 {
		t.Fatalf("%d areas", len(area))
	}
	for i, rings := range area {
		if windings([][][]hotspot.Point{{rings[0]}}, rings[1][0]) != 1 || windings([][][]hotspot.Point{rings}, hotspot.Point{0, 0}) != 0 {
			t.Errorf("area %d: the hole is not its own", i)
		}
	}
}

func TestASaddleIsJoinedWhereItsMiddleReachesTheLevel(t *testing.T) {
	s := &hotspot.Surface{CellM: 1, Width: 4, Height: 4, Values: []float64{
		0, 0, 0, 0,
		0, 9, 1, 0,
		0, 1, 9, 0,
		0, 0, 0, 0,
	}, Most: 9}
	for level, want := range map[float64]int{4: 1, 6: 2} { // the middle has 5
		if area := s.Above(level); len(area) != want || windings(area, hotspot.Point{1.5, 1.5}) != 2-want {
			t.Errorf("above %g: %d areas, the middle is in %d of them", level, len(area), windings(area, hotspot.Point{1.5, 1.5}))
		}
	}
}

func TestTheBandwidthGrowsWithTheSpreadAndShrinksWithTheNumber(t *testing.T) {
	at := func(n int, spread float64) []hotspot.Weighted {
		var out []hotspot.Weighted
		for i := range n {
			a := float64(i) * 2.399963 // a sunflower
			r := spread * math.Sqrt(float64(i)/float64(n))
			out = append(out, hotspot.Weighted{Point: hotspot.Point{r * math.Cos(a), r * math.Sin(a)}, Weight: 1})
		}
		return out
	}
	if a, b := hotspot.DefaultBandwidth(at(100, 1000)), hotspot.DefaultBandwidth(at(100, 2000)); math.Abs(b-2*a) > 1e-6*a {
		t.Errorf("%g m, twice as far apart %g m", a, b)
	}
	heavy := at(100, 1000)
	for i := range heavy {
		heavy[i].Weight = 7
	}
	if a, b := hotspot.DefaultBandwidth(at(100, 1000)), hotspot.DefaultBandwidth(heavy); math.Abs(a-b) > 1e-9*a {
		t.Errorf("%g m, %g m in another unit of weight", a, b)
	}
	few, many := hotspot.DefaultBandwidth(at(100, 1000)), hotspot.DefaultBandwidth(at(3200, 1000))
	if ratio := few / many; math.Abs(ratio-2) > 0.1 { // 32^0.2
		t.Errorf("%g m of 100 points, %g m of 3,200", few, many)
	}
	if one := hotspot.DefaultBandwidth(at(1, 1)); one != 0 {
		t.Errorf("of one point: %g m", one)
	}
}

func BenchmarkHeat(b *testing.B) {
	var points []hotspot.Weighted
	for i := range 5000 {
		points = append(points, hotspot.Weighted{Point: hotspot.Point{float64(i%100) * 120, float64(i/100) * 120}, Weight: 1})
	}
	for b.Loop() {
		s := hotspot.Density(points, 600)
		for k := range 5 {
			s.Above(s.Most * float64(k+1) / 6)
		}
	}
}
