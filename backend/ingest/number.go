package ingest

import (
	"math"
	"strconv"

	"estateatlas/backend/domain"
)

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
