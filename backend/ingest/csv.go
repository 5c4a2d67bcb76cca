package ingest

import (
	"strings"

	"estateatlas/backend/domain"
)

// records takes a text apart into the records of RFC 4180, with lines that end in LF or CRLF. Blank lines are no records.
type records struct {
	text  string
	comma byte
	at    int // where the next record begins
	next  int // its line, from 1
	record
	quoted bool
}

// record is one record of a table file: of a text, or a row of a workbook.
type record struct {
	// fields are views of the text (doubled quotes undoubled); count is how many there are, if they are more than maxColumns.
	fields     []string
	count      int
	line, last int // its first and last line
	problem    *domain.Text
	problemAt  int // the field
	args       []string
}

// maxColumns is how many columns a table may have.
const maxColumns = 1000

func newRecords(text string, comma byte) *records { return &records{text: text, comma: comma, next: 1} }

// read reads the next record and reports whether there is one. After a bad quote the field runs on to the next separator.
func (r *records) read() bool {
	for r.at < len(r.text) {
		r.fields, r.problem, r.line, r.quoted = r.fields[:0], nil, r.next, false
		r.count = 0
		for r.field() {
		}
		r.last = r.next - 1
		if r.count == 1 && r.problem == nil && !r.quoted && trim(r.fields[0]) == "" {
			continue
		}
		return true
	}
	return false
}

// field reads one field and reports whether another follows in the record.
func (r *records) field() bool {
	start := r.at
	if start < len(r.text) && r.text[start] == '"' {
		return r.quotedField()
	}
	i := start
	for ; i < len(r.text); i++ {
		switch r.text[i] {
		case r.comma:
			r.push(r.text[start:i])
			r.at = i + 1
			return true
		case '\n':
			r.push(strings.TrimSuffix(r.text[start:i], "\r"))
			r.endLine(i + 1)
			return false
		case '"':
			r.wrong(&sayBareQuote)
		}
	}
	r.push(strings.TrimSuffix(r.text[start:], "\r"))
	r.endLine(len(r.text))
	return false
}

func (r *records) push(field string) {
	if r.count++; r.count <= maxColumns {
		r.fields = append(r.fields, field)
	}
}

func (r *records) endLine(at int) { r.at, r.next = at, r.next+1 }

func (r *records) wrong(say *domain.Text) {
	if r.problem == nil {
		r.problem, r.problemAt = say, r.count
	}
}

// quoted reads a field that begins with a quote.
func (r *records) quotedField() bool {
	i := r.at + 1
	start, doubled := i, false
	for {
		n := strings.IndexByte(r.text[i:], '"')
		if n < 0 {
			r.wrong(&sayOpenQuote)
			r.push(r.text[start:])
			r.next += strings.Count(r.text[start:], "\n")
			r.endLine(len(r.text))
			return false
		}
		i += n + 1
		if i >= len(r.text) || r.text[i] != '"' {
			break
		}
		doubled = true
		i++
	}
	body := r.text[start : i-1]
	r.next += strings.Count(body, "\n")
	if doubled {
		body = strings.ReplaceAll(body, `""`, `"`)
	}
	r.quoted = true
	r.push(body)
	// i is behind the closing quote: a separator or the end of the line must follow.
	rest := r.text[i:]
	switch {
	case rest == "" || rest == "\r":
		r.endLine(len(r.text))
		return false
	case rest[0] == r.comma:
		r.at = i + 1
		return true
	case rest[0] == '\n':
		r.endLine(i + 1)
		return false
	case strings.HasPrefix(rest, "\r\n"):
		r.endLine(i + 2)
		return false
	}
	if r.problem == nil {
		r.problem, r.problemAt = &sayAfterQuote, r.count-1
	}
	end := strings.IndexAny(rest, string(r.comma)+"\n")
	switch {
	case end < 0:
		r.endLine(len(r.text))
		return false
	case rest[end] == '\n':
		r.endLine(i + end + 1)
		return false
	}
	r.at = i + end + 1
	return true
}
