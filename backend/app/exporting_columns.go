package app

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/policy"
)

// TableColumn is a column of the list of estates. Arrays run along District.Estates; those that do not belong to the kind are
// empty, and all of them in the catalogue.
type TableColumn struct {
	Key  string      `json:"key"`
	Head domain.Text `json:"head"`
	// Kind is text, date, number, money (fen), share (0–1) or drawing, which only exports write as text.
	Kind string `json:"kind"`
	Unit string `json:"unit"`
	// Words are the different texts of a text or date column, Word the position of each estate's, −1 blank.
	Words  []domain.Text `json:"words"`
	Word   []int         `json:"word"`
	Number []float64     `json:"number"`
	Known  []bool        `json:"known"`
}

// estateColumn is a column with how its values come about. A text column gives words in both languages, any other a cell.
type estateColumn struct {
	key   string
	head  domain.Text
	kind  string
	unit  string
	words func(v *columnView, at int) domain.Text
	cell  func(v *columnView, at int) export.Cell
}

const (
	kindText    = "text"
	kindDate    = "date"
	kindNumber  = "number"
	kindMoney   = "money"
	kindDrawing = "drawing"
)

// recentRounds is how many ranks the column recent has.
const recentRounds = 8

func wordColumn(key, zh, en string, of func(v *columnView, at int) domain.Text) estateColumn {
	return estateColumn{key: key, head: domain.Text{ZH: zh, EN: en}, kind: kindText, words: of}
}

func dayColumn(key, zh, en string, of func(v *columnView, at int) domain.Date) estateColumn {
	return estateColumn{key: key, head: domain.Text{ZH: zh, EN: en}, kind: kindDate, cell: func(v *columnView, at int) export.Cell { return export.Day(of(v, at)) }}
}

// countColumn takes a function that says whether the number is known.
func countColumn(key, zh, en, unit string, of func(v *columnView, at int) (int64, bool)) estateColumn {
	return estateColumn{key: key, head: domain.Text{ZH: zh, EN: en}, kind: kindNumber, unit: unit, cell: func(v *columnView, at int) export.Cell {
		n, known := of(v, at)
		if !known {
			return export.Cell{}
		}
		return export.Whole(n)
	}}
}

func moneyColumn(key, zh, en string, of func(v *columnView, at int) (domain.Fen, bool)) estateColumn {
	return estateColumn{key: key, head: domain.Text{ZH: zh, EN: en}, kind: kindMoney, unit: "fen", cell: func(v *columnView, at int) export.Cell {
		fen, known := of(v, at)
		if !known {
			return export.Cell{}
		}
		return export.Money(fen)
	}}
}

func cellColumn(key, zh, en, unit string, of func(v *columnView, at int) export.Cell) estateColumn {
	return estateColumn{key: key, head: domain.Text{ZH: zh, EN: en}, kind: kindNumber, unit: unit, cell: of}
}

// positive is a count that is not known where it is 0.
func positive(n int) (int64, bool) { return int64(n), n > 0 }

