package messy

import (
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/workbook"
)

// finish says what no row shows by itself, and gives the tables.
func (r *reader) finish() {
	r.clash()
	r.duplicates()
	r.together()
	for i := range r.Repairs {
		rep := &r.Repairs[i]
		if n := len(rep.Rows); n > 1 {
			rep.Text.ZH += "（共 " + strconv.Itoa(n) + " 行）"
			rep.Text.EN += " (" + strconv.Itoa(n) + " rows)"
		}
	}
	// What the user took back stays listed, so that it can be had again.
	for _, key := range sortedKeys(r.choice.Revoked) {
		if at, ok := r.repairs[key]; ok {
			r.Repairs[at].Revoked = true
			continue
		}
		kind, column, _ := strings.Cut(key, ":")
		if n, err := strconv.Atoi(column); err == nil && n >= 0 && n < len(r.Columns) && r.choice.Revoked[key] {
			r.Repairs = append(r.Repairs, Repair{Key: key, Column: n, Rows: []int{}, Revoked: true, Text: domain.Say("已撤销的自动处理（%s）", "taken back (%s)", kind)})
		}
	}
	for i := range r.records {
		t := &r.records[i]
		p := ingest.Prepared{Name: r.grid.File, Table: t.file, Columns: t.columns, Rows: make([]ingest.PreparedRow, 0, len(t.rows))}
		for _, row := range t.rows {
			if !r.bad[row.Row] {
				p.Rows = append(p.Rows, row)
			}
		}
		if len(p.Rows) > 0 {
			r.Tables, r.columnOf = append(r.Tables, p), append(r.columnOf, t.columnOf)
		}
	}
	for i := range r.Kinds {
		if r.Kinds[i] == RowData && r.bad[r.grid.Rows[i].Number] {
			r.Kinds[i] = RowBad
		}
	}
}

// clash says which columns seem to be the same thing.
func (r *reader) clash() {
	for _, c := range r.clashes {
		f := Fault{Kind: "column_twice", Rows: []int{r.HeaderRow}, Column: c.column}
		f.Title = domain.Say("有两列都像是%s", "Two columns seem to be the %s", c.field.Name.ZH)
		f.Title.EN = "Two columns seem to be the " + c.field.Name.EN
		first, second := workbook.ColumnName(c.first), workbook.ColumnName(c.column)
		f.Text = domain.Say("%[1]s 列和 %[2]s 列；选择用哪一列", "Columns %[1]s and %[2]s; choose one", first, second)
		for _, way := range [][2]int{{c.first, c.column}, {c.column, c.first}} {
			f.Remedies = append(f.Remedies, Remedy{
				Label:   domain.Say("用 %s 列", "take column %s", workbook.ColumnName(way[0])),
				Columns: map[int]string{way[0]: c.field.Key, way[1]: ""},
			})
		}
		r.Faults = append(r.Faults, f)
	}
}

func sortedKeys(m map[string]bool) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// duplicates finds rows that say twice what can be said once.
func (r *reader) duplicates() {
	for i := range r.records {
		t := &r.records[i]
		seen := make(map[string]int, len(t.rows))
		for j, key := range t.keys {
			if key == "" {
				continue
			}
			first, twice := seen[key]
			if !twice {
				seen[key] = j
				continue
			}
			a, b := &t.rows[first], &t.rows[j]
			column, ok := t.columnOf[FieldEstate]
			if !ok {
				if column, ok = t.columnOf["name"]; !ok {
					column = -1
				}
			}
			f := Fault{Kind: "duplicate", Rows: []int{a.Row, b.Row}, Column: column, Title: thereTwice(t.file)}
			f.Text = domain.Say("%[1]s：第 %[2]d 行和第 %[3]d 行", "%[1]s: rows %[2]d and %[3]d", r.named(t, b), a.Row, b.Row)
			if at := slices.Index(t.columns, FieldScore); at >= 0 {
				f.Text = domain.Say("%[1]s：%[2]s 和 %[3]s", "%[1]s: %[2]s and %[3]s", r.named(t, b), shownText(a.Cells[at]), shownText(b.Cells[at]))
			}
			if a.Row != b.Row {
				f.Remedies = append(f.Remedies,
					Remedy{Label: domain.Say("用第 %d 行", "take row %d", a.Row), Skip: []int{b.Row}}, Remedy{Label: domain.Say("用第 %d 行", "take row %d", b.Row), Skip: []int{a.Row}})
			}
			for _, row := range []int{a.Row, b.Row} {
				r.bad[row] = true
				if column >= 0 {
					r.Marks[Place{row, column}] = Mark{State: CellFault}
				}
			}
			if column >= 0 {
				f.Remedies = append(f.Remedies, Remedy{Label: domain.Say("第 %d 行是另一个…", "row %d is another …", b.Row), Enter: true})
			}
			r.Faults = append(r.Faults, f)
		}
	}
	slices.SortStableFunc(r.Faults, func(a, b Fault) int {
		if a.Rows[0] != b.Rows[0] {
			return a.Rows[0] - b.Rows[0]
		}
		return a.Column - b.Column
	})
}

