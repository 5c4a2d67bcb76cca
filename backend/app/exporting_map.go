package app

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"time"

	"github.com/paulmach/orb"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/paper"
	"estateatlas/backend/policy"
	"estateatlas/backend/sheet"
	"estateatlas/backend/spatial"
)

// writeMap writes the map sheet that is asked for, as PDF or PNG. It is done in one step.
func writeMap(ctx context.Context, p *project, ask ExportAsk, w io.Writer, progress func(done, total int)) error {
	progress(0, 1)
	j, err := p.judgeAsked(&ask)
	if err != nil {
		return err
	}
	m, err := p.mapSheet(j, ask.Map, ask.Lang)
	if err != nil {
		return err
	}
	if ask.Map.BaseMap != "" {
		if err := addBase(ctx, &m, &ask, progress); err != nil {
			return err
		}
	}
	if err := domain.Cancelled(ctx); err != nil {
		return err
	}
	info := p.paperInfo(m.Title, ask.Lang)
	var c paper.Canvas
	if ask.Format == "png" {
		width := ask.Map.WidthPx
		if width == 0 {
			width = paper.MaxWidthPx
		}
		picture, err := paper.NewPicture(info, m.Size.Width, m.Size.Height, width)
		if err != nil {
			return err
		}
		sheet.DrawPicture(picture, &m)
		c = picture
	} else {
		c = paper.NewPDF(info)
		sheet.Draw(c, &m)
	}
	if err := domain.Cancelled(ctx); err != nil {
		return err
	}
	if err := c.Encode(w); err != nil {
		return fmt.Errorf("write map: %w", err)
	}
	progress(1, 1)
	return nil
}

// paperPixels is how many pixels a base map has on a mm of paper, 150 dpi: letters in its tiles stay large enough to be read.
const paperPixels = 6.0

// addBase lays the base map under a map and names it in the imprint.
func addBase(ctx context.Context, m *sheet.Map, ask *ExportAsk, progress func(done, total int)) error {
	if ask.baseMaps == nil {
		return domain.Fail(domain.CodeNotFound, domain.Say("底图不在清单中", "The base map is not on the list"), nil)
	}
	area, widthMM := m.Seen()
	base := sheet.Base{PerMM: paperPixels}
	if ask.Format == "png" {
		base.PerMM = float64(cmp.Or(ask.Map.WidthPx, paper.MaxWidthPx)) / m.Size.Width
	}
	of, err := ask.baseMaps.Mosaic(ctx, ask.Map.BaseMap, [4]float64{area.Min[0], area.Min[1], area.Max[0], area.Max[1]}, int(widthMM*base.PerMM), progress)
	if err != nil {
		return err
	}
	base.Picture, base.Pixel = of.Image, of.Pixel
	m.Base = &base
	name := of.Info.Name
	if of.Info.Attribution != "" && of.Info.Attribution != name {
		name += domain.Say("（%s）", " (%s)", of.Info.Attribution).In(domain.Lang(ask.Lang))
	}
	m.Facts = append(m.Facts, domain.Say("底图：%s", "Base map: %s", name).In(domain.Lang(ask.Lang)))
	return nil
}

// paperInfo is what stands in the properties of a file.
func (p *project) paperInfo(title, lang string) paper.Info {
	return paper.Info{
		Title: title, Author: p.info.Name, Subject: domain.Say("旧楼区长效管理一张图", "Old residential estates: long-term management").In(domain.Lang(lang)),
		Creator: "Estate Atlas", Lang: domain.Say("zh-CN", "en").In(domain.Lang(lang)), Created: timeOf(today()),
	}
}

