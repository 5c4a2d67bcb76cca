package sheet

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"estateatlas/backend/paper"
)

// madeUpMeeting is a meeting with a page of each kind. name stands for the records; rows are those of the long table.
func madeUpMeeting(name string, rows int) *Meeting {
	m := madeUpMap(40)
	of := Prepare(&m)
	at := func(chosen int, lit ...int) *MeetingMap {
		return &MeetingMap{About: "地图", Of: of, Chosen: chosen, Lit: lit}
	}
	table := &MeetingTable{Head: []string{"名次", "小区", "企业", "当月（元）"}, Right: []bool{true, false, false, true}, Strong: 1}
	for i := range rows {
		table.Rows = append(table.Rows, []string{fmt.Sprint(i + 1), fmt.Sprintf("%s%d", name, i+1), name, "1,297,530.00"})
	}
	card := &MeetingCard{
		Rank: "389", Band: Bottom, Name: name, Facts: []string{"万新街", name, "61.5 分"},
		History:    MeetingHistory{Title: "名次，24 轮", Note: "后十名连续第 3 轮", BandSize: 10},
		Deductions: MeetingDeductions{Title: "扣 38.5 分", Note: "责任：企业，四项职能占 76.6%"},
		Measures:   MeetingMeasures{Title: "本年措施", Note: "五(二)"},
		Figures:    []MeetingFigure{{Label: "全年扣减区级奖励补贴", Value: "64.26", Unit: "万元"}, {Label: name + "在万新街，受影响", Value: "28", Unit: "个小区"}},
	}
	for i := range 24 {
		card.History.Points = append(card.History.Points, MeetingRank{Label: fmt.Sprintf("2026年%d月", i%12+1), Rank: 300 + i*3, Of: 389 - i%3, Band: Middle3})
	}
	card.History.Points[7].Rank, card.History.Points[23].Band = 0, Bottom
	for i := range 9 {
		card.Deductions.Items = append(card.Deductions.Items, MeetingBar{Name: fmt.Sprintf("扣分项%d%s", i, name), Points: fmt.Sprintf("%d.0", 12-i), Part: float64(9-i) / 9, Company: i%2 == 0})
		card.Measures.Rows = append(card.Measures.Rows, MeetingMeasure{When: fmt.Sprintf("%d月", i+1), Rank: "386", Level: "二级", Text: "约谈法定代表人，扣当季", Now: i == 8})
	}
	var figures []MeetingFigure
	for i := range 8 {
		figures = append(figures, MeetingFigure{Label: fmt.Sprintf("数字%d", i), Value: "304.45", Unit: "万元", Notes: []string{"84 个小区", "另拟扣 3.06 万元"}, Alarm: i == 2})
	}
	return &Meeting{
		Title: "2026年3月创卫考核", Subtitle: "示例区旧楼区长效管理例会", Facts: []string{"2026年3月18日", "389 个小区参评"}, Internal: true, MadeUp: true,
		Date: "2026年3月18日", Created: time.Date(2026, 3, 18, 0, 0, 0, 0, time.UTC), Cover: MeetingPage{Map: at(none)},
		Items: []MeetingItem{
			{Name: "主要数据", Pages: []MeetingPage{{Title: "主要数据", Map: at(none), Figures: figures}}},
			{Name: "后十名", Pages: []MeetingPage{{Title: "后十名（1/2）" + name, Map: at(1, 1), Card: card}, {Title: "后十名（2/2）" + name, Card: card}}},
			{Name: "扣减", Pages: []MeetingPage{{Title: "扣减", Map: at(none, 1, 2), Table: table, Figures: figures[:3], Note: "拟扣待责任认定，不计入全年"}}},
			{Name: "代管变化", Pages: []MeetingPage{{Title: "代管变化", Map: at(none), Note: "自上轮以来代管没有变化"}}},
		},
	}
}

// ledger is a board that keeps account of where things stand.
type ledger struct {
	form  *form
	pages []ledgerPage
}

type ledgerPage struct {
	boardPage
	labels []paper.Box
	words  []string
	tables []paper.Box
	grids  []*grid
	maps   int
}

func (l *ledger) now() *ledgerPage { return &l.pages[len(l.pages)-1] }
func (l *ledger) page(p *boardPage) {
	l.pages = append(l.pages, ledgerPage{boardPage: *p})
	if !p.cover {
		title, size := l.form.title(p)
		l.label(plain("", title, l.form.margin, l.form.head/2, size, Light.Text1))
	}
}

func (l *ledger) measures() *form { return l.form }

func (l *ledger) titleWidth() float64 {
	title, size := l.form.title(&l.now().boardPage)
	return l.form.wide(run{text: title, size: size})
}

