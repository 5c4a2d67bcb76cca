package spatial_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"estateatlas/backend/spatial"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// town is shapes of which some are hosts and the rest ask, each in a group.
type town struct {
	shapes  []orb.MultiPolygon
	hosts   []spatial.Host
	queries []spatial.Query
}

func (w *town) pack() *spatial.Shapes {
	return spatial.Pack(nil, len(w.shapes), func(i int) orb.MultiPolygon { return w.shapes[i] })
}

func drawTown(t *rapid.T, shape func(t *rapid.T, label string) orb.MultiPolygon) *town {
	w := &town{}
	group := rapid.Int32Range(0, 3)
	for range rapid.IntRange(0, 40).Draw(t, "hosts") {
		w.hosts = append(w.hosts, spatial.Host{Shape: int32(len(w.shapes)), Group: group.Draw(t, "group")})
		w.shapes = append(w.shapes, shape(t, "host"))
	}
	for range rapid.IntRange(1, 30).Draw(t, "queries") {
		w.queries = append(w.queries, spatial.Query{Shape: int32(len(w.shapes)), Group: group.Draw(t, "group")})
		w.shapes = append(w.shapes, shape(t, "query"))
	}
	return w
}

// plainNearest applies RULES 7 to all hosts for which may holds.
func (w *town) plainNearest(q spatial.Query, may func(h spatial.Host) bool) spatial.Match {
	const tieM = 0.001
	least := math.Inf(1)
	d := make([]float64, len(w.hosts))
	for i, h := range w.hosts {
		d[i] = math.Inf(1)
		if h.Shape != q.Shape && may(h) {
			d[i], _, _ = spatial.Distance(w.shapes[q.Shape], w.shapes[h.Shape])
			least = min(least, d[i])
		}
	}
	for _, own := range []bool{true, false} {
		for i, h := range w.hosts {
			if d[i] <= least+tieM && !math.IsInf(d[i], 1) && (h.Group == q.Group || !own) {
				return spatial.Match{Host: int32(i), Distance: d[i]}
			}
		}
	}
	return spatial.Match{Host: spatial.None, Distance: math.Inf(1)}
}

func TestNearestIsThatOfAllHosts(t *testing.T) {
	for _, kind := range []struct {
		name  string
		shape func(t *rapid.T, label string) orb.MultiPolygon
	}{
		{"apart", func(t *rapid.T, label string) orb.MultiPolygon { return starShape(t, label, 300) }},
		{"crowded", func(t *rapid.T, label string) orb.MultiPolygon { return starShape(t, label, 10) }},
		{"touching and equal", gridShape},
	} {
		t.Run(kind.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				w := drawTown(t, kind.shape)
				s := w.pack()
				anywhere := spatial.NewIndex(s, w.hosts).NearestAll(w.queries, 1)
				inGroup := spatial.NewIndexByGroup(s, w.hosts).NearestAll(w.queries, 1)
				for i, q := range w.queries {
					if want := w.plainNearest(q, func(spatial.Host) bool { return true }); !sameMatch(anywhere[i], want) {
						t.Fatalf("query %d: %v, want %v", i, anywhere[i], want)
					}
					if want := w.plainNearest(q, func(h spatial.Host) bool { return h.Group == q.Group }); !sameMatch(inGroup[i], want) {
						t.Fatalf("query %d in its group: %v, want %v", i, inGroup[i], want)
					}
				}
			})
		})
	}
}

func sameMatch(a, b spatial.Match) bool {
	return a.Host == b.Host && (a.Distance == b.Distance || math.Abs(a.Distance-b.Distance) < 1e-9)
}

func TestNearestDoesNotDependOnOrderOrWorkers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawTown(t, gridShape)
		want := spatial.NewIndex(w.pack(), w.hosts).NearestAll(w.queries, 1)

		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "shuffle"), 0))
		place := r.Perm(len(w.shapes)) // where each shape goes
		mixed := &town{shapes: make([]orb.MultiPolygon, len(w.shapes))}
		for i, at := range place {
			mixed.shapes[at] = w.shapes[i]
		}
		for _, h := range w.hosts {
			mixed.hosts = append(mixed.hosts, spatial.Host{Shape: int32(place[h.Shape]), Group: h.Group})
		}
		asked := r.Perm(len(w.queries))
		for _, i := range asked {
			q := w.queries[i]
			mixed.queries = append(mixed.queries, spatial.Query{Shape: int32(place[q.Shape]), Group: q.Group})
		}
		for workers := range 3 {
			got := spatial.NewIndex(mixed.pack(), mixed.hosts).NearestAll(mixed.queries, workers)
			for k, i := range asked {
				if got[k] != want[i] {
					t.Fatalf("query %d: %v, before shuffling %v", i, got[k], want[i])
				}
			}
		}
	})
}

