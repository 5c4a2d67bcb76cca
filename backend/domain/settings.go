package domain

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Settings are the policy settings that a project states itself: name → the JSON text of its value, each accepted by
// [CheckSetting]. What is not stated has its default; [Settings.Policy] gives all of them typed.
type Settings map[string]string

// Merge returns s with the settings of over put over it, by name.
func (s Settings) Merge(over Settings) Settings {
	if len(over) == 0 {
		return s
	}
	m := maps.Clone(s)
	if m == nil {
		m = make(Settings, len(over))
	}
	maps.Copy(m, over)
	return m
}

// without returns s without the settings named in gone.
func (s Settings) without(gone Settings) Settings {
	if len(gone) == 0 {
		return s
	}
	m := maps.Clone(s)
	for name := range gone {
		delete(m, name)
	}
	return m
}

// The values of the settings that choose between words.
const (
	UndeterminedProposed = "proposed"
	UndeterminedExempt   = "exempt"

	DerivedConfirmed = "confirmed"
	DerivedProposed  = "proposed"

	WindowYear = "year"
	WindowEver = "ever"

	WithinDistrict          = "district"
	WithinSubdistrict       = "subdistrict"
	WithinPreferSubdistrict = "prefer_subdistrict"
)

// Force is the period in which a document is in force; a zero day is open.
type Force struct {
	First Date
	Last  Date
}

// Policy is every policy setting of RULES 0, typed.
type Policy struct {
	BandSize           int                // ≥ 1
	CompanyShare       Decimal            // 0–1
	UndeterminedIs     string             // UndeterminedProposed, UndeterminedExempt
	DerivedIs          string             // DerivedConfirmed, DerivedProposed
	SecondStrikeWindow string             // WindowYear, WindowEver
	ProxyCounts        bool               //
	ScatteredMaxAreaM2 float64            // > 0
	Within             string             // WithinDistrict, WithinSubdistrict, WithinPreferSubdistrict
	MaxDistanceM       float64            // ≥ 0
	HotspotWindow      int                // ≥ 1 rounds
	HotspotKinds       []RoundKind        //
	PassMark           Decimal            // 0–100
	DisclosureDueDays  int                // ≥ 0
	PhaseOut           map[int]Decimal    // year → 0–1; a year that is absent has factor 1
	InForce            map[Document]Force //
}

// DefaultPolicy returns the defaults of RULES 0.
func DefaultPolicy() Policy {
	return Policy{
		BandSize:           10,
		CompanyShare:       MustDecimal("0.5"),
		UndeterminedIs:     UndeterminedProposed,
		DerivedIs:          DerivedConfirmed,
		SecondStrikeWindow: WindowYear,
		ProxyCounts:        true,
		ScatteredMaxAreaM2: 10_000,
		Within:             WithinDistrict,
		MaxDistanceM:       1_000,
		HotspotWindow:      6,
		HotspotKinds:       []RoundKind{RoundDistrictSanitary, RoundJointCheck, RoundRoutine},
		PassMark:           WholeDecimal(80),
		DisclosureDueDays:  30,
		PhaseOut:           map[int]Decimal{},
		InForce: map[Document]Force{
			DocHB: {First: MustDate("2019-04-01")},
			DocTJ: {First: MustDate("2020-08-06"), Last: MustDate("2025-08-05")},
			DocHD: {}, DocXX: {}, DocDL: {},
		},
	}
}

// Policy returns the settings with defaults filled in. Settings that CheckSetting would refuse are left at their default;
// a store refuses to load them.
func (s Settings) Policy() Policy {
	p := DefaultPolicy()
	for name, text := range s {
		if set, ok := settings[name]; ok {
			set.read(&p, json.RawMessage(text))
		}
	}
	return p
}

// SettingNames returns the names of all policy settings in alphabetical order.
func SettingNames() []string { return slices.Sorted(maps.Keys(settings)) }

// CheckSetting says whether value is JSON that the setting takes; if not, what it takes. An unknown name is an error too.
func CheckSetting(name string, value json.RawMessage) *Error {
	set, ok := settings[name]
	if !ok {
		return Fail(CodeInvalid, Say("没有名为 %s 的设置；可用的设置：%s", "There is no setting named %s; the settings are: %s",
			name, strings.Join(SettingNames(), ", ")), nil)
	}
	scratch := DefaultPolicy()
	if !set.read(&scratch, value) {
		return Fail(CodeInvalid, Say("设置 %[1]s 的值 %[2]s 不可用；应为：%[3]s", "The value %[2]s does not suit the setting %[1]s; it takes %[4]s",
			name, clip(string(value)), set.takes.ZH, set.takes.EN), nil)
	}
	return nil
}

// setting reads one value into a Policy; read returns false, and may have written half of the value, if it does not suit.
type setting struct {
	takes Text
	read  func(p *Policy, v json.RawMessage) bool
}

