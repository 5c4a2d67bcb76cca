package app

import (
	"context"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/quality"
)

// exportQuality is the list of what is wrong or doubtful in the records.
const exportQuality = "quality"

// listQuality lists every fault, by kind, the largest first.
func listQuality(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	ev := j.ev
	if ask.AsOf == "" && ask.RoundID == "" {
		ev = p.book.Evaluate(p.lastDay()) // as the page: no round is left out
	}
	r, err := quality.Check(context.Background(), ev, quality.Options{})
	if err != nil {
		return nil, err
	}
	infos := make(map[quality.Kind]*quality.KindInfo, len(quality.Kinds))
	for i := range quality.Kinds {
		infos[quality.Kinds[i].Kind] = &quality.Kinds[i]
	}
	groups := make(map[string]domain.Text, len(qualityGroups))
	for _, g := range qualityGroups {
		groups[g.Key] = g.Name
	}
	l := &export.List{Rows: len(r.Faults), Columns: heads(lang,
		txt("类别", "Group"), txt("问题", "Kind"), txt("小区编号", "Estate ids"), txt("小区", "Estates"), txt("街道", "Subdistrict"), txt("情况", "What it is"),
		num("数值", "Size"), txt("单位", "Unit"), num("经度", "Longitude"), num("纬度", "Latitude"), txt("可用的修复", "Safe repairs"), txt("依据", "Clause"), txt("判定方法", "How it is told"))}
	l.Row = func(i int, cells []export.Cell) {
		f := &r.Faults[i]
		info := infos[f.Kind]
		var ids, names, subdistricts, repairs []string
		for _, e := range f.Estates {
			es := &p.book.Estates[e]
			ids, names = append(ids, es.ID), append(names, p.district.Estates.Name[e])
			if es.Subdistrict != "" && (len(subdistricts) == 0 || subdistricts[len(subdistricts)-1] != es.Subdistrict) {
				subdistricts = append(subdistricts, es.Subdistrict)
			}
		}
		for _, repair := range f.Repairs {
			repairs = append(repairs, repair.Name.In(lang))
		}
		copy(cells, []export.Cell{
			export.Text(groups[string(info.Group)].In(lang)), export.Text(info.Name.In(lang)), export.Text(strings.Join(ids, "、")), export.Text(strings.Join(names, "、")),
			export.Text(strings.Join(subdistricts, "、")), export.Text(f.Text.In(lang)),
		})
		if unit := info.Unit.In(lang); unit != "" {
			cells[6], cells[7] = export.Rounded(f.Size, 2), export.Text(unit)
		}
		if f.Mapped {
			cells[8], cells[9] = export.Rounded(f.At[0], 6), export.Rounded(f.At[1], 6)
		}
		cells[10], cells[12] = export.Text(strings.Join(repairs, "、")), export.Text(info.Rule.In(lang))
		if f.Clause.Document != "" {
			cells[11] = export.Text(string(f.Clause.Document) + " " + f.Clause.Place)
		}
	}
	return l, nil
}
