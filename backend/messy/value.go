package messy

import (
	"regexp"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/workbook"
)

// verdict is how a cell is read: as text in a form of CONTRACT.md, what was repaired for that, or what is wrong with it.
type verdict struct {
	text string
	// repair is the kind of a repair, said what is said of it.
	repair string
	said   domain.Text
	fault  *fault
	empty  bool
}

// fault is what is wrong with a cell. try are values that may be meant, most likely first.
type fault struct {
	kind  string
	title domain.Text
	try   []string
	// unscored says that the cell may mean that there is no score.
	unscored bool
}

func repaired(kind, as, zh, en string, args ...any) verdict {
	return verdict{text: as, repair: kind, said: domain.Say(zh, en, args...)}
}

func wrong(kind, zh, en string, try ...string) verdict {
	return verdict{fault: &fault{kind: kind, title: domain.Text{ZH: zh, EN: en}, try: try}}
}

var (
	plainPattern     = regexp.MustCompile(`^-?\d+(\.\d+)?$`)
	thousandsPattern = regexp.MustCompile(`^\d{1,3}(,\d{3})+(\.\d+)?$`)
	unitPattern      = regexp.MustCompile(`^(-?[\d.,]+)\s*(分|户|元|元/月|㎡|m2|m²|平方米|平米|名|个|家|°)$`)
	commaPattern     = regexp.MustCompile(`^\d{1,3},\d{1,2}$`)
	percentPattern   = regexp.MustCompile(`^(\d+(?:\.\d+)?)%$`)
	wanPattern       = regexp.MustCompile(`^(\d+(?:\.\d+)?)\s*万元?$`)
)

// isPlain reports whether a text is digits with a point: what nearly every cell is.
func isPlain(s string) bool {
	digits, point := 0, false
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			digits++
		case c == '.' && !point && digits > 0 && i+1 < len(s):
			point = true
		default:
			return false
		}
	}
	return digits > 0 && digits < 18
}

// mostDecimals is how many decimals a number has that somebody typed.
const mostDecimals = 9

// floating reports whether a number has more decimals than anybody types, and gives it without them.
func floating(s string) (short string, long bool) {
	at := strings.IndexByte(s, '.')
	if at < 0 || len(s)-at-1 <= mostDecimals {
		return s, false
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return s, false
	}
	short = strconv.FormatFloat(x, 'f', mostDecimals, 64)
	return strings.TrimSuffix(strings.TrimRight(short, "0"), "."), true
}

// number reads a number of a field.
func number(c *Cell, f *Field, revoked func(string) bool) verdict {
	s := trim(c.Text)
	if c.Kind == workbook.Date {
		return wrong("is_date", f.Name.ZH+"是日期", f.Name.EN+" is a date")
	}
	if c.Shown != "" && c.Kind == workbook.Number {
		shown := strings.TrimSuffix(c.Shown, "%")
		if shown != c.Shown {
			return wrong("percent", "显示为百分比，与存储的数不同", "It is shown as a percentage, unlike what is stored", shown, s)
		}
		if revoked("rounded") {
			return repaired("rounded", shown, "显示 %[1]s，存储 %[2]s，按显示的读取", "shown %[1]s, stored %[2]s: read as shown", shown, s)
		}
		return repaired("rounded", s, "显示 %[1]s，存储 %[2]s，按存储的读取", "shown %[1]s, stored %[2]s: read as stored", shown, s)
	}
	if short, long := floating(s); long && c.Kind == workbook.Number && f.use != useDegrees {
		// 90.30000000000001 is what adding leaves of 90.3, which is what everybody sees.
		if revoked("floating") {
			return f.inRange(repaired("floating", s, "存储的数 %[1]s 不取整", "the stored number %[1]s as it is", s))
		}
		return f.inRange(repaired("floating", short, "计算留下的尾数：%[1]s 读作 %[2]s", "what adding left: %[1]s read as %[2]s", s, short))
	}
	if isPlain(s) {
		return f.inRange(verdict{text: s})
	}
	n := trim(narrow(s))
	out := verdict{text: n}
	try := func(kind, as, zh, en string) verdict {
		if revoked(kind) {
			return wrong("not_number", f.Name.ZH+"不是数", f.Name.EN+" is no number", as)
		}
		return repaired(kind, as, zh+" %[1]s 读作 %[2]s", en+" %[1]s read as %[2]s", s, as)
	}
	if n != s && plainPattern.MatchString(n) {
		out = try("wide", n, "全角数字", "full-width digits:")
	}
	if rest, ok := strings.CutPrefix(n, "'"); ok && plainPattern.MatchString(rest) {
		out = try("apostrophe", rest, "带撇号的数", "a number behind an apostrophe:")
	}
	if m := unitPattern.FindStringSubmatch(n); m != nil && plainPattern.MatchString(m[1]) {
		out = try("unit", m[1], "带单位的数", "a number with its unit:")
	}
	if m := thousandsPattern.FindString(strings.TrimRight(n, "元户㎡")); m != "" && f.use != useScore && f.use != usePoints && f.use != useDegrees {
		out = try("thousands", strings.ReplaceAll(m, ",", ""), "带千分号的数", "a number with thousands marks:")
	}
	if out.fault != nil {
		return out
	}
	if !plainPattern.MatchString(out.text) {
		return f.noNumber(n)
	}
	return f.inRange(out)
}

// noNumber says what a text is that is no number.
func (f *Field) noNumber(s string) verdict {
	v := wrong("not_number", f.Name.ZH+"不是数", f.Name.EN+" is no number")
	v.fault.unscored = f.use == useScore && !strings.ContainsAny(s, "0123456789")
	if m := percentPattern.FindStringSubmatch(s); m != nil {
		v.fault.try = []string{m[1]}
	}
	if m := wanPattern.FindStringSubmatch(s); m != nil && f.use == useMoney {
		if x, err := strconv.ParseFloat(m[1], 64); err == nil {
			v.fault.try = []string{strconv.FormatFloat(x*10_000, 'f', -1, 64)}
		}
	}
	if commaPattern.MatchString(s) {
		v.fault.try = []string{strings.Replace(s, ",", ".", 1)}
	}
	return v
}

func (f *Field) inRange(v verdict) verdict {
	if f.use == useScore {
		x, err := strconv.ParseFloat(v.text, 64)
		if err != nil || x > 100 {
			return wrong("over_100", f.Name.ZH+"超过 100", f.Name.EN+" is over 100")
		}
	}
	if f.use != useDegrees && strings.HasPrefix(v.text, "-") {
		return wrong("negative", f.Name.ZH+"小于 0", f.Name.EN+" is below 0", strings.TrimPrefix(v.text, "-"))
	}
	return v
}
