package messy

import (
	"slices"
	"strconv"
)

// Missing are the fields that the table cannot do without and that no column is read as. Of fields of which one is enough the last is
// named.
func (r *Reading) Missing() []string {
	has := map[string]bool{}
	items := false
	for _, c := range r.Columns {
		has[c.Field] = true
		items = items || c.Field == FieldPoints && c.Group != "" || c.Field == FieldLost
	}
	var out []string
	for i := range r.Table.Fields {
		f := &r.Table.Fields[i]
		if f.Needed && !has[f.Key] && (f.Key != FieldScore || !items) {
			out = append(out, f.Key)
		}
	}
	for _, either := range r.Table.either {
		if !slices.ContainsFunc(either, func(key string) bool { return has[key] }) {
			out = append(out, either[len(either)-1])
		}
	}
	if r.Table.Key == "deductions" && !items && !has[FieldItem] {
		out = append(out, FieldItem)
	}
	return out
}

// Named is the field with a key, nil without one.
func (t *Table) Named(key string) *Field { return t.field(key) }

// Key tells a fault from the others of a reading.
func (f *Fault) Key() string {
	return f.Kind + ":" + strconv.Itoa(f.Rows[len(f.Rows)-1]) + ":" + strconv.Itoa(f.Column)
}

// Said is what the user said of columns, now or for an earlier file, by folded heading; columns without a heading and those of wide
// sheets, which are another round each time, are not in it.
func (r *Reading) Said() map[string]string {
	out := map[string]string{}
	for i, c := range r.Columns {
		heading := foldHeading(c.Heading)
		if heading == "" || c.Group != "" {
			continue
		}
		_, chosen := r.choice.Columns[i]
		if chosen || c.How == HowRemembered {
			out[heading] = c.Field
		}
	}
	return out
}

// ChoseTable reports whether the user said what the table is.
func (r *Reading) ChoseTable() bool { return r.choice.Table != "" }

// Clashing reports whether two columns seem to be the same thing: then no row is certain.
func (r *Reading) Clashing() bool { return len(r.clashes) > 0 }
