package gpkg

import (
	"database/sql/driver"
	"fmt"
	"strings"
)

// batchRows is how many rows one INSERT takes: starting a statement costs as much as writing a short row.
const batchRows = 16

// inserter adds rows to a table, batchRows at a time.
type inserter struct {
	many, one *stmt
	width     int
	used      int // rows that wait in many
}

func (c *conn) inserter(table string, columns []string) (*inserter, error) {
	quoted := make([]string, len(columns))
	for i, name := range columns {
		quoted[i] = quote(name)
	}
	row := "(" + strings.Repeat("?, ", len(columns)-1) + "?)"
	into := fmt.Sprintf("INSERT INTO %s (%s) VALUES ", quote(table), strings.Join(quoted, ", "))
	one, err := c.prepare(into + row)
	if err != nil {
		return nil, err
	}
	many, err := c.prepare(into + strings.Repeat(row+", ", batchRows-1) + row)
	if err != nil {
		one.close()
		return nil, err
	}
	return &inserter{many: many, one: one, width: len(columns)}, nil
}

func (in *inserter) close() {
	in.many.close()
	in.one.close()
}

// slot is where the values of the next row go. Bytes among them must stay as they are until the rows are written.
func (in *inserter) slot() []driver.NamedValue {
	return in.many.args[in.used*in.width : (in.used+1)*in.width]
}

// put takes the row in the slot and says whether all rows so far are written.
func (in *inserter) put() (written bool, err error) {
	if in.used++; in.used < batchRows {
		return false, nil
	}
	in.used = 0
	return true, in.many.run()
}

// add is slot and put for a few values.
func (in *inserter) add(values ...driver.Value) error {
	slot := in.slot()
	for i, v := range values {
		slot[i].Value = v
	}
	_, err := in.put()
	return err
}

// flush writes the rows that wait.
func (in *inserter) flush() error {
	waiting := in.used
	in.used = 0
	for i := range waiting {
		for j := range in.width {
			in.one.args[j].Value = in.many.args[i*in.width+j].Value
		}
		if err := in.one.run(); err != nil {
			return err
		}
	}
	return nil
}
