package sheet

import (
	"cmp"
	"fmt"

	"estateatlas/backend/paper"
)

// legendBlock is a part of the legend: a head, small print, rows.
type legendBlock struct {
	head string
	// warning stands before the notes, in ink: what the counts are of.
	warning string
	notes   []string
	rows    []legendRow
}

// legendRow is a sign with its meaning.
type legendRow struct {
	sign  func(b paper.Box)
	label string
	span  string // of ranks, in grey
	count int    // or uncounted
	// folded is how many rows this one stands for; 0: one.
	folded int
}

// legendBlocks returns the legend of what the map shows.
func (p *page) legendBlocks() []legendBlock {
	out := []legendBlock{p.fillBlock(), p.stateBlock()}
	if b := p.linkBlock(); len(b.rows) > 0 && !p.world.m.Legend.ByCompany {
		out = append(out, b)
	}
	return append(out, p.signBlock())
}

func (p *page) fillBlock() legendBlock {
	m := p.world.m
	l := &m.Legend
	b := legendBlock{head: m.Lang.pick("填色：考核名次", "Fill: inspection rank")}
	if l.Filter != "" {
		b.warning = m.Lang.pick("筛选：", "Filter: ") + l.Filter
	}
	if p.partial() {
		b.notes = append(b.notes, m.Lang.pick("计数包括图幅以外的小区", "Counts include estates outside the map"))
	}
	pen := outlineOf(Paid, 3, p.view.unit)
	swatch := func(s Swatch, dotted bool) func(paper.Box) {
		return func(b paper.Box) {
			drawSwatch(p.canvas, b.Path(), s, p.view.unit)
			if dotted {
				drawDots(p.canvas, b.Path(), b, p.view.unit)
			}
			p.canvas.Stroke(b.Path(), pen)
		}
	}
	if l.Classes == nil {
		for band := Top; band <= Bottom; band++ {
			if l.Bands[band] == 0 && l.First[band] == 0 {
				continue
			}
			b.rows = append(b.rows, legendRow{
				sign: swatch(Swatch{Color: Light.Fills[band]}, false), label: bandLabel(m.Lang, band, l.BandSize),
				span: span(l.First[band], l.Last[band]), count: l.Bands[band],
			})
		}
		b.add(bandLabel(m.Lang, Unranked, l.BandSize), l.Bands[Unranked], swatch(Swatch{Color: Light.Fills[Unranked]}, true))
		return b
	}
	b.head = l.Title
	if l.Method != "" {
		b.notes = append([]string{l.Method}, b.notes...)
	}
	for _, c := range l.Classes {
		b.add(c.Label, c.Count, swatch(c.Swatch, false))
	}
	if l.Missing > 0 {
		b.add(cmp.Or(l.NoValue, m.Lang.pick("无数值", "No value")), l.Missing, swatch(Swatch{Color: Light.NoValue}, true))
	}
	return b
}

// partial tells whether estates that are counted lie outside the map.
func (p *page) partial() bool {
	for i := range p.world.estates {
		if s := &p.world.estates[i]; len(s.rings) > 0 && !p.world.m.Estates[i].Faded && !p.view.sees(s.bound) {
			return true
		}
	}
	return false
}

// bandLabel names a band as the screen does.
func bandLabel(lang Lang, band, size int) string {
	switch {
	case band == Unranked:
		return lang.pick("未参评", "Not scored")
	case band == Top && size == 10:
		return lang.pick("前十名", "Top ten")
	case band == Top:
		return fmt.Sprintf(lang.pick("前%d名", "Top %d"), size)
	case band == Bottom && size == 10:
		return lang.pick("后十名", "Bottom ten")
	case band == Bottom:
		return fmt.Sprintf(lang.pick("后%d名", "Bottom %d"), size)
	}
	return lang.pick("中段", "Middle")
}

