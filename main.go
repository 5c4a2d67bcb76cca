// Estate Atlas (旧楼区长效管理一张图): the desktop program. With no arguments it opens the window; its commands are those of
// backend/cmd/estate-atlas, which is the same program without a window.
package main

import (
	_ "embed"
	"os"

	"estateatlas/backend/app"
	"estateatlas/backend/cli"
	"estateatlas/backend/desktop"
	"estateatlas/backend/gpkg"
	"estateatlas/frontend"
)

//go:embed build/appicon.png
var icon []byte

func main() {
	p := cli.Program{
		Projects: gpkg.Projects{}, Assets: frontend.Assets(), Stdout: os.Stdout, Stderr: os.Stderr,
		Window: func(atlas *app.Atlas, path string) error { return desktop.Run(atlas, frontend.Assets(), icon, path) },
	}
	os.Exit(p.Run(os.Args[1:]))
}
