package domain_test

import (
	"encoding/json"
	"testing"

	"estateatlas/backend/domain"
)

func TestSettingsTakeWhatRULES0Says(t *testing.T) {
	good := map[string][]string{
		"band_size": {"1", "10", "500"}, "company_share": {"0", "1", "0.5", "0.333"}, "undetermined_is": {`"proposed"`, `"exempt"`},
		"derived_is": {`"confirmed"`, `"proposed"`}, "second_strike_window": {`"year"`, `"ever"`}, "proxy_counts": {"true", "false"},
		"scattered_max_area": {"10000", "0.5"}, "within": {`"district"`, `"subdistrict"`, `"prefer_subdistrict"`}, "max_distance": {"0", "1000", "333.3"},
		"hotspot_window": {"1", "12"}, "hotspot_kinds": {`["routine"]`}, "pass_mark": {"0", "100", "79.5"}, "disclosure_due_days": {"0", "30"},
		"phase_out": {`{}`, `{"2026": 0.8, "2027": 0}`}, "in_force": {`{"TJ": ["2020-08-06", ""]}`, `{"HB": {"first": "2019-04-01", "last": "2029-03-31"}}`},
	}
	bad := map[string][]string{
		"band_size": {"0", "-1", "1.5", `"ten"`, "null", "true", "[]"}, "company_share": {"1.5", "-0.1", `"0.5"`, "1e-1"}, "undetermined_is": {`"maybe"`, "1", "null"},
		"derived_is": {`"exempt"`}, "second_strike_window": {`"month"`}, "proxy_counts": {`"true"`, "1", "null"}, "scattered_max_area": {"0", "-5"},
		"within": {`"city"`}, "max_distance": {"-1", `"1000"`}, "hotspot_window": {"0"}, "hotspot_kinds": {`[]`, `["daily"]`, `"routine"`}, "pass_mark": {"100.1"},
		"disclosure_due_days": {"-1"}, "phase_out": {`{"26": 1}`, `{"2026": 2}`, `[]`, "null"}, "in_force": {`{"ZZ": ["2020-01-01"]}`, `{"TJ": ["2020-02-30"]}`, `{"TJ": ["2021-01-01", "2020-01-01"]}`},
		"no_such_setting": {"1"},
	}
	for _, name := range domain.SettingNames() {
		if len(good[name]) == 0 || len(bad[name]) == 0 {
			t.Errorf("the setting %s is not covered here", name)
		}
	}
	for name, values := range good {
		for _, v := range values {
			if err := domain.CheckSetting(name, json.RawMessage(v)); err != nil {
				t.Errorf("%s = %s: %v", name, v, err)
			}
		}
	}
	for name, values := range bad {
		for _, v := range values {
			if domain.CheckSetting(name, json.RawMessage(v)) == nil {
				t.Errorf("%s = %s was taken", name, v)
			}
		}
	}
}

func TestSettingsHaveTheDefaultsOfRULES0(t *testing.T) {
	p := domain.Settings{"band_size": "3", "in_force": `{"TJ": ["2020-08-06", "2030-08-05"]}`}.Policy()
	if p.BandSize != 3 || p.CompanyShare.String() != "0.5" || !p.ProxyCounts || p.MaxDistanceM != 1000 || p.ScatteredMaxAreaM2 != 10000 {
		t.Errorf("unexpected: %+v", p)
	}
	if p.InForce[domain.DocTJ].Last.String() != "2030-08-05" || p.InForce[domain.DocHB].First.String() != "2019-04-01" {
		t.Errorf("periods of force: %+v", p.InForce)
	}
	if d := domain.DefaultPolicy(); d.InForce[domain.DocTJ].Last.String() != "2025-08-05" {
		t.Errorf("the default changed with a project's settings: %+v", d.InForce)
	}
}
