package domain

import (
	"math/big"
	"strconv"
	"strings"
)

// Opt is a value that may be unknown. The zero Opt is unknown.
type Opt[T any] struct {
	Value T
	Known bool
}

// Some returns a known value.
func Some[T any](v T) Opt[T] { return Opt[T]{Value: v, Known: true} }

// Fen is an amount of money in hundredths of a yuan.
type Fen int64

// MaxFen is the largest single amount that is taken on input: 10¹² yuan. It leaves room for the sums of
// a district (tens of thousands of estates) in an int64.
const MaxFen Fen = 1e14

// String writes yuan with two decimals, a point and no thousands mark: 4900.00.
func (f Fen) String() string {
	sign := ""
	u := uint64(f)
	if f < 0 {
		sign, u = "-", -u
	}
	cents := u % 100
	s := strconv.FormatUint(u/100, 10)
	if cents < 10 {
		return sign + s + ".0" + strconv.FormatUint(cents, 10)
	}
	return sign + s + "." + strconv.FormatUint(cents, 10)
}

// Decimals is the number of decimal places that a Decimal can hold.
const Decimals = 18

// MaxDecimalDigits is the number of digits before the point that a Decimal can hold.
const MaxDecimalDigits = 15

// Decimal is an exact decimal number ≥ 0: a whole part and a fraction in units of 10⁻¹⁸.
// Equal numbers are equal Decimals (88 == 88.0), so == and Cmp compare exactly.
type Decimal struct {
	whole int64
	frac  int64
}

// ParseDecimal reads plain ASCII digits with an optional point: 88, 88.0, 0.5. It takes no sign, no exponent,
// no bare point (".5", "5."), at most MaxDecimalDigits digits before the point and Decimals significant ones after it.
func ParseDecimal(s string) (Decimal, bool) {
	w, f, point := strings.Cut(s, ".")
	if point && f == "" {
		return Decimal{}, false
	}
	w = trimZeros(w)
	f = strings.TrimRight(f, "0")
	if w == "" || len(w) > MaxDecimalDigits || len(f) > Decimals {
		return Decimal{}, false
	}
	var d Decimal
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return Decimal{}, false
		}
		d.whole = 10*d.whole + int64(w[i]-'0')
	}
	for i := range Decimals {
		d.frac *= 10
		if i < len(f) {
			if f[i] < '0' || f[i] > '9' {
				return Decimal{}, false
			}
			d.frac += int64(f[i] - '0')
		}
	}
	return d, true
}

// trimZeros takes leading zeros off but leaves the last digit.
func trimZeros(s string) string {
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return s
}

// MustDecimal is ParseDecimal for numbers written in the program itself; it panics on a mistake.
func MustDecimal(s string) Decimal {
	d, ok := ParseDecimal(s)
	if !ok {
		panic("domain: bad decimal " + s)
	}
	return d
}

// WholeDecimal returns n ≥ 0 as a Decimal.
func WholeDecimal(n int64) Decimal { return Decimal{whole: n} }

const fracOne = int64(1e18)

// Add returns d + e exactly.
func (d Decimal) Add(e Decimal) Decimal {
	s := Decimal{whole: d.whole + e.whole, frac: d.frac + e.frac}
	if s.frac >= fracOne {
		s.whole++
		s.frac -= fracOne
	}
	return s
}

// Cmp returns −1, 0 or 1 as d is less than, equal to or greater than e.
func (d Decimal) Cmp(e Decimal) int {
	switch {
	case d.whole < e.whole || d.whole == e.whole && d.frac < e.frac:
		return -1
	case d == e:
		return 0
	}
	return 1
}

// Less reports d < e.
func (d Decimal) Less(e Decimal) bool { return d.Cmp(e) < 0 }

// IsZero reports d == 0.
func (d Decimal) IsZero() bool { return d == Decimal{} }

// CmpProduct compares d with e × f exactly.
func (d Decimal) CmpProduct(e, f Decimal) int {
	left := new(big.Int).Mul(d.units(), big.NewInt(fracOne))
	return left.Cmp(new(big.Int).Mul(e.units(), f.units()))
}

// units returns d in units of 10⁻¹⁸.
func (d Decimal) units() *big.Int {
	u := new(big.Int).Mul(big.NewInt(d.whole), big.NewInt(fracOne))
	return u.Add(u, big.NewInt(d.frac))
}

// Float returns the nearest float64, for drawing and statistics, never for a comparison that decides anything.
func (d Decimal) Float() float64 { return float64(d.whole) + float64(d.frac)/1e18 }

// String writes the number in plain digits without trailing zeros: 88, 88.5.
func (d Decimal) String() string {
	if d.frac == 0 {
		return strconv.FormatInt(d.whole, 10)
	}
	f := strconv.FormatInt(fracOne+d.frac, 10)[1:]
	return strconv.FormatInt(d.whole, 10) + "." + strings.TrimRight(f, "0")
}