// estateColumns are all columns, in the order of a chooser. The first twelve are those that a list begins with on the screen.
var estateColumns = []estateColumn{
	countColumn("rank", "名次", "Rank", "places", func(v *columnView, at int) (int64, bool) { return positive(v.j.view.Rank[at]) }),
	countColumn("change", "变化", "Change", "places", func(v *columnView, at int) (int64, bool) {
		return int64(v.j.view.Change[at]), v.j.view.Rank[at] > 0 && v.rankedBefore(at)
	}),
	wordColumn("name", "小区", "Estate", func(v *columnView, at int) domain.Text { return record(v.p.district.Estates.Name[at]) }),
	wordColumn("subdistrict", "街道", "Subdistrict", func(v *columnView, at int) domain.Text { return record(v.p.book.Estates[at].Subdistrict) }),
	cellColumn("score", "得分", "Score", "points", func(v *columnView, at int) export.Cell { return export.Exact(v.j.view.Score[at]) }),
	wordColumn("state", "补贴状态", "Subsidy", func(v *columnView, at int) domain.Text { return stateWords(v.j.ev.States[at].State) }),
	wordColumn("company", "企业", "Company", func(v *columnView, at int) domain.Text { return v.p.companyWords(v.j.ev.States[at].Company) }),
	wordColumn("form", "形态", "Form", func(v *columnView, at int) domain.Text {
		form, _ := v.p.book.FormOf(at, v.p.area)
		return formWords(form)
	}),
	wordColumn("cause", "责任", "Cause", func(v *columnView, at int) domain.Text { return shortCause(Causes[v.j.view.Cause[at]]) }),
	countColumn("run", "连续轮次", "Run", "rounds", func(v *columnView, at int) (int64, bool) { return positive(v.j.view.Run[at]) }),
	moneyColumn("payable", "月补贴（元）", "Monthly, ¥", func(v *columnView, at int) (domain.Fen, bool) {
		return domain.Fen(v.j.view.PayableFen[at]), true
	}),
	{
		key: "recent", head: domain.Say("近八轮", "Last 8"), kind: kindDrawing,
		words: func(v *columnView, at int) domain.Text { return record(v.recent(at)) },
	},

	countColumn("rankFromBottom", "倒数名次", "From bottom", "places", func(v *columnView, at int) (int64, bool) {
		return positive(v.j.view.RankFromBottom[at])
	}),
	wordColumn("band", "档次", "Band", func(v *columnView, at int) domain.Text {
		return bandWords(v.j.ev.States[at].Band, v.j.view.BandSize)
	}),
	countColumn("level", "措施级别", "Level", "", func(v *columnView, at int) (int64, bool) { return positive(v.j.view.Level[at]) }),
	countColumn("proposedLevel", "拟定级别", "Proposed level", "", func(v *columnView, at int) (int64, bool) {
		return positive(v.j.view.ProposedLevel[at])
	}),
	cellColumn("deducted", "本轮扣分", "Points lost", "points", func(v *columnView, at int) export.Cell { return v.deducted(at) }),
	wordColumn("id", "编号", "Id", func(v *columnView, at int) domain.Text { return record(v.p.book.Estates[at].ID) }),
	wordColumn("community", "社区", "Community", func(v *columnView, at int) domain.Text { return record(v.p.book.Estates[at].Community) }),
	wordColumn("mode", "管理模式", "Managed by", func(v *columnView, at int) domain.Text { return modeWords(v.p.book.Estates[at].Mode) }),
	wordColumn("enclosable", "可围合", "Enclosable", func(v *columnView, at int) domain.Text { return triWords(v.p.book.Estates[at].Enclosable) }),
	countColumn("households", "户数", "Households", "households", func(v *columnView, at int) (int64, bool) {
		h := v.p.book.Estates[at].Households
		return h.Value, h.Known
	}),
	cellColumn("areaM2", "占地面积（平方米）", "Ground area, m²", "m2", func(v *columnView, at int) export.Cell {
		if v.p.areaM2[at] <= 0 {
			return export.Cell{}
		}
		return export.Rounded(v.p.areaM2[at], 1)
	}),
	cellColumn("buildingAreaM2", "建筑面积（平方米）", "Floor area, m²", "m2", func(v *columnView, at int) export.Cell {
		area := v.p.book.Estates[at].BuildingAreaM2
		if !area.Known {
			return export.Cell{}
		}
		return export.Exact(area.Value.String())
	}),
	wordColumn("agreement", "协议类型", "Agreement", func(v *columnView, at int) domain.Text {
		if a := v.agreement(at); a != nil {
			return agreementWords(a.Kind())
		}
		return domain.Text{}
	}),
	dayColumn("since", "协议开始", "Since", func(v *columnView, at int) domain.Date {
		if a := v.agreement(at); a != nil {
			return a.StartsOn
		}
		return 0
	}),
	dayColumn("until", "协议结束", "Until", func(v *columnView, at int) domain.Date {
		if a := v.agreement(at); a != nil {
			return a.EndsOn
		}
		return 0
	}),
	moneyColumn("citySubsidy", "市级补贴（元）", "City subsidy, ¥", func(v *columnView, at int) (domain.Fen, bool) {
		return v.p.book.Payable(policy.CitySubsidy, at, v.j.ev.AsOf.Month()), true
	}),
	moneyColumn("withheldYear", "全年扣减（元）", "Withheld this year, ¥", func(v *columnView, at int) (domain.Fen, bool) {
		return v.withheld()[at].confirmed, true
	}),
	moneyColumn("proposedYear", "全年拟扣（元）", "Proposed this year, ¥", func(v *columnView, at int) (domain.Fen, bool) {
		return v.withheld()[at].proposed, true
	}),
	wordColumn("withheldMonths", "扣减月份", "Months withheld", func(v *columnView, at int) domain.Text { return v.withheld()[at].monthWords() }),
	dayColumn("enrolledOn", "纳入日期", "Enrolled", func(v *columnView, at int) domain.Date { return v.enrolment(at).EnrolledOn }),
	dayColumn("exitedOn", "退出日期", "Exited", func(v *columnView, at int) domain.Date { return v.enrolment(at).ExitedOn }),
	wordColumn("exitGround", "退出原因", "Exit ground", func(v *columnView, at int) domain.Text {
		e := v.enrolment(at)
		if e.ExitText != "" {
			return record(e.ExitText)
		}
		return exitWords(e.ExitGround)
	}),
	wordColumn("host", "代管依托小区", "Proxy host", func(v *columnView, at int) domain.Text {
		if row := v.served(at); row != nil && row.Status != assign.Unassigned && row.Host != policy.None {
			return record(v.p.district.Estates.Name[row.Host])
		}
		return domain.Text{}
	}),
	cellColumn("hostDistance", "距依托小区（米）", "To host, m", "m", func(v *columnView, at int) export.Cell {
		if row := v.served(at); row != nil && row.Status != assign.Unassigned && !math.IsNaN(row.DistanceM) {
			return export.Rounded(row.DistanceM, 1)
		}
		return export.Cell{}
	}),
	countColumn("served", "代管散片数", "Serves", "estates", func(v *columnView, at int) (int64, bool) { return positive(v.proxies().serves[at]) }),
	countColumn("openFindings", "未整改点位", "Open findings", "findings", func(v *columnView, at int) (int64, bool) { return positive(v.findings()[at].open) }),
	countColumn("overdueFindings", "逾期点位", "Overdue findings", "findings", func(v *columnView, at int) (int64, bool) {
		return positive(v.findings()[at].overdue)
	}),
	cellColumn("burden", "反复扣分负担", "Burden", "points", func(v *columnView, at int) export.Cell {
		if x := v.burden()[at]; !math.IsNaN(x) {
			return export.Rounded(x, 2)
		}
		return export.Cell{}
	}),
	cellColumn("lon", "经度", "Longitude", "degrees", func(v *columnView, at int) export.Cell { return v.degrees(at, v.p.district.Estates.Lon) }),
	cellColumn("lat", "纬度", "Latitude", "degrees", func(v *columnView, at int) export.Cell { return v.degrees(at, v.p.district.Estates.Lat) }),
}

