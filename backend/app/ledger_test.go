package app

import (
	"reflect"
	"testing"

	"estateatlas/backend/domain"
)

// wantRefused fails unless err is a refusal with the code.
func wantRefused(t *testing.T, err error, code domain.Code) {
	t.Helper()
	if got, text := domain.Explain(err); err == nil || got != code || text.ZH == "" || text.EN == "" {
		t.Errorf("got %v, want a refusal with %s in both languages", err, code)
	}
}

// must returns what came of a call that succeeds.
func must[T any](t testing.TB) func(v T, err error) T {
	t.Helper()
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// openRow returns a row of a ledger with a company whose cause nobody determined.
func openRow(t testing.TB, a *Atlas) (LedgerView, LedgerRow) {
	t.Helper()
	l := must[LedgerView](t)(a.Ledger(""))
	for _, row := range l.Rows {
		if row.Determination == nil && row.Company >= 0 && row.Cause != string(domain.CauseTerritorial) {
			return l, row
		}
	}
	t.Fatal("every row is determined")
	return l, LedgerRow{}
}

func TestTheLedgerListsEveryBottomResultWorstFirst(t *testing.T) {
	a := desk(t, 0)
	view := must[RoundView](t)(a.Round(""))
	l := must[LedgerView](t)(a.Ledger(""))
	bottom := 0
	for _, band := range view.Band {
		if band == bandBottom {
			bottom++
		}
	}
	if len(l.Rows) != bottom || bottom == 0 {
		t.Fatalf("%d rows, %d in the bottom band", len(l.Rows), bottom)
	}
	for i, row := range l.Rows {
		if i > 0 && row.RankFromBottom < l.Rows[i-1].RankFromBottom {
			t.Errorf("row %d out of order", i)
		}
		if len(row.Reasons) == 0 || row.ProposedLevel < row.ConfirmedLevel {
			t.Errorf("%s: %+v", row.Name, row)
		}
		for _, m := range row.Measures {
			if len(m.Months) > 0 && m.Scope == 0 || m.Clause.Document != domain.DocHB {
				t.Errorf("%s: measure %+v", row.Name, m)
			}
		}
	}
}

func TestWhatADeterminationChangesIsWhatThePreviewSaid(t *testing.T) {
	a := desk(t, 0)
	l, row := openRow(t, a)
	for _, cause := range []domain.Cause{domain.CauseTerritorial, domain.CauseCompany} {
		before := must[MatrixSums](t)(confirmedAndProposed(a))
		asks := []DeterminationAsk{{RoundID: l.RoundID, FID: row.FID, Cause: string(cause), Reason: "现场核查"}}
		said := must[Consequence](t)(a.PreviewDecision(asks))
		if _, err := a.Determine(asks, ""); err != nil {
			t.Fatal(err)
		}
		after := must[MatrixSums](t)(confirmedAndProposed(a))
		s := said.Sums
		if after.ConfirmedFen-before.ConfirmedFen != s.ConfirmedAfter-s.ConfirmedBefore || after.ProposedFen-before.ProposedFen != s.ProposedAfter-s.ProposedBefore {
			t.Errorf("%s: from %+v to %+v, the preview said %+v", cause, before, after, s)
		}
		var fens [2]int64
		for _, e := range said.Estates {
			fens[0] += e.ConfirmedAfter - e.ConfirmedBefore
			fens[1] += e.ProposedAfter - e.ProposedBefore
		}
		if fens != [2]int64{s.ConfirmedAfter - s.ConfirmedBefore, s.ProposedAfter - s.ProposedBefore} {
			t.Errorf("%s: the estates add up to %v, not to %+v", cause, fens, s)
		}
		for _, now := range must[LedgerView](t)(a.Ledger("")).Rows {
			if now.FID != row.FID {
				continue
			}
			if now.Cause != string(cause) || now.Determination == nil || now.Determination.Reason != "现场核查" || now.DerivedCause != row.DerivedCause {
				t.Errorf("%s: %+v", cause, now)
			}
			for _, r := range said.Results {
				if r.FID == row.FID && r.RoundID == l.RoundID && (r.ConfirmedAfter != now.ConfirmedLevel || r.ProposedAfter != now.ProposedLevel) {
					t.Errorf("%s: level %d, the preview said %+v", cause, now.ConfirmedLevel, r)
				}
			}
		}
		wantAsRead(t, a)
	}
}

// confirmedAndProposed adds up all withholdings as of the latest round.
func confirmedAndProposed(a *Atlas) (MatrixSums, error) {
	p, err := a.project()
	if err != nil {
		return MatrixSums{}, err
	}
	var s MatrixSums
	for _, w := range p.book.Evaluate(p.lastDay()).Withholdings {
		if w.Status == "confirmed" {
			s.ConfirmedFen += int64(w.Amount)
		} else {
			s.ProposedFen += int64(w.Amount)
		}
	}
	return s, nil
}

func TestADeterminationIsMadeForBottomResultsOnly(t *testing.T) {
	a := desk(t, 0)
	l, row := openRow(t, a)
	view := must[RoundView](t)(a.Round(""))
	district := must[District](t)(a.District())
	middle := int64(0)
	for i, band := range view.Band {
		if band == bandM3 {
			middle = district.Estates.FID[i]
		}
	}
	good := DeterminationAsk{RoundID: l.RoundID, FID: row.FID, Cause: "company", Reason: "核查"}
	p, _ := a.project()
	for name, c := range map[string]struct {
		change func(*DeterminationAsk)
		code   domain.Code
	}{
		"not bottom":           {func(d *DeterminationAsk) { d.FID = middle }, domain.CodeInvalid},
		"no such estate":       {func(d *DeterminationAsk) { d.FID = 1 << 40 }, domain.CodeNotFound},
		"no such round":        {func(d *DeterminationAsk) { d.RoundID = "none" }, domain.CodeNotFound},
		"no such cause":        {func(d *DeterminationAsk) { d.Cause = "weather" }, domain.CodeInvalid},
		"no reason":            {func(d *DeterminationAsk) { d.Reason = "  " }, domain.CodeInvalid},
		"before the round":     {func(d *DeterminationAsk) { d.On = "2020-01-01" }, domain.CodeInvalid},
		"in the future":        {func(d *DeterminationAsk) { d.On = "2999-01-01" }, domain.CodeInvalid},
		"a day that is not":    {func(d *DeterminationAsk) { d.On = "2026-02-30" }, domain.CodeInvalid},
		"a round of its kind":  {func(d *DeterminationAsk) { d.RoundID = otherRound(p) }, domain.CodeInvalid},
		"a reason of a novel":  {func(d *DeterminationAsk) { d.Reason = string(make([]rune, mostText+1)) }, domain.CodeInvalid},
		"one estate two times": {nil, domain.CodeInvalid},
	} {
		ask := good
		asks := []DeterminationAsk{good, good}
		if c.change != nil {
			c.change(&ask)
			asks = []DeterminationAsk{ask}
		}
		if len(asks) == 1 && ask.RoundID == "" {
			continue // the demo has no round of another kind
		}
		_, err := a.Determine(asks, "")
		t.Run(name, func(t *testing.T) { wantRefused(t, err, c.code) })
	}
	now, _ := a.project()
	if !reflect.DeepEqual(now.tables.Determinations, p.tables.Determinations) {
		t.Error("something was written")
	}
}

// otherRound is a round that is not a sanitary inspection, "" if there is none.
func otherRound(p *project) string {
	for i := range p.book.Rounds() {
		if r := &p.book.Rounds()[i]; !r.Sanitary() {
			return r.Round.ID
		}
	}
	return ""
}
