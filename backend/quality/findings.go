package quality

import (
	"fmt"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// findings looks at days and places of findings.
func (r *Report) findings() {
	rows := r.ev.Tables().Findings
	for i := range rows {
		f := &rows[i]
		e, ok := r.ev.Estate(f.EstateID)
		if !ok {
			continue
		}
		for _, d := range []struct {
			on   domain.Date
			what domain.Text
		}{{f.ResolvedOn, domain.Say("整改日期", "resolved")}, {f.DueOn, domain.Say("整改期限", "due")}} {
			if d.on != 0 && d.on < f.FoundOn {
				r.add(Fault{
					Kind: FindingDates, Key: key(FindingDates, f.ID, d.what.EN), Estates: []int{e}, Size: float64(f.FoundOn - d.on), Clause: clauseHotspots,
					Text: domain.Say("%[1]s的点位 %[2]s：%[3]s %[5]s 早于发现日期 %[6]s", "Finding %[2]s of %[1]s is %[4]s on %[5]s, before it was found on %[6]s", r.label(e), f.ID, d.what.ZH, d.what.EN, d.on, f.FoundOn),
				})
			}
		}
		r.distant(f, e)
	}
}

// distant reports a finding that lies far from its estate.
func (r *Report) distant(f *domain.Finding, e int) {
	l := r.land
	if !f.Point.Known || !finite(f.Point.Value) || !l.mapped[e] || l.faults[e] != nil {
		return
	}
	at := f.Point.Value
	box := l.boxes[e]
	near := orb.Point{min(max(at[0], box.Min[0]), box.Max[0]), min(max(at[1], box.Min[1]), box.Max[1])}
	if groundDistance(at, near) < findingFarM/2 { // the box is nearer than the shape, and the sphere half a percent off
		if box.Contains(at) || groundDistance(at, near)+boxReach(box) < findingFarM {
			return
		}
	}
	d := groundDistance(at, near)
	if groundDistance(l.middle, at) < planeReachM && l.far[e] < planeReachM {
		point := orb.MultiPolygon{{{at, at, at, at}}}
		d, _, _ = spatial.Distance(l.frame.Project(l.estates[e].Boundary), l.frame.Project(point))
	}
	if d < findingFarM {
		return
	}
	r.add(Fault{
		Kind: FindingFar, Key: key(FindingFar, f.ID), Estates: []int{e}, Size: d, At: at, Box: box.Extend(at), Mapped: true, Clause: clauseHotspots,
		Text:  domain.Say("%[1]s的点位 %[2]s 在小区边界外 %[3]s 米", "Finding %[2]s of %[1]s lies %[3]s m outside the estate", r.label(e), f.ID, metres(d)),
		Facts: []Fact{{domain.Say("点位", "The finding"), plain(fmt.Sprintf("%.5f, %.5f", at[0], at[1]))}, {domain.Say("描述", "Description"), plain(f.Description)}},
	})
}

// boxReach is the diagonal of a box in metres.
func boxReach(b orb.Bound) float64 { return groundDistance(b.Min, b.Max) }
