package sheet

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"estateatlas/backend/paper"
	"estateatlas/backend/slides"
)

// WriteMeetingSlides writes the meeting as a presentation whose titles, texts and tables can be edited; the maps are pictures.
// It stops when ctx ends.
func WriteMeetingSlides(ctx context.Context, w io.Writer, m *Meeting, progress func(done, total int)) error {
	f := &slideForm
	head := paper.Box{X: f.margin, Y: f.head/2 - 5, W: f.titleRoom(m.mark()), H: 10}
	foot := paper.Box{X: f.width - f.margin - 20, Y: f.height - f.foot, W: 20, H: f.foot}
	deck := slides.New(slides.Properties{
		Title: tidy(m.Title), Subject: tidy(m.Subtitle), Creator: creator, Language: m.Lang.pick("zh-CN", "en-GB"),
		Mark: m.mark(), Date: tidy(m.Date), Created: m.Created,
		Frames: &slides.Frames{
			CoverTitle: onSlide(f.coverTitle()), CoverSubtitle: onSlide(f.coverSubtitle()), PageTitle: onSlide(head),
			Mark:   onSlide(paper.Box{X: f.width - f.margin - 80, Y: head.Y, W: 80, H: head.H + 1.2}), // small letters hang higher
			Number: onSlide(foot), Date: onSlide(paper.Box{X: foot.X - 40, Y: foot.Y, W: 46, H: foot.H}),
			CoverFoot: onSlide(paper.Box{X: f.coverLeft(), Y: f.height - f.foot, W: f.coverSide() - 14, H: f.foot - 3}),
			CoverSize: coverSize, SubtitleSize: subtitleSize, PageSize: titleSize, FootSize: smallSize,
		},
	})
	b := &slideBoard{deck: deck, form: f}
	if err := m.draw(ctx, b, f, progress); err != nil {
		return err
	}
	return deck.Write(w)
}

// pictureWidth is how many pixels the width of a slide has in the pictures on it.
const pictureWidth = 2400

// slideBoard draws on slides.
type slideBoard struct {
	deck  *slides.Deck
	form  *form
	slide *slides.Slide
	title float64
}

func onSlide(b paper.Box) slides.Box {
	return slides.Box{X: b.X * pointsPerMM, Y: b.Y * pointsPerMM, W: b.W * pointsPerMM, H: b.H * pointsPerMM}
}

func (b *slideBoard) page(p *boardPage) {
	if p.cover {
		t := coverTitleOf(p.title, b.form)
		subtitle, size := b.form.subtitle(p)
		b.slide = b.deck.Add(slides.Cover, slides.Heading{Title: p.title, Subtitle: subtitle, TitleSize: t.size, SubtitleSize: size})
		return
	}
	title, size := b.form.title(p)
	b.slide = b.deck.Add(slides.Page, slides.Heading{Title: title, TitleSize: size})
	b.title = b.form.wide(run{text: title, size: size}) + 5
}

func (b *slideBoard) measures() *form { return b.form }

func (b *slideBoard) titleWidth() float64 { return b.title }

func (b *slideBoard) label(l label) {
	// Letters of another font may be wider: the box has some room, and its line is not broken.
	w := widthOf(l.runs...)*1.08 + 1
	largest, words := 0.0, ""
	p := slides.Paragraph{Align: alignOf(l.anchor)}
	for _, r := range l.runs {
		largest = max(largest, r.size)
		words += r.text
		p.Runs = append(p.Runs, slides.Run{Text: r.text, Size: r.size, Bold: r.bold, Color: r.color})
	}
	h := largest * 1.4 * mmPerPoint
	at := paper.Box{X: l.x, Y: l.y - h/2, W: w, H: h}
	switch l.anchor {
	case paper.Center:
		at.X -= w / 2
	case paper.Right:
		at.X -= w
	case paper.Left:
	}
	if l.name == "" {
		l.name = words
	}
	b.slide.Text(l.name, onSlide(at), slides.Text{Paragraphs: []slides.Paragraph{p}, Anchor: slides.Middle, Single: true})
}

func alignOf(a paper.Anchor) slides.Align {
	switch a {
	case paper.Center:
		return slides.Center
	case paper.Right:
		return slides.Right
	case paper.Left:
	}
	return slides.Left
}

func (b *slideBoard) prose(name string, at paper.Box, text string, size float64, c paper.Color) {
	b.slide.Text(name, onSlide(at), slides.Text{Paragraphs: []slides.Paragraph{{Runs: []slides.Run{{Text: text, Size: size, Color: c}}}}})
}

func lookOf(l look) slides.Look {
	return slides.Look{Fill: l.fill, Line: l.line, Width: l.width * pointsPerMM, Radius: l.radius * pointsPerMM}
}

func (b *slideBoard) box(name string, at paper.Box, l look) {
	if name == "" {
		name = "Box"
	}
	b.slide.Rectangle(name, onSlide(at), lookOf(l), nil)
}

func (b *slideBoard) line(name string, points []paper.Point, l look) {
	if name == "" {
		name = "Line"
	}
	on := make([]slides.Point, len(points))
	for i, p := range points {
		on[i] = slides.Point{X: p.X * pointsPerMM, Y: p.Y * pointsPerMM}
	}
	b.slide.Path(name, on, lookOf(l))
}

func (b *slideBoard) table(name string, x, y float64, t *grid) {
	out := slides.Table{
		HeadHeight: t.headHeight * pointsPerMM, RowHeight: rowHeight * pointsPerMM, Margin: cellMargin * pointsPerMM,
		Ground: Light.Surface3, Line: Light.Border2,
	}
	for i, w := range t.widths {
		c := slides.Column{Width: w * pointsPerMM}
		if i < len(t.right) && t.right[i] {
			c.Align = slides.Right
		}
		out.Columns = append(out.Columns, c)
	}
	row := func(cells []string, size float64, c paper.Color, head bool) []slides.Cell {
		var row []slides.Cell
		for i, text := range cells {
			row = append(row, slides.Cell{{Text: tidy(text), Size: size, Color: c, Bold: !head && i == t.strong}})
		}
		return row
	}
	out.Head = row(t.head, smallSize, Light.Text2, true)
	for i, cells := range t.rows {
		out.Rows = append(out.Rows, row(cells, t.size, Light.Text1, false))
		out.Heights = append(out.Heights, t.heights[i]*pointsPerMM)
	}
	b.slide.Table(name, x*pointsPerMM, y*pointsPerMM, out)
}

func (b *slideBoard) picture(name string, at paper.Box, m *MeetingMap) error {
	px := max(1, int(at.W/b.form.width*pictureWidth))
	c, err := paper.NewPicture(paper.Info{Creator: creator}, at.W, at.H, px)
	if err != nil {
		return fmt.Errorf("picture of a slide: %w", err)
	}
	box := paper.Box{W: at.W, H: at.H}
	m.draw(c, box, b.form.unit)
	var png bytes.Buffer
	if err := c.Encode(&png); err != nil {
		return err
	}
	return b.slide.Picture(name, onSlide(at), png.Bytes(), tidy(m.About))
}
