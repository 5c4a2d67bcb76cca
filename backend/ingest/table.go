package ingest

import (
	"slices"
	"strings"

	"estateatlas/backend/domain"
)

// table describes one file of CONTRACT.md.
type table struct {
	file    string
	columns []column
	// add makes a record of a row and puts it into the intake, grow makes room for n more; nil for the files that are not
	// tables.
	add  func(*intake, *row)
	grow func(*intake, int)
	// most is how many rows a CSV file of the table may have.
	most int
	// layer is set for a backdrop.
	layer domain.BackdropLayer
	// byName finds a column by its heading in the form of heading().
	byName map[string]int
}

// column is one column: its headings and whether it and its cells are required.
type column struct {
	name, zh string
	need     need
}

type need uint8

const (
	optional need = iota
	required
	// headingOnly is a column that must be there but may have empty cells.
	headingOnly
)

func (t *table) geo() bool { return t == estatesTable || t.layer != "" }

// isText reports whether a column of a GeoJSON file takes any text.
func (t *table) isText(col int) bool { return t.layer != "" || col <= estateCommunity }

// find returns the column with this heading; case and surrounding blanks do not matter.
func (t *table) find(name string) (int, bool) {
	c, ok := t.byName[name]
	if !ok && len(name) < 100 {
		c, ok = t.byName[heading(name)]
	}
	return c, ok
}

// heading brings a heading into the form in which headings are compared.
func heading(s string) string { return strings.ToLower(trim(s)) }

// tables is every table in the order of CONTRACT.md.
var tables []*table

var (
	estatesTable = &table{file: "estates.geojson", columns: []column{
		{"id", "编号", optional},
		{"name", "名称", optional},
		{"subdistrict", "街道", optional},
		{"community", "社区", optional},
		{"form", "类型", optional},
		{"enclosable", "可围合", optional},
		{"mode", "管理模式", optional},
		{"households", "户数", optional},
		{"building_area_m2", "建筑面积", optional},
		{"district_subsidy", "区级补贴", optional},
		{"city_subsidy", "市级补贴", optional},
		{"approved_on", "批准日期", optional},
		{"accepted_on", "验收日期", optional},
		{"city_grant", "市级以奖代补", optional},
		{"enrolled_on", "纳入日期", optional},
		{"exited_on", "退出日期", optional},
		{"exit_ground", "退出原因", optional},
	}, add: (*intake).addEstate, grow: func(imp *intake, n int) { imp.estates.grow(n) }}
	companiesTable = &table{file: "companies.csv", most: 100_000, columns: []column{
		{"id", "编号", required},
		{"name", "名称", required},
		{"responsible_person", "负责人", optional},
		{"legal_representative", "法定代表人", optional},
		{"phone", "电话", optional},
		{"blacklisted_on", "失信日期", optional},
		{"capacity", "代管上限", optional},
	}, add: (*intake).addCompany, grow: func(imp *intake, n int) { imp.companies.grow(n) }}
	agreementsTable = &table{file: "agreements.csv", most: 1_000_000, columns: []column{
		{"estate_id", "小区编号", required},
		{"company_id", "企业编号", required},
		{"kind", "协议类型", required},
		{"starts_on", "开始日期", required},
		{"ends_on", "结束日期", optional},
	}, add: (*intake).addAgreement, grow: func(imp *intake, n int) { imp.agreements.grow(n) }}
	subsidiesTable = &table{file: "subsidies.csv", most: 1_000_000, columns: []column{
		{"estate_id", "小区编号", required},
		{"from_month", "起始月份", required},
		{"district_subsidy", "区级补贴", optional},
		{"city_subsidy", "市级补贴", optional},
	}, add: (*intake).addSubsidy, grow: func(imp *intake, n int) { imp.subsidies.grow(n) }}
	enrolmentsTable = &table{file: "enrolments.csv", most: 1_000_000, columns: []column{
		{"estate_id", "小区编号", required},
		{"enrolled_on", "纳入日期", required},
		{"exited_on", "退出日期", optional},
		{"exit_ground", "退出原因", optional},
	}, add: (*intake).addEnrolment, grow: func(imp *intake, n int) { imp.enrolments.grow(n) }}
	itemsTable = &table{file: "items.csv", most: 100_000, columns: []column{
		{"code", "代码", required}, {"name", "名称", optional}, {"function", "职能", optional}, {"responsible", "责任方", required},
	}, add: (*intake).addItem, grow: func(imp *intake, n int) { imp.items.grow(n) }}
	roundsTable = &table{file: "rounds.csv", most: 100_000, columns: []column{
		{"id", "编号", required}, {"name", "名称", optional}, {"kind", "类型", required}, {"held_on", "日期", required},
	}, add: (*intake).addRound, grow: func(imp *intake, n int) { imp.rounds.grow(n) }}
	scoresTable = &table{file: "scores.csv", most: 2_000_000, columns: []column{
		{"round_id", "轮次", required}, {"estate_id", "小区编号", required}, {"score", "得分", headingOnly}, {"official_rank", "公布名次", optional},
	}, add: (*intake).addScore, grow: func(imp *intake, n int) { imp.scores.grow(n) }}
	deductionsTable = &table{file: "deductions.csv", most: 2_000_000, columns: []column{
		{"round_id", "轮次", required}, {"estate_id", "小区编号", required}, {"item", "扣分项", required}, {"points", "扣分", required},
	}, add: (*intake).addDeduction, grow: func(imp *intake, n int) { imp.deductions.grow(n) }}
	determinationsTable = &table{file: "determinations.csv", most: 2_000_000, columns: []column{
		{"round_id", "轮次", required},
		{"estate_id", "小区编号", required},
		{"cause", "原因", required},
		{"reason", "理由", optional},
		{"decided_by", "认定人", optional},
		{"decided_on", "认定日期", required},
	}, add: (*intake).addDetermination, grow: func(imp *intake, n int) { imp.determinations.grow(n) }}
	findingsTable = &table{file: "findings.csv", most: 2_000_000, columns: []column{
		{"id", "编号", required},
		{"estate_id", "小区编号", required},
		{"round_id", "轮次", optional},
		{"lon", "经度", optional},
		{"lat", "纬度", optional},
		{"item", "扣分项", required},
		{"found_on", "发现日期", required},
		{"due_on", "整改期限", optional},
		{"resolved_on", "整改日期", optional},
		{"description", "描述", optional},
	}, add: (*intake).addFinding, grow: func(imp *intake, n int) { imp.findings.grow(n) }}
	overridesTable = &table{file: "overrides.csv", most: 1_000_000, columns: []column{
		{"estate_id", "小区编号", required},
		{"host_id", "代管依托小区", required},
		{"reason", "理由", optional},
		{"decided_by", "决定人", optional},
		{"decided_on", "决定日期", required},
		{"removed_on", "撤销日期", optional},
	}, add: (*intake).addOverride, grow: func(imp *intake, n int) { imp.overrides.grow(n) }}
	fundUsesTable = &table{file: "fund_uses.csv", most: 100_000, columns: []column{
		{"id", "编号", required},
		{"subdistrict", "街道", required},
		{"used_on", "日期", required},
		{"kind", "用途", required},
		{"estate_id", "小区编号", optional},
		{"round_id", "轮次", optional},
		{"amount", "金额", required},
	}, add: (*intake).addFundUse, grow: func(imp *intake, n int) { imp.fundUses.grow(n) }}
	settingsTable     = &table{file: "settings.json"}
	waterTable        = &table{file: "water.geojson", layer: domain.BackdropWater, columns: backdropColumns}
	roadsTable        = &table{file: "roads.geojson", layer: domain.BackdropRoads, columns: backdropColumns}
	subdistrictsTable = &table{file: "subdistricts.geojson", layer: domain.BackdropSubdistricts, columns: backdropColumns}
	barriersTable     = &table{file: "barriers.geojson", layer: domain.BackdropBarriers, columns: backdropColumns}
	backdropColumns   = []column{{"name", "名称", optional}, {"class", "类别", optional}}
)

