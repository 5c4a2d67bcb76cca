package app

import (
	"math"
	"slices"
	"testing"

	"estateatlas/backend/domain"
)

// spot is a finding that fits the district of recurring.
func spot(t *testing.T, a *Atlas) FindingAsk {
	t.Helper()
	p := must[*project](t)(a.project())
	return FindingAsk{
		FID: p.book.Estates[0].FID, Item: "C2", FoundOn: "2026-06-11", DueOn: "2026-06-20", Description: "垃圾桶满溢", Photo: `D:\照片\1.jpg`,
		Point: []float64{117.2005, 39.1005}, RoundID: "r06",
	}
}

// found are the findings on a day.
func found(t *testing.T, a *Atlas, on string) []FindingRow {
	t.Helper()
	return must[FindingsView](t)(a.Findings(FindingsAsk{On: on})).Rows
}

func TestAFindingIsAddedChangedResolvedOpenedAndRemoved(t *testing.T) {
	t.Parallel()
	a := deskOf(t, recurring())
	if err := a.SetClerk("王敏"); err != nil {
		t.Fatal(err)
	}
	decide := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		wantAsRead(t, a)
	}
	ask := spot(t, a)
	_, err := a.SetFinding(ask)
	decide(err)
	rows := found(t, a, "2026-06-22")
	if len(rows) != 1 {
		t.Fatalf("%d findings", len(rows))
	}
	r := rows[0]
	if r.ID != "20260611-01" || r.Estate != "光华里" || r.Status != "overdue" || r.DaysLeft != -2 || r.Photo != ask.Photo || r.Party.ZH != "安居物业" || !r.OnMap ||
		r.Lon != 117.2005 || r.Lat != 39.1005 || r.By != "王敏" {
		t.Errorf("added: %+v", r)
	}
	if len(found(t, a, "2026-06-10")) != 0 {
		t.Error("it is known before it was found")
	}
	second := ask
	second.Point, second.Photo, second.Item = nil, "", "T3"
	_, err = a.SetFinding(second)
	decide(err)
	if r := found(t, a, "2026-06-12")[1]; r.ID != "20260611-02" || r.OnMap || !r.HasPlace || r.Party.ZH != "大王庄街道 光华社区" {
		t.Errorf("of the estate as a whole: %+v", r)
	}
	ask.ID, ask.DueOn, ask.Photo = r.ID, "2026-06-30", ""
	_, err = a.SetFinding(ask)
	decide(err)
	_, err = a.ResolveFindings(FindingsStepAsk{IDs: []string{r.ID, "20260611-02", r.ID}, Action: "resolve", On: "2026-07-02", Note: "已清运"})
	decide(err)
	v := must[FindingsView](t)(a.Findings(FindingsAsk{On: "2026-07-02"}))
	if v.Sums.Total != 2 || v.Sums.Resolved != 2 || v.Sums.Late != 2 || v.Sums.Rate != 1 || v.Rows[0].Status != "done" || v.Rows[0].Note != "已清运" || v.Rows[0].Photo != "" {
		t.Errorf("resolved: %+v", v)
	}
	if day := found(t, a, "2026-07-01"); day[0].Status == "done" || day[0].ResolvedOn != "" {
		t.Errorf("the day before it is open: %+v", day[0])
	}
	_, err = a.ResolveFindings(FindingsStepAsk{IDs: []string{r.ID}, Action: "reopen", Note: "复查未通过"})
	decide(err)
	_, err = a.ResolveFindings(FindingsStepAsk{IDs: []string{r.ID}, Action: "due", On: "2026-07-20"})
	decide(err)
	if r := found(t, a, "2026-07-05"); r[0].Status != "open" || r[0].DueOn != "2026-07-20" || r[0].DaysLeft != 15 {
		t.Errorf("opened again: %+v", r[0])
	}
	_, err = a.ResolveFindings(FindingsStepAsk{IDs: []string{r.ID}, Action: "remove", Note: "重复登记"})
	decide(err)
	if rows := found(t, a, "2026-07-05"); len(rows) != 1 || rows[0].ID != "20260611-02" {
		t.Errorf("after one was removed: %+v", rows)
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if rows := found(t, a, "2026-07-05"); len(rows) != 2 {
		t.Errorf("after the removal was taken back: %+v", rows)
	}
	wantAsRead(t, a)
}

