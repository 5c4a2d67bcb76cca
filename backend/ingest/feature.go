package ingest

import (
	"strings"

	"estateatlas/backend/domain"
)

// feature reads a feature and reports whether its syntax was right. The next byte is its brace.
func (g *geoReader) feature() bool {
	s := g.s
	g.start = s.pos
	g.row.bad, g.row.idOwn, g.row.idBad, g.row.feature, g.ownID = false, false, false, g.index, token{}
	clear(g.row.cells)
	clear(g.at)
	g.reset()
	var typeAt, propertiesAt, idAt int
	g.geometryAt = 0
	once := func(at *int, k token) {
		if *at > 0 {
			g.faultAt(k.at, "."+k.view(), 0, &sayMemberTwice, k.view())
		}
		*at = k.at
	}
	s.pos++
	for first := true; s.next('}', first); first = false {
		k, ok := s.key()
		if !ok {
			return false
		}
		switch string(k.raw) {
		case "type":
			once(&typeAt, k)
			at := s.pos
			name, ok := g.nameToken()
			if !ok {
				return false
			}
			if name != "Feature" {
				g.faultAt(at, ".type", 0, &sayFeatureType)
			}
		case "properties":
			once(&propertiesAt, k)
			if !g.properties() {
				return false
			}
		case "geometry":
			once(&g.geometryAt, k)
			if !g.featureGeometry() {
				return false
			}
		case "id":
			once(&idAt, k)
			if !g.featureID() {
				return false
			}
		case "crs":
			at := s.pos
			name, ok := g.crs()
			if s.failed() {
				return false
			}
			if !ok {
				g.faultAt(at, ".crs", geometryOrder, &sayCRS, name)
			}
		default:
			if !s.skip() {
				return false
			}
		}
	}
	if s.failed() {
		return false
	}
	if typeAt == 0 {
		g.faultAt(g.start, ".type", 0, &sayFeatureType)
	}
	if propertiesAt == 0 {
		g.faultAt(g.start, ".properties", 0, &sayNoProperties)
	}
	if g.geometryAt == 0 {
		g.faultAt(g.start, ".geometry", geometryOrder, &sayNoGeometry)
	}
	if s.badUTF8 >= 0 {
		g.badText = true
		g.faultAt(s.badUTF8, "", 0, &sayBadUTF8)
		s.badUTF8 = -1
	}
	if g.imp.look != nil {
		g.imp.look.feature(g)
	}
	if g.row.table == estatesTable {
		g.addEstate()
	} else {
		g.addShapes()
	}
	return true
}

func (g *geoReader) addEstate() {
	r := &g.row
	own := false
	if r.cells[estateID] == "" && !r.idBad {
		if id, ok := g.resolveOwnID(); ok && id != "" {
			r.cells[estateID], own = id, true
		} else if ok {
			g.faultAt(g.start, ".properties.id", 0, &sayNoID)
		}
	}
	r.idOwn = own
	r.line = g.lineOfCell(estateID)
	r.table.add(g.imp, r)
	e := &g.imp.estates.data[len(g.imp.estates.data)-1]
	e.Boundary = g.boundary
	if g.boundary == nil && !r.bad {
		g.log.note(g.lineAt(g.geometryAt), g.path()+".geometry", "", &sayNullGeometry, e.ID)
	}
}

func (g *geoReader) addShapes() {
	r := &g.row
	if len(g.found) == 0 && !r.bad {
		g.log.note(g.lineAt(g.geometryAt), g.path()+".geometry", "", &sayNullShape)
	}
	name, class := r.text(0), r.word(1)
	for _, shape := range g.found {
		g.imp.backdrops.add(domain.Backdrop{Layer: r.table.layer, Name: name, Class: class, Geometry: shape}, r.mark())
	}
}

// featureID reads the feature's own id, whatever it is.
func (g *geoReader) featureID() bool {
	s := g.s
	var ok bool
	switch c := s.peek(); {
	case c == '"':
		g.ownID, ok = s.stringToken()
	case c == '-' || isDigit(c):
		g.ownID, ok = s.numberToken()
	default:
		at := s.pos
		if c != 'n' {
			g.ownID = token{raw: nil, escaped: true, at: at}
		}
		ok = s.skip()
	}
	return ok
}

