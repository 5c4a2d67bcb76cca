package gpkg

import (
	"cmp"
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"estateatlas/backend/domain"
)

// dataTable is a table of the project: it reads its rows into domain.Tables and writes those of a change, as domain.Apply says.
type dataTable interface {
	tableName() string
	heading() domain.Text
	columnNames() []string
	uniqueKey() string // the columns of the key, for SQL; "" if rows may share a key
	// load appends the stored rows in the order that domain.Tables asks for, and the cells that cannot be used.
	load(ctx context.Context, c *conn, to *domain.Tables, r *reading) ([]fault, error)
	// take puts the rows of one project in place of those of another.
	take(from, to *domain.Tables)
	// rowsIn is how many rows of a change belong here.
	rowsIn(put *domain.Tables) int
	// remove deletes the rows with the keys of those given.
	remove(c *conn, gone *domain.Tables, w *writing) error
	// write puts the rows of a change.
	write(ctx context.Context, c *conn, put *domain.Tables, w *writing) error
}

// mode says what the rows of a change replace.
type mode int

const (
	replaceRows mode = iota // the row with the same key
	replaceSets             // all rows with a key that occurs
	replaceAll              // everything
)

// table is a dataTable whose rows are Ts. Every table has an integer primary key fid beside its columns.
type table[T any] struct {
	name    string
	title   domain.Text
	mode    mode
	columns []column[T]
	rows    func(*domain.Tables) *[]T
	order   func(a, b *T) int // compares keys, as the columns of the key do; nil if there is no key
	only    func(*T) bool     // which of the rows belong here; nil: all
	blank   T                 // what a row is before its columns are read
	fid     func(*T) *int64   // where the fid goes; nil: nowhere
}

func (t table[T]) tableName() string    { return t.name }
func (t table[T]) heading() domain.Text { return t.title }

func (t table[T]) columnNames() []string {
	names := make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i] = c.name
	}
	return names
}

// keyColumns are the names of the columns of the key.
func (t table[T]) keyColumns() []string {
	var names []string
	for _, c := range t.columns {
		if c.key {
			names = append(names, c.name)
		}
	}
	return names
}

// keyNames are the columns of the key as SQL writes them.
func (t table[T]) keyNames() []string {
	names := t.keyColumns()
	for i, name := range names {
		names[i] = quote(name)
	}
	return names
}

func (t table[T]) take(from, to *domain.Tables) { *t.rows(to) = *t.rows(from) }

func (t table[T]) rowsIn(put *domain.Tables) int {
	rows := *t.rows(put)
	if t.only == nil {
		return len(rows)
	}
	n := 0
	for i := range rows {
		if t.only(&rows[i]) {
			n++
		}
	}
	return n
}

func (t table[T]) uniqueKey() string {
	if t.mode != replaceRows {
		return ""
	}
	return strings.Join(t.keyNames(), ", ")
}

// takesFID says what the number of a row is where it is used: the map knows estates by it.
var takesFID = domain.Say("不小于 1 的整数", "a whole number ≥ 1")

// checkEvery is how many rows are read or written between two looks at the context.
const checkEvery = 1 << 10

func (t table[T]) load(ctx context.Context, c *conn, to *domain.Tables, r *reading) ([]fault, error) {
	// The unary + takes the declared type away: the driver would make times of DATE columns that another program declared.
	selected := []string{"fid"}
	for _, col := range t.columns {
		selected = append(selected, "+"+quote(col.name))
	}
	n, err := c.integer("SELECT count(*) FROM " + quote(t.name))
	if err != nil {
		return nil, err
	}
	rows := t.rows(to)
	*rows = slices.Grow(*rows, int(n))

	var faults []fault
	var before []driver.Value // the key of the row before
	i := 0
	err = c.each(fmt.Sprintf("SELECT %s FROM %s ORDER BY %s", strings.Join(selected, ", "), quote(t.name), strings.Join(append(t.keyNames(), "fid"), ", ")),
		func(cells []driver.Value) error {
			if i++; i%checkEvery == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			*rows = append(*rows, t.blank)
			faults = t.readRow(&(*rows)[len(*rows)-1], cells, r, faults)
			if t.mode == replaceRows && t.sameKey(&before, cells[1:]) {
				fid, _ := cells[0].(int64)
				faults = append(faults, fault{t.name, fid, strings.Join(t.keyColumns(), ", "), nil, twiceKey})
			}
			return nil
		})
	return faults, err
}