func (l *ledger) label(d label) {
	w, size := widthOf(d.runs...), 0.0
	text := ""
	for _, r := range d.runs {
		size = math.Max(size, r.size)
		text += r.text
	}
	x := d.x
	switch d.anchor {
	case paper.Center:
		x -= w / 2
	case paper.Right:
		x -= w
	case paper.Left:
	}
	h := size * 0.9 * mmPerPoint
	l.now().labels, l.now().words = append(l.now().labels, paper.Box{X: x, Y: d.y - h/2, W: w, H: h}), append(l.now().words, text)
}

func (l *ledger) prose(_ string, at paper.Box, text string, size float64, _ paper.Color) {
	for i, line := range paper.Wrap(text, size, at.W/cellSlack) {
		l.label(plain("", line, at.X, at.Y+(float64(i)+0.5)*lineHeight(size), size, Light.Text1))
	}
}
func (l *ledger) box(string, paper.Box, look)      {}
func (l *ledger) line(string, []paper.Point, look) {}
func (l *ledger) table(_ string, x, y float64, g *grid) {
	l.now().tables = append(l.now().tables, paper.Box{X: x, Y: y, W: sum(g.widths), H: g.height()})
	l.now().grids = append(l.now().grids, g)
}

func (l *ledger) picture(string, paper.Box, *MeetingMap) error {
	l.now().maps++
	return nil
}

// reporter is a test or a property.
type reporter interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
}

func drawn(t reporter, m *Meeting, f *form) []ledgerPage {
	t.Helper()
	l := &ledger{form: f}
	if err := m.draw(context.Background(), l, f, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	return l.pages
}

var forms = map[string]*form{"paper": &paperForm, "slide": &slideForm}

func TestNothingOnAMeetingPageLiesOnOtherTextOrLeavesThePage(t *testing.T) {
	check := func(t reporter, m *Meeting, kind string) {
		t.Helper()
		f := forms[kind]
		for n, p := range drawn(t, m, f) {
			side := f.height - f.foot
			for i, a := range p.labels {
				if a.X < -0.01 || a.Y < 0 || a.Right() > f.width+0.01 || a.Bottom() > f.height {
					t.Errorf("%s page %d: %q leaves the page: %v", kind, n+1, p.words[i], a)
				}
				for j, b := range p.labels[:i] {
					if meet(a.Inset(0.05), b.Inset(0.05)) {
						t.Errorf("%s page %d: %q lies on %q", kind, n+1, p.words[i], p.words[j])
					}
				}
				for _, table := range p.tables {
					if meet(a.Inset(0.05), table) {
						t.Errorf("%s page %d: %q lies on the table", kind, n+1, p.words[i])
					}
				}
			}
			for _, table := range p.tables {
				if table.Right() > f.width-f.margin+0.01 || table.Bottom() > side {
					t.Errorf("%s page %d: the table is clipped: %v", kind, n+1, table)
				}
			}
		}
	}
	for kind := range forms {
		check(t, madeUpMeeting("月牙河东里", 55), kind)
	}
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.StringN(1, 60, -1), rapid.StringOfN(rapid.SampledFrom([]rune("月牙河东里沙柳道78号院")), 1, 60, -1)).Draw(t, "name")
		m := madeUpMeeting(name, rapid.IntRange(0, 90).Draw(t, "rows"))
		check(t, m, rapid.SampledFrom([]string{"paper", "slide"}).Draw(t, "kind"))
	})
}

// TestRingedEstatesAreNamedOnce: rings over classes, as the page of hotspots has them; the legend names what is on the map.
func TestRingedEstatesAreNamedOnce(t *testing.T) {
	m := madeUpMap(150)
	m.addClasses(5, false)
	for i := range m.Estates {
		m.Estates[i].Band, m.Estates[i].State = Unranked, Paid
	}
	m.Legend.Classes[3].Count = 0
	ringed := []int{3, 17, 60, 61, 62, 140}
	r := &recorder{}
	shown := &MeetingMap{Of: Prepare(&m), Chosen: none, Ringed: ringed}
	shown.draw(r, paper.Box{X: 10, Y: 10, W: 220, H: 170}, 0.3)
	counts := map[string]int{}
	for i, a := range r.texts {
		counts[a.text]++
		for _, b := range r.texts[:i] {
			if meet(a.box.Inset(0.05), b.box.Inset(0.05)) {
				t.Errorf("%q lies on %q", a.text, b.text)
			}
		}
	}
	named := 0
	for _, i := range ringed {
		switch counts[m.Estates[i].Name] {
		case 0:
		case 1:
			named++
		default:
			t.Errorf("%s is named %d times", m.Estates[i].Name, counts[m.Estates[i].Name])
		}
	}
	if named < len(ringed)-1 {
		t.Errorf("%d of %d ringed estates are named", named, len(ringed))
	}
	for i, class := range m.Legend.Classes {
		if want := min(class.Count, 1); counts[class.Label] != want {
			t.Errorf("class %d, %q, of %d estates stands in the legend %d times", i, class.Label, class.Count, counts[class.Label])
		}
	}
	if counts["表中小区"] != 1 || counts[bandLabel(Chinese, Top, 10)] != 0 {
		t.Errorf("the legend says %v", counts)
	}
}

