package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// The whole fixture is read into the records that it describes.
func TestDataset(t *testing.T) {
	r := readFiles(t, nil, Options{}, with(nil))
	if r.Refused() {
		t.Fatal(said(r))
	}
	p := r.Put
	day := domain.MustDate
	dec := domain.MustDecimal
	check := func(what string, got, want any) {
		t.Helper()
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b domain.Decimal) bool { return a == b })); diff != "" {
			t.Errorf("%s (−want +got):\n%s", what, diff)
		}
	}
	check("companies", p.Companies, []domain.Company{
		{ID: "c1", Name: "甲物业", ResponsiblePerson: "张三", LegalRepresentative: "李四", Phone: "022-11111111", Capacity: domain.Some(int64(2))},
		{ID: "c2", Name: "乙物业", ResponsiblePerson: "王五", LegalRepresentative: "赵六", BlacklistedOn: day("2026-06-30")},
	})
	check("agreements", p.Agreements, []domain.Agreement{
		{EstateID: "e1", CompanyID: "c1", Kind: domain.AgreementDirect, StartsOn: day("2019-01-01"), EndsOn: day("2025-12-31")},
		{EstateID: "e1", CompanyID: "c2", Kind: domain.AgreementDirect, StartsOn: day("2026-01-01")},
		{EstateID: "e2", CompanyID: "c1", Kind: domain.AgreementProxy, StartsOn: day("2020-01-01")},
		{EstateID: "e3", CompanyID: "c2", Kind: domain.AgreementDirect, StartsOn: day("2019-01-01")},
	})
	check("subsidies", p.Subsidies, []domain.SubsidyChange{
		{EstateID: "e1", FromMonth: domain.NewMonth(2026, 1), DistrictSubsidy: domain.Some(domain.Fen(320000)), CitySubsidy: domain.Some(domain.Fen(160000))},
	})
	check("enrolments", p.Enrolments, []domain.Enrolment{
		{EstateID: "e3", EnrolledOn: day("2019-01-01"), ExitedOn: day("2023-01-01"), ExitGround: domain.ExitOther, ExitText: "改造"},
		{EstateID: "e3", EnrolledOn: day("2024-01-01")},
	})
	check("items", p.Items, []domain.Item{
		{Code: "C10", Name: "电动车充电", Function: domain.FunctionParking, Responsible: domain.CauseCompany},
		{Code: "T3", Name: "乱堆乱倒与违建", Responsible: domain.CauseTerritorial},
	})
	check("rounds", p.Rounds, []domain.Round{
		{ID: "r1", Name: "一月创卫考核", Kind: domain.RoundDistrictSanitary, HeldOn: day("2026-01-15")},
		{ID: "r2", Name: "二月创卫考核", Kind: domain.RoundDistrictSanitary, HeldOn: day("2026-02-15")},
		{ID: "r3", Name: "三月联合抽查", Kind: domain.RoundJointCheck, HeldOn: day("2026-03-20")},
	})
	check("scores", p.Scores, []domain.Score{
		{RoundID: "r1", EstateID: "e1", Score: domain.Some(dec("95.5")), OfficialRank: 1},
		{RoundID: "r1", EstateID: "e2", Score: domain.Some(dec("80")), OfficialRank: 2},
		{RoundID: "r1", EstateID: "e3", Score: domain.Some(dec("70")), OfficialRank: 3},
		{RoundID: "r2", EstateID: "e1", Score: domain.Some(dec("60"))},
		{RoundID: "r2", EstateID: "e2", Score: domain.Some(dec("88"))},
		{RoundID: "r2", EstateID: "e3"},
		{RoundID: "r3", EstateID: "e1", Score: domain.Some(dec("79"))},
	})
	check("deductions", p.Deductions, []domain.Deduction{
		{RoundID: "r1", EstateID: "e3", Item: "C1", Points: dec("10")},
		{RoundID: "r1", EstateID: "e3", Item: "C1", Points: dec("5.5")},
		{RoundID: "r1", EstateID: "e3", Item: "T1", Points: dec("0")},
		{RoundID: "r2", EstateID: "e1", Item: "C10", Points: dec("40")},
	})
	check("determinations", p.Determinations, []domain.Determination{
		{RoundID: "r1", EstateID: "e3", Cause: domain.CauseTerritorial, Reason: "违建", DecidedBy: "街道办", DecidedOn: day("2026-01-20")},
	})
	check("findings", p.Findings, []domain.Finding{
		{
			ID: "f1", EstateID: "e1", RoundID: "r1", Point: domain.Some(orb.Point{117.241, 39.1102}), Item: "C1", FoundOn: day("2026-01-15"),
			DueOn: day("2026-01-25"), Description: "第一行\n第二行，有逗号,和\"引号\"",
		},
		{ID: "f2", EstateID: "e2", Item: "T3", FoundOn: day("2026-02-01")},
	})
	check("overrides", p.Overrides, []domain.Override{
		{EstateID: "e2", HostID: "e1", Reason: "同一企业", DecidedBy: "规划科", DecidedOn: day("2026-01-01")},
	})
	check("fund uses", p.FundUses, []domain.FundUse{
		{ID: "u1", Subdistrict: "大直沽街道", UsedOn: day("2026-03-01"), Kind: domain.UseCleaningDrive, Amount: 10000},
	})
	check("settings", p.Settings, domain.Settings{"band_size": "1", "scattered_max_area": "10000"})
	check("notes", notes(r), []string{"estates.geojson:17: features[4].geometry", "scores.csv:7: score"})
	if len(p.Estates) != 5 || p.Estates[4].Boundary != nil || len(p.Estates[0].Boundary[0]) != 2 || len(p.Estates[1].Boundary) != 2 || p.Estates[3].ID != "e4" {
		t.Errorf("estates: %+v", p.Estates)
	}
	check("counts", r.Tables[:4], []Count{{"estates.geojson", 5, 5}, {"companies.csv", 2, 2}, {"agreements.csv", 4, 4}, {"subsidies.csv", 1, 1}})
}