func span(first, last int) string {
	switch first {
	case 0:
		return ""
	case last:
		return fmt.Sprint(first)
	}
	return fmt.Sprintf("%d—%d", first, last)
}

var stateNames = [stateCount][2]string{
	Paid: {"正常发放", "Paid"}, Proposed: {"拟扣", "Proposed"},
	WithheldMonth: {"扣当月", "Month withheld"}, WithheldQuarter: {"扣当季", "Quarter withheld"}, WithheldYear: {"扣全年", "Year withheld"},
	Unfunded: {"无补贴", "Unfunded"}, NotEnrolled: {"未纳入", "Not enrolled"}, Exited: {"已退出", "Exited"},
}

// stateName names a subsidy state as the screen does.
func stateName(lang Lang, state int) string {
	return lang.pick(stateNames[state][0], stateNames[state][1])
}

func (p *page) stateBlock() legendBlock {
	m := p.world.m
	b := legendBlock{head: m.Lang.pick("描边与斜线：补贴状态", "Outline and hatch: subsidy")}
	for state := range stateCount {
		sign := func(box paper.Box) {
			p.canvas.Fill(box.Path(), Light.Surface1)
			if state == NotEnrolled {
				drawDots(p.canvas, box.Path(), box, p.view.unit)
			}
			drawHatch(p.canvas, box.Path(), box, state, paper.Faded(Light.Inks[state], 0.8), p.view.unit, 1)
			p.canvas.Stroke(box.Path(), outlineOf(state, 3, p.view.unit))
			if state == Exited {
				p.canvas.Stroke(cross(paper.Point{X: box.X + box.W/2, Y: box.Y + box.H/2}, 4*p.view.unit), paper.Pen{Width: 1.25 * p.view.unit, Color: Light.Inks[Exited]})
			}
		}
		b.add(stateName(m.Lang, state), m.Legend.States[state], sign)
	}
	return b
}

// linkBlock names the companies whose links are on the map, by how many there are.
func (p *page) linkBlock() legendBlock {
	m := p.world.m
	b := legendBlock{head: m.Lang.pick("代管连线：代管企业", "Proxy links: company")}
	counts := make([]int, len(m.Companies))
	for _, l := range m.Links {
		if l.Company >= 0 && l.Company < len(counts) && !m.Estates[l.Estate].Faded {
			counts[l.Company]++
		}
	}
	for i, n := range counts {
		if n == 0 {
			continue
		}
		b.add(m.Companies[i].Short, n, func(box paper.Box) {
			p.canvas.Stroke(middleLine(box), companyPen(i, p.view.unit))
			p.canvas.Fill(paper.Circle(box.Right(), box.Y+box.H/2, 2.6*p.view.unit), companyColor(i))
		})
	}
	return b
}

func middleLine(b paper.Box) paper.Path {
	return paper.Segment(b.X, b.Y+b.H/2, b.Right(), b.Y+b.H/2)
}

