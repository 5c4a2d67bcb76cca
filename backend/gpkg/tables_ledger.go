package gpkg

import (
	"cmp"
	"database/sql/driver"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
)

// ledgerTables are the tables of the ledger. migrations/0005_ledger.sql makes them.
var ledgerTables = []dataTable{
	table[domain.Closing]{
		name: "closings", title: domain.Say("已锁定轮次", "closed rounds"), rows: func(t *domain.Tables) *[]domain.Closing { return &t.Closings },
		order: func(a, b *domain.Closing) int { return cmp.Compare(a.RoundID, b.RoundID) },
		columns: []column[domain.Closing]{
			word("round_id", func(c *domain.Closing) *string { return &c.RoundID }).asKey().must(),
			date("closed_on", func(c *domain.Closing) *domain.Date { return &c.ClosedOn }).must(),
			text("closed_by", func(c *domain.Closing) *string { return &c.ClosedBy }),
			text("settings", func(c *domain.Closing) *string { return &c.Settings }).must(),
			text("items", func(c *domain.Closing) *string { return &c.Items }).must(),
			text("inputs", func(c *domain.Closing) *string { return &c.Inputs }).must(),
			text("results", func(c *domain.Closing) *string { return &c.Results }).must(),
		},
	},
	table[domain.Correction]{
		name: "corrections", title: domain.Say("更正记录", "corrections"), rows: func(t *domain.Tables) *[]domain.Correction { return &t.Corrections },
		order: func(a, b *domain.Correction) int {
			return cmp.Or(cmp.Compare(a.RoundID, b.RoundID), cmp.Compare(a.Number, b.Number))
		},
		columns: []column[domain.Correction]{
			word("round_id", func(c *domain.Correction) *string { return &c.RoundID }).asKey().must(),
			rank("number", func(c *domain.Correction) *int64 { return &c.Number }).asKey().must(),
			date("corrected_on", func(c *domain.Correction) *domain.Date { return &c.CorrectedOn }).must(),
			text("corrected_by", func(c *domain.Correction) *string { return &c.CorrectedBy }),
			text("reason", func(c *domain.Correction) *string { return &c.Reason }).must(),
			text("what", func(c *domain.Correction) *string { return &c.What }),
			text("inputs_before", func(c *domain.Correction) *string { return &c.InputsBefore }),
			text("inputs_after", func(c *domain.Correction) *string { return &c.InputsAfter }),
			sum("confirmed_before", func(c *domain.Correction) *domain.Fen { return &c.ConfirmedBefore }).must(),
			sum("confirmed_after", func(c *domain.Correction) *domain.Fen { return &c.ConfirmedAfter }).must(),
			sum("proposed_before", func(c *domain.Correction) *domain.Fen { return &c.ProposedBefore }).must(),
			sum("proposed_after", func(c *domain.Correction) *domain.Fen { return &c.ProposedAfter }).must(),
			text("results_before", func(c *domain.Correction) *string { return &c.ResultsBefore }),
		},
	},
	table[domain.ExitStep]{
		name: "exit_steps", title: domain.Say("退出程序", "exit procedure"), rows: func(t *domain.Tables) *[]domain.ExitStep { return &t.ExitSteps },
		order: func(a, b *domain.ExitStep) int {
			return cmp.Or(cmp.Compare(a.RoundID, b.RoundID), cmp.Compare(a.EstateID, b.EstateID), cmp.Compare(a.Stage, b.Stage))
		},
		columns: []column[domain.ExitStep]{
			word("round_id", func(s *domain.ExitStep) *string { return &s.RoundID }).asKey().must(),
			word("estate_id", func(s *domain.ExitStep) *string { return &s.EstateID }).asKey().must(),
			code("stage", func(s *domain.ExitStep) *domain.ExitStage { return &s.Stage }, domain.ExitStages...).asKey().must(),
			date("taken_on", func(s *domain.ExitStep) *domain.Date { return &s.TakenOn }).must(),
			text("taken_by", func(s *domain.ExitStep) *string { return &s.TakenBy }),
			text("text", func(s *domain.ExitStep) *string { return &s.Text }),
		},
	},
	table[domain.Interview]{
		name: "interviews", title: domain.Say("约谈记录", "interviews"), rows: func(t *domain.Tables) *[]domain.Interview { return &t.Interviews },
		order: func(a, b *domain.Interview) int {
			return cmp.Or(cmp.Compare(a.RoundID, b.RoundID), cmp.Compare(a.EstateID, b.EstateID), cmp.Compare(a.Kind, b.Kind))
		},
		columns: []column[domain.Interview]{
			word("round_id", func(i *domain.Interview) *string { return &i.RoundID }).asKey().must(),
			word("estate_id", func(i *domain.Interview) *string { return &i.EstateID }).asKey().must(),
			code("kind", func(i *domain.Interview) *domain.InterviewKind { return &i.Kind }, domain.InterviewResponsible, domain.InterviewLegal).asKey().must(),
			date("held_on", func(i *domain.Interview) *domain.Date { return &i.HeldOn }).must(),
			text("held_by", func(i *domain.Interview) *string { return &i.HeldBy }),
			text("person", func(i *domain.Interview) *string { return &i.Person }),
			text("text", func(i *domain.Interview) *string { return &i.Text }),
		},
	},
	table[domain.Reinspection]{
		name: "reinspections", title: domain.Say("复验", "re-inspections"), rows: func(t *domain.Tables) *[]domain.Reinspection { return &t.Reinspections },
		order: func(a, b *domain.Reinspection) int {
			return cmp.Or(cmp.Compare(a.RoundID, b.RoundID), cmp.Compare(a.EstateID, b.EstateID), cmp.Compare(a.RequestedOn, b.RequestedOn))
		},
		columns: []column[domain.Reinspection]{
			word("round_id", func(r *domain.Reinspection) *string { return &r.RoundID }).asKey().must(),
			word("estate_id", func(r *domain.Reinspection) *string { return &r.EstateID }).asKey().must(),
			date("requested_on", func(r *domain.Reinspection) *domain.Date { return &r.RequestedOn }).asKey().must(),
			text("requested_by", func(r *domain.Reinspection) *string { return &r.RequestedBy }),
			date("held_on", func(r *domain.Reinspection) *domain.Date { return &r.HeldOn }),
			percent("score", func(r *domain.Reinspection) *domain.Opt[domain.Decimal] { return &r.Score }),
			text("text", func(r *domain.Reinspection) *string { return &r.Text }),
		},
	},
}

// sum is a column of amounts that are added up, which may be larger than any single one.
func sum[T any](name string, at func(*T) *domain.Fen) column[T] {
	return column[T]{
		name:  name,
		takes: takesMoney,
		put:   func(row *T, _ *writing) driver.Value { return at(row).String() },
		take: func(row *T, v driver.Value, _ *reading) bool {
			s, ok := plain(v)
			yuan, cents, point := strings.Cut(s, ".")
			if !ok || point && len(cents) != 2 || strings.HasPrefix(s, "-") {
				return false
			}
			if !point {
				cents = "00"
			}
			fen, err := strconv.ParseInt(yuan+cents, 10, 64)
			*at(row) = domain.Fen(fen)
			return err == nil
		},
	}
}
