package app

import (
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/policy"
)

// The lists of the ledger.

// listLedger lists the bottom results of the round, worst first, with what they rest on and what they open.
func listLedger(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	if err := noRound(j); err != nil {
		return nil, err
	}
	lang := domain.Lang(ask.Lang)
	var rows [][]export.Cell
	for _, r := range p.ledger(j).Rows {
		share, items := export.Cell{}, make([]string, len(r.Deductions))
		if r.Share >= 0 {
			share = export.Share(r.Share)
		}
		for i, d := range r.Deductions {
			items[i] = d.Item + " " + d.Points
		}
		by, on, reason := export.Cell{}, export.Cell{}, export.Cell{}
		if d := r.Determination; d != nil {
			day, _ := domain.ParseDate(d.On)
			by, on, reason = export.Text(d.By), export.Day(day), export.Text(d.Reason)
		}
		var fen [2]int64
		measure := ""
		for i, m := range r.Measures {
			if m.Status == string(policy.Confirmed) {
				fen[0] += m.Fen
			} else {
				fen[1] += m.Fen
			}
			if i == 0 {
				measure = m.Text.In(lang)
			}
		}
		rows = append(rows, []export.Cell{
			export.Whole(int64(r.Rank)), export.Whole(int64(r.RankFromBottom)), export.Text(p.book.Estates[p.place[r.FID]].ID), export.Text(r.Name),
			export.Text(p.district.Subdistricts[r.Subdistrict]), export.Text(p.companyWords(r.Company).In(lang)), export.Exact(r.Score),
			export.Text(strings.Join(items, "；")), share, export.Text(shortCause(domain.Cause(r.DerivedCause)).In(lang)),
			export.Text(shortCause(domain.Cause(r.Cause)).In(lang)), by, on, reason, levelCell(r.ConfirmedLevel), levelCell(r.ProposedLevel),
			export.Money(domain.Fen(fen[0])), export.Money(domain.Fen(fen[1])), export.Text(measure), export.Text(reinspectionWords(r.Reinspections)),
		})
	}
	return listOf(heads(lang, num("名次", "Rank"), num("倒数名次", "From the bottom"), txt("小区编号", "Estate id"), txt("小区", "Estate"), txt("街道", "Subdistrict"),
		txt("企业", "Company"), num("得分", "Score"), txt("扣分项", "Deductions"), num("企业占比", "Company's share"), txt("推定责任", "Derived cause"), txt("责任", "Cause"),
		txt("认定人", "Determined by"), txt("认定日期", "Determined on"), txt("理由", "Reason"), num("已确认级别", "Confirmed level"), num("拟定级别", "Proposed level"),
		num("已确认扣减（元）", "Confirmed, ¥"), num("拟扣（元）", "Proposed, ¥"), txt("措施", "Measure"), txt("复验", "Re-inspection")), rows), nil
}

// levelCell is blank for no level.
func levelCell(level int) export.Cell {
	if level == 0 {
		return export.Cell{}
	}
	return export.Whole(int64(level))
}

// reinspectionWords names every re-inspection by its days and new score.
func reinspectionWords(rs []Reinspection) string {
	parts := make([]string, len(rs))
	for i, r := range rs {
		parts[i] = strings.TrimSpace(r.RequestedOn + " → " + r.HeldOn + " " + r.Score)
	}
	return strings.Join(parts, "；")
}

// monthHeads are the headings over the months of a year.
func monthHeads(months []string) []domain.Text {
	heads := make([]domain.Text, len(months))
	for i, m := range months {
		heads[i] = num(m, m)
	}
	return heads
}

