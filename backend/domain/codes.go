package domain

// The codes of CONTRACT.md. Each is the text that stands in files and in the project; an empty code is unknown.

// Form tells contiguous (成片) from scattered (散片) estates.
type Form string

const (
	FormContiguous Form = "contiguous" // 成片
	FormScattered  Form = "scattered"  // 散片: small and cannot be enclosed (TJ 六(一))
)

// ManagementMode is who manages an estate (管理模式).
type ManagementMode string

const (
	ModeCompany            ManagementMode = "company"             // 社会化服务公司
	ModeOwnerUnit          ManagementMode = "owner_unit"          // 产权单位
	ModeSelfGoverned       ManagementMode = "self_governed"       // 居民自治
	ModeCommunityGuarantee ManagementMode = "community_guarantee" // 社区保障
)

// AgreementKind is direct (直管) or proxy (代管) service.
type AgreementKind string

const (
	AgreementDirect AgreementKind = "direct" // 直管
	AgreementProxy  AgreementKind = "proxy"  // 代管
)

// RoundKind is the kind of an inspection round.
type RoundKind string

const (
	RoundDistrictSanitary RoundKind = "district_sanitary" // 创卫考核: drives RULES sections 2–5
	RoundCityEvaluation   RoundKind = "city_evaluation"   // 市级评估
	RoundJointCheck       RoundKind = "joint_check"       // 联合抽查
	RoundRoutine          RoundKind = "routine"           // 日常检查
)

// Cause is why a result is a bottom one (RULES 3). It is also the responsible party of an item, where only
// CauseCompany and CauseTerritorial occur.
type Cause string

const (
	CauseCompany      Cause = "company"      // 企业
	CauseTerritorial  Cause = "territorial"  // 属地
	CauseUndetermined Cause = "undetermined" // 待定
)

// PropertyFunction is one of the four property functions (四项职能, HB 三, TJ 三(三)2); empty: none of them.
type PropertyFunction string

const (
	FunctionGateDuty PropertyFunction = "gate_duty" // 门岗执勤
	FunctionPatrol   PropertyFunction = "patrol"    // 巡视管理
	FunctionCleaning PropertyFunction = "cleaning"  // 楼内外清扫保洁
	FunctionParking  PropertyFunction = "parking"   // 车辆停放秩序
)

// ExitGround is why an estate left long-term management (TJ 二(四)).
type ExitGround string

const (
	ExitDemolition      ExitGround = "demolition"       // 拆迁
	ExitOwnerRequest    ExitGround = "owner_request"    // 产权人要求自行管理
	ExitMarketOperation ExitGround = "market_operation" // 具备市场化运作条件
	ExitOther           ExitGround = "other"            // 其他, with a text
)

// FundUseKind is what circulating fund money was spent on (HB 五(四)).
type FundUseKind string

const (
	UseCleaningDrive FundUseKind = "cleaning_drive" // 集中清理
	UseRewardTop     FundUseKind = "reward_top"     // 奖励前十名
)

// Band is where a result lies in its round (RULES 2).
type Band string

const (
	BandTop      Band = "top"
	BandMiddle   Band = "middle"
	BandBottom   Band = "bottom"
	BandUnranked Band = "unranked"
)

// SubsidyState is the state of an estate's district reward subsidy on a date (RULES 6).
type SubsidyState string

const (
	StateNotEnrolled     SubsidyState = "not_enrolled"     // 未纳入
	StateExited          SubsidyState = "exited"           // 已退出
	StateWithheldYear    SubsidyState = "withheld_year"    // 扣全年
	StateWithheldQuarter SubsidyState = "withheld_quarter" // 扣当季
	StateWithheldMonth   SubsidyState = "withheld_month"   // 扣当月
	StateProposed        SubsidyState = "proposed"         // 拟扣
	StateUnfunded        SubsidyState = "unfunded"         // 无补贴
	StatePaid            SubsidyState = "paid"             // 正常发放
)

// Tri is a yes or no that may be unknown.
type Tri int8

const (
	Unknown Tri = iota
	Yes
	No
)
