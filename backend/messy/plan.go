package messy

import (
	"math"
	"slices"
	"strings"

	"estateatlas/backend/workbook"
)

// Column is a column of a grid and what it is read as.
type Column struct {
	Heading string
	Field   string // key; empty: the column is left
	Group   string // of a field of which there may be many: the key of a round, the code of an item
	How     string
	Others  []string // further fields that would fit
}

// Plan is what a grid is and where everything stands.
type Plan struct {
	Table     *Table // nil: nothing is known
	Columns   []Column
	Title     string
	HeaderTop int // numbers of rows
	HeaderRow int
	Headers   []int
	Wide      bool

	clashes []clash
	seen    []*seen
	grid    *Grid
	known   *Known
	choice  *Choice
	first   int // place of the first row below the heading
}

// clash is a column that seems to be what another one is read as already.
type clash struct {
	column, first int
	field         *Field
}

// Look finds out what a grid is.
func Look(g *Grid, known *Known, choice *Choice) *Plan {
	known.index()
	h := g.findHeading(choice.HeaderRow)
	p := &Plan{
		Title: g.title(h), HeaderTop: g.Rows[h.top].Number, HeaderRow: g.Rows[h.last].Number, Headers: h.candidate,
		grid: g, known: known, choice: choice, first: h.last + 1,
	}
	hint := p.Title + " " + g.Name + " " + g.File
	var best []Column
	mark := math.MinInt
	for _, t := range tables {
		if choice.Table != "" && t.Key != choice.Table {
			continue
		}
		columns, clashes := p.columnsAs(t, h.words, choice)
		if n := t.rate(columns, hint); n > mark {
			mark, best, p.Table, p.clashes = n, columns, t, clashes
		}
	}
	if p.Table != nil && mark <= 0 && choice.Table == "" {
		p.Table, p.clashes = nil, nil
		for i := range best {
			best[i].Field, best[i].How, best[i].Group = "", "", ""
		}
	}
	p.Columns = best
	groups := map[string]bool{}
	for _, c := range p.Columns {
		if c.Group != "" {
			groups[c.Group] = true
		}
	}
	p.Wide = len(groups) > 0
	return p
}

// rate says how well columns make the table: what it cannot do without counts most.
func (t *Table) rate(columns []Column, hint string) int {
	has := map[string]bool{}
	n := 0
	for _, c := range columns {
		if c.Field == "" {
			continue
		}
		if !has[c.Field] {
			n += 2
			if c.How == HowName || c.How == HowChosen {
				n++
			}
		}
		has[c.Field] = true
	}
	if n == 0 {
		return 0
	}
	for i := range t.Fields {
		f := &t.Fields[i]
		switch {
		case f.Needed && !has[f.Key]:
			n -= 8
		case f.Needed:
			n += 2
		}
	}
	for _, either := range t.either {
		if !slices.ContainsFunc(either, func(k string) bool { return has[k] }) {
			n -= 8
		}
	}
	// A list with scores or deductions is about them, whatever else stands in it.
	if t.Key == "scores" && has[FieldScore] {
		n += 4
	}
	if t.Key == "deductions" && !has[FieldItem] && !slices.ContainsFunc(columns, func(c Column) bool { return c.Field == FieldPoints && c.Group != "" }) {
		n -= 8
	}
	if t.refersToEstates() && t.Key != "scores" && t.Key != "deductions" {
		n += 2 // a list of agreements also names estates and companies
	}
	for _, w := range t.words {
		if strings.Contains(hint, w) {
			n += 2
			break
		}
	}
	return n
}

// sampleRows is how many rows are looked at to see what a column holds.
const sampleRows = 200

