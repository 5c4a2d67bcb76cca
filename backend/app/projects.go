package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"estateatlas/backend/assign"
	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
)

// Projects is where projects are kept: a folder of GeoPackage files today, another engine later.
type Projects interface {
	// Create makes a new project that holds the change, whole or not at all.
	Create(ctx context.Context, path string, c domain.Change) error
	// Open opens a project; if another program holds it, read-only.
	Open(ctx context.Context, path string, readOnly bool) (domain.Store, error)
	// Info looks at a project without changing it.
	Info(ctx context.Context, path string) (domain.ProjectInfo, error)
}

// LoadTables reads a project whole, without taking hold of it.
func LoadTables(ctx context.Context, projects Projects, path string) (*domain.Tables, error) {
	store, err := projects.Open(ctx, path, true)
	if err != nil {
		return nil, err
	}
	tables, err := store.Load(ctx)
	if err := errors.Join(err, store.Close()); err != nil {
		return nil, err
	}
	return tables, nil
}

// MakeDemo makes the demo district as a project file at path, which must not exist.
func MakeDemo(ctx context.Context, projects Projects, path string, options demo.Options) error {
	tables := demo.Generate(options)
	tables.Interviews, tables.ExitSteps = demoLedger(tables, latestDay(tables))
	if err := projects.Create(ctx, path, domain.Change{Put: *tables, What: "生成示例区（虚构）"}); err != nil {
		return err
	}
	a, err := AssignProject(ctx, tables, latestDay(tables), assign.Options{})
	if err != nil {
		return err
	}
	return KeepLinks(ctx, projects, path, a)
}

// KeepLinks puts an assignment into the project's layer of proxy links in place of the last one, for other programs such as QGIS
// to draw. The links are derived: nothing of ours reads them back. Errors: CodeReadOnly.
func KeepLinks(ctx context.Context, projects Projects, path string, a *assign.Result) error {
	store, err := projects.Open(ctx, path, false)
	if err != nil {
		return err
	}
	if links, ok := store.(domain.LinkStore); ok {
		err = links.PutLinks(ctx, linksOf(a))
	}
	return errors.Join(err, store.Close())
}

// demoFile carries the generator's version, so that a newer program makes its own demo district.
const demoFile = "示例区（虚构）-v7.gpkg"

// DemoProject returns the path of the demo district in the user's configuration folder and makes it where it is missing.
func DemoProject(ctx context.Context, projects Projects) (string, error) {
	folder, err := configFolder()
	if err != nil {
		return "", err
	}
	path := filepath.Join(folder, demoFile)
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	return path, MakeDemo(ctx, projects, path, demo.Options{})
}

// configFolder returns the folder where the program remembers things, and makes it.
func configFolder() (string, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return "", domain.Fail(domain.CodeInternal, domain.Say("找不到用户配置文件夹；检查环境变量 HOME 或 XDG_CONFIG_HOME",
			"The user's configuration folder is unknown; check HOME or XDG_CONFIG_HOME"), err)
	}
	folder := filepath.Join(base, "estate-atlas")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return "", domain.Fail(domain.CodeInternal, domain.Say("无法建立文件夹 %s", "The folder %s cannot be made", folder), err)
	}
	return folder, nil
}
