package assign_test

import (
	"cmp"
	"context"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"estateatlas/backend/assign"
	"estateatlas/backend/demo"
	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/internal/corpus"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
	"pgregory.net/rapid"
)

var asOf = domain.MustDate("2026-06-30")

// square returns a square with its south-west corner so many metres east and north of a point of Tianjin, near enough.
func square(eastM, northM, sideM float64) orb.MultiPolygon {
	lon, lat := 117.2+eastM/86_500, 39.1+northM/111_030
	dx, dy := sideM/86_500, sideM/111_030
	return orb.MultiPolygon{{{{lon, lat}, {lon + dx, lat}, {lon + dx, lat + dy}, {lon, lat + dy}, {lon, lat}}}}
}

func contiguous(id, subdistrict string, boundary orb.MultiPolygon) domain.Estate {
	return domain.Estate{ID: id, Name: id, Subdistrict: subdistrict, Form: domain.FormContiguous, Boundary: boundary}
}

func scattered(id, subdistrict string, boundary orb.MultiPolygon) domain.Estate {
	return domain.Estate{ID: id, Name: id, Subdistrict: subdistrict, Form: domain.FormScattered, Boundary: boundary}
}

func direct(estate, company string) domain.Agreement {
	return domain.Agreement{EstateID: estate, CompanyID: company, Kind: domain.AgreementDirect, StartsOn: domain.MustDate("2020-01-01")}
}

// lines assigns and returns the machine rows without their heading.
func lines(t *testing.T, tables *domain.Tables, settings ...string) []string {
	t.Helper()
	own := *tables
	own.Settings = domain.Settings{}
	for i := 0; i < len(settings); i += 2 {
		own.Settings[settings[i]] = settings[i+1]
	}
	a, err := run(context.Background(), &own, asOf, assign.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return machineLines(a)
}

func TestScopesOfTheAssignment(t *testing.T) {
	tables := &domain.Tables{
		// s lies in 甲街; the nearest host, h2 in 乙街, is 100 m away, the nearest of 甲街, h1, 500 m.
		Estates: []domain.Estate{
			contiguous("h1", "甲街", square(-600, 0, 100)), contiguous("h2", "乙街", square(150, 0, 100)), scattered("s", "甲街", square(0, 0, 50)),
		},
		Agreements: []domain.Agreement{direct("h1", "c1"), direct("h2", "c2")},
	}
	for _, c := range []struct {
		name     string
		settings []string
		want     string
	}{
		{"whole district", nil, "s,assigned,h2,c2,100.0,nearest"},
		{"own subdistrict", []string{"within", `"subdistrict"`}, "s,assigned,h1,c1,500.0,nearest"},
		{"own subdistrict first", []string{"within", `"prefer_subdistrict"`}, "s,assigned,h1,c1,500.0,own_subdistrict"},
		{"own subdistrict first, but too far", []string{"within", `"prefer_subdistrict"`, "max_distance", "300"}, "s,assigned,h2,c2,100.0,other_subdistrict"},
		{"too far", []string{"max_distance", "50"}, "s,unassigned,h2,,100.0,beyond_max_distance"},
		{"own subdistrict, too far: the nearest in the scope is named", []string{"within", `"subdistrict"`, "max_distance", "300"}, "s,unassigned,h1,,500.0,beyond_max_distance"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := lines(t, tables, c.settings...)
			if len(got) != 1 || !sameRow(got[0], c.want, 0.5) {
				t.Errorf("%v, want %s", got, c.want)
			}
		})
	}
}

// sameRow compares machine rows, distances within a tolerance in metres.
func sameRow(got, want string, toleranceM float64) bool {
	g, w := strings.Split(got, ","), strings.Split(want, ",")
	if len(g) != len(w) {
		return false
	}
	gd, err1 := strconv.ParseFloat(g[4], 64)
	wd, err2 := strconv.ParseFloat(w[4], 64)
	if err1 == nil && err2 == nil && math.Abs(gd-wd) <= toleranceM {
		g[4] = w[4]
	}
	return slices.Equal(g, w)
}

