package messy

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/workbook"
)

// reader is a reading under way.
type reader struct {
	*Reading
	choice *Choice
	fill   map[Place]Place // blank cells of merged ranges to the cell that holds their value
	year   int             // of the title

	repairs   map[string]int // key to place in Repairs
	questions map[string]int
	words     map[string][]Place // cells with a word in place of a score, by column and word
	records   []records
	newOnes   map[string]string // names to ids of estates and companies that the user says are new
	rounds    map[string]int    // key to place in Rounds
	streets   map[string]street
}

// Read reads a grid as planned.
func (p *Plan) Read(choice *Choice) *Reading {
	r := &reader{
		Reading: &Reading{Plan: p, Marks: map[Place]Mark{}, bad: map[int]bool{}, Kinds: make([]string, len(p.grid.Rows))},
		choice:  choice, repairs: map[string]int{}, questions: map[string]int{}, words: map[string][]Place{}, newOnes: map[string]string{},
		rounds: map[string]int{}, streets: map[string]street{},
	}
	for i := range p.grid.Rows[:p.first] {
		r.Kinds[i] = RowTitle
		if p.grid.Rows[i].Number >= p.HeaderTop {
			r.Kinds[i] = RowHeading
		}
	}
	if p.Table == nil {
		for i := p.first; i < len(p.grid.Rows); i++ {
			r.Kinds[i] = RowData
		}
		return r.Reading
	}
	r.year = cmp.Or(whenOf(p.Title).year, whenOf(p.grid.File).year, whenOf(p.grid.Name).year)
	r.unmerge()
	r.findRounds()
	r.begin()
	for i := p.first; i < len(p.grid.Rows); i++ {
		r.row(i)
	}
	r.finish()
	return r.Reading
}

// unmerge finds the cells that a merged range in one column stands for.
func (r *reader) unmerge() {
	r.fill = map[Place]Place{}
	for _, m := range r.grid.Merged {
		if m.FirstRow <= r.HeaderRow || m.FirstColumn != m.LastColumn || m.LastRow-m.FirstRow > mostRows || m.FirstColumn >= len(r.Columns) {
			continue
		}
		if r.Columns[m.FirstColumn].Field == "" {
			continue
		}
		from := Place{m.FirstRow, m.FirstColumn}
		for row := m.FirstRow + 1; row <= m.LastRow; row++ {
			r.fill[Place{row, m.FirstColumn}] = from
		}
		r.repair("merged:"+strconv.Itoa(m.FirstColumn), m.FirstRow, m.FirstColumn, domain.Say("合并单元格 %s 的值用于其中每一行", "the value of the merged cells %s stands for each of their rows", m.String()))
	}
}

// cell is a cell as the user left it: corrected, or the value of its merged range.
func (r *reader) cell(row *Row, column int) (c Cell, edited bool) {
	at := Place{row.Number, column}
	if text, ok := r.choice.Cells[at]; ok {
		kind := workbook.Text
		if trim(text) == "" {
			kind = workbook.Blank
		}
		return Cell{Text: text, Kind: kind}, true
	}
	c = row.cell(column)
	if trim(c.Text) == "" && c.Kind != workbook.NoValue && len(r.fill) > 0 {
		if from, ok := r.fill[at]; ok {
			if i, found := slices.BinarySearchFunc(r.grid.Rows, from.Row, func(r Row, n int) int { return r.Number - n }); found {
				return r.grid.Rows[i].cell(from.Column), false
			}
		}
	}
	return c, false
}

// repair puts down a repair. Those of one key are one, with all rows.
func (r *reader) repair(key string, row, column int, text domain.Text) {
	at, ok := r.repairs[key]
	if !ok {
		at = len(r.Repairs)
		r.repairs[key] = at
		r.Repairs = append(r.Repairs, Repair{Key: key, Column: column, Text: text})
	}
	r.Repairs[at].Rows = append(r.Repairs[at].Rows, row)
}

func (r *reader) revoked(column int) func(string) bool {
	return func(kind string) bool { return len(r.choice.Revoked) > 0 && r.choice.Revoked[repairKey(kind, column)] }
}

func repairKey(kind string, column int) string { return kind + ":" + strconv.Itoa(column) }

