package messy

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/internal/corpus"
)

// outcomes is what comes of each file of the corpus: rows with a fault or a question, and records in order by table. Where manifest.csv
// leaves a choice (refused, or taken with a note), the wizard repairs what is certain and asks for the rest.
var outcomes = map[string]struct {
	settle  []int // rows that wait for the user
	taken   int
	refused bool // nothing can be read
	open    int  // rounds that wait for the user
	also    func(t *testing.T, r *Reading, report *ingest.Report)
}{
	"all_tied":              {taken: 8},
	"bad_dates":             {settle: []int{2, 7, 8}, taken: 4}, // 20260305 and 46086 can be one day only: repaired, said, revocable
	"bad_kind":              {settle: []int{3, 4}, taken: 1},
	"column_order":          {taken: 2},
	"decimal_comma":         {settle: []int{2}, taken: 0, also: neverScore("955")},
	"deductions_bad":        {settle: []int{4, 5, 7, 8}, taken: 3},
	"duplicate_column":      {settle: []int{1}, taken: 1, also: wantLeft("score")},
	"empty_file":            {refused: true},
	"extra_columns":         {taken: 12},
	"header_only":           {taken: 0},
	"html_company":          {taken: 1},
	"id_case_space":         {settle: []int{3}, taken: 3},
	"long_name":             {taken: 1},
	"many_faults":           {settle: through(2, 3001), taken: 0},
	"missing_rounds":        {taken: 34},
	"mixed_encodings":       {settle: []int{3}, taken: 1},
	"negative":              {settle: []int{2, 3}, taken: 1},
	"no_final_newline":      {taken: 12},
	"official_rank_partial": {taken: 3},
	"over_100":              {settle: []int{3, 4}, taken: 1},
	"path_in_id":            {taken: 2},
	"quoted_newline":        {taken: 2},
	"score_words":           {settle: []int{2, 3, 4, 5}, taken: 1, also: neverScore("0")},
	"semicolon":             {taken: 12},
	"tab":                   {taken: 12},
	"unknown_estate":        {settle: []int{14}, taken: 12},
	"unknown_round":         {settle: []int{14}, taken: 12},
	"utf16le_companies":     {taken: 2},
	"weird_unicode":         {taken: 1},
	"x_dates":               {taken: 4, also: wantDay("2026-03-05")},
	"x_doctype":             {refused: true},
	"x_error_cells":         {settle: []int{2, 3, 4}, taken: 1},
	"x_is_csv":              {refused: true}, // by package workbook; the wizard then reads it as a text
	"x_many_sheets":         {taken: 12},
	"x_merged_header":       {taken: 12},
	"x_numbers_as_text":     {taken: 8, also: neverScore("0")},
	"x_plain":               {taken: 12},
	"x_wide_by_month":       {taken: 35, open: 3},
	"x_zip_bomb":            {refused: true},
}

// elsewhere are the cases that are no tables: package ingest reads them.
var elsewhere = []string{"duplicate_estates", "same_name_two_ids", "settings_bad"}

func through(from, to int) []int {
	var out []int
	for i := from; i <= to; i++ {
		out = append(out, i)
	}
	return out
}

func neverScore(text string) func(*testing.T, *Reading, *ingest.Report) {
	return func(t *testing.T, _ *Reading, report *ingest.Report) {
		t.Helper()
		for _, s := range report.Put.Scores {
			if s.Score.Known && s.Score.Value.String() == text {
				t.Errorf("the score %s was read", text)
			}
		}
	}
}

func wantDay(day string) func(*testing.T, *Reading, *ingest.Report) {
	return func(t *testing.T, _ *Reading, report *ingest.Report) {
		t.Helper()
		for _, r := range report.Put.Rounds {
			if r.HeldOn.String() != day {
				t.Errorf("round %s was held on %s", r.ID, r.HeldOn)
			}
		}
	}
}