// signBlock explains the other signs.
func (p *page) signBlock() legendBlock {
	m, c, unit := p.world.m, p.canvas, p.view.unit
	b := legendBlock{head: m.Lang.pick("其他", "Other signs")}
	if len(p.world.bands) > 0 {
		b.add(m.Lang.pick("前、后段的名次与名称", "Rank, name: top, bottom"), uncounted, func(box paper.Box) {
			d := 14 * unit
			y := box.Y + box.H/2 - d/2
			drawBadge(c, paper.Box{X: box.X, Y: y, W: d, H: d}, "", Top, 0, unit)
			drawBadge(c, paper.Box{X: box.Right() - d, Y: y, W: d, H: d}, "", Bottom, 0, unit)
		})
	}
	small := false
	for i := range m.Estates {
		small = small || len(p.world.estates[i].rings) > 0 && p.isSmall(i)
	}
	if small {
		b.add(m.Lang.pick("面积小、以方块代表的小区", "Small estate"), uncounted, func(box paper.Box) {
			at := paper.Point{X: box.X + box.W/2, Y: box.Y + box.H/2}
			drawSymbol(c, at, symbolSize*unit, Paid, Swatch{Color: Light.Fills[Middle3]}, false, false, unit)
		})
	}
	if m.Legend.ByCompany && len(m.Links) > 0 {
		links := 0
		for _, row := range p.linkBlock().rows {
			links += row.count
		}
		b.add(m.Lang.pick("代管连线，颜色同企业", "Proxy link, as company"), links, func(box paper.Box) {
			c.Stroke(middleLine(box), companyPen(0, unit))
			c.Fill(paper.Circle(box.Right(), box.Y+box.H/2, 2.6*unit), companyColor(0))
		})
	}
	has := map[string]bool{}
	for _, g := range m.Ground {
		switch {
		case g.Layer == subdistricts:
			has[subdistricts] = true
		case m.Base != nil: // it says itself what it shows
		case g.Layer == water && g.Class != park:
			has[water] = true
		case g.Class == rail:
			has[rail] = true
		}
	}
	if has[subdistricts] {
		b.add(m.Lang.pick("街道界", "Subdistrict boundary"), uncounted, func(box paper.Box) {
			c.Stroke(middleLine(box), paper.Pen{Width: 1.5 * unit, Color: Light.Boundary, Dash: p.units(7, 4, 1.5, 4)})
		})
	}
	if has[water] {
		b.add(m.Lang.pick("水域", "Water"), uncounted, func(box paper.Box) { c.Fill(box.Path(), Light.Water) })
	}
	if has[rail] {
		b.add(m.Lang.pick("铁路", "Railway"), uncounted, func(box paper.Box) {
			c.Stroke(middleLine(box), paper.Pen{Width: 3 * unit, Color: Light.Rail})
			c.Stroke(middleLine(box), paper.Pen{Width: 1.6 * unit, Color: Light.Land, Dash: p.units(8, 8)})
		})
	}
	if m.Legend.OffMap > 0 {
		b.add(m.Lang.pick("未上图（没有边界）", "Not on the map"), m.Legend.OffMap, func(paper.Box) {})
	}
	return b
}

// uncounted is the count of a row without one.
const uncounted = -1

func (b *legendBlock) add(label string, count int, sign func(b paper.Box)) {
	b.rows = append(b.rows, legendRow{sign: sign, label: label, count: count})
}

// Heights on A4, in mm, that do not change when rows close up.
const (
	legendHead = 6.2
	smallPrint = 3.6
	blockGap   = 3.2
	// leastLine is the part of the type scale's line down to which rows close up before they are folded.
	leastLine = 0.72
)

// fixed returns the height of a block without its rows, and its small print in lines, of which the first warnings are in ink.
func (b *legendBlock) fixed(width float64, t *typeScale) (height float64, notes []string, warnings int) {
	if b.warning != "" {
		notes = paper.Wrap(b.warning, t.note, width)
		warnings = len(notes)
	}
	for _, n := range b.notes {
		notes = append(notes, paper.Wrap(n, t.note, width)...)
	}
	height = legendHead + smallPrint*float64(len(notes))
	if len(notes) > 0 {
		height += 0.8
	}
	return height * t.by, notes, warnings
}

// drawLegend draws blocks one under the other; where they have no room the rows close up, then the longest block is folded.
func (p *page) drawLegend(blocks []legendBlock, box paper.Box, t *typeScale) {
	fixed := blockGap * t.by * float64(len(blocks)-1)
	for i := range blocks {
		h, _, _ := blocks[i].fixed(box.W, t)
		fixed += h
	}
	room := func() float64 {
		rows := 0
		for i := range blocks {
			rows += len(blocks[i].rows)
		}
		return (box.H - fixed) / float64(max(1, rows))
	}
	for room() < leastLine*t.line {
		longest := -1
		for i := range blocks {
			if b := &blocks[i]; b.folds() && (longest < 0 || len(b.rows) > len(blocks[longest].rows)) {
				longest = i
			}
		}
		if longest < 0 {
			break
		}
		p.fold(&blocks[longest])
	}
	line := min(t.line, room())
	y := box.Y
	for i := range blocks {
		y = p.drawBlock(&blocks[i], box.X, y, box.W, line, t) + blockGap*t.by
	}
}

