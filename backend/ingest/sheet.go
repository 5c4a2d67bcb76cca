package ingest

import (
	"context"
	"errors"
	"os"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/workbook"
)

// headingWithin is how many rows of a sheet may stand above the heading, itself included: titles, dates, merged captions.
const headingWithin = 10

// totalWords begin the rows below a table that are no records.
var totalWords = []string{"合计", "总计", "小计", "共计", "平均", "平均分", "total", "sum", "average"}

// sheets returns a file for each visible sheet of a workbook that has the name of a table, itself refused if there is none.
func (f *file) sheets() []*file {
	if f.size > maxCSVBytes {
		f.refused = &sayOver128
		return []*file{f}
	}
	var found []*file
	_, say := openWorkbook(f, func(b *workbook.Book) *domain.Text {
		for _, s := range b.Sheets {
			if t := tableOf(trim(s.Name) + workbookEnding); t != nil && !s.Hidden {
				found = append(found, &file{path: f.path, name: f.name, info: f.info, size: f.size, table: t, sheet: s.Name})
			}
		}
		return nil
	})
	if len(found) == 0 {
		if f.refused = &sayNoSheet; say.say != nil {
			text := say.text()
			f.refused = &text
		}
		return []*file{f}
	}
	return found
}

// openWorkbook opens the workbook of a file for use; what is wrong with it is the sentence.
func openWorkbook(f *file, use func(*workbook.Book) *domain.Text) (ok bool, why sentence) {
	in, err := os.Open(f.path)
	if err != nil {
		return false, newSentence(whyUnreadable(err), nil)
	}
	defer func() { _ = in.Close() }() // it was only read
	b, err := workbook.Open(in, f.size)
	if err != nil {
		return false, whyNoWorkbook(err)
	}
	if say := use(b); say != nil {
		return false, newSentence(say, nil)
	}
	return true, sentence{}
}

func whyNoWorkbook(err error) sentence {
	switch {
	case errors.Is(err, workbook.ErrNotWorkbook):
		return newSentence(&sayNotWorkbook, nil)
	case errors.Is(err, workbook.ErrEncrypted):
		return newSentence(&sayEncrypted, nil)
	case errors.Is(err, workbook.ErrTooLarge):
		return newSentence(&sayTooLarge, nil)
	}
	return newSentence(&sayDamaged, nil)
}

// sheet is one sheet of a workbook as a table file: its rows, and where the heading is.
type sheet struct {
	book    *workbook.Book
	name    string
	rows    []workbook.Row
	merged  []workbook.Range
	heading int // place in rows; −1 none
	known   int // headings of the table in that row, or in the best row
	best    int

	table *table
	log   *fileLog
	at    int
	width int
	kinds []cellUse // by column of the sheet
	record
}

// cellUse is what a column of the table takes.
type cellUse uint8

const (
	useOther cellUse = iota
	useText
	useID
	useDate
	useMonth
)

// readSheet reads the sheet of a workbook that holds the table.
func (imp *intake) readSheet(ctx context.Context, log *fileLog, done func(int64)) error {
	log.encoding = "XLSX"
	var chosen *sheet
	ok, why := openWorkbook(log.file, func(b *workbook.Book) *domain.Text {
		var err error
		if chosen, err = chooseSheet(ctx, b, log); err != nil {
			if ctx.Err() != nil {
				return nil
			}
			said := whyNoWorkbook(err).text()
			return &said
		}
		return nil
	})
	if ctx.Err() != nil {
		return cancelled(ctx)
	}
	if !ok {
		text := why.text()
		log.refuse(1, wholeFile, 0, &text)
		return nil
	}
	if chosen == nil {
		return nil
	}
	f := imp.newTableFile(log)
	f.recs, f.next = &chosen.record, chosen.next
	f.at = func() int64 { return log.file.size * int64(chosen.at) / int64(max(1, len(chosen.rows))) }
	return f.read(ctx, len(chosen.rows), done)
}

