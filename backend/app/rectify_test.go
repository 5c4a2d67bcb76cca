package app

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
	"estateatlas/backend/policy"

	"github.com/paulmach/orb"
)

// recurring is a district with one estate that loses points on C2 and T3 in each of six monthly rounds, and one that never does.
func recurring() domain.Tables {
	square := func(east float64) orb.MultiPolygon {
		return orb.MultiPolygon{{{{117.2 + east, 39.1}, {117.201 + east, 39.1}, {117.201 + east, 39.101}, {117.2 + east, 39.101}, {117.2 + east, 39.1}}}}
	}
	t := domain.Tables{
		Estates: []domain.Estate{
			{ID: "e1", Name: "光华里", Subdistrict: "大王庄街道", Community: "光华社区", Boundary: square(0)},
			{ID: "e2", Name: "春华里", Subdistrict: "大王庄街道", Boundary: square(0.003)},
			{ID: "e3", Name: "未参评里", Subdistrict: "大王庄街道"},
		},
		Companies:  []domain.Company{{ID: "c1", Name: "安居物业", ResponsiblePerson: "张三", Phone: "022-1"}, {ID: "c2", Name: "乐业物业"}},
		Agreements: []domain.Agreement{{EstateID: "e1", CompanyID: "c1", Kind: domain.AgreementDirect, StartsOn: domain.MustDate("2025-01-01")}},
	}
	for _, m := range []string{"01", "02", "03", "04", "05", "06"} {
		id := "r" + m
		t.Rounds = append(t.Rounds, domain.Round{ID: id, Kind: domain.RoundDistrictSanitary, HeldOn: domain.MustDate("2026-" + m + "-10")})
		t.Scores = append(t.Scores,
			domain.Score{RoundID: id, EstateID: "e1", Score: domain.Some(domain.MustDecimal("80"))}, domain.Score{RoundID: id, EstateID: "e2", Score: domain.Some(domain.MustDecimal("99"))})
		t.Deductions = append(t.Deductions,
			domain.Deduction{RoundID: id, EstateID: "e1", Item: "C2", Points: domain.WholeDecimal(2)}, domain.Deduction{RoundID: id, EstateID: "e1", Item: "T3", Points: domain.WholeDecimal(1)})
	}
	return t
}

// rowOf is the row of an item; the list has it once.
func rowOf(t *testing.T, a *Atlas, item, on string) RectifyRow {
	t.Helper()
	v := must[RectifyView](t)(a.Rectification(RectifyAsk{On: on}))
	at := slices.IndexFunc(v.Rows, func(r RectifyRow) bool { return r.Item == item })
	if at < 0 {
		t.Fatalf("no row of %s", item)
	}
	return v.Rows[at]
}

func TestTheListNamesWhoAnswersAndWhatRecurs(t *testing.T) {
	t.Parallel()
	a := deskOf(t, recurring())
	v := must[RectifyView](t)(a.Rectification(RectifyAsk{}))
	if len(v.Rows) != 2 || len(v.Estates) != 1 || v.Sums.Listed != 2 || v.Sums.Open != 2 || v.Sums.NoDue != 2 || v.Sums.Both != 2 || v.Sums.Unscored != 1 {
		t.Fatalf("%d rows, %+v", len(v.Rows), v.Sums)
	}
	company, locality := v.Rows[0], v.Rows[1]
	if company.Item != "C2" || company.Party.ZH != "安居物业" || company.Company != 0 || company.Contact != "张三 022-1" || company.Side != "company" ||
		company.Occurrences != 6 || company.Scored != 6 || company.LastSeen != "2026-06-10" || company.Status != "open" || company.DueOn != "" || company.Source != sourceNone {
		t.Errorf("the company's row: %+v", company)
	}
	if locality.Item != "T3" || locality.Party.ZH != "大王庄街道 光华社区" || locality.Company != policy.None || locality.Side != "territorial" || locality.Contact != "" {
		t.Errorf("the row of the subdistrict: %+v", locality)
	}
	if e := v.Estates[0]; e.Course != string(hotspot.Persistent) || e.Company != 0 || !e.OnMap || len(e.Ranks) != 6 || e.Ranks[0] != 2 || e.Rows != 2 {
		t.Errorf("estate: %+v", e)
	}
	for _, m := range v.Months {
		want := 0
		if m.Month <= 6 {
			want = 1
		}
		if m.Company != want || m.Locality != want || m.Rounds != want || m.Scored != 2*want || m.PerHundred != float64(100*want) {
			t.Errorf("month %d: %+v", m.Month, m)
		}
	}
	if len(v.Rounds) != 6 || v.Rounds[0].Fresh != 2 || v.Rounds[0].Again != 0 || v.Rounds[5].Again != 2 || v.Rounds[5].Fresh != 0 || v.Rounds[5].Points != 3 {
		t.Errorf("rounds: %+v", v.Rounds)
	}
	if last := v.Times[5]; last.Company != 1 || last.Locality != 1 || v.Times[0] != (RectifyTimes{Times: 1}) {
		t.Errorf("times: %+v", v.Times)
	}
}

