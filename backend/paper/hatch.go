package paper

import (
	"math"
	"slices"
)

// Hatch returns parallel lines inside a shape: gap apart (mm), rising by angle (degrees counter-clockwise from the page's right).
// The lines of all shapes of a page lie on one lattice, so that neighbours match. Inside is as for Fill.
func Hatch(path Path, gap, angle float64) Path {
	sin, cos := math.Sincos(angle * math.Pi / 180)
	// In turned coordinates u runs along the lines and v across them.
	along := func(p Point) float64 { return p.X*cos - p.Y*sin }
	across := func(p Point) float64 { return p.X*sin + p.Y*cos }
	var out Path
	scan(path, gap, across, along, func(v, from, to float64) {
		at := func(u float64) Point { return Point{u*cos + v*sin, -u*sin + v*cos} }
		out = append(out, Line{Points: []Point{at(from), at(to)}})
	})
	return out
}

// Dots returns the points inside a shape of a lattice turned by 45°, whose points are gap apart along the page's edges, every
// other row moved by half of it. Stroked with RoundCap they are dots. Points nearer than margin to the left or right edge are
// left out.
func Dots(path Path, gap, margin float64) Path {
	var out Path
	row := func(p Point) float64 { return p.Y }
	scan(path, gap/2, row, func(p Point) float64 { return p.X }, func(y, from, to float64) {
		shift := 0.0
		if int64(math.Round(y/(gap/2)))%2 != 0 {
			shift = gap / 2
		}
		first := math.Ceil((from + margin - shift) / gap)
		for x := first*gap + shift; x <= to-margin; x += gap {
			out = append(out, Line{Points: []Point{{x, y}}})
		}
	})
	return out
}

// mostScans bounds the lines of one shape, which a broken gap would make endless.
const mostScans = 20000

// crossing is where a scan line meets an edge, with the edge's direction.
type crossing struct {
	u    float64
	turn int
}

// scan cuts a shape with the lines v = k·gap and calls yield for each piece inside.
func scan(path Path, gap float64, v, u func(Point) float64, yield func(v, from, to float64)) {
	if !(gap > 0) || !drawable(path, 3) {
		return
	}
	low, high := math.Inf(1), math.Inf(-1)
	for _, line := range path {
		for _, p := range line.Points {
			low, high = min(low, v(p)), max(high, v(p))
		}
	}
	first, last := math.Ceil(low/gap), math.Floor(high/gap)
	if last < first || last-first > mostScans {
		return
	}
	rows := make([][]crossing, int(last-first)+1)
	for _, line := range path {
		n := len(line.Points)
		for i, b := range line.Points {
			a := line.Points[(i+n-1)%n]
			va, vb, turn := v(a), v(b), 1
			if va > vb {
				a, b, va, vb, turn = b, a, vb, va, -1
			}
			// A line through a corner belongs to the edge above it: va ≤ v < vb.
			for k := math.Ceil(va / gap); k*gap < vb; k++ {
				t := (k*gap - va) / (vb - va)
				at := Point{a.X + t*(b.X-a.X), a.Y + t*(b.Y-a.Y)}
				if row := int(k - first); row >= 0 && row < len(rows) {
					rows[row] = append(rows[row], crossing{u(at), turn})
				}
			}
		}
	}
	for i, row := range rows {
		slices.SortFunc(row, func(a, b crossing) int {
			switch {
			case a.u < b.u:
				return -1
			case a.u > b.u:
				return 1
			}
			return a.turn - b.turn
		})
		wind := 0
		for j, c := range row {
			if wind != 0 && c.u > row[j-1].u {
				yield((first+float64(i))*gap, row[j-1].u, c.u)
			}
			wind += c.turn
		}
	}
}
