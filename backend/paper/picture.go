package paper

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"

	xdraw "golang.org/x/image/draw"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// MaxWidthPx is the widest picture, 4K.
const MaxWidthPx = 3840

// Picture is a Canvas of one page in pixels, antialiased, on white.
type Picture struct {
	img    *image.RGBA
	clip   image.Rectangle
	w, h   float64 // mm
	px     float64 // per mm
	title  string
	fill   filler
	edges  []edge
	glyphs map[sfnt.GlyphIndex][]Line
	sfnt   sfnt.Buffer
}

// NewPicture makes a picture of a page of width × height mm that is widthPx wide.
func NewPicture(info Info, width, height float64, widthPx int) (*Picture, error) {
	if widthPx < 1 || widthPx > MaxWidthPx || width <= 0 || height <= 0 || height > 4*width {
		return nil, fmt.Errorf("a picture %d px wide of a page of %g × %g mm cannot be made: 1–%d px", widthPx, width, height, MaxWidthPx)
	}
	px := float64(widthPx) / width
	img := image.NewRGBA(image.Rect(0, 0, widthPx, max(1, int(math.Round(height*px)))))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	return &Picture{img: img, clip: img.Rect, w: width, h: height, px: px, title: info.Title, glyphs: map[sfnt.GlyphIndex][]Line{}}, nil
}

// AddPage does nothing: the page is there.
func (p *Picture) AddPage(_, _ float64) {}

// PageSize returns the size of the page.
func (p *Picture) PageSize() (width, height float64) { return p.w, p.h }

// Fill paints the inside of a path.
func (p *Picture) Fill(path Path, c Color) {
	if c.A == 0 || !drawable(path, 3) {
		return
	}
	p.edges = p.edges[:0]
	for _, line := range path {
		p.edges = appendEdges(p.edges, line.Points, p.px)
	}
	p.fill.draw(p.img, p.clip, p.edges, c)
}

// Stroke draws the lines of a path.
func (p *Picture) Stroke(path Path, pen Pen) {
	if pen.Color.A == 0 || pen.Width <= 0 || !drawable(path, 1) {
		return
	}
	// Thinner than a pixel is a pixel, paler.
	width, c := pen.Width, pen.Color
	if thin := width * p.px; thin < 1 {
		width = 1 / p.px
		c = Faded(c, max(thin, 0.25))
	}
	s := stroker{scale: p.px, half: width / 2, cap: pen.Cap, join: pen.Join, edges: p.edges[:0]}
	for _, line := range path {
		s.line(line, pen.Dash)
	}
	p.edges = s.edges
	p.fill.draw(p.img, p.clip, p.edges, c)
}

// Text draws one line of text.
func (p *Picture) Text(t Text) {
	text := Clean(t.Text)
	if text == "" || t.Color.A == 0 || t.Size <= 0 {
		return
	}
	var outlines []Line
	f := theFace()
	place := layText(text, &t)
	size := t.Size * mmPerPoint
	sin, cos := math.Sincos(t.Angle * math.Pi / 180)
	along := 0.0
	for _, r := range text {
		for _, line := range p.glyph(f.index[r]) {
			moved := Line{Points: make([]Point, len(line.Points)), Closed: true}
			for i, at := range line.Points {
				x, y := along+at.X*size, at.Y*size
				if t.Slant {
					x -= slant * y
				}
				moved.Points[i] = Point{place.x + x*cos + y*sin, place.y - x*sin + y*cos}
			}
			outlines = append(outlines, moved)
		}
		along += float64(f.advanceOf(r))/1000*size + t.Spacing
	}
	bold := boldOf(&t)
	if t.Halo > 0 {
		p.Stroke(outlines, Pen{Width: 2 * (t.Halo + bold), Color: t.HaloColor, Join: RoundJoin})
	}
	s := stroker{scale: p.px, half: bold, join: MiterJoin, edges: p.edges[:0]}
	for _, line := range outlines {
		s.edges = appendEdges(s.edges, line.Points, p.px)
		if bold > 0 {
			s.line(line, nil)
		}
	}
	p.edges = s.edges
	p.fill.draw(p.img, p.clip, p.edges, t.Color)
}