func TestAProblemIsTheSameAgainWhenTheEstateHadItWhenItWasScoredLast(t *testing.T) {
	t.Parallel()
	tables := recurring()
	// C2 stays away in r02; e1 is not scored in r05.
	tables.Deductions = slices.DeleteFunc(tables.Deductions, func(d domain.Deduction) bool {
		return d.RoundID == "r02" && d.Item == "C2" || d.RoundID == "r05"
	})
	tables.Scores = slices.DeleteFunc(tables.Scores, func(s domain.Score) bool { return s.RoundID == "r05" && s.EstateID == "e1" })
	v := must[RectifyView](t)(deskOf(t, tables).Rectification(RectifyAsk{}))
	var got [][2]int
	for _, r := range v.Rounds {
		got = append(got, [2]int{r.Again, r.Fresh})
	}
	if want := [][2]int{{0, 2}, {1, 0}, {1, 1}, {2, 0}, {0, 0}, {2, 0}}; !slices.Equal(got, want) {
		t.Errorf("again and fresh by round: %v, want %v", got, want)
	}
}

func TestAWindowCanBeAskedForByRoundLengthAndKind(t *testing.T) {
	t.Parallel()
	a := deskOf(t, recurring())
	v := must[RectifyView](t)(a.Rectification(RectifyAsk{RoundID: "r04", Window: 2, BandM: 900}))
	if v.AsOf != "2026-04-10" || v.On != v.AsOf || v.BandM != 900 || !v.BandGiven || v.Rows[0].Scored != 2 || v.Rows[0].Frequent || !v.Rows[0].Prone {
		t.Errorf("%+v", v)
	}
	inWindow := 0
	for _, r := range v.Rounds {
		if r.InWindow {
			inWindow++
		}
	}
	if inWindow != 2 || len(v.Rounds) != 4 {
		t.Errorf("%d of %d rounds are in the window", inWindow, len(v.Rounds))
	}
	if none := must[RectifyView](t)(a.Rectification(RectifyAsk{Kinds: []string{"routine"}})); len(none.Rows) != 0 || len(none.Rounds) != 0 {
		t.Errorf("without a round of the kind: %+v", none)
	}
	for name, ask := range map[string]RectifyAsk{
		"kind": {Kinds: []string{"yearly"}}, "window": {Window: -1}, "long": {Window: mostWindow + 1}, "band": {BandM: -5}, "day": {On: "23.11.2026"},
		"as of": {AsOf: "soon"}, "both": {RoundID: "r01", AsOf: "2026-01-01"},
	} {
		_, err := a.Rectification(ask)
		t.Run(name, func(t *testing.T) { wantRefused(t, err, domain.CodeInvalid) })
	}
	_, err := a.Rectification(RectifyAsk{RoundID: "r99"})
	wantRefused(t, err, domain.CodeNotFound)
}

