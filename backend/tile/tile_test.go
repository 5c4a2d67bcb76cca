package tile

import (
	"bytes"
	"math"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"estateatlas/backend/demo"
	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/encoding/mvt"
	"github.com/paulmach/orb/geojson"
	"github.com/paulmach/orb/maptile"
	"github.com/paulmach/orb/planar"
)

// block returns a square of the given side in degrees with its south-west corner at lon, lat.
func block(lon, lat, side float64) orb.Ring {
	return orb.Ring{{lon, lat}, {lon + side, lat}, {lon + side, lat + side}, {lon, lat + side}, {lon, lat}}
}

func reversed(r orb.Ring) orb.Ring { c := r.Clone(); c.Reverse(); return c }

func decode(t *testing.T, data []byte) map[string]*mvt.Layer {
	t.Helper()
	layers, err := mvt.Unmarshal(data)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]*mvt.Layer{}
	for _, l := range layers {
		if l.Version != 2 || l.Extent != Extent {
			t.Errorf("layer %s: version %d, extent %d", l.Name, l.Version, l.Extent)
		}
		byName[l.Name] = l
	}
	return byName
}

func byID(l *mvt.Layer) map[uint64]*geojson.Feature {
	m := map[uint64]*geojson.Feature{}
	for _, f := range l.Features {
		m[uint64(f.ID.(float64))] = f
	}
	return m
}

func TestShapesComeBackWithinAUnit(t *testing.T) {
	shell, hole := block(117.2101, 39.1001, 0.004), reversed(block(117.2111, 39.1011, 0.001))
	tables := &domain.Tables{Estates: []domain.Estate{{FID: 7, ID: "a", Boundary: orb.MultiPolygon{{shell, hole}, {block(117.216, 39.1, 0.001)}}}}}
	at := maptile.At(orb.Point{117.213, 39.102}, 13)
	layers := decode(t, NewSet(tables, nil).Tile(uint32(at.Z), at.X, at.Y))
	f := byID(layers["estates"])[7]
	mp, ok := f.Geometry.(orb.MultiPolygon)
	if !ok || len(mp) != 2 || len(mp[0]) != 2 {
		t.Fatalf("got %v", f.Geometry)
	}
	// Tile units of the corner, from the definition of Web Mercator.
	n := math.Exp2(13) * Extent
	x := (117.2101+180)/360*n - float64(at.X)*Extent
	y := (1-math.Asinh(math.Tan(39.1001*math.Pi/180))/math.Pi)/2*n - float64(at.Y)*Extent
	best := math.Inf(1)
	for _, p := range mp[0][0] {
		best = min(best, math.Hypot(p[0]-x, p[1]-y))
	}
	if best > 1 {
		t.Errorf("the corner is %.2f units off", best)
	}
	// Exterior rings are clockwise on the screen: positive by the surveyor's formula with y down.
	if planar.Area(mp[0][0]) <= 0 || planar.Area(mp[0][1]) >= 0 {
		t.Errorf("winding: shell %.0f, hole %.0f", planar.Area(mp[0][0]), planar.Area(mp[0][1]))
	}
}