// listMatrix lists the matrix by company and subdistrict, a row each for what is confirmed, of it claimed back, and proposed.
func listMatrix(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	v := p.matrix(j, ask.Year)
	kinds := []struct {
		title domain.Text
		fen   func(c *MatrixCell) int64
	}{
		{domain.Say("已确认", "Confirmed"), func(c *MatrixCell) int64 { return c.ConfirmedFen }},
		{domain.Say("其中追回", "Of it claimed back"), func(c *MatrixCell) int64 { return c.ClawbackFen }},
		{domain.Say("拟扣", "Proposed"), func(c *MatrixCell) int64 { return c.ProposedFen }},
	}
	var rows [][]export.Cell
	for _, r := range v.Rows {
		for _, part := range r.Parts {
			for i, k := range kinds {
				cells := []export.Cell{
					export.Text(p.companyWords(part.Company).In(lang)), export.Text(p.district.Subdistricts[part.Subdistrict]), export.Text(k.title.In(lang)),
				}
				sum, any := int64(0), false
				for m := range part.Cells {
					c := &part.Cells[m]
					fen := k.fen(c)
					shown := i == 0 && c.Status == string(policy.Confirmed) || i == 2 && c.Status == string(policy.Proposed) || fen > 0
					any, sum = any || shown, sum+fen
					if !shown {
						cells = append(cells, export.Cell{})
						continue
					}
					cells = append(cells, export.Money(domain.Fen(fen)))
				}
				if any {
					rows = append(rows, append(cells, export.Money(domain.Fen(sum))))
				}
			}
		}
	}
	head := append([]domain.Text{txt("企业", "Company"), txt("街道", "Subdistrict"), txt("类别", "Kind")}, monthHeads(v.Months)...)
	return listOf(heads(lang, append(head, num("合计（元）", "Total, ¥"))...), rows), nil
}

// listPayable lists what every estate is to be paid by month, and what of the year is withheld.
func listPayable(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	v := p.payable(j, ask.Year)
	months := make([]string, len(v.Months))
	for i := range v.Months {
		months[i] = v.Months[i].Month
	}
	head := append([]domain.Text{txt("小区编号", "Estate id"), txt("小区", "Estate"), txt("街道", "Subdistrict"), txt("企业", "Company")}, monthHeads(months)...)
	head = append(head, num("全年应发（元）", "Payable, ¥"), num("已确认扣减（元）", "Confirmed, ¥"), num("拟扣（元）", "Proposed, ¥"), num("实发（元）", "Paid, ¥"))
	l := &export.List{Rows: len(p.book.Estates), Columns: heads(lang, head...)}
	l.Row = func(i int, cells []export.Cell) {
		e := &p.book.Estates[i]
		row := []export.Cell{
			export.Text(e.ID), export.Text(p.district.Estates.Name[i]), export.Text(e.Subdistrict), export.Text(p.companyWords(j.ev.States[i].Company).In(lang)),
		}
		for m := range v.Months {
			row = append(row, export.Money(domain.Fen(v.Months[m].PayableFen[i])))
		}
		copy(cells, append(row, export.Money(domain.Fen(v.PayableFen[i])), export.Money(domain.Fen(v.ConfirmedFen[i])),
			export.Money(domain.Fen(v.ProposedFen[i])), export.Money(domain.Fen(v.NetFen[i]))))
	}
	return l, nil
}

// listInterviews lists the interviews of the year, those due first.
func listInterviews(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	var rows [][]export.Cell
	for _, r := range p.interviews(j, ask.Year).Rows {
		on, _ := domain.ParseDate(r.RoundOn)
		held, _ := domain.ParseDate(r.HeldOn)
		with, status := domain.Say("负责人", "Responsible person"), domain.Say("应约谈", "Due")
		if r.Legal {
			with = domain.Say("法定代表人", "Legal representative")
		}
		switch {
		case held != 0:
			status = domain.Say("已约谈", "Held")
		case r.Status == string(policy.Proposed):
			status = domain.Say("待责任认定", "Waits for the cause")
		}
		rows = append(rows, []export.Cell{
			export.Text(r.RoundName), export.Day(on), export.Text(r.Estate), export.Text(p.district.Subdistricts[r.Subdistrict]), export.Text(r.Issuer),
			export.Text(p.companyWords(r.Company).In(lang)), export.Whole(int64(r.Level)), export.Text(with.In(lang)), export.Text(r.Person),
			export.Text(status.In(lang)), export.Day(held), export.Text(r.By), export.Text(r.Text),
		})
	}
	return listOf(heads(lang, txt("轮次", "Round"), txt("考核日期", "Inspected on"), txt("小区", "Estate"), txt("街道", "Subdistrict"), txt("约谈单位", "Issuer"),
		txt("企业", "Company"), num("级别", "Level"), txt("约谈对象", "With"), txt("姓名", "Name"), txt("状态", "Status"), txt("约谈日期", "Held on"), txt("约谈人", "Held by"),
		txt("内容", "Text")), rows), nil
}

