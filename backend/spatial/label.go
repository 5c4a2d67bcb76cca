package spatial

import (
	"slices"

	"github.com/paulmach/orb"
)

// labelRows is the number of horizontal lines on which LabelPoint looks for room.
const labelRows = 9

// LabelPoint returns where the name of a shape stands: the middle of the widest stretch inside it on one of a few horizontal
// lines, those near mid-height first, with the stretch's two ends. The point always lies inside, also of a shape with holes or
// several parts. Coordinates are those of mp, in any unit; mp is valid and not empty, else ok is false.
func LabelPoint(mp orb.MultiPolygon) (at, west, east orb.Point, ok bool) {
	var best float64
	var crossings []float64
	for _, polygon := range mp {
		if len(polygon) == 0 {
			continue
		}
		box := polygon[0].Bound()
		for row := range labelRows {
			// An irrational-looking offset keeps the line off vertices, which lie at round places.
			share := (float64(row) + 0.5017) / labelRows
			y := box.Min[1] + share*(box.Max[1]-box.Min[1])
			crossings = crossings[:0]
			for _, ring := range polygon {
				for i := 1; i < len(ring); i++ {
					a, b := ring[i-1], ring[i]
					if (a[1] > y) != (b[1] > y) {
						crossings = append(crossings, a[0]+(y-a[1])/(b[1]-a[1])*(b[0]-a[0]))
					}
				}
			}
			slices.Sort(crossings)
			for i := 1; i < len(crossings); i += 2 {
				width := crossings[i] - crossings[i-1]
				off := 2*share - 1 // −1 at the foot, 1 at the top: a name near the edge looks like the neighbour's
				if room := width * (1 - 0.35*off*off); room > best {
					best, ok = room, true
					west, east = orb.Point{crossings[i-1], y}, orb.Point{crossings[i], y}
					at = orb.Point{(west[0] + east[0]) / 2, y}
				}
			}
		}
	}
	return at, west, east, ok
}
