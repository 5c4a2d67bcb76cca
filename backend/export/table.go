package export

import (
	"encoding/csv"
	"io"
	"strings"
)

// Audience is who reads a table.
type Audience int

const (
	// ForMachines: UTF-8, LF, no byte order mark, English headings, cells as they are (CONTRACT.md, "Text files").
	ForMachines Audience = iota
	// ForPeople: with byte order mark and Chinese headings; no cell can start a formula.
	ForPeople
)

// Column is a column of a table: its heading in the contract and on paper.
type Column struct{ Name, Chinese string }

// WriteTable writes rows, each as long as columns.
func WriteTable(w io.Writer, audience Audience, columns []Column, rows [][]string) error {
	if audience == ForPeople {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	c := csv.NewWriter(w)
	heads := make([]string, len(columns))
	for i, col := range columns {
		heads[i] = col.Name
		if audience == ForPeople {
			heads[i] = col.Chinese
		}
	}
	if err := c.Write(heads); err != nil {
		return err
	}
	cells := make([]string, len(columns))
	for _, row := range rows {
		copy(cells, row)
		if audience == ForPeople {
			for i := range cells {
				cells[i] = Harmless(cells[i])
			}
		}
		if err := c.Write(cells); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}

// Harmless returns a cell that no spreadsheet takes for a formula: text that begins with = + - @, also in full width, a tab or a
// return gets an apostrophe in front; plain numbers, negative ones too, stay numbers.
func Harmless(cell string) string {
	if !startsFormula(cell) || isNumber(cell) {
		return cell
	}
	return "'" + cell
}

// startsFormula reports whether a spreadsheet may take a text for a formula. Some take full-width signs for the plain ones.
func startsFormula(s string) bool {
	for _, r := range s {
		return strings.ContainsRune("=+-@\t\r\n＝＋－＠", r)
	}
	return false
}

func isNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	digits, points := 0, 0
	for i := range len(s) {
		switch {
		case s[i] >= '0' && s[i] <= '9':
			digits++
		case s[i] == '.':
			points++
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}
