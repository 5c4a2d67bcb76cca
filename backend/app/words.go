package app

import "estateatlas/backend/domain"

// Words of the codes, as lists, legends and pages write them.

func stateWords(s domain.SubsidyState) domain.Text {
	switch s {
	case domain.StatePaid:
		return domain.Say("正常发放", "Paid")
	case domain.StateProposed:
		return domain.Say("拟扣", "Proposed")
	case domain.StateWithheldMonth:
		return domain.Say("扣当月", "Month withheld")
	case domain.StateWithheldQuarter:
		return domain.Say("扣当季", "Quarter withheld")
	case domain.StateWithheldYear:
		return domain.Say("扣全年", "Year withheld")
	case domain.StateUnfunded:
		return domain.Say("无补贴", "Unfunded")
	case domain.StateNotEnrolled:
		return domain.Say("未纳入", "Not enrolled")
	case domain.StateExited:
		return domain.Say("已退出", "Exited")
	}
	return domain.Text{}
}

// bandWords names a band of a round in which top and bottom have so many places.
func bandWords(band domain.Band, places int) domain.Text {
	ten := places == 10
	switch band {
	case domain.BandTop:
		if ten {
			return domain.Say("前十名", "Top ten")
		}
		return domain.Say("前%d名", "Top %d", places)
	case domain.BandBottom:
		if ten {
			return domain.Say("后十名", "Bottom ten")
		}
		return domain.Say("后%d名", "Bottom %d", places)
	case domain.BandMiddle:
		return domain.Say("中段", "Middle")
	case domain.BandUnranked:
	}
	return domain.Say("未参评", "Not scored")
}

// shortCause is a cause in a cell; causeWords is the one for sentences.
func shortCause(c domain.Cause) domain.Text {
	switch c {
	case domain.CauseCompany:
		return domain.Say("企业", "Company")
	case domain.CauseTerritorial:
		return domain.Say("属地", "Territorial")
	case domain.CauseUndetermined:
		return domain.Say("待定", "Open")
	}
	return domain.Text{}
}

func formWords(f domain.Form) domain.Text {
	switch f {
	case domain.FormContiguous:
		return domain.Say("成片", "Contiguous")
	case domain.FormScattered:
		return domain.Say("散片", "Scattered")
	}
	return domain.Text{}
}

func modeWords(m domain.ManagementMode) domain.Text {
	switch m {
	case domain.ModeCompany:
		return domain.Say("社会化服务公司", "Company")
	case domain.ModeOwnerUnit:
		return domain.Say("产权单位", "Owner unit")
	case domain.ModeSelfGoverned:
		return domain.Say("居民自治", "Self-governed")
	case domain.ModeCommunityGuarantee:
		return domain.Say("社区保障", "Community guarantee")
	}
	return domain.Text{}
}

func agreementWords(k domain.AgreementKind) domain.Text {
	switch k {
	case domain.AgreementDirect:
		return domain.Say("直管", "Direct")
	case domain.AgreementProxy:
		return domain.Say("代管", "Proxy")
	}
	return domain.Text{}
}

func triWords(t domain.Tri) domain.Text {
	switch t {
	case domain.Yes:
		return domain.Say("是", "Yes")
	case domain.No:
		return domain.Say("否", "No")
	case domain.Unknown:
	}
	return domain.Text{}
}

func exitWords(g domain.ExitGround) domain.Text {
	switch g {
	case domain.ExitDemolition:
		return domain.Say("拆迁", "Demolition")
	case domain.ExitOwnerRequest:
		return domain.Say("产权人要求", "Owners' request")
	case domain.ExitMarketOperation:
		return domain.Say("市场化", "Market operation")
	case domain.ExitOther:
		return domain.Say("其他", "Other")
	}
	return domain.Text{}
}

func record(name string) domain.Text { return domain.Text{ZH: name, EN: name} }
