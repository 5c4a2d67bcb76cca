package app

import (
	"context"
	"encoding/json"
	"strconv"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/messy"
)

// shapeOptions are the choices for a file of shapes.
func (c *WizardShapeChoice) options() ingest.ShapeOptions {
	o := ingest.ShapeOptions{Encoding: c.Encoding, Layer: c.Layer, System: c.System, Datum: ingest.Datum(c.Datum)}
	for _, column := range c.Columns {
		if o.Columns == nil {
			o.Columns = map[string]string{}
		}
		o.Columns[column.Field] = column.Column
	}
	return o
}

// viewShapes looks at a file of shapes, or of settings, as an import would read it.
func (a *Atlas) viewShapes(ctx context.Context, p *project, w *wizard, choice *WizardChoice, view *WizardView) error {
	view.Shapes = &WizardShapes{
		Chosen: -1, Datum: choice.Shapes.Datum, Layers: []WizardLayer{}, Systems: []WizardSystem{}, Fields: []WizardField{}, Faults: []WizardShapeLine{}, Notes: []WizardShapeLine{},
	}
	view.Encodings = append(view.Encodings, ingest.Encodings()...)
	if w.file.Kind == "shapes" {
		shapes, err := ingest.PreviewShapes(ctx, w.path, p.tables, choice.Shapes.options())
		if err != nil {
			return refusedView(view, err)
		}
		viewLayers(shapes, view)
	}
	report, err := p.readShapes(ctx, w, choice)
	if err != nil {
		return refusedView(view, err)
	}
	p.countShapes(report, choice, view)
	a.readiness(p, view, &report.Put)
	return nil
}

func viewLayers(shapes *ingest.ShapesPreview, view *WizardView) {
	v := view.Shapes
	v.Chosen = shapes.Chosen
	if shapes.Why != nil {
		view.Notes = append(view.Notes, *shapes.Why)
	}
	for _, s := range ingest.ShapeSystems() {
		v.Systems = append(v.Systems, wizardSystem(s, false))
	}
	for _, t := range messy.Tables() {
		if t.Key == "estates" {
			for _, f := range t.Fields {
				v.Fields = append(v.Fields, WizardField{f.Key, f.Name, f.Needed, f.Many})
			}
		}
	}
	for i := range shapes.Layers {
		l := &shapes.Layers[i]
		layer := WizardLayer{
			Name: l.Name, Records: l.Records, Kind: l.Kind, Areas: l.Areas, Encoding: l.Encoding, Evidence: l.Evidence, SystemName: l.System.Name, Basis: l.System.Basis,
			Swapped: l.System.Swapped, Fields: []WizardShapeColumn{}, Sure: []bool{}, Rows: [][]string{}, Candidates: []WizardSystem{}, Degrees: []float64{}, Notes: append([]domain.Text{}, l.Notes...),
		}
		if l.System.Code != 0 {
			layer.System = epsg(l.System.Code)
		}
		if l.System.Refused != nil {
			layer.Refused = *l.System.Refused
		}
		if l.System.DegreesKnown {
			layer.Degrees = l.System.Degrees[:]
		}
		for _, c := range l.System.Candidates {
			layer.Candidates = append(layer.Candidates, wizardSystem(c, true))
		}
		for _, f := range l.Fields {
			layer.Fields, layer.Sure = append(layer.Fields, WizardShapeColumn{f.Name, f.Column}), append(layer.Sure, f.Certain)
		}
		for _, r := range l.Rows {
			layer.Rows = append(layer.Rows, append([]string{}, r.Cells...))
		}
		v.Layers = append(v.Layers, layer)
	}
}

func epsg(code int) string { return "EPSG:" + strconv.Itoa(code) }

func wizardSystem(s ingest.SystemCandidate, middle bool) WizardSystem {
	out := WizardSystem{Code: epsg(s.Code), Name: s.Name, Middle: []float64{}}
	if middle {
		out.Middle = s.Middle[:]
	}
	return out
}

// shapesRead is a report with what it was made of, kept for the next look.
type shapesRead struct {
	report *ingest.Report
	of     *project
	key    string
}

// readShapes reads the file of a wizard as an import does, once for each choice of how.
func (p *project) readShapes(ctx context.Context, w *wizard, choice *WizardChoice) (*ingest.Report, error) {
	key, err := json.Marshal(choice.Shapes)
	if err != nil {
		return nil, err
	}
	if last := &w.shapes; last.report != nil && last.of == p && last.key == string(key) {
		return last.report, nil
	}
	report, err := p.readWhole(ctx, w, choice)
	if err == nil {
		w.shapes = shapesRead{report, p, string(key)}
	}
	return report, err
}

func (p *project) readWhole(ctx context.Context, w *wizard, choice *WizardChoice) (*ingest.Report, error) {
	return ingest.Read(ctx, []string{w.path}, p.tables, ingest.Options{SkipBad: true, CheckFundUses: checkFundUses, Project: p.info.Path, Shapes: choice.Shapes.options()})
}

// countShapes says what a report holds and whether it can be written.
func (p *project) countShapes(report *ingest.Report, choice *WizardChoice, view *WizardView) {
	if view.Shapes != nil {
		for i := range report.Faults[:min(len(report.Faults), mostListed)] {
			f := &report.Faults[i]
			view.Shapes.Faults = append(view.Shapes.Faults, WizardShapeLine{f.Row, f.Column, f.Text()})
		}
		for i := range report.Notes[:min(len(report.Notes), mostListed)] {
			n := &report.Notes[i]
			view.Shapes.Notes = append(view.Shapes.Notes, WizardShapeLine{n.Row, n.Column, n.Text()})
		}
	}
	view.Counts.Faults, view.Counts.Repairs = len(report.Faults), len(report.Notes)
	view.Counts.Tables = p.countChange(&report.Put)
	for _, t := range report.Tables {
		view.Counts.Left += t.Read - t.Accepted
	}
	switch {
	case len(view.Counts.Tables) == 0 && len(report.Faults) > 0:
		view.Blocked = report.Faults[0].Text()
	case len(view.Counts.Tables) == 0:
		view.Blocked = domain.Say("没有可写入的内容", "There is nothing to write")
	case len(report.Faults) > 0 && !choice.SkipBad:
		view.Blocked = domain.Say("有 %d 处错误；改正文件，或跳过有问题的记录", "%d faults; correct the file or leave the records", len(report.Faults))
	}
}
