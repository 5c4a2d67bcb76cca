package sheet

import (
	"math"

	"estateatlas/backend/paper"
)

// field keeps account of the room that is taken on a page: boxes that nothing else may meet, inside a frame that nothing leaves.
type field struct {
	frame paper.Box
	cell  float64 // mm
	cells map[[2]int][]taken
}

type taken struct {
	paper.Box
	owner int
}

// noOwner is the owner of room that nobody may share.
const noOwner = -1

func newField(frame paper.Box) *field {
	return &field{frame: frame, cell: 12, cells: map[[2]int][]taken{}}
}

// take takes room; its owner may be let into it again.
func (f *field) take(b paper.Box, owner int) {
	f.each(b, func(key [2]int) bool {
		f.cells[key] = append(f.cells[key], taken{b, owner})
		return true
	})
}

func (f *field) isFree(b paper.Box, owner int) bool {
	if b.X < f.frame.X || b.Y < f.frame.Y || b.Right() > f.frame.Right() || b.Bottom() > f.frame.Bottom() {
		return false
	}
	return f.each(b, func(key [2]int) bool {
		for i := range f.cells[key] {
			if t := &f.cells[key][i]; (owner == noOwner || t.owner != owner) && meet(t.Box, b) {
				return false
			}
		}
		return true
	})
}

// each visits the cells under a box until one visit says no, and tells whether none did.
func (f *field) each(b paper.Box, visit func(key [2]int) bool) bool {
	at := func(v float64) int { return int(math.Floor(v / f.cell)) }
	for row := at(b.Y); float64(row)*f.cell < b.Bottom(); row++ {
		for column := at(b.X); float64(column)*f.cell < b.Right(); column++ {
			if !visit([2]int{row, column}) {
				return false
			}
		}
	}
	return true
}

func meet(a, b paper.Box) bool {
	return a.X < b.Right() && b.X < a.Right() && a.Y < b.Bottom() && b.Y < a.Bottom()
}
