package gpkg_test

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/gpkg"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

func contains(s, part string) bool { return strings.Contains(s, part) }

func TestEveryColumnOfEveryTableComesBack(t *testing.T) {
	want := everything()
	path := create(t, want)
	got := reload(t, path)
	if d := cmp.Diff(&want, got, same); d != "" {
		t.Error(d)
	}
	wantOneFile(t, path)
	// Once more, over what is stored, the way of small changes.
	p := open(t, path)
	apply(t, p, want)
	if d := cmp.Diff(&want, load(t, p), same); d != "" {
		t.Error(d)
	}
}

func TestRowsComeInTheOrderOfTheirBytes(t *testing.T) {
	var put domain.Tables
	for _, id := range []string{"r9", "r10", "0012", "é", "甲", "A", "a", "a'b\"c", "z%_", "12"} {
		put.Estates = append(put.Estates, domain.Estate{ID: id})
	}
	var got []string
	for _, e := range reload(t, create(t, put)).Estates {
		got = append(got, e.ID)
	}
	if !slices.IsSorted(got) || len(got) != len(put.Estates) {
		t.Errorf("%q", got)
	}
}

// drawTables draws rows over few ids, so that changes meet, with keys that occur twice.
func drawTables(t *rapid.T) domain.Tables {
	estate := rapid.SampledFrom([]string{"e1", "e10", "e9", "0012", "甲", "o'k"})
	round := rapid.SampledFrom([]string{"r1", "r10", "r9"})
	when := rapid.Custom(func(t *rapid.T) domain.Date {
		return day("2026-01-01") + domain.Date(rapid.IntRange(0, 3).Draw(t, "day"))
	})
	name := rapid.SampledFrom([]string{"", "名称", "a\nb", "0.10", "12"})
	points := rapid.Custom(func(t *rapid.T) domain.Decimal {
		return domain.MustDecimal(rapid.StringMatching(`[0-9]{1,3}(\.[0-9]{1,18})?`).Draw(t, "decimal"))
	})
	fen := rapid.Custom(func(t *rapid.T) domain.Opt[domain.Fen] {
		return domain.Opt[domain.Fen]{Value: domain.Fen(rapid.Int64Range(0, int64(domain.MaxFen)).Draw(t, "fen")), Known: true}
	})
	place := rapid.Custom(func(t *rapid.T) orb.MultiPolygon {
		x := 117 + float64(rapid.IntRange(0, 100).Draw(t, "x"))/100
		switch rapid.IntRange(0, 2).Draw(t, "shape") {
		case 0:
			return nil
		case 1:
			return courtyard(x, 39)
		}
		return square(x, 39, 0.01)
	})
	rows := func(what string) int { return rapid.IntRange(0, 4).Draw(t, what) }
	var put domain.Tables
	for range rows("estates") {
		put.Estates = append(put.Estates, domain.Estate{ID: estate.Draw(t, "id"), Name: name.Draw(t, "name"), DistrictSubsidy: fen.Draw(t, "subsidy"), EnrolledOn: when.Draw(t, "enrolled"), Boundary: place.Draw(t, "boundary")})
	}
	for range rows("companies") {
		put.Companies = append(put.Companies, domain.Company{ID: estate.Draw(t, "id"), Name: name.Draw(t, "name")})
	}
	for range rows("agreements") {
		put.Agreements = append(put.Agreements, domain.Agreement{EstateID: estate.Draw(t, "estate"), CompanyID: "c", Kind: domain.AgreementDirect, StartsOn: when.Draw(t, "starts")})
	}
	for range rows("subsidies") {
		put.Subsidies = append(put.Subsidies, domain.SubsidyChange{EstateID: estate.Draw(t, "estate"), FromMonth: month(2026, rapid.IntRange(9, 11).Draw(t, "month")), CitySubsidy: fen.Draw(t, "subsidy")})
	}
	for range rows("enrolments") {
		put.Enrolments = append(put.Enrolments, domain.Enrolment{EstateID: estate.Draw(t, "estate"), EnrolledOn: when.Draw(t, "on"), ExitText: name.Draw(t, "text")})
	}
	for range rows("items") {
		put.Items = append(put.Items, domain.Item{Code: round.Draw(t, "code"), Name: name.Draw(t, "name"), Responsible: domain.CauseCompany})
	}
	for range rows("rounds") {
		put.Rounds = append(put.Rounds, domain.Round{ID: round.Draw(t, "id"), Kind: domain.RoundRoutine, HeldOn: when.Draw(t, "held")})
	}
	for range rows("scores") {
		put.Scores = append(put.Scores, domain.Score{RoundID: round.Draw(t, "round"), EstateID: estate.Draw(t, "estate"), Score: domain.Some(domain.MustDecimal(rapid.StringMatching(`[0-9]{1,2}(\.[0-9]{1,18})?`).Draw(t, "score"))), OfficialRank: rapid.Int64Range(0, 3).Draw(t, "rank")})
	}
	for range rows("deductions") {
		put.Deductions = append(put.Deductions, domain.Deduction{RoundID: round.Draw(t, "round"), EstateID: estate.Draw(t, "estate"), Item: "C1", Points: points.Draw(t, "points")})
	}
	for range rows("determinations") {
		put.Determinations = append(put.Determinations, domain.Determination{RoundID: round.Draw(t, "round"), EstateID: estate.Draw(t, "estate"), Cause: domain.CauseCompany, Reason: name.Draw(t, "why"), DecidedOn: when.Draw(t, "on")})
	}
	for range rows("findings") {
		f := domain.Finding{ID: estate.Draw(t, "id"), EstateID: estate.Draw(t, "estate"), Item: "C1", FoundOn: when.Draw(t, "on")}
		if rapid.Bool().Draw(t, "placed") {
			f.Point = domain.Some(orb.Point{117 + float64(rapid.IntRange(0, 9).Draw(t, "x")), 39})
		}
		put.Findings = append(put.Findings, f)
	}
	for range rows("overrides") {
		put.Overrides = append(put.Overrides, domain.Override{EstateID: estate.Draw(t, "estate"), HostID: "h", DecidedOn: when.Draw(t, "on")})
	}
	for range rows("fund uses") {
		put.FundUses = append(put.FundUses, domain.FundUse{ID: estate.Draw(t, "id"), Subdistrict: "s", UsedOn: when.Draw(t, "on"), Kind: domain.UseCleaningDrive, Amount: fen.Draw(t, "amount").Value})
	}
	drawLedger(t, &put, round, estate, name, when)
	drawRectify(t, &put, round, estate, name, when)
	put.Title = rapid.SampledFrom([]string{"", "示例区（虚构）", "某区"}).Draw(t, "title")
	if rapid.Bool().Draw(t, "settings") {
		put.Settings = domain.Settings{rapid.SampledFrom([]string{"band_size", "max_distance"}).Draw(t, "setting"): fmt.Sprint(rapid.IntRange(1, 9).Draw(t, "value"))}
	}
	for range rows("backdrops") {
		put.Backdrops = append(put.Backdrops, domain.Backdrop{
			Layer: rapid.SampledFrom([]domain.BackdropLayer{domain.BackdropWater, domain.BackdropRoads, domain.BackdropSubdistricts}).Draw(t, "layer"),
			Name:  name.Draw(t, "name"), Geometry: orb.LineString{{117, 39}, {117.5, 39.5}},
		})
	}
	return put
}

