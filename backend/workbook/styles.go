package workbook

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"time"
)

// look is how a cell style shows numbers.
type look struct {
	date     bool
	decimals int // that are shown; −1: all
	percent  bool
}

func builtInLook(id int) look {
	switch id {
	case 1, 3:
		return look{decimals: 0}
	case 2, 4:
		return look{decimals: 2}
	case 9:
		return look{decimals: 0, percent: true}
	case 10:
		return look{decimals: 2, percent: true}
	}
	return look{date: isBuiltInDate(id), decimals: -1}
}

// lookOf reads a format code. Only plain numbers and percentages are told; fractions, exponents and what is divided by thousands are
// shown as stored.
func lookOf(code string) look {
	if isDateFormat(code) {
		return look{date: true, decimals: -1}
	}
	l := look{decimals: -1}
	section, _, _ := strings.Cut(code, ";")
	var plain strings.Builder
	quoted, bracket := false, false
	for i := 0; i < len(section); i++ {
		switch c := section[i]; {
		case quoted:
			quoted = c != '"'
		case bracket:
			bracket = c != ']'
		case c == '"':
			quoted = true
		case c == '[':
			bracket = true
		case c == '\\', c == '_', c == '*':
			i++
		case strings.IndexByte("0#.,%", c) >= 0:
			plain.WriteByte(c)
		case strings.IndexByte("Ee/?@", c) >= 0:
			return l
		}
	}
	text := plain.String()
	number := strings.Trim(text, "%")
	if l.percent = number != text; strings.Contains(number, "%") || !strings.ContainsAny(number, "0#") || strings.HasSuffix(number, ",") {
		return look{decimals: -1}
	}
	_, decimals, _ := strings.Cut(number, ".")
	l.decimals = len(decimals)
	return l
}

// shown is a number as the look shows it, empty where that is the number itself.
func (l look) shown(x float64) string {
	if l.decimals < 0 || l.decimals > 15 || math.Abs(x) > 1e15 {
		return ""
	}
	if l.percent {
		return strconv.FormatFloat(x*100, 'f', l.decimals, 64) + "%"
	}
	text := strconv.FormatFloat(x, 'f', l.decimals, 64)
	if y, err := strconv.ParseFloat(text, 64); err == nil && y == x {
		return ""
	}
	return text
}

// readStyles finds out how cell styles show numbers.
func (b *Book) readStyles(name string) error {
	t, err := b.open(name)
	if err != nil {
		return err
	}
	own := make(map[int]string)
	inCells := false
	return t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil && len(own) < MaxColumns {
				own[id] = attribute(e, "formatCode")
			}
		case "cellXfs":
			inCells = true
		case "cellStyleXfs", "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if !inCells || len(b.looks) == 1<<16 {
				return nil
			}
			id, err := strconv.Atoi(attribute(e, "numFmtId"))
			code, isOwn := own[id]
			switch {
			case err != nil:
				b.looks = append(b.looks, look{decimals: -1})
			case isOwn:
				b.looks = append(b.looks, lookOf(code))
			default:
				b.looks = append(b.looks, builtInLook(id))
			}
		}
		return nil
	})
}

// isBuiltInDate names the formats of ECMA-376 part 1, 18.8.30, that show dates, those of Chinese locales included.
func isBuiltInDate(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

// isDateFormat reports whether a format code shows a date: it has y, m or d outside quotes, brackets and escapes. A format of
// hours only is a duration or a time of day.
func isDateFormat(code string) bool {
	code, _, _ = strings.Cut(code, ";")
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case quoted:
			quoted = c != '"'
		case bracket:
			bracket = c != ']'
		case c == '"':
			quoted = true
		case c == '[':
			bracket = true
		case c == '\\', c == '_', c == '*':
			i++
		case strings.IndexByte("yYdD", c) >= 0:
			return true
		case c == 'm' || c == 'M':
			// Minutes stand beside hours or seconds.
			return !strings.ContainsAny(code, "hHsS")
		}
	}
	return false
}

// Date returns the civil date of a serial number as YYYY-MM-DD and whether it has a time of day; ok is false for a number that
// is no date. Day 60 of the system of 1900, 29 February 1900, has never been.
func (b *Book) Date(serial float64) (date string, hasTime, ok bool) {
	days := math.Floor(serial)
	hasTime = serial-days > 0.5/86_400
	epoch := time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case math.IsNaN(serial) || serial < 0 || serial >= 2_958_466: // 10000-01-01
		return "", false, false
	case b.from1904:
		epoch = time.Date(1904, time.January, 1, 0, 0, 0, 0, time.UTC)
	case days < 1 || days == 60:
		return "", false, false
	case days < 60:
		days++
	}
	return epoch.AddDate(0, 0, int(days)).Format(time.DateOnly), hasTime, true
}