// totalWords begin the rows below a table that are no records; footWords the remarks below it.
var (
	totalWords = []string{"合计", "总计", "小计", "共计", "平均", "平均分", "均分", "汇总", "total", "sum", "average"}
	footWords  = []string{"注:", "备注:", "说明:", "填表", "制表", "审核", "复核", "负责人", "单位盖章", "联系电话", "注1", "填报"}
)

// left tells why a row is not read, and says so.
func (r *reader) left(i int) bool {
	row := &r.grid.Rows[i]
	if r.choice.Skipped[row.Number] {
		r.Kinds[i] = RowSkipped
		r.Left++
		return true
	}
	if r.choice.Taken[row.Number] {
		return false
	}
	why := func(kind, key string, text domain.Text) bool {
		r.Kinds[i] = kind
		r.Left++
		r.repair(key, row.Number, -1, text)
		at := &r.Repairs[r.repairs[key]]
		at.Key, at.Take = "", append(at.Take, row.Number)
		return true
	}
	if row.Hidden {
		return why(RowHidden, "hidden", domain.Say("隐藏行，跳过", "hidden: left"))
	}
	held, first := 0, ""
	for c := range row.Cells {
		if text := row.text(c); text != "" {
			if held++; first == "" {
				first = text
			}
			if held <= 2 && row.Cells[c].Kind == workbook.Text {
				plain := strings.ToLower(strings.TrimRight(strings.ReplaceAll(narrow(text), " ", ""), ":"))
				if slices.Contains(totalWords, plain) {
					return why(RowTotal, "total", domain.Say("合计行，跳过", "a total: left"))
				}
			}
		}
	}
	if held <= 3 {
		text := strings.ReplaceAll(narrow(first), " ", "")
		for _, w := range footWords {
			if strings.HasPrefix(text, w) {
				return why(RowTotal, "foot", domain.Say("表尾说明，跳过", "a remark below the table: left"))
			}
		}
	}
	same := 0
	for c := range r.Columns {
		if text := row.text(c); text != "" && r.Columns[c].Field != "" {
			if strings.ReplaceAll(text, " ", "") != r.Columns[c].Heading {
				same = -1
				break
			}
			same++
		}
	}
	if same >= 2 {
		return why(RowHeading, "heading", domain.Say("重复的表头，跳过", "the heading once more: left"))
	}
	return false
}

// value is the reading of a cell, kept until the row is done.
type value struct {
	verdict
	column int
	cell   Cell
	edited bool
}

// row reads one row.
func (r *reader) row(i int) {
	row := &r.grid.Rows[i]
	if r.left(i) {
		return
	}
	r.Kinds[i] = RowData
	if row.Broken != nil {
		r.fault(row.Number, -1, fault{kind: "broken", title: *row.Broken}, Cell{}, domain.Text{})
		return
	}
	values := make([]value, 0, len(r.Columns))
	held, broken := false, false
	for c := range r.Columns {
		if r.Columns[c].Field == "" {
			continue
		}
		f := r.Table.field(r.Columns[c].Field)
		v := value{column: c}
		v.cell, v.edited = r.cell(row, c)
		v.verdict = r.verdict(f, c, &v.cell)
		held = held || !v.empty
		values = append(values, v)
	}
	if !held {
		r.Kinds[i] = RowBlank
		return
	}
	at := subject{row: row, values: values, reader: r}
	for j := range values {
		v := &values[j]
		place := Place{row.Number, v.column}
		switch {
		case v.fault != nil:
			broken = true
			r.fault(row.Number, v.column, *v.fault, v.cell, at.name())
		case v.repair != "":
			r.Marks[place] = Mark{CellRepaired, v.text}
			r.repair(repairKey(v.repair, v.column), row.Number, v.column, v.said)
		case v.edited:
			r.Marks[place] = Mark{CellEdited, v.text}
		}
	}
	switch at.resolve() {
	case resolved:
	case open:
		broken = true
	case dropped:
		r.Kinds[i] = RowSkipped
		r.Left++
		return
	}
	if broken {
		r.bad[row.Number] = true
		return
	}
	at.write()
}

