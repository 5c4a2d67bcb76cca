package demo

import (
	"math"
)

// character is what kind of place a quarter between avenues is; it decides how streets cut it and what stands there.
type character int

const (
	oldTown    character = iota // small blocks along the river
	workers                     // the new villages of the 1950s to 1980s
	lanes                       // grown without a plan, streets that end
	modern                      // large estates of recent years
	industrial                  // works, depots, sidings
)

// grid is how a quarter is cut: mean distances of streets along and across in metres, how uneven they are (0–1), how often a
// street across goes on into the next strip, and how much streets deviate from the grid, in radians.
type grid struct{ along, across, uneven, through, stray float64 }

var grids = map[character]grid{
	oldTown:    {135, 185, 0.20, 0.80, 0.02},
	workers:    {190, 240, 0.25, 0.65, 0.03},
	lanes:      {150, 190, 0.45, 0.30, 0.10},
	modern:     {265, 300, 0.22, 0.75, 0.03},
	industrial: {300, 430, 0.35, 0.50, 0.05},
}

// block is a piece of land between streets.
type block struct {
	polygon     // in metres, inside the pavements; convex
	quarter int // index of the cell
	kind    character
	fronts  []front // the named streets around it
}

// front is a side of a block on a street.
type front struct {
	street string
	a, b   point // on the street's middle, in metres
}

// quarters cuts every cell of the district into blocks; the minor streets are added to the plan.
func (c *city) quarters(kinds []character, inside func(quarter int) bool, r *random) []block {
	var blocks []block
	for i, q := range c.cells {
		if !inside(i) {
			continue
		}
		for _, b := range c.grid(q, kinds[i], r.fork(i)) {
			if out, ok := c.build(b, i, kinds[i]); ok {
				blocks = append(blocks, out)
			}
		}
	}
	for _, s := range c.streets {
		s.join()
	}
	return blocks
}

// grid cuts one cell by a grid of its own: strips along its longest side (or turned), and streets across them.
func (c *city) grid(q cell, kind character, r *random) []cell {
	g := grids[kind]
	middle := q.centroid()
	dx, dy := c.slope(middle)
	board := q.side(q.longest()).unit()
	ground := dx.scale(board.x).add(dy.scale(board.y)).unit()
	if kind == lanes || r.chance(0.22) {
		turn := r.between(0.15, 0.6)
		if r.chance(0.5) {
			turn = -turn
		}
		ground = direction(math.Atan2(ground.y, ground.x) + turn)
	}
	along, across := c.unbend(middle, ground), c.unbend(middle, ground.left())

	shared := spread(q, across.left().scale(-1), g.across, g, r)
	wide := r.below(max(1, len(shared)))
	var out []cell
	type open struct{ last *street }
	going := make([]open, len(shared))
	strips := c.strips(q, along.left(), g, r)
	for _, strip := range strips {
		lo, hi := strip.extent(across.left().scale(-1))
		rest := []cell{strip}
		last := lo
		for k, at := range shared {
			goes := at > lo && at < hi && (k == wide || r.chance(g.through) || at-last > 1.5*g.across)
			if goes {
				if span := g.across * 0.42; at-last < span || hi-at < span {
					goes = false
				}
			}
			if !goes {
				going[k].last = nil
				continue
			}
			normal := across.left().scale(-1)
			offset := at
			straight := !r.chance(0.35)
			if !straight { // its own way through this strip
				turn := r.bell() * g.stray
				normal = point{normal.x*math.Cos(turn) - normal.y*math.Sin(turn), normal.x*math.Sin(turn) + normal.y*math.Cos(turn)}
				m := strip.centroid()
				offset = m.add(across.left().scale(-1).scale(at-m.dot(across.left().scale(-1)))).dot(normal) + r.bell()*g.stray*180
				going[k].last = nil
			}
			class := classMinor
			if k == wide && len(shared) > 2 {
				class = classSecondary
			}
			s := going[k].last
			if s == nil {
				s = c.plan(class, normal, offset)
			}
			if cells, ok := c.through(rest, s); ok {
				rest, last = cells, at
				going[k].last = nil
				if straight {
					going[k].last = s
				}
			} else {
				going[k].last = nil
			}
		}
		out = append(out, rest...)
	}
	return out
}