func TestEveryRowOfALongTableIsThereOnceAndInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := forms[rapid.SampledFrom([]string{"paper", "slide"}).Draw(t, "kind")]
		rows := rapid.IntRange(1, 120).Draw(t, "rows")
		l := &ledger{form: f}
		if err := madeUpMeeting("津塘路", rows).draw(context.Background(), l, f, func(int, int) {}); err != nil {
			t.Fatal(err)
		}
		var got []string
		var parts []int
		for _, p := range l.pages {
			for _, g := range p.grids {
				parts = append(parts, len(g.rows))
				for _, row := range g.rows {
					got = append(got, row[0])
				}
			}
		}
		for i, number := range got {
			if number != fmt.Sprint(i+1) {
				t.Fatalf("row %d is %s", i+1, number)
			}
		}
		if len(got) != rows {
			t.Errorf("%d of %d rows", len(got), rows)
		}
		if last := parts[len(parts)-1]; len(parts) > 2 && last < parts[1]/3 {
			t.Errorf("the last page is a stub: %v", parts)
		}
	})
}

func pdfOf(t testing.TB, m *Meeting) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteMeetingPDF(t.Context(), &b, m, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func slidesOf(t testing.TB, m *Meeting) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteMeetingSlides(t.Context(), &b, m, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func textOf(t *testing.T, pdf []byte) []string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed; nothing here can read a PDF")
	}
	path := filepath.Join(t.TempDir(), "meeting.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(string(out), "\f")
	return pages[:len(pages)-1]
}

func TestTheMeetingPDFSaysWhatItIsGiven(t *testing.T) {
	m := madeUpMeeting("月牙河东里", 30)
	pages := textOf(t, pdfOf(t, m))
	if want := len(m.plan(&paperForm)); len(pages) != want {
		t.Errorf("%d pages, planned %d", len(pages), want)
	}
	for i, page := range pages {
		for _, want := range []string{"内部使用", "虚构数据", "2026年3月创卫考核", "2026年3月18日"} {
			if !strings.Contains(page, want) {
				t.Errorf("page %d does not say %s", i+1, want)
			}
		}
		if number := fmt.Sprintf("%d/%d", i+1, len(pages)); i > 0 && !strings.Contains(strings.ReplaceAll(page, " ", ""), number) {
			t.Errorf("page %d has not its number %s", i+1, number)
		}
	}
	for _, want := range []struct {
		page  int
		words []string
	}{
		{2, []string{"主要数据", "304.45", "另拟扣 3.06 万元"}},
		{3, []string{"389", "月牙河东里", "61.5 分", "名次，24 轮", "扣 38.5 分", "12.0", "约谈法定代表人，扣当季", "64.26", "五(二)"}},
		{5, []string{"1,297,530.00", "当月（元）"}},
		{len(pages), []string{"自上轮以来代管没有变化"}},
	} {
		for _, w := range want.words {
			if !strings.Contains(pages[want.page-1], w) {
				t.Errorf("page %d does not say %q", want.page, w)
			}
		}
	}
}

// slideWords are the texts of each slide, and the cells of its tables by row.
func slideWords(t testing.TB, pptx []byte) (words []string, tables [][][]string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(pptx), int64(len(pptx)))
	if err != nil {
		t.Fatal(err)
	}
	for n := 1; ; n++ {
		f, err := z.Open(fmt.Sprintf("ppt/slides/slide%d.xml", n))
		if err != nil {
			return words, tables
		}
		body, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(body))
		var said strings.Builder
		inText, inCell := false, false
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("slide %d: %v", n, err)
			}
			switch e := token.(type) {
			case xml.StartElement:
				inText = e.Name.Local == "t"
				switch e.Name.Local {
				case "tbl":
					tables = append(tables, nil)
				case "tr":
					last := len(tables) - 1
					tables[last] = append(tables[last], nil)
				case "tc":
					inCell = true
					rows := tables[len(tables)-1]
					rows[len(rows)-1] = append(rows[len(rows)-1], "")
				case "p":
					said.WriteByte('\n')
				}
			case xml.EndElement:
				inText = false
				inCell = inCell && e.Name.Local != "tc"
			case xml.CharData:
				if !inText {
					continue
				}
				said.Write(e)
				if inCell {
					table := tables[len(tables)-1]
					row := table[len(table)-1]
					row[len(row)-1] += string(e)
				}
			}
		}
		words = append(words, said.String())
	}
}

