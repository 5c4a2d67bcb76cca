// Package crs turns the coordinates of files into longitude and latitude: degrees of CGCS2000 or WGS 84 (which differ by centimetres
// and are taken as one), the CGCS2000 3-degree Gauss–Krüger zones with and without their number before the easting, UTM, Web Mercator.
// It recognises them in .prj files and by their numbers. The systems that Chinese web maps use are turned back on the user's word only.
package crs

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// Kind tells families of systems apart.
type Kind uint8

// Kinds. Unknown coordinates are not said; Foreign ones are known by name and cannot be turned.
const (
	Unknown Kind = iota
	LonLat
	Zone
	WebMercator
	GCJ02
	BD09
	Foreign
)

// System is a coordinate system.
type System struct {
	Kind Kind
	// Of a Zone: its meridian in degrees, what is added to the plane's metres (an easting of 500,000, or the zone's number before it)
	// and the scale on the meridian: 1 of Gauss–Krüger, 0.9996 of UTM.
	Meridian                    float64
	FalseEasting, FalseNorthing float64
	Scale                       float64
	// Swapped: northing comes before easting, latitude before longitude.
	Swapped bool
	// Name is how the file calls a Foreign system.
	Name string

	frame *spatial.Frame
}

// Geographic is longitude and latitude.
var Geographic = System{Kind: LonLat}

const (
	plainEasting = 500_000
	// Of the zones of EPSG: 4513–4533 are the zones 25–45 with their number, 4534–4554 the meridians 75°–135° without.
	firstZoned, firstPlain, zones = 4513, 4534, 21
	firstZone, firstMeridian      = 25, 75
	// 32601–32660 are the zones of UTM north of the equator.
	utmNorth, utmZones = 32600, 60
	utmScale           = 0.9996
)

// GaussKrueger is the zone of a meridian in degrees, with its number before the easting or without.
func GaussKrueger(meridian float64, numbered bool) System {
	s := System{Kind: Zone, Meridian: meridian, FalseEasting: plainEasting, Scale: 1, frame: spatial.FrameAt(meridian)}
	if numbered {
		s.FalseEasting += math.Round(meridian/3) * 1_000_000
	}
	return s
}

// ByEPSG returns the system of a code; false for one that is not known here.
func ByEPSG(code int) (System, bool) {
	switch {
	case code == 4490 || code == 4326:
		return Geographic, true
	case code == 3857 || code == 900913:
		return System{Kind: WebMercator}, true
	case code >= firstZoned && code < firstZoned+zones:
		return GaussKrueger(firstMeridian+3*float64(code-firstZoned), true), true
	case code >= firstPlain && code < firstPlain+zones:
		return GaussKrueger(firstMeridian+3*float64(code-firstPlain), false), true
	case code > utmNorth && code <= utmNorth+utmZones:
		meridian := float64(6*(code-utmNorth) - 183)
		return System{Kind: Zone, Meridian: meridian, FalseEasting: plainEasting, Scale: utmScale, frame: spatial.FrameAt(meridian)}, true
	}
	return System{}, false
}

// Named returns the system of a name such as EPSG:4546 or 4546, as a user or a GeoJSON file gives it, also as a URN or URL;
// false for one that is not known here.
func Named(name string) (System, bool) {
	parts := strings.FieldsFunc(strings.ToLower(strings.TrimSpace(name)), func(r rune) bool { return r == ':' || r == '/' || r == '#' })
	if len(parts) == 0 {
		return System{}, false
	}
	last := parts[len(parts)-1]
	if last == "crs84" {
		return Geographic, true
	}
	if len(parts) > 1 && !slices.Contains(parts, "epsg") && !slices.Contains(parts, "epsg.xml") {
		return System{}, false
	}
	code, err := strconv.Atoi(last)
	if err != nil {
		return System{}, false
	}
	return ByEPSG(code)
}

// EPSG is the code of a system, 0 without one.
func (s System) EPSG() int {
	switch s.Kind {
	case LonLat:
		return 4490
	case WebMercator:
		return 3857
	case Zone:
		if zone := (s.Meridian + 183) / 6; s.Scale == utmScale && s.FalseEasting == plainEasting && s.FalseNorthing == 0 && zone == math.Trunc(zone) && zone >= 1 && zone <= utmZones {
			return utmNorth + int(zone)
		}
		at := (s.Meridian - firstMeridian) / 3
		if s.Scale != 1 || s.FalseNorthing != 0 {
			return 0
		}
		if at != math.Trunc(at) || at < 0 || at >= zones {
			return 0
		}
		if s.FalseEasting == plainEasting {
			return firstPlain + int(at)
		}
		if s.FalseEasting == plainEasting+(firstZone+at)*1_000_000 {
			return firstZoned + int(at)
		}
	case Unknown, GCJ02, BD09, Foreign:
	}
	return 0
}

