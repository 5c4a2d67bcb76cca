package domain

import (
	"bytes"
	"encoding/json"
)

// SettingInfo describes a policy setting for people.
type SettingInfo struct {
	Name    string
	Title   Text
	Help    Text // what it decides
	Clause  Clause
	Kind    SettingKind
	Unit    Text     // empty: none
	Choices []Choice // of SettingChoice and SettingKinds
	Default string   // JSON
	Takes   Text     // the range
	// Results is true where it bears on ranks, causes, levels or money: closed rounds keep their own.
	Results bool
}

// Choice is a word that a setting takes.
type Choice struct {
	Value string
	Text  Text
}

// SettingKind says how a setting is entered.
type SettingKind string

// The kinds of settings.
const (
	SettingWhole   SettingKind = "whole"
	SettingDecimal SettingKind = "decimal"
	SettingFlag    SettingKind = "flag"
	SettingChoice  SettingKind = "choice"
	SettingKinds   SettingKind = "kinds"   // a list of round kinds
	SettingYears   SettingKind = "years"   // factors by year
	SettingPeriods SettingKind = "periods" // first and last days by document
)

var roundKinds = []Choice{
	{string(RoundDistrictSanitary), Say("创卫考核", "Sanitary inspection")},
	{string(RoundCityEvaluation), Say("市级评估", "City evaluation")},
	{string(RoundJointCheck), Say("联合抽查", "Joint check")},
	{string(RoundRoutine), Say("日常检查", "Routine check")},
}

// settingInfos are in the order of RULES 0.
var settingInfos = []SettingInfo{
	{
		Name: "band_size", Title: Say("前后名次数", "Size of the bands"), Help: Say("每轮排名前十名、后十名一类的名次段各取多少名", "How many places top and bottom have in a round"),
		Clause: Clause{DocHB, "五(一)–(三)"}, Kind: SettingWhole, Unit: Say("名", "places"), Default: "10", Results: true,
	},
	{
		Name: "company_share", Title: Say("企业责任界限", "Share of a company's failure"),
		Help:   Say("四项职能扣分占全部扣分达到此比例，推定为企业责任", "From this share of the points on the four functions a bottom result is the company's failure"),
		Clause: Clause{DocHB, "五(二)"}, Kind: SettingDecimal, Default: "0.5", Results: true,
	},
	{
		Name: "undetermined_is", Title: Say("待定结果", "Undetermined results"), Help: Say("责任待定的末位结果如何计入拟定级别", "How a bottom result without a cause counts at the proposed level"),
		Clause: Clause{DocHB, "五(二)"}, Kind: SettingChoice, Default: `"proposed"`, Results: true,
		Choices: []Choice{{UndeterminedProposed, Say("计入拟定", "Counts as proposed")}, {UndeterminedExempt, Say("不计", "Does not count")}},
	},
	{
		Name: "derived_is", Title: Say("推定责任", "Derived causes"), Help: Say("由扣分推定、尚无人认定的企业责任计入哪一级别", "At which level a cause derived from the deductions counts before anybody determined it"),
		Clause: Clause{DocHB, "五(二)"}, Kind: SettingChoice, Default: `"confirmed"`, Results: true,
		Choices: []Choice{{DerivedConfirmed, Say("计入已确认", "Confirmed")}, {DerivedProposed, Say("只计入拟定", "Only proposed")}},
	},
	{
		Name: "second_strike_window", Title: Say("两次的计算期", "Window of the second strike"), Help: Say("“两次”在多长时间内累计", "Within which time strikes add up to a second one"),
		Clause: Clause{DocHB, "五(二)"}, Kind: SettingChoice, Default: `"year"`, Results: true,
		Choices: []Choice{{WindowYear, Say("当年", "The year")}, {WindowEver, Say("不限", "Ever")}},
	},
	{
		Name: "proxy_counts", Title: Say("代管小区一并扣减", "Estates under proxy are withheld too"), Help: Say("扣减企业在本街道的补贴时是否包括代管小区", "Whether withholding covers the estates that a company manages by proxy"),
		Clause: Clause{DocHB, "五(二)"}, Kind: SettingFlag, Default: "true", Results: true,
	},
	{
		Name: "scattered_max_area", Title: Say("散片面积上限", "Largest scattered estate"), Help: Say("未写明类型、不可围合且小于此面积的小区按散片", "Below this area an estate without a form that cannot be enclosed is scattered"),
		Clause: Clause{DocTJ, "六(一)"}, Kind: SettingDecimal, Unit: Say("平方米", "m²"), Default: "10000",
	},
	{
		Name: "within", Title: Say("代管范围", "Scope of proxy"), Help: Say("散片小区在多大范围内找依托小区", "Where a scattered estate looks for its host"),
		Clause: Clause{DocTJ, "六(一)"}, Kind: SettingChoice, Default: `"district"`,
		Choices: []Choice{
			{WithinDistrict, Say("全区", "District")}, {WithinSubdistrict, Say("本街道", "Subdistrict")}, {WithinPreferSubdistrict, Say("本街道优先", "Subdistrict first")},
		},
	},
	{
		Name: "max_distance", Title: Say("代管最大距离", "Largest distance"), Help: Say("超过此距离不指派，含本数", "Beyond it no host is assigned; itself included"),
		Clause: Clause{DocTJ, "六(一)"}, Kind: SettingDecimal, Unit: Say("米", "m"), Default: "1000",
	},
	{
		Name: "hotspot_window", Title: Say("热点窗口", "Window of hotspots"), Help: Say("分析最近多少轮", "How many rounds back are looked at"),
		Clause: Clause{DocHB, "六(3)"}, Kind: SettingWhole, Unit: Say("轮", "rounds"), Default: "6",
	},
	{
		Name: "hotspot_kinds", Title: Say("热点所用检查", "Checks behind hotspots"), Help: Say("热点分析采用哪些检查", "Which kinds of rounds are looked at"),
		Clause: Clause{DocHB, "六(3)"}, Kind: SettingKinds, Default: `["district_sanitary","joint_check","routine"]`, Choices: roundKinds,
	},
	{
		Name: "pass_mark", Title: Say("合格分", "Pass mark"), Help: Say("联合抽查、日常检查低于此分为不合格", "Below it a joint or routine check is failed"),
		Clause: Clause{DocXX, "三(一)1"}, Kind: SettingDecimal, Unit: Say("分", "points"), Default: "80",
	},
	{
		Name: "disclosure_due_days", Title: Say("公示期限", "Disclosure due"), Help: Say("季度结束后多少天内公示收支", "How many days after the quarter income and use are disclosed"),
		Clause: Clause{DocHD, "企业 8"}, Kind: SettingWhole, Unit: Say("天", "days"), Default: "30",
	},
	{
		Name: "phase_out", Title: Say("退坡系数", "Phase-out"), Help: Say("市级补贴各年度的系数，未列年度为 1", "Factor of the city grant by year; a year that is not listed has 1"),
		Clause: Clause{DocTJ, "三(一)1"}, Kind: SettingYears, Default: "{}",
	},
	{
		Name: "in_force", Title: Say("文件施行期", "Periods of force"), Help: Say("各文件的施行首日和末日，空为不限；早于首日的轮次只排名", "First and last day of each document, empty is open; a round before the first day is ranked only"),
		Clause: Clause{DocTJ, "末段"}, Kind: SettingPeriods, Results: true,
		Default: `{"DL":["",""],"HB":["2019-04-01",""],"HD":["",""],"TJ":["2020-08-06","2025-08-05"],"XX":["",""]}`,
	},
}

