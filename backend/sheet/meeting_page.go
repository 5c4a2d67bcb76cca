package sheet

import (
	"context"
	"fmt"
	"math"

	"estateatlas/backend/paper"
)

// draw draws the pages on a board, one after the other; progress counts them.
func (m *Meeting) draw(ctx context.Context, b board, f *form, progress func(done, total int)) error {
	pages := m.plan(f)
	starts := make([]int, len(m.Items)) // number of each item's first page
	for i := len(pages) - 1; i > 0; i-- {
		starts[pages[i].item] = i + 1
	}
	for i := range pages {
		if err := ctx.Err(); err != nil {
			return err
		}
		progress(i, len(pages))
		p := &pages[i]
		b.page(m.boardPage(p, i+1, len(pages)))
		var err error
		if p.item < 0 {
			err = m.drawCover(b, f, starts)
		} else {
			err = m.drawPage(b, f, p, pages, i)
		}
		if err != nil {
			return err
		}
	}
	progress(len(pages), len(pages))
	return nil
}

func (m *Meeting) boardPage(p *sheetPage, number, of int) *boardPage {
	page := &boardPage{cover: p.item < 0, title: tidy(m.Title), subtitle: tidy(m.Subtitle), mark: m.mark(), number: number, of: of}
	if !page.cover {
		page.title += gap + tidy(p.page.Title)
		if p.parts > 1 {
			page.title += m.Lang.pick(fmt.Sprintf("（%d/%d）", p.part, p.parts), fmt.Sprintf(" (%d/%d)", p.part, p.parts))
		}
	}
	return page
}

// mark stands on every page.
func (m *Meeting) mark() string {
	var marks []string
	if m.MadeUp {
		marks = append(marks, m.Lang.pick("虚构数据", "Made-up data"))
	}
	if m.Internal {
		marks = append(marks, m.Lang.pick("内部使用", "Internal use"))
	}
	return joined(marks...)
}

func (m *Meeting) drawPage(b board, f *form, p *sheetPage, pages []sheetPage, at int) error {
	if p.page.Map != nil {
		box := f.mapBox(p.side)
		if err := b.picture(m.Lang.pick("地图", "Map"), box, p.page.Map); err != nil {
			return err
		}
		if f.bleed {
			b.line("", []paper.Point{{X: box.Right(), Y: box.Y}, {X: box.Right(), Y: box.Bottom()}}, look{line: Light.Border2, width: 0.25})
		} else {
			b.box("", box, look{line: Light.Border2, width: 0.25})
		}
	}
	m.drawHead(b, f, b.(titled).titleWidth())
	m.drawFoot(b, f, pages, at)
	side := f.sideBox(p.side)
	if c := p.page.Card; c != nil {
		c.draw(b, side, m.Lang)
		return nil
	}
	y := side.Y
	if p.first() {
		if alone := p.table == nil && p.page.Note == ""; alone {
			drawWall(b, p.page.Figures, side)
		} else {
			y += drawFigures(b, p.page.Figures, side)
		}
	}
	if p.table != nil {
		b.table(tidy(p.page.Title), side.X, y, p.table)
		y += p.table.height()
	}
	if p.last() && p.page.Note != "" {
		size := bodySize
		if p.table == nil && len(p.page.Figures) == 0 {
			size = 14 // it is all that the page says
		} else {
			y += noteGap
		}
		b.prose(m.Lang.pick("说明", "Note"), paper.Box{X: side.X, Y: y, W: side.W, H: side.Bottom() - y}, tidy(p.page.Note), size, Light.Text2)
	}
	return nil
}

// drawHead writes the facts behind the title, which is the board's.
func (m *Meeting) drawHead(b board, f *form, title float64) {
	x := f.margin + title + 5
	room := f.width - f.margin - paper.Width(m.mark(), smallSize) - 8 - x
	if text := paper.Shorten(joined(m.Facts...), bodySize, room); room > 20 && text != "" {
		b.label(plain(m.Lang.pick("轮次", "Round"), text, x, f.head/2+0.4, bodySize, Light.Text2))
	}
	rule(b, f.left(), f.right(), f.head)
}

// left and right are how far hairlines of head and foot reach.
func (f *form) left() float64 {
	if f.bleed {
		return 0
	}
	return f.margin
}

func (f *form) right() float64 { return f.width - f.left() }

