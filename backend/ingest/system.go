package ingest

import (
	"math"
	"strings"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"
	"estateatlas/backend/vector"

	"github.com/paulmach/orb"
)

// Check refuses options that mean nothing: CodeInvalid.
func (o ShapeOptions) Check() error {
	if _, ok := crs.Named(o.System); !ok && o.System != "" {
		return domain.Fail(domain.CodeInvalid, domain.Say("不认识坐标系 %q；写 EPSG 代码，如 EPSG:4548",
			"The coordinate system %q is not known; give an EPSG code, such as EPSG:4548", o.System), nil)
	}
	if !vector.KnowsEncoding(o.Encoding) && o.Encoding != "" {
		return domain.Fail(domain.CodeInvalid, domain.Say("不认识编码 %q；写 GBK、UTF-8 等", "The encoding %q is not known; give GBK, UTF-8 or another", o.Encoding), nil)
	}
	switch o.Datum {
	case DatumNone, DatumGCJ02, DatumBD09:
		return nil
	}
	return domain.Fail(domain.CodeInvalid, domain.Say("不认识偏移坐标 %q；写 gcj02 或 bd09", "The datum %q is not known; it is gcj02 or bd09", string(o.Datum)), nil)
}

// unshift turns a place in shifted degrees into a true one.
func (d Datum) unshift(p orb.Point) (orb.Point, bool) {
	switch d {
	case DatumNone:
	case DatumGCJ02:
		return crs.System{Kind: crs.GCJ02}.ToLonLat(p)
	case DatumBD09:
		return crs.System{Kind: crs.BD09}.ToLonLat(p)
	}
	return p, math.Abs(p[0]) <= maxLon && math.Abs(p[1]) <= maxLat
}

// name is how the datum is called in sentences.
func (d Datum) name() string {
	if d == DatumBD09 {
		return "BD-09"
	}
	return "GCJ-02"
}

// basis is how the coordinate system of a file is known.
type basis uint8

const (
	basisFile   basis = iota // the file says it
	basisChosen              // the user said it
	basisLooks               // only this system makes sense of the numbers
	basisNear                // of the systems that make sense, only this one leads to the project's estates
)

// placement is the system of a file's coordinates, or why there is none.
type placement struct {
	system  crs.System
	said    crs.System // by the file
	basis   basis
	datum   Datum
	refused *domain.Text
	// candidates are the systems that would make sense, where the file says nothing that can be used.
	candidates []crs.System
}

// place decides on the system of coordinates within box, of which a file says said. It goes by what the user chose, then the file,
// then the numbers; where those leave a choice it refuses.
func (o ShapeOptions) place(said crs.System, box orb.Bound, base []domain.Estate) placement {
	p := placement{system: said, said: said, datum: o.Datum}
	if box.IsEmpty() { // nothing is anywhere
		return placement{system: crs.Geographic}
	}
	switch {
	case o.System != "":
		p.system, _ = crs.Named(o.System)
		p.basis = basisChosen
	case said.Kind == crs.Unknown:
		p.guess(box, base)
	case said.Kind == crs.Foreign:
		p.candidates = crs.Guess(box)
		p.refused = text("坐标系“%[1]s”换算到 CGCS2000 没有公开的参数，不能读取；在 GIS 软件中转换为 EPSG:4490 或 CGCS2000 三度带后再导入",
			"There are no public parameters from the coordinate system “%[1]s” to CGCS2000; convert the file to EPSG:4490 or a CGCS2000 3-degree zone first", shown(said.Name))
	}
	if p.refused != nil {
		return p
	}
	if !p.system.Swapped {
		p.system.Swapped = crs.Swapped(p.system, box)
	}
	if !p.fits(box) {
		p.candidates = crs.Guess(box)
		name := p.system.Text()
		p.refused = &domain.Text{
			ZH: "坐标不是“" + name.ZH + "”的坐标" + hint(p.candidates, domain.ZH) + "；检查文件的坐标系，或指定实际的坐标系",
			EN: "The coordinates are not of “" + name.EN + "”" + hint(p.candidates, domain.EN) + "; check the file's coordinate system, or name the real one",
		}
	}
	return p
}

// guess goes by the numbers.
func (p *placement) guess(box orb.Bound, base []domain.Estate) {
	p.candidates = crs.Guess(box)
	switch len(p.candidates) {
	case 0:
		p.refused = text("文件没有写明坐标系，坐标也不像中国境内的经纬度或 CGCS2000 三度带；指定坐标系（EPSG 代码），或换成经纬度后再导入",
			"The file names no coordinate system, and the coordinates look like neither degrees in China nor a CGCS2000 3-degree zone; name the system (an EPSG code) or convert the file to degrees")
	case 1:
		p.system, p.basis = p.candidates[0], basisLooks
	default:
		near := nearTo(p.candidates, box, base)
		if len(near) == 1 {
			p.system, p.basis = near[0], basisNear
			return
		}
		p.refused = text("文件没有写明坐标系，东坐标没有带号，无法判断中央经线；指定坐标系，如 EPSG:4548（中央经线 117°）",
			"The file names no coordinate system, and eastings without a zone's number do not tell the meridian; name the system, such as EPSG:4548 (meridian 117°)")
	}
}

