// Package overlay joins, cuts and intersects areas. It wraps the overlay of simplefeatures, a port of the JTS Topology Suite, which
// nodes robustly; it knows shapes, not estates. Coordinates are any plane's, or degrees of a district.
package overlay

import (
	"errors"
	"math"

	"github.com/paulmach/orb"
	"github.com/peterstace/simplefeatures/geom"
)

// Errors of Split.
var (
	// ErrOutside: the line has to begin and end outside of the area.
	ErrOutside = errors.New("overlay: the line begins or ends inside the area")
	// ErrMissed: the line does not part the area.
	ErrMissed = errors.New("overlay: the line does not cross the area")
	// ErrTangled: the line, continued straight on at both ends, meets itself.
	ErrTangled = errors.New("overlay: the line crosses itself")
	// ErrShape: the area is not valid, or what comes out is no area.
	ErrShape = errors.New("overlay: not a valid area")
)

// Union joins two areas. Errors: ErrShape.
func Union(a, b orb.MultiPolygon) (orb.MultiPolygon, error) { return combine(a, b, geom.Union) }

// Intersection is what two areas have in common; empty if they touch at most. Errors: ErrShape.
func Intersection(a, b orb.MultiPolygon) (orb.MultiPolygon, error) {
	return combine(a, b, geom.Intersection)
}

// Difference is what the first area has and the second has not; empty if the second covers it. Errors: ErrShape.
func Difference(a, b orb.MultiPolygon) (orb.MultiPolygon, error) {
	return combine(a, b, geom.Difference)
}

// Split parts an area along a line that begins and ends outside of it: what lies to the left of the line and what lies to the right,
// as one walks along it. Errors: ErrOutside, ErrMissed, ErrTangled, ErrShape.
func Split(shape orb.MultiPolygon, line orb.LineString) (left, right orb.MultiPolygon, err error) {
	if len(line) < 2 {
		return nil, nil, ErrMissed
	}
	area, err := toGeom(shape)
	if err != nil {
		return nil, nil, err
	}
	for _, end := range [2]orb.Point{line[0], line[len(line)-1]} {
		p := geom.NewPoint(geom.Coordinates{XY: geom.XY{X: end[0], Y: end[1]}})
		if inside, err := geom.Contains(area, p.AsGeometry()); err != nil || inside {
			return nil, nil, ErrOutside
		}
	}
	blade, err := leftOf(line, shape.Bound().Union(line.Bound()))
	if err != nil {
		return nil, nil, err
	}
	if left, err = result(geom.Intersection(area, blade)); err != nil {
		return nil, nil, err
	}
	if right, err = result(geom.Difference(area, blade)); err != nil {
		return nil, nil, err
	}
	if len(left) == 0 || len(right) == 0 {
		return nil, nil, ErrMissed
	}
	return left, right, nil
}

// leftOf is a large area on the left of a line that is continued straight on at both ends.
func leftOf(line orb.LineString, box orb.Bound) (geom.Geometry, error) {
	far := 10 * math.Hypot(box.Max[0]-box.Min[0], box.Max[1]-box.Min[1])
	middle := box.Center()
	on := func(from, to orb.Point) orb.Point { // from from through to, onto the far circle
		d := math.Hypot(to[0]-from[0], to[1]-from[1])
		if d == 0 {
			return to
		}
		return orb.Point{to[0] + (to[0]-from[0])/d*far, to[1] + (to[1]-from[1])/d*far}
	}
	n := len(line)
	first, last := on(line[1], line[0]), on(line[n-2], line[n-1])
	ring := orb.Ring{first}
	ring = append(ring, line...)
	ring = append(ring, last)
	// From the end back to the beginning, counter-clockwise around the middle: that is the left side.
	angle := func(p orb.Point) float64 { return math.Atan2(p[1]-middle[1], p[0]-middle[0]) }
	from, to := angle(last), angle(first)
	if to <= from {
		to += 2 * math.Pi
	}
	const steps = 32
	for i := 1; i < steps; i++ {
		a := from + (to-from)*float64(i)/steps
		ring = append(ring, orb.Point{middle[0] + 2*far*math.Cos(a), middle[1] + 2*far*math.Sin(a)})
	}
	ring = append(ring, first)
	blade, err := toGeom(orb.MultiPolygon{{ring}})
	if err != nil {
		return blade, ErrTangled
	}
	return blade, nil
}

func combine(a, b orb.MultiPolygon, do func(a, b geom.Geometry) (geom.Geometry, error)) (orb.MultiPolygon, error) {
	ga, err := toGeom(a)
	if err != nil {
		return nil, err
	}
	gb, err := toGeom(b)
	if err != nil {
		return nil, err
	}
	return result(do(ga, gb))
}

// result takes the areas of an overlay; lines and points where shapes only touch are left out.
func result(g geom.Geometry, err error) (orb.MultiPolygon, error) {
	if err != nil {
		return nil, errors.Join(ErrShape, err)
	}
	var out orb.MultiPolygon
	add := func(p geom.Polygon) {
		if p.IsEmpty() {
			return
		}
		p = p.ForceCCW()
		polygon := orb.Polygon{ringOf(p.ExteriorRing())}
		for i := range p.NumInteriorRings() {
			polygon = append(polygon, ringOf(p.InteriorRingN(i)))
		}
		out = append(out, polygon)
	}
	var walk func(g geom.Geometry)
	walk = func(g geom.Geometry) {
		switch g.Type() {
		case geom.TypePolygon:
			add(g.MustAsPolygon())
		case geom.TypeMultiPolygon:
			for _, p := range g.MustAsMultiPolygon().Dump() {
				add(p)
			}
		case geom.TypeGeometryCollection:
			for _, one := range g.MustAsGeometryCollection().Dump() {
				walk(one)
			}
		default: // lines and points
		}
	}
	walk(g)
	return out, nil
}

func ringOf(line geom.LineString) orb.Ring {
	seq := line.Coordinates()
	ring := make(orb.Ring, seq.Length())
	for i := range ring {
		xy := seq.GetXY(i)
		ring[i] = orb.Point{xy.X, xy.Y}
	}
	return ring
}

func toGeom(mp orb.MultiPolygon) (geom.Geometry, error) {
	polygons := make([]geom.Polygon, len(mp))
	for i, p := range mp {
		rings := make([]geom.LineString, len(p))
		for k, ring := range p {
			flat := make([]float64, 0, 2*len(ring))
			for _, at := range ring {
				flat = append(flat, at[0], at[1])
			}
			rings[k] = geom.NewLineString(geom.NewSequence(flat, geom.DimXY))
		}
		polygons[i] = geom.NewPolygon(rings)
	}
	g := geom.NewMultiPolygon(polygons)
	if err := g.Validate(); err != nil {
		return geom.Geometry{}, errors.Join(ErrShape, err)
	}
	return g.AsGeometry(), nil
}
