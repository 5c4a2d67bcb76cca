package sheet

import (
	"math"
	"strconv"

	"estateatlas/backend/paper"
)

const (
	sectionGap = 3.4 // above and below the hairline between sections
	tightGap   = 2.4
	headingH   = 5.6
	barH       = 6.1
	measureH   = 7.2
	axisH      = 5.0
	cardFigure = 16.0
	leastChart = 17.0
	mostChart  = 46.0
)

// cardPlan is how a card's sections share its height.
type cardPlan struct {
	top      float64 // badge and name
	chart    float64 // height of the chart's field
	bars     int     // how many deductions are listed
	measures int
	gap      float64 // beside the hairlines
}

// draw draws the card: name and rank, history, deductions, measures, money.
func (c *MeetingCard) draw(b board, at paper.Box, lang Lang) {
	f := b.measures()
	p := c.planned(at, f)
	y := at.Y + c.drawTop(b, at)
	section := func(title, note string) {
		y += p.gap
		rule(b, at.X, at.Right(), y)
		y += p.gap
		l := plain("", tidy(title), at.X, y+1.8, headingSize, Light.Text2).strong()
		b.label(l)
		note, size := f.fitted(note, at.W-f.wide(l.runs...)-4, headingSize, smallSize)
		b.label(plain("", note, at.Right(), y+1.8, size, Light.Text2).at(paper.Right))
		y += headingH
	}
	if len(c.History.Points) > 0 {
		section(c.History.Title, c.History.Note)
		c.History.draw(b, paper.Box{X: at.X, Y: y, W: at.W, H: p.chart})
		y += p.chart + axisH
	}
	if c.Deductions.Title != "" {
		section(c.Deductions.Title, c.Deductions.Note)
		y += c.Deductions.draw(b, paper.Box{X: at.X, Y: y, W: at.W}, p.bars, lang)
	}
	if c.Measures.Title != "" && len(c.Measures.Rows) > 0 {
		section(c.Measures.Title, c.Measures.Note)
		y += c.Measures.draw(b, paper.Box{X: at.X, Y: y, W: at.W}, p.measures, lang)
	}
	if len(c.Figures) > 0 {
		y += p.gap
		rule(b, at.X, at.Right(), y)
		y += p.gap
		w := at.W / float64(len(c.Figures))
		size := valueSize(f, c.Figures, w-4, 20, 16, 12)
		for i := range c.Figures {
			g := &c.Figures[i]
			x := at.X + float64(i)*w
			value := run{text: f.shorten(g.Value, size, w-4-f.wide(g.unit())), size: size, bold: true, color: Light.Text1}
			b.label(label{name: g.Label, x: x, y: y + 3.2, runs: []run{value, g.unit()}})
			for k, line := range f.lines(g.Label, smallSize, (w-4)/cellSlack, 2) {
				b.label(plain("", line, x, y+10+float64(k)*4.4, smallSize, Light.Text2))
			}
		}
	}
}

// planned gives the chart what the rest leaves; where that is too little, fewer deductions and then fewer measures are listed.
func (c *MeetingCard) planned(at paper.Box, f *form) cardPlan {
	p := cardPlan{top: c.topHeight(at.W, f), bars: len(c.Deductions.Items), measures: len(c.Measures.Rows), gap: sectionGap}
	rest := func() float64 {
		h := at.H - p.top
		if len(c.History.Points) > 0 {
			h -= 2*p.gap + headingH + axisH
		}
		if c.Deductions.Title != "" {
			h -= 2*p.gap + headingH + c.Deductions.height(p.bars)
		}
		if c.Measures.Title != "" && len(c.Measures.Rows) > 0 {
			h -= 2*p.gap + headingH + c.Measures.height(p.measures, at.W, f)
		}
		if len(c.Figures) > 0 {
			h -= 2*p.gap + c.figuresHeight(at.W, f)
		}
		return h
	}
	least := leastChart
	if len(c.History.Points) == 0 {
		least = 0
	}
	for rest() < least+5 && p.gap > tightGap {
		p.gap -= 0.1
	}
	for rest() < least+5 && p.bars > 4 {
		p.bars--
	}
	for rest() < least && p.measures > 3 {
		p.measures--
	}
	for rest() < least && p.bars > 2 {
		p.bars--
	}
	for rest() < least && p.measures > 1 {
		p.measures--
	}
	p.chart = math.Max(least, math.Min(rest(), mostChart))
	if left := rest() - p.chart; left > 0 {
		p.gap += math.Min(left/8, 2)
	}
	return p
}

