package app_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"
)

func TestResultFilesOfWorkedCaseW1(t *testing.T) {
	tables, err := app.LoadTables(context.Background(), gpkg.Projects{}, importW1(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		asOf  string
		files map[string]string
	}{
		{"2026-02-28", map[string]string{
			"withholdings.csv": "company_id,subdistrict,month,status,timing,amount,level,round_id\nc,甲街,2026-02,confirmed,withheld,5000.00,1,r2\n",
			"funds.csv":        "subdistrict,confirmed_in,proposed_in,used,balance\n甲街,5000.00,0.00,0.00,5000.00\n",
		}},
		{"2026-03-31", map[string]string{
			"rankings.csv": "round_id,estate_id,score,rank,rank_from_bottom,band\n" +
				"r2,e1,60,5,1,bottom\nr2,e2,90,3,3,middle\nr2,e3,95,1,5,top\nr2,x1,80,4,2,bottom\nr2,x2,94,2,4,top\n" +
				"r3,e1,60,5,1,bottom\nr3,e2,90,3,3,middle\nr3,e3,95,1,5,top\nr3,x1,80,4,2,bottom\nr3,x2,94,2,4,top\n",
			"results.csv": "round_id,estate_id,company_id,cause,proposed_level,confirmed_level\n" +
				"r2,e1,c,company,1,1\nr2,x1,,territorial,,\nr3,e1,c,company,2,2\nr3,x1,,territorial,,\n",
			"withholdings.csv": "company_id,subdistrict,month,status,timing,amount,level,round_id\n" +
				"c,甲街,2026-01,confirmed,clawback,5000.00,2,r3\nc,甲街,2026-02,confirmed,withheld,5000.00,1,r2\nc,甲街,2026-03,confirmed,withheld,5000.00,2,r3\n",
			"funds.csv":       "subdistrict,confirmed_in,proposed_in,used,balance\n甲街,15000.00,0.00,0.00,15000.00\n",
			"eligibility.csv": "year,kind,id\n2026,company,c\n2026,estate,e1\n2026,estate,x1\n",
			"states.csv": "estate_id,subsidy_state,band,latest_round,company_id,payable\n" +
				"e1,withheld_quarter,bottom,r3,c,3000.00\ne2,withheld_quarter,middle,r3,c,2000.00\ne3,paid,top,r3,c,4000.00\n" +
				"s1,not_enrolled,unranked,r3,,0.00\nx1,not_enrolled,bottom,r3,,0.00\nx2,not_enrolled,top,r3,,0.00\n",
		}},
	} {
		dir := filepath.Join(t.TempDir(), "out")
		if err := app.WriteEvaluation(tables, domain.MustDate(c.asOf), dir, true); err != nil {
			t.Fatal(err)
		}
		for name, want := range c.files {
			got, err := os.ReadFile(filepath.Join(dir, name))
			if err != nil || string(got) != want {
				t.Errorf("%s as of %s: %v\n%s\nwant\n%s", name, c.asOf, err, got, want)
			}
		}
	}
}

func TestResultFilesForPeopleHaveChineseHeadings(t *testing.T) {
	tables, err := app.LoadTables(context.Background(), gpkg.Projects{}, importW1(t))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := app.WriteEvaluation(tables, domain.MustDate("2026-03-31"), dir, false); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(dir, "funds.csv"))
	if err != nil || !strings.HasPrefix(string(got), "\ufeff街道,已定收入（元）") {
		t.Errorf("%v: %q", err, got)
	}
}
