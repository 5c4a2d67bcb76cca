package messy

import (
	"context"
	"errors"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/workbook"
)

// Bounds of a grid. A district's largest table has some 100,000 rows.
const (
	mostRows    = 200_000
	mostColumns = 500
)

var (
	sayTooManyRows    = domain.Say("超过 %d 行；分成几个文件", "More than %d rows; split the file", mostRows)
	sayTooManyColumns = domain.Say("超过 %d 列；删去多余的列", "More than %d columns; delete those that are not needed", mostColumns)
	sayEmptySheet     = domain.Say("没有内容", "It is empty")
)

// FromSheet makes a grid of a sheet of a workbook. Merged cells below the heading are filled later, when the heading is known. Errors
// are those of package workbook and CodeInvalid for what is too large.
func FromSheet(ctx context.Context, book *workbook.Book, index int) (*Grid, error) {
	g := &Grid{Name: book.Sheets[index].Name, Date: book.Date}
	var err error
	g.Merged, err = book.Rows(index, func(r *workbook.Row) error {
		if len(g.Rows)%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if len(g.Rows) >= mostRows {
			return domain.Fail(domain.CodeInvalid, sayTooManyRows, nil)
		}
		cells := make([]Cell, len(r.Cells))
		last := 0
		for i, c := range r.Cells {
			cells[i] = Cell{Text: c.Text, Kind: c.Kind, Shown: c.Shown, Formula: c.Formula}
			if c.Kind == workbook.Date {
				if day, timed, ok := book.Date(c.Number); ok {
					cells[i].Text, cells[i].Timed = day, timed
				} else {
					cells[i].Kind = workbook.Number
				}
			}
			if trim(c.Text) != "" || c.Kind == workbook.NoValue {
				last = i + 1
			}
		}
		if last == 0 {
			return nil
		}
		if last > mostColumns {
			return domain.Fail(domain.CodeInvalid, sayTooManyColumns, nil)
		}
		g.Width, g.Last = max(g.Width, last), r.Number
		g.Rows = append(g.Rows, Row{Number: r.Number, Hidden: r.Hidden, Cells: cells[:last]})
		return nil
	})
	if err != nil && !errors.Is(err, workbook.ErrStop) {
		return nil, err
	}
	if len(g.Rows) == 0 {
		return nil, domain.Fail(domain.CodeInvalid, sayEmptySheet, nil)
	}
	return g, nil
}

// Separators are those of texts, likeliest first.
var Separators = []byte{',', '\t', ';'}

// FromText makes a grid of a text. comma is its separator, 0 for the one that takes the lines apart most evenly. Errors: CodeInvalid.
func FromText(text *ingest.Text, comma byte) (*Grid, byte, error) {
	if text.Refused != nil {
		return nil, comma, domain.Fail(domain.CodeInvalid, *text.Refused, nil)
	}
	if comma == 0 {
		comma = separatorOf(text)
	}
	g := &Grid{Date: (&workbook.Book{}).Date}
	var refused *domain.Text
	text.Records(comma, func(r ingest.TextRecord) bool {
		row := Row{Number: r.Line, Broken: r.Problem, Cells: make([]Cell, 0, len(r.Fields))}
		if row.Broken == nil && r.Bad {
			row.Broken = &sayWrongEncoding
		}
		last := 0
		for i, f := range r.Fields {
			kind := workbook.Text
			if trim(f) == "" {
				kind = workbook.Blank
			} else {
				last = i + 1
			}
			row.Cells = append(row.Cells, Cell{Text: f, Kind: kind})
		}
		row.Cells = row.Cells[:last]
		g.Last = r.Line
		if last == 0 {
			return true
		}
		switch {
		case len(g.Rows) >= mostRows:
			refused = &sayTooManyRows
		case last > mostColumns:
			refused = &sayTooManyColumns
		}
		g.Width = max(g.Width, last)
		g.Rows = append(g.Rows, row)
		return refused == nil
	})
	switch {
	case refused != nil:
		return nil, comma, domain.Fail(domain.CodeInvalid, *refused, nil)
	case len(g.Rows) == 0:
		return nil, comma, domain.Fail(domain.CodeInvalid, sayEmptySheet, nil)
	}
	return g, comma, nil
}

var sayWrongEncoding = domain.Say("这一行不是所选的编码；换一种编码重新读取，或另存为 UTF-8", "The line is not in the encoding chosen; read it in another one, or save the file as UTF-8")

// separatorOf chooses the separator that most of the first lines have, and as often.
func separatorOf(text *ingest.Text) byte {
	best, most := byte(','), 0
	for _, comma := range Separators {
		var widths []int
		text.Records(comma, func(r ingest.TextRecord) bool {
			widths = append(widths, len(r.Fields))
			return len(widths) < 30
		})
		slices.Sort(widths)
		if len(widths) == 0 {
			continue
		}
		// Titles above have one field; the middle of the lines says how wide the table is.
		if w := widths[len(widths)/2]; w > most {
			best, most = comma, w
		}
	}
	return best
}
