package spatial_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"

	"estateatlas/backend/internal/corpus"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// yichang returns the residential blocks of Yichang by id, and the frame of all of them.
func yichang(t *testing.T) (ids []string, shapes []orb.MultiPolygon, frame *spatial.Frame) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpus.Dir(t, "estates"), "yichang_residential_landuse.geojson"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Features []struct {
			Properties struct{ ID string }
			Geometry   struct{ Coordinates orb.Polygon }
		}
	}
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	box := file.Features[0].Geometry.Coordinates.Bound()
	for _, f := range file.Features {
		ids = append(ids, f.Properties.ID)
		shapes = append(shapes, orb.MultiPolygon{f.Geometry.Coordinates})
		box = box.Union(f.Geometry.Coordinates.Bound())
	}
	return ids, shapes, spatial.FrameOf(box)
}

func TestAreasOfYichang(t *testing.T) {
	ids, shapes, frame := yichang(t)
	rows := corpus.Rows(t, filepath.Join(corpus.Dir(t, "estates"), "yichang_residential_areas.csv"))
	packed := spatial.Pack(frame, len(shapes), func(i int) orb.MultiPolygon { return shapes[i] })
	for i, row := range rows {
		if row["id"] != ids[i] {
			t.Fatalf("row %d is %s, not %s", i, row["id"], ids[i])
		}
		if f := spatial.Check(shapes[i]); (f == nil) != (row["valid"] == "True") {
			t.Errorf("%s: valid %s, got %v", ids[i], row["valid"], f)
		}
		// Some 20 km off the meridian the plane stretches lengths by up to 5e-6 and areas by twice that.
		want := number(t, row, "area_geodesic_m2")
		for _, got := range []float64{spatial.Area(frame.Project(shapes[i])), packed.Area(i)} {
			if math.Abs(got-want) > 0.001+1.5e-5*want {
				t.Errorf("%s: %.3f m², on the ellipsoid %.3f m²", ids[i], got, want)
			}
		}
		at := frame.Inverse(spatial.Centroid(frame.Project(shapes[i])))
		lon, lat := number(t, row, "centroid_lon"), number(t, row, "centroid_lat")
		if math.Abs(at[0]-lon) > 2e-7 || math.Abs(at[1]-lat) > 2e-7 { // theirs is in degrees, ours in metres
			t.Errorf("%s: centroid %v, want %v %v", ids[i], at, lon, lat)
		}
	}
	t.Logf("%d areas", len(rows))
}

func TestNearestBlocksOfYichang(t *testing.T) {
	ids, shapes, frame := yichang(t)
	place := make(map[string]int32)
	for i, id := range ids {
		place[id] = int32(i)
	}
	packed := spatial.Pack(frame, len(shapes), func(i int) orb.MultiPolygon { return shapes[i] })
	var hosts []spatial.Host
	for i, row := range corpus.Rows(t, filepath.Join(corpus.Dir(t, "estates"), "yichang_residential_areas.csv")) {
		if number(t, row, "area_geodesic_m2") >= 10_000 {
			hosts = append(hosts, spatial.Host{Shape: int32(i)})
		}
	}
	index := spatial.NewIndex(packed, hosts)
	rows := corpus.Rows(t, filepath.Join(corpus.Dir(t, "estates"), "yichang_residential_nearest.csv"))
	gk := spatial.FrameAt(111) // EPSG:4546, false easting 500 km
	for k := 0; k < len(rows); k += 4 {
		four := index.Around(spatial.Query{Shape: place[rows[k]["id"]]}, 0, 4)
		if first := index.NearestAll([]spatial.Query{{Shape: place[rows[k]["id"]]}}, 1)[0]; first != four[0] {
			t.Errorf("%s: nearest %v, around %v", rows[k]["id"], first, four[0])
		}
		for r, row := range rows[k : k+4] {
			want := number(t, row, "ground_distance_m")
			if got := four[r].Distance; math.Abs(got-want) > 0.01+1e-5*want {
				t.Errorf("%s, place %d: %.3f m, want %.3f m", row["id"], r+1, got, want)
			}
			tied := row["tied_with_next_1mm"] != "" || r > 0 && rows[k+r-1]["tied_with_next_1mm"] != ""
			if got := ids[hosts[four[r].Host].Shape]; got != row["host_id"] && !tied {
				t.Errorf("%s, place %d: %s, want %s", row["id"], r+1, got, row["host_id"])
			}
			near := packed.Nearest(int(place[row["id"]]), packed, int(place[row["host_id"]]))
			from, to := gk.Forward(frame.Inverse(near.OnA)), gk.Forward(frame.Inverse(near.OnB))
			// The other plane may prefer another pair that is as near; so the points are held to the distance between them.
			if apart := math.Hypot(from[0]-to[0], from[1]-to[1]); math.Abs(apart-number(t, row, "distance_m")) > 0.002 {
				t.Errorf("%s to %s: nearest points are %.3f m apart in EPSG:4546, GEOS says %s", row["id"], row["host_id"], apart, row["distance_m"])
			}
		}
	}
	t.Logf("%d distances", len(rows))
}
