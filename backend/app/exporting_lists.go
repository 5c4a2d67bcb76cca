package app

import (
	"cmp"
	"context"
	"io"
	"math"
	"slices"
	"strconv"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/policy"
)

// heads makes the columns of a list of pairs of Chinese and English; those that begin with # stand over numbers.
func heads(lang domain.Lang, texts ...domain.Text) []export.ListColumn {
	out := make([]export.ListColumn, len(texts))
	for i, t := range texts {
		head := t.In(lang)
		if head[0] == '#' {
			out[i].Number, head = true, head[1:]
		}
		out[i].Head = head
	}
	return out
}

// txt is a heading over texts, num one over numbers.
func txt(zh, en string) domain.Text { return domain.Text{ZH: zh, EN: en} }
func num(zh, en string) domain.Text { return domain.Text{ZH: "#" + zh, EN: "#" + en} }

func listOf(columns []export.ListColumn, rows [][]export.Cell) *export.List {
	return &export.List{Columns: columns, Rows: len(rows), Row: func(i int, cells []export.Cell) { copy(cells, rows[i]) }}
}

// listTable is the list of the screen: these columns, these estates, in their order.
func listTable(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	if len(ask.Columns) == 0 {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("没有选择列", "No columns were chosen"), nil)
	}
	places := make([]int, len(ask.FIDs))
	for i, fid := range ask.FIDs {
		place, ok := p.place[fid]
		if !ok {
			return nil, domain.Fail(domain.CodeNotFound, domain.Say("项目中没有所列的小区；刷新后重试", "The project has no such estate; reload and try again"), nil)
		}
		places[i] = place
	}
	return p.estateList(j, ask.Columns, places, domain.Lang(ask.Lang))
}

// estateList is a list of estates with columns by key.
func (p *project) estateList(j *judged, keys []string, places []int, lang domain.Lang) (*export.List, error) {
	columns, err := columnsOf(keys)
	if err != nil {
		return nil, err
	}
	v := p.columnView(j)
	l := &export.List{Columns: make([]export.ListColumn, len(columns)), Rows: len(places)}
	for i, c := range columns {
		l.Columns[i] = export.ListColumn{Head: c.head.In(lang), Number: c.numeric()}
		if len(places) > 0 {
			c.in(v, places[0], lang) // what may fail does so before the first byte
		}
	}
	l.Row = func(i int, cells []export.Cell) {
		for at, c := range columns {
			cells[at] = c.in(v, places[i], lang)
		}
	}
	return l, v.err
}

// registerColumns are those of the list of all estates.
var registerColumns = []string{
	"id", "name", "subdistrict", "community", "form", "mode", "enclosable", "households", "buildingAreaM2", "areaM2", "company", "agreement", "since",
	"until", "state", "payable", "citySubsidy", "withheldYear", "proposedYear", "enrolledOn", "exitedOn", "exitGround", "rank", "score", "band", "host", "hostDistance",
	"openFindings", "lon", "lat",
}

func listEstates(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	return p.estateList(j, registerColumns, places(len(p.book.Estates), func(int) bool { return true }), domain.Lang(ask.Lang))
}

func writeEstatesGeoJSON(_ context.Context, p *project, _ ExportAsk, w io.Writer, progress func(done, total int)) error {
	if err := export.WriteEstates(w, p.info.Name, p.book.Estates); err != nil {
		return err
	}
	progress(1, 1)
	return nil
}

// noRound refuses what is about a round where there is none.
func noRound(j *judged) error {
	if j.round != policy.None {
		return nil
	}
	return domain.Fail(domain.CodeInvalid, domain.Say("截至 %s 没有创卫考核轮次，没有可导出的名次和措施；先导入轮次和得分",
		"There is no sanitary inspection round up to %s, so no ranking and no measures; import rounds and scores first", j.view.AsOf), nil)
}

// listRanking lists the scored estates of the round by rank.
func listRanking(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	if err := noRound(j); err != nil {
		return nil, err
	}
	scored := places(len(p.book.Estates), func(i int) bool { return j.view.Rank[i] > 0 })
	slices.SortStableFunc(scored, func(a, b int) int { return cmp.Compare(j.view.Rank[a], j.view.Rank[b]) })
	return p.estateList(j, []string{
		"rank", "rankFromBottom", "change", "id", "name", "subdistrict", "company", "score", "band", "cause", "run", "level", "proposedLevel", "recent",
	}, scored, domain.Lang(ask.Lang))
}

