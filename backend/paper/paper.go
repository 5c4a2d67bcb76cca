// Package paper draws pages: the same calls make a vector PDF or a picture. It knows paths, text and images, no maps and no
// facts; laying out is the caller's.
//
// Lengths are millimetres on the page, from its upper left corner, y down. Sizes of text are points (1/72 inch).
//
//	doc := paper.NewPDF(paper.Info{Title: "第3轮", Creator: "Estate Atlas", Created: day})
//	doc.AddPage(297, 210)
//	doc.Fill(paper.Rect(10, 10, 60, 20), paper.Hex("#e9effa"))
//	doc.Stroke(paper.Rect(10, 10, 60, 20), paper.Pen{Width: 0.2, Color: paper.Hex("#1b4db3")})
//	doc.Text(paper.Text{Text: "月牙河东里", X: 12, Y: 20, Size: 12, Bold: true, Color: paper.Black})
//	err := doc.Encode(w)
//
// Clip, ClipLines and Hatch cut geometry before it is drawn: less is written than under Within, which only hides. Width, Wrap
// and Shorten measure text; all text goes through Clean first, so that names of any origin are safe. The same calls give the same
// bytes.
package paper

import (
	"image"
	"image/color"
	"io"
	"time"
)

// Canvas is a document in the making: pages of a PDF, or one picture.
type Canvas interface {
	// AddPage starts a page of that size in mm. A picture has one page, that of NewPicture; there it does nothing.
	AddPage(width, height float64)
	// PageSize returns the size of the present page in mm.
	PageSize() (width, height float64)
	// Fill paints the inside of the lines of a path, each closed. Holes run the other way round than what they are holes of.
	Fill(Path, Color)
	// Stroke draws the lines of a path as one: where they cross, a transparent colour is not laid on twice.
	Stroke(Path, Pen)
	Text(Text)
	// Within cuts off at the edge of a box what draw draws, also the breadth of lines. Boxes may lie in each other.
	Within(b Box, draw func())
	// Image draws a picture stretched into the box.
	Image(img image.Image, x, y, width, height float64)
	// Encode writes the document. Nothing may be drawn afterwards.
	Encode(io.Writer) error
}

// Info stands in the file's properties.
type Info struct {
	Title, Author, Subject string
	Creator                string // the program
	Lang                   string // zh-CN, en
	// Created is the date in the file; it is never taken from the clock.
	Created time.Time
}

// Point is a place on the page in mm.
type Point struct{ X, Y float64 }

// Line is a chain of points; a closed one also has the edge from its last point to its first.
type Line struct {
	Points []Point
	Closed bool
}

// Path is any number of lines.
type Path []Line

// Color is a colour with its opacity, not premultiplied.
type Color = color.NRGBA

// Black and White need no palette.
var (
	Black = Color{A: 255}
	White = Color{R: 255, G: 255, B: 255, A: 255}
)

// Hex reads a colour like #1b4db3 or, with opacity, #0000001c; anything else is black.
func Hex(s string) Color {
	digit := func(i int) (uint8, bool) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			return c - '0', true
		case 'a' <= c && c <= 'f':
			return c - 'a' + 10, true
		case 'A' <= c && c <= 'F':
			return c - 'A' + 10, true
		}
		return 0, false
	}
	if (len(s) != 7 && len(s) != 9) || s[0] != '#' {
		return Black
	}
	parts := [4]uint8{3: 255}
	for i := 1; i < len(s); i += 2 {
		hi, ok := digit(i)
		lo, ok2 := digit(i + 1)
		if !ok || !ok2 {
			return Black
		}
		parts[i/2] = hi<<4 | lo
	}
	return Color{R: parts[0], G: parts[1], B: parts[2], A: parts[3]}
}

// Faded returns a colour at a part (0–1) of its opacity.
func Faded(c Color, part float64) Color {
	c.A = uint8(float64(c.A)*min(1, max(0, part)) + 0.5)
	return c
}

// Join is how the edges of a line meet.
type Join uint8

// Joins.
const (
	MiterJoin Join = iota // pointed; points longer than four widths are cut off
	RoundJoin
)

// Cap is how a line or a dash ends.
type Cap uint8

// Caps. A line without length is a dot under RoundCap and nothing under ButtCap.
const (
	ButtCap Cap = iota
	RoundCap
)

// Pen is how lines are drawn.
type Pen struct {
	Width float64 // mm
	Color Color
	Dash  []float64 // mm, on and off in turn; empty: solid
	Cap   Cap
	Join  Join
}

// Anchor is which part of a text stands at its X.
type Anchor uint8

// Anchors.
const (
	Left Anchor = iota
	Center
	Right
)

// Text is one line of text.
type Text struct {
	Text string
	// X, Y is on the baseline or, with Middle, at half the height of a Chinese character.
	X, Y   float64
	Anchor Anchor
	Middle bool
	Size   float64 // points
	Color  Color
	Bold   bool
	// Halo is how far a seam of HaloColor reaches beyond the letters; 0: none.
	Halo      float64
	HaloColor Color
	// Spacing is added after each letter but the last; names of areas only.
	Spacing float64
	// Angle turns the text about X, Y, degrees counter-clockwise.
	Angle float64
	// Slant leans the letters to the right; names of waters only.
	Slant bool
}
