package ingest

import (
	"bytes"
	"errors"
	"io"

	"estateatlas/backend/domain"
)

const (
	// maxDepth is how deep a JSON value may be nested.
	maxDepth = 64
	// maxWindow is how much of a file is held at a time, so the largest feature there may be.
	maxWindow = 64 << 20
	// firstWindow is how much is read at a time.
	firstWindow = 1 << 20
	// reserve is how much should be at hand where a feature begins; more is read when it is not enough.
	reserve = 1 << 16
)

// scanner is a strict RFC 8259 reader over a window of a file. It hands out tokens as views of the window, which stand
// until slide is called. Beyond the RFC: a leading byte order mark is skipped, strings must be UTF-8, nesting is at most
// maxDepth. After the first fault of syntax every method returns false or zero.
type scanner struct {
	src io.Reader
	// b[:end] is the window; b[end] is 0, so that no loop over a token needs to look for the end.
	b   []byte
	end int
	pos int
	eof bool

	off  int64 // place of b[0] in the file
	line int   // line of b[0], from 1

	// fault is the first fault of syntax (or cap) and faultAt its place in the window.
	fault   *domain.Text
	readErr error
	faultAt int
	// lossy says that the source was converted, so that bytes which could not be are U+FFFD now.
	lossy bool
	// badUTF8 is the place in the window of a string that is not UTF-8, −1 for none; the reader of features takes it back.
	badUTF8 int
}

func newScanner(src io.Reader) *scanner { return newScannerWindow(src, firstWindow) }

// newScannerWindow is newScanner with another size of the window to begin with.
func newScannerWindow(src io.Reader, size int) *scanner {
	s := &scanner{src: src, b: make([]byte, size+1), line: 1, badUTF8: -1}
	s.load()
	if bytes.HasPrefix(s.b[:s.end], []byte(bomUTF8)) {
		s.pos = len(bomUTF8)
	}
	return s
}

// load reads until the window is full or the file ends.
func (s *scanner) load() {
	for !s.eof && s.end < len(s.b)-1 {
		n, err := s.src.Read(s.b[s.end : len(s.b)-1])
		s.end += n
		if err != nil {
			s.eof = true
			if !errors.Is(err, io.EOF) {
				s.readErr = err
			}
		}
	}
	s.b[s.end] = 0
}

// more is called at the end of the window: it makes the window longer and reports whether there is anything more.
// Places in the window stay as they are.
func (s *scanner) more() bool {
	if s.eof {
		return false
	}
	if s.end == len(s.b)-1 {
		if s.end >= maxWindow {
			s.fail(s.end, &sayHugeFeature)
			s.eof = true
			return false
		}
		longer := make([]byte, min(2*s.end, maxWindow)+1)
		copy(longer, s.b[:s.end])
		s.b = longer
	}
	was := s.end
	s.load()
	return s.end > was
}

// slide lets go of what lies before pos when little is left in the window, and reads on. All views become void.
func (s *scanner) slide() {
	if s.eof || s.end-s.pos >= reserve || s.pos == 0 {
		return
	}
	s.line += bytes.Count(s.b[:s.pos], newline)
	s.off += int64(s.pos)
	s.end = copy(s.b, s.b[s.pos:s.end])
	s.pos = 0
	s.load()
}

var newline = []byte{'\n'}

// lineAt returns the line of a place in the window.
func (s *scanner) lineAt(at int) int { return s.line + bytes.Count(s.b[:min(at, s.end)], newline) }

func (s *scanner) failed() bool { return s.fault != nil }

// fail records the first fault of syntax. It returns false, so that callers can pass it on.
func (s *scanner) fail(at int, say *domain.Text) bool {
	if s.fault == nil {
		s.fault, s.faultAt = say, at
	}
	return false
}

// badJSON is the sentence about a fault of syntax.
func badJSON(zh, en string) *domain.Text {
	return &domain.Text{
		ZH: "JSON 语法有误：" + zh + "；改正后整个文件才能读取",
		EN: "Bad JSON: " + en + "; the file cannot be read before this is corrected",
	}
}

