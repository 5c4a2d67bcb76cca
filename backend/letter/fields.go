package letter

import (
	"strconv"

	"estateatlas/backend/domain"
)

// fields are all placeholders. Names are never changed: they stand in the templates of districts.
var fields = []Field{
	one("标记", "内部使用等字样", "internal use, made-up data", func(l *Letter) string { return l.Mark }),
	one("文号", "发文字号", "number of the notice", func(l *Letter) string {
		if l.Number == "" && l.IssuedOn != 0 {
			return blank + "〔" + strconv.Itoa(l.IssuedOn.Year()) + "〕＿＿号"
		}
		return l.Number
	}),
	one("主送", "主送单位", "to whom", func(l *Letter) string { return l.To }),
	one("发文机关", "发文机关", "who issues it", func(l *Letter) string { return l.Issuer }),
	one("发文日期", "发文日期，如 2026年3月31日", "date of issue", func(l *Letter) string { return DateText(l.IssuedOn) }),
	one("依据", "依据的文件与条款", "documents and clauses", func(l *Letter) string { return l.Basis }),
	one("区名", "项目名称", "name of the district", func(l *Letter) string { return l.District }),
	one("街道", "街道", "subdistrict", func(l *Letter) string { return l.Subdistrict }),
	one("社区", "社区", "community", func(l *Letter) string { return l.Community }).not(Proxy),
	one("小区", "小区名称；扣减通知书中是引起扣减的小区", "estate; in a notice of withholding those that caused it", func(l *Letter) string { return l.Estate }).not(Proxy),
	one("企业", "管理服务企业名称", "company", func(l *Letter) string { return l.Company }),
	one("考核轮次", "考核轮次名称", "name of the round", func(l *Letter) string { return l.Round }),
	one("考核日期", "考核日期", "day of the round", func(l *Letter) string { return DateText(l.HeldOn) }),
	one("参评数", "本轮参评小区数", "estates scored in the round", func(l *Letter) string { return count(l.Scored) }).not(Proxy, Rectification),
	one("名次", "名次", "rank", func(l *Letter) string { return count(l.Rank) }).only(Interview, Ending),
	one("倒数名次", "倒数名次", "rank from the bottom", func(l *Letter) string { return count(l.RankFromBottom) }).only(Interview, Ending),
	one("得分", "得分", "score", func(l *Letter) string { return l.Score }).only(Interview, Ending),
	one("责任认定", "责任如何认定", "how the cause was found", func(l *Letter) string { return l.Cause }).only(Interview, Ending),
	one("级别", "措施级别：一、二、三", "level of the measure", func(l *Letter) string { return levelText(l.Level) }).only(Interview, Withholding, Ending),
	one("年内次数", "年内第几次列入后段（企业责任）", "strikes in the year", func(l *Letter) string { return count(l.InYear) }).only(Interview, Ending),
	one("连续次数", "连续第几次", "strikes in a row", func(l *Letter) string { return count(l.Run) }).only(Interview, Ending),
	one("约谈对象", "负责人或法定代表人", "responsible person or legal representative", func(l *Letter) string { return l.Office }).only(Interview),
	one("被约谈人", "其姓名", "the person's name", func(l *Letter) string { return l.Person }).only(Interview),
	one("扣减月份", "本通知扣减的月份，如 2026年1月至3月", "months withheld by this notice", func(l *Letter) string { return MonthsText(l.Months) }).only(Withholding),
	one("扣减金额", "金额，如 15,000.00", "amount", func(l *Letter) string { return yuan(l.Amount) }).only(Withholding),
	one("扣减金额大写", "金额大写，如 壹万伍仟元整", "amount in capitals", func(l *Letter) string { return Capitals(l.Amount) }).only(Withholding),
	one("追回金额", "其中应追回的金额", "of it paid already", func(l *Letter) string { return yuan(l.Returned) }).only(Withholding),
	one("追回金额大写", "其中应追回的金额大写", "of it paid already, in capitals", func(l *Letter) string { return Capitals(l.Returned) }).only(Withholding),
	one("追回说明", "一句话；没有追回时不写", "a sentence; nothing without clawback", clawbackSentence).mayBeEmpty().only(Withholding),
	one("此前扣减说明", "一句话；没有时不写", "a sentence about earlier notices; nothing without one", noticedSentence).mayBeEmpty().only(Withholding),
	one("协议起始日", "现行协议开始日期", "first day of the agreement", func(l *Letter) string { return DateText(l.Since) }).only(Ending),
	one("代管起始日", "代管开始日期；各小区不同时为最早一日", "first day of proxy management, the earliest of all", func(l *Letter) string { return DateText(l.Since) }).only(Proxy),
	one("行数", "表格行数", "rows of the table", func(l *Letter) string { return strconv.Itoa(len(l.Rows)) }),

	{Name: rowPrefix + "序号", Means: domain.Say("序号", "number of the row"), Row: true},
	each("小区", "小区", "estate", func(r *Row) string { return r.Estate }).only(Withholding, Proxy, Rectification),
	each("街道", "街道", "subdistrict", func(r *Row) string { return r.Subdistrict }).only(Proxy, Rectification),
	each("社区", "社区", "community", func(r *Row) string { return r.Community }).only(Proxy, Rectification),
	each("户数", "户数", "households", func(r *Row) string { return r.Households }).only(Proxy),
	each("月份", "扣减月份", "months withheld", func(r *Row) string { return MonthsText(r.Months) }).only(Withholding),
	each("金额", "扣减金额", "amount", func(r *Row) string { return yuan(r.Amount) }).only(Withholding),
	each("追回金额", "其中应追回的金额", "of it paid already", func(r *Row) string { return yuan(r.Returned) }).only(Withholding),
	each("内容", "扣分项或问题", "what was found", func(r *Row) string { return r.Item }).only(Interview, Rectification),
	each("扣分", "扣分", "points", func(r *Row) string { return r.Points }).only(Interview),
	each("职能", "四项职能；属地事项为“属地”", "property function", func(r *Row) string { return r.Function }).only(Interview),
	each("轮次", "考核轮次", "round", func(r *Row) string { return r.Round }).only(Ending),
	each("日期", "考核日期", "day of the round", func(r *Row) string { return DateText(r.HeldOn) }).only(Ending),
	each("名次", "名次", "rank", func(r *Row) string { return r.Rank }).only(Ending),
	each("得分", "得分", "score", func(r *Row) string { return r.Score }).only(Ending),
	each("责任", "责任认定", "cause", func(r *Row) string { return r.Cause }).only(Ending),
	each("依托小区", "就近的成片小区", "host estate", func(r *Row) string { return r.Host }).only(Proxy),
	each("距离", "与依托小区的距离", "distance to it", func(r *Row) string { return r.Distance }).only(Proxy),
	each("起始日", "代管开始日期", "first day", func(r *Row) string { return DateText(r.Since) }).only(Proxy),
	each("发生次数", "发生轮次/参评轮次", "rounds with it of rounds scored", func(r *Row) string { return r.Times }).only(Rectification),
	each("最近一次", "最近一次发生的日期", "last seen", func(r *Row) string { return DateText(r.LastSeen) }).only(Rectification),
	each("期限", "整改期限；未定时留待填写", "deadline; a line to write on without one", func(r *Row) string {
		if r.DueOn == 0 {
			return blank
		}
		return DateText(r.DueOn)
	}).only(Rectification),
}

