package letter

import (
	"strings"

	"estateatlas/backend/domain"
)

var capitalDigits = []string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}

// Capitals writes an amount in the figures of banks and vouchers (《正确填写票据和结算凭证的基本规定》): 壹拾万零叁佰元零伍分,
// 伍元整, 零元整. 整 closes what ends with yuan or jiao, so that nothing can be written behind it.
func Capitals(f domain.Fen) string {
	var b strings.Builder
	u := uint64(f)
	if f < 0 {
		b.WriteString("负")
		u = -u
	}
	yuan, jiao, fen := u/100, u/10%10, u%10
	if yuan > 0 || u == 0 {
		b.WriteString(capitalWhole(yuan))
		b.WriteString("元")
	}
	if jiao > 0 {
		b.WriteString(capitalDigits[jiao] + "角")
	}
	if fen == 0 {
		b.WriteString("整")
		return b.String()
	}
	if jiao == 0 && yuan > 0 {
		b.WriteString("零")
	}
	b.WriteString(capitalDigits[fen] + "分")
	return b.String()
}

// capitalWhole reads a whole number; a place skipped inside is one 零.
func capitalWhole(n uint64) string {
	if n < 10 {
		return capitalDigits[n]
	}
	for _, place := range []struct {
		worth uint64
		name  string
	}{{1e8, "亿"}, {1e4, "万"}, {1000, "仟"}, {100, "佰"}, {10, "拾"}} {
		if n < place.worth {
			continue
		}
		head, rest := capitalWhole(n/place.worth)+place.name, n%place.worth
		switch {
		case rest == 0:
			return head
		case rest < place.worth/10:
			head += "零"
		}
		return head + capitalWhole(rest)
	}
	return ""
}
