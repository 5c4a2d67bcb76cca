package app

import (
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
)

// listOverview lists the figures of the strip, worded as on the pages of a meeting, with what stands beside them.
func listOverview(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	m := meetingWriter{p: p, j: j, agenda: &Agenda{BandSize: j.view.BandSize}, lang: lang}
	var rows [][]export.Cell
	for i := range j.view.Figures {
		f := &j.view.Figures[i]
		var notes []string
		for at := range f.Notes {
			notes = append(notes, m.figureNote(&f.Notes[at]))
		}
		value, unit := export.Whole(f.Count), m.figureUnit(f)
		if f.Money {
			value, unit = export.Money(domain.Fen(f.Fen)), domain.Say("元", "¥").In(lang)
		}
		rows = append(rows, []export.Cell{
			export.Text(m.figureLabel(f.Key)), value, export.Text(unit), export.Whole(int64(len(f.FIDs))),
			export.Text(strings.Join(notes, domain.Say("，", ", ").In(lang))),
		})
	}
	return listOf(heads(lang, txt("指标", "Figure"), num("数值", "Value"), txt("单位", "Unit"), num("涉及小区", "Estates"), txt("说明", "Note")), rows), nil
}
