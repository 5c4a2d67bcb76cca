package domain_test

import (
	"testing"
	"time"

	"estateatlas/backend/domain"

	"pgregory.net/rapid"
)

func TestDateAgreesWithTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 3_000_000).Draw(t, "days")
		want := time.Date(1, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, n)
		d, ok := domain.NewDate(want.Year(), int(want.Month()), want.Day())
		if !ok || d != domain.Date(n+1) || d.String() != want.Format("2006-01-02") {
			t.Fatalf("day %d: %v %q, want %s", n, ok, d, want.Format("2006-01-02"))
		}
		back, ok := domain.ParseDate(d.String())
		if !ok || back != d || d.Month().First() > d || d.Month().Last() < d {
			t.Fatalf("%s: parse %v %v, month %s", d, back, ok, d.Month())
		}
	})
}

func TestDatesThatDoNotExist(t *testing.T) {
	for _, s := range []string{"", "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-3", "20260403", "0000-01-01", "２０２６-01-01", "2026-01-01 "} {
		if d, ok := domain.ParseDate(s); ok {
			t.Errorf("%q was read as %s", s, d)
		}
	}
	if _, ok := domain.ParseDate("2024-02-29"); !ok {
		t.Error("2024-02-29 is a day")
	}
}

func TestMonth(t *testing.T) {
	m, ok := domain.ParseMonth("2026-03")
	if !ok || m.String() != "2026-03" || m.Year() != 2026 || m.Number() != 3 || m.Days() != 31 {
		t.Fatalf("2026-03: %v %s %d %d %d", ok, m, m.Year(), m.Number(), m.Days())
	}
	if q := m.Quarter(); q[0].String() != "2026-01" || q[2].String() != "2026-03" {
		t.Errorf("quarter of 2026-03: %s to %s", q[0], q[2])
	}
	if m.Last().String() != "2026-03-31" || (m-3).String() != "2025-12" {
		t.Errorf("last day %s, three months before %s", m.Last(), m-3)
	}
}
