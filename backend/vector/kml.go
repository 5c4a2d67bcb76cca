package vector

import (
	"bytes"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// mostNested is how deep elements of a KML file may be.
const mostNested = 64

// kmlReader reads the Placemarks of a KML document (OGC 12-007r2): names, data and shapes. Links to other files, styles, tracks and
// overlays are left alone.
type kmlReader struct {
	layer  Layer
	at     map[string]int // fields by name
	points int
}

// readKML reads a KML text. Its coordinates are longitude and latitude.
func readKML(ctx context.Context, name string, text []byte) ([]Layer, error) {
	r := kmlReader{layer: Layer{Name: name, System: crs.Geographic, Encoding: "UTF-8"}, at: map[string]int{}}
	r.field("name")
	d := xml.NewDecoder(bytes.NewReader(text))
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		e, known := encodings[encodingKey(label)]
		switch {
		case !known:
			return nil, errors.New("unknown encoding " + label)
		case e.of == nil:
			return in, nil
		}
		return e.of.NewDecoder().Reader(in), nil
	}
	depth, any := 0, false
	for n := 0; ; n++ {
		if n%4096 == 0 {
			if err := domain.Cancelled(ctx); err != nil {
				return nil, err
			}
		}
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			line, _ := d.InputPos()
			return nil, domain.Fail(domain.CodeInvalid, domain.Say("KML 第 %d 行有语法错误，或文件不完整；重新导出", "The KML has a syntax error on line %d, or is incomplete; export it again", line), err)
		}
		switch token := token.(type) {
		case xml.Directive:
			if bytes.HasPrefix(bytes.ToUpper(bytes.TrimSpace(token)), []byte("DOCTYPE")) {
				return nil, invalid("KML 中有 DOCTYPE，不读取；去掉 DOCTYPE 或重新导出", "The KML has a DOCTYPE and is not read; take it out or export the file again")
			}
		case xml.StartElement:
			if depth++; depth > mostNested {
				return nil, invalid("KML 嵌套超过 %d 层的上限；重新导出", "The KML is nested deeper than the limit of %d; export it again", mostNested)
			}
			any = any || token.Name.Local == "kml" || token.Name.Local == "Document" || token.Name.Local == "Placemark" || token.Name.Local == "Folder"
			if token.Name.Local == "Placemark" {
				if err := r.placemark(d); err != nil {
					return nil, err
				}
				depth--
			}
		case xml.EndElement:
			depth--
		}
	}
	if !any {
		return nil, invalid("文件不是 KML；改成实际的扩展名，或重新导出", "The file is no KML; give it its real ending, or export it again")
	}
	if !fits(len(r.layer.Rows), len(r.layer.Fields)) {
		return nil, tooMany()
	}
	for i := range r.layer.Rows {
		row := &r.layer.Rows[i]
		row.Cells = append(row.Cells, make([]string, len(r.layer.Fields)-len(row.Cells))...)
	}
	return []Layer{r.layer}, nil
}

func (r *kmlReader) field(name string) int {
	at, ok := r.at[name]
	if !ok {
		at = len(r.layer.Fields)
		r.at[name] = at
		r.layer.Fields = append(r.layer.Fields, name)
	}
	return at
}

type kmlPlacemark struct {
	Name string `xml:"name"`
	Data []struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value"`
	} `xml:"ExtendedData>Data"`
	Simple []struct {
		Name  string `xml:"name,attr"`
		Value string `xml:",chardata"`
	} `xml:"ExtendedData>SchemaData>SimpleData"`
	Description string `xml:"description"`
	kmlShapes
}

type kmlShapes struct {
	Point   []kmlCoordinates `xml:"Point"`
	Line    []kmlCoordinates `xml:"LineString"`
	Ring    []kmlCoordinates `xml:"LinearRing"`
	Polygon []struct {
		Outer []kmlCoordinates `xml:"outerBoundaryIs>LinearRing"`
		Inner []kmlCoordinates `xml:"innerBoundaryIs>LinearRing"`
	} `xml:"Polygon"`
	Multi []kmlShapes `xml:"MultiGeometry"`
}

type kmlCoordinates struct {
	Coordinates string `xml:"coordinates"`
}

