package demo

import "math"

// shape is an estate on the ground: parts with their holes, in metres.
type shape struct {
	parts     []part
	scattered bool
	plot      int
}

type part struct {
	shell polygon
	holes []polygon // clockwise
}

func (s *shape) area() float64 {
	sum := 0.0
	for _, p := range s.parts {
		sum += p.area()
	}
	return sum
}

func (p part) area() float64 {
	sum := p.shell.area()
	for _, h := range p.holes {
		sum += h.area()
	}
	return sum
}

// gap returns the least distance to another shape; 0 if they meet or one lies in the other.
func (s *shape) gap(o *shape) float64 {
	best := math.Inf(1)
	for _, p := range s.parts {
		for _, q := range o.parts {
			best = min(best, p.gap(q))
		}
	}
	return best
}

func (p part) gap(q part) float64 {
	best := p.shell.outlineGap(q.shell)
	for _, h := range p.holes {
		best = min(best, h.outlineGap(q.shell))
	}
	for _, h := range q.holes {
		best = min(best, h.outlineGap(p.shell))
	}
	if p.covers(q.shell[0]) || q.covers(p.shell[0]) {
		return 0
	}
	return best
}

func (p part) covers(a point) bool {
	if !p.shell.contains(a) {
		return false
	}
	for _, h := range p.holes {
		if h.contains(a) {
			return false
		}
	}
	return true
}

// builder puts estates on one plot.
type builder struct {
	r      *random
	plot   plot
	index  int
	shapes []*shape
}

// build fills a plot with estates: how depends on its size and on what kind of quarter it lies in.
func build(b plot, index int, r *random) []*shape {
	w := &builder{r: r, plot: b, index: index}
	lot := b.insetAll(r.between(2, 6))
	if lot == nil {
		return nil
	}
	switch b.kind {
	case modern, industrial:
		if b.kind == modern && r.chance(0.35) || b.kind == industrial && r.chance(0.15) {
			w.lot(lot, 0)
		} else {
			w.frontage(lot, r.whole(1, 2))
		}
	default:
		w.lot(lot, 0)
	}
	return w.shapes
}

const hectare = 10_000

func (w *builder) lot(lot polygon, depth int) {
	r, area := w.r, lot.area()
	_, length, width := lot.box()
	switch {
	case area < 600 || width < 14:
	case area < 0.7*hectare:
		w.small(lot)
	case area > 6.5*hectare || length > 3.2*width && area > 1.2*hectare:
		w.halves(lot, depth)
	case area > 1.5*hectare && r.chance(0.34) && depth < 2:
		w.halves(lot, depth)
	case area > 1.2*hectare && r.chance(0.28):
		w.partly(lot)
	default:
		w.contiguous(lot)
	}
}

// small makes a scattered estate of a small lot, or two.
func (w *builder) small(lot polygon) {
	r := w.r
	if lot.area() > 2400 && r.chance(0.5) {
		a, b := halve(lot, r, 0.35, 0.65)
		for _, p := range []polygon{a.insetAll(3), b.insetAll(3)} {
			if p != nil && p.area() > 500 && r.chance(0.7) {
				w.add(w.notched(p, 0, 1), true)
			}
		}
		return
	}
	w.add(w.notched(lot, 0, 1), true)
}

// halves cuts the lot by a lane and builds on both sides; now and then both are one estate.
func (w *builder) halves(lot polygon, depth int) {
	r := w.r
	a, b := halve(lot, r, 0.38, 0.62)
	lane := r.between(3, 5)
	a, b = a.insetAll(lane), b.insetAll(lane)
	if a == nil || b == nil {
		return
	}
	if r.chance(0.14) && min(a.area(), b.area()) > 3000 && lot.area() < 7*hectare {
		w.put(&shape{parts: []part{{shell: w.notched(a, 0, 2)}, {shell: w.notched(b, 0, 1)}}})
		return
	}
	w.lot(a, depth+1)
	if !r.chance(0.12) {
		w.lot(b, depth+1)
	}
}

// partly lets a contiguous estate take most of the lot and scattered ones line the rest.
func (w *builder) partly(lot polygon) {
	r := w.r
	a, b := halve(lot, r, 0.62, 0.78)
	if r.chance(0.5) {
		a, b = halve(lot, r, 0.22, 0.38)
		a, b = b, a
	}
	lane := r.between(2, 4.5)
	if a = a.insetAll(lane); a != nil {
		w.contiguous(a)
	}
	if b = b.insetAll(lane); b != nil {
		w.row(b)
	}
}

