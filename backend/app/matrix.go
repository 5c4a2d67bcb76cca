package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Matrix returns what is withheld of a year by company and month, as of the day of a round; year 0 is that of the day.
func (a *Atlas) Matrix(roundID string, year int) (MatrixView, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return MatrixView{}, err
	}
	return p.matrix(j, year), nil
}

func (p *project) matrix(j *judged, year int) MatrixView {
	now := j.ev.AsOf.Month()
	if year == 0 {
		year = now.Year()
	}
	v := MatrixView{RoundID: j.view.RoundID, AsOf: j.view.AsOf, Year: year, Years: []int{}, Months: []string{}, Rows: []MatrixRow{}}
	if year == now.Year() {
		v.Month = (int(now) % 12) + 1
	}
	for i := range 12 {
		v.Months = append(v.Months, domain.NewMonth(year, i+1).String())
	}
	rows := make([]MatrixRow, len(p.book.Companies))
	for i := range rows {
		rows[i] = matrixRow(i, policy.None)
	}
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		v.Years = append(v.Years, w.Month.Year())
		if w.Month.Year() != year {
			continue
		}
		row := &rows[w.Company]
		// Withholdings run by company, then subdistrict: those of one part follow each other.
		if n := len(row.Parts); n == 0 || row.Parts[n-1].Subdistrict != w.Subdistrict {
			row.Parts = append(row.Parts, matrixRow(w.Company, w.Subdistrict))
		}
		part := &row.Parts[len(row.Parts)-1]
		id := j.ev.Rounds[w.Round].Round.ID
		for _, r := range []*MatrixRow{row, part} {
			r.Cells[int(w.Month)%12].add(w, now, id)
		}
		for _, s := range []*MatrixSums{&row.Sums, &part.Sums, &v.Total} {
			s.add(w, now)
		}
	}
	slices.SortStableFunc(rows, func(a, b MatrixRow) int {
		x, y := &a.Sums, &b.Sums
		return cmp.Or(cmp.Compare(y.ConfirmedFen+y.FutureFen, x.ConfirmedFen+x.FutureFen), cmp.Compare(y.ProposedFen, x.ProposedFen), cmp.Compare(a.Company, b.Company))
	})
	v.Rows = append(v.Rows, rows...)
	v.Years = append(v.Years, now.Year(), year)
	slices.Sort(v.Years)
	v.Years = slices.Compact(v.Years)
	return v
}

func matrixRow(company, subdistrict int) MatrixRow {
	return MatrixRow{Company: company, Subdistrict: subdistrict, Cells: make([]MatrixCell, 12), Parts: []MatrixRow{}}
}

// add puts a withheld month into a cell. A cell of several parts is confirmed if any part is, and clawback if all parts are.
func (c *MatrixCell) add(w *policy.Withholding, now domain.Month, roundID string) {
	first := c.Status == ""
	switch {
	case first:
		c.Timing, c.RoundID = string(w.Timing), roundID
	default:
		if c.Timing != string(w.Timing) {
			c.Timing = string(policy.Withheld)
		}
		if c.RoundID != roundID {
			c.RoundID = ""
		}
	}
	if first || w.Status == policy.Confirmed {
		c.Status = string(w.Status)
	}
	c.Level = max(c.Level, w.Level)
	c.Future = w.Month > now
	switch {
	case w.Status != policy.Confirmed:
		c.ProposedFen += int64(w.Amount)
	default:
		c.ConfirmedFen += int64(w.Amount)
		if w.Timing == policy.Clawback {
			c.ClawbackFen += int64(w.Amount)
		}
	}
}

func (s *MatrixSums) add(w *policy.Withholding, now domain.Month) {
	switch {
	case w.Status != policy.Confirmed:
		s.ProposedFen += int64(w.Amount)
	case w.Month > now:
		s.FutureFen += int64(w.Amount)
	default:
		s.ConfirmedFen += int64(w.Amount)
		if w.Timing == policy.Clawback {
			s.ClawbackFen += int64(w.Amount)
		}
	}
}

