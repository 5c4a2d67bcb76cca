package hotspot

import (
	"math"
	"slices"
)

// Weighted is a place with what weighs there.
type Weighted struct {
	Point
	Weight float64 // > 0
}

// Surface is a density on a grid of nodes. Its rim is 0, so that every area above a level is closed.
type Surface struct {
	Origin        Point // of the node 0, 0
	CellM         float64
	Width, Height int       // nodes
	Values        []float64 // weight a square metre, by row from the south
	Most          float64
}

const (
	// mostNodes bounds a grid along one side; cells grow where it would have more.
	mostNodes = 600
	// cellsOfBandwidth is how many cells make up the bandwidth: an area's outline is then smooth at any scale at which it is looked at.
	cellsOfBandwidth = 12
)

// Density spreads every weight over the circle of the bandwidth with the quartic kernel (Silverman 1986, section 4.2):
// 3 / (π h²) × (1 − d² / h²)², whose volume is 1.
func Density(points []Weighted, bandwidthM float64) *Surface {
	if len(points) == 0 || !(bandwidthM > 0) {
		return &Surface{CellM: 1}
	}
	low, high := points[0].Point, points[0].Point
	for _, p := range points {
		low = Point{min(low[0], p.Point[0]), min(low[1], p.Point[1])}
		high = Point{max(high[0], p.Point[0]), max(high[1], p.Point[1])}
	}
	span := max(high[0]-low[0], high[1]-low[1]) + 2*bandwidthM
	s := &Surface{CellM: max(bandwidthM/cellsOfBandwidth, span/mostNodes)}
	s.Origin = Point{low[0] - bandwidthM - s.CellM, low[1] - bandwidthM - s.CellM}
	s.Width = int(math.Ceil((high[0]+bandwidthM-s.Origin[0])/s.CellM)) + 2
	s.Height = int(math.Ceil((high[1]+bandwidthM-s.Origin[1])/s.CellM)) + 2
	s.Values = make([]float64, s.Width*s.Height)
	h2 := bandwidthM * bandwidthM
	for _, p := range points {
		s.spread(p, bandwidthM, 3/(math.Pi*h2)*p.Weight)
	}
	s.Most = slices.Max(s.Values)
	return s
}

// spread adds one kernel of a height.
func (s *Surface) spread(p Weighted, h, top float64) {
	from := func(at, origin float64) int { return max(0, int(math.Ceil((at-h-origin)/s.CellM))) }
	x0, y0 := from(p.Point[0], s.Origin[0]), from(p.Point[1], s.Origin[1])
	for y := y0; y < s.Height; y++ {
		dy := s.Origin[1] + float64(y)*s.CellM - p.Point[1]
		if dy >= h {
			break
		}
		for x := x0; x < s.Width; x++ {
			dx := s.Origin[0] + float64(x)*s.CellM - p.Point[0]
			if dx >= h {
				break
			}
			if u := 1 - (dx*dx+dy*dy)/(h*h); u > 0 {
				s.Values[y*s.Width+x] += top * u * u
			}
		}
	}
}

// DefaultBandwidth is the rule of thumb of Silverman (1986, section 3.4.2) for the plane with the median distance in place of the spread
// where that is smaller: 0.9 × min(σ, √(1 / ln 2) × median distance from the mean centre) × n^−0.2. Weights count.
func DefaultBandwidth(points []Weighted) float64 {
	var total, x, y float64
	for _, p := range points {
		total += p.Weight
		x += p.Weight * p.Point[0]
		y += p.Weight * p.Point[1]
	}
	if total <= 0 {
		return 0
	}
	centre := Point{x / total, y / total}
	type far struct{ d, weight float64 }
	all := make([]far, len(points))
	spread := 0.0
	for i, p := range points {
		d2 := distance2(p.Point, centre)
		all[i] = far{math.Sqrt(d2), p.Weight}
		spread += p.Weight * d2
	}
	slices.SortFunc(all, func(a, b far) int {
		switch {
		case a.d < b.d:
			return -1
		case a.d > b.d:
			return 1
		}
		return 0
	})
	median, half := all[len(all)-1].d, 0.0
	for _, f := range all {
		if half += f.weight; 2*half >= total {
			median = f.d
			break
		}
	}
	reach := min(math.Sqrt(spread/total), math.Sqrt(1/math.Ln2)*median)
	if reach == 0 { // half of them on one spot
		reach = math.Sqrt(spread / total)
	}
	return 0.9 * reach * math.Pow(total*total/sumOfSquares(points), -0.2)
}

// sumOfSquares is Σ weight²: total² / Σ weight² is how many points of equal weight say as much.
func sumOfSquares(points []Weighted) float64 {
	sum := 0.0
	for _, p := range points {
		sum += p.Weight * p.Weight
	}
	return sum
}
