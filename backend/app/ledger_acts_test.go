package app

import (
	"testing"

	"estateatlas/backend/domain"
)

func TestInterviewsAreDueUntilHeld(t *testing.T) {
	a := deskOf(t, caseW1())
	v := must[InterviewsView](t)(a.Interviews("r04", 0))
	if v.Due != 2 || len(v.Rows) != 2 {
		t.Fatalf("%+v", v)
	}
	for _, row := range v.Rows {
		want := map[string]string{"r02": "张三", "r03": "李四"}[row.RoundID]
		if row.Person != want || row.Legal != (row.RoundID == "r03") || row.Issuer != "甲街道办事处" {
			t.Errorf("%+v", row)
		}
	}
	ask := InterviewAsk{RoundID: "r03", FID: fid(t, a, "e1"), Level: 2, HeldOn: "2026-03-25", Text: "限期整改"}
	if _, err := a.HoldInterviews([]InterviewAsk{ask}); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	v = must[InterviewsView](t)(a.Interviews("r04", 0))
	if v.Due != 1 || v.Rows[1].HeldOn != "2026-03-25" || v.Rows[1].Person != "李四" {
		t.Errorf("%+v", v)
	}
	if l := must[LedgerView](t)(a.Ledger("r04")); l.Counts.InterviewsDue != 1 || l.Counts.Level3 != 1 {
		t.Errorf("%+v", l.Counts)
	}
	for name, change := range map[string]func(*InterviewAsk){
		"before the round": func(i *InterviewAsk) { i.HeldOn = "2026-03-19" },
		"in the future":    func(i *InterviewAsk) { i.HeldOn = "2990-01-01" },
		"not a day":        func(i *InterviewAsk) { i.HeldOn = "yesterday" },
		"another level":    func(i *InterviewAsk) { i.Level = 1 },
		"level 3":          func(i *InterviewAsk) { i.Level = 3 },
		"not bottom":       func(i *InterviewAsk) { i.FID = fid(t, a, "top1") },
	} {
		bad := ask
		change(&bad)
		_, err := a.HoldInterviews([]InterviewAsk{bad})
		t.Run(name, func(t *testing.T) { wantRefused(t, err, domain.CodeInvalid) })
	}
	// Another determination takes the measure away; the interview that was held stays on record.
	if _, err := a.Determine([]DeterminationAsk{{RoundID: "r03", FID: fid(t, a, "e1"), Cause: "territorial", Reason: "属地"}}, ""); err != nil {
		t.Fatal(err)
	}
	found := false
	for _, row := range must[InterviewsView](t)(a.Interviews("r04", 0)).Rows {
		found = found || row.RoundID == "r03" && row.Status == "" && row.HeldOn != ""
	}
	if !found {
		t.Error("the interview that was held is gone")
	}
	ask.HeldOn = ""
	if _, err := a.HoldInterviews([]InterviewAsk{ask}); err != nil {
		t.Fatal(err)
	}
	_, err := a.HoldInterviews([]InterviewAsk{ask})
	wantRefused(t, err, domain.CodeNotFound)
}

func TestTheExitProcedureGoesStepByStepToTheEndOfTheAgreement(t *testing.T) {
	a := deskOf(t, caseW1())
	if v := must[Level3View](t)(a.Level3("r03")); len(v.Cases) != 0 || len(v.Steps) != 5 {
		t.Fatalf("%+v", v)
	}
	v := must[Level3View](t)(a.Level3(""))
	if len(v.Cases) != 1 || v.Cases[0].RoundID != "r04" || v.Cases[0].Status != "confirmed" || v.Cases[0].Done {
		t.Fatalf("%+v", v.Cases)
	}
	step := func(key, on string) error {
		_, err := a.RecordExitStep(ExitStepAsk{RoundID: "r04", FID: fid(t, a, "e1"), Key: key, On: on})
		return err
	}
	for _, s := range [][2]string{{"opened", "2026-04-22"}, {"answered", "2026-05-10"}, {"recommended", "2026-04-25"}} {
		if err := step(s[0], s[1]); err != nil {
			t.Fatal(err)
		}
	}
	wantAsRead(t, a)
	wantRefused(t, step("opened", "2026-04-19"), domain.CodeInvalid)      // before the round
	wantRefused(t, step("opened", "2026-04-26"), domain.CodeInvalid)      // after the next step
	wantRefused(t, step("handed_over", "2026-05-01"), domain.CodeInvalid) // before the step before
	wantRefused(t, step("ended", "2026-06-01"), domain.CodeInvalid)       // follows from the agreement
	c := must[Level3View](t)(a.Level3("")).Cases[0]
	if c.Steps[0].On != "2026-04-22" || c.Steps[2].On != "2026-05-10" || c.Steps[4].On != "" {
		t.Errorf("%+v", c.Steps)
	}
	if err := step("answered", ""); err != nil {
		t.Fatal(err)
	}
	wantRefused(t, step("answered", ""), domain.CodeNotFound)
	_, err := a.RecordExitStep(ExitStepAsk{RoundID: "r03", FID: fid(t, a, "e1"), Key: "opened", On: "2026-04-22"})
	wantRefused(t, err, domain.CodeNotFound)
}

func TestAReinspectionStandsBesideTheRank(t *testing.T) {
	a := deskOf(t, caseW1())
	before := must[LedgerView](t)(a.Ledger("r03")).Rows[0]
	ask := ReinspectionAsk{RoundID: "r03", FID: fid(t, a, "e1"), RequestedOn: "2026-03-22", RequestedBy: "社区"}
	if _, err := a.Reinspect(ask); err != nil {
		t.Fatal(err)
	}
	ask.HeldOn, ask.Score = "2026-04-01", "92.5"
	if _, err := a.Reinspect(ask); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	now := must[LedgerView](t)(a.Ledger("r03")).Rows[0]
	if len(now.Reinspections) != 1 || now.Reinspections[0].Score != "92.5" || now.Rank != before.Rank || now.ConfirmedLevel != before.ConfirmedLevel {
		t.Errorf("%+v", now)
	}
	for name, change := range map[string]func(*ReinspectionAsk){
		"asked before the round": func(r *ReinspectionAsk) { r.RequestedOn = "2026-03-01" },
		"held before asked":      func(r *ReinspectionAsk) { r.HeldOn = "2026-03-21" },
		"a score above 100":      func(r *ReinspectionAsk) { r.Score = "100.1" },
		"a score without a day":  func(r *ReinspectionAsk) { r.HeldOn = "" },
	} {
		bad := ask
		change(&bad)
		_, err := a.Reinspect(bad)
		t.Run(name, func(t *testing.T) { wantRefused(t, err, domain.CodeInvalid) })
	}
	ask.Remove = true
	if _, err := a.Reinspect(ask); err != nil {
		t.Fatal(err)
	}
	_, err := a.Reinspect(ask)
	wantRefused(t, err, domain.CodeNotFound)
}

func TestEligibilityNamesTheResultsByWhichItWasLost(t *testing.T) {
	a := deskOf(t, caseW1())
	v := must[EligibilityView](t)(a.Eligibility("", 0))
	if len(v.Estates) != 1 || len(v.Companies) != 1 || len(v.Estates[0].Results) != 3 || v.Companies[0].Name != "众和物业" {
		t.Fatalf("%+v", v)
	}
	if len(v.CommendedEstates) != 1 || v.CommendedEstates[0].Counting != 3 || v.CommendedCompanies[0].Name != "信达物业" {
		t.Errorf("%+v %+v", v.CommendedEstates, v.CommendedCompanies)
	}
}
