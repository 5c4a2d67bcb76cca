package policy

import "estateatlas/backend/domain"

// EstateState is an estate on the date.
type EstateState struct {
	State   domain.SubsidyState
	Band    domain.Band // in the latest district_sanitary round; unranked if not scored or there is none
	Company int         // in force on the date, None without one
	Proxy   bool        // by a proxy agreement
	// Monthly and Payable are the district subsidy of the date's month: the whole amount, and what is payable before any
	// withholding. An unknown amount is no money.
	Monthly domain.Fen
	Payable domain.Fen
}

func (ev *Evaluation) findStates(covered []coverage) {
	s := newSpan(ev.AsOf.Month())
	ev.States = make([]EstateState, len(ev.Estates))
	for e := range ev.States {
		st := &ev.States[e]
		st.Band, st.Company = domain.BandUnranked, None
		if a := ev.AgreementOn(e, ev.AsOf); a != nil {
			st.Company, st.Proxy = int(a.Company), a.Proxy
		}
		st.Monthly, _ = ev.Monthly(DistrictSubsidy, e, s.month)
		st.Payable = ev.payable(DistrictSubsidy, e, s)
		st.State = ev.state(e, st.Monthly, s, covered)
	}
	if ev.Latest != None {
		latest := ev.Rounds[ev.Latest].Results
		for i := range latest {
			ev.States[latest[i].Estate].Band = latest[i].Band()
		}
	}
}

// state is the first state that fits (RULES 6).
func (ev *Evaluation) state(e int, monthly domain.Fen, s span, covered []coverage) domain.SubsidyState {
	switch ev.StageOn(e, ev.AsOf) {
	case NotEnrolled:
		return domain.StateNotEnrolled
	case Exited:
		return domain.StateExited
	case Enrolled:
	}
	var c coverage
	if a := ev.AgreementOn(e, s.first); a != nil && (!a.Proxy || !covered[a.group].direct) {
		c = covered[a.group]
	}
	switch {
	case c.confirmed == 3:
		return domain.StateWithheldYear
	case c.confirmed == 2:
		return domain.StateWithheldQuarter
	case c.confirmed == 1:
		return domain.StateWithheldMonth
	case c.any > 0:
		return domain.StateProposed
	case monthly == 0:
		return domain.StateUnfunded
	}
	return domain.StatePaid
}

// LatestRound returns the latest district_sanitary round up to the date, nil without one.
func (ev *Evaluation) LatestRound() *RoundResult {
	if ev.Latest == None {
		return nil
	}
	return &ev.Rounds[ev.Latest]
}
