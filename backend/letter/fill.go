package letter

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// MostLetters is how many notices one document holds.
const MostLetters = 1000

const (
	// maxText is how many bytes the text of a document may take: a thousand notices, or a list of some 50,000 rows.
	maxText = 256 << 20
	// perNode is what a piece takes beside its bytes.
	perNode = 64
)

var errTooMany = refuse("一份文件中的通知过多；请按街道或企业分次导出", "There are too many notices for one document; export them by subdistrict or company")

// Fill writes the letters into one document, each on a page of its own and with pages counted from 1. The same template and
// letters give the same bytes. Errors: CodeInvalid for a template that Check finds fault with, and for too many letters.
func (t *Template) Fill(w io.Writer, kind Kind, letters []Letter) error {
	if err := t.Check(kind).fault(); err != nil {
		return err
	}
	if len(letters) == 0 {
		return refuse("没有需要出具的%s", "There is no notice of the kind %s to write", kind.Title().ZH)
	}
	if len(letters) > MostLetters {
		return errTooMany
	}
	text, err := t.text(kind, letters)
	if err != nil {
		return err
	}
	parts := slices.Clone(t.parts)
	for i := range parts {
		if parts[i].name == t.main {
			parts[i].body = text
		}
	}
	return parts.encode(w)
}

// text is the main part with the letters in place of the template's body.
func (t *Template) text(kind Kind, letters []Letter) ([]byte, error) {
	f := &filling{kind: kind, prefix: t.prefix, several: len(letters) > 1, left: maxText}
	content, last := t.body.kids, (*node)(nil)
	if i := slices.IndexFunc(content, func(n *node) bool { return n.name == "sectPr" }); i >= 0 {
		last = content[i]
		content = slices.Delete(slices.Clone(content), i, i+1)
	}
	if f.several {
		last = f.section(last)
	}
	var out bytes.Buffer
	for i := range letters {
		f.letter = &letters[i]
		body := &node{kids: content}
		if !f.room(body) {
			return nil, errTooMany
		}
		body = body.clone()
		f.fill(body, nil, 0)
		if f.left < 0 {
			return nil, errTooMany
		}
		if i < len(letters)-1 {
			f.breakAfter(body, last)
		}
		body.write(&out)
	}
	if last != nil {
		last.write(&out)
	}
	full := *t.body
	full.kids = []*node{{open: out.Bytes()}}
	if len(full.end) == 0 { // <w:body/>
		full.open, full.end = []byte("<"+t.prefix+"body>"), []byte("</"+t.prefix+"body>")
	}
	var doc bytes.Buffer
	replaced(t.root, t.body, &full).write(&doc)
	return doc.Bytes(), nil
}

// replaced returns the tree with another node in place of one; only the way to it is copied.
func replaced(in, old, by *node) *node {
	if in == old {
		return by
	}
	for i, k := range in.kids {
		if r := replaced(k, old, by); r != k {
			c := *in
			c.kids = slices.Clone(in.kids)
			c.kids[i] = r
			return &c
		}
	}
	return in
}

// filling is the state of one Fill.
type filling struct {
	kind    Kind
	prefix  string
	letter  *Letter
	several bool
	left    int // bytes that may still be made
	drawing int // number of the last drawing: they differ within a document
}

// room takes the bytes of a piece from what is left.
func (f *filling) room(n *node) bool {
	f.left -= size(n)
	return f.left >= 0
}

func size(n *node) int {
	sum := len(n.open) + len(n.end) + perNode
	for _, k := range n.kids {
		sum += size(k)
	}
	return sum
}

// marks are the elements that hold places of the template and must not occur twice, or mean nothing in a notice.
var marks = map[string]bool{
	"bookmarkStart": true, "bookmarkEnd": true, "proofErr": true, "permStart": true, "permEnd": true,
	"commentRangeStart": true, "commentRangeEnd": true, "commentReference": true,
}

// Numbers of paragraphs and drawings are optional, or free, but differ within a document.
var (
	numbersOfParagraphs = regexp.MustCompile(`\s+[\w.-]+:(?:paraId|textId)\s*=\s*(?:"[^"]*"|'[^']*')`)
	numberOfDrawing     = regexp.MustCompile(`(\s)id\s*=\s*(?:"[^"]*"|'[^']*')`)
)

