package spatial_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

// The suites disagree about an empty hole: JTS takes it as nothing, simplefeatures refuses it. We follow JTS.
const emptyHole = "POLYGON((0 0,0 1,1 0,0 0),EMPTY)"

func TestValidityAgreesWithTheSuites(t *testing.T) {
	cases := geometryCases(t, "validity_polygons.json")
	right := 0
	for _, c := range cases {
		mp, kind := areasOf(t, c.A)
		if kind != "POLYGON" && kind != "MULTIPOLYGON" {
			t.Errorf("%s: type %q", c.ID, kind)
			continue
		}
		want := c.Expected == "true" || c.A == emptyHole
		fault := spatial.Check(mp)
		if (fault == nil) != want {
			t.Errorf("%s (%s): valid %v, got %v\n%.300s", c.ID, c.Desc, want, fault, c.A)
			continue
		}
		right++
	}
	t.Logf("%d of %d validity cases as expected", right, len(cases))
}

func TestFaultsAreNamedWithTheirPlace(t *testing.T) {
	box := func(x, y, side float64) orb.Ring {
		return orb.Ring{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}
	}
	for _, c := range []struct {
		name  string
		shape orb.MultiPolygon
		want  spatial.Fault
	}{
		{"bow-tie", orb.MultiPolygon{{{{0, 0}, {2, 2}, {2, 0}, {0, 2}, {0, 0}}}}, spatial.Fault{Kind: spatial.SelfCrossing, At: orb.Point{1, 1}}},
		{"spike", orb.MultiPolygon{{{{0, 0}, {4, 0}, {4, 4}, {2, 4}, {2, 9}, {2, 4}, {0, 4}, {0, 0}}}}, spatial.Fault{Kind: spatial.SelfOverlap, At: orb.Point{2, 4}}},
		{"ring through its own corner", orb.MultiPolygon{{{{0, 0}, {4, 0}, {2, 2}, {4, 4}, {0, 4}, {2, 2}, {0, 0}}}}, spatial.Fault{Kind: spatial.SelfTouch, At: orb.Point{2, 2}}},
		{"there and back", orb.MultiPolygon{{{{0, 0}, {4, 0}, {2, 0}, {0, 0}}}}, spatial.Fault{Kind: spatial.ZeroArea, At: orb.Point{0, 0}}},
		{"two points", orb.MultiPolygon{{{{0, 0}, {4, 0}, {0, 0}}}}, spatial.Fault{Kind: spatial.TooFewPoints, At: orb.Point{0, 0}}},
		{"open", orb.MultiPolygon{{{{0, 0}, {4, 0}, {4, 4}}}}, spatial.Fault{Kind: spatial.NotClosed, At: orb.Point{4, 4}}},
		{"infinite", orb.MultiPolygon{{{{0, 0}, {4, 0}, {4, math.Inf(1)}, {0, 0}}}}, spatial.Fault{Kind: spatial.NotFinite, At: orb.Point{4, math.Inf(1)}}},
		{"hole across the shell", orb.MultiPolygon{{box(0, 0, 4), box(3, 1, 2)}}, spatial.Fault{Kind: spatial.HoleCrosses, Ring: 1, At: orb.Point{4, 1}}},
		{"hole along the shell", orb.MultiPolygon{{box(0, 0, 4), box(2, 1, 2)}}, spatial.Fault{Kind: spatial.HoleSharesEdge, Ring: 1, At: orb.Point{4, 1}}},
		{"hole outside", orb.MultiPolygon{{box(0, 0, 4), box(5, 1, 2)}}, spatial.Fault{Kind: spatial.HoleOutside, Ring: 1, OtherRing: 1, At: orb.Point{5, 1}}},
		{"hole around the shell", orb.MultiPolygon{{box(0, 0, 4), box(-1, -1, 9)}}, spatial.Fault{Kind: spatial.HoleOutside, Ring: 1, OtherRing: 1, At: orb.Point{-1, -1}}},
		{"hole in a hole", orb.MultiPolygon{{box(0, 0, 9), box(1, 1, 7), box(2, 2, 1)}}, spatial.Fault{Kind: spatial.HoleNested, Ring: 2, OtherRing: 1, At: orb.Point{2, 2}}},
		{"hole across a hole", orb.MultiPolygon{{box(0, 0, 9), box(1, 1, 3), box(2, 2, 4)}}, spatial.Fault{Kind: spatial.HoleCrosses, Ring: 2, OtherRing: 1, At: orb.Point{2, 4}}},
		{"hole cutting the shell in two", orb.MultiPolygon{{box(0, 0, 4), {{0, 2}, {2, 1}, {4, 2}, {2, 3}, {0, 2}}}}, spatial.Fault{Kind: spatial.Disconnected, Ring: 1, At: orb.Point{4, 2}}},
		{"parts overlapping", orb.MultiPolygon{{box(0, 0, 4)}, {box(3, 1, 9)}}, spatial.Fault{Kind: spatial.PartsOverlap, Part: 1, At: orb.Point{3, 4}}},
		{"part in a part", orb.MultiPolygon{{box(3, 1, 2)}, {box(0, 0, 9)}}, spatial.Fault{Kind: spatial.PartsOverlap, Part: 1, At: orb.Point{3, 1}}},
		{"parts side by side", orb.MultiPolygon{{box(0, 0, 4)}, {box(4, 1, 9)}}, spatial.Fault{Kind: spatial.PartsShareEdge, Part: 1, At: orb.Point{4, 1}}},
		{"part filling a hole", orb.MultiPolygon{{box(0, 0, 9), box(1, 1, 3)}, {box(1, 1, 3)}}, spatial.Fault{Kind: spatial.PartsShareEdge, Part: 1, OtherRing: 1, At: orb.Point{1, 1}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := spatial.Check(c.shape)
			if f == nil || *f != c.want {
				t.Fatalf("%+v, want %+v", f, c.want)
			}
			text := f.Text()
			for _, s := range []string{text.ZH, text.EN} {
				if s == "" || strings.Contains(s, "%!") || strings.Contains(s, "\n") {
					t.Errorf("text %q", s)
				}
			}
		})
	}
}

