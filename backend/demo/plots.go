package demo

import "math"

// character is what kind of place a quarter between avenues is; it decides how streets cut it and what stands there.
type character int

const (
	oldTown    character = iota // small plots along the river
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

// plot is a piece of land between streets.
type plot struct {
	polygon     // in metres, inside the pavements; convex
	quarter int // index of the cell
	kind    character
	fronts  []front // the named streets around it
}

// front is a side of a plot on a street.
type front struct {
	street string
	a, b   point // on the street's middle, in metres
}

// quarters cuts every cell of the district into plots; the minor streets are added to the plan.
func (c *city) quarters(kinds []character, inside func(quarter int) bool, r *random) []plot {
	var plots []plot
	for i, q := range c.cells {
		if !inside(i) {
			continue
		}
		for _, b := range c.grid(q, kinds[i], r.fork(i)) {
			if out, ok := c.build(b, i, kinds[i]); ok {
				plots = append(plots, out)
			}
		}
	}
	for _, s := range c.streets {
		s.join()
	}
	return plots
}

// grid cuts one cell by a grid of its own: strips, and streets across them.
func (c *city) grid(q cell, kind character, r *random) []cell {
	g := grids[kind]
	along, across := c.axes(q, kind, r)
	return c.across(q, c.strips(q, along.left(), g, r), across.left().scale(-1), g, r)
}

// axes returns the two directions of a cell's grid on the board. They follow its longest side, or are turned against it, and
// are at right angles on the ground.
func (c *city) axes(q cell, kind character, r *random) (along, across point) {
	middle := q.centroid()
	dx, dy := c.slope(middle)
	board := q.side(q.longest()).unit()
	ground := dx.scale(board.x).add(dy.scale(board.y)).unit()
	if kind == lanes || r.chance(0.22) {
		ground = ground.turned(pick(r, []float64{-1, 1}) * r.between(0.15, 0.6))
	}
	return c.unbend(middle, ground), c.unbend(middle, ground.left())
}

// strips cuts a cell by streets along one direction; one of them is wider.
func (c *city) strips(q cell, normal point, g grid, r *random) []cell {
	places := spread(q, normal, g.along, g.uneven, r)
	wide := -1
	if len(places) > 3 {
		wide = 1 + r.below(len(places)-2)
	}
	rest := []cell{q}
	for k, at := range places {
		s := c.plan(classOf(k == wide), normal, at)
		s.stray(q.centroid(), r.bell()*g.stray*0.4)
		rest, _ = s.sliceAll(rest)
	}
	return rest
}

// across cuts strips by streets across them. A street that goes straight through a strip may go on through the next; others
// end there, or find a way of their own.
func (c *city) across(q cell, strips []cell, normal point, g grid, r *random) []cell {
	places := spread(q, normal, g.across, g.uneven, r)
	wide := r.below(max(1, len(places)))
	goingOn := make([]*street, len(places))
	var out []cell
	for _, strip := range strips {
		lo, hi := strip.extent(normal)
		rest, last := []cell{strip}, lo
		for k, at := range places {
			s := goingOn[k]
			goingOn[k] = nil
			least, most := 0.42*g.across, 1.5*g.across
			if at-last < least || hi-at < least || k != wide && at-last < most && !r.chance(g.through) {
				continue
			}
			strays := r.chance(0.35)
			if s == nil || strays {
				s = c.plan(classOf(k == wide && len(places) > 2), normal, at)
			}
			if strays {
				s.stray(strip.centroid(), r.bell()*g.stray)
				s.offset += r.bell() * g.stray * 180
			}
			cells, cut := s.sliceAll(rest)
			if !cut {
				continue
			}
			rest, last = cells, at
			if !strays {
				goingOn[k] = s
			}
		}
		out = append(out, rest...)
	}
	return out
}

func classOf(wide bool) string {
	if wide {
		return classSecondary
	}
	return classMinor
}

// stray turns the street about its place nearest to a point.
func (s *street) stray(about point, turn float64) {
	at := about.add(s.normal.scale(s.offset - about.dot(s.normal)))
	s.normal = s.normal.turned(turn)
	s.offset = at.dot(s.normal)
}

// sliceAll cuts those cells that the street crosses; false if it crosses none.
func (s *street) sliceAll(cells []cell) ([]cell, bool) {
	var out []cell
	for _, q := range cells {
		out = append(out, s.slice(q, 2500)...)
	}
	return out, len(out) > len(cells)
}

// spread places streets across the extent of a cell in one direction, at uneven distances.
func spread(q cell, normal point, mean, uneven float64, r *random) []float64 {
	lo, hi := q.extent(normal)
	n := int(math.Round((hi - lo) / mean))
	if n < 2 {
		return nil
	}
	steps := make([]float64, n)
	sum := 0.0
	for i := range steps {
		steps[i] = 1 + uneven*r.between(-1, 1)
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

// build takes a cell to the ground and in from the middle of the streets around it; false if too little is left to build on.
func (c *city) build(q cell, quarter int, kind character) (plot, bool) {
	b := plot{quarter: quarter, kind: kind}
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
