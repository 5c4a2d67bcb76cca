package workbook

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Kind is what a cell holds.
type Kind uint8

const (
	Blank Kind = iota
	Text
	Number
	Date  // a number that is shown as a date
	Truth // TRUE or FALSE
	Error // #N/A and its kin
	// NoValue is a formula whose result is not stored: the program that wrote the file did not calculate.
	NoValue
)

// Cell is one cell.
type Cell struct {
	Kind Kind
	// Text is the text as it is; the shortest digits of a number; true or false; the error.
	Text    string
	Number  float64
	Formula bool // the value is the stored result of a formula
	// Shown is how a number appears where that is another number than Text: rounded, or a percentage.
	Shown string
}

// Row is one row. Cells are by column, without the blank ones behind the last.
type Row struct {
	Number int // from 1
	Hidden bool
	Cells  []Cell
}

// Range is a merged range; rows and columns count from 1 and 0, ends included.
type Range struct {
	FirstRow, LastRow       int
	FirstColumn, LastColumn int
}

// String is the range as Excel writes it: A4:A15.
func (r Range) String() string {
	return ColumnName(r.FirstColumn) + strconv.Itoa(r.FirstRow) + ":" + ColumnName(r.LastColumn) + strconv.Itoa(r.LastRow)
}

// ErrStop ends Rows early; Rows then returns nil.
var ErrStop = errors.New("stop")

// Rows visits the rows of a sheet that are stored, in order, and returns its merged ranges, which stand behind the rows. A row
// is the caller's only until visit returns. Errors wrap one of the reasons of Open, or are visit's.
func (b *Book) Rows(sheet int, visit func(*Row) error) ([]Range, error) {
	s := b.Sheets[sheet]
	if s.part == "" {
		return nil, nil // a chart or a dialog
	}
	t, err := b.open(s.part)
	if err != nil {
		return nil, err
	}
	defer func() { _ = t.close() }() // it was only read
	var row Row
	var merged []Range
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return merged, nil
		}
		if err != nil {
			return merged, err
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "row":
			number := row.Number + 1
			if r := attribute(e, "r"); r != "" {
				n, err := strconv.Atoi(r)
				if err != nil || n < number || n > MaxRows {
					return merged, fmt.Errorf("%w: row %q after row %d", ErrDamaged, r, row.Number)
				}
				number = n
			}
			row = Row{Number: number, Hidden: isTrue(attribute(e, "hidden")), Cells: row.Cells[:0]}
			if err := b.readRow(t, &row); err != nil {
				return merged, err
			}
			if err := visit(&row); err != nil {
				if errors.Is(err, ErrStop) {
					return merged, nil
				}
				return merged, err
			}
		case "mergeCell":
			if r, ok := parseRange(attribute(e, "ref")); ok && len(merged) < maxMerged {
				merged = append(merged, r)
			}
		}
	}
}

// readRow reads the cells up to the end of the row.
func (b *Book) readRow(t *tokens, row *Row) error {
	for {
		token, err := t.next()
		if err != nil {
			return errors.Join(ErrDamaged, err)
		}
		switch e := token.(type) {
		case xml.EndElement:
			if e.Name.Local == "row" {
				for len(row.Cells) > 0 && row.Cells[len(row.Cells)-1].Kind == Blank {
					row.Cells = row.Cells[:len(row.Cells)-1]
				}
				return nil
			}
		case xml.StartElement:
			if e.Name.Local != "c" {
				continue
			}
			column := len(row.Cells)
			if r := attribute(e, "r"); r != "" {
				c, n, ok := parseReference(r)
				if !ok || n != row.Number || c < column {
					return fmt.Errorf("%w: the cell %q in row %d", ErrDamaged, r, row.Number)
				}
				column = c
			}
			if column >= MaxColumns {
				return fmt.Errorf("%w: more than %d columns", ErrTooLarge, MaxColumns)
			}
			for len(row.Cells) < column {
				row.Cells = append(row.Cells, Cell{})
			}
			cell, err := b.readCell(t, e)
			if err != nil {
				return err
			}
			row.Cells = append(row.Cells, cell)
		}
	}
}

func (b *Book) readCell(t *tokens, start xml.StartElement) (Cell, error) {
	var cell Cell
	var value strings.Builder
	inValue, stored := false, false
	kind := attribute(start, "t")
	for {
		token, err := t.next()
		if err != nil {
			return cell, errors.Join(ErrDamaged, err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "v":
				inValue, stored = true, true
			case "f":
				cell.Formula = true
			case "is":
				text, err := t.text("is")
				if err != nil {
					return cell, err
				}
				value.WriteString(text)
				stored = true
			}
		case xml.CharData:
			if inValue && value.Len()+len(e) <= 4*maxText {
				value.Write(e)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "v":
				inValue = false
			case "c":
				b.interpret(&cell, kind, attribute(start, "s"), value.String(), stored)
				return cell, nil
			}
		}
	}
}

// interpret makes a value of what is stored.
func (b *Book) interpret(cell *Cell, kind, style, value string, stored bool) {
	switch kind {
	case "s":
		if i, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && i >= 0 && i < len(b.strings) {
			cell.Kind, cell.Text = Text, b.strings[i]
		} else if stored {
			cell.Kind, cell.Text = Error, "#TEXT"
		}
	case "str", "inlineStr", "d":
		cell.Kind, cell.Text = Text, value
	case "b":
		cell.Kind, cell.Text = Truth, strconv.FormatBool(strings.TrimSpace(value) == "1")
	case "e":
		cell.Kind, cell.Text = Error, value
	default:
		v := strings.TrimSpace(value)
		x, err := strconv.ParseFloat(v, 64)
		switch {
		case v == "":
		case err != nil:
			cell.Kind, cell.Text = Text, value
		default:
			// Excel stores 88.05 as 88.049999999999997; the shortest digits of that number are what was typed.
			cell.Kind, cell.Number, cell.Text = Number, x, strconv.FormatFloat(x, 'f', -1, 64)
			if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(b.looks) {
				if b.looks[i].date {
					cell.Kind = Date
				} else {
					cell.Shown = b.looks[i].shown(x)
				}
			}
		}
	}
	if cell.Kind == Text && cell.Text == "" {
		cell.Kind = Blank
	}
	// An empty text is a result; nothing at all is none.
	if cell.Kind == Blank && cell.Formula && (kind != "str" || !stored) {
		cell.Kind = NoValue
	}
}

// ColumnName is A for 0, AA for 26.
func ColumnName(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// parseReference reads B12 as column 1, row 12.
func parseReference(s string) (column, row int, ok bool) {
	s = strings.ReplaceAll(s, "$", "")
	i := 0
	for i < len(s) && i < 4 && (s[i] >= 'A' && s[i] <= 'Z' || s[i] >= 'a' && s[i] <= 'z') {
		column = column*26 + int(s[i]&^0x20-'A') + 1
		i++
	}
	row, err := strconv.Atoi(s[i:])
	return column - 1, row, i > 0 && err == nil && row >= 1 && row <= MaxRows && column <= MaxColumns
}

func parseRange(s string) (r Range, ok bool) {
	from, to, found := strings.Cut(s, ":")
	if !found {
		to = from
	}
	var ok1, ok2 bool
	r.FirstColumn, r.FirstRow, ok1 = parseReference(from)
	r.LastColumn, r.LastRow, ok2 = parseReference(to)
	return r, ok1 && ok2 && r.FirstRow <= r.LastRow && r.FirstColumn <= r.LastColumn
}
