package spatial

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

type Host struct{ Shape, Group int32 }
type Query struct{ Shape, Group int32 }
type Match struct {
	Host     int32
	Distance float64
}

type Index struct {
	shapes *Shapes
	hosts  []Host
	all    *tree
}

func NewIndex(s *Shapes, hosts []Host) *Index {
	x := &Index{shapes: s, hosts: hosts}
	x.all = newTree(len(hosts), func(i int) *box { return &s.shapes[hosts[i].Shape].box })
	return x
}

type visit struct {
	d2    int64
	at    int32
	level int32
}

type search struct {
	x     *Index
	m     meter
	stack []visit
	found []Match
	hint  point
	hot   bool
	last  int32 // host of the hint
}

func (x *Index) NearestAll(queries []Query, workers int) []Match {
	out := make([]Match, len(queries))
	order := alongHilbert(len(queries), func(i int) *box { return &x.shapes.shapes[queries[i].Shape].box })
	const block = 512
	var next atomic.Int64
	var wg sync.WaitGroup
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	for range workers {
		wg.Go(func() {
			s := search{x: x, m: meter{a: x.shapes, b: x.shapes}}
			for {
				from := int(next.Add(block)) - block
				if from >= len(order) {
					return
				}
				s.hot = false
				for _, q := range order[from:min(from+block, len(order))] {
					out[q] = s.nearest(queries[q])
				}
			}
		})
	}
	wg.Wait()
	return out
}

func (s *search) nearest(q Query) Match {
	shape := &s.x.shapes.shapes[q.Shape]
	bound := math.Inf(1)
	if s.hot {
		least := math.Inf(1)
		for _, r := range s.x.shapes.runsOf(shape) {
			for _, p := range s.x.shapes.points[r.first:r.last] {
				dx, dy := p.x-s.hint.x, p.y-s.hint.y
				least = min(least, dx*dx+dy*dy)
			}
		}
		bound = math.Sqrt(least) + tieM
	}
	least := math.Inf(1)
	box2 := within(bound)
	t := s.x.all
	top := len(t.level) - 2
	s.found = s.found[:0]
	s.stack = append(s.stack[:0], visit{0, int32(len(t.boxes) - 1), int32(top)})
	for len(s.stack) > 0 {
		v := s.stack[len(s.stack)-1]
		s.stack = s.stack[:len(s.stack)-1]
		if v.d2 > box2 {
			continue
		}
		if v.level == 0 {
			h := t.items[v.at]
			s.m.limit = bound
			d := s.m.measure(q.Shape, s.x.hosts[h].Shape)
			if d > least+tieM || math.IsInf(d, 1) {
				continue
			}
			if d < least {
				least = d
				bound = least + tieM
				box2 = within(bound)
				s.hint, s.hot = s.m.onB, true
				keep := s.found[:0]
				for _, f := range s.found {
					if f.Distance <= bound {
						keep = append(keep, f)
					}
				}
				s.found = keep
			}
			s.found = append(s.found, Match{h, d})
			continue
		}
		first := t.level[v.level-1] + (v.at-t.level[v.level])*fanOut
		last := min(first+fanOut, t.level[v.level])
		base := len(s.stack)
		for c := first; c < last; c++ {
			d2 := shape.box.distance2(&t.boxes[c])
			if d2 > box2 {
				continue
			}
			s.stack = append(s.stack, visit{d2, c, v.level - 1})
			for k := len(s.stack) - 1; k > base && s.stack[k-1].d2 < d2; k-- {
				s.stack[k], s.stack[k-1] = s.stack[k-1], s.stack[k]
			}
		}
	}
	best := Match{Host: -1, Distance: math.Inf(1)}
	for _, f := range s.found {
		if best.Host < 0 {
			best = f
			continue
		}
		sameF := s.x.hosts[f.Host].Group == q.Group
		sameB := s.x.hosts[best.Host].Group == q.Group
		if sameF != sameB {
			if sameF {
				best = f
			}
		} else if f.Host < best.Host {
			best = f
		}
	}
	return best
}
