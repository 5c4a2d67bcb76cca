package letter

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"estateatlas/backend/domain"
)

func month(s string) domain.Month {
	m, ok := domain.ParseMonth(s)
	if !ok {
		panic("bad month " + s)
	}
	return m
}

// aLetter is the notice of a kind with something everywhere.
func aLetter(_ Kind) Letter {
	l := Letter{
		Mark: "内部使用　虚构数据", To: "津东物业服务有限公司", Issuer: "唐家口街道办事处", IssuedOn: domain.MustDate("2026-04-02"),
		Basis: "《河东区旧楼区长效管理办法》（河北民字〔2019〕19号）五(二)", District: "示例区", Subdistrict: "唐家口街道", Community: "工人新村社区",
		Estate: "盘山花园", Company: "津东物业服务有限公司", Person: "王建国", Office: "负责人", Round: "2026年3月考核", HeldOn: domain.MustDate("2026-03-31"),
		Scored: 120, Rank: 118, RankFromBottom: 3, Score: "71.5", Cause: "经认定", Level: 2, InYear: 2, Run: 2,
		Months: []domain.Month{month("2026-01"), month("2026-03")}, Amount: 10_030_005, Clawback: []domain.Month{month("2026-01")}, Returned: 5_000_000,
		Noticed: []domain.Month{month("2026-02")}, Since: domain.MustDate("2025-01-01"),
	}
	for _, name := range []string{"盘山花园", "东风里", "A&B <院>"} {
		l.Rows = append(l.Rows, Row{
			Estate: name, Subdistrict: "唐家口街道", Community: "工人新村社区", Households: "320", Months: l.Months, Amount: 3_343_335, Returned: 1_666_667,
			Item: "C2 垃圾容器与日产日清", Points: "4.5", Function: "楼内外清扫保洁", Round: "2026年3月考核", HeldOn: l.HeldOn, Rank: "118", Score: "71.5",
			Cause: "企业责任", Host: "华新大院", Distance: "126.4 米", Since: domain.MustDate("2026-04-01"), Times: "4/6", LastSeen: l.HeldOn,
		})
	}
	return l
}

func open(t *testing.T, file []byte) *Template {
	t.Helper()
	tpl, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return tpl
}

func fill(t *testing.T, file []byte, kind Kind, letters ...Letter) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := open(t, file).Fill(&out, kind, letters); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// partOf returns a part of a document.
func partOf(t *testing.T, file []byte, name string) string {
	t.Helper()
	parts, err := unpack(file)
	if err != nil {
		t.Fatal(err)
	}
	p := parts.part(name)
	if p == nil {
		t.Fatalf("no part %s", name)
	}
	return string(p.body)
}

// wordsOf are the letters of the text, a line a paragraph.
func wordsOf(t *testing.T, file []byte) string {
	t.Helper()
	s := strings.ReplaceAll(partOf(t, file, "word/document.xml"), "</w:p>", "\n")
	s = regexp.MustCompile(`<[^>]*>`).ReplaceAllString(s, "")
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&", "&#34;", `"`, "&#39;", "'").Replace(s)
}

// with makes a template whose text is the given WordprocessingML.
func with(t *testing.T, body string) []byte {
	t.Helper()
	parts, err := unpack(Default(Interview))
	if err != nil {
		t.Fatal(err)
	}
	text := parts.part("word/document.xml")
	from, to := bytes.Index(text.body, []byte("<w:body>"))+len("<w:body>"), bytes.Index(text.body, []byte("<w:sectPr>"))
	text.body = []byte(string(text.body[:from]) + body + string(text.body[to:]))
	return packed(t, parts)
}

func packed(t *testing.T, parts pack) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := parts.encode(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestEveryDefaultTemplateIsFilledWithoutALeftover(t *testing.T) {
	t.Parallel()
	for _, kind := range Kinds {
		r := open(t, Default(kind)).Check(kind)
		if faults := r.Faults(); len(faults) > 0 || len(r.Missing) > 0 || len(r.Used) < 10 {
			t.Errorf("%s: %v, missing %v, %d used", kind, faults, r.Missing, len(r.Used))
		}
		got := wordsOf(t, fill(t, Default(kind), kind, aLetter(kind)))
		for _, want := range []string{kind.Title().ZH, "内部使用", "津东物业服务有限公司：", "唐家口街道办事处\n2026年4月2日", "＿＿＿＿〔2026〕＿＿号", "河北民字〔2019〕19号"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s lacks %q:\n%s", kind, want, got)
			}
		}
		if strings.ContainsAny(got, "【】") {
			t.Errorf("%s has a placeholder left:\n%s", kind, got)
		}
	}
}

