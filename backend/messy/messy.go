// Package messy reads the tables that people keep: sheets with titles above and totals below, headings in their own words, estates by
// name, rounds as columns, dates and numbers as somebody typed them. Of a grid of cells it finds out what is what, says how every cell
// is read, and gives rows in the forms of CONTRACT.md, which package ingest checks like those of any file.
//
// What can be told for certain is repaired and said; what cannot is a fault with remedies or a question with candidates. It never
// guesses which estate, company or item is meant. It writes nothing and keeps nothing: the same grid and the same choices give the same
// reading.
package messy

import (
	"strings"
	"unicode"

	"estateatlas/backend/domain"
	"estateatlas/backend/workbook"
)

// Place is a cell: row as in the sheet, from 1, column from 0.
type Place struct{ Row, Column int }

// Cell is a cell of a grid.
type Cell struct {
	// Text is the value: texts as they are, numbers by their shortest digits, dates as YYYY-MM-DD.
	Text string
	Kind workbook.Kind
	// Shown is how the cell appears where that is otherwise than Text: a rounded number, a percentage.
	Shown   string
	Formula bool // the value is the stored result of a formula
	Timed   bool // a date with a time of day, which is not in Text
}

// Row is a row of a grid that holds anything.
type Row struct {
	Number int // as in the sheet; of a text, the line where the record starts
	Hidden bool
	Cells  []Cell
	// Broken is why the row cannot be taken apart; nil if it can.
	Broken *domain.Text
}

// Grid is a sheet, or a text taken apart.
type Grid struct {
	Rows   []Row
	Width  int
	Last   int // number of the last row
	Merged []workbook.Range
	// Date turns the serial number of a day into YYYY-MM-DD.
	Date func(serial float64) (date string, hasTime, ok bool)
	// Name is that of the sheet, File that of the file: they may tell what the table is about.
	Name, File string
}

// cell is a cell of a row, blank beyond its end.
func (r *Row) cell(column int) Cell {
	if column < 0 || column >= len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column]
}

// text is the trimmed text of a cell.
func (r *Row) text(column int) string { return trim(r.cell(column).Text) }

// trim takes off what CONTRACT.md says that trimming takes off.
func trim(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == 0xFEFF || r == 0x200B })
}

// narrow turns full-width forms into ASCII.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		case r == '　':
			return ' '
		case r == '。':
			return '.'
		}
		return r
	}, s)
}

// Choice is what a user said, over what is detected.
type Choice struct {
	HeaderRow  int
	Table      string
	Columns    map[int]Assigned
	Remembered map[string]string // folded heading to field, of earlier files
	Rounds     map[string]RoundChoice
	Answers    map[string]string
	Cells      map[Place]string
	Skipped    map[int]bool
	Taken      map[int]bool
	Revoked    map[string]bool
}

// Assigned is what a column is read as.
type Assigned struct{ Field, Group string }

// RoundChoice is the round of a group of columns, or of the whole sheet. ID is empty for a new one.
type RoundChoice struct {
	ID, Name, Kind, HeldOn string
	Skip                   bool
}
