package ingest

import (
	"cmp"
	"maps"
	"slices"

	"estateatlas/backend/domain"
)

// check judges what no row shows by itself: keys that occur twice, references, agreements that overlap, fund uses. Files
// and project count together. Only estates, companies, rounds and items are referred to, and they refer to nothing, so one
// pass finds all rows that fall with a row that was left.
func (imp *intake) check() {
	estates := newIDSet(&sayNoEstate, len(imp.base.Estates)+len(imp.estates.data))
	for i := range imp.base.Estates {
		estates.store(imp.base.Estates[i].ID)
	}
	declare(imp, estates, estatesTable, &imp.estates, func(e *domain.Estate) string { return e.ID })

	companies := newIDSet(&sayNoCompany, len(imp.base.Companies)+len(imp.companies.data))
	for i := range imp.base.Companies {
		companies.store(imp.base.Companies[i].ID)
	}
	declare(imp, companies, companiesTable, &imp.companies, func(c *domain.Company) string { return c.ID })

	items := newIDSet(&sayNoItem, 64)
	for _, it := range domain.Catalogue(imp.base.Items) {
		items.store(it.Code)
	}
	declare(imp, items, itemsTable, &imp.items, func(i *domain.Item) string { return i.Code })

	rounds := newIDSet(&sayNoRound, len(imp.base.Rounds)+len(imp.rounds.data))
	for i := range imp.base.Rounds {
		rounds.store(imp.base.Rounds[i].ID)
	}
	declare(imp, rounds, roundsTable, &imp.rounds, func(r *domain.Round) string { return r.ID })

	resolve(imp, agreementsTable, &imp.agreements, []reference[domain.Agreement]{
		{0, estates, func(a *domain.Agreement) *string { return &a.EstateID }},
		{1, companies, func(a *domain.Agreement) *string { return &a.CompanyID }},
	}, dateKey(func(a *domain.Agreement) domain.Date { return a.StartsOn }), "estate_id, starts_on")
	resolve(imp, subsidiesTable, &imp.subsidies, []reference[domain.SubsidyChange]{
		{0, estates, func(s *domain.SubsidyChange) *string { return &s.EstateID }},
	}, dateKey(func(s *domain.SubsidyChange) domain.Month { return s.FromMonth }), "estate_id, from_month")
	resolve(imp, enrolmentsTable, &imp.enrolments, []reference[domain.Enrolment]{
		{0, estates, func(e *domain.Enrolment) *string { return &e.EstateID }},
	}, dateKey(func(e *domain.Enrolment) domain.Date { return e.EnrolledOn }), "estate_id, enrolled_on")
	resolve(imp, scoresTable, &imp.scores, []reference[domain.Score]{
		{0, rounds, func(s *domain.Score) *string { return &s.RoundID }},
		{1, estates, func(s *domain.Score) *string { return &s.EstateID }},
	}, pairKey, "round_id, estate_id")
	resolve(imp, deductionsTable, &imp.deductions, []reference[domain.Deduction]{
		{0, rounds, func(d *domain.Deduction) *string { return &d.RoundID }},
		{1, estates, func(d *domain.Deduction) *string { return &d.EstateID }},
		{2, items, func(d *domain.Deduction) *string { return &d.Item }},
	}, nil, "")
	resolve(imp, determinationsTable, &imp.determinations, []reference[domain.Determination]{
		{0, rounds, func(d *domain.Determination) *string { return &d.RoundID }},
		{1, estates, func(d *domain.Determination) *string { return &d.EstateID }},
	}, nil, "")
	resolve(imp, findingsTable, &imp.findings, []reference[domain.Finding]{
		{1, estates, func(f *domain.Finding) *string { return &f.EstateID }},
		{2, rounds, func(f *domain.Finding) *string { return &f.RoundID }},
		{5, items, func(f *domain.Finding) *string { return &f.Item }},
	}, nil, "")
	declare(imp, newIDSet(nil, len(imp.findings.data)), findingsTable, &imp.findings, func(f *domain.Finding) string { return f.ID })
	resolve(imp, overridesTable, &imp.overrides, []reference[domain.Override]{
		{0, estates, func(o *domain.Override) *string { return &o.EstateID }},
		{1, estates, func(o *domain.Override) *string { return &o.HostID }},
	}, dateKey(func(o *domain.Override) domain.Date { return o.DecidedOn }), "estate_id, decided_on")
	resolve(imp, fundUsesTable, &imp.fundUses, []reference[domain.FundUse]{
		{fundEstate, estates, func(u *domain.FundUse) *string { return &u.EstateID }},
		{fundRound, rounds, func(u *domain.FundUse) *string { return &u.RoundID }},
	}, nil, "")
	declare(imp, newIDSet(nil, len(imp.fundUses.data)), fundUsesTable, &imp.fundUses, func(u *domain.FundUse) string { return u.ID })

	imp.checkOverlaps()
	imp.checkSettings()
	imp.checkFundUses()
}

