package app

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/sheet"
)

// writeMeeting writes the walk of a meeting through a round, as PDF or PPTX. progress counts the pages. Persons and telephone
// numbers are never on them.
func writeMeeting(ctx context.Context, p *project, ask ExportAsk, w io.Writer, progress func(done, total int)) error {
	j, err := p.judgeAsked(&ask)
	if err != nil {
		return err
	}
	agenda := p.agenda(j)
	m, err := p.meeting(ctx, j, &agenda, domain.Lang(ask.Lang))
	if err != nil {
		return err
	}
	write := sheet.WriteMeetingPDF
	if ask.Format == "pptx" {
		write = sheet.WriteMeetingSlides
	}
	if err := write(ctx, w, m, progress); err != nil {
		if stopped := domain.Cancelled(ctx); stopped != nil {
			return stopped
		}
		return fmt.Errorf("write meeting: %w", err)
	}
	return nil
}

// meetingWriter puts an agenda into the words of one language.
type meetingWriter struct {
	p      *project
	j      *judged
	agenda *Agenda
	lang   domain.Lang
	plain  *sheet.Prepared // nil without a boundary
	linked *sheet.Prepared // with proxy links
	hot    *sheet.Prepared // with the classes of the page of hotspots
}

// meeting makes pages of an agenda; the facts are those of the screens.
func (p *project) meeting(ctx context.Context, j *judged, agenda *Agenda, lang domain.Lang) (*sheet.Meeting, error) {
	m := meetingWriter{p: p, j: j, agenda: agenda, lang: lang}
	if err := m.prepare(ctx); err != nil {
		return nil, err
	}
	held, _ := domain.ParseDate(agenda.HeldOn)
	out := &sheet.Meeting{
		Lang: sheetLang(string(lang)), Title: agenda.RoundName, Internal: true, MadeUp: agenda.MadeUp,
		Subtitle: m.say("%s旧楼区长效管理例会", "%s: meeting on old residential estates", agenda.District),
		Date:     longDate(j.ev.AsOf, lang), Created: timeOf(j.ev.AsOf),
		Cover: sheet.MeetingPage{Map: m.sheetMap(agenda.District, policy.None, nil, m.plain)},
	}
	if out.Title == "" {
		out.Title = agenda.District
	}
	if held != 0 {
		out.Facts = append(out.Facts, longDate(held, lang))
	}
	out.Facts = append(out.Facts, m.say("%d 个小区参评", "%d estates scored", agenda.Scored))
	last := ""
	for i := range agenda.Steps {
		step := &agenda.Steps[i]
		if step.Key != last || i == 0 {
			out.Items = append(out.Items, sheet.MeetingItem{Name: m.itemName(step)})
			last = step.Key
		}
		item := &out.Items[len(out.Items)-1]
		item.Pages = append(item.Pages, m.page(step))
	}
	return out, domain.Cancelled(ctx)
}

