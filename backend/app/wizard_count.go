package app

import (
	"reflect"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/messy"
)

// keepStored gives rows that replace others what their table has no column for: a list of companies without telephones takes none away.
func (p *project) keepStored(put *domain.Tables, tables []ingest.Prepared) {
	columns := map[string][]string{}
	for i := range tables {
		columns[tables[i].Table] = append(columns[tables[i].Table], tables[i].Columns...)
	}
	for file := range columns {
		has := func(column string) bool { return slices.Contains(columns[file], column) }
		switch file {
		case "companies.csv":
			keepRows(put.Companies, p.tables.Companies, func(c domain.Company) string { return c.ID }, func(c *domain.Company, was domain.Company) {
				keepIf(!has("responsible_person"), &c.ResponsiblePerson, was.ResponsiblePerson)
				keepIf(!has("legal_representative"), &c.LegalRepresentative, was.LegalRepresentative)
				keepIf(!has("phone"), &c.Phone, was.Phone)
				keepIf(!has("blacklisted_on"), &c.BlacklistedOn, was.BlacklistedOn)
				keepIf(!has("capacity"), &c.Capacity, was.Capacity)
			})
		case "scores.csv":
			keepRows(put.Scores, p.tables.Scores, func(s domain.Score) string { return s.RoundID + "\x00" + s.EstateID }, func(s *domain.Score, was domain.Score) {
				keepIf(!has("official_rank"), &s.OfficialRank, was.OfficialRank)
			})
		case "findings.csv":
			keepRows(put.Findings, p.tables.Findings, func(f domain.Finding) string { return f.ID }, func(f *domain.Finding, was domain.Finding) {
				keepIf(!has("round_id"), &f.RoundID, was.RoundID)
				keepIf(!has("lon"), &f.Point, was.Point)
				keepIf(!has("due_on"), &f.DueOn, was.DueOn)
				keepIf(!has("resolved_on"), &f.ResolvedOn, was.ResolvedOn)
				keepIf(!has("description"), &f.Description, was.Description)
			})
		case "rounds.csv":
			keepRows(put.Rounds, p.tables.Rounds, func(r domain.Round) string { return r.ID }, func(r *domain.Round, was domain.Round) {
				keepIf(!has("name"), &r.Name, was.Name)
			})
		case "items.csv":
			keepRows(put.Items, domain.Catalogue(p.tables.Items), func(it domain.Item) string { return it.Code }, func(it *domain.Item, was domain.Item) {
				keepIf(!has("name"), &it.Name, was.Name)
				keepIf(!has("function"), &it.Function, was.Function)
			})
		case "agreements.csv":
			keepRows(put.Agreements, p.tables.Agreements, func(a domain.Agreement) string { return a.EstateID + "\x00" + a.StartsOn.String() },
				func(a *domain.Agreement, was domain.Agreement) { keepIf(!has("ends_on"), &a.EndsOn, was.EndsOn) })
		}
	}
}

func keepRows[T any](put, base []T, key func(T) string, keep func(*T, T)) {
	if len(put) == 0 {
		return
	}
	stored := make(map[string]int, len(base))
	for i := range base {
		stored[key(base[i])] = i
	}
	for i := range put {
		if at, ok := stored[key(put[i])]; ok {
			keep(&put[i], base[at])
		}
	}
}

func keepIf[T any](missing bool, value *T, was T) {
	if missing {
		*value = was
	}
}

