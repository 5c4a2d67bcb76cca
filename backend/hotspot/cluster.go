package hotspot

import (
	"cmp"
	"math"
	"slices"
)

// Class is what the cluster test says of a place.
type Class string

const (
	Hot99       Class = "hot_99"
	Hot95       Class = "hot_95"
	Hot90       Class = "hot_90"
	ClusterNone Class = "none"
	Cold90      Class = "cold_90"
	Cold95      Class = "cold_95"
	Cold99      Class = "cold_99"
)

// Verdict is the cluster test of one place.
type Verdict struct {
	// Known is false where nothing can be said: no neighbour, everybody a neighbour, or all values equal.
	Known bool
	Z     float64 // Gi*
	P     float64 // two-sided, before the correction
	Q     float64 // after it
	Class Class   // by Q
}

// GiStar tests for each place whether high or low values lie together around it (Getis and Ord 1992; Ord and Getis 1995):
// binary weights, the place itself included, s² with divisor n; p from the normal distribution; classes after the correction
// of Benjamini and Hochberg (1995) over the places with a verdict (RULES 8).
func GiStar(values []float64, neighbours Neighbours) []Verdict {
	out := make([]Verdict, len(values))
	n := float64(len(values))
	mean, variance := moments(values)
	if len(values) < 2 || variance <= 0 {
		return out
	}
	s := math.Sqrt(variance)
	for i, own := range values {
		sum, w := own-mean, 1.0
		neighbours(i, func(j int) {
			sum += values[j] - mean
			w++
		})
		if w < 2 || w >= n {
			continue
		}
		v := &out[i]
		v.Known = true
		v.Z = sum / (s * math.Sqrt(w*(n-w)/(n-1)))
		v.P = twoSided(v.Z)
	}
	correct(out)
	return out
}

// moments returns mean and variance with divisor n; a variance that is rounding only is 0.
func moments(values []float64) (mean, variance float64) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		mean += v
		low, high = min(low, v), max(high, v)
	}
	if low >= high {
		return low, 0
	}
	mean /= float64(len(values))
	for _, v := range values {
		variance += (v - mean) * (v - mean)
	}
	return mean, variance / float64(len(values))
}

// twoSided is the probability of a standard normal value at least as far from 0.
func twoSided(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// correct fills in Q and Class of the verdicts.
func correct(verdicts []Verdict) {
	var known []int
	for i := range verdicts {
		if verdicts[i].Known {
			known = append(known, i)
		}
	}
	slices.SortStableFunc(known, func(a, b int) int { return cmp.Compare(verdicts[a].P, verdicts[b].P) })
	q := 1.0
	for rank := len(known); rank > 0; rank-- {
		v := &verdicts[known[rank-1]]
		q = min(q, v.P*float64(len(known))/float64(rank))
		v.Q, v.Class = q, classOf(v.Z, q)
	}
}

func classOf(z, q float64) Class {
	hot, cold := [3]Class{Hot99, Hot95, Hot90}, [3]Class{Cold99, Cold95, Cold90}
	for i, level := range [3]float64{0.01, 0.05, 0.10} {
		switch {
		case q > level:
		case z > 0:
			return hot[i]
		default:
			return cold[i]
		}
	}
	return ClusterNone
}
