package sheet

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"

	"estateatlas/backend/paper"
)

var info = paper.Info{Title: "图", Creator: "Estate Atlas", Lang: "zh-CN", Created: time.Date(2026, 3, 18, 0, 0, 0, 0, time.UTC)}

// TestPaletteIsTheScreens reads the style sheet of the screen; colours on paper and on the screen are the same.
func TestPaletteIsTheScreens(t *testing.T) {
	css, err := os.ReadFile(filepath.Join("..", "..", "frontend", "src", "styles", "tokens.css"))
	if err != nil {
		t.Skipf("without the sources of the screen: %v", err)
	}
	_, light, ok := strings.Cut(string(css), `[data-theme="light"] {`)
	if !ok {
		t.Fatal("tokens.css has no light theme")
	}
	light, _, _ = strings.Cut(light, "[data-theme=\"dark\"]")
	tokens := map[string]string{}
	for _, m := range regexp.MustCompile(`--([a-z0-9-]+):\s*(#[0-9a-fA-F]{6}(?:[0-9a-fA-F]{2})?);`).FindAllStringSubmatch(light, -1) {
		tokens[m[1]] = m[2]
	}
	p := &Light
	want := map[string]paper.Color{
		"text-1": p.Text1, "text-2": p.Text2, "text-3": p.Text3, "border-1": p.Border1, "border-2": p.Border2,
		"surface-1": p.Surface1, "surface-2": p.Surface2, "surface-3": p.Surface3, "accent": p.Accent, "danger": p.Danger,
		"map-land": p.Land, "map-block": p.Block, "map-park": p.Park, "map-water": p.Water, "map-water-text": p.WaterText, "map-rail": p.Rail,
		"map-boundary": p.Boundary, "map-outside": p.Outside, "map-label": p.Label, "map-label-halo": p.Halo,
		"fill-edge": p.Edge, "hatch-on-band": p.HatchOnBand, "on-fill-top": p.OnTop, "on-fill-bottom": p.OnBottom,
		"state-not-enrolled": p.Dots, "ramp-none": p.NoValue, "chart-grid": p.ChartGrid, "chart-axis": p.ChartAxis, "chart-line": p.ChartLine,
		"band-top-wash": p.TopWash, "band-bottom-wash": p.LowWash,
	}
	for i, name := range []string{"unranked", "top", "m1", "m2", "m3", "m4", "m5", "bottom"} {
		want["fill-"+name] = p.Fills[i]
	}
	for i, c := range p.Companies {
		want["co-"+strconv.Itoa(i+1)] = c
	}
	for i, c := range p.Sequence {
		want["ramp-seq-"+strconv.Itoa(i+1)] = c
	}
	for i, c := range p.Signed {
		want["ramp-div-"+strconv.Itoa(i+1)] = c
	}
	for name, c := range want {
		if tokens[name] == "" || paper.Hex(tokens[name]) != c {
			t.Errorf("--%s is %q on the screen, %v on paper", name, tokens[name], c)
		}
	}
	for i, name := range []string{"paid", "proposed", "withheld", "withheld", "withheld", "unfunded", "not-enrolled", "exited"} {
		if paper.Hex(tokens["state-"+name]) != p.Inks[i] {
			t.Errorf("--state-%s is %s on the screen, %v on paper", name, tokens["state-"+name], p.Inks[i])
		}
	}
}

