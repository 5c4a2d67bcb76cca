package spatial

import "math"

// runsMeet reports whether two runs have a point in common, and sets it.
func (m *meter) runsMeet(p, q *run) bool {
	for i := p.first; i < p.last; i++ {
		a0, a1 := m.a.points[i], m.a.points[i+1]
		minX, maxX, minY, maxY := min(a0.x, a1.x), max(a0.x, a1.x), min(a0.y, a1.y), max(a0.y, a1.y)
		for j := q.first; j < q.last; j++ {
			b0, b1 := m.b.points[j], m.b.points[j+1]
			if b0.x < minX && b1.x < minX || b0.x > maxX && b1.x > maxX || b0.y < minY && b1.y < minY || b0.y > maxY && b1.y > maxY {
				continue
			}
			if at, ok := edgesMeet(a0, a1, b0, b1); ok {
				m.onA, m.onB = at, at
				return true
			}
		}
	}
	return false
}

// edgesMeet reports whether two edges have a point in common, exactly, and returns one about there.
func edgesMeet(a0, a1, b0, b1 point) (at point, ok bool) {
	s0, s1 := side(a0, a1, b0), side(a0, a1, b1)
	if s0 > 0 && s1 > 0 || s0 < 0 && s1 < 0 {
		return at, false
	}
	t0, t1 := side(b0, b1, a0), side(b0, b1, a1)
	if t0 > 0 && t1 > 0 || t0 < 0 && t1 < 0 {
		return at, false
	}
	switch {
	case s0 == 0 && inBox(a0, a1, b0):
		return b0, true
	case s1 == 0 && inBox(a0, a1, b1):
		return b1, true
	case t0 == 0 && inBox(b0, b1, a0):
		return a0, true
	case t1 == 0 && inBox(b0, b1, a1):
		return a1, true
	case s0 == 0 || s1 == 0 || t0 == 0 || t1 == 0:
		return at, false
	}
	return foot(b0, b1, s0/(s0-s1)), true
}

// inBox reports whether p lies in the rectangle of two corners.
func inBox(a, b, p point) bool {
	return min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y && p.y <= max(a.y, b.y)
}

// holds reports whether a part of one of two shapes whose edges do not meet lies in the other, and sets a common point.
func (m *meter) holds(a, b *shape) bool {
	if at, ok := m.b.partInside(b, m.a, a); ok {
		m.onA, m.onB = at, at
		return true
	}
	if at, ok := m.a.partInside(a, m.b, b); ok {
		m.onA, m.onB = at, at
		return true
	}
	return false
}

// partInside returns the first point of a part of another shape that lies in the inside of sh. The edges of the two do not
// meet, so each part lies in or out as a whole.
func (s *Shapes) partInside(sh *shape, other *Shapes, o *shape) (point, bool) {
	for part := o.firstPart; part < o.lastPart; part++ {
		if other.parts[part] == other.parts[part+1] {
			continue
		}
		first := &other.runs[other.parts[part]]
		if !first.box.overlaps(&sh.box) {
			continue
		}
		p := other.points[first.first]
		for own := sh.firstPart; own < sh.lastPart; own++ {
			if s.inside(own, p) {
				return p, true
			}
		}
	}
	return point{}, false
}

// inside reports whether p, which lies on no edge, is in a part: whether a ray to the right crosses its rings an odd number of
// times.
func (s *Shapes) inside(part int32, p point) bool {
	odd := false
	y := int32(min(max(math.Floor(p.y*boxUnit), -boxEdge), boxEdge))
	x := int32(min(max(math.Floor(p.x*boxUnit), -boxEdge), boxEdge))
	for i := s.parts[part]; i < s.parts[part+1]; i++ {
		r := &s.runs[i]
		if r.box.minY > y+1 || r.box.maxY < y || r.box.maxX < x {
			continue
		}
		for j := r.first; j < r.last; j++ {
			u, v := s.points[j], s.points[j+1]
			if (u.y > p.y) == (v.y > p.y) {
				continue
			}
			if u.y > v.y {
				u, v = v, u
			}
			if side(u, v, p) > 0 {
				odd = !odd
			}
		}
	}
	return odd
}