// prepare lays out the maps; a project without boundaries has pages without them.
func (m *meetingWriter) prepare(ctx context.Context) error {
	if _, any := domain.Extent(m.p.book.Estates); !any {
		return nil
	}
	var err error
	if m.plain, err = m.lay(ctx, MapAsk{}); err != nil {
		return err
	}
	for i := range m.agenda.Steps {
		switch step := &m.agenda.Steps[i]; {
		case step.Key == stepProxies:
			m.linked, err = m.lay(ctx, MapAsk{Proxies: true})
		case step.Colouring.By != "":
			m.hot, err = m.lay(ctx, MapAsk{Colouring: step.Colouring})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// lay lays out a map. One with classes shows them alone, as the screen does at the rectification desk: a hatch over the colours of a
// test cannot be read from the end of a room.
func (m *meetingWriter) lay(ctx context.Context, ask MapAsk) (*sheet.Prepared, error) {
	if err := domain.Cancelled(ctx); err != nil {
		return nil, err
	}
	made, err := m.p.mapSheet(m.j, ask, string(m.lang))
	if err != nil {
		return nil, err
	}
	if ask.Colouring.By != "" {
		for i := range made.Estates {
			made.Estates[i].Band, made.Estates[i].State = sheet.Unranked, sheet.Paid
		}
		clear(made.Legend.States[:])
	}
	return sheet.Prepare(&made), nil
}

// Keys of AgendaStep with pages of their own kind.
const (
	stepBottom  = "bottom"
	stepProxies = "proxies"
)

func (m *meetingWriter) say(zh, en string, args ...any) string {
	return domain.Say(zh, en, args...).In(m.lang)
}

func (m *meetingWriter) pick(zh, en string) string { return domain.Text{ZH: zh, EN: en}.In(m.lang) }

// itemName is the short name of an item of the agenda.
func (m *meetingWriter) itemName(step *AgendaStep) string {
	switch step.Key {
	case "figures":
		return m.say("主要数据", "Key figures")
	case "top":
		return bandWords(domain.BandTop, m.agenda.BandSize).In(m.lang)
	case stepBottom:
		return bandWords(domain.BandBottom, m.agenda.BandSize).In(m.lang)
	case "level3":
		return m.say("三级", "Level 3")
	case "money":
		return m.say("扣减与资金", "Money")
	case stepProxies:
		return m.say("代管变化", "Proxy changes")
	case "hotspots":
		return m.say("热点", "Hotspots")
	}
	return step.Title.In(m.lang)
}

func (m *meetingWriter) page(step *AgendaStep) sheet.MeetingPage {
	page := sheet.MeetingPage{Title: step.Title.In(m.lang), Note: step.Note.In(m.lang)}
	of := m.plain
	if step.Key == stepProxies {
		of = m.linked
	}
	if place, ok := m.p.place[step.FID]; ok && step.FID != 0 {
		c := m.p.card(m.j, place)
		page.Card = m.card(&c)
		at := place
		if !c.OnMap {
			at = policy.None
			if page.Note == "" {
				page.Note = m.say("未上图：没有边界", "Not on the map: no boundary")
			}
		}
		page.Map = m.sheetMap(c.Name, at, nil, of)
		return page
	}
	for i := range step.Figures {
		page.Figures = append(page.Figures, m.figure(&step.Figures[i]))
	}
	if step.Table != nil {
		page.Table = m.table(step.Table)
	}
	lit := m.places(step.FIDs)
	if step.Colouring.By != "" {
		if page.Map = m.sheetMap(page.Title, policy.None, nil, m.hot); page.Map != nil {
			page.Map.Ringed = lit
		}
		return page
	}
	page.Map = m.sheetMap(page.Title, policy.None, lit, of)
	return page
}

// sheetMap is the map of a page; nil in a project without boundaries.
func (m *meetingWriter) sheetMap(about string, chosen int, lit []int, of *sheet.Prepared) *sheet.MeetingMap {
	if of == nil {
		return nil
	}
	return &sheet.MeetingMap{About: m.say("地图：%s", "Map: %s", about), Of: of, Chosen: chosen, Lit: lit}
}

// places are the positions of estates; nil for none, so that nothing is pale.
func (m *meetingWriter) places(fids []int64) []int {
	var out []int
	for _, fid := range fids {
		if place, ok := m.p.place[fid]; ok {
			out = append(out, place)
		}
	}
	return out
}

func (m *meetingWriter) table(t *AgendaTable) *sheet.MeetingTable {
	out := &sheet.MeetingTable{Right: t.Right} // the first column where there is no estate
	for i, h := range t.Head {
		out.Head = append(out.Head, h.In(m.lang))
		if h.ZH == "小区" {
			out.Strong = i
		}
	}
	for i := range t.Rows {
		row := make([]string, len(t.Rows[i].Cells))
		for k, cell := range t.Rows[i].Cells {
			row[k] = cell.In(m.lang)
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

// figure is a figure in the words of the overview.
func (m *meetingWriter) figure(f *Figure) sheet.MeetingFigure {
	out := sheet.MeetingFigure{Label: f.Label.In(m.lang), Value: strconv.FormatInt(f.Count, 10), Alarm: f.Key == "level3" && f.Count > 0}
	if f.Money {
		out.Value, out.Unit = moneyFigure(domain.Fen(f.Fen), m.lang)
	} else {
		out.Unit = m.unit(f)
	}
	for i := range f.Notes {
		if note := m.figureNote(&f.Notes[i]); note != "" {
			out.Notes = append(out.Notes, note)
		}
	}
	return out
}
