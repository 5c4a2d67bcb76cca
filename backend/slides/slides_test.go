package slides_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"estateatlas/backend/slides"
)

var (
	black = color.NRGBA{A: 255}
	red   = color.NRGBA{R: 0xd6, G: 0x3d, B: 0x17, A: 255}
)

func picture(t testing.TB, w, h int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, w, h))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// sample is a presentation with one of everything; words stand wherever a record's text can.
func sample(t testing.TB, words string) *slides.Deck {
	t.Helper()
	d := slides.New(slides.Properties{
		Title: words, Subject: words, Creator: "Estate Atlas", Mark: "内部使用", Date: "2026年3月18日",
		Created: time.Date(2026, 3, 18, 0, 0, 0, 0, time.UTC),
	})
	d.Add(slides.Cover, slides.Heading{Title: words, Subtitle: "示例区"})
	s := d.Add(slides.Page, slides.Heading{Title: words, TitleSize: 15})
	text := func(t string) []slides.Paragraph {
		return []slides.Paragraph{{Runs: []slides.Run{{Text: t, Size: 12, Bold: true, Color: black}, {Text: "万元", Size: 9}}, Gap: 3}}
	}
	s.Text(words, slides.Box{X: 40, Y: 60, W: 200, H: 40}, slides.Text{Paragraphs: text(words), Anchor: slides.Middle, Single: true})
	s.Rectangle("徽标", slides.Box{X: 40, Y: 120, W: 60, H: 30}, slides.Look{Fill: red, Radius: 6},
		&slides.Text{Paragraphs: []slides.Paragraph{{Runs: []slides.Run{{Text: "389", Size: 20}}, Align: slides.Center}}, Anchor: slides.Middle})
	s.Path("线", []slides.Point{{X: 40, Y: 200}, {X: 120, Y: 180}, {X: 200, Y: 210}}, slides.Look{Line: black, Width: 1, Dashed: true})
	s.Path("面", []slides.Point{{X: 40, Y: 300}, {X: 120, Y: 280}, {X: 200, Y: 310}}, slides.Look{Fill: color.NRGBA{R: 9, A: 40}})
	for range 2 { // the same picture twice is in the file once
		if err := s.Picture("图", slides.Box{X: 300, Y: 60, W: 200, H: 150}, picture(t, 8, 6), words); err != nil {
			t.Fatal(err)
		}
	}
	s.Table("表", 300, 250, slides.Table{
		Columns: []slides.Column{{Width: 60, Align: slides.Right}, {Width: 180}},
		Head:    []slides.Cell{{{Text: "名次", Size: 10}}, {{Text: "小区", Size: 10}}},
		Rows:    [][]slides.Cell{{{{Text: "389", Size: 11}}, {{Text: words, Size: 11, Bold: true}}}, {{{Text: "1", Size: 11}}}},
		Margin:  6, HeadHeight: 20, RowHeight: 22, Heights: []float64{30}, Ground: color.NRGBA{R: 240, G: 240, B: 240, A: 255}, Line: black,
	})
	return d
}

func written(t testing.TB, d *slides.Deck) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func unzipped(t testing.TB, data []byte) (names []string, parts map[string][]byte) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts = map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name] != nil {
			t.Errorf("%s is there twice", f.Name)
		}
		names, parts[f.Name] = append(names, f.Name), body
	}
	return names, parts
}

// element is an XML element with all below it.
type element struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Text    string     `xml:",chardata"`
	Kids    []element  `xml:",any"`
}

