package gpkg_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/paulmach/orb"
)

var ctx = context.Background()

func day(s string) domain.Date { return domain.MustDate(s) }

func month(y, m int) domain.Month { return domain.NewMonth(y, m) }

// square is a valid boundary of side degrees with its lower left corner at x, y.
func square(x, y, side float64) orb.MultiPolygon {
	return orb.MultiPolygon{{{{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}}}}
}

// courtyard is a square with a hole and a second part beside it.
func courtyard(x, y float64) orb.MultiPolygon {
	m := square(x, y, 0.01)
	m[0] = append(m[0], orb.Ring{{x + 0.002, y + 0.002}, {x + 0.002, y + 0.004}, {x + 0.004, y + 0.004}, {x + 0.002, y + 0.002}})
	return append(m, square(x+0.02, y, 0.005)...)
}

// everything has at least one row in every table and a value in every column, sorted as domain.Tables says.
func everything() domain.Tables {
	return domain.Tables{
		Title: "某区旧楼区",
		Estates: []domain.Estate{
			{
				ID: "0012", Name: "光华里", Subdistrict: "大王庄街道", Community: "光华社区", Form: domain.FormContiguous, Enclosable: domain.Yes, Mode: domain.ModeCompany,
				Households: domain.Some(int64(812)), BuildingAreaM2: domain.Some(domain.MustDecimal("51234.567890123456789")), DistrictSubsidy: domain.Some(domain.Fen(300000)),
				CitySubsidy: domain.Some(domain.MaxFen), ApprovedOn: day("2019-01-31"), AcceptedOn: day("2019-12-01"), CityGrant: domain.Yes, EnrolledOn: day("2020-02-29"),
				ExitedOn: day("9999-12-31"), ExitGround: domain.ExitOther, ExitText: "其他原因\n两行 \"引号\"'", Boundary: courtyard(117.2, 39.1),
			},
			{ID: "e1", Form: domain.FormScattered, Enclosable: domain.No, CityGrant: domain.No, DistrictSubsidy: domain.Some(domain.Fen(0)), Households: domain.Some(int64(0)), Boundary: square(117.25, 39.12, 0.001)},
			{ID: "e2", Name: "未上图小区"},
		},
		Companies: []domain.Company{
			{ID: "c1", Name: "安居物业", ResponsiblePerson: "张三", LegalRepresentative: "李四", Phone: "022-12345678", BlacklistedOn: day("2026-05-01"), Capacity: domain.Some(int64(12))},
			{ID: "c2", Name: "乐业物业"},
		},
		Agreements: []domain.Agreement{
			{EstateID: "0012", CompanyID: "c1", Kind: domain.AgreementDirect, StartsOn: day("2020-01-01"), EndsOn: day("2025-12-31")},
			{EstateID: "0012", CompanyID: "c2", Kind: domain.AgreementDirect, StartsOn: day("2026-01-01")},
			{EstateID: "e1", CompanyID: "c1", Kind: domain.AgreementProxy, StartsOn: day("2021-01-01")},
		},
		Subsidies: []domain.SubsidyChange{
			{EstateID: "0012", FromMonth: month(2026, 1), DistrictSubsidy: domain.Some(domain.Fen(12345)), CitySubsidy: domain.Some(domain.Fen(5))},
			{EstateID: "0012", FromMonth: month(2026, 11)},
		},
		Enrolments: []domain.Enrolment{
			{EstateID: "e1", EnrolledOn: day("2020-01-01"), ExitedOn: day("2021-01-01"), ExitGround: domain.ExitDemolition, ExitText: "部分拆迁"},
			{EstateID: "e1", EnrolledOn: day("2022-01-01")},
		},
		Items:  []domain.Item{{Code: "C1", Name: "保洁", Function: domain.FunctionCleaning, Responsible: domain.CauseCompany}, {Code: "X9", Name: "其他", Responsible: domain.CauseTerritorial}},
		Rounds: []domain.Round{{ID: "r10", Name: "十月考核", Kind: domain.RoundDistrictSanitary, HeldOn: day("2026-10-15")}, {ID: "r9", Kind: domain.RoundRoutine, HeldOn: day("2026-09-15")}},
		Scores: []domain.Score{
			{RoundID: "r10", EstateID: "0012", Score: domain.Some(domain.MustDecimal("88.000000000000000001")), OfficialRank: 3},
			{RoundID: "r10", EstateID: "e1"},
			{RoundID: "r9", EstateID: "e1", Score: domain.Some(domain.WholeDecimal(0))},
		},
		Deductions: []domain.Deduction{
			{RoundID: "r10", EstateID: "0012", Item: "T2", Points: domain.MustDecimal("1.5")},
			{RoundID: "r10", EstateID: "0012", Item: "C1", Points: domain.MustDecimal("0")},
			{RoundID: "r10", EstateID: "0012", Item: "T2", Points: domain.MustDecimal("1.5")},
			{RoundID: "r9", EstateID: "e1", Item: "C3", Points: domain.WholeDecimal(4)},
		},
		Determinations: []domain.Determination{
			{RoundID: "r10", EstateID: "e1", Cause: domain.CauseUndetermined, Reason: "待查", DecidedBy: "街道办", DecidedOn: day("2026-10-20")},
			{RoundID: "r10", EstateID: "e1", Cause: domain.CauseCompany, DecidedOn: day("2026-10-20")},
		},
		Findings: []domain.Finding{
			{ID: "f1", EstateID: "0012", RoundID: "r10", Point: domain.Some(orb.Point{117.201, 39.101}), Item: "C2", FoundOn: day("2026-10-14"), DueOn: day("2026-10-24"), ResolvedOn: day("2026-10-20"), Description: "垃圾桶满溢"},
			{ID: "f2", EstateID: "e1", Item: "C5", FoundOn: day("2026-10-14")},
		},
		Overrides: []domain.Override{{EstateID: "e1", HostID: "0012", Reason: "就近", DecidedBy: "规划科", DecidedOn: day("2026-03-01"), RemovedOn: day("2026-06-01")}},
		FundUses: []domain.FundUse{
			{ID: "u1", Subdistrict: "大王庄街道", UsedOn: day("2026-11-01"), Kind: domain.UseRewardTop, EstateID: "0012", RoundID: "r10", Amount: 123456},
			{ID: "u2", Subdistrict: "大王庄街道", UsedOn: day("2026-11-02"), Kind: domain.UseCleaningDrive, Amount: 1},
		},
		Closings: []domain.Closing{{
			RoundID: "r10", ClosedOn: day("2026-10-31"), ClosedBy: "王敏", Settings: `{"band_size":"8"}`, Items: "[]", Inputs: "00ff", Results: `{"results":[]}`,
		}},
		Corrections: []domain.Correction{
			{
				RoundID: "r10", Number: 2, CorrectedOn: day("2026-11-05"), CorrectedBy: "王敏", Reason: "漏录协议", What: "变更协议", InputsBefore: "00ff", InputsAfter: "11aa",
				ConfirmedBefore: 1, ConfirmedAfter: 5 * domain.MaxFen, ProposedBefore: 120, ProposedAfter: 0, ResultsBefore: "{}",
			},
			{RoundID: "r10", Number: 10, CorrectedOn: day("2026-11-06"), Reason: "再改"},
		},
		ExitSteps: []domain.ExitStep{
			{RoundID: "r10", EstateID: "0012", Stage: domain.ExitOpened, TakenOn: day("2026-10-20"), TakenBy: "街道办", Text: "已告知"},
			{RoundID: "r10", EstateID: "0012", Stage: domain.ExitRecommended, TakenOn: day("2026-10-21")},
		},
		Interviews: []domain.Interview{
			{RoundID: "r10", EstateID: "0012", Kind: domain.InterviewLegal, HeldOn: day("2026-10-22"), HeldBy: "街道办", Person: "李四", Text: "限期整改"},
			{RoundID: "r10", EstateID: "0012", Kind: domain.InterviewResponsible, HeldOn: day("2026-10-21")},
		},
		Reinspections: []domain.Reinspection{
			{
				RoundID: "r10", EstateID: "e1", RequestedOn: day("2026-10-23"), RequestedBy: "光华社区", HeldOn: day("2026-10-30"),
				Score: domain.Some(domain.MustDecimal("91.5")), Text: "已整改",
			},
			{RoundID: "r10", EstateID: "e1", RequestedOn: day("2026-11-02")},
		},
		RectifySteps: []domain.RectifyStep{
			{
				EstateID: "0012", Item: "C2", Number: 2, RoundID: "r10", Status: domain.RectifyOpen, DueOn: day("2026-11-10"), StepOn: day("2026-10-25"),
				StepBy: "王敏", Note: "限期清运",
			},
			{EstateID: "0012", Item: "C2", Number: 10, Status: domain.RectifyDone, StepOn: day("2026-11-09")},
			{EstateID: "0012", Item: "T2", Number: 1, Status: domain.RectifyRecheck, StepOn: day("2026-11-09")},
		},
		FindingNotes: []domain.FindingNote{
			{FindingID: "f1", Photo: `D:\照片\f1.jpg`, Note: "已清运", NotedOn: day("2026-10-20"), NotedBy: "王敏"},
			{FindingID: "f2"},
		},
		Settings:  domain.Settings{"band_size": "8", "in_force": `{"TJ": ["2020-08-06", "2030-08-05"]}`},
		Scenarios: []domain.Scenario{{ID: "s1", Name: "方案一", Note: "先本街道", MadeBy: "李工", MadeOn: day("2026-11-01"), Ask: `{"within":"district"}`, Totals: "{}", Rows: "00ff"}},
		LetterTemplates: []domain.LetterTemplate{
			{Kind: "interview", Name: "约谈.docx", File: []byte("PK\x03\x04\x00\xff'"), ChangedOn: day("2026-11-03"), ChangedBy: "王敏"},
			{Kind: "proxy", File: []byte{0}},
		},
		Backdrops: []domain.Backdrop{
			{Layer: domain.BackdropBarriers, Name: "海河", Class: "river", Geometry: orb.LineString{{117.1, 39}, {117.3, 39.2}}},
			{Layer: domain.BackdropRoads, Name: "津塘路", Class: "primary", Geometry: orb.LineString{{117.1, 39}, {117.3, 39.2}}},
			{Layer: domain.BackdropRoads, Geometry: orb.MultiLineString{{{117.1, 39}, {117.3, 39.2}}, {{117, 39}, {117, 39.1}}}},
			{Layer: domain.BackdropSubdistricts, Name: "大王庄街道", Geometry: orb.Polygon{{{117, 39}, {117.3, 39}, {117.3, 39.2}, {117, 39}}}},
			{Layer: domain.BackdropWater, Name: "海河", Class: "river", Geometry: courtyard(117.15, 39.05)},
			{Layer: domain.BackdropWater, Name: "泉", Geometry: orb.Point{117.2, 39.2}},
			{Layer: domain.BackdropWater, Name: "湖群", Geometry: orb.Collection{orb.MultiPoint{{117.1, 39.1}}, orb.Polygon{{{117, 39}, {117.3, 39}, {117.3, 39.2}, {117, 39}}}}},
		},
	}
}

