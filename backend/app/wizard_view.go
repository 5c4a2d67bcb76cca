package app

import (
	"context"
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/messy"
	"estateatlas/backend/policy"
)

// Bounds of what a view lists: a screen shows no more, the counts say how many there are.
const (
	mostListed = 500
	mostLines  = 400
)

// reading is a table as it is read with a choice, kept for the next look at its rows.
type reading struct {
	*messy.Reading
	grid   *messy.Grid
	report *ingest.Report
	put    domain.Tables
	key    string   // the choice
	of     *project // it was read for
	source source
	// remembered is true where the columns are those of an earlier file.
	remembered bool
}

// WizardPreview reads a file as an import would, with what the user said so far, and writes nothing. Errors: CodeNotFound, CodeInvalid
// for a choice that means nothing; what is wrong with the file is in the answer.
func (a *Atlas) WizardPreview(id string, choice WizardChoice) (WizardView, error) {
	w, err := a.whole(id)
	if err != nil {
		return WizardView{}, err
	}
	defer w.mu.Unlock()
	p, err := a.project()
	if err != nil {
		return WizardView{}, err
	}
	view := emptyWizardView(w.file)
	if w.file.Kind != "table" {
		err := a.viewShapes(context.Background(), p, w, &choice, &view)
		return view, err
	}
	if err := w.describeSource(&choice, &view); err != nil {
		return view, refusedView(&view, err)
	}
	r, err := a.read(context.Background(), p, w, &choice)
	if err != nil {
		return view, refusedView(&view, err)
	}
	p.viewTable(r, &choice, &view)
	a.readiness(p, &view, &r.put)
	return view, nil
}

// refusedView puts what is wrong with a file into its view. Errors that are not the file's stay errors.
func refusedView(view *WizardView, err error) error {
	code, text := domain.Explain(err)
	if code != domain.CodeInvalid {
		return err
	}
	view.Refused, view.Blocked = text, text
	return nil
}

// read reads the table of a wizard, or finds it read with the same choice.
func (a *Atlas) read(ctx context.Context, p *project, w *wizard, choice *WizardChoice) (*reading, error) {
	key, err := json.Marshal(choice)
	if err != nil {
		return nil, err
	}
	if r := w.table.last; r != nil && r.of == p && r.key == string(key) {
		return r, nil
	}
	g, from, err := w.grid(choice)
	if err != nil {
		return nil, err
	}
	if w.table.known == nil || w.table.of != p {
		w.table.known, w.table.of = p.knownToTables(), p
	}
	known := w.table.known
	c := choice.messy()
	r := &reading{grid: g, key: string(key), of: p, source: from}
	if choice.Table != "" && !slices.ContainsFunc(messy.Tables(), func(t *messy.Table) bool { return t.Key == choice.Table }) {
		return nil, invalid("没有表 %s", "There is no table %s", choice.Table)
	}
	plan := messy.Look(g, known, c)
	if mapping, ok := a.wizards.recall(fingerprint(plan)); ok {
		c.Remembered = mapping.Columns
		if c.Table == "" {
			c.Table = mapping.Table
		}
		r.remembered = true
		plan = messy.Look(g, known, c)
	}
	r.Reading = plan.Read(c)
	if r.report, err = r.Judge(ctx, p.tables, ingest.Options{CheckFundUses: checkFundUses}); err != nil {
		return nil, err
	}
	r.put = r.report.Put
	p.keepStored(&r.put, r.Tables)
	w.table.last = r
	return r, nil
}