// readRow puts the cells, fid first, into row and appends what is wrong with them.
func (t table[T]) readRow(row *T, cells []driver.Value, r *reading, faults []fault) []fault {
	fid, _ := cells[0].(int64)
	if t.fid != nil {
		if *t.fid(row) = fid; fid < 1 {
			faults = append(faults, fault{t.name, fid, "fid", cells[0], whatSuits(takesFID, nil)})
		}
	}
	for j, col := range t.columns {
		v := cells[j+1]
		r.why = nil
		switch {
		case col.required && (v == nil || v == ""):
			faults = append(faults, fault{t.name, fid, col.name, v, emptyCell})
		case !col.take(row, v, r):
			faults = append(faults, fault{t.name, fid, col.name, v, whatSuits(col.takes, r.why)})
		}
	}
	return faults
}

// sameKey reports whether the cells have the key in before, and puts theirs there. Bytes, which no key may be, are like nothing.
func (t table[T]) sameKey(before *[]driver.Value, cells []driver.Value) bool {
	same := *before != nil
	at := 0
	for j, col := range t.columns {
		if !col.key {
			continue
		}
		v := cells[j]
		if _, bytes := v.([]byte); bytes {
			v, same = nil, false
		}
		if at == len(*before) {
			*before = append(*before, v)
		}
		same = same && (*before)[at] == v
		(*before)[at] = v
		at++
	}
	return same
}

// The parameters of the statements below: ?1 is the fid, ?2 and so on the columns in their order.

// updateSQL replaces the row with the same key, which keeps its fid, and returns a row if there was one.
func (t table[T]) updateSQL() string {
	var set []string
	for i, c := range t.columns {
		if !c.key {
			set = append(set, fmt.Sprintf("%s = ?%d", quote(c.name), i+2))
		}
	}
	return fmt.Sprintf("UPDATE %s SET %s WHERE %s RETURNING 1", quote(t.name), strings.Join(set, ", "), t.whereKey())
}

func (t table[T]) whereKey() string {
	var where []string
	for i, c := range t.columns {
		if c.key {
			where = append(where, fmt.Sprintf("%s = ?%d", quote(c.name), i+2))
		}
	}
	return strings.Join(where, " AND ")
}

func (t table[T]) write(ctx context.Context, c *conn, put *domain.Tables, w *writing) error {
	rows := *t.rows(put)
	if len(rows) == 0 {
		return nil
	}
	return t.writeRows(ctx, c, rows, w)
}

func (t table[T]) writeRows(ctx context.Context, c *conn, rows []T, w *writing) error {
	stored, err := c.integer("SELECT EXISTS (SELECT 1 FROM " + quote(t.name) + ")")
	if err != nil {
		return err
	}
	insert, err := c.inserter(t.name, append([]string{"fid"}, t.columnNames()...))
	if err != nil {
		return err
	}
	defer insert.close()
	var update *stmt
	if stored == 0 {
		rows = t.sorted(rows)
		if err := w.number(c, t.name); err != nil {
			return err
		}
	} else {
		if err := t.clear(c, rows, w); err != nil {
			return err
		}
		if t.mode == replaceRows {
			if update, err = c.prepare(t.updateSQL()); err != nil {
				return err
			}
			defer update.close()
		}
	}
	for i := range rows {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		row := &rows[i]
		if t.only != nil && !t.only(row) {
			continue
		}
		if err := t.put(insert, update, row, w); err != nil {
			return err
		}
	}
	return insert.flush()
}

// put writes one row: over the one with the same key if update is not nil and there is one.
func (t table[T]) put(insert *inserter, update *stmt, row *T, w *writing) error {
	slot := insert.slot()
	if err := t.bind(slot, row, w); err != nil {
		return err
	}
	if update == nil {
		written, err := insert.put()
		if written {
			w.blobs = w.blobs[:0]
		}
		return err
	}
	for i := range slot {
		update.args[i].Value = slot[i].Value
	}
	_, found, err := update.first()
	if err == nil && !found {
		if _, err = insert.put(); err == nil {
			err = insert.flush() // the next row may have the same key
		}
	}
	w.blobs = w.blobs[:0]
	return err
}

// sorted returns the rows in the order of their keys, of rows with the same key only the last if keys are unique. Rows written
// in this order are read in this order without jumping about in the file, and fill their index from end to end.
func (t table[T]) sorted(rows []T) []T {
	if t.order == nil {
		return rows
	}
	unique := t.mode == replaceRows
	inOrder := true
	for i := 1; i < len(rows) && inOrder; i++ {
		d := t.order(&rows[i-1], &rows[i])
		inOrder = d < 0 || d == 0 && !unique
	}
	if inOrder {
		return rows
	}
	at := make([]int, len(rows))
	for i := range rows {
		at[i] = i
	}
	slices.SortFunc(at, func(i, j int) int {
		return cmp.Or(t.order(&rows[i], &rows[j]), cmp.Compare(i, j))
	})
	out := make([]T, 0, len(rows))
	for n, i := range at {
		if unique && n+1 < len(at) && t.order(&rows[i], &rows[at[n+1]]) == 0 {
			continue
		}
		out = append(out, rows[i])
	}
	return out
}

