package app

import (
	"cmp"
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"estateatlas/backend/basemap"
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/letter"
	"estateatlas/backend/policy"
	"estateatlas/backend/sheet"
)

// exportKind is one of the things that can be exported.
type exportKind struct {
	what    string
	title   domain.Text // of the file and of the table
	formats []string
	// list makes a table, for xlsx and csv; write makes anything else.
	list  func(p *project, j *judged, ask *ExportAsk) (*export.List, error)
	write exporter
}

// exporter writes one export of a project. progress may be called at any time, one call after the other.
type exporter func(ctx context.Context, p *project, ask ExportAsk, w io.Writer, progress func(done, total int)) error

// ExportTable is the list of the screen: the one that needs columns and estates.
const ExportTable = "table"

var (
	tableFormats = []string{"xlsx", "csv"}
	paperFormats = []string{"xlsx", "csv", "pdf"}

	exportKinds = []exportKind{
		{what: ExportTable, title: domain.Say("小区列表", "Estates"), formats: tableFormats, list: listTable},
		{what: "estates", title: domain.Say("小区一览", "Estates"), formats: []string{"xlsx", "csv", "geojson"}, list: listEstates, write: writeEstatesGeoJSON},
		{what: "ranking", title: domain.Say("考核名次", "Ranking"), formats: tableFormats, list: listRanking},
		{what: "measures", title: domain.Say("考核措施", "Measures"), formats: tableFormats, list: listMeasures},
		{what: "assignment", title: domain.Say("代管指派", "Proxy assignment"), formats: tableFormats, list: listAssignment},
		{what: exportProxy, title: domain.Say("代管方案", "Proxy scenario"), formats: paperFormats, list: listProxy},
		{what: "overview", title: domain.Say("总览", "Overview"), formats: tableFormats, list: listOverview},
		{what: "companies", title: domain.Say("服务企业", "Companies"), formats: tableFormats, list: listCompanies},
		{what: "subdistricts", title: domain.Say("街道", "Subdistricts"), formats: tableFormats, list: listSubdistricts},
		{what: "withholdings", title: domain.Say("补贴扣减", "Withholdings"), formats: tableFormats, list: listWithholdings},
		{what: "funds", title: domain.Say("考核流转资金", "Circulating funds"), formats: tableFormats, list: listFunds},
		{what: "findings", title: domain.Say("点位问题", "Findings"), formats: tableFormats, list: listFindings},
		{what: "decisions", title: domain.Say("认定与决定", "Decisions"), formats: tableFormats, list: listDecisions},
		{what: "ledger", title: domain.Say("末位成绩确认", "Bottom results"), formats: tableFormats, list: listLedger},
		{what: "matrix", title: domain.Say("扣减总表", "Withholding matrix"), formats: tableFormats, list: listMatrix},
		{what: "payable", title: domain.Say("补贴应发", "Payable subsidy"), formats: tableFormats, list: listPayable},
		{what: "interviews", title: domain.Say("约谈", "Interviews"), formats: tableFormats, list: listInterviews},
		{what: "level3", title: domain.Say("退出程序", "Exit procedures"), formats: tableFormats, list: listLevel3},
		{what: "eligibility", title: domain.Say("评优资格", "Award eligibility"), formats: tableFormats, list: listEligibility},
		{what: exportQuality, title: domain.Say("数据质量", "Data quality"), formats: tableFormats, list: listQuality},
		{what: "audit", title: domain.Say("操作记录", "Audit log"), formats: tableFormats, list: listAudit},
		{what: exportRectify, title: domain.Say("整改清单", "Rectification list"), formats: []string{"xlsx", "csv", "pdf", "geojson"}, write: writeRectification},
		{what: "map", title: domain.Say("一张图", "Map"), formats: []string{"pdf", "png"}, write: writeMap},
		{what: "atlas", title: domain.Say("小区图册", "Atlas"), formats: []string{"pdf"}, write: writeAtlas},
		{what: "meeting", title: domain.Say("例会材料", "Meeting"), formats: []string{"pdf", "pptx"}, write: writeMeeting},
		{what: exportLetter, title: domain.Say("通知", "Notices"), formats: []string{"docx"}, write: writeLetters},
		{what: exportTemplate, title: domain.Say("通知模板", "Notice template"), formats: []string{"docx"}, write: writeTemplate},
	}
)

