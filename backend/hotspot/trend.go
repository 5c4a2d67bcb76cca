package hotspot

import (
	"math"
	"slices"
)

// Trend is the direction of a series.
type Trend string

const (
	TrendNone Trend = "none"
	Rising    Trend = "rising"
	Falling   Trend = "falling"
)

// leastPoints is the shortest series that has a trend, trendLevel the p under which it has one (RULES 8).
const (
	leastPoints = 4
	trendLevel  = 0.1
)

// MannKendall is the test of a series for a trend.
type MannKendall struct {
	S     int
	Var   float64 // of S, ties taken into account
	Z     float64 // with the continuity correction
	P     float64 // two-sided, normal
	Trend Trend
}

// TestTrend tests a series in order of time (Mann 1945; Kendall 1975; ties after Gilbert 1987, section 16.4). Fewer than four
// values have no trend, nor have values that are all equal.
func TestTrend(series []float64) MannKendall {
	m := MannKendall{P: 1, Trend: TrendNone}
	n := len(series)
	for i := range series {
		for _, later := range series[i+1:] {
			switch {
			case later > series[i]:
				m.S++
			case later < series[i]:
				m.S--
			}
		}
	}
	spread := func(k int) float64 { return float64(k) * float64(k-1) * float64(2*k+5) }
	m.Var = spread(n)
	sorted := slices.Sorted(slices.Values(series))
	for i := 0; i < n; {
		j := i
		for j < n && sorted[j] == sorted[i] {
			j++
		}
		m.Var -= spread(j - i)
		i = j
	}
	m.Var /= 18
	if m.Var <= 0 {
		m.Var = 0
		return m
	}
	switch {
	case m.S > 0:
		m.Z = float64(m.S-1) / math.Sqrt(m.Var)
	case m.S < 0:
		m.Z = float64(m.S+1) / math.Sqrt(m.Var)
	}
	m.P = twoSided(m.Z)
	if n >= leastPoints && m.P < trendLevel {
		m.Trend = Rising
		if m.S < 0 {
			m.Trend = Falling
		}
	}
	return m
}
