// Package workbook reads XLSX workbooks (ECMA-376 part 1) row by row, the way a clerk left them: hidden sheets and rows are
// said to be hidden, cells tell text from numbers, numbers shown as dates, formulas without a stored value, errors and merged
// ranges. It knows cells, not what they mean.
//
// It is ours because the library that writes our workbooks finds the type and the format of one cell by going through all rows
// before it, and says nothing about formulas without a value. Files are hostile: sizes, ratios, counts and depths are capped,
// document types are refused, and no name in an archive becomes a path.
package workbook

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Limits of what is read. A district's largest table has some 100,000 rows.
const (
	maxParts   = 4096
	maxPart    = 512 << 20 // bytes of one part, unpacked
	maxRatio   = 250       // unpacked to packed, of parts over ratioFrom; real ones have 10 to 40
	ratioFrom  = 16 << 20
	maxStrings = 4_000_000
	maxText    = 32_767 // characters that a cell can hold
	MaxColumns = 16_384
	MaxRows    = 1_048_576
	maxMerged  = 100_000
)

// The reasons for which a file is not read.
var (
	ErrNotWorkbook = errors.New("not an XLSX workbook")
	ErrEncrypted   = errors.New("the workbook is protected by a password")
	ErrTooLarge    = errors.New("the workbook is too large")
	ErrDamaged     = errors.New("the workbook is damaged")
)

// Book is an open workbook.
type Book struct {
	Sheets []Sheet

	parts    map[string]*zip.File
	strings  []string
	looks    []look // by cell style
	from1904 bool
}

// Sheet is one sheet, in the order of the tabs.
type Sheet struct {
	Name   string
	Hidden bool

	part string // "" if the archive does not hold it, or it is a chart
}

// Open reads what belongs to the whole workbook. Errors wrap one of the reasons above.
func Open(r io.ReaderAt, size int64) (*Book, error) {
	var magic [8]byte
	n, _ := r.ReadAt(magic[:], 0)
	if strings.HasPrefix(string(magic[:n]), "\xd0\xcf\x11\xe0") { // a compound file: an old .xls, or an encrypted .xlsx
		return nil, ErrEncrypted
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, ErrNotWorkbook
	}
	if len(z.File) > maxParts {
		return nil, fmt.Errorf("%w: %d parts", ErrTooLarge, len(z.File))
	}
	b := &Book{parts: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		b.parts[strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))] = f
	}
	main := b.related("", "officeDocument")
	if len(main) == 0 {
		if b.part("xl/workbook.xml") == nil {
			return nil, ErrNotWorkbook
		}
		main = map[string]string{"": "xl/workbook.xml"}
	}
	for _, name := range main {
		if err := b.readWorkbook(name); err != nil {
			return nil, err
		}
		for _, part := range b.related(name, "styles") {
			if err := b.readStyles(part); err != nil {
				return nil, err
			}
		}
		for _, part := range b.related(name, "sharedStrings") {
			if err := b.readStrings(part); err != nil {
				return nil, err
			}
		}
	}
	if len(b.Sheets) == 0 {
		return nil, ErrNotWorkbook
	}
	return b, nil
}

func (b *Book) part(name string) *zip.File { return b.parts[strings.ToLower(name)] }

// open returns the tokens of a part, capped.
func (b *Book) open(name string) (*tokens, error) {
	f := b.part(name)
	if f == nil {
		return nil, fmt.Errorf("%w: the part %q is missing", ErrDamaged, name)
	}
	if f.UncompressedSize64 > maxPart || f.UncompressedSize64 > ratioFrom && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
		return nil, fmt.Errorf("%w: the part %q has %d bytes unpacked from %d", ErrTooLarge, name, f.UncompressedSize64, f.CompressedSize64)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	// The size in the directory is the file's own claim; a part that is longer ends there, in the middle.
	d := xml.NewDecoder(io.LimitReader(r, int64(f.UncompressedSize64)))
	d.CharsetReader = func(charset string, _ io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("%w: the encoding %q", ErrDamaged, charset)
	}
	return &tokens{d: d, close: r.Close}, nil
}

// tokens reads a part. Document types are refused: no entity is ever declared.
type tokens struct {
	d     *xml.Decoder
	close func() error
}

// next returns the next token, io.EOF at the end.
func (t *tokens) next() (xml.Token, error) {
	token, err := t.d.RawToken()
	switch token := token.(type) {
	case xml.Directive:
		return nil, fmt.Errorf("%w: it has a document type", ErrDamaged)
	case xml.StartElement, xml.EndElement, xml.CharData:
		return token, nil
	}
	if errors.Is(err, io.EOF) {
		return nil, io.EOF
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return t.next()
}

// each visits the start of every element.
func (t *tokens) each(visit func(xml.StartElement) error) error {
	defer func() { _ = t.close() }() // it was only read
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := visit(start); err != nil {
				return err
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// isTrue reads an xsd:boolean.
func isTrue(s string) bool { return s == "1" || s == "true" }

// related returns the parts that a part refers to by a kind of relationship, by the relationship's id. "" is the package.
func (b *Book) related(name, kind string) map[string]string {
	dir, base := path.Split(name)
	t, err := b.open(dir + "_rels/" + base + ".rels")
	if err != nil {
		return nil
	}
	out := make(map[string]string)
	err = t.each(func(e xml.StartElement) error {
		if e.Name.Local != "Relationship" || attribute(e, "TargetMode") == "External" || path.Base(attribute(e, "Type")) != kind {
			return nil
		}
		target := attribute(e, "Target")
		if strings.HasPrefix(target, "/") {
			target = target[1:]
		} else {
			target = path.Join(dir, target)
		}
		out[attribute(e, "Id")] = target
		return nil
	})
	if err != nil {
		return nil
	}
	return out
}

func (b *Book) readWorkbook(name string) error {
	t, err := b.open(name)
	if err != nil {
		return err
	}
	sheets := b.related(name, "worksheet")
	return t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			b.from1904 = isTrue(attribute(e, "date1904"))
		case "sheet":
			if len(b.Sheets) == maxParts {
				return ErrTooLarge
			}
			s := Sheet{Name: attribute(e, "name"), Hidden: strings.HasSuffix(strings.ToLower(attribute(e, "state")), "hidden")}
			for _, a := range e.Attr {
				if a.Name.Space != "" && a.Name.Local == "id" {
					s.part = sheets[a.Value]
				}
			}
			b.Sheets = append(b.Sheets, s)
		}
		return nil
	})
}

// readStrings reads the shared strings: runs of formatted text are joined, readings (phonetic runs) left out.
func (b *Book) readStrings(name string) error {
	t, err := b.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = t.close() }() // it was only read
	for {
		token, err := t.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
			text, err := t.text("si")
			if err != nil {
				return err
			}
			if len(b.strings) == maxStrings {
				return fmt.Errorf("%w: more than %d texts", ErrTooLarge, maxStrings)
			}
			b.strings = append(b.strings, text)
		}
	}
}

// text joins the t elements up to the end of the element that is open.
func (t *tokens) text(until string) (string, error) {
	var b strings.Builder
	inText, reading := false, 0
	for {
		token, err := t.next()
		if err != nil {
			return "", errors.Join(ErrDamaged, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "t":
				inText = true
			case "rPh":
				reading++
			}
		case xml.EndElement:
			switch token.Name.Local {
			case until:
				return b.String(), nil
			case "t":
				inText = false
			case "rPh":
				reading--
			}
		case xml.CharData:
			if inText && reading == 0 && b.Len()+len(token) <= 4*maxText {
				b.Write(token)
			}
		}
	}
}
