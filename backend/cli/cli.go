// Package cli is the program's command line (CONTRACT.md, "Commands"), the same in the desktop program and in the one that
// links no GTK. A command returns an exit status: 0 done, 1 refused with the reasons on standard error, 2 wrong usage.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os/signal"
	"syscall"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"

	"github.com/alecthomas/kong"
)

// Version is the program's version.
const Version = "0.1.0"

// Program is what the commands work with.
type Program struct {
	Projects app.Projects
	Assets   fs.FS
	// Window opens the desktop window on a project, the last one if path is empty. nil in the build without a window.
	Window func(atlas *app.Atlas, path string) error
	Stdout io.Writer
	Stderr io.Writer
}

const (
	exitDone    = 0
	exitRefused = 1
	exitUsage   = 2
)

var errRefused = errors.New("refused; the reasons are on standard error")

type commands struct {
	Lang     domain.Lang `enum:"zh,en" default:"zh" help:"Language of messages: zh or en."`
	Import   importCmd   `cmd:"" help:"Read dataset folders or single files into a project file, all or nothing. 导入数据"`
	Evaluate evaluateCmd `cmd:"" help:"Apply the rules as of a date and write the result files. 按规则计算"`
	Assign   assignCmd   `cmd:"" help:"Assign scattered estates to the nearest hosts. 散片代管指派"`
	Export   exportCmd   `cmd:"" help:"Write lists, maps and meeting documents for people. 导出表格、地图和例会材料"`
	Hotspots hotspotsCmd `cmd:"" help:"Find what goes dirty again and again: the rectification list. 整改清单"`
	Demo     demoCmd     `cmd:"" help:"Make the made-up demo district as a folder or a project file. 生成虚构的示例区"`
	Serve    serveCmd    `cmd:"" help:"Show a project in a browser on this machine. 在本机浏览器中显示"`
	Info     infoCmd     `cmd:"" help:"Counts, extent, version, integrity and reported inconsistencies. 项目概况与检查"`
	Open     openCmd     `cmd:"" help:"Open the desktop window on a project, without one on the demo district. 打开窗口"`
	Version  versionFlag `help:"Print the version."`
}

type versionFlag bool

func (versionFlag) BeforeReset(app *kong.Kong) error {
	fmt.Fprintln(app.Stdout, "estate-atlas", Version)
	app.Exit(exitDone)
	return nil
}

// Run runs the command line args (without the program's name) and returns the exit status.
func (p *Program) Run(args []string) int {
	if len(args) == 0 && p.Window != nil {
		return p.exit(p.window(""), domain.ZH)
	}
	if len(args) == 0 {
		p.Stdout = p.Stderr
		p.Run([]string{"--help"})
		return exitUsage
	}
	var c commands
	answered := false // by --help or --version
	parser, err := kong.New(&c, kong.Name("estate-atlas"),
		kong.Description("旧楼区长效管理一张图 — Estate Atlas. Exit status: 0 done, 1 refused, 2 wrong usage."),
		kong.Writers(p.Stdout, p.Stderr), kong.Exit(func(int) { answered = true }))
	if err != nil {
		return p.exit(err, domain.ZH)
	}
	run, err := parser.Parse(args)
	if answered {
		return exitDone
	}
	if err != nil {
		fmt.Fprintf(p.Stderr, "estate-atlas: %v\nestate-atlas --help\n", err)
		return exitUsage
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	return p.exit(run.Run(&session{Program: p, lang: c.Lang, ctx: ctx}), c.Lang)
}

// session is one run of one command.
type session struct {
	*Program
	lang domain.Lang
	ctx  context.Context
}

func (p *Program) exit(err error, lang domain.Lang) int {
	var usage *usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errRefused):
		return exitRefused
	case errors.As(err, &usage):
		fmt.Fprintln(p.Stderr, usage.text.In(lang))
		return exitUsage
	}
	_, text := domain.Explain(err)
	fmt.Fprintln(p.Stderr, text.In(lang))
	return exitRefused
}

// usageError is a command line that cannot be meant.
type usageError struct{ text domain.Text }

func (e *usageError) Error() string { return e.text.EN }

func wrongUsage(zh, en string, args ...any) error { return &usageError{domain.Say(zh, en, args...)} }

// date is a flag that takes YYYY-MM-DD.
type date struct{ domain.Date }

func (d *date) UnmarshalText(text []byte) error {
	day, ok := domain.ParseDate(string(text))
	if !ok {
		return fmt.Errorf("%q is not a date; write it as YYYY-MM-DD", text)
	}
	d.Date = day
	return nil
}

func (p *Program) window(path string) error {
	atlas := app.New(p.Projects, Version, true)
	return errors.Join(p.Window(atlas, path), app.Close(atlas))
}
