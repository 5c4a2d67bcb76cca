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

// entries returns the rows of a layer that have an extent, and the extent of them all. It reads the beginning of each geometry:
// a header with its envelope, or a whole point.
func (c *conn) entries(layer string) ([]entry, box, error) {
	const start = 64
	all := emptyBox
	var out []entry
	var rest []int64
	err := c.each("SELECT fid, substr(geom, 1, ?1) FROM "+quote(layer)+" WHERE geom IS NOT NULL", func(row []driver.Value) error {
		fid, _ := row[0].(int64)
		blob, _ := row[1].([]byte)
		h, err := readHeader(blob)
		switch {
		case err != nil || h.empty:
		case h.envelope != emptyBox:
			out = append(out, entry{fid, h.envelope})
			all.union(h.envelope)
		case len(blob) < start:
			if b, ok := bounds(blob); ok {
				out = append(out, entry{fid, b})
				all.union(b)
			}
		default:
			rest = append(rest, fid)
		}
		return nil
	}, int64(start))
	if err != nil {
		return nil, all, err
	}
	// Written without an envelope by another program.
	for _, fid := range rest {
		v, err := c.value("SELECT geom FROM "+quote(layer)+" WHERE fid = ?1", fid)
		if err != nil {
			return nil, all, err
		}
		blob, _ := v.([]byte)
		if b, ok := bounds(blob); ok {
			out = append(out, entry{fid, b})
			all.union(b)
		}
	}
	return out, all, nil
}

// rebuildIndex fills the R-tree of a layer anew. Entries are reordered.
func (c *conn) rebuildIndex(layer string, entries []entry, extent box) error {
	index := indexName(layer)
	tables := [3]string{quote(index + "_node"), quote(index + "_rowid"), quote(index + "_parent")}
	for _, t := range tables {
		if err := c.exec("DELETE FROM " + t); err != nil {
			return err
		}
	}
	var into [3]*stmt
	for i, t := range tables {
		s, err := c.prepare("INSERT INTO " + t + " VALUES (?1, ?2)")
		if err != nil {
			return err
		}
		defer s.close()
		into[i] = s
	}
	put := func(s *stmt, key int64, v driver.Value) error {
		s.bind(1, key)
		s.bind(2, v)
		return s.run()
	}

	sortByHilbert(entries, extent)
	type leaf struct{ row, node int64 }
	leaves := make([]leaf, 0, len(entries))
	blob := make([]byte, nodeBytes)
	next := int64(2) // node 1 is the root
	cells := entries
	for depth := 0; ; depth++ {
		if len(cells) <= nodeCells {
			writeNode(blob, depth, cells)
			if err := put(into[0], 1, blob); err != nil {
				return err
			}
			for _, e := range cells {
				if depth == 0 {
					leaves = append(leaves, leaf{e.id, 1})
				} else if err := put(into[2], e.id, int64(1)); err != nil {
					return err
				}
			}
			break
		}
		nodes := (len(cells) + nodeCells - 1) / nodeCells
		parents := make([]entry, 0, nodes)
		for i := range nodes {
			// An even share, so that no node is nearly empty.
			part := cells[i*len(cells)/nodes : (i+1)*len(cells)/nodes]
			writeNode(blob, 0, part)
			if err := put(into[0], next, blob); err != nil {
				return err
			}
			around := emptyBox
			for _, e := range part {
				around.union(e.box)
				if depth == 0 {
					leaves = append(leaves, leaf{e.id, next})
				} else if err := put(into[2], e.id, next); err != nil {
					return err
				}
			}
			parents = append(parents, entry{next, around})
			next++
		}
		cells = parents
	}
	slices.SortFunc(leaves, func(a, b leaf) int { return cmp.Compare(a.row, b.row) })
	for _, l := range leaves {
		if err := put(into[1], l.row, l.node); err != nil {
			return err
		}
	}
	return nil
}

// writeNode fills b, of nodeBytes.
func writeNode(b []byte, depth int, cells []entry) {
	clear(b)
	binary.BigEndian.PutUint16(b, uint16(depth))
	binary.BigEndian.PutUint16(b[2:], uint16(len(cells)))
	for i, e := range cells {
		at := b[4+i*cellBytes:]
		binary.BigEndian.PutUint64(at, uint64(e.id))
		for j, v := range [4]float32{below(e.box.minX), above(e.box.maxX), below(e.box.minY), above(e.box.maxY)} {
			binary.BigEndian.PutUint32(at[8+4*j:], math.Float32bits(v))
		}
	}
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
