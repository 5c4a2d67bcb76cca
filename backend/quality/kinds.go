package quality

import (
	"estateatlas/backend/domain"
)

// Kind says what is wrong. It stands in exports and in what screens remember.
type Kind string

// The kinds of faults.
const (
	InvalidRing     Kind = "invalid_ring"     // a boundary breaks OGC Simple Features
	Overlap         Kind = "overlap"          // two estates on the same ground
	SameOutline     Kind = "same_outline"     // two estates with one outline
	SliverPart      Kind = "sliver_part"      // a part of an estate too small to be meant
	SliverGap       Kind = "sliver_gap"       // a strip of nobody's land between two neighbours
	Outlier         Kind = "outlier"          // far from the district
	NoBoundary      Kind = "no_boundary"      // not on the map
	SimilarID       Kind = "similar_id"       // ids that differ in width, case or spaces only
	SameName        Kind = "same_name"        // one name twice in a subdistrict
	NoSubdistrict   Kind = "no_subdistrict"   // an estate without a subdistrict
	NoCompany       Kind = "no_company"       // enrolled, without an agreement in force
	AgreementClash  Kind = "agreement_clash"  // two agreements in force on one day
	AgreementGap    Kind = "agreement_gap"    // days without an agreement between two
	AgreementDates  Kind = "agreement_dates"  // an agreement that ends before it begins
	NotScored       Kind = "not_scored"       // missed by the last rounds
	OfficialRank    Kind = "official_rank"    // scores against official ranks
	PointsScore     Kind = "points_score"     // deductions that do not make up the score
	PointsUnscored  Kind = "points_unscored"  // deductions of an estate that was not scored
	RoundSameDay    Kind = "round_same_day"   // two rounds of a kind on a day
	RoundName       Kind = "round_name"       // a round named after another month than it was held in
	Enrolment       Kind = "enrolment"        // enrolment without its conditions, dates out of order
	AmountUnknown   Kind = "amount_unknown"   // enrolled, the amount not known
	IdleAmount      Kind = "idle_amount"      // amounts of an estate that was never enrolled
	Determination   Kind = "determination"    // a determination without effect
	Fund            Kind = "fund"             // a fund overdrawn, a use unfounded
	OverrideInvalid Kind = "override_invalid" // the host of a standing override may not serve
	FindingDates    Kind = "finding_dates"    // a finding resolved or due before it was found
	FindingFar      Kind = "finding_far"      // a finding far from its estate
)

// Group gathers kinds on the screen.
type Group string

// The groups of kinds.
const (
	Shapes     Group = "shapes"     // 边界
	Register   Group = "register"   // 小区登记
	Agreements Group = "agreements" // 服务协议
	Scores     Group = "scores"     // 考核
	Money      Group = "money"      // 纳入与补贴
	Findings   Group = "findings"   // 点位
)

// KindInfo describes a kind to a reader.
type KindInfo struct {
	Kind  Kind
	Group Group
	Name  domain.Text
	// Rule says how the fault is told, with every limit.
	Rule domain.Text
	// Unit is that of Fault.Size; empty: there is nothing to measure.
	Unit domain.Text
}

// Limits that are told in the rules of the kinds.
const (
	leastOverlapM2  = 1.0   // less ground in common is how two clerks draw one wall
	sameShare       = 0.995 // of both estates in common: one outline
	sliverM2        = 10.0
	sliverWidthM    = 0.3
	sliverShare     = 0.01
	gapWidthM       = 0.5
	leastGapWidthM  = 0.02
	gapLengthM      = 5.0
	outlierMADs     = 5.0
	outlierLeastM   = 1_000.0
	loopShare       = 0.99 // of a ring that crosses itself: the loop that is meant
	renewalDays     = 31   // a gap between two agreements with one company that may be a late renewal
	usualShare      = 0.95 // of a round: what is the rule there
	leastUsual      = 5    // estates that make a rule
	findingFarM     = 200.0
	madToDeviations = 1.4826
)

