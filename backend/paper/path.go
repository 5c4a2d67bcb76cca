package paper

import "math"

// tolerance is how far a chain of points may leave the arc that it stands for, in mm: a fifth of a pixel of the largest picture
// of an A4 page.
const tolerance = 0.01

// Rect is a rectangle.
func Rect(x, y, w, h float64) Path {
	return Path{{Points: []Point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}, Closed: true}}
}

// RoundRect is a rectangle with rounded corners.
func RoundRect(x, y, w, h, r float64) Path {
	r = min(r, w/2, h/2)
	if r <= 0 {
		return Rect(x, y, w, h)
	}
	var points []Point
	for i, c := range [4]Point{{x + w - r, y + r}, {x + w - r, y + h - r}, {x + r, y + h - r}, {x + r, y + r}} {
		points = arc(points, c, r, float64(i-1)*math.Pi/2, float64(i)*math.Pi/2)
	}
	return Path{{Points: points, Closed: true}}
}

// Circle is a circle about x, y.
func Circle(x, y, r float64) Path {
	points := arc(nil, Point{x, y}, r, 0, 2*math.Pi)
	return Path{{Points: points[:len(points)-1], Closed: true}}
}

// Segment is a straight line.
func Segment(x1, y1, x2, y2 float64) Path { return Polyline(Point{x1, y1}, Point{x2, y2}) }

// Polyline is an open chain of points.
func Polyline(points ...Point) Path { return Path{{Points: points}} }

// Polygon is a closed chain of points.
func Polygon(points ...Point) Path { return Path{{Points: points, Closed: true}} }

// arc appends points on a circle from one angle to another (radians, clockwise on the page), both ends included.
func arc(points []Point, c Point, r, from, to float64) []Point {
	for i, n := 0, arcSteps(r, to-from); i <= n; i++ {
		sin, cos := math.Sincos(from + (to-from)*float64(i)/float64(n))
		points = append(points, Point{c.X + r*cos, c.Y + r*sin})
	}
	return points
}

// arcSteps returns how many chords an arc needs: a chord over the angle a leaves its circle by r·(1 − cos(a/2)).
func arcSteps(r, angle float64) int {
	if r <= tolerance {
		return max(2, int(math.Ceil(math.Abs(angle)/(math.Pi/2))))
	}
	step := 2 * math.Acos(1-tolerance/r)
	return max(2, int(math.Ceil(math.Abs(angle)/step)))
}
