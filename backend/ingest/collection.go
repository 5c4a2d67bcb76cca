package ingest

import (
	"strings"
	"unicode/utf8"
)

// maxTitle is how many characters the title of a district may have; a longer text is something else.
const maxTitle = 60

// maxFeatures is how many features a file may have.
const maxFeatures = 1_000_000

// collection is what root learns of the outermost object.
type collection struct {
	kind                   string
	typeLine, crsLine      int // 0: no such member
	crsName                string
	badCRS                 bool
	hasFeatures, hasListed bool
	// twice names a member that occurs twice, and where.
	twice     string
	twiceLine int
}

// root reads the outermost object.
func (g *geoReader) root() {
	s := g.s
	rootAt := s.pos
	switch c := s.peek(); {
	case s.failed():
		return
	case c == 0 && s.pos >= s.end:
		g.rootFault(1, wholeFile, &sayEmpty)
		return
	case c != '{':
		if s.skip() && s.atEnd() {
			g.rootFault(1, wholeFile, &sayNotObjectRoot)
		}
		return
	}
	var c collection
	s.pos++
	for first := true; s.next('}', first); first = false {
		if !g.rootMember(&c) {
			return
		}
	}
	if s.failed() || !s.atEnd() || g.ctx.Err() != nil {
		return
	}
	switch {
	case s.badUTF8 >= 0 || g.badLine > 0:
		g.keepBadText()
		g.badText = true
		g.rootFault(g.badLine, wholeFile, &sayBadUTF8)
	case c.twice != "":
		g.rootFault(c.twiceLine, c.twice, &sayMemberTwice, c.twice)
	case c.typeLine == 0:
		g.rootFault(1, "type", &sayNoRootType)
	case c.kind == "Feature" && !c.hasListed:
		s.pos, g.index = rootAt, 0
		g.log.read++
		s.peek()
		g.feature()
	case c.kind != "FeatureCollection":
		g.rootFault(c.typeLine, "type", &sayRootType, c.kind)
	case !c.hasListed:
		g.rootFault(1, "features", &sayNoFeaturesList)
	case c.badCRS:
		g.badCRS = true
		g.log.faults = dropGeometry(g.log.faults)
		g.log.fault(c.crsLine, "crs", 0, &sayCRS, c.crsName)
	case g.log.read == 0:
		g.log.note(1, "features", "", &sayNoFeatures)
	}
}

// rootMember reads a member of the outermost object and reports whether its syntax was right.
func (g *geoReader) rootMember(c *collection) bool {
	s := g.s
	k, ok := s.key()
	if !ok {
		return false
	}
	line := g.lineAt(k.at)
	once := func(seen bool) {
		if seen && c.twice == "" {
			c.twice, c.twiceLine = strings.Clone(k.view()), line
		}
	}
	switch string(k.raw) {
	case "type":
		once(c.typeLine > 0)
		c.typeLine = line
		c.kind, ok = g.nameToken()
		return ok
	case "features":
		once(c.hasFeatures)
		c.hasFeatures = true
		if s.peek() != '[' {
			return s.skip()
		}
		c.hasListed = true
		return g.features()
	case "title":
		if s.peek() != '"' || g.log.file.table != estatesTable {
			return s.skip()
		}
		title, ok := g.nameToken()
		if title = strings.TrimSpace(title); utf8.RuneCountInString(title) <= maxTitle {
			g.imp.title = title
		}
		return ok
	case "crs":
		once(c.crsLine > 0)
		c.crsLine = line
		var known bool
		c.crsName, known = g.crs()
		g.crsLine, g.said = line, saidSystem(c.crsName, known)
		c.badCRS = !known && (g.place == nil || g.place.basis != basisChosen && g.said.Kind != g.place.system.Kind)
		return !s.failed()
	}
	return s.skip()
}

// nameToken reads a value that should be a string; of another value it returns the JSON text.
func (g *geoReader) nameToken() (string, bool) {
	if g.s.peek() != '"' {
		at := g.s.pos
		ok := g.s.skip()
		return string(g.s.b[at:g.s.pos]), ok
	}
	t, ok := g.s.stringToken()
	if !ok {
		return "", false
	}
	text, _ := t.resolve()
	return g.row.words.intern(text), true
}

// dropGeometry leaves out the faults of geometries: in another coordinate system they mean nothing.
func dropGeometry(faults []Fault) []Fault {
	kept := faults[:0]
	for _, f := range faults {
		if f.order < geometryOrder {
			kept = append(kept, f)
		}
	}
	return kept
}

// features reads the list of features and reports whether its syntax was right.
func (g *geoReader) features() bool {
	s := g.s
	s.pos++
	for first := true; s.next(']', first); first = false {
		s.peek()
		g.begin()
		g.index++
		if g.log.read++; g.log.read > maxFeatures {
			return s.fail(s.pos, &sayTooManyFeatures)
		}
		if g.log.read%256 == 0 {
			if g.ctx.Err() != nil {
				return false
			}
			g.done(s.off)
			g.makeRoom()
		}
		switch {
		case s.peek() != '{':
			at := s.pos
			if !s.skip() {
				return false
			}
			g.faultAt(at, "", 0, &sayNotFeature)
		case !g.feature():
			return false
		}
	}
	g.index = -1
	return !s.failed()
}

// makeRoom makes room for as many estates as the file will have if they go on as they did.
func (g *geoReader) makeRoom() {
	read := g.s.off + int64(g.s.pos)
	if read > 0 && g.row.table == estatesTable && cap(g.imp.estates.data)-len(g.imp.estates.data) < 256 {
		left := max(g.log.file.size-read, 0)
		n := int(int64(g.index+1) * left / read)
		g.imp.estates.grow(min(n+n/16+64, maxFeatures-g.log.read+1))
	}
}
