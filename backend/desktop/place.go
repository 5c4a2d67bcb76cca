package desktop

import (
	"context"
	"encoding/json"
	"log/slog"
	"os"

	"estateatlas/backend/app"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// placeFile keeps where the window stood, in the user's configuration folder.
const placeFile = "window.json"

// place is where the window stands, in logical pixels of its screen, and where files were saved last.
type place struct {
	X         int  `json:"x"`
	Y         int  `json:"y"`
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
	// Folder is where the last export went; "" the system's choice.
	Folder string `json:"folder"`
}

// The window's size at first, that of the design's pictures, and the least that the design knows.
const (
	width, height           = 1440, 900
	leastWidth, leastHeight = 1024, 640
)

// reach is how much of the window has to lie on the screen for it to be taken hold of.
const reach = 160

// readPlace reads what was kept; anything that is not a place of ours is ignored.
func readPlace(text []byte) (p place, known bool) {
	if json.Unmarshal(text, &p) != nil || p.Width < 1 || p.Height < 1 {
		return place{Folder: p.Folder}, false
	}
	return p, true
}

// fitted moves and shrinks the window so that it lies on a screen of this size and its title can be reached.
func (p place) fitted(screenWidth, screenHeight int) place {
	if screenWidth <= 0 || screenHeight <= 0 {
		return p
	}
	p.Width = min(max(p.Width, leastWidth), screenWidth)
	p.Height = min(max(p.Height, leastHeight), screenHeight)
	p.X = min(max(p.X, reach-p.Width), screenWidth-reach)
	p.Y = min(max(p.Y, 0), screenHeight-reach)
	return p
}

// first is the place of a window that was never moved: all of a large screen, the corner of a small one.
func first(screenWidth, screenHeight int) place {
	p := place{Width: min(width, screenWidth), Height: min(height, screenHeight)}
	p.Maximised = screenWidth >= width && screenHeight >= height
	if p.Maximised {
		p.X, p.Y = (screenWidth-p.Width)/2, (screenHeight-p.Height)/2
	}
	return p
}

// takePlace puts the window where it stood last.
func (w *Window) takePlace() {
	screens, err := runtime.ScreenGetAll(w.ctx)
	if err != nil || len(screens) == 0 {
		slog.Warn("the screen's size is not known", "err", err)
		return
	}
	screen := screens[0]
	for _, s := range screens {
		if s.IsCurrent {
			screen = s
		}
	}
	p, known := readPlace(app.Remembered(placeFile))
	if known {
		p = p.fitted(screen.Size.Width, screen.Size.Height)
	} else {
		folder := p.Folder
		p = first(screen.Size.Width, screen.Size.Height)
		p.Folder = folder
	}
	w.setPlace(p)
	runtime.WindowSetSize(w.ctx, p.Width, p.Height)
	runtime.WindowSetPosition(w.ctx, p.X, p.Y)
	if p.Maximised {
		runtime.WindowMaximise(w.ctx)
	}
}

// keepPlace remembers where the window stands as it closes. A window that fills the screen keeps the size that it goes back to.
func (w *Window) keepPlace(ctx context.Context) {
	p := w.lastPlace()
	switch {
	case runtime.WindowIsFullscreen(ctx), runtime.WindowIsMinimised(ctx):
	case runtime.WindowIsMaximised(ctx):
		p.Maximised = true
	default:
		p.Maximised = false
		p.X, p.Y = runtime.WindowGetPosition(ctx)
		p.Width, p.Height = runtime.WindowGetSize(ctx)
	}
	w.remember(p)
}

func (w *Window) lastPlace() place {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.place
}

func (w *Window) setPlace(p place) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.place = p
}

// remember is a convenience: a full disk must not keep the window from closing.
func (w *Window) remember(p place) {
	w.setPlace(p)
	text, err := json.Marshal(p)
	if err == nil {
		err = app.Remember(placeFile, text)
	}
	if err != nil {
		slog.Warn("the window's place is not kept", "err", err)
	}
}

// folder is where a dialog begins: where the last export went, if that is still there.
func (p place) folder() string {
	if info, err := os.Stat(p.Folder); err != nil || !info.IsDir() {
		return ""
	}
	return p.Folder
}
