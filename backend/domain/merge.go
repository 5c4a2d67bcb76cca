package domain

import (
	"cmp"
	"maps"
	"slices"
)

// Apply returns what a project holds after a change. It is the reference for every Store. Neither argument is changed.
func Apply(base *Tables, c Change) *Tables {
	gone, put := &c.Remove, &c.Put
	return &Tables{
		Title:      cmp.Or(put.Title, base.Title),
		Estates:    mergeRows(base.Estates, gone.Estates, put.Estates, func(e Estate) string { return e.ID }),
		Companies:  mergeRows(base.Companies, gone.Companies, put.Companies, func(c Company) string { return c.ID }),
		Agreements: mergeRows(base.Agreements, gone.Agreements, put.Agreements, func(a Agreement) idDate { return idDate{a.EstateID, int32(a.StartsOn)} }),
		Subsidies:  mergeRows(base.Subsidies, gone.Subsidies, put.Subsidies, func(s SubsidyChange) idDate { return idDate{s.EstateID, int32(s.FromMonth)} }),
		Enrolments: mergeRows(base.Enrolments, gone.Enrolments, put.Enrolments, func(e Enrolment) idDate { return idDate{e.EstateID, int32(e.EnrolledOn)} }),
		Items:      mergeRows(base.Items, gone.Items, put.Items, func(i Item) string { return i.Code }),
		Rounds:     mergeRows(base.Rounds, gone.Rounds, put.Rounds, func(r Round) string { return r.ID }),
		Scores:     mergeRows(base.Scores, gone.Scores, put.Scores, func(s Score) idPair { return idPair{s.RoundID, s.EstateID} }),
		Findings:   mergeRows(base.Findings, gone.Findings, put.Findings, func(f Finding) string { return f.ID }),
		Overrides:  mergeRows(base.Overrides, gone.Overrides, put.Overrides, func(o Override) idDate { return idDate{o.EstateID, int32(o.DecidedOn)} }),
		FundUses:   mergeRows(base.FundUses, gone.FundUses, put.FundUses, func(u FundUse) string { return u.ID }),
		Deductions: mergeSets(base.Deductions, gone.Deductions, put.Deductions, func(d Deduction) idPair { return idPair{d.RoundID, d.EstateID} }),
		Determinations: mergeSets(base.Determinations, gone.Determinations, put.Determinations,
			func(d Determination) idPair { return idPair{d.RoundID, d.EstateID} }),
		Backdrops: mergeSets(base.Backdrops, gone.Backdrops, put.Backdrops, func(b Backdrop) string { return string(b.Layer) }),
		Scenarios: mergeRows(base.Scenarios, gone.Scenarios, put.Scenarios, func(s Scenario) string { return s.ID }),
		Closings:  mergeRows(base.Closings, gone.Closings, put.Closings, func(c Closing) string { return c.RoundID }),
		Corrections: mergeRows(base.Corrections, gone.Corrections, put.Corrections,
			func(c Correction) idDate { return idDate{c.RoundID, int32(c.Number)} }),
		ExitSteps:  mergeRows(base.ExitSteps, gone.ExitSteps, put.ExitSteps, func(s ExitStep) idTriple { return idTriple{s.RoundID, s.EstateID, string(s.Stage)} }),
		Interviews: mergeRows(base.Interviews, gone.Interviews, put.Interviews, func(i Interview) idTriple { return idTriple{i.RoundID, i.EstateID, string(i.Kind)} }),
		Reinspections: mergeRows(base.Reinspections, gone.Reinspections, put.Reinspections,
			func(r Reinspection) idTriple { return idTriple{r.RoundID, r.EstateID, r.RequestedOn.String()} }),
		LetterTemplates: mergeRows(base.LetterTemplates, gone.LetterTemplates, put.LetterTemplates, func(l LetterTemplate) string { return l.Kind }),
		RectifySteps: mergeRows(base.RectifySteps, gone.RectifySteps, put.RectifySteps,
			func(s RectifyStep) idPairNumber { return idPairNumber{s.EstateID, s.Item, s.Number} }),
		FindingNotes: mergeRows(base.FindingNotes, gone.FindingNotes, put.FindingNotes, func(n FindingNote) string { return n.FindingID }),
		Settings:     base.Settings.without(gone.Settings).Merge(put.Settings),
	}
}

// Merge is Apply of a change that only puts: what an import checks its references against.
func Merge(base, put *Tables) *Tables { return Apply(base, Change{Put: *put}) }

type idDate struct {
	id   string
	date int32
}

type idPair struct{ a, b string }

type idTriple struct{ a, b, c string }

type idPairNumber struct {
	a, b   string
	number int64
}

func compareKeys[K comparable](a, b K) int {
	switch a := any(a).(type) {
	case string:
		return cmp.Compare(a, any(b).(string))
	case idDate:
		b := any(b).(idDate)
		return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.date, b.date))
	case idPair:
		b := any(b).(idPair)
		return cmp.Or(cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b))
	case idTriple:
		b := any(b).(idTriple)
		return cmp.Or(cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b), cmp.Compare(a.c, b.c))
	case idPairNumber:
		b := any(b).(idPairNumber)
		return cmp.Or(cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b), cmp.Compare(a.number, b.number))
	}
	panic("domain: no order for this key")
}

// keysOf are the keys of rows.
func keysOf[T any, K comparable](rows []T, key func(T) K) map[K]bool {
	keys := make(map[K]bool, len(rows))
	for _, r := range rows {
		keys[key(r)] = true
	}
	return keys
}

// mergeRows takes the rows of base without those with a key of gone, puts those of put over rows with the same key and sorts by
// key. An estate keeps the FID of the row it replaces.
func mergeRows[T any, K comparable](base, gone, put []T, key func(T) K) []T {
	if len(gone) == 0 && len(put) == 0 {
		return base
	}
	goes := keysOf(gone, key)
	at := make(map[K]int, len(base)+len(put))
	out := make([]T, 0, len(base)+len(put))
	for _, r := range base {
		if k := key(r); !goes[k] {
			at[k] = len(out)
			out = append(out, r)
		}
	}
	for _, r := range put {
		k := key(r)
		if i, ok := at[k]; ok {
			if e, isEstate := any(&r).(*Estate); isEstate {
				e.FID = any(&out[i]).(*Estate).FID
			}
			out[i] = r
			continue
		}
		at[k] = len(out)
		out = append(out, r)
	}
	if len(out) == 0 {
		return nil // as a table that never had a row
	}
	slices.SortStableFunc(out, func(a, b T) int { return compareKeys(key(a), key(b)) })
	return out
}

// mergeSets takes the rows of base without those with a key of gone or put, adds those of put in their order and sorts by key.
func mergeSets[T any, K comparable](base, gone, put []T, key func(T) K) []T {
	if len(gone) == 0 && len(put) == 0 {
		return base
	}
	goes := keysOf(gone, key)
	maps.Copy(goes, keysOf(put, key))
	out := make([]T, 0, len(base)+len(put))
	for _, r := range base {
		if !goes[key(r)] {
			out = append(out, r)
		}
	}
	out = append(out, put...)
	if len(out) == 0 {
		return nil // as a table that never had a row
	}
	slices.SortStableFunc(out, func(a, b T) int { return compareKeys(key(a), key(b)) })
	return out
}
