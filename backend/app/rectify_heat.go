package app

import (
	"math"
	"strconv"

	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// Heat bounds what may be asked for, and how many bands there are.
const (
	leastBandwidthM = 50
	mostBandwidthM  = 5000
	heatBands       = 5
)

// Heat returns a surface of density of findings or of burden, as areas above levels. Errors: CodeNotFound of the round, CodeInvalid of an
// ask that cannot be carried out, CodeCancelled.
func (a *Atlas) Heat(ask HeatAsk) (HeatView, error) {
	p, err := a.project()
	if err != nil {
		return HeatView{}, err
	}
	if ask.BandwidthM != 0 && !(ask.BandwidthM >= leastBandwidthM && ask.BandwidthM <= mostBandwidthM) {
		return HeatView{}, invalid("带宽应为 %[1]d 到 %[2]d 米", "A bandwidth is %[1]d to %[2]d m", leastBandwidthM, mostBandwidthM)
	}
	opts, asOf, on, err := p.rectifyOptions(&ask.By)
	if err != nil {
		return HeatView{}, err
	}
	v := HeatView{Of: ask.Of, On: on.String(), Bands: []HeatBand{}}
	box, any := domain.Extent(p.book.Estates)
	if !any {
		return v, nil
	}
	frame := spatial.FrameOf(box)
	var points []hotspot.Weighted
	add := func(at orb.Point, known bool, weight float64) {
		if !known {
			v.Left++
			return
		}
		points = append(points, hotspot.Weighted{Point: hotspot.Point(frame.Forward(at)), Weight: weight})
	}
	what := domain.Say("点位", "findings")
	switch ask.Of {
	case "findings", "open":
		v.Unit = domain.Say("处/公顷", "findings a hectare")
		if ask.Of == "open" {
			what = domain.Say("未整改点位", "open findings")
		}
		for i := range p.tables.Findings {
			f := &p.tables.Findings[i]
			place, known := p.book.Estate(f.EstateID)
			if !known || f.FoundOn > on || ask.Item != "" && f.Item != ask.Item || ask.Of == "open" && !openOn(f, on) {
				continue
			}
			at, ok := p.findingPoint(f, place)
			add(at, ok, 1)
		}
	case "burden":
		v.Unit, what = domain.Say("分/公顷", "points a hectare"), domain.Say("反复扣分负担", "burden")
		w := hotspot.NewWindow(p.book, asOf, opts.Rounds, opts.Kinds...)
		for place := range w.Estates {
			if b := w.Estates[place].Burden; b > 0 {
				add(orb.Point{p.district.Estates.Lon[place], p.district.Estates.Lat[place]}, p.areaM2[place] > 0, b)
			}
		}
	default:
		return HeatView{}, invalid("没有热力图 %q；可用 findings、open、burden", "There is no heat map of %q; there are findings, open and burden", ask.Of)
	}
	v.Points, v.BandwidthM = len(points), ask.BandwidthM
	if len(points) == 0 {
		v.Text = domain.Say("没有可上图的%[1]s", "No %[2]s on the map", what.ZH, what.EN)
		return v, nil
	}
	if v.BandwidthM == 0 {
		v.BandwidthM = min(max(math.Round(hotspot.DefaultBandwidth(points)/10)*10, leastBandwidthM), mostBandwidthM)
	}
	s := hotspot.Density(points, v.BandwidthM)
	v.CellM, v.Most = s.CellM, s.Most*squareMetresPerHectare
	v.Bands = heatBandsOf(s, frame)
	v.Text = domain.Say("%[1]s核密度：四次核，带宽 %[3]s 米，%[4]d 处", "Density of %[2]s: quartic kernel, bandwidth %[3]s m, %[4]d places",
		what.ZH, what.EN, decimals(v.BandwidthM), v.Points)
	return v, nil
}

// significant writes a number with three significant digits.
func significant(v float64) string { return strconv.FormatFloat(v, 'g', 3, 64) }

const squareMetresPerHectare = 10_000

// heatBandsOf cuts a surface at equal steps of its highest density.
func heatBandsOf(s *hotspot.Surface, frame *spatial.Frame) []HeatBand {
	bands := make([]HeatBand, heatBands)
	for i := range bands {
		from, to := s.Most*float64(i+1)/(heatBands+1), s.Most*float64(i+2)/(heatBands+1)
		b := HeatBand{From: from * squareMetresPerHectare, To: to * squareMetresPerHectare, Step: float64(i) / (heatBands - 1), Shape: [][][][]float64{}}
		b.Label = record(dash(significant(b.From), significant(b.To)))
		for _, polygon := range s.Above(from) {
			rings := make([][][]float64, len(polygon))
			for r, ring := range polygon {
				rings[r] = make([][]float64, len(ring))
				for k, at := range ring {
					lonLat := frame.Inverse(orb.Point(at))
					rings[r][k] = []float64{math.Round(lonLat[0]*1e6) / 1e6, math.Round(lonLat[1]*1e6) / 1e6}
				}
			}
			b.Shape = append(b.Shape, rings)
		}
		bands[i] = b
	}
	return bands
}
