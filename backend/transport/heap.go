package transport

// move is a source that could leave a sink for another, at a cost that may be negative.
type move struct {
	cost   int64
	source int32
}

func (m move) before(o move) bool { return m.cost < o.cost || m.cost == o.cost && m.source < o.source }

// heap has the cheapest move on top. (container/heap boxes every element; here are millions.)
type heap []move

func (h *heap) push(m move) {
	*h = append(*h, m)
	q := *h
	for i := len(q) - 1; i > 0; {
		up := (i - 1) / 2
		if !q[i].before(q[up]) {
			return
		}
		q[i], q[up] = q[up], q[i]
		i = up
	}
}

func (h *heap) pop() {
	q := *h
	last := len(q) - 1
	q[0] = q[last]
	q = q[:last]
	*h = q
	for i := 0; ; {
		down := 2*i + 1
		if down >= last {
			return
		}
		if down+1 < last && q[down+1].before(q[down]) {
			down++
		}
		if !q[down].before(q[i]) {
			return
		}
		q[i], q[down] = q[down], q[i]
		i = down
	}
}
