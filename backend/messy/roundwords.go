package messy

import (
	"regexp"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
)

var (
	yearPattern   = regexp.MustCompile(`(20\d\d)(?:年|[-./]|$)`)
	monthPattern  = regexp.MustCompile(`(\d{1,2}|十[一二]?|[一二三四五六七八九])月`)
	dashedPattern = regexp.MustCompile(`20\d\d[-./](\d{1,2})(?:[-./](\d{1,2}))?`)
	dayPattern    = regexp.MustCompile(`月(\d{1,2})日`)
	timesPattern  = regexp.MustCompile(`^第?(\d{1,2}|[一二三四五六七八九十]+)(?:轮|次|期|季度|批)`)
)

var chineseMonths = map[string]int{"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10, "十一": 11, "十二": 12}

// when is what words say of a day; what they do not say is 0.
type when struct{ year, month, day int }

func whenOf(words string) when {
	var w when
	words = narrow(words)
	if m := yearPattern.FindStringSubmatch(words); m != nil {
		w.year, _ = strconv.Atoi(m[1])
	}
	if m := monthPattern.FindStringSubmatch(words); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil {
			w.month = n
		} else {
			w.month = chineseMonths[m[1]]
		}
		if d := dayPattern.FindStringSubmatch(words); d != nil {
			w.day, _ = strconv.Atoi(d[1])
		}
	} else if m := dashedPattern.FindStringSubmatch(words); m != nil {
		w.year, _ = strconv.Atoi(m[0][:4])
		w.month, _ = strconv.Atoi(m[1])
		w.day, _ = strconv.Atoi(m[2])
	}
	if w.month > 12 {
		w.month, w.day = 0, 0
	}
	return w
}

// namesRound reports whether a heading is about one round: a month, a day, the n-th time.
func namesRound(words string) bool {
	w := whenOf(words)
	return (w.month > 0 || timesPattern.MatchString(words)) && len([]rune(words)) <= 24
}

// kindOf is the kind of round that words name, empty if they name none.
func kindOf(words string) domain.RoundKind {
	switch {
	case strings.Contains(words, "创卫"):
		return domain.RoundDistrictSanitary
	case strings.Contains(words, "市级"), strings.Contains(words, "市评"):
		return domain.RoundCityEvaluation
	case strings.Contains(words, "联合"):
		return domain.RoundJointCheck
	case strings.Contains(words, "日常"):
		return domain.RoundRoutine
	}
	return ""
}

// KindNames are the words for kinds of rounds in the names of new ones.
var KindNames = map[domain.RoundKind]string{
	domain.RoundDistrictSanitary: "创卫考核", domain.RoundCityEvaluation: "市级评估", domain.RoundJointCheck: "联合抽查", domain.RoundRoutine: "日常检查",
}

// Round is the round of a group of columns, or of the whole sheet (Key is empty): an existing one by its ID, or a new one.
type Round struct {
	Key, ID, Name string
	Kind          domain.RoundKind
	HeldOn        string // YYYY-MM-DD, empty where it is not known
	Basis         domain.Text
	Open          bool // the user has to say
	Skip          bool
}

var (
	basisUser   = domain.Say("由使用者指定", "chosen by the user")
	basisName   = domain.Say("名称与项目中的轮次相同", "by the name of a round of the project")
	basisMonth  = domain.Say("项目中该月只有这一轮", "the project's only round of that month")
	basisLikely = domain.Say("表中没有写明年份，按月份推测，请确认", "no year is given: by the month, please confirm")
	basisColumn = domain.Say("按考核日期列", "by the column of days")
	basisTitle  = domain.Say("按标题或文件名", "by the title or the file's name")
	basisNone   = domain.Say("表中没有写明是哪一轮，请选择", "the table does not say which round it is; please choose")
	basisMonths = domain.Say("考核日期不在一个月内，请选择轮次", "the days lie in different months; please choose the round")
)

// propose finds the round that words and days mean. days are those of the column of days, ascending.
func (k *Known) propose(key, words, around string, days []string) Round {
	k.index()
	r := Round{Key: key, Basis: basisNone, Open: true}
	if key != "" {
		if at := k.roundNames[trim(key)]; len(at) == 1 {
			return k.existing(r, at[0], basisName, false)
		}
	}
	w, about := whenOf(words), when{}
	if key != "" {
		about = whenOf(around)
	}
	known := w.year > 0
	if w.year == 0 && about.year > 0 {
		w.year, known = about.year, true
	}
	r.Kind = kindOf(words)
	if r.Kind == "" {
		r.Kind = kindOf(around)
	}
	if key == "" && len(days) > 0 {
		first, last := days[0], days[len(days)-1]
		if first[:7] != last[:7] {
			r.Basis = basisMonths
			return r
		}
		w.year, _ = strconv.Atoi(last[:4])
		w.month, _ = strconv.Atoi(last[5:7])
		known, r.HeldOn, r.Basis, r.Open = true, last, basisColumn, false
	}
	if w.month == 0 {
		r.Name = trim(key)
		return r
	}
	var found []int
	for i := range k.Rounds {
		day := k.Rounds[i].HeldOn.String()
		if len(day) < len("2006-01-02") {
			continue
		}
		year, _ := strconv.Atoi(day[:4])
		month, _ := strconv.Atoi(day[5:7])
		if month == w.month && (w.year == 0 || w.year == year) && (r.Kind == "" || r.Kind == k.Rounds[i].Kind) {
			found = append(found, i)
		}
	}
	if len(found) == 1 {
		if known {
			return k.existing(r, found[0], basisMonth, false)
		}
		return k.existing(r, found[0], basisLikely, true)
	}
	if len(found) > 1 {
		r.Open, r.Basis = true, basisNone
	}
	if r.Kind == "" {
		r.Kind = domain.RoundDistrictSanitary
	}
	if w.year > 0 {
		r.Name = strconv.Itoa(w.year) + "年" + strconv.Itoa(w.month) + "月" + KindNames[r.Kind]
		if r.HeldOn == "" && w.day > 0 {
			if d, ok := domain.NewDate(w.year, w.month, w.day); ok {
				r.HeldOn, r.Basis = d.String(), basisTitle
				r.Open = len(found) > 1
			}
		}
		return r
	}
	r.Name = strconv.Itoa(w.month) + "月" + KindNames[r.Kind]
	return r
}

func (k *Known) existing(r Round, at int, basis domain.Text, open bool) Round {
	known := &k.Rounds[at]
	return Round{Key: r.Key, ID: known.ID, Name: known.Name, Kind: known.Kind, HeldOn: known.HeldOn.String(), Basis: basis, Open: open}
}