// messy is the choice as the reader of tables takes it.
func (c *WizardChoice) messy() *messy.Choice {
	out := &messy.Choice{
		HeaderRow: c.HeaderRow, Table: c.Table, Columns: map[int]messy.Assigned{}, Rounds: map[string]messy.RoundChoice{}, Answers: map[string]string{},
		Cells: map[messy.Place]string{}, Skipped: map[int]bool{}, Taken: map[int]bool{}, Revoked: map[string]bool{},
	}
	for _, m := range c.Columns {
		out.Columns[m.Column] = messy.Assigned{Field: m.Field, Group: m.Round}
	}
	for _, r := range c.Rounds {
		out.Rounds[r.Key] = messy.RoundChoice{ID: r.ID, Name: strings.TrimSpace(r.Name), Kind: r.Kind, HeldOn: r.HeldOn, Skip: r.Skip}
	}
	for _, a := range c.Answers {
		out.Answers[a.Key] = a.Value
	}
	for _, e := range c.Cells {
		out.Cells[messy.Place{Row: e.Row, Column: e.Column}] = e.Text
	}
	for _, row := range c.Skipped {
		out.Skipped[row] = true
	}
	for _, row := range c.Taken {
		out.Taken[row] = true
	}
	for _, key := range c.Revoked {
		out.Revoked[key] = true
	}
	return out
}

// knownToTables is what the project holds that a table may name.
func (p *project) knownToTables() *messy.Known {
	pinyin := make(map[string]string, len(p.book.Estates))
	k := &messy.Known{Rounds: p.tables.Rounds}
	for i := range p.book.Estates {
		e := &p.book.Estates[i]
		k.Estates = append(k.Estates, messy.Estate{ID: e.ID, Name: e.Name, Subdistrict: e.Subdistrict})
		if i < len(p.district.Estates.Pinyin) {
			pinyin[e.Name] = p.district.Estates.Pinyin[i]
		}
	}
	for i := range p.tables.Companies {
		k.Companies = append(k.Companies, messy.Named{ID: p.tables.Companies[i].ID, Name: p.tables.Companies[i].Name})
	}
	for _, it := range domain.Catalogue(p.tables.Items) {
		k.Items = append(k.Items, messy.Named{ID: it.Code, Name: it.Name})
	}
	k.Spell = func(name string) string {
		if s, ok := pinyin[name]; ok {
			return s
		}
		s, _ := spell(name)
		return s
	}
	return k
}

// viewTable puts a reading into its view.
func (p *project) viewTable(r *reading, choice *WizardChoice, view *WizardView) {
	view.Title, view.HeaderRow, view.HeaderTop, view.Remembered = r.Title, r.HeaderRow, r.HeaderTop, r.remembered
	view.Headers = append(view.Headers, r.Headers...)
	view.Total, view.Wide = r.grid.Last, r.Wide
	for _, t := range messy.Tables() {
		view.Tables = append(view.Tables, WizardTable{t.Key, t.Name})
	}
	if r.Table != nil {
		view.Table = r.Table.Key
		for _, f := range r.Table.Fields {
			view.Fields = append(view.Fields, WizardField{f.Key, f.Name, f.Needed, f.Many})
		}
	}
	for i, c := range r.Columns {
		view.Columns = append(view.Columns, WizardColumn{i, columnLetter(i), c.Heading, c.Field, c.Group, c.How, append([]string{}, c.Others...)})
	}
	p.viewRounds(r, view)
	view.Lines = r.lines(choice)
	for i := range r.Faults[:min(len(r.Faults), mostListed)] {
		view.Faults = append(view.Faults, viewFault(&r.Faults[i]))
	}
	for i := range r.Questions[:min(len(r.Questions), mostListed)] {
		q := &r.Questions[i]
		v := WizardQuestion{Key: q.Key, Kind: q.Kind, Rows: q.Rows, Column: q.Column, Letter: columnLetter(q.Column), Title: q.Title, Answer: q.Answer, Options: []WizardOption{}}
		for _, o := range q.Options {
			v.Options = append(v.Options, WizardOption{o.Value, o.Label, o.Why, o.Query})
		}
		view.Questions = append(view.Questions, v)
	}
	for i := range r.Repairs[:min(len(r.Repairs), mostListed)] {
		rep := &r.Repairs[i]
		view.Repairs = append(view.Repairs, WizardRepair{
			Key: rep.Key, Rows: append([]int{}, rep.Rows...), Column: rep.Column, Letter: columnLetter(rep.Column), Text: rep.Text,
			Take: append([]int{}, rep.Take...), Revoked: rep.Revoked,
		})
	}
	view.Counts.Faults, view.Counts.Questions = r.Open()
	view.Counts.Repairs, view.Counts.Left = len(r.Repairs), r.Left
	if choice.SkipBad {
		for _, kind := range r.Kinds {
			if kind == messy.RowBad {
				view.Counts.Left++
			}
		}
	}
	view.Counts.Tables = p.countChange(&r.put)
	switch open := slices.ContainsFunc(r.Rounds, func(round messy.Round) bool { return round.Open }); {
	case r.Table == nil:
		view.Blocked = domain.Say("认不出这是什么表；选择表的种类和表头所在的行", "It cannot be told what table this is; choose its kind and the row of its heading")
	case r.missing() != nil:
		view.Blocked = *r.missing()
	case open:
		view.Blocked = domain.Say("先选择成绩属于哪一轮考核", "Choose first which round the scores belong to")
	case r.Clashing():
		view.Blocked = domain.Say("先选择用哪一列", "Choose first which column is meant")
	case !choice.SkipBad && view.Counts.Faults+view.Counts.Questions > 0:
		view.Blocked = domain.Say("还有 %d 处，处理后写入", "%d more to settle before it is written", view.Counts.Faults+view.Counts.Questions)
	case len(view.Counts.Tables) == 0:
		view.Blocked = domain.Say("没有可写入的内容", "There is nothing to write")
	}
}

