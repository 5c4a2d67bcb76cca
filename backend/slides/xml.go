package slides

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"
	"strings"
)

// node is an XML element: text or children, never both.
type node struct {
	name  string
	attrs []string // name, value, name, value …
	text  string
	kids  []node
}

func el(name string, attrs ...string) node { return node{name: name, attrs: attrs} }

// with returns the element with more children; elements without a name are left out.
func (n node) with(kids ...node) node {
	all := make([]node, 0, len(n.kids)+len(kids))
	all = append(all, n.kids...)
	for _, k := range kids {
		if k.name != "" {
			all = append(all, k)
		}
	}
	n.kids = all
	return n
}

// attr returns the element with one more attribute.
func (n node) attr(name, value string) node {
	n.attrs = append(append([]string{}, n.attrs...), name, value)
	return n
}

func said(name, text string) node { return node{name: name, text: clean(text)} }

func (n node) write(b *bytes.Buffer) {
	b.WriteByte('<')
	b.WriteString(n.name)
	for i := 0; i+1 < len(n.attrs); i += 2 {
		b.WriteByte(' ')
		b.WriteString(n.attrs[i])
		b.WriteString(`="`)
		_ = xml.EscapeText(b, []byte(clean(n.attrs[i+1]))) // a Buffer does not fail
		b.WriteByte('"')
	}
	if n.text == "" && len(n.kids) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteByte('>')
	_ = xml.EscapeText(b, []byte(n.text))
	for _, k := range n.kids {
		k.write(b)
	}
	b.WriteString("</")
	b.WriteString(n.name)
	b.WriteByte('>')
}

// document returns the element as a part of the package.
func (n node) document() []byte {
	var b bytes.Buffer
	b.WriteString(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n")
	n.write(&b)
	return b.Bytes()
}

// clean drops what XML 1.0 (section 2.2) cannot hold, not even escaped, and bytes that are no UTF-8; PowerPoint refuses the file
// for one of them.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t', r == '\n', r == '\r', r >= 0x20 && r <= 0xD7FF, r >= 0xE000 && r < 0xFFFD, r >= 0x10000 && r <= 0x10FFFF:
			return r
		}
		return -1
	}, s)
}

// emu writes a length in points as English Metric Units, 12,700 to the point.
func emu(points float64) string {
	if math.IsNaN(points) || math.IsInf(points, 0) {
		points = 0
	}
	return strconv.FormatInt(int64(math.Round(points*12700)), 10)
}

func count(n int) string { return strconv.Itoa(n) }