// chooseSheet finds the sheet of the table among the visible ones; nil with a fault if there is none or more than one.
func chooseSheet(ctx context.Context, b *workbook.Book, log *fileLog) (*sheet, error) {
	var fitting, others []*sheet
	for i, s := range b.Sheets {
		if log.file.sheet != "" && s.Name != log.file.sheet {
			continue
		}
		if s.Hidden {
			log.note(1, wholeFile, s.Name, &sayHiddenSheet, s.Name)
			continue
		}
		sh := &sheet{book: b, name: s.Name, table: log.file.table, log: log}
		if err := sh.load(ctx, i); err != nil {
			return nil, err
		}
		switch {
		case sh.heading >= 0:
			fitting = append(fitting, sh)
		case len(sh.rows) > 0:
			others = append(others, sh)
		}
	}
	switch {
	case len(fitting) == 1:
		for _, o := range others {
			log.note(1, wholeFile, o.name, &sayOtherSheet, o.name)
		}
		fitting[0].begin()
		return fitting[0], nil
	case len(fitting) > 1:
		var names []string
		for _, s := range fitting {
			names = append(names, s.name)
		}
		log.refuse(1, wholeFile, 0, &sayManySheets, strings.Join(names, "、"))
		return nil, nil
	case len(others) == 0:
		log.refuse(1, wholeFile, 0, &sayEmpty)
		return nil, nil
	}
	// The sheet that comes nearest says which columns are missing.
	slices.SortStableFunc(others, func(a, b *sheet) int { return b.known - a.known })
	if best := others[0]; best.known > 0 {
		if merged := best.mergedAbove(); len(merged) > 0 {
			log.refuse(best.rows[best.best].Number, wholeFile, 0, &sayMergedHeading, strings.Join(merged, "、"), requiredHeadings(log.file.table))
			return nil, nil
		}
		best.heading = best.best
		best.begin()
		return best, nil
	}
	log.refuse(1, wholeFile, 0, &sayNoHeading, requiredHeadings(log.file.table))
	return nil, nil
}

// mergedAbove names the merged ranges among the rows where a heading may stand.
func (s *sheet) mergedAbove() []string {
	var names []string
	for _, m := range s.merged {
		if m.FirstRow <= s.rows[s.best].Number+1 && len(names) < 8 {
			names = append(names, m.String())
		}
	}
	return names
}

func requiredHeadings(t *table) string {
	var heads []string
	for _, c := range t.columns {
		if c.need != optional {
			heads = append(heads, c.zh+"（"+c.name+"）")
		}
	}
	return strings.Join(heads, "、")
}

// load reads the rows that hold anything, and looks for the heading.
func (s *sheet) load(ctx context.Context, index int) error {
	s.heading, s.best = -1, -1
	most := s.table.most + 2*headingWithin
	var err error
	s.merged, err = s.book.Rows(index, func(r *workbook.Row) error {
		if len(s.rows)%4096 == 4095 && ctx.Err() != nil {
			return ctx.Err()
		}
		if !slices.ContainsFunc(r.Cells, func(c workbook.Cell) bool {
			return c.Kind != workbook.Blank && trim(c.Text) != "" || c.Kind == workbook.NoValue
		}) {
			return nil
		}
		if len(s.rows) > most {
			return workbook.ErrStop // it is refused for its rows
		}
		kept := *r
		kept.Cells = slices.Clone(r.Cells)
		s.rows = append(s.rows, kept)
		if s.heading < 0 && len(s.rows) <= headingWithin {
			s.judge(len(s.rows) - 1)
		}
		return nil
	})
	return err
}

// judge looks whether a row is the heading: it has every column that the table cannot do without.
func (s *sheet) judge(row int) {
	missing := 0
	for _, c := range s.table.columns {
		if c.need != optional {
			missing++
		}
	}
	present := make([]bool, len(s.table.columns))
	known := 0
	for _, c := range s.rows[row].Cells {
		if at, ok := s.table.find(c.Text); ok && !present[at] {
			present[at] = true
			known++
			if s.table.columns[at].need != optional {
				missing--
			}
		}
	}
	if known > s.known {
		s.known, s.best = known, row
	}
	if missing == 0 && known > 0 {
		s.heading = row
	}
}

// begin makes the sheet ready to be read from its heading on.
func (s *sheet) begin() {
	head := s.rows[s.heading]
	s.at, s.width = s.heading, len(head.Cells)
	if s.heading > 0 {
		s.log.note(head.Number, wholeFile, s.name, &sayAboveTitle, strconv.Itoa(head.Number))
	}
	s.kinds = make([]cellUse, s.width)
	for i, c := range head.Cells {
		if at, ok := s.table.find(c.Text); ok {
			s.kinds[i] = useOf(s.table.columns[at].name)
		}
	}
	s.unmerge(head.Number)
}

