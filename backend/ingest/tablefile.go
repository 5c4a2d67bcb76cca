package ingest

import (
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"estateatlas/backend/domain"
)

// maxGrowth is for how many rows room is made on the strength of the line breaks alone.
const maxGrowth = 600_000

// tableFile is one table file being read.
type tableFile struct {
	imp *intake
	log *fileLog
	row row
	// recs is the record last read; next reads one more and reports whether there is one, at says how many bytes were read.
	recs *record
	next func() bool
	at   func() int64
	text *records // nil of a workbook
	// columnOf gives the column of the table for each field of the file, −1 for one that is left.
	columnOf []int
	// complete says that all required columns are there.
	complete bool
	bad      []int // lines not in the encoding of the file, ascending
	encoding string
}

func (imp *intake) newTableFile(log *fileLog) *tableFile {
	t := log.file.table
	f := &tableFile{imp: imp, log: log}
	f.row = row{table: t, log: log, logAt: log.at, cells: make([]string, len(t.columns)), present: make([]bool, len(t.columns))}
	return f
}

// readTable reads a CSV file into the rows of its table.
func (imp *intake) readTable(ctx context.Context, log *fileLog, done func(int64)) error {
	data, refused := readWhole(log.file)
	if refused != nil {
		log.refuse(1, wholeFile, 0, refused)
		return nil
	}
	d := decode(data)
	log.encoding = d.encoding
	if trim(d.text) == "" && d.refused == nil {
		d.refused = &sayEmpty
	}
	if d.refused != nil {
		log.refuse(1, wholeFile, 0, d.refused)
		return nil
	}
	if d.encoding != encUTF8 {
		log.note(1, wholeFile, "", &sayRecoded, d.encoding)
	}
	f := imp.newTableFile(log)
	f.bad, f.encoding = d.badLines, d.encoding
	f.text = newRecords(d.text, separator(log.file.table, d.text))
	f.recs, f.next, f.at = &f.text.record, f.text.read, func() int64 { return int64(f.text.at) }
	return f.read(ctx, strings.Count(d.text, "\n"), done)
}

// read reads the heading and all rows; lines is about how many there are.
func (f *tableFile) read(ctx context.Context, lines int, done func(int64)) error {
	t, log := f.row.table, f.log
	if !f.heading() {
		return nil
	}
	t.grow(f.imp, min(lines, maxGrowth))
	for f.next() {
		if log.read++; log.read > t.most {
			log.refuse(f.recs.line, wholeFile, 0, &sayTooManyRows, strconv.Itoa(t.most))
			break
		}
		if log.read%4096 == 0 {
			if ctx.Err() != nil {
				return cancelled(ctx)
			}
			done(f.at())
		}
		f.record()
		if log.room <= 0 {
			break
		}
	}
	if log.read == 0 {
		log.note(1, wholeFile, "", &sayNoRows)
	}
	return nil
}

// readWhole reads a file up to the size it had when it was found.
func readWhole(f *file) ([]byte, *domain.Text) {
	in, err := os.Open(f.path)
	if err != nil {
		return nil, whyUnreadable(err)
	}
	defer func() { _ = in.Close() }() // it was only read
	data := make([]byte, f.size)
	n, err := io.ReadFull(in, data)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, whyUnreadable(err)
	}
	return data[:n], nil
}

// separator chooses the separator under which the first line holds the most headings of the table.
func separator(t *table, text string) byte {
	best, most := byte(','), 0
	for _, sep := range []byte{',', '\t', ';'} {
		recs := newRecords(text, sep)
		n := 0
		if recs.read() {
			for _, h := range recs.fields {
				if _, ok := t.find(h); ok {
					n++
				}
			}
		}
		if n > most {
			best, most = sep, n
		}
	}
	return best
}

