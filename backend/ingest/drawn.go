package ingest

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"estateatlas/backend/domain"
	"estateatlas/backend/vector"

	"github.com/paulmach/orb"
)

// drawnFile is a layer of another program's file being read as estates or as a backdrop. Its places are record numbers from 1, the
// columns' English headings, geometry for the shape and crs for the coordinate system.
type drawnFile struct {
	imp   *intake
	log   *fileLog
	layer *vector.Layer
	row   row
	place placement
	// columnOf gives the column of the table for each field of the file, −1 for one that is left.
	columnOf []int
	// exitText is the field of a project of this program that keeps the words of an exit, −1 in other files.
	exitText int
	// byName gives the project's estates of a name, where the file has no ids.
	byName map[string][]*domain.Estate
	mended []mended // of the batch of records being read
}

const geometryColumn = "geometry"

// readDrawn reads a Shapefile, GeoPackage or KML file.
func (imp *intake) readDrawn(ctx context.Context, log *fileLog, done func(int64)) error {
	if log.file.table.layer == "" {
		imp.indexStored()
	}
	layers, err := vector.Read(ctx, log.file.path, vector.Options{Encoding: imp.opt.Shapes.Encoding})
	if ctx.Err() != nil {
		return cancelled(ctx)
	}
	if err != nil {
		_, why := domain.Explain(err)
		log.refuse(1, wholeFile, 0, &why)
		return nil
	}
	done(log.file.size / 2)
	layer := chooseLayer(layers, &imp.opt.Shapes, log)
	if layer == nil {
		return nil
	}
	log.encoding = layer.Encoding
	f := &drawnFile{imp: imp, log: log, layer: layer, exitText: -1}
	if layer.Project {
		f.exitText = slices.Index(layer.Fields, "exit_text")
	}
	t := log.file.table
	f.row = row{table: t, log: log, logAt: log.at, cells: make([]string, len(t.columns)), present: make([]bool, len(t.columns))}
	return f.read(ctx, done)
}

// read reads all records.
func (f *drawnFile) read(ctx context.Context, done func(int64)) error {
	l, log := f.layer, f.log
	t := f.row.table
	for _, n := range l.Notes {
		log.note(1, wholeFile, "", &n)
	}
	if l.Encoding != "" && l.Encoding != encUTF8 {
		log.note(1, wholeFile, "", &domain.Text{ZH: "文字编码为 " + l.Encoding + "（" + l.Evidence.ZH + "），已转换", EN: "The texts are in " + l.Encoding + " (" + l.Evidence.EN + ") and were converted"})
	}
	f.place = f.imp.opt.Shapes.place(l.System, l.Bound(), f.imp.base.Estates)
	if f.place.refused != nil {
		log.refuse(1, "crs", geometryOrder, f.place.refused)
	}
	switch kind := onlyKind(l); {
	case len(l.Rows) == 0:
		log.note(1, wholeFile, "", &sayNoRecords)
	case kind != "" && t == estatesTable && !isAreas(l):
		log.refuse(1, geometryColumn, geometryOrder, &sayNotAreas, kind)
	}
	columns := f.columns()
	if log.broken || !columns {
		return nil
	}
	f.place.note(log)
	faults := map[int]*domain.Text{}
	for i := range l.Faults {
		faults[l.Faults[i].Number] = &l.Faults[i].Text
	}
	if t.grow != nil {
		t.grow(f.imp, min(len(l.Rows), maxFeatures))
	}
	for i := range l.Rows {
		if log.read++; log.read > maxFeatures {
			log.refuse(l.Rows[i].Number, wholeFile, 0, &sayTooManyFeatures)
			break
		}
		if i%batch == 0 {
			if ctx.Err() != nil {
				return cancelled(ctx)
			}
			done(log.file.size/2 + log.file.size/2*int64(i)/int64(len(l.Rows)))
			if t == estatesTable {
				f.mended = f.place.mendAll(l.Rows[i:min(i+batch, len(l.Rows))], f.mended)
			}
		}
		f.record(i, faults[l.Rows[i].Number])
		if log.room <= 0 {
			break
		}
	}
	return nil
}

// record reads record i; unreadable, if not nil, is why its shape could not be read.
func (f *drawnFile) record(i int, unreadable *domain.Text) {
	r, from := &f.row, &f.layer.Rows[i]
	r.line, r.feature, r.bad = from.Number, i, false
	clear(r.cells)
	for k, cell := range from.Cells {
		col := f.columnOf[k]
		if col < 0 || cell == "" {
			continue
		}
		switch {
		case f.layer.CutNames && strings.ContainsRune(cell, utf8.RuneError):
			r.fault(col, &sayBadCell, f.layer.Encoding)
		case !utf8.ValidString(cell):
			r.fault(col, &sayBadUTF8)
		default:
			r.set(col, cell)
		}
	}
	if f.exitText >= 0 && from.Cells[f.exitText] != "" {
		r.cells[estateExitGround] += ":" + from.Cells[f.exitText]
	}
	if unreadable != nil {
		f.geometryFault(unreadable)
	}
	if r.table == estatesTable {
		f.estate(&f.mended[i%batch], unreadable != nil)
	} else {
		f.backdrop(from.Geometry)
	}
}

func (f *drawnFile) geometryFault(say *domain.Text, args ...string) {
	f.row.bad = true
	f.log.faultIn(f.row.feature, f.row.line, geometryColumn, geometryOrder, say, args...)
}

func (f *drawnFile) geometryNote(say *domain.Text, args ...string) {
	f.log.note(f.row.line, geometryColumn, "", say, args...)
}

func (f *drawnFile) estate(shape *mended, unreadable bool) {
	r := &f.row
	switch {
	case f.byName != nil && r.cells[estateName] != "":
		f.findByName()
	case f.byName != nil:
		r.fault(estateName, &sayRequired)
	case r.cells[estateID] == "" && !r.bad:
		r.fault(estateID, &sayRequired)
	}
	var boundary orb.MultiPolygon
	if !unreadable {
		boundary = f.boundary(shape)
	}
	r.table.add(f.imp, r)
	e := &f.imp.estates.data[len(f.imp.estates.data)-1]
	e.Boundary = boundary
	if boundary == nil && !r.bad {
		f.geometryNote(&sayNullGeometry, e.ID)
	}
}

// findByName puts the id of the project's only estate of the record's name into the record.
func (f *drawnFile) findByName() {
	r := &f.row
	name := r.cells[estateName]
	switch same := f.byName[name]; len(same) {
	case 0:
		r.fault(estateName, &sayNoSuchName, name)
	case 1:
		r.cells[estateID] = same[0].ID
	default:
		ids := make([]string, len(same))
		for i, e := range same {
			ids[i] = e.ID
		}
		r.fault(estateName, &saySeveralNamed, name, strings.Join(ids, "、"))
	}
}

func (f *drawnFile) backdrop(shape orb.Geometry) {
	r := &f.row
	shapes := f.shapes(shape, nil)
	if len(shapes) == 0 && !r.bad {
		f.geometryNote(&sayNullShape)
	}
	name, class := r.text(0), r.word(1)
	for _, s := range shapes {
		f.imp.backdrops.add(domain.Backdrop{Layer: r.table.layer, Name: name, Class: class, Geometry: s}, r.mark())
	}
}
