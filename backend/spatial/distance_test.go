package spatial_test

import (
	"math"
	"strconv"
	"testing"

	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestDistanceAgreesWithTheSuites(t *testing.T) {
	right, other := 0, 0
	for _, file := range []string{"distance_polygon_polygon.json", "derived_distance_polygon_polygon.json", "distance_other.json"} {
		for _, c := range geometryCases(t, file) {
			a, okA := shapeOf(t, c.A)
			b, okB := shapeOf(t, c.B)
			if !okA || !okB {
				other++
				continue
			}
			got, onA, onB := spatial.Distance(a, b)
			if c.Op == "iswithindistance" {
				limit, err := strconv.ParseFloat(string(trimQuotes(c.Arg)), 64)
				if err != nil {
					t.Fatalf("%s: %v", c.ID, err)
				}
				if (got <= limit) != (c.Expected == "true") {
					t.Errorf("%s (%s): distance %v, within %v should be %s", c.ID, c.Desc, got, limit, c.Expected)
					continue
				}
				right++
				continue
			}
			want, err := strconv.ParseFloat(c.Expected, 64)
			if err != nil {
				t.Fatalf("%s: expected %q", c.ID, c.Expected)
			}
			if math.Abs(got-want) > 1e-9*math.Max(1, want) || (want == 0) != (got == 0) {
				t.Errorf("%s (%s): %v, want %v\n%.200s\n%.200s", c.ID, c.Desc, got, want, c.A, c.B)
				continue
			}
			if apart := math.Hypot(onA[0]-onB[0], onA[1]-onB[1]); math.Abs(apart-got) > 1e-9*math.Max(1, got) {
				t.Errorf("%s: points %v and %v are %v apart, distance %v", c.ID, onA, onB, apart, got)
			}
			if c.Touches != nil && *c.Touches != (got == 0) {
				t.Errorf("%s: touches %v, distance %v", c.ID, *c.Touches, got)
			}
			right++
		}
	}
	t.Logf("%d cases as expected, %d of types without meaning here (empty, collections)", right, other)
}

func trimQuotes(b []byte) []byte {
	if len(b) > 1 && b[0] == '"' {
		return b[1 : len(b)-1]
	}
	return b
}

// shapeOf reads WKT as a shape: a line becomes a ring there and back, a point a ring of itself. ok is false of an empty
// geometry, whose distance the suites define in different ways, and of a collection.
func shapeOf(t *testing.T, wkt string) (mp orb.MultiPolygon, ok bool) {
	t.Helper()
	mp, _ = areasOf(t, wkt)
	return mp, len(mp) > 0
}

func TestDistanceIsThatOfAllPairsOfEdges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := starShape(t, "a", 30), starShape(t, "b", 30)
		want := plainDistance(a, b)
		got, onA, onB := spatial.Distance(a, b)
		if math.Abs(got-want) > 1e-9 {
			t.Fatalf("%v, by all pairs %v\n%v\n%v", got, want, a, b)
		}
		checkPoints(t, a, b, got, onA, onB)
		if back, _, _ := spatial.Distance(b, a); back != got && math.Abs(back-got) > 1e-12*got {
			t.Fatalf("from the other side %v, not %v", back, got)
		}
	})
}

func TestDistanceIsZeroIfAndOnlyIfShapesTouch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := gridShape(t, "a"), gridShape(t, "b")
		want := plainDistance(a, b)
		got, onA, onB := spatial.Distance(a, b)
		if (got == 0) != (want == 0) || math.Abs(got-want) > 1e-12 {
			t.Fatalf("%v, by all pairs %v\n%v\n%v", got, want, a, b)
		}
		checkPoints(t, a, b, got, onA, onB)
	})
}

// checkPoints checks that the points lie on or in their shapes and are as far apart as the distance says.
func checkPoints(t *rapid.T, a, b orb.MultiPolygon, d float64, onA, onB orb.Point) {
	if apart := math.Hypot(onA[0]-onB[0], onA[1]-onB[1]); math.Abs(apart-d) > 1e-9 {
		t.Fatalf("points %v and %v are %v apart, distance %v", onA, onB, apart, d)
	}
	for i, mp := range []orb.MultiPolygon{a, b} {
		p := []orb.Point{onA, onB}[i]
		if off := plainDistance(orb.MultiPolygon{{{p, p}}}, mp); off > 1e-9 {
			t.Fatalf("point %v is %v off its shape %v", p, off, mp)
		}
	}
}

func TestDistanceOfScatteredPlaces(t *testing.T) {
	block := orb.Ring{{0, 0}, {100, 0}, {100, 80}, {0, 80}, {0, 0}}
	court := orb.Ring{{40, 30}, {40, 50}, {60, 50}, {60, 30}, {40, 30}}
	host := orb.MultiPolygon{{block, court}}
	square := func(x, y, side float64) orb.MultiPolygon {
		return orb.MultiPolygon{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}}}
	}
	for _, c := range []struct {
		name string
		at   orb.MultiPolygon
		want float64
	}{
		{"in the courtyard, a hole is outside", square(48, 38, 4), 8},
		{"filling the courtyard exactly", orb.MultiPolygon{{court}}, 0},
		{"in the courtyard, touching its wall in a corner", square(56, 46, 4), 0},
		{"inside the body", square(10, 10, 5), 0},
		{"over the whole host", square(-50, -50, 500), 0},
		{"sharing an edge", square(100, 0, 80), 0},
		{"sharing part of an edge", square(100, 20, 10), 0},
		{"touching in a corner", square(100, 80, 10), 0},
		{"a corner on the middle of an edge", orb.MultiPolygon{{{{100, 40}, {120, 30}, {120, 50}, {100, 40}}}}, 0},
		{"across a street", square(112.5, 20, 10), 12.5},
		{"beyond the corner", square(103, 84, 10), 5},
		{"with a part on either side", orb.MultiPolygon{square(130, 0, 5)[0], square(-7, 0, 5)[0]}, 2},
		{"crossing the wall", square(-5, 20, 10), 0},
		{"across courtyard and body", orb.MultiPolygon{{{{45, 35}, {70, 40}, {45, 45}, {45, 35}}}}, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, pair := range [][2]orb.MultiPolygon{{c.at, host}, {host, c.at}} {
				if got, _, _ := spatial.Distance(pair[0], pair[1]); got != c.want {
					t.Errorf("%v, want %v", got, c.want)
				}
			}
		})
	}
}

func TestDistanceWithNothingIsInfinite(t *testing.T) {
	some := orb.MultiPolygon{{{{0, 0}, {1, 0}, {0, 1}, {0, 0}}}}
	for _, empty := range []orb.MultiPolygon{nil, {}, {{}}, {{{}}}, {nil, {{}, {}}}} {
		for _, pair := range [][2]orb.MultiPolygon{{empty, some}, {some, empty}, {empty, empty}} {
			if d, _, _ := spatial.Distance(pair[0], pair[1]); !math.IsInf(d, 1) {
				t.Errorf("%v: %v", empty, d)
			}
		}
	}
}
