package demo

// contiguous builds one large estate on the lot: an outline with notches where shops, works and other people's yards are, a
// school or a market as a hole, and now and then scattered estates in those.
func (w *builder) contiguous(lot polygon) {
	r := w.r
	if x := r.unit(); x < 0.24 && lot.area() > 1.9*hectare {
		if w.withCourtyard(lot) {
			return
		}
	} else if x < 0.46 {
		w.withoutCorner(lot)
		return
	}
	outline := lot
	switch x := r.unit(); {
	case x < 0.2:
	case x < 0.6:
		outline = w.notched(lot, 1, 3)
	default:
		outline = w.combed(lot)
	}
	w.add(outline, outline.area() < 0.75*hectare)
}

// withCourtyard builds around a school or a market; false if there is no room for one.
func (w *builder) withCourtyard(lot polygon) bool {
	hole := w.courtyard(lot)
	if hole == nil {
		return false
	}
	w.put(&shape{parts: []part{{shell: w.notched(lot, 0, 1), holes: []polygon{hole.reversed()}}}})
	if w.r.chance(0.4) { // an old house was left standing in it
		if p := hole.insetAll(w.r.between(6, 12)); p != nil && p.area() > 600 && p.area() < 8000 {
			w.add(p, true)
		}
	}
	return true
}

// withoutCorner builds an L. On the corner stands something else, another estate wall to wall, or a row of them.
func (w *builder) withoutCorner(lot polygon) {
	r := w.r
	i := r.below(len(lot))
	rest, corner := cutCorner(lot, i, r.between(0.3, 0.52), r.between(0.3, 0.52))
	if !rest.simple() || corner.area() < 900 {
		w.add(lot, lot.area() < 0.75*hectare)
		return
	}
	w.add(rest, rest.area() < 0.75*hectare)
	switch x := r.unit(); {
	case len(w.shapes) == 0 || x < 0.35:
	case x < 0.55 && corner.area() < 8000:
		w.touch(&shape{parts: []part{{shell: corner}}, scattered: true}, w.shapes[len(w.shapes)-1])
	default:
		if p := corner.insetAll(r.between(2, 5)); p != nil {
			w.row(p)
		}
	}
}

// notched returns the outline with some notches cut from its sides or corners, at least and at most as many as said where
// there is room.
func (w *builder) notched(lot polygon, least, most int) polygon {
	r := w.r
	out := lot
	_, _, width := lot.box()
	for range r.whole(least, most) {
		i := r.below(len(out))
		var p polygon
		if r.chance(0.45) {
			p, _ = cutCorner(out, i, r.between(0.15, 0.4), r.between(0.15, 0.4))
		} else {
			from := r.between(0.12, 0.5)
			p = cutSide(out, i, from, from+r.between(0.15, 0.35), width*r.between(0.12, 0.3))
		}
		if p.simple() {
			out = p
		}
	}
	return out
}

// combed returns the outline with the gaps between slab buildings along its longest side, now and then along the opposite one.
func (w *builder) combed(lot polygon) polygon {
	longest := lot.longest()
	out := w.comb(lot, longest)
	if w.r.chance(0.4) {
		d := lot.side(longest).unit()
		for i := range out {
			if s := out.side(i); s.length() > 80 && s.unit().dot(d) < -0.9 {
				return w.comb(out, i)
			}
		}
	}
	return out
}

// comb cuts evenly spaced gaps into one side.
func (w *builder) comb(lot polygon, side int) polygon {
	r := w.r
	_, _, width := lot.box()
	a := lot[side]
	length := lot.side(side).length()
	along := lot.side(side).unit()
	in := along.left()
	pitch, slab := r.between(30, 44), r.between(13, 17)
	n := int((length - 30) / pitch)
	if n < 2 {
		return lot
	}
	first := (length - float64(n)*pitch + slab) / 2
	depth := min(width*0.28, r.between(9, 24))
	out := append(polygon{}, lot[:side+1]...)
	place := func(u, v float64) { out = append(out, a.add(along.scale(u)).add(in.scale(v))) }
	for k := range n {
		from, to := first+float64(k)*pitch, first+float64(k+1)*pitch-slab
		d := depth
		if r.chance(0.25) {
			d *= 0.5
		}
		if from < 12 || to > length-12 {
			continue
		}
		place(from, 0)
		place(from, d)
		place(to, d)
		place(to, 0)
	}
	if out = append(out, lot[side+1:]...); !out.simple() {
		return lot
	}
	return out
}

// courtyard returns a place for a school or a market well inside the lot.
func (w *builder) courtyard(lot polygon) polygon {
	r := w.r
	along, length, width := lot.box()
	in := along.left()
	m := lot.centroid().add(along.scale(r.bell() * length * 0.06)).add(in.scale(r.bell() * width * 0.04))
	u, v := along.scale(length*r.between(0.12, 0.2)), in.scale(width*r.between(0.14, 0.22))
	p := polygon{m.sub(u).sub(v), m.add(u).sub(v), m.add(u).add(v), m.sub(u).add(v)}
	if r.chance(0.4) {
		p, _ = cutCorner(p, r.below(4), 0.4, 0.45)
	}
	if lot.outlineGap(p) < 15 || !lot.contains(p[0]) {
		return nil
	}
	return p
}

// cutCorner takes a parallelogram off corner i, over the given shares of the sides that meet there.
func cutCorner(p polygon, i int, before, after float64) (rest, cut polygon) {
	n := len(p)
	v := p[i]
	a, b := v.towards(p[(i+n-1)%n], before), v.towards(p[(i+1)%n], after)
	m := a.add(b).sub(v)
	rest = append(polygon{}, p[:i]...)
	rest = append(append(rest, a, m, b), p[i+1:]...)
	return rest, polygon{v, b, m, a}
}

// cutSide cuts a notch of some depth into side i between two shares of its length.
func cutSide(p polygon, i int, from, to, depth float64) polygon {
	a, b := p[i], p[(i+1)%len(p)]
	in := b.sub(a).unit().left().scale(depth)
	u, v := a.towards(b, from), a.towards(b, to)
	out := append(polygon{}, p[:i+1]...)
	return append(append(out, u, u.add(in), v.add(in), v), p[i+1:]...)
}
