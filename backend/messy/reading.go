package messy

import (
	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
)

// Kinds of rows.
const (
	RowTitle   = "title"
	RowHeading = "heading"
	RowData    = "data"
	RowHidden  = "hidden"  // left because it is hidden
	RowTotal   = "total"   // left because it is a total or a remark below the table
	RowSkipped = "skipped" // left on the user's word
	RowBlank   = "blank"   // holds nothing that is read
	RowBad     = "bad"     // has a fault or an open question
)

// States of cells.
const (
	CellRepaired = "repaired"
	CellAsked    = "asked"
	CellFault    = "fault"
	CellEdited   = "edited"
)

// Mark is how a cell is read, where that is otherwise than it stands there.
type Mark struct {
	State string
	Read  string // as it is read; empty of a fault
}

// Fault is something that keeps a row, or several together, from being read. Column is −1 for the row as a whole.
type Fault struct {
	Kind     string
	Rows     []int
	Column   int
	Title    domain.Text
	Text     domain.Text
	Remedies []Remedy
}

// Remedy is what can be done about a fault: cells read as other text, rows left, or a value that the user types.
type Remedy struct {
	Label domain.Text
	Cells []Edit
	Skip  []int
	Enter bool
	// Columns are read as other fields, an empty one not at all.
	Columns map[int]string
}

// Edit reads a cell as a text.
type Edit struct {
	Place
	Text string
}

// Kinds of questions.
const (
	AskEstate      = "estate"
	AskSubdistrict = "subdistrict"
	AskItem        = "item"
	AskCompany     = "company"
	AskRound       = "round"
)

// Answers that are no ids.
const (
	AnswerNew    = "new"
	AnswerSkip   = "skip"
	AnswerIgnore = "ignore"
)

// Question is something that is not guessed.
type Question struct {
	Key, Kind string
	Rows      []int
	Column    int
	Title     domain.Text
	Options   []Option
	Answer    string // empty: open
}

// Option is a possible answer. Query is true where the user may look for another one.
type Option struct {
	Value string
	Label domain.Text
	Why   domain.Text
	Query bool
}

// Repair is what was read otherwise than it stands, or left, without asking. Key revokes it, empty if it cannot be. Take are the rows
// that Choice.Taken can bring in.
type Repair struct {
	Key     string
	Rows    []int
	Column  int
	Text    domain.Text
	Take    []int
	Revoked bool
}

// Reading is a grid as it is read.
type Reading struct {
	*Plan
	Rounds    []Round
	Kinds     []string // of the rows of the grid
	Marks     map[Place]Mark
	Faults    []Fault
	Questions []Question
	Repairs   []Repair
	// Tables are the rows in the forms of CONTRACT.md, without those that have a fault or an open question.
	Tables []ingest.Prepared
	// Left is how many rows are not taken without a fault: hidden, totals, skipped.
	Left int

	columnOf []map[string]int // beside Tables: the column of the grid for each English heading
	bad      map[int]bool     // rows with a fault or an open question
}

// Bad reports whether a row has a fault or an open question.
func (r *Reading) Bad(row int) bool { return r.bad[row] }

// Open counts the faults and questions that wait for the user.
func (r *Reading) Open() (faults, questions int) {
	for i := range r.Questions {
		if r.Questions[i].Answer == "" {
			questions++
		}
	}
	for i := range r.Rounds {
		if r.Rounds[i].Open {
			questions++
		}
	}
	return len(r.Faults), questions
}
