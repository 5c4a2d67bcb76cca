package spatial

// tree is a packed Hilbert R-tree (Kamel and Faloutsos 1993): boxes level by level in one slice, each node over the next
// fanOut boxes of the level below.
type tree struct {
	boxes []box
	level []int32 // where each level starts in boxes, the leaves first; one more at the end
	items []int32 // by leaf
}

// fanOut was measured: 8 and 16 are about equal, 4 and 32 slower.
const fanOut = 8

func newTree(n int, boxAt func(i int) *box) *tree {
	t := &tree{items: alongHilbert(n, boxAt)}
	t.boxes = make([]box, 0, n+n/(fanOut-1)+fanOut)
	for _, item := range t.items {
		t.boxes = append(t.boxes, *boxAt(int(item)))
	}
	t.level = append(t.level, 0, int32(n))
	for low := 0; len(t.boxes)-low > 1; {
		high := len(t.boxes)
		for at := low; at < high; at += fanOut {
			b := emptyBox
			for _, c := range t.boxes[at:min(at+fanOut, high)] {
				b = b.union(c)
			}
			t.boxes = append(t.boxes, b)
		}
		low = high
		t.level = append(t.level, int32(len(t.boxes)))
	}
	return t
}
