package paper

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

var info = Info{Title: "第3轮 创卫考核", Creator: "Estate Atlas", Lang: "zh-CN", Created: time.Date(2026, 3, 18, 0, 0, 0, 0, time.UTC)}

func newPDF() *PDF { return NewPDF(info) }

func newPicture(t testing.TB, widthPx int) *Picture {
	t.Helper()
	p, err := NewPicture(info, 100, 100, widthPx)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (p *Picture) blank() bool {
	for _, v := range p.img.Pix {
		if v != 255 {
			return false
		}
	}
	return true
}

func encoded(t testing.TB, c Canvas) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// tool runs a program of poppler-utils on a document and returns what it says.
func tool(t testing.TB, doc []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not there; on Debian: apt-get install poppler-utils", name)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, doc, 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range args {
		if args[i] == "FILE" {
			args[i] = path
		}
	}
	out, err := exec.CommandContext(t.Context(), name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func scene(c Canvas) {
	c.AddPage(100, 100)
	c.Fill(RoundRect(10, 10, 30, 20, 3), Hex("#0a7a80"))
	c.Stroke(Circle(60, 40, 12), Pen{Width: 0.5, Color: Hex("#d63d1780"), Dash: []float64{2, 1}, Join: RoundJoin})
	c.Stroke(Hatch(Rect(50, 60, 30, 20), 2, 45), Pen{Width: 0.2, Color: Black})
	c.Within(Box{5, 5, 50, 50}, func() { c.Fill(Rect(0, 0, 100, 8), Hex("#1b4db3")) })
	c.Text(Text{Text: "月牙河东里", X: 50, Y: 90, Size: 12, Anchor: Center, Bold: true, Color: Black, Halo: 0.5, HaloColor: White})
	c.Text(Text{Text: "张贵庄街", X: 20, Y: 70, Size: 9, Spacing: 1, Color: Hex("#606a75"), Halo: 0.3, HaloColor: White})
	c.Text(Text{Text: "海河", X: 70, Y: 20, Size: 9, Spacing: 2, Angle: 30, Slant: true, Color: Hex("#4b7085")})
	img := image.NewRGBA(image.Rect(0, 0, 4, 4))
	img.Set(1, 1, color.RGBA{255, 0, 0, 255})
	c.Image(img, 80, 80, 10, 10)
	c.Image(img, 80, 60, 10, 10)
}

func TestFontIsASubsetWithUnicode(t *testing.T) {
	p := newPDF()
	scene(p)
	lines := strings.Split(strings.TrimSpace(tool(t, encoded(t, p), "pdffonts", "FILE")), "\n")
	if len(lines) != 3 {
		t.Fatalf("one font is expected:\n%s", strings.Join(lines, "\n"))
	}
	f := strings.Fields(lines[2])
	// name, type (two words), encoding, emb, sub, uni.
	if f[0] != "EATLAS+WenQuanYiMicroHei" || strings.Join(f[4:7], " ") != "yes yes yes" {
		t.Errorf("font: %s", lines[2])
	}
}

func TestTextComesBack(t *testing.T) {
	p := newPDF()
	scene(p)
	got := strings.Fields(tool(t, encoded(t, p), "pdftotext", "FILE", "-"))
	for _, want := range []string{"月牙河东里", "张贵庄街", "海河"} {
		n := 0
		for _, w := range got {
			if w == want {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s stands %d times in %q; once is expected, with halo, spacing or slant", want, n, got)
		}
	}
}

func TestAllLettersOfTheFontComeBack(t *testing.T) {
	p := newPDF()
	var letters []rune
	for r := rune(0x4e00); r <= 0x9fa5; r += 7 {
		if theFace().has(r) {
			letters = append(letters, r)
		}
	}
	letters = append(letters, []rune("0123456789 ¥%—…·↑↓−²（）「」《》□ Aa")...)
	p.AddPage(297, 210)
	var want []string
	for i := 0; i < len(letters); i += 60 {
		line := strings.TrimSpace(string(letters[i:min(i+60, len(letters))]))
		want = append(want, line)
		p.Text(Text{Text: line, X: 10, Y: 5 + float64(i)/60*3.8, Size: 8, Color: Black})
	}
	got := tool(t, encoded(t, p), "pdftotext", "-layout", "FILE", "-")
	for _, line := range want {
		if !strings.Contains(got, line) {
			t.Errorf("missing: %s", line)
		}
	}
}

func TestHostileNames(t *testing.T) {
	for _, name := range []string{
		"", " ", "\x00\x01\x1b[31m", "a\nb\tc", "\u202e里东\u202c", "\u202e", "𠮷野家𪚥", "👩‍👩‍👧‍👦", "עברית العربية", "\xff\xfe\xed\xa0\x80", "(a\\)b) Tj ET", "é e\u0301 \u0300",
		"<</ActualText (x)>> BDC", strings.Repeat("长", 5000), "\u2028\u2029", "\ufeff名\ufe0f", "\uffff\ufffe\ufdd0", "名\u00ad字\u200b\u2060",
	} {
		pdf, picture := newPDF(), newPicture(t, 200)
		for _, c := range []Canvas{pdf, picture} {
			c.AddPage(100, 100)
			c.Text(Text{Text: name, X: 10, Y: 20, Size: 10, Color: Black, Halo: 1, HaloColor: White, Bold: true, Spacing: 0.5})
			c.Text(Text{Text: "后面", X: 10, Y: 40, Size: 10, Color: Black})
		}
		encoded(t, picture)
		got := tool(t, encoded(t, pdf), "pdftotext", "FILE", "-")
		if !strings.Contains(got, "后面") {
			t.Errorf("%q: what follows is lost", name)
		}
	}
}

func TestMissingLettersAreBoxes(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"月牙河", "月牙河"},
		{"𠮷野", "□野"},
		{"a\u202eb\u200bc", "abc"},
		{"a\nb\tc", "a b c"},
		{"\xff", "□"},
		{"两　格", "两　格"},
		{"", ""},
	} {
		if got := Clean(c.in); got != c.want {
			t.Errorf("Clean(%q) = %q, not %q", c.in, got, c.want)
		}
	}
}

func TestCleanTextIsKnownToTheFont(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Clean(rapid.String().Draw(t, "text"))
		for _, r := range s {
			if !theFace().has(r) {
				t.Fatalf("%q has %U", s, r)
			}
		}
		if Clean(s) != s {
			t.Fatalf("%q is not clean yet", s)
		}
	})
}

