package app

import (
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
)

// listOverview lists the figures of the strip, each with what stands beside it.
func listOverview(_ *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	var rows [][]export.Cell
	for _, f := range j.view.Figures {
		rows = append(rows, []export.Cell{export.Text(figureWords(f.Key).In(lang)), figureCell(f), export.Whole(int64(len(f.FIDs)))})
	}
	return listOf(heads(lang, txt("指标", "Figure"), num("数值", "Value"), num("涉及小区", "Estates")), rows), nil
}

func figureCell(f Figure) export.Cell {
	if f.Money {
		return export.Money(domain.Fen(f.Fen))
	}
	return export.Whole(f.Count)
}

// figureWords names a figure.
func figureWords(key string) domain.Text {
	switch key {
	case "scored":
		return domain.Say("参评小区", "Estates scored")
	}
	return record(key)
}
