package ingest

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
	"unsafe"

	"estateatlas/backend/domain"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Names of encodings, as reports show them.
const (
	encUTF8    = "UTF-8"
	encGB18030 = "GB18030"
	encUTF16LE = "UTF-16LE"
	encUTF16BE = "UTF-16BE"
)

const (
	bomUTF8    = "\xEF\xBB\xBF"
	bomUTF16LE = "\xFF\xFE"
	bomUTF16BE = "\xFE\xFF"
	magicZIP   = "PK\x03\x04"
	magicOLE   = "\xD0\xCF\x11\xE0"
)

// decoded is the text of a file in UTF-8.
type decoded struct {
	text     string
	encoding string
	// badLines are the numbers, ascending, of the lines that do not fit the encoding; their bad bytes are U+FFFD in text.
	badLines []int
	// refused, if not nil, is why the file is no text at all.
	refused *domain.Text
}

// maxRecoded is how large a file may be that is not UTF-8: converting takes several times its size.
const maxRecoded = 64 << 20

// decode finds out how data are encoded: by the byte order mark; else UTF-8 if all of it is; else GB18030 or UTF-8,
// whichever more of it fits. It may use data's memory for the text.
func decode(data []byte) decoded {
	switch {
	case bytes.HasPrefix(data, []byte(magicZIP)), bytes.HasPrefix(data, []byte(magicOLE)):
		return decoded{refused: &sayZIP}
	case bytes.HasPrefix(data, []byte(bomUTF16LE)) && len(data) <= maxRecoded:
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), data, encUTF16LE)
	case bytes.HasPrefix(data, []byte(bomUTF16BE)) && len(data) <= maxRecoded:
		return decodeWith(unicode.UTF16(unicode.BigEndian, unicode.UseBOM), data, encUTF16BE)
	case looksBinary(data):
		return decoded{refused: &sayNotText}
	}
	rest, marked := bytes.CutPrefix(data, []byte(bomUTF8))
	if utf8.Valid(rest) {
		return decoded{text: unsafe.String(unsafe.SliceData(rest), len(rest)), encoding: encUTF8}
	}
	if len(data) > maxRecoded {
		return decoded{refused: &sayOver64}
	}
	e := weigh(rest)
	if marked || !e.isGB() {
		text := strings.ToValidUTF8(string(rest), string(utf8.RuneError))
		return decoded{text: text, encoding: encUTF8, badLines: linesOfBad(text)}
	}
	d := decodeWith(simplifiedchinese.GB18030, rest, encGB18030)
	d.badLines = append(d.badLines, e.utf8Lines...)
	slices.Sort(d.badLines)
	d.badLines = slices.Compact(d.badLines)
	return d
}

func decodeWith(enc encoding.Encoding, data []byte, name string) decoded {
	text, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return decoded{refused: &sayNotText}
	}
	s := unsafe.String(unsafe.SliceData(text), len(text))
	return decoded{text: s, encoding: name, badLines: linesOfBad(s)}
}

// looksBinary reports whether the beginning of a file without a UTF-16 mark is full of NULs.
func looksBinary(data []byte) bool {
	head := data[:min(len(data), 1024)]
	return bytes.Count(head, []byte{0}) > len(head)/8
}

// evidence counts the pieces of a file between separators that speak for one encoding or the other.
type evidence struct {
	utf8 int // Chinese in UTF-8, whole or with some bytes damaged
	gb   int // good GB18030 and not that
	// utf8Lines are the lines with whole pieces of the first kind.
	utf8Lines []int
}

// isGB weighs the evidence. Some GB18030 pairs are good two-byte UTF-8 (楼 is ¥), so only Chinese counts as UTF-8.
func (e evidence) isGB() bool { return e.gb > e.utf8 }

// mixed reports whether there is evidence for both.
func (e evidence) mixed() bool { return e.gb > 0 && e.utf8 > 0 }

// isSeparator tells the bytes that part pieces; none of them occurs inside a GB18030 character.
func isSeparator(c byte) bool { return c == '\n' || c == ',' || c == ';' || c == '\t' || c == '"' }

// weigh collects evidence.
func weigh(data []byte) evidence {
	var e evidence
	line := 1
	for at := 0; at < len(data); {
		end, beyond := at, false
		for end < len(data) && !isSeparator(data[end]) {
			beyond = beyond || data[end] >= utf8.RuneSelf
			end++
		}
		if beyond {
			piece := data[at:end]
			chinese, high := chineseUTF8(piece)
			switch valid := utf8.Valid(piece); {
			case valid && chinese > 0:
				e.utf8++
				if len(e.utf8Lines) == 0 || e.utf8Lines[len(e.utf8Lines)-1] != line {
					e.utf8Lines = append(e.utf8Lines, line)
				}
			case !valid && chinese >= 6 && 3*chinese >= 2*high:
				e.utf8++
			case !valid && isGB18030(piece):
				e.gb++
			}
		}
		if end < len(data) && data[end] == '\n' {
			line++
		}
		at = end + 1
	}
	return e
}

// chineseUTF8 counts the bytes of a piece that are beyond ASCII, and those of them that make Chinese characters or full-width
// signs in UTF-8. Text in GB18030 has such threes by chance, but they are few and leave the bytes around them stray.
func chineseUTF8(piece []byte) (chinese, high int) {
	for i := 0; i < len(piece); {
		if piece[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(piece[i:])
		high += n
		if 0x3000 <= r && r < 0x3040 || 0x3400 <= r && r < 0xA000 || 0xFF00 <= r && r < 0xFFF0 || r >= 0x20000 {
			chinese += n
		}
		i += n
	}
	return chinese, high
}

// isGB18030 reports whether all of data is in the form of GB18030: one, two or four bytes a character.
func isGB18030(data []byte) bool {
	for i := 0; i < len(data); {
		c := data[i]
		switch {
		case c < 0x80:
			i++
		case c == 0x80 || c == 0xFF || i+1 >= len(data):
			return false
		case 0x40 <= data[i+1] && data[i+1] != 0x7F && data[i+1] != 0xFF:
			i += 2
		case i+3 < len(data) && isDigit(data[i+1]) && 0x81 <= data[i+2] && data[i+2] != 0xFF && isDigit(data[i+3]):
			i += 4
		default:
			return false
		}
	}
	return true
}

// linesOfBad returns the numbers of the lines that contain U+FFFD.
func linesOfBad(text string) []int {
	var lines []int
	line, at := 1, 0
	for {
		i := strings.IndexRune(text[at:], utf8.RuneError)
		if i < 0 {
			return lines
		}
		line += strings.Count(text[at:at+i], "\n")
		if len(lines) == 0 || lines[len(lines)-1] != line {
			lines = append(lines, line)
		}
		at += i + utf8.RuneLen(utf8.RuneError)
	}
}