func TestSameCallsSameBytes(t *testing.T) {
	for _, make := range []func() Canvas{func() Canvas { return newPDF() }, func() Canvas { return newPicture(t, 300) }} {
		a, b := make(), make()
		scene(a)
		scene(b)
		if !bytes.Equal(encoded(t, a), encoded(t, b)) {
			t.Errorf("%T: two documents of the same calls differ", a)
		}
	}
}

func TestPicture(t *testing.T) {
	p := newPicture(t, 500)
	scene(p)
	data := encoded(t, p)
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 500 || b.Dy() != 500 {
		t.Errorf("size %v", b)
	}
	if !bytes.Contains(data[:120], []byte("pHYs")) {
		t.Error("the picture does not say how large it is on paper")
	}
	for _, width := range []int{0, -1, MaxWidthPx + 1} {
		if _, err := NewPicture(info, 297, 210, width); err == nil {
			t.Errorf("a picture %d px wide was made", width)
		}
	}
}

// TestFillIsTheShareOfEachPixel compares the picture with a count of points in each pixel.
func TestFillIsTheShareOfEachPixel(t *testing.T) {
	const px, grid = 100, 8
	rapid.Check(t, func(t *rapid.T) {
		path := anyPolygon(t)
		p := &Picture{img: image.NewRGBA(image.Rect(0, 0, px, px)), clip: image.Rect(0, 0, px, px), w: 100, h: 100, px: 1}
		p.Fill(path, Black)
		for range 40 {
			x, y := rapid.IntRange(0, px-1).Draw(t, "x"), rapid.IntRange(0, px-1).Draw(t, "y")
			n := 0
			for i := range grid * grid {
				if inside(path, Point{float64(x) + (float64(i%grid)+0.5)/grid, float64(y) + (float64(i/grid)+0.5)/grid}) {
					n++
				}
			}
			want := float64(n) / (grid * grid)
			if got := float64(p.img.RGBAAt(x, y).A) / 255; math.Abs(got-want) > 0.15 {
				t.Fatalf("pixel %d %d is covered by %.2f, drawn with %.2f", x, y, want, got)
			}
		}
	})
}