func TestWithoutAnyHost(t *testing.T) {
	tables := &domain.Tables{Estates: []domain.Estate{scattered("s", "甲街", square(0, 0, 50)), contiguous("h", "甲街", square(100, 0, 100))}}
	for _, within := range []string{`"district"`, `"subdistrict"`, `"prefer_subdistrict"`} {
		if got := lines(t, tables, "within", within); len(got) != 1 || got[0] != "s,unassigned,,,,no_host" {
			t.Errorf("%s: %v", within, got)
		}
	}
	if got := lines(t, &domain.Tables{}); len(got) != 0 {
		t.Errorf("an empty project: %v", got)
	}
}

func TestTheGreatestDistanceIsIncluded(t *testing.T) {
	tables := &domain.Tables{
		Estates:    []domain.Estate{contiguous("h", "甲街", square(0, 0, 100)), scattered("s", "甲街", square(100, 0, 50))},
		Agreements: []domain.Agreement{direct("h", "c")},
	}
	if got := lines(t, tables, "max_distance", "0"); len(got) != 1 || got[0] != "s,assigned,h,c,0.000,nearest" {
		t.Errorf("touching at most 0 m: %v", got)
	}
}

func TestOverridesStandWithTheDistanceToTheirOwnHost(t *testing.T) {
	tables := &domain.Tables{
		Estates: []domain.Estate{
			contiguous("h1", "甲街", square(100, 0, 100)), contiguous("h2", "甲街", square(300, 0, 100)), contiguous("h3", "甲街", square(600, 0, 100)),
			scattered("s1", "甲街", square(0, 0, 50)), scattered("s2", "甲街", square(0, 100, 50)),
		},
		Agreements: []domain.Agreement{direct("h1", "c1"), direct("h2", "c2")},
		Overrides: []domain.Override{
			{EstateID: "s1", HostID: "h2", Reason: "街道意见", DecidedBy: "王敏", DecidedOn: domain.MustDate("2026-05-01")},
			{EstateID: "s2", HostID: "h3", Reason: "就近", DecidedBy: "王敏", DecidedOn: domain.MustDate("2026-05-01")},
		},
	}
	got := lines(t, tables, "max_distance", "10")
	if len(got) != 2 || !sameRow(got[0], "s1,override,h2,c2,250.0,override", 0.5) {
		t.Errorf("%v", got)
	}
	// h3 has no company any more: the override stands, is reported, and has no company.
	if !sameRow(got[1], "s2,override,h3,,550.0,override_invalid", 0.5) {
		t.Errorf("%v", got)
	}
	tables.Overrides[0].RemovedOn = domain.MustDate("2026-06-01")
	if got := lines(t, tables); !sameRow(got[0], "s1,assigned,h1,c1,50.0,nearest", 0.5) {
		t.Errorf("after the removal: %v", got)
	}
}

func TestOverridesOfEstatesThatAreNotToBeServed(t *testing.T) {
	left := scattered("s1", "甲街", square(0, 0, 50))
	left.ExitedOn, left.EnrolledOn = domain.MustDate("2026-02-01"), domain.MustDate("2020-01-01")
	off := scattered("s2", "甲街", nil)
	tables := &domain.Tables{
		Estates:    []domain.Estate{contiguous("h", "甲街", square(100, 0, 100)), left, off},
		Agreements: []domain.Agreement{direct("h", "c")},
		Overrides: []domain.Override{
			{EstateID: "s1", HostID: "h", Reason: "街道意见", DecidedBy: "王敏", DecidedOn: domain.MustDate("2026-01-01")},
			{EstateID: "s2", HostID: "h", Reason: "街道意见", DecidedBy: "王敏", DecidedOn: domain.MustDate("2026-01-01")},
		},
	}
	got := lines(t, tables)
	if len(got) != 2 || !sameRow(got[0], "s1,override,h,c,50.0,override_not_candidate", 0.5) || got[1] != "s2,override,h,c,,override_not_candidate" {
		t.Errorf("%v", got)
	}
}