// columnsAs matches the columns with the fields of a table.
func (p *Plan) columnsAs(t *Table, words []string, choice *Choice) ([]Column, []clash) {
	columns := make([]Column, p.grid.Width)
	var clashes []clash
	taken := map[string]int{} // field and group to column
	claim := func(i int, f *Field, group, how string) bool {
		if group != "" && !f.Many {
			group = ""
		}
		key := f.Key + "\x00" + group
		if _, twice := taken[key]; twice {
			if !f.Many || how != HowChosen {
				return false
			}
			group = strings.ReplaceAll(words[i], " ", "")
			key = f.Key + "\x00" + group
			if _, twice := taken[key]; twice || group == "" {
				return false
			}
		}
		taken[key] = i
		columns[i].Field, columns[i].Group, columns[i].How = f.Key, group, how
		return true
	}
	for i := range columns {
		columns[i].Heading = strings.ReplaceAll(words[i], " ", "")
	}
	for i := range columns {
		if a, ok := choice.Columns[i]; ok && a.Field != "" {
			if f := t.field(a.Field); f != nil {
				claim(i, f, a.Group, HowChosen)
			}
		}
	}
	for i := range columns {
		if _, chosen := choice.Columns[i]; chosen {
			continue
		}
		if key, ok := choice.Remembered[foldHeading(columns[i].Heading)]; ok {
			if f := t.field(key); f != nil && claim(i, f, "", HowRemembered) {
				continue
			}
			if key == "" {
				columns[i].How = HowRemembered
			}
		}
	}
	// Names before aliases, so that 编号 and 小区编号 in one heading each find their own.
	for _, want := range []string{HowName, HowAlias} {
		for i := range columns {
			if _, chosen := choice.Columns[i]; chosen || columns[i].How != "" {
				continue
			}
			if f, how, group := t.match(words[i], p.known); f != nil && how == want {
				if !p.holds(i, f) || claim(i, f, group, how) {
					continue
				}
				// Which of two scores counts is not for us to say; of other columns the one with the plainer name is taken.
				first := taken[f.Key+"\x00"+group]
				if f.use == useScore || f.use == usePoints || columns[first].How == how {
					clashes = append(clashes, clash{i, first, f})
				}
			}
		}
	}
	for i := range columns {
		_, chosen := choice.Columns[i]
		if chosen || columns[i].How != "" || serialHeading(columns[i].Heading) {
			continue
		}
		for _, f := range p.byValues(t, i) {
			if !claim(i, f, "", HowValues) {
				continue
			}
			break
		}
	}
	for i := range columns {
		columns[i].Others = p.others(t, i, words[i], columns[i].Field)
	}
	return columns, clashes
}

// serialHeading reports whether a heading is that of a running number.
func serialHeading(s string) bool {
	s = foldHeading(s)
	return s == "序号" || s == "no" || s == "no." || s == "#" || s == "行号"
}

// holds reports whether what a column holds speaks against a field that its heading means.
func (p *Plan) holds(column int, f *Field) bool {
	if f.use != useLost {
		return true
	}
	saw := p.see(column)
	return 2*saw.lost >= saw.all
}

// seen is what the cells of a column hold, as far as they are looked at: how many hold anything, and how many of them name an estate by
// id or by name, a company, a subdistrict, deductions, a round, are numbers.
type seen struct {
	all, ids, names, companies, streets, lost, rounds, numbers int
}

// see looks at a column, once.
func (p *Plan) see(column int) *seen {
	if p.seen == nil {
		p.seen = make([]*seen, p.grid.Width)
	}
	if p.seen[column] != nil {
		return p.seen[column]
	}
	k, out := p.known, &seen{}
	count := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	for i := p.first; i < len(p.grid.Rows) && out.all < sampleRows; i++ {
		c := p.grid.Rows[i].cell(column)
		s := trim(c.Text)
		if s == "" {
			continue
		}
		out.all++
		_, lost := k.lost(s)
		count(&out.ids, len(k.byID[s]) > 0)
		count(&out.names, len(k.byName[s]) > 0)
		count(&out.companies, len(k.companies[s]) > 0)
		count(&out.streets, k.subdistricts[foldStreet(s)] != "")
		count(&out.lost, lost)
		count(&out.rounds, len(k.roundNames[s]) > 0)
		count(&out.numbers, c.Kind == workbook.Number)
	}
	p.seen[column] = out
	return out
}

// byValues are the fields that a column's cells speak for, whatever stands above them.
func (p *Plan) byValues(t *Table, column int) []*Field {
	saw := p.see(column)
	var out []*Field
	try := func(key string, good int) {
		if f := t.field(key); f != nil && good > 0 && 5*good >= 3*saw.all {
			out = append(out, f)
		}
	}
	try(FieldEstate, saw.ids)
	try(FieldEstateName, saw.names)
	try("company_id", saw.companies)
	try(FieldSubdistrict, saw.streets)
	try(FieldLost, saw.lost)
	try(FieldRound, saw.rounds)
	if t.Key == "estates" {
		try("id", saw.ids)
		try("name", saw.names)
	}
	return out
}

// others are fields that a column might be as well, likeliest first.
func (p *Plan) others(t *Table, column int, words, but string) []string {
	out := []string{}
	put := func(key string) {
		if key != but && !slices.Contains(out, key) && len(out) < 5 {
			out = append(out, key)
		}
	}
	if f, _, _ := t.match(words, p.known); f != nil {
		put(f.Key)
	}
	for _, f := range p.byValues(t, column) {
		put(f.Key)
	}
	if saw := p.see(column); saw.all > 0 && 2*saw.numbers >= saw.all {
		put(FieldScore)
		put(FieldRank)
	}
	return slices.DeleteFunc(out, func(key string) bool { return t.field(key) == nil })
}
