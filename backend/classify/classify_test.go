package classify_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"estateatlas/backend/classify"

	"pgregory.net/rapid"
)

func drawValues(t *rapid.T, most int) []float64 {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) float64 { return float64(rapid.IntRange(-12, 12).Draw(t, "v")) / 2 }), 0, most).Draw(t, "values")
}

func TestEveryNumberLiesInExactlyItsClass(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values, n := drawValues(t, 40), rapid.IntRange(1, 9).Draw(t, "n")
		method := rapid.SampledFrom([]classify.Method{classify.Quantile, classify.Natural, classify.Equal}).Draw(t, "method")
		c := classify.Divide(append(values, math.NaN(), math.Inf(1)), method, n)
		if len(values) == 0 {
			if c.Limits != nil || c.Of(1) != -1 {
				t.Fatalf("%+v of nothing", c)
			}
			return
		}
		different := slices.Compact(slices.Sorted(slices.Values(values)))
		if k := len(c.Counts); k < 1 || k > min(n, len(different)) || len(c.Limits) != k+1 || method != classify.Equal && k != min(n, len(different)) {
			t.Fatalf("%+v, asked for %d classes of %d numbers", c, n, len(different))
		}
		counts := make([]int, len(c.Counts))
		for _, v := range values {
			k := c.Of(v)
			last := k == len(counts)-1
			if k < 0 || v < c.Limits[k] || v > c.Limits[k+1] || v == c.Limits[k+1] && !last {
				t.Fatalf("%v in class %d of %v", v, k, c.Limits)
			}
			counts[k]++
		}
		if !slices.Equal(counts, c.Counts) || slices.Contains(counts, 0) || !slices.IsSorted(c.Limits) {
			t.Fatalf("counts %v, said %+v", counts, c)
		}
		if c.Of(c.Limits[0]-1) != -1 || c.Of(math.NaN()) != -1 || c.Of(c.Limits[len(c.Limits)-1]+1) != -1 {
			t.Fatal("a number outside has a class")
		}
	})
}

// within is the sum of squared differences from the means of the classes.
func within(values []float64, c classify.Classes) float64 {
	groups := make([][]float64, len(c.Counts))
	for _, v := range values {
		k := c.Of(v)
		groups[k] = append(groups[k], v)
	}
	sum := 0.0
	for _, g := range groups {
		mean := 0.0
		for _, v := range g {
			mean += v / float64(len(g))
		}
		for _, v := range g {
			sum += (v - mean) * (v - mean)
		}
	}
	return sum
}

func TestNaturalBreaksHaveTheLeastVarianceOfAllDivisions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values, n := drawValues(t, 12), rapid.IntRange(1, 5).Draw(t, "n")
		if len(values) == 0 {
			return
		}
		different := slices.Compact(slices.Sorted(slices.Values(values)))
		n = min(n, len(different))
		best := math.Inf(1)
		var try func(inner []float64, from int)
		try = func(inner []float64, from int) {
			if len(inner) == n-1 {
				best = min(best, within(values, classify.Within(values, inner)))
				return
			}
			for i := from; i < len(different); i++ {
				try(append(slices.Clone(inner), different[i]), i+1)
			}
		}
		try(nil, 1)
		got := within(values, classify.Divide(values, classify.Natural, n))
		if math.Abs(got-best) > 1e-9 {
			t.Fatalf("%v, the best is %v", got, best)
		}
	})
}

func TestKnownDivisions(t *testing.T) {
	for name, c := range map[string]struct {
		got  classify.Classes
		want []float64
	}{
		"natural breaks at the gaps":     {classify.Divide([]float64{1, 2, 3, 10, 11, 12, 50, 51}, classify.Natural, 3), []float64{1, 10, 50, 51}},
		"large numbers, small gaps":      {classify.Divide([]float64{1e9, 1e9 + 1, 1e9 + 8, 1e9 + 9}, classify.Natural, 2), []float64{1e9, 1e9 + 8, 1e9 + 9}},
		"quartiles":                      {classify.Divide([]float64{1, 2, 3, 4, 5, 6, 7, 8}, classify.Quantile, 4), []float64{1, 3, 5, 7, 8}},
		"ties stay together":             {classify.Divide([]float64{1, 5, 5, 5, 5, 9}, classify.Quantile, 2), []float64{1, 5, 9}},
		"equal intervals, none empty":    {classify.Divide([]float64{0, 1, 10}, classify.Equal, 5), []float64{0, 2, 10}},
		"given, one limit is not needed": {classify.Within([]float64{60, 70, 90}, []float64{80, 65, 99, 10, 67}), []float64{60, 65, 80, 90}},
		"one number":                     {classify.Divide([]float64{3, 3}, classify.Natural, 4), []float64{3, 3}},
	} {
		if !slices.Equal(c.got.Limits, c.want) {
			t.Errorf("%s: %+v, want %v", name, c.got, c.want)
		}
	}
}

func BenchmarkNatural(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	values := make([]float64, 50_000)
	for i := range values {
		values[i] = r.NormFloat64()
	}
	for b.Loop() {
		classify.Divide(values, classify.Natural, 7)
	}
}
