package app_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"estateatlas/backend/app"
)

func pdfText(t *testing.T, data []byte) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not there; on Debian: apt-get install poppler-utils")
	}
	path := filepath.Join(t.TempDir(), "a.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "pdftotext", "-layout", path, "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return string(out)
}

// legendRow tells whether a line of a page says a label with a count at its end.
func legendRow(page, label string, count int) bool {
	for line := range strings.Lines(page) {
		if fields := strings.Fields(line); strings.Contains(line, label) && len(fields) > 0 {
			for _, f := range fields {
				if f == fmt.Sprint(count) {
					return true
				}
			}
		}
	}
	return false
}

func TestMapSaysWhatTheScreenSays(t *testing.T) {
	a := openDemo(t)
	district, err := a.District()
	if err != nil {
		t.Fatal(err)
	}
	view, err := a.Round("")
	if err != nil {
		t.Fatal(err)
	}
	_, data := fetch(t, a, app.ExportAsk{What: "map", Format: "pdf", Lang: "zh", Map: app.MapAsk{Proxies: true}})
	page := pdfText(t, data)
	for _, want := range []string{"示例区（虚构）", "内部使用", "虚构数据", "填色：考核名次", "比例尺 1:", "代管连线", "CGCS2000", "2026年"} {
		if !strings.Contains(page, want) {
			t.Errorf("%s is missing", want)
		}
	}
	states := make([]int, len(app.States))
	for at, s := range view.State {
		states[s]++
		if band := view.Band[at]; (band == 1 || band == 7) && !strings.Contains(page, fmt.Sprintf("%d", view.Rank[at])) {
			t.Errorf("the rank of %s is missing", district.Estates.Name[at])
		}
	}
	for i, label := range []string{"正常发放", "拟扣", "扣当月", "扣当季", "扣全年", "无补贴", "未纳入", "已退出"} {
		if !legendRow(page, label, states[i]) {
			t.Errorf("%s: not %d", label, states[i])
		}
	}
}

func TestFilteredMapCountsOnlyWhatIsShown(t *testing.T) {
	a := openDemo(t)
	district, err := a.District()
	if err != nil {
		t.Fatal(err)
	}
	view, err := a.Round("")
	if err != nil {
		t.Fatal(err)
	}
	visible := district.Estates.FID[:100]
	_, data := fetch(t, a, app.ExportAsk{What: "map", Format: "pdf", Lang: "zh", Map: app.MapAsk{Filtered: true, Visible: visible}})
	page := pdfText(t, data)
	paid := 0
	for _, s := range view.State[:100] {
		if s == 0 {
			paid++
		}
	}
	if !strings.Contains(page, "筛选：显示 100 个小区") || !legendRow(page, "正常发放", paid) {
		t.Errorf("100 are shown, %d of them paid:\n%s", paid, page)
	}
	_, all := fetch(t, a, app.ExportAsk{What: "map", Format: "pdf", Lang: "en"})
	if page := pdfText(t, all); strings.Contains(page, "Filter") || !strings.Contains(page, "Fill: inspection rank") {
		t.Errorf("a map without a filter, in English:\n%s", page)
	}
}

func TestMapNamesItsColouring(t *testing.T) {
	a := openDemo(t)
	for _, by := range []string{"score", "company", "subdistrict", "change"} {
		ask := app.ColouringAsk{By: by, Method: "quantile", Classes: 5}
		c, err := a.Colour("", ask)
		if err != nil {
			t.Fatal(err)
		}
		_, data := fetch(t, a, app.ExportAsk{What: "map", Format: "pdf", Lang: "zh", Map: app.MapAsk{Colouring: ask, Paper: "A3"}})
		page := pdfText(t, data)
		method := strings.Join(strings.Fields(c.Text.ZH), "")
		if words := strings.Join(strings.Fields(page), ""); !strings.Contains(words, method[:min(len(method), 30)]) {
			t.Errorf("%s: %q is missing", by, c.Text.ZH)
		}
		for _, class := range c.Classes[:min(5, len(c.Classes))] {
			if !legendRow(page, strings.Fields(class.Label.ZH)[0], class.Count) {
				t.Errorf("%s: %s is not %d", by, class.Label.ZH, class.Count)
			}
		}
	}
}

