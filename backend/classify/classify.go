// Package classify divides numbers into classes for a graduated map. Equal numbers are never parted, classes are never empty,
// and there are fewer of them than asked for where the numbers are few. It knows numbers, not what they count.
package classify

import (
	"math"
	"slices"
	"sort"
)

// Method is a way to choose the limits of classes.
type Method string

const (
	Quantile Method = "quantile" // about as many numbers in each class
	Natural  Method = "natural"  // least variance within the classes (Fisher 1958; Jenks 1977)
	Equal    Method = "equal"    // intervals of the same width
	Given    Method = "given"    // limits of the caller's
)

// Most is the greatest number of classes that anybody tells apart on a map.
const Most = 9

// Classes are intervals one above another: from Limits[i] (included) to Limits[i+1], which the last class includes too.
type Classes struct {
	Limits []float64 // one more than classes, ascending; nil without numbers
	Counts []int
}

// Of returns the class of a number; −1 below the first limit, above the last, or for NaN.
func (c Classes) Of(x float64) int {
	last := len(c.Limits) - 1
	if last < 1 || !(x >= c.Limits[0] && x <= c.Limits[last]) {
		return -1
	}
	// The first inner limit above x ends its class.
	return sort.Search(last-1, func(i int) bool { return c.Limits[i+1] > x })
}

// Divide divides numbers into at most n classes, 1 ≤ n ≤ Most, by a method other than Given. Limits lie on numbers, but for equal
// intervals, of which the empty ones belong to the class below. NaN and infinities are left out.
func Divide(values []float64, method Method, n int) Classes {
	d := distinct(values)
	if len(d.value) == 0 {
		return Classes{}
	}
	n = min(max(n, 1), Most)
	if method == Equal {
		return Within(values, equalLimits(d.value[0], d.value[len(d.value)-1], n))
	}
	n = min(n, len(d.value))
	starts := quantiles(d, n) // by class: place of its first number
	if method == Natural {
		starts = natural(d, n)
	}
	limits := make([]float64, 0, n+1)
	for _, s := range starts {
		limits = append(limits, d.value[s])
	}
	return count(d, append(limits, d.value[len(d.value)-1]))
}

// Within divides numbers by inner limits, in any order; a number on a limit is of the class above it. Limits outside the numbers
// and classes without a number are dropped.
func Within(values []float64, inner []float64) Classes {
	d := distinct(values)
	if len(d.value) == 0 {
		return Classes{}
	}
	low, high := d.value[0], d.value[len(d.value)-1]
	limits := []float64{low}
	sorted := slices.Clone(inner)
	slices.Sort(sorted)
	for _, l := range sorted {
		// A class begins at the limit only if a number lies between it and the one before.
		if l > limits[len(limits)-1] && l <= high && d.between(limits[len(limits)-1], l) {
			limits = append(limits, l)
		}
	}
	return count(d, append(limits, high))
}

func equalLimits(low, high float64, n int) []float64 {
	var inner []float64
	for i := 1; i < n; i++ {
		// Not low + i × width: that could pass high by rounding.
		inner = append(inner, low*(float64(n-i)/float64(n))+high*(float64(i)/float64(n)))
	}
	return inner
}

// weighted are the different numbers, ascending, with how often each occurs.
type weighted struct {
	value  []float64
	weight []int
}

func distinct(values []float64) weighted {
	finite := make([]float64, 0, len(values))
	for _, v := range values {
		if !math.IsNaN(v) && !math.IsInf(v, 0) {
			finite = append(finite, v)
		}
	}
	slices.Sort(finite)
	var d weighted
	for _, v := range finite {
		if k := len(d.value); k > 0 && d.value[k-1] == v {
			d.weight[k-1]++
			continue
		}
		d.value, d.weight = append(d.value, v), append(d.weight, 1)
	}
	return d
}

// between reports whether a number lies at or above from and below to.
func (d weighted) between(from, to float64) bool {
	i, _ := slices.BinarySearch(d.value, from)
	return i < len(d.value) && d.value[i] < to
}

func count(d weighted, limits []float64) Classes {
	if len(limits) == 2 && limits[0] == limits[1] { // one number only
		return Classes{Limits: limits, Counts: []int{d.weight[0]}}
	}
	c := Classes{Limits: limits, Counts: make([]int, len(limits)-1)}
	for i, v := range d.value {
		c.Counts[c.Of(v)] += d.weight[i]
	}
	return c
}

// quantiles starts each class at the number nearest to its share of all.
func quantiles(d weighted, n int) []int {
	total := 0
	for _, w := range d.weight {
		total += w
	}
	starts := []int{0}
	before := 0 // numbers before place i
	for i := range d.value {
		want := float64(total) * float64(len(starts)) / float64(n)
		if i > starts[len(starts)-1] && len(starts) < n {
			// Start here if it is nearer to the share than starting after this number, or if the rest is needed one for one.
			after := before + d.weight[i]
			if math.Abs(float64(before)-want) <= math.Abs(float64(after)-want) || len(d.value)-i == n-len(starts) {
				starts = append(starts, i)
			}
		}
		before += d.weight[i]
	}
	return starts
}
