package app

import (
	"context"
	"math"
	"slices"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/policy"
)

// exportProxy is the list of a run of the planner's desk.
const exportProxy = "proxy"

// listProxy lists a run: every row with host, distance, who was second and why; only the estates of FIDs, in their order, if there are
// any. What was asked stands in the note.
func listProxy(p *project, _ *judged, ask *ExportAsk) (*export.List, error) {
	wanted := ProxyAsk{}
	if ask.Proxy != nil {
		wanted = *ask.Proxy
	}
	opts, full, err := p.proxyOptions(wanted)
	if err != nil {
		return nil, err
	}
	day, _ := domain.ParseDate(full.AsOf) // proxyOptions looked at it
	run, err := assign.Run(context.Background(), p.book.Evaluate(day), opts)
	if err != nil {
		return nil, err
	}
	lang := domain.Lang(ask.Lang)
	name := func(at int) export.Cell {
		if at == policy.None {
			return export.Cell{}
		}
		return export.Text(p.district.Estates.Name[at])
	}
	rows := make([]*assign.Row, 0, len(run.Rows))
	if len(ask.FIDs) == 0 {
		for i := range run.Rows {
			rows = append(rows, &run.Rows[i])
		}
	}
	for _, fid := range ask.FIDs {
		if e, ok := p.place[fid]; ok {
			if row := run.Row(e); row != nil {
				rows = append(rows, row)
			}
		}
	}
	l := &export.List{Rows: len(rows), Columns: heads(lang,
		txt("小区编号", "Estate id"), txt("散片小区", "Scattered estate"), txt("街道", "Subdistrict"), txt("状态", "Status"), txt("现企业", "Present company"),
		txt("方案企业", "Company"), txt("代管依托小区", "Host"), num("距离（米）", "Distance, m"), txt("次近依托", "Runner-up"), num("相差（米）", "Gap, m"),
		txt("跨阻隔", "Across a barrier"), txt("依据", "Reason"))}
	l.Row = func(i int, cells []export.Cell) {
		r := rows[i]
		e := &p.book.Estates[r.Estate]
		cells[0], cells[1], cells[2] = export.Text(e.ID), name(r.Estate), export.Text(e.Subdistrict)
		cells[3] = export.Text(assignWords(r.Status).In(lang))
		cells[4] = export.Text(p.companyWords(run.Present(r.Estate)).In(lang))
		cells[5], cells[6] = export.Text(p.companyWords(r.Company).In(lang)), name(r.Host)
		if !math.IsNaN(r.DistanceM) {
			cells[7] = export.Rounded(r.DistanceM, 1)
		}
		if others := run.RunnersUp(r, 1); len(others) > 0 {
			at := slices.IndexFunc(others, func(o assign.RunnerUp) bool { return o.Company != policy.None })
			if at >= 0 {
				cells[8] = name(others[at].Host)
				if !math.IsNaN(r.DistanceM) {
					cells[9] = export.Rounded(others[at].DistanceM-r.DistanceM, 1)
				}
			}
		}
		if r.Host != policy.None && run.Crosses(r.Estate, r.Host) {
			cells[10] = export.Text(domain.Say("是", "yes").In(lang))
		}
		cells[11] = export.Text(run.Why(r).In(lang))
	}
	return l, nil
}
