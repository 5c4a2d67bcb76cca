package app

import (
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/sheet"
)

// card is the card of an estate as it is shown in a meeting: without persons and telephone numbers.
func (m *meetingWriter) card(c *Card) *sheet.MeetingCard {
	out := &sheet.MeetingCard{Name: c.Name, Rank: "—", Facts: m.cardFacts(c), Band: sheet.Unranked, Figures: m.cardFigures(c)}
	if c.Rank > 0 {
		out.Rank, out.Band = strconv.Itoa(c.Rank), sheetBand(c.Band)
	}
	m.cardHistory(c, &out.History)
	m.cardDeductions(c, &out.Deductions)
	m.cardMeasures(c, &out.Measures)
	return out
}

// sheetBand is a band as the map draws it; the fifths of the middle look alike on a card.
func sheetBand(band string) int {
	switch domain.Band(band) {
	case domain.BandTop:
		return sheet.Top
	case domain.BandBottom:
		return sheet.Bottom
	case domain.BandMiddle:
		return sheet.Middle3
	case domain.BandUnranked:
	}
	return sheet.Unranked
}

func (m *meetingWriter) cardFacts(c *Card) []string {
	facts := []string{c.Subdistrict}
	if c.Company != nil {
		name := c.Company.Name
		if domain.AgreementKind(c.Company.Kind) == domain.AgreementProxy {
			name += m.say("（代管）", " (proxy)")
		}
		facts = append(facts, name)
	} else {
		facts = append(facts, m.say("无服务企业", "No company"))
	}
	if c.Score != "" {
		facts = append(facts, m.say("%s 分", "%s points", c.Score))
	}
	if c.Tied {
		facts = append(facts, m.say("并列", "tied"))
	}
	return facts
}

func (m *meetingWriter) cardHistory(c *Card, h *sheet.MeetingHistory) {
	h.BandSize = c.BandSize
	scored := 0
	for i := range c.History {
		p := &c.History[i]
		point := sheet.MeetingRank{Label: m.monthOf(p.HeldOn), Rank: p.Rank, Of: p.Of, Band: sheetBand(p.Band)}
		if p.Rank > 0 {
			scored++
		}
		h.Points = append(h.Points, point)
	}
	// Rounds before the first result of the estate say nothing about it.
	first := slices.IndexFunc(h.Points, func(p sheet.MeetingRank) bool { return p.Rank > 0 })
	if first < 0 {
		h.Points = nil
		return
	}
	h.Points = h.Points[first:]
	h.Title = m.say("名次，%[1]d 轮", "Rank, %[1]d %[2]s", scored, pluralEN(int64(scored), "round"))
	switch {
	case c.Run > 1:
		h.Note = m.say("%[1]s连续第 %[3]d 轮", "%[2]s, %[3]d rounds in a row",
			bandWords(domain.BandBottom, c.BandSize).ZH, bandWords(domain.BandBottom, c.BandSize).EN, c.Run)
	case c.HasPrevious && c.Change > 0:
		h.Note = m.say("较上轮上升 %d 名", "up %d since the round before", c.Change)
	case c.HasPrevious && c.Change < 0:
		h.Note = m.say("较上轮下降 %d 名", "down %d since the round before", -c.Change)
	}
}

// monthOf is the month of a day as an axis has it.
func (m *meetingWriter) monthOf(day string) string {
	d, ok := domain.ParseDate(day)
	if !ok {
		return day
	}
	return timeOf(d).Format(m.say("2006年1月", "Jan 2006"))
}

func (m *meetingWriter) cardDeductions(c *Card, out *sheet.MeetingDeductions) {
	d := &c.Deductions
	if len(d.Items) == 0 {
		out.Title, out.Note = m.say("扣分", "Points lost"), m.say("本轮没有扣分明细", "no items on record in this round")
		return
	}
	out.Title = m.say("扣 %s 分", "%s points lost", d.Total)
	share := m.say("四项职能占 %s", "four functions %s", percentText(d.CompanyShare))
	switch cause := m.cause(d.Cause); {
	case d.Cause == "":
		out.Note = share
	case d.Determined:
		out.Note = m.say("认定责任：%[1]s，%[2]s", "determined: %[1]s, %[2]s", cause, share)
	default:
		out.Note = m.say("责任：%[1]s，%[2]s", "cause: %[1]s, %[2]s", cause, share)
	}
	decimals := 0
	for i := range d.Items {
		_, part, _ := strings.Cut(d.Items[i].Points, ".")
		decimals = max(decimals, len(part))
	}
	longest := d.Items[0].Share
	for i := range d.Items {
		it := &d.Items[i]
		bar := sheet.MeetingBar{Name: it.Name, Points: withDecimals(it.Points, decimals), Company: it.Company}
		if !it.Company {
			bar.Name += m.pick("（属地）", " (territorial)")
		}
		if longest > 0 {
			bar.Part = it.Share / longest
		}
		out.Items = append(out.Items, bar)
	}
}

