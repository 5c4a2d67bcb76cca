package app

import (
	"fmt"

	"estateatlas/backend/domain"
)

// unit is the unit of a count.
func (m *meetingWriter) unit(f *Figure) string {
	switch f.Unit {
	case "estates":
		return m.pick("个小区", pluralEN(f.Count, "estate"))
	case "findings":
		return m.pick("处", pluralEN(f.Count, "finding"))
	case "companies":
		if f.Count == 1 {
			return m.pick("家企业", "company")
		}
		return m.pick("家企业", "companies")
	case "funds":
		return m.pick("个街道", pluralEN(f.Count, "fund"))
	}
	return ""
}

func pluralEN(n int64, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

// figureNote says a note as the strip does (frontend/src/i18n, figure.note.*), because Note has keys only.
func (m *meetingWriter) figureNote(n *Note) string {
	switch n.Key {
	case "unscored":
		return m.say("未参评 %d", "%d not scored", n.Count)
	case "bottomIn":
		return m.say("新进 %d", "%d new", n.Count)
	case "bottomOut":
		return m.say("退出 %d", "%d out", n.Count)
	case "name":
		return n.Text
	case "proposed":
		return m.say("拟 %d", "%d proposed", n.Count)
	case "estates":
		return m.say("%[1]d 个小区", "%[1]d %[2]s", n.Count, pluralEN(n.Count, "estate"))
	case "proposedFen":
		return m.say("另拟扣 %s", "%s proposed", m.money(n.Fen))
	case "clawback":
		return m.say("追回 %s", "clawback %s", m.money(n.Fen))
	case "subdistricts":
		return m.say("%[1]d 个街道", "%[1]d %[2]s", n.Count, pluralEN(n.Count, "subdistrict"))
	case "overdrawn":
		return m.say("透支 %d", "%d overdrawn", n.Count)
	case "of":
		return m.say("共 %d", "of %d", n.Count)
	case "open":
		return m.say("未整改共 %d", "%d open", n.Count)
	}
	return ""
}

func (m *meetingWriter) money(fen int64) string {
	value, unit := moneyFigure(domain.Fen(fen), m.lang)
	if unit == "" {
		return value
	}
	return value + " " + unit
}

// moneyFigure writes money as a figure: 22.04 万元, 1.08 亿元, under 10,000 yuan the amount itself; in English ¥642,600, ¥108.0m.
// It rounds as the screens do, half away from zero.
func moneyFigure(fen domain.Fen, lang domain.Lang) (value, unit string) {
	const yuan, tenThousand, hundredMillion = 100, 1_000_000, 10_000_000_000
	sign, size := "", int64(fen)
	if size < 0 {
		sign, size = "−", -size
	}
	// An amount that would round up to 10,000.00 万 is 1.00 亿.
	large := size >= hundredMillion-tenThousand/200
	if lang == domain.EN {
		switch {
		case size >= hundredMillion:
			return sign + "¥" + rounded(size, hundredMillion/100, 1) + "m", ""
		case size >= tenThousand:
			return sign + "¥" + rounded(size, yuan, 0), ""
		}
		return sign + "¥" + rounded(size, yuan, 2), ""
	}
	switch {
	case large:
		return sign + rounded(size, hundredMillion, 2), "亿元"
	case size >= tenThousand:
		return sign + rounded(size, tenThousand, 2), "万元"
	}
	return sign + rounded(size, yuan, 2), "元"
}

// rounded writes size ÷ unit with so many decimals and commas between thousands.
func rounded(size, unit int64, decimals int) string {
	scale := int64(1)
	for range decimals {
		scale *= 10
	}
	whole, rest := size/unit, size%unit
	part := (rest*scale*2 + unit) / (unit * 2)
	whole, part = whole+part/scale, part%scale
	if decimals == 0 {
		return thousands(whole)
	}
	return fmt.Sprintf("%s.%0*d", thousands(whole), decimals, part)
}