// mapSheet turns a district as it is judged into a map on paper.
func (p *project) mapSheet(j *judged, ask MapAsk, lang string) (sheet.Map, error) {
	l := domain.Lang(lang)
	m := sheet.Map{
		Lang: sheetLang(lang), Size: sheet.SizeOf(ask.Paper, ask.Portrait), Internal: true, MadeUp: p.info.MadeUp,
		Title: p.sheetTitle(j, ask.Title), Subdistricts: p.district.Subdistricts,
	}
	box, any := domain.Extent(p.book.Estates)
	if !any {
		return m, domain.Fail(domain.CodeInvalid, domain.Say(
			"没有小区边界，无法制图；先导入 estates.geojson", "No estate has a boundary, so there is no map; import estates.geojson first"), nil)
	}
	m.Frame, m.Extent = spatial.FrameOf(box), box
	if len(ask.Extent) > 0 {
		if m.Extent, any = extentOf(ask.Extent); !any {
			return m, domain.Fail(domain.CodeInvalid, domain.Say(
				"图幅范围应为西、南、东、北四个经纬度", "The extent of a map is west, south, east and north in degrees"), nil)
		}
	}
	colouring, err := p.sheetColouring(j, ask.Colouring)
	if err != nil {
		return m, err
	}
	p.addEstates(&m, j, ask, colouring)
	p.addLegend(&m, j, ask, colouring, l)
	backdrops := p.backdrops()
	for i := range backdrops {
		b := &backdrops[i]
		m.Ground = append(m.Ground, sheet.Ground{Layer: string(b.Layer), Name: b.Name, Class: b.Class, Geometry: b.Geometry})
	}
	if ask.Proxies {
		err = p.addLinks(&m, j)
	}
	m.Subtitle = p.sheetSubtitle(j, &m, l)
	m.Facts = p.sheetFacts(j, &m, l)
	return m, err
}

func sheetLang(lang string) sheet.Lang {
	if lang == string(domain.EN) {
		return sheet.English
	}
	return sheet.Chinese
}

func extentOf(v []float64) (orb.Bound, bool) {
	if len(v) != 4 || !(v[0] < v[2]) || !(v[1] < v[3]) || v[0] < -180 || v[2] > 180 || v[1] < -90 || v[3] > 90 {
		return orb.Bound{}, false
	}
	return orb.Bound{Min: orb.Point{v[0], v[1]}, Max: orb.Point{v[2], v[3]}}, true
}

// sheetColouring returns nil for the rank bands.
func (p *project) sheetColouring(j *judged, ask ColouringAsk) (*Colouring, error) {
	if ask.By == "" {
		return nil, nil
	}
	return p.colour(j, ask)
}

func (p *project) addEstates(m *sheet.Map, j *judged, ask MapAsk, colouring *Colouring) {
	v, c := &j.view, &p.district.Estates
	visible := p.visibleSet(ask)
	m.Estates = make([]sheet.Estate, len(p.book.Estates))
	for i := range m.Estates {
		e := &p.book.Estates[i]
		m.Estates[i] = sheet.Estate{
			Boundary: e.Boundary, At: orb.Point{c.Lon[i], c.Lat[i]}, Room: c.WidthM[i], AreaM2: p.areaM2[i], Name: c.Name[i],
			Subdistrict: c.Subdistrict[i], Rank: v.Rank[i], FromBottom: v.RankFromBottom[i], Band: v.Band[i], State: v.State[i], Class: -1,
			Faded: visible != nil && !visible[e.FID],
		}
		if colouring != nil {
			m.Estates[i].Class = colouring.Class[i]
		}
	}
}

// visibleSet holds the estates that the filter leaves; nil without a filter.
func (p *project) visibleSet(ask MapAsk) map[int64]bool {
	if !ask.Filtered {
		return nil
	}
	set := make(map[int64]bool, len(ask.Visible))
	for _, fid := range ask.Visible {
		set[fid] = true
	}
	return set
}

func (p *project) addLegend(m *sheet.Map, j *judged, ask MapAsk, colouring *Colouring, lang domain.Lang) {
	l := &m.Legend
	l.BandSize = j.view.BandSize
	for band := range l.First {
		l.First[band], l.Last[band] = j.view.Edges[2*band], j.view.Edges[2*band+1]
	}
	if colouring != nil {
		l.Title, l.Method = p.colouringTitle(colouring, lang), colouring.Text.In(lang)
		l.ByCompany = colouring.Ask.By == "company"
		l.Classes = make([]sheet.Class, len(colouring.Classes))
		group := colouring.Ask.By == "company" || colouring.Ask.By == "subdistrict"
		for i, class := range colouring.Classes {
			l.Classes[i] = sheet.Class{Label: class.Label.In(lang), Swatch: sheet.NumberSwatch(class.Step, colouring.Signed)}
			switch {
			case group:
				l.Classes[i].Swatch = sheet.GroupSwatch(class.Index)
			case class.Hue != "":
				l.Classes[i].Swatch = sheet.TestSwatch(class.Hue)
			}
		}
		switch colouring.Ask.By {
		case "company":
			l.NoValue = domain.Say("无服务企业", "No service company").In(lang)
		case "subdistrict":
			l.NoValue = domain.Say("未填街道", "No subdistrict").In(lang)
		}
		if t := testColourings[colouring.Ask.By]; t != nil {
			l.NoValue = t.noValue.In(lang)
		}
	}
	shown := 0
	for i := range m.Estates {
		e := &m.Estates[i]
		if e.Faded {
			continue
		}
		shown++
		l.Bands[e.Band]++
		l.States[e.State]++
		if len(e.Boundary) == 0 {
			l.OffMap++
		}
		switch {
		case colouring == nil:
		case e.Class < 0:
			l.Missing++
		default:
			l.Classes[e.Class].Count++
		}
	}
	if ask.Filtered {
		l.Filter = domain.Say("显示 %[1]d 个小区，共 %[2]d 个，其余淡显", "%[1]d of %[2]d estates, the others pale",
			shown, len(m.Estates)).In(lang)
	}
}

