package app_test

import (
	"testing"

	"estateatlas/backend/domain"
)

// TestTheMadeUpOfficesKeepUp: only the latest interviews are still to be held, on working days and after the inspection; a
// procedure whose agreement has ended has all its steps, in order.
func TestTheMadeUpOfficesKeepUp(t *testing.T) {
	a := openDemo(t)
	view, err := a.Interviews("", 0)
	must(t, view, err)
	day := func(s string) domain.Date {
		t.Helper()
		d, ok := domain.ParseDate(s)
		if !ok {
			t.Errorf("%q is no day", s)
		}
		return d
	}
	held := 0
	for _, row := range view.Rows {
		switch old := day(view.AsOf) - day(row.RoundOn); {
		case row.HeldOn == "" && row.Status == "confirmed" && old >= 30:
			t.Errorf("the interview of %s of %s was never held", row.Estate, row.RoundOn)
		case row.HeldOn != "":
			held++
			if on := day(row.HeldOn); on <= day(row.RoundOn) || on > day(view.AsOf) || row.By == "" || row.Person == "" || row.Text == "" {
				t.Errorf("%+v", row)
			}
		}
	}
	if view.Due == 0 || view.Due > 10 || held < 20 {
		t.Errorf("%d are due, %d were held", view.Due, held)
	}
	exits, err := a.Level3("")
	must(t, exits, err)
	done := 0
	for i := range exits.Cases {
		c := &exits.Cases[i]
		if !c.Done {
			continue
		}
		done++
		last := day(c.HeldOn)
		for _, s := range c.Steps {
			if s.On == "" || day(s.On) < last {
				t.Errorf("%s of %s is on %q, the step before on %v", s.Key, c.Estate, s.On, last)
				continue
			}
			last = day(s.On)
		}
	}
	if done == 0 {
		t.Error("no procedure has ended")
	}
}
