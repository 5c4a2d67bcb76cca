package messy

import (
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
)

// use is how the cells of a field are read.
type use uint8

const (
	useText use = iota
	useID
	useEstate      // an estate, by id or name
	useEstateName  // its name, beside or in place of an id
	useSubdistrict // tells estates of one name apart; in a table of estates their subdistrict
	useCompany
	useItem
	useRound
	useScore
	usePoints
	useNumber
	useWhole
	useMoney
	useDegrees
	useDate
	useMonth
	useBool
	useCode
	useLost // deductions in one cell: C2:8 C7:6
)

// Field is something that a column can be read as. Key is the English heading of CONTRACT.md where there is one.
type Field struct {
	Key    string
	Name   domain.Text
	Needed bool // read from a column, or from elsewhere
	Many   bool // several columns may be read so, each for a round or an item of its own
	use    use
	own    bool // a column of the table in CONTRACT.md
	words  []string
}

// Table is something that a grid can be.
type Table struct {
	Key    string // scores, estates, …
	File   string // base name in CONTRACT.md
	Name   domain.Text
	Fields []Field
	words  []string // that name it in titles, sheets and files
	// either are fields of which one is needed.
	either [][]string
}

func (t *Table) field(key string) *Field {
	for i := range t.Fields {
		if t.Fields[i].Key == key {
			return &t.Fields[i]
		}
	}
	return nil
}

// refersToEstates reports whether the rows of the table are about estates that the project has.
func (t *Table) refersToEstates() bool { return t.field("estate_id") != nil }

// Fields that help to find what is meant and are not columns of CONTRACT.md.
const (
	FieldEstate      = "estate_id"
	FieldEstateName  = "estate_name"
	FieldSubdistrict = "subdistrict"
	FieldRound       = "round_id"
	FieldHeldOn      = "checked_on"
	FieldScore       = "score"
	FieldRank        = "official_rank"
	FieldLost        = "deductions"
	FieldPoints      = "points"
	FieldItem        = "item"
)

// names are what the tables are called, and the words by which a title, sheet or file tells them.
var names = map[string]struct {
	zh, en string
	words  []string
}{
	"scores":         {"考核成绩", "Scores", []string{"成绩", "得分", "考核", "排名", "scores"}},
	"deductions":     {"扣分", "Deductions", []string{"扣分", "deductions"}},
	"estates":        {"小区", "Estates", []string{"小区", "旧楼区", "台账", "基本情况", "estates"}},
	"companies":      {"企业", "Companies", []string{"企业", "物业公司", "companies"}},
	"agreements":     {"服务协议", "Agreements", []string{"协议", "合同", "agreements"}},
	"subsidies":      {"补贴", "Subsidies", []string{"补贴", "奖补", "subsidies"}},
	"enrolments":     {"纳入与退出", "Enrolments", []string{"纳入", "退出", "enrolments"}},
	"items":          {"扣分项", "Items", []string{"扣分项目录", "items"}},
	"rounds":         {"考核轮次", "Rounds", []string{"轮次", "rounds"}},
	"determinations": {"原因认定", "Determinations", []string{"认定", "determinations"}},
	"findings":       {"点位问题", "Findings", []string{"点位", "问题", "findings"}},
	"overrides":      {"代管指定", "Overrides", []string{"代管", "overrides"}},
	"fund_uses":      {"资金使用", "Uses of the fund", []string{"资金", "fund_uses"}},
}