// placemark reads from behind a start of Placemark to its end.
func (r *kmlReader) placemark(d *xml.Decoder) error {
	if !fits(len(r.layer.Rows)+1, len(r.layer.Fields)) {
		return tooMany()
	}
	var p kmlPlacemark
	start := xml.StartElement{Name: xml.Name{Local: "Placemark"}}
	if err := d.DecodeElement(&p, &start); err != nil {
		line, _ := d.InputPos()
		return domain.Fail(domain.CodeInvalid, domain.Say("KML 第 %d 行附近有语法错误，或文件不完整；重新导出", "The KML has a syntax error near line %d, or is incomplete; export it again", line), err)
	}
	row := Row{Number: len(r.layer.Rows) + 1}
	set := func(name, value string) error {
		if name = strings.TrimSpace(name); name == "" {
			return nil
		}
		at := r.field(name)
		if at >= mostFields {
			return tooWide()
		}
		if more := at + 1 - len(row.Cells); more > 0 {
			row.Cells = append(row.Cells, make([]string, more)...)
		}
		row.Cells[at] = strings.TrimSpace(value)
		return nil
	}
	err := set("name", p.Name)
	for _, v := range p.Data {
		err = errors.Join(err, set(v.Name, v.Value))
	}
	for _, v := range p.Simple {
		err = errors.Join(err, set(v.Name, v.Value))
	}
	if err != nil {
		return err
	}
	shapes, fault, err := r.shapes(&p.kmlShapes, 0)
	if err != nil {
		return err
	}
	if fault {
		r.layer.Faults = append(r.layer.Faults, Fault{row.Number, domain.Say("坐标不是“经度,纬度”；改正这个地标", "The coordinates are not longitude,latitude; correct the placemark")})
	}
	row.Geometry = one(shapes)
	r.layer.Rows = append(r.layer.Rows, row)
	return nil
}

// shapes are those of a placemark or a MultiGeometry.
func (r *kmlReader) shapes(s *kmlShapes, depth int) (out orb.Collection, fault bool, err error) {
	if depth > mostNested {
		return nil, false, invalid("KML 嵌套超过 %d 层的上限；重新导出", "The KML is nested deeper than the limit of %d; export it again", mostNested)
	}
	read := func(c kmlCoordinates) []orb.Point {
		points, ok := coordinates(c.Coordinates)
		fault = fault || !ok
		r.points += len(points)
		return points
	}
	for _, c := range s.Point {
		if points := read(c); len(points) > 0 {
			out = append(out, points[0])
		}
	}
	for _, lines := range [][]kmlCoordinates{s.Line, s.Ring} {
		for _, c := range lines {
			if points := read(c); len(points) > 0 {
				out = append(out, orb.LineString(points))
			}
		}
	}
	for i := range s.Polygon {
		var polygon orb.Polygon
		for _, c := range s.Polygon[i].Outer {
			polygon = append(polygon, orb.Ring(read(c)))
		}
		if len(polygon) == 0 {
			continue
		}
		for _, c := range s.Polygon[i].Inner {
			polygon = append(polygon, orb.Ring(read(c)))
		}
		out = append(out, polygon)
	}
	for i := range s.Multi {
		inner, bad, err := r.shapes(&s.Multi[i], depth+1)
		if err != nil {
			return nil, false, err
		}
		out, fault = append(out, inner...), fault || bad
	}
	if r.points > mostPoints {
		return nil, false, tooFine()
	}
	return out, fault, nil
}

// one makes one geometry of several: areas become a multipolygon.
func one(shapes orb.Collection) orb.Geometry {
	switch len(shapes) {
	case 0:
		return nil
	case 1:
		return shapes[0]
	}
	var mp orb.MultiPolygon
	for _, s := range shapes {
		p, ok := s.(orb.Polygon)
		if !ok {
			return shapes
		}
		mp = append(mp, p)
	}
	return mp
}

// coordinates reads lon,lat[,height] tuples between blanks; blanks behind a comma, as some programs put them, belong to the tuple.
// Tuples that run together so are not guessed apart.
func coordinates(text string) ([]orb.Point, bool) {
	out := make([]orb.Point, 0, strings.Count(text, ",")/2)
	for text = strings.TrimSpace(text); text != ""; {
		var numbers [3]float64
		n := 0
		for more := true; more; n++ {
			end := strings.IndexFunc(text, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
			if end < 0 {
				end = len(text)
			}
			v, err := strconv.ParseFloat(text[:end], 64)
			if err != nil || n == len(numbers) {
				return out, false
			}
			numbers[n] = v
			text = strings.TrimLeftFunc(text[end:], unicode.IsSpace)
			if more = strings.HasPrefix(text, ","); more {
				text = strings.TrimLeftFunc(text[1:], unicode.IsSpace)
			}
		}
		if n < 2 {
			return out, false
		}
		out = append(out, orb.Point{numbers[0], numbers[1]})
	}
	return out, true
}
