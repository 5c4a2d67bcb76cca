package crs

import (
	"math"
	"strconv"
	"strings"

	"estateatlas/backend/spatial"
)

// node is a part of a coordinate system in well-known text: KEYWORD["name", 1, CHILD[...]].
type node struct {
	keyword string
	words   []string // texts and numbers, in order
	parts   []node
}

// find returns the first part with a keyword, in any depth.
func (n *node) find(keywords ...string) *node {
	for i := range n.parts {
		for _, k := range keywords {
			if n.parts[i].keyword == k {
				return &n.parts[i]
			}
		}
		if got := n.parts[i].find(keywords...); got != nil {
			return got
		}
	}
	return nil
}

func (n *node) name() string {
	if n == nil || len(n.words) == 0 {
		return ""
	}
	return n.words[0]
}

const (
	// deepest and longest keep a hostile text from costing anything.
	deepest = 20
	longest = 64 << 10
)

// parse reads well-known text, of version 1 (OGC, ESRI) or 2.
func parse(text string) (*node, bool) {
	if len(text) > longest {
		return nil, false
	}
	p := parser{text: strings.TrimPrefix(text, "\ufeff")}
	n, ok := p.node(0)
	return n, ok
}

type parser struct {
	text string
	at   int
}

func (p *parser) blank() {
	for p.at < len(p.text) && strings.IndexByte(" \t\r\n", p.text[p.at]) >= 0 {
		p.at++
	}
}

func (p *parser) take(any string) bool {
	p.blank()
	if p.at < len(p.text) && strings.IndexByte(any, p.text[p.at]) >= 0 {
		p.at++
		return true
	}
	return false
}

func (p *parser) word() string {
	p.blank()
	from := p.at
	for p.at < len(p.text) && strings.IndexByte("[](),\" \t\r\n", p.text[p.at]) < 0 {
		p.at++
	}
	return p.text[from:p.at]
}

func (p *parser) node(depth int) (*node, bool) {
	n := &node{keyword: strings.ToUpper(p.word())}
	if n.keyword == "" || depth > deepest || !p.take("[(") {
		return n, false
	}
	for {
		p.blank()
		if p.at >= len(p.text) {
			return n, false
		}
		if p.text[p.at] == '"' {
			end := strings.IndexByte(p.text[p.at+1:], '"')
			if end < 0 {
				return n, false
			}
			n.words = append(n.words, p.text[p.at+1:p.at+1+end])
			p.at += end + 2
		} else {
			from := p.at
			word := p.word()
			if p.blank(); p.at < len(p.text) && strings.IndexByte("[(", p.text[p.at]) >= 0 {
				p.at = from
				child, ok := p.node(depth + 1)
				if !ok {
					return n, false
				}
				n.parts = append(n.parts, *child)
			} else if word != "" {
				n.words = append(n.words, word)
			}
		}
		if p.take("])") {
			return n, true
		}
		if !p.take(",") {
			return n, false
		}
	}
}

// plain is a name without case, blanks and signs.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'A' && r <= 'Z':
			return r + 'a' - 'A'
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, name)
}

// Parse recognises the system of a .prj file or of well-known text: geographic coordinates, transverse Mercator planes and Web
// Mercator of CGCS2000 or WGS 84. Anything else is Foreign with its name; text that is none is Unknown.
func Parse(text string) System {
	n, ok := parse(text)
	if !ok {
		return System{}
	}
	foreign := System{Kind: Foreign, Name: n.name()}
	switch n.keyword {
	case "GEOGCS", "GEOGCRS", "GEODCRS", "GEODETICCRS", "GEOGRAPHICCRS":
		if sameGround(n) && degrees(n) {
			return Geographic
		}
	case "PROJCS", "PROJCRS", "PROJECTEDCRS":
		if strings.Contains(plain(n.name()), "pseudomercator") || strings.Contains(plain(n.name()), "webmercator") {
			return System{Kind: WebMercator}
		}
		if !sameGround(n) || !metres(n) {
			return foreign
		}
		switch plain(n.find("PROJECTION", "METHOD").name()) {
		case "transversemercator", "gausskruger", "gausskrger":
			return plane(n, foreign)
		case "mercatorauxiliarysphere":
			return System{Kind: WebMercator}
		}
	}
	return foreign
}

// sameGround reports whether the datum is CGCS2000 or WGS 84.
func sameGround(n *node) bool {
	switch plain(n.find("DATUM", "ENSEMBLE", "GEODETICDATUM").name()) {
	case "dchina2000", "china2000", "cgcs2000", "dcgcs2000", "chinageodeticcoordinatesystem2000", "wgs1984", "dwgs1984", "wgs84", "worldgeodeticsystem1984", "worldgeodeticsystem1984ensemble":
		return true
	}
	return false
}

func degrees(n *node) bool {
	unit := n.find("UNIT", "ANGLEUNIT")
	return unit == nil || strings.HasPrefix(plain(unit.name()), "degree")
}

// metres looks at the last unit: that of the plane stands behind that of the datum.
func metres(n *node) bool {
	for i := len(n.parts) - 1; i >= 0; i-- {
		if k := n.parts[i].keyword; k == "UNIT" || k == "LENGTHUNIT" {
			name := plain(n.parts[i].name())
			return name == "metre" || name == "meter" || name == "m"
		}
	}
	return true
}

// plane reads the parameters of a transverse Mercator.
func plane(n *node, foreign System) System {
	s := System{Kind: Zone, Scale: 1, Meridian: math.NaN()}
	latitude := 0.0
	var read func(n *node)
	read = func(n *node) {
		for i := range n.parts {
			part := &n.parts[i]
			if part.keyword != "PARAMETER" || len(part.words) < 2 {
				read(part)
				continue
			}
			v, err := strconv.ParseFloat(part.words[1], 64)
			if err != nil {
				continue
			}
			switch plain(part.name()) {
			case "centralmeridian", "longitudeofnaturalorigin", "longitudeoforigin":
				s.Meridian = v
			case "falseeasting":
				s.FalseEasting = v
			case "falsenorthing":
				s.FalseNorthing = v
			case "scalefactor", "scalefactoratnaturalorigin":
				s.Scale = v
			case "latitudeoforigin", "latitudeofnaturalorigin":
				latitude = v
			}
		}
	}
	read(n)
	if latitude != 0 || !(s.Meridian >= -180 && s.Meridian <= 180) || !(s.Scale > 0.9 && s.Scale < 1.1) || !(math.Abs(s.FalseEasting) < 1e9 && math.Abs(s.FalseNorthing) < 1e9) {
		return foreign
	}
	s.frame = spatial.FrameAt(s.Meridian)
	return s
}
