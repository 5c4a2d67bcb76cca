package spatial_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
	"pgregory.net/rapid"
)

func block(x, y, width, height float64) orb.MultiPolygon {
	return orb.MultiPolygon{{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}}}}
}

// quarter has blocks of 60 to 110 m along streets of 40 m, parted into groups by columns and rows of blocks.
func quarter(across int, skip func(i int) bool, turn float64) (shapes []orb.MultiPolygon, group []int) {
	for y := range across {
		for x := range across {
			if skip(y*across + x) {
				continue
			}
			shapes = append(shapes, block(float64(x)*150+turn, float64(y)*150, 60+float64((x*7+y*3)%50), 60+float64((x*3+y*5)%50)))
			group = append(group, x*3/across+3*(y*2/across))
		}
	}
	return shapes, group
}

func TestOutlinesHoldTheirEstatesAndNoOthers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		across := rapid.IntRange(1, 9).Draw(t, "across")
		gone := rapid.SliceOfDistinct(rapid.IntRange(0, across*across-1), rapid.ID[int]).Draw(t, "gone")
		shapes, group := quarter(across, func(i int) bool { return slices.Contains(gone, i) }, rapid.Float64Range(0, 30).Draw(t, "turn"))
		out := spatial.NewOutlines(shapes, group, 6)
		for i, mp := range shapes {
			own := out.Of[group[i]]
			if own == nil {
				t.Fatalf("group %d has shapes and no outline", group[i])
			}
			for _, p := range mp[0][0] {
				for g, outline := range out.Of {
					if outline == nil {
						continue
					}
					in := planar.MultiPolygonContains(outline, p)
					far := planar.DistanceFrom(outline, p)
					if g == group[i] && !in && far > 2*out.CellM || g != group[i] && in && far > 2*out.CellM {
						t.Fatalf("%v of group %d, outline of group %d: inside %v, border %.1f m away", p, group[i], g, in, far)
					}
				}
			}
		}
		for g, outline := range out.Of {
			if outline == nil {
				continue
			}
			if fault := spatial.Check(outline); fault != nil {
				t.Fatalf("outline %d: %+v", g, fault)
			}
		}
		r := rand.New(rand.NewPCG(1, 2))
		for range 400 {
			p := orb.Point{r.Float64()*float64(across)*150 - 50, r.Float64()*float64(across)*150 - 50}
			in := 0
			for _, outline := range out.Of {
				if outline != nil && planar.MultiPolygonContains(outline, p) && planar.DistanceFrom(outline, p) > 1e-6 {
					in++
				}
			}
			if in > 1 {
				t.Fatalf("%v lies in %d outlines", p, in)
			}
		}
	})
}

func TestStreetsAreBridgedAndEmptyLandIsNot(t *testing.T) {
	shapes := []orb.MultiPolygon{block(0, 0, 100, 100), block(160, 0, 100, 100), block(2000, 0, 100, 100)}
	out := spatial.NewOutlines(shapes, []int{0, 0, 0}, 1)
	if parts := len(out.Of[0]); parts != 2 {
		t.Errorf("%d parts", parts)
	}
	for _, c := range []struct {
		at   orb.Point
		want bool
	}{{orb.Point{130, 50}, true}, {orb.Point{50, 50}, true}, {orb.Point{1000, 50}, false}, {orb.Point{130, 400}, false}} {
		if planar.MultiPolygonContains(out.Of[0], c.at) != c.want {
			t.Errorf("%v inside: %v", c.at, !c.want)
		}
	}
	if a := planar.Area(out.Of[0]); a < 30_000 || a > 90_000 {
		t.Errorf("%.0f m² around 30,000 m² of estates", a)
	}
}

func TestOutlinesDoNotDependOnTheOrderOfEstates(t *testing.T) {
	shapes, group := quarter(8, func(i int) bool { return i%7 == 3 }, 0)
	want := spatial.NewOutlines(shapes, group, 6)
	r := rand.New(rand.NewPCG(5, 6))
	r.Shuffle(len(shapes), func(i, j int) {
		shapes[i], shapes[j] = shapes[j], shapes[i]
		group[i], group[j] = group[j], group[i]
	})
	if got := spatial.NewOutlines(shapes, group, 6); !reflect.DeepEqual(got, want) {
		t.Error("another order gives other outlines")
	}
	if none := spatial.NewOutlines(shapes, make([]int, len(shapes)), 0); len(none.Of) != 0 {
		t.Error("outlines without groups")
	}
	if none := spatial.NewOutlines(nil, nil, 2); none.Of[0] != nil || none.Of[1] != nil {
		t.Error("outlines of nothing")
	}
}

