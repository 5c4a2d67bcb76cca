package gpkg

import (
	"database/sql/driver"
	"strconv"
	"strings"
	"unicode/utf8"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// column is one column of a table: how its value is taken from a row T and put back.
type column[T any] struct {
	name string
	// key columns tell rows apart; they are never NULL.
	key bool
	// required columns must not be empty.
	required bool
	// put gives the value to store: nil, int64, float64, string or []byte.
	put func(row *T, w *writing) driver.Value
	// take reads a stored value that may have been written by another program; false if it does not suit.
	take func(row *T, v driver.Value, r *reading) bool
	// takes says what suits.
	takes domain.Text
}

func (c column[T]) asKey() column[T] { c.key = true; return c }

func (c column[T]) must() column[T] { c.required = true; return c }

// writing is the state of one Apply: values that occur over and over are made once.
type writing struct {
	dates  map[domain.Date]driver.Value
	months map[domain.Month]driver.Value
	fens   map[domain.Fen]driver.Value
	blobs  []byte // the geometries of rows that are not written yet
	box    box    // of the last geometry

	// While an empty table is filled its rows are numbered here, and the extents of a layer's rows are kept for its R-tree.
	next    int64 // fid of the next row; 0: SQLite chooses
	entries []entry
}

// number begins to fill an empty table. Fids of rows that were deleted from a layer are not used again.
func (w *writing) number(c *conn, table string) error {
	used, err := c.integer("SELECT seq FROM sqlite_sequence WHERE name = ?1", table)
	w.next = used + 1
	w.entries = []entry{}
	return err
}

// take returns the fid for the row that was just put, nil if SQLite shall choose.
func (w *writing) take() driver.Value {
	if w.next == 0 {
		return nil
	}
	if w.box != emptyBox {
		w.entries = append(w.entries, entry{w.next, w.box})
		w.box = emptyBox
	}
	w.next++
	return w.next - 1
}

func newWriting() *writing {
	return &writing{
		dates:  map[domain.Date]driver.Value{0: nil},
		months: map[domain.Month]driver.Value{0: nil},
		fens:   map[domain.Fen]driver.Value{},
		box:    emptyBox,
	}
}

// once returns the stored form of v, made at most once.
func once[K comparable](made map[K]driver.Value, v K, text func(K) string) driver.Value {
	got, ok := made[v]
	if !ok {
		got = text(v)
		made[v] = got
	}
	return got
}

// reading is the state of one Load.
type reading struct {
	interned map[string]string
	shapes   decoder
	why      error // what the last geometry suffered from
}

func newReading() *reading { return &reading{interned: make(map[string]string, 1<<10)} }

// intern returns one string for all equal ones: ids occur hundreds of times.
func (r *reading) intern(s string) string {
	if got, ok := r.interned[s]; ok {
		return got
	}
	r.interned[s] = s
	return s
}

// plain returns the text of a value that may have been typed as a number; "" for NULL.
func plain(v driver.Value) (string, bool) {
	switch v := v.(type) {
	case nil:
		return "", true
	case string:
		return v, utf8.ValidString(v)
	case int64:
		return strconv.FormatInt(v, 10), true
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64), true
	}
	return "", false
}

// orNull stores an empty text as NULL.
func orNull(s string) driver.Value {
	if s == "" {
		return nil
	}
	return s
}

// text is a column of free text.
func text[T any](name string, at func(*T) *string) column[T] {
	return column[T]{
		name:  name,
		takes: domain.Say("文字", "text"),
		put:   func(row *T, _ *writing) driver.Value { return orNull(*at(row)) },
		take: func(row *T, v driver.Value, _ *reading) bool {
			s, ok := plain(v)
			*at(row) = s
			return ok
		},
	}
}

// word is a column of text in which the same values occur many times, such as ids.
func word[T any](name string, at func(*T) *string) column[T] {
	c := text(name, at)
	c.take = func(row *T, v driver.Value, r *reading) bool {
		s, ok := plain(v)
		*at(row) = r.intern(s)
		return ok
	}
	return c
}

// code is a column that takes some words only, or nothing.
func code[T any, C ~string](name string, at func(*T) *C, codes ...C) column[T] {
	words := make([]string, len(codes))
	for i, c := range codes {
		words[i] = string(c)
	}
	list := strings.Join(words, "、")
	return column[T]{
		name:  name,
		takes: domain.Text{ZH: list + " 之一", EN: "one of " + strings.Join(words, ", ")},
		put:   func(row *T, _ *writing) driver.Value { return orNull(string(*at(row))) },
		take: func(row *T, v driver.Value, _ *reading) bool {
			if v == nil {
				return true
			}
			s, ok := v.(string)
			if ok && s == "" {
				return true
			}
			for _, c := range codes {
				if ok && string(c) == s {
					*at(row) = c
					return true
				}
			}
			return false
		},
	}
}

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
			}
			return nil
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

// geomColumn is the name of the geometry column of every layer.
const geomColumn = "geom"

// geometry is the geometry column of a layer. get returns nil where there is none; set gives the row what was read.
func geometry[T any](get func(*T) orb.Geometry, set func(*T, orb.Geometry) error) column[T] {
	return column[T]{
		name:  geomColumn,
		takes: domain.Say("可用的图形", "a geometry that can be read"),
		put: func(row *T, w *writing) driver.Value {
			g := get(row)
			if g == nil {
				return nil
			}
			start := len(w.blobs)
			w.blobs, w.box = appendGeometry(w.blobs, g)
			return w.blobs[start:]
		},
		take: func(row *T, v driver.Value, r *reading) bool {
			if v == nil {
				return true
			}
			blob, ok := v.([]byte)
			if !ok {
				r.why = errNotGeometry
				return false
			}
			var g orb.Geometry
			if g, r.why = r.shapes.geometry(blob); r.why == nil && g != nil {
				r.why = set(row, g)
			}
			return r.why == nil
		},
	}
}
