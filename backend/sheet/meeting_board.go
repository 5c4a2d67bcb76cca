package sheet

import (
	"math"
	"slices"
	"strings"

	"estateatlas/backend/paper"
)

// board is what a page of a meeting is drawn on: a page of a PDF, or a slide. Lengths are mm.
type board interface {
	// page begins a page. A board may have places of its own for title, marks, date and number; these are those of form.
	page(p *boardPage)
	// label is a line of text.
	label(l label)
	// prose is text on several lines, broken by the caller's measure.
	prose(name string, at paper.Box, text string, size float64, c paper.Color)
	box(name string, at paper.Box, l look)
	line(name string, points []paper.Point, l look)
	table(name string, x, y float64, t *grid)
	picture(name string, at paper.Box, m *MeetingMap) error
	// measures are those of the board's pages.
	measures() *form
}

// boardPage is what stands on every page.
type boardPage struct {
	cover           bool
	title, subtitle string
	mark            string
	number, of      int
}

// run is a piece of a line in one look.
type run struct {
	text  string
	size  float64
	bold  bool
	color paper.Color
}

// label is a line of text; x is at its anchor, y at half the height of a Chinese character of its largest run.
type label struct {
	name   string
	x, y   float64
	anchor paper.Anchor
	runs   []run
}

// look is how a box or line is drawn; colours without opacity are not.
type look struct {
	fill, line    paper.Color
	width, radius float64
}

// grid is a table with its measures.
type grid struct {
	form       *form
	widths     []float64
	right      []bool
	strong     int
	head       []string
	rows       [][]string
	headHeight float64
	heights    []float64
	size       float64
}

// cellMargin is free left and right in a cell.
const cellMargin = 2.2

// form is the measures of a page: the sheet of paper or the slide. The sizes of letters are the same on both, so that a page reads
// alike; a slide at 1080 lines shows 9 points as 18 pixels.
type form struct {
	width, height float64
	margin        float64
	head, foot    float64 // heights
	side          float64 // width of a card
	bleed         bool    // the map reaches the edge
	unit          float64 // of the map, as in Inset
	// loose is by how much letters that are not Chinese may be wider than measured: a slide has the font of its program.
	loose float64
}

var (
	paperForm = form{width: 297, height: 210, margin: 12, head: 20, foot: 17, side: 112, unit: 0.24}
	slideForm = form{width: 25.4 * 40 / 3, height: 190.5, margin: 9, head: 17, foot: 13, side: 126, bleed: true, unit: 0.29, loose: 0.25}
)

// Sizes of letters in points: one scale for all pages.
const (
	coverSize    = 34.0
	badgeSize    = 32.0
	nameSize     = 24.0
	figureSize   = 24.0
	titleSize    = 18.0
	subtitleSize = 15.0
	bodySize     = 11.5
	headingSize  = 10.5
	smallSize    = 9.5
	leading      = 1.5 // height of a line in sizes
)

// titleSlack is room for the bold letters of another font, and for the gap that some programs put between Chinese and figures.
const titleSlack = 1.15

const mmPerPoint = 25.4 / 72

// lineHeight is in mm.
func lineHeight(size float64) float64 { return size * leading * mmPerPoint }

// mapBox is the room of the map beside a side of that width.
func (f *form) mapBox(side float64) paper.Box {
	if f.bleed {
		return paper.Box{Y: f.head, W: f.width - f.margin - side - f.gutter(), H: f.height - f.head - f.foot}
	}
	return paper.Box{X: f.margin, Y: f.head, W: f.width - 2*f.margin - side - f.gutter(), H: f.height - f.head - f.foot}
}

// sideBox is the room right of the map, or the whole width.
func (f *form) sideBox(side float64) paper.Box {
	const above, below = 5.5, 4.0
	return paper.Box{X: f.width - f.margin - side, Y: f.head + above, W: side, H: f.height - f.head - f.foot - above - below}
}

func (f *form) gutter() float64 { return 8 }

func (f *form) whole() float64 { return f.width - 2*f.margin }

// coverSide is the column of the cover, left of its map.
func (f *form) coverSide() float64 { return math.Round(f.width * 0.36) }

