package quality

import (
	"fmt"
	"math"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// boundaries looks at each estate by itself.
func (r *Report) boundaries(s *steps) error {
	l := r.land
	for e := range l.estates {
		if err := s.step(1); err != nil {
			return err
		}
		es := &l.estates[e]
		if bare(es.Boundary) {
			r.add(Fault{
				Kind: NoBoundary, Key: key(NoBoundary, es.ID), Estates: []int{e}, Text: domain.Say("%[1]s没有边界，未上图", "%[1]s has no boundary and is not on the map", r.label(e)),
			})
			continue
		}
		if l.faults[e] = spatial.Check(es.Boundary); l.faults[e] != nil {
			r.invalid(e)
			continue
		}
		r.slivers(e)
	}
	for e := range l.estates {
		if l.mapped[e] && l.measured > 2 && l.far[e] > l.limit {
			r.outlier(e)
		}
	}
	return nil
}

// bare reports that a boundary has no point at all.
func bare(mp orb.MultiPolygon) bool {
	for _, polygon := range mp {
		for _, ring := range polygon {
			if len(ring) > 0 {
				return false
			}
		}
	}
	return true
}

func key(kind Kind, ids ...string) string { return fmt.Sprintf("%s:%q", kind, ids) }

func (r *Report) invalid(e int) {
	fault, es := r.land.faults[e], &r.land.estates[e]
	text := fault.Text()
	f := Fault{
		Kind: InvalidRing, Key: key(InvalidRing, es.ID), Estates: []int{e},
		Text:  domain.Say("%[1]s的边界不合规：%[2]s", "The boundary of %[1]s is not valid: %[3]s", r.label(e), fault.Finding().ZH, fault.Finding().EN),
		Facts: []Fact{{domain.Say("检查结果", "Finding"), text}, {domain.Say("类别", "Kind"), plain(string(fault.Kind))}},
	}
	if finite(fault.At) {
		f.At, f.Box, f.Mapped = fault.At, orb.Bound{Min: fault.At, Max: fault.At}, true
		if r.land.mapped[e] {
			f.Box = r.land.boxes[e]
		}
	}
	if mended, ok := mendRings(es.Boundary); ok {
		before, after := nominalArea(r.land.frame.Project(es.Boundary)), spatial.Area(r.land.frame.Project(mended))
		f.Repairs = []Repair{{repairRings, domain.Say("整理边界", "Put the rings in order")}}
		f.Facts = append(f.Facts, Fact{domain.Say("整理后面积", "Area once mended"), domain.Say("%[1]s 平方米（原 %[2]s）", "%[1]s m² (was %[2]s)", metres(after), metres(before))})
	}
	r.add(f)
}

func finite(p orb.Point) bool { return !math.IsNaN(p[0]-p[0]) && !math.IsNaN(p[1]-p[1]) }

// metres writes a length or an area, with the decimals that small ones need.
func metres(v float64) string {
	switch {
	case math.Abs(v) >= 100:
		return fmt.Sprintf("%.0f", v)
	case math.Abs(v) >= 1:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.2f", v)
}

func plain(text string) domain.Text { return domain.Text{ZH: text, EN: text} }

// sliver is a part (hole < 0) or a hole of an estate that is too small to be meant.
type sliver struct {
	part, hole   int
	area, widthM float64
	ring         orb.Ring
}

// sliversOf finds the slivers of a valid boundary, and its area.
func sliversOf(frame *spatial.Frame, mp orb.MultiPolygon) (out []sliver, area float64) {
	single := len(mp) == 1
	if single && len(mp[0]) == 1 {
		return nil, 0 // the common case: one ring is the estate itself
	}
	planar := frame.Project(mp)
	area = spatial.Area(planar)
	small := func(a float64, ring orb.Ring) (float64, bool) {
		width := 2 * a / max(perimeter(ring), 1e-9)
		return width, a < sliverShare*area && (a < sliverM2 || width < sliverWidthM)
	}
	for i, polygon := range planar {
		if len(polygon) == 0 || len(polygon[0]) == 0 { // nothing at all: dropped with the slivers
			out = append(out, sliver{part: i, hole: -1})
			continue
		}
		if a := spatial.Area(orb.MultiPolygon{polygon}); !single {
			if width, is := small(a, polygon[0]); is {
				out = append(out, sliver{i, -1, a, width, mp[i][0]})
				continue
			}
		}
		for k := 1; k < len(polygon); k++ {
			a := math.Abs(twiceArea(polygon[k])) / 2
			if width, is := small(a, polygon[k]); is {
				out = append(out, sliver{i, k, a, width, mp[i][k]})
			}
		}
	}
	return out, area
}

func perimeter(ring orb.Ring) float64 {
	var sum float64
	for i := 1; i < len(ring); i++ {
		sum += math.Hypot(ring[i][0]-ring[i-1][0], ring[i][1]-ring[i-1][1])
	}
	return sum
}

func (r *Report) slivers(e int) {
	found, area := sliversOf(r.land.frame, r.land.estates[e].Boundary)
	if len(found) == 0 {
		return
	}
	var sum float64
	parts, holes := 0, 0
	var box orb.Bound
	var at orb.Point
	for _, s := range found {
		sum += s.area
		if s.hole < 0 {
			parts++
		} else {
			holes++
		}
		if len(s.ring) > 0 {
			if box.IsZero() {
				box = s.ring.Bound()
				at = box.Center()
			}
			box = box.Union(s.ring.Bound())
		}
	}
	what := domain.Say("%d 个细碎部分", "%d sliver parts", parts)
	name := domain.Say("删去细碎部分", "Drop the slivers")
	if parts == 0 {
		what = domain.Say("%d 个细碎内环", "%d sliver holes", holes)
		name = domain.Say("填平细碎内环", "Fill the holes")
	} else if holes > 0 {
		what = domain.Say("%d 个细碎部分和 %d 个细碎内环", "%d sliver parts and %d sliver holes", parts, holes)
		name = domain.Say("删去细碎部分、填平内环", "Drop the slivers, fill the holes")
	}
	f := Fault{
		Kind: SliverPart, Key: key(SliverPart, r.land.estates[e].ID), Estates: []int{e}, Size: sum, At: at, Box: box, Mapped: !box.IsZero(),
		Text:    domain.Say("%[1]s有 %[2]s，共 %[4]s 平方米", "%[1]s has %[3]s, %[4]s m² in all", r.label(e), what.ZH, what.EN, metres(sum)),
		Repairs: []Repair{{repairSlivers, name}},
		Facts:   []Fact{{domain.Say("占全小区", "Share of the estate"), plain(fmt.Sprintf("%.3f%%", 100*sum/area))}},
	}
	for i, s := range found[:min(len(found), 5)] {
		f.Facts = append(f.Facts, Fact{domain.Say("第 %d 处", "No. %d", i+1), domain.Say("%[1]s 平方米，平均宽 %[2]s 米", "%[1]s m², %[2]s m wide on average", metres(s.area), metres(s.widthM))})
	}
	r.add(f)
}

func (r *Report) outlier(e int) {
	l := r.land
	at := l.boxes[e].Center()
	f := Fault{
		Kind: Outlier, Key: key(Outlier, l.estates[e].ID), Estates: []int{e}, Size: l.far[e],
		Text: domain.Say("%[1]s离全区中心 %[2]s 千米，远超一般（中位 %[3]s 千米）；核对坐标", "%[1]s lies %[2]s km from the middle of the district, where %[3]s km is the median; check its coordinates",
			r.label(e), kilometres(l.far[e]), kilometres(l.median)),
		Facts: []Fact{
			{domain.Say("全区中心", "Middle of the district"), plain(fmt.Sprintf("%.5f, %.5f", l.middle[0], l.middle[1]))},
			{domain.Say("小区位置", "The estate"), plain(fmt.Sprintf("%.5f, %.5f", at[0], at[1]))},
			{domain.Say("距离中位数，绝对中位差", "Median distance, MAD"), domain.Say("%[1]s 千米，%[2]s 千米", "%[1]s km, %[2]s km", kilometres(l.median), kilometres(l.mad))},
			{domain.Say("界限", "Limit"), domain.Say("%s 千米", "%s km", kilometres(l.limit))},
		},
	}
	if swapped := (orb.Point{at[1], at[0]}); groundDistance(l.middle, swapped) <= l.limit {
		f.Facts = append(f.Facts, Fact{domain.Say("可能的原因", "Possible cause"), domain.Say("经度、纬度颠倒", "Longitude and latitude are swapped")})
	}
	r.add(f)
}

func kilometres(m float64) string { return fmt.Sprintf("%.1f", m/1000) }

// neighbours looks at every two estates whose boxes meet: a sweep from west to east.
func (r *Report) neighbours(s *steps) error {
	l := r.land
	order := l.measurable()
	if err := s.step(len(l.estates) - len(order)); err != nil {
		return err
	}
	margin := gapWidthM / 111_000 // degrees of latitude
	across := margin / max(math.Cos(l.middle[1]*math.Pi/180), 0.01)
	pairs := 0
	for i, e := range order {
		if err := s.step(1); err != nil {
			return err
		}
		a := &l.boxes[e]
		for _, o := range order[i+1:] {
			b := &l.boxes[o]
			if b.Min[0] > a.Max[0]+across {
				break
			}
			if b.Min[1] <= a.Max[1]+margin && a.Min[1] <= b.Max[1]+margin {
				r.pair(min(e, o), max(e, o))
				if pairs++; pairs%1024 == 0 {
					if err := s.goOn(); err != nil {
						return err
					}
				}
			}
		}
	}
	return nil
}

// pair looks at two estates that may touch.
func (r *Report) pair(e, o int) {
	l := r.land
	a, b := l.plane(e), l.plane(o)
	area, at := common(a, b)
	ids := []string{l.estates[e].ID, l.estates[o].ID}
	f := Fault{Estates: []int{e, o}, Mapped: true}
	if area >= leastOverlapM2 {
		shareA, shareB := area/a.area, area/b.area
		f.Kind, f.Size, f.At = Overlap, area, l.degrees(at)
		f.Box = orb.Bound{
			Min: orb.Point{max(l.boxes[e].Min[0], l.boxes[o].Min[0]), max(l.boxes[e].Min[1], l.boxes[o].Min[1])},
			Max: orb.Point{min(l.boxes[e].Max[0], l.boxes[o].Max[0]), min(l.boxes[e].Max[1], l.boxes[o].Max[1])},
		}
		f.Text = domain.Say("%[1]s与%[2]s重叠 %[3]s 平方米（占 %[4]s、%[5]s）", "%[1]s and %[2]s share %[3]s m² (%[4]s and %[5]s of them)", r.label(e), r.label(o), metres(area), percent(shareA), percent(shareB))
		f.Facts = []Fact{
			{domain.Say("重叠面积", "Ground in common"), domain.Say("%s 平方米", "%s m²", metres(area))},
			{plain(r.label(e)), domain.Say("%[1]s 平方米，重叠占 %[2]s", "%[1]s m², of which %[2]s in common", metres(a.area), percent(shareA))},
			{plain(r.label(o)), domain.Say("%[1]s 平方米，重叠占 %[2]s", "%[1]s m², of which %[2]s in common", metres(b.area), percent(shareB))},
		}
		if min(shareA, shareB) >= sameShare {
			f.Kind = SameOutline
			f.Text = domain.Say("%[1]s与%[2]s是同一边界（共同地块占 %[3]s、%[4]s）", "%[1]s and %[2]s have one outline (%[3]s and %[4]s in common)", r.label(e), r.label(o), percent(shareA), percent(shareB))
			f.Repairs = r.dropTwin(e, o)
		} else {
			for i, x := range f.Estates {
				// Who takes all would leave the other nothing.
				if other := []float64{shareB, shareA}[i]; other < sameShare {
					f.Repairs = append(f.Repairs, Repair{repairGive + ids[i], domain.Say("重叠部分划归%s", "Give it to %s", r.label(x))})
				}
			}
		}
		f.Key = key(f.Kind, ids...)
		r.add(f)
		return
	}
	s := between(a, b, leastGapWidthM, gapWidthM)
	if s.length < gapLengthM {
		return
	}
	f.Kind, f.Key, f.Size, f.At, f.Box = SliverGap, key(SliverGap, ids...), s.length, l.degrees(s.at), l.degreesBox(s.box)
	f.Text = domain.Say("%[1]s与%[2]s之间有长 %[3]s 米、平均宽 %[4]s 米的窄缝", "A strip of %[3]s m, %[4]s m wide on average, lies between %[1]s and %[2]s",
		r.label(e), r.label(o), metres(s.length), metres(s.area/s.length))
	f.Facts = []Fact{{domain.Say("窄缝面积", "Area of the strip"), domain.Say("%s 平方米", "%s m²", metres(s.area))}}
	r.add(f)
}

func percent(share float64) string {
	if share >= 0.0005 && share < 0.9995 {
		return fmt.Sprintf("%.1f%%", 100*share)
	}
	return fmt.Sprintf("%.2f%%", 100*share)
}

// nominalArea is the area of rings as they stand, crossings and all: shells less holes.
func nominalArea(planar orb.MultiPolygon) float64 {
	var sum float64
	for _, polygon := range planar {
		for i, ring := range polygon {
			if a := math.Abs(twiceArea(ring)) / 2; i == 0 {
				sum += a
			} else {
				sum -= a
			}
		}
	}
	return sum
}
