package app

import (
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/policy"
)

// rectifyColumn is a column of the list on a sheet or on paper.
type rectifyColumn struct {
	key   string
	head  domain.Text // as heads takes it
	cell  func(d *rectified, r *rectifiedRow, lang domain.Lang) export.Cell
	paper bool // also on printed pages, which are of one subdistrict each
}

// ofItem is a cell that estates without an item leave blank.
func ofItem(cell func(d *rectified, r *rectifiedRow, lang domain.Lang) export.Cell) func(*rectified, *rectifiedRow, domain.Lang) export.Cell {
	return func(d *rectified, r *rectifiedRow, lang domain.Lang) export.Cell {
		if r.item == nil {
			return export.Cell{}
		}
		return cell(d, r, lang)
	}
}

// rectifyColumns are those of RULES 8, with where each row stands.
var rectifyColumns = []rectifyColumn{
	{"subdistrict", txt("街道", "Subdistrict"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		return export.Text(d.p.book.Estates[r.estate].Subdistrict)
	}, false},
	{"community", txt("社区", "Community"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		return export.Text(d.p.book.Estates[r.estate].Community)
	}, true},
	{"id", txt("小区编号", "Estate id"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		return export.Text(d.p.book.Estates[r.estate].ID)
	}, false},
	{"name", txt("小区", "Estate"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		return export.Text(d.p.district.Estates.Name[r.estate])
	}, true},
	{"item", txt("扣分项", "Item"), ofItem(func(_ *rectified, r *rectifiedRow, _ domain.Lang) export.Cell { return export.Text(r.item.Code) }), true},
	{"itemName", txt("内容", "What the item is"), ofItem(func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		return export.Text(d.p.items[r.item.Code].Name)
	}), true},
	{"kind", txt("类别", "Kind"), ofItem(func(_ *rectified, r *rectifiedRow, lang domain.Lang) export.Cell {
		return export.Text(recurrenceWords(r.item).In(lang))
	}), true},
	{"occurrences", num("发生轮次", "Occurrences"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		if r.item == nil {
			return export.Whole(int64(d.a.Estates[r.estate].Occurrences))
		}
		return export.Whole(int64(r.item.Occurrences))
	}, true},
	{"scored", num("参评轮次", "Scored rounds"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		return export.Whole(int64(d.a.Estates[r.estate].ScoredRounds))
	}, true},
	{"lastSeen", txt("最近一次", "Last seen"), ofItem(func(_ *rectified, r *rectifiedRow, _ domain.Lang) export.Cell { return export.Day(r.lastSeen) }), true},
	{"status", txt("状态", "Status"), ofItem(func(_ *rectified, r *rectifiedRow, lang domain.Lang) export.Cell {
		return export.Text(rectifyWords(r.word()).In(lang))
	}), true},
	{"dueOn", txt("整改期限", "Due on"), ofItem(func(_ *rectified, r *rectifiedRow, _ domain.Lang) export.Cell { return export.Day(r.due) }), true},
	{"daysLeft", num("剩余天数", "Days left"), ofItem(func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		if r.due == 0 || r.status != domain.RectifyOpen {
			return export.Cell{}
		}
		return export.Whole(int64(r.due - d.on))
	}), false},
	{"party", txt("责任方", "Responsible"), ofItem(func(d *rectified, r *rectifiedRow, lang domain.Lang) export.Cell {
		return export.Text(d.p.responsible(r.hotspotRow, r.company).In(lang))
	}), true},
	{"company", txt("企业", "Company"), func(d *rectified, r *rectifiedRow, lang domain.Lang) export.Cell {
		return export.Text(d.p.companyWords(d.p.companyOn(r.estate, d.a.AsOf)).In(lang))
	}, false},
	{"contact", txt("联系电话", "Contact"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		if company := d.p.companyOn(r.estate, d.a.AsOf); company != policy.None {
			return export.Text(d.p.book.Companies[company].Phone)
		}
		return export.Cell{}
	}, false},
	{"burden", num("负担", "Burden"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		return export.Rounded(d.a.Estates[r.estate].Burden, 2)
	}, true},
	{"ranks", txt("近几轮名次", "Recent ranks"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		if last := d.p.lastSanitary(d.a.AsOf); last != policy.None {
			return export.Text(d.p.ranksUpTo(last, r.estate))
		}
		return export.Cell{}
	}, false},
	{"course", txt("走势", "Course"), func(d *rectified, r *rectifiedRow, lang domain.Lang) export.Cell {
		return export.Text(courseWords(d.a.Courses[r.estate]).In(lang))
	}, false},
	{"cluster", txt("集聚", "Cluster"), func(d *rectified, r *rectifiedRow, lang domain.Lang) export.Cell {
		return export.Text(clusterWords(d.a.Clusters[r.estate]).In(lang))
	}, true},
	{"z", num("Gi* z", "Gi* z"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		if v := d.a.Clusters[r.estate]; v.Known {
			return export.Rounded(v.Z, 3)
		}
		return export.Cell{}
	}, false},
	{"lon", num("经度", "Longitude"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		return d.degrees(r.estate, d.p.district.Estates.Lon)
	}, false},
	{"lat", num("纬度", "Latitude"), func(d *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		return d.degrees(r.estate, d.p.district.Estates.Lat)
	}, false},
	{"note", txt("说明", "Note"), ofItem(func(_ *rectified, r *rectifiedRow, _ domain.Lang) export.Cell {
		if r.step == nil {
			return export.Cell{}
		}
		return export.Text(r.step.Note)
	}), true},
}

func (d *rectified) degrees(estate int, of []float64) export.Cell {
	if d.p.areaM2[estate] <= 0 {
		return export.Cell{}
	}
	return export.Rounded(of[estate], 6)
}

// columnsFor are the columns of a sheet, or of paper.
func columnsFor(onPaper bool) []*rectifyColumn {
	var out []*rectifyColumn
	for i := range rectifyColumns {
		if c := &rectifyColumns[i]; c.paper || !onPaper {
			out = append(out, c)
		}
	}
	return out
}
