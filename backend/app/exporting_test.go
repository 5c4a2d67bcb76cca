package app_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
	"estateatlas/backend/internal/fixture"

	"github.com/xuri/excelize/v2"
)

// exported runs an export to its end.
func exported(t *testing.T, a *app.Atlas, ask app.ExportAsk) app.Job {
	t.Helper()
	j, err := a.StartExport(ask)
	if err != nil {
		t.Fatal(err)
	}
	for !j.Finished {
		time.Sleep(5 * time.Millisecond)
		if j, err = a.JobState(j.ID); err != nil {
			t.Fatal(err)
		}
	}
	return j
}

// fetch runs an export to its end and returns its file.
func fetch(t *testing.T, a *app.Atlas, ask app.ExportAsk) (name string, data []byte) {
	t.Helper()
	j := exported(t, a, ask)
	if j.Failure != nil {
		t.Fatalf("%s as %s: %+v", ask.What, ask.Format, j.Failure)
	}
	r := httptest.NewRequest(http.MethodGet, "/", nil)
	r.URL.Path = "/exports/" + j.ID + "/" + j.FileName
	w := httptest.NewRecorder()
	app.Exports(a).ServeHTTP(w, r)
	data, err := io.ReadAll(w.Result().Body)
	if err != nil || w.Code != http.StatusOK || int64(len(data)) != j.Bytes {
		t.Fatalf("%d, %d of %d bytes, %v", w.Code, len(data), j.Bytes, err)
	}
	return j.FileName, data
}

