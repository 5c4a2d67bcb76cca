package gpkg

import (
	"database/sql/driver"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// SQLite itself judges the trees that we pack: rtreecheck, and searches against brute force. Sizes about those at which a level is added.
func TestPackedRTreesAreSoundAndFindWhatBruteForceFinds(t *testing.T) {
	c, err := connect(filepath.Join(t.TempDir(), "r.db"), building)
	if err != nil {
		t.Fatal(err)
	}
	defer c.close()
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{0, 1, 50, 51, 52, 102, 103, 51 * 51, 51*51 + 1, 20_000} {
		name := fmt.Sprintf("n%d", n)
		if err := c.exec("CREATE VIRTUAL TABLE " + indexName(name) + " USING rtree(id, minx, maxx, miny, maxy)"); err != nil {
			t.Fatal(err)
		}
		entries := make([]entry, n)
		for i := range entries {
			x, y := 117+random.Float64(), 39+random.Float64()
			entries[i] = entry{int64(3*i + 1), box{x, x + 0.01*random.Float64(), y, y + 0.01*random.Float64()}}
		}
		if err := c.rebuildIndex(name, slices.Clone(entries), around(entries)); err != nil {
			t.Fatal(err)
		}
		check := func() {
			t.Helper()
			if v, err := c.value("SELECT rtreecheck(?1)", indexName(name)); v != "ok" || err != nil {
				t.Fatalf("%d entries: rtreecheck says %v, %v", n, v, err)
			}
			for range 20 {
				x, y := 117+random.Float64(), 39+random.Float64()
				window := box{x, x + 0.05, y, y + 0.05}
				found := make(map[int64]bool)
				err := c.each("SELECT id FROM "+indexName(name)+" WHERE minx <= ?2 AND maxx >= ?1 AND miny <= ?4 AND maxy >= ?3", func(row []driver.Value) error {
					found[row[0].(int64)] = true
					return nil
				}, window.minX, window.maxX, window.minY, window.maxY)
				if err != nil {
					t.Fatal(err)
				}
				for _, e := range entries {
					meets := e.box.minX <= window.maxX && e.box.maxX >= window.minX && e.box.minY <= window.maxY && e.box.maxY >= window.minY
					if meets && !found[e.id] {
						t.Fatalf("%d entries: %v was not found in %v", n, e, window)
					}
				}
			}
		}
		check()
		// The tree goes on working as SQLite's own: rows come and go.
		for i := 0; i < n; i += 7 {
			if err := c.change("DELETE FROM "+indexName(name)+" WHERE id = ?1", entries[i].id); err != nil {
				t.Fatal(err)
			}
			e := &entries[i]
			e.id += 1_000_000
			if err := c.change("INSERT INTO "+indexName(name)+" VALUES (?1, ?2, ?3, ?4, ?5)", e.id, e.box.minX, e.box.maxX, e.box.minY, e.box.maxY); err != nil {
				t.Fatal(err)
			}
		}
		check()
	}
}

func TestIndexBoxesAreNeverSmallerThanTheGeometry(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-1e6, 1e6).Draw(t, "v")
		lo, hi := float64(below(v)), float64(above(v))
		if lo > v || hi < v {
			t.Fatalf("%v lies outside %v to %v", v, lo, hi)
		}
		if next := float64(math.Nextafter32(float32(lo), float32(math.Inf(1)))); next <= v && lo != v {
			t.Fatalf("%v is not the nearest float32 below %v", lo, v)
		}
	})
}

func TestHilbertCurveVisitsNeighbours(t *testing.T) {
	const side = 64
	at := make(map[uint32][2]int)
	// A corner of the curve of order 16 whose side is a power of two is a curve of its own.
	for x := range side {
		for y := range side {
			at[hilbert(uint32(x), uint32(y))] = [2]int{x, y}
		}
	}
	if len(at) != side*side {
		t.Fatalf("%d places for %d cells", len(at), side*side)
	}
	for d := range uint32(side*side - 1) {
		a, ok := at[d]
		b, ok2 := at[d+1]
		step := math.Abs(float64(a[0]-b[0])) + math.Abs(float64(a[1]-b[1]))
		if !ok || !ok2 || step != 1 {
			t.Fatalf("from %v to %v at %d", a, b, d)
		}
	}
}