// Boundaries with many points are simplified, and still nothing moves by more than a unit, either way.
func TestSimplifyingMovesNothingByMoreThanAUnit(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for zoom := maptile.Zoom(11); zoom <= MaxZoom; zoom++ {
		at := maptile.At(orb.Point{117.2, 39.1}, zoom)
		center, width := at.Bound().Center(), at.Bound().Max[0]-at.Bound().Min[0]
		var ring orb.Ring
		const corners = 400
		for k := range corners {
			angle := float64(k) / corners * 2 * math.Pi
			r := width * (0.1 + 0.02*math.Sin(7*angle) + 0.0002*random.Float64())
			ring = append(ring, orb.Point{center[0] + r*math.Cos(angle), center[1] + r*math.Sin(angle)})
		}
		set := NewSet(&domain.Tables{Estates: []domain.Estate{{FID: 1, ID: "a", Boundary: orb.MultiPolygon{{append(ring, ring[0])}}}}}, nil)
		drawn := byID(decode(t, set.Tile(uint32(zoom), at.X, at.Y))["estates"])[1].Geometry.(orb.Polygon)[0]
		scale := math.Exp2(float64(zoom)) * Extent
		truth := make(orb.Ring, 0, corners+1)
		for _, p := range mercator(append(ring, ring[0])) {
			truth = append(truth, orb.Point{p.x*scale - float64(at.X)*Extent, p.y*scale - float64(at.Y)*Extent})
		}
		if zoom < MaxZoom && len(drawn) > corners*3/4 {
			t.Errorf("zoom %d: %d of %d points are left", zoom, len(drawn), corners)
		}
		for _, p := range drawn {
			if d := planar.DistanceFrom(orb.LineString(truth), p); d > 1 {
				t.Errorf("zoom %d: a drawn point lies %.2f units off the boundary", zoom, d)
			}
		}
		for _, p := range truth {
			if d := planar.DistanceFrom(orb.LineString(drawn), p); d > 1 {
				t.Errorf("zoom %d: the boundary lies %.2f units off the drawn one", zoom, d)
			}
		}
	}
}

func TestEveryEstateOfTheDemoIsSomewhereAndKeepsItsArea(t *testing.T) {
	tables := demo.Generate(demo.Options{})
	for i := range tables.Estates {
		tables.Estates[i].FID = int64(i + 1)
	}
	set := NewSet(tables, nil)
	checked := 0
	for i := range tables.Estates {
		e := &tables.Estates[i]
		if e.Boundary == nil {
			continue
		}
		b := e.Boundary.Bound()
		at := maptile.At(b.Center(), 14)
		if box := at.Bound(); !box.Contains(b.Min) || !box.Contains(b.Max) {
			continue // reaches over an edge
		}
		f := byID(decode(t, set.Tile(14, at.X, at.Y))["estates"])[uint64(e.FID)]
		want := 0.0
		for _, p := range e.Boundary {
			q := p.Clone()
			for _, r := range q {
				for k := range r {
					m := mercator([]orb.Point{r[k]})[0]
					r[k] = orb.Point{m.x * (1 << 14) * Extent, m.y * (1 << 14) * Extent}
				}
			}
			want += math.Abs(planar.Area(q))
		}
		if f == nil {
			if math.Sqrt(want) >= leastPolygon {
				t.Errorf("%s is missing", e.ID)
			}
			continue
		}
		checked++
		if got := math.Abs(planar.Area(f.Geometry)); math.Abs(got-want) > 0.05*want {
			t.Errorf("%s: area %.0f, want %.0f", e.ID, got, want)
		}
	}
	if checked < 100 {
		t.Errorf("only %d estates were checked", checked)
	}
}

func TestNeighbourTilesMeetAtTheEdge(t *testing.T) {
	// One block across the edge between two tiles of zoom 14.
	at := maptile.At(orb.Point{117.2, 39.1}, 14)
	edge := at.Bound().Max[0]
	tables := &domain.Tables{Estates: []domain.Estate{{FID: 1, ID: "a", Boundary: orb.MultiPolygon{{block(edge-0.002, 39.1, 0.004)}}}}}
	set := NewSet(tables, nil)
	left := byID(decode(t, set.Tile(14, at.X, at.Y))["estates"])[1].Geometry.Bound()
	right := byID(decode(t, set.Tile(14, at.X+1, at.Y))["estates"])[1].Geometry.Bound()
	if left.Max[0] < Extent || right.Min[0] > 0 {
		t.Errorf("a gap: the left tile ends at %v, the right one begins at %v", left.Max[0], right.Min[0])
	}
	if left.Max[0] > Extent+buffer || right.Min[0] < -buffer || left.Min[1] != right.Min[1] || left.Max[1] != right.Max[1] {
		t.Errorf("the halves do not fit: %v, %v", left, right)
	}
}

