package ingest

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"os"
	"strconv"
	"strings"

	"estateatlas/backend/domain"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// geoReader reads one GeoJSON file (RFC 7946, with the crs member of its predecessor) in one pass, feature by feature.
type geoReader struct {
	s   *scanner
	ctx context.Context
	imp *intake
	log *fileLog
	row row
	geometryState

	start   int // place of the feature in the window
	index   int // of the feature
	at      []int
	names   []string // the name under which each property was given
	ownID   token    // the feature's own id
	unknown map[string]int

	// from and last are places in the window whose lines are known, so that lines are counted once: where the feature
	// begins, and the last place asked for.
	from, last knownLine
	badText    bool // some string was not UTF-8
	badCRS     bool // of the collection
	geometryAt int  // place of the member in the window
	done       func(int64)
}

// geometryOrder is the order of faults in the geometry, behind those in the properties.
const geometryOrder = 1000

// readGeoJSON reads a file of estates or of a backdrop layer.
func (imp *intake) readGeoJSON(ctx context.Context, log *fileLog, done func(int64)) error {
	in, err := os.Open(log.file.path)
	if err != nil {
		log.broken = true
		log.fault(1, wholeFile, 0, whyUnreadable(err))
		return nil
	}
	defer in.Close()
	var head [4]byte
	n, _ := in.ReadAt(head[:], 0)
	var src io.Reader = io.LimitReader(in, log.file.size)
	log.encoding = encUTF8
	switch mark := string(head[:n]); {
	case mark == magicZIP || mark == magicOLE:
		log.broken = true
		log.fault(1, wholeFile, 0, &sayZIP)
		return nil
	case strings.Contains(mark, "\x00") && mark[0] < 0x80:
		log.broken = true
		log.fault(1, wholeFile, 0, &sayNotText)
		return nil
	case strings.HasPrefix(mark, bomUTF16LE):
		log.encoding = encUTF16LE
		src = transform.NewReader(src, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case strings.HasPrefix(mark, bomUTF16BE):
		log.encoding = encUTF16BE
		src = transform.NewReader(src, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	}
	was := *log
	estates, shapes := len(imp.estates.data), len(imp.backdrops.data)
	badText, err := imp.readGeoJSONFrom(ctx, log, src, done)
	if err != nil || !badText || log.encoding != encUTF8 || strings.HasPrefix(string(head[:n]), bomUTF8) {
		return err
	}
	// Not UTF-8: perhaps all of it is GB18030.
	e, err := weighFile(in)
	if err != nil || !e.isGB() {
		return nil
	}
	imp.estates.cut(estates)
	imp.backdrops.cut(shapes)
	*log = was
	if e.mixed() {
		log.broken = true
		log.fault(1, wholeFile, 0, &sayMixed)
		return nil
	}
	log.encoding = encGB18030
	src = transform.NewReader(io.NewSectionReader(in, 0, log.file.size), simplifiedchinese.GB18030.NewDecoder())
	_, err = imp.readGeoJSONFrom(ctx, log, src, done)
	return err
}

// weighFile is weigh for a file of any size.
func weighFile(in io.ReaderAt) (evidence, error) {
	var sum evidence
	buf := make([]byte, firstWindow)
	for off := int64(0); ; {
		n, err := in.ReadAt(buf, off)
		piece := buf[:n]
		if err == nil {
			// Stop at a separator, so that no character is cut.
			for len(piece) > 0 && !isSeparator(piece[len(piece)-1]) {
				piece = piece[:len(piece)-1]
			}
			if len(piece) == 0 {
				piece = buf[:n]
			}
		}
		e := weigh(piece)
		sum.utf8, sum.gb = sum.utf8+e.utf8, sum.gb+e.gb
		off += int64(len(piece))
		if err == io.EOF {
			return sum, nil
		}
		if err != nil {
			return sum, err
		}
	}
}

func (imp *intake) readGeoJSONFrom(ctx context.Context, log *fileLog, src io.Reader, done func(int64)) (badText bool, err error) {
	t := log.file.table
	g := &geoReader{
		s: newScannerWindow(src, cmp.Or(imp.window, firstWindow)), ctx: ctx, imp: imp, log: log, index: -1, done: done, from: knownLine{0, 1}, last: knownLine{0, 1},
		at: make([]int, len(t.columns)), names: make([]string, len(t.columns)), unknown: make(map[string]int),
	}
	g.s.lossy = log.encoding != encUTF8
	g.row = row{table: t, log: log, logAt: log.at, cells: make([]string, len(t.columns)), geo: g}
	if log.encoding != encUTF8 {
		log.note(1, wholeFile, "", &sayRecoded, log.encoding)
	}
	estates, shapes := len(imp.estates.data), len(imp.backdrops.data)
	g.root()
	switch {
	case ctx.Err() != nil:
		return false, cancelled(ctx)
	case g.s.readErr != nil:
		log.fault(g.lineAt(g.s.pos), wholeFile, 0, whyUnreadable(g.s.readErr))
	case g.s.failed():
		g.syntaxFault()
	}
	if log.broken || g.badCRS {
		// Of a file that could not be read to its end neither the kind nor the coordinate system is known.
		imp.estates.spoil(estates)
		imp.backdrops.spoil(shapes)
	}
	return g.badText, nil
}

func (g *geoReader) syntaxFault() {
	s := g.s
	g.log.broken = true
	g.badText = g.badText || s.faultAt < s.end && s.b[s.faultAt] >= 0x80
	line, path := g.lineAt(s.faultAt), wholeFile
	if g.index >= 0 {
		path = g.path()
	}
	g.log.faultIn(g.index, line, path, geometryOrder, s.fault)
}

// knownLine is a place in the window and its line.
type knownLine struct{ at, line int }

// lineAt returns the line of a place in the window.
func (g *geoReader) lineAt(at int) int {
	base := knownLine{0, g.s.line}
	switch {
	case at >= g.last.at:
		base = g.last
	case at >= g.from.at:
		base = g.from
	}
	g.last = knownLine{at, base.line + bytes.Count(g.s.b[base.at:min(at, g.s.end)], newline)}
	return g.last.line
}

// begin lets go of what was read and makes pos the beginning of the feature.
func (g *geoReader) begin() {
	line := g.lineAt(g.s.pos)
	g.s.slide()
	g.from = knownLine{g.s.pos, line}
	g.last = g.from
}

// lineOfCell returns the line of a property, or of the feature if it does not have it.
func (g *geoReader) lineOfCell(col int) int {
	switch {
	case g.row.idOwn && col == estateID:
		return g.lineAt(g.ownID.at)
	case g.at[col] > 0:
		return g.lineAt(g.at[col])
	}
	return g.lineAt(g.start)
}

// path returns the path of the feature being read.
func (g *geoReader) path() string { return featurePath(g.index) }

func featurePath(index int) string { return "features[" + strconv.Itoa(index) + "]" }

func (g *geoReader) propertyPath(name string) string { return g.path() + ".properties." + name }

// idPath is the path of the id of a feature.
func idPath(index int, own bool) string {
	if own {
		return featurePath(index) + ".id"
	}
	return featurePath(index) + ".properties.id"
}

// faultAt refuses the feature for something at a place in the window; path goes on from the feature's.
func (g *geoReader) faultAt(at int, path string, order int, say *domain.Text, args ...string) {
	g.row.bad = true
	if !g.log.faultIn(g.index, g.lineAt(at), g.path()+path, order, say, args...) {
		g.s.fail(at, &sayTooManyFaults)
	}
}

// rootFault refuses the file; what was said about its features no longer matters.
func (g *geoReader) rootFault(line int, member string, say *domain.Text, args ...string) {
	g.log.room += len(g.log.faults)
	g.log.faults, g.log.notes, g.log.noted = nil, nil, nil
	g.log.fault(line, member, 0, say, args...)
	g.log.broken = true
}

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
	case s.badUTF8 >= 0:
		g.badText = true
		g.rootFault(g.lineAt(s.badUTF8), wholeFile, &sayBadUTF8)
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
	case "crs":
		once(c.crsLine > 0)
		c.crsLine = line
		var known bool
		c.crsName, known = g.crs()
		c.badCRS = !known
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
	read := int64(g.s.off) + int64(g.s.pos)
	if read > 0 && g.row.table == estatesTable && cap(g.imp.estates.data)-len(g.imp.estates.data) < 256 {
		left := int64(g.log.file.size) - read
		n := int(int64(g.index+1) * max(left, 0) / read)
		g.imp.estates.grow(min(n+n/16+64, maxGrowth))
	}
}

// feature reads a feature and reports whether its syntax was right. The next byte is its brace.
func (g *geoReader) feature() bool {
	s := g.s
	g.start = s.pos
	g.row.bad, g.row.idOwn, g.row.idBad, g.row.feature, g.ownID = false, false, false, g.index, token{}
	clear(g.row.cells)
	clear(g.at)
	g.geometryState.reset()
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

// maxFeatures is how many features a file may have.
const maxFeatures = 1_000_000

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
		col, known := g.row.table.find(k.view())
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
	}
	return !s.failed()
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

// crs reads a crs member: it returns what the coordinate system is called and whether its coordinates are longitude and
// latitude on WGS 84 or CGCS2000.
func (g *geoReader) crs() (name string, ok bool) {
	s := g.s
	c := s.peek()
	start := s.pos
	if !s.skip() {
		return "", false
	}
	end := s.pos
	raw := string(s.b[start:end])
	if c == 'n' {
		g.log.note(g.lineAt(start), "crs", "", &sayNullCRS)
		return "", true
	}
	if c != '{' {
		return raw, false
	}
	var members struct{ kind, name, code string }
	s.pos = start + 1
	for first := true; s.next('}', first); first = false {
		k, _ := s.key()
		switch {
		case k.is("type"):
			members.kind, _ = g.nameToken()
		case k.is("properties") && s.peek() == '{':
			s.pos++
			for first := true; s.next('}', first); first = false {
				p, _ := s.key()
				at := s.pos
				switch {
				case p.is("name"):
					members.name, _ = g.nameToken()
				case p.is("code"):
					s.skip()
					members.code = strings.Trim(string(s.b[at:s.pos]), " \t\r\n\"")
				default:
					s.skip()
				}
			}
		default:
			s.skip()
		}
	}
	s.pos = end
	switch {
	case members.name != "":
		return members.name, isLonLat(members.name)
	case members.kind == "EPSG" && members.code != "":
		return "EPSG:" + members.code, isLonLat("EPSG:" + members.code)
	}
	return raw, false
}

// isLonLat reports whether a name of a coordinate system means EPSG:4326, EPSG:4490 or CRS84, as a URN, a URL or short.
// In GeoJSON the order of axes is always longitude, latitude.
func isLonLat(name string) bool {
	name = strings.ToLower(trim(name))
	if name == "crs84" {
		return true
	}
	rest := ""
	for _, prefix := range []string{
		"urn:ogc:def:crs:", "urn:x-ogc:def:crs:", "http://www.opengis.net/def/crs/", "https://www.opengis.net/def/crs/",
		"http://www.opengis.net/gml/srs/", "",
	} {
		var ok bool
		if rest, ok = strings.CutPrefix(name, prefix); ok {
			break
		}
	}
	parts := strings.FieldsFunc(rest, func(r rune) bool { return r == ':' || r == '/' || r == '#' })
	if len(parts) < 2 || len(parts) > 3 {
		return false
	}
	code := parts[len(parts)-1]
	switch strings.TrimSuffix(parts[0], ".xml") {
	case "epsg":
		return code == "4326" || code == "4490"
	case "ogc":
		return code == "crs84"
	}
	return false
}
