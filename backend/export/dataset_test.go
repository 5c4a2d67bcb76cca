package export_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/ingest"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

var sameDecimals = cmp.Comparer(func(a, b domain.Decimal) bool { return a == b })

// readBack imports a dataset folder into an empty project.
func readBack(t *testing.T, dir string) *domain.Tables {
	t.Helper()
	report, err := ingest.Read(context.Background(), []string{dir}, nil, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range report.Faults {
		t.Error(f.String(domain.ZH))
	}
	for _, n := range report.Notes {
		if n.File != "README.txt" && !strings.Contains(n.String(domain.ZH), "未上图") {
			t.Error("note:", n.String(domain.ZH))
		}
	}
	return domain.Merge(&domain.Tables{}, &report.Put)
}

func TestDemoFolderReadsBackTheSame(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	want := demo.Generate(demo.Options{Seed: 3, Estates: 150})
	if err := export.WriteDataset(dir, want); err != nil {
		t.Fatal(err)
	}
	got := readBack(t, dir)
	// A folder holds what a district hands over; what its desks recorded stays in the project.
	want.RectifySteps = nil
	if d := cmp.Diff(want, got, sameDecimals); d != "" {
		t.Errorf("not the same after reading back (-written +read):\n%.4000s", d)
	}
	for _, name := range []string{"README.txt", "estates.geojson", "scores.csv", "water.geojson", "roads.geojson", "subdistricts.geojson"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
}

func awkward() *domain.Tables {
	day := domain.MustDate
	square := func(x, y float64) orb.Polygon {
		return orb.Polygon{{{x, y}, {x + 0.001, y}, {x + 0.001, y + 0.001}, {x, y + 0.001}, {x, y}}}
	}
	holed := append(square(117.2, 39.1), orb.Ring{{117.2002, 39.1002}, {117.2002, 39.1004}, {117.2004, 39.1004}, {117.2004, 39.1002}, {117.2002, 39.1002}})
	return &domain.Tables{
		Estates: []domain.Estate{
			{ID: "0012", Name: `甲"里",<b>&`, Boundary: orb.MultiPolygon{holed, square(117.21, 39.1)}, Enclosable: domain.No},
			{
				ID: "e1", Name: "未上图里", Subdistrict: "万新街", Community: "一社区", Form: domain.FormScattered, Mode: domain.ModeOwnerUnit,
				Households: domain.Some(int64(0)), BuildingAreaM2: domain.Some(domain.MustDecimal("1234.560000000000000001")),
				DistrictSubsidy: domain.Some(domain.Fen(0)), CitySubsidy: domain.Some(domain.Fen(123456)), ApprovedOn: day("2013-01-02"),
				AcceptedOn: day("2014-01-02"), CityGrant: domain.Yes, EnrolledOn: day("2020-02-29"), ExitedOn: day("2026-03-01"),
				ExitGround: domain.ExitOther, ExitText: "并入邻近小区，统一管理",
			},
		},
		Companies: []domain.Company{{ID: "c1", Name: "甲, \"乙\"\n丙", Capacity: domain.Some(int64(0))}, {ID: "c2", Name: "丁", BlacklistedOn: day("2026-01-01")}},
		Agreements: []domain.Agreement{
			{EstateID: "0012", CompanyID: "c1", Kind: domain.AgreementDirect, StartsOn: day("2024-01-01")},
		},
		Subsidies:  []domain.SubsidyChange{{EstateID: "e1", FromMonth: domain.NewMonth(2025, 1), CitySubsidy: domain.Some(domain.Fen(5))}},
		Enrolments: []domain.Enrolment{{EstateID: "0012", EnrolledOn: day("2021-01-01"), ExitedOn: day("2022-01-01"), ExitGround: domain.ExitDemolition}},
		Items:      []domain.Item{{Code: "C10", Name: "楼内照明", Function: domain.FunctionPatrol, Responsible: domain.CauseCompany}},
		Rounds:     []domain.Round{{ID: "r1", Name: "一月", Kind: domain.RoundDistrictSanitary, HeldOn: day("2026-01-15")}},
		Scores: []domain.Score{
			{RoundID: "r1", EstateID: "0012", Score: domain.Some(domain.MustDecimal("88.05")), OfficialRank: 7},
			{RoundID: "r1", EstateID: "e1", Score: domain.Some(domain.MustDecimal("100"))},
		},
		Deductions: []domain.Deduction{
			{RoundID: "r1", EstateID: "0012", Item: "T3", Points: domain.MustDecimal("4.5")},
			{RoundID: "r1", EstateID: "0012", Item: "C10", Points: domain.MustDecimal("7.45")},
		},
		Determinations: []domain.Determination{
			{RoundID: "r1", EstateID: "0012", Cause: domain.CauseUndetermined, Reason: "待复核", DecidedBy: "王敏", DecidedOn: day("2026-01-20")},
			{RoundID: "r1", EstateID: "0012", Cause: domain.CauseCompany, Reason: "复核：\n企业责任", DecidedBy: "王敏", DecidedOn: day("2026-01-20")},
		},
		Findings: []domain.Finding{
			{ID: "f1", EstateID: "0012", RoundID: "r1", Point: domain.Some(orb.Point{117.2, 39.1000001}), Item: "C10", FoundOn: day("2026-01-15"), DueOn: day("2026-01-30"), Description: "灯坏"},
			{ID: "f2", EstateID: "e1", Item: "T1", FoundOn: day("2026-01-15"), ResolvedOn: day("2026-02-01")},
		},
		Overrides: []domain.Override{{EstateID: "e1", HostID: "0012", Reason: "居民要求", DecidedBy: "李伟", DecidedOn: day("2026-01-01"), RemovedOn: day("2026-02-01")}},
		FundUses:  []domain.FundUse{{ID: "u1", Subdistrict: "万新街", UsedOn: day("2026-03-01"), Kind: domain.UseCleaningDrive, Amount: 1}},
		Settings:  domain.Settings{"band_size": "3", "in_force": `{"TJ":["2020-08-06","2030-08-05"]}`},
		Backdrops: []domain.Backdrop{
			{Layer: domain.BackdropRoads, Name: "一路", Class: "primary", Geometry: orb.LineString{{117.2, 39.1}, {117.3, 39.1}}},
			{Layer: domain.BackdropRoads, Geometry: orb.MultiLineString{{{117.2, 39.1}, {117.3, 39.1}}, {{117.2, 39.2}, {117.3, 39.2}}}},
			{Layer: domain.BackdropWater, Name: "河", Class: "river", Geometry: orb.MultiPolygon{square(117.4, 39.1)}},
		},
	}
}

func TestEveryKindOfRowReadsBackTheSame(t *testing.T) {
	dir := t.TempDir()
	want := awkward()
	if err := export.WriteDataset(dir, want); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, readBack(t, dir), sameDecimals); d != "" {
		t.Errorf("not the same after reading back (-written +read):\n%s", d)
	}
	if _, err := os.Stat(filepath.Join(dir, "README.txt")); err == nil {
		t.Error("a real district is not marked as made up")
	}
}

func TestFolderHoldsOnlyTheLastDataset(t *testing.T) {
	dir := t.TempDir()
	if err := export.WriteDataset(dir, awkward()); err != nil {
		t.Fatal(err)
	}
	want := &domain.Tables{Estates: awkward().Estates[:1]}
	if err := export.WriteDataset(dir, want); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, readBack(t, dir), sameDecimals); d != "" {
		t.Error(d)
	}
}

func TestMadeUpDataIsMarkedAndNeverCoversRealData(t *testing.T) {
	dir := t.TempDir()
	if err := export.WriteDataset(dir, awkward()); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(dir, "scores.csv"))
	if err != nil {
		t.Fatal(err)
	}
	made := demo.Generate(demo.Options{Estates: 60})
	err = export.WriteDataset(dir, made)
	if err == nil || !strings.Contains(err.Error(), "estates.geojson") {
		t.Errorf("real data may be overwritten: %v", err)
	}
	if after, _ := os.ReadFile(filepath.Join(dir, "scores.csv")); string(after) != string(before) {
		t.Error("real data was overwritten")
	}
	own := filepath.Join(dir, "demo")
	for range 2 { // over itself it may go
		if err := export.WriteDataset(own, made); err != nil {
			t.Fatal(err)
		}
	}
	readme, err := os.ReadFile(filepath.Join(own, "README.txt"))
	if err != nil || !strings.Contains(string(readme), "本数据为虚构") || !strings.Contains(string(readme), "made up") {
		t.Errorf("README.txt: %v %s", err, readme)
	}
}
