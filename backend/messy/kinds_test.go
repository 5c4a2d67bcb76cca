package messy

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/workbook"
)

// TestEachKindOfTableIsKnownByItsHeadings reads a small table of each kind, with headings and values as people write them.
func TestEachKindOfTableIsKnownByItsHeadings(t *testing.T) {
	for _, c := range []struct {
		rows []string
		want string // table, then what is taken
	}{
		{[]string{"小区名称,企业名称,协议类别,起始日期,终止日期", "成林里,甲物业,直管协议,2027.1.1,2027.12.31"}, "agreements e03 c1 direct 2027-01-01 2027-12-31"},
		{[]string{"小区,执行月份,区级奖补,市级奖补", "幸福里,2027年3月,\"1,200.50\",300元"}, "subsidies e01 2027-03 120050 30000"},
		{[]string{"街道,小区名称,总户数,是否围合", "大直沽街,幸福里,500户,可围合"}, "estates e01 幸福里 大直沽街道 500 yes"},
		{[]string{"企业名称,联系人,联系电话", "丙物业,钱七,022-3"}, "companies 丙物业 丙物业 钱七"},
		{[]string{"小区名称,问题类型,发现时间,整改时限,问题描述", "幸福里,C1,2026.3.5,2026.3.12,楼道堆物"}, "findings e01 C1 2026-03-05 2026-03-12 楼道堆物"},
		{[]string{"轮次,小区名称,扣分项目,分值", "r1,幸福里,C1,2.5"}, "deductions r1 e01 C1 2.5"},
		{[]string{"轮次,小区名称,C1,C2", "r1,幸福里,2.5,0"}, "deductions r1 e01 C1 2.5"},
		{[]string{"编号,名称,类型,日期", "n1,四月抽查,联合抽查,2027/4/1"}, "rounds n1 joint_check 2027-04-01"},
		{[]string{"甲,乙", "丙,丁"}, ""},
	} {
		r, report := read(t, Choice{}, c.rows...)
		got := ""
		if r.Table != nil {
			got = r.Table.Key
		}
		p := &report.Put
		for _, a := range p.Agreements {
			got += fmt.Sprintf(" %s %s %s %s %s", a.EstateID, a.CompanyID, a.Kind, a.StartsOn, a.EndsOn)
		}
		for _, s := range p.Subsidies {
			got += fmt.Sprintf(" %s %s %d %d", s.EstateID, s.FromMonth, s.DistrictSubsidy.Value, s.CitySubsidy.Value)
		}
		for _, e := range p.Estates {
			is := "no"
			if e.Enclosable == domain.Yes {
				is = "yes"
			}
			got += fmt.Sprintf(" %s %s %s %d %s", e.ID, e.Name, e.Subdistrict, e.Households.Value, is)
			if e.Boundary == nil || e.Form == "" {
				t.Error("a list without boundaries took the boundary away")
			}
		}
		for _, c := range p.Companies {
			got += fmt.Sprintf(" %s %s %s", c.ID, c.Name, c.ResponsiblePerson)
		}
		for _, f := range p.Findings {
			if !strings.HasPrefix(f.ID, "20260305-e01-") {
				t.Errorf("the finding has the id %s", f.ID)
			}
			got += fmt.Sprintf(" %s %s %s %s %s", f.EstateID, f.Item, f.FoundOn, f.DueOn, f.Description)
		}
		for _, d := range p.Deductions {
			got += fmt.Sprintf(" %s %s %s %s", d.RoundID, d.EstateID, d.Item, d.Points)
		}
		for _, r := range p.Rounds {
			got += fmt.Sprintf(" %s %s %s", r.ID, r.Kind, r.HeldOn)
		}
		if got != c.want {
			t.Errorf("%s\nis read as %q, want %q\n%s", strings.Join(c.rows, "\n"), got, c.want, say(r))
		}
	}
}

