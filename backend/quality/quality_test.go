package quality

import (
	"context"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

// metre is about one in degrees of the district of these tests.
const (
	metreLat = 1 / 111_000.0
	metreLon = 1 / 86_000.0
)

// plot is a rectangle in metres east and north of a corner of the district.
func plot(x, y, w, h float64) orb.MultiPolygon {
	at := func(x, y float64) orb.Point { return orb.Point{117.2 + x*metreLon, 39.1 + y*metreLat} }
	return orb.MultiPolygon{{{at(x, y), at(x+w, y), at(x+w, y+h), at(x, y+h), at(x, y)}}}
}

// town is a district of estates in a row, 100 m wide and 20 m apart, enrolled and served, that has no fault at all.
func town(n int) *domain.Tables {
	t := &domain.Tables{Companies: []domain.Company{{ID: "c1", Name: "甲公司"}, {ID: "c2", Name: "乙公司"}}}
	day := domain.MustDate
	for i := range n {
		id := "e" + string(rune('0'+i/10)) + string(rune('0'+i%10))
		t.Estates = append(t.Estates, domain.Estate{
			FID: int64(i + 1), ID: id, Name: "小区" + id, Subdistrict: "一街", Boundary: plot(float64(120*i), 0, 100, 100), CityGrant: domain.Yes,
			ApprovedOn: day("2024-01-01"), AcceptedOn: day("2024-02-01"), EnrolledOn: day("2024-03-01"), DistrictSubsidy: domain.Some(domain.Fen(100000)),
		})
		t.Agreements = append(t.Agreements, domain.Agreement{EstateID: id, CompanyID: "c1", Kind: domain.AgreementDirect, StartsOn: day("2024-03-01")})
		for _, round := range []string{"r1", "r2", "r3"} {
			t.Scores = append(t.Scores, domain.Score{RoundID: round, EstateID: id, Score: domain.Some(domain.WholeDecimal(int64(90 + i%7)))})
		}
	}
	slices.SortStableFunc(t.Scores, func(a, b domain.Score) int { return strings.Compare(a.RoundID+a.EstateID, b.RoundID+b.EstateID) })
	for i, month := range []string{"01", "02", "03"} {
		t.Rounds = append(t.Rounds, domain.Round{ID: "r" + string(rune('1'+i)), Name: "2026年" + month + "月", Kind: domain.RoundDistrictSanitary, HeldOn: day("2026-" + month + "-15")})
	}
	return t
}

func check(t testing.TB, tables *domain.Tables) *Report {
	t.Helper()
	r, err := Check(context.Background(), policy.Evaluate(tables, domain.MustDate("2026-03-31")), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func kinds(r *Report) []Kind {
	var out []Kind
	for i := range r.Faults {
		out = append(out, r.Faults[i].Kind)
	}
	return out
}

func TestADistrictInOrderHasNoFault(t *testing.T) {
	for _, f := range check(t, town(12)).Faults {
		t.Errorf("%s %s: %s", f.Kind, f.Key, f.Text.ZH)
	}
}

// TestEachFaultIsFoundByName breaks one thing at a time in a district that is in order.
func TestEachFaultIsFoundByName(t *testing.T) {
	day := domain.MustDate
	for name, c := range map[string]struct {
		kind   Kind
		breaks func(t *domain.Tables)
		says   string // in the sentence
		repair string // offered first; empty: none
	}{
		"an estate without a boundary":   {NoBoundary, func(t *domain.Tables) { t.Estates[3].Boundary = nil }, "小区e03", ""},
		"a boundary with a spike":        {InvalidRing, func(t *domain.Tables) { t.Estates[3].Boundary = spiked(t.Estates[3].Boundary) }, "边界不合规", repairRings},
		"a bow-tie":                      {InvalidRing, func(t *domain.Tables) { bowTie(t.Estates[3].Boundary[0][0]) }, "与自身交叉", ""},
		"two estates on the same ground": {Overlap, func(t *domain.Tables) { t.Estates[3].Boundary = plot(360, 0, 130, 100) }, "重叠", repairGive + "e03"},
		"one outline twice":              {SameOutline, func(t *domain.Tables) { t.Estates[3].Boundary = t.Estates[4].Boundary }, "同一边界", ""},
		"a crumb of an estate": {SliverPart, func(t *domain.Tables) {
			t.Estates[3].Boundary = append(slices.Clone(t.Estates[3].Boundary), plot(360, 150, 2, 2)[0])
		}, "1 个细碎部分", repairSlivers},
		"a hair between two walls":             {SliverGap, func(t *domain.Tables) { t.Estates[3].Boundary = plot(360, 0, 119.8, 100) }, "窄缝", ""},
		"an estate in another province":        {Outlier, func(t *domain.Tables) { t.Estates[3].Boundary = plot(300_000, 0, 100, 100) }, "千米", ""},
		"an id in full width":                  {SimilarID, func(t *domain.Tables) { t.Estates[3].ID = "ｅ０２ "; t.Agreements[3].EstateID = "ｅ０２ " }, "编号近似", ""},
		"a name twice in a subdistrict":        {SameName, func(t *domain.Tables) { t.Estates[3].Name = "小区 E02" }, "2 个小区", ""},
		"no subdistrict":                       {NoSubdistrict, func(t *domain.Tables) { t.Estates[3].Subdistrict = "" }, "没有街道", ""},
		"an enrolled estate without a company": {NoCompany, func(t *domain.Tables) { t.Agreements[3].EndsOn = day("2026-02-28") }, "没有有效的服务协议", ""},
		"two agreements on a day":              {AgreementClash, func(t *domain.Tables) { t.Agreements = withAgreement(t, day("2025-01-01")) }, "重叠", repairEnd},
		"a gap between two agreements": {AgreementGap, func(t *domain.Tables) {
			t.Agreements[3].EndsOn = day("2024-12-20")
			t.Agreements = withAgreement(t, day("2025-01-01"))
		}, "共 11 天没有协议", repairEnd},
		"an agreement that ends before it begins": {AgreementDates, func(t *domain.Tables) {
			t.Agreements[3].EndsOn = day("2024-02-20")
			t.Agreements = withAgreement(t, day("2024-04-01"))
		}, "早于开始日期", ""},
		"missed by three rounds": {NotScored, func(t *domain.Tables) {
			t.Scores = slices.DeleteFunc(t.Scores, func(s domain.Score) bool { return s.EstateID == "e03" })
		}, "最近 3 轮", ""},
		"official ranks against the scores":        {OfficialRank, func(t *domain.Tables) { ranked(t) }, "矛盾", ""},
		"deductions that do not make up the score": {PointsScore, func(t *domain.Tables) { deduct(t, "e03") }, "合计不是 100", ""},
		"deductions without a score": {PointsUnscored, func(t *domain.Tables) {
			t.Scores = slices.DeleteFunc(t.Scores, func(s domain.Score) bool { return s.EstateID == "e03" && s.RoundID == "r2" })
			t.Deductions = []domain.Deduction{{RoundID: "r2", EstateID: "e03", Item: "C1", Points: domain.WholeDecimal(2)}}
		}, "却没有得分", ""},
		"two rounds on a day":               {RoundSameDay, func(t *domain.Tables) { t.Rounds[2].HeldOn, t.Rounds[2].Name = t.Rounds[1].HeldOn, "补考" }, "先后按编号计", ""},
		"a round named after another month": {RoundName, func(t *domain.Tables) { t.Rounds[2].Name = "2025年3月" }, "核对名称或日期", ""},
		"enrolled without the grant":        {Enrolment, func(t *domain.Tables) { t.Estates[3].CityGrant = domain.No; t.Agreements[3].EndsOn = 0 }, "小区e03", ""},
		"an amount that is not known":       {AmountUnknown, func(t *domain.Tables) { t.Estates[3].DistrictSubsidy = domain.Opt[domain.Fen]{} }, "补填金额", ""},
		"amounts of an estate never enrolled": {IdleAmount, func(t *domain.Tables) {
			t.Estates[3].EnrolledOn = 0
			t.Subsidies = []domain.SubsidyChange{{EstateID: "e03", FromMonth: 24300, DistrictSubsidy: domain.Some(domain.Fen(1))}}
		}, "从未纳入", ""},
		"a determination of a result that is not bottom": {Determination, func(t *domain.Tables) {
			t.Determinations = []domain.Determination{{RoundID: "r1", EstateID: "e06", Cause: domain.CauseCompany, DecidedOn: day("2026-01-20")}}
		}, "不起作用", ""},
		"a fund that is overdrawn": {Fund, func(t *domain.Tables) {
			t.FundUses = []domain.FundUse{{ID: "u1", Subdistrict: "二街", UsedOn: day("2026-02-01"), Kind: domain.UseCleaningDrive, Amount: 100}}
		}, "超支", ""},
		"an override whose host is no host": {OverrideInvalid, func(t *domain.Tables) {
			t.Estates[3].Form = domain.FormScattered
			t.Estates[4].Form = domain.FormScattered
			t.Overrides = []domain.Override{{EstateID: "e03", HostID: "e04", Reason: "近", DecidedBy: "某", DecidedOn: day("2026-01-01")}}
		}, "e04", ""},
		"a finding resolved before it was found": {FindingDates, func(t *domain.Tables) {
			t.Findings = []domain.Finding{{ID: "f1", EstateID: "e03", Item: "C1", FoundOn: day("2026-02-02"), ResolvedOn: day("2026-02-01")}}
		}, "早于发现日期", ""},
		"a finding in another street": {FindingFar, func(t *domain.Tables) {
			t.Findings = []domain.Finding{{ID: "f1", EstateID: "e03", Item: "C1", FoundOn: day("2026-02-02"), Point: domain.Some(plot(900, 0, 1, 1)[0][0][0])}}
		}, "小区边界外", ""},
	} {
		t.Run(name, func(t *testing.T) {
			tables := town(12)
			c.breaks(tables)
			r := check(t, tables)
			found := r.Of(c.kind)
			if len(found) == 0 {
				t.Fatalf("not found; there is %v", kinds(r))
			}
			f := found[0]
			if !strings.Contains(f.Text.ZH, c.says) || f.Text.EN == "" || strings.Contains(f.Text.ZH+f.Text.EN, "%!") {
				t.Errorf("it says %q / %q", f.Text.ZH, f.Text.EN)
			}
			switch {
			case c.repair == "" && len(f.Repairs) > 0:
				t.Errorf("offers %v where none is safe", f.Repairs)
			case c.repair != "" && (len(f.Repairs) == 0 || f.Repairs[0].ID != c.repair):
				t.Errorf("offers %v, not %s", f.Repairs, c.repair)
			}
			if r.Find(f.Key) == nil || r.Find(f.Key).Key != f.Key {
				t.Error("its key does not find it")
			}
			if len(f.Repairs) == 0 {
				return
			}
			// Mended, the fault is gone and none has come.
			for _, repair := range f.Repairs {
				m, err := r.Mend([]Choice{{f.Key, repair.ID}})
				if err != nil {
					t.Fatal(err)
				}
				if len(m.Lines) == 0 || m.Change.What == "" {
					t.Errorf("%s changes nothing that is told", repair.ID)
				}
				after := check(t, domain.Apply(tables, m.Change))
				if after.Find(f.Key) != nil || len(after.Faults) >= len(r.Faults) {
					t.Errorf("%s leaves %v of %v", repair.ID, kinds(after), kinds(r))
				}
			}
		})
	}
}

func TestDaysOutsideOfLongTermManagementAreNoGap(t *testing.T) {
	tables := town(12)
	tables.Agreements[3].EndsOn = domain.MustDate("2024-12-20")
	tables.Agreements = withAgreement(tables, domain.MustDate("2025-01-01"))
	stay := domain.Enrolment{EstateID: "e03", EnrolledOn: domain.MustDate("2024-03-01"), ExitedOn: domain.MustDate("2024-12-21"), ExitGround: domain.ExitDemolition}
	tables.Enrolments = []domain.Enrolment{stay, {EstateID: "e03", EnrolledOn: domain.MustDate("2025-01-01")}}
	if gaps := check(t, tables).Of(AgreementGap); len(gaps) > 0 {
		t.Errorf("%+v", gaps)
	}
	tables.Enrolments[0].ExitedOn++ // a day in the gap
	if gaps := check(t, tables).Of(AgreementGap); len(gaps) != 1 {
		t.Errorf("%+v", gaps)
	}
}

func spiked(mp orb.MultiPolygon) orb.MultiPolygon {
	ring := slices.Clone(mp[0][0])
	out := orb.Point{ring[2][0] + 30*metreLon, ring[2][1]}
	return orb.MultiPolygon{{slices.Insert(ring, 3, out, ring[2])}}
}

func bowTie(ring orb.Ring) { ring[1], ring[2] = ring[2], ring[1] }

func withAgreement(t *domain.Tables, on domain.Date) []domain.Agreement {
	return slices.Insert(t.Agreements, 4, domain.Agreement{EstateID: "e03", CompanyID: "c1", Kind: domain.AgreementDirect, StartsOn: on})
}

// ranked gives every estate its rank, but for two that are exchanged.
func ranked(t *domain.Tables) {
	for i := range t.Scores {
		s := &t.Scores[i]
		s.OfficialRank = 100 - int64(s.Score.Value.Float())
		if s.RoundID == "r2" && s.EstateID == "e03" {
			s.OfficialRank = 40
		}
	}
}

// deduct takes from every estate what its score lacks of 100, but from one a point too few.
func deduct(t *domain.Tables, but string) {
	for _, e := range t.Estates {
		lost := int64(0)
		for _, s := range t.Scores {
			if s.RoundID == "r1" && s.EstateID == e.ID {
				lost = 100 - int64(s.Score.Value.Float())
			}
		}
		if e.ID == but {
			lost--
		}
		t.Deductions = append(t.Deductions, domain.Deduction{RoundID: "r1", EstateID: e.ID, Item: "C1", Points: domain.WholeDecimal(lost)})
	}
	// A rule needs twenty estates beside one that breaks it.
	for i := range 12 {
		e := t.Estates[i]
		e.FID, e.ID, e.Name = int64(100+i), "x"+e.ID, "园"+e.ID
		e.Boundary = plot(float64(120*i), 400, 100, 100)
		t.Estates = append(t.Estates, e)
		t.Agreements = append(t.Agreements, domain.Agreement{EstateID: e.ID, CompanyID: "c1", Kind: domain.AgreementDirect, StartsOn: domain.MustDate("2024-03-01")})
		for _, round := range []string{"r1", "r2", "r3"} {
			t.Scores = append(t.Scores, domain.Score{RoundID: round, EstateID: e.ID, Score: domain.Some(domain.WholeDecimal(95))})
		}
		t.Deductions = append(t.Deductions, domain.Deduction{RoundID: "r1", EstateID: e.ID, Item: "C1", Points: domain.WholeDecimal(5)})
	}
}

// TestNonsenseThatAnotherProgramStoredIsReported: nothing of it ends the check, and every repair that is offered can be worked out.
func TestNonsenseThatAnotherProgramStoredIsReported(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	good := plot(360, 0, 100, 100)[0]
	for name, mp := range map[string]orb.MultiPolygon{
		"no ring":            {{}},
		"an empty ring":      {{{}}},
		"a part without one": {good, {}},
		"an empty hole":      {{good[0], {}}},
		"a point":            {{{{117, 39}}}},
		"a line":             {{{{117, 39}, {117.1, 39}, {117, 39}}}},
		"not closed":         {{good[0][:4]}},
		"no number":          {{{{nan, 39}, {117.1, 39}, {117.1, 39.1}, {nan, 39}}}},
		"infinite":           {{{{117, inf}, {117.1, 39}, {117.1, 39.1}, {117, inf}}}},
		"off the globe":      {{{{5e9, 39}, {5e9 + 1, 39}, {5e9 + 1, 40}, {5e9, 39}}}},
		"at the pole":        {{{{117, 89.99}, {117.1, 89.99}, {117.1, 90}, {117, 89.99}}}},
		"the whole globe":    {{{{-180, -90}, {180, -90}, {180, 90}, {-180, 90}, {-180, -90}}}},
		"a hole outside":     {{good[0], plot(900, 0, 10, 10)[0][0]}},
		"a hole in a hole":   {{good[0], plot(380, 20, 50, 50)[0][0], plot(390, 30, 10, 10)[0][0]}},
		"the same part":      {good, good},
	} {
		t.Run(name, func(t *testing.T) {
			tables := town(12)
			tables.Estates[3].Boundary = mp
			r := check(t, tables)
			for i := range r.Faults {
				f := &r.Faults[i]
				r.Ground(f)
				if f.Mapped && (!finite(f.At) || !finite(f.Box.Min) || !finite(f.Box.Max)) || math.IsNaN(f.Size) {
					t.Errorf("%s lies at %v in %v", f.Key, f.At, f.Box)
				}
				for _, repair := range f.Repairs {
					m, err := r.Mend([]Choice{{f.Key, repair.ID}})
					if err != nil {
						t.Errorf("%s: %v", f.Key, err)
						continue
					}
					for _, s := range m.Shapes {
						if fault := spatial.Check(s.After); fault != nil {
							t.Errorf("%s leaves %v", f.Key, fault)
						}
					}
				}
			}
			t.Logf("%v", kinds(r))
		})
	}
}

func TestPartsThatShareAnEdgeBecomeOne(t *testing.T) {
	mended, ok := mendRings(append(plot(0, 0, 100, 100), plot(100, 0, 50, 100)...))
	if !ok || len(mended) != 1 {
		t.Fatalf("%v %v", mended, ok)
	}
}

func TestABowTieWhoseSidesAreBothLargeIsLeft(t *testing.T) {
	bow := plot(0, 0, 100, 100)
	bowTie(bow[0][0])
	if mended, ok := mendRings(bow); ok {
		t.Fatalf("mended to %v", mended)
	}
}

func TestOnlyATwinWithoutRecordsIsTakenOut(t *testing.T) {
	tables := town(12)
	tables.Estates = append(tables.Estates, domain.Estate{FID: 99, ID: "E 02", Name: "另名", Subdistrict: "一街"})
	r := check(t, tables)
	f := r.Of(SimilarID)
	if len(f) != 1 || len(f[0].Repairs) != 1 || f[0].Repairs[0].ID != repairDrop+"E 02" {
		t.Fatalf("%+v", f)
	}
	m, err := r.Mend([]Choice{{f[0].Key, f[0].Repairs[0].ID}})
	if err != nil || len(m.Change.Remove.Estates) != 1 || m.Change.Remove.Estates[0].ID != "E 02" {
		t.Fatalf("%+v %v", m, err)
	}
}

func TestAGivenOverlapLeavesTheTakerAsItIsAndTheGroundInOneHand(t *testing.T) {
	tables := town(12)
	tables.Estates[3].Boundary = plot(360, 0, 130, 100)
	r := check(t, tables)
	f := r.Of(Overlap)[0]
	if len(f.Repairs) != 2 || math.Abs(f.Size-1006) > 1 {
		t.Fatalf("%+v", f)
	}
	m, err := r.Mend([]Choice{{f.Key, repairGive + "e03"}})
	if err != nil || len(m.Shapes) != 1 || m.Shapes[0].Estate != 4 {
		t.Fatalf("%+v %v", m, err)
	}
	if got := m.Shapes[0].BeforeM2 - m.Shapes[0].AfterM2; math.Abs(got-f.Size) > 0.01 {
		t.Errorf("%v m² given, %v in common", got, f.Size)
	}
}

func TestSeveralRepairsBuildOnEachOther(t *testing.T) {
	tables := town(12)
	tables.Estates[3].Boundary = plot(330, 0, 160, 100) // on both neighbours
	r := check(t, tables)
	all := r.Of(Overlap)
	if len(all) != 2 {
		t.Fatalf("%v", kinds(r))
	}
	m, err := r.Mend([]Choice{{all[0].Key, repairGive + "e02"}, {all[1].Key, repairGive + "e04"}})
	if err != nil {
		m, err = r.Mend([]Choice{{all[1].Key, repairGive + "e02"}, {all[0].Key, repairGive + "e04"}})
	}
	if err != nil || len(m.Change.Put.Estates) != 1 {
		t.Fatalf("%+v %v", m, err)
	}
	if left := check(t, domain.Apply(tables, m.Change)).Of(Overlap); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}

func TestWhatIsNotOfferedIsRefused(t *testing.T) {
	tables := town(12)
	tables.Estates[3].Boundary = nil
	r := check(t, tables)
	if _, err := r.Mend([]Choice{{r.Faults[0].Key, repairRings}}); code(err) != domain.CodeInvalid {
		t.Errorf("%v", err)
	}
	if _, err := r.Mend([]Choice{{"overlap:nothing", repairRings}}); code(err) != domain.CodeNotFound {
		t.Errorf("%v", err)
	}
}

func code(err error) domain.Code { c, _ := domain.Explain(err); return c }

func TestACheckIsCalledOff(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	tables := demo.Generate(demo.Options{Estates: 1_000})
	if _, err := Check(ctx, policy.Evaluate(tables, domain.MustDate("2026-03-31")), Options{}); code(err) != domain.CodeCancelled || !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestACheckSaysTheSameTwice(t *testing.T) {
	tables := demo.Generate(demo.Options{})
	a, b := check(t, tables), check(t, tables)
	if diff := cmp.Diff(a.Faults, b.Faults); diff != "" {
		t.Error(diff)
	}
	keys := make(map[string]bool)
	for _, f := range a.Faults {
		if keys[f.Key] {
			t.Errorf("two faults are named %s", f.Key)
		}
		keys[f.Key] = true
	}
}