// create makes a project of the tables and returns its path.
func create(t *testing.T, put domain.Tables) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "区.gpkg")
	if err := gpkg.CreateWith(ctx, path, domain.Change{Put: put, What: "导入", Who: "测试", When: day("2026-11-22")}); err != nil {
		t.Fatal(err)
	}
	return path
}

// open opens a project that is closed when the test ends.
func open(t *testing.T, path string) *gpkg.Project {
	t.Helper()
	p, err := gpkg.Open(ctx, path, gpkg.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.Close(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func load(t *testing.T, p domain.Store) *domain.Tables {
	t.Helper()
	tables, err := p.Load(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// reload opens, loads and closes.
func reload(t *testing.T, path string) *domain.Tables {
	t.Helper()
	p := open(t, path)
	tables := load(t, p)
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	return tables
}

func apply(t *testing.T, p domain.Store, put domain.Tables) {
	t.Helper()
	if err := p.Apply(ctx, domain.Change{Put: put, What: "测试"}); err != nil {
		t.Fatal(err)
	}
}

func version(t *testing.T, p domain.Store) int64 {
	t.Helper()
	v, err := p.Version(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// same compares tables by value; fids are told apart by other tests.
var same = cmp.Options{
	cmp.Comparer(func(a, b domain.Decimal) bool { return a == b }),
	cmpopts.EquateEmpty(),
	cmpopts.IgnoreFields(domain.Estate{}, "FID"),
}

// wantCode fails unless err is an error for users with the code, in both languages, that names the words.
func wantCode(t *testing.T, err error, code domain.Code, words ...string) {
	t.Helper()
	var e *domain.Error
	if !errors.As(err, &e) || e.Code != code {
		t.Fatalf("got %v, want an error %s", err, code)
	}
	if e.Text.ZH == "" || e.Text.EN == "" || e.Text.ZH == e.Text.EN {
		t.Errorf("not in both languages: %+v", e.Text)
	}
	for _, w := range words {
		for _, text := range []string{e.Text.ZH, e.Text.EN} {
			if !contains(text, w) {
				t.Errorf("%q does not name %q", text, w)
			}
		}
	}
}

// filesBeside lists the names in the folder of path.
func filesBeside(t *testing.T, path string) []string {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// wantOneFile fails if there is more in the folder than the project.
func wantOneFile(t *testing.T, path string) {
	t.Helper()
	if names := filesBeside(t, path); len(names) != 1 || names[0] != filepath.Base(path) {
		t.Errorf("files in the folder: %q, want only the project", names)
	}
}