// aliases are what people call columns, besides the two headings of CONTRACT.md; with a table before the colon, in that table only.
var aliases = map[string][]string{
	"estate_id":             {"小区编码", "小区代码", "小区id", "小区序号", "estate", "estateid", "小区编号id"},
	"estates:id":            {"小区编号", "小区编码", "小区代码", "编码", "代码", "estate_id", "xqbh"},
	"estate_name":           {"小区名称", "小区名", "小区", "旧楼区", "旧楼区名称", "楼区名称", "社区小区", "名称", "单位名称", "被考核小区", "考核小区", "检查小区", "name", "estate_name", "xqmc"},
	"estates:name":          {"小区名称", "小区名", "小区", "旧楼区名称", "estate", "estate_name", "xqmc"},
	"subdistrict":           {"街道名称", "所属街道", "所在街道", "街镇", "街道办", "街道办事处", "街", "属地", "属地街道", "ssjd"},
	"community":             {"社区名称", "所属社区", "所在社区", "居委会"},
	"round_id":              {"轮次编号", "考核轮次", "轮次名称", "期次", "批次", "考核期", "月份", "考核月份", "round"},
	"checked_on":            {"检查日期", "考核日期", "考核时间", "检查时间", "日期", "时间", "date"},
	"score":                 {"分数", "成绩", "总分", "考核得分", "考核成绩", "最终得分", "最后得分", "得分情况", "总得分", "评分", "打分", "综合得分", "points total"},
	"official_rank":         {"名次", "排名", "官方名次", "官方排名", "公布排名", "位次", "全区排名", "rank"},
	"deductions":            {"扣分情况", "扣分明细", "扣分原因", "扣分项目", "扣分内容", "失分情况", "失分明细"},
	"deductions:item":       {"扣分项目", "项目", "扣分内容", "扣分代码", "项目代码", "考核项目", "问题类型"},
	"points":                {"扣分值", "扣分分值", "分值", "扣除分数", "失分", "扣减"},
	"company_id":            {"企业", "企业名称", "公司", "公司名称", "物业公司", "物业企业", "服务企业", "管理单位", "物业", "company"},
	"companies:id":          {"企业编号", "公司编号", "统一社会信用代码", "信用代码"},
	"companies:name":        {"企业名称", "公司名称", "物业公司", "物业企业", "公司", "企业", "单位名称", "company"},
	"responsible_person":    {"联系人", "项目负责人", "主要负责人"},
	"legal_representative":  {"法人", "法人代表", "法定代表"},
	"phone":                 {"联系电话", "手机", "手机号", "联系方式"},
	"capacity":              {"代管上限(个)", "代管数量上限"},
	"agreements:kind":       {"类型", "管理类型", "协议类别", "合同类型"},
	"starts_on":             {"起始日期", "开始时间", "合同开始", "协议开始", "协议开始日期", "生效日期", "签订日期", "起始时间", "合同起始日期"},
	"ends_on":               {"终止日期", "截止日期", "结束时间", "到期日期", "合同结束", "协议结束", "协议结束日期", "到期时间", "合同终止日期"},
	"from_month":            {"起始月", "开始月份", "月份", "执行月份"},
	"district_subsidy":      {"区级奖补", "区级", "区补贴", "区级金额", "区级奖励补贴"},
	"city_subsidy":          {"市级奖补", "市级", "市补贴", "市级金额"},
	"households":            {"总户数", "居民户数", "住户数", "户"},
	"building_area_m2":      {"总建筑面积", "建筑总面积", "面积", "建筑面积平方米"},
	"form":                  {"小区类型", "片区类型", "形态", "成片散片"},
	"enclosable":            {"是否可围合", "围合", "可封闭", "是否围合"},
	"mode":                  {"管理方式", "物业管理模式", "管理形式"},
	"approved_on":           {"批准时间", "批复日期"},
	"accepted_on":           {"验收时间", "竣工验收日期"},
	"enrolled_on":           {"纳入时间", "接管日期", "接管时间"},
	"exited_on":             {"退出时间"},
	"findings:id":           {"点位编号", "问题编号"},
	"findings:item":         {"扣分项目", "问题类型", "问题类别", "类别", "项目"},
	"findings:checked_on":   {},
	"found_on":              {"发现时间", "检查日期", "检查时间", "上报日期", "巡查日期", "日期"},
	"due_on":                {"期限", "整改时限", "截止日期", "要求完成日期", "整改截止日期"},
	"resolved_on":           {"整改完成日期", "完成日期", "整改时间", "销号日期"},
	"findings:description":  {"问题描述", "问题", "情况", "具体问题", "备注", "问题内容"},
	"lon":                   {"经度坐标", "lng", "longitude", "x"},
	"lat":                   {"纬度坐标", "latitude", "y"},
	"rounds:id":             {"轮次编号", "轮次"},
	"rounds:name":           {"轮次名称", "考核名称"},
	"rounds:kind":           {"考核类型", "轮次类型"},
	"rounds:held_on":        {"考核日期", "检查日期", "举行日期"},
	"items:code":            {"扣分项", "编号", "项目代码"},
	"items:name":            {"项目名称", "扣分项名称"},
	"responsible":           {"责任", "责任主体"},
	"determinations:reason": {"认定理由", "说明"},
	"decided_by":            {"审批人", "经办人"},
}

