package policy

import (
	"slices"

	"estateatlas/backend/domain"
)

// BottomResult is a bottom result of a district_sanitary round that HB applies to, with its cause (RULES 3) and what it
// counts for (RULES 4).
type BottomResult struct {
	Round   int // place in Evaluation.Rounds
	Estate  int
	Company int        // in force on the round's date, direct or proxy; None without one
	Under   *Agreement // that agreement, nil without one

	Cause   domain.Cause
	Derived domain.Cause // what the deductions say: the cause where nobody determined it
	// Determination is the row of Tables.Determinations that decided the cause; None: it is derived from the deductions.
	Determination int
	CompanyPoints domain.Decimal // on items with a property function
	AllPoints     domain.Decimal

	// Confirmed leaves every undetermined result out of account (and with derived_is = proposed every derived one), Proposed
	// counts what may be a strike. Both are zero without a company.
	Confirmed Count
	Proposed  Count
}

// Count is how a result counts at one of the two levels. All is zero where the result is no strike.
type Count struct {
	Strike bool
	InYear int // strikes_in_year: strikes of the estate under the company in the window, this one included
	Run    int // strikes in a row, this one included
	Level  int // 1 to 3
}

// Determined reports whether somebody determined the cause.
func (r *BottomResult) Determined() bool { return r.Determination != None }

// findCauses lists the bottom results and finds the cause of each.
func (b *Book) findCauses() {
	for i := range b.rounds {
		r := &b.rounds[i]
		r.bottoms[0] = int32(len(b.results))
		for j := range r.Results {
			if r.inForce && r.Results[j].band == bottom {
				e := r.Results[j].Estate
				b.results = append(b.results, BottomResult{Round: i, Estate: int(e), Company: None, Determination: None})
				b.bottomEstates = append(b.bottomEstates, e)
			}
		}
		r.bottoms[1] = int32(len(b.results))
	}
	b.addDeductions()
	for i := range b.results {
		r := &b.results[i]
		r.Derived = derivedCause(r.CompanyPoints, r.AllPoints, b.rounds[r.Round].rules.CompanyShare)
		r.Cause = r.Derived
	}
	b.addDeterminations()
}

// bottomAt returns the place of the bottom result of an estate in a round, None if it has none.
func (b *Book) bottomAt(round, estate int32) int {
	from, to := b.rounds[round].bottoms[0], b.rounds[round].bottoms[1]
	i, ok := slices.BinarySearch(b.bottomEstates[from:to], estate)
	if !ok {
		return None
	}
	return int(from) + i
}

// derivedCause says what the deductions say (RULES 3): company points ≥ share × all points is a failure of the company.
func derivedCause(company, all, share domain.Decimal) domain.Cause {
	switch {
	case all.IsZero():
		return domain.CauseUndetermined
	case company == all: // share ≤ 1
		return domain.CauseCompany
	case company.IsZero() && !share.IsZero():
		return domain.CauseTerritorial
	case company.CmpProduct(share, all) >= 0:
		return domain.CauseCompany
	}
	return domain.CauseTerritorial
}

// addDeductions sums the points of every bottom result.
func (b *Book) addDeductions() {
	rows := b.tables.Deductions
	find := b.finder()
	round, result := int32(None), None // of the row before
	inOrder := true
	for i := range rows {
		d := &rows[i]
		switch {
		case i == 0 || d.RoundID != rows[i-1].RoundID:
			inOrder = inOrder && (i == 0 || rows[i-1].RoundID < d.RoundID)
			round = b.roundPlace(d.RoundID)
		case d.EstateID == rows[i-1].EstateID:
			b.addPoints(result, d)
			continue
		default:
			inOrder = inOrder && rows[i-1].EstateID < d.EstateID
		}
		result = None
		if round != None && b.rounds[round].bottoms[0] < b.rounds[round].bottoms[1] {
			if e := find.find(d.EstateID); e != None {
				result = b.bottomAt(round, e)
			}
		}
		b.addPoints(result, d)
	}
	b.deductionsInOrder = inOrder
}

func (b *Book) addPoints(result int, d *domain.Deduction) {
	if result == None {
		return
	}
	r := &b.results[result]
	r.AllPoints = r.AllPoints.Add(d.Points)
	if b.rounds[r.Round].rules.ofCompany[d.Item] {
		r.CompanyPoints = r.CompanyPoints.Add(d.Points)
	}
}

// addDeterminations lets recorded determinations override derived causes: of several the latest decided_on, among equal
// dates the later row.
func (b *Book) addDeterminations() {
	rows := b.tables.Determinations
	for i := range rows {
		d := &rows[i]
		round, estate := b.roundPlace(d.RoundID), b.place(d.EstateID)
		if round == None || estate == None {
			continue
		}
		at := b.bottomAt(round, estate)
		if at == None {
			b.idleDeterminations = append(b.idleDeterminations, i)
			continue
		}
		r := &b.results[at]
		if r.Determination == None || rows[r.Determination].DecidedOn <= d.DecidedOn {
			r.Determination, r.Cause = i, d.Cause
		}
	}
}

// Deductions returns the points that an estate lost in a round, as entered.
func (b *Book) Deductions(round, estate int) []domain.Deduction {
	rows := b.tables.Deductions
	roundID, estateID := b.rounds[round].Round.ID, b.estateIDs[estate]
	if b.deductionsInOrder {
		from, _ := slices.BinarySearchFunc(rows, roundID, func(d domain.Deduction, id string) int {
			if d.RoundID < id || d.RoundID == id && d.EstateID < estateID {
				return -1
			}
			return 1
		})
		to := from
		for to < len(rows) && rows[to].RoundID == roundID && rows[to].EstateID == estateID {
			to++
		}
		return rows[from:to:to]
	}
	var found []domain.Deduction
	for i := range rows {
		if rows[i].RoundID == roundID && rows[i].EstateID == estateID {
			found = append(found, rows[i])
		}
	}
	return found
}
