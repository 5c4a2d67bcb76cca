package ingest

import (
	"context"
	"slices"
	"strconv"

	"estateatlas/backend/domain"
)

// Prepared is a table whose rows were taken apart elsewhere: a sheet whose columns a user has matched. Its cells are texts in the forms
// of CONTRACT.md.
type Prepared struct {
	Name    string   // of the file, for messages
	Table   string   // base name in CONTRACT.md: estates.geojson, scores.csv, …
	Columns []string // English headings, each once
	Rows    []PreparedRow
}

// PreparedRow is one row: its number in the file and its cells beside Columns.
type PreparedRow struct {
	Row   int
	Cells []string
}

// ReadPrepared checks rows as Read checks those of files, together with base. The faults of Report are also given table by table, in
// order of row and column. Estates that base has keep what there is no column for, their boundaries included; new ones have no boundary.
// Errors: CodeInvalid for tables and columns that there are not, CodeCancelled.
func ReadPrepared(ctx context.Context, prepared []Prepared, base *domain.Tables, opt Options) (*Report, [][]Fault, error) {
	if base == nil {
		base = &domain.Tables{}
	}
	imp := &intake{base: base, opt: opt}
	for i := range prepared {
		if ctx.Err() != nil {
			return nil, nil, cancelled(ctx)
		}
		if err := imp.readPrepared(&prepared[i]); err != nil {
			return nil, nil, err
		}
	}
	imp.check()
	if ctx.Err() != nil {
		return nil, nil, cancelled(ctx)
	}
	faults := make([][]Fault, len(prepared))
	for i, l := range imp.logs {
		l.sortFaults()
		faults[i] = slices.Clone(l.faults)
	}
	return imp.report(), faults, nil
}

func (imp *intake) readPrepared(p *Prepared) error {
	i := slices.IndexFunc(tables, func(t *table) bool { return t.file == p.Table && t.add != nil })
	if i < 0 {
		return domain.Fail(domain.CodeInvalid, domain.Say("没有表 %s", "There is no table %s", p.Table), nil)
	}
	t := tables[i]
	// Estates of a table are read as those of a drawn file without shapes: what it has no column for stays.
	log := imp.addLog(&file{name: p.Name, table: t, drawn: t == estatesTable})
	f := imp.newTableFile(log)
	f.complete = true
	for _, name := range p.Columns {
		col, ok := t.find(name)
		if !ok || f.row.present[col] {
			return domain.Fail(domain.CodeInvalid, domain.Say("表 %[1]s 没有列 %[2]s，或用了两次", "The table %[1]s has no column %[2]s, or it occurs twice", p.Table, name), nil)
		}
		f.columnOf = append(f.columnOf, col)
		f.row.present[col] = true
	}
	for i, c := range t.columns {
		if c.need != optional && !f.row.present[i] {
			f.complete = false
			log.refuse(1, c.name, i, &sayNoColumn, c.name, c.zh)
		}
	}
	if t == estatesTable {
		imp.indexStored()
	}
	f.recs = &record{}
	t.grow(imp, min(len(p.Rows), maxGrowth))
	for i := range p.Rows {
		if log.room <= 0 {
			break
		}
		r := &p.Rows[i]
		if log.read++; t.most > 0 && log.read > t.most {
			log.refuse(r.Row, wholeFile, 0, &sayTooManyRows, strconv.Itoa(t.most))
			break
		}
		*f.recs = record{fields: r.Cells, count: len(r.Cells), line: r.Row, last: r.Row}
		f.record()
		if t == estatesTable && len(imp.estates.data) > 0 {
			e := &imp.estates.data[len(imp.estates.data)-1]
			if was := imp.stored[e.ID]; was != nil && e.Boundary == nil {
				e.Boundary = was.Boundary
			}
		}
	}
	return nil
}

// TableForm is a table of CONTRACT.md that ReadPrepared takes.
type TableForm struct {
	File    string // base name in CONTRACT.md
	Columns []ColumnForm
}

// ColumnForm is a column: its English and its Chinese heading and whether it must be there.
type ColumnForm struct {
	Name, ZH string
	Needed   bool
}

// TableForms returns the tables in the order of CONTRACT.md.
func TableForms() []TableForm {
	var out []TableForm
	for _, t := range tables {
		if t.add == nil {
			continue
		}
		form := TableForm{File: t.file}
		for i, c := range t.columns {
			form.Columns = append(form.Columns, ColumnForm{c.name, c.zh, c.need != optional || t == estatesTable && i == estateID})
		}
		out = append(out, form)
	}
	return out
}