// strips cuts a cell by streets along one direction.
func (c *city) strips(q cell, normal point, g grid, r *random) []cell {
	at := spread(q, normal, g.along, g, r)
	wide := -1
	if len(at) > 3 {
		wide = 1 + r.below(len(at)-2)
	}
	rest := []cell{q}
	for k, offset := range at {
		class := classMinor
		if k == wide {
			class = classSecondary
		}
		turn := r.bell() * g.stray * 0.4
		n := point{normal.x*math.Cos(turn) - normal.y*math.Sin(turn), normal.x*math.Sin(turn) + normal.y*math.Cos(turn)}
		m := q.centroid()
		s := c.plan(class, n, m.add(normal.scale(offset-m.dot(normal))).dot(n))
		if cells, ok := c.through(rest, s); ok {
			rest = cells
		}
	}
	return rest
}

// spread places streets across the extent of a cell in one direction, at uneven distances.
func spread(q cell, normal point, mean float64, g grid, r *random) []float64 {
	lo, hi := q.extent(normal)
	n := int(math.Round((hi - lo) / mean))
	if n < 2 {
		return nil
	}
	steps := make([]float64, n)
	sum := 0.0
	for i := range steps {
		steps[i] = 1 + g.uneven*r.between(-1, 1)
		sum += steps[i]
	}
	var out []float64
	at := lo
	for _, s := range steps[:n-1] {
		at += s / sum * (hi - lo)
		out = append(out, at)
	}
	return out
}

// through cuts those cells that the street crosses and lays the stretches; false if it crosses none.
func (c *city) through(cells []cell, s *street) ([]cell, bool) {
	index := side(len(c.streets) - 1)
	for c.streets[index] != s {
		index--
	}
	var out []cell
	cut := false
	for _, q := range cells {
		a, b := q.cut(s.normal, s.offset, index), q.cut(s.normal.scale(-1), -s.offset, index)
		const sliver = 2500 // m²
		if len(a.polygon) < 3 || len(b.polygon) < 3 || a.area() < sliver || b.area() < sliver {
			out = append(out, q)
			continue
		}
		cut = true
		out = append(out, a, b)
		for i, d := range a.sides {
			if d == index {
				from, to := a.polygon[i].dot(s.along()), a.polygon[(i+1)%len(a.polygon)].dot(s.along())
				s.pieces = append(s.pieces, stretch{min(from, to), max(from, to)})
			}
		}
	}
	return out, cut
}

// build takes a cell to the ground and in from the middle of the streets around it; false if too little is left to build on.
func (c *city) build(q cell, quarter int, kind character) (block, bool) {
	b := block{quarter: quarter, kind: kind}
	var ground polygon
	var room []float64 // to the middle of the street, by side
	for i, s := range q.sides {
		half := 20.0
		path := c.path([]point{q.polygon[i], q.polygon[(i+1)%len(q.polygon)]}, 50)
		if s != edgeOfLand {
			half = c.streets[s].half
			switch c.streets[s].class {
			case classPrimary, classSecondary:
				b.fronts = append(b.fronts, front{c.streets[s].name, path[0], path[len(path)-1]})
			}
		}
		for _, a := range path[:len(path)-1] {
			ground, room = append(ground, a), append(room, half)
		}
	}
	inner := ground.inset(func(i int) float64 { return room[i] })
	if inner == nil {
		return b, false
	}
	// Along a bent street the fronts are straight: chords of the bend, so that nothing comes nearer to it.
	b.polygon = hull(inner).straightened(2.5).tidy(4)
	if b.polygon == nil || b.area() < 700 {
		return b, false
	}
	return b, true
}

// characterOf decides what grew in a cell: the old town by the river, works by the railway and at the edge, new estates
// outside, and between them the workers' villages.
func (c *city) characterOf(q cell, r *random) character {
	m := q.centroid()
	fromMiddle := math.Max(math.Abs(m.x)/c.halfX, math.Abs(m.y)/c.halfY)
	byRail := false
	for _, s := range q.sides {
		byRail = byRail || s != edgeOfLand && c.streets[s].class == classRail
	}
	switch x := r.unit(); {
	case math.Abs(m.y) < 900 && fromMiddle < 0.6 && x < 0.6:
		return oldTown
	case byRail && x < 0.45 || fromMiddle > 0.75 && x < 0.25:
		return industrial
	case fromMiddle > 0.7 && x < 0.7 || x > 0.9:
		return modern
	case x > 0.74:
		return lanes
	}
	return workers
}
