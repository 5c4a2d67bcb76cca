package paper

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"
	"slices"
	"strconv"
	"unicode/utf16"

	"codeberg.org/go-pdf/fpdf"

	"estateatlas/data/fonts"
)

const pointsPerMM = 72 / 25.4

// The name of a font of which only some letters are in the file begins with six capitals and a plus (ISO 32000-1, 9.6.4). fpdf
// writes "utf8" and the family in lower case; the name put over it has the same length, so that nothing in the file moves.
const (
	family      = "estateatlasmicrohei0"
	writtenName = "/utf8" + family
	properName  = "/EATLAS+WenQuanYiMicroHei"
)

// PDF is a Canvas of pages. Paths stay paths and text stays text.
type PDF struct {
	doc    *fpdf.Fpdf
	w, h   float64
	buf    []byte // of the page, not yet handed to doc
	state  pdfState
	images map[int]bool // widths in px that are taken
	err    error
}

// pdfState is what the page's stream has set; what is set already is not written again.
type pdfState struct {
	fill, stroke [3]uint8
	alpha        uint8
	width        float64
	cap          Cap
	join         Join
	dash         []float64
}

// NewPDF begins a document without pages.
func NewPDF(info Info) *PDF {
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "mm", Size: fpdf.SizeType{Wd: 210, Ht: 297}})
	doc.SetCatalogSort(true)
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetTitle(info.Title, true)
	doc.SetAuthor(info.Author, true)
	doc.SetSubject(info.Subject, true)
	doc.SetCreator(info.Creator, true)
	doc.SetProducer(info.Creator, true)
	doc.SetLang(info.Lang)
	doc.SetCreationDate(info.Created)
	doc.SetModificationDate(info.Created)
	doc.AddUTF8FontFromBytes(family, "", fonts.MicroHei)
	return &PDF{doc: doc, images: map[int]bool{}}
}

// AddPage starts a page.
func (p *PDF) AddPage(width, height float64) {
	p.flush()
	p.w, p.h = width, height
	p.doc.AddPageFormat("P", fpdf.SizeType{Wd: width, Ht: height})
	p.doc.SetFont(family, "", 10)
	p.state = pdfState{alpha: 255}
	// fpdf has set caps and widths of its own.
	p.buf = append(p.buf, "0 J 0 j 4 M 0 w\n"...)
}

// PageSize returns the size of the present page.
func (p *PDF) PageSize() (width, height float64) { return p.w, p.h }

// Bookmark puts a line in the document's outline that leads to the present page.
func (p *PDF) Bookmark(title string) {
	p.flush()
	p.doc.Bookmark(Clean(title), 0, 0)
}

// Link makes a box of the present page lead to another page, counted from 1, which may come later.
func (p *PDF) Link(x, y, width, height float64, page int) {
	link := p.doc.AddLink()
	p.doc.SetLink(link, 0, page)
	p.doc.Link(x, y, width, height, link)
}

// Fill paints the inside of a path.
func (p *PDF) Fill(path Path, c Color) {
	if c.A == 0 || !drawable(path, 3) {
		return
	}
	p.alpha(c.A)
	p.fillColor(c)
	p.path(path, true)
	p.buf = append(p.buf, "f\n"...)
}

// Stroke draws the lines of a path.
func (p *PDF) Stroke(path Path, pen Pen) {
	if pen.Color.A == 0 || pen.Width <= 0 || !drawable(path, 1) {
		return
	}
	p.alpha(pen.Color.A)
	p.strokeColor(pen.Color)
	p.lineWidth(pen.Width)
	if s := &p.state; s.cap != pen.Cap {
		s.cap = pen.Cap
		p.op(strconv.Itoa(int(pen.Cap)), "J")
	}
	p.join(pen.Join)
	p.dash(pen.Dash)
	p.path(path, false)
	p.buf = append(p.buf, "S\n"...)
}

