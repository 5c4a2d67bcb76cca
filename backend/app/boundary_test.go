package app

import (
	"math"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// drawn is a boundary as a screen sends it.
func drawn(mp orb.MultiPolygon) Shape {
	var s Shape
	for _, polygon := range mp {
		var rings [][][]float64
		for _, ring := range polygon {
			var points [][]float64
			for _, p := range ring {
				points = append(points, []float64{p[0], p[1]})
			}
			rings = append(rings, points)
		}
		s = append(s, rings)
	}
	return s
}

func square(lon, lat, side float64) orb.MultiPolygon {
	return orb.MultiPolygon{{{{lon, lat}, {lon + side, lat}, {lon + side, lat + side}, {lon, lat + side}, {lon, lat}}}}
}

// contiguousHost is a contiguous estate of one part with a boundary.
func contiguousHost(p *project) int {
	return slices.IndexFunc(p.book.Estates, func(e domain.Estate) bool {
		return len(e.Boundary) == 1 && len(e.Boundary[0]) == 1 && e.Form == domain.FormContiguous
	})
}

func TestABoundaryIsLookedAtBeforeItIsTaken(t *testing.T) {
	a := desk(t, 60)
	p, _ := a.project()
	at := contiguousHost(p)
	e := p.book.Estates[at]
	same, err := a.PreviewBoundary(e.FID, drawn(e.Boundary))
	if err != nil || math.Abs(same.AreaM2-same.BeforeM2) > 0.01 || len(same.Overlaps) > 0 || same.Fault.ZH != "" {
		t.Fatalf("%+v %v", same, err)
	}
	new, err := a.PreviewBoundary(0, drawn(e.Boundary))
	if err != nil || len(new.Overlaps) != 1 || new.Overlaps[0].FID != e.FID || math.Abs(new.Overlaps[0].AreaM2-same.AreaM2) > 0.01 {
		t.Errorf("%+v %v", new, err)
	}
	bow, err := a.PreviewBoundary(e.FID, Shape{{{{117, 39}, {117.1, 39.1}, {117.1, 39}, {117, 39.1}}}})
	if err != nil || !strings.Contains(bow.Fault.ZH, "边界不可用") {
		t.Errorf("%+v %v", bow, err)
	}
	if _, err := a.EditBoundary(e.FID, Shape{{{{117, 39}, {117.1, 39.1}, {117.1, 39}, {117, 39.1}}}}); err == nil {
		t.Error("a bow-tie was taken")
	}
	for name, s := range map[string]Shape{"nothing": {}, "out of range": {{{{200, 0}, {201, 0}, {201, 1}}}}, "three numbers": {{{{1, 2, 3}, {2, 2, 3}, {2, 3, 3}}}}} {
		if v, _ := a.PreviewBoundary(0, s); v.Fault.ZH == "" {
			t.Errorf("%s was taken", name)
		}
	}
	moved := square(e.Boundary[0][0][0][0], e.Boundary[0][0][0][1], 0.001)
	if _, err := a.EditBoundary(e.FID, drawn(moved)); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	if now, _ := a.project(); now.areaM2[at] == p.areaM2[at] {
		t.Error("the area did not follow")
	}
}

func TestAnEstateIsAddedAndFoundOnTheMap(t *testing.T) {
	a := desk(t, 60)
	p, _ := a.project()
	n := NewEstate{ID: "新-1", Name: "新建里", Subdistrict: p.book.Estates[0].Subdistrict, Form: "scattered", Shape: drawn(square(117.5, 39.2, 0.0004))}
	if _, err := a.AddEstate(n); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	now, _ := a.project()
	e, ok := now.book.Estate("新-1")
	if !ok || now.areaM2[e] < 1000 || now.district.Estates.Name[e] != "新建里" {
		t.Errorf("%v %v", ok, now.areaM2[e])
	}
	if _, err := a.AddEstate(n); err == nil {
		t.Error("an id was taken twice")
	}
}

func TestTheAreasOfASplitEstateAddUpAndTheLargerPartKeepsTheRecords(t *testing.T) {
	a := desk(t, 60)
	p, _ := a.project()
	at := contiguousHost(p)
	e := p.book.Estates[at]
	box := e.Boundary.Bound()
	w, h := box.Max[0]-box.Min[0], box.Max[1]-box.Min[1]
	lon := box.Min[0] + 0.4*w
	line := [][]float64{{lon, box.Min[1] - h}, {lon, box.Max[1] + h}}
	if _, err := a.SplitEstate(e.FID, [][]float64{{lon, box.Min[1] + h/2}, {lon, box.Max[1] + h}}, "x", ""); err == nil {
		t.Error("a line from inside was taken")
	}
	if _, err := a.SplitEstate(e.FID, line, e.ID, ""); err == nil {
		t.Error("a taken id was given")
	}
	if _, err := a.SplitEstate(e.FID, line, "分-1", ""); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	now, _ := a.project()
	big, _ := now.book.Estate(e.ID)
	small, _ := now.book.Estate("分-1")
	if sum := now.areaM2[big] + now.areaM2[small]; math.Abs(sum-p.areaM2[at]) > 1e-6*p.areaM2[at] || now.areaM2[big] < now.areaM2[small] {
		t.Errorf("%v + %v, was %v", now.areaM2[big], now.areaM2[small], p.areaM2[at])
	}
	if len(now.book.Agreements(big)) != len(p.book.Agreements(at)) || len(now.book.Agreements(small)) != 0 {
		t.Error("the records did not stay with the larger part")
	}
}

func TestMergedEstatesAreOneAndLoseNoRecord(t *testing.T) {
	a := desk(t, 60)
	p, _ := a.project()
	at := contiguousHost(p)
	keep := p.book.Estates[at]
	other := slices.IndexFunc(p.book.Estates, func(e domain.Estate) bool {
		at, _ := p.book.Estate(e.ID)
		return e.ID != keep.ID && len(e.Boundary) == 1 && p.book.AgreementOn(at, today()) != nil && !p.book.HasLeft(at, today()) && p.laterAgreement(at, today()-1) == nil
	})
	gone := p.book.Estates[other]
	agreements := len(p.book.Agreements(other))
	if _, err := a.MergeEstates(keep.FID, []int64{keep.FID}); err == nil {
		t.Error("an estate was merged with itself")
	}
	if _, err := a.MergeEstates(keep.FID, []int64{gone.FID}); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	now, _ := a.project()
	k, _ := now.book.Estate(keep.ID)
	g, _ := now.book.Estate(gone.ID)
	if math.Abs(now.areaM2[k]-p.areaM2[at]-p.areaM2[other]) > 1e-6*now.areaM2[k] || now.areaM2[g] != 0 {
		t.Errorf("%v from %v and %v", now.areaM2[k], p.areaM2[at], p.areaM2[other])
	}
	if !now.book.HasLeft(g, today()) || len(now.book.Agreements(g)) != agreements || now.book.AgreementOn(g, today()) != nil {
		t.Error("the merged estate did not leave, or lost its records")
	}
	if _, err := a.MergeEstates(keep.FID, []int64{gone.FID}); err == nil {
		t.Error("it was merged twice")
	}
	if _, err := a.Undo(); err != nil {
		t.Fatal(err)
	}
	if back, _ := a.project(); math.Abs(back.areaM2[other]-p.areaM2[other]) > 1e-9 {
		t.Error("undo did not bring the boundary back")
	}
}

// TestAMergeIsToldBeforeItIsMade with agreements, scores, money and chosen hosts.
func TestAMergeIsToldBeforeItIsMade(t *testing.T) {
	tables := blocks()
	day := today()
	tables.Estates[1].DistrictSubsidy = domain.Some(domain.Fen(250_000))
	tables.Scores = []domain.Score{{RoundID: "r1", EstateID: "b", Score: domain.Some(domain.MustDecimal("88"))}}
	tables.Overrides = []domain.Override{
		{EstateID: "c", HostID: "b", Reason: "同一院落", DecidedBy: "张", DecidedOn: domain.MustDate("2026-01-01")},
		{EstateID: "d", HostID: "a", Reason: "同一院落", DecidedBy: "张", DecidedOn: domain.MustDate("2026-01-01")},
	}
	a := deskOf(t, tables)
	p, _ := a.project()
	fid := func(id string) int64 { at, _ := p.book.Estate(id); return p.book.Estates[at].FID }
	v, err := a.PreviewMerge(fid("a"), []int64{fid("b"), fid("d")})
	if err != nil || len(v.Refused) > 0 || len(v.Joined) != 2 || v.Parts != 3 || math.Abs(v.AreaM2-20_900) > 30 {
		t.Fatalf("%+v %v", v, err)
	}
	if b := v.Joined[0]; b.Company != 1 || b.Scores != 1 || b.Fen != 250_000 || b.Serves != 1 || b.Overrides != 0 {
		t.Errorf("%+v", b)
	}
	if d := v.Joined[1]; d.Company != -1 || d.Overrides != 1 || d.Serves != 0 {
		t.Errorf("%+v", d)
	}
	if _, err := a.MergeEstates(fid("a"), []int64{fid("b"), fid("d")}); err != nil {
		t.Fatal(err)
	}
	wantAsRead(t, a)
	now, _ := a.project()
	at, _ := now.book.Estate("a")
	if math.Abs(now.areaM2[at]-v.AreaM2) > 1e-6 {
		t.Errorf("%v m², told %v", now.areaM2[at], v.AreaM2)
	}
	for _, o := range now.tables.Overrides {
		if (o.RemovedOn == day) != (o.EstateID == "d") {
			t.Errorf("%+v", o)
		}
	}
	if len(now.tables.Scores) != 1 || now.tables.Scores[0].EstateID != "b" {
		t.Errorf("%+v", now.tables.Scores)
	}
	gone, err := a.PreviewMerge(fid("a"), []int64{fid("c"), fid("c")})
	if err != nil || len(gone.Refused) != 1 || !strings.Contains(gone.Refused[0].ZH, "两次") {
		t.Errorf("%+v %v", gone, err)
	}
	if nobody, err := a.PreviewMerge(fid("a"), nil); err != nil || len(nobody.Refused) != 1 {
		t.Errorf("%+v %v", nobody, err)
	}
}

// TestASplitIsToldBeforeItIsMade, and a sliver is no estate.
func TestASplitIsToldBeforeItIsMade(t *testing.T) {
	a := deskOf(t, blocks())
	p, _ := a.project()
	at, _ := p.book.Estate("a")
	fid := p.book.Estates[at].FID
	box := p.book.Estates[at].Boundary.Bound()
	along := func(share float64) [][]float64 {
		lon := box.Min[0] + share*(box.Max[0]-box.Min[0])
		return [][]float64{{lon, box.Min[1] - 0.001}, {lon, box.Max[1] + 0.001}}
	}
	v, err := a.PreviewSplit(fid, along(0.3))
	if err != nil || v.Fault.ZH != "" || math.Abs(v.KeptM2-7000) > 10 || math.Abs(v.PartedM2-3000) > 10 || len(v.Parted) != 1 {
		t.Fatalf("%+v %v", v, err)
	}
	for name, line := range map[string][][]float64{
		"a sliver": along(1 - 1e-6), "beside it": along(1.5), "no line": {}, "out of range": {{500, 0}, {117, 39}}, "three numbers": {{1, 2, 3}, {4, 5, 6}},
	} {
		v, err := a.PreviewSplit(fid, line)
		if err != nil || v.Fault.ZH == "" || v.Fault.EN == "" {
			t.Errorf("%s: %+v %v", name, v, err)
		}
		if _, err := a.SplitEstate(fid, line, "新", ""); err == nil {
			t.Errorf("%s was cut", name)
		}
	}
}

// TestNeighboursThatCanBeFencedTogether against every pair one by one.
func TestNeighboursThatCanBeFencedTogether(t *testing.T) {
	a := desk(t, 0)
	v, err := a.Enclosing(20)
	if err != nil || v.Possible == 0 || v.Possible > v.Scattered {
		t.Fatalf("%+v %v", v, err)
	}
	p, _ := a.project()
	run, _, err := a.run(p, ProxyAsk{})
	if err != nil {
		t.Fatal(err)
	}
	asOf := run.Evaluation().AsOf
	box, _ := domain.Extent(p.book.Estates)
	frame := spatial.FrameOf(box)
	shapes := make([]orb.MultiPolygon, len(p.book.Estates))
	for e := range shapes {
		shapes[e] = frame.Project(p.book.Estates[e].Boundary)
	}
	found := map[int64]EnclosingRow{}
	for _, r := range v.Rows {
		found[r.FID] = r
	}
	for e := range p.book.Estates {
		if p.district.Estates.Form[e] != 1 || len(p.book.Estates[e].Boundary) == 0 || p.book.HasLeft(e, asOf) {
			continue
		}
		least := math.Inf(1)
		for o := range p.book.Estates {
			if o == e || len(p.book.Estates[o].Boundary) == 0 || p.book.HasLeft(o, asOf) || run.Crosses(e, o) {
				continue
			}
			far, _, _ := spatial.Distance(shapes[e], shapes[o])
			least = min(least, far)
		}
		r, ok := found[p.book.Estates[e].FID]
		free := ok && !r.Crosses
		if free != (least <= 20) || free && math.Abs(r.GapM-least) > 1e-9 {
			t.Errorf("%s: %+v, the nearest is %.3f m away", p.district.Estates.Name[e], r, least)
		}
	}
	if _, err := a.Enclosing(math.NaN()); err == nil {
		t.Error("a width that is no number was taken")
	}
}

// 丙 lies 20 m from 甲 with a road between, and 190 m from 丁 without; 丁 lies 30 m from 乙.
func TestAcrossABarrierNothingIsFencedTogether(t *testing.T) {
	tables := blocks()
	tables.Estates[3].Boundary = block(340, 0, 30)
	at := func(eastM, northM float64) orb.Point { return block(eastM, northM, 1)[0][0][0] }
	tables.Backdrops = []domain.Backdrop{{Layer: domain.BackdropBarriers, Class: "main_road", Geometry: orb.LineString{at(110, -1000), at(110, 1000)}}}
	a := deskOf(t, tables)
	p, _ := a.project()
	id := func(fid int64) string { return p.book.Estates[p.place[fid]].ID }
	for _, c := range []struct {
		gapM     float64
		possible int
		want     string
	}{{15, 0, ""}, {25, 0, "c|a"}, {35, 1, "d+b c|a"}, {195, 2, "d+b c+d"}} {
		v, err := a.Enclosing(c.gapM)
		if err != nil || v.Scattered != 2 || v.Possible != c.possible || !v.HasBarriers {
			t.Fatalf("%+v %v", v, err)
		}
		var got []string
		for _, r := range v.Rows {
			sign := "+"
			if r.Crosses {
				sign = "|"
			}
			got = append(got, id(r.FID)+sign+id(r.NeighbourFID))
		}
		if text := strings.Join(got, " "); text != c.want {
			t.Errorf("%v m: %s, want %s", c.gapM, text, c.want)
		}
	}
}