func TestANumberThatIsShownOtherwiseThanStored(t *testing.T) {
	g := sheetOf("小区名称,得分", "幸福里,96.46", "康乐里,0.95")
	for i, shown := range []string{"96.5", "95%"} {
		c := &g.Rows[i+1].Cells[1]
		c.Kind, c.Shown = workbook.Number, shown
	}
	b := base(t)
	choice := &Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}
	r := Look(g, knownOf(b), choice).Read(choice)
	// A rounded score is read as stored, and said; a percentage is never read as 0.95.
	if len(r.Faults) != 1 || r.Faults[0].Kind != "percent" || r.Faults[0].Remedies[0].Cells[0].Text != "95" || len(r.Repairs) != 1 {
		t.Fatal(say(r))
	}
	if got := r.Tables[0].Rows[0].Cells[2]; got != "96.46" {
		t.Errorf("read as %s", got)
	}
	choice.Revoked = map[string]bool{r.Repairs[0].Key: true}
	if got := Look(g, knownOf(b), choice).Read(choice).Tables[0].Rows[0].Cells[2]; got != "96.5" {
		t.Errorf("taken back: read as %s", got)
	}
}

func TestWhatAddingLeavesOfANumberIsNotRead(t *testing.T) {
	g := sheetOf("小区名称,得分", "幸福里,90.30000000000001", "康乐里,100.00000000000001")
	g.Rows[1].Cells[1].Kind, g.Rows[2].Cells[1].Kind = workbook.Number, workbook.Number
	choice := &Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}
	r := Look(g, knownOf(base(t)), choice).Read(choice)
	if len(r.Faults) > 0 || r.Tables[0].Rows[0].Cells[2] != "90.3" || r.Tables[0].Rows[1].Cells[2] != "100" || len(r.Repairs) != 1 {
		t.Error(say(r), r.Tables)
	}
}

func TestAnAnswerAboutASubdistrictStaysListed(t *testing.T) {
	rows := []string{"街道,小区名称,得分", "大之沽街,幸福里,90", "大之沽街,康乐里,91"}
	choice := Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}
	r, _ := read(t, choice, rows...)
	if len(r.Questions) != 1 || r.Questions[0].Kind != AskSubdistrict || len(r.Questions[0].Rows) != 2 {
		t.Fatal(say(r))
	}
	for _, answer := range []string{"大直沽街道", AnswerIgnore} {
		choice.Answers = map[string]string{r.Questions[0].Key: answer}
		again, report := read(t, choice, rows...)
		if len(report.Put.Scores) != 2 || len(again.Questions) != 1 || again.Questions[0].Answer != answer || len(again.Questions[0].Options) != len(r.Questions[0].Options) {
			t.Errorf("answered %s: %d scores\n%s", answer, len(report.Put.Scores), say(again))
		}
	}
}

func TestFindingsOfOneDayAndEstateStayApartAndTheSameFileGivesTheSameIds(t *testing.T) {
	rows := []string{"小区名称,扣分项,发现日期,问题描述", "幸福里,C1,2026.3.5,楼道堆物", "幸福里,C1,2026.3.5,楼前积水"}
	ids := func(rows ...string) []string {
		_, report := read(t, Choice{}, rows...)
		var out []string
		for _, f := range report.Put.Findings {
			out = append(out, f.ID)
		}
		return out
	}
	first, again := ids(rows...), ids(rows[0], rows[2], rows[1])
	slices.Sort(first)
	slices.Sort(again)
	if len(first) != 2 || first[0] == first[1] || !slices.Equal(first, again) {
		t.Errorf("ids %v, then %v", first, again)
	}
}

func TestTheSameWordInManyCellsIsSettledAtOnce(t *testing.T) {
	r, _ := read(t, Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}, "小区名称,得分", "幸福里,缺考", "康乐里,缺考", "成林里,优秀")
	if len(r.Faults) != 3 || len(r.Faults[0].Remedies[1].Cells) != 2 || len(r.Faults[1].Remedies[1].Cells) != 0 {
		t.Errorf("%+v", r.Faults)
	}
}

func TestAFormulaWithoutAStoredResultIsTold(t *testing.T) {
	g := sheetOf("小区名称,得分", "幸福里,x")
	g.Rows[1].Cells[1] = Cell{Kind: workbook.NoValue, Formula: true}
	choice := &Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}
	r := Look(g, knownOf(base(t)), choice).Read(choice)
	if len(r.Faults) != 1 || r.Faults[0].Kind != "no_value" {
		t.Error(say(r))
	}
}

