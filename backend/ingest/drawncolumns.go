package ingest

import (
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/vector"
)

// hasKey reports whether a layer has a column of ids or names.
func (o *ShapeOptions) hasKey(l *vector.Layer, t *table) bool {
	return slices.ContainsFunc(l.Fields, func(field string) bool {
		col, how := o.match(t, l, field)
		return how != fitNone && col <= estateName
	})
}

// match finds the column that a field is read as: the one that the user chose, else by its name.
func (o *ShapeOptions) match(t *table, l *vector.Layer, field string) (col int, how fit) {
	if chosen, ok := o.Columns[field]; ok {
		if col, known := t.byName[chosen]; known {
			return col, fitChosen
		}
		return 0, fitNone
	}
	return t.recognise(field, l.CutNames)
}

// columns matches the file's fields with the columns and reports whether the records can be read. A field that is empty in all
// records is as good as none.
func (f *drawnFile) columns() bool {
	l, log, t := f.layer, f.log, f.row.table
	f.columnOf = make([]int, len(l.Fields))
	best := make([]fit, len(t.columns))
	holder := make([]int, len(t.columns))
	filled := f.filled()
	ok := true
	for pass := fitChosen; pass <= fitCut; pass++ {
		for i, field := range l.Fields {
			col, how := f.imp.opt.Shapes.match(t, l, field)
			if how != pass || !filled[i] {
				continue
			}
			switch {
			case best[col] == fitNone:
				best[col], holder[col] = how, i
			case best[col] == how && !f.equal(i, holder[col]):
				ok = false
				log.refuse(1, t.columns[col].name, col, &sayColumnTwice, t.columns[col].name, l.Fields[holder[col]]+"、"+field)
			}
		}
	}
	for i := range f.columnOf {
		f.columnOf[i] = -1
	}
	for col, how := range best {
		if how != fitNone {
			f.columnOf[holder[col]], f.row.present[col] = col, true
			if how > fitName {
				log.note(1, t.columns[col].name, l.Fields[holder[col]], &sayReadAs, l.Fields[holder[col]], t.columns[col].zh)
			}
		}
	}
	for i, field := range l.Fields {
		if f.columnOf[i] >= 0 || !filled[i] || i == f.exitText || f.doubles(i, holder, best) {
			continue
		}
		if trim(field) == "" {
			log.note(1, wholeFile, "#"+strconv.Itoa(i), &sayNamelessCol, strconv.Itoa(i+1))
			continue
		}
		log.note(1, field, field, &sayUnknownCol, field)
	}
	if t != estatesTable {
		return ok
	}
	return f.key() && ok
}

// key finds out how records say which estate they are, by id or by name, and reports whether they do.
func (f *drawnFile) key() bool {
	l, log, t := f.layer, f.log, f.row.table
	switch {
	case f.row.present[estateID]:
		return true
	case !f.row.present[estateName]:
		log.refuse(1, t.columns[estateID].name, estateID, &sayNoKeyField, strings.Join(l.Fields, "、"))
		return false
	case len(f.imp.base.Estates) == 0:
		log.refuse(1, t.columns[estateID].name, estateID, &sayNamesOnly)
		return false
	}
	log.note(1, t.columns[estateID].name, "", &sayByName)
	f.byName = map[string][]*domain.Estate{}
	for i := range f.imp.base.Estates {
		e := &f.imp.base.Estates[i]
		f.byName[e.Name] = append(f.byName[e.Name], e)
	}
	return true
}

// equal reports whether two fields have the same value in every record.
func (f *drawnFile) equal(a, b int) bool {
	return !slices.ContainsFunc(f.layer.Rows, func(r vector.Row) bool { return trim(r.Cells[a]) != trim(r.Cells[b]) })
}

// doubles reports whether a field only repeats the one that a column is read from.
func (f *drawnFile) doubles(i int, holder []int, best []fit) bool {
	col, how := f.imp.opt.Shapes.match(f.row.table, f.layer, f.layer.Fields[i])
	return how != fitNone && best[col] != fitNone && f.equal(i, holder[col])
}

// filled tells which fields have a value in some record; all of them where there are no records.
func (f *drawnFile) filled() []bool {
	filled := make([]bool, len(f.layer.Fields))
	if len(f.layer.Rows) == 0 {
		for i := range filled {
			filled[i] = true
		}
	}
	left := len(filled)
	for i := range f.layer.Rows {
		for k, cell := range f.layer.Rows[i].Cells {
			if !filled[k] && trim(cell) != "" {
				filled[k] = true
				left--
			}
		}
		if left == 0 {
			break
		}
	}
	return filled
}
