package app

import (
	"math"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// mostMeasured is how many points a line on the map may have.
const mostMeasured = 10_000

// Measure returns the length of a line of lon-lat points, or the area of the ring they make when closed, in the frame of the
// project (RULES 7); without boundaries in one around the points. Errors: CodeInvalid.
func (a *Atlas) Measure(points [][]float64, closed bool) (Measured, error) {
	p, err := a.project()
	if err != nil {
		return Measured{}, err
	}
	if len(points) > mostMeasured {
		return Measured{}, domain.Fail(domain.CodeInvalid, domain.Say("测量的点不能超过 %d 个", "A measured line has at most %d points", mostMeasured), nil)
	}
	var line orb.LineString
	for _, at := range points {
		if len(at) != 2 || !(math.Abs(at[0]) <= 180 && math.Abs(at[1]) < 90) {
			return Measured{}, domain.Fail(domain.CodeInvalid, domain.Say("测量的点不在经纬度范围内：%v", "A measured point is no longitude and latitude: %v", at), nil)
		}
		line = append(line, orb.Point{at[0], at[1]})
	}
	m := Measured{SegmentM: []float64{}}
	if len(line) < 2 {
		return m, nil
	}
	box, any := domain.Extent(p.book.Estates)
	if !any {
		box = line.Bound()
	}
	frame := spatial.FrameOf(box)
	for i := range line {
		line[i] = frame.Forward(line[i])
	}
	if closed {
		line = append(line, line[0])
	}
	for i := 1; i < len(line); i++ {
		leg := math.Hypot(line[i][0]-line[i-1][0], line[i][1]-line[i-1][1])
		m.SegmentM = append(m.SegmentM, leg)
		m.LengthM += leg
	}
	if closed && len(line) > 3 {
		m.AreaM2 = spatial.Area(orb.MultiPolygon{{orb.Ring(line)}})
	}
	return m, nil
}