func TestTwoColumnsThatSeemToBeTheScoreAreAsked(t *testing.T) {
	rows := []string{"小区名称,得分,总分", "幸福里,90,91"}
	choice := Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}
	r, _ := read(t, choice, rows...)
	if !r.Clashing() || len(r.Faults) != 1 {
		t.Fatal(say(r))
	}
	// The second remedy takes the other column.
	choice.Columns = map[int]Assigned{}
	for column, field := range r.Faults[0].Remedies[1].Columns {
		choice.Columns[column] = Assigned{Field: field}
	}
	r, report := read(t, choice, rows...)
	if r.Clashing() || len(report.Put.Scores) != 1 || report.Put.Scores[0].Score.Value.String() != "91" {
		t.Error(say(r), report.Put.Scores)
	}
}

func TestRowsBelowTheTableAreNoRecords(t *testing.T) {
	r, report := read(t, Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}, "序号,小区名称,得分", "1,幸福里,90", ",合计,90", "注：缺考的另行补考", "填表人：王敏,,审核：李强")
	if len(report.Put.Scores) != 1 || len(r.Faults)+len(r.Questions) > 0 || r.Left != 3 {
		t.Error(say(r), r.Left)
	}
}

func TestARoundIsProposedFromTitleDaysAndName(t *testing.T) {
	for _, c := range []struct {
		rows []string
		file string
		want string
		open bool
	}{
		{[]string{"2026年3月创卫考核成绩", "小区名称,得分", "幸福里,90"}, "a.csv", "r3", false},
		{[]string{"2027年3月创卫考核成绩", "小区名称,得分", "幸福里,90"}, "a.csv", "2027年3月创卫考核", true}, // no day
		{[]string{"小区名称,检查日期,得分", "幸福里,2027.3.18,90", "康乐里,2027.3.19,91"}, "联合抽查.csv", "2027年3月联合抽查 2027-03-19", false},
		{[]string{"小区名称,检查日期,得分", "幸福里,2027.3.18,90", "康乐里,2027.5.19,91"}, "a.csv", "", true},
		{[]string{"小区名称,得分", "幸福里,90"}, "a.csv", "", true},
		{[]string{"小区名称,得分", "幸福里,90"}, "创卫考核2026年2月.csv", "r2", false},
	} {
		g := sheetOf(c.rows...)
		g.File = c.file
		choice := &Choice{}
		r := Look(g, knownOf(base(t)), choice).Read(choice)
		if len(r.Rounds) != 1 {
			t.Fatal(say(r))
		}
		got := r.Rounds[0]
		text := got.ID
		if text == "" {
			text = strings.TrimSpace(got.Name + " " + got.HeldOn)
		}
		if text != c.want || got.Open != c.open {
			t.Errorf("%v in %s: %q, open %v; want %q, %v", c.rows, c.file, text, got.Open, c.want, c.open)
		}
	}
}

func TestTheHeadingMayStandInTwoRowsUnderATitle(t *testing.T) {
	g := sheetOf("汇总表", "小区名称,1月,,2月,", ",得分,名次,得分,名次", "幸福里,90,1,91,2")
	g.Merged = []workbook.Range{{FirstRow: 2, LastRow: 2, FirstColumn: 1, LastColumn: 2}, {FirstRow: 2, LastRow: 2, FirstColumn: 3, LastColumn: 4}}
	choice := &Choice{}
	p := Look(g, knownOf(base(t)), choice)
	var got []string
	for _, c := range p.Columns {
		got = append(got, c.Field+"/"+c.Group)
	}
	want := []string{"estate_name/", "score/1月", "official_rank/1月", "score/2月", "official_rank/2月"}
	if !slices.Equal(got, want) || p.HeaderTop != 2 || p.HeaderRow != 3 {
		t.Errorf("rows %d–%d: %v", p.HeaderTop, p.HeaderRow, got)
	}
}
