// Package transport shares out places: every source takes at most one place at one of the sinks that offer it one, sinks have
// room for so many, and the answer is exact: it serves as many sources as can be served, among those answers it costs least,
// and among those it is the first in order. It knows numbers only; who may serve whom and at what cost is the caller's.
//
// The method is successive shortest paths (Ford and Fulkerson 1962; Ahuja, Magnanti and Orlin, Network Flows, 1993, section
// 9.7) on a graph of the sinks alone: a source is one unit, so a path moves one source from each sink on it to the next, and
// the least cost of such a move is the top of a heap. The prices of the sinks that it ends with prove the answer (Solution.Bound).
package transport

import (
	"context"
	"slices"
)

// Unlimited is the room of a sink that takes any number.
const Unlimited = -1

// Offer is a place that a source can take.
type Offer struct {
	Sink int32
	Cost int64 // ≥ 0
	// Order tells answers of equal cost apart: the list of orders, source by source, is least. No place at all comes before
	// every order.
	Order int32
}

// Problem has sources and sinks by their places in the slices. A source has at most one offer of a sink.
type Problem struct {
	Room   []int64   // of the sinks; Unlimited
	Offers [][]Offer // of the sources
}

// Solution is an answer with its proof.
type Solution struct {
	Choice []int32 // of the sources: place in its offers, None without a place
	Served int
	Cost   int64
	// Bound is what any answer that serves as many costs at least, computed from the prices alone. It equals Cost.
	Bound int64
	// Price of a place at each sink: how much less the whole would cost with one place more.
	Price []int64
}

// None is the Choice of a source without a place.
const None = -1

// Solve finds the answer. progress, which may be nil, hears how many sources are placed. The sum of all greatest costs and the
// number of sinks times it have to fit an int64. Errors: that of the context.
func Solve(ctx context.Context, p Problem, progress func(done, total int)) (Solution, error) {
	s := newSolver(p)
	for i := range p.Offers {
		if i%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return Solution{}, err
			}
			if progress != nil {
				progress(i, len(p.Offers))
			}
		}
		s.place(int32(i))
	}
	if err := s.inOrder(ctx); err != nil {
		return Solution{}, err
	}
	if progress != nil {
		progress(len(p.Offers), len(p.Offers))
	}
	return s.solution(), nil
}

// solver holds an optimal answer for the sources placed so far. The sink after the last is that of the sources without a place:
// it offers everybody a place at a cost above all others together.
type solver struct {
	Problem
	nowhere int32
	refusal int64 // cost of no place

	choice []int32 // by source; None is nowhere
	where  []int32 // by source: the sink
	held   []int64 // by sink
	price  []int64 // by sink; 0 where there is room

	// moves[a] are the sinks that a source at a could move to, each with the sources that could; moveTo[a] finds one of them.
	moves  [][]moves
	moveTo []map[int32]int

	// Of the search for a shortest path.
	label []int64
	from  []int32 // the sink before, start for the first
	mover []int32 // the source that moves here
	state []int8
	open  []int32
}

type moves struct {
	sink int32
	heap heap
}

const start = -1

const (
	unseen = iota
	labelled
	settled
)

func newSolver(p Problem) *solver {
	sinks := len(p.Room) + 1
	s := &solver{Problem: p, nowhere: int32(len(p.Room)), refusal: 1}
	for _, offers := range p.Offers {
		var dearest int64
		for _, o := range offers {
			dearest = max(dearest, o.Cost)
		}
		s.refusal += dearest
	}
	s.choice = make([]int32, len(p.Offers))
	s.where = make([]int32, len(p.Offers))
	s.held, s.price = make([]int64, sinks), make([]int64, sinks)
	s.moves, s.moveTo = make([][]moves, sinks), make([]map[int32]int, sinks)
	for a := range s.moveTo {
		s.moveTo[a] = make(map[int32]int)
	}
	s.label, s.from, s.mover = make([]int64, sinks), make([]int32, sinks), make([]int32, sinks)
	s.state = make([]int8, sinks)
	return s
}

func (s *solver) hasRoom(sink int32) bool {
	return sink == s.nowhere || s.Room[sink] < 0 || s.held[sink] < s.Room[sink]
}

// at returns the sink and the cost of a choice of a source.
func (s *solver) at(source, choice int32) (int32, int64) {
	if choice == None {
		return s.nowhere, s.refusal
	}
	o := s.Offers[source][choice]
	return o.Sink, o.Cost
}