// colouringTitle names what the map is coloured by.
func (p *project) colouringTitle(c *Colouring, lang domain.Lang) string {
	return domain.Say("填色：", "Fill: ").In(lang) + colouringName(c.Ask.By).In(lang)
}

func (p *project) addLinks(m *sheet.Map, j *judged) error {
	a, err := p.assignment(j)
	if err != nil {
		return err
	}
	for i := range p.district.Companies {
		m.Companies = append(m.Companies, sheet.Company{Short: p.district.Companies[i].ShortName})
	}
	for i := range a.Rows {
		r := &a.Rows[i]
		if r.Status == assign.Unassigned || r.Host == policy.None || len(m.Estates[r.Estate].Boundary) == 0 || len(m.Estates[r.Host].Boundary) == 0 {
			continue
		}
		from, to := a.Line(r.Estate, r.Host)
		m.Links = append(m.Links, sheet.Link{Estate: r.Estate, Host: r.Host, Company: r.Company, From: from, To: to})
	}
	return nil
}

// sheetTitle is the district's name and the round, or what is asked for.
func (p *project) sheetTitle(j *judged, title string) string {
	if title != "" {
		return title
	}
	if j.round == policy.None {
		return p.info.Name
	}
	return p.info.Name + " " + roundName(&j.ev.Rounds[j.round].Round)
}

func (p *project) sheetSubtitle(j *judged, m *sheet.Map, lang domain.Lang) string {
	fill := domain.Say("填色为考核名次", "Fill: inspection rank").In(lang)
	if m.Legend.Classes != nil {
		fill = m.Legend.Title
	}
	return domain.Say("旧楼区长效管理一张图 · %[1]s，描边与斜线为补贴状态 · 截至%[3]s", "Long-term management of old residential estates · %[1]s; outline and hatch: subsidy · as of %[2]s",
		fill, longDate(j.ev.AsOf, domain.EN), longDate(j.ev.AsOf, domain.ZH)).In(lang)
}

// sheetFacts are the imprint: round, date, what the map is made of.
func (p *project) sheetFacts(j *judged, m *sheet.Map, lang domain.Lang) []string {
	var out []string
	if j.round != policy.None {
		r := &j.ev.Rounds[j.round].Round
		out = append(out, domain.Say("轮次：%[1]s（%[2]s）", "Round: %[1]s (%[3]s)", roundName(r), longDate(r.HeldOn, domain.ZH), longDate(r.HeldOn, domain.EN)).In(lang))
	}
	out = append(out, domain.Say("数据截至%[1]s", "Data as of %[2]s", longDate(j.ev.AsOf, domain.ZH), longDate(j.ev.AsOf, domain.EN)).In(lang))
	out = append(out, domain.Say("来源：%s项目数据", "Source: project data of %s", p.info.Name).In(lang))
	out = append(out, domain.Say("CGCS2000，横轴墨卡托投影，中央经线 %.2f°", "CGCS2000, transverse Mercator, central meridian %.2f°", m.Frame.Meridian()).In(lang))
	return append(out, domain.Say("制图%[1]s", "Made %[2]s", longDate(today(), domain.ZH), longDate(today(), domain.EN)).In(lang))
}

// longDate writes a day as it is read: 2026年3月18日, 18 Mar 2026.
func longDate(d domain.Date, lang domain.Lang) string {
	if d == 0 {
		return "—"
	}
	if lang == domain.EN {
		return timeOf(d).Format("2 Jan 2006")
	}
	return timeOf(d).Format("2006年1月2日")
}

func timeOf(d domain.Date) time.Time {
	year, month, day := d.YMD()
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}
