package gpkg

import (
	"context"
	"database/sql/driver"
	"fmt"
	"slices"
	"strings"

	"estateatlas/backend/domain"
)

// Undo is by statements: while a change is written, temporary triggers put down for every row the statement that takes it back
// (the way of sqlite.org/undoredo.html), in the same transaction. Taking back a change is a change of its own with its own such
// statements, so that it can be taken back in turn; the log only ever grows.

var _ domain.UndoStore = (*Project)(nil)

// keptChanges is how many changes can be taken back, keptSteps how many rows they may have touched together.
const (
	keptChanges = 200
	keptSteps   = 500_000
)

const metaTable = "estate_atlas_meta"

// recorded are the tables with their columns beside the key whose rows are put down, by table.
func recorded(names []string) map[string][]string {
	out := map[string][]string{metaTable: {"title"}}
	for _, t := range tables {
		if slices.Contains(names, t.tableName()) {
			out[t.tableName()] = t.columnNames()
		}
	}
	return out
}

// record puts down what happens to the tables while f runs, as belonging to the entry of the log that comes next.
func (c *conn) record(names []string, f func() error) error {
	of := recorded(names)
	var made []string
	for _, name := range sortedKeys(of) {
		for _, t := range recorders(name, of[name]) {
			if err := c.exec(t.sql); err != nil {
				return fmt.Errorf("trigger %s: %w", t.name, err)
			}
			made = append(made, t.name)
		}
	}
	err := f()
	for _, name := range made {
		if dropped := c.exec("DROP TRIGGER IF EXISTS temp." + quote(name)); err == nil {
			err = dropped
		}
	}
	return err
}