func init() {
	tables = []*table{
		estatesTable, companiesTable, agreementsTable, subsidiesTable, enrolmentsTable, itemsTable, roundsTable, scoresTable,
		deductionsTable, determinationsTable, findingsTable, overridesTable, fundUsesTable, settingsTable,
		waterTable, roadsTable, subdistrictsTable, barriersTable,
	}
	for _, t := range tables {
		t.byName = make(map[string]int, 2*len(t.columns))
		for i, c := range t.columns {
			t.byName[c.name] = i
			t.byName[heading(c.zh)] = i
		}
	}
}

// tableOrder is the place of a table in CONTRACT.md; no table comes last.
func tableOrder(t *table) int {
	if i := slices.Index(tables, t); i >= 0 {
		return i
	}
	return len(tables)
}

// rows is a table under way: the records, good and bad, and where each was read.
type rows[T any] struct {
	data  []T
	marks []mark
}

// mark is where a record was read and whether it is in order.
type mark struct {
	line    int32
	feature int32 // index in a GeoJSON file
	log     uint16
	idOwn   bool // the id is the feature's own, not a property
	bad     bool
}

func (r *rows[T]) add(v T, m mark) {
	r.data = append(r.data, v)
	r.marks = append(r.marks, m)
}

// grow makes room for n more records.
func (r *rows[T]) grow(n int) {
	r.data = slices.Grow(r.data, n)
	r.marks = slices.Grow(r.marks, n)
}

// spoil marks the records from the n-th on as bad.
func (r *rows[T]) spoil(n int) {
	for i := range r.marks[n:] {
		r.marks[n+i].bad = true
	}
}

// cut drops the records from the n-th on.
func (r *rows[T]) cut(n int) { r.data, r.marks = r.data[:n], r.marks[:n] }

// good returns the records that are in order, in the order of reading.
func (r *rows[T]) good() []T {
	if !slices.ContainsFunc(r.marks, func(m mark) bool { return m.bad }) {
		return r.data
	}
	var kept []T
	for i, v := range r.data {
		if !r.marks[i].bad {
			kept = append(kept, v)
		}
	}
	return kept
}
