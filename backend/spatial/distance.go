package spatial

import (
	"math"

	"github.com/paulmach/orb"
)

// Distance returns the least distance between two shapes in the plane, in its unit: 0 if they touch or overlap or one holds
// the other (a hole is outside). onA and onB are a pair of points at that distance; where the shapes overlap, one point of
// both. With an empty shape the distance is +Inf. Shapes are valid; coordinates are finite and in metres or of that order.
func Distance(a, b orb.MultiPolygon) (d float64, onA, onB orb.Point) {
	both := [2]orb.MultiPolygon{a, b}
	s := Pack(nil, 2, func(i int) orb.MultiPolygon { return both[i] })
	near := s.Nearest(0, s, 1)
	return near.Distance, near.OnA, near.OnB
}

// NearestPoints is a pair of points, one of each of two shapes, at the least distance.
type NearestPoints struct {
	Distance float64 // metres; +Inf if a shape is empty, and then there are no points
	OnA, OnB orb.Point
}

// Nearest measures the distance between shape i and shape j of another packing in the same frame, as Distance does.
func (s *Shapes) Nearest(i int, other *Shapes, j int) NearestPoints {
	m := meter{a: s, b: other, limit: math.Inf(1)}
	d := m.measure(int32(i), int32(j))
	return NearestPoints{d, orb.Point{m.onA.x, m.onA.y}, orb.Point{m.onB.x, m.onB.y}}
}

// meter measures the distance between shapes of two packings.
type meter struct {
	a, b *Shapes
	// limit is how far is of interest, in metres: what is farther may be reported as +Inf.
	limit float64
	// margin is added to the least distance so far when something is left out for being farther, so that the least
	// distance comes from the same pair of edges whatever was measured before, to the last bit.
	bound    float64 // metres
	bound2   float64 // its square
	box2     int64   // the same for boxes
	least2   float64
	onA, onB point

	near [2]nearby
}

// nearby is what of a run lies near another one.
type nearby struct {
	vertices int
	edges    int
	vertex   [runEdges + 1]point
	edge     [runEdges]int32 // places of the first points
}

// tieM is the difference of distances, in metres, under which two hosts count as equally near (RULES 7).
const tieM = 1e-3

// measure returns the distance between shape i of a and shape j of b, +Inf if it is over limit.
func (m *meter) measure(i, j int32) float64 {
	m.least2 = math.Inf(1)
	m.setBound(m.limit)
	a, b := &m.a.shapes[i], &m.b.shapes[j]
	if a.box.distance2(&b.box) > m.box2 {
		return math.Inf(1)
	}
	runsA, runsB := m.a.runsOf(a), m.b.runsOf(b)
	for r := range runsA {
		p := &runsA[r]
		if len(runsA) > 1 && p.box.distance2(&b.box) > m.box2 {
			continue
		}
		for s := range runsB {
			q := &runsB[s]
			if p.box.distance2(&q.box) > m.box2 {
				continue
			}
			m.measureRuns(p, q)
			if m.least2 == 0 {
				return 0
			}
		}
	}
	if a.box.overlaps(&b.box) && m.holds(a, b) {
		return 0
	}
	return math.Sqrt(m.least2)
}

func (m *meter) setBound(d float64) {
	m.bound = d
	m.bound2 = d * d
	m.box2 = within(d)
}

// measureRuns brings least2 down to the distance between two runs.
func (m *meter) measureRuns(p, q *run) {
	if p.box.overlaps(&q.box) && m.runsMeet(p, q) {
		m.least2 = 0
		return
	}
	na, nb := &m.near[0], &m.near[1]
	m.a.collect(p, &q.box, m.bound, na)
	if na.edges == 0 {
		return
	}
	m.b.collect(q, &p.box, m.bound, nb)
	if nb.edges == 0 {
		return
	}
	least2 := m.least2
	for _, e := range nb.edge[:nb.edges] {
		u, v := m.b.points[e], m.b.points[e+1]
		dx, dy := v.x-u.x, v.y-u.y
		length2 := dx*dx + dy*dy
		for _, w := range na.vertex[:na.vertices] {
			d2, t := toEdge(w.x-u.x, w.y-u.y, dx, dy, length2)
			if d2 < least2 {
				least2 = d2
				m.onA, m.onB = w, foot(u, v, t)
			}
		}
	}
	for _, e := range na.edge[:na.edges] {
		u, v := m.a.points[e], m.a.points[e+1]
		dx, dy := v.x-u.x, v.y-u.y
		length2 := dx*dx + dy*dy
		for _, w := range nb.vertex[:nb.vertices] {
			d2, t := toEdge(w.x-u.x, w.y-u.y, dx, dy, length2)
			if d2 < least2 {
				least2 = d2
				m.onA, m.onB = foot(u, v, t), w
			}
		}
	}
	if least2 < m.least2 {
		m.least2 = least2
		if d := math.Sqrt(least2) + tieM; d < m.bound {
			m.setBound(d)
		}
	}
}

// toEdge returns the square of the distance from a point to an edge of which one end is the origin and the other (dx, dy),
// and where on the edge the nearest point is, from 0 to 1.
func toEdge(x, y, dx, dy, length2 float64) (d2, t float64) {
	along := x*dx + y*dy
	if along <= 0 {
		return x*x + y*y, 0
	}
	if along >= length2 {
		x, y = x-dx, y-dy
		return x*x + y*y, 1
	}
	across := x*dy - y*dx
	return across * across / length2, along / length2
}

func foot(u, v point, t float64) point {
	switch t {
	case 0:
		return u
	case 1:
		return v
	}
	return point{u.x + t*(v.x-u.x), u.y + t*(v.y-u.y)}
}

// collect finds the vertices and edges of a run that may be within bound of a box.
func (s *Shapes) collect(r *run, b *box, bound float64, n *nearby) {
	lowX, highX := float64(b.minX)/boxUnit-bound, float64(b.maxX)/boxUnit+bound
	lowY, highY := float64(b.minY)/boxUnit-bound, float64(b.maxY)/boxUnit+bound
	vertices, edges := 0, 0
	before := ^0
	points := s.points[r.first : r.last+1]
	for i := range points {
		p := points[i]
		// Which sides of the box the vertex lies off: an edge with both ends off one side is not near (Cohen and Sutherland).
		off := bit(p.x < lowX) | bit(p.x > highX)<<1 | bit(p.y < lowY)<<2 | bit(p.y > highY)<<3
		n.vertex[vertices] = p
		vertices += bit(off == 0)
		if i > 0 {
			n.edge[edges] = r.first + int32(i) - 1
			edges += bit(off&before == 0)
		}
		before = off
	}
	n.vertices, n.edges = vertices, edges
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

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

func (s *Shapes) runsOf(sh *shape) []run {
	return s.runs[s.parts[sh.firstPart]:s.parts[sh.lastPart]]
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
