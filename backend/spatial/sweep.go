package spatial

import (
	"slices"

	"github.com/paulmach/orb"
)

// sweep finds the faults of a shape by moving a vertical line over it from left to right (Shamos and Hoey 1976, with the
// events of Bentley and Ottmann 1979 at vertices only: the first crossing that is no vertex is a fault and ends the sweep).
//
// The line holds the edges that it cuts, from the bottom up. Where it meets a point at which rings have vertices, the edges
// that end there leave and those that start there enter. Two edges that become neighbours are tested once for a crossing
// further right. At each point the order of the edges around it tells whether rings that meet there cross or only touch, and
// at the leftmost point of each ring the edge below tells which ring it lies in. So one pass finds crossings, touches and
// nesting.
type sweep struct {
	// Edge i runs from vertex i to vertex next[i] of the same ring.
	at         []point
	next, prev []int32
	ring       []int32
	rings      []sweepRing
	order      []int32 // vertices from left to right
	line       sweepLine
	touches    []touch

	// Of the point under way.
	starts []int32  // the edges that start there, from the bottom up
	left   []int32  // the edges that end there or pass through, from the bottom up
	around []branch // the edges around it, counter-clockwise from straight down
	open   []branch
	seen   []int32 // by ring: the last point at which it was met, counting from 1

	// nodes is the union-find forest of checkConnected.
	nodes []int32
}

type sweepRing struct {
	part, index int // places in the multipolygon
	leftmost    int32
	parent      int32 // the innermost ring around it: none without one, unknown before the line meets it
	ccw         bool
}

const (
	none    = int32(-1)
	unknown = int32(-2)
)

// touch says that a ring goes through a point at which it meets another ring.
type touch struct {
	event, part, ring int32
	at                point
}

// branch is an edge at a point, with the vertex at which it has the point, none if it passes through.
type branch struct{ edge, vertex int32 }

// check returns the first fault of a shape whose rings are closed, finite and of three points or more.
func (s *sweep) check(mp orb.MultiPolygon) *Fault {
	s.load(mp)
	event := int32(0)
	for start := 0; start < len(s.order); {
		p := s.at[s.order[start]]
		end := start + 1
		for end < len(s.order) && s.at[s.order[end]] == p {
			end++
		}
		event++
		if f := s.meet(p, s.order[start:end], event); f != nil {
			return f
		}
		start = end
	}
	if f := s.checkNesting(); f != nil {
		return f
	}
	return s.checkConnected()
}

// load copies the rings without repeated points and sorts their vertices.
func (s *sweep) load(mp orb.MultiPolygon) {
	s.at, s.next, s.prev, s.ring = s.at[:0], s.next[:0], s.prev[:0], s.ring[:0]
	s.rings, s.order, s.touches, s.seen = s.rings[:0], s.order[:0], s.touches[:0], s.seen[:0]
	for i, polygon := range mp {
		for j, ring := range polygon {
			if len(ring) > 0 {
				s.loadRing(i, j, ring)
			}
		}
	}
	slices.SortFunc(s.order, func(a, b int32) int {
		switch p, q := s.at[a], s.at[b]; {
		case p.less(q):
			return -1
		case q.less(p):
			return 1
		}
		return int(a - b)
	})
	s.line.reset(len(s.at))
}

func (s *sweep) loadRing(part, index int, ring orb.Ring) {
	first := int32(len(s.at))
	r := sweepRing{part: part, index: index, leftmost: first, parent: unknown}
	for k, q := range ring[1:] {
		if q == ring[k] {
			continue
		}
		v := int32(len(s.at))
		s.at = append(s.at, pointOf(q))
		s.next = append(s.next, v+1)
		s.prev = append(s.prev, v-1)
		s.ring = append(s.ring, int32(len(s.rings)))
		s.order = append(s.order, v)
		if s.at[v].less(s.at[r.leftmost]) {
			r.leftmost = v
		}
	}
	last := int32(len(s.at) - 1)
	s.next[last], s.prev[first] = first, last
	s.rings = append(s.rings, r)
	s.seen = append(s.seen, 0)
}

