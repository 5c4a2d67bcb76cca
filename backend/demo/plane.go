package demo

import (
	"math"
	"slices"
)

// point is a place in metres, or on the drawing board before the bend of the land (see land.bend).
type point struct{ x, y float64 }

func (a point) add(b point) point                { return point{a.x + b.x, a.y + b.y} }
func (a point) sub(b point) point                { return point{a.x - b.x, a.y - b.y} }
func (a point) scale(k float64) point            { return point{a.x * k, a.y * k} }
func (a point) dot(b point) float64              { return float64(a.x*b.x) + float64(a.y*b.y) }
func (a point) cross(b point) float64            { return float64(a.x*b.y) - float64(a.y*b.x) }
func (a point) length() float64                  { return math.Sqrt(a.dot(a)) }
func (a point) distance(b point) float64         { return a.sub(b).length() }
func (a point) left() point                      { return point{-a.y, a.x} }
func (a point) towards(b point, t float64) point { return a.add(b.sub(a).scale(t)) }

func (a point) unit() point {
	if l := a.length(); l > 0 {
		return a.scale(1 / l)
	}
	return point{1, 0}
}

// snapped lies on a grid of a millimetre: what the last bits of a product or a sine are on one processor or another is
// forgotten before anything is decided on it.
func (a point) snapped() point {
	return point{math.Round(a.x*1000) / 1000, math.Round(a.y*1000) / 1000}
}

// turned returns a turned counter-clockwise by an angle in radians.
func (a point) turned(angle float64) point {
	d := direction(angle)
	return point{float64(a.x*d.x) - float64(a.y*d.y), float64(a.x*d.y) + float64(a.y*d.x)}
}

func direction(angle float64) point { return point{math.Cos(angle), math.Sin(angle)} }

// polygon is a ring without the closing point, counter-clockwise.
type polygon []point

func (p polygon) area() float64 {
	sum := 0.0
	for i, a := range p {
		sum += a.sub(p[0]).cross(p[(i+1)%len(p)].sub(p[0]))
	}
	return sum / 2
}

func (p polygon) centroid() point {
	var c point
	sum := 0.0
	for i := range p {
		a, b := p[i].sub(p[0]), p[(i+1)%len(p)].sub(p[0])
		k := a.cross(b)
		c, sum = c.add(a.add(b).scale(k)), sum+k
	}
	if sum == 0 {
		return p[0]
	}
	return p[0].add(c.scale(1 / (3 * sum)))
}

// extent returns the least and greatest of the projections on direction d.
func (p polygon) extent(d point) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, a := range p {
		lo, hi = min(lo, a.dot(d)), max(hi, a.dot(d))
	}
	return lo, hi
}

// side returns side i as a vector.
func (p polygon) side(i int) point { return p[(i+1)%len(p)].sub(p[i]) }

// longest returns the longest side.
func (p polygon) longest() int {
	best := 0
	for i := range p {
		if p.side(i).length() > p.side(best).length() {
			best = i
		}
	}
	return best
}

func (p polygon) reversed() polygon {
	q := slices.Clone(p)
	slices.Reverse(q)
	return q
}

// clip returns the part of a convex polygon where a·n ≥ c; p itself if that is all of it.
func (p polygon) clip(n point, c float64) polygon {
	if lo, _ := p.extent(n); lo >= c {
		return p
	}
	out := make(polygon, 0, len(p)+1)
	for i, a := range p {
		b := p[(i+1)%len(p)]
		da, db := a.dot(n)-c, b.dot(n)-c
		if da >= 0 {
			out = append(out, a)
		}
		if da < 0 && db > 0 || da > 0 && db < 0 {
			out = append(out, a.towards(b, da/(da-db)).snapped())
		}
	}
	return out
}

// inset returns a convex polygon with each side moved inwards by its distance; nil if nothing is left.
func (p polygon) inset(by func(side int) float64) polygon {
	q := p
	for i, a := range p {
		b := p[(i+1)%len(p)]
		if a.distance(b) < 0.5 {
			continue
		}
		n := b.sub(a).unit().left()
		if q = q.clip(n, a.dot(n)+by(i)); len(q) < 3 {
			return nil
		}
	}
	return q.tidy(1)
}

func (p polygon) insetAll(by float64) polygon { return p.inset(func(int) float64 { return by }) }

// tidy leaves out points nearer than gap metres to the one before and points on a straight line; nil if no polygon is left.
func (p polygon) tidy(gap float64) polygon {
	var q polygon
	for _, a := range p {
		if len(q) == 0 || a.distance(q[len(q)-1]) >= gap {
			q = append(q, a)
		}
	}
	for len(q) > 1 && q[0].distance(q[len(q)-1]) < gap {
		q = q[:len(q)-1]
	}
	var out polygon
	for i, a := range q {
		before, after := q[(i+len(q)-1)%len(q)], q[(i+1)%len(q)]
		if d := after.sub(before); math.Abs(d.unit().cross(a.sub(before))) > 0.02 {
			out = append(out, a)
		}
	}
	if len(out) < 3 {
		return nil
	}
	return out
}

