// Package slides writes presentations (PPTX, Office Open XML) that open without repair: titles in title placeholders, text boxes,
// tables whose cells can be edited, pictures, simple shapes, and on each slide a footer with mark, date and number. It knows
// lengths and letters, nothing of estates, measures no text and reads no presentations. The same calls give the same bytes.
//
// Lengths are points (1/72 inch) from the upper left corner of a slide of Width by Height.
package slides

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	_ "image/png" // Picture takes PNG
	"slices"
	"time"
)

// Width and Height of a slide: 13⅓ by 7½ inches, 16:9.
const (
	Width  = 960.0
	Height = 540.0
)

// Face is the font of all text: on Windows and in Office everywhere; other programs put their own Chinese font in its place.
const Face = "Microsoft YaHei"

// Properties of a presentation.
type Properties struct {
	Title, Subject, Creator string
	// Language of the text as in BCP 47; "" is zh-CN.
	Language string
	// Mark stands in the footer of each slide.
	Mark string
	// Date stands in the footer as it is written here; it does not change with the day.
	Date string
	// Created is the date in the file's properties; zero leaves it out.
	Created time.Time
	// Frames of the layouts; nil: frames over the whole slide.
	Frames *Frames
}

// Deck is a presentation that is being put together.
type Deck struct {
	about  Properties
	slides []*Slide
	media  [][]byte
}

// New begins a presentation.
func New(about Properties) *Deck {
	if about.Language == "" {
		about.Language = "zh-CN"
	}
	if about.Frames == nil {
		about.Frames = &standard
	}
	return &Deck{about: about}
}

// Layout is what a slide is based on.
type Layout int

// The layouts of a presentation.
const (
	Cover Layout = iota // title and subtitle in the middle
	Page                // title in the head, the rest free
)

// Slide is one slide. Later shapes lie above earlier ones.
type Slide struct {
	deck   *Deck
	layout Layout
	shapes []node
	media  []int // into Deck.media, in order of relationship
	nextID int
}

// Heading is what stands in the placeholders of a slide. Subtitle is a Cover's; sizes that are not 0 take the place of the
// layout's.
type Heading struct {
	Title, Subtitle         string
	TitleSize, SubtitleSize float64
}

// Add appends a slide.
func (d *Deck) Add(layout Layout, h Heading) *Slide {
	s := &Slide{deck: d, layout: layout, nextID: 2} // 1 is the group of all shapes
	d.slides = append(d.slides, s)
	kind := "title"
	if layout == Cover {
		kind = "ctrTitle"
	}
	s.placeholder("Title", h.Title, h.TitleSize, "type", kind)
	if layout == Cover {
		s.placeholder("Subtitle", h.Subtitle, h.SubtitleSize, "type", "subTitle", "idx", "1")
	}
	s.footer(layout != Cover)
	return s
}

// Box is a rectangle on a slide.
type Box struct{ X, Y, W, H float64 }

// Align is how lines stand in their box.
type Align int

// Alignments.
const (
	Left Align = iota
	Center
	Right
)

// Anchor is where text stands in a box that is higher.
type Anchor int

// Anchors.
const (
	Top Anchor = iota
	Middle
	Bottom
)

// Run is a piece of text in one look. Size is in points; a Color without opacity is black.
type Run struct {
	Text  string
	Size  float64
	Bold  bool
	Color color.NRGBA
}

// Paragraph is a line or several; a line feed in a run breaks the line.
type Paragraph struct {
	Runs  []Run
	Align Align
	// Gap is the space before the paragraph in points.
	Gap float64
}

// Text is a box of text without inner margins.
type Text struct {
	Paragraphs []Paragraph
	Anchor     Anchor
	// Single keeps each paragraph on one line, even where it is wider than its box.
	Single bool
}

// Text puts a text box on the slide. Name is what the selection pane calls it.
func (s *Slide) Text(name string, at Box, t Text) {
	s.shape(name, at, Look{}, &t, true)
}

// Look is how a shape is filled and outlined; colours without opacity are not drawn.
type Look struct {
	Fill   color.NRGBA
	Line   color.NRGBA
	Width  float64 // of the line, points
	Radius float64 // of the corners, points
	Dashed bool
}

// Rectangle puts a rectangle on the slide, with t inside unless nil.
func (s *Slide) Rectangle(name string, at Box, look Look, t *Text) {
	s.shape(name, at, look, t, false)
}

// Point is a place on a slide.
type Point struct{ X, Y float64 }

// Path puts a line through points on the slide, closed to a polygon if look has a fill. Fewer than two points draw nothing.
func (s *Slide) Path(name string, points []Point, look Look) {
	if len(points) < 2 {
		return
	}
	s.path(name, points, look)
}

// ErrNotPNG is returned for a picture that is no PNG.
var ErrNotPNG = errors.New("slides: picture is not a PNG")

// Picture puts a PNG on the slide, stretched to the box; alt says in words what it shows.
func (s *Slide) Picture(name string, at Box, png []byte, alt string) error {
	if _, format, err := image.DecodeConfig(bytes.NewReader(png)); err != nil || format != "png" {
		return ErrNotPNG
	}
	place := slices.IndexFunc(s.deck.media, func(m []byte) bool { return bytes.Equal(m, png) })
	if place < 0 {
		place = len(s.deck.media)
		s.deck.media = append(s.deck.media, png)
	}
	at2 := slices.Index(s.media, place)
	if at2 < 0 {
		at2 = len(s.media)
		s.media = append(s.media, place)
	}
	s.picture(name, at, at2, alt)
	return nil
}

// Column of a table.
type Column struct {
	Width float64
	Align Align
}

// Cell of a table; its alignment is that of its column.
type Cell []Run

// Table is a table with a head row, hairlines and no other frame.
type Table struct {
	Columns []Column
	Head    []Cell
	Rows    [][]Cell
	// HeadHeight and RowHeight are least heights in points; a row grows with its text.
	HeadHeight, RowHeight float64
	// Heights of single rows in place of RowHeight; nil: none.
	Heights []float64
	// Margin inside a cell, left and right, in points.
	Margin float64
	Ground color.NRGBA // behind the head
	Line   color.NRGBA
}

// Table puts a table on the slide with its upper left corner at x, y. Rows shorter than Columns are filled up with empty cells.
func (s *Slide) Table(name string, x, y float64, t Table) {
	s.table(name, x, y, &t)
}
