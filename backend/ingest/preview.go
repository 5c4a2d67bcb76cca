package ingest

import (
	"context"

	"estateatlas/backend/crs"
	"estateatlas/backend/domain"
	"estateatlas/backend/vector"

	"github.com/paulmach/orb"
)

// ShapesPreview is what a file of shapes holds, for a look before anything is imported.
type ShapesPreview struct {
	Layers []LayerPreview
	// Chosen is the layer that an import would read, −1 if the user has to say which; Why tells what the choice needs.
	Chosen int
	Why    *domain.Text
}

// LayerPreview is a layer as it would be read.
type LayerPreview struct {
	Name    string
	Records int
	Faults  int    // records that cannot be read
	Kind    string // of the first shape, as GeoJSON calls it; empty if none has one
	Areas   bool   // some shape is an area
	Fields  []FieldPreview
	// Rows are the first records: their cells beside Fields, with wrong letters where the encoding is wrong.
	Rows []vector.Row
	// Encoding is how texts are read and Evidence why; a user may choose another of [Encodings].
	Encoding string
	Evidence domain.Text
	System   SystemPreview
	Notes    []domain.Text
}

// FieldPreview is a field and the column that it is read as: its English heading, empty for none.
type FieldPreview struct {
	Name, Column string
	// Certain: by the name of the contract or the user's word, not by an alias or the beginning of a name that was cut.
	Certain bool
}

// SystemPreview is the coordinate system of a layer.
type SystemPreview struct {
	Code    int // of EPSG, 0 without
	Name    domain.Text
	Basis   domain.Text // how it is known
	Swapped bool
	// Refused is why coordinates cannot be turned into degrees, nil if they can. Candidates are the systems that would make sense.
	Refused    *domain.Text
	Candidates []SystemCandidate
	// Bounds are those of the file's numbers, Degrees those on the ground: west, south, east, north. Only what is Known.
	Bounds, Degrees           [4]float64
	BoundsKnown, DegreesKnown bool
}

// SystemCandidate is a system and where it would put the middle of the layer, in degrees.
type SystemCandidate struct {
	Code   int
	Name   domain.Text
	Middle [2]float64
}

// Encodings are those a user may choose for the texts of a Shapefile.
func Encodings() []string { return vector.Encodings() }

// previewRows is how many records a preview shows.
const previewRows = 20

// PreviewShapes looks at a GeoJSON, Shapefile, ZIP, GeoPackage, KML or KMZ file as Read would with the same options, without importing it.
// base is the project that the import would go into, nil for none. Errors: CodeInvalid with what is wrong with the file or the
// options, CodeCancelled.
func PreviewShapes(ctx context.Context, path string, base *domain.Tables, o ShapeOptions) (*ShapesPreview, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	if base == nil {
		base = &domain.Tables{}
	}
	if !vector.Knows(path) {
		return previewGeoJSON(ctx, path, base, o)
	}
	layers, err := vector.Read(ctx, path, vector.Options{Encoding: o.Encoding})
	if err != nil {
		return nil, err
	}
	t := estatesTable
	if named := tableOfSingle(baseName(path)); named != nil {
		t = named
	}
	out := &ShapesPreview{Chosen: -1}
	log := &fileLog{file: &file{name: baseName(path), table: t, drawn: true}, room: maxFaults}
	chosen := chooseLayer(layers, &o, log)
	for _, fault := range log.faults {
		why := fault.Text()
		out.Why = &why
	}
	for i := range layers {
		if &layers[i] == chosen {
			out.Chosen = i
		}
		out.Layers = append(out.Layers, previewLayer(&layers[i], t, base.Estates, &o))
	}
	return out, nil
}

func previewLayer(l *vector.Layer, t *table, base []domain.Estate, o *ShapeOptions) LayerPreview {
	p := LayerPreview{
		Name: l.Name, Records: len(l.Rows), Faults: len(l.Faults), Kind: onlyKind(l), Areas: isAreas(l),
		Rows: l.Rows[:min(previewRows, len(l.Rows))], Encoding: l.Encoding, Evidence: l.Evidence, Notes: l.Notes,
	}
	for _, field := range l.Fields {
		f := FieldPreview{Name: field}
		if col, how := o.match(t, l, field); how != fitNone {
			f.Column, f.Certain = t.columns[col].name, how <= fitName
		}
		p.Fields = append(p.Fields, f)
	}
	box := l.Bound()
	place := o.place(l.System, box, base)
	p.System = previewSystem(&place, box)
	return p
}

func corners(b orb.Bound) [4]float64 { return [4]float64{b.Min[0], b.Min[1], b.Max[0], b.Max[1]} }

// text says how a system is known.
func (b basis) text() domain.Text {
	switch b {
	case basisChosen:
		return domain.Say("由使用者指定", "named by the user")
	case basisLooks:
		return domain.Say("按坐标数值判断", "by the numbers")
	case basisNear:
		return domain.Say("按项目中小区的位置判断", "by where the project's estates are")
	case basisFile:
	}
	return domain.Say("文件写明", "said by the file")
}

// ShapeSystems are the systems that a user may choose: degrees, the 3-degree zones without and with their number, Web Mercator.
func ShapeSystems() []SystemCandidate {
	var out []SystemCandidate
	for _, code := range crs.Codes() {
		if s, ok := crs.ByEPSG(code); ok {
			out = append(out, SystemCandidate{Code: code, Name: s.Text()})
		}
	}
	return out
}