// drawLedger adds rows of the ledger.
func drawLedger(t *rapid.T, put *domain.Tables, round, estate, name *rapid.Generator[string], when *rapid.Generator[domain.Date]) {
	rows := func(what string) int { return rapid.IntRange(0, 3).Draw(t, what) }
	for range rows("closings") {
		put.Closings = append(put.Closings, domain.Closing{
			RoundID: round.Draw(t, "round"), ClosedOn: when.Draw(t, "on"), ClosedBy: name.Draw(t, "by"), Settings: "{}", Items: "[]", Inputs: "ab", Results: "{}",
		})
	}
	for range rows("corrections") {
		put.Corrections = append(put.Corrections, domain.Correction{
			RoundID: round.Draw(t, "round"), Number: rapid.Int64Range(1, 12).Draw(t, "number"), CorrectedOn: when.Draw(t, "on"), Reason: "更正",
			ConfirmedAfter: domain.Fen(rapid.Int64Range(0, 9e18).Draw(t, "fen")),
		})
	}
	for range rows("exit steps") {
		put.ExitSteps = append(put.ExitSteps, domain.ExitStep{
			RoundID: round.Draw(t, "round"), EstateID: estate.Draw(t, "estate"), Stage: rapid.SampledFrom(domain.ExitStages).Draw(t, "stage"), TakenOn: when.Draw(t, "on"),
		})
	}
	for range rows("interviews") {
		put.Interviews = append(put.Interviews, domain.Interview{
			RoundID: round.Draw(t, "round"), EstateID: estate.Draw(t, "estate"), HeldOn: when.Draw(t, "on"), Person: name.Draw(t, "person"),
			Kind: rapid.SampledFrom([]domain.InterviewKind{domain.InterviewLegal, domain.InterviewResponsible}).Draw(t, "kind"),
		})
	}
	for range rows("re-inspections") {
		put.Reinspections = append(put.Reinspections, domain.Reinspection{
			RoundID: round.Draw(t, "round"), EstateID: estate.Draw(t, "estate"), RequestedOn: when.Draw(t, "on"), Text: name.Draw(t, "text"),
		})
	}
}

