package tile

import (
	"math"
	"slices"
)

// drawer turns a shape into paths of whole tile units. It keeps its memory from shape to shape.
type drawer struct {
	scale    float64
	origin   point
	simplify bool

	paths    [][]cell // the result, valid until the next draw
	store    []cell
	scratch  []point
	clipped  []point
	keep     []bool
	stack    []span
	whole    []cell
	segments [][]point
}

type cell struct{ x, y int32 }

type span struct{ from, to int }

// draw fills d.paths and reports whether anything is left of the shape. cut says that it reaches over the window.
func (d *drawer) draw(s *shape, cut bool) bool {
	d.paths, d.store = d.paths[:0], d.store[:0]
	if !s.polygon {
		for _, path := range s.paths {
			d.line(path, cut)
		}
		return len(d.paths) > 0
	}
	skip := false
	for i, path := range s.paths {
		shell := s.shells[i]
		if skip && !shell {
			continue // the holes of a shell that was left out
		}
		skip = !d.ring(path, shell, s.id != 0, cut) && shell
	}
	return len(d.paths) > 0
}

// ring adds a ring; shells run clockwise on the screen, holes counter-clockwise (MVT 2.1, 4.3.4.4). small says that shells under
// leastPolygon are left out.
func (d *drawer) ring(path []point, shell, small, cut bool) bool {
	local := d.local(path)
	if shell && small && math.Sqrt(math.Abs(area(local))) < leastPolygon {
		return false
	}
	if cut {
		local = d.clipRing(local)
	}
	if d.simplify {
		local = d.simplifyRing(local)
	}
	cells := d.round(local)
	if n := len(cells); n > 1 && cells[0] == cells[n-1] {
		cells = cells[:n-1]
	}
	if len(cells) < 3 {
		return false
	}
	twice := doubleArea(cells)
	if twice == 0 {
		return false
	}
	if (twice > 0) != shell {
		for i, j := 0, len(cells)-1; i < j; i, j = i+1, j-1 {
			cells[i], cells[j] = cells[j], cells[i]
		}
	}
	d.keepPath(cells)
	return true
}

func (d *drawer) line(path []point, cut bool) {
	local := d.local(path)
	d.segments = d.segments[:0]
	if cut {
		d.clipLine(local)
	} else {
		d.segments = append(d.segments, local)
	}
	for _, part := range d.segments {
		if d.simplify {
			part = d.simplifyLine(part)
		}
		if cells := d.round(part); len(cells) > 1 {
			d.keepPath(cells)
		}
	}
}

func (d *drawer) local(path []point) []point {
	// One more than the points: simplifyRing closes the ring in place.
	d.scratch = slices.Grow(d.scratch[:0], len(path)+1)
	for _, p := range path {
		d.scratch = append(d.scratch, point{p.x*d.scale - d.origin.x, p.y*d.scale - d.origin.y})
	}
	return d.scratch
}

// round gives whole units without repeated points.
func (d *drawer) round(path []point) []cell {
	d.whole = d.whole[:0]
	for _, p := range path {
		c := cell{int32(math.Round(p.x)), int32(math.Round(p.y))}
		if n := len(d.whole); n == 0 || d.whole[n-1] != c {
			d.whole = append(d.whole, c)
		}
	}
	return d.whole
}

func (d *drawer) keepPath(cells []cell) {
	from := len(d.store)
	d.store = append(d.store, cells...)
	d.paths = append(d.paths, d.store[from:len(d.store):len(d.store)])
}

func area(ring []point) float64 {
	var twice float64
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		twice += p.x*q.y - q.x*p.y
	}
	return twice / 2
}

func doubleArea(ring []cell) int64 {
	var twice int64
	for i, p := range ring {
		q := ring[(i+1)%len(ring)]
		twice += int64(p.x)*int64(q.y) - int64(q.x)*int64(p.y)
	}
	return twice
}

const (
	least = -buffer
	most  = Extent + buffer
)

// clipRing cuts a ring to the window, side by side (Sutherland and Hodgman 1974). A ring that leaves and comes back is joined
// along the window's edge, which lies outside the tile and is never seen.
func (d *drawer) clipRing(ring []point) []point {
	in, out := ring, d.clipped[:0]
	for side := range 4 {
		out = out[:0]
		for i, p := range in {
			q := in[(i+1)%len(in)]
			pIn, qIn := within(p, side), within(q, side)
			if pIn {
				out = append(out, p)
			}
			if pIn != qIn {
				out = append(out, cross(p, q, side))
			}
		}
		in, out = out, in
	}
	// After four sides both buffers have changed hands evenly: in is d.scratch's memory again.
	d.scratch, d.clipped = in, out
	return in
}

