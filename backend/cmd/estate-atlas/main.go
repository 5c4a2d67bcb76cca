// Command estate-atlas is the program without a window: every command of the contract, no GTK or WebKit linked.
package main

import (
	"os"

	"estateatlas/backend/cli"
	"estateatlas/backend/gpkg"
	"estateatlas/frontend"
)

func main() {
	p := cli.Program{Projects: gpkg.Projects{}, Assets: frontend.Assets(), Stdout: os.Stdout, Stderr: os.Stderr}
	os.Exit(p.Run(os.Args[1:]))
}