func exportKindOf(what string) *exportKind {
	i := slices.IndexFunc(exportKinds, func(k exportKind) bool { return k.what == what })
	if i < 0 {
		return nil
	}
	return &exportKinds[i]
}

// CheckExport says what does not go together in what is asked for, as CodeInvalid, nil if it does. It does not look at a project.
func CheckExport(ask ExportAsk) error {
	invalid := func(zh, en string, args ...any) error {
		return domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
	}
	k := exportKindOf(ask.What)
	if k == nil {
		return invalid("不能导出 %[1]q；可以导出：%[2]s", "%[1]q cannot be exported; what can be is: %[2]s", ask.What, strings.Join(exportNames(), ", "))
	}
	if !slices.Contains(k.formats, ask.Format) {
		return invalid("%[1]s 不能写成 .%[2]s；可用的格式：.%[3]s", "%[1]s cannot be written as .%[2]s; the formats are .%[3]s",
			ask.What, ask.Format, strings.Join(k.formats, ", ."))
	}
	if ask.Lang != "" && ask.Lang != string(domain.ZH) && ask.Lang != string(domain.EN) {
		return invalid("语言应为 zh 或 en，不是 %q", "The language is zh or en, not %q", ask.Lang)
	}
	if err := checkMap(&ask.Map); err != nil {
		return err
	}
	if ask.What == exportLetter || ask.What == exportTemplate {
		if _, err := letterKind(ask.Letter.Kind); err != nil {
			return err
		}
	}
	if ask.Year < 0 || ask.Year > 9999 {
		return invalid("没有 %d 年", "There is no year %d", ask.Year)
	}
	if len(ask.Columns) > 2*len(estateKeys) {
		return invalid("列数过多", "Too many columns")
	}
	if ask.AsOf != "" {
		if _, ok := domain.ParseDate(ask.AsOf); !ok {
			return errNotDay(ask.AsOf)
		}
		if ask.RoundID != "" {
			return invalid("轮次和日期只能给一个", "Give a round or a date, not both")
		}
	}
	return nil
}

func errNotDay(text string) error {
	return domain.Fail(domain.CodeInvalid, domain.Say("日期应写作 YYYY-MM-DD，不是 %q", "A date is written as YYYY-MM-DD, not as %q", text), nil)
}

// checkMap refuses what no page can be drawn by; a browser asks for it as well as our own screens.
func checkMap(m *MapAsk) error {
	invalid := func(zh, en string, args ...any) error {
		return domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
	}
	if m.Paper != "" && m.Paper != "A4" && m.Paper != "A3" {
		return invalid("纸张应为 A4 或 A3，不是 %q", "The paper is A4 or A3, not %q", m.Paper)
	}
	if m.WidthPx != 0 && (m.WidthPx < LeastWidthPx || m.WidthPx > MostWidthPx) {
		return invalid("图宽应在 %d 到 %d 像素之间", "A picture is %d to %d pixels wide", LeastWidthPx, MostWidthPx)
	}
	if utf8.RuneCountInString(m.Title) > longestTitle {
		return invalid("标题最多 %d 字", "A title has at most %d characters", longestTitle)
	}
	if e := m.Extent; len(e) != 0 && (len(e) != 4 || !(e[0] < e[2] && e[1] < e[3] && e[0] >= -180 && e[2] <= 180 && e[1] >= -90 && e[3] <= 90)) {
		return invalid("范围应为西、南、东、北四个度数", "An extent is west, south, east, north in degrees")
	}
	return nil
}

// Limits of a map.
const (
	LeastWidthPx = 320
	MostWidthPx  = 3840
	longestTitle = 120
)

func exportNames() []string {
	var names []string
	for _, k := range exportKinds {
		if k.what != ExportTable {
			names = append(names, k.what)
		}
	}
	return names
}

// judgeAsked returns the district as an export wants it: on its date, else on the day of its round, else of the latest.
func (p *project) judgeAsked(ask *ExportAsk) (*judged, error) {
	if ask.AsOf == "" {
		return p.judge(ask.RoundID)
	}
	asOf, ok := domain.ParseDate(ask.AsOf)
	if !ok {
		return nil, errNotDay(ask.AsOf)
	}
	return p.judgeOn(asOf), nil
}

