package domain

import (
	"fmt"
	"time"
)

// Date is a civil date without a time zone: the number of days since 0000-12-31, so 0001-01-01 is 1.
// The zero Date means that no date is known (or never, where a column says so). Dates are ordered by <.
type Date int32

// Month is a calendar month: 12 × year + (month − 1). The zero Month means that none is known.
type Month int32

const secondsPerDay = 86400

// dayZero is the Unix second at which Date 0 begins.
var dayZero = time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC).Unix()

// NewDate returns the date y-m-d and whether such a day exists in years 1 to 9999.
func NewDate(y, m, d int) (Date, bool) {
	if y < 1 || y > 9999 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return 0, false
	}
	unix := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix()
	return Date((unix - dayZero) / secondsPerDay), true
}

// ParseDate reads YYYY-MM-DD, the only form in which dates are stored and written for machines.
func ParseDate(s string) (Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return 0, false
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 {
		return 0, false
	}
	return NewDate(y, m, d)
}

// MustDate is ParseDate for dates written in the program itself; it panics on a mistake.
func MustDate(s string) Date {
	d, ok := ParseDate(s)
	if !ok {
		panic("domain: bad date " + s)
	}
	return d
}

// YMD returns the civil year, month and day. On the zero Date all three are 0.
func (d Date) YMD() (year, month, day int) {
	if d == 0 {
		return 0, 0, 0
	}
	t := time.Unix(dayZero+int64(d)*secondsPerDay, 0).UTC()
	return t.Year(), int(t.Month()), t.Day()
}

// String writes YYYY-MM-DD, or nothing for the zero Date.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	y, m, day := d.YMD()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

// Year returns the calendar year.
func (d Date) Year() int { y, _, _ := d.YMD(); return y }

// Month returns the month that holds d.
func (d Date) Month() Month { y, m, _ := d.YMD(); return NewMonth(y, m) }

// NewMonth returns the month m (1–12) of year y.
func NewMonth(y, m int) Month { return Month(12*y + m - 1) }

// ParseMonth reads YYYY-MM.
func ParseMonth(s string) (Month, bool) {
	if len(s) != 7 || s[4] != '-' {
		return 0, false
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:])
	if !ok1 || !ok2 || y < 1 || m < 1 || m > 12 {
		return 0, false
	}
	return NewMonth(y, m), true
}

// Year returns the calendar year of m.
func (m Month) Year() int { return int(m) / 12 }

// Number returns the month of the year, 1 to 12.
func (m Month) Number() int { return int(m)%12 + 1 }

// Quarter returns the three months of the calendar quarter that holds m.
func (m Month) Quarter() [3]Month { f := m - m%3; return [3]Month{f, f + 1, f + 2} }

// First returns the first day of m.
func (m Month) First() Date { d, _ := NewDate(m.Year(), m.Number(), 1); return d }

// Last returns the last day of m.
func (m Month) Last() Date { return m.First() + Date(m.Days()) - 1 }

// Days returns the number of days of m.
func (m Month) Days() int { return daysIn(m.Year(), m.Number()) }

// String writes YYYY-MM, or nothing for the zero Month.
func (m Month) String() string {
	if m == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d", m.Year(), m.Number())
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

func digits(s string) (int, bool) {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, len(s) > 0
}
