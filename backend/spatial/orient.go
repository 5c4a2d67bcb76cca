package spatial

import "math"

// point is a place in the plane. Unlike orb.Point, an array, the compiler keeps it in registers.
type point struct{ x, y float64 }

// less orders points from left to right, on one vertical from the bottom up.
func (p point) less(q point) bool { return p.x < q.x || p.x == q.x && p.y < q.y }

// Error bounds of Shewchuk, Adaptive Precision Floating-Point Arithmetic and Fast Robust Geometric Predicates (1997),
// section 4.3, with ε half the gap between 1 and the next number.
const (
	roundOff    = 1.0 / (1 << 53)
	sideBoundA  = (3 + 16*roundOff) * roundOff
	sideBoundB  = (2 + 12*roundOff) * roundOff
	sideBoundC  = (9 + 64*roundOff) * roundOff * roundOff
	resultBound = (3 + 8*roundOff) * roundOff
)

// side returns a number > 0 if c lies left of the line from a to b, < 0 if right of it, and 0 if exactly on it. The sign is
// exact as long as no product of two coordinate differences falls below 1e-290.
func side(a, b, c point) float64 {
	// The conversions forbid fused multiply-subtract, which would void the bound.
	l := float64((a.x - c.x) * (b.y - c.y))
	r := float64((a.y - c.y) * (b.x - c.x))
	det := l - r
	if bound := sideBoundA * (math.Abs(l) + math.Abs(r)); det > bound || -det > bound {
		return det
	}
	if l == 0 && r == 0 {
		return 0
	}
	return sideExact(a, b, c, math.Abs(l)+math.Abs(r))
}

func sideExact(a, b, c point, size float64) float64 {
	acx, acy := a.x-c.x, a.y-c.y
	bcx, bcy := b.x-c.x, b.y-c.y
	var sum expansion
	sum.addProduct(acx, bcy)
	sum.addProduct(-acy, bcx)
	det := sum.estimate()
	if math.Abs(det) >= sideBoundB*size && det != 0 {
		return det
	}
	acxt, acyt := diffTail(a.x, c.x, acx), diffTail(a.y, c.y, acy)
	bcxt, bcyt := diffTail(b.x, c.x, bcx), diffTail(b.y, c.y, bcy)
	if acxt == 0 && acyt == 0 && bcxt == 0 && bcyt == 0 {
		return sum.sign()
	}
	bound := sideBoundC*size + resultBound*math.Abs(det)
	det += (acx*bcyt + bcy*acxt) - (acy*bcxt + bcx*acyt)
	if math.Abs(det) >= bound && det != 0 {
		return det
	}
	sum.addProduct(acx, bcyt)
	sum.addProduct(acxt, bcy)
	sum.addProduct(acxt, bcyt)
	sum.addProduct(-acy, bcxt)
	sum.addProduct(-acyt, bcx)
	sum.addProduct(-acyt, bcxt)
	return sum.sign()
}

// diffTail returns what the rounded difference d = a − b lacks.
func diffTail(a, b, d float64) float64 {
	bv := a - d
	av := d + bv
	return (a - av) + (bv - b)
}

// expansion is an exact sum of non-overlapping numbers, the smallest first (Shewchuk, section 2.2).
type expansion struct {
	n    int
	part [16]float64
}

// addProduct adds a·b exactly.
func (e *expansion) addProduct(a, b float64) {
	high := a * b
	e.add(math.FMA(a, b, -high))
	e.add(high)
}

// add is Shewchuk's GROW-EXPANSION without the zeros.
func (e *expansion) add(v float64) {
	n := 0
	for i := range e.n {
		p := e.part[i]
		s := v + p
		bv := s - v
		tail := (v - (s - bv)) + (p - bv)
		if tail != 0 {
			e.part[n] = tail
			n++
		}
		v = s
	}
	if v != 0 {
		e.part[n] = v
		n++
	}
	e.n = n
}

func (e *expansion) estimate() float64 {
	var sum float64
	for _, p := range e.part[:e.n] {
		sum += p
	}
	return sum
}

// sign returns a number with the sign of the sum: the largest part outweighs the rest.
func (e *expansion) sign() float64 {
	if e.n == 0 {
		return 0
	}
	return e.part[e.n-1]
}
