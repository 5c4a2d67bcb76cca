package hotspot_test

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"estateatlas/backend/hotspot"

	"pgregory.net/rapid"
)

func drawPoints(t *rapid.T) []hotspot.Point {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) hotspot.Point {
		at := func(what string) float64 { return float64(rapid.IntRange(-40, 40).Draw(t, what)) * 25 }
		return hotspot.Point{at("x"), at("y")}
	}), 0, 40).Draw(t, "points")
}

func TestNeighboursAreAllPointsWithinTheBand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points, band := drawPoints(t), float64(rapid.IntRange(0, 30).Draw(t, "band"))*25
		near := hotspot.WithinBand(points, band)
		for i, p := range points {
			var got, want []int
			near(i, func(j int) { got = append(got, j) })
			for j, q := range points {
				if j != i && math.Hypot(p[0]-q[0], p[1]-q[1]) <= band {
					want = append(want, j)
				}
			}
			if !slices.Equal(got, want) {
				t.Fatalf("%v within %v: %v, want %v", p, band, got, want)
			}
		}
	})
}

func TestDefaultBandIsTheDistanceAtPlaceNinetyFiveOfAHundred(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := drawPoints(t)
		got := hotspot.DefaultBand(points)
		if len(points) < 2 {
			if got != 0 {
				t.Fatalf("%v without a neighbour", got)
			}
			return
		}
		var nearest []float64
		for i, p := range points {
			best := math.Inf(1)
			for j, q := range points {
				if i != j {
					best = min(best, math.Hypot(p[0]-q[0], p[1]-q[1]))
				}
			}
			nearest = append(nearest, best)
		}
		slices.Sort(nearest)
		place := int(math.Ceil(0.95*float64(len(points)) - 1e-9))
		if want := min(nearest[place-1], 2000); math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v, want %v", got, want)
		}
	})
	if far := hotspot.DefaultBand([]hotspot.Point{{0, 0}, {9000, 0}}); far != 2000 {
		t.Errorf("the cap: %v", far)
	}
}

func TestNoVerdict(t *testing.T) {
	line := []hotspot.Point{{0, 0}, {10, 0}, {20, 0}, {5000, 0}}
	t.Run("all values equal", func(t *testing.T) {
		for _, v := range hotspot.GiStar([]float64{0.1, 0.1, 0.1, 0.1}, hotspot.WithinBand(line, 15)) {
			if v.Known {
				t.Errorf("%+v", v)
			}
		}
	})
	t.Run("no neighbour in the band", func(t *testing.T) {
		got := hotspot.GiStar([]float64{1, 2, 3, 4}, hotspot.WithinBand(line, 15))
		if got[3].Known || !got[0].Known {
			t.Errorf("%+v", got)
		}
	})
	t.Run("everybody is a neighbour", func(t *testing.T) {
		for _, v := range hotspot.GiStar([]float64{1, 2, 3, 4}, hotspot.WithinBand(line, 1e4)) {
			if v.Known {
				t.Errorf("%+v", v)
			}
		}
	})
}

func TestTheCorrectionIsBenjaminiHochbergs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := drawPoints(t)
		values := make([]float64, len(points))
		for i := range values {
			values[i] = float64(rapid.IntRange(0, 9).Draw(t, "value"))
		}
		verdicts := hotspot.GiStar(values, hotspot.WithinBand(points, 300))
		for i, v := range verdicts {
			if !v.Known {
				continue
			}
			// By definition: the least, over all p at least as great, of p × m / rank.
			m := 0
			for _, o := range verdicts {
				if o.Known {
					m++
				}
			}
			want := 1.0
			for _, o := range verdicts {
				if o.Known && o.P >= v.P {
					rank := 0
					for _, l := range verdicts {
						if l.Known && l.P <= o.P {
							rank++
						}
					}
					want = min(want, o.P*float64(m)/float64(rank))
				}
			}
			if math.Abs(verdicts[i].Q-want) > 1e-12 {
				t.Fatalf("q %v, want %v", verdicts[i].Q, want)
			}
		}
	})
}

func TestMannKendall(t *testing.T) {
	for _, c := range []struct {
		name   string
		series []float64
		s      int
		vari   float64
		trend  hotspot.Trend
	}{
		// Gilbert 1987, example 16.1 has S of a series by hand; the variance without ties is n(n−1)(2n+5)/18.
		{"rising without ties", []float64{1, 2, 3, 4, 5, 6}, 15, 6 * 5 * 17 / 18.0, hotspot.Rising},
		{"falling with ties", []float64{9, 9, 7, 5, 5, 1}, -13, (6*5*17 - 2*2*1*9) / 18.0, hotspot.Falling},
		{"too short", []float64{1, 2, 3}, 3, 3 * 2 * 11 / 18.0, hotspot.TrendNone},
		{"four rising points: z = 5/√(26/3) = 1.698", []float64{1, 2, 3, 4}, 6, 4 * 3 * 13 / 18.0, hotspot.Rising},
		{"all equal", []float64{2, 2, 2, 2, 2}, 0, 0, hotspot.TrendNone},
		{"no direction", []float64{3, 1, 4, 1, 5, 2}, 2, (6*5*17 - 2*1*9) / 18.0, hotspot.TrendNone},
		{"nothing", nil, 0, 0, hotspot.TrendNone},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := hotspot.TestTrend(c.series)
			if m.S != c.s || math.Abs(m.Var-c.vari) > 1e-12 || m.Trend != c.trend {
				t.Errorf("%+v, want S %d, variance %v, %s", m, c.s, c.vari, c.trend)
			}
		})
	}
}

func TestDrawsDoNotDependOnTheNumberOfCores(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	points, values := make([]hotspot.Point, 200), make([]float64, 200)
	for i := range points {
		points[i], values[i] = hotspot.Point{r.Float64() * 1000, r.Float64() * 1000}, r.Float64()
	}
	near := hotspot.WithinBand(points, 150)
	want := hotspot.LocalMoran(values, near, 7, 99)
	for _, cores := range []int{1, 3, 8} {
		last := runtime.GOMAXPROCS(cores)
		got := hotspot.LocalMoran(values, near, 7, 99)
		runtime.GOMAXPROCS(last)
		if !slices.Equal(got, want) {
			t.Fatalf("%d cores: another result", cores)
		}
	}
	if other := hotspot.LocalMoran(values, near, 8, 99); slices.Equal(other, want) {
		t.Error("another seed gives the same draws")
	}
}

func BenchmarkGiStar(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	points, values := make([]hotspot.Point, 50_000), make([]float64, 50_000)
	for i := range points {
		points[i], values[i] = hotspot.Point{r.Float64() * 30_000, r.Float64() * 30_000}, r.Float64()
	}
	for b.Loop() {
		hotspot.GiStar(values, hotspot.WithinBand(points, hotspot.DefaultBand(points)))
	}
}
