package spatial_test

import (
	"math"
	"math/big"
	"slices"
	"testing"

	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// TestAWayCrossesALineIfTheyMeet against every segment one by one, in exact arithmetic: to touch is to meet. Only where the
// two come within a micrometre without touching may the answer be either, as long segments are laid down in pieces.
func TestAWayCrossesALineIfTheyMeet(t *testing.T) {
	box := orb.Bound{Min: orb.Point{117, 39}, Max: orb.Point{117.1, 39.1}}
	frame := spatial.FrameOf(box)
	place := rapid.Custom(func(t *rapid.T) orb.Point {
		return orb.Point{rapid.Float64Range(117, 117.1).Draw(t, "lon"), rapid.Float64Range(39, 39.1).Draw(t, "lat")}
	})
	rapid.Check(t, func(t *rapid.T) {
		line := orb.LineString(rapid.SliceOfN(place, 2, 12).Draw(t, "line"))
		lines := spatial.NewLines(frame, []orb.Geometry{line})
		// Half of the ways begin on a vertex of the line: bridges and estates at the bank do.
		start := rapid.OneOf(place, rapid.SampledFrom([]orb.Point(line))).Draw(t, "from")
		from, to := frame.Forward(start), frame.Forward(place.Draw(t, "to"))
		if from == to {
			if lines.Cross(from, to) {
				t.Fatal("standing still is no crossing")
			}
			return
		}
		want, near := false, false
		for i := 1; i < len(line); i++ {
			a, b := frame.Forward(line[i-1]), frame.Forward(line[i])
			want = want || segmentsTouch(from, to, a, b)
			for _, gap := range []float64{gapM(from, a, b), gapM(to, a, b), gapM(a, from, to), gapM(b, from, to)} {
				near = near || gap < 1e-6
			}
		}
		touches := slices.Contains(line, start)
		if got := lines.Cross(from, to); got != want && (!near || touches) {
			t.Fatalf("%v–%v across %v: %v, want %v", from, to, line, got, want)
		}
	})
}

// segmentsTouch reports whether two closed segments of the plane share a point, without rounding.
func segmentsTouch(a, b, c, d orb.Point) bool {
	side := func(a, b, c orb.Point) int {
		r := func(v float64) *big.Rat { return new(big.Rat).SetFloat64(v) }
		sub := func(x, y float64) *big.Rat { return new(big.Rat).Sub(r(x), r(y)) }
		return new(big.Rat).Mul(sub(b[0], a[0]), sub(c[1], a[1])).Cmp(new(big.Rat).Mul(sub(b[1], a[1]), sub(c[0], a[0])))
	}
	boxed := func(a, b, c orb.Point) bool {
		return orb.MultiPoint{a, b}.Bound().Contains(c)
	}
	s := [4]int{side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)}
	return s[0]*s[1] < 0 && s[2]*s[3] < 0 ||
		s[0] == 0 && boxed(a, b, c) || s[1] == 0 && boxed(a, b, d) || s[2] == 0 && boxed(c, d, a) || s[3] == 0 && boxed(c, d, b)
}

// gapM is how far a place lies from a segment, metres.
func gapM(p, a, b orb.Point) float64 {
	dx, dy := b[0]-a[0], b[1]-a[1]
	along := 0.0
	if d2 := dx*dx + dy*dy; d2 > 0 {
		along = min(1, max(0, ((p[0]-a[0])*dx+(p[1]-a[1])*dy)/d2))
	}
	return math.Hypot(p[0]-a[0]-along*dx, p[1]-a[1]-along*dy)
}

func TestNothingIsCrossedWhereNothingIs(t *testing.T) {
	frame := spatial.FrameOf(orb.Bound{Min: orb.Point{117, 39}, Max: orb.Point{117.1, 39.1}})
	if lines := spatial.NewLines(frame, []orb.Geometry{orb.Point{117, 39}}); lines != nil || lines.Cross(orb.Point{0, 0}, orb.Point{1, 1}) {
		t.Error("a point is no barrier")
	}
	square := orb.Polygon{{{117, 39}, {117.01, 39}, {117.01, 39.01}, {117, 39.01}, {117, 39}}}
	lines := spatial.NewLines(frame, []orb.Geometry{square})
	out, in := frame.Forward(orb.Point{117.02, 39.005}), frame.Forward(orb.Point{117.005, 39.005})
	if !lines.Cross(out, in) || lines.Cross(in, in) {
		t.Error("the bank of a water area is a barrier, standing still is no crossing")
	}
}