// SettingInfos describes every policy setting, in the order of RULES 0.
func SettingInfos() []SettingInfo {
	out := make([]SettingInfo, len(settingInfos))
	for i, s := range settingInfos {
		s.Takes = settings[s.Name].takes
		out[i] = s
	}
	return out
}

// Value returns the JSON text of a setting that is in force: what is stated, else the default; "" of an unknown name.
func (s Settings) Value(name string) string {
	if v, ok := s[name]; ok {
		return v
	}
	for i := range settingInfos {
		if settingInfos[i].Name == name {
			return settingInfos[i].Default
		}
	}
	return ""
}

// Stated returns s with every setting stated, also those at their default: what is kept when a round is closed.
func (s Settings) Stated() Settings {
	all := make(Settings, len(settingInfos))
	for i := range settingInfos {
		all[settingInfos[i].Name] = s.Value(settingInfos[i].Name)
	}
	return all
}

// SettingsJSON writes settings as a JSON object of name → value, by name.
func SettingsJSON(s Settings) string {
	raw := make(map[string]json.RawMessage, len(s))
	for name, value := range s {
		raw[name] = json.RawMessage(value)
	}
	return writeJSON(raw)
}

// ParseSettingsJSON reads what SettingsJSON wrote; false if it is no such object or a value does not suit.
func ParseSettingsJSON(text string) (Settings, bool) {
	var raw map[string]json.RawMessage
	if json.Unmarshal([]byte(text), &raw) != nil || raw == nil {
		return nil, false
	}
	s := make(Settings, len(raw))
	for name, value := range raw {
		if CheckSetting(name, value) != nil {
			return nil, false
		}
		s[name] = string(value)
	}
	return s, true
}

// itemJSON is an item of a catalogue that is kept.
type itemJSON struct {
	Code        string           `json:"code"`
	Name        string           `json:"name"`
	Function    PropertyFunction `json:"function"`
	Responsible Cause            `json:"responsible"`
}

// ItemsJSON writes a catalogue as a JSON list.
func ItemsJSON(items []Item) string {
	list := make([]itemJSON, len(items))
	for i, it := range items {
		list[i] = itemJSON(it)
	}
	return writeJSON(list)
}

// ParseItemsJSON reads what ItemsJSON wrote.
func ParseItemsJSON(text string) ([]Item, bool) {
	var list []itemJSON
	if json.Unmarshal([]byte(text), &list) != nil {
		return nil, false
	}
	items := make([]Item, len(list))
	for i, it := range list {
		items[i] = Item(it)
	}
	return items, true
}

// writeJSON leaves < and > as they are.
func writeJSON(v any) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err) // maps and lists of text; settings were checked to be JSON
	}
	return string(bytes.TrimSpace(b.Bytes()))
}