// Kinds are all kinds, in the order in which they are shown.
var Kinds = []KindInfo{
	{InvalidRing, Shapes, domain.Say("边界不合规", "Invalid boundaries"), domain.Say(
		"按 OGC 简单要素规范（06-103r4 6.1.11、6.1.14）检查：自相交、自相接、往返重叠、内环越界、各部分重叠等，判定精确，不设容差",
		"Checked by OGC Simple Features (06-103r4, 6.1.11 and 6.1.14): crossings, touches, spikes, holes outside, parts that overlap; exact, without a tolerance"), domain.Text{}},
	{Overlap, Shapes, domain.Say("边界重叠", "Overlapping estates"), domain.Say(
		"两个小区有 %[1]v 平方米以上的共同地块；面积在本区投影面上计算；占双方 %[2]v%% 以上的列为“同一边界”",
		"Two estates share %[1]v m² of ground or more, measured in the district's plane; from %[2]v%% of both on they are one outline", leastOverlapM2, sameShare*100), domain.Say("平方米", "m²")},
	{SameOutline, Shapes, domain.Say("同一边界", "One outline twice"), domain.Say(
		"共同地块占两个小区各自面积的 %[1]v%% 以上", "The ground in common is %[1]v%% or more of both estates", sameShare*100), domain.Say("平方米", "m²")},
	{SliverPart, Shapes, domain.Say("细碎部分", "Slivers of an estate"), domain.Say(
		"多部分小区中小于 %[1]v 平方米或平均宽度小于 %[2]v 米、且不到全小区 %[3]v%% 的部分；同样大小的内环",
		"A part of an estate below %[1]v m² or on average narrower than %[2]v m, and less than %[3]v%% of the estate; holes likewise", sliverM2, sliverWidthM, sliverShare*100), domain.Say("平方米", "m²")},
	{SliverGap, Shapes, domain.Say("相邻缝隙", "Gaps between neighbours"), domain.Say(
		"相邻两个小区的边界相隔 %[1]v–%[2]v 米、并行 %[3]v 米以上，之间的窄缝不属于任何小区",
		"The boundaries of two neighbours run %[1]v to %[2]v m apart for %[3]v m or more, and the strip belongs to nobody", leastGapWidthM, gapWidthM, gapLengthM), domain.Say("米", "m")},
	{Outlier, Shapes, domain.Say("远离本区", "Far from the district"), domain.Say(
		"中心到全区中心（经纬度各取中位数）的距离，超过距离中位数 + %[1]v × 1.4826 × 绝对中位差，并超出 %[2]v 米以上",
		"The distance to the middle of the district (medians of longitude and latitude) exceeds the median distance by more than %[1]v × 1.4826 × MAD, and by more than %[2]v m", outlierMADs, outlierLeastM), domain.Say("米", "m")},
	{NoBoundary, Shapes, domain.Say("未上图", "No boundary"), domain.Say("小区没有边界：照常排名、计措施，但不指派代管、不在图上显示", "The estate has no boundary: it is ranked and measured, never assigned or drawn"), domain.Text{}},

	{SimilarID, Register, domain.Say("编号近似", "Ids alike"), domain.Say(
		"去掉空白和标点、统一全角半角和大小写后相同的编号", "Ids that are the same without spaces and marks, in one width and case"), domain.Text{}},
	{SameName, Register, domain.Say("街道内重名", "One name twice"), domain.Say(
		"同一街道内名称相同（不计空白、标点、全角半角和大小写）", "The same name in a subdistrict, leaving out spaces, marks, width and case"), domain.Text{}},
	{NoSubdistrict, Register, domain.Say("街道未填", "No subdistrict"), domain.Say("小区没有街道：扣减范围和流转资金按街道计", "The estate has no subdistrict, by which withholding and funds go"), domain.Text{}},

	{NoCompany, Agreements, domain.Say("无服务企业", "No company"), domain.Say(
		"已纳入长效管理、管理模式为社会化服务公司或未填，而当日没有有效的服务协议", "Enrolled, mode company or not given, and no agreement in force on the day"), domain.Text{}},
	{AgreementClash, Agreements, domain.Say("协议重叠", "Agreements overlap"), domain.Say("同一小区的两份协议在同一天都有效", "Two agreements of an estate are in force on the same day"), domain.Say("天", "days")},
	{AgreementGap, Agreements, domain.Say("协议中断", "Gaps between agreements"), domain.Say(
		"前后两份协议之间有没有协议的日子，小区当时已纳入（无纳入记录的也计）；前后为同一企业且不超过 %[1]d 天的可以补接", "Days without an agreement between two while the estate was enrolled, or has no enrolment on record; with one company and up to %[1]d days they can be joined", renewalDays), domain.Say("天", "days")},
	{AgreementDates, Agreements, domain.Say("协议日期颠倒", "Agreements end before they begin"), domain.Say("结束日期早于开始日期的协议，不起作用", "An agreement whose last day is before its first; it has no effect"), domain.Say("天", "days")},

	{NotScored, Scores, domain.Say("近期未参评", "Not scored lately"), domain.Say(
		"最近几轮创卫考核都没有得分；已退出的和此后才纳入的不计", "Not scored in any of the latest sanitary rounds; estates that left, or came later, are not counted"), domain.Say("轮", "rounds")},
	{OfficialRank, Scores, domain.Say("公布名次不符", "Scores against official ranks"), domain.Say(
		"得分高的公布名次反而靠后，同名次而得分不同，或一轮中只有部分小区有公布名次", "A higher score with a worse official rank, one rank with two scores, or ranks of a part of the round only"), domain.Text{}},
	{PointsScore, Scores, domain.Say("扣分与得分不符", "Deductions against scores"), domain.Say(
		"文件未规定得分＝100－扣分；一轮中 %[1]v%% 以上（至少 %[2]d 个）有扣分的小区如此时，列出不符的",
		"No document says that the score is 100 less the deductions; where %[1]v%% of a round's estates with deductions (at least %[2]d) come out so, the others are listed", usualShare*100, leastUsual), domain.Say("分", "points")},
	{PointsUnscored, Scores, domain.Say("有扣分无得分", "Deductions without a score"), domain.Say(
		"小区在某轮有扣分却没有得分：不排名，频发、易发只按参评轮次计", "An estate has deductions in a round that did not score it: it is not ranked, and recurrence counts scored rounds only"), domain.Say("分", "points")},
	{RoundSameDay, Scores, domain.Say("轮次同日", "Rounds on one day"), domain.Say(
		"同类轮次在同一天：先后按编号计，影响连续和累计次数", "Two rounds of a kind on one day: the id decides their order, on which runs and counts rest"), domain.Text{}},
	{RoundName, Scores, domain.Say("轮次日期存疑", "Names and dates of rounds"), domain.Say("轮次名称写明的年月与考核日期不在同一个月", "The month in the name of a round is not that of its day"), domain.Say("月", "months")},

	{Enrolment, Money, domain.Say("纳入信息矛盾", "Enrolment"), domain.Say(
		"纳入而三项条件不全；批准、验收、纳入、退出的日期先后颠倒", "Enrolled without all three conditions; days of approval, acceptance, enrolment and exit out of order"), domain.Text{}},
	{AmountUnknown, Money, domain.Say("补贴金额缺", "Amount unknown"), domain.Say("已纳入而没有区级补贴金额，按 0 元计", "Enrolled, and the district subsidy is not known; it counts as 0"), domain.Text{}},
	{IdleAmount, Money, domain.Say("未纳入有补贴标准", "Amounts without enrolment"), domain.Say("登记了补贴标准变动，而小区从未纳入：标准不起作用", "Amounts are recorded for an estate that was never enrolled; they have no effect"), domain.Text{}},
	{Determination, Money, domain.Say("认定不起作用", "Determinations without effect"), domain.Say("责任认定所针对的结果不是末位，或不属创卫考核", "The determination is of a result that is not bottom, or of another kind of round"), domain.Text{}},
	{Fund, Money, domain.Say("流转资金", "Circulating funds"), domain.Say("余额为负，或使用登记依据不足", "A balance below zero, or a use that would be refused now"), domain.Text{}},
	{OverrideInvalid, Money, domain.Say("改派失效", "Overrides"), domain.Say("改派所指的小区不再能承担代管", "The host of a standing override may no longer serve"), domain.Text{}},

	{FindingDates, Findings, domain.Say("点位日期颠倒", "Dates of findings"), domain.Say("整改日期或期限早于发现日期", "Resolved or due before it was found"), domain.Say("天", "days")},
	{FindingFar, Findings, domain.Say("点位偏离小区", "Findings far off"), domain.Say("点位离所属小区的边界 %[1]v 米以上", "The finding lies %[1]v m or more from its estate", findingFarM), domain.Say("米", "m")},
}

// rankOf is the place of a kind in Kinds.
var rankOf = func() map[Kind]int {
	ranks := make(map[Kind]int, len(Kinds))
	for i, k := range Kinds {
		ranks[k.Kind] = i
	}
	return ranks
}()
