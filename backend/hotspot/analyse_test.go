package hotspot_test

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
	"estateatlas/backend/policy"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func square(eastM, northM float64) orb.MultiPolygon {
	lon, lat, d := 117.2+eastM/86_500, 39.1+northM/111_030, 0.0005
	return orb.MultiPolygon{{{{lon, lat}, {lon + d, lat}, {lon + d, lat + d}, {lon, lat + d}, {lon, lat}}}}
}

func round(id, heldOn string, kind domain.RoundKind) domain.Round {
	return domain.Round{ID: id, Name: id, Kind: kind, HeldOn: domain.MustDate(heldOn)}
}

func scored(roundID, estateID string) domain.Score {
	return domain.Score{RoundID: roundID, EstateID: estateID, Score: domain.Some(domain.WholeDecimal(80))}
}

func lost(roundID, estateID, item, points string) domain.Deduction {
	return domain.Deduction{RoundID: roundID, EstateID: estateID, Item: item, Points: domain.MustDecimal(points)}
}

func analyse(t *testing.T, tables *domain.Tables, asOf string, opts hotspot.Options) *hotspot.Analysis {
	t.Helper()
	a, err := hotspot.Analyse(context.Background(), policy.NewBook(tables), domain.MustDate(asOf), opts)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Six rounds; the seventh before them is outside the window.
func sixRounds() []domain.Round {
	rounds := []domain.Round{round("r0", "2025-12-10", domain.RoundDistrictSanitary)}
	for m := 1; m <= 6; m++ {
		kind := []domain.RoundKind{domain.RoundDistrictSanitary, domain.RoundJointCheck, domain.RoundRoutine}[m%3]
		rounds = append(rounds, round(fmt.Sprintf("r%d", m), fmt.Sprintf("2026-%02d-10", m), kind))
	}
	return append(rounds, round("city", "2026-06-20", domain.RoundCityEvaluation))
}

func TestFrequentIsThreeScoredRoundsAndProneHalfOfThem(t *testing.T) {
	tables := &domain.Tables{Estates: []domain.Estate{{ID: "a", Boundary: square(0, 0)}, {ID: "b", Boundary: square(300, 0)}}, Rounds: sixRounds()}
	for m := 1; m <= 6; m++ {
		tables.Scores = append(tables.Scores, scored(fmt.Sprintf("r%d", m), "a"))
	}
	tables.Scores = append(tables.Scores, scored("r5", "b"), scored("r6", "b"))
	tables.Deductions = []domain.Deduction{
		lost("r0", "a", "waste", "9"), // before the window
		lost("r1", "a", "waste", "2"), lost("r3", "a", "waste", "2"), lost("r6", "a", "waste", "4"), lost("r6", "a", "greening", "1"),
		lost("r2", "a", "greening", "0"), // no point lost
		lost("r6", "b", "waste", "3"),
		lost("city", "a", "waste", "50"), // not a kind of the window
	}
	a := analyse(t, tables, "2026-06-30", hotspot.Options{})
	h := a.Estates[0]
	if len(h.Items) != 2 || h.Items[1].Code != "waste" || !h.Items[1].Frequent || !h.Items[1].Prone || h.Items[1].Occurrences != 3 {
		t.Errorf("items of a: %+v", h.Items)
	}
	if h.Items[0].Frequent || h.Items[0].Prone || h.Items[0].Occurrences != 1 {
		t.Errorf("greening: %+v", h.Items[0])
	}
	// 5 points now, 2 three rounds ago, 2 five rounds ago.
	if want := 5 + 2*0.5 + 2*math.Pow(0.5, 5.0/3); math.Abs(h.Burden-want) > 1e-12 || h.Occurrences != 3 || h.ScoredRounds != 6 {
		t.Errorf("a: %+v, burden %v", h, want)
	}
	if b := a.Estates[1]; !b.Items[0].Prone || b.Items[0].Frequent || b.ScoredRounds != 2 {
		t.Errorf("b, once in two scored rounds: %+v", b)
	}
	if list := a.List(); len(list) != 2 || list[0].Estate != 0 || list[1].Estate != 1 {
		t.Errorf("list %+v", list)
	}
}

func TestAFindingIsAnOccurrenceOfItsRoundAndNoPoints(t *testing.T) {
	found := func(id, roundID, on string) domain.Finding {
		return domain.Finding{ID: id, EstateID: "a", RoundID: roundID, Item: "waste", FoundOn: domain.MustDate(on)}
	}
	tables := &domain.Tables{Estates: []domain.Estate{{ID: "a"}}, Rounds: sixRounds(), Findings: []domain.Finding{
		found("f1", "r2", "2026-05-01"),   // the round it names, not that of its day
		found("f2", "", "2026-04-30"),     // r4
		found("f3", "", "2026-06-10"),     // r6, on its day
		found("f4", "", "2025-01-01"),     // before every round
		found("f5", "", "2025-12-31"),     // r0, before the window
		found("f6", "r6", "2026-07-02"),   // after the day
		found("f7", "city", "2026-06-20"), // a round of another kind
	}}
	tables.Scores = []domain.Score{scored("r2", "a"), scored("r4", "a")}
	a := analyse(t, tables, "2026-06-30", hotspot.Options{})
	h := a.Estates[0]
	if h.Burden != 0 || len(h.Items) != 1 || !slices.Equal(h.Items[0].In, []bool{false, true, false, true, false, true}) {
		t.Errorf("%+v", h)
	}
	// Three rounds, but two of them scored: not frequent.
	if it := h.Items[0]; it.Frequent || !it.Prone || it.Occurrences != 3 || it.WhenScored != 2 || it.LastSeen != 5 {
		t.Errorf("%+v", it)
	}
	if !slices.Equal(a.NoRound, []int{3}) || !slices.Equal(a.Outside, []int{3, 4, 6}) {
		t.Errorf("no round %v, outside %v", a.NoRound, a.Outside)
	}
}

func TestNobodyIsOverlooked(t *testing.T) {
	tables := &domain.Tables{Estates: []domain.Estate{{ID: "a", Boundary: square(0, 0)}, {ID: "b"}, {ID: "c", Boundary: square(90, 0)}}, Rounds: sixRounds()}
	tables.Scores = []domain.Score{scored("r2", "a"), scored("r2", "b")}
	a := analyse(t, tables, "2026-06-30", hotspot.Options{})
	if !slices.Equal(a.Unscored, []int{2}) || !slices.Equal(a.OffMap, []int{1}) || !slices.Equal(a.Tested, []int{0}) || !slices.Equal(a.Rest(), []int{0, 1}) {
		t.Errorf("%+v", a)
	}
	if len(a.Log) < 4 {
		t.Errorf("log %v", a.Log)
	}
}

func TestWithoutRoundsNothingIsClaimed(t *testing.T) {
	a := analyse(t, &domain.Tables{Estates: []domain.Estate{{ID: "a", Boundary: square(0, 0)}}}, "2026-06-30", hotspot.Options{})
	if len(a.List())+len(a.Rest()) != 0 || len(a.Log) != 1 {
		t.Errorf("%+v", a)
	}
}

func TestEveryClassOfEstateIsWhatTheGuideSays(t *testing.T) {
	for _, c := range []struct {
		why    string
		points []float64 // by scored round
		want   hotspot.Course
	}{
		{"nothing occurred", []float64{0, 0, 0, 0}, hotspot.CourseNone},
		{"not scored at all", nil, hotspot.CourseNone},
		{"in the last round only, after five without", []float64{0, 0, 0, 0, 0, 4}, hotspot.CourseNew},
		{"in the last round only, after two without", []float64{0, 0, 4}, hotspot.CourseNew},
		{"in the last round only, after one without: no trend of two rounds, and half of them", []float64{0, 4}, hotspot.Persistent},
		{"scored once", []float64{4}, hotspot.Sporadic},
		{"more from round to round", []float64{1, 2, 3, 4, 5, 6}, hotspot.Intensifying},
		{"four rounds are enough for a trend", []float64{1, 2, 3, 4}, hotspot.Intensifying},
		{"three are not", []float64{1, 2, 3}, hotspot.Persistent},
		{"less from round to round", []float64{6, 5, 4, 3, 2, 1}, hotspot.Diminishing},
		{"gone for half of the rounds after it fell", []float64{6, 5, 4, 0, 0, 0}, hotspot.Diminishing},
		{"now more, now less", []float64{3, 1, 4, 1, 5, 2}, hotspot.Persistent},
		{"in exactly half of the rounds", []float64{0, 3, 0, 3, 3, 0}, hotspot.Persistent},
		{"in less than half of them", []float64{0, 3, 0, 0, 3, 0, 0}, hotspot.Sporadic},
		{"once, some time ago", []float64{0, 3, 0, 0, 0, 0}, hotspot.Sporadic},
	} {
		tables := &domain.Tables{Estates: []domain.Estate{{ID: "a"}}}
		for i, p := range c.points {
			id := fmt.Sprintf("r%d", i)
			tables.Rounds = append(tables.Rounds, round(id, fmt.Sprintf("2026-%02d-10", i+1), domain.RoundRoutine))
			tables.Scores = append(tables.Scores, scored(id, "a"))
			tables.Deductions = append(tables.Deductions, lost(id, "a", "waste", fmt.Sprint(p)))
		}
		if got := analyse(t, tables, "2026-12-31", hotspot.Options{}).Courses[0]; got != c.want {
			t.Errorf("%s, %v: %s, want %s", c.why, c.points, got, c.want)
		}
	}
}

// The sentences of RULES 8, one estate and item at a time.
func TestWindowEqualsTheSentencesOfTheRules(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tables := &domain.Tables{Rounds: sixRounds()}
		items := []string{"waste", "stairs"}
		var ids []string
		for i := range rapid.IntRange(1, 4).Draw(t, "estates") {
			ids = append(ids, fmt.Sprintf("e%d", i))
			tables.Estates = append(tables.Estates, domain.Estate{ID: ids[i], Boundary: square(float64(i)*200, 0)})
		}
		for _, r := range tables.Rounds {
			for _, e := range ids {
				if rapid.Bool().Draw(t, "scored") {
					tables.Scores = append(tables.Scores, scored(r.ID, e))
				}
				for _, it := range items {
					if rapid.Bool().Draw(t, "lost") {
						tables.Deductions = append(tables.Deductions, lost(r.ID, e, it, fmt.Sprint(rapid.IntRange(0, 3).Draw(t, "points"))))
					}
				}
			}
		}
		for i := range rapid.IntRange(0, 5).Draw(t, "findings") {
			tables.Findings = append(tables.Findings, domain.Finding{
				ID: fmt.Sprint(i), EstateID: rapid.SampledFrom(ids).Draw(t, "at"), Item: rapid.SampledFrom(items).Draw(t, "item"),
				RoundID: rapid.SampledFrom([]string{"", "r0", "r3", "r6"}).Draw(t, "round"),
				FoundOn: domain.MustDate("2025-11-01") + domain.Date(rapid.IntRange(0, 300).Draw(t, "day")),
			})
		}
		asOf := domain.MustDate("2026-03-01") + domain.Date(rapid.IntRange(0, 150).Draw(t, "as of"))
		a, err := hotspot.Analyse(context.Background(), policy.NewBook(tables), asOf, hotspot.Options{Rounds: 4})
		if err != nil {
			t.Fatal(err)
		}
		var before []domain.Round
		for _, r := range tables.Rounds {
			if r.HeldOn <= asOf && r.Kind != domain.RoundCityEvaluation {
				before = append(before, r)
			}
		}
		window := before[max(0, len(before)-4):]
		for e, id := range ids {
			isScored := func(r domain.Round) bool {
				return slices.ContainsFunc(tables.Scores, func(s domain.Score) bool { return s.RoundID == r.ID && s.EstateID == id })
			}
			occurs := func(r domain.Round, item string) bool {
				for _, d := range tables.Deductions {
					if d.RoundID == r.ID && d.EstateID == id && d.Item == item && !d.Points.IsZero() {
						return true
					}
				}
				for _, f := range tables.Findings {
					if f.EstateID != id || f.Item != item || f.FoundOn > asOf {
						continue
					}
					of := f.RoundID
					if of == "" {
						for _, b := range before {
							if b.HeldOn <= f.FoundOn {
								of = b.ID
							}
						}
					}
					if of == r.ID {
						return true
					}
				}
				return false
			}
			burden, scoredRounds := 0.0, 0
			for at, r := range window {
				if isScored(r) {
					scoredRounds++
				}
				for _, d := range tables.Deductions {
					if d.RoundID == r.ID && d.EstateID == id {
						burden += d.Points.Float() * math.Pow(0.5, float64(len(window)-1-at)/3)
					}
				}
			}
			h := a.Estates[e]
			if math.Abs(h.Burden-burden) > 1e-9 || h.ScoredRounds != scoredRounds {
				t.Fatalf("%s: %+v, want burden %v, %d scored", id, h, burden, scoredRounds)
			}
			for _, item := range items {
				count, whenScored := 0, 0
				for _, r := range window {
					if occurs(r, item) {
						count++
						if isScored(r) {
							whenScored++
						}
					}
				}
				var got hotspot.Item
				for _, it := range h.Items {
					if it.Code == item {
						got = it
					}
				}
				if got.Occurrences != count || got.Frequent != (whenScored >= 3) || got.Prone != (scoredRounds >= 2 && 2*whenScored >= scoredRounds) {
					t.Fatalf("%s %s: %+v, want %d (%d scored)", id, item, got, count, whenScored)
				}
			}
		}
	})
}