// heading reads the heading and reports whether the rows can be read.
func (f *tableFile) heading() bool {
	t, log := f.row.table, f.log
	f.next()
	line := f.recs.line
	switch {
	case f.recs.count > maxColumns:
		log.refuse(line, wholeFile, 0, &sayTooManyCols, strconv.Itoa(maxColumns))
		return false
	case f.recs.problem != nil:
		log.refuse(line, wholeFile, 0, f.recs.problem)
		return false
	case f.isBad():
		log.refuse(line, wholeFile, 0, &sayBadEncoding, f.encoding)
		return false
	}
	if f.text != nil && !f.separated(line) {
		return false
	}
	f.complete = true
	f.columnOf = make([]int, len(f.recs.fields))
	first := make([]string, len(t.columns))
	for i, h := range f.recs.fields {
		f.columnOf[i] = -1
		h = trim(h)
		if h == "" {
			log.note(line, wholeFile, "#"+strconv.Itoa(i), &sayNamelessCol, strconv.Itoa(i+1))
			continue
		}
		col, ok := t.find(h)
		if !ok {
			log.note(line, h, h, &sayUnknownCol, h)
			continue
		}
		if f.row.present[col] {
			f.complete = false
			both := first[col]
			if h != both {
				both += "、" + h
			}
			log.refuse(line, t.columns[col].name, col, &sayColumnTwice, t.columns[col].name, both)
			continue
		}
		f.columnOf[i], f.row.present[col], first[col] = col, true, h
	}
	for i, c := range t.columns {
		if c.need != optional && !f.row.present[i] {
			f.complete = false
			log.refuse(line, c.name, i, &sayNoColumn, c.name, c.zh)
		}
	}
	return true
}

// separated says how the fields of a text are separated and reports whether its lines can be told apart.
func (f *tableFile) separated(line int) bool {
	if !strings.Contains(f.text.text, "\n") && strings.Contains(f.text.text, "\r") {
		f.log.refuse(line, wholeFile, 0, &sayOldLineEnds)
		return false
	}
	switch f.text.comma {
	case '\t':
		f.log.note(line, wholeFile, "", &sayTab)
	case ';':
		f.log.note(line, wholeFile, "", &saySemicolon)
	}
	return true
}

// isBad reports whether the record last read has a line that is not in the encoding of the file.
func (f *tableFile) isBad() bool {
	i, found := slices.BinarySearch(f.bad, f.recs.line)
	return found || i < len(f.bad) && f.bad[i] <= f.recs.last
}

// record reads one row.
func (f *tableFile) record() {
	r, recs := &f.row, f.recs
	r.line, r.bad = recs.line, !f.complete
	clear(r.cells)
	for i, cell := range recs.fields {
		if i >= len(f.columnOf) {
			break
		}
		if col := f.columnOf[i]; col >= 0 {
			r.set(col, cell)
		}
	}
	if !f.sound() {
		r.bad = true
		f.keepID()
		return
	}
	for i, c := range r.table.columns {
		if c.need == required && r.present[i] && r.cells[i] == "" {
			r.fault(i, &sayRequired)
		}
	}
	r.table.add(f.imp, r)
}

// sound records what is wrong with the record as a whole and reports whether its cells can be judged.
func (f *tableFile) sound() bool {
	r, recs := &f.row, f.recs
	switch {
	case recs.problem != nil:
		f.faultInField(recs.problemAt, recs.problem, recs.args...)
		if recs.problem == &sayOpenQuote {
			f.log.broken = true
		}
		return false
	case f.isBad():
		at := slices.IndexFunc(recs.fields, func(s string) bool { return strings.ContainsRune(s, utf8.RuneError) })
		f.faultInField(max(at, 0), &sayBadEncoding, f.encoding)
		return false
	case recs.count != len(f.columnOf):
		f.log.fault(r.line, wholeFile, 0, &sayFieldCount, strconv.Itoa(recs.count), strconv.Itoa(len(f.columnOf)))
		return false
	}
	return true
}

// faultInField records a fault in a field of the file, which may be none of the table's columns.
func (f *tableFile) faultInField(field int, say *domain.Text, args ...string) {
	if field < len(f.columnOf) && f.columnOf[field] >= 0 {
		f.row.fault(f.columnOf[field], say, args...)
		return
	}
	f.log.fault(f.row.line, wholeFile, 0, say, args...)
}

// keepID remembers that a record whose cells cannot be judged was there, so that rows that refer to it are not
// reported as well: its own fault comes first.
func (f *tableFile) keepID() {
	r := &f.row
	col := 0
	if r.cells[col] == "" || readID(r.cells[col]).refused != nil {
		return
	}
	id := strings.Clone(r.cells[col])
	switch r.table {
	case companiesTable:
		f.imp.companies.add(domain.Company{ID: id}, r.mark())
	case itemsTable:
		f.imp.items.add(domain.Item{Code: id}, r.mark())
	case roundsTable:
		f.imp.rounds.add(domain.Round{ID: id}, r.mark())
	}
}