func TestNormalizeTurnsRings(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		mp := starShape(t, "shape", 100)
		if spatial.Check(mp) != nil {
			t.Fatalf("not valid: %v", mp)
		}
		area := spatial.Area(mp)
		any := false
		for _, polygon := range mp {
			for _, ring := range polygon {
				if rapid.Bool().Draw(t, "turn") {
					slices.Reverse(ring)
					any = true
				}
			}
		}
		if turned := spatial.Normalize(mp); turned != any {
			t.Fatalf("turned %v, rings were turned before %v", turned, any)
		}
		for _, polygon := range mp {
			for i, ring := range polygon {
				if want := map[bool]orb.Orientation{true: orb.CCW, false: orb.CW}[i == 0]; ring.Orientation() != want {
					t.Fatalf("ring %d runs the wrong way: %v", i, ring)
				}
			}
		}
		if spatial.Normalize(mp) || math.Abs(spatial.Area(mp)-area) > 1e-9*area {
			t.Fatal("turned twice, or the area changed")
		}
	})
}

func TestCheckIsOGCValidity(t *testing.T) {
	valid := 0
	rapid.Check(t, func(t *rapid.T) {
		mp := drawRings(t)
		want := plainlyOGC(mp)
		if want {
			valid++
		}
		if f := spatial.Check(mp); (f == nil) != want {
			t.Fatalf("valid %v, got %v\n%v", want, f, mp)
		}
	})
	if valid == 0 {
		t.Error("no shape was valid: the test tests little")
	}
}

func TestCheckTakesAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		number := rapid.OneOf(
			rapid.Float64(), rapid.Float64Range(-1e-300, 1e-300), rapid.SampledFrom([]float64{0, math.Copysign(0, -1), 1, math.NaN(), math.Inf(1), 5e-324, math.MaxFloat64}),
		)
		var mp orb.MultiPolygon
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			var polygon orb.Polygon
			for range rapid.IntRange(0, 3).Draw(t, "rings") {
				var ring orb.Ring
				for range rapid.IntRange(0, 8).Draw(t, "points") {
					ring = append(ring, orb.Point{number.Draw(t, "x"), number.Draw(t, "y")})
				}
				if len(ring) > 0 && rapid.Bool().Draw(t, "closed") {
					ring = append(ring, ring[0])
				}
				polygon = append(polygon, ring)
			}
			mp = append(mp, polygon)
		}
		if f := spatial.Check(mp); f != nil && (f.Text().ZH == "" || f.Error() == "") {
			t.Fatalf("a fault without words: %+v", f)
		}
		spatial.Normalize(mp)
	})
}

// drawRings makes a few rings with small whole coordinates. Many touch, some cross.
func drawRings(t *rapid.T) orb.MultiPolygon {
	at := func(name string, low, high int) float64 { return float64(rapid.IntRange(low, high).Draw(t, name)) }
	ring := func(low, high int) orb.Ring {
		var r orb.Ring
		if x, y := at("x", low, high-1), at("y", low, high-1); rapid.Bool().Draw(t, "box") {
			w, h := at("w", 1, high-low), at("h", 1, high-low)
			r = orb.Ring{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
		} else {
			for range rapid.IntRange(3, 6).Draw(t, "corners") {
				r = append(r, orb.Point{at("x", low, high), at("y", low, high)})
			}
		}
		if rapid.IntRange(0, 4).Draw(t, "twice") == 0 {
			r = slices.Insert(r, 1, r[0])
		}
		return append(r, r[0])
	}
	var mp orb.MultiPolygon
	for range rapid.IntRange(1, 3).Draw(t, "parts") {
		polygon := orb.Polygon{ring(0, 8)}
		if rapid.Bool().Draw(t, "large") {
			polygon[0] = orb.Ring{{0, 0}, {8, 0}, {8, 8}, {0, 8}, {0, 0}}
		}
		for range rapid.IntRange(0, 3).Draw(t, "holes") {
			polygon = append(polygon, ring(0, 6))
		}
		mp = append(mp, polygon)
	}
	return mp
}
