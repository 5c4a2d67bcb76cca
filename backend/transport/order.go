package transport

import (
	"cmp"
	"context"
	"slices"
)

// inOrder turns the optimal answer into the first one in order. Every optimal answer uses only places that cost a source least
// at the final prices (tight ones), and fills every sink that has a price (complementary slackness); so the answers are the
// ways to walk among tight places, and source by source the first place is taken from which such a walk closes.
func (s *solver) inOrder(ctx context.Context) error {
	w := walk{
		solver: s, fixed: make([]bool, len(s.Offers)),
		at: make(map[[2]int32][]int32), next: make([][]int32, len(s.held)),
	}
	w.tight = make([][]int32, len(s.Offers))
	for i := range s.Offers {
		if t := s.tightOf(int32(i)); len(t) > 1 {
			w.tight[i] = t
			w.list(int32(i))
		}
	}
	for i := range w.tight {
		if i%1024 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
		}
		w.fixed[i] = true
		for _, k := range w.tight[i] {
			if k == s.choice[i] || w.move(int32(i), k) {
				break
			}
		}
	}
	return nil
}

// tightOf returns the choices that cost a source least at the prices, first in order first.
func (s *solver) tightOf(source int32) []int32 {
	least := s.least(source)
	var tight []int32
	if least == s.refusal {
		tight = append(tight, None)
	}
	for k, o := range s.Offers[source] {
		if o.Cost+s.price[o.Sink] == least {
			tight = append(tight, int32(k))
		}
	}
	order := func(k int32) int32 {
		if k == None {
			return None
		}
		return s.Offers[source][k].Order
	}
	slices.SortFunc(tight, func(a, b int32) int { return cmp.Compare(order(a), order(b)) })
	return tight
}

// walk moves sources among tight places.
type walk struct {
	*solver
	tight [][]int32 // by source; nil for those with one tight place
	fixed []bool
	// at lists the sources that could move from one sink to another; some of them may have moved on or be fixed.
	at   map[[2]int32][]int32
	next [][]int32 // by sink: the sinks that at has a list to
}

// list enters the moves of a source from where it is.
func (w *walk) list(source int32) {
	here := w.where[source]
	for _, k := range w.tight[source] {
		if there, _ := w.solver.at(source, k); there != here {
			key := [2]int32{here, there}
			if _, known := w.at[key]; !known {
				w.next[here] = append(w.next[here], there)
			}
			w.at[key] = append(w.at[key], source)
		}
	}
}

// free returns a source that may move between two sinks, None if there is none.
func (w *walk) free(here, there int32) int32 {
	key := [2]int32{here, there}
	list := w.at[key]
	for len(list) > 0 {
		source := list[len(list)-1]
		if w.where[source] == here && !w.fixed[source] {
			w.at[key] = list
			return source
		}
		list = list[:len(list)-1]
	}
	w.at[key] = list
	return None
}

// move puts a source at another tight place if the others can make room among their own tight places. The outside stands for
// places that cost nothing: a sink with room takes one more, a sink without a price may have one less.
func (w *walk) move(source, choice int32) bool {
	goal := w.where[source]
	first, _ := w.solver.at(source, choice)
	outside := w.nowhere + 1
	from := map[int32]int32{first: start}
	queue := []int32{first}
	reach := func(node, before int32) {
		if _, seen := from[node]; !seen {
			from[node] = before
			queue = append(queue, node)
		}
	}
	for len(queue) > 0 {
		node := queue[0]
		queue = queue[1:]
		if node == goal {
			break
		}
		if node == outside {
			for sink, price := range w.price {
				if price == 0 {
					reach(int32(sink), outside)
				}
			}
			continue
		}
		if w.hasRoom(node) {
			reach(outside, node)
		}
		for _, there := range w.next[node] {
			if _, seen := from[there]; !seen && w.free(node, there) != None {
				reach(there, node)
			}
		}
	}
	if _, found := from[goal]; !found {
		return false
	}
	// Movers are found before anybody moves: a source stands at one sink and so occurs once on a path without a sink twice.
	type step struct{ source, choice int32 }
	steps := []step{{source, choice}}
	for node := goal; from[node] != start; node = from[node] {
		if before := from[node]; node != outside && before != outside {
			mover := w.free(before, node)
			steps = append(steps, step{mover, w.choiceOf(mover, node)})
		}
	}
	for _, st := range steps {
		there, _ := w.solver.at(st.source, st.choice)
		w.held[w.where[st.source]]--
		w.held[there]++
		w.choice[st.source], w.where[st.source] = st.choice, there
		w.list(st.source)
	}
	return true
}
