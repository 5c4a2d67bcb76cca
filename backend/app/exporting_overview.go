package app

import (
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
)

// listOverview lists every figure of the overview by section, with what stands beside it.
func listOverview(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	beside := meetingWriter{p: p, j: j, lang: lang} // words the notes
	var rows [][]export.Cell
	for _, section := range p.overview(j).Sections {
		for i := range section.Figures {
			f := &section.Figures[i]
			var notes []string
			for at := range f.Notes {
				if note := beside.figureNote(&f.Notes[at]); note != "" {
					notes = append(notes, note)
				}
			}
			value := export.Whole(f.Count)
			if f.Money {
				value = export.Money(domain.Fen(f.Fen))
			}
			rows = append(rows, []export.Cell{
				export.Text(sectionWords(section.Key).In(lang)), export.Text(f.Label.In(lang)), value, export.Text(unitWords(f.Unit).In(lang)),
				export.Whole(int64(len(f.FIDs))), export.Text(strings.Join(notes, domain.Say("，", ", ").In(lang))),
			})
		}
	}
	return listOf(heads(lang, txt("类别", "Section"), txt("指标", "Figure"), num("数值", "Value"), txt("单位", "Unit"), num("涉及小区", "Estates"), txt("说明", "Note")), rows), nil
}

func sectionWords(key string) domain.Text {
	switch key {
	case "inspection":
		return domain.Say("考核", "Inspection")
	case "measures":
		return domain.Say("措施", "Measures")
	case "money":
		return domain.Say("资金", "Money")
	case "proxy":
		return domain.Say("代管", "Proxy service")
	case "map":
		return domain.Say("底数", "Register")
	case "findings":
		return domain.Say("点位", "Findings")
	}
	return record(key)
}

// unitWords says what a figure is counted in.
func unitWords(unit string) domain.Text {
	switch unit {
	case "estates":
		return domain.Say("个小区", "estates")
	case "findings":
		return domain.Say("处", "findings")
	case "companies":
		return domain.Say("家企业", "companies")
	case "funds":
		return domain.Say("个街道", "funds")
	case "fen":
		return domain.Say("元", "¥")
	}
	return domain.Text{}
}