// fill sets the values in everything below n, which is a copy. row is nil outside of a repeated row.
func (f *filling) fill(n *node, row *Row, number int) {
	if slices.ContainsFunc(n.kids, func(k *node) bool { return marks[k.name] || k.name == "tr" && repeats(k) }) {
		n.kids = f.expand(n.kids)
	}
	for _, k := range n.kids {
		switch {
		case k.name == "p":
			f.paragraph(k, row, number)
		case k.name == "tr" && k.filled:
			continue
		case k.other == "docPr":
			f.drawing++
			k.open = numberOfDrawing.ReplaceAll(k.open, []byte(`${1}id="`+strconv.Itoa(f.drawing)+`"`))
		}
		if f.several && len(k.attrs) > 0 && (k.name == "p" || k.name == "tr") {
			k.open = numbersOfParagraphs.ReplaceAll(k.open, nil)
		}
		f.fill(k, row, number)
	}
}

// expand leaves marks out and writes the rows that repeat.
func (f *filling) expand(kids []*node) []*node {
	out := make([]*node, 0, len(kids))
	for _, k := range kids {
		switch {
		case marks[k.name]:
		case k.name == "tr" && repeats(k):
			for i := range max(1, len(f.letter.Rows)) {
				if !f.room(k) {
					return nil
				}
				var row *Row
				if len(f.letter.Rows) > 0 {
					row = &f.letter.Rows[i]
				}
				c := k.clone()
				f.fillRow(c, row, i+1)
				out = append(out, c)
			}
		default:
			out = append(out, k)
		}
	}
	return out
}

// fillRow fills one row of a table that repeats.
func (f *filling) fillRow(tr *node, row *Row, number int) {
	if row == nil {
		row, number = &Row{}, 0
	}
	tr.filled = true
	f.fill(tr, row, number)
}

// repeats reports whether a row of a table is written for each row of the letter. Rows of a table within the row are not looked at.
func repeats(tr *node) bool {
	found := false
	eachParagraph(tr, func(p *node) {
		for _, h := range holesOf(p).holes {
			found = found || strings.HasPrefix(h.name, rowPrefix)
		}
	})
	return found
}

// eachParagraph visits the paragraphs below n that are not in a row of a table below it.
func eachParagraph(n *node, visit func(*node)) {
	for _, k := range n.kids {
		if k.name == "tr" {
			continue
		}
		if k.name == "p" {
			visit(k)
		}
		eachParagraph(k, visit)
	}
}

// paragraph sets the values in one paragraph. A value takes the look of the text in which its placeholder begins.
func (f *filling) paragraph(p *node, row *Row, number int) {
	found := holesOf(p)
	if len(found.holes) == 0 {
		return
	}
	at, first := 0, 0
	for _, piece := range found.pieces {
		begin, end := at, at+len(piece.text)
		at = end
		for first < len(found.holes) && found.holes[first].end <= begin {
			first++
		}
		if piece.t == nil {
			continue
		}
		var b strings.Builder
		pos, changed := begin, false
		for _, h := range found.holes[first:] {
			if h.begin >= end {
				break
			}
			changed = true
			if h.begin >= begin {
				b.WriteString(piece.text[pos-begin : h.begin-begin])
				if field := fieldOf(f.kind, h.name); field != nil {
					b.WriteString(field.fill(f.letter, rowOrNone(row, number), number))
				}
			}
			pos = min(h.end, end)
		}
		if changed {
			b.WriteString(piece.text[pos-begin:])
			f.set(piece.t, b.String())
		}
	}
}

func rowOrNone(row *Row, number int) *Row {
	if number == 0 {
		return nil
	}
	return row
}

// set gives a text element another text. A line break is a break of the line, not of the paragraph.
func (f *filling) set(t *node, s string) {
	tag := t.tag()
	begin, end := "<"+tag+` xml:space="preserve">`, "</"+tag+">"
	s = strings.ReplaceAll(escape(strings.ReplaceAll(s, "\t", " ")), "&#xA;", end+"<"+f.prefix+"br/>"+begin)
	t.open, t.end = []byte(begin), []byte(end)
	t.kids = []*node{{open: []byte(s)}}
	f.left -= len(s)
}

// section is the layout of the pages of each letter: it begins a page, and pages are counted from 1.
func (f *filling) section(last *node) *node {
	p := f.prefix
	if last == nil {
		last = &node{name: "sectPr", open: []byte("<" + p + "sectPr>"), end: []byte("</" + p + "sectPr>")}
	}
	s := last.clone()
	if len(s.end) == 0 { // <w:sectPr/>
		s.open, s.end = []byte("<"+p+"sectPr>"), []byte("</"+p+"sectPr>")
	}
	format := ""
	if n := s.kid("pgNumType"); n != nil && n.attr("fmt") != "" {
		format = ` ` + p + `fmt="` + escape(n.attr("fmt")) + `"`
	}
	s.kids = slices.DeleteFunc(s.kids, func(k *node) bool { return k.name == "type" || k.name == "pgNumType" })
	// The schema wants the parts in this order (ECMA-376 part 1, 17.6.17).
	first := []string{"headerReference", "footerReference", "footnotePr", "endnotePr"}
	insert(s, first, `<`+p+`type `+p+`val="nextPage"/>`, "type")
	insert(s, append(first, "type", "pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType"), `<`+p+`pgNumType`+format+` `+p+`start="1"/>`, "pgNumType")
	return s
}

