package demo

import (
	"cmp"
	"math"
	"slices"
)

// street is a straight line on the drawing board, or what is laid like one: a railway, a canal with lanes along its banks.
type street struct {
	index side // its place in city.streets
	name  string
	class string
	// half is half the width between the fronts of the plots on either side, in metres.
	half   float64
	normal point
	offset float64 // a·normal of the points a on it
	// pieces are the stretches that were laid, as distances along the street.
	pieces []stretch
	// outer says that it goes on beyond the district.
	outer bool
}

type stretch struct{ from, to float64 }

func (s *street) along() point { return point{s.normal.y, -s.normal.x} }

func (s *street) at(t float64) point { return s.normal.scale(s.offset).add(s.along().scale(t)) }

// meets returns the place where two streets cross.
func (s *street) meets(o *street) point {
	k := s.normal.cross(o.normal)
	return point{
		(float64(s.offset*o.normal.y) - float64(o.offset*s.normal.y)) / k,
		(float64(s.normal.x*o.offset) - float64(o.normal.x*s.offset)) / k,
	}
}

// join sorts the stretches and joins those that follow one another; avenues cross the river by bridges.
func (s *street) join() {
	bridge := 1.0
	if s.class == classPrimary {
		bridge += 2 * bankRoad * 1.1 // they cross aslant
	}
	slices.SortFunc(s.pieces, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
	var out []stretch
	for _, p := range s.pieces {
		if n := len(out); n > 0 && p.from <= out[n-1].to+bridge {
			out[n-1].to = max(out[n-1].to, p.to)
			continue
		}
		out = append(out, p)
	}
	s.pieces = out
}

// remove takes the stretch between two places out.
func (s *street) remove(a, b point) {
	from, to := a.dot(s.along()), b.dot(s.along())
	if from > to {
		from, to = to, from
	}
	var out []stretch
	for _, p := range s.pieces {
		if left := (stretch{p.from, min(p.to, from)}); left.from < left.to {
			out = append(out, left)
		}
		if right := (stretch{max(p.from, to), p.to}); right.from < right.to {
			out = append(out, right)
		}
	}
	s.pieces = out
}

// Classes of the lines of the backdrop.
const (
	classExpressway = "expressway"
	classPrimary    = "primary"
	classSecondary  = "secondary"
	classMinor      = "minor"
	classRail       = "rail"
	classCanal      = "canal"
)

var halfWidth = map[string]float64{
	classExpressway: 34, classPrimary: 22, classSecondary: 15, classMinor: 8, classRail: 30, classCanal: 38,
}

// side is what a cell borders on along one of its sides: an index into city.streets, or edgeOfLand.
type side int

const edgeOfLand side = -1

// cell is a convex piece of the drawing board; sides[i] runs from corner i to the next.
type cell struct {
	polygon
	sides []side
}

// cut returns the part of the cell where a·n ≥ c, with the side along for the cut.
func (c cell) cut(n point, offset float64, along side) cell {
	var out cell
	keep := func(a point, s side) { out.polygon, out.sides = append(out.polygon, a), append(out.sides, s) }
	for i, a := range c.polygon {
		b := c.polygon[(i+1)%len(c.polygon)]
		da, db := a.dot(n)-offset, b.dot(n)-offset
		switch crossing := func() point { return a.towards(b, da/(da-db)).snapped() }; {
		case da >= 0 && db >= 0:
			keep(a, c.sides[i])
		case da > 0:
			keep(a, c.sides[i])
			keep(crossing(), along)
		case da == 0:
			keep(a, along)
		case db > 0:
			keep(crossing(), c.sides[i])
		}
	}
	return out
}

// city is the plan of streets and the cells between the wider ones.
type city struct {
	*land
	streets []*street
	cells   []cell
	ring    []point // the expressway, closed
	naming  *streetNames
}

func layOut(l *land, r *random) *city {
	c := &city{land: l, naming: newStreetNames(r.fork(1))}
	c.layBanks()
	c.layArterials(r.fork(2))
	c.splitLargeCells(r.fork(3))
	for _, s := range c.streets {
		s.join()
	}
	return c
}

func (c *city) plan(class string, normal point, offset float64) *street {
	return c.planNamed(c.naming.next(class), class, normal, offset)
}

func (c *city) planNamed(name, class string, normal point, offset float64) *street {
	s := &street{index: side(len(c.streets)), name: name, class: class, half: halfWidth[class], normal: normal, offset: offset}
	c.streets = append(c.streets, s)
	return s
}

// layBanks makes the roads along the river and the first two cells, north and south of them.
func (c *city) layBanks() {
	for _, bank := range []struct {
		up   float64
		name string
	}{{1, riverName + "北路"}, {-1, riverName + "南路"}} {
		s := c.planNamed(bank.name, classSecondary, point{0, bank.up}, bankRoad)
		s.outer, s.pieces = true, []stretch{{-c.halfX, c.halfX}}
		x, y := c.halfX*bank.up, c.halfY*bank.up
		c.cells = append(c.cells, cell{
			polygon{{-x, bankRoad * bank.up}, {x, bankRoad * bank.up}, {x, y}, {-x, y}},
			[]side{s.index, edgeOfLand, edgeOfLand, edgeOfLand},
		})
	}
}

// lay cuts every cell that passes by the street.
func (c *city) lay(s *street, passes func(q cell, middle point) bool) {
	var out []cell
	for _, q := range c.cells {
		if passes(q, q.centroid()) {
			out = append(out, s.slice(q, 6000)...)
		} else {
			out = append(out, q)
		}
	}
	c.cells = out
}

// slice cuts a cell along the street and records the stretch. A cell off which less than a sliver (m²) would come stays whole.
func (s *street) slice(q cell, sliver float64) []cell {
	a := q.cut(s.normal, s.offset, s.index)
	b := q.cut(s.normal.scale(-1), -s.offset, s.index)
	if len(a.polygon) < 3 || len(b.polygon) < 3 || a.area() < sliver || b.area() < sliver {
		return []cell{q}
	}
	for i, d := range a.sides {
		if d == s.index {
			from, to := a.polygon[i].dot(s.along()), a.polygon[(i+1)%len(a.polygon)].dot(s.along())
			s.pieces = append(s.pieces, stretch{min(from, to), max(from, to)})
		}
	}
	return []cell{a, b}
}

// layArterials draws the frame of the district: avenues along the river and across it, a railway, canals into the river, a
// ring of expressways, and avenues aslant.
func (c *city) layArterials(r *random) {
	type avenue struct {
		*street
		up   float64
		full bool
	}
	var along []avenue
	for _, up := range []float64{1, -1} {
		n := 0
		for y := bankRoad + r.between(900, 1150); y < c.halfY-700; y += r.between(950, 1300) {
			class, tilt := classPrimary, r.between(-0.04, 0.04)
			if up > 0 && n%6 == 1 {
				class, tilt = classRail, r.between(0.03, 0.05)
			}
			s := c.plan(class, direction(math.Pi/2*up+tilt), y)
			along = append(along, avenue{s, up, class == classRail || n == 0 && up > 0 || n == 1 && up < 0 || r.chance(0.4)})
			n++
		}
	}
	for _, a := range along {
		if a.full {
			a.outer = true
			c.lay(a.street, func(_ cell, m point) bool { return m.y*a.up > 0 })
		}
	}
	across := c.layAcross(r)
	for _, a := range along {
		if end := r.between(-0.5, 0.5) * c.halfX; !a.full {
			c.lay(a.street, func(_ cell, m point) bool { return m.y*a.up > 0 && (m.x > end) == (end < 0) })
		}
	}
	c.layAslant(r)
	var north, south []*street
	for _, a := range along {
		if a.full && a.class == classPrimary && a.up > 0 {
			north = append(north, a.street)
		} else if a.full && a.class == classPrimary {
			south = append(south, a.street)
		}
	}
	if len(north) > 0 && len(south) > 0 && len(across) > 1 {
		const wide, deep = 2900, 1700
		c.layRing([4]*street{
			nearest(south, deep), nearest(across, wide), nearest(north, deep), nearest(across, -wide),
		})
	}
}

func nearest(of []*street, offset float64) *street {
	return slices.MinFunc(of, func(a, b *street) int {
		return cmp.Compare(math.Abs(a.offset-offset), math.Abs(b.offset-offset))
	})
}

// layAcross lays the avenues that cross the river by a bridge (it returns them), those that end at it, and the canals.
func (c *city) layAcross(r *random) []*street {
	var bridges []*street
	n := 0
	for x := -c.halfX + r.between(1000, 1400); x < c.halfX-800; x += r.between(1200, 1700) {
		one := func(class string, passes func(cell, point) bool) *street {
			tilt := r.between(-0.1, 0.1)
			s := c.plan(class, direction(tilt), (x+r.between(-150, 150))*math.Cos(tilt))
			s.outer = true
			c.lay(s, passes)
			return s
		}
		north := func(_ cell, m point) bool { return m.y > 0 }
		south := func(_ cell, m point) bool { return m.y < 0 }
		n++
		switch n % 5 {
		case 4:
			one(classPrimary, north)
			one(classCanal, south)
		case 3:
			one(classPrimary, north)
			one(classPrimary, south)
		default:
			bridges = append(bridges, one(classPrimary, func(cell, point) bool { return true }))
		}
	}
	return bridges
}

// layAslant cuts a few avenues aslant through the grid.
func (c *city) layAslant(r *random) {
	count := max(2, int(c.halfX*c.halfY/8e6))
	for i := range count {
		up := float64(1 - 2*(i%2))
		middle := point{r.between(0.1, 0.5) * c.halfX * up, up * r.between(0.3, 0.6) * c.halfY}
		if count > 2 {
			middle = point{r.between(-0.9, 0.9) * c.halfX, up * r.between(0.1, 0.9) * c.halfY}
		}
		normal := direction(pick(r, []float64{-1, 1}) * r.between(0.6, 0.95))
		s := c.plan(classPrimary, normal, middle.dot(normal))
		c.lay(s, func(_ cell, m point) bool { return m.y*up > 0 && m.distance(middle) < 2300 })
	}
}

// layRing turns the inner stretches of four avenues (counter-clockwise from the south) into a ring of expressways and cuts
// its corners.
func (c *city) layRing(avenues [4]*street) {
	const cutBack = 320
	for i, s := range avenues {
		before, after, beyond := avenues[(i+3)%4], avenues[(i+1)%4], avenues[(i+2)%4]
		corner := s.meets(after)
		back, on := before.meets(s).sub(corner).unit(), after.meets(beyond).sub(corner).unit()
		a, b := corner.add(back.scale(cutBack)), corner.add(on.scale(cutBack))
		normal := b.sub(a).unit().left()
		chamfer := c.planNamed(ringName, classExpressway, normal, a.dot(normal))
		inside := corner.add(back.scale(cutBack / 3)).add(on.scale(cutBack / 3))
		c.lay(chamfer, func(q cell, _ point) bool { return q.contains(inside) })
		chamfer.pieces = nil // drawn with the ring
		c.ring = append(c.ring, a, b)
	}
	for i, s := range avenues {
		s.half = halfWidth[classExpressway]
		s.join()
		s.remove(c.ring[(2*i+7)%8], c.ring[2*i])
	}
	c.ring = append(c.ring, c.ring[0])
}

// splitLargeCells halves cells until none is larger than a quarter should be.
func (c *city) splitLargeCells(r *random) {
	const largest = 2.1e6 // m²
	for i := 0; i < len(c.cells); i++ {
		for c.cells[i].area() > largest {
			q := c.cells[i]
			along, _, _ := q.box()
			normal := along.turned(r.between(-0.12, 0.12))
			lo, hi := q.extent(normal)
			s := c.plan(classPrimary, normal, lo+(hi-lo)*r.between(0.42, 0.58))
			halves := s.slice(q, 6000)
			if len(halves) == 1 {
				break
			}
			c.cells[i] = halves[0]
			c.cells = append(c.cells, halves[1])
		}
	}
}