func TestNoticeOfWithholdingSaysTheMoney(t *testing.T) {
	t.Parallel()
	l := aLetter(Withholding)
	got := wordsOf(t, fill(t, Default(Withholding), Withholding, l))
	for _, want := range []string{
		"2026年1月、3月的区级奖励补贴，合计人民币壹拾万零叁佰元零伍分（¥100,300.05）。",
		"其中2026年1月的补贴已经发放，应予追回，计人民币伍万元整（¥50,000.00）。", "2026年2月的补贴已由此前轮次扣减，不再重复计算。", "合计", "A&B <院>",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("not said: %s\n%s", want, got)
		}
	}
	l.Clawback, l.Noticed, l.Returned = nil, nil, 0
	if got := wordsOf(t, fill(t, Default(Withholding), Withholding, l)); strings.Contains(got, "应予追回") || strings.Contains(got, "不再重复") || !strings.Contains(got, "（¥100,300.05）。\n") {
		t.Errorf("says what is not:\n%s", got)
	}
}

func TestWhatIsNotKnownIsALineToWriteOn(t *testing.T) {
	t.Parallel()
	got := wordsOf(t, fill(t, with(t, `<w:p><w:r><w:t>致【被约谈人】：【小区】</w:t></w:r></w:p>`), Interview, Letter{Estate: "东风里"}))
	if want := "致＿＿＿＿：东风里"; strings.TrimSpace(got) != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestPlaceholderThatWordSplitOverRuns(t *testing.T) {
	t.Parallel()
	body := `<w:p w14:paraId="1" xmlns:w14="x"><w:pPr><w:ind w:left="1"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>小区：【</w:t></w:r><w:proofErr w:type="spellStart"/>` +
		`<w:r><w:rPr><w:i/></w:rPr><w:t>小</w:t></w:r><w:ins w:id="1"><w:r><w:t> 区</w:t></w:r></w:ins><w:bookmarkStart w:id="0" w:name="x"/>` +
		`<w:hyperlink><w:r><w:t>】在【街</w:t></w:r></w:hyperlink><w:bookmarkEnd w:id="0"/><w:r><w:t>道】。【小区】</w:t></w:r></w:p>`
	file := fill(t, with(t, body), Interview, aLetter(Interview))
	if got, want := strings.TrimSpace(wordsOf(t, file)), "小区：盘山花园在唐家口街道。盘山花园"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	// The value looks as its opening bracket does.
	if text := partOf(t, file, "word/document.xml"); !strings.Contains(text, `<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">小区：盘山花园</w:t>`) {
		t.Errorf("the value lost its look: %s", text)
	}
}

func TestRowsOfATableAreRepeated(t *testing.T) {
	t.Parallel()
	cell := func(s string) string { return `<w:tc><w:p><w:r><w:t>` + s + `</w:t></w:r></w:p></w:tc>` }
	table := `<w:tbl><w:tr>` + cell("序号") + cell("小区") + `</w:tr><w:tr>` + cell("【明细序号】") + cell("【明细小区】 【明细金额】") + `</w:tr><w:tr>` +
		cell("合计") + cell("【扣减金额】") + `</w:tr></w:tbl>`
	l := aLetter(Withholding)
	got := strings.Fields(wordsOf(t, fill(t, with(t, table), Withholding, l)))
	want := "序号 小区 1 盘山花园 33,433.35 2 东风里 33,433.35 3 A&B <院> 33,433.35 合计 100,300.05"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", strings.Join(got, " "), want)
	}
	l.Rows = nil
	if got := strings.Join(strings.Fields(wordsOf(t, fill(t, with(t, table), Withholding, l))), " "); got != "序号 小区 — — — 合计 100,300.05" {
		t.Errorf("without rows: %q", got)
	}
}

