package app

import (
	"slices"

	"estateatlas/backend/messy"
	"estateatlas/backend/workbook"
)

// firstLines is how many rows below the heading are always shown.
const firstLines = 20

// columnLetter is the letter of a column, empty for none.
func columnLetter(column int) string {
	if column < 0 {
		return ""
	}
	return workbook.ColumnName(column)
}

// lines are the rows that a look needs: titles, heading, the first ones, those with something to say and their neighbours; the others as
// runs.
func (r *reading) lines(choice *WizardChoice) []WizardLine {
	rows := r.grid.Rows
	show := make([]bool, len(rows))
	spoken := make(map[int]bool, len(r.Marks))
	for at := range r.Marks {
		spoken[at.Row] = true
	}
	left, first := mostLines, firstLines
	put := func(i int) {
		if i >= 0 && i < len(rows) && !show[i] && left > 0 {
			show[i] = true
			left--
		}
	}
	for i := range rows {
		switch kind := r.Kinds[i]; {
		case kind == messy.RowTitle, kind == messy.RowHeading, kind == messy.RowTotal:
			put(i)
		case kind == messy.RowHidden:
		case first > 0:
			first--
			put(i)
		}
	}
	// Faults before repairs, in case there are more than can be shown.
	for i := range rows {
		if r.Kinds[i] == messy.RowBad {
			put(i - 1)
			put(i)
			put(i + 1)
		}
	}
	for i := range rows {
		if spoken[rows[i].Number] || r.Kinds[i] == messy.RowSkipped {
			put(i)
		}
	}
	put(len(rows) - 1)
	out := []WizardLine{}
	for i := 0; i < len(rows); i++ {
		if show[i] && r.Kinds[i] != messy.RowHidden {
			out = append(out, r.line(i, choice.SkipBad))
			continue
		}
		kind := "fine"
		if r.Kinds[i] == messy.RowHidden {
			kind = messy.RowHidden
		}
		last := len(out) - 1
		if last >= 0 && out[last].Kind == kind && out[last].To > 0 {
			out[last].To = rows[i].Number
			continue
		}
		out = append(out, WizardLine{Row: rows[i].Number, To: rows[i].Number, Kind: kind, Cells: []WizardCell{}})
	}
	return out
}

// rows are rows from a number on, one by one.
func (r *reading) rows(from, count int) []WizardLine {
	at, _ := slices.BinarySearchFunc(r.grid.Rows, from, func(row messy.Row, n int) int { return row.Number - n })
	out := []WizardLine{}
	for i := at; i < len(r.grid.Rows) && len(out) < count; i++ {
		out = append(out, r.line(i, false))
	}
	return out
}

func (r *reading) line(i int, skipBad bool) WizardLine {
	row := &r.grid.Rows[i]
	kind := r.Kinds[i]
	if kind == messy.RowBad && !skipBad {
		kind = messy.RowData
	}
	l := WizardLine{Row: row.Number, Kind: kind, Cells: make([]WizardCell, len(r.Columns))}
	for c := range r.Columns {
		var cell messy.Cell
		if c < len(row.Cells) {
			cell = row.Cells[c]
		}
		v := WizardCell{Shown: cell.Text, Number: cell.Kind == workbook.Number}
		if cell.Shown != "" {
			v.Shown, v.Stored = cell.Shown, cell.Text
		}
		if cell.Kind == workbook.NoValue {
			v.Shown = "="
		}
		mark, marked := r.Marks[messy.Place{Row: row.Number, Column: c}]
		switch {
		case marked:
			v.State, v.Read = mark.State, mark.Read
		case kind == messy.RowTitle, kind == messy.RowHeading:
		case r.Columns[c].Field == "":
			v.State = "left"
		case cell.Formula && cell.Kind != workbook.NoValue:
			v.State = "formula"
		}
		l.Cells[c] = v
	}
	for _, m := range r.grid.Merged {
		if m.FirstRow == row.Number && m.FirstColumn < len(l.Cells) && m.LastColumn > m.FirstColumn {
			l.Cells[m.FirstColumn].Span = min(m.LastColumn, len(l.Cells)-1) - m.FirstColumn + 1
		}
	}
	return l
}