// thereTwice says what is there twice.
func thereTwice(file string) domain.Text {
	switch file {
	case "scores.csv", "estates.geojson":
		return domain.Say("同一小区出现两次", "The same estate is there twice")
	case "companies.csv":
		return domain.Say("同一企业出现两次", "The same company is there twice")
	}
	return domain.Say("同一记录出现两次", "The same record is there twice")
}

// named is what a row's key says, in words.
func (r *reader) named(t *records, row *ingest.PreparedRow) string {
	for _, key := range []string{FieldEstate, "id", "code"} {
		if at := slices.Index(t.columns, key); at >= 0 {
			id := row.Cells[at]
			if e := r.known.byID[id]; len(e) == 1 && r.known.Estates[e[0]].Name != "" {
				return shownText(r.known.Estates[e[0]].Name)
			}
			return shownText(id)
		}
	}
	return ""
}

// together offers to settle the same word in several cells at once, and the score that follows from the deductions.
func (r *reader) together() {
	for i := range r.Faults {
		f := &r.Faults[i]
		if f.Column < 0 || f.Kind != "not_number" && f.Kind != "over_100" {
			continue
		}
		row, ok := slices.BinarySearchFunc(r.grid.Rows, f.Rows[0], func(r Row, n int) int { return r.Number - n })
		if !ok {
			continue
		}
		c, _ := r.cell(&r.grid.Rows[row], f.Column)
		// Only the first of them offers it: with each of thousands the list of cells would grow without end.
		places := r.words[strconv.Itoa(f.Column)+":"+trim(c.Text)]
		if f.Kind == "not_number" && len(places) > 1 && places[0] == (Place{f.Rows[0], f.Column}) {
			all := Remedy{Label: domain.Say("这 %d 处都按未参评", "all %d not scored", len(places))}
			for _, at := range places {
				all.Cells = append(all.Cells, Edit{at, ""})
			}
			f.Remedies = slices.Insert(f.Remedies, 1, all)
		}
		if f.Kind == "over_100" {
			if points, ok := r.after(&r.grid.Rows[row]); ok {
				f.Text.ZH += "。按扣分合计应为 " + points
				f.Text.EN += "; by the deductions " + points
				f.Remedies = slices.Insert(f.Remedies, 0, Remedy{Label: domain.Say("改为 %s", "read %s", points), Cells: []Edit{{Place{f.Rows[0], f.Column}, points}}})
			}
		}
	}
}

// after is 100 less the deductions of a row.
func (r *reader) after(row *Row) (string, bool) {
	for c := range r.Columns {
		if r.Columns[c].Field != FieldLost {
			continue
		}
		lost, ok := r.known.lost(row.text(c))
		if !ok {
			return "", false
		}
		sum := 0 // thousandths
		for _, l := range lost {
			whole, frac, _ := strings.Cut(l.Points, ".")
			n, err := strconv.Atoi(whole + (frac + "000")[:3])
			if err != nil {
				return "", false
			}
			sum += n
		}
		if sum <= 0 || sum > 100_000 {
			return "", false
		}
		left := 100_000 - sum
		text := strconv.Itoa(left / 1000)
		if rest := left % 1000; rest > 0 {
			text += "." + strings.TrimRight(strconv.Itoa(1000 + rest)[1:], "0")
		}
		return text, true
	}
	return "", false
}
