package app

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"

	"github.com/xuri/excelize/v2"
)

// sent opens a file in a wizard as a browser does, in parts.
func sent(t testing.TB, a *Atlas, name string, data []byte) string {
	t.Helper()
	part := WizardPart{Name: name, Size: int64(len(data))}
	for {
		piece := data[part.At:min(int(part.At)+700, len(data))]
		part.File = base64.StdEncoding.EncodeToString(piece)
		got, err := a.WizardUpload(part)
		if err != nil {
			t.Fatal(err)
		}
		if part.ID, part.At = got.File.ID, got.Received; got.Received == part.Size {
			return part.ID
		}
	}
}

func previewed(t testing.TB, a *Atlas, id string, choice WizardChoice) WizardView {
	t.Helper()
	v, err := a.WizardPreview(id, choice)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// messyScores is a workbook as an inspection section keeps it: a title, a note, the heading in row 3, hidden rows, a total, words in
// place of scores, a score that is too high, an estate twice, one whose name is not quite right.
func messyScores(t testing.TB, a *Atlas) (data []byte, names []string) {
	t.Helper()
	p, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	set := func(row int, cells ...any) {
		for i, c := range cells {
			at, _ := excelize.CoordinatesToCellName(i+1, row)
			if err := f.SetCellValue("Sheet1", at, c); err != nil {
				t.Fatal(err)
			}
		}
	}
	set(1, "2027年3月创卫考核成绩汇总表（区创卫办）")
	if err := f.MergeCell("Sheet1", "A1", "G1"); err != nil {
		t.Fatal(err)
	}
	set(2, "填表：督查科　单位：分")
	set(3, "序号", "街道", "小区名称", "检查日期", "得分", "扣分情况", "备注")
	row := 4
	for i := range p.book.Estates {
		e := &p.book.Estates[i]
		if len(names) == 20 {
			continue
		}
		names = append(names, e.Name)
		set(row, i+1, strings.TrimSuffix(e.Subdistrict, "道"), e.Name, "2027.3.18", 90.5, "")
		row++
	}
	set(6, 3, nil, names[2], 46464, "９６．５", "C8停车0.5")
	set(8, 5, nil, names[4], "2027.3.18", "缺考")
	set(9, 6, nil, names[5], "2027.3.18", 166, "C2:12 C5:4.5")
	set(10, 7, nil, names[0], "2027.3.18", 79)
	set(11, 8, nil, names[7]+"附近", "2027.3.18", 64)
	for _, hidden := range []int{12, 13} {
		if err := f.SetRowVisible("Sheet1", hidden, false); err != nil {
			t.Fatal(err)
		}
	}
	set(row, "", "合计", len(names), "", 86.7)
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes(), names
}

func TestAMessyWorkbookIsReadSettledWrittenAndTakenBack(t *testing.T) {
	a := desk(t, 60)
	data, _ := messyScores(t, a)
	before, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	id := sent(t, a, "创卫考核成绩3月(定).xlsx", data)
	choice := WizardChoice{}
	v := previewed(t, a, id, choice)
	if v.Table != "scores" || v.HeaderRow != 3 || v.Ready {
		t.Fatalf("read as %q with the heading in row %d, ready %v: %s", v.Table, v.HeaderRow, v.Ready, v.Refused.ZH)
	}
	fields := ""
	for _, c := range v.Columns {
		fields += c.Letter + c.Field + " "
	}
	if fields != "A Bsubdistrict Cestate_name Dchecked_on Escore Fdeductions G " {
		t.Errorf("columns: %s", fields)
	}
	if len(v.Rounds) != 1 || v.Rounds[0].Name != "2027年3月创卫考核" || v.Rounds[0].HeldOn != "2027-03-18" || v.Rounds[0].ID != "" {
		t.Errorf("rounds: %+v", v.Rounds)
	}
	titles := ""
	for _, f := range v.Faults {
		titles += fmt.Sprint(f.Rows, f.Letter, f.Title.ZH, " ")
	}
	if titles != "[4 10]C同一小区出现两次 [8]E得分不是数 [9]E得分超过 100 " {
		t.Errorf("faults: %s", titles)
	}
	if len(v.Questions) != 1 || v.Questions[0].Rows[0] != 11 || len(v.Questions[0].Options) < 3 {
		t.Fatalf("questions: %+v", v.Questions)
	}
	if v.Counts.Faults != 3 || v.Counts.Questions != 1 || v.Counts.Left != 3 {
		t.Errorf("counts: %+v", v.Counts)
	}
	// Remedies do what they say.
	for _, f := range v.Faults {
		r := f.Remedies[0]
		choice.Cells, choice.Skipped = append(choice.Cells, r.Cells...), append(choice.Skipped, r.Skip...)
	}
	choice.Answers = append(choice.Answers, WizardAnswer{v.Questions[0].Key, v.Questions[0].Options[0].Value})
	v = previewed(t, a, id, choice)
	if !v.Ready {
		t.Fatalf("not ready: %s %+v %+v", v.Blocked.ZH, v.Faults, v.Questions)
	}
	counts := ""
	for _, c := range v.Counts.Tables {
		counts += fmt.Sprintf("%s+%d~%d=%d ", c.Table, c.Added, c.Changed, c.Same)
	}
	if !strings.HasPrefix(counts, "scores+") || !strings.Contains(counts, "deductions+3") || !strings.Contains(counts, "rounds+1") {
		t.Errorf("would write %s", counts)
	}
	if now, err := a.project(); err != nil || now != before {
		t.Fatal("a preview changed the project")
	}
	if _, err := a.WizardWrite(id, choice); err != nil {
		t.Fatal(err)
	}
	p, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	scored := 0
	for _, s := range p.tables.Scores {
		if s.RoundID == "20270318" {
			scored++
			if s.Score.Known && s.Score.Value.String() == "166" {
				t.Error("the score of 166 was written")
			}
		}
	}
	if scored != v.Counts.Tables[0].Added {
		t.Errorf("%d scores were written, %d told", scored, v.Counts.Tables[0].Added)
	}
	if _, err := a.WizardPreview(id, choice); err == nil {
		t.Error("the file is still there after it was written")
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if p, err = a.project(); err != nil || len(p.tables.Scores) != len(before.tables.Scores) || len(p.tables.Rounds) != len(before.tables.Rounds) {
		t.Error("taking back did not take back all of it")
	}
}

func TestAnImportWithOpenFaultsIsRefusedUnlessTheRowsAreLeft(t *testing.T) {
	a := desk(t, 60)
	data, _ := messyScores(t, a)
	id := sent(t, a, "成绩.xlsx", data)
	_, err := a.WizardWrite(id, WizardChoice{})
	if _, why := domain.Explain(err); err == nil || !strings.Contains(why.ZH, "还有 4 处") {
		t.Errorf("written with open faults: %v", err)
	}
	v := previewed(t, a, id, WizardChoice{SkipBad: true})
	if !v.Ready || v.Counts.Left != 3+5 {
		t.Errorf("with bad rows left: ready %v, left %d: %s", v.Ready, v.Counts.Left, v.Blocked.ZH)
	}
	if _, err := a.WizardWrite(id, WizardChoice{SkipBad: true}); err != nil {
		t.Error(err)
	}
}

func TestHiddenRowsAreTakenOnTheUsersWord(t *testing.T) {
	a := desk(t, 60)
	data, _ := messyScores(t, a)
	id := sent(t, a, "成绩.xlsx", data)
	without := previewed(t, a, id, WizardChoice{SkipBad: true}).Counts.Tables[0].Added
	with := previewed(t, a, id, WizardChoice{SkipBad: true, Taken: []int{12, 13}}).Counts.Tables[0].Added
	if with != without+2 {
		t.Errorf("%d scores with the hidden rows, %d without", with, without)
	}
}

func TestColumnsAreRememberedForFilesWithTheSameHeadings(t *testing.T) {
	a := desk(t, 60)
	p, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	text := func(score string) []byte {
		return []byte("甲,乙,丙\n" + p.book.Estates[0].ID + ",x," + score + "\n")
	}
	round := []WizardRound{{Name: "试", Kind: "routine", HeldOn: "2027-04-01"}}
	choice := WizardChoice{Table: "scores", Rounds: round, Columns: []WizardMapping{{0, "estate_id", ""}, {2, "score", ""}, {1, "", ""}}}
	id := sent(t, a, "a.csv", text("91"))
	if v := previewed(t, a, id, choice); !v.Ready || v.Remembered {
		t.Fatalf("ready %v: %s", v.Ready, v.Blocked.ZH)
	}
	if _, err := a.WizardWrite(id, choice); err != nil {
		t.Fatal(err)
	}
	v := previewed(t, a, sent(t, a, "b.csv", text("92")), WizardChoice{Rounds: round})
	if !v.Remembered || v.Table != "scores" || v.Columns[2].Field != "score" || v.Columns[2].How != "remembered" || v.Columns[1].Field != "" {
		t.Errorf("not remembered: %+v %s", v.Columns, v.Refused.ZH)
	}
}

func TestAFileIsReadInAnotherEncodingOnTheUsersWord(t *testing.T) {
	a := desk(t, 60)
	id := sent(t, a, "企业.txt", []byte("\xb1\xe0\xba\xc5\t\xc3\xfb\xb3\xc6\nc901\t\xbc\xd7\xce\xef\xd2\xb5\n"))
	if v := previewed(t, a, id, WizardChoice{}); v.Encoding != "GB18030" || v.Separator != "tab" || v.Table != "companies" || !v.Ready {
		t.Errorf("read as %s, %s, %s: %s", v.Encoding, v.Separator, v.Table, v.Blocked.ZH)
	}
	if v := previewed(t, a, id, WizardChoice{Encoding: "UTF-8"}); v.Ready {
		t.Error("bytes that are no UTF-8 are ready to be written as UTF-8")
	}
}

func TestAnUploadIsCappedAndItsNameIsNoPath(t *testing.T) {
	a := desk(t, 20)
	if _, err := a.WizardUpload(WizardPart{Name: "a.csv", Size: mostUpload + 1}); err == nil {
		t.Error("a file over the limit was begun")
	}
	if _, err := a.WizardUpload(WizardPart{Name: "a.exe", Size: 1}); err == nil {
		t.Error("a program was taken for an import")
	}
	got, err := a.WizardUpload(WizardPart{Name: `..\..\evil/../成绩.csv`, Size: 4, File: base64.StdEncoding.EncodeToString([]byte("ab"))})
	if err != nil || got.File.Name != "成绩.csv" {
		t.Fatal(got, err)
	}
	if _, err := a.WizardPreview(got.File.ID, WizardChoice{}); err == nil {
		t.Error("half a file was read")
	}
	if _, err := a.WizardUpload(WizardPart{ID: got.File.ID, At: 3, File: "YWI="}); err == nil {
		t.Error("a part that does not follow was taken")
	}
	w, err := a.wizards.find(got.File.ID)
	if err != nil || filepath.Base(w.path) != "file.csv" {
		t.Fatal(w.path, err)
	}
	if err := a.WizardClose(got.File.ID); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(w.path); err == nil {
		t.Error("the temporary file is still there")
	}
}

func TestAClosedRoundIsChangedByAnImportOnlyWithAReason(t *testing.T) {
	a := desk(t, 0)
	l, row := openRow(t, a)
	must[Decided](t)(a.CloseRound(l.RoundID))
	before := must[LedgerView](t)(a.Ledger("")).Closing
	p, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	estate := p.book.Estates[slices.IndexFunc(p.book.Estates, func(e domain.Estate) bool { return e.FID == row.FID })].ID
	id := sent(t, a, "scores.csv", []byte("round_id,estate_id,score\n"+l.RoundID+","+estate+",12.5\n"))
	v := previewed(t, a, id, WizardChoice{})
	if len(v.Closed) != 1 || !v.Ready {
		t.Errorf("closed rounds: %v; %s", v.Closed, v.Blocked.ZH)
	}
	_, err = a.WizardWrite(id, WizardChoice{Correction: " "})
	wantRefused(t, err, domain.CodeConflict)
	if now := must[LedgerView](t)(a.Ledger("")).Closing; now.Hash != before.Hash {
		t.Error("the refused import changed the round")
	}
	if _, err := a.WizardWrite(id, WizardChoice{Correction: "报表更正"}); err != nil {
		t.Fatal(err)
	}
	now := must[LedgerView](t)(a.Ledger("")).Closing
	if len(now.Corrections) != 1 || now.Corrections[0].Reason != "报表更正" || now.Hash == before.Hash {
		t.Errorf("%+v", now)
	}
	if r := must[ClosingReport](t)(a.VerifyClosings()); len(r.Faults) != 0 || r.Rounds == 0 {
		t.Errorf("%+v", r)
	}
}

func TestAListWithoutTelephonesTakesNoneAway(t *testing.T) {
	a := desk(t, 60)
	p, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	was := p.tables.Companies[0]
	if was.Phone == "" {
		t.Fatal("the company has no telephone to begin with")
	}
	id := sent(t, a, "企业.csv", []byte("企业名称,联系人\n"+was.Name+",新人\n"))
	v := previewed(t, a, id, WizardChoice{})
	if !v.Ready || v.Counts.Tables[0].Changed != 1 {
		t.Fatalf("%s %+v", v.Blocked.ZH, v.Counts)
	}
	if _, err := a.WizardWrite(id, WizardChoice{}); err != nil {
		t.Fatal(err)
	}
	if p, err = a.project(); err != nil {
		t.Fatal(err)
	}
	if is := p.tables.Companies[0]; is.Phone != was.Phone || is.ResponsiblePerson != "新人" || is.ID != was.ID {
		t.Errorf("was %+v, is %+v", was, is)
	}
}

func TestColumnsAreRememberedOverTheNextStartInTheWindow(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	a := desk(t, 20)
	id := sent(t, a, "a.csv", []byte("甲,乙\n幸福里,91\n"))
	choice := WizardChoice{Table: "scores", Columns: []WizardMapping{{Column: 0, Field: "estate_name"}, {Column: 1, Field: "score"}}}
	previewed(t, a, id, choice)
	w, err := a.wizards.find(id)
	if err != nil {
		t.Fatal(err)
	}
	r := w.table.last
	a.wizards.remember(r, true)
	again := New(gpkg.Projects{}, "test", true)
	defer func() { _ = Close(again) }() // it has nothing open
	if m, ok := again.wizards.recall(fingerprint(r.Plan)); !ok || m.Table != "scores" || m.Columns["乙"] != "score" {
		t.Errorf("remembered %+v, %v", m, ok)
	}
	if err := Remember(mappingsFile, []byte("{broken")); err != nil {
		t.Fatal(err)
	}
	if got := rememberedMappings(); got != nil {
		t.Errorf("a broken file gave %v", got)
	}
}
