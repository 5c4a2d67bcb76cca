package assign

import (
	"cmp"
	"math"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// Enclosable is a scattered estate with the neighbour that it could be fenced together with (围合, TJ 六(一)).
type Enclosable struct {
	Estate, Neighbour int
	GapM              float64
	// Crosses: a barrier lies between; such pairs cannot be fenced together.
	Crosses bool
	// From and To are the nearest points, lon-lat degrees.
	From, To orb.Point
}

// Enclosing finds for each scattered estate the nearest estate not farther than gapM to which no barrier lies between; where there is
// none, the nearest across a barrier. Nearest first, those across a barrier last. Estates that have left and those without a boundary
// take no part. hasBarriers says whether there are barriers at all.
func Enclosing(ev *policy.Evaluation, scattered func(estate int) bool, gapM float64) (found []Enclosable, hasBarriers bool) {
	box, _ := domain.Extent(ev.Estates)
	a := &Result{ev: ev, frame: spatial.FrameOf(box)}
	a.shapes = spatial.Pack(a.frame, len(ev.Estates), func(i int) orb.MultiPolygon { return ev.Estates[i].Boundary })
	a.lines = a.barriers()
	here := func(e int) bool { return len(ev.Estates[e].Boundary) > 0 && !ev.HasLeft(e, ev.AsOf) }
	var near []spatial.Host
	for e := range ev.Estates {
		if here(e) {
			near = append(near, spatial.Host(a.query(e)))
		}
	}
	index := spatial.NewIndex(a.shapes, near)
	for e := range ev.Estates {
		if !here(e) || !scattered(e) {
			continue
		}
		best := Enclosable{Estate: e, Neighbour: policy.None, GapM: math.Inf(1)}
		for _, m := range index.Around(a.query(e), gapM+reachM, 0) {
			other := int(near[m.Host].Shape)
			across := a.Crosses(e, other)
			if best.Neighbour == policy.None || best.Crosses && !across {
				best.Neighbour, best.Crosses, best.GapM = other, across, m.Distance
			}
			if !best.Crosses {
				break
			}
		}
		if best.Neighbour != policy.None {
			best.From, best.To = a.Line(e, best.Neighbour)
			found = append(found, best)
		}
	}
	slices.SortStableFunc(found, func(x, y Enclosable) int {
		if x.Crosses != y.Crosses {
			if x.Crosses {
				return 1
			}
			return -1
		}
		return cmp.Compare(x.GapM, y.GapM)
	})
	return found, a.lines != nil
}
