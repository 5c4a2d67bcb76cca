package spatial

import "slices"

// sweepLine is the edges that a vertical line cuts, from the bottom up: a list, and over it a treap (Seidel and Aragon 1996)
// to find a place in O(log n). Edges are small numbers; the arrays are by edge.
type sweepLine struct {
	root, lowest    int32
	left, right, up []int32
	below, above    []int32
	priority        []uint32
}

// reset empties the line and makes room for the edges 0 to n−1.
func (l *sweepLine) reset(n int) {
	l.root, l.lowest = none, none
	for _, a := range []*[]int32{&l.left, &l.right, &l.up, &l.below, &l.above} {
		*a = slices.Grow((*a)[:0], n)[:n]
	}
	l.priority = slices.Grow(l.priority[:0], n)[:n]
}

// after returns the edge above e; above none it is the lowest.
func (l *sweepLine) after(e int32) int32 {
	if e == none {
		return l.lowest
	}
	return l.above[e]
}

// insert puts e directly above b, at the bottom if b is none.
func (l *sweepLine) insert(b, e int32) {
	a := l.after(b)
	l.below[e], l.above[e] = b, a
	if b == none {
		l.lowest = e
	} else {
		l.above[b] = e
	}
	if a != none {
		l.below[a] = e
	}
	l.left[e], l.right[e], l.up[e] = none, none, none
	// A fixed hash of the number stands for the random priority: the same shape always makes the same tree.
	l.priority[e] = uint32(e+1) * 2654435769
	l.priority[e] ^= l.priority[e] >> 15
	switch {
	case b != none && l.right[b] == none:
		l.right[b], l.up[e] = e, b
	case a != none: // the next above b is the least of b's right subtree, so it has room on its left
		l.left[a], l.up[e] = e, a
	default:
		l.root = e
	}
	for l.up[e] != none && l.priority[l.up[e]] < l.priority[e] {
		l.lift(e)
	}
}

// remove takes e out.
func (l *sweepLine) remove(e int32) {
	for l.left[e] != none || l.right[e] != none {
		c, r := l.left[e], l.right[e]
		if c == none || r != none && l.priority[r] > l.priority[c] {
			c = r
		}
		l.lift(c)
	}
	l.hang(e, none, l.up[e])
	b, a := l.below[e], l.above[e]
	if b == none {
		l.lowest = a
	} else {
		l.above[b] = a
	}
	if a != none {
		l.below[a] = b
	}
}

// replace puts e in the place of old.
func (l *sweepLine) replace(old, e int32) {
	l.hang(old, e, l.up[old])
	l.left[e], l.right[e] = l.left[old], l.right[old]
	for _, c := range [2]int32{l.left[e], l.right[e]} {
		if c != none {
			l.up[c] = e
		}
	}
	l.priority[e] = l.priority[old]
	b, a := l.below[old], l.above[old]
	l.below[e], l.above[e] = b, a
	if b == none {
		l.lowest = e
	} else {
		l.above[b] = e
	}
	if a != none {
		l.below[a] = e
	}
}

// lift turns e and the node over it so that e is over it.
func (l *sweepLine) lift(e int32) {
	p := l.up[e]
	var inner int32
	if l.left[p] == e {
		inner = l.right[e]
		l.right[e], l.left[p] = p, inner
	} else {
		inner = l.left[e]
		l.left[e], l.right[p] = p, inner
	}
	if inner != none {
		l.up[inner] = p
	}
	l.hang(p, e, l.up[p])
	l.up[p] = e
}

// hang puts e, which may be none, under parent in the place of old.
func (l *sweepLine) hang(old, e, parent int32) {
	switch {
	case parent == none:
		l.root = e
	case l.left[parent] == old:
		l.left[parent] = e
	default:
		l.right[parent] = e
	}
	if e != none {
		l.up[e] = parent
	}
}