// listMeasures lists what the bottom results of the year up to the day open.
func listMeasures(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	if err := noRound(j); err != nil {
		return nil, err
	}
	lang := domain.Lang(ask.Lang)
	var rows [][]export.Cell
	for _, m := range j.ev.Measures() {
		r, e := &j.ev.Rounds[m.Round], &p.book.Estates[m.Estate]
		if r.Round.HeldOn.Year() != j.ev.AsOf.Year() {
			continue
		}
		months := yearWithheld{months: m.Months}
		rows = append(rows, []export.Cell{
			export.Text(roundName(&r.Round)), export.Day(r.Round.HeldOn), export.Text(e.ID), export.Text(p.district.Estates.Name[m.Estate]),
			export.Text(e.Subdistrict), export.Text(p.companyWords(m.Company).In(lang)), export.Whole(r.Of(m.Estate).Rank),
			export.Text(shortCause(j.ev.Results[m.Result].Cause).In(lang)), export.Whole(int64(m.Level)), export.Text(statusWords(m.Status).In(lang)),
			export.Text(months.monthWords().In(lang)), export.Text(p.book.MeasureText(&m).In(lang)),
		})
	}
	return listOf(heads(lang, txt("轮次", "Round"), txt("日期", "Date"), txt("小区编号", "Estate id"), txt("小区", "Estate"), txt("街道", "Subdistrict"), txt("企业", "Company"),
		num("名次", "Rank"), txt("责任", "Cause"), num("级别", "Level"), txt("状态", "Status"), txt("扣减月份", "Months withheld"), txt("措施", "Measure")), rows), nil
}

func statusWords(s policy.Status) domain.Text {
	if s == policy.Proposed {
		return domain.Say("拟定", "Proposed")
	}
	return domain.Say("已定", "Confirmed")
}

func timingWords(t policy.Timing) domain.Text {
	if t == policy.Clawback {
		return domain.Say("追回", "Claimed back")
	}
	return domain.Say("扣发", "Withheld")
}

// listAssignment lists the scattered estates with who serves them.
func listAssignment(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	a, err := p.assignment(j)
	if err != nil {
		return nil, err
	}
	lang := domain.Lang(ask.Lang)
	name := func(at int) export.Cell {
		if at == policy.None {
			return export.Cell{}
		}
		return export.Text(p.district.Estates.Name[at])
	}
	var rows [][]export.Cell
	for i := range a.Rows {
		r := &a.Rows[i]
		distance, hostID := export.Cell{}, ""
		if !math.IsNaN(r.DistanceM) {
			distance = export.Rounded(r.DistanceM, 1)
		}
		if r.Host != policy.None {
			hostID = p.book.Estates[r.Host].ID
		}
		rows = append(rows, []export.Cell{
			export.Text(p.book.Estates[r.Estate].ID), name(r.Estate), export.Text(p.book.Estates[r.Estate].Subdistrict),
			export.Text(assignWords(r.Status).In(lang)), export.Text(hostID), name(r.Host), export.Text(p.companyWords(r.Company).In(lang)),
			distance, export.Text(a.Why(r).In(lang)),
		})
	}
	return listOf(heads(lang, txt("小区编号", "Estate id"), txt("散片小区", "Scattered estate"), txt("街道", "Subdistrict"), txt("状态", "Status"), txt("依托小区编号", "Host id"),
		txt("代管依托小区", "Host"), txt("企业", "Company"), num("距离（米）", "Distance, m"), txt("理由", "Reason")), rows), nil
}

func assignWords(s assign.Status) domain.Text {
	switch s {
	case assign.Assigned:
		return domain.Say("已指派", "Assigned")
	case assign.Overridden:
		return domain.Say("人工指定", "By a planner")
	case assign.Unassigned:
	}
	return domain.Say("未指派", "Unassigned")
}

// listCompanies begins with the columns of companies.csv, so that an import takes the list for that table.
func listCompanies(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	var rows [][]export.Cell
	for i := range j.view.Companies {
		s := &j.view.Companies[i]
		c, capacity := &p.book.Companies[s.Index], export.Cell{}
		if c.Capacity.Known {
			capacity = export.Whole(c.Capacity.Value)
		}
		rows = append(rows, append([]export.Cell{
			export.Text(c.ID), export.Text(s.Name), export.Text(c.ResponsiblePerson), export.Text(c.LegalRepresentative), export.Text(c.Phone),
			export.Day(c.BlacklistedOn), capacity, export.Text(triWords(tri(j.ev.Lost(policy.AwardCompany, s.Index, j.ev.AsOf.Year()))).In(lang)),
		}, summaryCells(s)...))
	}
	columns := append(heads(lang, txt("编号", "Id"), txt("名称", "Name"), txt("负责人", "Responsible person"), txt("法定代表人", "Legal representative"), txt("电话", "Phone"),
		txt("失信日期", "Blacklisted on"), num("代管上限", "Capacity"), txt("失去当年评优资格", "Lost award eligibility")), summaryHeads(lang)...)
	return listOf(columns, rows), nil
}