func one(name, zh, en string, value func(*Letter) string) Field {
	return Field{Name: name, Means: domain.Text{ZH: zh, EN: en}, letter: value}
}

func each(name, zh, en string, value func(*Row) string) Field {
	return Field{Name: rowPrefix + name, Means: domain.Text{ZH: zh, EN: en}, Row: true, row: value}
}

func (f Field) only(kinds ...Kind) Field { f.kinds = kinds; return f }

func (f Field) not(kinds ...Kind) Field {
	f.kinds = []Kind{}
	for _, k := range Kinds {
		without := false
		for _, n := range kinds {
			without = without || n == k
		}
		if !without {
			f.kinds = append(f.kinds, k)
		}
	}
	return f
}

func (f Field) mayBeEmpty() Field { f.optional = true; return f }

func count(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func levelText(level int) string {
	if level < 1 || level > 3 {
		return ""
	}
	return []string{"一", "二", "三"}[level-1]
}

func clawbackSentence(l *Letter) string {
	if len(l.Clawback) == 0 {
		return ""
	}
	return "其中" + MonthsText(l.Clawback) + "的补贴已经发放，应予追回，计人民币" + Capitals(l.Returned) + "（¥" + yuan(l.Returned) + "）。"
}

func noticedSentence(l *Letter) string {
	if len(l.Noticed) == 0 {
		return ""
	}
	return MonthsText(l.Noticed) + "的补贴已由此前轮次扣减，不再重复计算。"
}
