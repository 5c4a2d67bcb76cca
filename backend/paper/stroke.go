package paper

import "math"

// stroker turns lines into shapes to be filled. A line becomes a box for each of its edges and a wedge for each corner, all
// turning the same way: pieces that lie side by side add up without a seam, and where they overlap the filler sees one.
type stroker struct {
	scale float64 // px per mm
	half  float64 // of the width, mm
	cap   Cap
	join  Join
	edges []edge
}

// miterLimit is how long a point may be, in widths of its line; beyond it is cut off. Both backends have it.
const miterLimit = 4

func (s *stroker) line(l Line, dash []float64) {
	points := distinct(l.Points)
	closed := l.Closed && len(points) > 2
	if n := len(points); closed && points[0] == points[n-1] {
		points = points[:n-1]
	}
	switch {
	case len(points) == 0:
	case len(points) == 1:
		if s.cap == RoundCap {
			s.disc(points[0])
		}
	case dashes(dash) > 0:
		s.dashed(points, closed, dash)
	default:
		s.solid(points, closed)
	}
}

func distinct(points []Point) []Point {
	for i := 1; i < len(points); i++ {
		if points[i] != points[i-1] {
			continue
		}
		out := append([]Point{}, points[:i]...)
		for _, p := range points[i:] {
			if p != out[len(out)-1] {
				out = append(out, p)
			}
		}
		return out
	}
	return points
}

func dashes(dash []float64) float64 {
	sum := 0.0
	for _, d := range dash {
		if d < 0 {
			return 0
		}
		sum += d
	}
	return sum
}

func (s *stroker) solid(points []Point, closed bool) {
	n := len(points)
	sides := n
	if !closed {
		sides--
	}
	for i := range sides {
		s.side(points[i], points[(i+1)%n])
		if i+1 < sides || closed {
			s.corner(points[i], points[(i+1)%n], points[(i+2)%n])
		}
	}
	if !closed && s.cap == RoundCap {
		s.disc(points[0])
		s.disc(points[n-1])
	}
}

// dashed walks along the line and draws the parts that are on. A pattern of an odd number of lengths is taken twice, as in PDF.
func (s *stroker) dashed(points []Point, closed bool, dash []float64) {
	if closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	which, left, on := 0, dash[0], true
	part := []Point{points[0]}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		length := math.Hypot(b.X-a.X, b.Y-a.Y)
		done := 0.0
		for length-done > left {
			done += left
			t := done / length
			at := Point{a.X + t*(b.X-a.X), a.Y + t*(b.Y-a.Y)}
			if on {
				s.part(append(part, at))
			}
			on = !on
			part = append(part[:0], at)
			which = (which + 1) % len(dash)
			left = dash[which]
		}
		left -= length - done
		part = append(part, b)
	}
	if on {
		s.part(part)
	}
}

func (s *stroker) part(points []Point) {
	if points = distinct(points); len(points) > 1 {
		s.solid(points, false)
	} else if s.cap == RoundCap {
		s.disc(points[0])
	}
}

// normal returns the vector of half the width to the left of a → b on the page.
func (s *stroker) normal(a, b Point) (x, y float64) {
	dx, dy := b.X-a.X, b.Y-a.Y
	k := s.half / math.Hypot(dx, dy)
	return dy * k, -dx * k
}

func (s *stroker) side(a, b Point) {
	x, y := s.normal(a, b)
	s.piece(Point{a.X + x, a.Y + y}, Point{b.X + x, b.Y + y}, Point{b.X - x, b.Y - y}, Point{a.X - x, a.Y - y})
}

// corner fills the gap on the outer side of the way a → b → c.
func (s *stroker) corner(a, b, c Point) {
	x0, y0 := s.normal(a, b)
	x1, y1 := s.normal(b, c)
	cross := x0*y1 - y0*x1
	dot := x0*x1 + y0*y1
	if cross == 0 && dot > 0 {
		return
	}
	// After a turn to the right the gap is on the left. Else it is on the right and walked the other way round.
	if cross <= 0 {
		x0, y0, x1, y1 = -x1, -y1, -x0, -y0
	}
	from, to := Point{b.X + x0, b.Y + y0}, Point{b.X + x1, b.Y + y1}
	half2 := s.half * s.half
	if s.join == RoundJoin {
		angle := math.Atan2(math.Abs(cross), dot)
		start := math.Atan2(y0, x0)
		fan := make([]Point, 0, 16)
		fan = append(fan, b)
		s.piece(arc(fan, b, s.half, start, start+angle)...)
		return
	}
	// The point lies along the sum of the normals, half/cos(angle/2) away; cos²(angle/2) = (1 + cos angle)/2.
	if cos2 := (1 + dot/half2) / 2; cos2*miterLimit*miterLimit >= 1 {
		k := 1 / (2 * cos2)
		s.piece(b, from, Point{b.X + (x0+x1)*k, b.Y + (y0+y1)*k}, to)
		return
	}
	s.piece(b, from, to)
}

func (s *stroker) disc(at Point) {
	s.edges = appendEdges(s.edges, Circle(at.X, at.Y, s.half)[0].Points, s.scale)
}

func (s *stroker) piece(points ...Point) { s.edges = appendEdges(s.edges, points, s.scale) }
