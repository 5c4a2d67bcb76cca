package spatial

import (
	"cmp"
	"math"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Query asks for the host nearest to a shape. A shape is never its own host.
type Query struct {
	Shape int32 // in Shapes
	Group int32
}

// Match is an answer.
type Match struct {
	Host     int32   // its place among the hosts; None if there is none
	Distance float64 // metres, as Distance measures; +Inf if there is none
}

// None is the Host of a Match without one.
const None = -1

var noMatch = Match{None, math.Inf(1)}

// search answers queries one after another.
type search struct {
	x     *Index
	tree  *tree
	meter meter
	most  float64 // metres; of nearest: no host farther away is looked for
	stack []visit
	// near are the hosts that can be nearest to one of the shapes under way; box2 belongs to near.
	near  []candidate
	box2  []int64
	found []leafMatch
}

// visit is a node still to be looked at, with the square of the distance of its box.
type visit struct {
	box2        int64
	node, level int32
}

type candidate struct {
	box box
	leaf
}

type leafMatch struct {
	leaf
	distance float64
}

const (
	// clusterMost is how many neighbouring queries share one walk down the tree, and clusterSpan how far they may reach
	// together, as a share of the tree's span in eighths. Measured: larger clusters have too many hosts in common.
	clusterMost = 16
	clusterSpan = 4
	// portion is how many queries a worker takes at a time.
	portion = 256
)

// NearestAll returns for each query the nearest host: among those within 1 mm of the least distance one of the query's group
// first, then the first. workers is how many goroutines share the work, 0 for as many as there are cores; the answers do not
// depend on it, nor on the order of the queries.
func (x *Index) NearestAll(queries []Query, workers int) []Match {
	return x.NearestWithin(queries, math.Inf(1), workers)
}

// NearestWithin is NearestAll among the hosts not farther than d metres.
func (x *Index) NearestWithin(queries []Query, d float64, workers int) []Match {
	out := make([]Match, len(queries))
	keys := x.inOrder(queries)
	var next atomic.Int64
	work := func() {
		s := search{x: x, meter: meter{a: x.shapes, b: x.shapes}, most: d}
		for {
			from := int(next.Add(portion)) - portion
			if from >= len(keys) {
				return
			}
			for todo := keys[from:min(from+portion, len(keys))]; len(todo) > 0; {
				n := s.cluster(queries, todo)
				for _, k := range todo[:n] {
					out[k.item] = s.nearest(queries[k.item])
				}
				todo = todo[n:]
			}
		}
	}
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var others sync.WaitGroup
	for range min(workers, (len(keys)+portion-1)/portion) - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
	return out
}

// inOrder returns the queries by tree, then along the curve.
func (x *Index) inOrder(queries []Query) []keyed {
	keys := make([]keyed, len(queries))
	for i, q := range queries {
		keys[i] = keyed{uint32(x.shapes.place[q.Shape]), int32(i)}
	}
	keys = sortByKey(keys)
	if x.byGroup != nil {
		for i := range keys {
			keys[i].key = uint32(queries[keys[i].item].Group)
		}
		keys = sortByKey(keys)
	}
	return keys
}

// cluster takes some queries from the front of todo that lie near each other and have the same tree, finds the hosts that can
// be nearest to one of them, and returns how many it took.
func (s *search) cluster(queries []Query, todo []keyed) int {
	place := func(i int) int32 { return s.x.shapes.place[queries[todo[i].item].Shape] }
	group := queries[todo[0].item].Group
	all := s.x.shapes.shapes[place(0)].box
	s.near = s.near[:0]
	s.tree = s.x.treeOf(group)
	if s.tree == nil {
		return 1
	}
	n := 1
	for n < min(len(todo), clusterMost) && (s.x.byGroup == nil || queries[todo[n].item].Group == group) {
		grown := all.union(s.x.shapes.shapes[place(n)].box)
		if grown.span() > s.tree.span*clusterSpan/8 {
			break
		}
		all = grown
		n++
	}
	s.gather(&all, place(0), place(n-1))
	return n
}

// gather fills near with the hosts that can be nearest to a shape within the box all. The shapes lie from place first to
// place last of the curve.
func (s *search) gather(all *box, first, last int32) {
	t := s.tree
	bound := within(s.most)
	s.box2 = s.box2[:0]
	s.stack = append(s.stack[:0], t.root())
	for len(s.stack) > 0 {
		v := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		if v.box2 > bound {
			continue
		}
		if v.level > 1 {
			s.push(all, v, bound)
			continue
		}
		low, high := t.children(v)
		for c := low; c < high; c++ {
			box2 := all.distance2(&t.boxes[c])
			if box2 > bound {
				continue
			}
			s.near = append(s.near, candidate{t.boxes[c], t.leaves[c]})
			s.box2 = append(s.box2, box2)
			// One of the shapes may itself be this host; it has to find another one.
			if p := t.leaves[c].place; p < first || p > last {
				bound = min(bound, all.farthest2(&t.boxes[c]))
			}
		}
	}
	keep := s.near[:0]
	for i, c := range s.near {
		if s.box2[i] <= bound {
			keep = append(keep, c)
		}
	}
	s.near = keep
}

// push puts the children of a node that are within bound on the stack, the nearest on top.
func (s *search) push(from *box, v visit, bound int64) {
	base := len(s.stack)
	low, high := s.tree.children(v)
	for c := low; c < high; c++ {
		box2 := from.distance2(&s.tree.boxes[c])
		if box2 > bound {
			continue
		}
		s.stack = append(s.stack, visit{box2, c, v.level - 1})
		for k := len(s.stack) - 1; k > base && s.stack[k-1].box2 < box2; k-- {
			s.stack[k], s.stack[k-1] = s.stack[k-1], s.stack[k]
		}
	}
}

// nearest chooses among the hosts of near.
func (s *search) nearest(q Query) Match {
	if len(s.near) == 0 {
		return noMatch
	}
	place := s.x.shapes.place[q.Shape]
	shape := &s.x.shapes.shapes[place]
	s.box2 = s.box2[:0]
	first := 0
	for i := range s.near {
		box2 := shape.box.distance2(&s.near[i].box)
		s.box2 = append(s.box2, box2)
		if box2 < s.box2[first] {
			first = i
		}
	}
	// The host with the nearest box first: it leaves few others to measure.
	s.near[0], s.near[first] = s.near[first], s.near[0]
	s.box2[0], s.box2[first] = s.box2[first], s.box2[0]
	s.found = s.found[:0]
	least, bound, bound2 := math.Inf(1), s.most, within(s.most)
	for i, box2 := range s.box2 {
		c := &s.near[i]
		if box2 > bound2 || c.place == place {
			continue
		}
		d := s.meter.measure(place, c.place, bound)
		if d < least {
			least, bound = d, d+tieM
			bound2 = within(bound)
		}
		if d <= bound && !math.IsInf(d, 1) {
			s.found = append(s.found, leafMatch{c.leaf, d})
		}
	}
	return choose(s.found, bound, q.Group)
}

// choose applies the rule for equal distances to the hosts within bound.
func choose(found []leafMatch, bound float64, group int32) Match {
	best := noMatch
	own := false
	for _, f := range found {
		if f.distance > bound {
			continue
		}
		if isOwn := f.group == group; best.Host == None || isOwn && !own || isOwn == own && f.host < best.Host {
			best, own = Match{f.host, f.distance}, isOwn
		}
	}
	return best
}

// Around returns the hosts within d metres of the query's shape, and farther ones as long as there are fewer than k, by
// distance, then rank.
func (x *Index) Around(q Query, d float64, k int) []Match {
	s := search{x: x, tree: x.treeOf(q.Group), meter: meter{a: x.shapes, b: x.shapes}}
	if s.tree == nil {
		return nil
	}
	place := x.shapes.place[q.Shape]
	shape := &x.shapes.shapes[place]
	byDistance := func(a, b Match) int { return cmp.Or(cmp.Compare(a.Distance, b.Distance), cmp.Compare(a.Host, b.Host)) }
	var found []Match
	bound := d
	if k > 0 {
		bound = math.Inf(1)
	}
	s.stack = append(s.stack, s.tree.root())
	for len(s.stack) > 0 {
		v := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		switch {
		case v.box2 > within(bound):
		case v.level > 0:
			s.push(&shape.box, v, within(bound))
		default:
			l := s.tree.leaves[v.node]
			if l.place == place {
				continue
			}
			m := Match{l.host, s.meter.measure(place, l.place, math.Inf(1))}
			at, _ := slices.BinarySearchFunc(found, m, byDistance)
			found = slices.Insert(found, at, m)
			if k > 0 && len(found) >= k {
				bound = max(d, found[k-1].Distance)
			}
		}
	}
	n := 0
	for n < len(found) && (n < k || found[n].Distance <= d) && !math.IsInf(found[n].Distance, 1) {
		n++
	}
	return found[:n]
}
