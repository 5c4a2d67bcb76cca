//go:build e2e

package desktop_test

import (
	"image"
	"image/color"
	"net/http"
	"strings"
	"testing"
	"time"
)

// TestALeaderOpensTheDemoAndAsksForAnEstate walks the first minute: welcome, demo, an estate by name, its card, the map.
func TestALeaderOpensTheDemoAndAsksForAnEstate(t *testing.T) {
	w := openWindow(t, 1440, 900)
	w.wait("the welcome screen is there", 20*time.Second, func() bool { return strings.Contains(w.text("main"), "还没有项目") })
	w.click("main .other button:nth-of-type(2)") // 看示例区
	w.wait("the demo is open and marked as made up", 60*time.Second, func() bool { return strings.Contains(w.text("header"), "虚构") })
	w.wait("the list has rows", 20*time.Second, func() bool { return w.text("[role=row][data-fid]") != "" })

	// The last place of the latest round stands first in the list.
	name := strings.TrimSpace(w.text("[role=row][data-fid] [role=gridcell]:nth-child(3)"))
	if name == "" {
		t.Fatalf("the first row has no name: %q", w.text("[role=row][data-fid]"))
	}
	w.typeInto("#search", name)
	w.wait("the name is found", 5*time.Second, func() bool { return strings.Contains(w.text("#search-results"), name) })
	w.typeInto("#search", "\ue007") // Enter
	w.wait("the card tells of it", 10*time.Second, func() bool { return strings.TrimSpace(w.text("aside h2")) == name })
	card := w.text("aside")
	for _, says := range []string{"名次变化", "措施", "扣分", "区级奖励补贴", "河北民字"} {
		if !strings.Contains(card, says) {
			t.Errorf("the card says nothing of %s:\n%s", says, card)
		}
	}

	// The map flew there: the estate lies in the middle of what is not covered, and a click on it opens the card again.
	time.Sleep(1500 * time.Millisecond)
	w.click("aside button")
	w.wait("the card is closed", 5*time.Second, func() bool { return strings.TrimSpace(w.text("aside h2")) != name })
	var at struct{ X, Y float64 }
	w.decode(w.script(`const r = document.querySelector('.stage').getBoundingClientRect();
		const legend = document.querySelector('section[aria-label^="图例"]').getBoundingClientRect();
		return {x: (legend.right + 12 + r.right) / 2, y: (r.top + r.bottom) / 2}`), &at)
	w.clickAt(int(at.X), int(at.Y))
	w.wait("the clicked estate's card is open", 5*time.Second, func() bool { return strings.TrimSpace(w.text("aside h2")) == name })

	shot := w.screenshot()
	if n := colours(shot); n < 200 {
		t.Errorf("the window is nearly blank: %d colours", n)
	}
	// --fill-bottom and --fill-top of the light theme
	for what, c := range map[string]color.RGBA{"bottom": {0xd6, 0x3d, 0x17, 255}, "top": {0x0a, 0x7a, 0x80, 255}} {
		if n := count(shot, c); n < 50 {
			t.Errorf("%d pixels have the colour of the %s band", n, what)
		}
	}
}

// TestTheWindowOpensOnAProject opens the smallest window that the design knows, on the demo district.
func TestTheWindowOpensOnAProject(t *testing.T) {
	w := openWindow(t, 1280, 720, "open")
	w.wait("the demo is open", 60*time.Second, func() bool { return strings.Contains(w.text("header"), "虚构") })
	w.wait("the list has rows or the drawer is closed", 20*time.Second, func() bool { return w.text("section[data-region]") != "" })
	w.screenshot()
}

// clickAt presses and releases the left button at a point of the page.
func (w *window) clickAt(x, y int) {
	w.t.Helper()
	w.call(http.MethodPost, w.session+"/actions", map[string]any{"actions": []any{map[string]any{
		"type": "pointer", "id": "mouse", "parameters": map[string]any{"pointerType": "mouse"},
		"actions": []any{
			map[string]any{"type": "pointerMove", "duration": 50, "x": x, "y": y},
			map[string]any{"type": "pointerDown", "button": 0},
			map[string]any{"type": "pause", "duration": 50},
			map[string]any{"type": "pointerUp", "button": 0},
		},
	}}})
}

func colours(m image.Image) int {
	seen := map[color.Color]bool{}
	each(m, func(c color.Color) { seen[c] = true })
	return len(seen)
}

func count(m image.Image, want color.RGBA) (n int) {
	each(m, func(c color.Color) {
		if color.RGBAModel.Convert(c) == want {
			n++
		}
	})
	return n
}

func each(m image.Image, visit func(color.Color)) {
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			visit(m.At(x, y))
		}
	}
}
