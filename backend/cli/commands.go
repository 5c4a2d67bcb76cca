package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"estateatlas/backend/app"
	"estateatlas/backend/assign"
	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/ingest"
)

type importCmd struct {
	Project string   `arg:"" name:"project.gpkg" help:"The project file; made if it does not exist."`
	Sources []string `arg:"" name:"source" help:"A dataset folder or single files: tables (.csv .txt .xlsx), boundaries (.geojson .zip .shp .gpkg .kml .kmz)."`
	SkipBad bool     `help:"Take the good rows and list what was left."`

	Encoding string `placeholder:"GBK|UTF-8|…" help:"Of the texts of a Shapefile; found by looking if absent."`
	Layer    string `placeholder:"NAME" help:"The layer to read of a file with several."`
	CRS      string `name:"crs" placeholder:"EPSG:4548" help:"Coordinate system of boundaries; the file's own if absent."`
	Datum    string `enum:",gcj02,bd09" default:"" placeholder:"gcj02|bd09" help:"Coordinates are the shifted ones of Chinese web maps: turn them back."`
}

func (c *importCmd) Run(s *session) error {
	shapes := ingest.ShapeOptions{Encoding: c.Encoding, Layer: c.Layer, System: c.CRS, Datum: ingest.Datum(c.Datum)}
	if err := shapes.Check(); err != nil {
		_, text := domain.Explain(err)
		return &usageError{text}
	}
	out, err := app.ImportInto(s.ctx, s.Projects, c.Project, c.Sources, app.ImportOptions{SkipBad: c.SkipBad, Shapes: shapes})
	if err != nil {
		return err
	}
	errs := bufio.NewWriterSize(s.Stderr, 1<<16)
	for _, f := range out.Report.Faults {
		fmt.Fprintln(errs, f.String(s.lang))
	}
	if err := errs.Flush(); err != nil {
		return err
	}
	w := bufio.NewWriter(s.Stdout)
	defer w.Flush()
	for _, n := range out.Report.Notes {
		fmt.Fprintln(w, domain.Say("注：", "note: ").In(s.lang)+n.String(s.lang))
	}
	if !out.Written {
		fmt.Fprintln(w, domain.Say("没有导入任何数据：%d 处错误", "Nothing was imported: %d faults", len(out.Report.Faults)).In(s.lang))
		return errRefused
	}
	for _, count := range out.Counts {
		fmt.Fprintln(w, domain.Say("%[1]s：%[2]d 行", "%[1]s: %[2]d rows", count.File, count.Rows).In(s.lang))
	}
	return nil
}

type evaluateCmd struct {
	Project string `arg:"" name:"project.gpkg"`
	AsOf    date   `required:"" placeholder:"DATE" help:"Rounds and fund uses after this day do not exist."`
	Out     string `required:"" placeholder:"DIR" help:"Folder for the result files."`
	Machine bool   `help:"Files for programs: English headings, no BOM."`
}

func (c *evaluateCmd) Run(s *session) error {
	tables, err := app.LoadTables(s.ctx, s.Projects, c.Project)
	if err != nil {
		return err
	}
	return app.WriteEvaluation(tables, c.AsOf.Date, c.Out, c.Machine)
}

type assignCmd struct {
	Project     string   `arg:"" name:"project.gpkg"`
	AsOf        date     `required:"" placeholder:"DATE"`
	Within      string   `placeholder:"district|subdistrict|prefer_subdistrict" help:"Scope; the project's setting if absent."`
	MaxDistance *float64 `placeholder:"M" help:"Metres, itself included; the project's setting if absent."`
	Capacity    bool     `help:"Keep every company to its capacity: the most estates served, then the least total distance."`
	Out         string   `placeholder:"FILE" help:"Standard output if absent."`
	Machine     bool     `help:"For programs: English headings, no BOM."`
	Keep        bool     `help:"Put the links into the project's layer assignments, for QGIS to draw."`
	Timing      bool     `help:"Last line of standard error: seconds by stage and peak memory."`
}

