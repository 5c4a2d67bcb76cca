package ingest

import (
	"math"
	"slices"
	"strings"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// nowhere is the box of no coordinates.
var nowhere = orb.Bound{Min: orb.Point{math.Inf(1), math.Inf(1)}, Max: orb.Point{math.Inf(-1), math.Inf(-1)}}

// placeAtFirst is how the coordinates of a GeoJSON file are read before its crs member and its bounds are known: nil as they stand,
// which RFC 7946 makes longitude and latitude.
func (o ShapeOptions) placeAtFirst() *placement {
	if o.Datum == DatumNone {
		return nil
	}
	return &placement{system: crs.Geographic, basis: basisFile, datum: o.Datum}
}

// placeAgain is how the file has to be read a second time, nil if once was enough: where its crs member names a plane that can be
// turned into degrees, or the user names a system.
func (g *geoReader) placeAgain() *placement {
	o := g.imp.opt.Shapes
	if g.s.failed() || g.s.readErr != nil || g.badText || g.box.IsEmpty() {
		return nil
	}
	if o.System == "" && !g.badCRS {
		g.hintSystem()
		return nil
	}
	if o.System == "" && (g.said.Kind == crs.Unknown || g.said.Kind == crs.Foreign) {
		return nil
	}
	place := o.place(g.said, g.box, nil)
	if place.refused != nil {
		kept := slices.DeleteFunc(dropGeometry(g.log.faults), func(f Fault) bool { return f.what.say == &sayCRS })
		g.log.faults = kept
		g.log.refuse(max(g.crsLine, 1), "crs", 0, place.refused)
		return nil
	}
	if place.plain() && !g.badCRS {
		return nil
	}
	return &place
}

// hintSystem tells what coordinates beyond ±180 and ±90 look like. They are not taken so: GeoJSON is longitude and latitude.
func (g *geoReader) hintSystem() {
	if g.place != nil || g.outOfDegrees() == 0 {
		return
	}
	candidates := crs.Guess(g.box)
	if len(candidates) == 0 || candidates[0].Kind == crs.LonLat {
		return
	}
	if len(candidates) == 1 {
		g.log.note(1, "crs", "", text("坐标像是：%[1]s；核对后指定这个坐标系再导入", "The coordinates look like %[1]s; if they are, name that system and import again", candidates[0].Text()))
		return
	}
	g.log.note(1, "crs", "", &sayLikeZone)
}

// outOfDegrees is how far coordinates go beyond those of the globe.
func (g *geoReader) outOfDegrees() float64 {
	return max(0, g.box.Max[0]-maxLon, g.box.Max[1]-maxLat, -maxLon-g.box.Min[0], -maxLat-g.box.Min[1])
}

// saidSystem is the system that a crs member names; lonLat says that it was understood as longitude and latitude.
func saidSystem(name string, lonLat bool) crs.System {
	if lonLat {
		return crs.Geographic
	}
	if s, ok := crs.Named(name); ok {
		return s
	}
	return crs.System{Kind: crs.Foreign, Name: name}
}

var sayLikeZone = domain.Text{
	ZH: "坐标像是没有带号的 CGCS2000 三度带平面坐标；指定坐标系再导入，如 EPSG:4548（中央经线 117°）",
	EN: "The coordinates look like metres of a CGCS2000 3-degree zone without its number; name the system and import again, such as EPSG:4548 (meridian 117°)",
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
