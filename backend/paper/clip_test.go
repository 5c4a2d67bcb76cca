package paper

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// anyPolygon is a star-shaped polygon with a hole, so that inside and outside are never in doubt.
func anyPolygon(t *rapid.T) Path {
	n := rapid.IntRange(3, 14).Draw(t, "corners")
	c := Point{rapid.Float64Range(-20, 120).Draw(t, "x"), rapid.Float64Range(-20, 120).Draw(t, "y")}
	outer := make([]Point, n)
	for i := range outer {
		r := rapid.Float64Range(5, 60).Draw(t, "r")
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		outer[i] = Point{c.X + r*cos, c.Y + r*sin}
	}
	path := Polygon(outer...)
	if rapid.Bool().Draw(t, "hole") {
		hole := make([]Point, 4)
		for i := range hole {
			sin, cos := math.Sincos(-math.Pi / 2 * float64(i))
			hole[i] = Point{c.X + 0.8*cos, c.Y + 0.8*sin}
		}
		path = append(path, Line{Points: hole, Closed: true})
	}
	return path
}

// inside counts how often the lines turn around a point: the slow way.
func inside(path Path, p Point) bool {
	wind := 0
	for _, l := range path {
		for i, b := range l.Points {
			a := l.Points[(i+len(l.Points)-1)%len(l.Points)]
			cross := (b.X-a.X)*(p.Y-a.Y) - (p.X-a.X)*(b.Y-a.Y)
			switch {
			case a.Y <= p.Y && b.Y > p.Y && cross > 0:
				wind++
			case b.Y <= p.Y && a.Y > p.Y && cross < 0:
				wind--
			}
		}
	}
	return wind != 0
}

func TestHatchLinesLieInsideTheShape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		path := anyPolygon(t)
		gap := rapid.Float64Range(0.5, 9).Draw(t, "gap")
		angle := rapid.Float64Range(-90, 90).Draw(t, "angle")
		total := 0.0
		for _, l := range Hatch(path, gap, angle) {
			a, b := l.Points[0], l.Points[1]
			total += math.Hypot(b.X-a.X, b.Y-a.Y)
			// The ends are on the edge; just inside of them and between there is only inside.
			for _, part := range []float64{1e-6, 0.25, 0.5, 0.75, 1 - 1e-6} {
				p := Point{a.X + part*(b.X-a.X), a.Y + part*(b.Y-a.Y)}
				if math.Hypot(b.X-a.X, b.Y-a.Y) > 1e-3 && !inside(path, p) {
					t.Fatalf("%v of the line %v–%v is outside", p, a, b)
				}
			}
		}
		// Lines every gap cover the shape: their length times the gap is about its area.
		if area := math.Abs(areaOf(path)); gap < 1 && math.Abs(total*gap-area) > 0.1*area+40 {
			t.Fatalf("lines of %.1f mm every %.2f mm, but the shape has %.1f mm²", total, gap, area)
		}
	})
}

func areaOf(path Path) float64 {
	sum := 0.0
	for _, l := range path {
		for i, b := range l.Points {
			a := l.Points[(i+len(l.Points)-1)%len(l.Points)]
			sum += (a.X*b.Y - b.X*a.Y) / 2
		}
	}
	return sum
}

func TestDotsLieInsideTheShape(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		path := anyPolygon(t)
		for _, l := range Dots(path, rapid.Float64Range(0.5, 6).Draw(t, "gap"), 0.2) {
			if !inside(path, l.Points[0]) {
				t.Fatalf("the dot %v is outside", l.Points[0])
			}
		}
	})
}

func TestClippedShapeIsTheShapeInTheBox(t *testing.T) {
	box := Box{10, 10, 70, 50}
	rapid.Check(t, func(t *rapid.T) {
		path := anyPolygon(t)
		cut := Clip(path, box)
		for _, l := range cut {
			for _, p := range l.Points {
				if !box.Inset(-1e-9).Holds(p) {
					t.Fatalf("%v is outside the box", p)
				}
			}
		}
		for range 20 {
			p := Point{rapid.Float64Range(10.001, 79.999).Draw(t, "px"), rapid.Float64Range(10.001, 59.999).Draw(t, "py")}
			if inside(path, p) != inside(cut, p) {
				t.Fatalf("%v: in the shape %v, in what is left of it %v", p, inside(path, p), inside(cut, p))
			}
		}
	})
}

func TestClippedLinesStayInTheBoxAndKeepTheirLength(t *testing.T) {
	box := Box{10, 10, 70, 50}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "points")
		points := make([]Point, n)
		for i := range points {
			points[i] = Point{rapid.Float64Range(-50, 150).Draw(t, "x"), rapid.Float64Range(-50, 150).Draw(t, "y")}
		}
		line := Line{Points: points, Closed: rapid.Bool().Draw(t, "closed") && n > 2}
		got := 0.0
		for _, l := range ClipLines(Path{line}, box) {
			for i := 1; i < len(l.Points); i++ {
				got += math.Hypot(l.Points[i].X-l.Points[i-1].X, l.Points[i].Y-l.Points[i-1].Y)
			}
			if l.Closed {
				a, b := l.Points[len(l.Points)-1], l.Points[0]
				got += math.Hypot(b.X-a.X, b.Y-a.Y)
			}
			for _, p := range l.Points {
				if !box.Inset(-1e-9).Holds(p) {
					t.Fatalf("%v is outside the box", p)
				}
			}
		}
		// The slow way: small steps along the line.
		want := 0.0
		for i := range n {
			if i == n-1 && !line.Closed {
				break
			}
			a, b := points[i], points[(i+1)%n]
			const steps = 2000
			for k := range steps {
				at := (float64(k) + 0.5) / steps
				if box.Holds(Point{a.X + at*(b.X-a.X), a.Y + at*(b.Y-a.Y)}) {
					want += math.Hypot(b.X-a.X, b.Y-a.Y) / steps
				}
			}
		}
		if math.Abs(got-want) > 0.3*float64(n) {
			t.Fatalf("%.2f mm are left, %.2f mm lie in the box", got, want)
		}
	})
}

func TestBrokenNumbersDrawNothing(t *testing.T) {
	nan := math.NaN()
	for _, path := range []Path{Polygon(Point{nan, 0}, Point{1, 1}, Point{2, 0}), Polygon(Point{math.Inf(1), 0}, Point{1, 1}, Point{2, 0}), Polygon(Point{1e300, 0}, Point{1, 1}, Point{2, 0})} {
		if len(Hatch(path, 1, 45)) > 0 {
			t.Errorf("hatch of %v", path)
		}
		pdf, picture := newPDF(), newPicture(t, 100)
		for _, c := range []Canvas{pdf, picture} {
			c.AddPage(100, 100)
			c.Fill(path, Black)
			c.Stroke(path, Pen{Width: 1, Color: Black})
		}
		if !picture.blank() {
			t.Errorf("%v left a mark", path)
		}
	}
	if len(Hatch(Rect(0, 0, 10, 10), 0, 45)) > 0 || len(Hatch(Rect(0, 0, 10, 10), nan, 45)) > 0 || len(Hatch(Rect(0, 0, 1e4, 1e4), 1e-9, 0)) > 0 {
		t.Error("a hatch without a gap has no end")
	}
}
