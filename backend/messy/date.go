package messy

import (
	"regexp"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/workbook"
)

var (
	dayForms = []struct {
		pattern *regexp.Regexp
		kind    string
	}{
		{regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`), "date"},
		{regexp.MustCompile(`^(\d{4})/(\d{1,2})/(\d{1,2})$`), "date"},
		{regexp.MustCompile(`^(\d{4})年(\d{1,2})月(\d{1,2})[日号]$`), "date"},
		{regexp.MustCompile(`^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$`), "date"},
		{regexp.MustCompile(`^(20\d\d|19\d\d)(\d\d)(\d\d)$`), "date"},
	}
	timePattern    = regexp.MustCompile(`^(.+?)[ T]+\d{1,2}:\d\d(:\d\d(\.\d+)?)?$`)
	shortPattern   = regexp.MustCompile(`^(\d{1,2})[./月-](\d{1,2})[日号]?$`)
	twoYearPattern = regexp.MustCompile(`^(\d\d)[./-](\d{1,2})[./-](\d{1,2})$`)
	backPattern    = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)
	serialPattern  = regexp.MustCompile(`^[1-9]\d{4}(\.\d+)?$`)
)

func iso(y, m, d string) (string, bool) {
	year, _ := strconv.Atoi(y)
	month, _ := strconv.Atoi(m)
	day, _ := strconv.Atoi(d)
	date, ok := domain.NewDate(year, month, day)
	return date.String(), ok
}

// date reads a day. year is that of the table's title, 0 if it names none.
func (g *Grid) date(c *Cell, f *Field, year int, revoked func(string) bool) verdict {
	s := trim(c.Text)
	if c.Kind == workbook.Date {
		if c.Timed {
			return repaired("timed", s, "时刻不读，只读日期 %s", "the time of day is left: %s", s)
		}
		return verdict{text: s}
	}
	noDay := func(try ...string) verdict {
		return wrong("not_date", f.Name.ZH+"不是日期", f.Name.EN+" is no day", try...)
	}
	try := func(kind, as, zh, en string) verdict {
		if revoked(kind) {
			return noDay(as)
		}
		return repaired(kind, as, zh+" %[1]s 读作 %[2]s", en+" %[1]s read as %[2]s", s, as)
	}
	n := trim(narrow(s))
	if m := timePattern.FindStringSubmatch(n); m != nil {
		n = trim(m[1])
	}
	for i, form := range dayForms {
		m := form.pattern.FindStringSubmatch(n)
		if m == nil {
			continue
		}
		day, ok := iso(m[1], m[2], m[3])
		if !ok {
			return wrong("no_such_day", "没有这一天", "There is no such day")
		}
		if i == 0 && day == s || c.Kind == workbook.Text && i == 3 && n == s {
			return verdict{text: day} // the common ways of writing need no word
		}
		return try(form.kind, day, "日期", "the date")
	}
	if serialPattern.MatchString(n) && g.Date != nil {
		if x, err := strconv.ParseFloat(n, 64); err == nil {
			if day, _, ok := g.Date(x); ok && day > "1950" && day < "2100" {
				return try("serial", day, "日期序号", "the serial number of a day")
			}
		}
	}
	if m := backPattern.FindStringSubmatch(n); m != nil {
		var ways []string
		for _, way := range [][2]string{{m[1], m[2]}, {m[2], m[1]}} {
			if day, ok := iso(m[3], way[0], way[1]); ok {
				ways = append(ways, day)
			}
		}
		return noDay(ways...)
	}
	if m := twoYearPattern.FindStringSubmatch(n); m != nil {
		if day, ok := iso("20"+m[1], m[2], m[3]); ok {
			return noDay(day)
		}
	}
	if m := shortPattern.FindStringSubmatch(n); m != nil && year > 0 {
		if day, ok := iso(strconv.Itoa(year), m[1], m[2]); ok {
			return noDay(day)
		}
	}
	return noDay()
}

var monthForms = []*regexp.Regexp{
	regexp.MustCompile(`^(\d{4})-(\d{1,2})$`), regexp.MustCompile(`^(\d{4})[/.](\d{1,2})$`), regexp.MustCompile(`^(\d{4})年(\d{1,2})月份?$`),
	regexp.MustCompile(`^(20\d\d)(\d\d)$`), regexp.MustCompile(`^(\d{4})[-/.年](\d{1,2})[-/.月]\d{1,2}日?$`),
}

// month reads a month.
func month(c *Cell, f *Field, revoked func(string) bool) verdict {
	s := trim(c.Text)
	n := trim(narrow(s))
	for i, form := range monthForms {
		m := form.FindStringSubmatch(n)
		if m == nil {
			continue
		}
		as := m[1] + "-" + ("0" + m[2])[len(m[2])-1:]
		if _, ok := domain.ParseMonth(as); !ok {
			break
		}
		if i == 0 && as == s || c.Kind == workbook.Date {
			return verdict{text: as}
		}
		if revoked("month") {
			return wrong("not_month", f.Name.ZH+"不是月份", f.Name.EN+" is no month", as)
		}
		return repaired("month", as, "月份 %[1]s 读作 %[2]s", "the month %[1]s read as %[2]s", s, as)
	}
	return wrong("not_month", f.Name.ZH+"不是月份", f.Name.EN+" is no month")
}

var truths = map[string]string{
	"true": "true", "1": "true", "是": "true", "有": "true", "y": "true", "yes": "true", "√": "true", "✓": "true", "可": "true", "可围合": "true", "已": "true",
	"false": "false", "0": "false", "否": "false", "无": "false", "n": "false", "no": "false", "×": "false", "不": "false", "不可": "false", "不可围合": "false", "未": "false",
}

func truth(c *Cell, f *Field, revoked func(string) bool) verdict {
	s := trim(c.Text)
	as, ok := truths[strings.ToLower(narrow(s))]
	plain := s == "true" || s == "false" || s == "1" || s == "0" || s == "是" || s == "否"
	switch {
	case ok && plain:
		return verdict{text: as}
	case ok && !revoked("truth"):
		word := map[string]string{"true": "是", "false": "否"}[as]
		return repaired("truth", as, "“%[1]s”读作%[2]s", "“%[1]s” read as %[2]s", s, word)
	}
	return wrong("not_truth", f.Name.ZH+"不是是或否", f.Name.EN+" is neither yes nor no", "是", "否")
}
