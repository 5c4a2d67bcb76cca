package ingest

import "strings"

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
