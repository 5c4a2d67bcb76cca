//go:build e2e

package desktop_test

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"estateatlas/backend/app"
	"estateatlas/backend/demo"
	"estateatlas/backend/gpkg"
)

// TestSpeedOfTheWindow measures the real window as frontend/bench does the browser, for `make bench-window`: it is a benchmark and
// asserts nothing. BENCH_RUNS (20) is how many openings and round changes are timed.
func TestSpeedOfTheWindow(t *testing.T) {
	if os.Getenv("ESTATE_ATLAS_BENCH") == "" {
		t.Skip("a benchmark: make bench-window")
	}
	runs := 20
	if n, err := strconv.Atoi(os.Getenv("BENCH_RUNS")); err == nil && n > 0 {
		runs = n
	}
	for _, estates := range []int{0, 5_000, 50_000} {
		t.Run(strconv.Itoa(estates), func(t *testing.T) {
			path := filepath.Join(folder(t), "bench.gpkg")
			if err := app.MakeDemo(context.Background(), gpkg.Projects{}, path, demo.Options{Estates: estates}); err != nil {
				t.Fatal(err)
			}
			first := func(w *window) (ms float64) {
				w.wait("the map rests", 60*time.Second, func() bool {
					w.decode(w.script(`const map = document.querySelector('[role=application]');
						return map && map.getAttribute('aria-busy') === 'false' ? performance.now() : 0`), &ms)
					return ms > 0
				})
				return ms
			}
			var opened []float64
			for range runs {
				t.Run("open", func(t *testing.T) { opened = append(opened, first(openWindow(t, 1440, 900, "open", path))) })
			}
			t.Logf("first map: %s after the page began, as the page counts", median(opened))

			w := openWindow(t, 1440, 900, "open", path)
			first(w)
			// The offer of a tour, and whatever else is new to a first window, is put aside.
			w.typeKeys("\ue00c")
			time.Sleep(time.Second)

			var times []float64
			for i := range runs {
				key := []string{"ArrowLeft", "ArrowRight"}[i%2]
				var took float64
				w.decode(w.async(`const done = arguments[arguments.length - 1], map = document.querySelector('[role=application]');
					let busy = false;
					const watch = new MutationObserver(() => {
						const now = map.getAttribute('aria-busy') !== 'false';
						if (busy && !now) { watch.disconnect(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))); }
						busy = busy || now;
					});
					watch.observe(map, {attributes: true, attributeFilter: ['aria-busy']});
					const start = performance.now();
					document.body.dispatchEvent(new KeyboardEvent('keydown', {key: '`+key+`', bubbles: true, cancelable: true}));`), &took)
				times = append(times, took)
				time.Sleep(250 * time.Millisecond)
			}
			t.Logf("round change: %s", median(times))

			w.script(`window.frames_ = 0; window.count_ = true; const next = () => { window.frames_++; if (window.count_) requestAnimationFrame(next) };
				window.from_ = performance.now(); requestAnimationFrame(next); return 0`)
			w.drag(700, 330)
			var rate float64
			w.decode(w.script(`window.count_ = false; return window.frames_ * 1000 / (performance.now() - window.from_)`), &rate)
			t.Logf("pan: %.0f frames a second", rate)
		})
	}
}

// median says the middle of times in milliseconds, with the least and the most.
func median(times []float64) string {
	slices.Sort(times)
	return fmt.Sprintf("median %.0f ms (%.0f–%.0f) of %d", times[len(times)/2], times[0], times[len(times)-1], len(times))
}

// typeKeys sends keys to what has the focus.
func (w *window) typeKeys(keys string) {
	w.t.Helper()
	var actions []any
	for _, key := range keys {
		actions = append(actions, map[string]any{"type": "keyDown", "value": string(key)}, map[string]any{"type": "keyUp", "value": string(key)})
	}
	w.call(http.MethodPost, w.session+"/actions", map[string]any{"actions": []any{map[string]any{"type": "key", "id": "keys", "actions": actions}}})
}

// async runs a script that calls its last argument when it is done.
func (w *window) async(text string) []byte {
	w.t.Helper()
	return w.call(http.MethodPost, w.session+"/execute/async", map[string]any{"script": text, "args": []any{}})
}

// drag moves the map to and fro for about two seconds.
func (w *window) drag(x, y int) {
	w.t.Helper()
	steps := []any{map[string]any{"type": "pointerMove", "duration": 0, "x": x, "y": y}, map[string]any{"type": "pointerDown", "button": 0}}
	for i := range 10 {
		steps = append(steps, map[string]any{"type": "pointerMove", "duration": 200, "x": x + 140*(i%2), "y": y + 12*(i%3)})
	}
	steps = append(steps, map[string]any{"type": "pointerUp", "button": 0})
	w.call(http.MethodPost, w.session+"/actions", map[string]any{"actions": []any{map[string]any{
		"type": "pointer", "id": "mouse", "parameters": map[string]any{"pointerType": "mouse"}, "actions": steps,
	}}})
}
