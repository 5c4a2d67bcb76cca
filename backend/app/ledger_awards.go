package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Eligibility returns who lost award eligibility for a year and who was commended in it, as of the day of a round; year 0 is that of the
// day.
func (a *Atlas) Eligibility(roundID string, year int) (EligibilityView, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return EligibilityView{}, err
	}
	return p.eligibility(j, year), nil
}

func (p *project) eligibility(j *judged, year int) EligibilityView {
	if year == 0 {
		year = j.ev.AsOf.Year()
	}
	v := EligibilityView{
		RoundID: j.view.RoundID, AsOf: j.view.AsOf, Year: year, Years: []int{}, Estates: []EligibilityRow{}, Companies: []EligibilityRow{},
		CommendedEstates: []CommendedRow{}, CommendedCompanies: []CommendedRow{},
	}
	for i := range j.ev.Rounds {
		if r := &j.ev.Rounds[i]; r.InForce() {
			v.Years = append(v.Years, r.Round.HeldOn.Year())
		}
	}
	slices.Sort(v.Years)
	v.Years = slices.Compact(v.Years)
	for i := range j.ev.Eligibility {
		l := &j.ev.Eligibility[i]
		if l.Year != year {
			continue
		}
		row := p.lossRow(j, l)
		if l.Kind == policy.AwardEstate {
			v.Estates = append(v.Estates, row)
		} else {
			v.Companies = append(v.Companies, row)
		}
	}
	p.addCommended(j, &v)
	return v
}

func (p *project) lossRow(j *judged, l *policy.Loss) EligibilityRow {
	row := EligibilityRow{Kind: string(l.Kind), ID: l.ID, Index: policy.None, Results: []EligibilityBy{}, Reasons: j.ev.LossReasons(l)}
	if l.Kind == policy.AwardEstate {
		row.FID, row.Name = p.book.Estates[l.At].FID, p.district.Estates.Name[l.At]
	} else {
		row.Index, row.Name = l.At, p.district.Companies[l.At].Name
	}
	for _, at := range j.ev.LossResults(l) {
		b := &j.ev.Results[at]
		r := &j.ev.Rounds[b.Round]
		row.Results = append(row.Results, EligibilityBy{
			RoundID: r.Round.ID, Name: roundName(&r.Round), FID: p.book.Estates[b.Estate].FID, Estate: p.district.Estates.Name[b.Estate],
			Rank: int(r.Of(b.Estate).Rank),
		})
	}
	return row
}

// addCommended counts the top results of the year, those with most first.
func (p *project) addCommended(j *judged, v *EligibilityView) {
	estates, companies := map[int]*CommendedRow{}, map[int]*CommendedRow{}
	count := func(of map[int]*CommendedRow, at int, row CommendedRow, counts bool) {
		if of[at] == nil {
			of[at] = &row
		}
		of[at].Top++
		if counts {
			of[at].Counting++
		}
	}
	for _, c := range j.ev.Commendations() {
		if j.ev.Rounds[c.Round].Round.HeldOn.Year() != v.Year {
			continue
		}
		e := &p.book.Estates[c.Estate]
		count(estates, c.Estate, CommendedRow{ID: e.ID, FID: e.FID, Index: policy.None, Name: p.district.Estates.Name[c.Estate]}, c.CountsForEstate)
		if c.Company != policy.None {
			info := &p.district.Companies[c.Company]
			count(companies, c.Company, CommendedRow{ID: info.ID, Index: c.Company, Name: info.Name}, c.CountsForCompany)
		}
	}
	list := func(of map[int]*CommendedRow) []CommendedRow {
		out := make([]CommendedRow, 0, len(of))
		for _, row := range of {
			out = append(out, *row)
		}
		slices.SortFunc(out, func(a, b CommendedRow) int {
			return cmp.Or(cmp.Compare(b.Counting, a.Counting), cmp.Compare(b.Top, a.Top), cmp.Compare(a.ID, b.ID))
		})
		return out
	}
	v.CommendedEstates, v.CommendedCompanies = list(estates), list(companies)
}

// heldBounds refuses a day before the inspection that it follows, and one in the future.
func (p *project) heldBounds(what domain.Text, on, from domain.Date) error {
	if on < from {
		return invalid("%[1]s %[3]s 早于 %[4]s", "%[2]s %[3]s is before %[4]s", what.ZH, what.EN, on, from)
	}
	if on > max(today(), p.lastDay()) {
		return invalid("%[1]s %[3]s 在将来", "%[2]s %[3]s is in the future", what.ZH, what.EN, on)
	}
	return nil
}