// widthOf measures runs.
func widthOf(runs ...run) float64 {
	sum := 0.0
	for _, r := range runs {
		sum += paper.Width(r.text, r.size)
	}
	return sum
}

// wide is how wide runs may come out in the font of another program.
func (f *form) wide(runs ...run) float64 {
	w := widthOf(runs...)
	if f.loose == 0 {
		return w
	}
	for _, r := range runs {
		latin := strings.Map(func(c rune) rune {
			if c < 0x2e80 {
				return c
			}
			return -1
		}, r.text)
		w += paper.Width(latin, r.size) * f.loose
	}
	return w
}

// fitted takes the largest of sizes, given from large to small, at which a text fits; where none does, it is shortened at the last.
func (f *form) fitted(text string, width float64, sizes ...float64) (string, float64) {
	return f.fittedLine(tidy(text), width, sizes...)
}

// fittedLine is fitted for text that is tidy.
func (f *form) fittedLine(text string, width float64, sizes ...float64) (string, float64) {
	for _, size := range sizes {
		if f.wide(run{text: text, size: size}) <= width {
			return text, size
		}
	}
	last := sizes[len(sizes)-1]
	return f.cut(text, last, width), last
}

// shorten cuts a text that may come out wider than width.
func (f *form) shorten(text string, size, width float64) string {
	return f.cut(tidy(text), size, width)
}

// cut is shorten for text that is tidy.
func (f *form) cut(text string, size, width float64) string {
	if w := f.wide(run{text: text, size: size}); w > width {
		return paper.Shorten(text, size, width*paper.Width(text, size)/w)
	}
	return text
}

// lines breaks a text into at most most lines, the last one ending in … where there is more.
func (f *form) lines(text string, size, width float64, most int) []string {
	text = tidy(text)
	if w := f.wide(run{text: text, size: size}); w > 0 {
		width *= paper.Width(text, size) / w
	}
	const rounding = 1e-6
	out := paper.Wrap(text, size, width+rounding)
	if len(out) <= most {
		return out
	}
	out = slices.Clone(out[:most])
	out[most-1] = paper.Shorten(out[most-1]+"……", size, width)
	return out
}

// plain is a label of one run.
func plain(name, text string, x, y, size float64, c paper.Color) label {
	return label{name: name, x: x, y: y, runs: []run{{text: text, size: size, color: c}}}
}

func (l label) at(a paper.Anchor) label {
	l.anchor = a
	return l
}

func (l label) strong() label {
	for i := range l.runs {
		l.runs[i].bold = true
	}
	return l
}

// rule is a hairline.
func rule(b board, x1, x2, y float64) {
	b.line("", []paper.Point{{X: x1, Y: y}, {X: x2, Y: y}}, look{line: Light.Border2, width: 0.25})
}

// titleRoom is the width of the title in the head of a page.
func (f *form) titleRoom(mark string) float64 {
	return f.whole() - paper.Width(mark, smallSize) - 8
}

// title is what stands in the head of a page, with its size.
func (f *form) title(p *boardPage) (string, float64) {
	return f.fittedLine(p.title, f.titleRoom(p.mark)/titleSlack, titleSize, 15, 12)
}

// cover is the title of the cover in lines.
type coverLines struct {
	lines []string
	size  float64
}

// coverTitleOf takes the largest size at which the title stands on one line, down to half again the size of a page's title; a
// longer one takes several lines.
func coverTitleOf(title string, f *form) coverLines {
	width := f.coverTitle().W / titleSlack
	for size := coverSize; size >= 22; size -= 2 {
		if paper.Width(title, size) <= width {
			return coverLines{[]string{title}, size}
		}
	}
	for _, size := range []float64{26, 22, 18} {
		if l := paper.Wrap(title, size, width); len(l) <= 2 {
			return coverLines{l, size}
		}
	}
	const small, most = 14, 4
	return coverLines{f.lines(title, small, width, most), small}
}

// subtitle is what stands below the title of the cover.
func (f *form) subtitle(p *boardPage) (string, float64) {
	return f.fitted(p.subtitle, f.coverSubtitle().W/cellSlack, subtitleSize, 13, bodySize, smallSize)
}
