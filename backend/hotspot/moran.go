package hotspot

import (
	"context"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
)

// Quadrant is how a place and its surroundings lie to the mean.
type Quadrant string

const (
	HighHigh Quadrant = "high_high"
	LowHigh  Quadrant = "low_high" // low among high ones
	LowLow   Quadrant = "low_low"
	HighLow  Quadrant = "high_low"
)

// Local is the local Moran statistic of one place.
type Local struct {
	Known    bool // false without a neighbour, or where all values are equal
	I        float64
	Quadrant Quadrant
	// Expected and Variance of I with the place's own value held (Sokal, Oden and Thomson 1998, conditional randomisation).
	Expected, Variance float64
	// P is the pseudo-probability by permutation: (the smaller tail + 1) / (permutations + 1).
	P float64
	Q float64 // after Benjamini and Hochberg
}

// Permutations is how many neighbourhoods are drawn for a pseudo-probability.
const Permutations = 999

// LocalMoran computes local Moran's I (Anselin 1995) with row-standardised weights, and its pseudo-probabilities by conditional
// permutation. The draws depend on seed and place only: the same result on any number of cores.
func LocalMoran(values []float64, neighbours Neighbours, seed uint64, permutations int) []Local {
	out, _ := localMorans(context.Background(), values, neighbours, seed, permutations, nil) // a context that does not end
	return out
}

// localMorans is LocalMoran that can be called off. progress, if any, is told how many places are done, from several goroutines.
func localMorans(ctx context.Context, values []float64, neighbours Neighbours, seed uint64, permutations int, progress func(done int)) ([]Local, error) {
	out := make([]Local, len(values))
	n := len(values)
	mean, m2 := moments(values)
	if n < 3 || m2 <= 0 {
		return out, nil
	}
	z := make([]float64, n)
	for i, v := range values {
		z[i] = v - mean
	}
	var next, done atomic.Int64
	work := func() {
		pool := make([]int32, n-1)
		for i := range pool {
			pool[i] = int32(i)
		}
		for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
			out[i] = localMoran(z, m2, i, neighbours, pool, rand.New(rand.NewPCG(seed, uint64(i))), permutations)
			if d := done.Add(1); progress != nil {
				progress(int(d))
			}
		}
	}
	var others sync.WaitGroup
	for range runtime.GOMAXPROCS(0) - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	verdicts := make([]Verdict, n)
	for i := range out {
		verdicts[i] = Verdict{Known: out[i].Known, P: out[i].P}
	}
	correct(verdicts)
	for i := range out {
		out[i].Q = verdicts[i].Q
	}
	return out, nil
}

// lisaLevel is the q up to which a place counts as one of its quadrant.
const lisaLevel = 0.05

// Significant reports whether the place belongs to its quadrant at the level of five in a hundred, after the correction.
func (l Local) Significant() bool { return l.Known && l.Q <= lisaLevel }

// localMoran works out one place. pool holds 0 to n−2, in order, and is left so.
func localMoran(z []float64, m2 float64, i int, neighbours Neighbours, pool []int32, r *rand.Rand, permutations int) Local {
	n := float64(len(z))
	lag, k := 0.0, 0
	neighbours(i, func(j int) {
		lag += z[j]
		k++
	})
	if k == 0 {
		return Local{P: 1}
	}
	w := 1 / float64(k)
	lag *= w
	l := Local{Known: true, I: z[i] / m2 * lag}
	switch {
	case z[i] > 0 && lag > 0:
		l.Quadrant = HighHigh
	case z[i] > 0:
		l.Quadrant = HighLow
	case lag > 0:
		l.Quadrant = LowHigh
	default:
		l.Quadrant = LowLow
	}
	// Row-standardised: Σw = 1, Σw² = 1/k.
	l.Expected = -z[i] * z[i] / ((n - 1) * m2)
	l.Variance = (z[i] / m2) * (z[i] / m2) * (n / (n - 2)) * (w - 1/(n-1)) * (m2 - z[i]*z[i]/(n-1))
	larger := 0
	picks := make([]int, k)
	for range permutations {
		sum := 0.0
		// The first k others of a shuffle (Fisher and Yates).
		for d := range picks {
			picks[d] = d + r.IntN(len(pool)-d)
			pool[d], pool[picks[d]] = pool[picks[d]], pool[d]
			other := int(pool[d])
			if other >= i { // the place itself is none of the others
				other++
			}
			sum += z[other]
		}
		for d := k - 1; d >= 0; d-- {
			pool[d], pool[picks[d]] = pool[picks[d]], pool[d]
		}
		if z[i]/m2*(sum*w) >= l.I {
			larger++
		}
	}
	l.P = float64(min(larger, permutations-larger)+1) / float64(permutations+1)
	return l
}
