package ingest

import (
	"strconv"

	"estateatlas/backend/domain"
)

// Standing of an id that rows may refer to.
type standing uint8

const (
	stored standing = iota // in the project
	taken                  // a good row of this import
	left                   // only a row of this import that has a fault
)

// idSet is the ids of one kind that rows can refer to, numbered.
type idSet struct {
	number map[string]int32
	ids    []id
	// incomplete says that a file which may hold more ids could not be read whole.
	incomplete bool
	unknown    *domain.Text
	// The last id looked up: rows come in runs.
	last   string
	lastAt int32
}

type id struct {
	text     string
	standing standing
	mark     mark // of the row, unless it is only stored
}

func newIDSet(unknown *domain.Text, size int) *idSet {
	return &idSet{number: make(map[string]int32, size), unknown: unknown, lastAt: -1}
}

// find returns the number of an id, −1 if there is no such id.
func (s *idSet) find(text string) int32 {
	if text == s.last && s.lastAt >= 0 {
		return s.lastAt
	}
	n, ok := s.number[text]
	if !ok {
		return -1
	}
	s.last, s.lastAt = text, n
	return n
}

// store adds an id of the project.
func (s *idSet) store(text string) {
	if _, ok := s.number[text]; !ok {
		s.number[text] = int32(len(s.ids))
		s.ids = append(s.ids, id{text: text, standing: stored})
	}
}

// declare adds the id of a row. It returns the row that declared the same id before, if there is one.
func (s *idSet) declare(text string, m mark) (before mark, twice bool) {
	state := taken
	if m.bad {
		state = left
	}
	n, ok := s.number[text]
	switch {
	case !ok:
		s.number[text] = int32(len(s.ids))
		s.ids = append(s.ids, id{text, state, m})
	case s.ids[n].mark.line > 0:
		return s.ids[n].mark, true
	default:
		// A stored row that is replaced stays what it is if the new row is bad.
		s.ids[n].mark = m
		if !m.bad {
			s.ids[n].standing = taken
		}
	}
	return mark{}, false
}

// placeOf says where a row was read, for a message about another row.
func (imp *intake) placeOf(m mark) string {
	f := imp.logs[m.log].file
	place := f.name + ":" + strconv.Itoa(int(m.line))
	if f.table.geo() && !f.drawn {
		place += " " + featurePath(int(m.feature))
	}
	return place
}

// declare enters the ids of a table's rows and refuses those that occur twice. idOf returns "" where an id is unreadable.
func declare[T any](imp *intake, set *idSet, t *table, r *rows[T], idOf func(*T) string) {
	for i := range r.data {
		text := idOf(&r.data[i])
		if text == "" {
			continue
		}
		if before, twice := set.declare(text, r.marks[i]); twice {
			imp.faultOf(t, &r.marks[i], 0, &sayDuplicate, text, imp.placeOf(before))
		}
	}
	for _, l := range imp.logs {
		set.incomplete = set.incomplete || l.file.table == t && l.broken
	}
}

// faultOf refuses a row that has been read, for the cell of a column.
func (imp *intake) faultOf(t *table, m *mark, col int, say *domain.Text, args ...string) {
	column := t.columns[col].name
	log := imp.logs[m.log]
	if t.geo() && !log.file.drawn {
		column = featurePath(int(m.feature)) + ".properties." + column
		if col == estateID {
			column = idPath(int(m.feature), m.idOwn)
		}
	}
	log.faultIn(int(m.feature), int(m.line), column, col, say, args...)
	m.bad = true
}

// reference is a column that names a row of another table.
type reference[T any] struct {
	col   int
	set   *idSet
	field func(*T) *string
}

// resolve checks what a table's rows refer to and puts the ids themselves into the rows. key, if not nil, is given the
// numbers of the first two references (−1 where there is none) and returns a key that only one row of an import may have.
func resolve[T any](imp *intake, t *table, r *rows[T], refs []reference[T], key func(*T, int32, int32) (uint64, bool), keyColumns string) {
	if len(r.data) == 0 {
		return
	}
	seen := map[uint64]int32{}
	if key != nil {
		seen = make(map[uint64]int32, len(r.data))
	}
	for i := range r.data {
		v, m := &r.data[i], &r.marks[i]
		numbers := [2]int32{-1, -1}
		for j, ref := range refs {
			text := ref.field(v)
			if *text == "" {
				continue
			}
			n := ref.set.find(*text)
			if n < 0 {
				// Where the row that is meant may be in a file that could not be read, that file's fault says enough.
				if imp.opt.SkipBad || !ref.set.incomplete {
					imp.faultOf(t, m, ref.col, ref.set.unknown, *text)
				}
				m.bad, *text = true, ""
				continue
			}
			known := &ref.set.ids[n]
			*text = known.text
			if j < len(numbers) {
				numbers[j] = n
			}
			if known.standing == left && imp.opt.SkipBad {
				imp.faultOf(t, m, ref.col, &sayRefersToLeft, known.text, imp.placeOf(known.mark))
			}
		}
		if key == nil {
			continue
		}
		k, ok := key(v, numbers[0], numbers[1])
		if !ok {
			continue
		}
		if before, twice := seen[k]; twice {
			imp.faultOf(t, m, refs[0].col, &sayDuplicateKey, imp.placeOf(r.marks[before]), keyColumns)
			continue
		}
		seen[k] = int32(i)
	}
}

// pairKey makes the key of two references.
func pairKey[T any](_ *T, a, b int32) (uint64, bool) {
	return uint64(uint32(a))<<32 | uint64(uint32(b)), a >= 0 && b >= 0
}

// dateKey makes the key of the first reference and a date or month.
func dateKey[T any, D ~int32](date func(*T) D) func(*T, int32, int32) (uint64, bool) {
	return func(v *T, a, _ int32) (uint64, bool) {
		d := date(v)
		return uint64(uint32(a))<<32 | uint64(uint32(d)), a >= 0 && d != 0
	}
}
