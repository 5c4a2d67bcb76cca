package policy_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// bigDistrict makes a district of a size, sorted as a store gives it: monthly rounds, 1.5 deduction rows a score on
// average, 20 subdistricts, a company for every 12 estates.
func bigDistrict(estates, rounds int) *domain.Tables {
	r := rand.New(rand.NewPCG(1, 2))
	t := &domain.Tables{}
	companies := max(2, estates/12)
	for i := range companies {
		t.Companies = append(t.Companies, domain.Company{ID: fmt.Sprintf("c%04d", i), Name: fmt.Sprintf("公司%d", i)})
	}
	quality := make([]float64, estates)
	for i := range estates {
		id := fmt.Sprintf("e%06d", i)
		quality[i] = 75 + 20*r.Float64()
		t.Estates = append(t.Estates, domain.Estate{
			ID: id, Name: "小区" + id, Subdistrict: fmt.Sprintf("街道%02d", i%20), Form: domain.FormContiguous,
			DistrictSubsidy: domain.Some(domain.Fen(100_00 * (1 + r.IntN(50)))), ApprovedOn: date("2018-01-01"), AcceptedOn: date("2018-06-01"),
			CityGrant: domain.Yes, EnrolledOn: date("2019-01-01"),
		})
		t.Agreements = append(t.Agreements, domain.Agreement{EstateID: id, CompanyID: fmt.Sprintf("c%04d", r.IntN(companies)), Kind: domain.AgreementDirect, StartsOn: date("2019-01-01")})
	}
	items := []string{"C1", "C2", "C6", "C8", "T1", "T3"}
	for n := range rounds {
		m := domain.NewMonth(2021, 1) + domain.Month(n)
		id := "r" + m.String()
		t.Rounds = append(t.Rounds, domain.Round{ID: id, Name: m.String(), Kind: domain.RoundDistrictSanitary, HeldOn: m.First() + 14})
		for i := range estates {
			score := min(1000, max(0, int(10*(quality[i]+4*r.NormFloat64()))))
			text := fmt.Sprintf("%d.%d", score/10, score%10)
			t.Scores = append(t.Scores, domain.Score{RoundID: string([]byte(id)), EstateID: string([]byte(t.Estates[i].ID)), Score: domain.Some(domain.MustDecimal(text))})
			for k := range r.IntN(4) {
				if k < 3 {
					t.Deductions = append(t.Deductions, domain.Deduction{RoundID: string([]byte(id)), EstateID: string([]byte(t.Estates[i].ID)), Item: items[r.IntN(len(items))], Points: domain.MustDecimal(fmt.Sprintf("%d.5", r.IntN(5)))})
				}
			}
		}
	}
	return t
}

func benchmarkEvaluate(b *testing.B, estates int) {
	b.Helper()
	t := bigDistrict(estates, 60)
	b.ReportAllocs()
	for b.Loop() {
		policy.Evaluate(t, date("2025-12-31"))
	}
}

func BenchmarkEvaluate500x60(b *testing.B)  { benchmarkEvaluate(b, 500) }
func BenchmarkEvaluate5000x60(b *testing.B) { benchmarkEvaluate(b, 5000) }

// BenchmarkEvaluateUnsorted5000x60 has every table in random order, as no store gives it.
func BenchmarkEvaluateUnsorted5000x60(b *testing.B) {
	t := bigDistrict(5000, 60)
	r := rand.New(rand.NewPCG(3, 4))
	r.Shuffle(len(t.Estates), func(i, j int) { t.Estates[i], t.Estates[j] = t.Estates[j], t.Estates[i] })
	r.Shuffle(len(t.Scores), func(i, j int) { t.Scores[i], t.Scores[j] = t.Scores[j], t.Scores[i] })
	r.Shuffle(len(t.Deductions), func(i, j int) { t.Deductions[i], t.Deductions[j] = t.Deductions[j], t.Deductions[i] })
	r.Shuffle(len(t.Agreements), func(i, j int) { t.Agreements[i], t.Agreements[j] = t.Agreements[j], t.Agreements[i] })
	for b.Loop() {
		policy.Evaluate(t, date("2025-12-31"))
	}
}

// BenchmarkFlip5000x60 is one step of a user who flips through the rounds.
func BenchmarkFlip5000x60(b *testing.B) {
	book := policy.NewBook(bigDistrict(5000, 60))
	b.ReportAllocs()
	for b.Loop() {
		book.Evaluate(date("2025-12-31"))
	}
}

func BenchmarkCheckFundUses5000x60(b *testing.B) {
	t := bigDistrict(5000, 60)
	fresh := map[string]bool{}
	for i := range 500 {
		u := domain.FundUse{ID: fmt.Sprintf("u%03d", i), Subdistrict: fmt.Sprintf("街道%02d", i%20), UsedOn: date("2023-01-01") + domain.Date(i), Kind: domain.UseCleaningDrive, Amount: 100}
		t.FundUses = append(t.FundUses, u)
		fresh[u.ID] = true
	}
	b.ReportAllocs()
	for b.Loop() {
		policy.CheckFundUses(t, nil, fresh)
	}
}
