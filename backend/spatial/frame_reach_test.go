package spatial

import (
	"testing"

	"github.com/paulmach/orb"
)

func TestPolynomialServesEveryDistrictOfChina(t *testing.T) {
	for lat := 18.0; lat <= 54; lat += 4 {
		// 220 km from south to north and 150 to 210 km from west to east: more than any city's districts.
		f := FrameOf(orb.Bound{Min: orb.Point{116, lat - 1}, Max: orb.Point{118, lat + 1}})
		if f.latReach < 1 || f.lonReach < 1 {
			t.Errorf("at %v° only the series is right", lat)
		}
	}
	if f := FrameOf(orb.Bound{Min: orb.Point{73, 18}, Max: orb.Point{135, 54}}); f.latReach > 0 {
		t.Error("one polynomial over all of China cannot be right")
	}
}