func TestTheSumsOfTheDeskAddUp(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	v := must[RectifyView](t)(a.Rectification(RectifyAsk{On: "2026-11-23"}))
	s := v.Sums
	if s.Listed != len(v.Rows) || s.Open+s.Done+s.Recheck != s.Listed || s.Estates != len(v.Estates) || s.Frequent+s.Prone-s.Both != s.Listed {
		t.Errorf("sums %+v of %d rows", s, len(v.Rows))
	}
	listed, overdue, done := 0, 0, 0
	for _, g := range v.Subdistricts {
		listed, overdue, done = listed+g.Listed, overdue+g.Overdue, done+g.Done
	}
	if listed != s.Listed || overdue != s.Overdue || done != s.Done {
		t.Errorf("subdistricts add up to %d, %d, %d", listed, overdue, done)
	}
	items, parties, rows, cells, hits := 0, 0, 0, 0, 0
	for _, it := range v.Items {
		items += it.Listed
		hits += it.Occurrences
	}
	for _, p := range v.Parties {
		parties += p.Listed
	}
	for _, e := range v.Estates {
		rows += e.Rows
	}
	occurred := 0
	for _, c := range v.Matrix.Cells {
		cells += c.Listed
		occurred += c.Occurrences
	}
	if items != s.Listed || parties != s.Listed || rows != s.Listed || cells != s.Listed || occurred != hits {
		t.Errorf("items %d, parties %d, estates %d, cells %d of %d; %d of %d occurrences", items, parties, rows, cells, s.Listed, occurred, hits)
	}
	inRounds, times := 0, 0
	for _, r := range v.Rounds {
		if r.Company+r.Locality != r.Again+r.Fresh {
			t.Errorf("%s: %+v", r.ID, r)
		}
		if r.InWindow {
			inRounds += r.Company + r.Locality
		}
	}
	for _, x := range v.Times {
		times += x.Times * (x.Company + x.Locality)
	}
	if inRounds != hits || times != hits {
		t.Errorf("%d occurrences: %d by round, %d by times", hits, inRounds, times)
	}
	for name, classes := range map[string][]RectifyClass{"Gi*": v.Clusters, "Moran": v.Lisa, "course": v.Courses} {
		sum := 0
		for _, c := range classes {
			sum += c.Count
		}
		if p := must[*project](t)(a.project()); sum != len(p.book.Estates) {
			t.Errorf("%s classes %d of %d estates", name, sum, len(p.book.Estates))
		}
	}
}

