package spatial_test

import (
	"math"
	"path/filepath"
	"strconv"
	"testing"

	"estateatlas/backend/internal/corpus"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func number(t testing.TB, row map[string]string, column string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(row[column], 64)
	if err != nil {
		t.Fatalf("%s: %v", column, err)
	}
	return v
}

func TestFrameAgreesWithPROJ(t *testing.T) {
	type zone struct{ meridian, falseEasting float64 }
	zones := map[string]zone{}
	for _, row := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), "zones.csv")) {
		zones[row["epsg_cm"]] = zone{number(t, row, "central_meridian"), number(t, row, "false_easting")}
		zones[row["epsg_zone"]] = zone{number(t, row, "central_meridian"), number(t, row, "false_easting_zone")}
	}
	worst, n := 0.0, 0
	for _, file := range []string{"tianjin_cgcs2000_gk_100.csv", "china_cgcs2000_gk_25.csv"} {
		for _, row := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "crs"), file)) {
			z, known := zones[row["epsg"]]
			if !known {
				t.Fatalf("zone of EPSG:%s unknown", row["epsg"])
			}
			place := orb.Point{number(t, row, "lon_deg"), number(t, row, "lat_deg")}
			want := orb.Point{number(t, row, "easting_m") - z.falseEasting, number(t, row, "northing_m")}
			full := spatial.FrameAt(z.meridian)
			// A district around the meridian that just takes in the place, so that the polynomial answers.
			reach := math.Abs(place[0] - z.meridian)
			near := spatial.FrameOf(orb.Bound{Min: orb.Point{z.meridian - reach, place[1] - 0.2}, Max: orb.Point{z.meridian + reach, place[1] + 0.3}})
			for _, f := range []*spatial.Frame{full, near} {
				got := f.Forward(place)
				off := math.Max(math.Abs(got[0]-want[0]), math.Abs(got[1]-want[1]))
				worst = math.Max(worst, off)
				if off > 0.00051 { // PROJ's figures are rounded to the millimetre
					t.Errorf("EPSG:%s %v: %.6f, PROJ says %.3f", row["epsg"], place, got, want)
				}
			}
			back := full.Inverse(want)
			given := orb.Point{number(t, row, "inverse_lon_deg"), number(t, row, "inverse_lat_deg")}
			if math.Abs(back[0]-given[0]) > 6e-11 || math.Abs(back[1]-given[1]) > 6e-11 {
				t.Errorf("EPSG:%s: inverse of %v is %.10f, PROJ says %.10f", row["epsg"], want, back, given)
			}
			n++
		}
	}
	t.Logf("%d places, worst difference %.6f m", n, worst)
}

func TestDistrictPolynomialIsTheSeries(t *testing.T) {
	worst := 0.0
	rapid.Check(t, func(t *rapid.T) {
		lon := rapid.Float64Range(73, 135).Draw(t, "lon")
		lat := rapid.Float64Range(-56, 56).Draw(t, "lat")
		wide := rapid.Float64Range(0, 3).Draw(t, "width")
		high := rapid.Float64Range(0, 3).Draw(t, "height")
		box := orb.Bound{Min: orb.Point{lon - wide/2, lat - high/2}, Max: orb.Point{lon + wide/2, lat + high/2}}
		place := orb.Point{
			rapid.Float64Range(box.Min[0], box.Max[0]).Draw(t, "at lon"), rapid.Float64Range(box.Min[1], box.Max[1]).Draw(t, "at lat"),
		}
		f := spatial.FrameOf(box)
		got, want := f.Forward(place), spatial.FrameAt(f.Meridian()).Forward(place)
		off := math.Hypot(got[0]-want[0], got[1]-want[1])
		worst = math.Max(worst, off)
		if off > 1e-7 {
			t.Fatalf("%v in %v: off by %g m", place, box, off)
		}
	})
	t.Logf("worst difference %.2g m", worst)
}

func TestFrameThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := spatial.FrameAt(rapid.Float64Range(73, 135).Draw(t, "meridian"))
		place := orb.Point{f.Meridian() + rapid.Float64Range(-30, 30).Draw(t, "lon"), rapid.Float64Range(-85, 85).Draw(t, "lat")}
		back := f.Inverse(f.Forward(place))
		if math.Abs(back[0]-place[0])*math.Cos(place[1]*math.Pi/180) > 2e-13 || math.Abs(back[1]-place[1]) > 2e-13 {
			t.Fatalf("%v came back as %v", place, back)
		}
	})
}

func BenchmarkProject(b *testing.B) {
	places := make([]orb.Point, 100_000)
	for i := range places {
		places[i] = orb.Point{117.2 + float64(i%317)*1e-3, 39.1 + float64(i%331)*1e-3}
	}
	out := make([]orb.Point, len(places))
	box := orb.MultiPoint(places).Bound()
	for name, f := range map[string]*spatial.Frame{"district": spatial.FrameOf(box), "series": spatial.FrameAt(box.Center()[0])} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				f.ProjectAll(out, places)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(places)), "ns/vertex")
		})
	}
}