func tri(yes bool) domain.Tri {
	if yes {
		return domain.Yes
	}
	return domain.No
}

func listSubdistricts(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	funds := map[string]*policy.Fund{}
	for i := range j.ev.Funds {
		funds[j.ev.Funds[i].Subdistrict] = &j.ev.Funds[i]
	}
	var rows [][]export.Cell
	for i := range j.view.Subdistricts {
		s := &j.view.Subdistricts[i]
		balance := export.Money(0)
		if f := funds[p.book.Subdistricts[s.Index]]; f != nil {
			balance = export.Money(f.Balance)
		}
		rows = append(rows, append(append([]export.Cell{export.Text(s.Name)}, summaryCells(s)...), balance))
	}
	columns := append(append(heads(lang, txt("街道", "Subdistrict")), summaryHeads(lang)...), heads(lang, num("流转资金余额（元）", "Fund balance, ¥"))...)
	return listOf(columns, rows), nil
}

func summaryHeads(lang domain.Lang) []export.ListColumn {
	return heads(lang, num("小区数", "Estates"), num("参评数", "Scored"), num("平均名次", "Average rank"), num("前段数", "In the top"), num("后段数", "In the bottom"),
		num("本年已扣（元）", "Withheld in the year, ¥"), num("本年拟扣（元）", "Proposed in the year, ¥"))
}

func summaryCells(s *Summary) []export.Cell {
	average := export.Cell{}
	if s.Scored > 0 {
		average = export.Rounded(s.AverageRank, 1)
	}
	return []export.Cell{
		export.Whole(int64(s.Estates)), export.Whole(int64(s.Scored)), average, export.Whole(int64(s.Top)), export.Whole(int64(s.Bottom)),
		export.Money(domain.Fen(s.WithheldFen)), export.Money(domain.Fen(s.ProposedFen)),
	}
}

func listWithholdings(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	var rows [][]export.Cell
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		rows = append(rows, []export.Cell{
			export.Text(p.book.Companies[w.Company].ID), export.Text(p.companyWords(w.Company).In(lang)), export.Text(p.book.Subdistricts[w.Subdistrict]),
			export.Text(w.Month.String()), export.Text(statusWords(w.Status).In(lang)), export.Text(timingWords(w.Timing).In(lang)),
			export.Whole(int64(len(j.ev.WithheldEstates(w)))), export.Money(w.Amount), export.Whole(int64(w.Level)),
			export.Text(roundName(&j.ev.Rounds[w.Round].Round)),
		})
	}
	return listOf(heads(lang, txt("企业编号", "Company id"), txt("企业", "Company"), txt("街道", "Subdistrict"), txt("月份", "Month"), txt("状态", "Status"), txt("方式", "Timing"),
		num("小区数", "Estates"), num("金额（元）", "Amount, ¥"), num("级别", "Level"), txt("依据轮次", "Round")), rows), nil
}

func listFunds(_ *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	var rows [][]export.Cell
	for i := range j.ev.Funds {
		f := &j.ev.Funds[i]
		rows = append(rows, []export.Cell{
			export.Text(f.Subdistrict), export.Money(f.ConfirmedIn), export.Money(f.Used), export.Money(f.Balance), export.Money(f.ProposedIn),
		})
	}
	return listOf(heads(lang, txt("街道", "Subdistrict"), num("已定收入（元）", "Confirmed in, ¥"), num("支出（元）", "Used, ¥"), num("余额（元）", "Balance, ¥"),
		num("拟定收入（元）", "Proposed in, ¥")), rows), nil
}

