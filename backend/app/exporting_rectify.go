package app

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/policy"
	"estateatlas/backend/sheet"
)

// exportRectify is the export of the rectification list.
const exportRectify = "rectification"

// writeRectification writes the list: a workbook with a sheet for each subdistrict, one table, points, or pages by subdistrict.
func writeRectification(ctx context.Context, p *project, ask ExportAsk, w io.Writer, progress func(done, total int)) error {
	d, err := p.rectifyAsked(ctx, &ask)
	if err != nil {
		return err
	}
	lang := domain.Lang(ask.Lang)
	switch ask.Format {
	case "csv":
		return export.WriteCSV(ctx, w, d.list(lang, d.rows), progress)
	case "geojson":
		progress(0, 1)
		return d.writePoints(w, d.rows)
	case "pdf":
		return sheet.WriteListsPDF(ctx, w, d.pages(lang), progress)
	}
	book, err := d.book(ctx, &ask)
	if err != nil {
		return err
	}
	return export.WriteBook(ctx, w, book, progress)
}

// rectifyAsked is the list that an export or a notice is of: of its round or day, with the rows that it names. The deadlines are held
// against the day that it names, else that of the round.
func (p *project) rectifyAsked(ctx context.Context, ask *ExportAsk) (*rectified, error) {
	var by RectifyAsk
	if ask.Rectify != nil {
		by = *ask.Rectify
	}
	by.RoundID, by.AsOf = ask.RoundID, ask.AsOf
	opts, asOf, on, err := p.rectifyOptions(&by)
	if err != nil {
		return nil, err
	}
	a, err := p.analyses.get(ctx, p, asOf, opts)
	if err != nil {
		return nil, err
	}
	d := p.rectify(a, on)
	d.ask = by
	if len(ask.Rows) == 0 && len(ask.FIDs) == 0 {
		return d, nil
	}
	estates := p.among(ask.FIDs)
	named := make(map[RectifyKey]bool, len(ask.Rows))
	for _, key := range ask.Rows {
		named[key] = true
	}
	d.rows = slices.DeleteFunc(d.rows, func(r rectifiedRow) bool {
		return !estates(r.estate) || len(named) > 0 && !named[RectifyKey{p.book.Estates[r.estate].FID, r.item.Code}]
	})
	return d, nil
}

// rest are the scored estates that are not on the list, as rows without an item.
func (d *rectified) rest() []rectifiedRow {
	var rows []rectifiedRow
	for _, e := range d.a.Rest() {
		rows = append(rows, rectifiedRow{hotspotRow: hotspotRow{estate: e}, company: policy.None})
	}
	return rows
}

// list makes a table of rows.
func (d *rectified) list(lang domain.Lang, rows []rectifiedRow) *export.List {
	return d.table(lang, rows, columnsFor(false))
}

func (d *rectified) table(lang domain.Lang, rows []rectifiedRow, columns []*rectifyColumn) *export.List {
	title := domain.Say("整改清单", "Rectification list").In(lang)
	texts := make([]domain.Text, len(columns))
	for i, c := range columns {
		texts[i] = c.head
	}
	return &export.List{
		Sheet: title + " " + d.a.AsOf.String(), Title: d.p.info.Name + " " + title, Lang: lang, MadeOn: d.on, Rows: len(rows),
		Mark: domain.Say("内部使用", "Internal use").In(lang), Note: d.note().In(lang), Columns: heads(lang, texts...),
		Row: func(i int, cells []export.Cell) {
			for at, c := range columns {
				cells[at] = c.cell(d, &rows[i], lang)
			}
		},
	}
}

// note says of which rounds and of which day a list is.
func (d *rectified) note() domain.Text {
	if len(d.a.Rounds) == 0 {
		return domain.Say("截至 %[1]s，没有可用的考核轮次", "As of %[1]s, without a round", d.a.AsOf)
	}
	return domain.Say("近 %[1]d 轮，截至 %[2]s；期限与状态按 %[3]s", "The last %[1]d rounds up to %[2]s; deadlines and statuses on %[3]s", len(d.a.Rounds), d.a.AsOf, d.on)
}