// TestScaleIsTrue takes places on the ground at random: what lies so many metres apart in the frame lies that much over N apart
// on the page, and the bar is as long as it says.
func TestScaleIsTrue(t *testing.T) {
	m := madeUpMap(60)
	rapid.Check(t, func(t *rapid.T) {
		size := SizeOf(rapid.SampledFrom([]string{"A4", "A3"}).Draw(t, "paper"), rapid.Bool().Draw(t, "portrait"))
		l := layoutOf(size)
		wide := rapid.Float64Range(1e-5, 0.5).Draw(t, "wide")
		high := rapid.Float64Range(1e-5, 0.5).Draw(t, "high")
		extent := orb.Bound{Min: orb.Point{117.2, 39.1}, Max: orb.Point{117.2 + wide, 39.1 + high}}
		v := fit(boundOf(m.Frame, extent), l.mapBox, size.unit)
		lonLat := func(name string) orb.Point {
			return orb.Point{117.2 + wide*rapid.Float64Range(0, 1).Draw(t, name), 39.1 + high*rapid.Float64Range(0, 1).Draw(t, name)}
		}
		a, b := m.Frame.Forward(lonLat("a")), m.Frame.Forward(lonLat("b"))
		pa, pb := v.place(a), v.place(b)
		if !l.mapBox.Holds(pa) || !l.mapBox.Holds(pb) {
			t.Fatalf("1:%g: %v or %v is not on the map %v", v.scale, pa, pb, l.mapBox)
		}
		ground := math.Hypot(a[0]-b[0], a[1]-b[1])
		onPage := math.Hypot(pa.X-pb.X, pa.Y-pb.Y)
		if math.Abs(onPage*v.scale/1000-ground) > 1e-6*(1+ground) {
			t.Fatalf("1:%g: %.6f m on the ground, %.6f mm on the page", v.scale, ground, onPage)
		}
		bar := barOf(v.scale, 40)
		if bar.length > 40 || bar.length < 15 || math.Abs(bar.length*v.scale/1000-bar.metres) > 1e-9*bar.metres {
			t.Fatalf("1:%g: a bar of %g mm for %g m", v.scale, bar.length, bar.metres)
		}
		// The ends of the bar, taken back to the ground.
		at := func(mm float64) orb.Point { return orb.Point{v.mid[0] + mm/v.mm, v.mid[1]} }
		p, q := m.Frame.Forward(m.Frame.Inverse(at(0))), m.Frame.Forward(m.Frame.Inverse(at(bar.length)))
		if d := math.Hypot(p[0]-q[0], p[1]-q[1]); math.Abs(d-bar.metres) > 1e-3 {
			t.Fatalf("the bar of %g m is %.4f m long on the ground", bar.metres, d)
		}
		if text := strconv.FormatFloat(v.scale, 'f', -1, 64); len(strings.TrimRight(text, "0")) > 2 || v.scale < closest {
			t.Fatalf("1:%s is not round", text)
		}
	})
}

func TestScaleIsTheLeastThatFits(t *testing.T) {
	box := paper.Box{W: 206, H: 106}
	for _, c := range []struct{ wide, high, want float64 }{
		{2000, 1000, 10000}, {2001, 1000, 12000}, {2000, 1001, 12000}, {8900, 100, 45000}, {1, 1, closest}, {0, 0, closest},
	} {
		v := fit(orb.Bound{Max: orb.Point{c.wide, c.high}}, box, 0.2)
		if v.scale != c.want {
			t.Errorf("%g × %g m: 1:%g, not 1:%g", c.wide, c.high, v.scale, c.want)
		}
	}
}

// TestLabelsDoNotMeet places badges with names for estates at random, as on a page.
func TestLabelsDoNotMeet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := newField(paper.Box{W: 220, H: 160})
		const unit = 0.2
		n := rapid.IntRange(1, 40).Draw(t, "estates")
		estates := make([]bandEstate, n)
		for i := range estates {
			estates[i] = bandEstate{
				at: i, x: rapid.Float64Range(0, 220).Draw(t, "x"), y: rapid.Float64Range(0, 160).Draw(t, "y"),
				rx: rapid.Float64Range(1, 12).Draw(t, "rx"), ry: rapid.Float64Range(1, 12).Draw(t, "ry"),
				badge: rapid.Float64Range(3.6, 7).Draw(t, "badge"), name: rapid.Float64Range(5, 25).Draw(t, "name"),
			}
			e := &estates[i]
			f.take(paper.Box{X: e.x - e.rx, Y: e.y - e.ry, W: 2 * e.rx, H: 2 * e.ry}, i)
		}
		var boxes []paper.Box
		for i := range estates {
			b := placeBadge(&estates[i], f, unit)
			if b.named {
				b.box.W += nameGap*unit + estates[i].name
			}
			for j, other := range boxes {
				if meet(other, b.box) {
					t.Fatalf("the labels of %d and %d meet: %v %v", j, i, other, b.box)
				}
			}
			boxes = append(boxes, b.box)
			if b.named && !(f.frame.Holds(paper.Point{X: b.box.X, Y: b.box.Y}) && f.frame.Holds(paper.Point{X: b.box.Right(), Y: b.box.Bottom()})) {
				t.Fatalf("the name of %d leaves the map: %v", i, b.box)
			}
			for j := range estates {
				e := &estates[j]
				shape := paper.Box{X: e.x - e.rx, Y: e.y - e.ry, W: 2 * e.rx, H: 2 * e.ry}
				if b.named && j != i && meet(shape, b.box) {
					t.Fatalf("the label of %d lies on %d", i, j)
				}
			}
		}
	})
}

