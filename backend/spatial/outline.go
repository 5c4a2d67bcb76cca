package spatial

import (
	"cmp"
	"slices"

	"github.com/paulmach/orb"
)

// Outlines dissolves shapes into one outline for each group, for districts that hand over no boundaries of their subdistricts:
// the ground nearest to the shapes of the group, as far as a street is wide. Neighbouring outlines share their borders and do not
// overlap; empty land far from every shape stays out.
//
// It works on a grid of square cells of CellM metres: cells that shapes touch take their group, then every cell within reachM of
// a shape that of the nearest; what a street's width of free ground surrounds is closed, and the outside is taken off again but
// for a margin. Borders run along cells and are simplified by at most a cell, each once for both sides and never through another.
// So a shape lies within its outline up to two cells, where shapes of other groups do not stand closer than that. The order of
// the shapes does not matter.
type Outlines struct {
	// CellM is 8 m up to a built-up 200 km², then such that the cells stay below mostCells: 20 bytes each.
	CellM float64
	// Of are the outlines by group, in the coordinates given; nil for a group without a shape.
	Of []orb.MultiPolygon
}

const (
	// reachM bridges streets: gaps between shapes of up to twice that are closed.
	reachM = 110
	// marginM is left around the outermost shapes.
	marginM = 25
	// leastCellM and mostCells bound the grid.
	leastCellM = 8
	mostCells  = 3 << 20
	// holeM2 is how large a gap inside may be that is filled.
	holeM2 = 600_000
	// emptyM is left of a strip of land without a shape that crosses the whole district: more than outlines reach from both sides.
	emptyM = 4 * reachM
)

// NewOutlines dissolves shapes, multipolygons in a metric plane; group gives the group of each, −1 for none, all below groups.
func NewOutlines(shapes []orb.MultiPolygon, group []int, groups int) Outlines {
	out := Outlines{Of: make([]orb.MultiPolygon, groups)}
	g := newLabelGrid(shapes, group, groups)
	if g == nil {
		return out
	}
	out.CellM = g.cell
	g.grow()
	for label, mp := range g.trace(groups) {
		for _, polygon := range mp {
			for _, ring := range polygon {
				for i, p := range ring {
					ring[i] = orb.Point{g.x.open(p[0]), g.y.open(p[1])}
				}
			}
		}
		out.Of[label] = mp
	}
	return out
}

// folds takes the empty strips out of an axis, all but emptyM of each: an estate entered at the other end of the country would
// otherwise leave nothing of the grid to the rest. Shapes are moved as a whole, for none reaches into a strip.
type folds struct{ at, cut []float64 } // behind at[i], of the folded axis, cut[i] metres are left out altogether

// newFolds takes the stretches that shapes cover.
func newFolds(stretches [][2]float64) folds {
	slices.SortFunc(stretches, func(a, b [2]float64) int { return cmp.Compare(a[0], b[0]) })
	var f folds
	end, cut := stretches[0][1], 0.0
	for _, s := range stretches {
		if gap := s[0] - end; gap > 2*emptyM {
			f.at = append(f.at, end+emptyM/2-cut)
			cut += gap - emptyM
			f.cut = append(f.cut, cut)
		}
		end = max(end, s[1])
	}
	return f
}

// open returns the true place of one on the folded axis.
func (f folds) open(v float64) float64 {
	if i, _ := slices.BinarySearch(f.at, v); i > 0 {
		return v + f.cut[i-1]
	}
	return v
}

// close returns the place on the folded axis of a true one that does not lie in a strip taken out.
func (f folds) close(v float64) float64 {
	for i := len(f.at) - 1; i >= 0; i-- {
		if v-f.cut[i] > f.at[i] {
			return v - f.cut[i]
		}
	}
	return v
}
