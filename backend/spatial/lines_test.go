package spatial_test

import (
	"testing"

	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// TestAWayCrossesALineIfTheyMeet against every segment one by one.
func TestAWayCrossesALineIfTheyMeet(t *testing.T) {
	box := orb.Bound{Min: orb.Point{117, 39}, Max: orb.Point{117.1, 39.1}}
	frame := spatial.FrameOf(box)
	place := rapid.Custom(func(t *rapid.T) orb.Point {
		return orb.Point{rapid.Float64Range(117, 117.1).Draw(t, "lon"), rapid.Float64Range(39, 39.1).Draw(t, "lat")}
	})
	// turn is twice the area of a triangle: the side of c as seen along a–b.
	turn := func(a, b, c orb.Point) float64 { return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0]) }
	rapid.Check(t, func(t *rapid.T) {
		line := orb.LineString(rapid.SliceOfN(place, 2, 12).Draw(t, "line"))
		lines := spatial.NewLines(frame, []orb.Geometry{line})
		from, to := frame.Forward(place.Draw(t, "from")), frame.Forward(place.Draw(t, "to"))
		want := false
		for i := 1; i < len(line); i++ {
			a, b := frame.Forward(line[i-1]), frame.Forward(line[i])
			want = want || turn(from, to, a)*turn(from, to, b) < 0 && turn(a, b, from)*turn(a, b, to) < 0
		}
		if got := lines.Cross(from, to); got != want {
			t.Fatalf("%v–%v across %v: %v, want %v", from, to, line, got, want)
		}
	})
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