// term is an agreement on an estate's time line: of the project, or row of this import.
type term struct {
	domain.Agreement
	row int // −1: of the project
}

// checkOverlaps refuses an agreement during which another one of the same estate is in force. Of two rows the later one
// is refused.
func (imp *intake) checkOverlaps() {
	r := &imp.agreements
	byEstate := make(map[string][]term)
	for i, a := range r.data {
		if !r.marks[i].bad {
			byEstate[a.EstateID] = append(byEstate[a.EstateID], term{a, i})
		}
	}
	if len(byEstate) == 0 {
		return
	}
	kept := make(map[string][]term, len(byEstate))
	for _, a := range imp.base.Agreements {
		replaced := func(t term) bool { return t.StartsOn == a.StartsOn }
		if rows, ok := byEstate[a.EstateID]; ok && !slices.ContainsFunc(rows, replaced) {
			kept[a.EstateID] = append(kept[a.EstateID], term{a, -1})
		}
	}
	for i, a := range r.data {
		m := &r.marks[i]
		if m.bad {
			continue
		}
		others := kept[a.EstateID]
		at := slices.IndexFunc(others, func(t term) bool { return overlap(t.Agreement, a) })
		if at < 0 {
			kept[a.EstateID] = append(others, term{a, i})
			continue
		}
		other := others[at]
		if other.row >= 0 {
			imp.faultOf(agreementsTable, m, 3, &sayOverlap, a.EstateID, imp.placeOf(r.marks[other.row]))
		} else {
			imp.faultOf(agreementsTable, m, 3, &sayOverlapStored, a.EstateID, other.StartsOn.String())
		}
	}
}

// overlap reports whether there is a day on which both are in force.
func overlap(a, b domain.Agreement) bool {
	return (a.EndsOn == 0 || b.StartsOn <= a.EndsOn) && (b.EndsOn == 0 || a.StartsOn <= b.EndsOn)
}

// checkSettings refuses a setting that two files state.
func (imp *intake) checkSettings() {
	seen := make(map[string]mark)
	for i, s := range imp.settings.data {
		m := &imp.settings.marks[i]
		if before, twice := seen[s.name]; twice && before.log != m.log {
			imp.logs[m.log].fault(1, s.name, i, &saySettingTwice, s.name)
			m.bad = true
			continue
		}
		seen[s.name] = *m
	}
}

// checkFundUses has the caller judge the fund uses on the merged project.
func (imp *intake) checkFundUses() {
	uses := &imp.fundUses
	if imp.opt.CheckFundUses == nil {
		return
	}
	newIDs := make(map[string]bool)
	rowOf := make(map[string]int)
	for i, u := range uses.data {
		if !uses.marks[i].bad {
			newIDs[u.ID] = true
			rowOf[u.ID] = i
		}
	}
	if len(newIDs) == 0 {
		return
	}
	usesLog := imp.logs[uses.marks[rowOf[slices.Min(slices.Collect(maps.Keys(newIDs)))]].log]
	faulty := false
	for _, l := range imp.logs {
		switch {
		case l.broken && !imp.opt.SkipBad && (fundsRestOn(l.file.table) || l.file.table == fundUsesTable):
			// With a whole file missing the balances would mean nothing.
			usesLog.note(1, wholeFile, "", &sayFundsUnchecked)
			return
		case len(l.faults) > 0 && fundsRestOn(l.file.table):
			faulty = true
		}
	}
	if faulty {
		usesLog.note(1, wholeFile, "", &sayFundsWithout)
	}
	put := imp.put()
	merged := domain.Merge(imp.base, &put)
	faults := imp.opt.CheckFundUses(merged, imp.base.FundUses, newIDs)
	slices.SortStableFunc(faults, func(a, b FundFault) int { return cmp.Compare(rowOf[a.ID], rowOf[b.ID]) })
	for _, f := range faults {
		i, ok := rowOf[f.ID]
		if !ok {
			continue
		}
		col, ok := fundUsesTable.find(f.Column)
		if !ok {
			col = fundAmount
		}
		text := f.Text
		imp.faultOf(fundUsesTable, &uses.marks[i], col, &text)
	}
}

// fundsRestOn reports whether balances and ranks depend on a table besides the uses themselves.
func fundsRestOn(t *table) bool {
	switch t {
	case nil, companiesTable, findingsTable, overridesTable, fundUsesTable, waterTable, roadsTable, subdistrictsTable:
		return false
	}
	return true
}
