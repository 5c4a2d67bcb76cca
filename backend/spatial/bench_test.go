package spatial_test

import (
	"fmt"
	"math"
	"runtime"
	"testing"
	"time"

	"estateatlas/backend/internal/fixture"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// cityOf returns a made-up city with its contiguous estates as hosts and its scattered ones as queries.
func cityOf(n int) (w town, box orb.Bound) {
	groups := make(map[string]int32)
	for i, e := range fixture.City(n, 1) {
		group, known := groups[e.Subdistrict]
		if !known {
			group = int32(len(groups))
			groups[e.Subdistrict] = group
		}
		w.shapes = append(w.shapes, e.Boundary)
		if e.Scattered {
			w.queries = append(w.queries, spatial.Query{Shape: int32(i), Group: group})
		} else {
			w.hosts = append(w.hosts, spatial.Host{Shape: int32(i), Group: group})
		}
		if i == 0 {
			box = e.Boundary.Bound()
		}
		box = box.Union(e.Boundary.Bound())
	}
	return w, box
}

func (w *town) packIn(box orb.Bound) *spatial.Shapes {
	return spatial.Pack(spatial.FrameOf(box), len(w.shapes), func(i int) orb.MultiPolygon { return w.shapes[i] })
}

func TestCityIsWhatItSays(t *testing.T) {
	w, box := cityOf(5000)
	if share := float64(len(w.queries)) / float64(len(w.shapes)); share < .55 || share > .65 {
		t.Errorf("%.0f %% are scattered", 100*share)
	}
	for i, mp := range w.shapes {
		if f := spatial.Check(mp); f != nil {
			t.Fatalf("estate %d: %v", i, f)
		}
	}
	zero, parts, holes := 0, 0, 0
	for _, m := range spatial.NewIndex(w.packIn(box), w.hosts).NearestAll(w.queries, 0) {
		if m.Distance == 0 {
			zero++
		}
	}
	for _, mp := range w.shapes {
		parts += len(mp) - 1
		for _, p := range mp {
			holes += len(p) - 1
		}
	}
	if zero == 0 || parts == 0 || holes == 0 {
		t.Errorf("%d at no distance, %d further parts, %d holes: some kind is missing", zero, parts, holes)
	}
}

func TestCityAgainstAllHosts(t *testing.T) {
	w, box := cityOf(2000)
	s := w.packIn(box)
	for i, m := range spatial.NewIndex(s, w.hosts).NearestAll(w.queries, 0) {
		least := math.Inf(1)
		for _, h := range w.hosts {
			least = min(least, s.Nearest(int(w.queries[i].Shape), s, int(h.Shape)).Distance)
		}
		if m.Host < 0 || m.Distance > least+0.001 || m.Distance < least {
			t.Fatalf("estate %d: %v, the nearest is at %v", w.queries[i].Shape, m, least)
		}
	}
}

// BenchmarkCity measures the assignment's search on made-up cities, build and query apart, on one core and on all.
func BenchmarkCity(b *testing.B) {
	for _, n := range []int{5_000, 50_000, 500_000} {
		var w town
		var box orb.Bound
		for _, workers := range []int{1, runtime.GOMAXPROCS(0)} {
			b.Run(fmt.Sprintf("estates=%d/cores=%d", n, workers), func(b *testing.B) {
				if w.shapes == nil {
					w, box = cityOf(n)
				}
				// The least of all rounds: the machine may be busy with other things.
				pack, index, query := time.Hour, time.Hour, time.Hour
				for b.Loop() {
					runtime.GC()
					t0 := time.Now()
					s := w.packIn(box)
					t1 := time.Now()
					x := spatial.NewIndex(s, w.hosts)
					t2 := time.Now()
					x.NearestAll(w.queries, workers)
					t3 := time.Now()
					pack, index, query = min(pack, t1.Sub(t0)), min(index, t2.Sub(t1)), min(query, t3.Sub(t2))
				}
				b.ReportMetric(0, "ns/op")
				b.ReportMetric(pack.Seconds(), "project-s")
				b.ReportMetric(index.Seconds(), "index-s")
				b.ReportMetric(query.Seconds(), "query-s")
				b.ReportMetric(float64(query.Nanoseconds())/float64(len(w.queries)), "ns/query")
			})
		}
	}
}

func BenchmarkCheckCity(b *testing.B) {
	w, _ := cityOf(50_000)
	for b.Loop() {
		for _, mp := range w.shapes {
			if f := spatial.Check(mp); f != nil {
				b.Fatal(f)
			}
		}
	}
}
