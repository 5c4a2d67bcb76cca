package ingest

import (
	"strings"

	"estateatlas/backend/domain"
)

// codes are the words that a column takes: the code and the Chinese word for it (CONTRACT.md, last section).
// Both are case-sensitive.
type codes[C ~string] struct {
	list    []code[C]
	refused domain.Text
}

type code[C ~string] struct {
	code C
	zh   string
}

func newCodes[C ~string](list ...code[C]) *codes[C] {
	var zh, en []string
	for _, c := range list {
		zh = append(zh, string(c.code)+"（"+c.zh+"）")
		en = append(en, string(c.code)+" ("+c.zh+")")
	}
	return &codes[C]{list, domain.Text{
		ZH: "“%[1]s”不是可用的代码；改为 " + strings.Join(zh, "、") + "之一，区分大小写",
		EN: "“%[1]s” is not a code of this column; use one of " + strings.Join(en, ", ") + ", in this case",
	}}
}

func (c *codes[C]) read(s string) (C, verdict) {
	for _, known := range c.list {
		if s == string(known.code) || s == known.zh {
			return known.code, verdict{}
		}
	}
	return "", verdict{refused: &c.refused}
}

var (
	formCodes = newCodes(code[domain.Form]{domain.FormContiguous, "成片"}, code[domain.Form]{domain.FormScattered, "散片"})
	modeCodes = newCodes(
		code[domain.ManagementMode]{domain.ModeCompany, "社会化服务公司"}, code[domain.ManagementMode]{domain.ModeOwnerUnit, "产权单位"},
		code[domain.ManagementMode]{domain.ModeSelfGoverned, "居民自治"}, code[domain.ManagementMode]{domain.ModeCommunityGuarantee, "社区保障"})
	agreementCodes = newCodes(
		code[domain.AgreementKind]{domain.AgreementDirect, "直管"}, code[domain.AgreementKind]{domain.AgreementProxy, "代管"})
	roundCodes = newCodes(
		code[domain.RoundKind]{domain.RoundDistrictSanitary, "创卫考核"}, code[domain.RoundKind]{domain.RoundCityEvaluation, "市级评估"},
		code[domain.RoundKind]{domain.RoundJointCheck, "联合抽查"}, code[domain.RoundKind]{domain.RoundRoutine, "日常检查"})
	causeCodes = newCodes(
		code[domain.Cause]{domain.CauseCompany, "企业"}, code[domain.Cause]{domain.CauseTerritorial, "属地"},
		code[domain.Cause]{domain.CauseUndetermined, "待定"})
	responsibleCodes = newCodes(code[domain.Cause]{domain.CauseCompany, "企业"}, code[domain.Cause]{domain.CauseTerritorial, "属地"})
	functionCodes    = newCodes(
		code[domain.PropertyFunction]{domain.FunctionGateDuty, "门岗执勤"}, code[domain.PropertyFunction]{domain.FunctionPatrol, "巡视管理"},
		code[domain.PropertyFunction]{domain.FunctionCleaning, "清扫保洁"}, code[domain.PropertyFunction]{domain.FunctionParking, "停车秩序"})
	exitCodes = newCodes(
		code[domain.ExitGround]{domain.ExitDemolition, "拆迁"}, code[domain.ExitGround]{domain.ExitOwnerRequest, "产权人要求"},
		code[domain.ExitGround]{domain.ExitMarketOperation, "市场化"}, code[domain.ExitGround]{domain.ExitOther, "其他"})
	fundUseCodes = newCodes(
		code[domain.FundUseKind]{domain.UseCleaningDrive, "集中清理"}, code[domain.FundUseKind]{domain.UseRewardTop, "奖励前十名"})
)

// readExit reads an exit ground: a code, of which other (其他) may be followed by a colon and its text.
func readExit(s string) (domain.ExitGround, string, verdict) {
	for _, colon := range []string{":", "："} {
		if word, text, ok := strings.Cut(s, colon); ok && (trim(word) == string(domain.ExitOther) || trim(word) == "其他") {
			return domain.ExitOther, trim(text), readText(text)
		}
	}
	ground, v := exitCodes.read(s)
	return ground, "", v
}