// tones are the conditional colours of a list.
func (d *rectified) tones(lang domain.Lang) (tones []export.Tone, scales []int) {
	for at, c := range columnsFor(false) {
		switch c.key {
		case "status":
			for _, s := range statusTones {
				tones = append(tones, export.Tone{Column: at, Word: rectifyWords(s.status).In(lang), Fill: s.fill, Font: s.font})
			}
		case "daysLeft":
			tones = append(tones, export.Tone{Column: at, Fill: "FCEAE4", Font: "AB300F"})
		case "burden":
			scales = append(scales, at)
		}
	}
	return tones, scales
}

// statusTones are the colours of the screen's badges.
var statusTones = []struct{ status, fill, font string }{
	{statusOverdue, "FCEAE4", "AB300F"},
	{string(domain.RectifyRecheck), "FBF0D4", "7A5200"},
	{string(domain.RectifyDone), "E2F1F0", "00615C"},
	{string(domain.RectifyOpen), "E8EEFB", "1B4DB3"},
}

// bySubdistrict deals the rows to their subdistricts, in the order of these.
func (d *rectified) bySubdistrict() (subdistricts []int, rows map[int][]rectifiedRow) {
	rows = map[int][]rectifiedRow{}
	for _, r := range d.rows {
		at := d.p.book.SubdistrictOf(r.estate)
		if rows[at] == nil {
			subdistricts = append(subdistricts, at)
		}
		rows[at] = append(rows[at], r)
	}
	slices.Sort(subdistricts)
	return subdistricts, rows
}

// pages are the printed pages: a list for each subdistrict.
func (d *rectified) pages(lang domain.Lang) []*sheet.List {
	subdistricts, rows := d.bySubdistrict()
	if len(subdistricts) == 0 {
		return []*sheet.List{printed(d.table(lang, nil, columnsFor(true)))}
	}
	out := make([]*sheet.List, len(subdistricts))
	for i, at := range subdistricts {
		l := d.table(lang, rows[at], columnsFor(true))
		l.Title += " · " + d.p.district.Subdistricts[at] + " " + domain.Say("%d 项", "(%d)", len(rows[at])).In(lang)
		out[i] = printed(l)
	}
	return out
}

// book is the workbook: sums with a map, a sheet for each subdistrict, and how the list came about.
func (d *rectified) book(ctx context.Context, ask *ExportAsk) ([]export.Sheet, error) {
	lang := domain.Lang(ask.Lang)
	sums := export.Sheet{List: d.summary(lang)}
	picture, err := d.picture(ctx, ask)
	if err != nil {
		return nil, err
	}
	sums.Picture, sums.Scales, sums.Sums = picture, []int{1, 7}, true
	out := []export.Sheet{sums}
	tones, scales := d.tones(lang)
	subdistricts, rows := d.bySubdistrict()
	for _, at := range subdistricts {
		s := export.Sheet{List: d.list(lang, rows[at]), Tones: tones, Scales: scales}
		s.Sheet = d.p.district.Subdistricts[at]
		s.Title += " · " + s.Sheet
		out = append(out, s)
	}
	return append(out, export.Sheet{List: d.byParty(lang)}, export.Sheet{List: d.method(lang)}), nil
}

// summary counts the rows by subdistrict, with a row of sums.
func (d *rectified) summary(lang domain.Lang) *export.List {
	type line struct{ listed, estates, frequent, prone, done, recheck, open, overdue, none int64 }
	cells := func(name string, l *line) []export.Cell {
		share := export.Cell{}
		if l.listed > 0 {
			share = export.Share(float64(l.done) / float64(l.listed))
		}
		out := []export.Cell{export.Text(name)}
		for _, n := range []int64{l.listed, l.estates, l.frequent, l.prone, l.done, l.recheck, l.overdue, l.open - l.overdue, l.none} {
			out = append(out, export.Whole(n))
		}
		return append(out, share)
	}
	subdistricts, rows := d.bySubdistrict()
	var all line
	var table [][]export.Cell
	for _, at := range subdistricts {
		var l line
		estates := map[int]bool{}
		for i := range rows[at] {
			r := &rows[at][i]
			estates[r.estate] = true
			l.listed++
			for _, c := range []struct {
				is bool
				n  *int64
			}{
				{r.item.Frequent, &l.frequent},
				{r.item.Prone, &l.prone},
				{r.status == domain.RectifyDone, &l.done},
				{r.status == domain.RectifyRecheck, &l.recheck},
				{r.status == domain.RectifyOpen, &l.open},
				{r.overdue, &l.overdue},
				{r.status == domain.RectifyOpen && r.due == 0, &l.none},
			} {
				if c.is {
					*c.n++
				}
			}
		}
		l.estates = int64(len(estates))
		table = append(table, cells(d.p.district.Subdistricts[at], &l))
		all = line{
			all.listed + l.listed, all.estates + l.estates, all.frequent + l.frequent, all.prone + l.prone, all.done + l.done, all.recheck + l.recheck,
			all.open + l.open, all.overdue + l.overdue, all.none + l.none,
		}
	}
	table = append(table, cells(domain.Say("合计", "All").In(lang), &all))
	l := d.table(lang, nil, nil)
	l.Sheet, l.Rows = domain.Say("汇总", "Summary").In(lang), len(table)
	l.Columns = heads(lang, txt("街道", "Subdistrict"), num("清单项数", "Rows"), num("涉及小区", "Estates"), num("频发", "Frequent"), num("易发", "Prone"),
		num("已整改", "Done"), num("复查", "Recheck"), num("逾期", "Overdue"), num("整改中（未逾期）", "Under way, in time"), num("未定期限", "Without a deadline"), num("完成率", "Closure rate"))
	l.Row = func(i int, cells []export.Cell) { copy(cells, table[i]) }
	return l
}