func useOf(column string) cellUse {
	switch {
	case strings.HasSuffix(column, "_on"):
		return useDate
	case column == "from_month":
		return useMonth
	case column == "id" || strings.HasSuffix(column, "_id") || column == "code" || column == "item":
		return useID
	case slices.Contains([]string{"name", "subdistrict", "reason", "description", "decided_by", "phone", "responsible_person", "legal_representative"}, column):
		return useText
	}
	return useOther
}

// unmerge gives every row of a merged range in one column its value.
func (s *sheet) unmerge(headingRow int) {
	for _, m := range s.merged {
		from, found := slices.BinarySearchFunc(s.rows, m.FirstRow, func(r workbook.Row, n int) int { return r.Number - n })
		if m.FirstRow <= headingRow || !found || m.FirstColumn >= min(s.width, len(s.rows[from].Cells)) {
			continue
		}
		if _, total := totalOf(&s.rows[from]); total {
			continue
		}
		if m.FirstColumn != m.LastColumn {
			s.log.fault(m.FirstRow, wholeFile, 0, &sayMergedWide, m.String())
			continue
		}
		value := s.rows[from].Cells[m.FirstColumn]
		for i := from + 1; i < len(s.rows) && s.rows[i].Number <= m.LastRow; i++ {
			for len(s.rows[i].Cells) <= m.FirstColumn {
				s.rows[i].Cells = append(s.rows[i].Cells, workbook.Cell{})
			}
			s.rows[i].Cells[m.FirstColumn] = value
		}
		s.log.note(m.FirstRow, wholeFile, m.String(), &sayMerged, m.String())
	}
}

// next makes the record of the next row: first the heading, then the rows that are no totals.
func (s *sheet) next() bool {
	for ; s.at < len(s.rows); s.at++ {
		r := &s.rows[s.at]
		isHeading := s.at == s.heading
		if word, ok := totalOf(r); ok && !isHeading {
			s.log.note(r.Number, wholeFile, word, &sayTotalRow, word)
			continue
		}
		if r.Hidden && !isHeading {
			s.log.note(r.Number, wholeFile, "hidden", &sayHiddenRow)
		}
		s.record = record{fields: s.fields[:0], line: r.Number, last: r.Number, count: s.width}
		for i := range s.width {
			var c workbook.Cell
			if i < len(r.Cells) {
				c = r.Cells[i]
			}
			s.fields = append(s.fields, s.value(i, c, isHeading))
		}
		for i := s.width; i < len(r.Cells); i++ {
			if r.Cells[i].Kind != workbook.Blank && trim(r.Cells[i].Text) != "" {
				s.count = i + 1
			}
		}
		s.at++
		return true
	}
	return false
}

func totalOf(r *workbook.Row) (string, bool) {
	for _, c := range r.Cells {
		text := trim(c.Text)
		if text == "" {
			continue
		}
		plain := strings.ToLower(strings.TrimRight(strings.ReplaceAll(text, " ", ""), ":："))
		return text, c.Kind == workbook.Text && slices.Contains(totalWords, plain)
	}
	return "", false
}

// value is a cell as the readers of columns take it.
func (s *sheet) value(column int, c workbook.Cell, isHeading bool) string {
	if isHeading {
		return c.Text
	}
	use := s.kinds[column]
	wrong := func(say *domain.Text, args ...string) string {
		if s.problem == nil {
			s.problem, s.problemAt, s.args = say, column, args
		}
		return c.Text
	}
	head := s.rows[s.heading].Cells[column].Text
	if c.Formula && c.Kind != workbook.NoValue && c.Kind != workbook.Error {
		s.log.note(s.line, head, head+"=", &sayFormula)
	}
	if _, known := s.table.find(head); !known {
		return c.Text // left, whatever it is
	}
	switch c.Kind {
	case workbook.Error:
		return wrong(&sayCellError, c.Text)
	case workbook.NoValue:
		return wrong(&sayNoResult)
	case workbook.Number:
		if use == useID {
			s.log.note(s.line, head, head+"#", &sayNumberID, c.Text)
		}
	case workbook.Date:
		day, hasTime, ok := s.book.Date(c.Number)
		switch {
		case !ok:
			return wrong(&sayNoDate, c.Text)
		case use != useDate && use != useMonth:
			return wrong(&sayIsDate, day)
		}
		if hasTime {
			s.log.note(s.line, head, head+"t", &sayTimeCut)
		}
		if use == useMonth {
			return day[:len("2006-01")]
		}
		return day
	case workbook.Blank, workbook.Text, workbook.Truth:
	}
	return c.Text
}
