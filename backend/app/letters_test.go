package app

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"regexp"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/letter"
	"estateatlas/backend/policy"
)

// noticesOf are the notices of a kind in a round, with the district as it was judged.
func noticesOf(t *testing.T, a *Atlas, kind letter.Kind, roundID string) ([]notice, *project, *judged) {
	t.Helper()
	p := must[*project](t)(a.project())
	j := must[*judged](t)(p.judge(roundID))
	all, _, err := p.letters(context.Background(), j, &ExportAsk{What: exportLetter, Letter: LetterAsk{Kind: string(kind)}})
	if err != nil {
		t.Fatal(err)
	}
	return all, p, j
}

// documentText is the text of a DOCX.
func documentText(t *testing.T, file []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	body, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(body), "")
}

// written is the document that an export makes.
func written(t *testing.T, a *Atlas, ask LetterAsk, fids ...int64) (string, error) {
	t.Helper()
	p := must[*project](t)(a.project())
	var out bytes.Buffer
	err := p.writeExport(context.Background(), ExportAsk{What: exportLetter, Format: "docx", Lang: "zh", FIDs: fids, Letter: ask}, &out, func(int, int) {})
	if err != nil {
		return "", err
	}
	return documentText(t, out.Bytes()), nil
}

func TestEveryWithheldMonthIsToldOnceAndToTheFen(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	type key struct {
		company     int
		subdistrict string
		month       domain.Month
	}
	p := must[*project](t)(a.project())
	last := must[*judged](t)(p.judge(""))
	want, told := map[key]domain.Fen{}, map[key]bool{}
	var wanted, sum domain.Fen
	for i := range last.ev.Withholdings {
		if w := &last.ev.Withholdings[i]; w.Status == policy.Confirmed {
			want[key{w.Company, p.book.Subdistricts[w.Subdistrict], w.Month}] = w.Amount
			wanted += w.Amount
		}
	}
	for _, at := range p.rounds {
		notices, _, j := noticesOf(t, a, letter.Withholding, p.book.Rounds()[at].Round.ID)
		for _, n := range notices {
			var rows, returned domain.Fen
			for _, r := range n.Rows {
				rows, returned = rows+r.Amount, returned+r.Returned
			}
			if rows != n.Amount || returned != n.Returned || len(n.Clawback) == 0 && returned != 0 {
				t.Errorf("%s in %s: rows %s and %s, said %s and %s", n.Company, j.view.RoundID, rows, returned, n.Amount, n.Returned)
			}
			for _, m := range n.Months {
				k := key{n.company, n.Subdistrict, m}
				if _, ok := want[k]; !ok || told[k] {
					t.Errorf("%s: %s is told, withheld %v, told before %v", n.Company, m, ok, told[k])
				}
				told[k] = true
			}
			for _, m := range n.Noticed {
				if !told[key{n.company, n.Subdistrict, m}] {
					t.Errorf("%s: %s is said to be told, and was not", n.Company, m)
				}
			}
			sum += n.Amount
		}
	}
	if len(told) != len(want) || sum != wanted || len(want) == 0 {
		t.Errorf("%d of %d months told, %s of %s", len(told), len(want), sum, wanted)
	}
}