// estateKeys are the keys of all columns.
var estateKeys = func() []string {
	keys := make([]string, len(estateColumns))
	for i, c := range estateColumns {
		keys[i] = c.key
	}
	return keys
}()

func columnsOf(keys []string) ([]*estateColumn, error) {
	columns := make([]*estateColumn, len(keys))
	for i, key := range keys {
		at := slices.Index(estateKeys, key)
		if at < 0 {
			return nil, domain.Fail(domain.CodeInvalid, domain.Say("小区列表没有名为 %q 的列", "The list of estates has no column %q", key), nil)
		}
		columns[i] = &estateColumns[at]
	}
	return columns, nil
}

// in is the value of a column as a cell.
func (c *estateColumn) in(v *columnView, at int, lang domain.Lang) export.Cell {
	if c.words != nil {
		return export.Text(c.words(v, at).In(lang))
	}
	return c.cell(v, at)
}

func (c *estateColumn) numeric() bool { return c.kind == kindNumber || c.kind == kindMoney }

// TableColumns returns columns of the list of estates in a round; without keys the catalogue of all columns, without values.
func (a *Atlas) TableColumns(roundID string, keys []string) ([]TableColumn, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	if len(keys) == 0 {
		out := make([]TableColumn, len(estateColumns))
		for i := range estateColumns {
			out[i] = estateColumns[i].shape()
		}
		return out, nil
	}
	j, err := p.judge(roundID)
	if err != nil {
		return nil, err
	}
	columns, err := columnsOf(keys)
	if err != nil {
		return nil, err
	}
	v := p.columnView(j)
	out := make([]TableColumn, len(columns))
	for i, c := range columns {
		out[i] = c.fill(v)
	}
	return out, v.err
}

