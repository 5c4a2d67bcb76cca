package policy_test

import (
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// say joins the sentences of reasons.
func say(rs []domain.Reason, lang domain.Lang) string {
	out := make([]string, 0, len(rs))
	for _, r := range rs {
		out = append(out, r.Text.In(lang))
	}
	return strings.Join(out, "\n")
}

func wantSays(t *testing.T, rs []domain.Reason, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(say(rs, domain.ZH), p) {
			t.Errorf("%q is missing in\n%s", p, say(rs, domain.ZH))
		}
	}
}

func TestReasonsOfAResultNameRankCauseCountsAndLoss(t *testing.T) {
	d := single()
	d.strike("r1", "2026-01-15")
	d.strike("r2", "2026-02-15")
	d.determine("r2", "e1", domain.CauseCompany, "2026-02-20")
	ev := d.at("2026-02-28")
	rs := ev.ResultReasons(1, 0)
	wantSays(t, rs, "参评 4 个小区", "得 60 分", "按得分第 4 名", "倒数第 1 名", "列后 1 名", "2026-02-20 由区创卫办认定：现场核查",
		"计入c物业：本年第 2 次，连续第 2 次，二档（扣当季）", "小区e1（e1） 和c物业取消 2026 年评优资格")
	wantEqual(t, "evidence of the count", strings.Join(rs[2].RoundIDs, " "), "r1 r2")
	wantEqual(t, "evidence of the rank", strings.Join(rs[0].RoundIDs, " "), "r2")
	wantSays(t, ev.ResultReasons(0, 0), "由扣分推定：四项职能扣 5 分，共扣 5 分，界限为 0.5")
	x3, _ := ev.Estate("x3")
	wantSays(t, ev.ResultReasons(0, x3), "列前 1 名", "通报表扬")
	d.estate("y", "甲街道", 1)
	wantSays(t, d.at("2026-02-28").ResultReasons(0, 4), "未参加")
}

func TestReasonsOfUndeterminedAndTerritorialResults(t *testing.T) {
	d := single()
	d.round("r1", "2026-01-15", "e1 60, x1 90, x2 91, x3 92")
	d.strike("r2", "2026-02-15")
	d.determine("r2", "e1", domain.CauseTerritorial, "2026-02-20")
	ev := d.at("2026-02-28")
	wantSays(t, ev.ResultReasons(0, 0), "待定，没有扣分记录", "认定之前不计入c物业；待定的均计入时：本年第 1 次")
	wantSays(t, ev.ResultReasons(1, 0), "属地", "不计入c物业的次数")
	d.Agreements = nil
	wantSays(t, d.at("2026-02-28").ResultReasons(0, 0), "没有有效的服务协议", "小区e1（e1） 取消 2026 年评优资格")
}

func TestMeasureTextNamesIssuerCompanyPersonAndMonths(t *testing.T) {
	d := single()
	d.strike("r1", "2026-01-15")
	d.strike("r2", "2026-02-15")
	d.round("r3", "2026-03-15", "e1 60, x1 90, x2 91, x3 92")
	ev := d.at("2026-12-31")
	text := func(result, i int) string { m := ev.MeasuresOf(result)[i]; return ev.MeasureText(&m).ZH }
	wantEqual(t, "level 1", text(0, 0), "甲街道办事处约谈c物业负责人张三，扣除c物业在本街道全部管理项目 2026-01 的区级奖励补贴")
	wantEqual(t, "level 2", text(1, 0), "甲街道办事处约谈c物业法定代表人李四，扣除c物业在本街道全部管理项目本季度（2026-01 至 2026-03）的区级奖励补贴")
	wantEqual(t, "level 3, proposed", text(2, 0),
		"待责任认定：拟由甲街道办事处扣除c物业在本街道全部管理项目 2026 年全年的区级奖励补贴，建议业主委员会（未成立的，社区居民委员会）就小区e1（e1）与c物业解除服务协议，启动退出程序")
	m := ev.MeasuresOf(1)[0]
	rs := ev.MeasureReasons(&m)
	wantEqual(t, "clause", rs[0].Clause, domain.Clause{Document: domain.DocHB, Place: "五(二)"})
	wantEqual(t, "evidence", strings.Join(rs[0].RoundIDs, " "), "r1 r2")
}

func TestMeasureOfAnEstateUnderProxySaysThatItsMoneyStays(t *testing.T) {
	d := single()
	d.set("proxy_counts", "false")
	d.Agreements[0].Kind = domain.AgreementProxy
	d.strike("r1", "2026-01-15")
	ev := d.at("2026-12-31")
	m := ev.MeasuresOf(0)[0]
	wantSays(t, ev.MeasureReasons(&m), "为代管，自身的补贴不扣")
}

func TestWithholdingReasonsNameRoundsScopeAndAmount(t *testing.T) {
	ev := w1().at("2026-03-31")
	rs := ev.WithholdingReasons(&ev.Withholdings[1])
	wantSays(t, rs, "c物业在甲街道 2026-02", "已定", "从当月起扣发", "依据第r2轮", "一档（扣当月）", "2 个小区，当月应发共 5000.00 元")
	wantEqual(t, "rounds", strings.Join(rs[0].RoundIDs, " "), "r2 r3")
	wantEqual(t, "charged", strings.Join(rs[1].EstateIDs, " "), "e1 e2")
	wantSays(t, ev.WithholdingReasons(&ev.Withholdings[0]), "此前已发，追回")
	wantSays(t, ev.FundReasons(&ev.Funds[0]), "已扣 15000.00 元", "余额 15000.00 元")
}

func TestStateReasons(t *testing.T) {
	d := single()
	wantSays(t, d.at("2026-02-28").StateReasons(0), "2026-02 没有扣发", "每月 1000.00 元，纳入 28 天（全月 28 天），应发 1000.00 元")
	d.Estates[0].DistrictSubsidy = yuan(0)
	wantSays(t, d.at("2026-02-28").StateReasons(0), "没有区级奖励补贴")
	d.Estates[0].ExitedOn, d.Estates[0].ExitGround = date("2026-02-10"), domain.ExitDemolition
	rs := d.at("2026-02-28").StateReasons(0)
	wantSays(t, rs, "2026-02-10 退出长效管理，原因：拆迁", "停发市级、区级补贴")
	wantEqual(t, "TJ is past its last day", rs[0].Expired, true)
	wantEqual(t, "HD is open", rs[1].Expired, false)
	wantEqual(t, "TJ in force", d.at("2025-08-05").StateReasons(0)[0].Expired, false)
	d.Estates[0].CityGrant, d.Estates[0].AcceptedOn = domain.No, 0
	wantSays(t, d.at("2026-02-28").StateReasons(0), "缺：验收合格、享受市级补贴")
	d.Estates[0].EnrolledOn = 0
	wantSays(t, d.at("2026-02-28").StateReasons(0), "没有纳入长效管理的记录")
	wantSays(t, w1().at("2026-03-31").StateReasons(0), "依据第r3轮", "二档（扣当季）")

	d = single()
	d.Estates[0].EnrolledOn = date("2026-05-01")
	wantSays(t, d.at("2026-02-28").StateReasons(0), "2026-05-01 才纳入")
	d.Estates[0].DistrictSubsidy = domain.Opt[domain.Fen]{}
	wantSays(t, d.at("2026-05-31").PayableReasons(policy.DistrictSubsidy, 0, month("2026-05")), "没有月补贴金额")
}