func TestEveryConfirmedMeasureHasItsNotice(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	talks, p, j := noticesOf(t, a, letter.Interview, "")
	endings, _, _ := noticesOf(t, a, letter.Ending, "")
	levels := map[int]int{}
	for _, m := range j.ev.Measures() {
		if m.Round == j.round && m.Status == policy.Confirmed {
			levels[m.Level]++
		}
	}
	if len(talks) != levels[1]+levels[2] || len(endings) != levels[3] || len(endings) == 0 || len(talks) == 0 {
		t.Fatalf("%d interviews and %d endings for %v", len(talks), len(endings), levels)
	}
	for _, n := range talks {
		c := p.book.Companies[n.company]
		if n.Level == 1 && (n.Office != "负责人" || n.Person != c.ResponsiblePerson) || n.Level == 2 && (n.Office != "法定代表人" || n.Person != c.LegalRepresentative) {
			t.Errorf("%s at level %d: %s %s", n.Company, n.Level, n.Office, n.Person)
		}
	}
	for _, n := range endings {
		if len(n.Rows) != n.Run || n.Run < 3 || !strings.HasPrefix(n.To, n.Estate+"业主委员会") || n.Rows[len(n.Rows)-1].Round != n.Round || n.Since == 0 {
			t.Errorf("%s: %d rows of a run of %d, to %s", n.Estate, len(n.Rows), n.Run, n.To)
		}
	}
	// The list of the screen is what is written.
	list := must[LetterList](t)(a.Letters("ending", ""))
	if len(list.Lines) != len(endings) || list.Lines[0].To != endings[0].To || len(list.Lines[0].FIDs) != 1 {
		t.Errorf("%+v", list.Lines)
	}
	text, err := written(t, a, LetterAsk{Kind: "ending"}, list.Lines[0].FIDs...)
	if err != nil || strings.Count(text, "解除协议建议书") != 1 || !strings.Contains(text, endings[0].To) || !strings.Contains(text, "虚构数据") {
		t.Errorf("%v: %s", err, text)
	}
}

func TestProxyNoticesFollowTheAgreementsThatAreRecorded(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	notices, p, j := noticesOf(t, a, letter.Proxy, "")
	rows := 0
	for _, n := range notices {
		rows += len(n.Rows)
		for i, place := range n.estates {
			if g := p.proxyAhead(place, j.ev.AsOf); int(g.Company) != n.company || n.Rows[i].Since != g.StartsOn || n.Since > g.StartsOn {
				t.Errorf("%s is told %s", n.Company, n.Rows[i].Estate)
			}
		}
	}
	want := 0
	for place := range p.book.Estates {
		if g := p.book.AgreementOn(place, j.ev.AsOf); g != nil && g.Proxy {
			want++
		}
	}
	if rows < want || want == 0 {
		t.Errorf("%d estates told, %d under proxy", rows, want)
	}
	// The document that proxy management rests on expired in 2025.
	if !strings.Contains(notices[0].Basis, "有效期已满") {
		t.Errorf("on the basis of %s", notices[0].Basis)
	}
}

func TestRectificationNoticesHoldTheWholeListByWhoAnswers(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	notices, p, _ := noticesOf(t, a, letter.Rectification, "")
	rows := 0
	for _, n := range notices {
		rows += len(n.Rows)
		for _, r := range n.Rows {
			code, _, _ := strings.Cut(r.Item, " ")
			if company := p.items[code].Responsible == domain.CauseCompany; company != (n.Community == "") || r.Subdistrict != n.Subdistrict {
				t.Errorf("%s of %s is told to %s", r.Item, r.Estate, n.To)
			}
		}
	}
	list := must[*rectified](t)(p.rectifyAsked(context.Background(), &ExportAsk{}))
	open := 0
	for i := range list.rows {
		if list.rows[i].status != domain.RectifyDone {
			open++
		}
	}
	if rows != open || rows == 0 || open == len(list.rows) {
		t.Errorf("%d rows told, %d of %d on the list are open", rows, open, len(list.rows))
	}
}

func TestADistrictsOwnTemplateIsKeptUsedAndTakenBack(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	own := editedTemplate(t, letter.Interview, "约谈通知书", "约谈函（本区）")
	must[Decided](t)(a.SetLetterTemplate(LetterTemplateAsk{Kind: "interview", Name: `C:\用户\..\约谈: 函.docx`, File: own}))
	wantAsRead(t, a)
	kinds := must[[]LetterKind](t)(a.LetterKinds())
	if k := kinds[0]; !k.Own || k.Name != "约谈_ 函.docx" || k.ChangedOn != today().String() || len(k.Fields) < 20 || kinds[1].Own {
		t.Errorf("%+v", k)
	}
	if f := must[LetterFile](t)(a.LetterTemplate("interview")); f.File != own {
		t.Error("another file comes back")
	}
	if text, err := written(t, a, LetterAsk{Kind: "interview"}); err != nil || !strings.Contains(text, "约谈函（本区）") {
		t.Errorf("%v: %.200s", err, text)
	}
	must[Session](t)(a.Undo())
	if must[[]LetterKind](t)(a.LetterKinds())[0].Own {
		t.Error("undo left it")
	}
	must[Session](t)(a.Redo())
	must[Decided](t)(a.SetLetterTemplate(LetterTemplateAsk{Kind: "interview"}))
	if must[[]LetterKind](t)(a.LetterKinds())[0].Own {
		t.Error("the default was not taken again")
	}
	_, err := a.SetLetterTemplate(LetterTemplateAsk{Kind: "interview"})
	wantRefused(t, err, domain.CodeInvalid)
}

