package cli

import (
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
)

type exportCmd struct {
	Project  string  `arg:"" name:"project.gpkg"`
	What     string  `required:"" placeholder:"WHAT" help:"estates, ranking, measures, assignment, overview, companies, subdistricts, withholdings, funds, findings, decisions, ledger, matrix, payable, interviews, level3, eligibility, quality, audit: .xlsx, .csv (estates also .geojson); rectification: .xlsx by subdistrict, .csv, .pdf, .geojson; map: .pdf, .png; atlas: .pdf; meeting: .pdf, .pptx; letter: .docx."`
	Out      string  `required:"" placeholder:"FILE" help:"The format follows the ending."`
	AsOf     *date   `placeholder:"DATE" help:"The day judged; that of the round if absent."`
	Round    string  `placeholder:"ID" help:"A district_sanitary round; the latest if absent."`
	Paper    string  `placeholder:"A4|A3" help:"Of a map or an atlas as .pdf; A4 if absent."`
	Portrait bool    `help:"The paper of a map or an atlas upright."`
	Width    int     `placeholder:"PX" help:"Of a map as .png, 320 to 3840; 3840 if absent."`
	Colour   string  `placeholder:"KEY" help:"What map or atlas are coloured by: company, subdistrict, a test (gi, lisa, trend) or a number, such as score, change, subsidy, withheld; the rank bands if absent."`
	Method   string  `placeholder:"quantile|natural|equal" help:"How a number is classed; quantile if absent."`
	Classes  int     `placeholder:"N" help:"Into how many classes, 2 to 9; 5 if absent."`
	Extent   string  `placeholder:"W,S,E,N" help:"Of a map, in degrees; the whole district if absent."`
	Proxies  bool    `help:"Map or atlas with the proxy links."`
	BaseMap  string  `name:"basemap" placeholder:"FILE" help:"A PMTiles or MBTiles file of pictures under a map."`
	Estates  string  `placeholder:"ID,ID" help:"The estates of an atlas, a page each, the bottom band if absent; letters and the rectification list about these estates only."`
	Window   int     `placeholder:"W" help:"How many rounds the rectification list, its letters or a map of a test look at; the project's setting if absent."`
	Band     float64 `placeholder:"M" help:"Distance band of their cluster tests in metres; by the data if absent."`
	Letter   string  `placeholder:"KIND" help:"Which letter: interview, withholding, ending, proxy, rectification."`
}

func (c *exportCmd) Run(s *session) (err error) {
	ask, err := c.ask(s.lang)
	if err != nil {
		return err
	}
	project, err := app.OpenForExport(s.ctx, s.Projects, c.Project)
	if err != nil {
		return err
	}
	defer func() {
		if closing := project.Close(); err == nil {
			err = closing
		}
	}()
	if c.Estates != "" {
		if ask.FIDs, err = project.FIDs(strings.Split(c.Estates, ",")); err != nil {
			return err
		}
	}
	if c.BaseMap != "" {
		if err := project.Under(&ask, c.BaseMap); err != nil {
			return err
		}
	}
	if err := project.Check(ask); err != nil {
		return err
	}
	return export.WriteFile(c.Out, func(w io.Writer) error { return project.Write(s.ctx, ask, w) })
}

// ask turns the command line into what app takes; what does not go together is wrong usage.
func (c *exportCmd) ask(lang domain.Lang) (app.ExportAsk, error) {
	ask := app.ExportAsk{
		What: c.What, Format: strings.ToLower(strings.TrimPrefix(filepath.Ext(c.Out), ".")), RoundID: c.Round, Lang: string(lang),
		Map:    app.MapAsk{Paper: c.Paper, Portrait: c.Portrait, WidthPx: c.Width, Proxies: c.Proxies},
		Letter: app.LetterAsk{Kind: c.Letter},
	}
	if c.AsOf != nil {
		ask.AsOf = c.AsOf.String()
	}
	if ask.Format == "" {
		return ask, wrongUsage("--out %s 没有扩展名；格式由扩展名决定，如 .xlsx", "--out %s has no ending; the format follows it, such as .xlsx", c.Out)
	}
	if c.What == app.ExportTable {
		ask.What = "" // the list of the screen has no columns here
	}
	if c.Paper == "" {
		ask.Map.Paper = "A4"
	}
	if c.Colour != "" {
		ask.Map.Colouring = app.ColouringAsk{By: c.Colour}
		if !isGroup(c.Colour) {
			ask.Map.Colouring.Method, ask.Map.Colouring.Classes = orElse(c.Method, "quantile"), orElse(c.Classes, 5)
		}
	}
	if c.Window != 0 || c.Band != 0 {
		if c.Window < 0 || !(c.Band >= 0 && c.Band <= 1e6) {
			return ask, wrongUsage("--window 应为不小于 1 的整数，--band 应为正的米数", "--window is a whole number ≥ 1, --band a positive number of metres")
		}
		ask.Rectify = &app.RectifyAsk{Window: c.Window, BandM: c.Band}
		ask.Map.Colouring.Rectify = ask.Rectify
	}
	var err error
	if ask.Map.Extent, err = parseExtent(c.Extent); err != nil {
		return ask, err
	}
	if err := app.CheckExport(ask); err != nil {
		_, text := domain.Explain(err)
		return ask, &usageError{text}
	}
	return ask, c.checkFlags(ask.Format)
}