func (e *element) attr(name string) string {
	for _, a := range e.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (e *element) all(name string) []*element {
	var out []*element
	if e.XMLName.Local == name {
		out = append(out, e)
	}
	for i := range e.Kids {
		out = append(out, e.Kids[i].all(name)...)
	}
	return out
}

func parsed(t testing.TB, name string, data []byte) *element {
	t.Helper()
	var e element
	if err := xml.Unmarshal(data, &e); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return &e
}

// texts are all the words on a slide, paragraph by paragraph.
func texts(e *element) []string {
	var out []string
	for _, p := range e.all("p") {
		line := ""
		for _, r := range p.all("t") {
			line += r.Text
		}
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

func TestEveryPartIsDeclaredAndEveryRelationLeadsToAPart(t *testing.T) {
	names, parts := unzipped(t, written(t, sample(t, "月牙河东里")))
	if names[0] != "[Content_Types].xml" {
		t.Errorf("the first part is %s", names[0])
	}
	types := parsed(t, names[0], parts[names[0]])
	declared := map[string]bool{}
	for _, o := range types.all("Override") {
		name := strings.TrimPrefix(o.attr("PartName"), "/")
		if declared[name] = true; parts[name] == nil {
			t.Errorf("%s is declared and not there", name)
		}
	}
	reached := map[string]bool{}
	for name, body := range parts {
		if strings.HasSuffix(name, ".png") || name == names[0] {
			continue
		}
		if !strings.HasSuffix(name, ".rels") {
			parsed(t, name, body)
			if !declared[name] {
				t.Errorf("%s has no content type of its own", name)
			}
			continue
		}
		folder := path.Dir(path.Dir(name))
		ids := map[string]bool{}
		for _, r := range parsed(t, name, body).all("Relationship") {
			target := path.Join(folder, r.attr("Target"))
			if reached[target] = true; parts[target] == nil {
				t.Errorf("%s leads to %s, which is not there", name, target)
			}
			if ids[r.attr("Id")] {
				t.Errorf("%s has %s twice", name, r.attr("Id"))
			}
			ids[r.attr("Id")] = true
		}
		if source := path.Join(folder, strings.TrimSuffix(path.Base(name), ".rels")); name != "_rels/.rels" && parts[source] == nil {
			t.Errorf("%s belongs to nothing", name)
		}
	}
	for _, name := range names {
		if !reached[name] && name != "[Content_Types].xml" && !strings.HasSuffix(name, ".rels") {
			t.Errorf("nothing leads to %s", name)
		}
	}
	media := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !strings.HasSuffix(n, ".png") })
	if len(media) != 1 {
		t.Errorf("one picture is in the file as %v", media)
	}
}

func TestIdsAreOfTheRangesThatPowerPointDemands(t *testing.T) {
	_, parts := unzipped(t, written(t, sample(t, "月牙河东里")))
	show := parsed(t, "presentation", parts["ppt/presentation.xml"])
	seen := map[string]bool{}
	for _, s := range show.all("sldId") {
		id, err := strconv.Atoi(s.attr("id"))
		if err != nil || id < 256 || seen[s.attr("id")] {
			t.Errorf("slide id %q", s.attr("id"))
		}
		seen[s.attr("id")] = true
	}
	if len(seen) != 2 {
		t.Errorf("%d slides", len(seen))
	}
	for _, where := range []*element{show, parsed(t, "master", parts["ppt/slideMasters/slideMaster1.xml"])} {
		for _, name := range []string{"sldMasterId", "sldLayoutId"} {
			for _, m := range where.all(name) {
				id, err := strconv.ParseInt(m.attr("id"), 10, 64)
				if err != nil || id < 1<<31 || seen[m.attr("id")] {
					t.Errorf("%s %q", name, m.attr("id"))
				}
				seen[m.attr("id")] = true
			}
		}
	}
	for name, body := range parts {
		if !strings.HasPrefix(name, "ppt/slide") || strings.HasSuffix(name, ".rels") {
			continue
		}
		ids := map[string]bool{}
		for _, shape := range parsed(t, name, body).all("cNvPr") {
			if ids[shape.attr("id")] {
				t.Errorf("%s has shape %s twice", name, shape.attr("id"))
			}
			ids[shape.attr("id")] = true
		}
	}
}

func TestTitlesStandInPlaceholdersThatTheLayoutHas(t *testing.T) {
	_, parts := unzipped(t, written(t, sample(t, "月牙河东里")))
	for i, kind := range []string{"ctrTitle", "title"} {
		slide := parsed(t, "slide", parts[fmt.Sprintf("ppt/slides/slide%d.xml", i+1)])
		layout := parsed(t, "layout", parts[fmt.Sprintf("ppt/slideLayouts/slideLayout%d.xml", i+1)])
		has := map[string]bool{}
		for _, ph := range layout.all("ph") {
			has[ph.attr("type")+ph.attr("idx")] = true
		}
		found := false
		for _, sp := range slide.all("sp") {
			for _, ph := range sp.all("ph") {
				if !has[ph.attr("type")+ph.attr("idx")] {
					t.Errorf("slide %d: the layout has no %s %s", i+1, ph.attr("type"), ph.attr("idx"))
				}
				if ph.attr("type") == kind {
					found = slices.Contains(texts(sp), "月牙河东里")
				}
			}
		}
		if !found {
			t.Errorf("slide %d has no title", i+1)
		}
	}
}

func TestTablesAreTablesWithTheirCells(t *testing.T) {
	_, parts := unzipped(t, written(t, sample(t, "月牙河东里")))
	tables := parsed(t, "slide", parts["ppt/slides/slide2.xml"]).all("tbl")
	if len(tables) != 1 || tables[0].all("tblPr")[0].attr("firstRow") != "1" {
		t.Fatalf("%d tables", len(tables))
	}
	var got []string
	for _, row := range tables[0].all("tr") {
		if n := len(row.all("tc")); n != 2 {
			t.Errorf("a row has %d cells", n)
		}
		got = append(got, strings.Join(texts(row), "|"))
	}
	if want := []string{"名次|小区", "389|月牙河东里", "1"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if a := tables[0].all("tr")[1].all("pPr")[0].attr("algn"); a != "r" {
		t.Errorf("numbers stand %q", a)
	}
	if h := tables[0].all("tr")[1].attr("h"); h != strconv.Itoa(30*12700) {
		t.Errorf("height %s", h)
	}
}

func TestEverySlideHasItsFooter(t *testing.T) {
	_, parts := unzipped(t, written(t, sample(t, "月牙河东里")))
	for i := 1; i <= 2; i++ {
		said := texts(parsed(t, "slide", parts[fmt.Sprintf("ppt/slides/slide%d.xml", i)]))
		for _, want := range []string{"内部使用", "2026年3月18日"} {
			if !slices.Contains(said, want) {
				t.Errorf("slide %d does not say %s", i, want)
			}
		}
	}
	if f := parsed(t, "slide", parts["ppt/slides/slide2.xml"]).all("fld"); len(f) != 1 || f[0].attr("type") != "slidenum" {
		t.Error("no number")
	}
}

func TestHostileNamesAreTextAndNothingElse(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			`</a:t></a:r><p:sp/>`, `]]><!--`, `&amp; "quoted" <b>'x'</b>`, "退格\b响铃\a空\x00止", "\ufffe\uffff", "\xff\xfe半字\xe6\x9c", "一\n二\r\n三\r四", "  空  格  ", "=1+1",
		})).Draw(rt, "words")
		_, parts := unzipped(t, written(t, sample(t, words)))
		for name, body := range parts {
			if !strings.HasSuffix(name, ".png") {
				parsed(t, name, body)
			}
		}
		want := strings.NewReplacer("\r\n", "", "\n", "", "\r", "").Replace(kept(words))
		slide := parsed(t, "slide", parts["ppt/slides/slide2.xml"])
		if n := len(slide.all("sp")); n != 8 {
			rt.Fatalf("%d shapes", n)
		}
		if want == "" {
			return
		}
		if got := texts(slide.all("tbl")[0].all("tr")[1])[1]; got != want {
			rt.Errorf("%q became %q", words, got)
		}
		if got := texts(slide)[0]; got != want {
			rt.Errorf("title %q became %q", words, got)
		}
	})
}

