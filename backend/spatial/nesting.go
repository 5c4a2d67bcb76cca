package spatial

import (
	"cmp"
	"math"
	"slices"

	"github.com/paulmach/orb"
)

// fault names what is wrong between two edges that cross, or overlap, at p.
func (s *sweep) fault(a, b int32, p point, overlap bool) *Fault {
	kinds := [2]FaultKind{PartsOverlap, PartsShareEdge}
	r, o := &s.rings[s.ring[a]], &s.rings[s.ring[b]]
	switch {
	case r == o:
		kinds = [2]FaultKind{SelfCrossing, SelfOverlap}
		if overlap && s.flat(s.ring[a]) {
			kinds[1] = ZeroArea
		}
	case r.part == o.part:
		kinds = [2]FaultKind{HoleCrosses, HoleSharesEdge}
	}
	kind := kinds[0]
	if overlap {
		kind = kinds[1]
	}
	return between(kind, r, o, p)
}

// between makes the fault of two rings; the later one comes first: a hole crosses its shell.
func between(kind FaultKind, r, o *sweepRing, p point) *Fault {
	if r.part < o.part || r.part == o.part && r.index < o.index {
		r, o = o, r
	}
	return &Fault{kind, r.part, r.index, o.part, o.index, orb.Point{p.x, p.y}}
}

// flat reports whether a ring that runs along itself encloses nothing at all. It only chooses the name of the fault.
func (s *sweep) flat(ring int32) bool {
	first := s.rings[ring].leftmost
	o := s.at[first]
	var area, size float64
	for v := s.next[first]; v != first; v = s.next[v] {
		p, q := s.at[v], s.at[s.next[v]]
		term := (p.x-o.x)*(q.y-o.y) - (q.x-o.x)*(p.y-o.y)
		area += term
		size += math.Abs(term)
	}
	return math.Abs(area) <= 1e-12*size
}

// checkNesting looks at which ring lies in which, once it is known that no two cross: a shell lies in no other ring or in a
// hole of another part; a hole lies in its own shell and in no other hole.
func (s *sweep) checkNesting() *Fault {
	for i := range s.rings {
		r := &s.rings[i]
		if r.index == 0 && r.parent != none {
			if o := &s.rings[r.parent]; o.index == 0 {
				return between(PartsOverlap, r, o, s.at[r.leftmost])
			}
		}
	}
	for i := range s.rings {
		r := &s.rings[i]
		if r.index == 0 {
			continue
		}
		at := s.at[r.leftmost]
		switch {
		case r.parent == none:
			return &Fault{HoleOutside, r.part, r.index, r.part, r.index, orb.Point{at.x, at.y}}
		case s.rings[r.parent].part != r.part:
			return &Fault{HoleOutside, r.part, r.index, r.part, r.index, orb.Point{at.x, at.y}}
		case s.rings[r.parent].index != 0:
			o := &s.rings[r.parent]
			return &Fault{HoleNested, r.part, r.index, o.part, o.index, orb.Point{at.x, at.y}}
		}
	}
	return nil
}

// checkConnected looks at the rings of each part that touch each other. With rings and touch points as the nodes of a graph,
// and an edge where a ring goes through a point, the inside is in one piece if and only if the graph has no cycle.
func (s *sweep) checkConnected() *Fault {
	slices.SortFunc(s.touches, func(a, b touch) int {
		return cmp.Or(cmp.Compare(a.event, b.event), cmp.Compare(a.part, b.part), cmp.Compare(a.ring, b.ring))
	})
	s.nodes = s.nodes[:0]
	for i := range s.rings {
		s.nodes = append(s.nodes, int32(i))
	}
	for i, t := range s.touches {
		if i > 0 && s.touches[i-1].event == t.event && s.touches[i-1].part == t.part {
			// The point is the node made last.
		} else {
			s.nodes = append(s.nodes, int32(len(s.nodes)))
		}
		at, ring := s.find(int32(len(s.nodes)-1)), s.find(t.ring)
		if at == ring {
			r, o := &s.rings[t.ring], &s.rings[s.touches[i-1].ring]
			return between(Disconnected, r, o, t.at)
		}
		s.nodes[ring] = at
	}
	return nil
}

// find returns the representative of a node, halving the path to it.
func (s *sweep) find(n int32) int32 {
	for s.nodes[n] != n {
		s.nodes[n] = s.nodes[s.nodes[n]]
		n = s.nodes[n]
	}
	return n
}
