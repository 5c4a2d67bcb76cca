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
	m := meter{a: s, b: other}
	d := m.measure(s.place[i], other.place[j], math.Inf(1))
	return NearestPoints{d, orb.Point{m.onA.x, m.onA.y}, orb.Point{m.onB.x, m.onB.y}}
}

// meter measures distances between shapes of two packings, one pair after another.
type meter struct {
	a, b *Shapes
	// least2 is the square of the least distance met, onA and onB a pair of points that far apart.
	least2   float64
	onA, onB point
	// bound is how far is of interest: the limit asked for, or tieM over the least distance. The margin makes the least
	// distance come from the same pair of edges whatever the limit, to the last bit.
	bound float64

	alongA, alongB [runEdges + 1]float64
	nearA, nearB   nearSide
}

// nearSide is the vertices and edges of a run that may be near another run, as places in the run.
type nearSide struct {
	vertices, edges int
	vertex, edge    [runEdges + 1]int32
}

// tieM is the difference of distances, in metres, up to which two hosts count as equally near (RULES 7).
const tieM = 1e-3

// measure returns the distance between two shapes, given by place, or +Inf or more than limit if it is over limit.
func (m *meter) measure(i, j int32, limit float64) float64 {
	m.least2, m.bound = math.Inf(1), limit
	a, b := &m.a.shapes[i], &m.b.shapes[j]
	runsA, runsB := m.a.runsOf(a), m.b.runsOf(b)
	several := len(runsA) > 1 || len(runsB) > 1
	for r := range runsA {
		p := &runsA[r]
		if several && p.box.distance2(&b.box) > within(m.bound) {
			continue
		}
		for s := range runsB {
			q := &runsB[s]
			if several && p.box.distance2(&q.box) > within(m.bound) {
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

// measureRuns brings least2 down to the distance between two runs.
func (m *meter) measureRuns(p, q *run) {
	if p.box.overlaps(&q.box) && m.runsMeet(p, q) {
		m.least2 = 0
		return
	}
	a, b := m.a.points[p.first:p.last+1], m.b.points[q.first:q.last+1]

	// A good guess first: from the vertex of a nearest to b's box to the nearest edge of b.
	w := nearestVertex(a, q.box.nearestTo(&p.box))
	z, guess := nearestOnEdges(b, w)
	bound := min(m.bound, guess+tieM)

	// No two points are nearer to each other than their difference along any direction. Along that of the guess few vertices
	// and edges remain that may be within the bound. Both runs are seen looking towards the other; the direction is as long
	// as the guess, and so is the measure along it.
	ux, uy := z.x-w.x, z.y-w.y
	mostA, mostB := along(a, m.alongA[:], w, ux, uy), along(b, m.alongB[:], w, -ux, -uy)
	reach := bound * guess
	if -mostB-mostA > reach {
		return
	}
	m.nearA.pick(m.alongA[:len(a)], -mostB-reach)
	m.nearB.pick(m.alongB[:len(b)], -mostA-reach)
	m.compare(a, b)
}

func nearestVertex(a []point, c point) point {
	at, least2 := 0, math.Inf(1)
	for i := range a {
		dx, dy := a[i].x-c.x, a[i].y-c.y
		if d2 := dx*dx + dy*dy; d2 < least2 {
			at, least2 = i, d2
		}
	}
	return a[at]
}

// nearestOnEdges returns the point of a run nearest to w, and how far it is.
func nearestOnEdges(b []point, w point) (z point, d float64) {
	edge, part, least2 := 0, 0.0, math.Inf(1)
	for j := range len(b) - 1 {
		u, v := b[j], b[j+1]
		if d2, t := toEdge(w.x-u.x, w.y-u.y, v.x-u.x, v.y-u.y); d2 < least2 {
			least2, edge, part = d2, j, t
		}
	}
	return foot(b[edge], b[edge+1], part), math.Sqrt(least2)
}

// along sets how far each vertex lies in a direction from an origin, times the length of the direction, and returns the most.
func along(points []point, out []float64, origin point, ux, uy float64) float64 {
	most := math.Inf(-1)
	for i := range points {
		d := (points[i].x-origin.x)*ux + (points[i].y-origin.y)*uy
		out[i] = d
		if d > most {
			most = d
		}
	}
	return most
}

// compare measures the vertices of nearA and nearB against the edges of the other.
func (m *meter) compare(a, b []point) {
	least2, part := m.least2, 0.0
	var edge, vertex int32
	const vertexOfA, vertexOfB = 1, 2
	found := 0
	for _, j := range m.nearB.edge[:m.nearB.edges] {
		u, v := b[j], b[j+1]
		for _, i := range m.nearA.vertex[:m.nearA.vertices] {
			w := a[i]
			if d2, t := toEdge(w.x-u.x, w.y-u.y, v.x-u.x, v.y-u.y); d2 < least2 {
				least2, part, edge, vertex, found = d2, t, j, i, vertexOfA
			}
		}
	}
	for _, i := range m.nearA.edge[:m.nearA.edges] {
		u, v := a[i], a[i+1]
		for _, j := range m.nearB.vertex[:m.nearB.vertices] {
			w := b[j]
			if d2, t := toEdge(w.x-u.x, w.y-u.y, v.x-u.x, v.y-u.y); d2 < least2 {
				least2, part, edge, vertex, found = d2, t, i, j, vertexOfB
			}
		}
	}
	switch found {
	case 0:
		return
	case vertexOfA:
		m.onA, m.onB = a[vertex], foot(b[edge], b[edge+1], part)
	case vertexOfB:
		m.onA, m.onB = foot(a[edge], a[edge+1], part), b[vertex]
	}
	m.least2 = least2
	m.bound = min(m.bound, math.Sqrt(least2)+tieM)
}

// pick chooses the vertices that are at least so far along, and the edges with such an end.
func (n *nearSide) pick(along []float64, least float64) {
	vertices, edges := 0, 0
	before := 0
	for i, d := range along {
		near := bit(d >= least)
		n.vertex[vertices] = int32(i)
		vertices += near
		if i > 0 {
			n.edge[edges] = int32(i - 1)
			edges += near | before
		}
		before = near
	}
	n.vertices, n.edges = vertices, edges
}

// toEdge returns the square of the distance from a point to an edge of which one end is the origin and the other (dx, dy),
// and where on the edge the nearest point is, from 0 to 1.
func toEdge(x, y, dx, dy float64) (d2, t float64) {
	t = (x*dx + y*dy) / (dx*dx + dy*dy)
	// Held between 0 and 1 without branches: as whole numbers, the bits of negative numbers are negative and those of
	// positive ones in order. The NaN of an edge without length becomes one of the two.
	bits := int64(math.Float64bits(t))
	bits = min(max(bits, 0), oneBits)
	t = math.Float64frombits(uint64(bits))
	x -= t * dx
	y -= t * dy
	return x*x + y*y, t
}

// oneBits are the bits of 1.0.
const oneBits = 0x3FF0000000000000

func foot(u, v point, t float64) point {
	switch t {
	case 0:
		return u
	case 1:
		return v
	}
	return point{u.x + t*(v.x-u.x), u.y + t*(v.y-u.y)}
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (s *Shapes) runsOf(sh *shape) []run {
	return s.runs[s.parts[sh.firstPart]:s.parts[sh.lastPart]]
}