// verdict reads a cell by itself; what it refers to is found later.
func (r *reader) verdict(f *Field, column int, c *Cell) verdict {
	if c.Kind == workbook.Error {
		return verdict{fault: &fault{kind: "cell_error", title: domain.Say("单元格是错误值 %s", "The cell is the error %s", c.Text)}}
	}
	if c.Kind == workbook.NoValue {
		return wrong("no_value", "公式没有保存结果；用表格软件打开并保存一次，或填写数值", "The formula has no stored result; open and save the file in a spreadsheet, or enter the value")
	}
	s := trim(c.Text)
	if s == "" {
		return verdict{empty: true}
	}
	switch f.use {
	case useScore, usePoints, useNumber, useWhole, useMoney, useDegrees:
		return number(c, f, r.revoked(column))
	case useDate:
		return r.grid.date(c, f, r.year, r.revoked(column))
	case useMonth:
		return month(c, f, r.revoked(column))
	case useBool:
		return truth(c, f, r.revoked(column))
	case useCode:
		return code(r.Table.Key, f, s, r.revoked(column))
	case useLost:
		if _, ok := r.known.lost(s); !ok {
			v := wrong("not_lost", "扣分情况读不出", "The deductions cannot be read")
			v.fault.try = []string{""}
			return v
		}
	case useText, useID, useEstate, useEstateName, useSubdistrict, useCompany, useItem, useRound:
	}
	return verdict{text: s}
}

// shownText is a cell in a message: short and on one line.
func shownText(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

// fault puts down what is wrong with a cell, or a row where column is −1, and what can be done.
func (r *reader) fault(row, column int, f fault, c Cell, subject domain.Text) {
	r.bad[row] = true
	out := Fault{Kind: f.kind, Rows: []int{row}, Column: column, Title: f.title}
	text := shownText(c.Text)
	switch {
	case text == "":
		out.Text = subject
	case subject.ZH == "":
		out.Text = domain.Say("“%s”", "“%s”", text)
	default:
		out.Text = domain.Text{ZH: subject.ZH + "：“" + text + "”", EN: subject.EN + ": “" + text + "”"}
	}
	at := Place{row, column}
	if column >= 0 {
		r.Marks[at] = Mark{State: CellFault}
		if f.unscored {
			out.Remedies = append(out.Remedies, Remedy{Label: domain.Say("按未参评", "not scored"), Cells: []Edit{{at, ""}}})
			key := strconv.Itoa(column) + ":" + trim(c.Text)
			r.words[key] = append(r.words[key], at)
		}
		for _, try := range f.try {
			label := domain.Say("改为 %s", "read %s", try)
			if try == "" {
				label = domain.Say("不读这一格", "leave the cell")
			}
			out.Remedies = append(out.Remedies, Remedy{Label: label, Cells: []Edit{{at, try}}})
		}
		out.Remedies = append(out.Remedies, Remedy{Label: domain.Say("填写…", "enter …"), Enter: true})
	}
	out.Remedies = append(out.Remedies, Remedy{Label: domain.Say("跳过这一行", "leave the row"), Skip: []int{row}})
	r.Faults = append(r.Faults, out)
}

// codeWords are the words that a column of codes takes.
var codeWords = map[string][]string{
	"estates:form": {"成片", "散片"}, "estates:mode": {"社会化服务公司", "产权单位", "居民自治", "社区保障"},
	"agreements:kind": {"直管", "代管"}, "rounds:kind": {"创卫考核", "市级评估", "联合抽查", "日常检查"},
	"determinations:cause": {"企业", "属地", "待定"}, "items:responsible": {"企业", "属地"},
	"items:function": {"门岗执勤", "巡视管理", "清扫保洁", "停车秩序"}, "fund_uses:kind": {"集中清理", "奖励前十名"},
}

func code(table string, f *Field, s string, revoked func(string) bool) verdict {
	words := codeWords[table+":"+f.Key]
	if len(words) == 0 || slices.Contains(words, s) || !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) {
		return verdict{text: s}
	}
	var in []string
	for _, w := range words {
		if strings.Contains(s, w) {
			in = append(in, w)
		}
	}
	if len(in) == 1 && !revoked("code") {
		return repaired("code", in[0], "“%[1]s”读作“%[2]s”", "“%[1]s” read as “%[2]s”", s, in[0])
	}
	v := wrong("not_code", f.Name.ZH+"不是可用的词", f.Name.EN+" is none of its words", words...)
	return v
}