// straightened leaves out corners of a convex polygon that stick out by less than tolerance metres.
func (p polygon) straightened(tolerance float64) polygon {
	q := slices.Clone(p)
	for len(q) > 3 {
		least, at := tolerance, -1
		for i, a := range q {
			if d := pointDistance(a, q[(i+len(q)-1)%len(q)], q[(i+1)%len(q)]); d < least {
				least, at = d, i
			}
		}
		if at < 0 {
			break
		}
		q = slices.Delete(q, at, at+1)
	}
	return q
}

// box returns the directions and lengths of the smallest rectangle around p: long side first, along one of its sides.
func (p polygon) box() (along point, length, width float64) {
	best := math.Inf(1)
	for i, a := range p {
		side := p[(i+1)%len(p)].sub(a)
		if side.length() < 5 {
			continue
		}
		d := side.unit()
		lo, hi := p.extent(d)
		lo2, hi2 := p.extent(d.left())
		l, w := hi-lo, hi2-lo2
		if l*w >= best*0.9999 {
			continue
		}
		best = l * w
		if along, length, width = d, l, w; w > l {
			along, length, width = d.left(), w, l
		}
	}
	return along, length, width
}

// contains reports whether a lies in p (borders either way).
func (p polygon) contains(a point) bool {
	in := false
	for i, b := range p {
		c := p[(i+1)%len(p)]
		if (b.y > a.y) != (c.y > a.y) && a.x < b.x+(c.x-b.x)*(a.y-b.y)/(c.y-b.y) {
			in = !in
		}
	}
	return in
}

// encloses reports whether q lies in the convex polygon p.
func (p polygon) encloses(q polygon) bool {
	for i, a := range p {
		in := p.side(i).unit().left()
		for _, b := range q {
			if b.sub(a).dot(in) < -0.001 {
				return false
			}
		}
	}
	return true
}

// simple reports whether no two sides meet but neighbours in their common point, every side is at least 1 m long and no
// corner is a spike.
func (p polygon) simple() bool {
	n := len(p)
	if n < 3 {
		return false
	}
	for i := range n {
		a, b := p[i], p[(i+1)%n]
		if a.distance(b) < 1 {
			return false
		}
		c := p[(i+2)%n]
		if u, v := b.sub(a).unit(), c.sub(b).unit(); u.dot(v) < -0.97 {
			return false
		}
		for j := i + 2; j < n; j++ {
			if i == 0 && j == n-1 {
				continue
			}
			if segmentDistance(a, b, p[j], p[(j+1)%n]) < 1 {
				return false
			}
		}
	}
	return p.area() > 0
}

// gap returns the least distance between the outlines of p and q, 0 if they cross or one lies in the other.
func (p polygon) gap(q polygon) float64 {
	if p.contains(q[0]) || q.contains(p[0]) {
		return 0
	}
	return p.outlineGap(q)
}

func (p polygon) outlineGap(q polygon) float64 {
	best := math.Inf(1)
	for i := range p {
		for j := range q {
			best = min(best, segmentDistance(p[i], p[(i+1)%len(p)], q[j], q[(j+1)%len(q)]))
		}
	}
	return best
}

// border returns the distance from a to the outline.
func (p polygon) border(a point) float64 {
	best := math.Inf(1)
	for i, b := range p {
		best = min(best, pointDistance(a, b, p[(i+1)%len(p)]))
	}
	return best
}

func segmentDistance(a, b, c, d point) float64 {
	u, v, w := b.sub(a), d.sub(c), c.sub(a)
	if k := u.cross(v); k != 0 {
		if s, t := w.cross(v)/k, w.cross(u)/k; s >= 0 && s <= 1 && t >= 0 && t <= 1 {
			return 0
		}
	}
	return min(pointDistance(a, c, d), pointDistance(b, c, d), pointDistance(c, a, b), pointDistance(d, a, b))
}

func pointDistance(p, a, b point) float64 {
	side := b.sub(a)
	t := 0.0
	if l := side.dot(side); l > 0 {
		t = max(0, min(1, p.sub(a).dot(side)/l))
	}
	return p.distance(a.towards(b, t))
}

// hull returns the convex hull (Andrew's monotone chain).
func hull(points []point) polygon {
	s := slices.Clone(points)
	slices.SortFunc(s, func(a, b point) int {
		if a.x != b.x {
			if a.x < b.x {
				return -1
			}
			return 1
		}
		if a.y < b.y {
			return -1
		}
		return 1
	})
	var out polygon
	for range 2 {
		start := len(out)
		for _, a := range s {
			for len(out) >= start+2 && out[len(out)-1].sub(out[len(out)-2]).cross(a.sub(out[len(out)-1])) <= 0 {
				out = out[:len(out)-1]
			}
			out = append(out, a)
		}
		out = out[:len(out)-1]
		slices.Reverse(s)
	}
	return out
}