func TestTheSlidesSayWhatTheyAreGiven(t *testing.T) {
	hostile := `<a:t>"月牙&河\b东里"</a:t>` + "\x00\u202e"
	m := madeUpMeeting("月牙河东里", 30)
	m.Items[1].Pages[0].Card.Name = hostile
	words, tables := slideWords(t, slidesOf(t, m))
	if want := len(m.plan(&slideForm)); len(words) != want {
		t.Fatalf("%d slides, planned %d", len(words), want)
	}
	for i, w := range words {
		for _, want := range []string{"内部使用", "虚构数据", "2026年3月创卫考核", "2026年3月18日"} {
			if !strings.Contains(w, want) {
				t.Errorf("slide %d does not say %s", i+1, want)
			}
		}
	}
	if !strings.Contains(words[2], tidy(hostile)) {
		t.Errorf("the name became\n%s", words[2])
	}
	var cells [][]string
	for _, table := range tables {
		if !slices.Equal(table[0], m.Items[2].Pages[0].Table.Head) {
			t.Errorf("head %q", table[0])
		}
		cells = append(cells, table[1:]...)
	}
	if want := m.Items[2].Pages[0].Table.Rows; !slices.EqualFunc(cells, want, slices.Equal[[]string]) {
		t.Errorf("cells %q", cells)
	}
}

func TestAnotherProgramShowsEverySlide(t *testing.T) {
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed; nothing here can open a presentation")
	}
	m := madeUpMeeting("月牙河东里", 30)
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "meeting.pptx"), slidesOf(t, m), 0o600); err != nil {
		t.Fatal(err)
	}
	convert := exec.CommandContext(t.Context(), "soffice", "--headless", "-env:UserInstallation=file://"+folder+"/profile", "--convert-to", "pdf",
		"--outdir", folder, filepath.Join(folder, "meeting.pptx"))
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	pdf, err := os.ReadFile(filepath.Join(folder, "meeting.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	pages, plan := textOf(t, pdf), m.plan(&slideForm)
	if len(pages) != len(plan) {
		t.Fatalf("%d pages, planned %d", len(pages), len(plan))
	}
	bare := strings.NewReplacer(" ", "")
	for i, page := range pages {
		title := bare.Replace(m.boardPage(&plan[i], i+1, len(plan)).title)
		if !strings.Contains(bare.Replace(page), title) {
			t.Errorf("page %d has no title %s:\n%s", i+1, title, page)
		}
	}
}

func TestMeetingDocumentsAreTheSameEachTime(t *testing.T) {
	for name, write := range map[string]func(testing.TB, *Meeting) []byte{"PDF": pdfOf, "slides": slidesOf} {
		if !bytes.Equal(write(t, madeUpMeeting("月牙河东里", 30)), write(t, madeUpMeeting("月牙河东里", 30))) {
			t.Errorf("two %s of one meeting differ", name)
		}
	}
}

func TestAMeetingThatIsCalledOffStops(t *testing.T) {
	for name, write := range map[string]func(context.Context, io.Writer, *Meeting, func(int, int)) error{"PDF": WriteMeetingPDF, "slides": WriteMeetingSlides} {
		ctx, cancel := context.WithCancel(t.Context())
		most := 0
		err := write(ctx, io.Discard, madeUpMeeting("月牙河东里", 30), func(done, total int) {
			if most = done; done == 2 {
				cancel()
			}
			if total < done {
				t.Errorf("%d of %d", done, total)
			}
		})
		if !errors.Is(err, context.Canceled) || most != 2 {
			t.Errorf("%s: %v after %d pages", name, err, most)
		}
	}
}

func TestAMeetingWithoutMapsAndAgendaIsAMeeting(t *testing.T) {
	m := &Meeting{Title: "2026年3月创卫考核", Cover: MeetingPage{}, Items: []MeetingItem{{Name: "空", Pages: []MeetingPage{{Title: "空", Note: "没有内容"}}}, {Name: "无页"}}}
	if words, _ := slideWords(t, slidesOf(t, m)); len(words) != 2 || !strings.Contains(words[1], "没有内容") {
		t.Errorf("%q", words)
	}
	if pages := textOf(t, pdfOf(t, m)); len(pages) != 2 || !strings.Contains(pages[1], "没有内容") {
		t.Errorf("%q", pages)
	}
}
