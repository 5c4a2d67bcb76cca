package app

import (
	"strings"
	"testing"

	"estateatlas/backend/domain"
)

func TestAnEstateIsTakenInOnlyWithAllThreeConditions(t *testing.T) {
	tables := caseW1()
	e2 := &tables.Estates[1]
	e2.EnrolledOn, e2.AcceptedOn, e2.CityGrant = 0, 0, domain.Unknown
	a := deskOf(t, tables)
	id := fid(t, a, "e2")
	r := must[EstateRecord](t)(a.EstateRecord(id))
	if r.Meets || len(r.Missing) != 2 || r.Stage != "not_enrolled" || len(r.Stays) != 0 || len(r.Agreements) != 1 || r.Amounts[0].DistrictFen != 200000 {
		t.Fatalf("%+v", r)
	}
	ask := EnrolAsk{FID: id, EnrolledOn: "2026-03-16", AcceptedOn: "2026-01-31"}
	_, err := a.Enrol(ask)
	wantRefused(t, err, domain.CodeInvalid)
	ask.CityGrant = "yes"
	said := must[Consequence](t)(a.PreviewEnrol(ask))
	tiles := must[*project](t)(a.project()).tiles
	defer func() {
		if must[*project](t)(a.project()).tiles != tiles {
			t.Error("the tiles were made anew although no shape changed")
		}
	}()
	if _, err := a.Enrol(ask); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	r = must[EstateRecord](t)(a.EstateRecord(id))
	if !r.Meets || r.Stage != "enrolled" || len(r.Stays) != 1 || r.AcceptedOn != "2026-01-31" {
		t.Errorf("%+v", r)
	}
	// 16 days of March of 2,000 yuan, April whole, and the rest of the year to come: e1's third strike withholds all of it.
	if s := said.Sums; s.ConfirmedAfter-s.ConfirmedBefore != 103226+9*200000 || s.Estates != 1 {
		t.Errorf("%+v", s)
	}
	_, err = a.Enrol(ask)
	wantRefused(t, err, domain.CodeInvalid)
}

func TestAnExitHasAGroundAndADayAfterTheEnrolment(t *testing.T) {
	a := deskOf(t, caseW1())
	id := fid(t, a, "e2")
	good := ExitAsk{FID: id, ExitedOn: "2026-06-16", Ground: "owner_request"}
	for name, change := range map[string]func(*ExitAsk){
		"before it was enrolled": func(e *ExitAsk) { e.ExitedOn = "2019-12-31" },
		"a day that cannot be":   func(e *ExitAsk) { e.ExitedOn = "2026-06-31" },
		"no ground":              func(e *ExitAsk) { e.Ground = "" },
		"another ground":         func(e *ExitAsk) { e.Ground = "boredom" },
		"other without a text":   func(e *ExitAsk) { e.Ground = "other" },
	} {
		bad := good
		change(&bad)
		_, err := a.Exit(bad)
		t.Run(name, func(t *testing.T) { wantRefused(t, err, domain.CodeInvalid) })
	}
	if _, err := a.Exit(good); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	v := must[PayableView](t)(a.Payable("", 0))
	if v.Months[5].PayableFen[1] != 100000 || v.Months[6].PayableFen[1] != 0 {
		t.Errorf("June %d, July %d", v.Months[5].PayableFen[1], v.Months[6].PayableFen[1])
	}
	_, err := a.Exit(good)
	wantRefused(t, err, domain.CodeInvalid)
	back := EnrolAsk{FID: id, EnrolledOn: "2026-06-01"}
	_, err = a.Enrol(back)
	wantRefused(t, err, domain.CodeInvalid)
	back.EnrolledOn = "2026-09-01"
	if _, err := a.Enrol(back); err != nil {
		t.Fatal(err)
	}
	if r := must[EstateRecord](t)(a.EstateRecord(id)); len(r.Stays) != 2 || r.Stays[0].Ground != "owner_request" {
		t.Errorf("%+v", r.Stays)
	}
	wantAsRead(t, a)
}