// variants are maps of all kinds.
func variants() map[string]Map {
	out := map[string]Map{}
	for _, size := range []string{"A4", "A3"} {
		for _, portrait := range []bool{false, true} {
			for _, lang := range []Lang{Chinese, English} {
				for _, kind := range []string{"plain", "links", "filter", "classes", "groups", "many", "part"} {
					m := madeUpMap(150)
					m.Lang, m.Size = lang, SizeOf(size, portrait)
					switch kind {
					case "links":
						m.addLinks()
					case "filter":
						for i := range m.Estates {
							m.Estates[i].Faded = i%3 != 0
						}
						m.count()
						m.Legend.Filter = lang.pick("显示 50 个小区，共 150 个，其余淡显", "50 of 150 estates, the others pale")
					case "classes":
						m.addClasses(7, false)
					case "groups":
						m.addClasses(12, true)
						m.addLinks()
					case "many":
						m.addClasses(60, true)
						m.addLinks()
						m.Facts = append(m.Facts, strings.Repeat("很长的来源", 30))
						m.Title = strings.Repeat("很长的标题", 20)
					case "part":
						m.Extent = orb.Bound{Min: m.Extent.Min, Max: m.Extent.Center()}
						m.Estates[3].Boundary = nil
						m.count()
					}
					out[fmt.Sprintf("%s %v %s %s", size, portrait, lang, kind)] = m
				}
			}
		}
	}
	return out
}

// TestNoTextMeetsOther looks at every text of sheets of all kinds: none lies on another and none leaves the page's margins.
func TestNoTextMeetsOther(t *testing.T) {
	for name, m := range variants() {
		r := &recorder{}
		Draw(r, &m)
		checkTexts(t, name, r, m.Size)
	}
}

func checkTexts(t *testing.T, name string, r *recorder, size Size) {
	t.Helper()
	page := paper.Box{W: size.Width, H: size.Height}.Inset(size.margin - 0.5)
	for i, a := range r.texts {
		if !page.Holds(paper.Point{X: a.box.X, Y: a.box.Y}) || !page.Holds(paper.Point{X: a.box.Right(), Y: a.box.Bottom()}) {
			t.Errorf("%s: %q leaves the page: %v", name, a.text, a.box)
		}
		for _, b := range r.texts[:i] {
			if a.page == b.page && meet(a.box.Inset(0.05), b.box.Inset(0.05)) {
				t.Errorf("%s: %q lies on %q: %v %v", name, a.text, b.text, a.box, b.box)
			}
		}
	}
}

func TestLegendCountsWhatIsShown(t *testing.T) {
	for name, m := range variants() {
		shown := 0
		for i := range m.Estates {
			if !m.Estates[i].Faded {
				shown++
			}
		}
		w := newWorld(&m)
		p := &page{canvas: &recorder{}, world: w, view: fit(w.extent, layoutOf(m.Size).mapBox, m.Size.unit), chosen: none}
		for i, b := range p.legendBlocks()[:2] {
			for b.folds() {
				sum := 0
				for _, r := range b.rows {
					sum += r.count
				}
				if sum != shown {
					t.Fatalf("%s: block %d with %d rows counts %d estates of %d", name, i, len(b.rows), sum, shown)
				}
				p.fold(&b)
			}
		}
	}
}

// read returns the text of a document of poppler-utils.
func read(t *testing.T, doc *paper.PDF) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not there; on Debian: apt-get install poppler-utils")
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", file(t, doc), "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