func TestATableWithinATableRepeatsItsOwnRow(t *testing.T) {
	t.Parallel()
	inner := `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>【明细小区】</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
	table := `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p>` + inner + `<w:p/></w:tc></w:tr></w:tbl>`
	got := strings.Fields(wordsOf(t, fill(t, with(t, table), Withholding, aLetter(Withholding))))
	if want := "外 盘山花园 东风里 A&B <院>"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestMistakesInATemplateAreNamedWithTheirPlace(t *testing.T) {
	t.Parallel()
	tpl := open(t, with(t, `<w:p><w:r><w:t>一【小区】</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>【小区名】【明细金额】【被约谈人】</w:t></w:r></w:p>`+
		`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>【明细】</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>没写完【小区</w:t></w:r></w:p>`))
	r := tpl.Check(Withholding)
	var said []string
	for _, f := range r.Faults() {
		said = append(said, f.ZH)
	}
	want := []string{
		"正文第 2 段：没有名为【小区名】的占位符；请改正或删去", "正文第 2 段：没有名为【被约谈人】的占位符；请改正或删去", "第 1 个表格第 1 行：没有名为【明细】的占位符；请改正或删去",
		"正文第 2 段：【明细金额】只能放在表格的一行中", "正文第 3 段：“【小区”的括号不完整；占位符写作【名称】",
	}
	if strings.Join(said, "\n") != strings.Join(want, "\n") {
		t.Errorf("said\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
	if len(r.Used) != 1 || len(r.Missing) == 0 {
		t.Errorf("used %v, missing %v", r.Used, r.Missing)
	}
	err := tpl.Fill(io.Discard, Withholding, []Letter{{}})
	if code, text := domain.Explain(err); code != domain.CodeInvalid || !strings.Contains(text.ZH, "【小区名】") {
		t.Errorf("filled all the same: %v", err)
	}
}

func TestAPlaceholderInAFooterIsRefused(t *testing.T) {
	t.Parallel()
	parts, err := unpack(Default(Interview))
	if err != nil {
		t.Fatal(err)
	}
	footer := parts.part("word/footer1.xml")
	footer.body = bytes.Replace(footer.body, []byte("— "), []byte("【小区】"), 1)
	r := open(t, packed(t, parts)).Check(Interview)
	if len(r.Misplaced) != 1 || r.Misplaced[0].Place.ZH != "页脚" {
		t.Errorf("%+v", r.Misplaced)
	}
}

func TestValuesAreTextAndNothingElse(t *testing.T) {
	t.Parallel()
	evil := "</w:t></w:r><w:p>&amp;\x00\x0b\ufffe\u202e【街道】\nzwei\t3\xff"
	file := fill(t, with(t, `<w:p><w:r><w:t>【小区】！</w:t></w:r></w:p>`), Interview, Letter{Estate: evil, Subdistrict: "不应出现"})
	text := partOf(t, file, "word/document.xml")
	if !strings.Contains(text, `&lt;/w:t&gt;&lt;/w:r&gt;&lt;w:p&gt;&amp;amp;【街道】</w:t><w:br/><w:t xml:space="preserve">zwei 3`) || strings.Contains(text, "不应出现") {
		t.Errorf("%s", text)
	}
	open(t, file)
}

func TestSeveralNoticesInOneDocument(t *testing.T) {
	t.Parallel()
	letters := []Letter{aLetter(Interview), aLetter(Interview), aLetter(Interview)}
	for i := range letters {
		letters[i].Company = []string{"甲公司", "乙公司", "丙公司"}[i]
		letters[i].To = letters[i].Company
	}
	for name, file := range map[string][]byte{
		"default":            Default(Interview),
		"ends with a table":  with(t, `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>【主送】：</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`),
		"ends without a run": with(t, `<w:p><w:r><w:t>【主送】：</w:t></w:r></w:p><w:p/>`),
	} {
		filled := fill(t, file, Interview, letters...)
		text := partOf(t, filled, "word/document.xml")
		if n := strings.Count(text, `<w:type w:val="nextPage"/>`); n != 3 || strings.Count(text, `w:start="1"`) != 3 {
			t.Errorf("%s: %d pages begin", name, n)
		}
		words := wordsOf(t, filled)
		a, b, c := strings.Index(words, "甲公司："), strings.Index(words, "乙公司："), strings.Index(words, "丙公司：")
		if a < 0 || b < a || c < b {
			t.Errorf("%s: order %d %d %d", name, a, b, c)
		}
		open(t, filled)
	}
}

func TestTheSameLettersAreTheSameBytes(t *testing.T) {
	t.Parallel()
	for _, kind := range Kinds {
		a := fill(t, Default(kind), kind, aLetter(kind), aLetter(kind))
		b := fill(t, Default(kind), kind, aLetter(kind), aLetter(kind))
		if !bytes.Equal(a, b) {
			t.Errorf("%s differs", kind)
		}
		z, err := zip.NewReader(bytes.NewReader(a), int64(len(a)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			if !f.Modified.Equal(time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)) {
				t.Errorf("%s: %s is of %s", kind, f.Name, f.Modified)
			}
		}
	}
}

func TestWhatIsNotInAPlaceholderStaysByteForByte(t *testing.T) {
	t.Parallel()
	body := "<w:p ><w:r\n><w:t>a&#x41; &gt;</w:t ></w:r><!-- x --><w:r><w:drawing xmlns:wp='y'><wp:docPr id='7' name=\"b\"/></w:drawing></w:r></w:p>"
	file := with(t, body)
	if got := partOf(t, fill(t, file, Interview, Letter{}), "word/document.xml"); got != strings.Replace(partOf(t, file, "word/document.xml"), "id='7'", `id="1"`, 1) {
		t.Errorf("%s", got)
	}
}

func TestMonthsAreReadTogether(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                                "",
		"2026-03":                         "2026年3月",
		"2026-03 2026-01":                 "2026年1月、3月",
		"2026-01 2026-02":                 "2026年1月、2月",
		"2026-01 2026-02 2026-03 2026-05": "2026年1月至3月、5月",
		"2025-11 2025-12 2026-01":         "2025年11月至2026年1月",
		"2025-12 2026-02 2026-03 2026-03": "2025年12月、2026年2月、3月",
		"2026-01 2026-02 2026-03 2026-04 2025-01": "2025年1月、2026年1月至4月",
	} {
		var months []domain.Month
		for _, m := range strings.Fields(in) {
			months = append(months, month(m))
		}
		if got := MonthsText(months); got != want {
			t.Errorf("%s is %s, want %s", in, got, want)
		}
	}
}

// office turns a document into another format with LibreOffice Writer, which reads what Word and WPS read.
func office(t *testing.T, format, file string) []byte {
	t.Helper()
	if !hasWriter() {
		t.Skip("LibreOffice Writer is not installed")
	}
	got, err := convert(t.TempDir(), format, file)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// hasWriter tells a LibreOffice without Writer, which converts nothing of ours, from one that refuses a document.
var hasWriter = sync.OnceValue(func() bool {
	dir, err := os.MkdirTemp("", "letter")
	if err != nil {
		return false
	}
	defer func() { _ = os.RemoveAll(dir) }()
	plain := filepath.Join(dir, "plain.txt")
	if err := os.WriteFile(plain, []byte("text"), 0o600); err != nil {
		return false
	}
	_, err = convert(dir, "pdf", plain)
	return err == nil
})

func convert(dir, format, file string) ([]byte, error) {
	out := filepath.Join(dir, "out")
	cmd := exec.CommandContext(context.Background(), "soffice", "-env:UserInstallation=file://"+filepath.ToSlash(dir)+"/profile", "--headless", "--convert-to", format, "--outdir", out, file)
	if said, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("soffice: %w: %s", err, said)
	}
	ending, _, _ := strings.Cut(format, ":")
	base := filepath.Base(file)
	return os.ReadFile(filepath.Join(out, strings.TrimSuffix(base, filepath.Ext(base))+"."+ending))
}

func TestLibreOfficeReadsTheNotices(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	for _, kind := range []Kind{Withholding, Ending} {
		second := aLetter(kind)
		second.To = "第二家公司"
		path := filepath.Join(t.TempDir(), string(kind)+".docx")
		if err := os.WriteFile(path, fill(t, Default(kind), kind, aLetter(kind), second), 0o600); err != nil {
			t.Fatal(err)
		}
		got := string(office(t, "txt:Text (encoded):UTF8", path))
		for _, want := range []string{kind.Title().ZH, "津东物业服务有限公司：", "第二家公司：", "唐家口街道办事处", "2026年4月2日"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s: LibreOffice does not read %q:\n%s", kind, want, got)
			}
		}
	}
}

func TestLibreOfficeSavesATemplateThatCanBeFilled(t *testing.T) {
	if testing.Short() {
		t.Skip("starts LibreOffice")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "edited.docx")
	if err := os.WriteFile(path, Default(Withholding), 0o600); err != nil {
		t.Fatal(err)
	}
	edited := office(t, "docx:MS Word 2007 XML", path)
	r := open(t, edited).Check(Withholding)
	if len(r.Faults()) > 0 || len(r.Missing) > 0 {
		t.Fatalf("%v, missing %v", r.Faults(), r.Missing)
	}
	want, got := wordsOf(t, fill(t, Default(Withholding), Withholding, aLetter(Withholding))), wordsOf(t, fill(t, edited, Withholding, aLetter(Withholding)))
	if strings.Join(strings.Fields(got), "") != strings.Join(strings.Fields(want), "") {
		t.Errorf("an edited template reads\n%s\nnot\n%s", got, want)
	}
}
