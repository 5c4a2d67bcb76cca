// Package desktop puts the program into a Wails window: binding, dialogs, error texts. It is the only package that imports
// Wails.
package desktop

import (
	"context"

	"estateatlas/backend/app"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"io/fs"
	"net/http"
)

// Window is what only a desktop can do: ask for files and folders.
type Window struct{ ctx context.Context }

// ChooseProject asks for a project file; "" if the user thought better of it.
func (w *Window) ChooseProject() (string, error) { return "", nil }

// ChooseFiles asks for files to import.
func (w *Window) ChooseFiles() ([]string, error) { return nil, nil }

// ChooseFolder asks for a dataset folder.
func (w *Window) ChooseFolder() (string, error) { return "", nil }

// ChooseTarget asks where a new project shall be kept.
func (w *Window) ChooseTarget() (string, error) { return "", nil }

// Run opens the window and returns when it is closed.
func Run(atlas *app.Atlas, assets fs.FS, tiles http.Handler) error {
	w := &Window{}
	return wails.Run(&options.App{
		Title:       "旧楼区长效管理一张图",
		AssetServer: &assetserver.Options{Assets: assets, Handler: tiles},
		OnStartup:   func(ctx context.Context) { w.ctx = ctx },
		Linux:       &linux.Options{WebviewGpuPolicy: linux.WebviewGpuPolicyNever},
		Bind:        []any{atlas, w},
	})
}
