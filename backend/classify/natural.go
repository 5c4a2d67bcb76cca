package classify

import "math"

// natural finds the division into n classes with the least sum of squared differences from the means of the classes: exact, by
// dynamic programming (Fisher 1958). The best start of the last class never moves down as numbers are added, so each layer is
// filled by divide and conquer in n log n steps (Wang and Song 2011; Grønlund et al. 2017).
func natural(d weighted, n int) []int {
	m := len(d.value)
	s := newSpread(d)
	cost := make([]float64, m) // of the best division of the numbers up to a place, with the classes so far
	for i := range cost {
		cost[i] = s.of(0, i)
	}
	first := make([][]int32, n) // by class: where it starts if it ends at a place
	for k := 1; k < n; k++ {
		next := make([]float64, m)
		first[k] = make([]int32, m)
		for i := range next {
			next[i] = math.Inf(1)
		}
		fill(k, m-1, k, m-1, cost, next, first[k], s)
		cost = next
	}
	starts := make([]int, n)
	end := m - 1
	for k := n - 1; k > 0; k-- {
		starts[k] = int(first[k][end])
		end = starts[k] - 1
	}
	return starts
}

// fill works out next and first for the places low to high, whose last class starts between from and to.
func fill(low, high, from, to int, cost, next []float64, first []int32, s spread) {
	for low <= high {
		mid := (low + high) / 2
		best := from
		for start := from; start <= min(to, mid); start++ {
			if c := cost[start-1] + s.of(start, mid); c < next[mid] {
				next[mid], best = c, start
			}
		}
		first[mid] = int32(best)
		fill(low, mid-1, from, best, cost, next, first, s)
		low, from = mid+1, best
	}
}

// spread gives the sum of squared differences from the mean of a run of numbers, from running sums. The numbers are moved to
// their mean first, or the squares of large close numbers would swallow the differences.
type spread struct{ weight, sum, square []float64 }

func newSpread(d weighted) spread {
	m := len(d.value)
	s := spread{make([]float64, m+1), make([]float64, m+1), make([]float64, m+1)}
	mean, total := 0.0, 0.0
	for i, v := range d.value {
		total += float64(d.weight[i])
		mean += (v - mean) * float64(d.weight[i]) / total
	}
	for i, v := range d.value {
		w, x := float64(d.weight[i]), v-mean
		s.weight[i+1] = s.weight[i] + w
		s.sum[i+1] = s.sum[i] + w*x
		s.square[i+1] = s.square[i] + w*x*x
	}
	return s
}

func (s spread) of(from, to int) float64 {
	w, sum := s.weight[to+1]-s.weight[from], s.sum[to+1]-s.sum[from]
	return max(0, s.square[to+1]-s.square[from]-sum*sum/w)
}
