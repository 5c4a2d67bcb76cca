package app

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"estateatlas/backend/classify"
	"estateatlas/backend/domain"
)

// The words of colourings: names, ranges, methods.

// colouringName names a number or group.
func colouringName(by string) domain.Text {
	switch by {
	case "company":
		return domain.Say("服务企业", "Service company")
	case "subdistrict":
		return domain.Say("街道", "Subdistrict")
	}
	if t := testColourings[by]; t != nil {
		return t.name
	}
	if i := slices.IndexFunc(numbers, func(n number) bool { return n.key == by }); i >= 0 {
		return numbers[i].name
	}
	return domain.Say("考核名次", "Inspection rank")
}

// rangeLabel writes a class as a legend shows it. The upper limit belongs to the class above, so whole numbers end one earlier.
func rangeLabel(from, to float64, last bool, unit string) domain.Text {
	var text string
	switch unit {
	case "places":
		from, to = math.Ceil(from), math.Ceil(to)
		if !last {
			to--
		}
		text = signedRange(from, to)
	case "yuan":
		text = dash(amount(from), amount(to))
	default:
		text = dash(decimals(from), decimals(to))
	}
	switch unit {
	case "points":
		return domain.Text{ZH: text + " 分", EN: text}
	case "yuan":
		return domain.Text{ZH: text + " 元", EN: "¥" + text}
	case "places":
		return domain.Text{ZH: text, EN: text}
	}
	return domain.Text{ZH: text, EN: text}
}

func dash(from, to string) string {
	if from == to {
		return from
	}
	return from + "—" + to
}

func decimals(v float64) string { return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) }

// signedRange writes ranks gained or lost: ↑3—12, ↓20—5, 0.
func signedRange(from, to float64) string {
	whole := func(v float64) string { return strconv.FormatFloat(math.Abs(v), 'f', 0, 64) }
	switch {
	case from < 0:
		return "↓" + dash(whole(min(to, -1)), whole(from))
	case to > 0:
		return "↑" + dash(whole(max(from, 1)), whole(to))
	}
	return "0"
}

// amount writes yuan with a mark for thousands, and fen only where there are any.
func amount(yuan float64) string {
	fen := int64(math.Round(yuan * 100))
	text := strconv.FormatInt(fen/100, 10)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	if fen%100 != 0 {
		text += fmt.Sprintf(".%02d", fen%100)
	}
	return text
}

// methodText names number, method, classes and how many estates have the number.
func methodText(c *Colouring, n *number, known int) domain.Text {
	var method domain.Text
	switch classify.Method(c.Ask.Method) {
	case classify.Quantile:
		method = domain.Say("分位数", "quantiles")
	case classify.Natural:
		method = domain.Say("自然断点（Fisher–Jenks）", "natural breaks (Fisher–Jenks)")
	case classify.Equal:
		method = domain.Say("等距", "equal intervals")
	case classify.Given:
		method = domain.Say("自定分级", "given limits")
	}
	if n.signed && classify.Method(c.Ask.Method) != classify.Given {
		method.ZH, method.EN = method.ZH+"，升降分列", method.EN+", gains and losses apart"
	}
	return domain.Say("%[1]s：%[3]s，%[5]d 级，%[6]d 个小区有值", "%[2]s: %[4]s, %[5]d classes, %[6]d estates",
		n.name.ZH, n.name.EN, method.ZH, method.EN, len(c.Classes), known)
}
