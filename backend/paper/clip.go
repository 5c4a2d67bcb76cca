package paper

// Box is a part of the page.
type Box struct{ X, Y, W, H float64 }

// Right is the far edge.
func (b Box) Right() float64 { return b.X + b.W }

// Bottom is the lower edge.
func (b Box) Bottom() float64 { return b.Y + b.H }

// Inset returns the box with all edges moved inwards by d.
func (b Box) Inset(d float64) Box { return Box{b.X + d, b.Y + d, b.W - 2*d, b.H - 2*d} }

// Path returns the box as a path.
func (b Box) Path() Path { return Rect(b.X, b.Y, b.W, b.H) }

// Holds tells whether a point is in the box or on its edge.
func (b Box) Holds(p Point) bool {
	return p.X >= b.X && p.X <= b.Right() && p.Y >= b.Y && p.Y <= b.Bottom()
}

// boxSide is one edge of a box: which coordinate, where, and which way is inside.
type boxSide struct {
	vertical bool // X is compared
	at       float64
	above    bool // inside is at ≤ coordinate
}

func (b Box) sides() [4]boxSide {
	return [4]boxSide{{true, b.X, true}, {true, b.Right(), false}, {false, b.Y, true}, {false, b.Bottom(), false}}
}

func (s boxSide) inside(p Point) bool {
	v := p.Y
	if s.vertical {
		v = p.X
	}
	if s.above {
		return v >= s.at
	}
	return v <= s.at
}

func (s boxSide) cut(a, b Point) Point {
	if s.vertical {
		return Point{s.at, a.Y + (b.Y-a.Y)*(s.at-a.X)/(b.X-a.X)}
	}
	return Point{a.X + (b.X-a.X)*(s.at-a.Y)/(b.Y-a.Y), s.at}
}

// where tells how the extent of a line lies to the box: outside, inside or across its edge.
func (b Box) where(points []Point) (outside, inside bool) {
	if len(points) == 0 {
		return true, false
	}
	least, most := points[0], points[0]
	for _, p := range points[1:] {
		least = Point{min(least.X, p.X), min(least.Y, p.Y)}
		most = Point{max(most.X, p.X), max(most.Y, p.Y)}
	}
	outside = most.X < b.X || least.X > b.Right() || most.Y < b.Y || least.Y > b.Bottom()
	return outside, b.Holds(least) && b.Holds(most)
}

// Clip returns the part of filled shapes that lies in a box (Sutherland and Hodgman: pieces stay joined by edges along the box,
// which a fill does not show).
func Clip(path Path, b Box) Path {
	var out Path
	for _, line := range path {
		outside, inside := b.where(line.Points)
		if outside {
			continue
		}
		points := line.Points
		if !inside {
			for _, s := range b.sides() {
				points = clipSide(points, s)
			}
		}
		if len(points) > 2 {
			out = append(out, Line{Points: points, Closed: true})
		}
	}
	return out
}

func clipSide(points []Point, s boxSide) []Point {
	if len(points) == 0 {
		return nil
	}
	out := make([]Point, 0, len(points)+4)
	last := points[len(points)-1]
	for _, p := range points {
		in := s.inside(p)
		if in != s.inside(last) {
			out = append(out, s.cut(last, p))
		}
		if in {
			out = append(out, p)
		}
		last = p
	}
	return out
}

// ClipLines returns the parts of lines that lie in a box. A closed line that is cut comes back as open ones.
func ClipLines(path Path, b Box) Path {
	var out Path
	for _, line := range path {
		outside, inside := b.where(line.Points)
		switch {
		case outside:
		case inside:
			out = append(out, line)
		default:
			out = clipLine(out, line, b)
		}
	}
	return out
}

func clipLine(out Path, line Line, b Box) Path {
	points := line.Points
	if line.Closed {
		points = append(points[:len(points):len(points)], points[0])
	}
	var part []Point
	for i := 1; i < len(points); i++ {
		p, q, ok := clipSegment(points[i-1], points[i], b)
		if !ok {
			continue
		}
		if len(part) > 0 && part[len(part)-1] != p {
			out = append(out, Line{Points: part})
			part = nil
		}
		if len(part) == 0 {
			part = append(part, p)
		}
		part = append(part, q)
	}
	if len(part) > 0 {
		out = append(out, Line{Points: part})
	}
	return out
}

// clipSegment is that of Liang and Barsky.
func clipSegment(a, b Point, box Box) (from, to Point, ok bool) {
	dx, dy := b.X-a.X, b.Y-a.Y
	t0, t1 := 0.0, 1.0
	for _, e := range [4][2]float64{{-dx, a.X - box.X}, {dx, box.Right() - a.X}, {-dy, a.Y - box.Y}, {dy, box.Bottom() - a.Y}} {
		p, q := e[0], e[1]
		switch {
		case p == 0 && q < 0:
			return a, b, false
		case p < 0:
			t0 = max(t0, q/p)
		case p > 0:
			t1 = min(t1, q/p)
		}
	}
	if t0 > t1 {
		return a, b, false
	}
	from, to = a, b
	if t0 > 0 {
		from = Point{a.X + t0*dx, a.Y + t0*dy}
	}
	if t1 < 1 {
		to = Point{a.X + t1*dx, a.Y + t1*dy}
	}
	return from, to, true
}
