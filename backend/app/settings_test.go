package app

import (
	"testing"

	"estateatlas/backend/domain"
)

func TestEverySettingIsListedWithItsClauseAndRange(t *testing.T) {
	a := desk(t, 30)
	rows := must[[]SettingRow](t)(a.Settings())
	if len(rows) != len(domain.SettingNames()) {
		t.Fatalf("%d rows", len(rows))
	}
	for _, r := range rows {
		if r.Clause.Document == "" || r.Title.ZH == "" || r.Range.ZH == "" || r.Default == "" || r.Value == "" || r.Choices == nil {
			t.Errorf("%+v", r)
		}
	}
}

func TestWhatASettingChangesIsSaidFirstAndClosedRoundsKeepTheirs(t *testing.T) {
	a := desk(t, 0)
	asks := []SettingAsk{{Name: "band_size", Value: " 3 "}}
	all := must[Consequence](t)(a.PreviewSettings(asks))
	if len(all.Rounds) < 2 || all.Rounds[0].Bands == 0 || len(all.Closed) != 0 {
		t.Fatalf("%+v", all.Rounds)
	}
	district := must[District](t)(a.District())
	half := district.Rounds[len(district.Rounds)/2]
	if _, err := a.CloseRound(half.ID); err != nil {
		t.Fatal(err)
	}
	before := must[LedgerView](t)(a.Ledger(half.ID))
	said := must[Consequence](t)(a.PreviewSettings(asks))
	for _, r := range said.Rounds {
		if r.Closed {
			t.Errorf("%s is closed and would change: %+v", r.Name, r)
		}
	}
	if len(said.Rounds) == 0 || len(said.Rounds) >= len(all.Rounds) || len(said.Notes) == 0 {
		t.Errorf("%d rounds would change, %d before closing", len(said.Rounds), len(all.Rounds))
	}
	if _, err := a.SetSettings(asks, "试行"); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	if after := must[LedgerView](t)(a.Ledger(half.ID)); len(after.Rows) != len(before.Rows) {
		t.Errorf("%d rows, %d before", len(after.Rows), len(before.Rows))
	}
	if latest := must[LedgerView](t)(a.Ledger("")); len(latest.Rows) > 6 {
		t.Errorf("%d rows with a band of 3", len(latest.Rows))
	}
	if r := must[ClosingReport](t)(a.VerifyClosings()); len(r.Faults) != 0 {
		t.Errorf("%+v", r.Faults)
	}
	for _, r := range must[[]SettingRow](t)(a.Settings()) {
		if r.Name == "band_size" && (r.Value != "3" || !r.Stated || r.Default != "10") {
			t.Errorf("%+v", r)
		}
	}
	if _, err := a.SetSettings([]SettingAsk{{Name: "band_size", Reset: true}}, ""); err != nil {
		t.Fatal(err)
	}
	p, _ := a.project()
	if _, stated := p.tables.Settings["band_size"]; stated {
		t.Error("the default is stated")
	}
	if stored := must[*domain.Tables](t)(p.store.Load(t.Context())); len(stored.Settings) != 0 {
		t.Errorf("the file states %v", stored.Settings)
	}
}

func TestASettingThatDoesNotSuitIsRefused(t *testing.T) {
	a := desk(t, 30)
	for name, ask := range map[string]SettingAsk{
		"out of range":  {Name: "band_size", Value: "0"},
		"unknown":       {Name: "bandsize", Value: "1"},
		"no JSON":       {Name: "band_size", Value: "ten"},
		"as it is":      {Name: "band_size", Value: "10"},
		"unknown reset": {Name: "bandsize", Reset: true},
	} {
		_, err := a.SetSettings([]SettingAsk{ask}, "")
		t.Run(name, func(t *testing.T) { wantRefused(t, err, domain.CodeInvalid) })
	}
}