func TestLineIsAsBroadAsItsPen(t *testing.T) {
	for _, pen := range []Pen{{Width: 4, Color: Black}, {Width: 4, Color: Black, Join: RoundJoin, Cap: RoundCap}} {
		p := newPicture(t, 1000)
		p.Stroke(Polyline(Point{10, 50}, Point{50, 50}, Point{50, 90}), pen)
		dark := func(x, y float64) bool { return p.img.RGBAAt(int(x*10), int(y*10)).R < 128 }
		for _, c := range []struct {
			x, y float64
			want bool
		}{{30, 51.8, true}, {30, 48.2, true}, {30, 52.3, false}, {30, 47.7, false}, {48.2, 70, true}, {51.8, 70, true}, {52.3, 70, false}, {8.3, 50, pen.Cap == RoundCap}, {51.9, 48.1, pen.Join == MiterJoin}} {
			if dark(c.x, c.y) != c.want {
				t.Errorf("pen %+v at %g %g: %v", pen, c.x, c.y, !c.want)
			}
		}
	}
}

func TestTransparentLinesAreNotLaidOnTwice(t *testing.T) {
	p := newPicture(t, 1000)
	p.Stroke(append(Segment(10, 10, 90, 90), Segment(10, 90, 90, 10)...), Pen{Width: 5, Color: Faded(Black, 0.5)})
	if a, b := p.img.RGBAAt(500, 500), p.img.RGBAAt(300, 300); a != b {
		t.Errorf("where the lines cross %v, elsewhere %v", a, b)
	}
}

func TestWithinHidesWhatIsOutside(t *testing.T) {
	p := newPicture(t, 100)
	p.Within(Box{20, 20, 30, 30}, func() {
		p.Fill(Rect(0, 0, 100, 100), Black)
		p.Within(Box{0, 0, 10, 10}, func() { p.Fill(Rect(0, 0, 100, 100), Hex("#ff0000")) })
		p.Text(Text{Text: "字", X: 60, Y: 60, Size: 40, Color: Black})
	})
	for y := range 100 {
		for x := range 100 {
			in := x >= 20 && x < 50 && y >= 20 && y < 50
			if (p.img.RGBAAt(x, y) == color.RGBA{0, 0, 0, 255}) != in {
				t.Fatalf("pixel %d %d", x, y)
			}
		}
	}
	p.Fill(Rect(0, 0, 10, 10), Black)
	if p.img.RGBAAt(5, 5).R != 0 {
		t.Error("the box still holds afterwards")
	}
}

func TestWrapKeepsTheTextAndTheWidth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("月牙河东里，。（）abc 12 ")), 0, 60, -1).Draw(t, "text")
		width := rapid.Float64Range(8, 80).Draw(t, "width")
		lines := Wrap(text, 9, width)
		strip := func(s string) string { return strings.ReplaceAll(s, " ", "") }
		if strip(strings.Join(lines, "")) != strip(text) {
			t.Fatalf("%q became %q", text, lines)
		}
		for _, l := range lines {
			if Width(l, 9) > width+1e-9 && len([]rune(l)) > 1 {
				t.Fatalf("%q is wider than %g mm", l, width)
			}
		}
	})
	got := Wrap("扣减当月补贴，启动退出程序。", 10, Width("扣减当月补贴", 10))
	if got[0] == "扣减当月补贴" || strings.HasPrefix(got[1], "，") {
		t.Errorf("a line begins with a comma: %q", got)
	}
}

func TestShorten(t *testing.T) {
	if got := Shorten("月牙河东里", 10, 100); got != "月牙河东里" {
		t.Errorf("%q", got)
	}
	got := Shorten("月牙河东里", 10, Width("月牙河", 10))
	if !strings.HasSuffix(got, "…") || Width(got, 10) > Width("月牙河", 10) {
		t.Errorf("%q", got)
	}
	if got := Shorten("月牙河东里", 10, 0.1); got != "" {
		t.Errorf("%q", got)
	}
}

func TestHex(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Color
	}{{"#1b4db3", Color{R: 0x1b, G: 0x4d, B: 0xb3, A: 255}}, {"#0000001c", Color{A: 0x1c}}, {"red", Black}, {"#12345z", Black}, {"", Black}} {
		if got := Hex(c.in); got != c.want {
			t.Errorf("%s: %v", c.in, got)
		}
	}
}

func TestPageSizesAndProperties(t *testing.T) {
	p := newPDF()
	p.AddPage(297, 210)
	p.Bookmark("一")
	p.Link(10, 10, 10, 10, 2)
	p.AddPage(297, 420)
	p.Bookmark("二")
	out := tool(t, encoded(t, p), "pdfinfo", "-l", "2", "FILE")
	for _, want := range []string{"第3轮 创卫考核", "Estate Atlas", "Mar 18", "841.89 x 595.28", "841.89 x 1190.55"} {
		if !strings.Contains(out, want) {
			t.Errorf("%s is not among\n%s", want, out)
		}
	}
}