// withDecimals fills an exact number up with zeros, so that numbers below each other have their points below each other.
func withDecimals(number string, decimals int) string {
	whole, part, _ := strings.Cut(number, ".")
	if decimals == 0 {
		return whole
	}
	return whole + "." + part + strings.Repeat("0", max(0, decimals-len(part)))
}

func percentText(share float64) string { return strconv.FormatFloat(share*100, 'f', 1, 64) + "%" }

// cause is a cause inside a sentence.
func (m *meetingWriter) cause(c string) string {
	return strings.ToLower(shortCause(domain.Cause(c)).In(m.lang))
}

func (m *meetingWriter) cardMeasures(c *Card, out *sheet.MeetingMeasures) {
	if len(c.Measures) == 0 {
		return
	}
	out.Title = m.say("本年措施", "Measures this year")
	for i := range c.Measures {
		ms := &c.Measures[i]
		row := sheet.MeetingMeasure{When: m.shortMonth(ms.HeldOn), Rank: strconv.Itoa(ms.Rank), Text: ms.Text.In(m.lang), Now: ms.RoundID == c.RoundID}
		switch {
		case ms.ConfirmedLevel > 0:
			row.Level = m.levelWords(ms.ConfirmedLevel)
		case ms.ProposedLevel > 0:
			row.Level = m.say("拟%s", "%s proposed", m.levelWords(ms.ProposedLevel))
		default:
			row.Level = "—"
		}
		if row.Text == "" {
			row.Text = m.say("责任：%s，不计级别", "cause: %s, no level", m.cause(ms.Cause))
		}
		out.Rows = append(out.Rows, row)
		if row.Now {
			out.Note = m.clauses(ms.Reasons)
		}
	}
}

// clauses names the places that reasons rest on, each once.
func (m *meetingWriter) clauses(reasons []domain.Reason) string {
	var out []string
	for i := range reasons {
		if place := reasons[i].Clause.Place; place != "" && !slices.Contains(out, place) {
			out = append(out, place)
		}
	}
	const most = 3
	return strings.Join(out[:min(len(out), most)], m.say("、", ", "))
}

func (m *meetingWriter) shortMonth(day string) string {
	d, ok := domain.ParseDate(day)
	if !ok {
		return day
	}
	return timeOf(d).Format(m.say("1月", "Jan"))
}

func (m *meetingWriter) levelWords(level int) string {
	zh := [...]string{"无级别", "一级", "二级", "三级"}
	return m.pick(zh[min(max(level, 0), 3)], "Level "+strconv.Itoa(level))
}

// cardFigures are the subsidy withheld in the year and how many estates that touches; proposed beside confirmed, never added.
func (m *meetingWriter) cardFigures(c *Card) []sheet.MeetingFigure {
	var out []sheet.MeetingFigure
	add := func(label, value, unit string) {
		out = append(out, sheet.MeetingFigure{Label: label, Value: value, Unit: unit})
	}
	money := func(label string, fen int64) {
		value, unit := moneyFigure(domain.Fen(fen), m.lang)
		add(label, value, unit)
	}
	if c.Money.ScopeFen > 0 {
		money(m.say("全年扣减区级奖励补贴", "Subsidy withheld this year"), c.Money.ScopeFen)
	}
	if c.Money.ScopeProposedFen > 0 {
		money(m.say("拟扣，责任待认定", "Proposed, cause still open"), c.Money.ScopeProposedFen)
	}
	if c.Money.ScopeCount > 0 {
		company := ""
		if c.Company != nil {
			company = m.p.district.Companies[c.Company.Index].Name
		}
		add(m.say("%[1]s在%[2]s，受影响", "of %[1]s in %[2]s affected", company, c.Subdistrict),
			strconv.Itoa(c.Money.ScopeCount), m.pick("个小区", pluralEN(int64(c.Money.ScopeCount), "estate")))
	}
	if len(out) == 0 && c.Money.MonthlyFen > 0 {
		value, unit := moneyFigure(domain.Fen(c.Money.MonthlyFen), m.lang)
		if unit != "" {
			unit += "/月"
		} else {
			unit = "a month"
		}
		add(m.say("区级奖励补贴，%s", "District subsidy, %s", stateWords(domain.SubsidyState(c.Money.State)).In(m.lang)), value, unit)
	}
	return out
}