func wantLeft(heading string) func(*testing.T, *Reading, *ingest.Report) {
	return func(t *testing.T, r *Reading, _ *ingest.Report) {
		t.Helper()
		n := 0
		for _, c := range r.Columns {
			if c.Heading == heading && c.Field != "" {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%d columns are read as %s", n, heading)
		}
	}
}

func TestEveryTableOfTheCorpusIsReadAsItsManifestSays(t *testing.T) {
	f, err := os.Open(filepath.Join(corpus.Dir(t, "tables"), "manifest.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range lines[1:] {
		dir, name := line[0], line[1]
		if slices.Contains(elsewhere, dir) {
			continue
		}
		want, known := outcomes[dir]
		if !known {
			t.Errorf("%s: nothing is said of it here; its manifest says %s", dir, line[3])
			continue
		}
		t.Run(dir, func(t *testing.T) {
			r, report, err := readFile(t, dir, name, Choice{})
			if want.refused {
				if err == nil {
					t.Fatalf("it was read; its manifest says %s", line[3])
				}
				return
			}
			if err != nil {
				t.Fatalf("refused: %v; its manifest says %s", err, line[3])
			}
			settle := slices.Sorted(maps.Keys(faultRows(r)))
			open := 0
			for _, round := range r.Rounds {
				if round.Open {
					open++
				}
			}
			if !slices.Equal(settle, want.settle) || report.Taken() != want.taken || open != want.open {
				if len(settle) > 10 {
					settle = settle[:10]
				}
				t.Errorf("rows to settle %v, want %v; taken %d, want %d; open rounds %d, want %d\nmanifest: %s\n%s",
					settle, want.settle, report.Taken(), want.taken, open, want.open, line[3], say(r))
			}
			if want.also != nil {
				want.also(t, r, report)
			}
			for _, n := range settle {
				for _, s := range r.Tables {
					for _, row := range s.Rows {
						if row.Row == n && r.Bad(n) && len(r.Faults) == 0 {
							t.Errorf("row %d waits for the user and is read", n)
						}
					}
				}
			}
		})
	}
}

func TestAWideSheetOfMonthsIsReadOnceTheRoundsAreSaid(t *testing.T) {
	choice := Choice{Rounds: map[string]RoundChoice{"1月": {ID: "r1"}, "2月": {ID: "r2"}, "3月": {Name: "三月抽查", Kind: "joint_check", HeldOn: "2026-03-20"}}}
	r, report, err := readFile(t, "x_wide_by_month", "scores.xlsx", choice)
	if err != nil {
		t.Fatal(err)
	}
	byRound := map[string]int{}
	for _, s := range report.Put.Scores {
		byRound[s.RoundID]++
	}
	if _, open := r.Open(); open != 0 || byRound["r1"]+byRound["r2"]+byRound["20260320"] != 35 || byRound["20260320"] == 0 || len(report.Put.Rounds) != 1 {
		t.Errorf("open %d, scores by round %v, rounds %v", open, byRound, report.Put.Rounds)
	}
}

func TestAnAnswerIsAsGoodAsAnId(t *testing.T) {
	r, _, err := readFile(t, "unknown_estate", "scores.csv", Choice{})
	if err != nil || len(r.Questions) != 1 {
		t.Fatal(err, r.Questions)
	}
	key := r.Questions[0].Key
	for answer, want := range map[string]int{AnswerSkip: 12, "e05": 12, AnswerNew: 14, "no such id": 12} {
		r, report, err := readFile(t, "unknown_estate", "scores.csv", Choice{Answers: map[string]string{key: answer}})
		if err != nil {
			t.Fatal(err)
		}
		if answer == "e05" { // which has its own row: now there are two
			if len(r.Faults) != 1 || r.Faults[0].Kind != "duplicate" {
				t.Errorf("two rows of e05: %s", say(r))
			}
			continue
		}
		if report.Taken() != want {
			t.Errorf("answered %s: %d taken, want %d\n%s", answer, report.Taken(), want, say(r))
		}
	}
}

func TestWhatIsTakenBackBecomesAFault(t *testing.T) {
	r, _, err := readFile(t, "x_numbers_as_text", "scores.xlsx", Choice{})
	if err != nil {
		t.Fatal(err)
	}
	revoked := map[string]bool{}
	for _, rep := range r.Repairs {
		revoked[rep.Key] = true
	}
	again, report, err := readFile(t, "x_numbers_as_text", "scores.xlsx", Choice{Revoked: revoked})
	if err != nil {
		t.Fatal(err)
	}
	if len(again.Faults) != 3 || report.Taken() != 5 || len(again.Repairs) != len(r.Repairs) {
		t.Errorf("%d faults, %d taken: %s", len(again.Faults), report.Taken(), say(again))
	}
}

// sheetOf makes a grid of rows of texts.
func sheetOf(rows ...string) *Grid {
	text := ingest.Text{Text: strings.Join(rows, "\n"), Encoding: "UTF-8"}
	g, _, err := FromText(&text, ',')
	if err != nil {
		panic(fmt.Sprint(err))
	}
	g.File = "表.csv"
	return g
}

func read(t *testing.T, choice Choice, rows ...string) (*Reading, *ingest.Report) {
	t.Helper()
	b := base(t)
	r := Look(sheetOf(rows...), knownOf(b), &choice).Read(&choice)
	report, err := r.Judge(t.Context(), b, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r, report
}

func TestAnEstateIsNeverGuessed(t *testing.T) {
	for row, want := range map[string]string{
		"大直沽街道,幸福里":  "e01",
		"大直沽街,幸福里":   "e01", // a subdistrict without the word for what it is
		"大直沽街道,幸 福里": "",    // not the name
		"大直沽街道,幸福里1": "",
		"没有的街,幸福里":   "", // asks for the subdistrict
		",幸福里":       "e01",
	} {
		r, report := read(t, Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}, "街道,小区名称,得分", row+",91")
		got := ""
		if len(report.Put.Scores) == 1 {
			got = report.Put.Scores[0].EstateID
		}
		if got != want || want == "" && len(r.Questions) != 1 {
			t.Errorf("%s is read as %q, want %q\n%s", row, got, want, say(r))
		}
	}
}

func TestCandidatesAreNamesThatLookOrSoundAlike(t *testing.T) {
	k := &Known{
		Estates: []Estate{{"a", "昆仑里第一", "万新街道"}, {"b", "昆仑里第二", "万新街道"}, {"c", "常熟里", "丰年村街道"}, {"d", "海山南里", "新立街道"}},
		Spell: func(s string) string {
			return map[string]string{"海珊南里": "haishannanli", "海山南里": "haishannanli"}[s]
		},
	}
	if got := k.candidates("昆仑里2", "万新街"); len(got) == 0 || got[0].ID != "b" {
		t.Errorf("昆仑里2: %v", got)
	}
	if got := k.candidates("海珊南里", ""); len(got) == 0 || got[0].ID != "d" || !got[0].Sounds {
		t.Errorf("海珊南里: %v", got)
	}
	if got := k.candidates("完全不同的名字", ""); len(got) != 0 {
		t.Errorf("a stranger has candidates: %v", got)
	}
}

func TestDeductionsInOneCellAreTakenApart(t *testing.T) {
	k := &Known{}
	for _, it := range domain.DefaultItems {
		k.Items = append(k.Items, Named{it.Code, it.Name})
	}
	k.index()
	for text, want := range map[string]string{
		"C2:8 C7:6 T3:9.5": "C2=8 C7=6 T3=9.5", "C8停车0.5": "C8=0.5", "c1清扫3分；C5楼道1": "C1=3 C5=1", "C2：１２ C5：4.5": "C2=12 C5=4.5",
		"楼道堆物": "", "C99:1": "", "C1": "", "": "", "97": "",
	} {
		lost, ok := k.lost(text)
		var got []string
		for _, l := range lost {
			got = append(got, l.Item+"="+l.Points)
		}
		if strings.Join(got, " ") != want || ok != (want != "") {
			t.Errorf("%q: %v %v, want %s", text, got, ok, want)
		}
	}
}

func TestAScoreOverAHundredIsOfferedWhatTheDeductionsLeave(t *testing.T) {
	r, _ := read(t, Choice{Rounds: map[string]RoundChoice{"": {ID: "r1"}}}, "小区名称,得分,扣分情况", "幸福里,166,C2:12 C5:4.5", "康乐里,90,C1:10")
	if len(r.Faults) != 1 || r.Faults[0].Remedies[0].Cells[0].Text != "83.5" {
		t.Errorf("%+v", r.Faults)
	}
}

func TestAYearIsNeverMadeUp(t *testing.T) {
	for text, want := range map[string]string{
		"2026.3.18": "2026-03-18", "2026年3月18日": "2026-03-18", "20260318": "2026-03-18", "2026/3/18 9:30": "2026-03-18", "46099": "2026-03-18",
		"3月18日": "", "3.18": "", "26.3.18": "", "18/03/2026": "", "2026-02-30": "", "三月": "",
	} {
		r, report := read(t, Choice{}, "编号,名称,类型,日期", "n1,试,日常检查,"+text)
		got := ""
		if len(report.Put.Rounds) == 1 {
			got = report.Put.Rounds[0].HeldOn.String()
		}
		if got != want || want == "" && len(r.Faults) != 1 {
			t.Errorf("%s is read as %q, want %q\n%s", text, got, want, say(r))
		}
	}
}
