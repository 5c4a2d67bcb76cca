package app_test

import (
	"strings"
	"testing"

	"estateatlas/backend/app"
)

// TestListOfTheYearOnScreen exports the tables of a year as the desk shows them, also of a year that is over.
func TestListOfTheYearOnScreen(t *testing.T) {
	a := openDemo(t)
	now, err := a.Matrix("", 0)
	must(t, now, err)
	before := now.Year - 1
	v, err := a.Matrix("", before)
	must(t, v, err)
	if v.Total.ConfirmedFen == 0 || v.Total == now.Total {
		t.Fatalf("the years cannot be told apart: %+v, %+v", v.Total, now.Total)
	}
	for what, head := range map[string]string{"matrix": "2025-01", "payable": "2025-01"} {
		name, data := fetch(t, a, app.ExportAsk{What: what, Format: "csv", Year: before})
		if rows := rowsOf(t, data); !strings.Contains(strings.Join(rows[0], " "), head) {
			t.Errorf("%s of %d has the columns %v", what, before, rows[0])
		}
		if !strings.HasSuffix(name, " 2025.csv") {
			t.Errorf("%s of %d is called %s", what, before, name)
		}
	}
	_, data := fetch(t, a, app.ExportAsk{What: "eligibility", Format: "csv", Year: before})
	for _, row := range rowsOf(t, data)[1:] {
		if row[0] != "2025" {
			t.Errorf("eligibility of %d lists %v", before, row)
		}
	}
	talks, err := a.Interviews("", before)
	must(t, talks, err)
	_, data = fetch(t, a, app.ExportAsk{What: "interviews", Format: "csv", Year: before})
	if rows := rowsOf(t, data); len(rows)-1 != len(talks.Rows) {
		t.Errorf("%d interviews of %d exported, %d on screen", len(rows)-1, before, len(talks.Rows))
	}
	if err := app.CheckExport(app.ExportAsk{What: "matrix", Format: "csv", Year: -1}); err == nil {
		t.Error("the year -1 was taken")
	}
}
