package hotspot

import "math"

// Global is Moran's I of all places together.
type Global struct {
	Known              bool // false where values are all equal, fewer than four, or nobody has a neighbour
	I                  float64
	Expected, Variance float64 // under randomisation (Cliff and Ord 1981)
	Z                  float64
	P                  float64 // two-sided, normal
}

// GlobalMoran says whether like values lie together at all (Moran 1950), with row-standardised weights. Places without a neighbour are
// left out.
func GlobalMoran(values []float64, neighbours Neighbours) Global {
	degree := make([]int, len(values))
	var of []float64
	for i := range values {
		neighbours(i, func(int) { degree[i]++ })
		if degree[i] > 0 {
			of = append(of, values[i])
		}
	}
	n := float64(len(of))
	mean, m2 := moments(of)
	if n < 4 || m2 <= 0 {
		return Global{}
	}
	var m4, cross, s1 float64
	columns := make([]float64, len(values)) // Σ over i of w_ij
	for i, v := range values {
		if degree[i] == 0 {
			continue
		}
		d := v - mean
		m4 += d * d * d * d / n
		w := 1 / float64(degree[i])
		neighbours(i, func(j int) {
			cross += w * d * (values[j] - mean)
			columns[j] += w
			both := w + 1/float64(degree[j])
			s1 += both * both / 2
		})
	}
	s2 := 0.0
	for i := range values {
		if degree[i] > 0 {
			s2 += (1 + columns[i]) * (1 + columns[i])
		}
	}
	// Each row sums to 1: S0 = n.
	g := Global{Known: true, I: cross / (n * m2), Expected: -1 / (n - 1)}
	b2 := m4 / (m2 * m2)
	g.Variance = (n*((n*n-3*n+3)*s1-n*s2+3*n*n)-b2*((n*n-n)*s1-2*n*s2+6*n*n))/((n-1)*(n-2)*(n-3)*n*n) - g.Expected*g.Expected
	g.Z = (g.I - g.Expected) / math.Sqrt(g.Variance)
	g.P = twoSided(g.Z)
	return g
}