// folds tells whether rows of a block may be put together: they have counts, and some would be left.
func (b *legendBlock) folds() bool {
	const least = 4
	return len(b.rows) > least && b.rows[0].count != uncounted
}

// fold puts the last two rows of a block into one that says how many it stands for.
func (p *page) fold(b *legendBlock) {
	n := len(b.rows)
	last, before := b.rows[n-1], b.rows[n-2]
	folded := max(1, last.folded) + 1
	b.rows = append(b.rows[:n-2:n-2], legendRow{
		sign: func(paper.Box) {}, folded: folded, count: max(0, last.count) + max(0, before.count),
		label: fmt.Sprintf(p.world.m.Lang.pick("其余 %d 类", "%d other classes"), folded),
	})
}

// drawBlock draws a block and returns where it ends.
func (p *page) drawBlock(b *legendBlock, x, y, w, line float64, t *typeScale) float64 {
	size := min(t.row, t.row*line/(0.8*t.line))
	height, notes, warnings := b.fixed(w, t)
	c := p.canvas
	c.Text(paper.Text{Text: paper.Shorten(b.head, t.head, w), X: x, Y: y + 3.4*t.by, Size: t.head, Bold: true, Color: Light.Text1})
	for i, n := range notes {
		ink := Light.Text3
		if i < warnings {
			ink = Light.Text1
		}
		c.Text(paper.Text{Text: n, X: x, Y: y + (legendHead+1.9+float64(i)*smallPrint)*t.by, Size: t.note, Color: ink})
	}
	y += height
	sign := paper.Box{W: 6.6 * t.by, H: min(3.7*t.by, line*0.78)}
	for _, r := range b.rows {
		middle := y + line/2
		sign.X, sign.Y = x, middle-sign.H/2
		r.sign(sign)
		left, right := x+sign.W+t.gap, x+w
		if r.count >= 0 {
			count := grouped(int64(r.count))
			c.Text(paper.Text{Text: count, X: right, Y: middle, Anchor: paper.Right, Middle: true, Size: size, Color: Light.Text1})
			right -= paper.Width(count, size) + t.gap
		}
		room := right - left
		if r.span != "" {
			room -= paper.Width(r.span, size) + t.gap
		}
		label := paper.Shorten(r.label, size, room)
		c.Text(paper.Text{Text: label, X: left, Y: middle, Middle: true, Size: size, Color: Light.Text1})
		if r.span != "" {
			c.Text(paper.Text{Text: r.span, X: left + paper.Width(label, size) + t.gap, Y: middle, Middle: true, Size: size, Color: Light.Text3})
		}
		y += line
	}
	return y
}

// drawLegendColumns draws blocks side by side under the map, with scale and north arrow in the last column.
func (p *page) drawLegendColumns(blocks []legendBlock, l *layout, note string) {
	t := &l.t
	gap := 6 * t.by
	n := float64(len(blocks))
	w := (l.legend.W - (n-1)*gap) / n
	for i := range blocks {
		b := paper.Box{X: l.legend.X + float64(i)*(w+gap), Y: l.legend.Y, W: w, H: l.legend.H}
		if i == len(blocks)-1 {
			imprint := 22 * t.by
			b.H -= imprint
			p.drawImprint(paper.Box{X: b.X, Y: b.Bottom(), W: w, H: imprint - t.by}, t, note)
		}
		p.drawLegend(blocks[i:i+1], b, t)
	}
}
