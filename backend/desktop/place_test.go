package desktop

import (
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

func TestABadPlaceIsIgnored(t *testing.T) {
	for text, known := range map[string]bool{
		`{"x":10,"y":20,"width":1200,"height":800,"maximised":true}`: true,
		`{"x":10,"y":20,"width":1200}`:                               false,
		`{"width":-5,"height":800}`:                                  false,
		`{"width":"wide"}`:                                           false,
		`[]`:                                                         false,
		``:                                                           false,
		`{"x":1e400}`:                                                false,
	} {
		if p, got := readPlace([]byte(text)); got != known {
			t.Errorf("%s: %v %+v", text, got, p)
		}
	}
}

// TestTheWindowLiesOnTheScreen: wherever a window stood, its title can be reached on the screen that there is now.
func TestTheWindowLiesOnTheScreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		far := rapid.IntRange(-100_000, 100_000)
		p := place{X: far.Draw(t, "x"), Y: far.Draw(t, "y"), Width: far.Draw(t, "width"), Height: far.Draw(t, "height")}
		screenWidth, screenHeight := rapid.IntRange(800, 8000).Draw(t, "screen width"), rapid.IntRange(600, 5000).Draw(t, "screen height")
		got := p.fitted(screenWidth, screenHeight)
		if got.Width > screenWidth || got.Height > screenHeight || got.Width < min(leastWidth, screenWidth) || got.Height < min(leastHeight, screenHeight) {
			t.Fatalf("%+v on %d × %d", got, screenWidth, screenHeight)
		}
		if got.X+got.Width < reach || got.X > screenWidth-reach || got.Y < 0 || got.Y > screenHeight-reach {
			t.Fatalf("%+v out of reach on %d × %d", got, screenWidth, screenHeight)
		}
		inside := p.Width >= leastWidth && p.Width <= screenWidth && p.Height >= leastHeight && p.Height <= screenHeight && p.X >= 0 && p.Y >= 0 &&
			p.X+p.Width <= screenWidth && p.Y+p.Height <= screenHeight
		if inside && got != p {
			t.Fatalf("%+v was moved to %+v on %d × %d", p, got, screenWidth, screenHeight)
		}
	})
}

func TestTheFirstWindow(t *testing.T) {
	if p := first(1920, 1080); !p.Maximised || p.Width != width || p.X != 240 || p.Y != 90 {
		t.Errorf("%+v on a large screen", p)
	}
	if p := first(1366, 768); p.Maximised || p.Width != 1366 || p.Height != 768 || p.X != 0 || p.Y != 0 {
		t.Errorf("%+v on a small screen", p)
	}
}

func TestAnEndingIsPutBehindANameThatHasNone(t *testing.T) {
	dir := t.TempDir()
	for typed, want := range map[string]string{"名次": "名次.xlsx", "名次.XLSX": "名次.XLSX", "2026.3": "2026.3.xlsx", "名次.xlsx": "名次.xlsx"} {
		if got, err := withEnding(filepath.Join(dir, typed), ".xlsx"); err != nil || filepath.Base(got) != want {
			t.Errorf("%s: %s %v", typed, got, err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "旧.xlsx"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := withEnding(filepath.Join(dir, "旧"), ".xlsx"); err == nil {
		t.Error("a file that nobody was asked about would be replaced")
	}
}

func TestPreferencesAreJSONOrNothing(t *testing.T) {
	config := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", config)
	w := &Window{}
	if text, err := w.Prefs(); text != "" || err != nil {
		t.Errorf("%q %v", text, err)
	}
	if err := w.SavePrefs(`{"theme":"dark"}`); err != nil {
		t.Fatal(err)
	}
	if text, err := w.Prefs(); text != `{"theme":"dark"}` || err != nil {
		t.Errorf("%q %v", text, err)
	}
	if w.SavePrefs("{") == nil || w.SavePrefs(`"`+string(make([]byte, 70_000))+`"`) == nil {
		t.Error("what is not JSON, or too much of it, was kept")
	}
	if err := os.WriteFile(filepath.Join(config, "estate-atlas", prefsFile), []byte("damaged"), 0o644); err != nil {
		t.Fatal(err)
	}
	if text, err := w.Prefs(); text != "" || err != nil {
		t.Errorf("of a damaged file: %q %v", text, err)
	}
}