func file(t *testing.T, doc *paper.PDF) string {
	t.Helper()
	var b bytes.Buffer
	if err := doc.Encode(&b); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestSheetSaysWhatItShows(t *testing.T) {
	for _, c := range []struct {
		lang Lang
		want []string
	}{
		{Chinese, []string{"示例区（虚构） 2026年3月创卫考核", "内部使用", "虚构数据", "填色：考核名次", "前十名", "未参评", "描边与斜线：补贴状态", "扣全年", "筛选：", "比例尺 1:", "北", "2026年3月18日", "来源：", "张贵庄街", "澄河", "代管连线：代管企业", "瑞丰"}},
		{English, []string{"Internal use", "Made-up data", "Fill: inspection rank", "Top ten", "Not scored", "Year withheld", "Filter:", "Scale 1:", "Proxy links", "张贵庄街"}},
	} {
		m := madeUpMap(150)
		m.Lang = c.lang
		m.addLinks()
		m.Legend.Filter = "x"
		doc := paper.NewPDF(info)
		Draw(doc, &m)
		got := read(t, doc)
		for _, w := range c.want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: %s is missing", c.lang, w)
			}
		}
		for i := range m.Estates {
			if e := &m.Estates[i]; isBand(e.Band) && !strings.Contains(got, e.Name) {
				t.Errorf("%s: the name %s is missing", c.lang, e.Name)
			}
		}
	}
}

// TestNothingLeavesTheMap draws a part of a district, whose shapes and streets reach out on all sides.
func TestNothingLeavesTheMap(t *testing.T) {
	m := madeUpMap(400)
	m.addLinks()
	middle := m.Extent.Center()
	m.Extent = orb.Bound{Min: middle, Max: orb.Point{middle[0] + 0.003, middle[1] + 0.002}}
	c, err := paper.NewPicture(info, 297, 210, 891)
	if err != nil {
		t.Fatal(err)
	}
	Prepare(&m).Draw(c, Inset{Box: paper.Box{X: 50, Y: 40, W: 180, H: 120}, Unit: 0.2, Chosen: none, ScaleBar: true})
	var b bytes.Buffer
	if err := c.Encode(&b); err != nil {
		t.Fatal(err)
	}
	img := decode(t, b.Bytes())
	for y := range 630 {
		for x := range 891 {
			in := x >= 149 && x <= 691 && y >= 119 && y <= 481
			if r, g, bl, _ := img.At(x, y).RGBA(); !in && (r&g&bl) != 0xffff {
				t.Fatalf("the pixel %d %d, outside the map, is %v", x, y, img.At(x, y))
			}
		}
	}
}

func TestSameMapSameBytes(t *testing.T) {
	for _, draw := range []func() []byte{
		func() []byte {
			m := madeUpMap(150)
			m.addLinks()
			doc := paper.NewPDF(info)
			Draw(doc, &m)
			return bytesOf(t, doc)
		},
		func() []byte {
			m := madeUpMap(150)
			doc, err := paper.NewPicture(info, m.Size.Width, m.Size.Height, 1000)
			if err != nil {
				t.Fatal(err)
			}
			DrawPicture(doc, &m)
			return bytesOf(t, doc)
		},
		func() []byte {
			a := madeUpAtlas(12)
			doc := paper.NewPDF(info)
			if err := DrawAtlas(t.Context(), doc, &a, func(int, int) {}); err != nil {
				t.Fatal(err)
			}
			return bytesOf(t, doc)
		},
	} {
		if !bytes.Equal(draw(), draw()) {
			t.Error("two drawings of one map differ")
		}
	}
}

func TestMapsOfLittle(t *testing.T) {
	for name, change := range map[string]func(m *Map){
		"no estate":     func(m *Map) { m.Estates, m.Links = nil, nil },
		"one point":     func(m *Map) { m.Extent = orb.Bound{Min: m.Extent.Min, Max: m.Extent.Min} },
		"no ground":     func(m *Map) { m.Ground = nil },
		"nothing on it": func(m *Map) { m.Extent = orb.Bound{Min: orb.Point{100, 10}, Max: orb.Point{100.1, 10.1}} },
		"empty shapes":  func(m *Map) { m.Estates[0].Boundary = orb.MultiPolygon{{}, {{}}, {{{117.2, 39.1}}}} },
		"not finite":    func(m *Map) { m.Estates[0].Boundary[0][0][1] = orb.Point{math.NaN(), math.Inf(1)} },
		"odd ground": func(m *Map) {
			m.Ground = append(m.Ground, Ground{Layer: water, Geometry: orb.Collection{orb.Point{1, 2}, orb.LineString{}}})
		},
		"hostile names": func(m *Map) {
			m.Estates[0].Name, m.Ground[0].Name, m.Title = "\u202e\x00𠮷(\\)", "\xff\n\t", "\u2028"
		},
		"names of no width": func(m *Map) { m.Estates[0].Name = "\u200b" },
		"long names": func(m *Map) {
			for i := range m.Estates {
				m.Estates[i].Name = strings.Repeat("很长", 60)
			}
		},
	} {
		m := madeUpMap(30)
		m.addLinks()
		change(&m)
		doc := paper.NewPDF(info)
		Draw(doc, &m)
		if len(bytesOf(t, doc)) < 1000 {
			t.Errorf("%s: no document", name)
		}
	}
}

