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
	box    box    // of the row's geometry; emptyBox if it has none

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
