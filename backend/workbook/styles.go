package workbook

import (
	"encoding/xml"
	"math"
	"strconv"
	"strings"
	"time"
)

// readStyles finds out which cell styles show numbers as dates.
func (b *Book) readStyles(name string) error {
	t, err := b.open(name)
	if err != nil {
		return err
	}
	own := make(map[int]bool)
	inCells := false
	return t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			if id, err := strconv.Atoi(attribute(e, "numFmtId")); err == nil && len(own) < MaxColumns {
				own[id] = isDateFormat(attribute(e, "formatCode"))
			}
		case "cellXfs":
			inCells = true
		case "cellStyleXfs", "cellStyles", "dxfs":
			inCells = false
		case "xf":
			if !inCells || len(b.dates) == 1<<16 {
				return nil
			}
			id, err := strconv.Atoi(attribute(e, "numFmtId"))
			date, isOwn := own[id]
			b.dates = append(b.dates, err == nil && (date || !isOwn && isBuiltInDate(id)))
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
