package app

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"estateatlas/backend/domain"
)

// Whatever is decided beside closed rounds, they come out as they were closed: a decision that touches one is refused, and with a
// reason it is put down as a correction.
func TestNoDecisionChangesAClosedRoundUnnoticed(t *testing.T) {
	a := deskOf(t, caseW1())
	if _, err := a.CloseRound("r03"); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(5, 5))
	pick := func(of ...string) string { return of[random.IntN(len(of))] }
	day := func() string {
		return fmt.Sprintf("20%02d-%02d-%02d", 24+random.IntN(4), 1+random.IntN(12), 1+random.IntN(28))
	}
	made, refused, corrected := 0, 0, 0
	for i := range 300 {
		estate := fid(t, a, pick("e1", "e2", "e3", "top1", "top2"))
		decide := []func(why string) (Decided, error){
			func(why string) (Decided, error) {
				return a.Determine([]DeterminationAsk{{RoundID: pick("r02", "r03", "r04"), FID: fid(t, a, "e1"), Cause: pick("company", "territorial", "undetermined"), Reason: "核查"}}, why)
			},
			func(why string) (Decided, error) {
				return a.SetAgreement(AgreementAsk{FID: estate, CompanyID: pick("c", "other"), Kind: pick("direct", "proxy"), StartsOn: day(), Change: true, Correction: why})
			},
			func(why string) (Decided, error) {
				r := must[EstateRecord](t)(a.EstateRecord(estate))
				return a.EndAgreement(AgreementEndAsk{FID: estate, StartsOn: r.Agreements[len(r.Agreements)-1].StartsOn, EndsOn: day(), Correction: why})
			},
			func(why string) (Decided, error) {
				return a.SetAmount(AmountAsk{FID: estate, FromMonth: day()[:7], District: fmt.Sprint(1000 + i), Correction: why})
			},
			func(why string) (Decided, error) {
				return a.Exit(ExitAsk{FID: estate, ExitedOn: day(), Ground: "demolition", Correction: why})
			},
			func(why string) (Decided, error) {
				return a.Enrol(EnrolAsk{FID: estate, EnrolledOn: day(), Correction: why})
			},
			func(string) (Decided, error) {
				return a.SetSettings([]SettingAsk{{Name: pick("band_size", "company_share"), Value: pick("1", "0", "1.0")}}, "")
			},
			func(string) (Decided, error) {
				return a.SetItem(ItemAsk{Item: ItemRecord{Code: pick("C1", "T1"), Name: fmt.Sprint("项", i), Function: pick("", "patrol"), Responsible: "company"}})
			},
		}[random.IntN(8)]
		// The same draw again with a reason, so that the two ask for the same.
		state := random.Uint64()
		random = rand.New(rand.NewPCG(state, 1))
		_, err := decide("")
		code, _ := domain.Explain(err)
		switch {
		case err == nil:
			made++
		case code == domain.CodeConflict:
			refused++
			random = rand.New(rand.NewPCG(state, 1))
			if _, err = decide("更正"); err == nil {
				corrected++
			}
		}
		if faults := must[ClosingReport](t)(a.VerifyClosings()).Faults; len(faults) > 0 {
			t.Fatalf("decision %d: %s", i, faults[0].Text.ZH)
		}
	}
	p := must[*project](t)(a.project())
	if made < 30 || corrected < 5 || len(p.tables.Corrections) < corrected {
		t.Errorf("%d made, %d refused, %d corrected, %d corrections on record", made, refused, corrected, len(p.tables.Corrections))
	}
	t.Logf("%d made, %d refused, %d corrected", made, refused, corrected)
	wantAsRead(t, a)
}
