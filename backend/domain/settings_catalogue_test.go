package domain_test

import (
	"encoding/json"
	"reflect"
	"slices"
	"testing"

	"estateatlas/backend/domain"
)

func TestEverySettingIsDescribedWithItsDefault(t *testing.T) {
	var names []string
	for _, s := range domain.SettingInfos() {
		names = append(names, s.Name)
		if err := domain.CheckSetting(s.Name, json.RawMessage(s.Default)); err != nil {
			t.Errorf("%s: the default %s is refused: %v", s.Name, s.Default, err)
		}
		if s.Title.ZH == "" || s.Title.EN == "" || s.Help.ZH == "" || s.Help.EN == "" || s.Takes.ZH == "" || s.Clause.Document == "" || s.Clause.Place == "" {
			t.Errorf("%s is not described: %+v", s.Name, s)
		}
		for _, c := range s.Choices {
			value, _ := json.Marshal(c.Value)
			if s.Kind == domain.SettingKinds {
				value, _ = json.Marshal([]string{c.Value})
			}
			if err := domain.CheckSetting(s.Name, value); err != nil {
				t.Errorf("%s: the choice %s is refused", s.Name, value)
			}
		}
	}
	slices.Sort(names)
	if !slices.Equal(names, domain.SettingNames()) {
		t.Errorf("described are %v, settings are %v", names, domain.SettingNames())
	}
	if got := (domain.Settings{}).Stated().Policy(); !reflect.DeepEqual(got, domain.DefaultPolicy()) {
		t.Errorf("the stated defaults give %+v", got)
	}
}

func TestKeptSettingsAndItemsComeBack(t *testing.T) {
	all := domain.Settings{"band_size": "3", "phase_out": `{"2026": 0.8}`}.Stated()
	back, ok := domain.ParseSettingsJSON(domain.SettingsJSON(all))
	if !ok || !reflect.DeepEqual(back.Policy(), all.Policy()) || len(back) != len(all) {
		t.Errorf("%v, %v", back, ok)
	}
	items := domain.Catalogue([]domain.Item{{Code: "X1", Name: `<"&>`, Responsible: domain.CauseTerritorial}})
	got, ok := domain.ParseItemsJSON(domain.ItemsJSON(items))
	if !ok || !reflect.DeepEqual(got, items) {
		t.Errorf("%v, %v", got, ok)
	}
	for _, bad := range []string{"", "[]", "null", `{"band_size": 0}`, `{"none": 1}`} {
		if _, ok := domain.ParseSettingsJSON(bad); ok {
			t.Errorf("%q was read", bad)
		}
	}
}