var uses = map[string]use{
	"estate_id": useEstate, "host_id": useEstate, "company_id": useCompany, "item": useItem, "round_id": useRound, "score": useScore,
	"official_rank": useWhole, "points": usePoints, "households": useWhole, "capacity": useWhole, "building_area_m2": useNumber,
	"district_subsidy": useMoney, "city_subsidy": useMoney, "amount": useMoney, "lon": useDegrees, "lat": useDegrees, "from_month": useMonth,
	"enclosable": useBool, "city_grant": useBool, "form": useCode, "mode": useCode, "kind": useCode, "cause": useCode, "function": useCode,
	"responsible": useCode, "exit_ground": useText, "subdistrict": useSubdistrict, "id": useID, "code": useID,
}

func useOf(key string) use {
	if u, ok := uses[key]; ok {
		return u
	}
	if strings.HasSuffix(key, "_on") {
		return useDate
	}
	return useText
}

var (
	nameEstate      = domain.Say("小区名称", "estate's name")
	nameSubdistrict = domain.Say("街道", "subdistrict")
	nameHeldOn      = domain.Say("考核日期", "day of the check")
	nameLost        = domain.Say("扣分情况", "deductions in words")
)

// tables is everything that a grid can be, in the order of CONTRACT.md.
var tables = makeTables()

func makeTables() []*Table {
	var out []*Table
	for _, form := range ingest.TableForms() {
		key, _, _ := strings.Cut(form.File, ".")
		n := names[key]
		t := &Table{Key: key, File: form.File, Name: domain.Text{ZH: n.zh, EN: n.en}, words: n.words}
		hasEstate, hasStreet := false, false
		for _, c := range form.Columns {
			f := Field{Key: c.Name, Name: domain.Text{ZH: c.ZH, EN: strings.ReplaceAll(c.Name, "_", " ")}, Needed: c.Needed, use: useOf(c.Name), own: true}
			f.words = append([]string{foldHeading(c.Name), foldHeading(c.ZH)}, wordsOf(key, c.Name)...)
			f.Many = key == "scores" && (c.Name == FieldScore || c.Name == FieldRank) || key == "deductions" && c.Name == FieldPoints
			hasEstate = hasEstate || c.Name == FieldEstate
			hasStreet = hasStreet || c.Name == FieldSubdistrict
			t.Fields = append(t.Fields, f)
		}
		if hasEstate {
			t.add(FieldEstateName, nameEstate, useEstateName)
			if !hasStreet {
				t.add(FieldSubdistrict, nameSubdistrict, useSubdistrict)
			}
			t.either = append(t.either, []string{FieldEstate, FieldEstateName})
			t.field(FieldEstate).Needed = false
		}
		switch key {
		case "scores":
			t.add(FieldHeldOn, nameHeldOn, useDate)
			t.add(FieldLost, nameLost, useLost)
			t.add(FieldPoints, domain.Say("扣分（一列一项）", "points of an item"), usePoints)
			t.field(FieldPoints).Many = true
			t.field(FieldRound).Needed = false
		case "deductions":
			t.add(FieldHeldOn, nameHeldOn, useDate)
			t.field(FieldRound).Needed = false
			t.field(FieldItem).Needed = false
		case "findings":
			t.field("id").Needed = false
		case "estates", "companies":
			t.either = append(t.either, []string{"id", "name"})
			t.field("id").Needed, t.field("name").Needed = false, false
		}
		out = append(out, t)
	}
	return out
}

func (t *Table) add(key string, name domain.Text, u use) {
	t.Fields = append(t.Fields, Field{Key: key, Name: name, use: u, words: append([]string{foldHeading(key), foldHeading(name.ZH)}, wordsOf(t.Key, key)...)})
}

func wordsOf(table, key string) []string {
	own, is := aliases[table+":"+key]
	if !is {
		own = aliases[key]
	}
	var out []string
	for _, w := range own {
		out = append(out, foldHeading(w))
	}
	return out
}

// Tables returns everything that a grid can be.
func Tables() []*Table { return slices.Clone(tables) }

// foldHeading is a heading without case, width, blanks, line breaks and what stands behind it in brackets.
func foldHeading(s string) string {
	s = strings.ToLower(narrow(trim(s)))
	if at := strings.IndexAny(s, "([【"); at > 0 {
		s = s[:at]
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n　*＊:、", r) {
			return -1
		}
		return r
	}, s)
}
