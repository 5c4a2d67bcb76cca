package app

import (
	"fmt"
	"testing"
)

// BenchmarkLedger measures how long the ledger takes to answer, on the demo and at 5,000 estates: under 100 and 300 ms is wanted.
func BenchmarkLedger(b *testing.B) {
	for _, estates := range []int{0, 5_000} {
		a := desk(b, estates)
		l := must[LedgerView](b)(a.Ledger(""))
		row := l.Rows[0]
		asks := make([]DeterminationAsk, 0, len(l.Rows))
		for _, r := range l.Rows {
			asks = append(asks, DeterminationAsk{RoundID: l.RoundID, FID: r.FID, Cause: "company", Reason: "核查"})
		}
		name := map[int]string{0: "demo", 5_000: "5000"}[estates]
		n := 0
		run := func(what string, f func() error) {
			b.Run(name+"/"+what, func(b *testing.B) {
				for b.Loop() {
					n++
					if err := f(); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
		looks := map[string]func() error{
			"ledger":      func() error { _, err := a.Ledger(""); return err },
			"matrix":      func() error { _, err := a.Matrix("", 0); return err },
			"payable":     func() error { _, err := a.Payable("", 0); return err },
			"funds":       func() error { _, err := a.Funds(""); return err },
			"eligibility": func() error { _, err := a.Eligibility("", 0); return err },
			"interviews":  func() error { _, err := a.Interviews("", 0); return err },
			"level3":      func() error { _, err := a.Level3(""); return err },
		}
		for _, what := range []string{"ledger", "matrix", "payable", "funds", "eligibility", "interviews", "level3"} {
			run("look "+what, looks[what])
		}
		band := func() []SettingAsk { return []SettingAsk{{Name: "band_size", Value: fmt.Sprint(11 + n%7)}} }
		run("preview determination", func() error { _, err := a.PreviewDecision(asks); return err })
		run("preview settings", func() error {
			_, err := a.PreviewSettings([]SettingAsk{{Name: "band_size", Value: fmt.Sprint(11 + n%7)}})
			return err
		})
		held := must[EstateRecord](b)(a.EstateRecord(row.FID)).Agreements
		agreement := AgreementEndAsk{FID: row.FID, StartsOn: held[len(held)-1].StartsOn, EndsOn: "2031-01-01"}
		run("preview agreement", func() error { _, err := a.PreviewAgreementEnd(agreement); return err })
		run("determine", func() error { _, err := a.Determine(asks[:1], ""); return err })
		run("determine and undo", func() error {
			if _, err := a.Determine(asks[:1], ""); err != nil {
				return err
			}
			_, err := a.Undo()
			return err
		})
		run("determine all", func() error { _, err := a.Determine(asks, ""); return err })
		run("settings", func() error { _, err := a.SetSettings(band(), ""); return err })
		run("agreement", func() error {
			agreement.EndsOn = fmt.Sprintf("20%02d-01-01", 31+n%60)
			_, err := a.EndAgreement(agreement)
			return err
		})
		run("enrolment", func() error {
			row := must[EstateRecord](b)(a.EstateRecord(row.FID))
			last := row.Stays[len(row.Stays)-1]
			if last.ExitedOn == "" {
				_, err := a.Exit(ExitAsk{FID: row.FID, ExitedOn: fmt.Sprintf("%04d-01-01", 2030+2*len(row.Stays)), Ground: "demolition"})
				return err
			}
			_, err := a.Enrol(EnrolAsk{FID: row.FID, EnrolledOn: fmt.Sprintf("%04d-01-01", 2031+2*len(row.Stays))})
			return err
		})
		if _, err := a.CloseRound(l.RoundID); err != nil {
			b.Fatal(err)
		}
		run("preview close settings", func() error {
			_, err := a.PreviewSettings([]SettingAsk{{Name: "band_size", Value: fmt.Sprint(21 + n%7)}})
			return err
		})
		run("preview close", func() error { _, err := a.PreviewClose(l.RoundID); return err })
		run("verify closings", func() error { _, err := a.VerifyClosings(); return err })
		run("correct a closed round", func() error { _, err := a.Determine(asks[:1], "更正"); return err })
		run("a company beside closed rounds", func() error {
			_, err := a.SetCompany(CompanyRecord{Name: fmt.Sprint("企业", n), Capacity: -1})
			return err
		})
	}
}