func TestEquallyNearHosts(t *testing.T) {
	square := func(x float64) orb.MultiPolygon {
		return orb.MultiPolygon{{{{x, 0}, {x + 10, 0}, {x + 10, 10}, {x, 10}, {x, 0}}}}
	}
	// The query covers x from 0 to 10 and is of group 1. A host with a gap < 0 lies to its left.
	for _, c := range []struct {
		name  string
		hosts []float64 // the gap between query and host
		group []int32
		want  int32
	}{
		{"the same distance, the first", []float64{-50, 50}, []int32{0, 0}, 0},
		{"the same distance, the own group", []float64{-50, 50}, []int32{0, 1}, 1},
		{"both of the own group, the first", []float64{-50, 50}, []int32{1, 1}, 0},
		{"0.9 mm farther, still equal", []float64{-50.0009, 50}, []int32{0, 0}, 0},
		{"0.9 mm farther, in the own group", []float64{-50, 50.0009}, []int32{0, 1}, 1},
		{"1.1 mm farther, too far", []float64{-50.0011, 50}, []int32{0, 0}, 1},
		{"1.1 mm farther, in the own group", []float64{-50, 50.0011}, []int32{0, 1}, 0},
		{"a chain of near equals counts from the least", []float64{-50.0016, 50.0008, -50, 50}, []int32{1, 1, 0, 0}, 1},
		{"touching two", []float64{math.Copysign(0, -1), 0}, []int32{0, 0}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := &town{shapes: []orb.MultiPolygon{square(0)}, queries: []spatial.Query{{Shape: 0, Group: 1}}}
			for i, gap := range c.hosts {
				w.shapes = append(w.shapes, square(gap+math.Copysign(10, gap)))
				w.hosts = append(w.hosts, spatial.Host{Shape: int32(i + 1), Group: c.group[i]})
			}
			if got := spatial.NewIndex(w.pack(), w.hosts).NearestAll(w.queries, 1); got[0].Host != c.want {
				t.Errorf("host %d, want %d", got[0].Host, c.want)
			}
		})
	}
}

func TestAroundListsByDistance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := drawTown(t, gridShape)
		// Some of the hosts ask too: none is its own neighbour.
		for _, h := range w.hosts[:len(w.hosts)/2] {
			w.queries = append(w.queries, spatial.Query(h))
		}
		d := float64(rapid.IntRange(0, 6).Draw(t, "within"))
		k := rapid.IntRange(0, 5).Draw(t, "at least")
		x := spatial.NewIndex(w.pack(), w.hosts)
		for _, q := range w.queries {
			var want []spatial.Match
			for i, h := range w.hosts {
				if h.Shape != q.Shape {
					far, _, _ := spatial.Distance(w.shapes[q.Shape], w.shapes[h.Shape])
					want = append(want, spatial.Match{Host: int32(i), Distance: far})
				}
			}
			slices.SortStableFunc(want, func(a, b spatial.Match) int {
				switch {
				case a.Distance < b.Distance:
					return -1
				case a.Distance > b.Distance:
					return 1
				}
				return 0
			})
			n := min(k, len(want))
			for n < len(want) && want[n].Distance <= d {
				n++
			}
			if diff := cmp.Diff(want[:n], x.Around(q, d, k), cmpopts.EquateEmpty()); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

func TestNearestWithEmptyShapes(t *testing.T) {
	some := orb.MultiPolygon{{{{0, 0}, {1, 0}, {0, 1}, {0, 0}}}}
	w := &town{
		shapes:  []orb.MultiPolygon{nil, some, {{}}, {{{{9, 9}, {9, 8}, {8, 9}, {9, 9}}}}},
		hosts:   []spatial.Host{{Shape: 0}, {Shape: 1}},
		queries: []spatial.Query{{Shape: 2}, {Shape: 3}, {Shape: 1}},
	}
	got := spatial.NewIndex(w.pack(), w.hosts).NearestAll(w.queries, 1)
	for i, want := range []int32{spatial.None, 1, spatial.None} {
		if got[i].Host != want || math.IsNaN(got[i].Distance) || math.IsInf(got[i].Distance, 1) != (want == spatial.None) {
			t.Errorf("query %d: %v, want host %d", i, got[i], want)
		}
	}
	if got := spatial.NewIndex(w.pack(), nil).NearestAll(w.queries, 0); got[1].Host != spatial.None {
		t.Errorf("without hosts: %v", got[1])
	}
}