func within(p point, side int) bool {
	switch side {
	case 0:
		return p.x >= least
	case 1:
		return p.x <= most
	case 2:
		return p.y >= least
	}
	return p.y <= most
}

// cross returns where p–q meets the line of a side.
func cross(p, q point, side int) point {
	at := float64(least)
	if side%2 == 1 {
		at = most
	}
	if side < 2 {
		return point{at, p.y + (at-p.x)/(q.x-p.x)*(q.y-p.y)}
	}
	return point{p.x + (at-p.y)/(q.y-p.y)*(q.x-p.x), at}
}

// clipLine leaves the parts of a line inside the window in d.segments (Liang and Barsky 1984, segment by segment).
func (d *drawer) clipLine(line []point) {
	var part []point
	end := func() {
		if len(part) > 1 {
			d.segments = append(d.segments, part)
		}
		part = nil
	}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		from, to := 0.0, 1.0
		for side := range 4 {
			var distance, change float64 // inside while distance + t·change ≥ 0
			switch side {
			case 0:
				distance, change = a.x-least, b.x-a.x
			case 1:
				distance, change = most-a.x, a.x-b.x
			case 2:
				distance, change = a.y-least, b.y-a.y
			case 3:
				distance, change = most-a.y, a.y-b.y
			}
			switch {
			case change == 0 && distance < 0:
				from, to = 1, 0
			case change > 0:
				from = max(from, -distance/change)
			case change < 0:
				to = min(to, -distance/change)
			}
		}
		if from >= to {
			end()
			continue
		}
		if from > 0 || len(part) == 0 {
			end()
			part = append(part, point{a.x + from*(b.x-a.x), a.y + from*(b.y-a.y)})
		}
		part = append(part, point{a.x + to*(b.x-a.x), a.y + to*(b.y-a.y)})
		if to < 1 {
			end()
		}
	}
	end()
}

// simplifyRing simplifies between two far points of the ring, so that it stays a ring.
func (d *drawer) simplifyRing(ring []point) []point {
	if len(ring) < 5 {
		return ring
	}
	far, reach := 0, -1.0
	for i, p := range ring {
		if r := (p.x-ring[0].x)*(p.x-ring[0].x) + (p.y-ring[0].y)*(p.y-ring[0].y); r > reach {
			far, reach = i, r
		}
	}
	ring = append(ring, ring[0])
	d.begin(len(ring))
	d.keep[far] = true
	d.stack = append(d.stack, span{0, far}, span{far, len(ring) - 1})
	kept := d.finish(ring)
	return kept[:len(kept)-1]
}

func (d *drawer) simplifyLine(line []point) []point {
	if len(line) < 3 {
		return line
	}
	d.begin(len(line))
	d.stack = append(d.stack, span{0, len(line) - 1})
	return d.finish(line)
}

func (d *drawer) begin(n int) {
	d.keep = slices.Grow(d.keep[:0], n)[:n]
	clear(d.keep)
	d.keep[0], d.keep[n-1] = true, true
	d.stack = d.stack[:0]
}

// finish keeps the points that lie farther than tolerance from the line between kept ones (Douglas and Peucker 1973).
func (d *drawer) finish(path []point) []point {
	for len(d.stack) > 0 {
		s := d.stack[len(d.stack)-1]
		d.stack = d.stack[:len(d.stack)-1]
		a, b := path[s.from], path[s.to]
		at, worst := 0, tolerance*tolerance
		for i := s.from + 1; i < s.to; i++ {
			if dist := squaredDistance(path[i], a, b); dist > worst {
				at, worst = i, dist
			}
		}
		if at > 0 {
			d.keep[at] = true
			d.stack = append(d.stack, span{s.from, at}, span{at, s.to})
		}
	}
	kept := path[:0]
	for i, p := range path {
		if d.keep[i] {
			kept = append(kept, p)
		}
	}
	return kept
}

func squaredDistance(p, a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	if length := dx*dx + dy*dy; length > 0 {
		t := max(0, min(1, ((p.x-a.x)*dx+(p.y-a.y)*dy)/length))
		a.x, a.y = a.x+t*dx, a.y+t*dy
	}
	return (p.x-a.x)*(p.x-a.x) + (p.y-a.y)*(p.y-a.y)
}