// countChange says what rows would do to the project, table by table.
func (p *project) countChange(put *domain.Tables) []WizardTableCount {
	out := []WizardTableCount{}
	names := map[string]domain.Text{}
	for _, t := range messy.Tables() {
		names[t.Key] = t.Name
	}
	add := func(key string, c WizardTableCount) {
		if c.Added+c.Changed+c.Same > 0 {
			c.Table, c.Name = key, names[key]
			out = append(out, c)
		}
	}
	b := p.tables
	add("scores", countRows(put.Scores, b.Scores, func(s domain.Score) string { return s.RoundID + "\x00" + s.EstateID }))
	add("deductions", countSets(put.Deductions, b.Deductions, func(d domain.Deduction) string { return d.RoundID + "\x00" + d.EstateID }))
	add("rounds", countRows(put.Rounds, b.Rounds, func(r domain.Round) string { return r.ID }))
	add("estates", countEstates(put.Estates, b.Estates))
	add("companies", countRows(put.Companies, b.Companies, func(c domain.Company) string { return c.ID }))
	add("agreements", countRows(put.Agreements, b.Agreements, func(a domain.Agreement) string { return a.EstateID + "\x00" + a.StartsOn.String() }))
	add("subsidies", countRows(put.Subsidies, b.Subsidies, func(s domain.SubsidyChange) string { return s.EstateID + "\x00" + s.FromMonth.String() }))
	add("enrolments", countRows(put.Enrolments, b.Enrolments, func(e domain.Enrolment) string { return e.EstateID + "\x00" + e.EnrolledOn.String() }))
	add("items", countRows(put.Items, b.Items, func(i domain.Item) string { return i.Code }))
	add("determinations", countSets(put.Determinations, b.Determinations, func(d domain.Determination) string { return d.RoundID + "\x00" + d.EstateID }))
	add("findings", countRows(put.Findings, b.Findings, func(f domain.Finding) string { return f.ID }))
	add("overrides", countRows(put.Overrides, b.Overrides, func(o domain.Override) string { return o.EstateID + "\x00" + o.DecidedOn.String() }))
	add("fund_uses", countRows(put.FundUses, b.FundUses, func(u domain.FundUse) string { return u.ID }))
	if n := len(put.Backdrops); n > 0 {
		out = append(out, WizardTableCount{Table: "backdrops", Name: domain.Say("底图要素", "Backdrop"), Added: n})
	}
	if n := len(put.Settings); n > 0 {
		out = append(out, WizardTableCount{Table: "settings", Name: domain.Say("设置", "Settings"), Changed: n})
	}
	return out
}

func countRows[T comparable](put, base []T, key func(T) string) (c WizardTableCount) {
	if len(put) == 0 {
		return c
	}
	stored := make(map[string]int, len(base))
	for i := range base {
		stored[key(base[i])] = i
	}
	for i := range put {
		switch at, ok := stored[key(put[i])]; {
		case !ok:
			c.Added++
		case base[at] == put[i]:
			c.Same++
		default:
			c.Changed++
		}
	}
	return c
}

func countEstates(put, base []domain.Estate) (c WizardTableCount) {
	if len(put) == 0 {
		return c
	}
	stored := make(map[string]*domain.Estate, len(base))
	for i := range base {
		stored[base[i].ID] = &base[i]
	}
	for i := range put {
		was, ok := stored[put[i].ID]
		if !ok {
			c.Added++
			continue
		}
		is := put[i]
		is.FID = was.FID
		if reflect.DeepEqual(is, *was) {
			c.Same++
		} else {
			c.Changed++
		}
	}
	return c
}

// countSets counts rows of tables whose rows of one key are replaced together.
func countSets[T comparable](put, base []T, key func(T) string) (c WizardTableCount) {
	if len(put) == 0 {
		return c
	}
	group := func(rows []T) map[string][]T {
		out := map[string][]T{}
		for _, r := range rows {
			out[key(r)] = append(out[key(r)], r)
		}
		return out
	}
	stored := group(base)
	for k, rows := range group(put) {
		switch was := stored[k]; {
		case len(was) == 0:
			c.Added += len(rows)
		case slices.Equal(was, rows):
			c.Same += len(rows)
		default:
			c.Changed += len(rows)
		}
	}
	return c
}

// fingerprint tells the headings of a table: files of one source have the same.
func fingerprint(p *messy.Plan) string {
	var words []string
	for _, c := range p.Columns {
		words = append(words, c.Heading)
	}
	return strings.Join(words, "\x1f")
}
