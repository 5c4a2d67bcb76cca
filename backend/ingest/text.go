package ingest

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"estateatlas/backend/domain"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

// Text is a text file in UTF-8.
type Text struct {
	Text     string
	Encoding string
	// BadLines are the numbers, ascending, of the lines that do not fit the encoding; their bad bytes are U+FFFD.
	BadLines []int
	// Refused, if not nil, is why the file is no text at all.
	Refused *domain.Text
}

// textEncodings are those that a user may name for a text file.
var textEncodings = []struct {
	name string
	enc  encoding.Encoding
}{
	{encUTF8, nil},
	{encGB18030, simplifiedchinese.GB18030},
	{encUTF16LE, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
	{encUTF16BE, unicode.UTF16(unicode.BigEndian, unicode.UseBOM)},
	{"Big5", traditionalchinese.Big5},
}

// TextEncodings are the encodings that DecodeText takes.
func TextEncodings() []string {
	var names []string
	for _, e := range textEncodings {
		names = append(names, e.name)
	}
	return names
}

// DecodeText reads data as text in the named encoding, or in the one that fits best if none is named. data stay as they are.
func DecodeText(data []byte, name string) Text {
	if len(data) > maxCSVBytes {
		return Text{Refused: &sayOver128}
	}
	if name == "" {
		d := decode(data)
		return Text{d.text, d.encoding, d.badLines, d.refused}
	}
	for _, e := range textEncodings {
		if e.name != name {
			continue
		}
		if e.enc == nil {
			text := strings.ToValidUTF8(string(bytes.TrimPrefix(data, []byte(bomUTF8))), string(utf8.RuneError))
			return Text{Text: text, Encoding: name, BadLines: linesOfBad(text)}
		}
		if len(data) > maxRecoded {
			return Text{Refused: &sayOver64}
		}
		d := decodeWith(e.enc, data, name)
		return Text{d.text, d.encoding, d.badLines, d.refused}
	}
	refused := domain.Say("没有编码 %s", "There is no encoding %s", name)
	return Text{Refused: &refused}
}

// Fits reports whether no line of the text is in another encoding.
func (t *Text) Fits() bool { return t.Refused == nil && len(t.BadLines) == 0 }

// TextRecord is a record of RFC 4180.
type TextRecord struct {
	Fields  []string
	Line    int          // where it starts
	Problem *domain.Text // of its quotes
	Bad     bool         // a line of it is not in the encoding of the text
}

// Records visits the records of a text until visit returns false. comma is ',', '\t' or ';'. Fields are the caller's to keep.
func (t *Text) Records(comma byte, visit func(TextRecord) bool) {
	recs := newRecords(t.Text, comma)
	for recs.read() {
		i, found := slices.BinarySearch(t.BadLines, recs.line)
		bad := found || i < len(t.BadLines) && t.BadLines[i] <= recs.last
		if !visit(TextRecord{slices.Clone(recs.fields), recs.line, recs.problem, bad}) {
			return
		}
	}
}