func TestTheOrderOfRowsDoesNotMatterAndTheSourceStaysAsItIs(t *testing.T) {
	tables := demo.Generate(demo.Options{})
	for i := range tables.Estates {
		tables.Estates[i].FID = int64(i + 1)
	}
	before := make([]orb.MultiPolygon, len(tables.Estates))
	for i := range tables.Estates {
		before[i] = tables.Estates[i].Boundary.Clone()
	}
	at := maptile.At(tables.Estates[0].Boundary.Bound().Center(), 13)
	want := NewSet(tables, nil).Tile(13, at.X, at.Y)
	shuffled := &domain.Tables{Estates: append([]domain.Estate{}, tables.Estates...), Backdrops: tables.Backdrops}
	rand.New(rand.NewPCG(1, 2)).Shuffle(len(shuffled.Estates), func(i, j int) {
		shuffled.Estates[i], shuffled.Estates[j] = shuffled.Estates[j], shuffled.Estates[i]
	})
	if got := NewSet(shuffled, nil).Tile(13, at.X, at.Y); !bytes.Equal(got, want) || len(want) == 0 {
		t.Errorf("%d bytes, then %d", len(want), len(got))
	}
	for i := range tables.Estates {
		if !orb.Equal(before[i], tables.Estates[i].Boundary) {
			t.Fatalf("the boundary of %s changed", tables.Estates[i].ID)
		}
	}
}

func TestBackdropKeepsNamesAndClasses(t *testing.T) {
	tables := &domain.Tables{Backdrops: []domain.Backdrop{
		{Layer: domain.BackdropRoads, Name: "卫国道", Class: "primary", Geometry: orb.LineString{{117.1, 39.1}, {117.3, 39.1}}},
		{Layer: domain.BackdropWater, Name: "海河", Class: "river", Geometry: orb.Polygon{block(117.19, 39.09, 0.01)}},
		{Layer: domain.BackdropRoads, Name: "卫国道", Class: "minor", Geometry: orb.MultiLineString{{{117.2, 39.0}, {117.2, 39.2}}}},
	}}
	at := maptile.At(orb.Point{117.2, 39.1}, 14)
	layers := decode(t, NewSet(tables, nil).Tile(14, at.X, at.Y))
	roads := layers["roads"].Features
	if len(roads) != 2 || roads[0].Properties["name"] != "卫国道" || roads[0].Properties["class"] != "primary" || roads[1].Properties["class"] != "minor" {
		t.Errorf("roads: %v", roads)
	}
	for _, f := range roads {
		if b := f.Geometry.Bound(); b.Min[0] < least || b.Max[0] > most || b.Min[1] < least || b.Max[1] > most {
			t.Errorf("not cut to the window: %v", b)
		}
	}
	if w := layers["water"].Features; len(w) != 1 || w[0].Properties["name"] != "海河" {
		t.Errorf("water: %v", w)
	}
}

func TestTilesAreTheSameFromManySidesAtOnce(t *testing.T) {
	tables := demo.Generate(demo.Options{})
	for i := range tables.Estates {
		tables.Estates[i].FID = int64(i + 1)
	}
	at := maptile.At(tables.Estates[0].Boundary.Bound().Center(), 13)
	want := NewSet(tables, nil).Tile(13, at.X, at.Y)
	set := NewSet(tables, nil)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				if got := set.Tile(13, at.X, at.Y); !bytes.Equal(got, want) {
					t.Errorf("%d bytes, want %d", len(got), len(want))
				}
			}
		})
	}
	group.Wait()
}

func TestTheCacheIsBoundedByEmptyTilesToo(t *testing.T) {
	set := NewSet(&domain.Tables{}, nil)
	const fit = cacheBytes / entryBytes
	for i := range uint32(fit + 1000) {
		set.Tile(MaxZoom, i%(1<<MaxZoom), i>>MaxZoom)
	}
	if len(set.cache) > fit {
		t.Errorf("%d tiles are kept, at most %d fit", len(set.cache), fit)
	}
}