// kept is what XML 1.0 can hold of a text.
func kept(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r == 9 || r == 10 || r == 13 || r >= 0x20 && r < 0xFFFD {
			b.WriteRune(r)
		} else if r > 0xFFFF {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func TestTheSameCallsGiveTheSameBytes(t *testing.T) {
	a, b := written(t, sample(t, "月牙河东里")), written(t, sample(t, "月牙河东里"))
	if !bytes.Equal(a, b) {
		t.Error("two presentations of the same calls differ")
	}
}

func TestWhatIsNoPNGIsRefused(t *testing.T) {
	s := slides.New(slides.Properties{}).Add(slides.Page, slides.Heading{Title: "图"})
	if err := s.Picture("图", slides.Box{}, []byte("GIF89a"), ""); !errors.Is(err, slides.ErrNotPNG) {
		t.Errorf("%v", err)
	}
}

type full struct{ left int }

func (f *full) Write(p []byte) (int, error) {
	if f.left -= len(p); f.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestAFullDiskIsAnError(t *testing.T) {
	for _, room := range []int{0, 100, 2000} {
		if err := sample(t, "月牙河东里").Write(&full{room}); err == nil {
			t.Errorf("written with room for %d bytes", room)
		}
	}
}

func TestAnotherProgramReadsThePresentation(t *testing.T) {
	for _, tool := range []string{"soffice", "pdftotext"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed; nothing here can open a presentation", tool)
		}
	}
	folder := t.TempDir()
	file := filepath.Join(folder, "deck.pptx")
	if err := os.WriteFile(file, written(t, sample(t, "月牙河东里 & <沙柳道>")), 0o600); err != nil {
		t.Fatal(err)
	}
	convert := exec.CommandContext(t.Context(), "soffice", "--headless", "-env:UserInstallation=file://"+folder+"/profile", "--convert-to", "pdf", "--outdir", folder, file)
	if out, err := convert.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", filepath.Join(folder, "deck.pdf"), "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(text, []byte("\f")); n != 2 {
		t.Errorf("%d pages", n)
	}
	for _, want := range []string{"月牙河东里 & <沙柳道>", "内部使用", "名次", "389"} {
		// Some programs put space between Chinese and other letters.
		if bare := strings.NewReplacer(" ", ""); !strings.Contains(bare.Replace(string(text)), bare.Replace(want)) {
			t.Errorf("%q is not on the pages:\n%s", want, text)
		}
	}
}
