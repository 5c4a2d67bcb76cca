package app_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/app"
	"estateatlas/backend/domain"
)

func TestEveryEstateLiesInItsClassAndCountsAddUp(t *testing.T) {
	a := openDemo(t)
	d, err := a.District()
	must(t, d, err)
	v, err := a.Round("")
	must(t, v, err)
	numbers, err := a.Numbers("")
	for _, n := range must(t, numbers, err) {
		for _, method := range []string{"quantile", "natural", "equal"} {
			c, err := a.Colour("", app.ColouringAsk{By: n.Key, Method: method, Classes: 5})
			must(t, c, err)
			counts, missing := make([]int, len(c.Classes)), 0
			for i, class := range c.Class {
				if class < 0 {
					missing++
					continue
				}
				counts[class]++
				of := c.Classes[class]
				last := class == len(c.Classes)-1
				if x := c.Value[i]; x < of.From || x > of.To || x == of.To && !last && of.From != of.To {
					t.Fatalf("%s %s: %v in class %+v", n.Key, method, x, of)
				}
			}
			for i, of := range c.Classes {
				if of.Count != counts[i] || of.Label.ZH == "" || of.Label.EN == "" || of.Step < -1 || of.Step > 1 || i > 0 && of.Step <= c.Classes[i-1].Step {
					t.Errorf("%s %s: class %+v holds %d", n.Key, method, of, counts[i])
				}
			}
			if c.Missing != missing || len(c.Class)-missing != n.Known || c.RoundID != v.RoundID || !strings.Contains(c.Text.ZH, "级") {
				t.Errorf("%s %s: %d missing, %d known, %+v", n.Key, method, missing, n.Known, c.Text)
			}
		}
	}
	byCompany, err := a.Colour("", app.ColouringAsk{By: "company"})
	for i, class := range must(t, byCompany, err).Class {
		if (class < 0) != (v.Company[i] < 0) || class >= 0 && byCompany.Classes[class].Index != v.Company[i] {
			t.Fatalf("estate %s: class %d, company %d", d.Estates.ID[i], class, v.Company[i])
		}
	}
	bySubdistrict, err := a.Colour("", app.ColouringAsk{By: "subdistrict"})
	if len(must(t, bySubdistrict, err).Classes) != len(d.Subdistricts) {
		t.Errorf("%d classes of %d subdistricts", len(bySubdistrict.Classes), len(d.Subdistricts))
	}
}

func TestGainsAndLossesAreNeverOneClass(t *testing.T) {
	a := openDemo(t)
	for classes := 2; classes <= 9; classes++ {
		c, err := a.Colour("", app.ColouringAsk{By: "change", Method: "natural", Classes: classes})
		for i, class := range must(t, c, err).Class {
			if class < 0 {
				continue
			}
			of := c.Classes[class]
			switch x := c.Value[i]; {
			case x < 0 && (of.Step >= 0 || of.To > 0), x > 0 && of.Step <= 0, x == 0 && of.Step != 0:
				t.Fatalf("%d classes: %v in %+v", classes, x, of)
			}
		}
	}
}