func TestRunnersUpSayWhyNearerOnesWerePassedOver(t *testing.T) {
	tables := &domain.Tables{
		Estates: []domain.Estate{
			scattered("s", "甲街", square(0, 0, 50)),
			contiguous("h1", "甲街", square(80, 0, 100)),    // no agreement
			contiguous("h2", "甲街", square(0, 90, 100)),    // blacklisted
			contiguous("h3", "乙街", square(-160, 0, 100)),  // 60 m, another subdistrict
			contiguous("h4", "甲街", square(0, -200, 100)),  // 100 m
			contiguous("h5", "甲街", square(0, -500, 100)),  // 400 m
			contiguous("h6", "甲街", square(900, 0, 100)),   // 850 m
			contiguous("h7", "乙街", square(-1000, 0, 100)), // 900 m
			contiguous("h8", "甲街", square(5000, 0, 100)),  // no agreement and farther
		},
		Companies: []domain.Company{{ID: "black", Name: "失信公司", BlacklistedOn: domain.MustDate("2025-01-01")}},
		Agreements: []domain.Agreement{
			direct("h2", "black"), direct("h3", "c3"), direct("h4", "c4"), direct("h5", "c5"), direct("h6", "c6"), direct("h7", "c7"),
		},
		Settings: domain.Settings{"within": `"prefer_subdistrict"`},
	}
	a, err := run(context.Background(), tables, asOf, assign.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ids := []string{"h1", "h2", "h3", "h4", "h5", "h6", "h7", "h8", "s"} // estates by id
	row := a.Row(8)
	if row == nil || ids[row.Host] != "h4" {
		t.Fatalf("%+v", row)
	}
	var got []string
	for _, r := range a.RunnersUp(row, 3) {
		got = append(got, ids[r.Host])
		if (r.Passed.ZH != "") != (r.DistanceM < row.DistanceM) || (r.Passed.EN != "") != (r.Passed.ZH != "") {
			t.Errorf("%s at %.0f m: %q", ids[r.Host], r.DistanceM, r.Passed)
		}
	}
	if want := []string{"h1", "h2", "h3", "h5", "h6"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// TestTheDemoAgainstBruteForce judges every candidate by the text: all hosts measured one by one.
func TestTheDemoAgainstBruteForce(t *testing.T) {
	base := demo.Generate(demo.Options{})
	rapid.Check(t, func(t *rapid.T) {
		tables := *base
		within := rapid.SampledFrom([]string{domain.WithinDistrict, domain.WithinSubdistrict, domain.WithinPreferSubdistrict}).Draw(t, "within")
		most := rapid.SampledFrom([]int{0, 5, 60, 300, 1000, 100_000}).Draw(t, "max_distance")
		tables.Settings = domain.Settings{"within": strconv.Quote(within), "max_distance": strconv.Itoa(most)}
		month := rapid.IntRange(1, 10).Draw(t, "month")
		day, _ := domain.NewDate(2026, month, 28)
		ev := policy.Evaluate(&tables, day)
		got, err := assign.Run(context.Background(), ev, assign.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range bruteForce(ev, within, float64(most)) {
			row := got.Row(want.Estate)
			if row == nil || row.Status != want.Status || row.Host != want.Host || row.Company != want.Company || math.Abs(row.DistanceM-want.DistanceM) > 1e-6 {
				t.Fatalf("%s: %+v, want %+v", ev.Estates[want.Estate].ID, row, want)
			}
		}
	})
}

// boxOf is the extent of all boundaries.
func boxOf(ev *policy.Evaluation) orb.Bound {
	var box orb.Bound
	for i, e := range slices.DeleteFunc(slices.Clone(ev.Estates), func(e domain.Estate) bool { return e.Boundary == nil }) {
		if b := e.Boundary.Bound(); i == 0 {
			box = b
		} else {
			box = box.Union(b)
		}
	}
	return box
}

func bruteForce(ev *policy.Evaluation, within string, most float64) []assign.Row {
	frame := spatial.FrameOf(boxOf(ev))
	plane := make([]orb.MultiPolygon, len(ev.Estates))
	for i := range plane {
		plane[i] = frame.Project(ev.Estates[i].Boundary)
	}
	sides := ev.ProxySides(func(e int) float64 { return spatial.Area(plane[e]) })
	type far struct {
		policy.Host
		d float64
	}
	var rows []assign.Row
	for _, c := range sides.Candidates {
		var all, own []far
		for _, h := range sides.Hosts {
			d, _, _ := spatial.Distance(plane[c.Estate], plane[h.Estate])
			all = append(all, far{h, d})
			if ev.Estates[h.Estate].Subdistrict == ev.Estates[c.Estate].Subdistrict {
				own = append(own, far{h, d})
			}
		}
		best := func(hosts []far) *far {
			if len(hosts) == 0 {
				return nil
			}
			least := slices.MinFunc(hosts, func(a, b far) int { return cmp.Compare(a.d, b.d) }).d
			var chosen *far
			for i := range hosts {
				h := &hosts[i]
				same := ev.Estates[h.Estate].Subdistrict == ev.Estates[c.Estate].Subdistrict
				if h.d > least+0.001 {
					continue
				}
				if chosen == nil || same && ev.Estates[chosen.Estate].Subdistrict != ev.Estates[c.Estate].Subdistrict {
					chosen = h // hosts come in order of id
				}
			}
			return chosen
		}
		scope := all
		if o := best(own); within == domain.WithinSubdistrict || within == domain.WithinPreferSubdistrict && o != nil && o.d <= most {
			scope = own
		}
		row := assign.Row{Estate: c.Estate, Status: assign.Unassigned, Host: policy.None, Company: policy.None, DistanceM: math.NaN()}
		if h := best(scope); h != nil {
			row.Host, row.DistanceM = h.Estate, h.d
			if h.d <= most {
				row.Status, row.Company = assign.Assigned, h.Company
			}
		}
		if math.IsNaN(row.DistanceM) {
			continue // sameness of NaN is seen by the statuses of the other tests
		}
		rows = append(rows, row)
	}
	return rows
}

// TestRealBlocksOfYichang compares with GEOS and PROJ: for each block under 10,000 m² the four nearest above, with the distance
// on the ground.
func TestRealBlocksOfYichang(t *testing.T) {
	dir := corpus.Dir(t, "estates")
	report, err := ingest.Read(context.Background(), []string{filepath.Join(dir, "yichang_residential_landuse.geojson")}, nil, ingest.Options{SkipBad: true})
	if err != nil {
		t.Fatal(err)
	}
	tables := report.Put
	nearest := corpus.Rows(t, filepath.Join(dir, "yichang_residential_nearest.csv"))
	small := map[string][]map[string]string{}
	for _, row := range nearest {
		small[row["id"]] = append(small[row["id"]], row)
	}
	tables.Estates = slices.Clone(tables.Estates)
	for i := range tables.Estates {
		e := &tables.Estates[i]
		e.Form = domain.FormContiguous
		if small[e.ID] != nil {
			e.Form = domain.FormScattered
			continue
		}
		tables.Agreements = append(tables.Agreements, direct(e.ID, "c"))
	}
	tables.Settings = domain.Settings{"max_distance": "100000"}
	a, err := run(context.Background(), &tables, asOf, assign.Options{})
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]string, len(tables.Estates))
	for i := range tables.Estates {
		ids[i] = tables.Estates[i].ID
	}
	slices.Sort(ids)
	checked := 0
	for i := range a.Rows {
		row := &a.Rows[i]
		want := small[ids[row.Estate]]
		hosts := []assign.RunnerUp{{Host: row.Host, DistanceM: row.DistanceM}}
		hosts = append(hosts, a.RunnersUp(row, 3)...)
		for k, w := range want {
			d, err := strconv.ParseFloat(w["ground_distance_m"], 64)
			if err != nil {
				t.Fatal(err)
			}
			if got := hosts[k].DistanceM; math.Abs(got-d) > 0.01+1e-5*d {
				t.Errorf("%s, place %d: %.3f m to %s, want %.3f m to %s", ids[row.Estate], k+1, got, ids[hosts[k].Host], d, w["host_id"])
			}
			if w["tied_with_next_1mm"] == "" && ids[hosts[k].Host] != w["host_id"] && (k == 0 || want[k-1]["tied_with_next_1mm"] == "") {
				t.Errorf("%s, place %d: %s, want %s", ids[row.Estate], k+1, ids[hosts[k].Host], w["host_id"])
			}
			checked++
		}
	}
	if checked != len(nearest) {
		t.Errorf("%d of %d rows were checked", checked, len(nearest))
	}
	t.Logf("%d of %d distances agree", checked, len(nearest))
}
