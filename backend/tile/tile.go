// Package tile makes the vector tiles of the map (Mapbox Vector Tile 2.1, Web Mercator, XYZ): backdrop and estates. A tile
// holds shapes and feature ids only; what changes with the round is joined in the frontend, so that a change of round fetches
// nothing.
//
// It is not for points: symbols, badges and names come from columns. Boundaries too small to be seen are left out, since
// the map draws a symbol for them.
package tile

import (
	"cmp"
	"math"
	"slices"
	"sync"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

const (
	// Extent is the width of a tile in its own units.
	Extent = 4096
	// buffer is how far, in tile units, shapes reach beyond the edge, so that outlines meet and the widest road, half of which is
	// 30 px at the deepest zoom, is not cut off.
	buffer = 256
	// MaxZoom is the deepest zoom with tiles of its own; the map enlarges those for closer looks. A unit is 0.11 m at 39° N.
	MaxZoom = 16
	// pixel is a screen pixel in tile units, a tile being shown 512 px wide.
	pixel = Extent / 512
	// tolerance is how far, in tile units, a simplified line may lie from the true one. With rounding, at most √½, a line stays
	// within a unit of the truth, an eighth of a pixel: neighbours that share a boundary keep meeting to the eye.
	tolerance = 0.25
	// leastPolygon is the root of the area, in tile units, under which an estate is left out. The map draws estates under 8 px as
	// symbols and shows a tile at up to twice its size.
	leastPolygon = 2 * pixel
	cacheBytes   = 48 << 20
	// entryBytes is about what an entry of the cache costs beside its data, so that empty tiles count too.
	entryBytes = 128
)

// layerNames are the layers in the order in which they stand in a tile.
var layerNames = [...]string{string(domain.BackdropWater), string(domain.BackdropRoads), string(domain.BackdropSubdistricts), "estates"}

// Set is all tiles of a district. Safe for several goroutines.
type Set struct {
	layers [len(layerNames)]layer
	// whole waits for what comes later than the district.
	whole func()

	mu    sync.Mutex
	cache map[address][]byte
	bytes int
}

type address struct{ z, x, y uint32 }

// layer holds shapes in Web Mercator, the world being the unit square with y to the south.
type layer struct {
	boxes  []box
	shapes []shape
}

type box struct{ minX, minY, maxX, maxY float64 }

type point struct{ x, y float64 }

// shape is a feature: rings of polygons, each shell before its holes, or lines.
type shape struct {
	id          uint64 // 0: none
	name, class string
	polygon     bool
	paths       [][]point
	shells      []bool // of the paths, whether it is a shell; nil for lines
}

// NewSet prepares the tiles of a district; t is not changed. later, which may be nil, gives further backdrops when the first tile
// is asked for.
func NewSet(t *domain.Tables, later func() []domain.Backdrop) *Set {
	s := &Set{cache: make(map[address][]byte)}
	s.whole = sync.OnceFunc(func() {
		if later != nil {
			s.addBackdrops(later())
		}
	})
	estates := &s.layers[len(layerNames)-1]
	for i := range t.Estates {
		if e := &t.Estates[i]; len(e.Boundary) > 0 {
			estates.add(shape{id: uint64(e.FID)}, e.Boundary)
		}
	}
	// Features of a layer in order of id: the same bytes whatever the order of the rows.
	estates.sort(func(a, b *shape) int { return cmp.Compare(a.id, b.id) })
	s.addBackdrops(t.Backdrops)
	return s
}

func (s *Set) addBackdrops(backdrops []domain.Backdrop) {
	for i := range backdrops {
		b := &backdrops[i]
		if at := slices.Index(layerNames[:], string(b.Layer)); at >= 0 {
			s.layers[at].add(shape{name: b.Name, class: b.Class}, b.Geometry)
		}
	}
}

func (l *layer) sort(compare func(a, b *shape) int) {
	order := make([]int, len(l.shapes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(&l.shapes[a], &l.shapes[b]) })
	boxes, shapes := make([]box, len(order)), make([]shape, len(order))
	for to, from := range order {
		boxes[to], shapes[to] = l.boxes[from], l.shapes[from]
	}
	l.boxes, l.shapes = boxes, shapes
}

// add takes polygons and lines; points are no backdrop.
func (l *layer) add(s shape, g orb.Geometry) {
	switch g := g.(type) {
	case orb.Polygon:
		l.addPolygons(s, orb.MultiPolygon{g})
	case orb.MultiPolygon:
		l.addPolygons(s, g)
	case orb.LineString:
		l.addLines(s, orb.MultiLineString{g})
	case orb.MultiLineString:
		l.addLines(s, g)
	case orb.Collection:
		for _, part := range g {
			l.add(s, part)
		}
	}
}

func (l *layer) addPolygons(s shape, mp orb.MultiPolygon) {
	s.polygon = true
	for _, p := range mp {
		for i, ring := range p {
			path := mercator(ring)
			if len(path) > 1 && path[0] == path[len(path)-1] {
				path = path[:len(path)-1]
			}
			s.paths, s.shells = append(s.paths, path), append(s.shells, i == 0)
		}
	}
	l.put(s)
}

func (l *layer) addLines(s shape, lines orb.MultiLineString) {
	for _, line := range lines {
		s.paths = append(s.paths, mercator(line))
	}
	l.put(s)
}

func (l *layer) put(s shape) {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, path := range s.paths {
		for _, p := range path {
			b = box{min(b.minX, p.x), min(b.minY, p.y), max(b.maxX, p.x), max(b.maxY, p.y)}
		}
	}
	if b.minX <= b.maxX {
		l.boxes, l.shapes = append(l.boxes, b), append(l.shapes, s)
	}
}

// mercator projects lon-lat degrees to the unit square (EPSG:3857, scaled). Latitudes beyond the square end at its edge.
func mercator[P ~[]orb.Point](line P) []point {
	path := make([]point, len(line))
	for i, p := range line {
		lat := max(-85.06, min(85.06, p[1]))
		sin := math.Sin(lat * math.Pi / 180)
		path[i] = point{p[0]/360 + 0.5, 0.5 - math.Log((1+sin)/(1-sin))/(4*math.Pi)}
	}
	return path
}

// Valid reports whether z/x/y names a tile.
func Valid(z, x, y uint32) bool { return z <= MaxZoom && x < 1<<z && y < 1<<z }

// Tile returns the encoded tile, empty where there is nothing. The address is Valid. The bytes are shared: do not change them.
func (s *Set) Tile(z, x, y uint32) []byte {
	at := address{z, x, y}
	s.mu.Lock()
	data, ok := s.cache[at]
	s.mu.Unlock()
	if ok {
		return data
	}
	s.whole()
	data = s.encode(at)
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.cache[at]; ok {
		return data
	}
	cost := len(data) + entryBytes
	if s.bytes+cost > cacheBytes {
		clear(s.cache)
		s.bytes = 0
	}
	s.cache[at] = data
	s.bytes += cost
	return data
}

func (s *Set) encode(at address) []byte {
	scale := float64(uint64(1)<<at.z) * Extent
	origin := point{float64(at.x) * Extent, float64(at.y) * Extent}
	window := box{
		(origin.x - buffer) / scale, (origin.y - buffer) / scale, (origin.x + Extent + buffer) / scale, (origin.y + Extent + buffer) / scale,
	}
	var out []byte
	d := drawer{scale: scale, origin: origin, simplify: at.z < MaxZoom}
	for i := range s.layers {
		l := &s.layers[i]
		e := layerEncoder{name: layerNames[i]}
		for j := range l.boxes {
			b := &l.boxes[j]
			if b.maxX < window.minX || b.minX > window.maxX || b.maxY < window.minY || b.minY > window.maxY {
				continue
			}
			inside := b.minX >= window.minX && b.maxX <= window.maxX && b.minY >= window.minY && b.maxY <= window.maxY
			if shape := &l.shapes[j]; d.draw(shape, !inside) {
				e.add(shape, d.paths)
			}
		}
		out = e.appendTo(out)
	}
	return out
}
