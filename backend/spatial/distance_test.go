package spatial_test

import (
	"math"
	"strconv"
	"testing"

	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
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