// missing says which field the table cannot do without; nil if all are there.
func (r *reading) missing() *domain.Text {
	for _, key := range r.Missing() {
		if f := r.Table.Named(key); f != nil {
			text := domain.Say("没有指定“%[1]s”所在的列", "No column is read as “%[2]s”", f.Name.ZH, f.Name.EN)
			return &text
		}
	}
	return nil
}

func viewFault(f *messy.Fault) WizardFault {
	out := WizardFault{Key: f.Key(), Rows: f.Rows, Column: f.Column, Letter: columnLetter(f.Column), Title: f.Title, Text: f.Text, Remedies: []WizardRemedy{}}
	for _, rem := range f.Remedies {
		v := WizardRemedy{Label: rem.Label, Cells: []WizardEdit{}, Columns: []WizardMapping{}, Skip: append([]int{}, rem.Skip...), Enter: rem.Enter, Row: f.Rows[len(f.Rows)-1], Column: f.Column}
		for _, column := range slices.Sorted(maps.Keys(rem.Columns)) {
			v.Columns = append(v.Columns, WizardMapping{Column: column, Field: rem.Columns[column]})
		}
		for _, e := range rem.Cells {
			v.Cells = append(v.Cells, WizardEdit{e.Row, e.Column, e.Text})
		}
		out.Remedies = append(out.Remedies, v)
	}
	return out
}

// viewRounds puts the rounds of a reading into its view, and those of the project.
func (p *project) viewRounds(r *reading, view *WizardView) {
	for _, round := range r.Rounds {
		view.Rounds = append(view.Rounds, WizardRoundView{
			round.Key, round.ID, round.Name, string(round.Kind), round.HeldOn, round.Skip, round.Basis, round.Open,
		})
	}
	closed := map[string]bool{}
	for i := range p.tables.Closings {
		closed[p.tables.Closings[i].RoundID] = true
	}
	for i := range p.tables.Rounds {
		round := &p.tables.Rounds[i]
		view.RoundOptions = append(view.RoundOptions, WizardRoundOption{round.ID, round.Name, string(round.Kind), round.HeldOn.String(), closed[round.ID]})
	}
	slices.SortStableFunc(view.RoundOptions, func(a, b WizardRoundOption) int { return strings.Compare(b.HeldOn, a.HeldOn) })
}