// required is what CONTRACT.md requires of each table.
var requiredColumns = map[string]string{
	"companies.csv": "id name", "agreements.csv": "estate_id company_id kind starts_on", "subsidies.csv": "estate_id from_month",
	"enrolments.csv": "estate_id enrolled_on", "items.csv": "code responsible", "rounds.csv": "id kind held_on", "scores.csv": "round_id estate_id score",
	"deductions.csv": "round_id estate_id item points", "determinations.csv": "round_id estate_id cause decided_on",
	"findings.csv": "id estate_id item found_on", "overrides.csv": "estate_id host_id decided_on", "fund_uses.csv": "id subdistrict used_on kind amount",
}

// table takes a CSV text apart; fields of the fixture with line breaks are left aside by taking the first rows only.
func rowsOf(text string) [][]string {
	var rows [][]string
	recs := newRecords(text, ',')
	for recs.read() {
		rows = append(rows, slices.Clone(recs.fields))
	}
	return rows
}

func csvOf(rows [][]string) string {
	var b strings.Builder
	for _, r := range rows {
		for i, f := range r {
			if i > 0 {
				b.WriteByte(',')
			}
			if strings.ContainsAny(f, "\",\n") {
				f = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
			}
			b.WriteString(f)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// A required column missing is one fault at row 1; any other may be absent. An empty required cell is a fault of its row.
func TestRequiredColumns(t *testing.T) {
	base := district(t)
	for name, list := range requiredColumns {
		want := strings.Fields(list)
		rows := rowsOf(with(nil)[name])
		for col, heading := range rows[0] {
			var without, empty [][]string
			for i, r := range rows {
				without = append(without, slices.Concat(r[:col], r[col+1:]))
				e := slices.Clone(r)
				if i == 1 {
					e[col] = " "
				}
				empty = append(empty, e)
			}
			if heading == "lon" || heading == "lat" || heading == "ends_on" {
				continue // each belongs to another cell: a half point, an agreement that would never end
			}
			must := slices.Contains(want, heading)
			r := readFile(t, base, Options{}, name, csvOf(without))
			if got := places(r); must && !slices.Equal(got, []string{name + ":1: " + heading}) || !must && len(got) > 0 {
				t.Errorf("%s without %s: %s", name, heading, said(r))
			}
			r = readFile(t, base, Options{}, name, csvOf(empty))
			must = must && heading != "score"
			if got := len(r.Faults); must && (got != 1 || r.Faults[0].Row != 2) || !must && got > 0 {
				t.Errorf("%s with an empty %s: %s", name, heading, said(r))
			}
		}
	}
}

// Headings may be Chinese, in any order and case, with blanks around; the byte order mark does not matter.
func TestChineseHeadings(t *testing.T) {
	english, chinese := with(nil), with(nil)
	for _, tab := range tables {
		if tab.geo() || tab == settingsTable {
			continue
		}
		rows := rowsOf(chinese[tab.file])
		for i, h := range rows[0] {
			col, ok := tab.find(h)
			if !ok {
				t.Fatalf("%s: %s", tab.file, h)
			}
			rows[0][i] = " " + tab.columns[col].zh + "\u3000"
		}
		for i, r := range rows {
			slices.Reverse(r)
			rows[i] = r
		}
		chinese[tab.file] = bomUTF8 + csvOf(rows)
		rows = rowsOf(english[tab.file])
		for i, h := range rows[0] {
			rows[0][i] = strings.ToUpper(h)
		}
		english[tab.file] = strings.ReplaceAll(csvOf(rows), "\n", "\r\n")
	}
	a, b := readFiles(t, nil, Options{}, english), readFiles(t, nil, Options{}, chinese)
	a.Put.Findings[0].Description = b.Put.Findings[0].Description
	if got, want := fmt.Sprint(b.Put), fmt.Sprint(a.Put); got != want || a.Refused() || b.Refused() {
		t.Errorf("got  %s\nwant %s\n%s%s", got, want, said(a), said(b))
	}
}

func TestHeadingFaults(t *testing.T) {
	base := district(t)
	for _, c := range []struct{ name, text, faults, notes string }{
		{"同一列两次", "round_id,estate_id,score,score\nr1,e1,95,59\n", "1: score", ""},
		{"中英文同一列", "round_id,estate_id,score,得分\nr1,e1,95,59\n", "1: score", ""},
		{"大小写不同的同一列", "round_id,estate_id,score, SCORE \nr1,e1,95,59\n", "1: score", ""},
		{"不认识的列", "round_id,estate_id,score,备注,备注\nr1,e1,95,x,y\n", "", "1: 备注"},
		{"没有列名的列", "round_id,estate_id,score,,\nr1,e1,95,,\n", "", "1: - 1: -"},
		{"缺两列", "round_id,备注\nr1,x\n", "1: estate_id 1: score", "1: 备注"},
		{"第一行是标题", "2026年1月成绩\nround_id,estate_id,score\nr1,e1,95\n", "1: round_id 1: estate_id 1: score 2: - 3: -", "1: 2026年1月成绩"},
		{"表头双引号有误", "round_id,\"estate_id\"x,score\nr1,e1,95\n", "1: -", ""},
		{"制表符", "round_id\testate_id\tscore\nr1\te1\t95\n", "", "1: -"},
		{"分号", "轮次;小区编号;得分\nr1;e1;95\n", "", "1: -"},
		{"换了分隔符", "round_id;estate_id;score\nr1,e1,95\nr1;e2;90\n", "2: -", "1: -"},
		{"CR 换行", "round_id,estate_id,score\rr1,e1,95\r", "1: -", ""},
		{"缺少一格", "round_id,estate_id,score\nr1,e1\nr1,e2,90\n", "2: -", ""},
		{"多出一格", "round_id,estate_id,score\nr1,e1,95,\nr1,e2,90\n", "2: -", ""},
		{"双引号没有结束", "round_id,estate_id,score\nr1,e1,95\nr1,\"e2,90\nr1,e3,80\n", "3: estate_id", ""},
		{"格中有双引号", "round_id,estate_id,score\nr1,e\"1,95\nr1,\"e2\"x,90\nr1,e3,80\n", "2: estate_id 3: estate_id", ""},
		{"第二行编码不同", "round_id,estate_id,score,小区\nr1,e1,95,\"康乐里\n" + gb("康乐里") + "\"\nr1,e2,90,\n", "2: -", "1: 小区"},
		{"NUL", "round_id,estate_id,score\nr1,e\x001,95\n", "2: estate_id", ""},
		{"只有表头", "round_id,estate_id,score\n", "", "1: -"},
		{"空行", "\n\nround_id,estate_id,score\n\n \nr1,e1,abc\n", "6: score", ""},
	} {
		r := readFile(t, base, Options{}, "scores.csv", c.text)
		faults := strings.ReplaceAll(strings.Join(places(r), " "), "scores.csv:", "")
		noted := strings.ReplaceAll(strings.Join(notes(r), " "), "scores.csv:", "")
		if faults != c.faults || noted != c.notes {
			t.Errorf("%s: got %q and notes %q, want %q and %q\n%s", c.name, faults, noted, c.faults, c.notes, said(r))
		}
	}
}

// Every value that is refused names its row and its column by the English heading, whatever the heading in the file.
func TestValueFaults(t *testing.T) {
	base := district(t)
	for _, c := range []struct{ file, text, want string }{
		{"companies.csv", "编号,名称,失信日期,代管上限\nc3,丙,2026-02-30,1.5\nc\t4,丁,,-1\n", "2: blacklisted_on 2: capacity 3: id 3: capacity"},
		{"agreements.csv", "estate_id,company_id,kind,starts_on,ends_on\ne2,c9,Direct,2026-1-1,x\ne3,c1,direct,2026-02-01,2026-01-31\n", "2: company_id 2: kind 2: starts_on 2: ends_on 3: ends_on"},
		{"subsidies.csv", "estate_id,from_month,district_subsidy,city_subsidy\ne9,2026-1,1.234,-1\n", "2: estate_id 2: from_month 2: district_subsidy 2: city_subsidy"},
		{"enrolments.csv", "estate_id,enrolled_on,exited_on,exit_ground\ne1,2026-01-02,2026-01-01,搬走\ne2,2026-01-01,2026-01-01,拆迁\n", "2: exited_on 2: exit_ground"},
		{"items.csv", "code,name,function,responsible\nX1,甲,sweeping,undetermined\n", "2: function 2: responsible"},
		{"rounds.csv", "id,kind,held_on\nr4,spot,2026-13-01\n", "2: kind 2: held_on"},
		{"scores.csv", "round_id,estate_id,score,official_rank\nr9,e9,100.5,0\nr3,e2,12.34.5,1.5\n", "2: round_id 2: estate_id 2: score 2: official_rank 3: score 3: official_rank"},
		{"deductions.csv", "round_id,estate_id,item,points\nr9,e9,C99,-1\nr1,e1,c1,0\n", "2: round_id 2: estate_id 2: item 2: points 3: item"},
		{"determinations.csv", "round_id,estate_id,cause,decided_on\nr9,e9,其他,2026-02-29\n", "2: round_id 2: estate_id 2: cause 2: decided_on"},
		{
			"findings.csv", "id,estate_id,round_id,lon,lat,item,found_on,due_on,resolved_on\nf9,e9,r9,181,91,X,x,x,x\nf8,e1,,117,,C1,2026-01-01,,\nf7,e1,,39.1,117.2,C1,2026-01-01,,\n",
			"2: estate_id 2: round_id 2: lon 2: lat 2: item 2: found_on 2: due_on 2: resolved_on 3: lat 4: lat",
		},
		{"overrides.csv", "estate_id,host_id,decided_on,removed_on\ne9,e8,x,x\n", "2: estate_id 2: host_id 2: decided_on 2: removed_on"},
		{
			"fund_uses.csv", "id,subdistrict,used_on,kind,estate_id,round_id,amount\nu2,甲,x,other,e9,r9,0\nu3,甲,2026-01-01,reward_top,,,1.001\nu4,甲,2026-01-01,集中清理,,,0.01\n",
			"2: used_on 2: kind 2: estate_id 2: round_id 2: amount 3: estate_id 3: round_id 3: amount",
		},
		{"settings.json", `{"band_size": 0, "within": "city", "no such": 1, "band_size": 5}`, "1: band_size 1: within 1: no such 1: band_size"},
		{"settings.json", "{\"band_size\": 1,\n \"within\" \"district\"}", "1: -"},
		{"settings.json", "[]", "1: -"},
	} {
		r := readFile(t, base, Options{}, c.file, c.text)
		if got := strings.ReplaceAll(strings.Join(places(r), " "), c.file+":", ""); got != c.want {
			t.Errorf("%s: got %s\nwant %s\n%s", c.file, got, c.want, said(r))
		}
		for _, f := range r.Faults {
			for _, lang := range []domain.Lang{domain.ZH, domain.EN} {
				if text := f.String(lang); strings.ContainsAny(text, "\n\t") || strings.Contains(text, "%") || strings.Contains(text, "[1]") {
					t.Errorf("%q", text)
				}
			}
		}
	}
}

// The value of a setting stays the JSON text that it is.
func TestSettingsText(t *testing.T) {
	r := readFile(t, nil, Options{}, "settings.json", `{ "company_share" : 0.10 , "phase_out":{"2026": 0.8}, "in_force": {"TJ": ["2020-08-06", ""]} }`)
	want := domain.Settings{"company_share": "0.10", "phase_out": `{"2026": 0.8}`, "in_force": `{"TJ": ["2020-08-06", ""]}`}
	if r.Refused() || fmt.Sprint(r.Put.Settings) != fmt.Sprint(want) {
		t.Errorf("got %v\n%s", r.Put.Settings, said(r))
	}
}