func TestMapAsPicture(t *testing.T) {
	a := openDemo(t)
	for _, c := range []struct {
		ask  app.MapAsk
		w, h int
	}{{app.MapAsk{WidthPx: 800}, 800, 566}, {app.MapAsk{WidthPx: 640, Portrait: true, Paper: "A3"}, 640, 905}} {
		_, data := fetch(t, a, app.ExportAsk{What: "map", Format: "png", Lang: "zh", Map: c.ask})
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if b := img.Bounds(); b.Dx() != c.w || b.Dy() != c.h {
			t.Errorf("%v, not %d × %d", b, c.w, c.h)
		}
	}
}

// TestMapOverABaseMap: its pictures lie under the estates in paler colours, it is named, and one that cannot be had stops the export
// with the reason.
func TestMapOverABaseMap(t *testing.T) {
	blue := image.NewPaletted(image.Rect(0, 0, 256, 256), color.Palette{color.RGBA{40, 90, 200, 255}})
	var tile bytes.Buffer
	if err := png.Encode(&tile, blue); err != nil {
		t.Fatal(err)
	}
	var refusing atomic.Bool
	mirror := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if refusing.Load() {
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		_, _ = w.Write(tile.Bytes())
	}))
	defer mirror.Close()
	a := openDemo(t)
	base, err := a.AddBaseAddress("内网影像", mirror.URL+"/{z}/{x}/{y}", "")
	if err != nil {
		t.Fatal(err)
	}
	at := func(id string) color.RGBA {
		t.Helper()
		_, data := fetch(t, a, app.ExportAsk{What: "map", Format: "png", Map: app.MapAsk{Paper: "A4", WidthPx: 1200, BaseMap: id}})
		drawn, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		return color.RGBAModel.Convert(drawn.At(60, 780)).(color.RGBA) // a corner of the map, without estates
	}
	blueness := func(c color.RGBA) int { return int(c.B) - int(c.R) }
	if with, without := at(base.ID), at(""); blueness(with) < 60 || blueness(without) > 10 || with.R < 60 {
		t.Errorf("the ground is %v over the base map and %v without", with, without)
	}
	_, data := fetch(t, a, app.ExportAsk{What: "map", Format: "pdf", Lang: "zh", Map: app.MapAsk{BaseMap: base.ID}})
	if page := pdfText(t, data); !strings.Contains(page, "底图：内网影像") || strings.Contains(page, "水域") || !strings.Contains(page, "街道界") {
		t.Errorf("the page says:\n%s", page)
	}

	refusing.Store(true)
	other, err := a.AddBaseAddress("另一影像", mirror.URL+"/other/{z}/{x}/{y}", "")
	if err != nil {
		t.Fatal(err)
	}
	for id, says := range map[string]string{other.ID: "403", "gone": "不在清单"} {
		if j := exported(t, a, app.ExportAsk{What: "map", Format: "png", Map: app.MapAsk{BaseMap: id}}); j.Failure == nil || !strings.Contains(j.Failure.Text.ZH, says) {
			t.Errorf("%+v, want %s", j.Failure, says)
		}
	}
}

func TestAtlasHasAPageForEachEstate(t *testing.T) {
	a := openDemo(t)
	district, err := a.District()
	if err != nil {
		t.Fatal(err)
	}
	chosen := district.Estates.FID[10:15]
	_, data := fetch(t, a, app.ExportAsk{What: "atlas", Format: "pdf", Lang: "zh", FIDs: chosen})
	pages := strings.Split(strings.TrimRight(pdfText(t, data), "\f"), "\f")
	if len(pages) != 2+len(chosen) {
		t.Fatalf("%d pages", len(pages))
	}
	for i, fid := range chosen {
		card, err := a.Card(fid, "")
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{card.Name, "名次变化", "区级奖励补贴", card.Subdistrict} {
			if !strings.Contains(pages[2+i], want) {
				t.Errorf("page %d: %s is missing", 3+i, want)
			}
		}
		if !strings.Contains(pages[1], card.Name) {
			t.Errorf("%s is not in the index", card.Name)
		}
		if card.Company != nil && card.Company.Phone != "" && strings.Contains(pages[2+i], card.Company.Phone) {
			t.Errorf("page %d has a telephone number", 3+i)
		}
	}
}