func sortedKeys(m map[string][]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// recorders are the triggers that put down the statements for one table.
func recorders(table string, columns []string) []trigger {
	key := "fid"
	if table == metaTable {
		key = "id"
	}
	var set, names, values []string
	for _, col := range columns {
		old := literal("OLD." + quote(col))
		set = append(set, fmt.Sprintf("'%s=' || %s", quote(col), old))
		names = append(names, quote(col))
		values = append(values, old)
	}
	put := func(event, when, expression string) trigger {
		name := "estate_atlas_record_" + table + "_" + strings.ToLower(strings.Fields(event)[0])
		return trigger{name, fmt.Sprintf(`CREATE TEMP TRIGGER %s AFTER %s ON main.%s %s BEGIN
INSERT INTO estate_atlas_steps (change, at, sql) VALUES ((SELECT coalesce(max(seq), 0) + 1 FROM estate_atlas_audit), '%s', %s); END`,
			quote(name), event, quote(table), when, table, expression)}
	}
	update := put("UPDATE OF "+strings.Join(names, ", "), "WHEN OLD."+key+" = NEW."+key,
		fmt.Sprintf("'UPDATE %s SET ' || %s || ' WHERE %s=' || OLD.%s", quote(table), strings.Join(set, " || ',' || "), key, key))
	if table == metaTable {
		return []trigger{update}
	}
	return []trigger{
		update,
		put("INSERT", "", fmt.Sprintf("'DELETE FROM %s WHERE fid=' || NEW.fid", quote(table))),
		put("DELETE", "", fmt.Sprintf("'INSERT INTO %s (fid,%s) VALUES (' || OLD.fid || ',' || %s || ')'", quote(table), strings.Join(names, ","), strings.Join(values, " || ',' || "))),
	}
}

// literal is an SQL expression for the literal of a value. quote alone would end a text at a NUL.
func literal(value string) string {
	return strings.ReplaceAll("CASE WHEN typeof($V) = 'text' AND instr($V, char(0)) THEN 'CAST(' || quote(CAST($V AS BLOB)) || ' AS TEXT)' ELSE quote($V) END", "$V", value)
}

// forget drops the statements of old changes.
func (c *conn) forget() error {
	if err := c.change("DELETE FROM estate_atlas_steps WHERE change <= (SELECT max(seq) FROM estate_atlas_audit) - ?1", int64(keptChanges)); err != nil {
		return err
	}
	// A change is kept whole or not at all.
	return c.change(`DELETE FROM estate_atlas_steps WHERE change <= (
  SELECT change FROM estate_atlas_steps WHERE seq = (SELECT max(seq) FROM estate_atlas_steps) - ?1)`, int64(keptSteps))
}

// stacks are the entries of the log that can be taken back and that can be done again, the next one last.
type stacks struct{ undo, redo []domain.AuditEntry }

// stacks replays the log. What another program changed, or a change whose statements are gone, cannot be passed.
func (c *conn) stacks() (stacks, error) {
	var s stacks
	withSteps := make(map[int64]bool)
	err := c.each("SELECT DISTINCT change FROM estate_atlas_steps", func(row []driver.Value) error {
		seq, _ := row[0].(int64)
		withSteps[seq] = true
		return nil
	})
	if err != nil {
		return s, err
	}
	var least int64
	for seq := range withSteps {
		if least == 0 || seq < least {
			least = seq
		}
	}
	log, err := c.audit("WHERE seq >= ?1 ORDER BY seq", least)
	if err != nil {
		return s, err
	}
	version := int64(-1)
	for _, e := range log {
		if version >= 0 && e.Base != version {
			s = stacks{} // somebody else was here
		}
		version = e.Version
		switch {
		case !withSteps[e.Seq]:
			s = stacks{}
		case e.Kind == domain.AuditUndo:
			s.undo = cut(s.undo)
			s.redo = append(s.redo, e)
		case e.Kind == domain.AuditRedo:
			s.redo = cut(s.redo)
			s.undo = append(s.undo, e)
		default:
			s.undo, s.redo = append(s.undo, e), nil
		}
	}
	now, err := c.integer("SELECT changes FROM estate_atlas_meta")
	if err != nil {
		return s, err
	}
	if now != version {
		s = stacks{}
	}
	return s, nil
}

func cut(entries []domain.AuditEntry) []domain.AuditEntry { return entries[:max(0, len(entries)-1)] }

func last(entries []domain.AuditEntry) *domain.AuditEntry {
	if len(entries) == 0 {
		return nil
	}
	return &entries[len(entries)-1]
}

// UndoState returns what would be taken back and what would be done again.
func (p *Project) UndoState(context.Context) (domain.UndoState, error) {
	var state domain.UndoState
	err := p.use(func(c *conn) error {
		return c.inTransaction("BEGIN", func() error {
			s, err := c.stacks()
			state = domain.UndoState{Undo: last(s.undo), Redo: last(s.redo)}
			return err
		})
	})
	return state, err
}

// Undo takes back the last change that can be taken back.
func (p *Project) Undo(ctx context.Context, who string, when domain.Date) (domain.AuditEntry, error) {
	return p.takeBack(ctx, domain.AuditUndo, who, when)
}

// Redo does again what was taken back last.
func (p *Project) Redo(ctx context.Context, who string, when domain.Date) (domain.AuditEntry, error) {
	return p.takeBack(ctx, domain.AuditRedo, who, when)
}

func (p *Project) takeBack(ctx context.Context, kind domain.AuditKind, who string, when domain.Date) (domain.AuditEntry, error) {
	var done domain.AuditEntry
	if p.readOnly {
		return done, readOnlyError(p.path, nil)
	}
	err := p.use(func(c *conn) error {
		err := c.inTransaction("BEGIN IMMEDIATE", func() error {
			s, err := c.stacks()
			if err != nil {
				return err
			}
			entry, nothing := last(s.undo), domain.Say("没有可以撤销的操作", "There is nothing to undo")
			if kind == domain.AuditRedo {
				entry, nothing = last(s.redo), domain.Say("没有可以重做的操作", "There is nothing to redo")
			}
			if entry == nil {
				return domain.Fail(domain.CodeConflict, nothing, nil)
			}
			return c.replay(ctx, *entry, kind, who, when)
		})
		if err != nil {
			return err
		}
		entries, err := c.audit("ORDER BY seq DESC LIMIT 1")
		if err != nil {
			return err
		}
		done = entries[0]
		return p.look(c)
	})
	return done, err
}

// replay runs the statements that take an entry back, newest first.
func (c *conn) replay(ctx context.Context, entry domain.AuditEntry, kind domain.AuditKind, who string, when domain.Date) error {
	base, err := c.integer("SELECT changes FROM estate_atlas_meta")
	if err != nil {
		return err
	}
	rows := make(map[string]int)
	var steps []string
	err = c.each("SELECT at, sql FROM estate_atlas_steps WHERE change = ?1 ORDER BY seq DESC", func(row []driver.Value) error {
		at, _ := plain(row[0])
		sql, _ := plain(row[1])
		rows[at]++
		steps = append(steps, sql)
		return nil
	}, entry.Seq)
	if err != nil {
		return err
	}
	var names []string
	for _, t := range tables {
		if rows[t.tableName()] > 0 {
			names = append(names, t.tableName())
		}
	}
	err = c.record(names, func() error {
		for i, sql := range steps {
			if i%checkEvery == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			if err := c.exec(sql); err != nil {
				return fmt.Errorf("step of change %d: %w", entry.Seq, err)
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	var written []string
	for _, name := range names {
		if isLayer(name) {
			entries, err := c.entries(name)
			if err != nil {
				return err
			}
			if err := c.setExtent(name, around(entries)); err != nil {
				return err
			}
		}
		if err := c.touch(name); err != nil {
			return err
		}
		written = append(written, fmt.Sprintf("%s %d", name, rows[name]))
	}
	return c.enter(domain.Change{What: entry.What, Who: who, When: when}, kind, base, written)
}

// touch dates a table in the contents.
func (c *conn) touch(name string) error {
	return c.change("UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now') WHERE table_name = ?1", name)
}

// enter raises the version and writes the entry of the log.
func (c *conn) enter(change domain.Change, kind domain.AuditKind, base int64, written []string) error {
	if err := c.change("UPDATE estate_atlas_meta SET changes = changes + 1"); err != nil {
		return err
	}
	if err := c.change(`INSERT INTO estate_atlas_audit (done_on, who, what, tables, kind, base, version)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT changes FROM estate_atlas_meta))`,
		orNull(change.When.String()), orNull(change.Who), orNull(change.What), orNull(strings.Join(written, ", ")), string(kind), base); err != nil {
		return err
	}
	return c.forget()
}
