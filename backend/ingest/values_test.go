package ingest

import (
	"strconv"
	"strings"
	"testing"

	"estateatlas/backend/domain"

	"pgregory.net/rapid"
)

// reading is a value as text, "" if it is refused, with ! if it is noted.
func reading[T any](show func(T) string, v T, verdict verdict) string {
	switch {
	case verdict.refused != nil:
		return ""
	case verdict.note != nil:
		return show(v) + "!"
	}
	return show(v)
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{
		"2026-03-05": "2026-03-05", "2026/3/5": "2026-03-05!", "2026/03/05": "2026-03-05!", "2026年3月5日": "2026-03-05!",
		"2026年03月05日": "2026-03-05!", "２０２６-０３-０５": "2026-03-05!", "2024-02-29": "2024-02-29", "2026-02-29": "", "2026-02-30": "",
		"2026-13-01": "", "2026-00-10": "", "2026-3-5": "", "20260305": "", "46086": "", "05/03/2026": "", "2026.3.5": "",
		"2026年3月": "", "2026/3": "", "26-03-05": "", "2026-03-05 00:00": "", "2026-03-05T00:00:00Z": "", "0000-01-01": "",
		"2026/003/05": "", "2026年3月5": "", "2026/3/5日": "", "今天": "", "−2026-03-05": "", "9999-12-31": "9999-12-31",
	} {
		d, v := readDate(in)
		if got := reading(domain.Date.String, d, v); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

func TestMonths(t *testing.T) {
	for in, want := range map[string]string{
		"2026-03": "2026-03", "２０２６-０３": "2026-03!", "2026-3": "", "2026/03": "", "2026-13": "", "2026-00": "", "2026-03-01": "", "2026年3月": "",
	} {
		m, v := readMonth(in)
		if got := reading(domain.Month.String, m, v); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

func TestScores(t *testing.T) {
	for in, want := range map[string]string{
		"88": "88", "88.0": "88", "0": "0", "100": "100", "100.0": "100", "0.125": "0.125", "007": "7", "９５．５": "95.5!", "９５": "95!", "-0": "0",
		"100.0001": "", "101": "", "-1": "", "−5": "", "+5": "", ".5": "", "5.": "", "95,5": "", "1e1": "", "95分": "", "95%": "", "/": "", "—": "",
		"优秀": "", "NaN": "", "Inf": "", "0x10": "", "9 5": "", "1_0": "", "1.2.3": "", "-": "", "９5": "95!",
	} {
		d, v := readScore(in)
		if got := reading(domain.Decimal.String, d, v); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

func TestMoney(t *testing.T) {
	for in, want := range map[string]string{
		"4900": "4900.00", "4900.5": "4900.50", "4900.05": "4900.05", "0": "0.00", "0.00": "0.00", "0.1": "0.10", "1001.0": "1001.00",
		"0000000000000000000012": "12.00", "-0.00": "0.00", "１２．５": "12.50!", "1000000000000": "1000000000000.00",
		"1000000000000.01": "", "99999999999999999999": "", "0.001": "", "4900.000": "", "-1": "", "-0.01": "", "1,000": "", "1e3": "", "¥5": "", "5元": "", "": "",
	} {
		f, v := readMoney(in)
		if got := reading(domain.Fen.String, f, v); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

// Amounts are exact: any number of fen comes back from its own text.
func TestMoneyIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := domain.Fen(rapid.Int64Range(0, int64(domain.MaxFen)).Draw(t, "fen"))
		if got, v := readMoney(want.String()); got != want || v.refused != nil || v.note != nil {
			t.Fatalf("%s came back as %s", want, got)
		}
	})
}

func TestWholeNumbers(t *testing.T) {
	show := func(n int64) string { return strconv.FormatInt(n, 10) }
	for in, want := range map[string]string{
		"1": "1", "12": "12", "12.0": "12", "１２": "12!", "012": "12", "1.5": "", "0": "", "-1": "", "1e3": "", "十": "", "99999999999999999999": "",
	} {
		n, v := readInt(in, 1)
		if got := reading(show, n, v); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
	if n, v := readInt("0", 0); n != 0 || v.refused != nil {
		t.Error("0 households are a number")
	}
}

func TestDegrees(t *testing.T) {
	for in, want := range map[string]float64{"117.2": 117.2, "-180": -180, "180": 180, "0": 0, "-0.5": -0.5} {
		if f, v := readDegrees(in, maxLon); f != want || v.refused != nil {
			t.Errorf("%s: got %v", in, f)
		}
	}
	for _, in := range []string{"180.0001", "-181", "1e2", "东经117", "117°", "−117"} {
		if f, v := readDegrees(in, maxLon); v.refused == nil {
			t.Errorf("%s: taken as %v", in, f)
		}
	}
	if _, v := readDegrees("117.2", maxLat); v.refused != &sayLatRange {
		t.Error("a longitude in place of a latitude is out of range")
	}
}

func TestYesAndNo(t *testing.T) {
	for in, want := range map[string]domain.Tri{"true": domain.Yes, "1": domain.Yes, "是": domain.Yes, "false": domain.No, "0": domain.No, "否": domain.No} {
		if got, v := readBool(in); got != want || v.refused != nil {
			t.Errorf("%s: got %v", in, got)
		}
	}
	for _, in := range []string{"TRUE", "True", "yes", "y", "2", "有", "null", "１"} {
		if _, v := readBool(in); v.refused == nil {
			t.Errorf("%s was taken", in)
		}
	}
}

// Every code of CONTRACT.md is taken in English and in Chinese, and in no other case.
func TestCodes(t *testing.T) {
	check := func(read func(string) (string, verdict), pairs string) {
		t.Helper()
		for pair := range strings.FieldsSeq(pairs) {
			code, zh, _ := strings.Cut(pair, "=")
			for _, in := range []string{code, zh} {
				if got, v := read(in); got != code || v.refused != nil {
					t.Errorf("%s: got %q", in, got)
				}
			}
			for _, in := range []string{strings.ToUpper(code), code + "x", " " + code, zh + "类"} {
				if _, v := read(in); v.refused == nil {
					t.Errorf("%q was taken", in)
				}
			}
		}
	}
	check(words(formCodes), "contiguous=成片 scattered=散片")
	check(words(agreementCodes), "direct=直管 proxy=代管")
	check(words(roundCodes), "district_sanitary=创卫考核 city_evaluation=市级评估 joint_check=联合抽查 routine=日常检查")
	check(words(causeCodes), "company=企业 territorial=属地 undetermined=待定")
	check(words(responsibleCodes), "company=企业 territorial=属地")
	check(words(functionCodes), "gate_duty=门岗执勤 patrol=巡视管理 cleaning=清扫保洁 parking=停车秩序")
	check(words(modeCodes), "company=社会化服务公司 owner_unit=产权单位 self_governed=居民自治 community_guarantee=社区保障")
	check(words(fundUseCodes), "cleaning_drive=集中清理 reward_top=奖励前十名")
	check(func(s string) (string, verdict) { g, _, v := readExit(s); return string(g), v },
		"demolition=拆迁 owner_request=产权人要求 market_operation=市场化 other=其他")
	if _, v := responsibleCodes.read("undetermined"); v.refused == nil {
		t.Error("an item cannot be the responsibility of nobody")
	}
}

func words[C ~string](c *codes[C]) func(string) (string, verdict) {
	return func(s string) (string, verdict) { code, v := c.read(s); return string(code), v }
}

func TestExitGroundWithText(t *testing.T) {
	for in, want := range map[string]string{"other:整体改造": "整体改造", "其他：整体改造": "整体改造", "other：\u0020整体改造\u0020": "整体改造", "其他:甲：乙": "甲：乙", "other": "", "其他": ""} {
		ground, text, v := readExit(in)
		if ground != domain.ExitOther || text != want || v.refused != nil {
			t.Errorf("%s: got %s, %q", in, ground, text)
		}
	}
	for _, in := range []string{"demolition:x", "Other:x", "整体改造"} {
		if _, _, v := readExit(in); v.refused == nil {
			t.Errorf("%s was taken", in)
		}
	}
}

func TestTrimming(t *testing.T) {
	for in, want := range map[string]string{
		"\u0020e01\t": "e01", "e01\u3000": "e01", "\uFEFFe01": "e01", "\u200Be01\u200B": "e01", "\u00A0e01\u2028": "e01", "零\u200B宽": "零\u200B宽",
		"0012": "0012", "": "", "\u3000": "", "\x00e": "\x00e",
	} {
		if got := trim(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
