package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
)

type hotspotsCmd struct {
	Project string   `arg:"" name:"project.gpkg"`
	AsOf    date     `required:"" placeholder:"DATE"`
	Window  *int     `placeholder:"W" help:"How many rounds are looked at; the project's setting if absent."`
	Band    *float64 `placeholder:"M" help:"Distance band of the cluster test in metres; by the data if absent."`
	All     bool     `help:"Also the scored estates that are not on the list."`
	Out     string   `required:"" placeholder:"FILE" help:".csv, .xlsx or .geojson"`
	Machine bool     `help:"For programs: English headings, no BOM; .csv only."`
}

func (c *hotspotsCmd) Run(s *session) error {
	opts := hotspot.Options{}
	if c.Window != nil {
		if opts.Rounds = *c.Window; opts.Rounds < 1 {
			return &usageError{domain.Say("--window 应为不小于 1 的整数", "--window is a whole number ≥ 1")}
		}
	}
	if c.Band != nil {
		if opts.BandM = *c.Band; !(opts.BandM > 0 && opts.BandM <= 1e6) {
			return &usageError{domain.Say("--band 应为正的米数", "--band is a positive number of metres")}
		}
	}
	switch ending := strings.ToLower(filepath.Ext(c.Out)); {
	case ending == ".csv":
	case c.Machine, ending != ".xlsx" && ending != ".geojson":
		return &usageError{domain.Say("--out 的文件名应以 .csv、.xlsx 或 .geojson 结尾（--machine 只能是 .csv）", "--out ends in .csv, .xlsx or .geojson (with --machine only .csv)")}
	}
	log, err := app.ExportHotspots(s.ctx, s.Projects, c.Project, c.Out, app.HotspotsAsk{
		AsOf: c.AsOf.Date, Options: opts, All: c.All, Machine: c.Machine, Lang: s.lang,
	})
	if err != nil {
		return err
	}
	for _, line := range log {
		fmt.Fprintln(s.Stdout, line.In(s.lang))
	}
	return nil
}