// Text names a system for people.
func (s System) Text() domain.Text {
	text := domain.Text{}
	switch s.Kind {
	case Unknown:
		return domain.Say("未知坐标系", "an unknown coordinate system")
	case Foreign:
		return domain.Text{ZH: s.Name, EN: s.Name}
	case LonLat:
		text = domain.Say("经纬度（CGCS2000）", "longitude and latitude (CGCS2000)")
	case WebMercator:
		text = domain.Say("Web 墨卡托", "Web Mercator")
	case GCJ02:
		text = domain.Say("GCJ-02（按用户指定换算）", "GCJ-02 (turned back on the user's word)")
	case BD09:
		text = domain.Say("BD-09（按用户指定换算）", "BD-09 (turned back on the user's word)")
	case Zone:
		if s.Scale != 1 {
			text = domain.Say("横轴墨卡托（UTM），中央经线 %[1]g°", "transverse Mercator (UTM), meridian %[1]g°", s.Meridian)
			break
		}
		text = domain.Say("CGCS2000 三度带，中央经线 %[1]g°", "CGCS2000 3-degree zone, meridian %[1]g°", s.Meridian)
		if s.FalseEasting != plainEasting {
			text.ZH += fmt.Sprintf("，带号 %d", int(s.FalseEasting/1_000_000))
			text.EN += fmt.Sprintf(", zone number %d", int(s.FalseEasting/1_000_000))
		}
	}
	if code := s.EPSG(); code != 0 {
		text.ZH += fmt.Sprintf("，EPSG:%d", code)
		text.EN += fmt.Sprintf(", EPSG:%d", code)
	}
	if s.Swapped {
		text.ZH += "，坐标次序为先北后东"
		text.EN += ", northing first"
	}
	return text
}

// mercatorRadius is that of EPSG:3857.
const mercatorRadius = 6378137

// ToLonLat turns a place of the system into degrees; false where the system cannot be turned or the place is none of it.
func (s System) ToLonLat(p orb.Point) (orb.Point, bool) {
	if s.Swapped {
		p[0], p[1] = p[1], p[0]
	}
	switch s.Kind {
	case LonLat:
	case Zone:
		if math.Abs(p[0]-s.FalseEasting) > 1_000_000 || math.Abs(p[1]) > 10_100_000 {
			return p, false
		}
		p = s.frame.Inverse(orb.Point{(p[0] - s.FalseEasting) / s.Scale, (p[1] - s.FalseNorthing) / s.Scale})
	case WebMercator:
		p = orb.Point{p[0] / mercatorRadius * 180 / math.Pi, math.Atan(math.Sinh(p[1]/mercatorRadius)) * 180 / math.Pi}
	case GCJ02:
		p = fromGCJ02(p)
	case BD09:
		p = fromGCJ02(gcj02FromBD09(p))
	case Unknown, Foreign:
		return p, false
	}
	return p, p[0] >= -180 && p[0] <= 180 && p[1] >= -90 && p[1] <= 90
}

// FromLonLat is the way back: exact for zones and Web Mercator; for GCJ-02 and BD-09 what their maps would show.
func (s System) FromLonLat(p orb.Point) (orb.Point, bool) {
	switch s.Kind {
	case LonLat:
	case Zone:
		p = s.frame.Forward(p)
		p = orb.Point{p[0]*s.Scale + s.FalseEasting, p[1]*s.Scale + s.FalseNorthing}
	case WebMercator:
		p = orb.Point{p[0] * math.Pi / 180 * mercatorRadius, math.Asinh(math.Tan(p[1]*math.Pi/180)) * mercatorRadius}
	case GCJ02:
		p = toGCJ02(p)
	case BD09:
		p = bd09FromGCJ02(toGCJ02(p))
	case Unknown, Foreign:
		return p, false
	}
	if s.Swapped {
		p[0], p[1] = p[1], p[0]
	}
	return p, true
}

// Codes are those of EPSG of the systems that a user may choose from: degrees, the 3-degree zones without and with their number
// before the easting, Web Mercator. ByEPSG knows more.
func Codes() []int {
	codes := []int{4490}
	for i := range zones {
		codes = append(codes, firstPlain+i)
	}
	for i := range zones {
		codes = append(codes, firstZoned+i)
	}
	return append(codes, 3857)
}
