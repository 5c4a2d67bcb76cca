package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/paper"
	"estateatlas/backend/sheet"
)

// writeAtlas writes a PDF with a map of the district, an index and a page for each estate of ask.FIDs. progress counts the pages.
func writeAtlas(ctx context.Context, p *project, ask ExportAsk, w io.Writer, progress func(done, total int)) error {
	j, err := p.judgeAsked(&ask)
	if err != nil {
		return err
	}
	m, err := p.mapSheet(j, ask.Map, ask.Lang)
	if err != nil {
		return err
	}
	l := domain.Lang(ask.Lang)
	a := sheet.Atlas{
		Map: m, Leaves: make([]sheet.Leaf, 0, len(ask.FIDs)),
		Heads: []string{domain.Say("街道", "Subdistrict").In(l), domain.Say("补贴状态", "Subsidy").In(l)},
	}
	for _, fid := range ask.FIDs {
		if err := domain.Cancelled(ctx); err != nil {
			return err
		}
		place, ok := p.place[fid]
		if !ok {
			return domain.Fail(domain.CodeNotFound, domain.Say("项目中没有这个小区", "The project has no such estate"), nil)
		}
		leaf, err := p.leaf(j, place, l)
		if err != nil {
			return err
		}
		a.Leaves = append(a.Leaves, leaf)
	}
	doc := paper.NewPDF(p.paperInfo(m.Title, ask.Lang))
	if err := sheet.DrawAtlas(ctx, doc, &a, progress); err != nil {
		return errors.Join(domain.Cancelled(ctx), err)
	}
	if err := doc.Encode(w); err != nil {
		return fmt.Errorf("write atlas: %w", err)
	}
	return nil
}

// leaf is the page of an estate: what its card says, without names and telephones of persons.
func (p *project) leaf(j *judged, place int, l domain.Lang) (sheet.Leaf, error) {
	c := p.card(j, place)
	proxy, err := p.cardProxy(j, place)
	c.Proxy = proxy
	e := &p.book.Estates[place]
	leaf := sheet.Leaf{
		Estate: place, Subtitle: strings.Join(p.estateFacts(&c, l), " · "),
		Index: []string{e.Subdistrict, stateWords(j.ev.States[place].State).In(l)},
	}
	leaf.History = leafHistory(&c, l)
	leaf.Sections = []sheet.Section{leafMeasures(&c, l), leafDeductions(&c, l), leafMoney(&c, j.ev.States[place].State, l), leafCompany(&c, l)}
	if len(c.Decisions) > 0 {
		leaf.Sections = append(leaf.Sections, leafDecisions(&c, l))
	}
	return leaf, err
}

// estateFacts are the line under an estate's name: rank and score, where it is, what it is.
func (p *project) estateFacts(c *Card, l domain.Lang) []string {
	var out []string
	add := func(t domain.Text) {
		if s := t.In(l); s != "" {
			out = append(out, s)
		}
	}
	switch {
	case c.Rank == 0:
		add(domain.Say("未参评", "Not scored"))
	case c.Tied:
		add(domain.Say("并列第%d名，共%d名", "tied %d of %d", c.Rank, c.Of))
	default:
		add(domain.Say("第%d名，共%d名", "%d of %d", c.Rank, c.Of))
	}
	if c.HasPrevious {
		add(record(changeText(c.Change)))
	}
	if c.Score != "" {
		add(domain.Say("%s 分", "score %s", c.Score))
	}
	add(record(c.Subdistrict))
	add(record(c.Community))
	add(formWords(domain.Form(c.Form)))
	if c.AreaM2 > 0 {
		add(areaText(c.AreaM2))
	}
	if c.Households >= 0 {
		add(domain.Say("%s 户", "%s households", thousands(c.Households)))
	}
	return out
}

// changeText is the ranks gained or lost since the round before.
func changeText(change int) string {
	switch {
	case change > 0:
		return "↑" + strconv.Itoa(change)
	case change < 0:
		return "↓" + strconv.Itoa(-change)
	}
	return "—"
}

func areaText(m2 float64) domain.Text {
	if m2 >= 10000 {
		return domain.Say("%.2f 公顷", "%.2f ha", m2/10000)
	}
	return domain.Say("%s 平方米", "%s m²", thousands(int64(m2+0.5)))
}

func distanceText(m float64) domain.Text {
	if m < 1000 {
		return domain.Say("%.1f 米", "%.1f m", m)
	}
	return domain.Say("%.2f 公里", "%.2f km", m/1000)
}

// thousands writes a whole number with commas.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "−", s[1:]
	}
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return sign + s
}

// yuan writes an amount as in rows: 4,900.00.
func yuan(fen int64) string {
	s := domain.Fen(fen).String()
	whole, cents, _ := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return s
	}
	if fen < 0 {
		return "−" + thousands(n) + "." + cents
	}
	return thousands(n) + "." + cents
}

func leafHistory(c *Card, l domain.Lang) sheet.History {
	h := sheet.History{Title: domain.Say("名次变化", "Course of ranks").In(l), BandSize: c.BandSize}
	for _, p := range c.History {
		r := sheet.Result{Label: p.HeldOn[:min(7, len(p.HeldOn))], Rank: p.Rank, Of: p.Of}
		switch domain.Band(p.Band) {
		case domain.BandTop:
			r.Band = sheet.Top
		case domain.BandBottom:
			r.Band = sheet.Bottom
		case domain.BandMiddle, domain.BandUnranked:
		}
		h.Points = append(h.Points, r)
	}
	h.Note = domain.Say("%d 轮", "%d rounds", len(h.Points)).In(l)
	if c.Run > 1 {
		h.Note = domain.Say("%d 轮，后段连续第 %d 轮", "%d rounds, bottom for the %dth in a row", len(h.Points), c.Run).In(l)
	}
	return h
}

