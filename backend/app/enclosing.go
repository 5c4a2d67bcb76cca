package app

import (
	"cmp"
	"math"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// EnclosingRow says whether a scattered estate could be fenced together with its neighbour (围合).
type EnclosingRow struct {
	FID          int64   `json:"fid"`
	NeighbourFID int64   `json:"neighbourFid"`
	GapM         float64 `json:"gapM"`
	// Scattered: the neighbour is one too, so that the two would become one larger scattered estate or a contiguous one.
	Scattered bool `json:"scattered"`
	// Area2M2 is the ground of both together.
	Area2M2 float64 `json:"area2M2"`
	// Company of the neighbour by its agreement on the day, −1 without one.
	Company         int  `json:"company"`
	SameSubdistrict bool `json:"sameSubdistrict"`
	// Crosses: a barrier lies between; such pairs cannot be fenced together and stand at the end.
	Crosses bool `json:"crosses"`
	// From and To are the nearest points, lon-lat degrees.
	From []float64 `json:"from"`
	To   []float64 `json:"to"`
}

// EnclosingView is the check of a district.
type EnclosingView struct {
	GapM        float64        `json:"gapM"`
	Scattered   int            `json:"scattered"` // estates that were looked at
	Possible    int            `json:"possible"`  // of them with a neighbour near enough and no barrier between
	Rows        []EnclosingRow `json:"rows"`      // the nearest neighbour of each, nearest first; those across a barrier last
	HasBarriers bool           `json:"hasBarriers"`
	Clause      domain.Clause  `json:"clause"`
}

// mostGapM bounds the width that is asked for: farther estates are no neighbours.
const mostGapM = 200

// Enclosing looks for each scattered estate for the nearest estate not farther than a width to which no barrier lies between; where
// there is none, for the nearest across a barrier. Errors: CodeInvalid for a width that cannot be.
func (a *Atlas) Enclosing(gapM float64) (EnclosingView, error) {
	p, err := a.project()
	if err != nil {
		return EnclosingView{}, err
	}
	if !(gapM >= 0 && gapM <= mostGapM) {
		return EnclosingView{}, invalid("间隔应在 0 到 %d 米之间", "The gap is 0 to %d m", mostGapM)
	}
	j, err := p.judge("")
	if err != nil {
		return EnclosingView{}, err
	}
	estates := p.book.Estates
	box, _ := extent(estates)
	run := &Assignment{ev: j.ev, frame: spatial.FrameOf(box)}
	run.shapes = spatial.Pack(run.frame, len(estates), func(i int) orb.MultiPolygon { return estates[i].Boundary })
	run.lines = run.barriers()
	v := EnclosingView{GapM: gapM, Rows: []EnclosingRow{}, HasBarriers: run.lines != nil, Clause: domain.Clause{Document: domain.DocTJ, Place: "六(一)"}}
	here := func(e int) bool { return len(estates[e].Boundary) > 0 && !j.ev.HasLeft(e, j.ev.AsOf) }
	var hosts []spatial.Host
	for e := range estates {
		if here(e) {
			hosts = append(hosts, spatial.Host{Shape: int32(e), Group: int32(p.book.SubdistrictOf(e))})
		}
	}
	index := spatial.NewIndex(run.shapes, hosts)
	for e := range estates {
		if !here(e) || p.district.Estates.Form[e] != 1 {
			continue
		}
		v.Scattered++
		best, crosses := -1, false
		distance := math.Inf(1)
		for _, m := range index.Around(spatial.Query{Shape: int32(e), Group: int32(p.book.SubdistrictOf(e))}, gapM+reachM, 0) {
			other := int(hosts[m.Host].Shape)
			across := run.crosses(e, other)
			if best < 0 || crosses && !across {
				best, crosses, distance = other, across, m.Distance
			}
			if !crosses {
				break
			}
		}
		if best < 0 {
			continue
		}
		if !crosses {
			v.Possible++
		}
		from, to := run.Line(e, best)
		row := EnclosingRow{
			FID: estates[e].FID, NeighbourFID: estates[best].FID, GapM: distance, Scattered: p.district.Estates.Form[best] == 1, Area2M2: p.areaM2[e] + p.areaM2[best],
			Company: -1, SameSubdistrict: p.book.SubdistrictOf(e) == p.book.SubdistrictOf(best), Crosses: crosses, From: from[:], To: to[:],
		}
		if g := p.book.AgreementOn(best, j.ev.AsOf); g != nil {
			row.Company = int(g.Company)
		}
		v.Rows = append(v.Rows, row)
	}
	slices.SortStableFunc(v.Rows, func(x, y EnclosingRow) int {
		if x.Crosses != y.Crosses {
			if x.Crosses {
				return 1
			}
			return -1
		}
		return cmp.Compare(x.GapM, y.GapM)
	})
	return v, nil
}