// drawFoot shows the agenda, where one is in it, and how many pages the item has.
func (m *Meeting) drawFoot(b board, f *form, pages []sheetPage, at int) {
	top := f.height - f.foot
	rule(b, f.left(), f.right(), top)
	item := pages[at].item
	first, count := at, 0
	for first > 0 && pages[first-1].item == item {
		first--
	}
	for i := first; i < len(pages) && pages[i].item == item; i++ {
		count++
	}
	const square, squareGap, mostSquares = 2.4, 0.9, 14
	counter := 0.0
	if count > 1 {
		counter = 3 + paper.Width(fmt.Sprintf("%d / %d", count, count), headingSize)
		if count <= mostSquares {
			counter += float64(count) * (square + squareGap)
		}
	}
	names, gap, size := m.agenda(f.width-2*f.margin-62-counter, item)
	x, y := f.margin, top+f.foot/2
	for i, name := range names {
		if i != item {
			l := plain("", name, x, y, size, Light.Text2)
			b.label(l)
			x += f.wide(l.runs...) + gap
			continue
		}
		start := x
		l := plain("", name, x, y, size, Light.Text1).strong()
		b.label(l)
		x += f.wide(l.runs...)
		if count > 1 {
			x += 3
			if count <= mostSquares {
				for k := range count {
					box := paper.Box{X: x, Y: y - square/2, W: square, H: square}
					if first+k == at {
						b.box("", box, look{fill: Light.Accent, radius: 0.5})
					} else {
						b.box("", box.Inset(0.15), look{line: Light.Text3, width: 0.3, radius: 0.5})
					}
					x += square + squareGap
				}
				x += 1.2
			}
			l := plain("", fmt.Sprintf("%d / %d", at-first+1, count), x, y, size, Light.Text1).strong()
			b.label(l)
			x += f.wide(l.runs...)
		}
		b.box("", paper.Box{X: start, Y: top - 0.4, W: x - start, H: 0.9}, look{fill: Light.Accent})
		x += gap
	}
}

// agenda returns the names of the items so that they fit into width, with gap and size.
func (m *Meeting) agenda(width float64, current int) (names []string, gap, size float64) {
	names = make([]string, len(m.Items))
	for i := range m.Items {
		names[i] = tidy(m.Items[i].Name)
	}
	need := func(size, gap float64) float64 {
		w := float64(len(names)-1) * gap
		for _, n := range names {
			w += paper.Width(n, size)
		}
		return w
	}
	for _, try := range [][2]float64{{headingSize, 9}, {headingSize, 6}, {smallSize, 5}, {smallSize, 4}} {
		size, gap = try[0], try[1]
		if need(size, gap) <= width {
			return names, gap, size
		}
	}
	for i := range names {
		if i != current {
			names[i] = paper.Shorten(names[i], size, math.Max(8, (width-float64(len(names)-1)*gap)/float64(len(names))))
		}
	}
	return names, gap, size
}

// drawCover draws the agenda with page numbers and the map of the district; title and subtitle are the board's.
func (m *Meeting) drawCover(b board, f *form, starts []int) error {
	side := f.coverSide()
	x := f.coverLeft()
	if m.Cover.Map != nil {
		box := f.coverMap()
		if err := b.picture(m.Lang.pick("地图", "Map"), box, m.Cover.Map); err != nil {
			return err
		}
		if !f.bleed {
			b.box("", box, look{line: Light.Border2, width: 0.25})
		}
	} else {
		side = f.whole()
	}
	y := f.coverSubtitle().Bottom() + 5
	right := x + side - 16
	if facts := joined(m.Facts...); facts != "" {
		b.label(plain(m.Lang.pick("轮次", "Round"), paper.Shorten(facts, bodySize, right-x), x, y, bodySize, Light.Text2))
	}
	y += 14
	step := math.Min(8.6, (f.height-f.foot-6-y)/math.Max(1, float64(len(m.Items))))
	rule(b, x, right, y-step/2)
	for i := range m.Items {
		if starts[i] == 0 {
			continue
		}
		number := fmt.Sprint(starts[i])
		b.label(plain("", paper.Shorten(tidy(m.Items[i].Name), bodySize, right-x-16), x, y, bodySize, Light.Text1))
		b.label(plain("", number, right, y, bodySize, Light.Text2).at(paper.Right))
		if l, ok := b.(linked); ok {
			l.link(paper.Box{X: x, Y: y - step/2, W: right - x, H: step}, starts[i])
		}
		rule(b, x, right, y+step/2)
		y += step
	}
	return nil
}

// titled boards tell how wide the title of the present page came out; linked ones lead from a box to a page.
type (
	titled interface{ titleWidth() float64 }
	linked interface {
		link(at paper.Box, page int)
	}
)

func (f *form) coverLeft() float64 { return math.Max(f.margin, 14) }

func (f *form) coverMap() paper.Box {
	x := f.coverLeft() + f.coverSide()
	if f.bleed {
		return paper.Box{X: x, W: f.width - x, H: f.height}
	}
	return paper.Box{X: x, Y: f.margin, W: f.width - f.margin - x, H: f.height - 2*f.margin}
}

func (f *form) coverTitle() paper.Box {
	return paper.Box{X: f.coverLeft(), Y: f.height*0.15 - 4, W: f.coverSide() - 14, H: 2 * coverSize * 1.25 * mmPerPoint}
}

func (f *form) coverSubtitle() paper.Box {
	t := f.coverTitle()
	return paper.Box{X: t.X, Y: t.Bottom() + 3, W: t.W, H: 8}
}