// Text writes one line of text.
func (p *PDF) Text(t Text) {
	text := Clean(t.Text)
	if text == "" || t.Color.A == 0 || t.Size <= 0 {
		return
	}
	place := layText(text, &t)
	p.alpha(t.Color.A)
	p.buf = append(p.buf, "q "...)
	saved := p.state
	c, s := math.Cos(t.Angle*math.Pi/180), math.Sin(t.Angle*math.Pi/180)
	lean := 0.0
	if t.Slant {
		lean = slant
	}
	// Letters stand at the origin of their own plane: slanted, turned, moved.
	for _, v := range [4]float64{c, s, lean*c - s, lean*s + c} {
		p.buf = append(strconv.AppendFloat(p.buf, v, 'f', 5, 64), ' ')
	}
	p.number(place.x * pointsPerMM)
	p.number((p.h - place.y) * pointsPerMM)
	p.buf = append(p.buf, "cm\n"...)
	if t.Spacing != 0 {
		p.number(t.Spacing * pointsPerMM)
		p.buf = append(p.buf, "Tc\n"...)
	}
	if t.Halo > 0 || t.Bold {
		p.dash(nil)
	}
	if t.Halo > 0 {
		// The seam is the same letters once more. ActualText says that it is nothing to read.
		p.alpha(t.HaloColor.A)
		p.strokeColor(t.HaloColor)
		p.lineWidth(2 * (t.Halo + boldOf(&t)))
		p.join(RoundJoin)
		p.buf = append(p.buf, "/Span <</ActualText ()>> BDC 1 Tr\n"...)
		p.letters(text, t.Size)
		p.buf = append(p.buf, "EMC\n"...)
		p.alpha(t.Color.A)
	}
	p.fillColor(t.Color)
	if t.Spacing != 0 {
		// Readers take wide gaps for spaces.
		p.buf = append(p.buf, "/Span <</ActualText <FEFF"...)
		for _, u := range utf16.Encode([]rune(text)) {
			p.buf = fmt.Appendf(p.buf, "%04X", u)
		}
		p.buf = append(p.buf, ">>> BDC\n"...)
	}
	if t.Bold {
		p.strokeColor(t.Color)
		p.lineWidth(2 * boldOf(&t))
		p.buf = append(p.buf, "2 Tr\n"...)
	} else {
		p.buf = append(p.buf, "0 Tr\n"...)
	}
	p.letters(text, t.Size)
	if t.Spacing != 0 {
		p.buf = append(p.buf, "EMC\n"...)
	}
	p.buf = append(p.buf, "Q\n"...)
	p.state = saved
}

// letters hands text at the origin to fpdf, which keeps account of the letters used.
func (p *PDF) letters(text string, size float64) {
	p.flush()
	p.doc.SetFontSize(size)
	// fpdf turns y around; its origin is the page's upper edge.
	p.doc.Text(0, p.h, text)
}

// Within cuts off at the edge of a box what draw draws.
func (p *PDF) Within(b Box, draw func()) {
	p.buf = append(p.buf, "q\n"...)
	p.path(b.Path(), true)
	p.buf = append(p.buf, "W n\n"...)
	saved := p.state
	draw()
	p.buf = append(p.buf, "Q\n"...)
	p.state = saved
}

// Image draws a picture.
func (p *PDF) Image(img image.Image, x, y, width, height float64) {
	b := img.Bounds()
	if b.Empty() || width <= 0 || height <= 0 {
		return
	}
	p.flush()
	// fpdf writes images in the order of their widths and those of one width in any: a column more makes widths differ.
	w := b.Dx()
	for p.images[w] {
		w++
	}
	p.images[w] = true
	wide := image.NewNRGBA(image.Rect(0, 0, w, b.Dy()))
	draw.Draw(wide, wide.Bounds(), img, b.Min, draw.Src)
	var file bytes.Buffer
	if err := png.Encode(&file, wide); err != nil {
		p.err = fmt.Errorf("image of a page: %w", err)
		return
	}
	name := strconv.Itoa(len(p.images))
	p.doc.RegisterImageOptionsReader(name, fpdf.ImageOptions{ImageType: "PNG"}, &file)
	p.alpha(255)
	p.flush()
	p.doc.ImageOptions(name, x, y, width*float64(w)/float64(b.Dx()), height, false, fpdf.ImageOptions{}, 0, "")
}

