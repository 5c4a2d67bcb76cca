package spatial_test

import (
	"testing"

	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestLabelsStandInsideTheirShape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mp := starShape(t, "shape", 100)
		at, west, east, ok := spatial.LabelPoint(mp)
		if !ok {
			t.Fatalf("no place in %v", mp)
		}
		for _, p := range []orb.Point{at, {(at[0] + west[0]) / 2, at[1]}, {(at[0] + east[0]) / 2, at[1]}} {
			if d, _, _ := spatial.Distance(orb.MultiPolygon{{{p, p}}}, mp); d > 1e-9 {
				t.Fatalf("%v of the stretch from %v to %v is %v outside", p, west, east, d)
			}
		}
	})
	if _, _, _, ok := spatial.LabelPoint(orb.MultiPolygon{{}}); ok {
		t.Error("a place in nothing")
	}
}