// listLevel3 lists the exit procedures with the days of their steps.
func listLevel3(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	v := p.level3(j.ev, j.view.RoundID)
	head := []domain.Text{
		txt("小区", "Estate"), txt("街道", "Subdistrict"), txt("企业", "Company"), txt("轮次", "Round"), txt("考核日期", "Inspected on"), txt("状态", "Status"), txt("协议开始", "Agreement from"),
	}
	for _, s := range v.Steps {
		head = append(head, txt(s.Title.ZH, s.Title.EN))
	}
	var rows [][]export.Cell
	for _, c := range v.Cases {
		held, _ := domain.ParseDate(c.HeldOn)
		since, _ := domain.ParseDate(c.AgreementSince)
		row := []export.Cell{
			export.Text(c.Estate), export.Text(p.district.Subdistricts[c.Subdistrict]), export.Text(p.companyWords(c.Company).In(lang)), export.Text(c.RoundName),
			export.Day(held), export.Text(statusWords(policy.Status(c.Status)).In(lang)), export.Day(since),
		}
		for _, s := range c.Steps {
			on, _ := domain.ParseDate(s.On)
			row = append(row, export.Day(on))
		}
		rows = append(rows, row)
	}
	return listOf(heads(lang, head...), rows), nil
}

// listEligibility lists who lost award eligibility for the year, and by which results.
func listEligibility(p *project, j *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	v := p.eligibility(j, ask.Year)
	var rows [][]export.Cell
	for _, list := range [][]EligibilityRow{v.Companies, v.Estates} {
		for _, r := range list {
			kind := domain.Say("小区", "Estate")
			if r.Kind == string(policy.AwardCompany) {
				kind = domain.Say("企业", "Company")
			}
			by := make([]string, len(r.Results))
			for i, result := range r.Results {
				by[i] = result.Name + " " + result.Estate
			}
			rows = append(rows, []export.Cell{
				export.Whole(int64(v.Year)), export.Text(kind.In(lang)), export.Text(r.ID), export.Text(r.Name), export.Whole(int64(len(r.Results))),
				export.Text(strings.Join(by, "；")),
			})
		}
	}
	return listOf(heads(lang, num("年度", "Year"), txt("类别", "Kind"), txt("编号", "Id"), txt("名称", "Name"), num("末位次数", "Bottom results"), txt("依据", "By")), rows), nil
}

// listAudit lists the whole audit log, the latest first.
func listAudit(p *project, _ *judged, ask *ExportAsk) (*export.List, error) {
	lang := domain.Lang(ask.Lang)
	log, err := p.auditLog()
	if err != nil {
		return nil, err
	}
	l := &export.List{Rows: len(log), Columns: heads(lang, num("序号", "No."), txt("日期", "Date"), txt("操作人", "Who"), txt("种类", "Kind"), txt("操作", "What"), txt("涉及行数", "Rows"))}
	l.Row = func(i int, cells []export.Cell) {
		e := &log[i]
		copy(cells, []export.Cell{
			export.Whole(e.Seq), export.Day(e.When), export.Text(e.Who), export.Text(auditWords(e.Kind).In(lang)), export.Text(e.What), export.Text(writtenWords(e.Tables).In(lang)),
		})
	}
	return l, nil
}

func auditWords(k domain.AuditKind) domain.Text {
	switch k {
	case domain.AuditUndo:
		return domain.Say("撤销", "Undone")
	case domain.AuditRedo:
		return domain.Say("重做", "Done again")
	case domain.AuditDo:
	}
	return domain.Say("操作", "Done")
}