// judgeOn returns the district as of any day, with the latest round up to it.
func (p *project) judgeOn(asOf domain.Date) *judged {
	p.mu.Lock()
	defer p.mu.Unlock()
	j := &judged{ev: p.book.Evaluate(asOf)}
	j.round = j.ev.Latest
	before := policy.None
	if at := slices.Index(p.rounds, j.round); at > 0 {
		before = p.rounds[at-1]
	}
	p.show(j, before)
	return j
}

// writeExport writes what is asked for. Errors: CodeInvalid where it does not fit the project, CodeNotFound of a round, CodeCancelled.
func (p *project) writeExport(ctx context.Context, ask ExportAsk, w io.Writer, progress func(done, total int)) error {
	if err := CheckExport(ask); err != nil {
		return err
	}
	k := exportKindOf(ask.What)
	if ask.What == "atlas" && len(ask.FIDs) == 0 {
		bottom, err := p.bottomBand(&ask)
		if err != nil {
			return err
		}
		ask.FIDs = bottom
	}
	if k.list == nil || k.write != nil && !slices.Contains(paperFormats, ask.Format) {
		return k.write(ctx, p, ask, w, progress)
	}
	l, err := p.list(k, &ask)
	if err != nil {
		return err
	}
	switch ask.Format {
	case "csv":
		return export.WriteCSV(ctx, w, l, progress)
	case "pdf":
		return sheet.WriteListPDF(ctx, w, printed(l), progress)
	}
	return export.WriteXLSX(ctx, w, l, progress)
}

// printed is a list as it stands on paper.
func printed(l *export.List) *sheet.List {
	out := &sheet.List{
		Title: l.Title, Note: l.Note, Mark: l.Mark, Date: l.MadeOn.String(), Created: timeOf(l.MadeOn), Lang: sheet.Lang(l.Lang), Rows: make([][]string, l.Rows),
	}
	for _, c := range l.Columns {
		out.Columns = append(out.Columns, sheet.ListColumn(c))
	}
	cells := make([]export.Cell, len(l.Columns))
	for i := range out.Rows {
		clear(cells)
		l.Row(i, cells)
		out.Rows[i] = make([]string, len(cells))
		for c, cell := range cells {
			out.Rows[i][c] = cell.String()
		}
	}
	return out
}

// bottomBand are the estates of an atlas that names none: the bottom band, the worst first.
func (p *project) bottomBand(ask *ExportAsk) ([]int64, error) {
	j, err := p.judgeAsked(ask)
	if err != nil {
		return nil, err
	}
	if err := noRound(j); err != nil {
		return nil, err
	}
	bottom := places(len(p.book.Estates), func(i int) bool { return j.view.Band[i] == bandBottom })
	slices.SortStableFunc(bottom, func(a, b int) int { return cmp.Compare(j.view.Rank[b], j.view.Rank[a]) })
	return p.fids(bottom), nil
}

// list makes the table of a kind, with what it is of.
func (p *project) list(k *exportKind, ask *ExportAsk) (*export.List, error) {
	j, err := p.judgeAsked(ask)
	if err != nil {
		return nil, err
	}
	l, err := k.list(p, j, ask)
	if err != nil {
		return nil, err
	}
	lang := domain.Lang(ask.Lang)
	l.Lang, l.MadeOn = lang, today()
	l.Sheet = k.title.In(lang)
	l.Title = p.info.Name + " " + k.title.In(lang)
	l.Mark = domain.Say("内部使用", "Internal use").In(lang)
	l.Note = p.noteOf(j).In(lang)
	if when := p.whenOf(j, ask); when != "" {
		l.Sheet += " " + when
	}
	return l, nil
}

// noteOf says which round and which day a table speaks of.
func (p *project) noteOf(j *judged) domain.Text {
	if j.round == policy.None {
		return domain.Say("截至 %[1]s，无考核轮次", "As of %[1]s, without a round", j.view.AsOf)
	}
	r := &j.ev.Rounds[j.round].Round
	return domain.Say("%[1]s（%[2]s），截至 %[3]s", "%[1]s (%[2]s), as of %[3]s", roundName(r), r.HeldOn, j.view.AsOf)
}

