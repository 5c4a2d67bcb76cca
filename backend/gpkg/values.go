package gpkg

import (
	"database/sql/driver"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
)

// The kinds of columns for dates, numbers and money. Whatever is exact in package domain is exact in the file: dates and decimals as
// text, money as yuan in text.

func date[T any](name string, at func(*T) *domain.Date) column[T] {
	return column[T]{
		name:  name,
		takes: domain.Say("YYYY-MM-DD 形式的日期", "a date as YYYY-MM-DD"),
		put:   func(row *T, w *writing) driver.Value { return once(w.dates, *at(row), domain.Date.String) },
		take: func(row *T, v driver.Value, _ *reading) bool {
			if v == nil || v == "" {
				return true
			}
			s, ok := v.(string)
			if ok {
				*at(row), ok = domain.ParseDate(s)
			}
			return ok
		},
	}
}

func month[T any](name string, at func(*T) *domain.Month) column[T] {
	return column[T]{
		name:  name,
		takes: domain.Say("YYYY-MM 形式的月份", "a month as YYYY-MM"),
		put:   func(row *T, w *writing) driver.Value { return once(w.months, *at(row), domain.Month.String) },
		take: func(row *T, v driver.Value, _ *reading) bool {
			if v == nil || v == "" {
				return true
			}
			s, ok := v.(string)
			if ok {
				*at(row), ok = domain.ParseMonth(s)
			}
			return ok
		},
	}
}

func yesNo[T any](name string, at func(*T) *domain.Tri) column[T] {
	return column[T]{
		name:  name,
		takes: domain.Say("1（是）或 0（否）", "1 (yes) or 0 (no)"),
		put: func(row *T, _ *writing) driver.Value {
			switch *at(row) {
			case domain.Yes:
				return int64(1)
			case domain.No:
				return int64(0)
			default:
				return nil
			}
		},
		take: func(row *T, v driver.Value, _ *reading) bool {
			switch v {
			case nil:
			case int64(1):
				*at(row) = domain.Yes
			case int64(0):
				*at(row) = domain.No
			default:
				return false
			}
			return true
		},
	}
}

// whole is a column of whole numbers ≥ 0.
func whole[T any](name string, at func(*T) *domain.Opt[int64]) column[T] {
	return column[T]{
		name:  name,
		takes: domain.Say("不小于 0 的整数", "a whole number ≥ 0"),
		put: func(row *T, _ *writing) driver.Value {
			if o := *at(row); o.Known {
				return o.Value
			}
			return nil
		},
		take: func(row *T, v driver.Value, _ *reading) bool {
			if v == nil {
				return true
			}
			n, ok := wholeNumber(v)
			*at(row) = domain.Some(n)
			return ok && n >= 0
		},
	}
}

// rank is a column of whole numbers ≥ 1; 0 stands for none.
func rank[T any](name string, at func(*T) *int64) column[T] {
	return column[T]{
		name:  name,
		takes: domain.Say("不小于 1 的整数", "a whole number ≥ 1"),
		put: func(row *T, _ *writing) driver.Value {
			if n := *at(row); n != 0 {
				return n
			}
			return nil
		},
		take: func(row *T, v driver.Value, _ *reading) bool {
			if v == nil {
				return true
			}
			n, ok := wholeNumber(v)
			*at(row) = n
			return ok && n >= 1
		},
	}
}

// wholeNumber takes 5, "5" and 5.0.
func wholeNumber(v driver.Value) (int64, bool) {
	switch v := v.(type) {
	case int64:
		return v, true
	case float64:
		n := int64(v)
		return n, float64(n) == v
	case string:
		n, err := strconv.ParseInt(v, 10, 64)
		return n, err == nil
	}
	return 0, false
}

var takesDecimal = domain.Say("不小于 0 的数（不带单位和千位分隔符）", "a number ≥ 0 without unit or thousands mark")

func takeDecimal(v driver.Value) (domain.Decimal, bool) {
	s, ok := plain(v)
	if !ok {
		return domain.Decimal{}, false
	}
	return domain.ParseDecimal(s)
}

func decimal[T any](name string, at func(*T) *domain.Decimal) column[T] {
	return column[T]{
		name:  name,
		takes: takesDecimal,
		put:   func(row *T, _ *writing) driver.Value { return at(row).String() },
		take: func(row *T, v driver.Value, _ *reading) (ok bool) {
			*at(row), ok = takeDecimal(v)
			return ok
		},
	}
}

func decimalOrNone[T any](name string, at func(*T) *domain.Opt[domain.Decimal]) column[T] {
	return column[T]{
		name:  name,
		takes: takesDecimal,
		put: func(row *T, _ *writing) driver.Value {
			if o := at(row); o.Known {
				return o.Value.String()
			}
			return nil
		},
		take: func(row *T, v driver.Value, _ *reading) bool {
			if v == nil || v == "" {
				return true
			}
			d, ok := takeDecimal(v)
			*at(row) = domain.Some(d)
			return ok
		},
	}
}

// percent is decimalOrNone from 0 to 100.
func percent[T any](name string, at func(*T) *domain.Opt[domain.Decimal]) column[T] {
	c := decimalOrNone(name, at)
	c.takes = domain.Say("0 到 100 的数", "a number from 0 to 100")
	number := c.take
	c.take = func(row *T, v driver.Value, r *reading) bool {
		return number(row, v, r) && !domain.WholeDecimal(100).Less(at(row).Value)
	}
	return c
}

var takesMoney = domain.Say("不小于 0 的元数，最多两位小数", "yuan ≥ 0 with at most two decimals")

// takeMoney reads yuan exactly.
func takeMoney(v driver.Value) (domain.Fen, bool) {
	s, ok := plain(v)
	if !ok {
		return 0, false
	}
	if _, ok := domain.ParseDecimal(s); !ok {
		return 0, false
	}
	yuan, cents, _ := strings.Cut(s, ".")
	if cents = strings.TrimRight(cents, "0"); len(cents) > 2 {
		return 0, false
	}
	n, err := strconv.ParseInt(yuan+(cents + "00")[:2], 10, 64)
	return domain.Fen(n), err == nil && domain.Fen(n) <= domain.MaxFen
}

func money[T any](name string, at func(*T) *domain.Fen) column[T] {
	return column[T]{
		name:  name,
		takes: takesMoney,
		put:   func(row *T, w *writing) driver.Value { return once(w.fens, *at(row), domain.Fen.String) },
		take: func(row *T, v driver.Value, _ *reading) (ok bool) {
			*at(row), ok = takeMoney(v)
			return ok
		},
	}
}

func moneyOrNone[T any](name string, at func(*T) *domain.Opt[domain.Fen]) column[T] {
	return column[T]{
		name:  name,
		takes: takesMoney,
		put: func(row *T, w *writing) driver.Value {
			if o := at(row); o.Known {
				return once(w.fens, o.Value, domain.Fen.String)
			}
			return nil
		},
		take: func(row *T, v driver.Value, _ *reading) bool {
			if v == nil || v == "" {
				return true
			}
			f, ok := takeMoney(v)
			*at(row) = domain.Some(f)
			return ok
		},
	}
}

// metres is a column of plain numbers, for what is computed and never compared exactly.
func metres[T any](name string, at func(*T) *domain.Opt[float64]) column[T] {
	return column[T]{
		name:  name,
		takes: takesDecimal,
		put: func(row *T, _ *writing) driver.Value {
			if o := at(row); o.Known {
				return o.Value
			}
			return nil
		},
	}
}
