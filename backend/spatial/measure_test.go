package spatial_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

func TestAreaAndCentroidAgreeWithTheSuites(t *testing.T) {
	n := 0
	for _, c := range geometryCases(t, "measures_polygons.json") {
		switch c.Op {
		case "area":
			mp, _ := areasOf(t, c.A)
			want, err := strconv.ParseFloat(c.Expected, 64)
			if err != nil {
				t.Fatal(err)
			}
			if got := spatial.Area(mp); math.Abs(got-want) > 1e-9*want {
				t.Errorf("%s: area %v, want %v", c.ID, got, want)
			}
		case "centroid":
			mp, _ := areasOf(t, c.A)
			want := pointOfWKT(t, c.Expected)
			if got := spatial.Centroid(mp); math.Hypot(got[0]-want[0], got[1]-want[1]) > 1e-9 {
				t.Errorf("%s: centroid %v, want %v", c.ID, got, want)
			}
		default:
			continue // minimum clearance is not measured here
		}
		n++
	}
	t.Logf("%d cases", n)
	for _, c := range geometryCases(t, "derived_distance_polygon_polygon.json") {
		for _, side := range [][2]string{{c.A, c.AreaA}, {c.B, c.AreaB}} {
			mp, _ := areasOf(t, side[0])
			want, err := strconv.ParseFloat(side[1], 64)
			if err != nil {
				t.Fatal(err)
			}
			if got := spatial.Area(mp); math.Abs(got-want) > 1e-9*math.Max(1, want) {
				t.Errorf("%s: area %v, want %v", c.ID, got, want)
			}
		}
	}
}

func pointOfWKT(t *testing.T, wkt string) orb.Point {
	t.Helper()
	f := strings.Fields(strings.Trim(strings.TrimPrefix(wkt, "POINT"), " ()"))
	x, errX := strconv.ParseFloat(f[0], 64)
	y, errY := strconv.ParseFloat(f[1], 64)
	if errX != nil || errY != nil {
		t.Fatal(wkt)
	}
	return orb.Point{x, y}
}
