package quality

import (
	"math"

	"github.com/paulmach/orb"
)

// edge is one of a shape's, from left to right, in metres. sign is +1 where the shape lies below it, −1 where it lies above.
type edge struct{ x1, y1, x2, y2, sign float64 }

// side is an edge as one walks around the shape with its inside on the left.
type side struct{ x1, y1, x2, y2 float64 }

// outline is a valid shape in the plane, ready to be held against others.
type outline struct {
	edges []edge // without upright ones, below which there is nothing
	sides []side
	box   orb.Bound
	area  float64
}

// outlineOf takes a shape's edges, shells and holes whichever way they run. The origin keeps numbers small.
func outlineOf(planar orb.MultiPolygon, origin orb.Point) outline {
	o := outline{box: orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}}
	for _, polygon := range planar {
		for i, ring := range polygon {
			area := twiceArea(ring) / 2
			turn := 1.0
			if (area < 0) != (i > 0) {
				turn = -1
			}
			o.area += turn * area
			for k := 1; k < len(ring); k++ {
				p, q := orb.Point{ring[k-1][0] - origin[0], ring[k-1][1] - origin[1]}, orb.Point{ring[k][0] - origin[0], ring[k][1] - origin[1]}
				o.box = o.box.Extend(p)
				if turn > 0 {
					o.sides = append(o.sides, side{p[0], p[1], q[0], q[1]})
				} else {
					o.sides = append(o.sides, side{q[0], q[1], p[0], p[1]})
				}
				switch {
				case p[0] < q[0]: // runs right: the shape lies above
					o.edges = append(o.edges, edge{p[0], p[1], q[0], q[1], -turn})
				case p[0] > q[0]:
					o.edges = append(o.edges, edge{q[0], q[1], p[0], p[1], turn})
				}
			}
		}
	}
	return o
}

func twiceArea(ring orb.Ring) float64 {
	var sum float64
	for i := 2; i < len(ring); i++ {
		a, b, o := ring[i-1], ring[i], ring[0]
		sum += (a[0]-o[0])*(b[1]-o[1]) - (b[0]-o[0])*(a[1]-o[1])
	}
	return sum
}

// common is the ground of two shapes together: its area and the centre of it (in the coordinates of the outlines).
//
// A shape is the sum, with signs, of what lies below its edges, so the ground in common is the sum over all pairs of edges of what
// lies below both: ∫ min(a(x), b(x)) dx. Nothing is noded and nothing can fail; the error is that of adding.
func common(a, b *outline) (area float64, at orb.Point) {
	left, right := max(a.box.Min[0], b.box.Min[0]), min(a.box.Max[0], b.box.Max[0])
	if !(left < right) || a.box.Max[1] <= b.box.Min[1] || b.box.Max[1] <= a.box.Min[1] {
		return 0, at
	}
	floor := min(a.box.Min[1], b.box.Min[1])
	var mx, my float64
	for i := range a.edges {
		p := &a.edges[i]
		if p.x2 <= left || p.x1 >= right {
			continue
		}
		pSlope := (p.y2 - p.y1) / (p.x2 - p.x1)
		for k := range b.edges {
			q := &b.edges[k]
			x1, x2 := max(p.x1, q.x1), min(p.x2, q.x2)
			if x1 >= x2 {
				continue
			}
			qSlope := (q.y2 - q.y1) / (q.x2 - q.x1)
			p1, p2 := p.y1+pSlope*(x1-p.x1)-floor, p.y1+pSlope*(x2-p.x1)-floor
			q1, q2 := q.y1+qSlope*(x1-q.x1)-floor, q.y1+qSlope*(x2-q.x1)-floor
			sign := p.sign * q.sign
			add := func(x1, x2, y1, y2 float64) {
				w := sign * (x2 - x1)
				area += w * (y1 + y2) / 2
				mx += w * (x1*(2*y1+y2) + x2*(y1+2*y2)) / 6
				my += w * (y1*y1 + y1*y2 + y2*y2) / 6
			}
			if d1, d2 := p1-q1, p2-q2; d1*d2 < 0 { // they cross: first the one is lower, then the other
				x := x1 + (x2-x1)*d1/(d1-d2)
				y := p1 + (p2-p1)*d1/(d1-d2)
				add(x1, x, min(p1, q1), y)
				add(x, x2, y, min(p2, q2))
			} else {
				add(x1, x2, min(p1, q1), min(p2, q2))
			}
		}
	}
	if area <= 0 {
		return 0, at
	}
	return area, orb.Point{mx / area, my/area + floor}
}

// strip is where the edges of two shapes run beside each other with nothing between.
type strip struct {
	length, area float64
	at           orb.Point // in the middle
	box          orb.Bound
}

// between looks for strips of up to a width between the outer sides of two shapes.
func between(a, b *outline, least, most float64) strip {
	s := strip{box: orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}}
	var mx, my float64
	for i := range a.sides {
		p := &a.sides[i]
		lowX, highX, lowY, highY := min(p.x1, p.x2)-most, max(p.x1, p.x2)+most, min(p.y1, p.y2)-most, max(p.y1, p.y2)+most
		if highX < b.box.Min[0] || lowX > b.box.Max[0] || highY < b.box.Min[1] || lowY > b.box.Max[1] {
			continue
		}
		l := math.Hypot(p.x2-p.x1, p.y2-p.y1)
		ux, uy := (p.x2-p.x1)/l, (p.y2-p.y1)/l
		for k := range b.sides {
			q := &b.sides[k]
			if min(q.x1, q.x2) > highX || max(q.x1, q.x2) < lowX || min(q.y1, q.y2) > highY || max(q.y1, q.y2) < lowY {
				continue
			}
			// Walls that face each other are walked in opposite directions: q begins where it lies farther along p.
			t1, t2 := (q.x2-p.x1)*ux+(q.y2-p.y1)*uy, (q.x1-p.x1)*ux+(q.y1-p.y1)*uy
			if !(t2 > t1) {
				continue
			}
			// Distances of the ends of q from the line of p, positive to its outside.
			d1, d2 := uy*(q.x2-p.x1)-ux*(q.y2-p.y1), uy*(q.x1-p.x1)-ux*(q.y1-p.y1)
			slope := (d2 - d1) / (t2 - t1)
			if math.Abs(slope) > mostLean {
				continue
			}
			from, to := max(t1, 0), min(t2, l)
			if !(to > from) {
				continue
			}
			w1, w2 := d1+slope*(from-t1), d1+slope*(to-t1)
			if min(w1, w2) < 0 || max(w1, w2) > most || (w1+w2)/2 < least {
				continue
			}
			long := to - from
			s.length += long
			s.area += long * (w1 + w2) / 2
			x, y := p.x1+ux*(from+to)/2, p.y1+uy*(from+to)/2
			mx, my = mx+long*x, my+long*y
			s.box = s.box.Extend(orb.Point{p.x1 + ux*from, p.y1 + uy*from}).Extend(orb.Point{p.x1 + ux*to, p.y1 + uy*to})
		}
	}
	if s.length > 0 {
		s.at = orb.Point{mx / s.length, my / s.length}
	}
	return s
}

// mostLean is how much two edges may run apart and still run beside each other: three degrees.
const mostLean = 0.05
