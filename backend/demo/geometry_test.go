package demo_test

import (
	"fmt"
	"math"
	"testing"

	"estateatlas/backend/demo"
	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// The checks below use whole numbers of 10⁻⁷ degrees, so that they are exact, and compare everything with everything.

type place struct{ x, y int64 }

func exact(p orb.Point) place {
	return place{int64(math.Round((p[0] - 117) * 1e7)), int64(math.Round((p[1] - 39) * 1e7))}
}

func turn(a, b, c place) int64 { return sign((b.x-a.x)*(c.y-a.y) - (b.y-a.y)*(c.x-a.x)) }

func sign(n int64) int64 {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

func on(p, a, b place) bool {
	return turn(a, b, p) == 0 && min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y && p.y <= max(a.y, b.y)
}

// cross reports whether two segments cross in a point inside both.
func cross(a, b, c, d place) bool {
	return turn(a, b, c)*turn(a, b, d) < 0 && turn(c, d, a)*turn(c, d, b) < 0
}

func meet(a, b, c, d place) bool {
	return cross(a, b, c, d) || on(a, c, d) || on(b, c, d) || on(c, a, b) || on(d, a, b)
}

// where says whether p is inside (1), on (0) or outside (−1) some rings by the even-odd rule.
func where(p place, rings [][]place) int {
	in := -1
	for _, r := range rings {
		for i := range len(r) - 1 {
			a, b := r[i], r[i+1]
			if on(p, a, b) {
				return 0
			}
			if (a.y > p.y) != (b.y > p.y) && (turn(a, b, p) > 0) == (b.y > a.y) {
				in = -in
			}
		}
	}
	return in
}

// outline is a polygon's rings with their bounds.
type outline struct {
	rings [][]place
	bound orb.Bound
	name  string
}

func outlineOf(p orb.Polygon, name string) outline {
	o := outline{bound: p.Bound(), name: name}
	for _, r := range p {
		var ring []place
		for _, c := range r {
			ring = append(ring, exact(c))
		}
		o.rings = append(o.rings, ring)
	}
	return o
}

func (o outline) sides(visit func(a, b place)) {
	for _, r := range o.rings {
		for i := range len(r) - 1 {
			visit(r[i], r[i+1])
		}
	}
}

// overlap reports whether the insides of two sound polygons have a point in common: sides cross, or a corner of one, or a
// place well inside one near a corner, lies inside the other.
func overlap(a, b outline) bool {
	if !a.bound.Intersects(b.bound) {
		return false
	}
	found := false
	a.sides(func(p, q place) { b.sides(func(r, s place) { found = found || cross(p, q, r, s) }) })
	probe := func(a, b outline) {
		for _, r := range a.rings {
			for i := range len(r) - 1 {
				p, q, s := r[i], r[i+1], r[(i+2)%(len(r)-1)]
				ear := place{(p.x + q.x + s.x) / 3, (p.y + q.y + s.y) / 3}
				found = found || where(p, b.rings) > 0 || where(ear, a.rings) > 0 && where(ear, b.rings) > 0
			}
		}
	}
	probe(a, b)
	probe(b, a)
	return found
}

// fault says what is wrong with a polygon; empty if it is simple, turns the right way and has its holes inside.
func fault(o outline) string {
	type segment struct {
		ring, at, n int
		a, b        place
	}
	var all []segment
	for k, r := range o.rings {
		if r[0] != r[len(r)-1] || len(r) < 4 {
			return "ring not closed"
		}
		twice := int64(0)
		for i := range len(r) - 1 {
			twice += (r[i].x-r[0].x)*(r[i+1].y-r[0].y) - (r[i].y-r[0].y)*(r[i+1].x-r[0].x)
			all = append(all, segment{k, i, len(r) - 1, r[i], r[i+1]})
		}
		if (twice > 0) != (k == 0) || twice == 0 {
			return "wrong way round"
		}
		if k > 0 && where(r[0], o.rings[:1]) <= 0 {
			return "hole outside"
		}
	}
	for i, s := range all {
		for _, u := range all[i+1:] {
			next := s.ring == u.ring && (s.at+1 == u.at || s.at == 0 && u.at == u.n-1)
			switch {
			case !next && meet(s.a, s.b, u.a, u.b):
				return fmt.Sprintf("sides %d and %d of ring %d meet", s.at, u.at, s.ring)
			case next && (on(s.a, u.a, u.b) && s.a != u.b || on(u.b, s.a, s.b) && u.b != s.a):
				return fmt.Sprintf("spike at side %d of ring %d", s.at, s.ring)
			}
		}
	}
	return ""
}

func outlines(made *domain.Tables) []outline {
	var all []outline
	for _, e := range made.Estates {
		for _, p := range e.Boundary {
			all = append(all, outlineOf(p, e.ID+" "+e.Name))
		}
	}
	return all
}

func TestEstatesAreSoundAndApart(t *testing.T) {
	for _, seed := range []uint64{0, 1, 5} {
		all := outlines(demo.Generate(demo.Options{Seed: seed}))
		touching := 0
		for i, a := range all {
			if why := fault(a); why != "" {
				t.Errorf("seed %d, %s: %s", seed, a.name, why)
			}
			for _, b := range all[:i] {
				if overlap(a, b) {
					t.Errorf("seed %d: %s and %s overlap", seed, a.name, b.name)
				}
				if a.bound.Intersects(b.bound) {
					shared := false
					a.sides(func(p, q place) { b.sides(func(r, s place) { shared = shared || p == s && q == r }) })
					if shared {
						touching++
					}
				}
			}
		}
		if touching == 0 {
			t.Errorf("seed %d: no two estates stand wall to wall", seed)
		}
	}
}

func TestTheChecksFindOverlapsAndFaults(t *testing.T) {
	square := func(x, y, side float64) orb.Polygon {
		return orb.Polygon{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}}
	}
	a := outlineOf(square(117, 39, 0.01), "a")
	for name, b := range map[string]orb.Polygon{"across": square(117.005, 39.005, 0.01), "within": square(117.002, 39.002, 0.001), "same": square(117, 39, 0.01)} {
		if !overlap(a, outlineOf(b, name)) {
			t.Errorf("%s: no overlap found", name)
		}
	}
	if overlap(a, outlineOf(square(117.01, 39, 0.01), "beside")) {
		t.Error("neighbours overlap")
	}
	bow := orb.Polygon{{{117, 39}, {117.01, 39.01}, {117.01, 39}, {117, 39.01}, {117, 39}}}
	if fault(outlineOf(bow, "bow")) == "" {
		t.Error("a bow tie is sound")
	}
	if why := fault(a); why != "" {
		t.Error(why)
	}
}

// metres from a point to a segment, on the ground near the district.
func metres(p, a, b orb.Point) float64 {
	const lon, lat = 86492.0, 111018.0
	px, py := (p[0]-a[0])*lon, (p[1]-a[1])*lat
	bx, by := (b[0]-a[0])*lon, (b[1]-a[1])*lat
	t := 0.0
	if l := bx*bx + by*by; l > 0 {
		t = max(0, min(1, (px*bx+py*by)/l))
	}
	return math.Hypot(px-t*bx, py-t*by)
}

func TestEstatesKeepOffStreetsAndWater(t *testing.T) {
	made := demo.Generate(demo.Options{})
	type way struct {
		a, b  orb.Point
		class string
		end   bool
	}
	var ways []way
	classes := map[string]int{}
	for _, s := range made.Backdrops {
		classes[string(s.Layer)+" "+s.Class]++
		var line orb.LineString
		switch g := s.Geometry.(type) {
		case orb.LineString:
			line = g
		case orb.Polygon:
			line = orb.LineString(g[0])
		}
		if s.Layer == domain.BackdropSubdistricts {
			continue
		}
		for i := range len(line) - 1 {
			ways = append(ways, way{line[i], line[i+1], s.Class, s.Layer == domain.BackdropRoads && (i == 0 || i == len(line)-2)})
		}
	}
	for _, want := range []string{"roads expressway", "roads primary", "roads secondary", "roads minor", "roads rail", "water river", "water canal", "water lake", "subdistricts "} {
		if classes[want] == 0 {
			t.Errorf("no %s in the backdrop: %v", want, classes)
		}
	}
	// A little less than half the width that the plan gives each, for streets bend and fronts do not.
	room := map[string]float64{"minor": 6, "secondary": 12, "primary": 18, "expressway": 25, "rail": 24, "canal": 10, "river": 20, "lake": 8}
	for _, e := range made.Estates {
		for _, p := range e.Boundary {
			for _, r := range p {
				for i := range len(r) - 1 {
					for _, w := range ways {
						if math.Abs(r[i][0]-w.a[0]) > 0.004 || math.Abs(r[i][1]-w.a[1]) > 0.003 {
							continue
						}
						d := min(metres(r[i], w.a, w.b), metres(w.a, r[i], r[i+1]), metres(w.b, r[i], r[i+1]))
						least := room[w.class]
						if w.end { // it ends in the middle of another street, which may be narrower
							least = room["minor"]
						}
						if d < least {
							t.Errorf("%s %s is %.1f m from a %s", e.ID, e.Name, d, w.class)
						}
					}
				}
			}
		}
	}
}

func TestSubdistrictsTileTheDistrict(t *testing.T) {
	made := demo.Generate(demo.Options{})
	bySub := map[string][]outline{}
	edges := map[[2]place]string{}
	for _, s := range made.Backdrops {
		if s.Layer != domain.BackdropSubdistricts {
			continue
		}
		g := s.Geometry
		if p, ok := g.(orb.Polygon); ok {
			g = orb.MultiPolygon{p}
		}
		for _, p := range g.(orb.MultiPolygon) {
			o := outlineOf(p, s.Name)
			if why := fault(o); why != "" {
				t.Errorf("%s: %s", s.Name, why)
			}
			o.sides(func(a, b place) {
				if other := edges[[2]place{a, b}]; other != "" {
					t.Errorf("%s and %s lie on the same side of a border", s.Name, other)
				}
				edges[[2]place{a, b}] = s.Name
			})
			bySub[s.Name] = append(bySub[s.Name], o)
		}
	}
	shared := 0
	for e := range edges {
		if edges[[2]place{e[1], e[0]}] != "" {
			shared++
		}
	}
	if shared*10 < len(edges)*4 {
		t.Errorf("only %d of %d stretches of border are shared", shared, len(edges))
	}
	for name, own := range bySub {
		for other, theirs := range bySub {
			for _, a := range own {
				for _, b := range theirs {
					if name < other && overlap(a, b) {
						t.Errorf("%s and %s overlap", name, other)
					}
				}
			}
		}
	}
	for _, e := range made.Estates {
		for _, p := range e.Boundary {
			for _, c := range p[0] {
				inside := false
				for _, o := range bySub[e.Subdistrict] {
					inside = inside || where(exact(c), o.rings) >= 0
				}
				if !inside {
					t.Fatalf("%s %s is not in %s", e.ID, e.Name, e.Subdistrict)
				}
			}
		}
	}
}

func TestFindingsLieInTheirEstates(t *testing.T) {
	made := demo.Generate(demo.Options{})
	bounds := map[string]orb.MultiPolygon{}
	for _, e := range made.Estates {
		bounds[e.ID] = e.Boundary
	}
	for _, f := range made.Findings {
		inside := false
		for _, p := range bounds[f.EstateID] {
			inside = inside || f.Point.Known && where(exact(f.Point.Value), outlineOf(p, "").rings) > 0
		}
		if !inside {
			t.Errorf("%s at %v is not in %s", f.ID, f.Point, f.EstateID)
		}
	}
}
