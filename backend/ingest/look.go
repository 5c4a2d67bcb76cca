package ingest

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"
	"estateatlas/backend/vector"

	"github.com/paulmach/orb"
)

// look is what a preview keeps of a GeoJSON file while it is read as an import reads it.
type look struct {
	reader *geoReader // of the last pass through the file
	layer  vector.Layer
	at     map[string]int // place in the layer's fields
	cells  map[int]string // of the feature being read, by place in the fields
}

// begin forgets what an earlier pass saw.
func (l *look) begin(g *geoReader) {
	*l = look{reader: g, at: map[string]int{}, cells: map[int]string{}}
}

// property keeps a property of a feature: its name as the file has it and its value as JSON.
func (l *look) property(name string, value []byte) {
	at, ok := l.at[name]
	if !ok {
		if len(l.layer.Fields) == maxUnknown {
			return
		}
		at, name = len(l.layer.Fields), strings.Clone(name)
		l.at[name], l.layer.Fields = at, append(l.layer.Fields, name)
	}
	if len(l.layer.Rows) < previewRows {
		text := strings.ToValidUTF8(string(value), "\uFFFD")
		if text == "null" {
			text = ""
		}
		l.cells[at] = shown(strings.Trim(text, `"`))
	}
}

// feature closes a feature.
func (l *look) feature(g *geoReader) {
	if len(l.layer.Rows) < previewRows {
		row := vector.Row{Number: g.index + 1, Cells: make([]string, len(l.layer.Fields))}
		for at, cell := range l.cells {
			row.Cells[at] = cell
		}
		if g.boundary != nil {
			row.Geometry = g.boundary
		}
		l.layer.Rows = append(l.layer.Rows, row)
	}
	clear(l.cells)
}

// previewGeoJSON is PreviewShapes of a GeoJSON file: one layer. The shapes of its first records are in degrees.
func previewGeoJSON(ctx context.Context, path string, base *domain.Tables, o ShapeOptions) (*ShapesPreview, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, domain.Fail(domain.CodeNotFound, *whyUnreadable(err), err)
	}
	f := &file{path: path, name: baseName(path), info: info, size: info.Size(), table: tableOfSingle(baseName(path))}
	if f.judge(); f.refused != nil {
		return nil, domain.Fail(domain.CodeInvalid, *f.refused, nil)
	}
	imp := &intake{base: base, opt: Options{Shapes: o}, look: &look{}}
	log := imp.addLog(f)
	if err := imp.readGeoJSON(ctx, log, func(int64) {}); err != nil {
		return nil, err
	}
	log.sortFaults()
	var noSystem *domain.Text
	bad := map[int32]bool{}
	for _, fault := range log.faults {
		why := fault.Text()
		switch {
		case fault.Column == "crs":
			noSystem = &why
		case log.broken:
			return nil, domain.Fail(domain.CodeInvalid, why, nil)
		default:
			bad[fault.feature] = true
		}
	}
	l := imp.look
	p := LayerPreview{
		Name: strings.TrimSuffix(f.name, filepath.Ext(f.name)), Records: log.read, Faults: len(bad), Kind: onlyKind(&l.layer), Areas: isAreas(&l.layer),
		Rows: l.layer.Rows, Encoding: log.encoding, Evidence: domain.Say("按文字判断", "by the texts"),
	}
	for i := range p.Rows { // fields that came later are empty in the records before
		cells := &p.Rows[i].Cells
		*cells = append(*cells, make([]string, len(l.layer.Fields)-len(*cells))...)
	}
	for _, field := range l.layer.Fields {
		col, known := l.reader.column(field)
		shown := FieldPreview{Name: field, Certain: known}
		if known {
			shown.Column = f.table.columns[col].name
		}
		p.Fields = append(p.Fields, shown)
	}
	place := placement{system: crs.Geographic}
	switch {
	case l.reader.place != nil:
		place = *l.reader.place
	case l.reader.crsLine > 0:
		place.system = l.reader.said
	}
	if place.refused = noSystem; noSystem != nil || l.reader.outOfDegrees() > 0 && l.reader.place == nil {
		place.candidates = crs.Guess(l.reader.box)
	}
	p.System = previewSystem(&place, l.reader.box)
	return &ShapesPreview{Layers: []LayerPreview{p}}, nil
}

// previewSystem tells of the system of coordinates within box.
func previewSystem(place *placement, box orb.Bound) SystemPreview {
	p := SystemPreview{
		Code: place.system.EPSG(), Name: place.system.Text(), Basis: place.basis.text(), Swapped: place.system.Swapped, Refused: place.refused,
	}
	if box.IsEmpty() {
		return p
	}
	p.Bounds, p.BoundsKnown = corners(box), true
	for _, c := range place.candidates {
		if middle, ok := c.ToLonLat(box.Center()); ok {
			p.Candidates = append(p.Candidates, SystemCandidate{Code: c.EPSG(), Name: c.Text(), Middle: middle})
		}
	}
	if place.refused != nil {
		return p
	}
	degrees := nowhere
	// The sides of a box in a plane are not straight on the ground: its corners and middles bound it well enough for a look.
	for _, x := range []float64{box.Min[0], box.Center()[0], box.Max[0]} {
		for _, y := range []float64{box.Min[1], box.Center()[1], box.Max[1]} {
			if at, ok := place.toDegrees(orb.Point{x, y}); ok {
				degrees = degrees.Union(at.Bound())
			}
		}
	}
	if !degrees.IsEmpty() {
		p.Degrees, p.DegreesKnown = corners(degrees), true
	}
	return p
}