func TestWhatCannotBeColoured(t *testing.T) {
	a := openDemo(t)
	for name, ask := range map[string]app.ColouringAsk{
		"no such number":     {By: "wealth", Method: "equal", Classes: 3},
		"no such method":     {By: "score", Method: "best", Classes: 3},
		"one class":          {By: "score", Method: "equal", Classes: 1},
		"too many":           {By: "score", Method: "equal", Classes: 10},
		"no limits":          {By: "score", Method: "given"},
		"limits descend":     {By: "score", Method: "given", Breaks: []float64{80, 70}},
		"a limit is nothing": {By: "score", Method: "given", Breaks: []float64{math.NaN()}},
	} {
		if _, err := a.Colour("", ask); codeOf(err) != domain.CodeInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := a.Colour("", app.ColouringAsk{By: "wealth", Method: "equal", Classes: 3}); !strings.Contains(err.Error(), "score") {
		t.Errorf("the refusal does not say what there is: %v", err)
	}
	if _, err := a.Colour("no such round", app.ColouringAsk{By: "score", Method: "equal", Classes: 3}); codeOf(err) != domain.CodeNotFound {
		t.Error(err)
	}
	c, err := a.Colour("", app.ColouringAsk{By: "score", Method: "given", Breaks: []float64{80, 90}})
	if got := must(t, c, err).Classes; len(got) != 3 || got[1].From != 80 || got[1].To != 90 || got[1].Label.ZH != "80—90 分" {
		t.Errorf("%+v", got)
	}
}

func codeOf(err error) domain.Code {
	if err == nil {
		return ""
	}
	code, _ := domain.Explain(err)
	return code
}

// The card of a group is its members added up, whichever way they are counted.
func TestACompanysCardIsTheSumOfItsEstates(t *testing.T) {
	a := openDemo(t)
	d, err := a.District()
	v, err2 := a.Round("")
	must(t, d, err)
	must(t, v, err2)
	for _, c := range []struct {
		kind  string
		count int
		of    []int
		sums  []app.Summary
	}{{"company", len(d.Companies), v.Company, v.Companies}, {"subdistrict", len(d.Subdistricts), d.Estates.Subdistrict, v.Subdistricts}} {
		for index := range c.count {
			card, err := a.Group(c.kind, index, "")
			must(t, card, err)
			estates, ranks, scored, payable := 0, 0, 0, int64(0)
			for i, g := range c.of {
				if g != index {
					continue
				}
				estates++
				payable += v.PayableFen[i]
				if v.Rank[i] > 0 {
					scored++
					ranks += v.Rank[i]
				}
			}
			if card.Estates != estates || card.Scored != scored || len(card.Members) != estates || card.Money.PayableFen != payable ||
				scored > 0 && math.Abs(card.AverageRank-float64(ranks)/float64(scored)) > 1e-9 {
				t.Errorf("%s %d: %+v, want %d estates, %d scored", c.kind, index, card, estates, scored)
			}
			parts := 0
			for _, p := range card.Parts {
				parts += p.Estates
			}
			if c.kind == "company" && parts != estates || parts > estates {
				t.Errorf("%s %d: parts have %d of %d estates", c.kind, index, parts, estates)
			}
			if last := card.History[len(card.History)-1]; last.RoundID != v.RoundID || last.Scored != scored || last.Bottom != card.Bottom {
				t.Errorf("%s %d: history ends in %+v", c.kind, index, last)
			}
			for _, s := range c.sums {
				if s.Index == index && (s.WithheldFen != card.Money.WithheldFen || s.ProposedFen != card.Money.ProposedFen) {
					t.Errorf("%s %d: withheld %d in the list, %d on the card", c.kind, index, s.WithheldFen, card.Money.WithheldFen)
				}
			}
		}
		if _, err := a.Group(c.kind, c.count, ""); codeOf(err) != domain.CodeNotFound {
			t.Error(err)
		}
	}
	if _, err := a.Group("street", 0, ""); codeOf(err) != domain.CodeNotFound {
		t.Error(err)
	}
}

func TestTheOverviewCountsTheEstatesThatItShows(t *testing.T) {
	a := openDemo(t)
	d, err := a.District()
	must(t, d, err)
	for _, round := range d.Rounds {
		o, err := a.Overview(round.ID)
		v, err2 := a.Round(round.ID)
		must(t, o, err)
		must(t, v, err2)
		found := map[string]app.Figure{}
		for _, s := range o.Sections {
			for _, f := range s.Figures {
				if f.Label.ZH == "" || f.Label.EN == "" || f.Label.ZH == f.Key || f.Unit == "" {
					t.Errorf("%s: %+v has no words", round.ID, f)
				}
				if f.Unit == "estates" && f.Count != int64(len(f.FIDs)) {
					t.Errorf("%s: %s says %d and shows %d", round.ID, f.Key, f.Count, len(f.FIDs))
				}
				found[f.Key] = f
			}
		}
		for _, f := range v.Figures {
			if of, ok := found[f.Key]; !ok || of.Count != f.Count || of.Fen != f.Fen {
				t.Errorf("%s: %s is %d, %d in the strip and %d, %d on the page", round.ID, f.Key, f.Count, f.Fen, of.Count, of.Fen)
			}
		}
		if found["scored"].Count+found["unscored"].Count != found["estates"].Count || found["findings"].Count < found["findingsOpen"].Count ||
			found["findingsOpen"].Count < found["overdue"].Count || found["scattered"].Count < found["unserved"].Count {
			t.Errorf("%s: figures contradict each other: %+v", round.ID, found)
		}
		// Who is bottom now and was not before, by the ranks of both rounds.
		at := slices.Index(d.Rounds, round)
		if at == 0 {
			if len(o.In)+len(o.Out) > 0 {
				t.Errorf("%s: the first round has newcomers", round.ID)
			}
			continue
		}
		last, err := a.Round(d.Rounds[at-1].ID)
		must(t, last, err)
		var in, out []int64
		for i, fid := range d.Estates.FID {
			switch was, is := last.Band[i] == 7, v.Band[i] == 7; {
			case is && !was:
				in = append(in, fid)
			case was && !is:
				out = append(out, fid)
			}
		}
		if !slices.Equal(slices.Sorted(slices.Values(o.In)), in) || !slices.Equal(slices.Sorted(slices.Values(o.Out)), out) {
			t.Errorf("%s: in %v, out %v; want %v, %v", round.ID, o.In, o.Out, in, out)
		}
	}
}

func TestTheAgendaWalksThroughTheBottomBandFromTheLastPlaceUp(t *testing.T) {
	a := openDemo(t)
	g, err := a.Agenda("")
	v, err2 := a.Round("")
	d, err3 := a.District()
	must(t, g, err)
	must(t, v, err2)
	must(t, d, err3)
	var keys []string
	last := math.MaxInt
	for _, s := range g.Steps {
		if len(keys) == 0 || keys[len(keys)-1] != s.Key {
			keys = append(keys, s.Key)
		}
		if s.Title.ZH == "" || s.Title.EN == "" || s.Figures == nil || s.FIDs == nil {
			t.Errorf("%+v", s)
		}
		if s.Key == "bottom" {
			rank := v.Rank[slices.Index(d.Estates.FID, s.FID)]
			if rank > last {
				t.Errorf("rank %d after %d", rank, last)
			}
			last = rank
		}
		if s.Table != nil {
			for _, r := range s.Table.Rows {
				if len(r.Cells) != len(s.Table.Head) || len(s.Table.Right) != len(s.Table.Head) {
					t.Errorf("%s: %d cells under %d heads", s.Key, len(r.Cells), len(s.Table.Head))
				}
			}
		} else if s.FID == 0 && len(s.Figures) == 0 && s.Note.ZH == "" {
			t.Errorf("%s has nothing to say", s.Key)
		}
	}
	if got := strings.Join(keys, " "); got != "figures top bottom level3 money proxies hotspots" {
		t.Errorf("agenda %s", got)
	}
	if first, err := a.Agenda(d.Rounds[0].ID); err != nil || len(first.Steps) < 6 {
		t.Errorf("the first round: %v, %d steps", err, len(first.Steps))
	}
}

func TestMeasuringOnTheMap(t *testing.T) {
	a := openDemo(t)
	// A kilometre square, near enough, in the frame of the demo.
	dLon, dLat := 1000/86_400.0, 1000/111_030.0
	square := [][]float64{{117.25, 39.1}, {117.25 + dLon, 39.1}, {117.25 + dLon, 39.1 + dLat}, {117.25, 39.1 + dLat}}
	m, err := a.Measure(square, true)
	if must(t, m, err); math.Abs(m.AreaM2-1e6) > 5e3 || math.Abs(m.LengthM-4000) > 12 || len(m.SegmentM) != 4 {
		t.Errorf("%+v", m)
	}
	m, err = a.Measure(square[:3], false)
	if must(t, m, err); math.Abs(m.LengthM-2000) > 8 || m.AreaM2 != 0 || len(m.SegmentM) != 2 {
		t.Errorf("%+v", m)
	}
	if m, err = a.Measure(square[:1], true); must(t, m, err).LengthM != 0 || m.SegmentM == nil {
		t.Errorf("%+v", m)
	}
	for _, bad := range [][][]float64{{{117}}, {{117, math.NaN()}}, {{200, 39}}, {{117, 90}}, make([][]float64, 10_001)} {
		if _, err := a.Measure(bad, false); codeOf(err) != domain.CodeInvalid {
			t.Errorf("%d points: %v", len(bad), err)
		}
	}
}

func TestNoSentenceOfTheAgendaHasAHole(t *testing.T) {
	a := openDemo(t)
	g, err := a.Agenda("")
	for _, s := range must(t, g, err).Steps {
		for _, text := range []domain.Text{s.Title, s.Note} {
			if strings.Contains(text.ZH+text.EN, "%!") || strings.Contains(text.ZH+text.EN, "EXTRA") {
				t.Errorf("%s: %+v", s.Key, text)
			}
		}
	}
}