func (c *estateColumn) shape() TableColumn {
	return TableColumn{Key: c.key, Head: c.head, Kind: c.kind, Unit: c.unit, Words: []domain.Text{}, Word: []int{}, Number: []float64{}, Known: []bool{}}
}

func (c *estateColumn) fill(v *columnView) TableColumn {
	t, n := c.shape(), len(v.p.book.Estates)
	if c.numeric() {
		t.Number, t.Known = make([]float64, n), make([]bool, n)
		for at := range n {
			t.Number[at], t.Known[at] = c.cell(v, at).Number()
		}
		return t
	}
	t.Word = make([]int, n)
	seen := map[domain.Text]int{}
	for at := range n {
		var text domain.Text
		if c.words != nil {
			text = c.words(v, at)
		} else {
			text = record(c.cell(v, at).String())
		}
		if text == (domain.Text{}) {
			t.Word[at] = -1
			continue
		}
		i, ok := seen[text]
		if !ok {
			i = len(t.Words)
			seen[text] = i
			t.Words = append(t.Words, text)
		}
		t.Word[at] = i
	}
	return t
}

// columnView is what columns are computed from in one round; what costs time is worked out when the first column asks for it.
// Used by one goroutine.
type columnView struct {
	p *project
	j *judged
	// err is why an assignment could not be made.
	err error

	before   *policy.RoundResult // nil without one
	withheld func() []yearWithheld
	proxies  func() *proxyColumns
	findings func() []findingCounts
	burden   func() []float64 // NaN where there is none
}

// yearWithheld is what is withheld of an estate in the year of the round, all months of it.
type yearWithheld struct {
	confirmed, proposed domain.Fen
	months              []domain.Month // confirmed
}

type proxyColumns struct {
	assignment *assign.Result
	serves     []int // by place: how many scattered estates are assigned to it
}

type findingCounts struct{ open, overdue int }

func (p *project) columnView(j *judged) *columnView {
	v := &columnView{p: p, j: j}
	if at := slices.Index(p.rounds, j.round); at > 0 {
		v.before = &p.book.Rounds()[p.rounds[at-1]]
	}
	v.withheld = sync.OnceValue(v.sumWithheld)
	v.proxies = sync.OnceValue(v.findProxies)
	v.findings = sync.OnceValue(v.countFindings)
	v.burden = sync.OnceValue(func() []float64 {
		at := slices.IndexFunc(numbers, func(n number) bool { return n.key == "burden" })
		values, _ := p.values(j, &numbers[at])
		return values
	})
	return v
}

func (v *columnView) rankedBefore(at int) bool { return v.before != nil && v.before.Of(at) != nil }

func (v *columnView) agreement(at int) *policy.Agreement {
	return v.p.book.AgreementOn(at, v.j.ev.AsOf)
}

// enrolment is the last stay under long-term management that had begun on the day.
func (v *columnView) enrolment(at int) domain.Enrolment {
	last := domain.Enrolment{}
	for _, e := range v.p.book.Enrolments(at) {
		if e.EnrolledOn <= v.j.ev.AsOf {
			last = e
		}
	}
	return last
}

