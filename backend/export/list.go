package export

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"

	"estateatlas/backend/domain"
)

// List is a table for people: cells that know what they are, made row by row, so that a list of a whole city need not be held.
// The heading is its first row in every format, or it could not be read in again; what the table is of stands in the sheet's
// name, in the properties of the file and at the head and foot of printed pages.
type List struct {
	Sheet  string // name of the sheet; cut and cleaned as Excel wants it
	Title  string // district and what the table is of
	Note   string // round, date and source: the foot of a printed page
	Mark   string // such as 内部使用: the head of a printed page, at the right
	MadeOn domain.Date
	Lang   domain.Lang

	Columns []ListColumn
	Rows    int
	// Row fills cells, which are blank and as many as columns, with row i.
	Row func(i int, cells []Cell)
}

// ListColumn is a column of a List.
type ListColumn struct {
	Head   string
	Number bool // the heading stands over numbers
}

// Cell is one value of a List. The zero Cell is blank.
type Cell struct {
	kind  cellKind
	text  string // of texts; the exact digits of decimals
	whole int64  // a whole number, fen, or a domain.Date
	float float64
}

type cellKind uint8

const (
	cellBlank cellKind = iota
	cellText
	cellWhole
	cellExact
	cellMoney
	cellShare
	cellDay
)

// Text is a cell that is never anything but text; blank if it is empty.
func Text(s string) Cell {
	if s == "" {
		return Cell{}
	}
	return Cell{kind: cellText, text: s}
}

// Whole is a whole number.
func Whole(n int64) Cell { return Cell{kind: cellWhole, whole: n} }

// Exact is a number by its decimal digits, such as 88.05 or -3; text where it is not a number.
func Exact(digits string) Cell {
	if digits == "" || !isNumber(digits) {
		return Text(digits)
	}
	return Cell{kind: cellExact, text: digits}
}

// Rounded is a number to so many decimals.
func Rounded(x float64, places int) Cell { return Exact(strconv.FormatFloat(x, 'f', places, 64)) }

// Money is an amount, shown in yuan with two decimals.
func Money(f domain.Fen) Cell { return Cell{kind: cellMoney, whole: int64(f)} }

// Share is a part of a whole from 0 to 1, shown in percent.
func Share(x float64) Cell { return Cell{kind: cellShare, float: x} }

// Day is a date; blank if it is not known.
func Day(d domain.Date) Cell {
	if d == 0 {
		return Cell{}
	}
	return Cell{kind: cellDay, whole: int64(d)}
}

// String is the cell as it is read: 4900.00, 76.6%, 2026-03-18.
func (c Cell) String() string {
	switch c.kind {
	case cellText, cellExact:
		return c.text
	case cellWhole:
		return strconv.FormatInt(c.whole, 10)
	case cellMoney:
		return domain.Fen(c.whole).String()
	case cellShare:
		return strconv.FormatFloat(100*c.float, 'f', 1, 64) + "%"
	case cellDay:
		return domain.Date(c.whole).String()
	case cellBlank:
	}
	return ""
}

// Number is the cell as a number: fen of money, 0–1 of a share; false for texts, dates and blanks.
func (c Cell) Number() (float64, bool) {
	switch c.kind {
	case cellWhole, cellMoney:
		return float64(c.whole), true
	case cellShare:
		return c.float, true
	case cellExact:
		x, err := strconv.ParseFloat(c.text, 64)
		return x, err == nil
	case cellBlank, cellText, cellDay:
	}
	return 0, false
}

// Progress is told how many rows, pages or steps of how many are done. It may be nil.
type Progress func(done, total int)

// beat is how many rows are written between two looks at whether to go on.
const beat = 512

// each calls visit for every row, and stops when ctx ends.
func (l *List) each(ctx context.Context, progress Progress, visit func(i int, cells []Cell) error) error {
	cells := make([]Cell, len(l.Columns))
	for i := range l.Rows {
		if i%beat == 0 {
			if err := ctx.Err(); err != nil {
				return domain.Fail(domain.CodeCancelled, domain.Say("已取消", "Cancelled"), err)
			}
			if progress != nil {
				progress(i, l.Rows)
			}
		}
		clear(cells)
		l.Row(i, cells)
		if err := visit(i, cells); err != nil {
			return err
		}
	}
	if progress != nil {
		progress(l.Rows, l.Rows)
	}
	return nil
}

// WriteCSV writes a list as text: byte order mark, headings in the list's language, no cell that starts a formula.
// Errors: CodeCancelled, and those of w.
func WriteCSV(ctx context.Context, w io.Writer, l *List, progress Progress) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return err
	}
	c := csv.NewWriter(w)
	line := make([]string, len(l.Columns))
	for i, column := range l.Columns {
		line[i] = Harmless(column.Head)
	}
	if err := c.Write(line); err != nil {
		return err
	}
	if err := l.each(ctx, progress, func(_ int, cells []Cell) error {
		for i := range cells {
			line[i] = cells[i].String()
			if cells[i].kind == cellText {
				line[i] = Harmless(line[i])
			}
		}
		return c.Write(line)
	}); err != nil {
		return err
	}
	c.Flush()
	return c.Error()
}
