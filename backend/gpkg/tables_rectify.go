package gpkg

import (
	"cmp"

	"estateatlas/backend/domain"
)

// rectifyTables are the tables of the rectification desk. migrations/0006_findings.sql makes them.
var rectifyTables = []dataTable{
	table[domain.RectifyStep]{
		name: "rectifications", title: domain.Say("整改记录", "rectifications"), rows: func(t *domain.Tables) *[]domain.RectifyStep { return &t.RectifySteps },
		order: func(a, b *domain.RectifyStep) int {
			return cmp.Or(cmp.Compare(a.EstateID, b.EstateID), cmp.Compare(a.Item, b.Item), cmp.Compare(a.Number, b.Number))
		},
		columns: []column[domain.RectifyStep]{
			word("estate_id", func(s *domain.RectifyStep) *string { return &s.EstateID }).asKey().must(),
			word("item", func(s *domain.RectifyStep) *string { return &s.Item }).asKey().must(),
			rank("number", func(s *domain.RectifyStep) *int64 { return &s.Number }).asKey().must(),
			word("round_id", func(s *domain.RectifyStep) *string { return &s.RoundID }),
			code("status", func(s *domain.RectifyStep) *domain.RectifyStatus { return &s.Status }, domain.RectifyStatuses...).must(),
			date("due_on", func(s *domain.RectifyStep) *domain.Date { return &s.DueOn }),
			date("step_on", func(s *domain.RectifyStep) *domain.Date { return &s.StepOn }).must(),
			text("step_by", func(s *domain.RectifyStep) *string { return &s.StepBy }),
			text("note", func(s *domain.RectifyStep) *string { return &s.Note }),
		},
	},
	table[domain.FindingNote]{
		name: "finding_notes", title: domain.Say("点位附记", "notes of findings"), rows: func(t *domain.Tables) *[]domain.FindingNote { return &t.FindingNotes },
		order: func(a, b *domain.FindingNote) int { return cmp.Compare(a.FindingID, b.FindingID) },
		columns: []column[domain.FindingNote]{
			word("finding_id", func(n *domain.FindingNote) *string { return &n.FindingID }).asKey().must(),
			text("photo", func(n *domain.FindingNote) *string { return &n.Photo }),
			text("note", func(n *domain.FindingNote) *string { return &n.Note }),
			date("noted_on", func(n *domain.FindingNote) *domain.Date { return &n.NotedOn }),
			text("noted_by", func(n *domain.FindingNote) *string { return &n.NotedBy }),
		},
	},
}
