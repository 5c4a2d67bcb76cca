package overlay_test

import (
	"errors"
	"math"
	"testing"

	"estateatlas/backend/overlay"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"
)

func rectangle(x, y, w, h float64) orb.MultiPolygon {
	return orb.MultiPolygon{{{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}}}}
}

// star is a valid area with a ring of n corners around a middle, at distances drawn.
func star(t *rapid.T, name string) orb.MultiPolygon {
	n := rapid.IntRange(3, 12).Draw(t, name)
	x, y := rapid.Float64Range(-3, 3).Draw(t, name+" x"), rapid.Float64Range(-3, 3).Draw(t, name+" y")
	ring := make(orb.Ring, 0, n+1)
	for i := range n {
		r, a := rapid.Float64Range(1, 6).Draw(t, name+" r"), 2*math.Pi*float64(i)/float64(n)
		ring = append(ring, orb.Point{x + r*math.Cos(a), y + r*math.Sin(a)})
	}
	return orb.MultiPolygon{{append(ring, ring[0])}}
}

func near(a, b float64) bool { return math.Abs(a-b) <= 1e-6*(1+math.Abs(b)) }

// TestTheAreasOfBothTogetherAddUp: |A ∪ B| + |A ∩ B| = |A| + |B|, and what comes out is valid.
func TestTheAreasOfBothTogetherAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := star(t, "a"), star(t, "b")
		union, err := overlay.Union(a, b)
		if err != nil {
			t.Fatal(err)
		}
		common, err := overlay.Intersection(a, b)
		if err != nil {
			t.Fatal(err)
		}
		if fault := spatial.Check(union); fault != nil {
			t.Fatalf("%+v", fault)
		}
		if got, want := planar.Area(union)+planar.Area(common), planar.Area(a)+planar.Area(b); !near(got, want) {
			t.Fatalf("%v, want %v", got, want)
		}
	})
}

// TestThePartsOfASplitMakeUpTheWhole: nothing lost, nothing twice, and points of the left part lie on the left.
func TestThePartsOfASplitMakeUpTheWhole(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		shape := star(t, "shape")
		a := rapid.Float64Range(0, 2*math.Pi).Draw(t, "direction")
		middle := shape.Bound().Center()
		at := orb.Point{middle[0] + rapid.Float64Range(-1, 1).Draw(t, "dx"), middle[1] + rapid.Float64Range(-1, 1).Draw(t, "dy")}
		line := orb.LineString{{at[0] - 20*math.Cos(a), at[1] - 20*math.Sin(a)}, at, {at[0] + 20*math.Cos(a), at[1] + 20*math.Sin(a)}}
		left, right, err := overlay.Split(shape, line)
		if errors.Is(err, overlay.ErrMissed) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := planar.Area(left) + planar.Area(right); !near(got, planar.Area(shape)) {
			t.Fatalf("%v of %v", got, planar.Area(shape))
		}
		common, err := overlay.Intersection(left, right)
		if err != nil || planar.Area(common) > 1e-9 {
			t.Fatalf("in both: %v, %v", planar.Area(common), err)
		}
		for _, part := range left {
			for _, p := range part[0] {
				if side := (line[2][0]-line[0][0])*(p[1]-line[0][1]) - (line[2][1]-line[0][1])*(p[0]-line[0][0]); side < -1e-6 {
					t.Fatalf("%v of the left part lies on the right", p)
				}
			}
		}
	})
}

func TestAreasThatShareAnEdgeBecomeOne(t *testing.T) {
	got, err := overlay.Union(rectangle(0, 0, 10, 10), rectangle(10, 2, 5, 4))
	if err != nil || len(got) != 1 || planar.Area(got) != 120 {
		t.Errorf("%v %v", got, err)
	}
	apart, err := overlay.Union(rectangle(0, 0, 1, 1), rectangle(5, 5, 1, 1))
	if err != nil || len(apart) != 2 {
		t.Errorf("%v %v", apart, err)
	}
	touching, err := overlay.Intersection(rectangle(0, 0, 10, 10), rectangle(10, 2, 5, 4))
	if err != nil || len(touching) != 0 {
		t.Errorf("an edge in common is no area: %v %v", touching, err)
	}
}

func TestALineThatDoesNotPartIsRefused(t *testing.T) {
	square := rectangle(0, 0, 10, 10)
	for _, c := range []struct {
		line orb.LineString
		want error
	}{
		{orb.LineString{{-1, 5}, {5, 5}}, overlay.ErrOutside},
		{orb.LineString{{-1, 20}, {11, 20}}, overlay.ErrMissed},
		{orb.LineString{{-1, 5}}, overlay.ErrMissed},
		{orb.LineString{{-1, 5}, {12, 5}, {12, 8}, {5, 8}, {5, -3}}, overlay.ErrTangled},
	} {
		if _, _, err := overlay.Split(square, c.line); !errors.Is(err, c.want) {
			t.Errorf("%v: %v, want %v", c.line, err, c.want)
		}
	}
	ring := orb.MultiPolygon{{rectangle(0, 0, 10, 10)[0][0], {{4, 4}, {4, 6}, {6, 6}, {6, 4}, {4, 4}}}}
	left, right, err := overlay.Split(ring, orb.LineString{{-1, 5}, {11, 5}})
	if err != nil || planar.Area(left) != 48 || planar.Area(right) != 48 {
		t.Errorf("through a courtyard: %v %v %v", left, right, err)
	}
	if _, err := overlay.Union(orb.MultiPolygon{{{{0, 0}, {1, 1}, {1, 0}, {0, 1}, {0, 0}}}}, square); !errors.Is(err, overlay.ErrShape) {
		t.Errorf("a bow-tie: %v", err)
	}
}
