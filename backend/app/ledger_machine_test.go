package app

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/gpkg"
)

// What is decided at the desk gives the same machine files as a dataset in which the same facts were handed in.
func TestDecisionsGiveTheMachineFilesOfADatasetWithTheSameFacts(t *testing.T) {
	a := deskOf(t, caseW1())
	if err := a.SetClerk("王敏"); err != nil {
		t.Fatal(err)
	}
	id := func(estate string) int64 { return fid(t, a, estate) }
	decided := func(_ Decided, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	decided(a.SetSettings([]SettingAsk{{Name: "second_strike_window", Value: `"ever"`}, {Name: "company_share", Value: "0.6"}}, "会议决定"))
	decided(a.SetItem(ItemAsk{Item: ItemRecord{Code: "T1", Name: "犬只管理", Function: "patrol", Responsible: "company"}}))
	decided(a.Determine([]DeterminationAsk{
		{RoundID: "r03", FID: id("e1"), Cause: "undetermined", Reason: "待查", On: "2026-03-22"},
	}, ""))
	decided(a.CloseRound("r03"))
	decided(a.Determine([]DeterminationAsk{
		{RoundID: "r03", FID: id("e1"), Cause: "territorial", Reason: "属地", On: "2026-03-25"},
		{RoundID: "r02", FID: id("e1"), Cause: "company", Reason: "企业", On: "2026-03-25"},
	}, "复核"))
	decided(a.SetCompany(CompanyRecord{Name: "新企业", Capacity: 4}))
	decided(a.SetAgreement(AgreementAsk{FID: id("e2"), CompanyID: "c-0003", Kind: "proxy", StartsOn: "2026-04-11", Change: true}))
	decided(a.EndAgreement(AgreementEndAsk{FID: id("e3"), StartsOn: "2020-01-01", EndsOn: "2026-08-31"}))
	decided(a.SetAmount(AmountAsk{FID: id("e1"), FromMonth: "2026-04", District: "3100.55", City: "900"}))
	decided(a.Exit(ExitAsk{FID: id("top2"), ExitedOn: "2026-04-07", Ground: "other", Text: "合并"}))
	decided(a.Enrol(EnrolAsk{FID: id("top2"), EnrolledOn: "2026-06-15"}))
	decided(a.AddFundUse(FundUseAsk{Subdistrict: "甲街道", On: "2026-04-21", Kind: "cleaning_drive", Amount: "1234.56"}))
	decided(a.HoldInterviews([]InterviewAsk{{RoundID: "r02", FID: id("e1"), Level: 1, HeldOn: "2026-02-25"}}))
	decided(a.Reinspect(ReinspectionAsk{RoundID: "r02", FID: id("e1"), RequestedOn: "2026-02-26"}))
	p := must[*project](t)(a.project())
	path := p.info.Path
	if err := Close(a); err != nil {
		t.Fatal(err)
	}

	facts := caseW1()
	day := domain.MustDate
	facts.Settings = domain.Settings{"band_size": "1", "second_strike_window": `"ever"`, "company_share": "0.6"}
	facts.Items = []domain.Item{{Code: "T1", Name: "犬只管理", Function: domain.FunctionPatrol, Responsible: domain.CauseCompany}}
	facts.Determinations = []domain.Determination{
		{RoundID: "r02", EstateID: "e1", Cause: domain.CauseCompany, Reason: "企业", DecidedBy: "王敏", DecidedOn: day("2026-03-25")},
		{RoundID: "r03", EstateID: "e1", Cause: domain.CauseUndetermined, Reason: "待查", DecidedBy: "王敏", DecidedOn: day("2026-03-22")},
		{RoundID: "r03", EstateID: "e1", Cause: domain.CauseTerritorial, Reason: "属地", DecidedBy: "王敏", DecidedOn: day("2026-03-25")},
	}
	facts.Companies = append(facts.Companies, domain.Company{ID: "c-0003", Name: "新企业", Capacity: domain.Some(int64(4))})
	facts.Agreements[1].EndsOn, facts.Agreements[2].EndsOn = day("2026-04-10"), day("2026-08-31")
	facts.Agreements = append(facts.Agreements, domain.Agreement{EstateID: "e2", CompanyID: "c-0003", Kind: domain.AgreementProxy, StartsOn: day("2026-04-11")})
	april, _ := domain.ParseMonth("2026-04")
	facts.Subsidies = []domain.SubsidyChange{{EstateID: "e1", FromMonth: april, DistrictSubsidy: domain.Some(domain.Fen(310055)), CitySubsidy: domain.Some(domain.Fen(90000))}}
	facts.Enrolments = []domain.Enrolment{
		{EstateID: "top2", EnrolledOn: day("2020-01-01"), ExitedOn: day("2026-04-07"), ExitGround: domain.ExitOther, ExitText: "合并"},
		{EstateID: "top2", EnrolledOn: day("2026-06-15")},
	}
	facts.FundUses = []domain.FundUse{{ID: "use-0001", Subdistrict: "甲街道", UsedOn: day("2026-04-21"), Kind: domain.UseCleaningDrive, Amount: 123456}}
	folder := t.TempDir()
	if err := export.WriteDataset(folder, &facts); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "同样的事实.gpkg")
	if out, err := ImportInto(context.Background(), gpkg.Projects{}, other, []string{folder}, ImportOptions{}); err != nil || !out.Written {
		t.Fatalf("%v %+v", err, out.Report.Faults)
	}
	for _, asOf := range []string{"2026-02-20", "2026-03-31", "2026-04-20", "2026-12-31"} {
		got, want := evaluated(t, path, day(asOf)), evaluated(t, other, day(asOf))
		for name, text := range want {
			if got[name] != text {
				t.Errorf("%s as of %s: decided\n%s\nhanded in\n%s", name, asOf, got[name], text)
			}
		}
	}
}

// evaluated returns the machine files of a project by name.
func evaluated(t *testing.T, path string, asOf domain.Date) map[string]string {
	t.Helper()
	tables := must[*domain.Tables](t)(LoadTables(context.Background(), gpkg.Projects{}, path))
	folder := t.TempDir()
	if err := WriteEvaluation(tables, asOf, folder, true); err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range resultFiles {
		out[f.name] = string(must[[]byte](t)(os.ReadFile(filepath.Join(folder, f.name))))
	}
	return out
}
