package gpkg

import (
	"cmp"
	"database/sql/driver"
	"encoding/binary"
	"math"
	"slices"
)

// A large change writes the R-tree of a layer at one go: SQLite's own way, a row at a time, takes longer than all the rest. The
// entries are sorted along a Hilbert curve and packed into full nodes, bottom up, in the format of SQLite's rtree.c: a node is a
// BLOB of big-endian numbers: two bytes of depth (in the root only), two of count, then cells of an int64 (the row, or the child
// node) and four float32 (min x, max x, min y, max y). Kamel and Faloutsos 1993, On packing R-trees.

const (
	// nodeCells is RTREE_MAXCELLS of rtree.c; pages of 2 KiB and more hold a node of so many cells of two dimensions.
	nodeCells = 51
	cellBytes = 8 + 4*4
	nodeBytes = 4 + nodeCells*cellBytes
)

// entry is a row with an extent.
type entry struct {
	id  int64
	box box
}

// entries returns the rows of a layer that have an extent. It reads the beginning of each geometry: a header with its envelope, or
// a whole point.
func (c *conn) entries(layer string) ([]entry, error) {
	const start = 64
	var out []entry
	var rest []int64
	err := c.each("SELECT fid, substr(geom, 1, ?1) FROM "+quote(layer)+" WHERE geom IS NOT NULL", func(row []driver.Value) error {
		fid, _ := row[0].(int64)
		blob, _ := row[1].([]byte)
		h, err := readHeader(blob)
		switch {
		case err == nil && h.empty:
		case err == nil && h.envelope != emptyBox:
			out = append(out, entry{fid, h.envelope})
		case len(blob) < start:
			if b, ok := bounds(blob); ok {
				out = append(out, entry{fid, b})
			}
		default:
			rest = append(rest, fid)
		}
		return nil
	}, int64(start))
	if err != nil {
		return nil, err
	}
	// Written without an envelope, or in another form, by another program.
	for _, fid := range rest {
		v, err := c.value("SELECT geom FROM "+quote(layer)+" WHERE fid = ?1", fid)
		if err != nil {
			return nil, err
		}
		blob, _ := v.([]byte)
		if b, ok := bounds(blob); ok {
			out = append(out, entry{fid, b})
		}
	}
	return out, nil
}

// rebuildIndex fills the R-tree of a layer anew. Entries are reordered.
func (c *conn) rebuildIndex(layer string, entries []entry, extent box) error {
	index := indexName(layer)
	tree := pack(entries, extent)
	fill := func(part, key, value string, n int, row func(i int) (int64, driver.Value)) error {
		if err := c.exec("DELETE FROM " + quote(index+part)); err != nil {
			return err
		}
		in, err := c.inserter(index+part, []string{key, value})
		if err != nil {
			return err
		}
		defer in.close()
		for i := range n {
			k, v := row(i)
			if err := in.add(k, v); err != nil {
				return err
			}
		}
		return in.flush()
	}
	err := fill("_node", "nodeno", "data", len(tree.nodes), func(i int) (int64, driver.Value) { return int64(i + 1), tree.nodes[i] })
	if err == nil {
		err = fill("_parent", "nodeno", "parentnode", len(tree.parents), func(i int) (int64, driver.Value) { return tree.parents[i].of, tree.parents[i].node })
	}
	if err == nil {
		err = fill("_rowid", "rowid", "nodeno", len(tree.leaves), func(i int) (int64, driver.Value) { return tree.leaves[i].of, tree.leaves[i].node })
	}
	return err
}

// packed is the content of the three tables of an R-tree.
type packed struct {
	nodes   [][]byte // node 1, the root, and so on
	leaves  []place  // of every row, by row
	parents []place  // of every node but the root, by node
}

// place says in which node something is.
type place struct{ of, node int64 }