func TestAgreementsDoNotOverlapAndACompanyIsChangedInOneDecision(t *testing.T) {
	a := deskOf(t, caseW1())
	id := fid(t, a, "e1")
	ask := AgreementAsk{FID: id, CompanyID: "other", Kind: "direct", StartsOn: "2026-03-01", Reason: "业主大会决定"}
	_, err := a.SetAgreement(ask)
	wantRefused(t, err, domain.CodeConflict)
	if _, text := domain.Explain(err); !strings.Contains(text.ZH, "众和物业") || !strings.Contains(text.ZH, "2020-01-01") {
		t.Errorf("the refusal does not name the agreement: %s", text.ZH)
	}
	ask.Change = true
	said := must[Consequence](t)(a.PreviewAgreement(ask))
	if len(said.Results) != 2 || said.Sums.ConfirmedAfter >= said.Sums.ConfirmedBefore {
		t.Errorf("%+v", said)
	}
	if _, err := a.SetAgreement(ask); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	r := must[EstateRecord](t)(a.EstateRecord(id))
	if len(r.Agreements) != 2 || r.Agreements[0].EndsOn != "2026-02-28" || r.Agreements[1].CompanyID != "other" {
		t.Errorf("%+v", r.Agreements)
	}
	for name, c := range map[string]struct {
		code   domain.Code
		change func(*AgreementAsk)
	}{
		"ends before it begins":  {domain.CodeInvalid, func(g *AgreementAsk) { g.StartsOn, g.EndsOn = "2027-01-01", "2026-12-31" }},
		"no such company":        {domain.CodeNotFound, func(g *AgreementAsk) { g.CompanyID = "none" }},
		"no such kind":           {domain.CodeInvalid, func(g *AgreementAsk) { g.Kind = "lease" }},
		"no such day":            {domain.CodeInvalid, func(g *AgreementAsk) { g.StartsOn = "2026-13-01" }},
		"nothing to be changed":  {domain.CodeInvalid, func(g *AgreementAsk) { g.StartsOn, g.EndsOn = "2019-01-01", "2019-12-31" }},
		"begins on the same day": {domain.CodeInvalid, func(g *AgreementAsk) { g.CompanyID = "c" }},
	} {
		bad := ask
		c.change(&bad)
		_, err := a.SetAgreement(bad)
		t.Run(name, func(t *testing.T) { wantRefused(t, err, c.code) })
	}
	end := AgreementEndAsk{FID: id, StartsOn: "2020-01-01", EndsOn: ""}
	_, err = a.EndAgreement(end)
	wantRefused(t, err, domain.CodeConflict) // it would overlap the new one
	end.EndsOn = "2019-06-01"
	_, err = a.EndAgreement(end)
	wantRefused(t, err, domain.CodeInvalid)
	end.EndsOn = "2026-01-31"
	if _, err := a.EndAgreement(end); err != nil {
		t.Fatal(err)
	}
	if _, err := a.EndAgreement(AgreementEndAsk{FID: id, StartsOn: "2026-03-01", Remove: true}); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	if r := must[EstateRecord](t)(a.EstateRecord(id)); len(r.Agreements) != 1 {
		t.Errorf("%+v", r.Agreements)
	}
}

func TestAnAgreementThatBearsOnAClosedRoundIsACorrection(t *testing.T) {
	a := deskOf(t, caseW1())
	if _, err := a.CloseRound("r04"); err != nil {
		t.Fatal(err)
	}
	ask := AgreementAsk{FID: fid(t, a, "e1"), CompanyID: "other", Kind: "direct", StartsOn: "2026-07-01", Change: true}
	_, err := a.SetAgreement(ask)
	wantRefused(t, err, domain.CodeConflict)
	ask.Correction = "解除协议"
	if _, err := a.SetAgreement(ask); err != nil {
		t.Fatal(err)
	}
	closed := must[LedgerView](t)(a.Ledger("r04")).Closing
	// From July on e1 pays its 3,000 yuan under another company.
	if k := closed.Corrections[0]; k.ConfirmedBefore-k.ConfirmedAfter != 6*300000 || k.What != "更换企业 小区e1：众和物业 → 信达物业" {
		t.Errorf("%+v", k)
	}
	wantAsRead(t, a)
	// What begins in another year bears on nothing that is closed.
	late := AgreementEndAsk{FID: fid(t, a, "top1"), StartsOn: "2020-01-01", EndsOn: "2030-01-01"}
	if _, err := a.EndAgreement(late); err != nil {
		t.Error(err)
	}
}

