package gpkg

import (
	"cmp"

	"estateatlas/backend/domain"
)

// proxyTables are the tables of the planner's desk.
var proxyTables = []dataTable{
	table[domain.Scenario]{
		name: "scenarios", title: domain.Say("代管方案", "scenarios"), rows: func(t *domain.Tables) *[]domain.Scenario { return &t.Scenarios },
		order: func(a, b *domain.Scenario) int { return cmp.Compare(a.ID, b.ID) },
		columns: []column[domain.Scenario]{
			word("id", func(s *domain.Scenario) *string { return &s.ID }).asKey().must(),
			text("name", func(s *domain.Scenario) *string { return &s.Name }),
			text("note", func(s *domain.Scenario) *string { return &s.Note }),
			text("made_by", func(s *domain.Scenario) *string { return &s.MadeBy }),
			date("made_on", func(s *domain.Scenario) *domain.Date { return &s.MadeOn }),
			text("ask", func(s *domain.Scenario) *string { return &s.Ask }).must(),
			text("totals", func(s *domain.Scenario) *string { return &s.Totals }).must(),
			text("rows", func(s *domain.Scenario) *string { return &s.Rows }).must(),
		},
	},
}
