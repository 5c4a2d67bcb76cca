package ingest

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
)

// Report is the outcome of reading: what to put into the project, and everything that was said on the way.
type Report struct {
	// Put is what the project takes over. It is empty if there are faults and bad rows were not to be skipped.
	Put domain.Tables
	// Faults are in order of file (tables as in CONTRACT.md, then base name), row and column. With SkipBad they are
	// the rows that were left, and why.
	Faults []Fault
	// Notes are what was repaired, left aside or read otherwise than it was written, in order of file.
	Notes []Note
	// Tables counts the rows of each table that occurred, in the order of CONTRACT.md.
	Tables []Count
	Files  []File

	skipBad bool
}

// Count is how many rows of a table were in the files and how many of them are taken.
type Count struct {
	Table          string // base name in CONTRACT.md: estates.geojson, scores.csv, …
	Read, Accepted int
}

// File is one file that was read as a table.
type File struct {
	Name           string // base name
	Table          string
	Read, Accepted int
	Encoding       string // UTF-8, GB18030, UTF-16LE, UTF-16BE; empty if the file could not be read
}

// Taken counts the rows, settings and backdrop shapes in Put.
func (r *Report) Taken() int {
	n := 0
	for _, t := range r.Tables {
		n += t.Accepted
	}
	return n
}

// Refused says that nothing is to be written and the exit status is 1: there are faults, and bad rows were not to be
// skipped or none was good.
func (r *Report) Refused() bool { return len(r.Faults) > 0 && (!r.skipBad || r.Taken() == 0) }

// wholeFile is the column of a fault that is not in one column.
const wholeFile = "-"

// Fault is one thing wrong in a file.
type Fault struct {
	File string // base name
	// Row is the line where the record starts (the heading is 1); in GeoJSON the line of the fault, in settings 1.
	Row int
	// Column is the English heading; in GeoJSON the path features[i].…; "-" for the file or record as a whole.
	Column string

	feature int32 // index in a GeoJSON file, for the order
	order   int32 // place of the column in its table, for the order
	what    sentence
}

// Text returns what is wrong and what to do.
func (f Fault) Text() domain.Text { return f.what.text() }

// String returns the line file:row: column: what is wrong and what to do.
func (f Fault) String(lang domain.Lang) string {
	return line(f.File, f.Row, f.Column, f.what.text().In(lang))
}

// Note is something that is not a fault but must not stay unsaid. Equal ones of a file are one Note.
type Note struct {
	File   string
	Row    int    // of the first place
	Column string // of the first place
	Count  int    // in how many places
	what   sentence
}

// Text returns the sentence, with the number of places if there are several.
func (n Note) Text() domain.Text {
	t := n.what.text()
	if n.Count > 1 {
		c := strconv.Itoa(n.Count)
		t.ZH += "（共 " + c + " 处，此为第一处）"
		t.EN += " (" + c + " places; this is the first)"
	}
	return t
}

// String returns the note in the form of a fault's line.
func (n Note) String(lang domain.Lang) string {
	return line(n.File, n.Row, n.Column, n.Text().In(lang))
}

func line(file string, row int, column, text string) string {
	return oneLine(file) + ":" + strconv.Itoa(row) + ": " + oneLine(column) + ": " + oneLine(text)
}

// sentence is a Text that is put together when it is asked for, so that very many faults cost little. In say, %[1]s
// and %[2]s stand for args; without args it is said as it stands.
type sentence struct {
	say  *domain.Text
	args [2]string
	n    uint8
}

func newSentence(say *domain.Text, args []string) sentence {
	s := sentence{say: say, n: uint8(len(args))}
	for i, a := range args {
		s.args[i] = strings.Clone(shown(a))
	}
	return s
}

func (s sentence) text() domain.Text {
	if s.say == nil || s.n == 0 {
		return *cmp.Or(s.say, &domain.Text{})
	}
	fill := strings.NewReplacer("%[1]s", s.args[0], "%[2]s", s.args[1])
	return domain.Text{ZH: fill.Replace(s.say.ZH), EN: fill.Replace(s.say.EN)}
}

// shownPath keeps a column or path in a message short.
func shownPath(s string) string {
	const most = 200
	if len(s) > most {
		return strings.ToValidUTF8(s[:most], "") + "…"
	}
	return s
}

// maxShown is how many characters of a value a message shows.
const maxShown = 40

// shown makes a value from a file fit for a message: short and on one line.
func shown(s string) string {
	n := 0
	for i := range s {
		if n++; n > maxShown {
			s = s[:i] + "…"
			break
		}
	}
	return oneLine(s)
}

// oneLine escapes what would break a line or reverse its direction on a screen.
func oneLine(s string) string {
	if !strings.ContainsFunc(s, breaksLine) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if breaksLine(r) {
			b.WriteString(`\u{` + strconv.FormatInt(int64(r), 16) + `}`)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func breaksLine(r rune) bool {
	return r < ' ' || 0x7F <= r && r < 0xA0 || r == 0x2028 || r == 0x2029 ||
		0x200E <= r && r <= 0x200F || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// maxFaults is how many faults one import lists before it stops reading, and says so.
const maxFaults = 500_000

// fileLog collects what is said about one file.
type fileLog struct {
	file     *file
	at       uint16 // place among the logs of the import
	faults   []Fault
	notes    []Note
	noted    map[noteKey]int // place in notes
	read     int
	accepted int
	encoding string
	// broken says that rows of the file may be missing from what was read, so that a reference to one of them cannot be judged.
	broken bool
	// room is how many more faults the file may list.
	room int
}

type noteKey struct {
	say *domain.Text
	key string
}

// fault records a fault; say is a template for at most two args.
func (l *fileLog) fault(row int, column string, order int, say *domain.Text, args ...string) {
	l.faultIn(0, row, column, order, say, args...)
}

// refuse records a fault because of which rows of the file are missing.
func (l *fileLog) refuse(row int, column string, order int, say *domain.Text, args ...string) {
	l.broken = true
	l.fault(row, column, order, say, args...)
}

// faultIn records a fault in a feature of a GeoJSON file and reports whether there is room for more.
func (l *fileLog) faultIn(feature, row int, column string, order int, say *domain.Text, args ...string) bool {
	if l.room <= 0 {
		return false
	}
	if l.room--; l.room == 0 {
		column, order, say, args = wholeFile, 0, &sayTooManyFaults, []string{strconv.Itoa(maxFaults)}
		l.broken = true
	}
	l.faults = append(l.faults, Fault{
		File: l.file.name, Row: row, Column: column,
		feature: int32(feature), order: int32(order), what: newSentence(say, args),
	})
	return l.room > 0
}

// note records a note, or counts it if the same was said before with the same key.
func (l *fileLog) note(row int, column, key string, say *domain.Text, args ...string) {
	if i, ok := l.noted[noteKey{say, key}]; ok {
		l.notes[i].Count++
		return
	}
	if l.noted == nil {
		l.noted = make(map[noteKey]int)
	}
	l.noted[noteKey{say, strings.Clone(key)}] = len(l.notes)
	l.notes = append(l.notes, Note{File: l.file.name, Row: row, Column: strings.Clone(shownPath(column)), Count: 1, what: newSentence(say, args)})
}

// sortFaults brings the faults of a file into the order of row and column.
func (l *fileLog) sortFaults() {
	slices.SortStableFunc(l.faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.feature, b.feature), cmp.Compare(a.order, b.order))
	})
}