func TestFindingsThatDoNotFitAreRefused(t *testing.T) {
	t.Parallel()
	a := deskOf(t, recurring())
	if _, err := a.SetFinding(spot(t, a)); err != nil {
		t.Fatal(err)
	}
	const id = "20260611-01"
	for name, change := range map[string]func(*FindingAsk){
		"no item":                    func(f *FindingAsk) { f.Item = "Z9" },
		"no day":                     func(f *FindingAsk) { f.FoundOn = "" },
		"in the future":              func(f *FindingAsk) { f.FoundOn, f.DueOn = "2999-01-01", "" },
		"a deadline before":          func(f *FindingAsk) { f.DueOn = "2026-06-10" },
		"a deadline that is no day":  func(f *FindingAsk) { f.DueOn = "soon" },
		"half a place":               func(f *FindingAsk) { f.Point = []float64{117} },
		"a place beyond the earth":   func(f *FindingAsk) { f.Point = []float64{400, 39} },
		"a place that is no number":  func(f *FindingAsk) { f.Point = []float64{math.NaN(), 39} },
		"a photo of several lines":   func(f *FindingAsk) { f.Photo = "a\nb" },
		"a description without end":  func(f *FindingAsk) { f.Description = string(slices.Repeat([]rune{'长'}, mostText+1)) },
		"found after it is resolved": func(f *FindingAsk) { f.ID, f.FoundOn, f.DueOn = "resolved", "2026-06-13", "" },
	} {
		t.Run(name, func(t *testing.T) {
			a := a
			ask := spot(t, a)
			if change(&ask); ask.ID == "resolved" {
				a = deskOf(t, recurring())
				for _, err := range []error{
					second(a.SetFinding(spot(t, a))), second(a.ResolveFindings(FindingsStepAsk{IDs: []string{id}, Action: "resolve", On: "2026-06-12"})),
				} {
					if err != nil {
						t.Fatal(err)
					}
				}
				ask.ID = id
			}
			_, err := a.SetFinding(ask)
			wantRefused(t, err, domain.CodeInvalid)
		})
	}
	for name, change := range map[string]func(*FindingAsk){
		"no estate": func(f *FindingAsk) { f.FID = 999 }, "no finding": func(f *FindingAsk) { f.ID = "f9" }, "no round": func(f *FindingAsk) { f.RoundID = "r99" },
	} {
		t.Run(name, func(t *testing.T) {
			ask := spot(t, a)
			change(&ask)
			_, err := a.SetFinding(ask)
			wantRefused(t, err, domain.CodeNotFound)
		})
	}
	for name, ask := range map[string]FindingsStepAsk{
		"no action":              {IDs: []string{id}, Action: "burn"},
		"none":                   {Action: "resolve"},
		"reopen what is open":    {IDs: []string{id}, Action: "reopen", Note: "x"},
		"reopen without why":     {IDs: []string{id}, Action: "reopen"},
		"remove without why":     {IDs: []string{id}, Action: "remove"},
		"resolved before found":  {IDs: []string{id}, Action: "resolve", On: "2026-06-10"},
		"resolved in the future": {IDs: []string{id}, Action: "resolve", On: "2999-01-01"},
		"deadline before found":  {IDs: []string{id}, Action: "due", On: "2026-06-10"},
		"no day of resolving":    {IDs: []string{id}, Action: "resolve", On: "today"},
	} {
		_, err := a.ResolveFindings(ask)
		t.Run(name, func(t *testing.T) { wantRefused(t, err, domain.CodeInvalid) })
	}
	_, err := a.ResolveFindings(FindingsStepAsk{IDs: []string{id, "f9"}, Action: "resolve", On: "2026-06-12"})
	wantRefused(t, err, domain.CodeNotFound)
	if rows := found(t, a, "2026-06-12"); rows[0].Status != "open" {
		t.Errorf("a batch that was refused left %+v", rows[0])
	}
}

func second[T any](_ T, err error) error { return err }

func TestAPointOfTheMapFindsItsEstate(t *testing.T) {
	t.Parallel()
	a := deskOf(t, recurring())
	in := must[[]FindingPlace](t)(a.FindingPlaces(117.2005, 39.1005))
	if len(in) != 2 || in[0].Name != "光华里" || in[0].DistanceM != 0 || in[1].Name != "春华里" || math.Abs(in[1].DistanceM-216) > 2 {
		t.Errorf("inside: %+v", in)
	}
	if far := must[[]FindingPlace](t)(a.FindingPlaces(118, 39.1)); len(far) != 0 {
		t.Errorf("far away: %+v", far)
	}
	if none := must[[]FindingPlace](t)(a.FindingPlaces(math.NaN(), 39.1)); len(none) != 0 {
		t.Errorf("nowhere: %+v", none)
	}
}

func TestTheHeatOfFindingsHasAllOfThemUnderIt(t *testing.T) {
	t.Parallel()
	a := desk(t, 0)
	for _, of := range []string{"findings", "open", "burden"} {
		v := must[HeatView](t)(a.Heat(HeatAsk{Of: of, BandwidthM: 300, By: RectifyAsk{On: "2026-11-23"}}))
		if v.BandwidthM != 300 || v.Points == 0 || len(v.Bands) != heatBands || v.Text.ZH == "" {
			t.Fatalf("%s: %+v", of, v)
		}
		for i, b := range v.Bands {
			if len(b.Shape) == 0 || b.From >= b.To || i > 0 && b.From != v.Bands[i-1].To || b.To > v.Most*1.0001 {
				t.Errorf("%s: band %d from %g to %g of %g, %d parts", of, i, b.From, b.To, v.Most, len(b.Shape))
			}
		}
	}
	all := must[HeatView](t)(a.Heat(HeatAsk{Of: "findings", By: RectifyAsk{On: "2026-11-23"}}))
	rows := found(t, a, "2026-11-23")
	item := must[HeatView](t)(a.Heat(HeatAsk{Of: "findings", Item: rows[0].Item, By: RectifyAsk{On: "2026-11-23"}}))
	if all.Points+all.Left != len(rows) || item.Points == 0 || item.Points >= all.Points {
		t.Errorf("%d of %d findings, %d of one item", all.Points, len(rows), item.Points)
	}
	for name, ask := range map[string]HeatAsk{"of nothing": {Of: "noise"}, "too narrow": {Of: "open", BandwidthM: 1}, "not a number": {Of: "open", BandwidthM: math.NaN()}} {
		_, err := a.Heat(ask)
		t.Run(name, func(t *testing.T) { wantRefused(t, err, domain.CodeInvalid) })
	}
	if v := must[HeatView](t)(deskOf(t, recurring()).Heat(HeatAsk{Of: "findings"})); v.Points != 0 || len(v.Bands) != 0 {
		t.Errorf("without findings: %+v", v)
	}
}
