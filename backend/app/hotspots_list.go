package app

import (
	"context"
	"encoding/json"
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
	return a.Log, export.WriteFile(out, func(w io.Writer) error {
		switch {
		case ask.Machine:
			return WriteHotspots(w, a, func(place int) string { return p.book.Estates[place].ID }, ask.All)
		case format == ".geojson":
			return p.writeHotspotPoints(w, a, ask.All)
		}
		l := p.hotspotList(a, ask.Lang, ask.All)
		if format == ".csv" {
			return export.WriteCSV(ctx, w, l, nil)
		}
		return export.WriteXLSX(ctx, w, l, nil)
	})
}

// hotspotRow is one row of the rectification list as people read it; item is nil for an estate that is not on it.
type hotspotRow struct {
	estate int
	item   *hotspot.Item
}

func hotspotRows(a *hotspot.Analysis, all bool) []hotspotRow {
	var rows []hotspotRow
	for _, r := range a.List() {
		rows = append(rows, hotspotRow{r.Estate, &a.Estates[r.Estate].Items[r.Item]})
	}
	if all {
		for _, e := range a.Rest() {
			rows = append(rows, hotspotRow{e, nil})
		}
	}
	return rows
}

// hotspotList is the rectification list with the columns of RULES 8, heaviest burden first.
func (p *project) hotspotList(a *hotspot.Analysis, lang domain.Lang, all bool) *export.List {
	rows := hotspotRows(a, all)
	title := domain.Say("整改清单", "Rectification list").In(lang)
	l := &export.List{
		Sheet: title + " " + a.AsOf.String(), Title: p.info.Name + " " + title, Lang: lang, MadeOn: a.AsOf, Rows: len(rows),
		Mark: domain.Say("内部使用", "Internal use").In(lang), Note: hotspotNote(a).In(lang),
		Columns: heads(lang, txt("街道", "Subdistrict"), txt("社区", "Community"), txt("小区编号", "Estate id"), txt("小区", "Estate"), txt("企业", "Company"),
			txt("责任方", "Responsible"), txt("扣分项", "Item"), txt("内容", "What the item is"), txt("类别", "Kind"), num("发生轮次", "Occurrences"), num("参评轮次", "Scored rounds"),
			txt("最近一次", "Last seen"), num("负担", "Burden"), txt("近几轮名次", "Recent ranks"), txt("趋势", "Course"), txt("聚集", "Cluster"),
			num("经度", "Longitude"), num("纬度", "Latitude"), txt("整改期限", "Due on"), txt("联系电话", "Contact")),
	}
	last := p.lastSanitary(a.AsOf)
	l.Row = func(i int, cells []export.Cell) {
		r := rows[i]
		e, h := &p.book.Estates[r.estate], &a.Estates[r.estate]
		company := policy.None
		if g := p.book.AgreementOn(r.estate, a.AsOf); g != nil {
			company = int(g.Company)
			cells[19] = export.Text(p.book.Companies[company].Phone)
		}
		cells[0], cells[1], cells[2], cells[3] = export.Text(e.Subdistrict), export.Text(e.Community), export.Text(e.ID), export.Text(p.district.Estates.Name[r.estate])
		cells[4] = export.Text(p.companyWords(company).In(lang))
		cells[9], cells[10] = export.Whole(int64(h.Occurrences)), export.Whole(int64(h.ScoredRounds))
		if r.item != nil {
			cells[5] = export.Text(p.responsible(r, company).In(lang))
			cells[6], cells[7], cells[8] = export.Text(r.item.Code), export.Text(p.items[r.item.Code].Name), export.Text(recurrenceWords(r.item).In(lang))
			cells[9] = export.Whole(int64(r.item.Occurrences))
			cells[11] = export.Day(p.book.Rounds()[a.Rounds[r.item.LastSeen]].Round.HeldOn)
			cells[18] = export.Day(p.dueOn(r, a.AsOf))
		}
		cells[12] = export.Rounded(h.Burden, 2)
		if last != policy.None {
			cells[13] = export.Text(p.ranksUpTo(last, r.estate))
		}
		cells[14], cells[15] = export.Text(courseWords(a.Courses[r.estate]).In(lang)), export.Text(clusterWords(a.Clusters[r.estate]).In(lang))
		if c := &p.district.Estates; p.areaM2[r.estate] > 0 {
			cells[16], cells[17] = export.Rounded(c.Lon[r.estate], 6), export.Rounded(c.Lat[r.estate], 6)
		}
	}
	return l
}

