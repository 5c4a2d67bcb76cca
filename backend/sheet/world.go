package sheet

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"estateatlas/backend/paper"
	"estateatlas/backend/spatial"
)

// world is a map in the plane of its frame, in metres: made once, drawn on any number of pages.
type world struct {
	m       *Map
	estates []piece
	at      []orb.Point // of Map.Estates; a point without meaning where nothing is drawn
	ground  []groundPiece
	// borders are the boundaries of subdistricts, each stretch once.
	borders groundPiece
	extent  orb.Bound
	// bands are the estates of the two bands, bottom from last place up, then top from the first down.
	bands []int
	links []linkPiece
}

// piece is a shape with its box; without rings it is not drawn.
type piece struct {
	rings [][]orb.Point
	bound orb.Bound
}

type groundPiece struct {
	piece
	of      int // in Map.Ground
	outline bool
}

type linkPiece struct{ from, to orb.Point }

func newWorld(m *Map) *world {
	w := &world{m: m, estates: make([]piece, len(m.Estates)), at: make([]orb.Point, len(m.Estates))}
	for i := range m.Estates {
		e := &m.Estates[i]
		if len(e.Boundary) == 0 {
			continue
		}
		w.estates[i] = w.polygons(e.Boundary)
		w.at[i] = m.Frame.Forward(e.At)
		if isBand(e.Band) {
			w.bands = append(w.bands, i)
		}
	}
	order := func(i int) int {
		e := &m.Estates[i]
		if e.Band == Bottom {
			return e.FromBottom
		}
		return 1<<40 + e.Rank
	}
	slices.SortStableFunc(w.bands, func(a, b int) int { return order(a) - order(b) })
	for i := range m.Ground {
		w.addGround(i, m.Ground[i].Geometry)
	}
	w.addBorders()
	for _, l := range m.Links {
		w.links = append(w.links, linkPiece{m.Frame.Forward(l.From), m.Frame.Forward(l.To)})
	}
	w.extent = boundOf(m.Frame, m.Extent)
	return w
}

// boundOf returns the box in the plane of a box in degrees.
func boundOf(f *spatial.Frame, b orb.Bound) orb.Bound {
	middle := b.Center()
	corners := []orb.Point{
		b.Min, b.Max,
		{b.Min[0], b.Max[1]},
		{b.Max[0], b.Min[1]},
		// Parallels bend: most at the middle of the box.
		{middle[0], b.Min[1]},
		{middle[0], b.Max[1]},
	}
	f.ProjectAll(corners, corners)
	return orb.MultiPoint(corners).Bound()
}

// polygons takes shells and holes so that they turn different ways.
func (w *world) polygons(mp orb.MultiPolygon) piece {
	var p piece
	for _, polygon := range mp {
		for i, ring := range polygon {
			points := slices.Clone([]orb.Point(ring))
			w.m.Frame.ProjectAll(points, points)
			if n := len(points); n > 1 && points[0] == points[n-1] {
				points = points[:n-1]
			}
			if len(points) < 3 || !finite(points) {
				continue
			}
			if (area(points) < 0) == (i == 0) {
				slices.Reverse(points)
			}
			p.rings = append(p.rings, points)
		}
	}
	p.bound = ringsBound(p.rings)
	return p
}

func ringsBound(rings [][]orb.Point) orb.Bound {
	var b orb.Bound
	for i, r := range rings {
		if rb := orb.MultiPoint(r).Bound(); i == 0 {
			b = rb
		} else {
			b = b.Union(rb)
		}
	}
	return b
}

func finite(points []orb.Point) bool {
	for _, p := range points {
		if math.IsNaN(p[0]+p[1]) || math.IsInf(p[0]+p[1], 0) {
			return false
		}
	}
	return true
}

func area(ring []orb.Point) float64 {
	sum := 0.0
	last := ring[len(ring)-1]
	for _, p := range ring {
		sum += (last[0] - ring[0][0]) * (p[1] - ring[0][1])
		sum -= (p[0] - ring[0][0]) * (last[1] - ring[0][1])
		last = p
	}
	return sum / 2
}

func (w *world) addGround(of int, g orb.Geometry) {
	switch g := g.(type) {
	case orb.Polygon:
		w.addGround(of, orb.MultiPolygon{g})
	case orb.MultiPolygon:
		if p := w.polygons(g); len(p.rings) > 0 {
			w.ground = append(w.ground, groundPiece{piece: p, of: of})
		}
	case orb.LineString:
		w.addGround(of, orb.MultiLineString{g})
	case orb.MultiLineString:
		p := groundPiece{of: of, outline: true}
		for _, line := range g {
			points := slices.Clone([]orb.Point(line))
			w.m.Frame.ProjectAll(points, points)
			if len(points) > 1 && finite(points) {
				p.rings = append(p.rings, points)
			}
		}
		if len(p.rings) > 0 {
			p.bound = ringsBound(p.rings)
			w.ground = append(w.ground, p)
		}
	case orb.Collection:
		for _, part := range g {
			w.addGround(of, part)
		}
	}
}