// whenOf is the round or the day in the name of a file.
func (p *project) whenOf(j *judged, ask *ExportAsk) string {
	if ask.AsOf != "" || j.round == policy.None {
		return j.view.AsOf
	}
	return roundName(&j.ev.Rounds[j.round].Round)
}

func roundName(r *domain.Round) string {
	if r.Name == "" {
		return r.ID
	}
	return r.Name
}

// titleOf is what a file is called.
func titleOf(ask *ExportAsk) domain.Text {
	if ask.What == exportLetter {
		return letter.Kind(ask.Letter.Kind).Title()
	}
	if ask.What == exportTemplate {
		title := letter.Kind(ask.Letter.Kind).Title()
		return domain.Text{ZH: title.ZH + "模板", EN: title.EN + " template"}
	}
	return exportKindOf(ask.What).title
}

// fileName proposes a name: 示例区 考核名次 2026年3月.xlsx.
func (p *project) fileName(ask *ExportAsk) (string, error) {
	j, err := p.judgeAsked(ask)
	if err != nil {
		return "", err
	}
	title := p.info.Name + " " + titleOf(ask).In(domain.Lang(ask.Lang)) + " " + p.whenOf(j, ask)
	if ask.Year != 0 {
		title += " " + strconv.Itoa(ask.Year)
	}
	return export.FileName(title, "."+ask.Format), nil
}

// StartExport begins to write what is asked for. The file is fetched when the job is finished. A job goes on with the project
// that it began with, also where another one is opened meanwhile. Errors: CodeInvalid, CodeNotFound of a round, CodeConflict
// where too many are under way.
func (a *Atlas) StartExport(ask ExportAsk) (Job, error) {
	p, err := a.project()
	if err != nil {
		return Job{}, err
	}
	if err := CheckExport(ask); err != nil {
		return Job{}, err
	}
	name, err := p.fileName(&ask)
	if err != nil {
		return Job{}, err
	}
	ask.baseMaps = &a.baseMaps
	return a.jobs.start(name, func(ctx context.Context, w io.Writer, progress func(done, total int)) error {
		return p.writeExport(ctx, ask, w, progress)
	})
}

// JobState tells how far a job is.
func (a *Atlas) JobState(id string) (Job, error) { return a.jobs.stateOf(id) }

// CancelJob calls a job off; one that is finished is forgotten.
func (a *Atlas) CancelJob(id string) error { return a.jobs.stop(id) }

// Exporting is a project that is open for one export, without taking hold of it.
type Exporting struct {
	p        *project
	baseMaps basemap.Library
}

// OpenForExport opens the project at path to look at.
func OpenForExport(ctx context.Context, projects Projects, path string) (*Exporting, error) {
	store, err := projects.Open(ctx, path, true)
	if err != nil {
		return nil, err
	}
	p, err := openProject(ctx, store, path)
	if err != nil {
		_ = store.Close()
		return nil, err
	}
	return &Exporting{p: p}, nil
}

// Close lets go of the project.
func (e *Exporting) Close() error { return errors.Join(e.baseMaps.Close(), e.p.close()) }

// Under lays a base map file under the map that is asked for. Errors: those of basemap.OpenFile.
func (e *Exporting) Under(ask *ExportAsk, path string) error {
	entry, err := e.baseMaps.AddFile(path)
	ask.Map.BaseMap, ask.baseMaps = entry.ID, &e.baseMaps
	return err
}

// FIDs turns the ids of estates into the numbers that ExportAsk takes. Errors: CodeNotFound.
func (e *Exporting) FIDs(ids []string) ([]int64, error) {
	fids := make([]int64, len(ids))
	for i, id := range ids {
		place, ok := e.p.book.Estate(id)
		if !ok {
			return nil, domain.Fail(domain.CodeNotFound, domain.Say("项目中没有小区 %s", "The project has no estate %s", id), nil)
		}
		fids[i] = e.p.book.Estates[place].FID
	}
	return fids, nil
}

// Check finds out before a file is begun whether the project has the round that is asked for.
func (e *Exporting) Check(ask ExportAsk) error {
	if err := CheckExport(ask); err != nil {
		return err
	}
	_, err := e.p.judgeAsked(&ask)
	return err
}

// Write writes what is asked for.
func (e *Exporting) Write(ctx context.Context, ask ExportAsk, w io.Writer) error {
	return e.p.writeExport(ctx, ask, w, func(int, int) {})
}
