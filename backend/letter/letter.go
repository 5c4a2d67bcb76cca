// Package letter writes official notices (约谈通知书, 扣减通知书, 解除协议建议书, 代管通知, 整改通知单) as Word documents: it fills
// templates, its own or a district's that were edited in Word, WPS or LibreOffice, and says what is wrong with one. It knows
// paragraphs, tables and placeholders; every fact is handed to it, it has none of its own and works none out.
//
// A placeholder is a name in square lenticular brackets, 【小区】, which a Chinese keyboard has on the keys of [ and ]. The brackets
// 〔〕 are not used, for they stand in the numbers of documents. A row of a table with a placeholder that begins with 明细 is written
// once for each row of the letter. Names are those of Fields. What is not among them is refused with its place, never left out.
//
// It is ours: the libraries at hand replace text but neither repeat rows nor say where a name is wrong, or are not free.
package letter

import (
	"slices"
	"strconv"
	"strings"

	"estateatlas/backend/domain"
)

// Kind is a kind of notice.
type Kind string

// The kinds. HB 五(二) asks for the first three, TJ 六(一) for proxy management, HB 六(三) and XX 三(一) for rectification.
const (
	Interview     Kind = "interview"     // 约谈通知书: to the company; the responsible person at level 1, the legal representative at 2
	Withholding   Kind = "withholding"   // 扣减通知书: to the company
	Ending        Kind = "ending"        // 解除协议建议书: to the owners' or else the residents' committee, level 3
	Proxy         Kind = "proxy"         // 代管通知: to the company
	Rectification Kind = "rectification" // 整改通知单: to who answers for the items
)

// Kinds are all kinds, in the order of a list.
var Kinds = []Kind{Interview, Withholding, Ending, Proxy, Rectification}

// Title is the title of a notice, 约谈通知书; both texts empty for a kind that there is not.
func (k Kind) Title() domain.Text {
	switch k {
	case Interview:
		return domain.Say("约谈通知书", "Notice of interview")
	case Withholding:
		return domain.Say("扣减通知书", "Notice of withholding")
	case Ending:
		return domain.Say("解除协议建议书", "Recommendation to end the agreement")
	case Proxy:
		return domain.Say("代管通知", "Notice of proxy management")
	case Rectification:
		return domain.Say("整改通知单", "Order to rectify")
	}
	return domain.Text{}
}

// Letter is what stands in one notice. Texts are Chinese, as they shall be read. What is empty becomes a line to write on, but for
// the sentences that are left out where there is nothing to say.
type Letter struct {
	Mark     string // 内部使用; 虚构数据 is said here too
	Number   string // 文号; empty: a line to write on
	To       string // 主送
	Issuer   string // 发文机关
	IssuedOn domain.Date
	Basis    string // 依据: documents and clauses

	District    string
	Subdistrict string // 街道
	Community   string // 社区
	Estate      string // the one estate, or the estates, that the notice is about
	Company     string
	Person      string // of the company; may be empty
	Office      string // 负责人, 法定代表人

	Round          string
	HeldOn         domain.Date
	Scored         int // estates scored in the round
	Rank           int
	RankFromBottom int
	Score          string
	Cause          string // how the cause was found: a sentence without its full stop
	Level          int
	InYear, Run    int

	Months   []domain.Month // withheld by this notice
	Amount   domain.Fen
	Clawback []domain.Month // of Months, those that were paid already
	Returned domain.Fen     // their amount
	Noticed  []domain.Month // withheld by an earlier round, not part of Months

	Since domain.Date // the agreement that shall end; the first day of proxy management

	Rows []Row
}

// Row is a line of the table of a notice. Which parts are given depends on the kind.
type Row struct {
	Estate      string
	Subdistrict string
	Community   string
	Households  string
	Months      []domain.Month
	Amount      domain.Fen
	Returned    domain.Fen // of Amount, paid already
	Item        string     // what was found
	Points      string
	Function    string // 四项职能
	Round       string
	HeldOn      domain.Date
	Rank        string
	Score       string
	Cause       string
	Host        string
	Distance    string
	Since       domain.Date
	Times       string // 3/6: in 3 of 6 rounds
	LastSeen    domain.Date
	DueOn       domain.Date
}

// Field is a placeholder that a template may hold.
type Field struct {
	Name  string // without brackets
	Means domain.Text
	Row   bool // stands in a row of a table that is repeated

	kinds    []Kind // nil: all
	optional bool   // a sentence that is left out where there is nothing to say
	letter   func(*Letter) string
	row      func(*Row) string
}

// rowPrefix begins the names that stand in a repeated row.
const rowPrefix = "明细"

// blank is a line to write on by hand.
const blank = "＿＿＿＿"

// Fields returns the placeholders of a kind.
func Fields(kind Kind) []Field {
	return slices.DeleteFunc(slices.Clone(fields), func(f Field) bool { return f.kinds != nil && !slices.Contains(f.kinds, kind) })
}

func fieldOf(kind Kind, name string) *Field {
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == name && (f.kinds == nil || slices.Contains(f.kinds, kind)) })
	if i < 0 {
		return nil
	}
	return &fields[i]
}

func (f *Field) fill(l *Letter, r *Row, number int) string {
	var s string
	switch {
	case f.Row && r == nil:
		return "—" // the letter has no rows: one line says so
	case f.Row && f.row == nil:
		return strconv.Itoa(number)
	case f.Row:
		if s = f.row(r); s == "" {
			return "—"
		}
		return s
	}
	if s = f.letter(l); s == "" && !f.optional {
		return blank
	}
	return s
}

// DateText writes 2026年3月31日; nothing for the zero Date.
func DateText(d domain.Date) string {
	if d == 0 {
		return ""
	}
	y, m, day := d.YMD()
	return strconv.Itoa(y) + "年" + strconv.Itoa(m) + "月" + strconv.Itoa(day) + "日"
}

// MonthsText writes months in order, runs of them together: 2026年1月至3月、5月.
func MonthsText(months []domain.Month) string {
	months = slices.Clone(months)
	slices.Sort(months)
	months = slices.Compact(months)
	var parts []string
	year := 0
	name := func(m domain.Month) string {
		s := strconv.Itoa(m.Number()) + "月"
		if m.Year() != year {
			year = m.Year()
			s = strconv.Itoa(year) + "年" + s
		}
		return s
	}
	for i := 0; i < len(months); {
		last := i
		for last+1 < len(months) && months[last+1] == months[last]+1 {
			last++
		}
		switch last - i {
		case 0:
			parts = append(parts, name(months[i]))
		case 1:
			parts = append(parts, name(months[i]), name(months[last]))
		default:
			from := name(months[i])
			parts = append(parts, from+"至"+name(months[last]))
		}
		i = last + 1
	}
	return strings.Join(parts, "、")
}

// yuan writes an amount with commas between the thousands and two decimals: 15,000.00.
func yuan(f domain.Fen) string {
	s := f.String()
	point := len(s) - 3
	for i := point - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
