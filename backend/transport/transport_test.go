package transport

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// answer is a whole answer as the brute force compares it.
type answer struct {
	served int
	cost   int64
	orders []int32
}

func (a answer) better(b answer) bool {
	if a.served != b.served {
		return a.served > b.served
	}
	if a.cost != b.cost {
		return a.cost < b.cost
	}
	return slices.Compare(a.orders, b.orders) < 0
}

func answerOf(p Problem, choice []int32) answer {
	var a answer
	for i, k := range choice {
		if k == None {
			a.orders = append(a.orders, None)
			continue
		}
		a.served++
		a.cost += p.Offers[i][k].Cost
		a.orders = append(a.orders, p.Offers[i][k].Order)
	}
	return a
}

// tryAll is the definition: every answer, the best of them.
func tryAll(p Problem) answer {
	room := slices.Clone(p.Room)
	choice := make([]int32, len(p.Offers))
	best := answer{served: -1}
	var from func(i int)
	from = func(i int) {
		if i == len(choice) {
			if a := answerOf(p, choice); a.better(best) {
				best = a
			}
			return
		}
		choice[i] = None
		from(i + 1)
		for k, o := range p.Offers[i] {
			if room[o.Sink] == 0 {
				continue
			}
			room[o.Sink]--
			choice[i] = int32(k)
			from(i + 1)
			room[o.Sink]++
		}
	}
	from(0)
	return best
}

func drawProblem(t *rapid.T, sources, sinks int, dearest int64) Problem {
	p := Problem{Room: make([]int64, rapid.IntRange(1, sinks).Draw(t, "sinks"))}
	for i := range p.Room {
		p.Room[i] = rapid.Int64Range(Unlimited, 3).Draw(t, "room")
	}
	p.Offers = make([][]Offer, rapid.IntRange(0, sources).Draw(t, "sources"))
	for i := range p.Offers {
		// Orders that agree with no order of the sinks, the same for all sources as host ids are.
		for _, sink := range rapid.Permutation(indices(len(p.Room))).Draw(t, "order")[:rapid.IntRange(0, len(p.Room)).Draw(t, "offers")] {
			p.Offers[i] = append(p.Offers[i], Offer{int32(sink), rapid.Int64Range(0, dearest).Draw(t, "cost"), int32((sink*7 + 3) % 11)})
		}
	}
	return p
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

func solve(t interface{ Fatal(...any) }, p Problem) Solution {
	s, err := Solve(context.Background(), p, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheAnswerIsTheBestOfAllAnswers(t *testing.T) {
	for _, dearest := range []int64{0, 1, 3, 50} { // few costs: many ties
		rapid.Check(t, func(t *rapid.T) {
			p := drawProblem(t, 6, 4, dearest)
			s := solve(t, p)
			got, want := answerOf(p, s.Choice), tryAll(p)
			if got.served != want.served || got.cost != want.cost || !slices.Equal(got.orders, want.orders) {
				t.Fatalf("got %+v, want %+v for %+v", got, want, p)
			}
			if s.Served != got.served || s.Cost != got.cost {
				t.Fatalf("says %d, %d; is %+v", s.Served, s.Cost, got)
			}
		})
	}
}

func TestThePricesProveTheCost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := drawProblem(t, 60, 8, 1000)
		s := solve(t, p)
		if s.Bound != s.Cost {
			t.Fatalf("cost %d, bound %d", s.Cost, s.Bound)
		}
		held := make([]int64, len(p.Room))
		for i, k := range s.Choice {
			if k != None {
				held[p.Offers[i][k].Sink]++
			}
		}
		for sink, room := range p.Room {
			if room >= 0 && held[sink] > room {
				t.Fatalf("sink %d holds %d of %d", sink, held[sink], room)
			}
			if s.Price[sink] < 0 || s.Price[sink] > 0 && held[sink] < room {
				t.Fatalf("sink %d has price %d and room", sink, s.Price[sink])
			}
		}
	})
}

func TestASolvedProblemCanBeCalledOff(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Solve(ctx, big(5000, 10), nil); err == nil {
		t.Fatal("it went on")
	}
}

// big has sources and sinks strewn over a square, each source with offers of the sinks around it, and room for nine in ten.
func big(sources, sinks int) Problem {
	r := rand.New(rand.NewPCG(1, 2))
	type point struct{ x, y float64 }
	at := make([]point, sinks)
	p := Problem{Room: make([]int64, sinks), Offers: make([][]Offer, sources)}
	for i := range at {
		at[i] = point{r.Float64(), r.Float64()}
		p.Room[i] = int64(sources * 9 / 10 / sinks)
	}
	for i := range p.Offers {
		x, y := r.Float64(), r.Float64()
		for k, s := range at {
			d := (s.x-x)*(s.x-x) + (s.y-y)*(s.y-y)
			if d < 30/float64(sinks) {
				p.Offers[i] = append(p.Offers[i], Offer{int32(k), int64(d * 1e6), int32(k)})
			}
		}
	}
	return p
}

func BenchmarkSolve(b *testing.B) {
	for _, size := range []struct {
		name           string
		sources, sinks int
	}{{"3000x50", 3000, 50}, {"30000x200", 30000, 200}, {"30000x1000", 30000, 1000}} {
		p := big(size.sources, size.sinks)
		b.Run(size.name, func(b *testing.B) {
			for b.Loop() {
				if _, err := Solve(context.Background(), p, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
