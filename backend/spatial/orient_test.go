package spatial

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

// exactSide is side in rational numbers.
func exactSide(a, b, c point) int {
	num := func(v float64) *big.Rat { return new(big.Rat).SetFloat64(v) }
	sub := func(u, v float64) *big.Rat { return new(big.Rat).Sub(num(u), num(v)) }
	l := new(big.Rat).Mul(sub(a.x, c.x), sub(b.y, c.y))
	r := new(big.Rat).Mul(sub(a.y, c.y), sub(b.x, c.x))
	return l.Cmp(r)
}

func sign(v float64) int {
	switch {
	case v > 0:
		return 1
	case v < 0:
		return -1
	}
	return 0
}

// sizeable makes a number whose products underflow, which side does not promise to see, zero.
func sizeable(v float64) float64 {
	if math.Abs(v) < 1e-100 {
		return 0
	}
	return v
}

func TestSideIsExactNearTheLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		coordinate := rapid.OneOf(
			rapid.Float64Range(-180, 180),
			rapid.Map(rapid.IntRange(-1000, 1000), func(i int) float64 { return float64(i) / 8 }),
			rapid.Float64Range(-1e-9, 1e-9), rapid.Float64Range(-1e9, 1e9),
		)
		draw := func(name string) point { return point{coordinate.Draw(t, name), coordinate.Draw(t, name)} }
		a, b := draw("a"), draw("b")
		// A point on the line as nearly as floats have it, then a few steps off.
		s := rapid.Float64Range(-1, 2).Draw(t, "along")
		c := point{a.x + s*(b.x-a.x), a.y + s*(b.y-a.y)}
		for range rapid.IntRange(0, 3).Draw(t, "steps") {
			c.x = math.Nextafter(c.x, 1e300)
		}
		for _, p := range []*point{&a, &b, &c} {
			p.x, p.y = sizeable(p.x), sizeable(p.y)
		}
		for _, p := range [][3]point{{a, b, c}, {b, c, a}, {c, a, b}, {b, a, c}, {a, a, c}, {a, b, b}} {
			if got, want := sign(side(p[0], p[1], p[2])), exactSide(p[0], p[1], p[2]); got != want {
				t.Fatalf("side of %v is %d, exactly %d", p, got, want)
			}
		}
	})
}