func TestAddresses(t *testing.T) {
	set := NewSet(&domain.Tables{Estates: []domain.Estate{{FID: 1, ID: "a", Boundary: orb.MultiPolygon{{block(117.2, 39.1, 0.01)}}}}}, nil)
	for path, want := range map[string]int{
		"/tiles/1/0/0/0.mvt": 200, "/tiles/1/16/65535/65535.mvt": 200, "/tiles/1/16/65536/0.mvt": 404, "/tiles/1/0/0/1.mvt": 404, "/tiles/1/17/0/0.mvt": 404,
		"/tiles/1/-1/0/0.mvt": 404, "/tiles/1/1/-1/0.mvt": 404, "/tiles/1/1/0.mvt": 404, "/tiles/1/1/0/0": 404, "/tiles/1/1/0/0.mvt/x": 404,
		"/tiles/1/4294967296/0/0.mvt": 404, "/tiles/1/a/0/0.mvt": 404, "/other/1/0/0/0.mvt": 404,
	} {
		w := httptest.NewRecorder()
		set.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
	w := httptest.NewRecorder()
	set.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/tiles/1/0/0/0.mvt", nil))
	if w.Code != http.StatusMethodNotAllowed {
		t.Errorf("POST: %d", w.Code)
	}
}

func TestClippingKeepsTheAreaInsideTheWindow(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 500 {
		// A star around a point near the window's corner.
		var ring []point
		cx, cy := random.Float64()*Extent, random.Float64()*Extent
		for k := range 12 {
			angle, r := float64(k)/12*2*math.Pi, 500+random.Float64()*4000
			ring = append(ring, point{cx + r*math.Cos(angle), cy + r*math.Sin(angle)})
		}
		d := drawer{}
		clipped := append([]point{}, d.clipRing(append([]point{}, ring...))...)
		// The oracle counts points of a grid.
		inside, hit := 0, 0
		for x := float64(least) + 20; x < most; x += 97 {
			for y := float64(least) + 20; y < most; y += 97 {
				inside++
				if contains(ring, x, y) != contains(clipped, x, y) {
					hit++
				}
			}
		}
		if hit > 0 {
			t.Fatalf("%d of %d points changed sides", hit, inside)
		}
	}
}

func contains(ring []point, x, y float64) bool {
	in := false
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		if (p.y > y) != (q.y > y) && x < p.x+(y-p.y)/(q.y-p.y)*(q.x-p.x) {
			in = !in
		}
	}
	return in
}

// BenchmarkTile5000 encodes a z12 tile that holds 5,000 estates.
func BenchmarkTile5000(b *testing.B) {
	random := rand.New(rand.NewPCG(5, 6))
	at := maptile.At(orb.Point{117.2, 39.1}, 12)
	box := at.Bound()
	tables := &domain.Tables{}
	for i := range 5000 {
		var ring orb.Ring
		cx, cy := box.Min[0]+random.Float64()*(box.Max[0]-box.Min[0]), box.Min[1]+random.Float64()*(box.Max[1]-box.Min[1])
		for k := range 16 {
			angle, r := float64(k)/16*2*math.Pi, 0.001+0.001*random.Float64()
			ring = append(ring, orb.Point{cx + r*math.Cos(angle), cy + r*math.Sin(angle)})
		}
		tables.Estates = append(tables.Estates, domain.Estate{FID: int64(i + 1), Boundary: orb.MultiPolygon{{append(ring, ring[0])}}})
	}
	set := NewSet(tables, nil)
	b.ReportAllocs()
	for b.Loop() {
		if len(set.encode(address{12, at.X, at.Y})) == 0 {
			b.Fatal("empty")
		}
	}
}