// drawRectify adds rows of the rectification desk.
func drawRectify(t *rapid.T, put *domain.Tables, round, estate, name *rapid.Generator[string], when *rapid.Generator[domain.Date]) {
	for range rapid.IntRange(0, 4).Draw(t, "rectifications") {
		put.RectifySteps = append(put.RectifySteps, domain.RectifyStep{
			EstateID: estate.Draw(t, "estate"), Item: rapid.SampledFrom([]string{"C1", "T2"}).Draw(t, "item"), Number: rapid.Int64Range(1, 11).Draw(t, "number"),
			RoundID: round.Draw(t, "round"), Status: rapid.SampledFrom(domain.RectifyStatuses).Draw(t, "status"), StepOn: when.Draw(t, "on"), Note: name.Draw(t, "note"),
		})
	}
	for range rapid.IntRange(0, 4).Draw(t, "notes of findings") {
		put.FindingNotes = append(put.FindingNotes, domain.FindingNote{FindingID: estate.Draw(t, "finding"), Photo: name.Draw(t, "photo"), NotedOn: when.Draw(t, "on")})
	}
}

// A project is what domain.Apply says it is after every change, small or large; an estate keeps its number for good, and that of
// one that is gone is never used again.
func TestApplyDoesWhatTheReferenceSays(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		gpkg.SetManyRows(t, rapid.SampledFrom([]int64{1, 1000}).Draw(rt, "many"))
		gpkg.SetLargeChange(t, rapid.SampledFrom([]int{2, 1000}).Draw(rt, "large"))
		path := filepath.Join(dir, fmt.Sprintf("%d.gpkg", n))
		put := drawTables(rt)
		want := domain.Merge(&domain.Tables{}, &put)
		if err := gpkg.CreateWith(ctx, path, domain.Change{Put: put}); err != nil {
			rt.Fatal(err)
		}
		p, err := gpkg.Open(ctx, path, gpkg.Options{})
		if err != nil {
			rt.Fatal(err)
		}
		defer p.Close()
		numbers := make(map[string]int64)
		gone := make(map[int64]bool)
		last := int64(-1)
		for step := range rapid.IntRange(1, 4).Draw(rt, "changes") {
			got, err := p.Load(ctx)
			if err != nil {
				rt.Fatal(err)
			}
			if d := cmp.Diff(want, got, same); d != "" {
				rt.Fatalf("step %d: %s", step, d)
			}
			used := make(map[int64]string)
			for _, e := range got.Estates {
				if was, ok := numbers[e.ID]; e.FID < 1 || ok && was != e.FID || used[e.FID] != "" || gone[e.FID] {
					rt.Fatalf("step %d: estate %s has the number %d, had %d", step, e.ID, e.FID, was)
				}
				numbers[e.ID], used[e.FID] = e.FID, e.ID
			}
			v, err := p.Version(ctx)
			if err != nil || v <= last {
				rt.Fatalf("version %d after %d, %v", v, last, err)
			}
			last = v
			change := domain.Change{Put: drawTables(rt)}
			if rapid.Bool().Draw(rt, "removes") {
				change.Remove = drawTables(rt)
			}
			if err := p.Apply(ctx, change); err != nil {
				rt.Fatal(err)
			}
			before := want
			want = domain.Apply(want, change)
			again(rt, p, before, want)
			for _, e := range change.Remove.Estates {
				if fid, ok := numbers[e.ID]; ok {
					gone[fid] = true
					delete(numbers, e.ID)
				}
			}
		}
		info, err := p.Info(ctx)
		if err != nil || len(info.Problems) > 0 {
			rt.Fatalf("%v, problems: %q", err, info.Problems)
		}
	})
}