// addBorders takes the edges of the subdistricts; one that two of them share is drawn once, or the dashes of the two would fill
// each other's gaps.
func (w *world) addBorders() {
	type end [2]int64
	const grid = 0.05 // metres
	key := func(p orb.Point) end { return end{int64(math.Round(p[0] / grid)), int64(math.Round(p[1] / grid))} }
	seen := map[[2]end]bool{}
	for i := range w.ground {
		g := &w.ground[i]
		if w.m.Ground[g.of].Layer != subdistricts {
			continue
		}
		for _, ring := range g.rings {
			line := []orb.Point(nil)
			flush := func() {
				if len(line) > 1 {
					w.borders.rings = append(w.borders.rings, line)
				}
				line = nil
			}
			n := len(ring)
			edges := n
			if g.outline {
				edges--
			}
			for j := range edges {
				a, b := ring[j], ring[(j+1)%n]
				ka, kb := key(a), key(b)
				if slices.Compare(ka[:], kb[:]) > 0 {
					ka, kb = kb, ka
				}
				if seen[[2]end{ka, kb}] {
					flush()
					continue
				}
				seen[[2]end{ka, kb}] = true
				if line == nil {
					line = append(line, a)
				}
				line = append(line, b)
			}
			flush()
		}
	}
	w.borders.bound = ringsBound(w.borders.rings)
}

// view is how a part of the world lies on a page.
type view struct {
	box   paper.Box // of the map on the page
	scale float64   // the N of 1:N
	mm    float64   // on the page of a metre on the ground
	mid   orb.Point // in metres, the middle of the box
	seen  orb.Bound // in metres
	unit  float64   // mm
	// px is how many units a metre on the ground has, by which the screen chooses weights.
	px   float64
	zoom int
}

// steps are the figures of round scales.
var steps = [...]float64{1, 1.2, 1.5, 1.8, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8, 9}

// roundScale returns the least round N that is not under n.
func roundScale(n float64) float64 {
	if !(n > 1) {
		return 1
	}
	power := math.Pow(10, math.Floor(math.Log10(n)))
	for _, s := range steps {
		if s*power >= n*(1-1e-9) {
			return s * power
		}
	}
	return 10 * power
}

// closest bounds the scale: nothing on the ground is known better than by a decimetre.
const closest = 500

// fit returns the view that shows all of extent (metres) in the box at a round scale, with some room around.
func fit(extent orb.Bound, box paper.Box, unit float64) view {
	const around = 3 // mm
	wide := (extent.Max[0] - extent.Min[0]) * 1000 / (box.W - 2*around)
	high := (extent.Max[1] - extent.Min[1]) * 1000 / (box.H - 2*around)
	v := view{box: box, scale: roundScale(max(wide, high, closest)), mid: extent.Center(), unit: unit}
	v.mm = 1000 / v.scale
	v.px = v.mm / unit
	dx, dy := box.W/2/v.mm, box.H/2/v.mm
	v.seen = orb.Bound{Min: orb.Point{v.mid[0] - dx, v.mid[1] - dy}, Max: orb.Point{v.mid[0] + dx, v.mid[1] + dy}}
	switch {
	case v.px < 0.12:
	case v.px < 0.3:
		v.zoom = 1
	case v.px < 0.5:
		v.zoom = 2
	default:
		v.zoom = 3
	}
	return v
}

// place returns where a point of the plane is on the page.
func (v *view) place(p orb.Point) paper.Point {
	return paper.Point{
		X: v.box.X + v.box.W/2 + (p[0]-v.mid[0])*v.mm,
		Y: v.box.Y + v.box.H/2 - (p[1]-v.mid[1])*v.mm,
	}
}

func (v *view) sees(b orb.Bound) bool { return v.seen.Intersects(b) }

// path returns rings on the page, thinned out to what can be seen.
func (v *view) path(rings [][]orb.Point, closed bool) paper.Path {
	const least = 0.02 // mm
	path := make(paper.Path, 0, len(rings))
	for _, ring := range rings {
		points := make([]paper.Point, 0, len(ring))
		for i, p := range ring {
			at := v.place(p)
			if n := len(points); n > 0 && i < len(ring)-1 && math.Abs(at.X-points[n-1].X)+math.Abs(at.Y-points[n-1].Y) < least {
				continue
			}
			points = append(points, at)
		}
		path = append(path, paper.Line{Points: points, Closed: closed})
	}
	return path
}
