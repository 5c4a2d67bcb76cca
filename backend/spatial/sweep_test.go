package spatial

import (
	"math"
	"testing"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func TestPlainlyValidRingsPassTheSweep(t *testing.T) {
	plain := 0
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(3, 9).Draw(t, "corners")
		ring := make(orb.Ring, 0, n+1)
		for range n {
			ring = append(ring, orb.Point{float64(rapid.IntRange(0, 7).Draw(t, "x")), float64(rapid.IntRange(0, 7).Draw(t, "y"))})
		}
		mp := orb.MultiPolygon{{append(ring, ring[0])}}
		if !plainlyValid(mp) {
			return
		}
		plain++
		if f := new(sweep).check(mp); f != nil {
			t.Fatalf("%v: %v", mp, f)
		}
	})
	if plain == 0 {
		t.Error("no ring was plainly valid: the test tests nothing")
	}
}

// hostileRings are valid rings of about n vertices on which careless methods take the square of n.
func hostileRings(n int) map[string]orb.MultiPolygon {
	comb := func(turn float64) orb.MultiPolygon {
		ring := orb.Ring{{0, 0}}
		for i := range n / 4 {
			x := float64(4 * i)
			ring = append(ring, orb.Point{x, 1e6}, orb.Point{x + 1, 1e6}, orb.Point{x + 1, 1}, orb.Point{x + 4, 1})
		}
		ring = append(ring, orb.Point{float64(n) + 4, 1}, orb.Point{float64(n) + 4, 0}, orb.Point{0, 0})
		sin, cos := math.Sincos(turn)
		for i, p := range ring {
			ring[i] = orb.Point{p[0]*cos - p[1]*sin, p[0]*sin + p[1]*cos}
		}
		return orb.MultiPolygon{{ring}}
	}
	circle := make(orb.Ring, 0, n+1)
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		circle = append(circle, orb.Point{1e6 * cos, 1e6 * sin})
	}
	circle = append(circle, circle[0])
	var spiral, back orb.Ring
	for i := range n / 2 {
		a := float64(i) / 50
		sin, cos := math.Sincos(a)
		spiral = append(spiral, orb.Point{(a + 1) * cos, (a + 1) * sin})
		back = append(back, orb.Point{(a + 2) * cos, (a + 2) * sin})
	}
	for i := len(back) - 1; i >= 0; i-- {
		spiral = append(spiral, back[i])
	}
	spiral = append(spiral, spiral[0])
	// Triangles that all touch in one point, and a frame with as many holes.
	var fan, frame orb.MultiPolygon
	frame = orb.MultiPolygon{{{{-1, -1}, {1e7, -1}, {1e7, 9}, {-1, 9}, {-1, -1}}}}
	for i := range n / 3 {
		s0, c0 := math.Sincos(2 * math.Pi * float64(i) / float64(n/3))
		s1, c1 := math.Sincos(2 * math.Pi * (float64(i) + 0.5) / float64(n/3))
		fan = append(fan, orb.Polygon{{{0, 0}, {c0, s0}, {c1, s1}, {0, 0}}})
		x := float64(i * 2)
		frame[0] = append(frame[0], orb.Ring{{x, 1}, {x + 2, 2}, {x + 1, 8}, {x, 1}})
	}
	return map[string]orb.MultiPolygon{
		"comb": comb(0), "comb lying": comb(math.Pi / 2), "comb aslant": comb(0.7), "circle": {{circle}}, "spiral": {{spiral}},
		"fan": fan, "frame": frame,
	}
}

func TestHostileShapesEndSoon(t *testing.T) {
	for name, mp := range hostileRings(60_000) {
		if f := Check(mp); f != nil {
			t.Errorf("%s: %v", name, f)
		}
	}
}

func BenchmarkCheckMillion(b *testing.B) {
	for name, mp := range hostileRings(1_000_000) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if f := Check(mp); f != nil {
					b.Fatal(f)
				}
			}
		})
	}
}