// again reads only the tables that the last change wrote over those before it.
func again(t *rapid.T, p *gpkg.Project, before, want *domain.Tables) {
	log, err := p.Audit(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, written := range log[len(log)-1].Tables {
		names = append(names, written.Name)
	}
	got, err := p.LoadAgain(ctx, before, names)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got, same); d != "" {
		t.Fatalf("read again: %s", d)
	}
}

func TestAChangeThatCannotBeReadAgainIsRefusedWhole(t *testing.T) {
	path := create(t, everything())
	p := open(t, path)
	before, was := load(t, p), version(t, p)
	put := domain.Tables{
		Companies: []domain.Company{{ID: "c9", Name: "新公司"}},
		Rounds:    []domain.Round{{ID: "r11", HeldOn: day("2026-11-15")}}, // no kind
	}
	wantCode(t, p.Apply(ctx, domain.Change{Put: put}), domain.CodeInvalid, "rounds", "kind")
	wantCode(t, p.Apply(ctx, domain.Change{Put: domain.Tables{Backdrops: []domain.Backdrop{{Layer: "forest"}}}}), domain.CodeInvalid, "forest")
	if d := cmp.Diff(before, load(t, p), same); d != "" || version(t, p) != was {
		t.Errorf("changed: %s", d)
	}
}

func TestACancelledChangeChangesNothing(t *testing.T) {
	path := create(t, everything())
	p := open(t, path)
	before, was := load(t, p), version(t, p)
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	wantCode(t, p.Apply(cancelled, domain.Change{Put: domain.Tables{Estates: district(5000)}}), domain.CodeCancelled)
	if d := cmp.Diff(before, load(t, p), same); d != "" || version(t, p) != was {
		t.Errorf("changed: %s", d)
	}
	if info, err := p.Info(ctx); err != nil || len(info.Problems) > 0 {
		t.Errorf("%v %q", err, info.Problems)
	}
}

func TestAClosedProjectSaysSo(t *testing.T) {
	p := open(t, create(t, everything()))
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Errorf("closing twice: %v", err)
	}
	_, err := p.Load(ctx)
	wantCode(t, err, domain.CodeInternal)
	_, err = p.Version(ctx)
	wantCode(t, err, domain.CodeInternal)
	wantCode(t, p.Apply(ctx, domain.Change{}), domain.CodeInternal)
}