// Encode writes the file.
func (p *PDF) Encode(w io.Writer) error {
	p.flush()
	var file bytes.Buffer
	if err := p.doc.Output(&file); err != nil {
		return fmt.Errorf("PDF: %w", err)
	}
	if p.err != nil {
		return p.err
	}
	_, err := w.Write(bytes.ReplaceAll(file.Bytes(), []byte(writtenName), []byte(properName)))
	return err
}

func (p *PDF) flush() {
	if len(p.buf) > 0 {
		p.doc.RawWriteBuf(bytes.NewReader(bytes.TrimSuffix(p.buf, []byte{'\n'})))
		p.buf = p.buf[:0]
	}
}

func (p *PDF) op(args ...string) {
	for _, a := range args {
		p.buf = append(append(p.buf, a...), ' ')
	}
	p.buf[len(p.buf)-1] = '\n'
}

func (p *PDF) path(path Path, fill bool) {
	for _, line := range path {
		if fill && len(line.Points) < 3 {
			continue
		}
		for i, at := range line.Points {
			p.number(at.X * pointsPerMM)
			p.number((p.h - at.Y) * pointsPerMM)
			if i == 0 {
				p.buf = append(p.buf, "m\n"...)
			} else {
				p.buf = append(p.buf, "l\n"...)
			}
		}
		if !fill && len(line.Points) == 1 {
			// A dot is a line to where it began.
			p.number(line.Points[0].X * pointsPerMM)
			p.number((p.h - line.Points[0].Y) * pointsPerMM)
			p.buf = append(p.buf, "l\n"...)
		} else if line.Closed {
			p.buf = append(p.buf, "h\n"...)
		}
	}
}

// number writes a number to a hundredth of a point, which is 0.0035 mm.
func (p *PDF) number(v float64) {
	n := int64(math.Round(v * 100))
	if n < 0 {
		p.buf = append(p.buf, '-')
		n = -n
	}
	p.buf = strconv.AppendInt(p.buf, n/100, 10)
	if n %= 100; n > 0 {
		p.buf = append(p.buf, '.', byte('0'+n/10))
		if n%10 > 0 {
			p.buf = append(p.buf, byte('0'+n%10))
		}
	}
	p.buf = append(p.buf, ' ')
}

func (p *PDF) fillColor(c Color) {
	if rgb := [3]uint8{c.R, c.G, c.B}; rgb != p.state.fill {
		p.state.fill = rgb
		p.color(rgb, "rg\n")
	}
}

func (p *PDF) strokeColor(c Color) {
	if rgb := [3]uint8{c.R, c.G, c.B}; rgb != p.state.stroke {
		p.state.stroke = rgb
		p.color(rgb, "RG\n")
	}
}

func (p *PDF) color(rgb [3]uint8, op string) {
	for _, v := range rgb {
		p.buf = append(strconv.AppendFloat(p.buf, float64(v)/255, 'f', 3, 64), ' ')
	}
	p.buf = append(p.buf, op...)
}

func (p *PDF) alpha(a uint8) {
	if a != p.state.alpha {
		p.state.alpha = a
		p.flush()
		p.doc.SetAlpha(math.Round(float64(a)/255*1000)/1000, "Normal")
	}
}

func (p *PDF) lineWidth(mm float64) {
	if mm != p.state.width {
		p.state.width = mm
		p.number(mm * pointsPerMM)
		p.buf = append(p.buf, "w\n"...)
	}
}

func (p *PDF) join(j Join) {
	if j != p.state.join {
		p.state.join = j
		p.op(strconv.Itoa(int(j)), "j")
	}
}

func (p *PDF) dash(dash []float64) {
	if slices.Equal(p.state.dash, dash) {
		return
	}
	p.state.dash = slices.Clone(dash)
	p.buf = append(p.buf, '[')
	for _, d := range dash {
		p.number(d * pointsPerMM)
	}
	p.buf = append(p.buf, "] 0 d\n"...)
}

// drawable tells whether a path has a line of enough points and no number that no file can hold.
func drawable(path Path, least int) bool {
	some := false
	for _, line := range path {
		some = some || len(line.Points) >= least
		for _, p := range line.Points {
			if !(math.Abs(p.X) < 1e5 && math.Abs(p.Y) < 1e5) {
				return false
			}
		}
	}
	return some
}
