package ingest

import (
	"bytes"
	"errors"
	"io"
	"math"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"

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

// token is a string or number as it stands in the file: without the quotes, escapes not yet resolved.
type token struct {
	raw     []byte
	escaped bool
	at      int
}

// is reports whether a name is s.
func (t token) is(s string) bool { return string(t.raw) == s && !t.escaped }

// view returns the token's bytes as a string that stands until the window slides.
func (t token) view() string { return unsafe.String(unsafe.SliceData(t.raw), len(t.raw)) }

// plain tells the bytes that a string goes on over without a closer look.
var plain = func() (p [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		p[c] = c != '"' && c != '\\'
	}
	return p
}()

// stringToken reads a string; the next byte is its quote.
func (s *scanner) stringToken() (token, bool) {
	start := s.pos + 1
	i, escaped, high := start, false, false
	for {
		c := s.b[i]
		switch {
		case plain[c]:
			i++
		case c == '"':
			s.pos = i + 1
			t := token{s.b[start:i], escaped, start - 1}
			if high && s.badUTF8 < 0 && (!utf8.Valid(t.raw) || s.lossy && bytes.ContainsRune(t.raw, utf8.RuneError)) {
				s.badUTF8 = start - 1
			}
			return t, true
		case c >= utf8.RuneSelf:
			high = true
			i++
		case c == '\\':
			escaped = true
			n := s.escape(i)
			if n == 0 {
				return token{}, false
			}
			i += n
		case c == 0 && i == s.end && s.more():
		case i >= s.end:
			s.pos = start - 1
			return token{}, s.fail(start-1, wantQuote)
		default:
			return token{}, s.fail(i, badControl)
		}
	}
}

// escape checks the escape at i and returns its length, 0 if it is bad.
func (s *scanner) escape(i int) int {
	for s.end-i < len(`\uXXXX`) && s.more() {
	}
	rest := s.b[i:s.end]
	if len(rest) >= 2 {
		switch rest[1] {
		case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
			return 2
		case 'u':
			if _, ok := hex4(rest); ok {
				return 6
			}
		}
	}
	s.fail(i, badEscape)
	return 0
}

// hex4 reads the four digits of \uXXXX at the beginning of b.
func hex4(b []byte) (rune, bool) {
	if len(b) < 6 || b[0] != '\\' || b[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range b[2:6] {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			r = r<<4 | rune(c|0x20-'a'+10)
		default:
			return 0, false
		}
	}
	return r, true
}

// resolve returns the text of a string token and whether its surrogates are all paired. Without escapes it is a view.
func (t token) resolve() (text string, paired bool) {
	if !t.escaped {
		return t.view(), true
	}
	out := make([]byte, 0, len(t.raw))
	paired = true
	for b := t.raw; len(b) > 0; {
		if b[0] != '\\' {
			out = append(out, b[0])
			b = b[1:]
			continue
		}
		switch c := b[1]; c {
		case 'u':
			r, _ := hex4(b)
			b = b[6:]
			if utf16.IsSurrogate(r) {
				low, _ := hex4(b)
				if r = utf16.DecodeRune(r, low); r == utf8.RuneError {
					paired = false
				} else {
					b = b[6:]
				}
			}
			out = utf8.AppendRune(out, r)
			continue
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		default:
			out = append(out, c)
		}
		b = b[2:]
	}
	return unsafe.String(unsafe.SliceData(out), len(out)), paired
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

// pow10 are the powers of ten that a float64 holds exactly.
var pow10 = [...]float64{
	1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
}

// float reads a number to the nearest float64, ±Inf if it is too great. The next byte is its first. A number whose digits
// make an integer below 2⁵³, over a power of ten below 10²³, is one division of two exact float64 and so correctly
// rounded (Clinger 1990); others go to strconv.
func (s *scanner) float() (float64, bool) {
again:
	b, i := s.b, s.pos
	minus := b[i] == '-'
	if minus {
		i++
	}
	var mantissa uint64
	whole := i
	for ; isDigit(b[i]); i++ {
		mantissa = 10*mantissa + uint64(b[i]-'0')
	}
	digits, frac := i-whole, 0
	if digits == 0 || digits > 1 && b[whole] == '0' {
		if i == s.end && s.more() {
			goto again
		}
		return 0, s.fail(s.pos, s.numberFault(i))
	}
	if b[i] == '.' {
		i++
		point := i
		for ; isDigit(b[i]); i++ {
			mantissa = 10*mantissa + uint64(b[i]-'0')
		}
		frac = i - point
		digits += frac
	}
	if i == s.end && s.more() {
		goto again
	}
	if b[i]|0x20 == 'e' || b[i-1] == '.' || digits > 19 || mantissa >= 1<<53 || frac >= len(pow10) {
		return s.slowFloat()
	}
	f := float64(mantissa) / pow10[frac]
	if minus {
		f = -f
	}
	s.pos = i
	return f, true
}

func (s *scanner) slowFloat() (float64, bool) {
	t, ok := s.numberToken()
	if !ok {
		return 0, false
	}
	f, err := strconv.ParseFloat(t.view(), 64)
	if err != nil {
		f = math.Copysign(math.Inf(1), f)
	}
	return f, true
}

func isDigit(c byte) bool { return c-'0' <= 9 }

// numberToken reads a number as it is written. The next byte is its first.
func (s *scanner) numberToken() (token, bool) {
again:
	b, i := s.b, s.pos
	if b[i] == '-' {
		i++
	}
	whole := i
	for ; isDigit(b[i]); i++ {
	}
	good := i > whole && (i == whole+1 || b[whole] != '0')
	if good && b[i] == '.' {
		i++
		frac := i
		for ; isDigit(b[i]); i++ {
		}
		good = i > frac
	}
	if good && b[i]|0x20 == 'e' {
		i++
		if b[i] == '+' || b[i] == '-' {
			i++
		}
		exp := i
		for ; isDigit(b[i]); i++ {
		}
		good = i > exp
	}
	if i == s.end && s.more() {
		goto again
	}
	if s.failed() {
		return token{}, false
	}
	if !good {
		return token{}, s.fail(s.pos, s.numberFault(i))
	}
	t := token{b[s.pos:i], false, s.pos}
	s.pos = i
	return t, true
}

func (s *scanner) numberFault(i int) *domain.Text {
	if i >= s.end {
		return cutShort
	}
	return badNumber
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