func (c *assignCmd) Run(s *session) error {
	settings := domain.Settings{}
	if c.Within != "" {
		settings["within"] = string(must(json.Marshal(c.Within)))
	}
	if c.MaxDistance != nil {
		settings["max_distance"] = strconv.FormatFloat(*c.MaxDistance, 'f', -1, 64)
	}
	for name, value := range settings {
		if err := domain.CheckSetting(name, json.RawMessage(value)); err != nil {
			return &usageError{err.Text}
		}
	}
	started := time.Now()
	tables, err := app.LoadTables(s.ctx, s.Projects, c.Project)
	if err != nil {
		return err
	}
	tables.Settings = tables.Settings.Merge(settings)
	result, err := app.AssignProject(s.ctx, tables, c.AsOf.Date, assign.Options{Capacity: c.Capacity})
	if err != nil {
		return err
	}
	load := time.Since(started).Seconds() - result.IndexS - result.QueryS // project_s is part of it
	started = time.Now()
	write := func(w io.Writer) error { return app.WriteAssignment(w, result, c.Machine) }
	if c.Out == "" {
		w := bufio.NewWriter(s.Stdout)
		if err = write(w); err == nil {
			err = w.Flush()
		}
	} else {
		err = export.WriteFile(c.Out, write)
	}
	if err != nil {
		return err
	}
	if c.Keep {
		if err := app.KeepLinks(s.ctx, s.Projects, c.Project, result); err != nil {
			return err
		}
	}
	if c.Timing {
		line := timing{load, result.IndexS, result.QueryS, time.Since(started).Seconds(), peakRSSMB()}
		fmt.Fprintln(s.Stderr, string(must(json.Marshal(line))))
	}
	return nil
}

// timing is the line of --timing: seconds to open, read and project; to build the index; of all searches; of the output.
type timing struct {
	LoadS     float64 `json:"load_s"`
	IndexS    float64 `json:"index_s"`
	QueryS    float64 `json:"query_s"`
	WriteS    float64 `json:"write_s"`
	PeakRSSMB float64 `json:"peak_rss_mb"`
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err) // marshalling strings and finite numbers cannot fail
	}
	return v
}

type demoCmd struct {
	Target  string  `arg:"" name:"dir|project.gpkg" help:"A folder, or a project file if it ends in .gpkg."`
	Seed    *uint64 `help:"Another district; the default is always the same."`
	Estates int     `help:"How many estates, about 420 by default." default:"0"`
}

func (c *demoCmd) Run(s *session) error {
	if c.Estates != 0 && (c.Estates < 50 || c.Estates > 500_000) {
		return wrongUsage("--estates 应在 50 到 500000 之间", "--estates takes 50 to 500000")
	}
	options := demo.Options{Estates: c.Estates}
	if c.Seed != nil {
		options.Seed = *c.Seed
	}
	if strings.EqualFold(filepath.Ext(c.Target), ".gpkg") {
		return app.MakeDemo(s.ctx, s.Projects, c.Target, options)
	}
	return export.WriteDataset(c.Target, demo.Generate(options))
}

type openCmd struct {
	Project string `arg:"" optional:"" name:"project.gpkg"`
}

func (c *openCmd) Run(s *session) error {
	if s.Window == nil {
		return wrongUsage("本程序不含窗口；用 estate-atlas 打开窗口，或用 serve 在浏览器中显示",
			"This build has no window; use estate-atlas for the window, or serve for a browser")
	}
	path := c.Project
	if path == "" {
		var err error
		if path, err = app.DemoProject(s.ctx, s.Projects); err != nil {
			return err
		}
	}
	return s.window(path)
}

type infoCmd struct {
	Project string `arg:"" name:"project.gpkg"`
}

func (c *infoCmd) Run(s *session) error {
	report, err := app.Inspect(s.ctx, s.Projects, c.Project)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(s.Stdout)
	report.Write(w, s.lang)
	if err := w.Flush(); err != nil {
		return err
	}
	if !report.Sound {
		return errRefused
	}
	return nil
}

// peakRSSMB reads the highest resident memory of this process from the kernel, 0 where there is none to ask.
func peakRSSMB() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		var kb float64
		if _, err := fmt.Sscanf(line, "VmHWM: %f kB", &kb); err == nil {
			return kb / 1024
		}
	}
	return 0
}