func leafMeasures(c *Card, l domain.Lang) sheet.Section {
	s := sheet.Section{Title: domain.Say("本年措施", "Measures of the year").In(l)}
	levels := [...]domain.Text{{}, domain.Say("一级", "level 1"), domain.Say("二级", "level 2"), domain.Say("三级", "level 3")}
	for i := range c.Measures {
		m := &c.Measures[i]
		level, open := m.ConfirmedLevel, false
		if level == 0 {
			level, open = m.ProposedLevel, m.ProposedLevel > 0
		}
		text := causeWords(domain.Cause(m.Cause)).In(l)
		if level > 0 && level < len(levels) {
			text = levels[level].In(l)
			if open {
				text += domain.Say("（拟）", " (proposed)").In(l)
			}
			text += domain.Say("：", ": ").In(l) + m.Text.In(l)
		}
		s.Rows = append(s.Rows, sheet.Row{Label: m.HeldOn + domain.Say("　第%d名", "  rank %d", m.Rank).In(l), Value: text})
	}
	if len(s.Rows) == 0 {
		s.Rows = []sheet.Row{{Value: domain.Say("本年没有后段结果", "No bottom result this year").In(l)}}
	}
	return s
}

func leafDeductions(c *Card, l domain.Lang) sheet.Section {
	const most = 8
	s := sheet.Section{Title: domain.Say("本轮扣分", "Points lost").In(l)}
	if len(c.Deductions.Items) == 0 {
		s.Rows = []sheet.Row{{Value: domain.Say("没有扣分明细", "No deductions are recorded").In(l)}}
		return s
	}
	s.Note = domain.Say("共 %s 分，企业四项职能 %.1f%%", "%s points, the company's four functions %.1f%%", c.Deductions.Total, 100*c.Deductions.CompanyShare).In(l)
	for i, it := range c.Deductions.Items {
		if i == most {
			s.Rows = append(s.Rows, sheet.Row{Value: domain.Say("另有 %d 项", "%d more", len(c.Deductions.Items)-most).In(l)})
			break
		}
		name := it.Name
		if name == "" {
			name = it.Item
		}
		s.Rows = append(s.Rows, sheet.Row{Label: it.Item + " " + name, Value: it.Points})
	}
	return s
}

func leafMoney(c *Card, state domain.SubsidyState, l domain.Lang) sheet.Section {
	s := sheet.Section{Title: domain.Say("区级奖励补贴", "District reward subsidy").In(l), Rows: []sheet.Row{
		{Label: domain.Say("状态", "State").In(l), Value: stateWords(state).In(l), Strong: true},
		{Label: domain.Say("月补贴（元）", "Monthly, ¥").In(l), Value: yuan(c.Money.MonthlyFen)},
	}}
	if c.Money.ScopeCount > 0 {
		s.Rows = append(s.Rows,
			sheet.Row{Label: domain.Say("本年扣减范围", "Withheld this year from").In(l), Value: domain.Say("%d 个小区", "%d estates", c.Money.ScopeCount).In(l)},
			sheet.Row{Label: domain.Say("已扣（元）", "Withheld, ¥").In(l), Value: yuan(c.Money.ScopeFen)},
			sheet.Row{Label: domain.Say("拟扣（元）", "Proposed, ¥").In(l), Value: yuan(c.Money.ScopeProposedFen)})
	}
	return s
}

func leafCompany(c *Card, l domain.Lang) sheet.Section {
	s := sheet.Section{Title: domain.Say("企业与代管", "Company and proxy").In(l)}
	company := domain.Say("无", "None").In(l)
	if c.Company != nil {
		company = c.Company.Name
	}
	s.Rows = append(s.Rows, sheet.Row{Label: domain.Say("管理服务企业", "Service company").In(l), Value: company, Strong: true})
	if c.Company != nil {
		s.Rows = append(s.Rows, sheet.Row{
			Label: domain.Say("协议", "Agreement").In(l),
			Value: agreementWords(domain.AgreementKind(c.Company.Kind)).In(l) + domain.Say("，%s 起", ", since %s", c.Company.Since).In(l),
		})
	}
	if x := c.Proxy; x != nil {
		switch {
		case len(x.Served) > 0:
			s.Rows = append(s.Rows, sheet.Row{Label: domain.Say("就近代管", "Looks after").In(l), Value: domain.Say("%d 处散片", "%d scattered estates", len(x.Served)).In(l)})
		case x.HostName != "":
			s.Rows = append(s.Rows, sheet.Row{Label: domain.Say("代管依托小区", "Proxy host").In(l), Value: x.HostName + "，" + distanceText(x.DistanceM).In(l)})
		case x.Status == string(assign.Unassigned):
			s.Rows = append(s.Rows, sheet.Row{Label: domain.Say("代管依托小区", "Proxy host").In(l), Value: domain.Say("范围内没有", "None in range").In(l)})
		}
	}
	return s
}

func leafDecisions(c *Card, l domain.Lang) sheet.Section {
	const most = 3
	s := sheet.Section{Title: domain.Say("决定", "Decisions").In(l)}
	for _, d := range c.Decisions[:min(most, len(c.Decisions))] {
		s.Rows = append(s.Rows, sheet.Row{Value: strings.TrimSpace(d.On + " " + d.By + " " + d.Text.In(l))})
	}
	return s
}