// choiceOf returns the choice of a source that leads to a sink, which it has.
func (s *solver) choiceOf(source, sink int32) int32 {
	if sink == s.nowhere {
		return None
	}
	return int32(slices.IndexFunc(s.Offers[source], func(o Offer) bool { return o.Sink == sink }))
}

// settle puts a source at a sink and offers its moves from there.
func (s *solver) settle(source, choice int32) {
	here, cost := s.at(source, choice)
	s.choice[source], s.where[source] = choice, here
	s.held[here]++
	if here == s.nowhere || s.Room[here] < 0 {
		return // nobody is ever pushed out of a sink without a limit
	}
	for k := int32(None); int(k) < len(s.Offers[source]); k++ {
		if k == choice {
			continue
		}
		there, next := s.at(source, k)
		i, known := s.moveTo[here][there]
		if !known {
			i = len(s.moves[here])
			s.moveTo[here][there] = i
			s.moves[here] = append(s.moves[here], moves{sink: there})
		}
		s.moves[here][i].heap.push(move{next - cost, source})
	}
}

// cheapest returns the cheapest source to move from one sink to another.
func (s *solver) cheapest(h *heap, here int32) (move, bool) {
	for len(*h) > 0 {
		if top := (*h)[0]; s.where[top.source] == here {
			return top, true
		}
		h.pop() // it has moved on; settle offered its moves from where it is
	}
	return move{}, false
}

// place adds a source along a shortest path to a sink with room.
func (s *solver) place(source int32) {
	for k := int32(None); int(k) < len(s.Offers[source]); k++ {
		sink, cost := s.at(source, k)
		s.reach(sink, start, source, cost+s.price[sink])
	}
	var done []int32
	var end int32
	for {
		at := 0
		for i, sink := range s.open {
			if best := s.open[at]; s.label[sink] < s.label[best] || s.label[sink] == s.label[best] && sink < best {
				at = i
			}
		}
		end = s.open[at]
		if s.hasRoom(end) {
			break
		}
		s.open[at] = s.open[len(s.open)-1]
		s.open = s.open[:len(s.open)-1]
		s.state[end] = settled
		done = append(done, end)
		for i := range s.moves[end] {
			there := s.moves[end][i].sink
			if s.state[there] == settled {
				continue
			}
			if m, ok := s.cheapest(&s.moves[end][i].heap, end); ok {
				// m.cost + price[there] − price[end] ≥ 0: the answer so far is optimal.
				s.reach(there, end, m.source, s.label[end]+m.cost+s.price[there]-s.price[end])
			}
		}
	}
	for _, sink := range done {
		s.price[sink] += s.label[end] - s.label[sink]
	}
	path := end
	for path != start {
		before, mover := s.from[path], s.mover[path]
		if before != start {
			s.held[before]--
		}
		s.settle(mover, s.choiceOf(mover, path))
		path = before
	}
	for _, sink := range append(done, s.open...) {
		s.state[sink] = unseen
	}
	s.open = s.open[:0]
}

func (s *solver) reach(sink, from, mover int32, label int64) {
	switch {
	case s.state[sink] == unseen:
		s.state[sink] = labelled
		s.open = append(s.open, sink)
	case label > s.label[sink] || label == s.label[sink] && from >= s.from[sink]:
		return
	}
	s.label[sink], s.from[sink], s.mover[sink] = label, from, mover
}

func (s *solver) solution() Solution {
	out := Solution{Choice: s.choice, Price: s.price[:s.nowhere]}
	for i, k := range s.choice {
		if k != None {
			out.Served++
			out.Cost += s.Offers[i][k].Cost
		}
	}
	// Weak duality: Σ over sources of the cheapest place at these prices − Σ over sinks of price × room is under every answer.
	for i := range s.Offers {
		out.Bound += s.least(int32(i))
	}
	for sink, price := range out.Price {
		if price > 0 {
			out.Bound -= price * s.Room[sink]
		}
	}
	out.Bound -= s.refusal * int64(len(s.Offers)-out.Served)
	return out
}

// least is the least cost of a place for a source at the prices.
func (s *solver) least(source int32) int64 {
	least := s.refusal
	for _, o := range s.Offers[source] {
		least = min(least, o.Cost+s.price[o.Sink])
	}
	return least
}
