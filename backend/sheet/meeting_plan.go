package sheet

import "estateatlas/backend/paper"

// sheetPage is one page to be drawn: a page of the meeting or a part of one.
type sheetPage struct {
	item  int // in Meeting.Items, −1 the cover
	page  *MeetingPage
	table *grid   // the part of the table that stands here
	side  float64 // width of what stands beside the map
	part  int     // from 1; parts is how many pages the page takes
	parts int
}

// first and last tell whether figures and note stand on this part.
func (p *sheetPage) first() bool { return p.part == 1 }
func (p *sheetPage) last() bool  { return p.part == p.parts }

// plan lays the meeting out on pages.
func (m *Meeting) plan(f *form) []sheetPage {
	pages := []sheetPage{{item: -1, page: &m.Cover, part: 1, parts: 1}}
	for i := range m.Items {
		for j := range m.Items[i].Pages {
			pages = append(pages, planPage(i, &m.Items[i].Pages[j], f)...)
		}
	}
	return pages
}

func planPage(item int, p *MeetingPage, f *form) []sheetPage {
	one := sheetPage{item: item, page: p, side: f.side, part: 1, parts: 1}
	if p.Card != nil || p.Table == nil || len(p.Table.Rows) == 0 {
		if p.Map == nil {
			one.side = f.whole()
		}
		return []sheetPage{one}
	}
	one.side = tableSide(p, f)
	room := f.sideBox(one.side).H
	g := p.Table.laid(one.side, f)
	note := noteHeight(p.Note, one.side)
	parts := g.balanced(room-figuresHeight(p.Figures, one.side, f), room, note)
	rooms := make([]float64, len(parts))
	for i := range rooms {
		rooms[i] = room
	}
	rooms[0] -= figuresHeight(p.Figures, one.side, f)
	rooms[len(rooms)-1] -= note
	spread(parts, rooms)
	out := make([]sheetPage, len(parts))
	for i, g := range parts {
		out[i] = one
		out[i].table, out[i].part, out[i].parts = g, i+1, len(parts)
	}
	return out
}

// tableSide is the width of a table: the least at which it is read with ease and takes no more pages; the map keeps a third of
// the page.
func tableSide(p *MeetingPage, f *form) float64 {
	if p.Map == nil {
		return f.whole()
	}
	const step = 4
	most := f.whole() * 0.62
	pages := func(side float64) int {
		room := f.sideBox(side).H
		return len(p.Table.laid(side, f).balanced(room-figuresHeight(p.Figures, side, f), room, noteHeight(p.Note, side)))
	}
	least := pages(most)
	for side := f.side; side < most; side += step {
		if p.Table.laid(side, f).reads() && pages(side) <= least {
			return side
		}
	}
	return most
}

const noteGap = 5.0

func noteHeight(note string, width float64) float64 {
	if note == "" {
		return 0
	}
	return noteGap + float64(len(paper.Wrap(tidy(note), bodySize, width/cellSlack)))*lineHeight(bodySize)
}
