package ingest

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"estateatlas/backend/domain"
)

// Caps on single values.
const (
	maxIDChars   = 256
	maxTextChars = 100_000
)

// trim takes off Unicode white space, U+FEFF and U+200B.
func trim(s string) string {
	if s == "" || isGraphicASCII(s[0]) && isGraphicASCII(s[len(s)-1]) {
		return s
	}
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == 0xFEFF || r == 0x200B })
}

func isGraphicASCII(c byte) bool { return ' ' < c && c < 0x7F }

// foldWidth turns full-width digits and the full-width point into ASCII and reports whether there were any.
func foldWidth(s string) (string, bool) {
	folded := false
	narrow := func(r rune) rune {
		switch {
		case '０' <= r && r <= '９':
			folded = true
			return r - '０' + '0'
		case r == '．':
			folded = true
			return '.'
		}
		return r
	}
	if isASCII(s) {
		return s, false
	}
	s = strings.Map(narrow, s)
	return s, folded
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// A reading of a value gives the value and either why it is refused (a template for the value itself, and perhaps one
// more argument) or what must be noted about it.
type verdict struct {
	refused *domain.Text
	note    *domain.Text
}

// readDate reads YYYY-MM-DD, and with a note YYYY/M/D and YYYY年M月D日.
func readDate(s string) (domain.Date, verdict) {
	if d, ok := domain.ParseDate(s); ok {
		return d, verdict{}
	}
	s, wide := foldWidth(s)
	y, m, d, form := dateParts(s)
	if form == nil {
		if _, err := strconv.Atoi(s); err == nil && len(s) == 5 {
			return 0, verdict{refused: &sayDateSerial}
		}
		return 0, verdict{refused: &sayDateForm}
	}
	date, ok := domain.NewDate(y, m, d)
	if !ok {
		return 0, verdict{refused: &sayNoSuchDay}
	}
	if wide {
		return date, verdict{note: &sayWideDigits}
	}
	if form == &formISO {
		return date, verdict{}
	}
	return date, verdict{note: &sayOtherDate}
}

// dateForm is how year, month and day are set apart, and how few digits month and day may have.
type dateForm struct {
	afterYear, afterMonth, end string
	minDigits                  int
}

var (
	formISO     = dateForm{"-", "-", "", 2}
	formSlash   = dateForm{"/", "/", "", 1}
	formChinese = dateForm{"年", "月", "日", 1}
)

func dateParts(s string) (y, m, d int, form *dateForm) {
	for _, f := range []*dateForm{&formISO, &formSlash, &formChinese} {
		ys, rest, ok1 := strings.Cut(s, f.afterYear)
		ms, rest, ok2 := strings.Cut(rest, f.afterMonth)
		ds, ok3 := strings.CutSuffix(rest, f.end)
		if !ok1 || !ok2 || !ok3 {
			continue
		}
		y, ok1 = plainInt(ys, 4, 4)
		m, ok2 = plainInt(ms, f.minDigits, 2)
		d, ok3 = plainInt(ds, f.minDigits, 2)
		if ok1 && ok2 && ok3 {
			return y, m, d, f
		}
	}
	return 0, 0, 0, nil
}

// plainInt reads least to most ASCII digits.
func plainInt(s string, least, most int) (int, bool) {
	if len(s) < least || len(s) > most {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// readMonth reads YYYY-MM.
func readMonth(s string) (domain.Month, verdict) {
	s, wide := foldWidth(s)
	m, ok := domain.ParseMonth(s)
	switch {
	case !ok:
		return 0, verdict{refused: &sayMonthForm}
	case wide:
		return m, verdict{note: &sayWideDigits}
	}
	return m, verdict{}
}

// plainNumber takes a number apart: digits with an optional point, a minus before it. whole and frac are its digits.
func plainNumber(s string) (whole, frac string, minus bool, v verdict) {
	s, wide := foldWidth(s)
	if wide {
		v.note = &sayWideDigits
	}
	t, minus := strings.CutPrefix(s, "-")
	whole, frac, point := strings.Cut(t, ".")
	if !allDigits(whole) || point && !allDigits(frac) {
		return "", "", false, verdict{refused: whyNoNumber(s)}
	}
	if minus && strings.Trim(whole+frac, "0") == "" {
		minus = false
	}
	return whole, frac, minus, v
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

// whyNoNumber names the usual reasons why a cell that should hold a number does not.
func whyNoNumber(s string) *domain.Text {
	digits := func(s string) bool { return strings.ContainsAny(s, "0123456789") }
	switch {
	case !digits(s) || strings.HasPrefix(s, "'"): // the sign that makes a cell text, typed into it
		return &sayNotNumber
	case strings.ContainsAny(s, ",，'"):
		return &sayThousands
	case strings.ContainsAny(s, "−－﹣–—"):
		return &sayOtherMinus
	case strings.HasPrefix(s, "+"):
		return &sayPlus
	case strings.ContainsAny(s, "eE") && strings.Trim(s, "0123456789.+-eE") == "":
		return &sayExponent
	}
	return &sayNotNumber
}

// readDecimal reads a number ≥ 0.
func readDecimal(s string) (domain.Decimal, verdict) {
	if d, ok := domain.ParseDecimal(s); ok {
		return d, verdict{}
	}
	whole, frac, minus, v := plainNumber(s)
	if v.refused != nil {
		return domain.Decimal{}, v
	}
	if minus {
		return domain.Decimal{}, verdict{refused: &sayNegative}
	}
	text := whole
	if frac != "" {
		text += "." + frac
	}
	d, ok := domain.ParseDecimal(text)
	if !ok {
		return d, verdict{refused: &sayTooManyDigits}
	}
	return d, v
}

// maxScore is the highest score there is.
var maxScore = domain.WholeDecimal(100)

// readScore reads a score, 0 to 100.
func readScore(s string) (domain.Decimal, verdict) {
	d, v := readDecimal(s)
	if v.refused == &sayNegative || v.refused == nil && maxScore.Less(d) {
		v = verdict{refused: &sayScoreRange}
	}
	return d, v
}

// readMoney reads yuan ≥ 0 with at most two decimals.
func readMoney(s string) (domain.Fen, verdict) {
	whole, frac, minus, v := plainNumber(s)
	switch {
	case v.refused != nil:
		return 0, v
	case minus:
		return 0, verdict{refused: &sayNegative}
	case len(frac) > 2:
		return 0, verdict{refused: &sayThirdDecimal}
	}
	const digitsOfMax = 15 // of MaxFen, 10¹⁴
	fen := strings.TrimLeft(whole, "0") + (frac + "00")[:2]
	n, err := strconv.ParseInt(fen, 10, 64)
	if len(fen) > digitsOfMax || err != nil || domain.Fen(n) > domain.MaxFen {
		return 0, verdict{refused: &sayTooMuchMoney}
	}
	return domain.Fen(n), v
}

// readInt reads a whole number ≥ least. Spreadsheets and databases write whole numbers as 12.0 too.
func readInt(s string, least int64) (int64, verdict) {
	whole, frac, minus, v := plainNumber(s)
	if v.refused != nil {
		return 0, v
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	switch {
	case strings.Trim(frac, "0") != "":
		return 0, verdict{refused: &sayNotWhole}
	case err != nil || n > 1e12:
		return 0, verdict{refused: &sayTooManyDigits}
	case minus || n < least:
		if least == 1 {
			return 0, verdict{refused: &sayBelowOne}
		}
		return 0, verdict{refused: &sayNegative}
	}
	return n, v
}

// readDegrees reads a longitude (limit 180) or latitude (limit 90).
func readDegrees(s string, limit float64) (float64, verdict) {
	whole, frac, minus, v := plainNumber(s)
	if v.refused != nil {
		return 0, v
	}
	f, err := strconv.ParseFloat(whole+"."+frac+"0", 64)
	if err != nil || f > limit {
		if limit == maxLat {
			return 0, verdict{refused: &sayLatRange}
		}
		return 0, verdict{refused: &sayLonRange}
	}
	if minus {
		f = -f
	}
	return f, v
}

// readBool reads true/false, 1/0, 是/否.
func readBool(s string) (domain.Tri, verdict) {
	switch s {
	case "true", "1", "是":
		return domain.Yes, verdict{}
	case "false", "0", "否":
		return domain.No, verdict{}
	}
	return domain.Unknown, verdict{refused: &sayNotBool}
}

// readID checks an id; it stays as it is, byte for byte.
func readID(s string) verdict {
	switch {
	case len(s) > maxIDChars && utf8.RuneCountInString(s) > maxIDChars:
		return verdict{refused: &sayLongID}
	case strings.ContainsFunc(s, unicode.IsControl):
		return verdict{refused: &sayControlInID}
	}
	return verdict{}
}

// readText checks a free text.
func readText(s string) verdict {
	switch {
	case len(s) > maxTextChars && utf8.RuneCountInString(s) > maxTextChars:
		return verdict{refused: &sayLongText}
	case strings.IndexByte(s, 0) >= 0:
		return verdict{refused: &sayNUL}
	}
	return verdict{}
}
