package app

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

func TestAClosedRoundIsNotChangedByADetermination(t *testing.T) {
	a := desk(t, 0)
	l, row := openRow(t, a)
	if p := must[ClosePreview](t)(a.PreviewClose(l.RoundID)); p.Refusal.ZH != "" || p.Results < len(l.Rows) || len(p.Earlier) == 0 {
		t.Fatalf("%+v", p)
	}
	if _, err := a.CloseRound(l.RoundID); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	closed := must[LedgerView](t)(a.Ledger("")).Closing
	if closed == nil || len(closed.Hash) != 64 || closed.Results != len(l.Rows) || len(closed.Settings) != len(domain.SettingNames()) {
		t.Fatalf("%+v", closed)
	}
	_, err := a.CloseRound(l.RoundID)
	wantRefused(t, err, domain.CodeConflict)

	asks := []DeterminationAsk{{RoundID: l.RoundID, FID: row.FID, Cause: string(domain.CauseTerritorial), Reason: "属地堆物"}}
	said := must[Consequence](t)(a.PreviewDecision(asks))
	if len(said.Closed) == 0 || said.Closed[len(said.Closed)-1].RoundID != l.RoundID {
		t.Fatalf("the preview does not name the closed round: %+v", said.Closed)
	}
	_, err = a.Determine(asks, " ")
	wantRefused(t, err, domain.CodeConflict)
	if _, err := a.Determine(asks, "会议纪要第 7 号"); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	now := must[LedgerView](t)(a.Ledger("")).Closing
	if len(now.Corrections) != 1 || now.Hash == closed.Hash {
		t.Fatalf("%+v", now)
	}
	k := now.Corrections[0]
	if k.Reason != "会议纪要第 7 号" || k.ConfirmedBefore != closed.ConfirmedFen || k.ConfirmedAfter != now.ConfirmedFen || k.ProposedAfter != now.ProposedFen {
		t.Errorf("%+v beside %+v", k, now)
	}
	if r := must[ClosingReport](t)(a.VerifyClosings()); len(r.Faults) != 0 || r.Rounds == 0 {
		t.Errorf("%+v", r)
	}
}

func TestWhatWasClosedAndChangedElsewhereIsReportedUntilItIsCorrected(t *testing.T) {
	a := desk(t, 0)
	l, _ := openRow(t, a)
	if _, err := a.CloseRound(l.RoundID); err != nil {
		t.Fatal(err)
	}
	p, _ := a.project()
	score := p.tables.Scores[len(p.tables.Scores)-1]
	for _, s := range p.tables.Scores {
		if s.RoundID == l.RoundID && s.Score.Known {
			score = s
		}
	}
	folder := t.TempDir()
	text := "轮次,小区编号,得分\n" + l.RoundID + "," + score.EstateID + ",12.25\n"
	if err := os.WriteFile(filepath.Join(folder, "scores.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := a.Import("", []string{folder})
	wantRefused(t, err, domain.CodeConflict)
	wantAsRead(t, a)
	path := p.info.Path
	if err := Close(a); err != nil {
		t.Fatal(err)
	}
	// The command line imports what it is given; the project says so from then on.
	if out, err := ImportInto(context.Background(), gpkg.Projects{}, path, []string{folder}, ImportOptions{}); err != nil || !out.Written {
		t.Fatalf("%v %+v", err, out.Report.Faults)
	}
	inspection, err := Inspect(context.Background(), gpkg.Projects{}, path)
	if err != nil {
		t.Fatal(err)
	}
	var text2 bytes.Buffer
	inspection.Write(&text2, domain.ZH)
	if !strings.Contains(text2.String(), "已锁定") {
		t.Errorf("info says nothing of it:\n%s", text2.String())
	}
	if _, err := a.Open(path); err != nil {
		t.Fatal(err)
	}
	faults := must[ClosingReport](t)(a.VerifyClosings()).Faults
	if len(faults) == 0 {
		t.Fatal("nobody noticed")
	}
	_, err = a.AcceptClosing(l.RoundID, "")
	wantRefused(t, err, domain.CodeInvalid)
	if _, err := a.AcceptClosing(l.RoundID, "补录成绩"); err != nil {
		t.Fatal(err)
	}
	if r := must[ClosingReport](t)(a.VerifyClosings()); len(r.Faults) != 0 {
		t.Errorf("%+v", r.Faults)
	}
	_, err = a.AcceptClosing(l.RoundID, "再来")
	wantRefused(t, err, domain.CodeConflict)
	wantAsRead(t, a)
}

func TestAnImportWithAReasonCorrectsAClosedRound(t *testing.T) {
	a := desk(t, 60)
	l := must[LedgerView](t)(a.Ledger(""))
	if _, err := a.CloseRound(l.RoundID); err != nil {
		t.Fatal(err)
	}
	p, _ := a.project()
	folder := t.TempDir()
	text := "轮次,小区编号,得分\n" + l.RoundID + "," + p.book.Estates[0].ID + ",12.25\n"
	if err := os.WriteFile(filepath.Join(folder, "scores.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := a.ImportCorrection("", []string{folder}, "补录成绩"); err != nil {
		t.Fatal(err)
	}
	r := must[ClosingReport](t)(a.VerifyClosings())
	if len(r.Faults) != 0 || len(r.Closed[len(r.Closed)-1].Corrections) != 1 {
		t.Errorf("%+v", r)
	}
}