// meet moves the line over the point p, at which the given vertices lie.
func (s *sweep) meet(p point, vertices []int32, event int32) *Fault {
	below, through, f := s.collect(p, vertices)
	if f != nil {
		return f
	}
	split, f := s.sortStarts(p, through)
	if f != nil {
		return f
	}
	if len(vertices) > 1 || through != none {
		if f := s.checkAround(p, vertices, through, split, event); f != nil {
			return f
		}
	}

	lowest, highest := none, below
	if len(s.left) == 1 && len(s.starts) == 1 && through == none {
		s.line.replace(s.left[0], s.starts[0])
		lowest, highest = s.starts[0], s.starts[0]
	} else {
		for _, e := range s.left {
			if e != through {
				s.line.remove(e)
			}
		}
		for i := range len(s.starts) + 1 {
			if i == split && through != none {
				highest = through
				if lowest == none {
					lowest = through
				}
			}
			if i < len(s.starts) {
				e := s.starts[i]
				s.line.insert(highest, e)
				highest = e
				if lowest == none {
					lowest = e
				}
			}
		}
	}
	s.nest(p)

	if lowest == none {
		return s.checkNeighbours(below, s.line.after(below))
	}
	if f := s.checkNeighbours(below, lowest); f != nil {
		return f
	}
	return s.checkNeighbours(highest, s.line.after(highest))
}

// collect fills starts and left, and returns the edge directly below p and the edge that passes through p.
func (s *sweep) collect(p point, vertices []int32) (below, through int32, f *Fault) {
	s.starts, s.left = s.starts[:0], s.left[:0]
	ended := none
	for _, v := range vertices {
		for _, b := range [2]branch{{s.prev[v], s.prev[v]}, {v, s.next[v]}} { // the edge and its far end
			if p.less(s.at[b.vertex]) {
				s.starts = append(s.starts, b.edge)
			} else {
				ended = b.edge
			}
		}
	}
	if ended != none {
		below = s.line.below[ended]
		for below != none && s.sideOf(below, p) == 0 {
			below = s.line.below[below]
		}
	} else {
		below = s.locate(p)
	}
	through = none
	for e := s.line.after(below); e != none; e = s.line.above[e] {
		if _, right := s.ends(e); right != p {
			if s.sideOf(e, p) != 0 {
				break
			}
			if through != none {
				return below, through, s.fault(through, e, p, false)
			}
			through = e
		}
		s.left = append(s.left, e)
	}
	return below, through, nil
}

// sortStarts sorts starts from the bottom up and returns how many of them run below the edge that passes through.
func (s *sweep) sortStarts(p point, through int32) (split int, f *Fault) {
	slices.SortFunc(s.starts, func(a, b int32) int {
		switch d := side(p, s.right(a), s.right(b)); {
		case d > 0:
			return -1
		case d < 0:
			return 1
		}
		return int(a - b)
	})
	for i, e := range s.starts {
		if i > 0 && side(p, s.right(s.starts[i-1]), s.right(e)) == 0 {
			return 0, s.fault(s.starts[i-1], e, p, true)
		}
		if through != none {
			d := s.sideOf(through, s.right(e))
			if d == 0 {
				return 0, s.fault(through, e, p, true)
			}
			if d < 0 {
				split = i + 1
			}
		}
	}
	return split, nil
}

// checkAround looks at a point at which more than one stretch of ring meets: a ring may not come back to itself, and no two
// may cross. It remembers which rings touch there.
func (s *sweep) checkAround(p point, vertices []int32, through int32, split int, event int32) *Fault {
	s.around = s.around[:0]
	for i := range len(s.starts) + 1 {
		if i == split && through != none {
			s.around = append(s.around, branch{through, none})
		}
		if i < len(s.starts) {
			s.around = append(s.around, s.branchAt(p, s.starts[i], through))
		}
	}
	for _, e := range slices.Backward(s.left) {
		s.around = append(s.around, s.branchAt(p, e, through))
	}
	// Each stretch has two edges here. No two stretches cross if and only if the pairs are nested like brackets.
	s.open = s.open[:0]
	for _, b := range s.around {
		n := len(s.open)
		if n > 0 && s.open[n-1].vertex == b.vertex {
			s.open = s.open[:n-1]
			continue
		}
		s.open = append(s.open, b)
	}
	if len(s.open) > 0 {
		a, b := s.crossingBranches()
		return s.fault(a, b, p, false)
	}

	met := func(ring int32) *Fault {
		r := &s.rings[ring]
		if s.seen[ring] == event {
			return &Fault{SelfTouch, r.part, r.index, r.part, r.index, orb.Point{p.x, p.y}}
		}
		s.seen[ring] = event
		s.touches = append(s.touches, touch{event, int32(r.part), ring, p})
		return nil
	}
	if through != none {
		if f := met(s.ring[through]); f != nil {
			return f
		}
	}
	for _, v := range vertices {
		if f := met(s.ring[v]); f != nil {
			return f
		}
	}
	return nil
}

