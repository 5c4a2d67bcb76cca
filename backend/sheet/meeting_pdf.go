package sheet

import (
	"context"
	"fmt"
	"io"

	"estateatlas/backend/paper"
)

// creator names the program in the properties of files.
const creator = "Estate Atlas"

// WriteMeetingPDF writes the meeting as vector PDF, A4 landscape, with an outline of its pages. It stops when ctx ends.
func WriteMeetingPDF(ctx context.Context, w io.Writer, m *Meeting, progress func(done, total int)) error {
	doc := paper.NewPDF(paper.Info{
		Title: tidy(m.Title), Subject: tidy(m.Subtitle), Creator: creator, Lang: m.Lang.pick("zh-CN", "en"), Created: m.Created,
	})
	b := &pdfBoard{doc: doc, form: &paperForm, date: tidy(m.Date)}
	if err := m.draw(ctx, b, b.form, progress); err != nil {
		return err
	}
	return doc.Encode(w)
}

// pdfBoard draws on pages of a PDF.
type pdfBoard struct {
	doc   *paper.PDF
	form  *form
	date  string
	title float64 // width of the present title
}

func (b *pdfBoard) page(p *boardPage) {
	f := b.form
	b.doc.AddPage(f.width, f.height)
	if p.cover {
		b.doc.Bookmark(p.title)
		t := coverTitleOf(p.title, f)
		box := f.coverTitle()
		for i, line := range t.lines {
			y := box.Bottom() - (float64(len(t.lines)-i)-0.5)*t.size*1.25*mmPerPoint
			b.label(plain("", line, box.X, y, t.size, Light.Text1).strong())
		}
		s := f.coverSubtitle()
		subtitle, size := f.subtitle(p)
		b.label(plain("", subtitle, s.X, s.Y+s.H/2, size, Light.Text2))
		b.label(plain("", paper.Shorten(p.mark, smallSize, s.W), s.X, f.height-f.margin-2, smallSize, Light.Text2))
		b.label(plain("", b.date, s.X+s.W-2, f.height-f.margin-2, smallSize, Light.Text2).at(paper.Right))
		return
	}
	b.doc.Bookmark(p.title)
	title, size := f.title(p)
	l := plain("", title, f.margin, f.head/2+0.4, size, Light.Text1).strong()
	b.label(l)
	b.title = widthOf(l.runs...)
	b.label(plain("", p.mark, f.width-f.margin, f.head/2+0.4, smallSize, Light.Text2).at(paper.Right))
	y := f.height - f.foot/2
	number := plain("", fmt.Sprintf("%d / %d", p.number, p.of), f.width-f.margin, y, smallSize, Light.Text1).at(paper.Right)
	b.label(number)
	b.label(plain("", b.date, f.width-f.margin-widthOf(number.runs...)-5, y, smallSize, Light.Text2).at(paper.Right))
}

func (b *pdfBoard) measures() *form { return b.form }

func (b *pdfBoard) titleWidth() float64 { return b.title }

func (b *pdfBoard) link(at paper.Box, page int) { b.doc.Link(at.X, at.Y, at.W, at.H, page) }

func (b *pdfBoard) label(l label) {
	const middleHeight = 0.36 // of a Chinese character over the baseline
	largest := 0.0
	for _, r := range l.runs {
		largest = max(largest, r.size)
	}
	x := l.x
	switch w := widthOf(l.runs...); l.anchor {
	case paper.Center:
		x -= w / 2
	case paper.Right:
		x -= w
	case paper.Left:
	}
	base := l.y + middleHeight*largest*mmPerPoint
	for _, r := range l.runs {
		b.doc.Text(paper.Text{Text: r.text, X: x, Y: base, Size: r.size, Bold: r.bold, Color: r.color})
		x += paper.Width(r.text, r.size)
	}
}

func (b *pdfBoard) prose(_ string, at paper.Box, text string, size float64, c paper.Color) {
	for i, line := range paper.Wrap(text, size, at.W/cellSlack) {
		b.doc.Text(paper.Text{Text: line, X: at.X, Y: at.Y + (float64(i)+0.5)*lineHeight(size), Middle: true, Size: size, Color: c})
	}
}

func (b *pdfBoard) box(_ string, at paper.Box, l look) {
	b.path(paper.RoundRect(at.X, at.Y, at.W, at.H, l.radius), l)
}

func (b *pdfBoard) line(_ string, points []paper.Point, l look) { b.path(paper.Polyline(points...), l) }

func (b *pdfBoard) path(path paper.Path, l look) {
	if l.fill.A > 0 {
		b.doc.Fill(path, l.fill)
	}
	if l.line.A > 0 {
		b.doc.Stroke(path, paper.Pen{Width: l.width, Color: l.line, Join: paper.RoundJoin})
	}
}

func (b *pdfBoard) table(_ string, x, y float64, t *grid) {
	width := sum(t.widths)
	b.doc.Fill(paper.Rect(x, y, width, t.headHeight), Light.Surface3)
	row := func(cells []string, height, size float64, ink paper.Color, head bool) {
		left := x
		for i, w := range t.widths {
			if i >= len(cells) {
				break
			}
			parts := t.lines(cells[i], size, i)
			for k, line := range parts {
				text := paper.Text{
					Text: line, X: left + cellMargin, Y: y + height/2 + (float64(k)-float64(len(parts)-1)/2)*lineHeight(size)*0.93,
					Middle: true, Size: size, Color: ink, Bold: !head && i == t.strong,
				}
				if i < len(t.right) && t.right[i] {
					text.X, text.Anchor = left+w-cellMargin, paper.Right
				}
				b.doc.Text(text)
			}
			left += w
		}
		y += height
		rule(b, x, x+width, y)
	}
	row(t.head, t.headHeight, smallSize, Light.Text2, true)
	for i, cells := range t.rows {
		row(cells, t.heights[i], t.size, Light.Text1, false)
	}
}

func (b *pdfBoard) picture(_ string, at paper.Box, m *MeetingMap) error {
	m.draw(b.doc, at, b.form.unit)
	return nil
}