// row puts scattered estates side by side on a narrow lot.
func (w *builder) row(lot polygon) {
	r := w.r
	along, length, _ := lot.box()
	lo, hi := lot.extent(along)
	at := lo + r.between(0, length*0.2)
	for n := 0; n < 3 && at < hi-25; n++ {
		to := at + r.between(30, 95)
		p := lot.clip(along, at).clip(along.scale(-1), -to)
		if len(p) >= 3 && p.area() > 520 && p.area() < 8000 && r.chance(0.75) {
			w.add(w.notched(p, 0, 1), true)
		}
		at = to + pick(r, []float64{3, 8, 25, 60})
	}
}

// frontage puts single scattered estates along the streets of a plot on which something else stands.
func (w *builder) frontage(lot polygon, n int) {
	r := w.r
	start := r.below(len(lot))
	for k := range n {
		i := (start + k) % len(lot)
		a, b := lot[i], lot[(i+1)%len(lot)]
		length := a.distance(b)
		if length < 70 {
			continue
		}
		along := b.sub(a).unit()
		in := along.left()
		wide, deep := min(length*0.6, r.between(28, 100)), r.between(13, 60)
		if r.chance(0.3) { // one slab
			wide, deep = min(length*0.7, r.between(42, 78)), r.between(12, 16)
		}
		x := r.between(0.05, 0.95)*(length-wide-20) + 10
		at := func(u, v float64) point { return a.add(along.scale(u)).add(in.scale(v)) }
		if wide > 40 && deep < 17 && r.chance(0.25) { // two slabs, one behind the other
			back := deep + r.between(16, 22)
			w.put(&shape{scattered: true, parts: []part{
				{shell: polygon{at(x, 0), at(x+wide, 0), at(x+wide, deep), at(x, deep)}},
				{shell: polygon{at(x, back), at(x+wide, back), at(x+wide, back+deep), at(x, back+deep)}},
			}})
			continue
		}
		var p polygon
		switch {
		case wide > 50 && deep > 32 && r.chance(0.3): // around a yard
			y := wide * r.between(0.28, 0.34)
			p = polygon{at(x, 0), at(x+wide, 0), at(x+wide, deep), at(x+wide-y, deep), at(x+wide-y, deep*0.4), at(x+y, deep*0.4), at(x+y, deep), at(x, deep)}
		case wide > 40 && deep > 30 && r.chance(0.5):
			p = polygon{at(x, 0), at(x+wide, 0), at(x+wide, deep), at(x+wide*r.between(0.5, 0.7), deep)}
			p = append(p, at(p[3].sub(a).dot(along), deep*0.45), at(x, deep*0.45))
		default:
			p = polygon{at(x, 0), at(x+wide, 0), at(x+wide, deep), at(x, deep)}
		}
		w.add(p, true)
	}
}

// halve cuts a lot across its long side.
func halve(lot polygon, r *random, from, to float64) (a, b polygon) {
	along, _, _ := lot.box()
	lo, hi := lot.extent(along)
	at := lo + (hi-lo)*r.between(from, to)
	return lot.clip(along.scale(-1), -at), lot.clip(along, at)
}

// add puts an estate of one part on the plot if it is sound and clear of the others.
func (w *builder) add(p polygon, scattered bool) {
	w.put(&shape{parts: []part{{shell: p}}, scattered: scattered})
}

func (w *builder) put(s *shape) { w.touch(s, nil) }

// touch is put for a shape that shares corners and sides with one that stands.
func (w *builder) touch(s, neighbour *shape) {
	for _, p := range s.parts {
		if !p.sound() || !w.plot.encloses(p.shell) {
			return
		}
	}
	for _, o := range w.shapes {
		if o != neighbour && s.gap(o) < 1.5 {
			return
		}
	}
	if a := s.area(); a < 500 {
		return
	}
	s.scattered = s.scattered && s.area() < 9500
	s.plot = w.index
	w.shapes = append(w.shapes, s)
}

// sound reports whether the part is a valid polygon with its holes inside and apart.
func (p part) sound() bool {
	if !p.shell.simple() {
		return false
	}
	for i, h := range p.holes {
		if !h.reversed().simple() || !p.shell.contains(h[0]) || p.shell.outlineGap(h) < 1 {
			return false
		}
		for _, o := range p.holes[:i] {
			if o.gap(h) < 1 {
				return false
			}
		}
	}
	return true
}