// resolveOwnID returns the feature's own id, "" if it has none, and whether it can be one.
func (g *geoReader) resolveOwnID() (string, bool) {
	if g.ownID.raw == nil && g.ownID.escaped {
		g.faultAt(g.ownID.at, ".id", 0, &sayBadFeatureID)
		return "", false
	}
	text, paired := g.ownID.resolve()
	if !paired {
		g.faultAt(g.ownID.at, ".id", 0, &sayLoneSurrogate)
		return "", false
	}
	return trim(text), true
}

// maxUnknown is how many unknown properties of a file are named.
const maxUnknown = 100

// properties reads the properties of a feature into the cells of the row.
func (g *geoReader) properties() bool {
	s := g.s
	switch s.peek() {
	case '{':
	case 'n':
		return s.word("null")
	default:
		g.faultAt(s.pos, ".properties", 0, &sayPropertiesType)
		return s.skip()
	}
	s.pos++
	for first := true; s.next('}', first); first = false {
		k, ok := s.key()
		if !ok {
			return false
		}
		col, known := g.column(k.view())
		s.peek()
		at := s.pos
		switch {
		case !known:
			g.noteUnknown(k)
			ok = s.skip()
		case g.at[col] > 0:
			name := g.row.table.columns[col].name
			if k.view() == g.names[col] {
				g.faultAt(k.at, ".properties."+name, col, &sayMemberTwice, k.view())
			} else {
				g.faultAt(k.at, ".properties."+name, col, &sayBothNames, g.names[col], k.view())
			}
			ok = s.skip()
		default:
			g.names[col] = k.view()
			ok = g.property(col)
		}
		if !ok {
			return false
		}
		if look := g.imp.look; look != nil {
			look.property(k.view(), s.b[at:s.pos])
		}
	}
	return !s.failed()
}

// column finds the column that a property is read as: the one that the user chose, else by its name.
func (g *geoReader) column(name string) (int, bool) {
	if chosen := g.imp.opt.Shapes.Columns; len(chosen) > 0 {
		if as, ok := chosen[name]; ok {
			col, known := g.row.table.byName[as]
			return col, known
		}
	}
	return g.row.table.find(name)
}

// property reads the value of a known property. Numbers stay as they are written.
func (g *geoReader) property(col int) bool {
	s, r := g.s, &g.row
	c := s.peek()
	g.at[col] = s.pos
	switch {
	case c == '"':
		t, ok := s.stringToken()
		if !ok {
			return false
		}
		text, paired := t.resolve()
		switch {
		case s.badUTF8 == t.at:
			s.badUTF8, g.badText = -1, true
			r.fault(col, &sayBadUTF8)
		case !paired:
			r.fault(col, &sayLoneSurrogate)
		default:
			r.set(col, text)
		}
	case c == '-' || isDigit(c):
		t, ok := s.numberToken()
		if !ok {
			return false
		}
		r.cells[col] = t.view()
	case c == 't' || c == 'f':
		word := map[byte]string{'t': "true", 'f': "false"}[c]
		if !s.word(word) {
			return false
		}
		if r.table.isText(col) {
			r.fault(col, &sayBoolForText, word)
			return true
		}
		r.cells[col] = word
	case c == '{' || c == '[':
		r.fault(col, &sayNested)
		return s.skip()
	default:
		return s.skip()
	}
	return true
}

// noteUnknown notes a property that is no column, each name once.
func (g *geoReader) noteUnknown(k token) {
	if i, ok := g.unknown[k.view()]; ok {
		if i < len(g.log.notes) {
			g.log.notes[i].Count++
		}
		return
	}
	if len(g.unknown) >= maxUnknown {
		g.log.note(g.lineAt(k.at), g.path()+".properties", "", &sayMoreUnknown)
		return
	}
	name := strings.Clone(k.view())
	g.unknown[name] = len(g.log.notes)
	g.log.note(g.lineAt(k.at), g.propertyPath(shown(name)), name, &sayUnknownProperty, name)
}