func TestARowStandsWhereItsLastStepPutIt(t *testing.T) {
	t.Parallel()
	day := domain.MustDate
	seen := day("2026-06-10")
	step := func(status domain.RectifyStatus, on, due string) *domain.RectifyStep {
		s := &domain.RectifyStep{Status: status, StepOn: day(on)}
		if due != "" {
			s.DueOn = day(due)
		}
		return s
	}
	found := func(due, resolved string) *domain.Finding {
		f := &domain.Finding{FoundOn: day("2026-06-01")}
		if due != "" {
			f.DueOn = day(due)
		}
		if resolved != "" {
			f.ResolvedOn = day(resolved)
		}
		return f
	}
	for name, c := range map[string]struct {
		steps    []*domain.RectifyStep
		findings []*domain.Finding
		on       string
		status   string
		source   string
		due      string
		recurred bool
	}{
		"nothing is recorded":                     {on: "2026-06-20", status: "open", source: sourceNone},
		"a deadline on the day is kept":           {steps: []*domain.RectifyStep{step("open", "2026-06-12", "2026-06-20")}, on: "2026-06-20", status: "open", source: sourceStep, due: "2026-06-20"},
		"a day later it is overdue":               {steps: []*domain.RectifyStep{step("open", "2026-06-12", "2026-06-20")}, on: "2026-06-21", status: "overdue", source: sourceStep, due: "2026-06-20"},
		"what waits for a recheck is not overdue": {steps: []*domain.RectifyStep{step("recheck", "2026-06-12", "2026-06-20")}, on: "2026-06-25", status: "recheck", source: sourceStep, due: "2026-06-20"},
		"done":                                       {steps: []*domain.RectifyStep{step("done", "2026-06-12", "2026-06-11")}, on: "2026-06-25", status: "done", source: sourceStep, due: "2026-06-11"},
		"done on the day it was seen":                {steps: []*domain.RectifyStep{step("done", "2026-06-10", "")}, on: "2026-06-25", status: "done", source: sourceStep},
		"done before it was seen again":              {steps: []*domain.RectifyStep{step("done", "2026-06-09", "2026-06-01")}, on: "2026-06-25", status: "open", source: sourceStep, recurred: true},
		"the recheck found it again":                 {steps: []*domain.RectifyStep{step("recheck", "2026-06-09", "2026-06-08")}, on: "2026-06-25", status: "overdue", source: sourceStep, due: "2026-06-08"},
		"all findings resolved since":                {findings: []*domain.Finding{found("2026-06-15", "2026-06-12")}, on: "2026-06-25", status: "done", source: sourceFindings},
		"resolved before it was seen again":          {findings: []*domain.Finding{found("2026-06-15", "2026-06-09")}, on: "2026-06-25", status: "open", source: sourceNone},
		"one finding is open, the earliest counts":   {findings: []*domain.Finding{found("", "2026-06-12"), found("2026-07-02", ""), found("2026-06-24", "")}, on: "2026-06-25", status: "overdue", source: sourceNone, due: "2026-06-24"},
		"found again after it was done":              {steps: []*domain.RectifyStep{step("done", "2026-06-12", "")}, findings: []*domain.Finding{{FoundOn: day("2026-06-15"), DueOn: day("2026-06-22")}}, on: "2026-06-25", status: "overdue", source: sourceStep, due: "2026-06-22", recurred: true},
		"found again after it was done, resolved":    {steps: []*domain.RectifyStep{step("done", "2026-06-12", "")}, findings: []*domain.Finding{{FoundOn: day("2026-06-15"), ResolvedOn: day("2026-06-18")}}, on: "2026-06-25", status: "done", source: sourceFindings},
		"under way though its findings are resolved": {steps: []*domain.RectifyStep{step("open", "2026-06-12", "2026-06-30")}, findings: []*domain.Finding{found("", "2026-06-12")}, on: "2026-06-25", status: "open", source: sourceStep, due: "2026-06-30"},
		"a step without a deadline takes a finding":  {steps: []*domain.RectifyStep{step("open", "2026-06-12", "")}, findings: []*domain.Finding{found("2026-07-02", "")}, on: "2026-06-25", status: "open", source: sourceStep, due: "2026-07-02"},
	} {
		key := estateItem{"e1", "C2"}
		r := &rectifyRecords{on: day(c.on), steps: map[estateItem][]*domain.RectifyStep{key: c.steps}, findings: map[estateItem][]*domain.Finding{key: c.findings}}
		got := r.of(key, seen)
		if got.word() != c.status || got.source != c.source || got.due.String() != c.due || got.recurred != c.recurred {
			t.Errorf("%s: %s by %s, due %q, recurred %t", name, got.word(), got.source, got.due, got.recurred)
		}
	}
}