// checkFlags refuses flags that say nothing about what is exported, and values that no flag takes.
func (c *exportCmd) checkFlags(format string) error {
	drawn := []string{"map", "atlas"}
	tested := []string{"rectification", "letter", "map", "atlas"}
	for _, flag := range []struct {
		name  string
		given bool
		whats []string
		only  string // the one format that it belongs to
	}{
		{"--paper", c.Paper != "", drawn, "pdf"},
		{"--portrait", c.Portrait, drawn, ""},
		{"--width", c.Width != 0, drawn, "png"},
		{"--colour", c.Colour != "", drawn, ""},
		{"--method", c.Method != "", drawn, ""},
		{"--classes", c.Classes != 0, drawn, ""},
		{"--extent", c.Extent != "", drawn[:1], ""},
		{"--proxies", c.Proxies, drawn, ""},
		{"--basemap", c.BaseMap != "", drawn[:1], ""},
		{"--estates", c.Estates != "", []string{"atlas", "letter", "rectification"}, ""},
		{"--window", c.Window != 0, tested, ""},
		{"--band", c.Band != 0, tested, ""},
		{"--letter", c.Letter != "", []string{"letter"}, ""},
	} {
		switch {
		case !flag.given:
		case !slices.Contains(flag.whats, c.What):
			return wrongUsage("%[1]s 只用于 --what %[2]s，不用于 %[3]s", "%[1]s goes with --what %[2]s, not with %[3]s", flag.name, strings.Join(flag.whats, ", "), c.What)
		case flag.only != "" && flag.only != format:
			return wrongUsage("%[1]s 只用于 .%[2]s，不用于 .%[3]s", "%[1]s goes with .%[2]s, not with .%[3]s", flag.name, flag.only, format)
		}
	}
	switch {
	case c.Classes != 0 && (c.Classes < 2 || c.Classes > 9):
		return wrongUsage("--classes 应在 2 到 9 之间", "--classes takes 2 to 9")
	case c.Method != "" && !slices.Contains([]string{"quantile", "natural", "equal"}, c.Method):
		return wrongUsage("--method 应为 quantile、natural 或 equal", "--method takes quantile, natural or equal")
	case (c.Window != 0 || c.Band != 0) && slices.Contains(drawn, c.What) && !slices.Contains(testColours, c.Colour):
		return wrongUsage("--window 和 --band 须与 --colour gi、lisa 或 trend 同用", "--window and --band go with --colour gi, lisa or trend")
	case (c.Method != "" || c.Classes != 0) && (c.Colour == "" || isGroup(c.Colour)):
		return wrongUsage("--method 和 --classes 须与数值的 --colour 同用，如 --colour score", "--method and --classes go with a --colour that is a number, such as score")
	}
	return nil
}

// testColours are the colourings by a test of what recurs.
var testColours = []string{"gi", "lisa", "trend"}

// isGroup reports whether a colouring is of classes that are there already.
func isGroup(colour string) bool {
	return colour == "company" || colour == "subdistrict" || slices.Contains(testColours, colour)
}

func orElse[T comparable](v, other T) T {
	var none T
	if v == none {
		return other
	}
	return v
}

// parseExtent reads west, south, east, north; none for "".
func parseExtent(s string) ([]float64, error) {
	if s == "" {
		return nil, nil
	}
	var out []float64
	for part := range strings.SplitSeq(s, ",") {
		x, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil {
			out = nil
			break
		}
		out = append(out, x)
	}
	if len(out) != 4 {
		return nil, wrongUsage("--extent 应为 西,南,东,北 四个度数，如 117.20,39.08,117.32,39.16", "--extent takes west,south,east,north in degrees, such as 117.20,39.08,117.32,39.16")
	}
	return out, nil
}
