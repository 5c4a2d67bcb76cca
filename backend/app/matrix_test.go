package app

import (
	"context"
	"path/filepath"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

// deskOf opens a project of the tables.
func deskOf(t testing.TB, tables domain.Tables) *Atlas {
	t.Helper()
	path := filepath.Join(t.TempDir(), "小区.gpkg")
	if err := gpkg.CreateWith(context.Background(), path, domain.Change{Put: tables, What: "导入"}); err != nil {
		t.Fatal(err)
	}
	a := New(gpkg.Projects{}, "test", false)
	t.Cleanup(func() {
		if err := Close(a); err != nil {
			t.Error(err)
		}
	})
	if _, err := a.Open(path); err != nil {
		t.Fatal(err)
	}
	return a
}

// caseW1 is the worked case W-1 of RULES 5: c manages e1 (3,000 yuan) and e2 (2,000) in s and e3 (4,000) elsewhere; e1 strikes in
// February and March 2026 and, so that there is a third, in April. top1 and top2 are the others of every round.
func caseW1() domain.Tables {
	t := domain.Tables{Companies: []domain.Company{
		{ID: "c", Name: "众和物业", ResponsiblePerson: "张三", LegalRepresentative: "李四"}, {ID: "other", Name: "信达物业"},
	}}
	for _, e := range []struct {
		id, street, company string
		yuan                int64
	}{{"e1", "甲街道", "c", 3000}, {"e2", "甲街道", "c", 2000}, {"e3", "乙街道", "c", 4000}, {"top1", "甲街道", "other", 1000}, {"top2", "乙街道", "other", 1000}} {
		t.Estates = append(t.Estates, domain.Estate{
			ID: e.id, Name: "小区" + e.id, Subdistrict: e.street, DistrictSubsidy: domain.Some(domain.Fen(100 * e.yuan)), ApprovedOn: domain.MustDate("2019-01-01"),
			AcceptedOn: domain.MustDate("2019-06-01"), CityGrant: domain.Yes, EnrolledOn: domain.MustDate("2020-01-01"),
		})
		t.Agreements = append(t.Agreements, domain.Agreement{EstateID: e.id, CompanyID: e.company, Kind: domain.AgreementDirect, StartsOn: domain.MustDate("2020-01-01")})
	}
	for i, day := range []string{"2026-02-20", "2026-03-20", "2026-04-20"} {
		id := []string{"r02", "r03", "r04"}[i]
		t.Rounds = append(t.Rounds, domain.Round{ID: id, Name: id, Kind: domain.RoundDistrictSanitary, HeldOn: domain.MustDate(day)})
		for k, estate := range []string{"e1", "e2", "e3", "top1", "top2"} {
			t.Scores = append(t.Scores, domain.Score{RoundID: id, EstateID: estate, Score: domain.Some(domain.WholeDecimal(int64(60 + 8*k)))})
		}
		t.Deductions = append(t.Deductions, domain.Deduction{RoundID: id, EstateID: "e1", Item: "C1", Points: domain.WholeDecimal(20)})
		t.Deductions = append(t.Deductions, domain.Deduction{RoundID: id, EstateID: "e2", Item: "T1", Points: domain.WholeDecimal(20)})
	}
	t.Settings = domain.Settings{"band_size": "1"}
	return t
}

// fid is the number of an estate by its id.
func fid(t testing.TB, a *Atlas, id string) int64 {
	t.Helper()
	p := must[*project](t)(a.project())
	at, ok := p.book.Estate(id)
	if !ok {
		t.Fatalf("no estate %s", id)
	}
	return p.book.Estates[at].FID
}

func TestTheMatrixTellsClawbackFromWithheldAndWhatIsToCome(t *testing.T) {
	a := deskOf(t, caseW1())
	march := must[MatrixView](t)(a.Matrix("r03", 0))
	if march.Year != 2026 || march.Month != 3 || len(march.Rows) != 2 {
		t.Fatalf("%+v", march)
	}
	row := march.Rows[0]
	if row.Company != 0 || row.Sums != (MatrixSums{ConfirmedFen: 1500000, ClawbackFen: 500000}) || len(row.Parts) != 1 {
		t.Fatalf("%+v", row)
	}
	if c := row.Cells[0]; c.Status != "confirmed" || c.Timing != "clawback" || c.ConfirmedFen != 500000 || c.RoundID != "r03" {
		t.Errorf("January: %+v", c)
	}
	if c := row.Cells[1]; c.Timing != "withheld" || c.RoundID != "r02" || c.Level != 1 {
		t.Errorf("February: %+v", c)
	}
	if c := row.Cells[3]; c.Status != "" {
		t.Errorf("April: %+v", c)
	}
	april := must[MatrixView](t)(a.Matrix("r04", 2026))
	if s := april.Rows[0].Sums; s != (MatrixSums{ConfirmedFen: 2000000, ClawbackFen: 500000, FutureFen: 4000000}) || april.Total != s {
		t.Errorf("as of April, third strike: %+v", s)
	}
	if !april.Rows[0].Cells[11].Future || april.Rows[0].Cells[3].Future {
		t.Error("what is to come is not told apart")
	}
	d := must[MatrixDetail](t)(a.MatrixDetail(MatrixAsk{RoundID: "r03", Company: 0, Subdistrict: row.Parts[0].Subdistrict, Month: "2026-01"}))
	if len(d.Estates) != 2 || d.Estates[0].Fen+d.Estates[1].Fen != d.Fen || len(d.Causes) != 1 || d.Clause.Place != "五(二)" {
		t.Errorf("%+v", d)
	}
	_, err := a.MatrixDetail(MatrixAsk{RoundID: "r03", Company: 1, Subdistrict: 0, Month: "2026-01"})
	wantRefused(t, err, domain.CodeNotFound)
}

func TestWhatIsPayableLessWhatIsWithheldIsWhatIsPaid(t *testing.T) {
	a := deskOf(t, caseW1())
	v := must[PayableView](t)(a.Payable("r03", 0))
	e1 := 0
	if v.PayableFen[e1] != 3600000 || v.ConfirmedFen[e1] != 900000 || v.NetFen[e1] != 2700000 {
		t.Errorf("e1: payable %d, withheld %d, net %d", v.PayableFen[e1], v.ConfirmedFen[e1], v.NetFen[e1])
	}
	if s := []int{v.Months[0].Status[e1], v.Months[1].Status[e1], v.Months[3].Status[e1]}; s[0] != payableClawback || s[1] != payableConfirmed || s[2] != payableFree {
		t.Errorf("%v", s)
	}
	if v.Months[0].TotalFen != 1100000 || v.Months[0].HeldFen != 500000 {
		t.Errorf("January: %d of %d", v.Months[0].HeldFen, v.Months[0].TotalFen)
	}
}

func TestAFundBearsWhatItHasAndRewardsOnlyTheTop(t *testing.T) {
	a := deskOf(t, caseW1())
	good := FundUseAsk{Subdistrict: "甲街道", On: "2026-03-25", Kind: "cleaning_drive", Amount: "10,000"}
	if p := must[FundUsePreview](t)(a.PreviewFundUse(good)); len(p.Refusals) != 0 || p.BalanceBefore != 1500000 || p.BalanceAfter != 500000 {
		t.Fatalf("%+v", p)
	}
	if _, err := a.AddFundUse(good); err != nil {
		t.Fatal(err)
	}
	reward := FundUseAsk{Subdistrict: "甲街道", On: "2026-03-21", Kind: "reward_top", FID: fid(t, a, "top1"), RoundID: "r03", Amount: "100.50"}
	for name, c := range map[string]struct {
		column string
		change func(*FundUseAsk)
	}{
		"too much":               {"amount", func(f *FundUseAsk) { f.Amount = "5000.01" }},
		"too much later on":      {"amount", func(f *FundUseAsk) { f.On, f.Amount = "2026-03-20", "9000" }},
		"too early":              {"amount", func(f *FundUseAsk) { f.On = "2026-02-01" }},
		"nothing":                {"amount", func(f *FundUseAsk) { f.Amount = "0" }},
		"three decimals":         {"amount", func(f *FundUseAsk) { f.Amount = "1.005" }},
		"no date":                {"on", func(f *FundUseAsk) { f.On = "2026-02-30" }},
		"no fund":                {"subdistrict", func(f *FundUseAsk) { f.Subdistrict = "丙街道" }},
		"no kind":                {"kind", func(f *FundUseAsk) { f.Kind = "party" }},
		"an estate with a drive": {"fid", func(f *FundUseAsk) { f.FID = 1 }},
		"a reward of the bottom": {"fid", func(f *FundUseAsk) { *f = reward; f.FID = fid(t, a, "e1") }},
		"a reward from outside":  {"fid", func(f *FundUseAsk) { *f = reward; f.FID = fid(t, a, "top2") }},
		"a reward of no round":   {"roundId", func(f *FundUseAsk) { *f = reward; f.RoundID = "" }},
		"a reward before round":  {"roundId", func(f *FundUseAsk) { *f = reward; f.RoundID = "r04" }},
	} {
		ask := good
		ask.Amount = "1"
		c.change(&ask)
		p := must[FundUsePreview](t)(a.PreviewFundUse(ask))
		found := false
		for _, r := range p.Refusals {
			found = found || r.Column == c.column
		}
		if !found {
			t.Errorf("%s: refusals %+v, want one of %s", name, p.Refusals, c.column)
		}
		_, err := a.AddFundUse(ask)
		wantRefused(t, err, domain.CodeInvalid)
	}
	// top1 is not top: the best of five is top2, so no estate of 甲街道 can be rewarded.
	_, err := a.AddFundUse(reward)
	wantRefused(t, err, domain.CodeInvalid)
	best := reward
	best.Subdistrict, best.FID = "乙街道", fid(t, a, "top2")
	_, err = a.AddFundUse(best)
	wantRefused(t, err, domain.CodeInvalid) // 乙街道 has no money
	wantAsRead(t, a)
	v := must[FundsView](t)(a.Funds("r04"))
	if v.BalanceFen != v.ConfirmedFen-1000000 || len(v.Funds) != 2 {
		t.Errorf("%+v", v)
	}
	for _, f := range v.Funds {
		in := int64(0)
		for _, m := range f.Income {
			if m.Status == "confirmed" {
				in += m.Fen
			}
		}
		if in != f.ConfirmedFen || f.Subdistrict == "乙街道" && len(f.Top) != 3 {
			t.Errorf("%s: %+v", f.Subdistrict, f)
		}
	}
}
