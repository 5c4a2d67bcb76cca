package spatial

// Host is a shape that may be an answer. The place of a host among the hosts is its rank: of equal hosts the first is taken.
type Host struct {
	Shape int32 // in Shapes
	Group int32 // hosts of the query's own group go before others at the same distance
}

// Index finds the nearest of a number of hosts. It is not changed after it is made and may be used by several goroutines.
type Index struct {
	shapes *Shapes
	leaves []leaf
	trees  []tree
	// byGroup is the place in trees of the hosts of a group; nil if all hosts are in one tree.
	byGroup map[int32]int32
}

// leaf is a host as the trees hold it.
type leaf struct {
	host, group int32
	place       int32 // of its shape along the curve
}

// NewIndex makes an index that answers from all hosts.
func NewIndex(s *Shapes, hosts []Host) *Index { return newIndex(s, hosts, false) }

// NewIndexByGroup makes an index that answers a query only from the hosts of its group.
func NewIndexByGroup(s *Shapes, hosts []Host) *Index { return newIndex(s, hosts, true) }

func newIndex(s *Shapes, hosts []Host, byGroup bool) *Index {
	x := &Index{shapes: s, leaves: make([]leaf, len(hosts))}
	keys := make([]keyed, len(hosts))
	for i, h := range hosts {
		keys[i] = keyed{uint32(s.place[h.Shape]), int32(i)}
	}
	keys = sortByKey(keys)
	if byGroup {
		x.byGroup = make(map[int32]int32)
		for i := range keys {
			keys[i].key = uint32(hosts[keys[i].item].Group)
		}
		keys = sortByKey(keys) // keeps the order within a group
	}
	for i, k := range keys {
		h := hosts[k.item]
		x.leaves[i] = leaf{k.item, h.Group, s.place[h.Shape]}
	}
	for rest := x.leaves; len(rest) > 0; {
		n := len(rest)
		if byGroup {
			n = 1
			for n < len(rest) && rest[n].group == rest[0].group {
				n++
			}
			x.byGroup[rest[0].group] = int32(len(x.trees))
		}
		x.trees = append(x.trees, newTree(s, rest[:n]))
		rest = rest[n:]
	}
	return x
}

// treeOf returns the tree that answers queries of a group, nil if it has no host.
func (x *Index) treeOf(group int32) *tree {
	if x.byGroup == nil {
		if len(x.trees) == 0 {
			return nil
		}
		return &x.trees[0]
	}
	at, found := x.byGroup[group]
	if !found {
		return nil
	}
	return &x.trees[at]
}

// tree is a packed Hilbert R-tree (Kamel and Faloutsos 1993): boxes level by level in one slice, each node over the next
// fanOut boxes of the level below.
type tree struct {
	leaves []leaf
	boxes  []box
	level  []int32 // where each level starts in boxes, the leaves first; one more at the end
	// span is the mean of width plus height of the lowest nodes, in centimetres: how far a handful of hosts reaches.
	span int64
}

// fanOut was measured: 4 and 8 are about equal, 16 is slower.
const fanOut = 8

// newTree makes a tree over leaves, which are in the order of the curve. A single leaf has a node over it too.
func newTree(s *Shapes, leaves []leaf) tree {
	n := len(leaves)
	t := tree{leaves: leaves, boxes: make([]box, 0, n+n/(fanOut-1)+fanOut), level: []int32{0, int32(n)}}
	for _, l := range leaves {
		t.boxes = append(t.boxes, s.shapes[l.place].box)
	}
	for low, high := 0, n; high-low > 1 || low == 0; low, high = high, len(t.boxes) {
		for at := low; at < high; at += fanOut {
			b := emptyBox
			for _, c := range t.boxes[at:min(at+fanOut, high)] {
				b = b.union(c)
			}
			t.boxes = append(t.boxes, b)
		}
		t.level = append(t.level, int32(len(t.boxes)))
	}
	lowest := t.boxes[t.level[1]:t.level[2]]
	for i := range lowest {
		t.span += lowest[i].span()
	}
	t.span /= int64(len(lowest))
	return t
}

// root returns the topmost node and its level.
func (t *tree) root() visit {
	return visit{node: int32(len(t.boxes) - 1), level: int32(len(t.level) - 2)}
}

// children returns the range of the boxes under a node.
func (t *tree) children(v visit) (first, last int32) {
	first = t.level[v.level-1] + (v.node-t.level[v.level])*fanOut
	return first, min(first+fanOut, t.level[v.level])
}