func rowsOf(t *testing.T, data []byte) [][]string {
	t.Helper()
	text, ok := bytes.CutPrefix(data, []byte("\ufeff"))
	if !ok {
		t.Error("no byte order mark")
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestWhatIsShownIsWhatIsExported compares the table of an export with what the screen has, which it gets another way.
func TestWhatIsShownIsWhatIsExported(t *testing.T) {
	a := openDemo(t)
	d, err := a.District()
	must(t, d, err)
	roundID := d.Rounds[len(d.Rounds)-3].ID
	view, err := a.Round(roundID)
	must(t, view, err)
	columns := []string{"name", "rank", "change", "subdistrict", "score", "state", "company", "form", "cause", "run", "payable", "recent"}
	// Worst first, not scored last, as the list begins; only every second estate, as a filter may leave them.
	var order []int
	for i := range d.Estates.FID {
		if i%2 == 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(x, y int) int { return view.Rank[y] - view.Rank[x] })
	fids := make([]int64, len(order))
	for i, at := range order {
		fids[i] = d.Estates.FID[at]
	}
	history, err := a.History(fids, roundID, 8)
	must(t, history, err)
	states := []string{"正常发放", "拟扣", "扣当月", "扣当季", "扣全年", "无补贴", "未纳入", "已退出"}
	causes := []string{"", "企业", "属地", "待定"}
	count := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	want := [][]string{{"小区", "名次", "变化", "街道", "得分", "补贴状态", "企业", "形态", "责任", "连续轮次", "月补贴（元）", "近八轮"}}
	for row, at := range order {
		company := ""
		if c := view.Company[at]; c >= 0 {
			company = d.Companies[c].Name
		}
		change, recent := "", []string{}
		points := history[row]
		if n := len(points); view.Rank[at] > 0 && n > 1 && points[n-2].Rank > 0 {
			change = strconv.Itoa(view.Change[at])
		}
		for _, p := range points {
			if p.Rank == 0 {
				recent = append(recent, "—")
			} else {
				recent = append(recent, strconv.Itoa(p.Rank))
			}
		}
		want = append(want, []string{
			d.Estates.Name[at], count(view.Rank[at]), change, d.Subdistricts[d.Estates.Subdistrict[at]], view.Score[at], states[view.State[at]], company,
			[]string{"成片", "散片"}[d.Estates.Form[at]], causes[view.Cause[at]], count(view.Run[at]), domain.Fen(view.PayableFen[at]).String(), strings.Join(recent, " "),
		})
	}
	ask := app.ExportAsk{What: "table", Format: "csv", RoundID: roundID, Columns: columns, FIDs: fids}
	name, data := fetch(t, a, ask)
	got := rowsOf(t, data)
	if len(got) != len(want) {
		t.Fatalf("%d rows, want %d", len(got), len(want))
	}
	for i := range want {
		if !slices.Equal(got[i], want[i]) {
			t.Fatalf("row %d: %q, want %q", i, got[i], want[i])
		}
	}
	if !strings.HasSuffix(name, ".csv") || !strings.Contains(name, "示例区") || !strings.Contains(name, d.Rounds[len(d.Rounds)-3].Name) {
		t.Errorf("file name %q", name)
	}

	ask.Format = "xlsx"
	_, data = fetch(t, a, ask)
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	sheet, err := book.GetRows(book.GetSheetName(0), excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range want {
		for at, text := range want[i] {
			cell := ""
			if at < len(sheet[i]) {
				cell = sheet[i][at]
			}
			if cell != text && !sameNumber(cell, text) {
				t.Fatalf("row %d, column %s: %q in the workbook, %q in the text", i, columns[at], cell, text)
			}
		}
	}
}

func sameNumber(a, b string) bool {
	x, err1 := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return err1 == nil && err2 == nil && x == y
}

// TestTheScreenSeesTheColumnsOfTheExport compares every column that can be chosen as the screen gets it with the export.
func TestTheScreenSeesTheColumnsOfTheExport(t *testing.T) {
	a := openDemo(t)
	d, err := a.District()
	must(t, d, err)
	catalogue, err := a.TableColumns("", nil)
	must(t, catalogue, err)
	var keys []string
	for _, c := range catalogue {
		if c.Head.ZH == "" || c.Head.EN == "" || len(c.Word)+len(c.Number) > 0 {
			t.Errorf("catalogue: %+v", c)
		}
		keys = append(keys, c.Key)
	}
	columns, err := a.TableColumns("", keys)
	must(t, columns, err)
	_, data := fetch(t, a, app.ExportAsk{What: "table", Format: "csv", Columns: keys, FIDs: d.Estates.FID})
	rows := rowsOf(t, data)
	for at, c := range columns {
		filled := 0
		for i := range d.Estates.FID {
			cell := rows[i+1][at]
			shown := ""
			switch {
			case len(c.Word) > 0 && c.Word[i] >= 0:
				shown = c.Words[c.Word[i]].ZH
			case len(c.Known) > 0 && c.Known[i] && c.Kind == "money":
				shown = domain.Fen(int64(c.Number[i])).String()
			case len(c.Known) > 0 && c.Known[i]:
				shown = strconv.FormatFloat(c.Number[i], 'f', -1, 64)
			}
			if cell != shown && !sameNumber(cell, shown) {
				t.Fatalf("%s of %s: exported %q, shown %q", c.Key, d.Estates.ID[i], cell, shown)
			}
			if shown != "" {
				filled++
			}
		}
		if filled == 0 {
			t.Errorf("nobody has %s", c.Key)
		}
	}
	if _, err := a.TableColumns("", []string{"rank", "phone"}); err == nil {
		t.Error("a column that there is not was answered")
	}
}

var lists = []string{
	"estates", "ranking", "measures", "assignment", "overview", "companies", "subdistricts", "withholdings", "funds", "findings", "decisions",
	"ledger", "matrix", "payable", "interviews", "level3", "eligibility", "quality", "audit",
}

func TestEveryListInBothFormatsAndLanguages(t *testing.T) {
	a := openDemo(t)
	for _, what := range lists {
		var before [][]string
		for _, lang := range []string{"zh", "en"} {
			_, data := fetch(t, a, app.ExportAsk{What: what, Format: "csv", Lang: lang})
			rows := rowsOf(t, data)
			least := 3
			if what == "audit" {
				least = 2 // nothing was done but to make the demo
			}
			if len(rows) < least {
				t.Errorf("%s: %d rows", what, len(rows))
			}
			for i, head := range rows[0] {
				if head == "" || slices.Contains(rows[0][:i], head) {
					t.Errorf("%s in %s: heading %d is %q", what, lang, i, head)
				}
			}
			if before != nil && (len(before) != len(rows) || slices.Equal(before[0], rows[0])) {
				t.Errorf("%s: the languages differ in more, or less, than words", what)
			}
			before = rows
			_, data = fetch(t, a, app.ExportAsk{What: what, Format: "xlsx", Lang: lang})
			book, err := excelize.OpenReader(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			sheet, err := book.GetRows(book.GetSheetName(0))
			if err != nil || len(sheet) != len(rows) {
				t.Errorf("%s: %d rows in the workbook, %d in the text, %v", what, len(sheet), len(rows), err)
			}
			_ = book.Close()
		}
	}
}

// TestListsAgreeWithTheRules compares a few sums of the lists with the figures of the round.
func TestListsAgreeWithTheRules(t *testing.T) {
	a := openDemo(t)
	view, err := a.Round("")
	must(t, view, err)
	sum := func(what, head string, where func(row map[string]string) bool) (total float64, n int) {
		_, data := fetch(t, a, app.ExportAsk{What: what, Format: "csv"})
		rows := rowsOf(t, data)
		for _, row := range rows[1:] {
			cells := map[string]string{}
			for i, h := range rows[0] {
				cells[h] = row[i]
			}
			if where != nil && !where(cells) {
				continue
			}
			n++
			x, _ := strconv.ParseFloat(cells[head], 64)
			total += x
		}
		return total, n
	}
	if _, n := sum("ranking", "名次", nil); n != view.Scored {
		t.Errorf("%d ranked, %d scored", n, view.Scored)
	}
	fen := func(yuan float64) string { return fmt.Sprintf("%.2f", yuan) }
	figures := map[string]app.Figure{}
	for _, f := range view.Figures {
		figures[f.Key] = f
	}
	if got, _ := sum("funds", "余额（元）", nil); fen(got) != domain.Fen(figures["funds"].Fen).String() {
		t.Errorf("funds %s, figure %s", fen(got), domain.Fen(figures["funds"].Fen))
	}
	year := view.AsOf[:4]
	if got, _ := sum("withholdings", "金额（元）", func(row map[string]string) bool {
		return row["状态"] == "已定" && strings.HasPrefix(row["月份"], year)
	}); fen(got) != domain.Fen(figures["withheldYear"].Fen).String() {
		t.Errorf("withheld in the year %s, figure %s", fen(got), domain.Fen(figures["withheldYear"].Fen))
	}
	if got, _ := sum("estates", "全年扣减（元）", nil); fen(got) != domain.Fen(figures["withheldYear"].Fen).String() {
		t.Errorf("withheld of the estates %s, figure %s", fen(got), domain.Fen(figures["withheldYear"].Fen))
	}
	if _, n := sum("findings", "编号", func(row map[string]string) bool { return row["状态"] == "逾期" }); int64(n) != figures["overdue"].Count {
		t.Errorf("%d overdue, figure %d", n, figures["overdue"].Count)
	}
}

func TestAProjectWithoutARound(t *testing.T) {
	files := fixture.Dataset()
	for _, name := range []string{"rounds.csv", "scores.csv", "deductions.csv", "determinations.csv", "findings.csv", "fund_uses.csv"} {
		delete(files, name)
	}
	path := filepath.Join(t.TempDir(), "p.gpkg")
	out, err := app.ImportInto(context.Background(), gpkg.Projects{}, path, []string{fixture.Write(t, files)}, app.ImportOptions{})
	if err != nil || !out.Written {
		t.Fatalf("%v %+v", err, out.Report.Faults)
	}
	a := open(t, path)
	for _, what := range lists {
		j, err := a.StartExport(app.ExportAsk{What: what, Format: "csv"})
		if err != nil {
			t.Fatal(err)
		}
		for !j.Finished {
			time.Sleep(time.Millisecond)
			if j, err = a.JobState(j.ID); err != nil {
				t.Fatal(err)
			}
		}
		needsRound := what == "ranking" || what == "measures" || what == "ledger"
		if failed := j.Failure != nil; failed != needsRound {
			t.Errorf("%s: %+v", what, j.Failure)
		} else if failed && !strings.Contains(j.Failure.Text.ZH, "没有创卫考核轮次") {
			t.Errorf("%s: %s", what, j.Failure.Text.ZH)
		}
	}
}

func TestWhatDoesNotGoTogetherIsRefused(t *testing.T) {
	a := openDemo(t)
	for name, c := range map[string]struct {
		ask  app.ExportAsk
		says string
	}{
		"an unknown thing":      {app.ExportAsk{What: "salaries", Format: "csv"}, "estates, ranking"},
		"a list as a picture":   {app.ExportAsk{What: "ranking", Format: "png"}, ".xlsx, .csv"},
		"a map as a table":      {app.ExportAsk{What: "map", Format: "xlsx"}, ".pdf, .png"},
		"a round that is not":   {app.ExportAsk{What: "ranking", Format: "csv", RoundID: "none"}, "没有创卫考核轮次 none"},
		"a day that is not":     {app.ExportAsk{What: "ranking", Format: "csv", AsOf: "2026-02-30"}, "YYYY-MM-DD"},
		"both":                  {app.ExportAsk{What: "ranking", Format: "csv", AsOf: "2026-02-28", RoundID: "r"}, "只能给一个"},
		"a language":            {app.ExportAsk{What: "ranking", Format: "csv", Lang: "fr"}, "zh 或 en"},
		"a wall":                {app.ExportAsk{What: "map", Format: "png", Map: app.MapAsk{WidthPx: 1_000_000}}, "3840"},
		"a paper":               {app.ExportAsk{What: "map", Format: "pdf", Map: app.MapAsk{Paper: "A0"}}, "A4"},
		"an extent turned over": {app.ExportAsk{What: "map", Format: "pdf", Map: app.MapAsk{Extent: []float64{118, 39, 117, 40}}}, "西、南、东、北"},
		"a long title":          {app.ExportAsk{What: "map", Format: "pdf", Map: app.MapAsk{Title: strings.Repeat("长", 1000)}}, "标题"},
	} {
		_, err := a.StartExport(c.ask)
		if _, text := domain.Explain(err); err == nil || !strings.Contains(text.ZH, c.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestAnExportGoesOnWithTheProjectItBeganWith opens another project while exports run.
func TestAnExportGoesOnWithTheProjectItBeganWith(t *testing.T) {
	a := openDemo(t)
	d, err := a.District()
	must(t, d, err)
	var ids []string
	for range 3 {
		j, err := a.StartExport(app.ExportAsk{What: "estates", Format: "csv"})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, j.ID)
	}
	other := filepath.Join(t.TempDir(), "p.gpkg")
	if out, err := app.ImportInto(context.Background(), gpkg.Projects{}, other, []string{fixture.Write(t, fixture.Dataset())}, app.ImportOptions{}); err != nil || !out.Written {
		t.Fatal(err)
	}
	if _, err := a.Open(other); err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		j, err := a.JobState(id)
		for err == nil && !j.Finished {
			time.Sleep(5 * time.Millisecond)
			j, err = a.JobState(id)
		}
		if err != nil || j.Failure != nil {
			t.Fatalf("%v %+v", err, j.Failure)
		}
		to := filepath.Join(t.TempDir(), "a.csv")
		if err := app.SaveJob(a, id, to); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(to)
		if rows := rowsOf(t, must(t, data, err)); len(rows) != len(d.Estates.FID)+1 {
			t.Errorf("%d rows, want one for each of %d estates", len(rows), len(d.Estates.FID))
		}
	}
}