// clear removes what the rows replace as a whole.
func (t table[T]) clear(c *conn, rows []T, w *writing) error {
	switch t.mode {
	case replaceRows: // each row replaces its own
	case replaceAll:
		if t.only != nil && !slices.ContainsFunc(rows, func(row T) bool { return t.only(&row) }) {
			return nil
		}
		return c.exec("DELETE FROM " + quote(t.name))
	case replaceSets:
		return t.deleteKeys(c, rows, w)
	}
	return nil
}

func (t table[T]) remove(c *conn, gone *domain.Tables, w *writing) error {
	rows := *t.rows(gone)
	if t.mode == replaceAll {
		return t.clear(c, rows, w)
	}
	return t.deleteKeys(c, rows, w)
}

// deleteKeys deletes every row with the key of one of rows.
func (t table[T]) deleteKeys(c *conn, rows []T, w *writing) error {
	if len(rows) == 0 {
		return nil
	}
	del, err := c.prepare("DELETE FROM " + quote(t.name) + " WHERE " + t.whereKey())
	if err != nil {
		return err
	}
	defer del.close()
	done := make(map[string]bool)
	for i := range rows {
		var key strings.Builder
		for j, col := range t.columns {
			if col.key {
				v := col.put(&rows[i], w)
				del.bind(j+2, v)
				fmt.Fprintf(&key, "%q ", v)
			}
		}
		if k := key.String(); !done[k] {
			done[k] = true
			if err := del.run(); err != nil {
				return err
			}
		}
	}
	return nil
}

// bind puts the row into the slot of an inserter. A required value that is missing would make a project that cannot be loaded.
func (t table[T]) bind(slot []driver.NamedValue, row *T, w *writing) error {
	w.box = emptyBox
	for j, col := range t.columns {
		v := col.put(row, w)
		if col.required && v == nil {
			return domain.Fail(domain.CodeInvalid, domain.Say("表 %[1]s 的 %[2]s 列不能为空；没有写入任何内容", "The column %[2]s of the table %[1]s must not be empty; nothing was written", t.name, col.name), nil)
		}
		slot[j+1].Value = v
	}
	slot[0].Value = w.take()
	return nil
}

// settingsTable is the table of policy settings, which are a map and not rows.
type settingsTable struct{}

func (settingsTable) tableName() string    { return "settings" }
func (settingsTable) heading() domain.Text { return domain.Say("政策设置", "settings") }

func (settingsTable) columnNames() []string { return []string{"name", "value"} }

func (st settingsTable) uniqueKey() string { return st.asTable().uniqueKey() }

func (settingsTable) take(from, to *domain.Tables) { to.Settings = from.Settings }

func (settingsTable) rowsIn(put *domain.Tables) int { return len(put.Settings) }

type setting struct{ name, value string }

// asTable writes settings as rows.
func (settingsTable) asTable() table[setting] {
	return table[setting]{name: "settings", columns: []column[setting]{
		text("name", func(s *setting) *string { return &s.name }).asKey().must(),
		text("value", func(s *setting) *string { return &s.value }).must(),
	}}
}

func settingRows(s domain.Settings) []setting {
	rows := make([]setting, 0, len(s))
	for name, value := range s {
		rows = append(rows, setting{name, value})
	}
	slices.SortFunc(rows, func(a, b setting) int { return strings.Compare(a.name, b.name) })
	return rows
}

func (st settingsTable) remove(c *conn, gone *domain.Tables, w *writing) error {
	return st.asTable().deleteKeys(c, settingRows(gone.Settings), w)
}

func (st settingsTable) write(ctx context.Context, c *conn, put *domain.Tables, w *writing) error {
	if len(put.Settings) == 0 {
		return nil
	}
	return st.asTable().writeRows(ctx, c, settingRows(put.Settings), w)
}

func (settingsTable) load(_ context.Context, c *conn, to *domain.Tables, _ *reading) ([]fault, error) {
	var faults []fault
	err := c.each("SELECT fid, name, +value FROM settings ORDER BY name", func(row []driver.Value) error {
		fid, _ := row[0].(int64)
		name, _ := plain(row[1])
		value, _ := plain(row[2])
		if to.Settings == nil {
			to.Settings = make(domain.Settings)
		}
		to.Settings[name] = value
		if bad := domain.CheckSetting(name, []byte(value)); bad != nil {
			faults = append(faults, fault{"settings", fid, "value", value, bad.Text})
		}
		return nil
	})
	return faults, err
}