// recent are the ranks of the last rounds, oldest first, — where the estate was not scored.
func (v *columnView) recent(at int) string {
	var b strings.Builder
	for i, h := range v.p.history(v.j, at, recentRounds) {
		if i > 0 {
			b.WriteString(" ")
		}
		if h.Rank == 0 {
			b.WriteString("—")
		} else {
			b.WriteString(strconv.Itoa(h.Rank))
		}
	}
	return b.String()
}

// deducted adds up the points that the estate lost in the round, blank where it was not scored.
func (v *columnView) deducted(at int) export.Cell {
	if v.j.round == policy.None || v.j.view.Rank[at] == 0 {
		return export.Cell{}
	}
	var sum domain.Decimal
	for _, d := range v.p.book.Deductions(v.j.round, at) {
		sum = sum.Add(d.Points)
	}
	return export.Exact(sum.String())
}

func (v *columnView) degrees(at int, of []float64) export.Cell {
	if len(v.p.book.Estates[at].Boundary) == 0 {
		return export.Cell{}
	}
	return export.Rounded(of[at], 6)
}

func (v *columnView) served(at int) *assign.Row {
	if a := v.proxies().assignment; a != nil {
		return a.Row(at)
	}
	return nil
}

func (v *columnView) findProxies() *proxyColumns {
	c := &proxyColumns{serves: make([]int, len(v.p.book.Estates))}
	c.assignment, v.err = v.p.assignment(v.j)
	if v.err != nil {
		return c
	}
	for i := range c.assignment.Rows {
		if row := &c.assignment.Rows[i]; row.Status != assign.Unassigned && row.Host != policy.None {
			c.serves[row.Host]++
		}
	}
	return c
}

func (v *columnView) sumWithheld() []yearWithheld {
	out := make([]yearWithheld, len(v.p.book.Estates))
	ev := v.j.ev
	for i := range ev.Withholdings {
		w := &ev.Withholdings[i]
		if w.Month.Year() != ev.AsOf.Year() {
			continue
		}
		for _, e := range ev.WithheldEstates(w) {
			of := &out[e.Estate]
			if w.Status == policy.Confirmed {
				of.confirmed += e.Amount
				of.months = append(of.months, w.Month)
			} else {
				of.proposed += e.Amount
			}
		}
	}
	return out
}

// monthWords lists the months: 1—3、6月.
func (y yearWithheld) monthWords() domain.Text {
	if len(y.months) == 0 {
		return domain.Text{}
	}
	slices.Sort(y.months)
	var runs []string
	for i := 0; i < len(y.months); {
		last := i
		for last+1 < len(y.months) && y.months[last+1] == y.months[last]+1 {
			last++
		}
		run := strconv.Itoa(y.months[i].Number())
		if last > i {
			run = fmt.Sprintf("%d—%d", y.months[i].Number(), y.months[last].Number())
		}
		runs = append(runs, run)
		i = last + 1
	}
	return domain.Text{ZH: strings.Join(runs, "、") + "月", EN: strings.Join(runs, ", ")}
}

func (v *columnView) countFindings() []findingCounts {
	out := make([]findingCounts, len(v.p.book.Estates))
	for i := range v.p.tables.Findings {
		f := &v.p.tables.Findings[i]
		at, known := v.p.book.Estate(f.EstateID)
		if !known || !openOn(f, v.j.ev.AsOf) {
			continue
		}
		out[at].open++
		if overdueOn(f, v.j.ev.AsOf) {
			out[at].overdue++
		}
	}
	return out
}

// openOn reports whether a finding had been made and was not yet resolved on a day.
func openOn(f *domain.Finding, d domain.Date) bool {
	return f.FoundOn <= d && (f.ResolvedOn == 0 || f.ResolvedOn > d)
}

func overdueOn(f *domain.Finding, d domain.Date) bool {
	return openOn(f, d) && f.DueOn != 0 && f.DueOn < d
}

func (p *project) companyWords(at int) domain.Text {
	if at == policy.None {
		return domain.Text{}
	}
	return record(p.district.Companies[at].Name)
}
