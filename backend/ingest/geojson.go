package ingest

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"os"
	"strconv"
	"strings"

	"estateatlas/backend/crs"
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
	badLine    int  // of the first such string outside of the features
	badCRS     bool // of the collection
	crsLine    int  // of its crs member, 0 without
	said       crs.System
	geometryAt int // place of the member in the window
	done       func(int64)
}

// geometryOrder is the order of faults in the geometry, behind those in the properties.
const geometryOrder = 1000

// readGeoJSON reads a file of estates or of a backdrop layer.
func (imp *intake) readGeoJSON(ctx context.Context, log *fileLog, done func(int64)) error {
	in, err := os.Open(log.file.path)
	if err != nil {
		log.refuse(1, wholeFile, 0, whyUnreadable(err))
		return nil
	}
	defer func() { _ = in.Close() }() // it was only read
	var head [4]byte
	n, _ := in.ReadAt(head[:], 0)
	encoding := encUTF8
	switch mark := string(head[:n]); {
	case mark == magicZIP || mark == magicOLE:
		log.refuse(1, wholeFile, 0, &sayZIP)
		return nil
	case strings.Contains(mark, "\x00") && mark[0] < 0x80:
		log.refuse(1, wholeFile, 0, &sayNotText)
		return nil
	case strings.HasPrefix(mark, bomUTF16LE):
		encoding = encUTF16LE
	case strings.HasPrefix(mark, bomUTF16BE):
		encoding = encUTF16BE
	}
	was := *log
	estates, shapes := len(imp.estates.data), len(imp.backdrops.data)
	pass := func(place *placement) (*geoReader, error) {
		imp.estates.cut(estates)
		imp.backdrops.cut(shapes)
		*log = was
		log.encoding = encoding
		return imp.readGeoJSONFrom(ctx, log, decoding(io.NewSectionReader(in, 0, log.file.size), encoding), place, done)
	}
	place := imp.opt.Shapes.placeAtFirst()
	g, err := pass(place)
	if err != nil {
		return err
	}
	if g.badText && encoding == encUTF8 && !strings.HasPrefix(string(head[:n]), bomUTF8) {
		// Not UTF-8: perhaps all of it is GB18030.
		if e, err := weighFile(in); err == nil && e.isGB() {
			if e.mixed() {
				imp.estates.cut(estates)
				imp.backdrops.cut(shapes)
				*log = was
				log.encoding = encoding
				log.refuse(1, wholeFile, 0, &sayMixed)
				return nil
			}
			encoding = encGB18030
			if g, err = pass(place); err != nil {
				return err
			}
		}
	}
	if place = g.placeAgain(); place == nil {
		return nil
	}
	_, err = pass(place)
	return err
}

// decoding reads a source as UTF-8.
func decoding(in io.Reader, encoding string) io.Reader {
	switch encoding {
	case encUTF16LE:
		return transform.NewReader(in, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder())
	case encUTF16BE:
		return transform.NewReader(in, unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder())
	case encGB18030:
		return transform.NewReader(in, simplifiedchinese.GB18030.NewDecoder())
	}
	return in
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

// readGeoJSONFrom reads once through a file. place, if not nil, says how coordinates are turned into degrees.
func (imp *intake) readGeoJSONFrom(ctx context.Context, log *fileLog, src io.Reader, place *placement, done func(int64)) (*geoReader, error) {
	t := log.file.table
	g := &geoReader{
		s: newScannerWindow(src, cmp.Or(imp.window, firstWindow)), ctx: ctx, imp: imp, log: log, index: -1, done: done, from: knownLine{0, 1}, last: knownLine{0, 1},
		at: make([]int, len(t.columns)), names: make([]string, len(t.columns)), unknown: make(map[string]int),
	}
	g.place, g.box = place, nowhere
	if imp.look != nil {
		imp.look.begin(g)
	}
	g.s.lossy = log.encoding != encUTF8
	g.row = row{table: t, log: log, logAt: log.at, cells: make([]string, len(t.columns)), geo: g}
	if log.encoding != encUTF8 {
		log.note(1, wholeFile, "", &sayRecoded, log.encoding)
	}
	if place != nil {
		place.note(log)
	}
	estates, shapes := len(imp.estates.data), len(imp.backdrops.data)
	g.root()
	switch {
	case ctx.Err() != nil:
		return nil, cancelled(ctx)
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
	return g, nil
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
	g.keepBadText()
	g.s.slide()
	g.from = knownLine{g.s.pos, line}
	g.last = g.from
}

// keepBadText remembers the line of a string outside of the features that is not UTF-8, while it is in the window.
func (g *geoReader) keepBadText() {
	if g.s.badUTF8 >= 0 && g.badLine == 0 {
		g.badLine = g.lineAt(g.s.badUTF8)
	}
	g.s.badUTF8 = -1
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