// TestOutlinesOfAnything: blocks large and tiny, on top of each other and interlocked, some at the other end of the country. The
// outlines are valid, do not overlap, hold every block that stands clear of other groups, and are the same in any order.
func TestOutlinesOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const groups = 4
		spread := rapid.SampledFrom([]float64{60, 300, 1500, 20_000}).Draw(t, "spread")
		largest := rapid.SampledFrom([]float64{12, 60, 400}).Draw(t, "largest")
		n := rapid.IntRange(1, 60).Draw(t, "n")
		var shapes []orb.MultiPolygon
		var group []int
		for range n {
			x, y := rapid.Float64Range(0, spread).Draw(t, "x"), rapid.Float64Range(0, spread).Draw(t, "y")
			if rapid.IntRange(0, 20).Draw(t, "far") == 0 {
				x += 900_000
			}
			shapes = append(shapes, block(x, y, rapid.Float64Range(1, largest).Draw(t, "width"), rapid.Float64Range(1, largest).Draw(t, "height")))
			group = append(group, rapid.IntRange(-1, groups-1).Draw(t, "group"))
		}
		out := spatial.NewOutlines(shapes, group, groups)
		if out.CellM > 60 {
			t.Fatalf("cells of %.0f m", out.CellM)
		}
		for g, outline := range out.Of {
			if outline == nil {
				if own := slices.Index(group, g); own >= 0 && standsClear(shapes, group, own, 3*out.CellM) {
					t.Fatalf("group %d has no outline", g)
				}
				continue
			}
			if fault := spatial.Check(outline); fault != nil {
				t.Fatalf("outline %d: %+v", g, fault)
			}
		}
		for i, mp := range shapes {
			if group[i] < 0 || !standsClear(shapes, group, i, 3*out.CellM) {
				continue
			}
			for _, p := range mp[0][0] {
				if own := out.Of[group[i]]; !planar.MultiPolygonContains(own, p) && planar.DistanceFrom(own, p) > 2*out.CellM {
					t.Fatalf("%v lies %.1f m outside, cells of %.1f m", p, planar.DistanceFrom(own, p), out.CellM)
				}
			}
		}
		r := rand.New(rand.NewPCG(1, 2))
		for range 200 {
			near := shapes[r.IntN(n)][0][0][0]
			p := orb.Point{near[0] + 300*r.Float64() - 150, near[1] + 300*r.Float64() - 150}
			var in []int
			for g, outline := range out.Of {
				if outline != nil && planar.MultiPolygonContains(outline, p) && planar.DistanceFrom(outline, p) > 1e-6 {
					in = append(in, g)
				}
			}
			if len(in) > 1 {
				t.Fatalf("%v lies in the outlines %v", p, in)
			}
		}
		order := rapid.Permutation(indices(n)).Draw(t, "order")
		shuffled, theirs := make([]orb.MultiPolygon, n), make([]int, n)
		for to, from := range order {
			shuffled[to], theirs[to] = shapes[from], group[from]
		}
		if again := spatial.NewOutlines(shuffled, theirs, groups); !reflect.DeepEqual(out, again) {
			t.Fatal("another order gives other outlines")
		}
	})
}

func indices(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// standsClear reports whether no shape of another group has its box within a distance of a shape's.
func standsClear(shapes []orb.MultiPolygon, group []int, i int, far float64) bool {
	b := shapes[i].Bound().Pad(far)
	for k := range shapes {
		if group[k] >= 0 && group[k] != group[i] && shapes[k].Bound().Intersects(b) {
			return false
		}
	}
	return true
}

// TestAnEstateAtTheOtherEndOfTheCountryTakesNothingFromTheRest: coordinates are entered wrong now and then.
func TestAnEstateAtTheOtherEndOfTheCountryTakesNothingFromTheRest(t *testing.T) {
	shapes, group := quarter(6, func(int) bool { return false }, 0)
	want := spatial.NewOutlines(shapes, group, 6)
	far := block(1_500_000, -900_000, 80, 80)
	got := spatial.NewOutlines(append(shapes, far), append(group, 2), 6)
	if got.CellM != want.CellM {
		t.Fatalf("cells of %.0f m", got.CellM)
	}
	for g := range want.Of {
		parts := len(want.Of[g])
		if g == 2 {
			parts++
		}
		if len(got.Of[g]) != parts {
			t.Errorf("group %d: %d parts, want %d", g, len(got.Of[g]), parts)
		}
	}
	if !planar.MultiPolygonContains(got.Of[2], orb.Point{1_500_040, -899_960}) {
		t.Error("the far estate has no outline")
	}
}

func BenchmarkOutlines(b *testing.B) {
	shapes, group := quarter(224, func(int) bool { return false }, 0) // 50,176
	for b.Loop() {
		spatial.NewOutlines(shapes, group, 6)
	}
}
