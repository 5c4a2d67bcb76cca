package spatial

import "math"

// hilbert returns the place on a Hilbert curve of order 16 of a point of a 65536 × 65536 grid: points near on the curve are near
// in the plane. After Warren, Hacker's Delight (2012), 16-1, in the branch-free form of rawrunprotected.com (public domain).
func hilbert(x, y uint32) uint32 {
	a := x ^ y
	b := 0xFFFF ^ a
	c := 0xFFFF ^ (x | y)
	d := x & (y ^ 0xFFFF)
	A := a | (b >> 1)
	B := (a >> 1) ^ a
	C := ((c >> 1) ^ (b & (d >> 1))) ^ c
	D := ((a & (c >> 1)) ^ (d >> 1)) ^ d
	for _, shift := range [3]uint{2, 4, 8} {
		a, b, c, d = A, B, C, D
		if shift < 8 {
			A = (a & (a >> shift)) ^ (b & (b >> shift))
			B = (a & (b >> shift)) ^ (b & ((a ^ b) >> shift))
		}
		C ^= (a & (c >> shift)) ^ (b & (d >> shift))
		D ^= (b & (c >> shift)) ^ ((a ^ b) & (d >> shift))
	}
	a, b = C^(C>>1), D^(D>>1)
	i0, i1 := x^y, b|(0xFFFF^((x^y)|a))
	return spread(i1)<<1 | spread(i0)
}

// spread puts a zero before each of the low 16 bits.
func spread(v uint32) uint32 {
	v = (v | v<<8) & 0x00FF00FF
	v = (v | v<<4) & 0x0F0F0F0F
	v = (v | v<<2) & 0x33333333
	return (v | v<<1) & 0x55555555
}

// keyed is a place with the key that it is sorted by.
type keyed struct {
	key  uint32
	item int32
}

// sortByKey sorts by key, equal keys in the order given (LSD radix sort).
func sortByKey(a []keyed) []keyed {
	if len(a) == 0 {
		return a
	}
	const bits = 11
	b := make([]keyed, len(a))
	var count [3][1 << bits]int32
	for _, k := range a {
		count[0][k.key&(1<<bits-1)]++
		count[1][k.key>>bits&(1<<bits-1)]++
		count[2][k.key>>(2*bits)]++
	}
	for pass := range count {
		shift := uint(pass * bits)
		c := &count[pass]
		at := int32(0)
		for i, n := range c {
			c[i], at = at, at+n
		}
		for _, k := range a {
			d := k.key >> shift & (1<<bits - 1)
			b[c[d]] = k
			c[d]++
		}
		a, b = b, a
	}
	return a
}

// alongHilbert returns the places of points in the order of a Hilbert curve through them.
func alongHilbert(points []point) []int32 {
	minX, minY, maxX, maxY := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range points {
		minX, maxX = min(minX, p.x), max(maxX, p.x)
		minY, maxY = min(minY, p.y), max(maxY, p.y)
	}
	scaleX, scaleY := 65535/(maxX-minX), 65535/(maxY-minY)
	keys := make([]keyed, len(points))
	for i, p := range points {
		// A zero extent makes a NaN, which becomes some whole number: the order still is one.
		keys[i] = keyed{hilbert(uint32((p.x-minX)*scaleX)&0xFFFF, uint32((p.y-minY)*scaleY)&0xFFFF), int32(i)}
	}
	order := make([]int32, len(points))
	for i, k := range sortByKey(keys) {
		order[i] = k.item
	}
	return order
}
