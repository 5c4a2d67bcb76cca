package demo

// contiguous builds one large estate on the lot: an outline with notches where shops, works and other people's yards are, a
// school or a market as a hole, and now and then scattered estates in those.
func (w *builder) contiguous(lot polygon) {
	r := w.r
	area := lot.area()
	var cut []polygon
	outline := lot
	switch x := r.unit(); {
	case x < 0.18:
	case x < 0.40:
		outline = w.notched(lot, 2)
	case x < 0.58:
		outline = w.comb(lot)
	case x < 0.80:
		outline, cut = w.corner(lot)
	case area > 2.2*hectare:
		if hole := w.courtyard(lot); hole != nil {
			w.put(&shape{parts: []part{{shell: w.notched(lot, 1), holes: []polygon{hole.reversed()}}}})
			if r.chance(0.4) {
				if p := hole.insetAll(r.between(6, 12)); p != nil && p.area() > 600 && p.area() < 8000 {
					w.add(p, true)
				}
			}
			return
		}
	}
	w.add(outline, outline.area() < 0.75*hectare)
	for _, p := range cut {
		w.row(p)
	}
}

// notched returns the outline with up to n notches cut from its sides or corners.
func (w *builder) notched(lot polygon, n int) polygon {
	r := w.r
	out := lot
	_, _, width := lot.box()
	for range r.below(n + 1) {
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

// corner cuts a large corner off and returns it too.
func (w *builder) corner(lot polygon) (polygon, []polygon) {
	r := w.r
	i := r.below(len(lot))
	p, cut := cutCorner(lot, i, r.between(0.3, 0.52), r.between(0.3, 0.52))
	if !p.simple() || cut.area() < 900 {
		return lot, nil
	}
	if c := cut.insetAll(r.between(2, 5)); c != nil && r.chance(0.6) {
		return p, []polygon{c}
	}
	return p, nil
}

// comb follows the ends of slab buildings along the longest side.
func (w *builder) comb(lot polygon) polygon {
	r := w.r
	longest, at := 0.0, 0
	for i, a := range lot {
		if d := a.distance(lot[(i+1)%len(lot)]); d > longest {
			longest, at = d, i
		}
	}
	_, _, width := lot.box()
	pitch, tooth := r.between(30, 44), r.between(13, 17)
	n := int((longest - 30) / pitch)
	if n < 2 {
		return lot
	}
	a, b := lot[at], lot[(at+1)%len(lot)]
	along := b.sub(a).unit()
	in := along.left()
	first := (longest - float64(n)*pitch + pitch - tooth) / 2
	deep := min(width*0.3, r.between(9, 24))
	out := append(polygon{}, lot[:at+1]...)
	place := func(u, v float64) { out = append(out, a.add(along.scale(u)).add(in.scale(v))) }
	for k := range n {
		from := first + float64(k)*pitch
		d := deep
		if r.chance(0.25) {
			d *= 0.5
		}
		if from < 12 || from+pitch-tooth > longest-12 {
			continue
		}
		place(from, 0)
		place(from, d)
		place(from+pitch-tooth, d)
		place(from+pitch-tooth, 0)
	}
	out = append(out, lot[at+1:]...)
	if !out.simple() {
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