func TestATemplateWithAMistakeIsRefusedWithItsPlace(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	wrong := editedTemplate(t, letter.Interview, "【文号】", "【文号码】")
	_, err := a.SetLetterTemplate(LetterTemplateAsk{Kind: "interview", Name: "x.docx", File: wrong})
	wantRefused(t, err, domain.CodeInvalid)
	if _, text := domain.Explain(err); !strings.Contains(text.ZH, "正文第 3 段") || !strings.Contains(text.ZH, "【文号码】") {
		t.Errorf("says %s", text.ZH)
	}
	r := must[LetterReport](t)(a.CheckLetterTemplate("interview", wrong))
	if r.Usable || len(r.Unknown) != 1 || len(r.Faults) != 1 || len(r.Missing) != 1 || r.Missing[0] != "文号" {
		t.Errorf("%+v", r)
	}
	if r := must[LetterReport](t)(a.CheckLetterTemplate("interview", "")); !r.Usable || len(r.Missing) > 0 {
		t.Errorf("the default: %+v", r)
	}
	if r := must[LetterReport](t)(a.CheckLetterTemplate("interview", "aGVsbG8=")); r.Usable || r.Refusal.ZH == "" {
		t.Errorf("no document: %+v", r)
	}
	for _, ask := range []LetterTemplateAsk{
		{Kind: "nothing", File: wrong}, {Kind: "proxy", File: "aGVsbG8="}, {Kind: "proxy", File: "?"}, {Kind: "proxy", File: strings.Repeat("A", 4<<20)},
	} {
		_, err := a.SetLetterTemplate(ask)
		wantRefused(t, err, domain.CodeInvalid)
	}
}

func TestNoNoticeIsSaidInPlainWords(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	p := must[*project](t)(a.project())
	var top int64
	for place, band := range must[RoundView](t)(a.Round("")).Band {
		if band == bandTop {
			top = p.book.Estates[place].FID
		}
	}
	_, err := written(t, a, LetterAsk{Kind: "interview"}, top)
	wantRefused(t, err, domain.CodeInvalid)
	_, err = written(t, a, LetterAsk{Kind: "?"})
	wantRefused(t, err, domain.CodeInvalid)
	ask := ExportAsk{What: exportLetter, Format: "pdf", Letter: LetterAsk{Kind: "proxy"}}
	wantRefused(t, CheckExport(ask), domain.CodeInvalid)
}

// editedTemplate is the default template of a kind with some words changed, in base64.
func editedTemplate(t *testing.T, kind letter.Kind, from, to string) string {
	t.Helper()
	file := letter.Default(kind)
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		r := must[io.ReadCloser](t)(f.Open())
		body := must[[]byte](t)(io.ReadAll(r))
		if _, err := must[io.Writer](t)(w.Create(f.Name)).Write(bytes.ReplaceAll(body, []byte(from), []byte(to))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(out.Bytes())
}

func TestTheTemplateOfAKindIsHandedOutAndTakenBack(t *testing.T) {
	a := desk(t, 60)
	p, _ := a.project()
	var out bytes.Buffer
	ask := ExportAsk{What: exportTemplate, Format: "docx", Lang: "zh", Letter: LetterAsk{Kind: "interview"}}
	if err := p.writeExport(context.Background(), ask, &out, func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.SetLetterTemplate(LetterTemplateAsk{Kind: "interview", Name: "约谈.docx", File: base64.StdEncoding.EncodeToString(out.Bytes())}); err != nil {
		t.Error(err)
	}
	ask.Letter.Kind = "love"
	if err := p.writeExport(context.Background(), ask, &out, func(int, int) {}); err == nil {
		t.Error("a template of no kind was written")
	}
}