// crossingBranches returns two edges around a point whose stretches of ring cross there, once it is known that some do.
func (s *sweep) crossingBranches() (a, b int32) {
	met := make(map[int32]bool)
	s.open = s.open[:0]
	for _, b := range s.around {
		n := len(s.open)
		switch {
		case !met[b.vertex]:
			met[b.vertex] = true
			s.open = append(s.open, b)
		case s.open[n-1].vertex == b.vertex:
			s.open = s.open[:n-1]
		default: // the last one open began inside b's stretch and ends outside it
			return s.open[n-1].edge, b.edge
		}
	}
	return s.around[0].edge, s.around[1].edge // not reached: some stretches cross
}

func (s *sweep) branchAt(p point, e, through int32) branch {
	switch {
	case e == through:
		return branch{e, none}
	case s.at[e] == p:
		return branch{e, e}
	}
	return branch{e, s.next[e]}
}

// nest finds the winding and the parent of the rings whose leftmost point is p.
func (s *sweep) nest(p point) {
	for _, e := range s.starts {
		r := &s.rings[s.ring[e]]
		if r.parent != unknown || s.at[r.leftmost] != p {
			continue
		}
		// e is the lower of the ring's two edges here, so the ring's inside lies above it.
		r.ccw = e == r.leftmost
		b := s.line.below[e]
		switch {
		case b == none:
			r.parent = none
		case s.insideAbove(b):
			r.parent = s.ring[b]
		default:
			r.parent = s.rings[s.ring[b]].parent
		}
	}
}

// insideAbove reports whether the inside of e's ring lies above e rather than below it.
func (s *sweep) insideAbove(e int32) bool {
	rightward := s.at[e].less(s.at[s.next[e]])
	return rightward == s.rings[s.ring[e]].ccw
}

// checkNeighbours tests two edges of the line, a directly below b, for a crossing to the right of the line. A common point at
// the right end of one of them is left to the event there.
func (s *sweep) checkNeighbours(a, b int32) *Fault {
	if a == none || b == none {
		return nil
	}
	endA, endB := s.right(a), s.right(b)
	if endA.less(endB) && s.sideOf(b, endA) > 0 || endB.less(endA) && s.sideOf(a, endB) < 0 {
		return s.fault(a, b, s.crossing(a, b), false)
	}
	return nil
}

// locate returns the highest edge of the line that runs strictly below p.
func (s *sweep) locate(p point) int32 {
	below := none
	for e := s.line.root; e != none; {
		if s.sideOf(e, p) > 0 {
			below, e = e, s.line.right[e]
		} else {
			e = s.line.left[e]
		}
	}
	return below
}

// ends returns the left and the right end of an edge.
func (s *sweep) ends(e int32) (left, right point) {
	left, right = s.at[e], s.at[s.next[e]]
	if right.less(left) {
		return right, left
	}
	return left, right
}

func (s *sweep) right(e int32) point {
	_, right := s.ends(e)
	return right
}

// sideOf returns a number > 0 if p lies above the edge, < 0 below it, 0 on its line.
func (s *sweep) sideOf(e int32, p point) float64 {
	left, right := s.ends(e)
	return side(left, right, p)
}

// crossing returns about where two edges cross.
func (s *sweep) crossing(a, b int32) point {
	p, q := s.ends(a)
	u, v := s.ends(b)
	dx, dy, ex, ey := q.x-p.x, q.y-p.y, v.x-u.x, v.y-u.y
	det := dx*ey - dy*ex
	if det == 0 {
		return u
	}
	t := min(max(((u.x-p.x)*ey-(u.y-p.y)*ex)/det, 0), 1)
	return point{p.x + t*dx, p.y + t*dy}
}
