package ingest

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
	"unsafe"
)

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
