package letter

import (
	"math"
	"strings"
	"testing"

	"estateatlas/backend/domain"

	"pgregory.net/rapid"
)

func TestAmountsInCapitals(t *testing.T) {
	t.Parallel()
	for fen, want := range map[domain.Fen]string{
		0:                "零元整",
		1:                "壹分",
		10:               "壹角整",
		15:               "壹角伍分",
		100:              "壹元整",
		105:              "壹元零伍分",
		150:              "壹元伍角整",
		1000:             "壹拾元整",
		1100:             "壹拾壹元整",
		10_100:           "壹佰零壹元整",
		32504:            "叁佰贰拾伍元零肆分", // the examples of the rule
		140_950:          "壹仟肆佰零玖元伍角整",
		168_032:          "壹仟陆佰捌拾元叁角贰分",
		600_714:          "陆仟零柒元壹角肆分",
		1_640_902:        "壹万陆仟肆佰零玖元零贰分",
		10_700_053:       "壹拾万柒仟元伍角叁分",
		100_000:          "壹仟元整",
		1_000_000:        "壹万元整",
		1_000_100:        "壹万零壹元整",
		1_010_000:        "壹万零壹佰元整",
		1_500_000:        "壹万伍仟元整",
		10_030_005:       "壹拾万零叁佰元零伍分",
		100_000_000:      "壹佰万元整",
		100_100_000:      "壹佰万壹仟元整",
		1_000_001_000:    "壹仟万零壹拾元整",
		10_000_000_000:   "壹亿元整",
		10_000_000_100:   "壹亿零壹元整",
		10_001_000_000:   "壹亿零壹万元整",
		10_010_000_000:   "壹亿零壹拾万元整",
		11_000_000_000:   "壹亿壹仟万元整",
		1_000_000_000_00: "壹拾亿元整",
		-490_000:         "负肆仟玖佰元整",
		domain.MaxFen:    "壹万亿元整",
		math.MaxInt64:    "玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零柒分",
		math.MinInt64:    "负玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌元零捌分",
	} {
		if got := Capitals(fen); got != want {
			t.Errorf("%s is written %s, want %s", fen, got, want)
		}
	}
}

// readCapitals reads an amount back: another way than it is written.
func readCapitals(s string) int64 {
	var total, part, digit int64 // in fen; part and digit in units
	for _, r := range s {
		switch i := strings.IndexRune("零壹贰叁肆伍陆柒捌玖", r); {
		case i >= 0:
			digit = int64(i / len("零"))
		case r == '拾', r == '佰', r == '仟':
			part += digit * map[rune]int64{'拾': 10, '佰': 100, '仟': 1000}[r]
			digit = 0
		case r == '万':
			total, part, digit = total+(part+digit)*10_000, 0, 0
		case r == '亿':
			total, part, digit = (total+part+digit)*100_000_000, 0, 0
		case r == '元':
			total, part, digit = (total+part+digit)*100, 0, 0
		case r == '角':
			total, digit = total+digit*10, 0
		case r == '分':
			total, digit = total+digit, 0
		}
	}
	return total
}

func TestAmountsInCapitalsReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		fen := rapid.Int64Range(0, 9_999_999_999_999_999).Draw(t, "fen") // below 亿亿, where the simple reader gives up
		got := Capitals(domain.Fen(fen))
		if back := readCapitals(got); back != fen {
			t.Fatalf("%s is written %s, which reads %d", domain.Fen(fen), got, back)
		}
		if strings.Contains(got, "零零") || strings.Contains(got, "零元") && fen != 0 {
			t.Fatalf("%s is written %s", domain.Fen(fen), got)
		}
	})
}