// readiness says whether a view could be written now.
func (a *Atlas) readiness(p *project, view *WizardView, put *domain.Tables) {
	if view.Blocked.ZH == "" && p.store.ReadOnly() {
		_, err := a.writable()
		_, view.Blocked = domain.Explain(err)
	}
	change := domain.Change{Put: *put}
	if len(p.tables.Closings) > 0 && bearsOnRounds(&change) {
		for _, c := range p.closedChanges(policy.NewBook(domain.Apply(p.tables, change)), &change) {
			view.Closed = append(view.Closed, c.Name)
		}
	}
	view.Ready = view.Blocked.ZH == ""
}

// WizardRows returns rows of the sheet, from a row on, as WizardPreview with the same choice shows them. Errors as there.
func (a *Atlas) WizardRows(id string, choice WizardChoice, from, count int) ([]WizardLine, error) {
	w, err := a.whole(id)
	if err != nil {
		return nil, err
	}
	defer w.mu.Unlock()
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	if w.file.Kind != "table" {
		return []WizardLine{}, nil
	}
	r, err := a.read(context.Background(), p, w, &choice)
	if err != nil {
		return nil, err
	}
	return r.rows(from, min(max(count, 0), mostLines)), nil
}

// WizardWrite imports a file as WizardPreview with the same choice shows it: one decision that can be undone. The wizard's file is then
// let go. Errors: those of WizardPreview; CodeInvalid while faults or questions are open; CodeConflict where closed rounds would change
// and choice has no reason for it; CodeReadOnly.
func (a *Atlas) WizardWrite(id string, choice WizardChoice) (WizardDone, error) {
	w, err := a.whole(id)
	if err != nil {
		return WizardDone{}, err
	}
	defer w.mu.Unlock()
	var done WizardDone
	done.Decided, err = a.decideGuarded(choice.Correction, func(p *project) (domain.Change, error) {
		view := emptyWizardView(w.file)
		put, err := a.toWrite(p, w, &choice, &view)
		if err != nil {
			return domain.Change{}, err
		}
		if view.Blocked.ZH != "" {
			return domain.Change{}, domain.Fail(domain.CodeInvalid, view.Blocked, nil)
		}
		done.Counts = view.Counts
		return domain.Change{Put: *put, What: "导入 " + w.file.Name + shiftedMark(ingest.Datum(choice.Shapes.Datum))}, nil
	})
	if err != nil {
		return WizardDone{}, err
	}
	if w.table.last != nil {
		a.wizards.remember(w.table.last, a.desktop)
	}
	return done, a.wizards.drop(w)
}

// toWrite is what a wizard would write.
func (a *Atlas) toWrite(p *project, w *wizard, choice *WizardChoice, view *WizardView) (*domain.Tables, error) {
	ctx := context.Background()
	if w.file.Kind != "table" {
		report, err := p.readShapes(ctx, w, choice)
		if err != nil {
			return nil, err
		}
		p.countShapes(report, choice, view)
		return &report.Put, nil
	}
	r, err := a.read(ctx, p, w, choice)
	if err != nil {
		return nil, err
	}
	p.viewTable(r, choice, view)
	return &r.put, nil
}

func emptyWizardView(f WizardFile) WizardView {
	return WizardView{
		File: f, Encodings: []string{}, Sheets: []WizardSheet{}, Headers: []int{}, Tables: []WizardTable{}, Fields: []WizardField{},
		Columns: []WizardColumn{}, Rounds: []WizardRoundView{}, RoundOptions: []WizardRoundOption{}, Lines: []WizardLine{}, Faults: []WizardFault{},
		Questions: []WizardQuestion{}, Repairs: []WizardRepair{}, Notes: []domain.Text{}, Closed: []string{}, Counts: WizardCounts{Tables: []WizardTableCount{}},
	}
}
