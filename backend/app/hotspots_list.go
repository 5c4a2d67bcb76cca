package app

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/hotspot"
	"estateatlas/backend/policy"
)

// HotspotsAsk says what `hotspots` shall find and how it is written; the format follows the ending of the file.
type HotspotsAsk struct {
	AsOf    domain.Date
	Options hotspot.Options
	All     bool // also the estates that are scored in the window and not on the list
	Machine bool
	Lang    domain.Lang
}

// ExportHotspots writes the rectification list of a project (RULES 8) to a file and returns the decisions in plain words.
// Errors: CodeInvalid for an ending that cannot be written, CodeCancelled.
func ExportHotspots(ctx context.Context, projects Projects, path, out string, ask HotspotsAsk) (log []domain.Text, err error) {
	format := strings.ToLower(filepath.Ext(out))
	if format != ".csv" && (ask.Machine || format != ".xlsx" && format != ".geojson") {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say("整改清单可写成 .csv、.xlsx、.geojson（--machine 只写 .csv），不是 %q",
			"The list is written as .csv, .xlsx or .geojson (--machine: .csv only), not %q", format), nil)
	}
	store, err := projects.Open(ctx, path, true)
	if err != nil {
		return nil, err
	}
	p, err := openProject(ctx, store, path)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	defer func() { err = errors.Join(err, p.close()) }()
	a, err := hotspot.Analyse(ctx, p.book, ask.AsOf, ask.Options)
	if err != nil {
		return nil, err
	}
	d := p.rectify(a, ask.AsOf)
	rows := d.rows
	if ask.All {
		rows = append(rows, d.rest()...)
	}
	return a.Log, export.WriteFile(out, func(w io.Writer) error {
		switch {
		case ask.Machine:
			return WriteHotspots(w, a, func(place int) string { return p.book.Estates[place].ID }, ask.All)
		case format == ".geojson":
			return d.writePoints(w, rows)
		}
		s := export.Sheet{List: d.list(ask.Lang, rows)}
		if format == ".csv" {
			return export.WriteCSV(ctx, w, s.List, nil)
		}
		s.Tones, s.Scales = d.tones(ask.Lang)
		return export.WriteBook(ctx, w, []export.Sheet{s}, nil)
	})
}

// hotspotRow is one row of the rectification list as people read it; item is nil for an estate that is not on it.
type hotspotRow struct {
	estate int
	item   *hotspot.Item
}

// hotspotRows are the rows of the list, heaviest burden first.
func hotspotRows(a *hotspot.Analysis) []hotspotRow {
	var rows []hotspotRow
	for _, r := range a.List() {
		rows = append(rows, hotspotRow{r.Estate, &a.Estates[r.Estate].Items[r.Item]})
	}
	return rows
}

// lastSanitary is the place in project.rounds of the last district_sanitary round up to a day, None without one.
func (p *project) lastSanitary(asOf domain.Date) int {
	last := policy.None
	for i, round := range p.rounds {
		if p.book.Rounds()[round].Round.HeldOn <= asOf {
			last = i
		}
	}
	return last
}

// ranksUpTo writes the ranks of the last rounds up to one of them, oldest first.
func (p *project) ranksUpTo(last, estate int) string {
	var ranks []string
	for _, round := range p.rounds[max(0, last+1-recentRounds) : last+1] {
		if e := p.book.Rounds()[round].Of(estate); e != nil {
			ranks = append(ranks, strconv.FormatInt(e.Rank, 10))
		} else {
			ranks = append(ranks, "—")
		}
	}
	return strings.Join(ranks, " ")
}

// responsible names who answers for the item of a row (RULES 3, 8).
func (p *project) responsible(r hotspotRow, company int) domain.Text {
	return p.answers(r.item.Code, r.estate, company)
}

func recurrenceWords(it *hotspot.Item) domain.Text {
	switch {
	case it.Frequent && it.Prone:
		return domain.Say("频发、易发", "Frequent, prone")
	case it.Frequent:
		return domain.Say("频发", "Frequent")
	case it.Prone:
		return domain.Say("易发", "Prone")
	}
	return domain.Text{}
}

func courseWords(c hotspot.Course) domain.Text {
	switch c {
	case hotspot.CourseNew:
		return domain.Say("新发", "New")
	case hotspot.Intensifying:
		return domain.Say("加剧", "Intensifying")
	case hotspot.Persistent:
		return domain.Say("持续", "Persistent")
	case hotspot.Diminishing:
		return domain.Say("减轻", "Diminishing")
	case hotspot.Sporadic:
		return domain.Say("零星", "Sporadic")
	case hotspot.CourseNone:
	}
	return domain.Say("无", "None")
}

func clusterWords(v hotspot.Verdict) domain.Text {
	if !v.Known {
		return domain.Say("无结论", "No verdict")
	}
	switch v.Class {
	case hotspot.Hot99:
		return txt("热点（99%）", "Hot spot (99%)")
	case hotspot.Hot95:
		return txt("热点（95%）", "Hot spot (95%)")
	case hotspot.Hot90:
		return txt("热点（90%）", "Hot spot (90%)")
	case hotspot.Cold90:
		return txt("冷点（90%）", "Cold spot (90%)")
	case hotspot.Cold95:
		return txt("冷点（95%）", "Cold spot (95%)")
	case hotspot.Cold99:
		return txt("冷点（99%）", "Cold spot (99%)")
	case hotspot.ClusterNone:
	}
	return domain.Say("不显著", "Not significant")
}
