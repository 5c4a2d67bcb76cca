package letter

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// Limits of the text of a template.
const (
	maxDepth = 200
	maxNodes = 400_000
)

// node is a piece of a part: an element with its tags as they stand in the file, or what stands between elements. What is not
// changed is written back byte for byte.
type node struct {
	name  string // local name where the element is one of WordprocessingML, else "" with other set
	other string // local name of another vocabulary's element
	open  []byte // start tag, or all of what is no element
	end   []byte // end tag; empty of <a/>
	text  string // decoded, of character data
	kids  []*node
	attrs []xml.Attr
	// filled rows of a table are done: their placeholders are gone.
	filled bool
}

// wordSpaces are the namespaces of WordprocessingML, transitional and strict.
var wordSpaces = map[string]bool{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main": true,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":             true,
}

// parse reads a part. Document types are refused, so no entity is ever declared; names are resolved with their prefixes.
func parse(body []byte) (*node, error) {
	d := xml.NewDecoder(bytes.NewReader(body))
	root := &node{}
	stack := []*node{root}
	spaces := []map[string]string{{}}
	count, last := 0, int64(0)
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, errDamaged(err)
		}
		at := d.InputOffset()
		raw := body[last:at]
		last = at
		if count++; count > maxNodes {
			return nil, errTooLarge
		}
		top := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.Directive:
			return nil, refuse("模板含有文档类型声明（DTD），不能使用；请重新另存为 .docx", "The template has a document type (DTD) and is refused; save it as .docx again")
		case xml.StartElement:
			if len(stack) > maxDepth {
				return nil, errTooLarge
			}
			in := declared(spaces[len(spaces)-1], token.Attr)
			n := &node{open: raw, attrs: xml.CopyToken(token).(xml.StartElement).Attr}
			if wordSpaces[in[token.Name.Space]] {
				n.name = token.Name.Local
			} else {
				n.other = token.Name.Local
			}
			top.kids = append(top.kids, n)
			stack, spaces = append(stack, n), append(spaces, in)
		case xml.EndElement:
			if len(stack) == 1 {
				return nil, errDamaged(errors.New("an end tag without its start"))
			}
			top.end = raw
			if name := top.tag(); len(raw) > 0 && name != qualified(token.Name) {
				return nil, errDamaged(errors.New("tags that do not fit: " + name))
			}
			stack, spaces = stack[:len(stack)-1], spaces[:len(spaces)-1]
		case xml.CharData:
			top.kids = append(top.kids, &node{open: raw, text: string(token)})
		default: // comments and processing instructions, the XML declaration among them
			top.kids = append(top.kids, &node{open: raw})
		}
	}
	if len(stack) != 1 {
		return nil, errDamaged(io.ErrUnexpectedEOF)
	}
	return root, nil
}

func qualified(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// tag is the name of an element as it stands in the file, with its prefix.
func (n *node) tag() string {
	name := strings.TrimPrefix(string(n.open), "<")
	if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
		return name[:end]
	}
	return name
}

// declared adds the namespaces that an element declares.
func declared(in map[string]string, attrs []xml.Attr) map[string]string {
	own := false
	for _, a := range attrs {
		prefix, is := "", a.Name.Space == "" && a.Name.Local == "xmlns"
		if a.Name.Space == "xmlns" {
			prefix, is = a.Name.Local, true
		}
		if !is {
			continue
		}
		if !own {
			more := make(map[string]string, len(in)+1)
			for k, v := range in {
				more[k] = v
			}
			in, own = more, true
		}
		in[prefix] = a.Value
	}
	return in
}

// write puts the piece back as it stands.
func (n *node) write(b *bytes.Buffer) {
	b.Write(n.open)
	for _, k := range n.kids {
		k.write(b)
	}
	b.Write(n.end)
}

// clone copies a piece so that the copy can be changed. Tags are shared, never changed in place.
func (n *node) clone() *node {
	c := *n
	c.kids = make([]*node, len(n.kids))
	for i, k := range n.kids {
		c.kids[i] = k.clone()
	}
	return &c
}

// kid returns the first element of WordprocessingML with a name, nil without one.
func (n *node) kid(name string) *node {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// attr returns an attribute by its local name.
func (n *node) attr(name string) string {
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// clean drops what XML 1.0 (section 2.2) cannot hold, not even escaped, bytes that are no UTF-8, and marks that turn the
// direction of what follows; Word refuses a file for one of the former.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r', r >= 0x7F && r <= 0x9F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
			return -1
		case r == '\t', r == '\n', r >= 0x20 && r <= 0xD7FF, r >= 0xE000 && r < 0xFFFD, r >= 0x10000 && r <= 0x10FFFF:
			return r
		}
		return -1
	}, s)
}

// escape makes text fit to stand in a part.
func escape(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(clean(s))) // a Buffer does not fail
	return b.String()
}

// written is a part as it stands.
func written(root *node) []byte {
	var b bytes.Buffer
	root.write(&b)
	return b.Bytes()
}
