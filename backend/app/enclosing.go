package app

import (
	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
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

// Enclosing looks for each scattered estate for the neighbour that it could be fenced together with, not farther than a width. Errors: CodeInvalid for a width that cannot be.
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
	scattered := func(e int) bool { return p.district.Estates.Form[e] == 1 }
	found, hasBarriers := assign.Enclosing(j.ev, scattered, gapM)
	v := EnclosingView{GapM: gapM, Rows: make([]EnclosingRow, len(found)), HasBarriers: hasBarriers, Clause: domain.Clause{Document: domain.DocTJ, Place: "六(一)"}}
	for e := range p.book.Estates {
		if scattered(e) && len(p.book.Estates[e].Boundary) > 0 && !j.ev.HasLeft(e, j.ev.AsOf) {
			v.Scattered++
		}
	}
	for i := range found {
		f := &found[i]
		if !f.Crosses {
			v.Possible++
		}
		row := EnclosingRow{
			FID: p.book.Estates[f.Estate].FID, NeighbourFID: p.book.Estates[f.Neighbour].FID, GapM: f.GapM, Scattered: scattered(f.Neighbour),
			Area2M2: p.areaM2[f.Estate] + p.areaM2[f.Neighbour], Company: policy.None, SameSubdistrict: p.book.SubdistrictOf(f.Estate) == p.book.SubdistrictOf(f.Neighbour),
			Crosses: f.Crosses, From: f.From[:], To: f.To[:],
		}
		if g := p.book.AgreementOn(f.Neighbour, j.ev.AsOf); g != nil {
			row.Company = int(g.Company)
		}
		v.Rows[i] = row
	}
	return v, nil
}
