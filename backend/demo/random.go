package demo

// random is splitmix64 (Steele, Lea, Flood 2014), written out so that the district of a seed never changes with the Go
// version.
type random struct{ state uint64 }

func (r *random) next() uint64 {
	r.state += 0x9e3779b97f4a7c15
	z := r.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// fork returns a source of its own for one thing (a plot, an estate, a month), so that a change in how one is made leaves
// the others as they are.
func (r *random) fork(keys ...int) *random {
	child := random{r.state}
	for _, k := range keys {
		child.state = child.next() ^ uint64(k)*0xd6e8feb86659fd93
	}
	child.next()
	return &child
}

// unit returns a number in [0, 1).
func (r *random) unit() float64 { return float64(r.next()>>11) / (1 << 53) }

// between returns a number in [a, b).
func (r *random) between(a, b float64) float64 { return a + (b-a)*r.unit() }

// below returns an integer in [0, n); n > 0.
func (r *random) below(n int) int { return int(r.unit() * float64(n)) }

// whole returns an integer in [a, b].
func (r *random) whole(a, b int) int { return a + r.below(b-a+1) }

// chance is true with probability p.
func (r *random) chance(p float64) bool { return r.unit() < p }

// bell returns a number of mean 0 and standard deviation 1, within ±4.9: the sum of eight uniform ones.
func (r *random) bell() float64 {
	sum := 0.0
	for range 8 {
		sum += r.unit()
	}
	return (sum - 4) * 1.2247448713915890
}

func pick[T any](r *random, of []T) T { return of[r.below(len(of))] }

func shuffle[T any](s []T, r *random) {
	for i := range s {
		j := i + r.below(len(s)-i)
		s[i], s[j] = s[j], s[i]
	}
}
