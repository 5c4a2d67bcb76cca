package vector

import (
	"cmp"
	"context"
	"encoding/binary"
	"math"
	"slices"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// Shape types of the ESRI Shapefile Technical Description (1998). Those with Z or M are 10 and 20 above.
const (
	shapeNull       = 0
	shapePoint      = 1
	shapeLine       = 3
	shapePolygon    = 5
	shapeMultiPoint = 8
	shapeMultiPatch = 31
)

// mostRings is how many rings a shape may have: which lies in which is found by comparing each with each.
const mostRings = 10_000

// readShapefile reads the parts of one Shapefile; part returns those by their endings, nil for one that is not there.
func readShapefile(ctx context.Context, name string, part func(ext string) ([]byte, error), o Options) ([]Layer, error) {
	parts := map[string][]byte{}
	for _, ext := range []string{".shp", ".dbf", ".prj", ".cpg"} {
		data, err := part(ext)
		if err != nil {
			return nil, err
		}
		parts[ext] = data
	}
	if parts[".shp"] == nil {
		return nil, invalid("缺少 %s.shp；把它和其他部分放在一起", "%s.shp is missing; put it beside the other parts", name)
	}
	l := Layer{Name: name, CutNames: true}
	if text := parts[".prj"]; text != nil {
		l.System = crs.Parse(string(text))
	}
	shapes, deepNote, err := readShapes(ctx, parts[".shp"])
	if err != nil {
		return nil, err
	}
	l.Notes = append(l.Notes, deepNote...)
	var table *dbf
	if parts[".dbf"] == nil {
		l.Notes = append(l.Notes, domain.Say("缺少 %s.dbf，没有属性", "%s.dbf is missing: there are no attributes", name))
	} else if table, err = readDBF(parts[".dbf"], string(parts[".cpg"]), o.Encoding); err != nil {
		return nil, err
	}
	if table != nil {
		l.Fields, l.Encoding, l.Evidence = table.fields, table.encoding, table.evidence
		l.Notes = append(l.Notes, table.notes...)
		if len(table.rows) != len(shapes) {
			l.Notes = append(l.Notes, domain.Say("图形 %[1]d 个，属性 %[2]d 条，数目不一致；按次序对应", "There are %[1]d shapes and %[2]d records; they are matched in order", len(shapes), len(table.rows)))
		}
	}
	if !fits(len(shapes), len(l.Fields)) {
		return nil, tooMany()
	}
	deleted := 0
	l.Rows = make([]Row, 0, len(shapes))
	for i, s := range shapes {
		row := Row{Number: i + 1, Geometry: s.geometry}
		switch {
		case table == nil || i >= len(table.rows):
			row.Cells = make([]string, len(l.Fields))
		case table.rows[i] == nil:
			deleted++
			continue
		default:
			row.Cells = table.rows[i]
		}
		if s.fault != nil {
			l.Faults = append(l.Faults, Fault{i + 1, *s.fault})
		}
		l.Rows = append(l.Rows, row)
	}
	if deleted > 0 {
		l.Notes = append(l.Notes, domain.Say("%d 条已标记删除的记录未读入", "%d records that are marked as deleted were left out", deleted))
	}
	return []Layer{l}, nil
}

type shape struct {
	geometry orb.Geometry
	fault    *domain.Text
}

// readShapes reads the records of a .shp file.
func readShapes(ctx context.Context, data []byte) ([]shape, []domain.Text, error) {
	const header = 100
	if len(data) < header || binary.BigEndian.Uint32(data) != 9994 {
		return nil, nil, invalid(".shp 文件不是 Shapefile；重新导出", "The .shp file is no Shapefile; export it again")
	}
	var out []shape
	var notes []domain.Text
	points, measured := 0, false
	for at := header; at < len(data); {
		if len(out)%64 == 0 {
			if err := domain.Cancelled(ctx); err != nil {
				return nil, nil, err
			}
		}
		if at+8 > len(data) {
			break // some programs leave bytes behind the last record
		}
		length := int(binary.BigEndian.Uint32(data[at+4:])) * 2
		if length < 4 || at+8+length > len(data) || length < 0 {
			return nil, nil, invalid(".shp 文件在第 %d 条记录处中断；重新导出", "The .shp file breaks off at record %d; export it again", len(out)+1)
		}
		if len(out) >= mostRows {
			return nil, nil, tooMany()
		}
		content := data[at+8 : at+8+length]
		at += 8 + length
		s, n, deep := readShape(content)
		measured = measured || deep
		if points += n; points > mostPoints {
			return nil, nil, tooFine()
		}
		out = append(out, s)
	}
	if measured {
		notes = append(notes, domain.Say("高程和测量值已去掉", "Elevations and measures were dropped"))
	}
	return out, notes, nil
}

func broken() shape {
	text := domain.Say("图形的记录不完整；重画或重新导出", "The record of the shape is incomplete; draw it again or export the file again")
	return shape{fault: &text}
}

// readShape reads one record and counts its points; deep tells of Z or M.
func readShape(c []byte) (s shape, points int, deep bool) {
	kind := binary.LittleEndian.Uint32(c)
	if kind == shapeMultiPatch {
		text := domain.Say("多面体图形不能作边界；换成面", "A multipatch is no boundary; make it an area")
		return shape{fault: &text}, 0, false
	}
	deep = kind > 10
	kind %= 10
	switch kind {
	case shapeNull:
		return shape{}, 0, deep
	case shapePoint:
		if len(c) < 20 {
			return broken(), 0, deep
		}
		return shape{geometry: pointAt(c[4:])}, 1, deep
	case shapeMultiPoint:
		if len(c) < 40 {
			return broken(), 0, deep
		}
		n := int(binary.LittleEndian.Uint32(c[36:]))
		if n < 0 || n > (len(c)-40)/16 {
			return broken(), 0, deep
		}
		return shape{geometry: orb.MultiPoint(pointsAt(c[40:], n))}, n, deep
	case shapeLine, shapePolygon:
		rings, ok := partsOf(c)
		if !ok {
			return broken(), 0, deep
		}
		n := 0
		for _, r := range rings {
			n += len(r)
		}
		if kind == shapeLine {
			lines := make(orb.MultiLineString, len(rings))
			for i, r := range rings {
				lines[i] = orb.LineString(r)
			}
			return shape{geometry: lines}, n, deep
		}
		if len(rings) > mostRings {
			text := domain.Say("图形有 %[1]d 个环，超过 %[2]d 个的上限；拆成几个图形", "The shape has %[1]d rings, over the limit of %[2]d; split it", len(rings), mostRings)
			return shape{fault: &text}, n, deep
		}
		if mp := assemble(rings); len(mp) > 0 {
			return shape{geometry: mp}, n, deep
		}
		return shape{}, n, deep
	}
	text := domain.Say("图形类型 %d 不认识；换成面", "The shape type %d is not known; make it an area", kind)
	return shape{fault: &text}, 0, deep
}

func pointAt(b []byte) orb.Point {
	return orb.Point{math.Float64frombits(binary.LittleEndian.Uint64(b)), math.Float64frombits(binary.LittleEndian.Uint64(b[8:]))}
}

func pointsAt(b []byte, n int) []orb.Point {
	out := make([]orb.Point, n)
	for i := range out {
		out[i] = pointAt(b[16*i:])
	}
	return out
}

// partsOf are the chains of a line or a polygon.
func partsOf(c []byte) ([]orb.Ring, bool) {
	if len(c) < 44 {
		return nil, false
	}
	parts, points := int(binary.LittleEndian.Uint32(c[36:])), int(binary.LittleEndian.Uint32(c[40:]))
	if parts < 0 || points < 0 || parts > (len(c)-44)/4 || points > (len(c)-44-4*parts)/16 {
		return nil, false
	}
	all := pointsAt(c[44+4*parts:], points)
	rings := make([]orb.Ring, 0, parts)
	for i := range parts {
		from, to := int(binary.LittleEndian.Uint32(c[44+4*i:])), points
		if i+1 < parts {
			to = int(binary.LittleEndian.Uint32(c[44+4*(i+1):]))
		}
		if from < 0 || from > to || to > points {
			return nil, false
		}
		rings = append(rings, orb.Ring(all[from:to:to]))
	}
	return rings, true
}

// assemble makes areas of rings by which lies in which, whatever way they run: not every program keeps the rule that shells run
// clockwise and holes the other way.
func assemble(rings []orb.Ring) orb.MultiPolygon {
	if len(rings) == 1 {
		return orb.MultiPolygon{{rings[0]}}
	}
	type sized struct {
		ring orb.Ring
		box  orb.Bound
		area float64
		of   int // shell that a hole is cut from; −1 of a shell
		at   int // place among the polygons
	}
	all := make([]sized, len(rings))
	for i, r := range rings {
		all[i] = sized{ring: r, box: r.Bound(), area: math.Abs(area(r)), of: -1}
	}
	slices.SortStableFunc(all, func(a, b sized) int { return cmp.Compare(b.area, a.area) })
	var out orb.MultiPolygon
	for i := range all {
		r := &all[i]
		// The smallest ring around decides: inside of a shell it is a hole, inside of a hole an island.
		for k := i - 1; k >= 0; k-- {
			if o := &all[k]; o.area > r.area && o.box.Contains(r.box.Min) && o.box.Contains(r.box.Max) && inside(o.ring, r.ring) {
				if o.of < 0 {
					r.of = k
				}
				break
			}
		}
		if r.of >= 0 {
			at := all[r.of].at
			out[at] = append(out[at], r.ring)
			continue
		}
		r.at = len(out)
		out = append(out, orb.Polygon{r.ring})
	}
	return out
}

func area(r orb.Ring) float64 {
	sum := 0.0
	for i := 1; i < len(r); i++ {
		sum += (r[i-1][0]-r[0][0])*(r[i][1]-r[0][1]) - (r[i][0]-r[0][0])*(r[i-1][1]-r[0][1])
	}
	return sum / 2
}

// inside reports whether most corners of a ring lie in another: rings of a valid shape touch, but do not cross.
func inside(shell, ring orb.Ring) bool {
	in := 0
	step := max(1, len(ring)/16)
	tried := 0
	for i := 0; i < len(ring); i += step {
		tried++
		p, odd := ring[i], false
		for k := 1; k < len(shell); k++ {
			a, b := shell[k-1], shell[k]
			if (a[1] <= p[1]) != (b[1] <= p[1]) && p[0] < a[0]+(p[1]-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
				odd = !odd
			}
		}
		if odd {
			in++
		}
	}
	return 2*in > tried
}
