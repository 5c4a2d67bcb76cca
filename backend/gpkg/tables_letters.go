package gpkg

import (
	"bytes"
	"cmp"
	"database/sql/driver"

	"estateatlas/backend/domain"
)

// letterTables are the templates of notices. migrations/0007_letters.sql makes them.
var letterTables = []dataTable{
	table[domain.LetterTemplate]{
		name: "letter_templates", title: domain.Say("通知模板", "templates of notices"), rows: func(t *domain.Tables) *[]domain.LetterTemplate { return &t.LetterTemplates },
		order: func(a, b *domain.LetterTemplate) int { return cmp.Compare(a.Kind, b.Kind) },
		columns: []column[domain.LetterTemplate]{
			word("kind", func(l *domain.LetterTemplate) *string { return &l.Kind }).asKey().must(),
			text("name", func(l *domain.LetterTemplate) *string { return &l.Name }),
			file("file", func(l *domain.LetterTemplate) *[]byte { return &l.File }).must(),
			date("changed_on", func(l *domain.LetterTemplate) *domain.Date { return &l.ChangedOn }),
			text("changed_by", func(l *domain.LetterTemplate) *string { return &l.ChangedBy }),
		},
	},
}

// file is a column of a whole file.
func file[T any](name string, at func(*T) *[]byte) column[T] {
	return column[T]{
		name:  name,
		takes: domain.Say("文件", "a file"),
		put: func(row *T, _ *writing) driver.Value {
			if len(*at(row)) == 0 {
				return nil
			}
			return *at(row)
		},
		take: func(row *T, v driver.Value, _ *reading) bool {
			b, ok := v.([]byte)
			*at(row) = bytes.Clone(b) // the driver's own is gone with the next row
			return ok || v == nil
		},
	}
}