var settings = map[string]setting{
	"band_size":            {Say("不小于 1 的整数", "a whole number ≥ 1"), func(p *Policy, v json.RawMessage) bool { return readInt(v, 1, &p.BandSize) }},
	"company_share":        {Say("0 到 1 的数", "a number from 0 to 1"), func(p *Policy, v json.RawMessage) bool { return readDecimal(v, 1, &p.CompanyShare) }},
	"undetermined_is":      oneOf(func(p *Policy) *string { return &p.UndeterminedIs }, UndeterminedProposed, UndeterminedExempt),
	"derived_is":           oneOf(func(p *Policy) *string { return &p.DerivedIs }, DerivedConfirmed, DerivedProposed),
	"second_strike_window": oneOf(func(p *Policy) *string { return &p.SecondStrikeWindow }, WindowYear, WindowEver),
	"proxy_counts":         {Say("true 或 false", "true or false"), func(p *Policy, v json.RawMessage) bool { return readBool(v, &p.ProxyCounts) }},
	"scattered_max_area": {Say("大于 0 的平方米数", "square metres > 0"), func(p *Policy, v json.RawMessage) bool {
		return readFloat(v, &p.ScatteredMaxAreaM2) && p.ScatteredMaxAreaM2 > 0
	}},
	"within":              oneOf(func(p *Policy) *string { return &p.Within }, WithinDistrict, WithinSubdistrict, WithinPreferSubdistrict),
	"max_distance":        {Say("不小于 0 的米数", "metres ≥ 0"), func(p *Policy, v json.RawMessage) bool { return readFloat(v, &p.MaxDistanceM) && p.MaxDistanceM >= 0 }},
	"hotspot_window":      {Say("不小于 1 的整数（轮）", "a whole number of rounds ≥ 1"), func(p *Policy, v json.RawMessage) bool { return readInt(v, 1, &p.HotspotWindow) }},
	"hotspot_kinds":       {Say("轮次类型的列表", "a list of round kinds"), readKinds},
	"pass_mark":           {Say("0 到 100 的数", "a number from 0 to 100"), func(p *Policy, v json.RawMessage) bool { return readDecimal(v, 100, &p.PassMark) }},
	"disclosure_due_days": {Say("不小于 0 的整数（天）", "a whole number of days ≥ 0"), func(p *Policy, v json.RawMessage) bool { return readInt(v, 0, &p.DisclosureDueDays) }},
	"phase_out":           {Say(`年份到 0–1 系数的对象，如 {"2026": 0.8}`, `an object of years and factors from 0 to 1, such as {"2026": 0.8}`), readPhaseOut},
	"in_force":            {Say(`文件简称到起止日期的对象，如 {"TJ": ["2020-08-06", "2025-08-05"]}，空为不限`, `an object of documents with first and last day, such as {"TJ": ["2020-08-06", "2025-08-05"]}; empty is open`), readForce},
}

func oneOf(field func(*Policy) *string, words ...string) setting {
	return setting{Say("%[1]s 之一", "one of %[1]s", strings.Join(words, ", ")), func(p *Policy, v json.RawMessage) bool {
		s, ok := readString(v)
		*field(p) = s
		return ok && slices.Contains(words, s)
	}}
}

func readInt(v json.RawMessage, least int, to *int) bool {
	n, err := strconv.Atoi(string(bytes.TrimSpace(v)))
	*to = n
	return err == nil && n >= least && n <= 1_000_000
}

// readDecimal takes the JSON number as written, so that a share of 0.1 is exactly one tenth.
func readDecimal(v json.RawMessage, most int64, to *Decimal) bool {
	d, ok := ParseDecimal(string(bytes.TrimSpace(v)))
	*to = d
	return ok && !WholeDecimal(most).Less(d)
}

func readFloat(v json.RawMessage, to *float64) bool {
	d, ok := ParseDecimal(string(bytes.TrimSpace(v)))
	*to = d.Float()
	return ok
}

func readBool(v json.RawMessage, to *bool) bool {
	s := string(bytes.TrimSpace(v))
	*to = s == "true"
	return s == "true" || s == "false"
}

func readString(v json.RawMessage) (string, bool) {
	if v = bytes.TrimSpace(v); len(v) == 0 || v[0] != '"' {
		return "", false
	}
	var s string
	err := json.Unmarshal(v, &s)
	return s, err == nil
}

func readKinds(p *Policy, v json.RawMessage) bool {
	var kinds []RoundKind
	if json.Unmarshal(v, &kinds) != nil || len(kinds) == 0 {
		return false
	}
	known := []RoundKind{RoundDistrictSanitary, RoundCityEvaluation, RoundJointCheck, RoundRoutine}
	for _, k := range kinds {
		if !slices.Contains(known, k) {
			return false
		}
	}
	p.HotspotKinds = kinds
	return true
}

func readPhaseOut(p *Policy, v json.RawMessage) bool {
	var byYear map[string]json.RawMessage
	if json.Unmarshal(v, &byYear) != nil || byYear == nil {
		return false
	}
	p.PhaseOut = make(map[int]Decimal, len(byYear))
	for year, factor := range byYear {
		y, ok := digits(year)
		var d Decimal
		if !ok || len(year) != 4 || !readDecimal(factor, 1, &d) {
			return false
		}
		p.PhaseOut[y] = d
	}
	return true
}

func readForce(p *Policy, v json.RawMessage) bool {
	var byDoc map[Document]json.RawMessage
	if json.Unmarshal(v, &byDoc) != nil || byDoc == nil {
		return false
	}
	p.InForce = maps.Clone(p.InForce)
	for doc, text := range byDoc {
		if _, known := p.InForce[doc]; !known {
			return false
		}
		var days []string
		if json.Unmarshal(text, &days) != nil {
			var named struct{ First, Last string }
			dec := json.NewDecoder(bytes.NewReader(text))
			dec.DisallowUnknownFields()
			if dec.Decode(&named) != nil {
				return false
			}
			days = []string{named.First, named.Last}
		}
		if len(days) == 0 || len(days) > 2 {
			return false
		}
		var f Force
		for i, day := range days {
			d, ok := ParseDate(day)
			if !ok && day != "" {
				return false
			}
			if i == 0 {
				f.First = d
			} else {
				f.Last = d
			}
		}
		if f.Last != 0 && f.Last < f.First {
			return false
		}
		p.InForce[doc] = f
	}
	return true
}

// clip shortens a value for a message.
func clip(s string) string {
	r := []rune(s)
	if len(r) <= 40 {
		return s
	}
	return string(r[:40]) + "…"
}