// MatrixDetail returns a cell of the matrix down to its estates. Errors: CodeNotFound where nothing is withheld.
func (a *Atlas) MatrixDetail(ask MatrixAsk) (MatrixDetail, error) {
	p, j, err := a.judged(ask.RoundID)
	if err != nil {
		return MatrixDetail{}, err
	}
	at := slices.IndexFunc(j.ev.Withholdings, func(w policy.Withholding) bool {
		return w.Company == ask.Company && w.Subdistrict == ask.Subdistrict && w.Month.String() == ask.Month
	})
	if at < 0 {
		return MatrixDetail{}, domain.Fail(domain.CodeNotFound, domain.Say("该月没有扣减", "Nothing is withheld in that month"), nil)
	}
	w := &j.ev.Withholdings[at]
	round := &j.ev.Rounds[w.Round].Round
	d := MatrixDetail{
		Company: w.Company, Subdistrict: w.Subdistrict, Month: w.Month.String(), Status: string(w.Status), Timing: string(w.Timing), Level: w.Level,
		Fen: int64(w.Amount), RoundID: round.ID, RoundName: roundName(round), Clause: policy.ClauseMeasures, Estates: []EstateFen{}, Causes: []EstateFen{},
		Reasons: j.ev.WithholdingReasons(w),
	}
	for _, e := range j.ev.WithheldEstates(w) {
		d.Estates = append(d.Estates, p.estateFen(e.Estate, e.Amount))
	}
	for _, m := range j.ev.CoveringMeasures(w) {
		if !slices.ContainsFunc(d.Causes, func(c EstateFen) bool { return c.FID == p.book.Estates[m.Estate].FID }) {
			d.Causes = append(d.Causes, p.estateFen(m.Estate, 0))
		}
	}
	return d, nil
}

func (p *project) estateFen(place int, fen domain.Fen) EstateFen {
	return EstateFen{FID: p.book.Estates[place].FID, Name: p.district.Estates.Name[place], Fen: int64(fen)}
}

// The marks of PayableMonth.Status.
const (
	payableFree = iota
	payableProposed
	payableConfirmed
	payableClawback
)

// Payable returns what every estate is to be paid of a year by month, and what of it is withheld, as of the day of a round; year 0 is
// that of the day.
func (a *Atlas) Payable(roundID string, year int) (PayableView, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return PayableView{}, err
	}
	return p.payable(j, year), nil
}

func (p *project) payable(j *judged, year int) PayableView {
	if year == 0 {
		year = j.ev.AsOf.Year()
	}
	n := len(p.book.Estates)
	v := PayableView{
		RoundID: j.view.RoundID, AsOf: j.view.AsOf, Year: year, Months: make([]PayableMonth, 12),
		PayableFen: make([]int64, n), ConfirmedFen: make([]int64, n), ProposedFen: make([]int64, n), NetFen: make([]int64, n),
	}
	for i := range v.Months {
		month := domain.NewMonth(year, i+1)
		m := &v.Months[i]
		*m = PayableMonth{Month: month.String(), PayableFen: make([]int64, n), Status: make([]int, n), Days: make([]int, n)}
		for at := range n {
			fen := int64(p.book.Payable(policy.DistrictSubsidy, at, month))
			m.PayableFen[at], m.Days[at] = fen, p.book.DaysEnrolled(at, month)
			m.TotalFen += fen
			v.PayableFen[at] += fen
		}
		p.markWithheld(j, &v, i, month)
	}
	for at := range n {
		v.NetFen[at] = v.PayableFen[at] - v.ConfirmedFen[at]
	}
	return v
}

// markWithheld marks the estates whose subsidy of a month is withheld.
func (p *project) markWithheld(j *judged, v *PayableView, i int, month domain.Month) {
	m := &v.Months[i]
	for k := range j.ev.Withholdings {
		w := &j.ev.Withholdings[k]
		if w.Month != month {
			continue
		}
		mark := payableProposed
		if w.Status == policy.Confirmed {
			mark = payableConfirmed
			if w.Timing == policy.Clawback {
				mark = payableClawback
			}
		}
		for _, e := range j.ev.WithheldEstates(w) {
			m.Status[e.Estate] = mark
			if mark == payableProposed {
				v.ProposedFen[e.Estate] += int64(e.Amount)
				continue
			}
			v.ConfirmedFen[e.Estate] += int64(e.Amount)
			m.HeldFen += int64(e.Amount)
		}
	}
}