func pack(entries []entry, extent box) packed {
	sortByHilbert(entries, extent)
	tree := packed{nodes: make([][]byte, 1), leaves: make([]place, 0, len(entries))}
	level := entries
	depth := 0
	for ; len(level) > nodeCells; depth++ {
		n := (len(level) + nodeCells - 1) / nodeCells
		parents := make([]entry, 0, n)
		for i := range n {
			// An even share, so that no node is nearly empty.
			cells := level[i*len(level)/n : (i+1)*len(level)/n]
			parents = append(parents, entry{int64(len(tree.nodes) + 1), around(cells)})
			tree.nodes = append(tree.nodes, makeNode(0, cells))
			tree.place(cells, int64(len(tree.nodes)), depth)
		}
		level = parents
	}
	tree.nodes[0] = makeNode(depth, level)
	tree.place(level, 1, depth)
	slices.SortFunc(tree.leaves, func(a, b place) int { return cmp.Compare(a.of, b.of) })
	return tree
}

// place notes that the cells, of rows at depth 0 and of nodes above, are in node.
func (t *packed) place(cells []entry, node int64, depth int) {
	to := &t.parents
	if depth == 0 {
		to = &t.leaves
	}
	for _, e := range cells {
		*to = append(*to, place{e.id, node})
	}
}

func around(cells []entry) box {
	all := emptyBox
	for _, e := range cells {
		all.union(e.box)
	}
	return all
}

func makeNode(depth int, cells []entry) []byte {
	b := make([]byte, nodeBytes)
	binary.BigEndian.PutUint16(b, uint16(depth))
	binary.BigEndian.PutUint16(b[2:], uint16(len(cells)))
	for i, e := range cells {
		at := b[4+i*cellBytes:]
		binary.BigEndian.PutUint64(at, uint64(e.id))
		for j, v := range [4]float32{below(e.box.minX), above(e.box.maxX), below(e.box.minY), above(e.box.maxY)} {
			binary.BigEndian.PutUint32(at[8+4*j:], math.Float32bits(v))
		}
	}
	return b
}

// below is the greatest float32 ≤ v: the index must never be smaller than the geometry.
func below(v float64) float32 {
	f := float32(v)
	if float64(f) > v {
		f = math.Nextafter32(f, float32(math.Inf(-1)))
	}
	return f
}

// above is the least float32 ≥ v.
func above(v float64) float32 { return -below(-v) }

// sortByHilbert puts the entries in the order in which a Hilbert curve through the extent meets their centres.
func sortByHilbert(entries []entry, extent box) {
	if len(entries) <= nodeCells {
		return
	}
	const side = 1 << 16
	scale := func(v, lo, hi float64) uint32 {
		if hi <= lo {
			return 0
		}
		return uint32(min((v-lo)/(hi-lo)*side, side-1))
	}
	type keyed struct {
		key uint32
		at  int32
	}
	keys := make([]keyed, len(entries))
	for i, e := range entries {
		x := scale((e.box.minX+e.box.maxX)/2, extent.minX, extent.maxX)
		y := scale((e.box.minY+e.box.maxY)/2, extent.minY, extent.maxY)
		keys[i] = keyed{hilbert(x, y), int32(i)}
	}
	slices.SortFunc(keys, func(a, b keyed) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.at, b.at))
	})
	sorted := make([]entry, len(entries))
	for i, k := range keys {
		sorted[i] = entries[k.at]
	}
	copy(entries, sorted)
}

// hilbert is the distance along the curve of order 16 at which it meets x, y.
func hilbert(x, y uint32) uint32 {
	var d uint32
	for s := uint32(1 << 15); s > 0; s >>= 1 {
		var rx, ry uint32
		if x&s != 0 {
			rx = 1
		}
		if y&s != 0 {
			ry = 1
		}
		d += s * s * (3*rx ^ ry)
		if ry == 0 {
			if rx == 1 {
				x, y = 1<<16-1-x, 1<<16-1-y
			}
			x, y = y, x
		}
	}
	return d
}