func madeUpAtlas(n int) Atlas {
	a := Atlas{Map: madeUpMap(150), Heads: []string{"街道", "补贴状态"}}
	for i := range n {
		leaf := Leaf{
			Estate: i * 7 % 150, Subtitle: "第8名，共389名 · 61.5 分 · 万新街", Index: []string{"万新街", "扣全年"},
			History: History{Title: "名次变化", Note: "24 轮", BandSize: 10},
			Sections: []Section{
				{Title: "本年措施", Rows: []Row{{Label: "2026-03-18 第389名", Value: "三级：扣全年，启动退出程序"}}},
				{Title: "决定", Rows: []Row{{Value: strings.Repeat("认定为企业责任。", 12)}}},
			},
		}
		for k := range 40 {
			leaf.Sections[0].Rows = append(leaf.Sections[0].Rows, Row{Label: fmt.Sprint("项 ", k), Value: "9.5"})
		}
		for k := range i % 26 {
			leaf.History.Points = append(leaf.History.Points, Result{Label: fmt.Sprintf("2026-%02d", k%12+1), Rank: (k * 37 * i) % 389, Of: 389})
		}
		a.Leaves = append(a.Leaves, leaf)
	}
	a.Map.Estates[7].Boundary = nil
	return a
}

func TestAtlas(t *testing.T) {
	for _, portrait := range []bool{false, true} {
		a := madeUpAtlas(70)
		a.Map.Size = SizeOf("A4", portrait)
		doc := paper.NewPDF(info)
		seen, last := 0, -1
		err := DrawAtlas(t.Context(), doc, &a, func(done, total int) {
			if done <= last || total < 72 {
				t.Errorf("progress: %d of %d after %d", done, total, last)
			}
			seen, last = total, done
		})
		if err != nil || last != seen {
			t.Fatalf("%v; %d of %d", err, last, seen)
		}
		got := read(t, doc)
		for _, want := range []string{"小区索引", "名次变化", "启动退出程序", "未上图：没有边界", "行见系统", "比例尺"} {
			if !strings.Contains(got, want) {
				t.Errorf("%s is missing", want)
			}
		}
		r := &recorder{}
		if err := DrawAtlas(t.Context(), r, &a, func(int, int) {}); err != nil || r.pages != seen {
			t.Fatalf("%v; %d pages, %d were said", err, r.pages, seen)
		}
		checkTexts(t, fmt.Sprint("atlas ", portrait), r, a.Map.Size)
	}
}

func TestAtlasStopsWhenItIsCalledOff(t *testing.T) {
	a := madeUpAtlas(50)
	ctx, cancel := context.WithCancel(t.Context())
	pages := 0
	err := DrawAtlas(ctx, paper.NewPDF(info), &a, func(done, _ int) {
		if pages = done; done == 5 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || pages != 5 {
		t.Errorf("%v after %d pages", err, pages)
	}
}

// TestRampIsTheScreens has figures of frontend/src/model/ramp.ts.
func TestRampIsTheScreens(t *testing.T) {
	for _, c := range []struct {
		step   float64
		signed bool
		want   string
	}{{0, false, "#f5efde"}, {1, false, "#00427f"}, {0.5, false, "#70a0c8"}, {0, true, "#f2f1ed"}, {-1, true, "#724086"}, {1, true, "#236633"}} {
		if got := NumberSwatch(c.step, c.signed).Color; got != paper.Hex(c.want) {
			t.Errorf("%g: %v, not %s", c.step, got, c.want)
		}
	}
	if a, b := NumberSwatch(0.1, false).Color, NumberSwatch(0.2, false).Color; a == b || luminance(a) <= luminance(b) {
		t.Error("more is not darker")
	}
	seen := map[Swatch]bool{}
	for i := range 24 {
		s := GroupSwatch(i)
		if seen[s] {
			t.Errorf("group %d looks like another", i)
		}
		seen[s] = true
	}
}
