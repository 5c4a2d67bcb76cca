// Estate Atlas (旧楼区长效管理一张图): the desktop program. backend/cmd/estate-atlas is the same without a window.
package main

import (
	"fmt"
	"os"

	"estateatlas/backend/app"
	"estateatlas/backend/desktop"
	"estateatlas/frontend"
)

func main() {
	if err := desktop.Run(&app.Atlas{}, frontend.Assets(), nil); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