func (c *MeetingCard) figuresHeight(width float64, f *form) float64 {
	most := 1
	for _, g := range c.Figures {
		most = max(most, len(f.lines(g.Label, smallSize, (width/float64(len(c.Figures))-4)/cellSlack, 2)))
	}
	return cardFigure - 4.4 + float64(most)*4.4
}

const (
	badgeH    = 17.0
	badgeSide = 10.5
)

func (c *MeetingCard) badgeWidth() float64 {
	return math.Max(badgeH*1.35, paper.Width(c.Rank, badgeSize)+badgeSide)
}

// names are the lines of the name and their size.
func (c *MeetingCard) names(width float64, f *form) ([]string, float64) {
	name := tidy(c.Name)
	for _, size := range []float64{nameSize, 20, 17} {
		if f.wide(run{text: name, size: size})*cellSlack <= width {
			return []string{name}, size
		}
	}
	const small = 13
	return f.lines(name, small, width/cellSlack, 2), small
}

// facts are lines of the facts that stand side by side, at most two.
func (c *MeetingCard) facts(width float64, f *form) []string {
	var out []string
	for _, fact := range c.Facts {
		if fact = tidy(fact); fact == "" {
			continue
		}
		last := len(out) - 1
		if last >= 0 && (f.wide(run{text: out[last] + gap + fact, size: bodySize})*cellSlack <= width || last > 0) {
			out[last] += gap + fact
		} else {
			out = append(out, fact)
		}
	}
	for i := range out {
		out[i] = f.cut(out[i], bodySize, width/cellSlack)
	}
	return out
}

func (c *MeetingCard) topHeight(width float64, f *form) float64 {
	room := width - c.badgeWidth() - 5
	names, size := c.names(room, f)
	return math.Max(badgeH, float64(len(names))*size*1.3*mmPerPoint+1+float64(len(c.facts(room, f)))*lineHeight(bodySize))
}

// drawTop draws badge, name and facts and returns their height.
func (c *MeetingCard) drawTop(b board, at paper.Box) float64 {
	f := b.measures()
	h := c.topHeight(at.W, f)
	badge := paper.Box{X: at.X, Y: at.Y + (h-badgeH)/2, W: c.badgeWidth(), H: badgeH}
	l := look{fill: Light.Fills[Bottom], radius: 2}
	ink := Light.OnBottom
	switch c.Band {
	case Top:
		l, ink = look{fill: Light.Fills[Top], radius: badgeH / 2}, Light.OnTop
	case Bottom:
	default:
		l, ink = look{line: Light.Border2, width: 0.4, radius: 2}, Light.Text1
	}
	b.box("", badge, l)
	b.label(plain("", c.Rank, badge.X+badge.W/2, badge.Y+badge.H/2, badgeSize, ink).at(paper.Center).strong())
	x := badge.Right() + 5
	room := at.Right() - x
	names, size := c.names(room, f)
	facts := c.facts(room, f)
	nameH := size * 1.3 * mmPerPoint
	y := at.Y + (h-float64(len(names))*nameH-1-float64(len(facts))*lineHeight(bodySize))/2
	for _, n := range names {
		b.label(plain("", n, x, y+nameH/2, size, Light.Text1).strong())
		y += nameH
	}
	y++
	for _, fact := range facts {
		b.label(plain("", fact, x, y+lineHeight(bodySize)/2, bodySize, Light.Text2))
		y += lineHeight(bodySize)
	}
	return h
}

func (d *MeetingDeductions) height(rows int) float64 {
	h := float64(rows) * barH
	if rows < len(d.Items) {
		h += barH
	}
	return h
}

func (d *MeetingDeductions) draw(b board, at paper.Box, rows int, lang Lang) float64 {
	points := 12.0
	for _, it := range d.Items {
		points = math.Max(points, b.measures().wide(run{text: it.Points, size: bodySize})*cellSlack+3)
	}
	longest := math.Min(at.W*0.3, 38)
	names := at.W - points - longest - 4
	for i := range d.Items[:rows] {
		it := &d.Items[i]
		y := at.Y + (float64(i)+0.5)*barH
		b.label(plain("", b.measures().shorten(it.Name, bodySize, names), at.X, y, bodySize, Light.Text1))
		ink := paper.Hex("#a9b2bb")
		if it.Company {
			ink = Light.Label
		}
		if w := longest * math.Min(1, math.Max(0, it.Part)); w > 0 {
			b.box("", paper.Box{X: at.Right() - points - longest, Y: y - 1.3, W: w, H: 2.6}, look{fill: ink})
		}
		b.label(plain("", it.Points, at.Right(), y, bodySize, Light.Text1).at(paper.Right).strong())
	}
	if left := len(d.Items) - rows; left > 0 {
		text := lang.pick("另有 "+strconv.Itoa(left)+" 项", strconv.Itoa(left)+" more")
		b.label(plain("", text, at.X, at.Y+(float64(rows)+0.5)*barH, smallSize, Light.Text2))
	}
	return d.height(rows)
}