func TestAnAnalysisTellsHowFarItIsAndCanBeCalledOff(t *testing.T) {
	book := town(400, 6, 3)
	var mu sync.Mutex
	most, total := 0, 0
	if _, err := hotspot.Analyse(context.Background(), book, domain.MustDate("2030-01-01"), hotspot.Options{Lisa: true, Progress: func(done, of int) {
		mu.Lock()
		defer mu.Unlock()
		most, total = max(most, done), of
	}}); err != nil || most != 400 || total != 400 {
		t.Errorf("%d of %d, %v", most, total, err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	told := 0
	_, err := hotspot.Analyse(ctx, book, domain.MustDate("2030-01-01"), hotspot.Options{Lisa: true, Progress: func(int, int) {
		mu.Lock()
		defer mu.Unlock()
		if told++; told == 10 {
			cancel()
		}
	}})
	if code, _ := domain.Explain(err); code != domain.CodeCancelled || told > 100 {
		t.Errorf("%v after %d places", err, told)
	}
}

func TestAnAnalysisIsTheSameOnAnyNumberOfCores(t *testing.T) {
	book := town(300, 8, 4)
	with := func(cores int) *hotspot.Analysis {
		last := runtime.GOMAXPROCS(cores)
		defer runtime.GOMAXPROCS(last)
		a, err := hotspot.Analyse(context.Background(), book, domain.MustDate("2030-01-01"), hotspot.Options{Lisa: true})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	one := with(1)
	for _, cores := range []int{2, 5} {
		many := with(cores)
		if !slices.Equal(one.Lisa, many.Lisa) || !slices.Equal(one.Clusters, many.Clusters) || one.Global != many.Global || !slices.Equal(one.Log, many.Log) {
			t.Errorf("%d cores: another result", cores)
		}
	}
}