// listFindings lists what was found up to the day, the latest first, with all columns of findings.csv.
func listFindings(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	var found []*domain.Finding
	for i := range p.tables.Findings {
		if f := &p.tables.Findings[i]; f.FoundOn <= j.ev.AsOf {
			found = append(found, f)
		}
	}
	slices.SortStableFunc(found, func(a, b *domain.Finding) int { return cmp.Compare(b.FoundOn, a.FoundOn) })
	l := &export.List{Rows: len(found), Columns: heads(lang, txt("编号", "Id"), txt("小区编号", "Estate id"), txt("小区", "Estate"), txt("街道", "Subdistrict"),
		txt("轮次", "Round"), txt("扣分项", "Item"), txt("内容", "What the item is"), txt("发现日期", "Found on"), txt("整改期限", "Due on"), txt("整改日期", "Resolved on"),
		txt("状态", "Status"), num("逾期天数", "Days overdue"), txt("描述", "Description"), num("经度", "Longitude"), num("纬度", "Latitude"), txt("照片位置", "Photo"), txt("整改说明", "Note"))}
	notes := p.findingNotes()
	l.Row = func(i int, cells []export.Cell) {
		f := found[i]
		name, subdistrict := f.EstateID, ""
		if at, ok := p.book.Estate(f.EstateID); ok {
			name, subdistrict = p.district.Estates.Name[at], p.book.Estates[at].Subdistrict
		}
		status, resolved, days := domain.Say("已整改", "Resolved"), export.Day(f.ResolvedOn), export.Cell{}
		if openOn(f, j.ev.AsOf) {
			status, resolved = domain.Say("未整改", "Open"), export.Cell{}
		}
		if overdueOn(f, j.ev.AsOf) {
			status, days = domain.Say("逾期", "Overdue"), export.Whole(int64(j.ev.AsOf-f.DueOn))
		}
		lon, lat := export.Cell{}, export.Cell{}
		if f.Point.Known {
			lon, lat = degreesCell(f.Point.Value[0]), degreesCell(f.Point.Value[1])
		}
		copy(cells, []export.Cell{
			export.Text(f.ID), export.Text(f.EstateID), export.Text(name), export.Text(subdistrict), export.Text(f.RoundID), export.Text(f.Item),
			export.Text(p.items[f.Item].Name), export.Day(f.FoundOn), export.Day(f.DueOn), resolved, export.Text(status.In(lang)), days,
			export.Text(f.Description), lon, lat,
		})
		if n := notes[f.ID]; n != nil {
			cells[15], cells[16] = export.Text(n.Photo), export.Text(n.Note)
		}
	}
	return l, nil
}

// listDecisions lists what people decided up to the day, the latest first.
func listDecisions(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	type decision struct {
		on    domain.Date
		cells []export.Cell
	}
	var all []decision
	add := func(on domain.Date, kind domain.Text, estateID, round, what, reason, by string, removed domain.Date) {
		if on > j.ev.AsOf {
			return
		}
		name, subdistrict := estateID, ""
		if at, ok := p.book.Estate(estateID); ok {
			name, subdistrict = p.district.Estates.Name[at], p.book.Estates[at].Subdistrict
		}
		all = append(all, decision{on, []export.Cell{
			export.Day(on), export.Text(kind.In(lang)), export.Text(estateID), export.Text(name), export.Text(subdistrict), export.Text(round),
			export.Text(what), export.Text(reason), export.Text(by), export.Day(removed),
		}})
	}
	for i := range p.tables.Determinations {
		d := &p.tables.Determinations[i]
		round := d.RoundID
		if at, ok := p.book.Round(d.RoundID); ok {
			round = roundName(&p.book.Rounds()[at].Round)
		}
		add(d.DecidedOn, domain.Say("责任认定", "Determination"), d.EstateID, round, shortCause(d.Cause).In(lang), d.Reason, d.DecidedBy, 0)
	}
	for i := range p.tables.Overrides {
		o := &p.tables.Overrides[i]
		host := o.HostID
		if at, ok := p.book.Estate(o.HostID); ok {
			host = p.district.Estates.Name[at]
		}
		add(o.DecidedOn, domain.Say("代管指定", "Proxy host"), o.EstateID, "", host, o.Reason, o.DecidedBy, o.RemovedOn)
	}
	slices.SortStableFunc(all, func(a, b decision) int { return cmp.Compare(b.on, a.on) })
	rows := make([][]export.Cell, len(all))
	for i := range all {
		rows[i] = all[i].cells
	}
	return listOf(heads(lang, txt("日期", "Date"), txt("类别", "Kind"), txt("小区编号", "Estate id"), txt("小区", "Estate"), txt("街道", "Subdistrict"), txt("轮次", "Round"),
		txt("决定", "Decision"), txt("理由", "Reason"), txt("决定人", "Decided by"), txt("撤销日期", "Removed on")), rows), nil
}

// degreesCell is a coordinate with all its digits.
func degreesCell(d float64) export.Cell { return export.Exact(strconv.FormatFloat(d, 'f', -1, 64)) }