// insert puts an element behind the last of those named.
func insert(n *node, behind []string, raw, name string) {
	at := 0
	for i, k := range n.kids {
		if slices.Contains(behind, k.name) {
			at = i + 1
		}
	}
	n.kids = slices.Insert(n.kids, at, &node{name: name, open: []byte(raw)})
}

// breakAfter ends the pages of a letter. The layout stands in its last paragraph, or in one more where it ends with a table.
func (f *filling) breakAfter(body, section *node) {
	at := len(body.kids) - 1
	for at >= 0 && body.kids[at].name == "" && body.kids[at].other == "" {
		at-- // white space between elements
	}
	p := f.prefix
	if at < 0 || body.kids[at].name != "p" || len(body.kids[at].end) == 0 || body.kids[at].kid("pPr") != nil && body.kids[at].kid("pPr").kid("sectPr") != nil {
		body.kids = append(body.kids, &node{
			name: "p", open: []byte("<" + p + "p><" + p + "pPr>"), kids: []*node{section}, end: []byte("</" + p + "pPr></" + p + "p>"),
		})
		return
	}
	last := body.kids[at]
	props := last.kid("pPr")
	if props == nil || len(props.end) == 0 {
		last.kids = slices.DeleteFunc(last.kids, func(k *node) bool { return k == props })
		props = &node{name: "pPr", open: []byte("<" + p + "pPr>"), end: []byte("</" + p + "pPr>")}
		last.kids = slices.Insert(last.kids, 0, props)
	}
	where := slices.IndexFunc(props.kids, func(k *node) bool { return k.name == "pPrChange" })
	if where < 0 {
		where = len(props.kids)
	}
	props.kids = slices.Insert(props.kids, where, section)
}

// places are the placeholders of a paragraph.
type places struct {
	pieces []piece
	holes  []hole
	broken []string // what begins with 【 and does not end
}

// piece is a stretch of text of a paragraph; t is nil for what separates text.
type piece struct {
	t    *node
	text string
}

// hole is a placeholder in the joined text of a paragraph, in bytes.
type hole struct {
	name       string
	begin, end int
}

// maxName is how many characters a name may have; a longer bracket is no placeholder that anybody meant.
const maxName = 24

// holesOf finds the placeholders of a paragraph; word processors split one over any number of runs.
func holesOf(p *node) places {
	var out places
	out.collect(p)
	var all strings.Builder
	for _, q := range out.pieces {
		all.WriteString(q.text)
	}
	s := all.String()
	open := -1
	brokenAt := func(end int) {
		if open >= 0 {
			out.broken = append(out.broken, firstRunes(s[open:end], 12))
		}
		open = -1
	}
	for i, r := range s {
		switch r {
		case '【':
			brokenAt(i)
			open = i
		case '】':
			if open < 0 {
				continue
			}
			name := tidyName(s[open+len("【") : i])
			if name == "" || len([]rune(name)) > maxName {
				brokenAt(i + len("】"))
				continue
			}
			out.holes = append(out.holes, hole{name, open, i + len("】")})
			open = -1
		case '\n':
			brokenAt(i)
		}
	}
	brokenAt(len(s))
	return out
}

// collect gathers the text below n, but not of paragraphs within it (text boxes).
func (o *places) collect(n *node) {
	for _, k := range n.kids {
		switch k.name {
		case "p", "del", "moveFrom", "instrText":
		case "t":
			var b strings.Builder
			for _, c := range k.kids {
				b.WriteString(c.text)
			}
			o.pieces = append(o.pieces, piece{k, strings.ReplaceAll(b.String(), "\n", " ")})
		case "br", "cr", "tab", "ptab":
			o.pieces = append(o.pieces, piece{nil, "\n"})
		default:
			o.collect(k)
		}
	}
}

// tidyName drops white space and marks without width, which word processors put between letters.
func tidyName(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || r == 0xA0 || r == 0x3000 || r >= 0x2000 && r <= 0x200F || r == 0x2060 || r == 0xFEFF {
			return -1
		}
		return r
	}, s)
}

func firstRunes(s string, n int) string {
	r := []rune(s)
	if len(r) > n {
		return string(r[:n]) + "…"
	}
	return s
}
