package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Ledger returns the bottom results of a district_sanitary round with what they rest on and what they open; "" is the latest.
func (a *Atlas) Ledger(roundID string) (LedgerView, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return LedgerView{}, err
	}
	return p.ledger(j), nil
}

func (p *project) ledger(j *judged) LedgerView {
	v := LedgerView{RoundID: j.view.RoundID, Scored: j.view.Scored, BandSize: j.view.BandSize, Rows: []LedgerRow{}}
	if j.round == policy.None {
		return v
	}
	r := &j.ev.Rounds[j.round]
	v.Name, v.HeldOn = roundName(&r.Round), r.Round.HeldOn.String()
	asked := p.reinspections(v.RoundID)
	first := slices.IndexFunc(j.ev.Results, func(b policy.BottomResult) bool { return b.Round == j.round })
	bottoms := j.ev.BottomResults(j.round)
	for i := range bottoms {
		row := p.ledgerRow(j, &bottoms[i], first+i)
		row.Reinspections = append(row.Reinspections, asked[bottoms[i].Estate]...)
		if row.Cause == string(domain.CauseUndetermined) {
			v.Open++
		}
		if row.Determination == nil {
			v.Undecided++
		}
		v.Rows = append(v.Rows, row)
	}
	slices.SortStableFunc(v.Rows, func(a, b LedgerRow) int {
		return cmp.Or(cmp.Compare(a.RankFromBottom, b.RankFromBottom), cmp.Compare(b.Rank, a.Rank))
	})
	v.Closing = p.closingOf(v.RoundID)
	v.Counts = p.ledgerCounts(j, v.Open)
	return v
}

// ledgerRow is one bottom result; at is its place among the results.
func (p *project) ledgerRow(j *judged, b *policy.BottomResult, at int) LedgerRow {
	place, v := b.Estate, &j.view
	e := &p.book.Estates[place]
	d := p.cardDeductions(j, place)
	row := LedgerRow{
		FID: e.FID, Name: p.district.Estates.Name[place], Subdistrict: p.book.SubdistrictOf(place), Community: e.Community,
		Company: b.Company, Proxy: b.Under != nil && b.Under.Proxy, Rank: v.Rank[place], RankFromBottom: v.RankFromBottom[place],
		Score: v.Score[place], Run: v.Run[place], Deductions: d.Items, Total: d.Total, CompanyPoints: b.CompanyPoints.String(), Share: -1,
		Threshold:    j.ev.RulesOf(j.round).CompanyShare.String(),
		DerivedCause: string(b.Derived), Cause: string(b.Cause), ConfirmedLevel: b.Confirmed.Level, ProposedLevel: b.Proposed.Level,
		Measures: []LedgerMeasure{}, Reinspections: []Reinspection{}, Reasons: j.ev.ResultReasons(b.Round, place),
	}
	if !b.AllPoints.IsZero() {
		row.Share = b.CompanyPoints.Float() / b.AllPoints.Float()
	}
	row.Determination, row.Earlier = p.determinations(v.RoundID, e.ID, b.Determination)
	for _, m := range j.ev.MeasuresOf(at) {
		row.Measures = append(row.Measures, p.ledgerMeasure(j, &m))
	}
	return row
}

// determinations returns the determination of a result that holds, a row of the table or None, and the others, latest first.
func (p *project) determinations(roundID, estateID string, holds int) (*DeterminationRow, []DeterminationRow) {
	earlier := []DeterminationRow{}
	var held *DeterminationRow
	for i := range p.tables.Determinations {
		d := &p.tables.Determinations[i]
		if d.RoundID != roundID || d.EstateID != estateID {
			continue
		}
		row := DeterminationRow{Cause: string(d.Cause), By: d.DecidedBy, On: d.DecidedOn.String(), Reason: d.Reason}
		if i == holds {
			held = &row
		} else {
			earlier = append(earlier, row)
		}
	}
	slices.Reverse(earlier)
	slices.SortStableFunc(earlier, func(a, b DeterminationRow) int { return cmp.Compare(b.On, a.On) })
	return held, earlier
}

func (p *project) ledgerMeasure(j *judged, m *policy.Measure) LedgerMeasure {
	reasons := j.ev.MeasureReasons(m)
	out := LedgerMeasure{
		Level: m.Level, Status: string(m.Status), Months: []string{}, Text: j.ev.MeasureText(m), Short: measureWords(m.Level),
		Clause: reasons[0].Clause, Why: reasons,
	}
	scope := map[int]bool{}
	for _, month := range m.Months {
		out.Months = append(out.Months, month.String())
		at := slices.IndexFunc(j.ev.Withholdings, func(w policy.Withholding) bool {
			return w.Company == m.Company && w.Subdistrict == m.Subdistrict && w.Month == month
		})
		if at < 0 {
			continue
		}
		w := &j.ev.Withholdings[at]
		out.Fen += int64(w.Amount)
		for _, e := range j.ev.WithheldEstates(w) {
			scope[e.Estate] = true
		}
	}
	out.Scope = len(scope)
	return out
}

// reinspections are those of a round, by place of the estate.
func (p *project) reinspections(roundID string) map[int][]Reinspection {
	out := map[int][]Reinspection{}
	for i := range p.tables.Reinspections {
		r := &p.tables.Reinspections[i]
		place, ok := p.book.Estate(r.EstateID)
		if r.RoundID != roundID || !ok {
			continue
		}
		row := Reinspection{
			RoundID: r.RoundID, FID: p.book.Estates[place].FID, RequestedOn: r.RequestedOn.String(), RequestedBy: r.RequestedBy,
			HeldOn: r.HeldOn.String(), Text: r.Text,
		}
		if r.Score.Known {
			row.Score = r.Score.Value.String()
		}
		out[place] = append(out[place], row)
	}
	return out
}

// ledgerCounts are the numbers beside the tabs.
func (p *project) ledgerCounts(j *judged, open int) LedgerCounts {
	c := LedgerCounts{Open: open}
	year := j.ev.AsOf.Year()
	companies := map[int]bool{}
	for i := range j.ev.Withholdings {
		if w := &j.ev.Withholdings[i]; w.Month.Year() == year {
			companies[w.Company] = true
		}
	}
	c.Companies = len(companies)
	for i := range j.ev.Eligibility {
		switch l := &j.ev.Eligibility[i]; {
		case l.Year != year:
		case l.Kind == policy.AwardCompany:
			c.LostCompanies++
		default:
			c.LostEstates++
		}
	}
	c.InterviewsDue = p.interviews(j, year).Due
	for _, l := range p.level3(j.ev, "").Cases {
		if !l.Done && l.Status == string(policy.Confirmed) {
			c.Level3++
		}
	}
	return c
}