// columns are the widths of the columns of the last rows: month, rank, level.
func (m *MeetingMeasures) columns(rows int, f *form) (when, chip, level float64) {
	for _, r := range m.Rows[len(m.Rows)-rows:] {
		when = math.Max(when, f.wide(run{text: tidy(r.When), size: bodySize})*cellSlack)
		chip = math.Max(chip, f.wide(run{text: r.Rank, size: headingSize}))
		level = math.Max(level, f.wide(run{text: tidy(r.Level), size: bodySize})*cellSlack)
	}
	return when + 4, chip + 5, level + 4
}

// text is what a measure says, on one line or in smaller letters on two.
func (r *MeetingMeasure) text(width float64, f *form) ([]string, float64) {
	text := tidy(r.Text)
	for _, size := range []float64{bodySize, headingSize} {
		if f.wide(run{text: text, size: size})*cellSlack <= width {
			return []string{text}, size
		}
	}
	return f.lines(text, smallSize, width/cellSlack, 2), smallSize
}

// heights are those of the last rows.
func (m *MeetingMeasures) heights(rows int, width float64, f *form) []float64 {
	when, chip, level := m.columns(rows, f)
	out := make([]float64, rows)
	for i := range out {
		out[i] = measureH
		if l, _ := m.Rows[len(m.Rows)-rows+i].text(width-when-chip-measureGap-level, f); len(l) > 1 {
			out[i] = 2*measureLine + 1
		}
	}
	return out
}

const (
	measureGap  = 4.0 // behind the rank
	measureLine = 4.1 // of two
)

func (m *MeetingMeasures) height(rows int, width float64, f *form) float64 {
	h := sum(m.heights(rows, width, f))
	if rows < len(m.Rows) {
		h += barH
	}
	return h
}

// draw lists the last rows of the year.
func (m *MeetingMeasures) draw(b board, at paper.Box, rows int, lang Lang) float64 {
	f := b.measures()
	when, chip, level := m.columns(rows, f)
	y := at.Y
	if left := len(m.Rows) - rows; left > 0 {
		text := lang.pick("此前另有 "+strconv.Itoa(left)+" 次", strconv.Itoa(left)+" earlier")
		b.label(plain("", text, at.X, y+barH/2, smallSize, Light.Text2))
		y += barH
	}
	for i, h := range m.heights(rows, at.W, f) {
		m.Rows[len(m.Rows)-rows+i].draw(b, paper.Box{X: at.X, Y: y, W: at.W, H: h}, when, chip, level)
		y += h
	}
	return y - at.Y
}

func (r *MeetingMeasure) draw(b board, at paper.Box, when, chip, level float64) {
	say := func(text string, x, y, size float64) {
		l := plain("", text, x, y, size, Light.Text1)
		if r.Now {
			l = l.strong()
		}
		if text != "" {
			b.label(l)
		}
	}
	mid := at.Y + at.H/2
	say(tidy(r.When), at.X, mid, bodySize)
	box := paper.Box{X: at.X + when, Y: mid - 2.6, W: chip, H: 5.2}
	ink := Light.Danger
	if r.Now {
		b.box("", box, look{fill: Light.Fills[Bottom], radius: 0.9})
		ink = Light.OnBottom
	} else {
		b.box("", box.Inset(0.15), look{line: Light.Fills[Bottom], width: 0.3, radius: 0.9})
	}
	b.label(plain("", r.Rank, box.X+box.W/2, mid, headingSize, ink).at(paper.Center).strong())
	x := box.Right() + measureGap
	say(tidy(r.Level), x, mid, bodySize)
	x += level
	text, size := r.text(at.Right()-x, b.measures())
	for i, line := range text {
		say(line, x, mid+(float64(i)-float64(len(text)-1)/2)*measureLine, size)
	}
}
