package gpkg

import (
	"slices"

	"github.com/paulmach/orb"
)

// boundary makes an estate's boundary of a geometry that any program may have written: a polygon becomes a multipolygon of
// one, rings are closed, shells turned counter-clockwise and holes clockwise. Rings that cross themselves are not looked for.
// Of what we wrote ourselves nothing changes. An empty geometry is nil.
func boundary(g orb.Geometry) (orb.MultiPolygon, error) {
	var m orb.MultiPolygon
	switch g := g.(type) {
	case nil:
		return nil, nil
	case orb.MultiPolygon:
		m = g
	case orb.Polygon:
		m = orb.MultiPolygon{g}
	case orb.Collection:
		for _, member := range g {
			part, err := boundary(member)
			if err != nil {
				return nil, err
			}
			m = append(m, part...)
		}
		return m, nil
	default:
		return nil, badGeometry("图形应为多边形，现为 %[1]s", "it should be a polygon but is a %[1]s", g.GeoJSONType())
	}
	if slices.ContainsFunc(m, func(p orb.Polygon) bool { return len(p) == 0 }) {
		m = slices.DeleteFunc(slices.Clone(m), func(p orb.Polygon) bool { return len(p) == 0 })
	}
	if len(m) == 0 {
		return nil, nil
	}
	for _, p := range m {
		for i := range p {
			r, err := ring(p[i], i > 0)
			if err != nil {
				return nil, err
			}
			p[i] = r
		}
	}
	return m, nil
}

// ring closes a ring and turns it the right way round, in place where it can.
func ring(r orb.Ring, hole bool) (orb.Ring, error) {
	if n := len(r); n > 0 && r[0] != r[n-1] {
		r = append(r, r[0])
	}
	if len(r) < 4 {
		return nil, badGeometry("有一个环不足三个顶点", "a ring has fewer than three vertices")
	}
	for _, p := range r {
		if p[0] < -180 || p[0] > 180 || p[1] < -90 || p[1] > 90 {
			return nil, badGeometry("坐标 %v, %v 不是经纬度", "the coordinates %v, %v are not longitude and latitude", p[0], p[1])
		}
	}
	if a := twiceArea(r); a != 0 && (a < 0) != hole {
		slices.Reverse(r)
	}
	return r, nil
}

// twiceArea is positive for a counter-clockwise ring. Taken from the first vertex, which keeps the products small.
func twiceArea(r orb.Ring) float64 {
	var sum float64
	o := r[0]
	for i := 1; i < len(r)-1; i++ {
		sum += (r[i][0]-o[0])*(r[i+1][1]-o[1]) - (r[i+1][0]-o[0])*(r[i][1]-o[1])
	}
	return sum
}
