package domain_test

import (
	"testing"

	"estateatlas/backend/domain"

	"github.com/google/go-cmp/cmp"
)

func TestAChangeReplacesAndRemovesRowsAndSets(t *testing.T) {
	day := domain.MustDate("2026-03-15")
	base := &domain.Tables{
		Estates:        []domain.Estate{{FID: 7, ID: "e1", Name: "甲里"}, {FID: 8, ID: "e2", Name: "乙里", Community: "一社区"}},
		Deductions:     []domain.Deduction{{RoundID: "r1", EstateID: "e1", Item: "C1"}, {RoundID: "r1", EstateID: "e2", Item: "C2"}},
		Determinations: []domain.Determination{{RoundID: "r1", EstateID: "e1", Cause: domain.CauseCompany, DecidedOn: day}},
		Settings:       domain.Settings{"band_size": "3"},
		Backdrops:      []domain.Backdrop{{Layer: domain.BackdropWater, Name: "旧河"}, {Layer: domain.BackdropRoads, Name: "路"}},
	}
	put := &domain.Tables{
		Estates:    []domain.Estate{{ID: "e2", Name: "乙新里"}, {ID: "e0", Name: "零里"}},
		Deductions: []domain.Deduction{{RoundID: "r1", EstateID: "e1", Item: "T2"}, {RoundID: "r1", EstateID: "e1", Item: "T1"}},
		Settings:   domain.Settings{"max_distance": "500"},
		Backdrops:  []domain.Backdrop{{Layer: domain.BackdropWater, Name: "新河"}},
	}
	want := &domain.Tables{
		Estates:        []domain.Estate{{ID: "e0", Name: "零里"}, {FID: 7, ID: "e1", Name: "甲里"}, {FID: 8, ID: "e2", Name: "乙新里"}},
		Deductions:     []domain.Deduction{{RoundID: "r1", EstateID: "e1", Item: "T2"}, {RoundID: "r1", EstateID: "e1", Item: "T1"}, {RoundID: "r1", EstateID: "e2", Item: "C2"}},
		Determinations: base.Determinations,
		Settings:       domain.Settings{"band_size": "3", "max_distance": "500"},
		Backdrops:      []domain.Backdrop{{Layer: domain.BackdropRoads, Name: "路"}, {Layer: domain.BackdropWater, Name: "新河"}},
	}
	if d := cmp.Diff(want, domain.Merge(base, put), cmp.Comparer(func(a, b domain.Decimal) bool { return a == b })); d != "" {
		t.Error(d)
	}
	gone := domain.Tables{
		Estates: []domain.Estate{{ID: "e1"}, {ID: "none"}}, Deductions: []domain.Deduction{{RoundID: "r1", EstateID: "e2"}},
		Settings: domain.Settings{"band_size": ""}, Backdrops: []domain.Backdrop{{Layer: domain.BackdropRoads}},
	}
	left := domain.Apply(base, domain.Change{Remove: gone, Put: domain.Tables{Estates: []domain.Estate{{ID: "e1", Name: "甲重来"}}}})
	wantLeft := *base
	wantLeft.Estates = []domain.Estate{{ID: "e1", Name: "甲重来"}, base.Estates[1]}
	wantLeft.Deductions, wantLeft.Backdrops, wantLeft.Settings = base.Deductions[:1], base.Backdrops[:1], domain.Settings{}
	if d := cmp.Diff(&wantLeft, left, cmp.Comparer(func(a, b domain.Decimal) bool { return a == b })); d != "" {
		t.Error(d)
	}
	if base.Estates[1].Name != "乙里" || base.Settings["max_distance"] != "" {
		t.Error("Merge changed its argument")
	}
}
