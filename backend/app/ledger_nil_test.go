package app

import (
	"fmt"
	"reflect"
	"testing"

	"estateatlas/backend/domain"
)

// nilSlices names the slices that would reach the screens as null.
func nilSlices(path string, v reflect.Value) []string {
	var out []string
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			return []string{path}
		}
		for i := range v.Len() {
			out = append(out, nilSlices(fmt.Sprintf("%s[%d]", path, i), v.Index(i))...)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			out = nilSlices(path, v.Elem())
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[domain.Reason]() {
			return nil // its lists are left out where they are empty
		}
		for i := range v.NumField() {
			out = append(out, nilSlices(path+"."+v.Type().Field(i).Name, v.Field(i))...)
		}
	default:
	}
	return out
}

func TestTheLedgerAnswersListsAndNeverNothing(t *testing.T) {
	empty := caseW1()
	empty.Rounds, empty.Scores, empty.Deductions = nil, nil, nil
	bare := domain.Tables{Estates: []domain.Estate{{ID: "e"}}}
	for name, a := range map[string]*Atlas{"demo": desk(t, 0), "W-1": deskOf(t, caseW1()), "without rounds": deskOf(t, empty), "one estate": deskOf(t, bare)} {
		p := must[*project](t)(a.project())
		first := p.book.Estates[0].FID
		if name == "W-1" {
			if _, err := a.CloseRound("r02"); err != nil {
				t.Fatal(err)
			}
		}
		for what, answer := range map[string]func() (any, error){
			"ledger":      func() (any, error) { return a.Ledger("") },
			"matrix":      func() (any, error) { return a.Matrix("", 0) },
			"another":     func() (any, error) { return a.Matrix("", 1999) },
			"payable":     func() (any, error) { return a.Payable("", 0) },
			"funds":       func() (any, error) { return a.Funds("") },
			"eligibility": func() (any, error) { return a.Eligibility("", 0) },
			"interviews":  func() (any, error) { return a.Interviews("", 0) },
			"level3":      func() (any, error) { return a.Level3("") },
			"closings":    func() (any, error) { return a.VerifyClosings() },
			"record":      func() (any, error) { return a.EstateRecord(first) },
			"companies":   func() (any, error) { return a.Companies() },
			"items":       func() (any, error) { return a.Items() },
			"settings":    func() (any, error) { return a.Settings() },
			"audit":       func() (any, error) { return a.Audit(AuditAsk{}) },
			"preview":     func() (any, error) { return a.PreviewSettings([]SettingAsk{{Name: "band_size", Value: "2"}}) },
			"use":         func() (any, error) { return a.PreviewFundUse(FundUseAsk{}) },
		} {
			v, err := answer()
			if err != nil {
				t.Errorf("%s, %s: %v", name, what, err)
				continue
			}
			if bad := nilSlices("", reflect.ValueOf(v)); len(bad) > 0 {
				t.Errorf("%s, %s: null at %v", name, what, bad[:min(3, len(bad))])
			}
		}
	}
}
