package ingest

import (
	"strings"

	"estateatlas/backend/domain"
)

// row is one record being read: a line of a CSV table or a feature's properties. Its methods read the cell of a column,
// record what is wrong with it and return the zero value then. Cells are views of the file's bytes; what is kept is copied.
type row struct {
	table *table
	log   *fileLog
	logAt uint16
	line  int
	// cells are the trimmed values by column, "" where there is none; present tells which columns the file has.
	cells   []string
	present []bool
	bad     bool
	words   interner

	// A feature of a GeoJSON file has a path and each of its values a line of its own.
	geo     *geoReader
	feature int
	idOwn   bool // its id is the feature's own, not a property
	idBad   bool // its property id has a fault
}

func (r *row) mark() mark {
	return mark{line: int32(r.line), feature: int32(r.feature), log: r.logAt, idOwn: r.idOwn, bad: r.bad}
}

// place returns where the cell of a column is.
func (r *row) place(col int) (line int, column string) {
	if r.geo != nil {
		if col == estateID && r.table.layer == "" {
			return r.geo.lineOfCell(col), idPath(r.feature, r.idOwn)
		}
		return r.geo.lineOfCell(col), r.geo.propertyPath(r.table.columns[col].name)
	}
	return r.line, r.table.columns[col].name
}

// set puts the trimmed text into the cell of a column.
func (r *row) set(col int, text string) {
	t := trim(text)
	if len(t) != len(text) && !isASCII(text[:1]+text[len(text)-1:]) {
		r.note(col, &sayTrimmed)
	}
	r.cells[col] = t
}

// fault refuses the row for the cell of a column; say is a template for args.
func (r *row) fault(col int, say *domain.Text, args ...string) {
	line, column := r.place(col)
	r.bad = true
	r.idBad = r.idBad || col == estateID
	if !r.log.faultIn(r.feature, line, column, col, say, args...) && r.geo != nil {
		r.geo.s.fail(r.geo.s.pos, &sayTooManyFaults)
	}
}

// note notes something about the cell of a column, once for all rows of the file.
func (r *row) note(col int, say *domain.Text, args ...string) {
	line, column := r.place(col)
	r.log.note(line, column, r.table.columns[col].name, say, args...)
}

// judge records the verdict on the cell of a column and reports whether its value stands.
func (r *row) judge(col int, v verdict) bool {
	if v.note != nil {
		r.note(col, v.note, r.cells[col])
	}
	if v.refused != nil {
		r.fault(col, v.refused, r.cells[col])
	}
	return v.refused == nil
}

// ownID returns a copy of the id of the record itself, which is the first column of every table that has one.
func (r *row) ownID() string { return strings.Clone(r.id(0)) }

// id returns an id that refers to another record, as a view: the check of references puts the id of that record in its place.
func (r *row) id(col int) string {
	s := r.cells[col]
	if s == "" || !r.judge(col, readID(s)) {
		return ""
	}
	return s
}

// text returns a copy of a free text.
func (r *row) text(col int) string {
	s := r.cells[col]
	if s == "" || !r.judge(col, readText(s)) {
		return ""
	}
	return strings.Clone(s)
}

// word returns a text that many rows share, such as a street.
func (r *row) word(col int) string {
	s := r.cells[col]
	if s == "" || !r.judge(col, readText(s)) {
		return ""
	}
	return r.words.intern(s)
}

// interner keeps one copy of each text, as long as there are not too many.
type interner map[string]string

const maxInterned = 100_000

func (in *interner) intern(s string) string {
	if kept, ok := (*in)[s]; ok {
		return kept
	}
	if *in == nil {
		*in = make(interner)
	}
	s = strings.Clone(s)
	if len(*in) < maxInterned {
		(*in)[s] = s
	}
	return s
}

// cell reads the cell of a column with read; an empty cell is the zero value.
func cell[T any](r *row, col int, read func(string) (T, verdict)) T {
	var zero T
	s := r.cells[col]
	if s == "" {
		return zero
	}
	v, verdict := read(s)
	if !r.judge(col, verdict) {
		return zero
	}
	return v
}

// known is cell for a value that may be unknown.
func known[T any](r *row, col int, read func(string) (T, verdict)) domain.Opt[T] {
	s := r.cells[col]
	if s == "" {
		return domain.Opt[T]{}
	}
	v, verdict := read(s)
	return domain.Opt[T]{Value: v, Known: r.judge(col, verdict)}
}

func (r *row) date(col int) domain.Date             { return cell(r, col, readDate) }
func (r *row) money(col int) domain.Opt[domain.Fen] { return known(r, col, readMoney) }

func (r *row) count(col int) domain.Opt[int64] {
	return known(r, col, func(s string) (int64, verdict) { return readInt(s, 0) })
}

func (r *row) exit(col int) (ground domain.ExitGround, text string) {
	if r.cells[col] == "" {
		return "", ""
	}
	ground, text, v := readExit(r.cells[col])
	if !r.judge(col, v) {
		return "", ""
	}
	return ground, strings.Clone(text)
}

// notBefore refuses a later date that lies before an earlier one; equal is allowed, and so is either unknown.
func (r *row) notBefore(laterCol int, later, earlier domain.Date, say *domain.Text) {
	if later != 0 && earlier != 0 && later < earlier {
		r.fault(laterCol, say, r.cells[laterCol], earlier.String())
	}
}