func TestStepsOfRectificationAreKeptAndCanBeUndone(t *testing.T) {
	t.Parallel()
	a := deskOf(t, recurring())
	fid := rowOf(t, a, "C2", "").FID
	if err := a.SetClerk("王敏"); err != nil {
		t.Fatal(err)
	}
	_, err := a.Rectify([]RectifyStepAsk{
		{FID: fid, Item: "C2", DueOn: "2026-06-20", On: "2026-06-12", Note: "限期清运"}, {FID: fid, Item: "T3", Status: "recheck", On: "2026-06-12"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if p := must[*project](t)(a.project()); len(p.analyses.kept) == 0 {
		t.Error("a step that changes no figure threw the analysis away")
	}
	if r := rowOf(t, a, "C2", "2026-06-22"); r.Status != "overdue" || r.DaysLeft != -2 || r.DueOn != "2026-06-20" || r.By != "王敏" || r.Note != "限期清运" || r.Steps != 1 {
		t.Errorf("after the deadline was set: %+v", r)
	}
	if r := rowOf(t, a, "C2", "2026-06-11"); r.Steps != 0 || r.DueOn != "" {
		t.Errorf("the day before the step it is not known: %+v", r)
	}
	if r := rowOf(t, a, "T3", "2026-06-22"); r.Status != "recheck" {
		t.Errorf("the other of the batch: %+v", r)
	}
	if _, err := a.Rectify([]RectifyStepAsk{{FID: fid, Item: "C2", Status: "done", On: "2026-06-19"}}); err != nil {
		t.Fatal(err)
	}
	steps := must[[]RectifyStep](t)(a.RectifySteps(fid, "C2"))
	if len(steps) != 2 || steps[1].Status != "done" || steps[1].DueOn != "2026-06-20" || steps[0].Round != "r06" || steps[0].By != "王敏" {
		t.Errorf("steps: %+v", steps)
	}
	v := must[RectifyView](t)(a.Rectification(RectifyAsk{On: "2026-06-22"}))
	if v.Sums.Done != 1 || v.Sums.Recheck != 1 || v.Sums.Open != 0 || v.Subdistricts[0].Rate != 0.5 || v.Companies[0].Rate != 1 {
		t.Errorf("sums %+v, %+v, %+v", v.Sums, v.Subdistricts, v.Companies)
	}
	_, err = a.Rectify([]RectifyStepAsk{{FID: fid, Item: "C2", Status: "open", On: "2026-06-21"}})
	wantRefused(t, err, domain.CodeInvalid) // no reason is given
	if _, err := a.Rectify([]RectifyStepAsk{{FID: fid, Item: "C2", Status: "open", On: "2026-06-21", DueOn: "-", Note: "复查未通过"}}); err != nil {
		t.Fatal(err)
	}
	if r := rowOf(t, a, "C2", "2026-06-22"); r.Status != "open" || r.DueOn != "" {
		t.Errorf("opened again: %+v", r)
	}
	wantAsRead(t, a)
	for range 3 {
		if _, err := a.Undo(); err != nil {
			t.Fatal(err)
		}
	}
	if r := rowOf(t, a, "T3", "2026-06-22"); r.Status != "open" || r.Steps != 0 {
		t.Errorf("after everything was taken back: %+v", r)
	}
	wantAsRead(t, a)
}

func TestStepsThatDoNotFitAreRefusedWhole(t *testing.T) {
	t.Parallel()
	a := deskOf(t, recurring())
	fid := rowOf(t, a, "C2", "").FID
	if _, err := a.Rectify([]RectifyStepAsk{{FID: fid, Item: "C2", DueOn: "2026-07-20", On: "2026-06-12"}}); err != nil {
		t.Fatal(err)
	}
	fine := RectifyStepAsk{FID: fid, Item: "T3", Status: "done", On: "2026-06-12"}
	for name, asks := range map[string][]RectifyStepAsk{
		"nothing":                      {},
		"an item that never occurred":  {fine, {FID: fid, Item: "C7", Status: "done", On: "2026-06-12"}},
		"a status that is none":        {fine, {FID: fid, Item: "C2", Status: "overdue", On: "2026-06-12"}},
		"before the last step":         {fine, {FID: fid, Item: "C2", Status: "done", On: "2026-06-11"}},
		"in the future":                {fine, {FID: fid, Item: "C2", Status: "done", On: "2999-01-01"}},
		"no day":                       {fine, {FID: fid, Item: "C2", Status: "done", On: "yesterday"}},
		"a deadline before the step":   {fine, {FID: fid, Item: "C2", DueOn: "2026-06-11", On: "2026-06-12"}},
		"a deadline that is no day":    {fine, {FID: fid, Item: "C2", DueOn: "soon", On: "2026-06-12"}},
		"the same row twice":           {fine, fine},
		"nothing that would change":    {{FID: fid, Item: "C2", DueOn: "2026-07-20", On: "2026-06-13"}},
		"a note that is a whole novel": {fine, {FID: fid, Item: "C2", Status: "done", On: "2026-06-13", Note: string(make([]rune, mostText+1)) + "x"}},
	} {
		_, err := a.Rectify(asks)
		t.Run(name, func(t *testing.T) { wantRefused(t, err, domain.CodeInvalid) })
	}
	_, err := a.Rectify([]RectifyStepAsk{fine, {FID: 999, Item: "C2", Status: "done"}})
	wantRefused(t, err, domain.CodeNotFound)
	if r := rowOf(t, a, "T3", "2026-06-22"); r.Steps != 0 {
		t.Errorf("a batch that was refused left %+v", r)
	}
	if _, err := a.Rectify([]RectifyStepAsk{fine, {FID: fid, Item: "C2", DueOn: "2026-07-20", On: "2026-06-13"}}); err != nil {
		t.Fatal(err)
	}
	if done, same := rowOf(t, a, "T3", "2026-06-22"), rowOf(t, a, "C2", "2026-06-22"); done.Steps != 1 || same.Steps != 1 {
		t.Errorf("one of the two changes: %+v, %+v", done, same)
	}
}

func TestAnAnalysisThatWasCalledOffSaysSo(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	tables := recurring()
	_, err := hotspot.Analyse(ctx, policy.NewBook(&tables), domain.MustDate("2026-06-30"), hotspot.Options{Lisa: true})
	wantRefused(t, err, domain.CodeCancelled)
}

func TestTheMapIsColouredByTheClassesOfTheDesk(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	v := must[RectifyView](t)(a.Rectification(RectifyAsk{Window: 8, BandM: 700}))
	for by, classes := range map[string][]RectifyClass{"gi": v.Clusters, "lisa": v.Lisa, "trend": v.Courses} {
		c := must[Colouring](t)(a.Colour("", ColouringAsk{By: by, Rectify: &RectifyAsk{Window: 8, BandM: 700, On: "no day"}}))
		counts := map[string]int{}
		for _, class := range c.Classes {
			counts[class.Key] = class.Count
			if class.Hue == "" || class.Label.ZH == "" {
				t.Errorf("%s: %+v", by, class)
			}
		}
		for _, want := range classes {
			if got, is := counts[want.Key]; is && got != want.Count || !is && c.Missing != want.Count {
				t.Errorf("%s: %d estates are %s, the desk has %d", by, got, want.Key, want.Count)
			}
		}
		if len(c.Classes) != len(classes)-1 || c.Text.ZH == "" {
			t.Errorf("%s: %d classes of %d", by, len(c.Classes), len(classes))
		}
	}
	_, err := a.Colour("", ColouringAsk{By: "gi", Rectify: &RectifyAsk{Window: -1}})
	wantRefused(t, err, domain.CodeInvalid)
}

func TestTheRectificationDeskAnswersListsAndNeverNothing(t *testing.T) {
	t.Parallel()
	bare := domain.Tables{Estates: []domain.Estate{{ID: "e"}}}
	for name, a := range map[string]*Atlas{"demo": desk(t, 60), "without findings": deskOf(t, recurring()), "one estate": deskOf(t, bare), "nothing": deskOf(t, domain.Tables{Title: "空"})} {
		for what, answer := range map[string]func() (any, error){
			"desk":     func() (any, error) { return a.Rectification(RectifyAsk{}) },
			"findings": func() (any, error) { return a.Findings(FindingsAsk{On: "2026-11-23"}) },
			"heat":     func() (any, error) { return a.Heat(HeatAsk{Of: "burden"}) },
			"places":   func() (any, error) { return a.FindingPlaces(117.2, 39.1) },
			"progress": func() (any, error) { return a.RectifyProgress() },
			"colours":  func() (any, error) { return a.Colour("", ColouringAsk{By: "gi", Breaks: []float64{}}) },
		} {
			v, err := answer()
			if err != nil {
				t.Errorf("%s, %s: %v", name, what, err)
				continue
			}
			for _, path := range nilSlices(what, reflect.ValueOf(v)) {
				if !strings.HasSuffix(path, ".Breaks") {
					t.Errorf("%s: %s is nothing", name, path)
				}
			}
		}
	}
}

func TestTheWindowOfTheLatestRoundRunsOnToWhatCameAfterIt(t *testing.T) {
	t.Parallel()
	tables := recurring()
	last := tables.Rounds[len(tables.Rounds)-1]
	later := domain.Round{ID: "routine", Kind: domain.RoundRoutine, HeldOn: domain.MustDate("2026-06-19")}
	tables.Rounds = append(tables.Rounds, later)
	a := deskOf(t, tables)
	v := must[RectifyView](t)(a.Rectification(RectifyAsk{}))
	if v.AsOf != later.HeldOn.String() || v.RoundID != last.ID {
		t.Errorf("round %s as of %s", v.RoundID, v.AsOf)
	}
	if v := must[RectifyView](t)(a.Rectification(RectifyAsk{RoundID: "r01"})); v.AsOf != tables.Rounds[0].HeldOn.String() {
		t.Errorf("an earlier round as of %s", v.AsOf)
	}
}