// glyph returns the outline of a letter at the origin, y down, in parts of the size. Outer lines turn to the right like the
// pieces of a stroker.
func (p *Picture) glyph(index sfnt.GlyphIndex) []Line {
	if lines, ok := p.glyphs[index]; ok {
		return lines
	}
	f := theFace()
	segments, err := f.font.LoadGlyph(&p.sfnt, index, fixed.Int26_6(f.em)<<6, nil)
	if err != nil {
		segments = nil
	}
	at := func(v fixed.Point26_6) Point { return Point{float64(v.X) / 64 / f.em, float64(v.Y) / 64 / f.em} }
	var lines []Line
	for _, s := range segments {
		if s.Op == sfnt.SegmentOpMoveTo {
			lines = append(lines, Line{Points: []Point{at(s.Args[0])}, Closed: true})
			continue
		}
		l := &lines[len(lines)-1]
		if s.Op == sfnt.SegmentOpLineTo {
			l.Points = append(l.Points, at(s.Args[0]))
			continue
		}
		// A TrueType font has no other curves than those of one control point.
		l.Points = quad(l.Points, at(s.Args[0]), at(s.Args[1]))
	}
	p.glyphs[index] = lines
	return lines
}

// quad appends a curve of one control point. A chord of the n-th part of it is off by an eighth of the second difference over n².
func quad(points []Point, b, c Point) []Point {
	const off = 0.001
	a := points[len(points)-1]
	n := math.Ceil(math.Sqrt(math.Hypot(a.X-2*b.X+c.X, a.Y-2*b.Y+c.Y) / 4 / off))
	for i := 1.0; i < n; i++ {
		t := i / n
		u := 1 - t
		points = append(points, Point{u*u*a.X + 2*u*t*b.X + t*t*c.X, u*u*a.Y + 2*u*t*b.Y + t*t*c.Y})
	}
	return append(points, c)
}

// Image draws a picture.
func (p *Picture) Image(img image.Image, x, y, width, height float64) {
	at := func(v float64) int { return int(math.Round(v * p.px)) }
	box := image.Rect(at(x), at(y), at(x+width), at(y+height))
	if part, ok := p.img.SubImage(p.clip).(*image.RGBA); ok && !box.Empty() && !img.Bounds().Empty() {
		xdraw.CatmullRom.Scale(part, box, img, img.Bounds(), xdraw.Over, nil)
	}
}

// Within cuts off at the edge of a box, to whole pixels, what draw draws.
func (p *Picture) Within(b Box, draw func()) {
	at := func(v float64) int { return int(math.Round(v * p.px)) }
	saved := p.clip
	p.clip = p.clip.Intersect(image.Rect(at(b.X), at(b.Y), at(b.Right()), at(b.Bottom())))
	if !p.clip.Empty() {
		draw()
	}
	p.clip = saved
}

// Encode writes the picture as PNG, with the size that it has on paper and its title.
func (p *Picture) Encode(w io.Writer) error {
	out := bufio.NewWriter(w)
	cut := &afterHeader{w: out, extra: p.chunks()}
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(cut, p.img); err != nil {
		return fmt.Errorf("PNG: %w", err)
	}
	return out.Flush()
}

// chunks returns pHYs (pixels per metre) and the title as iTXt.
func (p *Picture) chunks() []byte {
	var b bytes.Buffer
	chunk := func(kind string, data []byte) {
		body := append([]byte(kind), data...)
		_ = binary.Write(&b, binary.BigEndian, uint32(len(data)))
		b.Write(body)
		_ = binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(body))
	}
	perMetre := uint32(math.Round(p.px * 1000))
	phys := binary.BigEndian.AppendUint32(nil, perMetre)
	chunk("pHYs", append(binary.BigEndian.AppendUint32(phys, perMetre), 1))
	if p.title != "" {
		// Keyword, end, not compressed, no language, no translated keyword.
		chunk("iTXt", append([]byte("Title\x00\x00\x00\x00\x00"), Clean(p.title)...))
	}
	return b.Bytes()
}

// afterHeader puts bytes behind the signature and the IHDR chunk of a PNG.
type afterHeader struct {
	w     io.Writer
	extra []byte
	seen  int
}

func (a *afterHeader) Write(b []byte) (int, error) {
	const header = 8 + 25
	if a.seen < header && a.seen+len(b) >= header {
		cut := header - a.seen
		for _, part := range [][]byte{b[:cut], a.extra, b[cut:]} {
			if _, err := a.w.Write(part); err != nil {
				return 0, err
			}
		}
	} else if _, err := a.w.Write(b); err != nil {
		return 0, err
	}
	a.seen += len(b)
	return len(b), nil
}