func hotspotNote(a *hotspot.Analysis) domain.Text {
	var zh, en []string
	for _, t := range a.Log {
		zh, en = append(zh, t.ZH), append(en, t.EN)
	}
	return domain.Text{ZH: strings.Join(zh, "；"), EN: strings.Join(en, "; ")}
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

// dueOn is the earliest deadline of an open finding of the estate and item, 0 without one.
func (p *project) dueOn(r hotspotRow, asOf domain.Date) domain.Date {
	var due domain.Date
	for i := range p.tables.Findings {
		f := &p.tables.Findings[i]
		if f.EstateID == p.book.Estates[r.estate].ID && f.Item == r.item.Code && openOn(f, asOf) && f.DueOn != 0 && (due == 0 || f.DueOn < due) {
			due = f.DueOn
		}
	}
	return due
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
		return domain.Say("新出现", "New")
	case hotspot.Intensifying:
		return domain.Say("加重", "Intensifying")
	case hotspot.Persistent:
		return domain.Say("持续", "Persistent")
	case hotspot.Diminishing:
		return domain.Say("减轻", "Diminishing")
	case hotspot.Sporadic:
		return domain.Say("偶发", "Sporadic")
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

// hotspotPoint is the GeoJSON of one row: names of the machine file, a point inside the estate.
type hotspotPoint struct {
	Type       string         `json:"type"`
	Geometry   *pointGeometry `json:"geometry"`
	Properties hotspotFacts   `json:"properties"`
}

type pointGeometry struct {
	Type        string     `json:"type"`
	Coordinates [2]float64 `json:"coordinates"`
}

type hotspotFacts struct {
	EstateID     string   `json:"estate_id"`
	Name         string   `json:"name"`
	Subdistrict  string   `json:"subdistrict"`
	Item         string   `json:"item,omitempty"`
	Occurrences  int      `json:"occurrences"`
	ScoredRounds int      `json:"scored_rounds"`
	Frequent     bool     `json:"frequent"`
	Prone        bool     `json:"prone"`
	Burden       float64  `json:"burden"`
	GiZ          *float64 `json:"gi_z"`
	GiP          *float64 `json:"gi_p"`
	GiClass      *string  `json:"gi_class"`
	Course       string   `json:"course"`
}

func (p *project) writeHotspotPoints(w io.Writer, a *hotspot.Analysis, all bool) error {
	features := []hotspotPoint{}
	for _, r := range hotspotRows(a, all) {
		h, v := &a.Estates[r.estate], &a.Clusters[r.estate]
		f := hotspotPoint{Type: "Feature", Properties: hotspotFacts{
			EstateID: p.book.Estates[r.estate].ID, Name: p.district.Estates.Name[r.estate], Subdistrict: p.book.Estates[r.estate].Subdistrict,
			Occurrences: h.Occurrences, ScoredRounds: h.ScoredRounds, Burden: h.Burden, Course: string(a.Courses[r.estate]),
		}}
		if p.areaM2[r.estate] > 0 {
			c := &p.district.Estates
			f.Geometry = &pointGeometry{"Point", [2]float64{c.Lon[r.estate], c.Lat[r.estate]}}
		}
		if r.item != nil {
			f.Properties.Item, f.Properties.Occurrences = r.item.Code, r.item.Occurrences
			f.Properties.Frequent, f.Properties.Prone = r.item.Frequent, r.item.Prone
		}
		if v.Known {
			class := string(v.Class)
			f.Properties.GiZ, f.Properties.GiP, f.Properties.GiClass = &v.Z, &v.P, &class
		}
		features = append(features, f)
	}
	return json.NewEncoder(w).Encode(struct {
		Type     string         `json:"type"`
		Features []hotspotPoint `json:"features"`
	}{"FeatureCollection", features})
}