// fits reports whether the corners of box are places of the system; a plane's coordinates within ±180 are degrees by mistake.
func (p *placement) fits(box orb.Bound) bool {
	if p.system.Kind == crs.Zone || p.system.Kind == crs.WebMercator {
		if math.Abs(box.Min[0]) <= maxLon && math.Abs(box.Max[0]) <= maxLon && math.Abs(box.Min[1]) <= maxLon && math.Abs(box.Max[1]) <= maxLon {
			return false
		}
	}
	// One stray vertex is a fault of its record, not of the file: either corner will do.
	_, low := p.system.ToLonLat(box.Min)
	_, high := p.system.ToLonLat(box.Max)
	return low || high
}

// nearReach is how far from the project's estates a file may lie, in degrees, to be told by them: zones are three degrees apart.
const nearReach = 1.0

// nearTo returns the systems under which box lies near the estates.
func nearTo(systems []crs.System, box orb.Bound, base []domain.Estate) []crs.System {
	around := orb.MultiPolygon{}.Bound()
	for i := range base {
		if len(base[i].Boundary) > 0 {
			around = around.Union(base[i].Boundary.Bound())
		}
	}
	if around.IsEmpty() {
		return nil
	}
	around = around.Pad(nearReach)
	var near []crs.System
	for _, s := range systems {
		if at, ok := s.ToLonLat(box.Center()); ok && around.Contains(at) {
			near = append(near, s)
		}
	}
	return near
}

// hint names the system that coordinates look like, where there is one.
func hint(candidates []crs.System, lang domain.Lang) string {
	if len(candidates) != 1 {
		return ""
	}
	name := candidates[0].Text().In(lang)
	if lang == domain.EN {
		return ", they look like " + name
	}
	return "，像是“" + name + "”"
}

// toDegrees turns a place of the file into degrees; false for one that is none.
func (p *placement) toDegrees(at orb.Point) (orb.Point, bool) {
	at, ok := p.system.ToLonLat(at)
	if !ok || p.datum == DatumNone {
		return at, ok
	}
	return p.datum.unshift(at)
}

// plain reports whether coordinates are taken as they are.
func (p *placement) plain() bool {
	return p.system.Kind == crs.LonLat && !p.system.Swapped && p.datum == DatumNone
}

// systemUnswapped is the system with easting first.
func (p *placement) systemUnswapped() crs.System {
	s := p.system
	s.Swapped = false
	return s
}

// note says how the coordinates were read, where that is not as they stand.
func (p *placement) note(log *fileLog) {
	name := p.system.Text()
	switch {
	case p.basis == basisLooks:
		log.note(1, "crs", "", text("文件没有写明坐标系，按坐标数值判断为：%[1]s；不对时指定坐标系", "The file names no coordinate system; going by the numbers it is %[1]s. If not, name the system", name))
	case p.basis == basisNear:
		log.note(1, "crs", "", text("文件没有写明坐标系，按项目中小区的位置判断为：%[1]s；不对时指定坐标系", "The file names no coordinate system; going by where the project's estates are it is %[1]s. If not, name the system", name))
	case p.system.Kind != crs.LonLat:
		log.note(1, "crs", "", text("坐标系：%[1]s；已换算为经纬度", "The coordinates are of %[1]s and were turned into degrees", name))
	}
	if p.basis == basisChosen && p.said.Kind != crs.Unknown && p.said.Text() != p.systemUnswapped().Text() {
		log.note(1, "crs", "", text("文件写明的坐标系是“%[1]s”，没有采用：使用者另有指定", "The file names the coordinate system “%[1]s”; it was not gone by, for the user named another", p.said.Text()))
	}
	if p.system.Swapped {
		log.note(1, "crs", "swapped", text("坐标先北后东（先纬度后经度），已对调", "Northing comes before easting (latitude before longitude); they were exchanged"))
	}
	if p.datum != DatumNone {
		log.note(1, "crs", "", &sayUnshifted, p.datum.name())
	}
}

// text is a sentence made now; args are texts or words put in for %[1]s.
func text(zh, en string, args ...any) *domain.Text {
	t := domain.Text{ZH: zh, EN: en}
	for _, a := range args {
		switch a := a.(type) {
		case domain.Text:
			t.ZH, t.EN = strings.ReplaceAll(t.ZH, "%[1]s", a.ZH), strings.ReplaceAll(t.EN, "%[1]s", a.EN)
		case string:
			t.ZH, t.EN = strings.ReplaceAll(t.ZH, "%[1]s", a), strings.ReplaceAll(t.EN, "%[1]s", a)
		}
	}
	return &t
}