var (
	wantValue  = badJSON("此处应为一个值", "a value is expected here")
	wantKey    = badJSON("此处应为双引号中的成员名", "a member name in double quotes is expected here")
	wantColon  = badJSON("此处应为冒号", "a colon is expected here")
	wantComma  = badJSON("此处应为逗号或结束的括号", "a comma or the closing bracket is expected here")
	wantEnd    = badJSON("内容之后还有多余的字符", "there is something after the end")
	wantQuote  = badJSON("文字没有结束的双引号", "the string has no closing quote")
	badEscape  = badJSON("文字中有不可用的转义", "there is a bad escape in the string")
	badControl = badJSON("文字中有未转义的控制字符", "there is a control character in the string")
	badNumber  = badJSON("数字写法有误", "the number is badly written")
	cutShort   = badJSON("文件在中途结束", "the file ends too early")
)

// expected records that something else should come next.
func (s *scanner) expected(what *domain.Text) bool {
	if s.pos >= s.end && s.eof {
		what = cutShort
	}
	return s.fail(s.pos, what)
}

// peek skips white space and returns the next byte, 0 at the end of the file.
func (s *scanner) peek() byte {
	if c := s.b[s.pos]; c > ' ' {
		return c
	}
	return s.peekOver()
}

// peekOver is peek where there is white space to skip, or more to load.
func (s *scanner) peekOver() byte {
	for {
		c := s.b[s.pos]
		if c > ' ' {
			return c
		}
		switch c {
		case ' ', '\n', '\r', '\t':
			s.pos++
		default:
			if c != 0 || s.pos < s.end || !s.more() {
				return 0
			}
		}
	}
}

// accept skips white space and takes c if it comes next.
func (s *scanner) accept(c byte) bool {
	if s.peek() != c {
		return false
	}
	s.pos++
	return true
}

// next steps to the next element of an array or member of an object: it takes a comma and returns true, or the closing
// bracket and returns false. first is true before the first element.
func (s *scanner) next(closing byte, first bool) bool {
	c := s.peek()
	switch {
	case c == closing:
		s.pos++
		return false
	case first:
		return true
	case c == ',':
		s.pos++
		return true
	}
	return s.expected(wantComma)
}

// atEnd reads white space up to the end of the file.
func (s *scanner) atEnd() bool {
	if s.peek() != 0 || s.pos < s.end {
		return s.expected(wantEnd)
	}
	return true
}

// key reads the name of a member and the colon after it.
func (s *scanner) key() (token, bool) {
	if s.peek() != '"' {
		return token{}, s.expected(wantKey)
	}
	t, ok := s.stringToken()
	if !ok {
		return t, false
	}
	if t.escaped {
		text, _ := t.resolve()
		t = token{[]byte(text), false, t.at}
	}
	if !s.accept(':') {
		return t, s.expected(wantColon)
	}
	return t, true
}

// word reads true, false or null.
func (s *scanner) word(w string) bool {
	for s.end-s.pos < len(w) && s.more() {
	}
	if !bytes.HasPrefix(s.b[s.pos:s.end], []byte(w)) {
		return s.expected(wantValue)
	}
	s.pos += len(w)
	return true
}

// skip reads a value of any kind without keeping it.
func (s *scanner) skip() bool { return s.skipAt(0) }

func (s *scanner) skipAt(depth int) bool {
	if depth > maxDepth {
		return s.fail(s.pos, &sayTooDeep)
	}
	switch c := s.peek(); {
	case c == '"':
		_, ok := s.stringToken()
		return ok
	case c == '[':
		s.pos++
		for first := true; s.next(']', first); first = false {
			if !s.skipAt(depth + 1) {
				return false
			}
		}
	case c == '{':
		s.pos++
		for first := true; s.next('}', first); first = false {
			if _, ok := s.key(); !ok || !s.skipAt(depth+1) {
				return false
			}
		}
	case c == '-' || isDigit(c):
		_, ok := s.numberToken()
		return ok
	case c == 't':
		return s.word("true")
	case c == 'f':
		return s.word("false")
	case c == 'n':
		return s.word("null")
	default:
		return s.expected(wantValue)
	}
	return !s.failed()
}