func TestAmountsCompaniesAndItemsAreKept(t *testing.T) {
	a := deskOf(t, caseW1())
	id := fid(t, a, "e2")
	said := must[Consequence](t)(a.PreviewAmount(AmountAsk{FID: id, FromMonth: "2026-03", District: "2,500.50"}))
	if said.Sums.ConfirmedAfter-said.Sums.ConfirmedBefore != 10*50050 {
		t.Errorf("%+v", said.Sums)
	}
	if _, err := a.SetAmount(AmountAsk{FID: id, FromMonth: "2026-03", District: "2,500.50"}); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []AmountAsk{{FID: id, FromMonth: "2026-3", District: "1"}, {FID: id, FromMonth: "2026-03"}, {FID: id, FromMonth: "2026-03", City: "-1"}, {FID: id, FromMonth: "2026-03", City: "1.234"}} {
		_, err := a.SetAmount(bad)
		wantRefused(t, err, domain.CodeInvalid)
	}
	if _, err := a.SetAmount(AmountAsk{FID: id, FromMonth: "2026-03", Remove: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.SetCompany(CompanyRecord{Name: " 新企业 ", Capacity: 3, BlacklistedOn: "2026-05-01"}); err != nil {
		t.Fatal(err)
	}
	companies := must[[]CompanyRecord](t)(a.Companies())
	if len(companies) != 3 || companies[1].Name != "新企业" || companies[1].ID != "c-0003" || companies[1].Capacity != 3 || companies[0].Estates != 3 {
		t.Errorf("%+v", companies)
	}
	for _, bad := range []CompanyRecord{{}, {Name: "众和物业"}, {ID: "none", Name: "甲"}, {ID: "c", Name: "乙", BlacklistedOn: "x"}} {
		if _, err := a.SetCompany(bad); err == nil {
			t.Errorf("%+v was taken", bad)
		}
	}
	if _, err := a.SetItem(ItemAsk{Item: ItemRecord{Code: "C1", Name: "保洁", Responsible: "territorial"}}); err != nil {
		t.Fatal(err)
	}
	if l := must[LedgerView](t)(a.Ledger("")); l.Rows[0].Cause != "territorial" {
		t.Errorf("%+v", l.Rows[0])
	}
	if _, err := a.SetItem(ItemAsk{Item: ItemRecord{Code: "C1"}, Remove: true}); err != nil {
		t.Fatal(err)
	}
	if l := must[LedgerView](t)(a.Ledger("")); l.Rows[0].Cause != "company" {
		t.Errorf("%+v", l.Rows[0])
	}
	for _, bad := range []ItemRecord{{Code: "", Name: "甲", Responsible: "company"}, {Code: "X", Responsible: "company"}, {Code: "X", Name: "甲"}, {Code: "X Y", Name: "甲", Responsible: "company"}, {Code: "X", Name: "甲", Function: "f", Responsible: "company"}} {
		_, err := a.SetItem(ItemAsk{Item: bad})
		wantRefused(t, err, domain.CodeInvalid)
	}
	wantAsRead(t, a)
}

func TestTheAuditLogIsSearched(t *testing.T) {
	a := deskOf(t, caseW1())
	if err := a.SetClerk("王敏"); err != nil {
		t.Fatal(err)
	}
	ask := DeterminationAsk{RoundID: "r03", FID: fid(t, a, "e1"), Cause: "territorial", Reason: "属地"}
	if _, err := a.Determine([]DeterminationAsk{ask}, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		ask  AuditAsk
		want int
	}{
		"all":            {AuditAsk{}, 3},
		"a word":         {AuditAsk{Text: "认定 小区e1"}, 2},
		"no such word":   {AuditAsk{Text: "认定 小区e9"}, 0},
		"who":            {AuditAsk{Who: "王敏"}, 2},
		"undone":         {AuditAsk{Kind: "undo"}, 1},
		"before the day": {AuditAsk{Until: "2000-01-01"}, 0},
		"what it wrote":  {AuditAsk{Text: "原因认定 1"}, 2},
		"a page":         {AuditAsk{Skip: 2}, 3},
	} {
		v := must[AuditView](t)(a.Audit(c.ask))
		if v.Total != c.want || v.All != 3 || len(v.Lines) != max(0, c.want-c.ask.Skip) || len(v.Names) != 1 {
			t.Errorf("%s: %+v", name, v)
		}
	}
	last := must[AuditView](t)(a.Audit(AuditAsk{Limit: 1})).Lines[0]
	if want := (domain.Text{ZH: "原因认定 1", EN: "determinations 1"}); last.Tables != want {
		t.Errorf("the last entry wrote %q", last.Tables)
	}
	_, err := a.Audit(AuditAsk{From: "today"})
	wantRefused(t, err, domain.CodeInvalid)
}
