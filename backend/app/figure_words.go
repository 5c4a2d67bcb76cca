package app

import (
	"strings"

	"estateatlas/backend/domain"
)

// figureLabel names a figure; its number has figureUnit.
func figureLabel(key string, j *judged) domain.Text {
	month := j.ev.AsOf.Month()
	switch key {
	case "scored":
		return domain.Say("参评小区", "Estates scored")
	case "unscored":
		return domain.Say("未参评", "Not scored")
	case "top":
		return bandWords(domain.BandTop, j.view.BandSize)
	case "bottom":
		return bandWords(domain.BandBottom, j.view.BandSize)
	case "bottomIn":
		return joined("新进", "New in the ", bandWords(domain.BandBottom, j.view.BandSize))
	case "bottomOut":
		return joined("退出", "Left the ", bandWords(domain.BandBottom, j.view.BandSize))
	case "bottomTwice":
		return joined("连续两轮及以上", "Two or more in a row: ", bandWords(domain.BandBottom, j.view.BandSize))
	case "bottomThrice":
		return joined("连续三轮及以上", "Three or more in a row: ", bandWords(domain.BandBottom, j.view.BandSize))
	case "causeOpen":
		return domain.Say("责任待认定", "Cause to be determined")
	case "level1":
		return domain.Say("一级：约谈，扣当月", "Level 1: interview, month")
	case "level2":
		return domain.Say("二级：约谈，扣当季", "Level 2: interview, quarter")
	case "level3":
		return domain.Say("三级：启动退出程序", "Level 3: exit procedure")
	case "levelProposed":
		return domain.Say("拟定级别待确认", "Level proposed, not confirmed")
	case "estatesWithoutAward":
		return domain.Say("失去评优资格的小区", "Estates out of the awards")
	case "companiesWithoutAward":
		return domain.Say("失去评优资格的企业", "Companies out of the awards")
	case "companiesBarred":
		return domain.Say("失信黑名单企业", "Blacklisted companies")
	case "payable":
		return domain.Say("%[1]d月应发（扣减前）", "Payable in %[2]s, before withholding", month.Number(), timeOf(month.First()).Format("January"))
	case "withheldMonth":
		return domain.Say("%[1]d月扣减", "Withheld in %[2]s", month.Number(), timeOf(month.First()).Format("January"))
	case "withheldYear":
		return domain.Say("全年扣减", "Withheld this year")
	case "proposedYear":
		return domain.Say("全年拟扣", "Proposed this year")
	case "clawbackYear":
		return domain.Say("其中追回", "Of it clawback")
	case "funds":
		return domain.Say("流转资金余额", "Fund balance")
	case "fundsUsed":
		return domain.Say("流转资金已用", "Used from the funds")
	case "fundsOverdrawn":
		return domain.Say("透支的流转资金", "Funds overdrawn")
	case "scattered":
		return domain.Say("散片小区", "Scattered estates")
	case "proxied":
		return domain.Say("已代管", "Served by proxy")
	case "unserved":
		return domain.Say("散片无人代管", "Scattered, no proxy")
	case "overrides":
		return domain.Say("人工指定代管", "Hosts chosen by hand")
	case "overridesInvalid":
		return domain.Say("指定的宿主已失效", "Chosen host no longer valid")
	case "estates":
		return domain.Say("全部小区", "All estates")
	case "notEnrolled":
		return domain.Say("未纳入", "Not enrolled")
	case "exited":
		return domain.Say("已退出", "Exited")
	case "unfunded":
		return domain.Say("无补贴", "Unfunded")
	case "unmapped":
		return domain.Say("参评但未上图", "Scored, not on the map")
	case "noCompany":
		return domain.Say("无服务企业", "Without a company")
	case "agreementEnds":
		return domain.Say("协议 %d 天内到期未续", "Agreement ends within %d days", soonDays)
	case "findings":
		return domain.Say("发现点位", "Findings")
	case "findingsOpen":
		return domain.Say("未整改点位", "Findings open")
	case "overdue":
		return domain.Say("逾期点位问题", "Findings overdue")
	}
	return record(key)
}

// joined puts words before the name of a band, which begins small in an English sentence.
func joined(zh, en string, band domain.Text) domain.Text {
	return domain.Text{ZH: zh + band.ZH, EN: en + strings.ToLower(band.EN)}
}

// figureUnit says what a count counts: estates, findings, companies or funds.
func figureUnit(f *Figure) string {
	switch f.Key {
	case "overdue", "findings", "findingsOpen":
		return "findings"
	case "companiesWithoutAward", "companiesBarred":
		return "companies"
	case "fundsOverdrawn":
		return "funds"
	}
	if f.Money {
		return "fen"
	}
	return "estates"
}
