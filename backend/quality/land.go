package quality

import (
	"cmp"
	"math"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// land is where the estates lie.
type land struct {
	estates []domain.Estate
	frame   *spatial.Frame // over the body of the district: an estate far away does not pull the plane off it
	boxes   []orb.Bound    // of the boundaries, in degrees
	mapped  []bool         // has a boundary of finite numbers
	faults  []*spatial.Fault
	planes  []*outline // made when first asked for

	middle   orb.Point // medians of the centres
	far      []float64 // metres from the middle
	median   float64   // of far
	mad      float64
	limit    float64   // beyond it an estate is far from the district
	measured int       // estates with a place
	records  []records // by estate; made when first asked for
}

// survey finds boxes, the middle of the district and who lies far from it.
func survey(estates []domain.Estate) *land {
	n := len(estates)
	l := &land{
		estates: estates, boxes: make([]orb.Bound, n), mapped: make([]bool, n), faults: make([]*spatial.Fault, n), planes: make([]*outline, n), far: make([]float64, n),
	}
	var lons, lats []float64
	for e := range estates {
		box, ok := finiteBox(estates[e].Boundary)
		l.boxes[e], l.mapped[e] = box, ok
		if ok {
			lons, lats = append(lons, box.Center()[0]), append(lats, box.Center()[1])
		}
	}
	l.measured = len(lons)
	if l.measured == 0 {
		l.frame = spatial.FrameOf(orb.Bound{})
		return l
	}
	l.middle = orb.Point{median(lons), median(lats)}
	var distances []float64
	for e := range estates {
		if l.mapped[e] {
			l.far[e] = groundDistance(l.middle, l.boxes[e].Center())
			distances = append(distances, l.far[e])
		}
	}
	l.median = median(distances)
	for i, d := range distances {
		distances[i] = math.Abs(d - l.median)
	}
	l.mad = median(distances)
	l.limit = l.median + max(outlierMADs*madToDeviations*l.mad, outlierLeastM)
	var body orb.Bound
	first := true
	for e := range estates {
		switch {
		case !l.mapped[e] || l.far[e] > l.limit:
		case first:
			body, first = l.boxes[e], false
		default:
			body = body.Union(l.boxes[e])
		}
	}
	l.frame = spatial.FrameOf(body)
	return l
}

// finiteBox is the box of a boundary; not ok where it has no point or one that is no number.
func finiteBox(mp orb.MultiPolygon) (box orb.Bound, ok bool) {
	for _, polygon := range mp {
		for _, ring := range polygon {
			for _, p := range ring {
				if math.IsNaN(p[0]-p[0]) || math.IsNaN(p[1]-p[1]) {
					return box, false
				}
				if ok {
					box = box.Extend(p)
				} else {
					box, ok = orb.Bound{Min: p, Max: p}, true
				}
			}
		}
	}
	return box, ok
}

// median of numbers, which it sorts; of an even number the mean of the two in the middle.
func median(of []float64) float64 {
	if len(of) == 0 {
		return 0
	}
	slices.Sort(of)
	n := len(of)
	return (of[(n-1)/2] + of[n/2]) / 2
}

// groundDistance is the great-circle distance in metres: good to half a percent anywhere, where no plane reaches.
func groundDistance(a, b orb.Point) float64 {
	const radius, degree = 6_371_000, math.Pi / 180
	sinLat, sinLon := math.Sin((b[1]-a[1])*degree/2), math.Sin((b[0]-a[0])*degree/2)
	h := sinLat*sinLat + math.Cos(a[1]*degree)*math.Cos(b[1]*degree)*sinLon*sinLon
	return 2 * radius * math.Asin(min(1, math.Sqrt(h)))
}

// where is the box of an estate and a point to mark it by.
func (l *land) where(e int) (orb.Bound, orb.Point, bool) {
	if !l.mapped[e] {
		return orb.Bound{}, orb.Point{}, false
	}
	at := l.boxes[e].Center()
	if l.faults[e] == nil {
		if label, _, _, ok := spatial.LabelPoint(l.estates[e].Boundary); ok {
			at = label
		}
	}
	return l.boxes[e], at, true
}

// plane is an estate's outline in metres; the origin of all is the middle of the district.
func (l *land) plane(e int) *outline {
	if l.planes[e] == nil {
		o := outlineOf(l.frame.Project(l.estates[e].Boundary), l.frame.Forward(l.middle))
		l.planes[e] = &o
	}
	return l.planes[e]
}

// degrees takes a point of the plane back.
func (l *land) degrees(p orb.Point) orb.Point {
	o := l.frame.Forward(l.middle)
	return l.frame.Inverse(orb.Point{p[0] + o[0], p[1] + o[1]})
}

func (l *land) degreesBox(b orb.Bound) orb.Bound {
	p, q := l.degrees(b.Min), l.degrees(b.Max)
	return orb.Bound{Min: orb.Point{min(p[0], q[0]), min(p[1], q[1])}, Max: orb.Point{max(p[0], q[0]), max(p[1], q[1])}}
}

// measurable are the estates that can be held against others: on the map, valid, near the district; from west to east.
func (l *land) measurable() []int {
	var all []int
	for e := range l.estates {
		if l.mapped[e] && l.faults[e] == nil && l.far[e] <= max(l.limit, planeReachM) {
			all = append(all, e)
		}
	}
	slices.SortStableFunc(all, func(a, b int) int { return cmp.Compare(l.boxes[a].Min[0], l.boxes[b].Min[0]) })
	return all
}

// planeReachM is how far from the middle plane distances still are what they say.
const planeReachM = 100_000