func TestTheAuditLogKeepsEveryChange(t *testing.T) {
	path := create(t, everything())
	p := open(t, path)
	if err := p.Apply(ctx, domain.Change{Put: domain.Tables{Companies: []domain.Company{{ID: "c1"}}}, What: "更正企业", Who: "王五", When: day("2026-11-23")}); err != nil {
		t.Fatal(err)
	}
	log, err := p.Audit(ctx)
	if err != nil || len(log) != 2 {
		t.Fatalf("%v, %v", log, err)
	}
	wrote := func(e *domain.AuditEntry, name string, rows int64) bool {
		return slices.ContainsFunc(e.Tables, func(t domain.TableCount) bool { return t.Name == name && t.Rows == rows && t.Title.ZH != "" })
	}
	if a := log[0]; a.Seq != 1 || a.Who != "测试" || a.What != "导入" || a.When != day("2026-11-22") || !wrote(&a, "estates", 3) || !wrote(&a, "settings", 2) {
		t.Errorf("first entry: %+v", a)
	}
	if a := log[1]; a.Seq != 2 || a.Who != "王五" || a.What != "更正企业" || a.When != day("2026-11-23") || len(a.Tables) != 1 || !wrote(&a, "companies", 1) || a.Version <= log[0].Version {
		t.Errorf("second entry: %+v", a)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	for _, sql := range []string{"UPDATE estate_atlas_audit SET who = 'x'", "DELETE FROM estate_atlas_audit"} {
		if gpkg.TryEdit(t, path, sql) == nil {
			t.Errorf("%s was allowed", sql)
		}
	}
}

func TestProxyLinksAreReplacedAndChangeNoVersion(t *testing.T) {
	path := create(t, everything())
	p := open(t, path)
	was := version(t, p)
	line := orb.LineString{{117.25, 39.12}, {117.2, 39.1}}
	for range 2 {
		err := p.PutLinks(ctx, []domain.ProxyLink{
			{EstateID: "e1", HostID: "0012", CompanyID: "c1", DistanceM: domain.Some(12.345), Status: "assigned", Line: line},
			{EstateID: "e3", Status: "unassigned"},
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if version(t, p) != was {
		t.Error("the version changed")
	}
	if info, err := p.Info(ctx); err != nil || len(info.Problems) > 0 {
		t.Errorf("%v %q", err, info.Problems)
	}
	if err := p.Close(); err != nil {
		t.Fatal(err)
	}
	if n := gpkg.Ask(t, path, "SELECT count(*) FROM assignments"); n != int64(2) {
		t.Errorf("%v rows", n)
	}
	if n := gpkg.Ask(t, path, "SELECT count(*) FROM rtree_assignments_geom"); n != int64(1) {
		t.Errorf("%v in the R-tree", n)
	}
	if d := gpkg.Ask(t, path, "SELECT distance_m FROM assignments WHERE estate_id = 'e1'"); d != 12.345 {
		t.Errorf("distance %v", d)
	}
	p = open(t, path)
	if err := p.PutLinks(ctx, nil); err != nil {
		t.Fatal(err)
	}
	if n := gpkg.Ask(t, path, "SELECT count(*) FROM assignments"); n != int64(0) {
		t.Errorf("%v rows after none were put", n)
	}
}

func TestInfoSaysWhatIsThere(t *testing.T) {
	path := create(t, everything())
	info, err := gpkg.Projects{}.Info(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Format != "GeoPackage 1.3" || info.SchemaVersion != len(gpkg.Migrations()) || info.Path != path || info.Bytes == 0 || len(info.Problems) != 0 || info.Version < 1 {
		t.Errorf("%+v", info)
	}
	if want := (orb.Bound{Min: orb.Point{117.2, 39.1}, Max: orb.Point{117.251, 39.121}}); !info.Extent.Known || info.Extent.Value.Min != want.Min || info.Extent.Value.Max[0]-want.Max[0] > 1e-9 {
		t.Errorf("extent %+v", info.Extent)
	}
	rows := make(map[string]int64)
	for _, c := range info.Tables {
		rows[c.Name] = c.Rows
		if c.Title.ZH == "" || c.Title.EN == "" {
			t.Errorf("no title: %+v", c)
		}
	}
	for name, want := range map[string]int64{"estates": 3, "companies": 2, "agreements": 3, "deductions": 4, "settings": 2, "roads": 2, "water": 3, "subdistricts": 1, "findings": 2, "assignments": 0} {
		if rows[name] != want {
			t.Errorf("%s: %d rows, want %d", name, rows[name], want)
		}
	}
	if !info.LastChange.Known || info.LastChange.Value.What != "导入" {
		t.Errorf("last change %+v", info.LastChange)
	}
	wantOneFile(t, path)
}

func TestSeveralGoroutinesMayUseAProject(t *testing.T) {
	p := open(t, create(t, everything()))
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for i := range 5 {
				id := fmt.Sprintf("w%d-%d", worker, i)
				if err := p.Apply(ctx, domain.Change{Put: domain.Tables{Companies: []domain.Company{{ID: id}}}}); err != nil {
					t.Error(err)
				}
				tables, err := p.Load(ctx)
				if err != nil || !slices.ContainsFunc(tables.Companies, func(c domain.Company) bool { return c.ID == id }) {
					t.Errorf("%s is not there: %v", id, err)
				}
				if _, err := p.Version(ctx); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	if n := len(load(t, p).Companies); n != 22 {
		t.Errorf("%d companies", n)
	}
}