// byParty counts the rows by who answers for them.
func (d *rectified) byParty(lang domain.Lang) *export.List {
	parties := d.parties()
	l := d.table(lang, nil, nil)
	l.Sheet, l.Rows = domain.Say("按责任方", "By who answers").In(lang), len(parties)
	l.Columns = heads(lang, txt("责任方", "Responsible"), txt("类别", "Side"), txt("联系方式", "Contact"), num("清单项数", "Rows"), num("涉及小区", "Estates"), num("已整改", "Done"),
		num("复查", "Recheck"), num("逾期", "Overdue"), num("完成率", "Closure rate"))
	l.Row = func(i int, cells []export.Cell) {
		party := &parties[i]
		side := domain.Say("属地", "Locality")
		if party.Side == string(domain.CauseCompany) {
			side = domain.Say("企业", "Company")
		}
		copy(cells, []export.Cell{
			export.Text(party.Party.In(lang)), export.Text(side.In(lang)), export.Text(party.Contact), export.Whole(int64(party.Listed)),
			export.Whole(int64(len(party.FIDs))), export.Whole(int64(party.Done)), export.Whole(int64(party.Recheck)), export.Whole(int64(party.Overdue)),
			export.Share(part(party.Done, party.Listed)),
		})
	}
	return l
}

// method tells how the list came about, line by line.
func (d *rectified) method(lang domain.Lang) *export.List {
	l := d.table(lang, nil, nil)
	lines := append([]domain.Text{d.note()}, d.a.Log...)
	l.Sheet, l.Rows = domain.Say("方法说明", "Method").In(lang), len(lines)
	l.Columns = heads(lang, num("序号", "No."), txt("说明", "What was decided"))
	l.Row = func(i int, cells []export.Cell) {
		cells[0], cells[1] = export.Whole(int64(i+1)), export.Text(lines[i].In(lang))
	}
	return l
}

// Measures of the map of a workbook, pixels.
const (
	bookMapPx      = 1600
	bookMapShownPx = 720
)

// picture is the map of the cluster test; nil where no estate has a boundary.
func (d *rectified) picture(ctx context.Context, ask *ExportAsk) (*export.Picture, error) {
	if _, any := domain.Extent(d.p.book.Estates); !any {
		return nil, nil
	}
	j, err := d.p.judgeAsked(ask)
	if err != nil {
		return nil, err
	}
	var png bytes.Buffer
	drawing := ExportAsk{What: "map", Format: "png", RoundID: ask.RoundID, AsOf: ask.AsOf, Lang: ask.Lang, Map: MapAsk{
		Colouring: ColouringAsk{By: cmp.Or(ask.Map.Colouring.By, "gi"), Rectify: &d.ask}, Paper: "A4", WidthPx: bookMapPx,
	}}
	if err := writeMap(ctx, d.p, drawing, &png, func(int, int) {}); err != nil {
		return nil, err
	}
	text := strings.TrimSpace(d.p.sheetTitle(j, "") + " " + colouringName("gi").In(domain.Lang(ask.Lang)))
	return &export.Picture{PNG: png.Bytes(), OwnPx: bookMapPx, WidthPx: bookMapShownPx, Text: text}, nil
}
