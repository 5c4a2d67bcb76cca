package ingest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/internal/fixture"

	"pgregory.net/rapid"
)

// A key twice in one file is refused at the second row, which names the first; deductions and determinations are sets.
func TestKeysTwice(t *testing.T) {
	base := district(t)
	for _, c := range []struct{ file, text, want string }{
		{"companies.csv", "id,name\nc3,a\nc4,b\n c3 ,c\n", "4: id"},
		{"agreements.csv", "estate_id,company_id,kind,starts_on\ne4,c1,direct,2027-01-01\ne4,c2,direct,2027/1/1\n", "3: estate_id"},
		{"subsidies.csv", "estate_id,from_month\ne1,2027-01\ne1,2027-02\ne1,2027-01\n", "4: estate_id"},
		{"enrolments.csv", "estate_id,enrolled_on\ne1,2027-01-01\ne1,2027-01-01\n", "3: estate_id"},
		{"items.csv", "code,responsible\nX,company\nC1,company\nX,territorial\n", "4: code"},
		{"rounds.csv", "id,kind,held_on\nr1,routine,2026-01-01\nr1,routine,2026-01-02\n", "3: id"},
		{"scores.csv", "round_id,estate_id,score\nr1,e1,1\nr1,e2,1\nr2,e1,1\nr1,e1,1\n", "5: round_id"},
		{"deductions.csv", "round_id,estate_id,item,points\nr1,e1,C1,1\nr1,e1,C1,1\n", ""},
		{"determinations.csv", "round_id,estate_id,cause,decided_on\nr1,e1,company,2026-01-01\nr1,e1,company,2026-01-01\n", ""},
		{"findings.csv", "id,estate_id,item,found_on\nf9,e1,C1,2026-01-01\nf9,e2,C1,2026-01-01\n", "3: id"},
		{"overrides.csv", "estate_id,host_id,decided_on\ne2,e1,2027-01-01\ne2,e3,2027-01-01\n", "3: estate_id"},
		{"fund_uses.csv", "id,subdistrict,used_on,kind,amount\nu8,a,2026-01-01,集中清理,1\nu8,a,2026-01-02,集中清理,1\n", "3: id"},
		{"estates.geojson", collectionOf(feature(`"id":"a"`, "null"), feature(`"id":"b"`, "null"), feature(`"编号":"a"`, "null")), "4: features[2].properties.id"},
		{"estates.geojson", collectionOf(feature(`"id":"7"`, "null"), `{"type":"Feature","id":7,"properties":{},"geometry":null}`), "3: features[1].id"},
	} {
		r := readFile(t, base, Options{}, c.file, c.text)
		if got := strings.ReplaceAll(strings.Join(places(r), " "), c.file+":", ""); got != c.want {
			t.Errorf("%s: got %q, want %q\n%s", c.file, got, c.want, said(r))
		}
		if c.want != "" && !strings.Contains(r.Faults[0].Text().ZH, c.file+":2") {
			t.Errorf("the first row is not named: %s", said(r))
		}
	}
}

// The same key in two files of one import is refused too: else the order of files would decide.
func TestKeysInTwoFiles(t *testing.T) {
	base := district(t)
	a := filepath.Join(fixture.Write(t, map[string]string{"scores.csv": "round_id,estate_id,score\nr1,e1,1\n"}), "scores.csv")
	b := filepath.Join(fixture.Write(t, map[string]string{"scores.csv": "round_id,estate_id,score\nr3,e2,1\nr1,e1,2\n"}), "scores.csv")
	for _, paths := range [][]string{{a, b}, {b, a}} {
		if r := readPaths(t, base, Options{}, paths...); !r.Refused() || len(r.Faults) != 1 {
			t.Error(said(r))
		}
	}
	c := filepath.Join(fixture.Write(t, map[string]string{"settings.json": `{"band_size":1}`}), "settings.json")
	d := filepath.Join(fixture.Write(t, map[string]string{"settings.json": `{"band_size":2,"within":"district"}`}), "settings.json")
	if r := readPaths(t, base, Options{}, c, d); !slices.Equal(places(r), []string{"settings.json:1: band_size"}) {
		t.Error(said(r))
	}
}

// References are checked against the files and the project together.
func TestReferences(t *testing.T) {
	base := district(t)
	all := with(nil)
	for _, name := range slices.Sorted(maps.Keys(requiredColumns)) {
		if name == "fund_uses.csv" || name == "companies.csv" || name == "rounds.csv" || name == "items.csv" {
			continue
		}
		if r := readFile(t, base, Options{}, name, all[name]); r.Refused() {
			t.Errorf("%s alone into the project: %s", name, said(r))
		}
		if r := readFile(t, nil, Options{}, name, all[name]); !r.Refused() {
			t.Errorf("%s alone into nothing was taken", name)
		}
	}
	// An id of the project does not hide behind another case or a blank within.
	r := readFile(t, base, Options{}, "scores.csv", "round_id,estate_id,score\nr1,E1,1\nr1,e 1,1\nr1,5,1\nr1,0005,1\n")
	if got := places(r); !slices.Equal(got, []string{"scores.csv:2: estate_id", "scores.csv:3: estate_id", "scores.csv:4: estate_id"}) {
		t.Error(said(r))
	}
}

// With --skip-bad the rows that refer to a row that was left are left too, and say which.
func TestSkipBadLeavesWhatRefers(t *testing.T) {
	files := with(map[string]string{"rounds.csv": "id,name,kind,held_on\nr1,一月,创卫考核,2026-01-15\nr2,二月,创卫考核,2026-02-31\nr3,三月,joint_check,2026-03-20\n"})
	strict := readFiles(t, nil, Options{}, files)
	if got := places(strict); !slices.Equal(got, []string{"rounds.csv:3: held_on"}) || strict.Taken() > 0 {
		t.Errorf("strict: %s", said(strict))
	}
	r := readFiles(t, nil, Options{SkipBad: true}, files)
	want := []string{"rounds.csv:3: held_on", "scores.csv:5: round_id", "scores.csv:6: round_id", "scores.csv:7: round_id", "deductions.csv:5: round_id"}
	if got := places(r); !slices.Equal(got, want) || r.Refused() {
		t.Errorf("got %v\n%s", got, said(r))
	}
	if len(r.Put.Rounds) != 2 || len(r.Put.Scores) != 4 || len(r.Put.Deductions) != 3 || !strings.Contains(r.Faults[1].Text().EN, "rounds.csv:3") {
		t.Errorf("%+v\n%s", r.Put, said(r))
	}
	// An estate of the project counts as present even if its new row was left.
	bad := feature(`"id":"e1","households":-1`, "null")
	dir := fixture.Write(t, map[string]string{"estates.geojson": bad, "scores.csv": "round_id,estate_id,score\nr3,e1,50\n"})
	r = readPaths(t, district(t), Options{SkipBad: true}, dir)
	if len(r.Put.Scores) != 1 || len(r.Put.Estates) != 0 {
		t.Error(said(r))
	}
}

// A file that cannot be read whole does not make every row that may refer to it a fault of its own.
func TestBrokenFileIsOneFault(t *testing.T) {
	files := with(nil)
	files["estates.geojson"], _, _ = strings.Cut(files["estates.geojson"], "康乐里")
	files["companies.csv"] = ""
	r := readFiles(t, nil, Options{}, files)
	if got := places(r); len(got) != 2 || !strings.HasPrefix(got[0], "estates.geojson:7: features[1]") || got[1] != "companies.csv:1: -" {
		t.Error(said(r))
	}
	r = readFiles(t, nil, Options{SkipBad: true}, files)
	if len(r.Put.Estates)+len(r.Put.Scores)+len(r.Put.Agreements) > 0 || len(r.Put.Rounds) != 3 || r.Refused() {
		t.Errorf("%+v", r.Put)
	}
}

func TestAgreementsMayNotOverlap(t *testing.T) {
	base := district(t)
	for _, c := range []struct{ name, rows, want string }{
		{"前一份没有结束", "e2,c1,direct,2027-01-01,\ne2,c2,direct,2028-01-01,\n", "2: starts_on 3: starts_on"},
		{"同日交接重叠", "e4,c1,direct,2020-01-01,2021-01-01\ne4,c2,direct,2021-01-01,\n", "3: starts_on"},
		{"次日交接", "e4,c1,direct,2020-01-01,2020-12-31\ne4,c2,direct,2021-01-01,\n", ""},
		{"后写的在前", "e4,c1,direct,2021-01-01,\ne4,c2,direct,2020-01-01,2021-01-01\n", "3: starts_on"},
		{"一份在另一份之内", "e4,c1,direct,2020-01-01,2025-01-01\ne4,c2,proxy,2022-01-01,2022-02-01\n", "3: starts_on"},
		{"换成结束了的再接新的", "e2,c1,proxy,2020-01-01,2026-12-31\ne2,c2,direct,2027-01-01,\n", ""},
		{"与项目中的重叠", "e3,c1,direct,2026-01-01,\n", "2: starts_on"},
		{"在项目中的之前", "e3,c1,direct,2018-01-01,2018-12-31\n", ""},
		{"不同小区", "e4,c1,direct,2020-01-01,\n0005,c1,direct,2020-01-01,\n", ""},
	} {
		r := readFile(t, base, Options{}, "agreements.csv", "estate_id,company_id,kind,starts_on,ends_on\n"+c.rows)
		if got := strings.ReplaceAll(strings.Join(places(r), " "), "agreements.csv:", ""); got != c.want {
			t.Errorf("%s: got %q, want %q\n%s", c.name, got, c.want, said(r))
		}
	}
}

// Against brute force: what is taken does not overlap, and every row that was left overlaps something taken or stored.
func TestOverlapsAgainstDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		imp := &intake{base: &domain.Tables{}, logs: []*fileLog{{file: &file{name: "agreements.csv", table: agreementsTable}, room: 1000}}}
		first := domain.MustDate("2026-01-01")
		draw := func() domain.Agreement {
			a := domain.Agreement{EstateID: rapid.SampledFrom([]string{"a", "b"}).Draw(t, "estate"), StartsOn: first + domain.Date(rapid.IntRange(0, 30).Draw(t, "start"))}
			if n := rapid.IntRange(-1, 10).Draw(t, "days"); n >= 0 {
				a.EndsOn = a.StartsOn + domain.Date(n)
			}
			return a
		}
		stored := draw()
		imp.base.Agreements = []domain.Agreement{stored}
		seen := map[domain.Date]bool{}
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			if a := draw(); !seen[a.StartsOn] {
				seen[a.StartsOn] = true
				imp.agreements.add(a, mark{line: int32(len(seen))})
			}
		}
		imp.checkOverlaps()
		taken := map[string]int{} // estate and day → row
		claim := func(a domain.Agreement, row int) bool {
			free := true
			for d := first; d < first+60; d++ {
				if key := fmt.Sprint(a.EstateID, d); a.Covers(d) {
					if _, ok := taken[key]; ok {
						free = false
					} else {
						taken[key] = row
					}
				}
			}
			return free
		}
		replaced := slices.ContainsFunc(imp.agreements.data, func(a domain.Agreement) bool { return a.EstateID == stored.EstateID && a.StartsOn == stored.StartsOn })
		if !replaced {
			claim(stored, -1)
		}
		for i, a := range imp.agreements.data {
			clash := false
			for d := first; d < first+60; d++ {
				if _, ok := taken[fmt.Sprint(a.EstateID, d)]; ok && a.Covers(d) {
					clash = true
				}
			}
			if clash != imp.agreements.marks[i].bad {
				t.Fatalf("row %d %v: refused %v, clashes %v", i, a, imp.agreements.marks[i].bad, clash)
			}
			if !clash {
				claim(a, i)
			}
		}
	})
}

// Fund uses are judged last, on the merged project, by the function that the caller lends.
func TestFundUses(t *testing.T) {
	base := district(t)
	text := "id,subdistrict,used_on,kind,amount\nu1,大直沽街道,2026-03-01,集中清理,50\nu2,大直沽街道,2026-03-02,集中清理,60\nu3,a,x,集中清理,1\n"
	var asked []string
	opt := Options{SkipBad: true, CheckFundUses: func(merged *domain.Tables, stored []domain.FundUse, newIDs map[string]bool) []FundFault {
		asked = slices.Sorted(maps.Keys(newIDs))
		if len(merged.FundUses) != 2 || merged.FundUses[0].Amount != 5000 || len(stored) != 1 || stored[0].Amount != 10000 {
			t.Errorf("merged %+v, stored %+v", merged.FundUses, stored)
		}
		return []FundFault{{ID: "u2", Column: "amount", Text: domain.Say("余额不足 100%", "not enough")}, {ID: "other"}}
	}}
	r := readFile(t, base, opt, "fund_uses.csv", text)
	if !slices.Equal(asked, []string{"u1", "u2"}) || !slices.Equal(places(r), []string{"fund_uses.csv:3: amount", "fund_uses.csv:4: used_on"}) || len(r.Put.FundUses) != 1 {
		t.Errorf("asked for %v\n%s", asked, said(r))
	}
	if r.Faults[0].Text().ZH != "余额不足 100%" {
		t.Error(r.Faults[0].Text())
	}
	// Rows of other files that are at fault are not in the balance, and that is said; with a whole file missing it is not judged.
	asked, opt.SkipBad = nil, false
	r = readFiles(t, base, opt, map[string]string{"fund_uses.csv": text, "scores.csv": "round_id,estate_id,score\nr1,e1,x\n"})
	if asked == nil || len(r.Faults) != 3 || !strings.Contains(said(r), "without the faulty rows") {
		t.Error(said(r))
	}
	asked = nil
	r = readFiles(t, base, opt, map[string]string{"fund_uses.csv": text, "scores.csv": "round_id,estate_id\nr1,e1\n"})
	if asked != nil || len(r.Faults) != 2 || !strings.Contains(said(r), "was not checked") {
		t.Error(said(r))
	}
}

// The order of paths, and whether files come in a folder or one by one, never matters.
func TestOrderNeverMatters(t *testing.T) {
	files := with(map[string]string{
		"rounds.csv":  "id,name,kind,held_on\nr1,一月,创卫考核,2026-01-15\nr2,二月,创卫考核,2026-02-31\nr3,三月,joint_check,2026-03-20\n",
		"second.json": collectionOf(feature(`"id":"e1"`, "null"), feature(`"id":"e6"`, polygon(square))),
	})
	delete(files, "second.json")
	dir := fixture.Write(t, files)
	var paths []string
	for name := range files {
		paths = append(paths, filepath.Join(dir, name))
	}
	more := filepath.Join(fixture.Write(t, map[string]string{"more.json": collectionOf(feature(`"id":"e1"`, "null"), feature(`"id":"e6"`, polygon(square)))}), "more.json")
	show := func(r *Report) string { return said(r) + fmt.Sprintf("%+v", r.Put) }
	want := show(readPaths(t, nil, Options{SkipBad: true}, dir, more))
	rapid.Check(t, func(rt *rapid.T) {
		shuffled := rapid.Permutation(append(paths, more)).Draw(rt, "paths")
		r, err := Read(context.Background(), shuffled, nil, Options{SkipBad: true})
		if err != nil || show(r) != want {
			rt.Fatalf("got\n%s\nwant\n%s", show(r), want)
		}
	})
}

// What --skip-bad takes is what an import of the good rows alone takes.
func TestSkipBadEqualsTheGoodRows(t *testing.T) {
	base := district(t)
	good := rapid.SampledFrom([]string{"r1,e1,%d,1", "r1,e2,%d.5,2", "r2,e1,%d,", "r2,e3,%d,7", "r3,0005,0.%d,"})
	bad := rapid.SampledFrom([]string{"r9,e1,%d,", "r1,E%d,5,", "r1,e3,10%d1,", "r2,e2,%d分,", "r3,e1,%d,0", ",e1,%d,", "r1,e1,%d", "r3,e\"3,%d,", "r1,,%d,"})
	rapid.Check(t, func(rt *rapid.T) {
		head := "round_id,estate_id,score,official_rank\n"
		all, alone := head, head
		seen := map[string]bool{}
		for i := range rapid.IntRange(1, 12).Draw(rt, "rows") {
			if rapid.Bool().Draw(rt, "good") {
				row := good.Draw(rt, "row")
				if seen[row] {
					continue
				}
				seen[row] = true
				all += fmt.Sprintf(row, i) + "\n"
				alone += fmt.Sprintf(row, i) + "\n"
			} else {
				all += fmt.Sprintf(bad.Draw(rt, "row"), i) + "\n"
			}
		}
		want := readFile(t, base, Options{}, "scores.csv", alone)
		got := readFile(t, base, Options{SkipBad: true}, "scores.csv", all)
		if want.Refused() || fmt.Sprint(got.Put) != fmt.Sprint(want.Put) {
			rt.Fatalf("%q: got %v, want %v\n%s", all, got.Put.Scores, want.Put.Scores, said(got))
		}
	})
}

// Neither the project nor its rows are changed by reading.
func TestBaseIsNotChanged(t *testing.T) {
	base := district(t)
	before := fmt.Sprintf("%+v", *base)
	readFiles(t, base, Options{SkipBad: true}, with(map[string]string{"scores.csv": "round_id,estate_id,score\nr1,e1,1\nr1,e9,1\n"}))
	if fmt.Sprintf("%+v", *base) != before {
		t.Error("the project was changed")
	}
}

// Dates out of order that are no fault are noted.
func TestDatesOutOfOrder(t *testing.T) {
	_, r := estateOf(t, `"id":"a","approved_on":"2019-01-01","accepted_on":"2018-01-01","enrolled_on":"2017-01-01"`, polygon(square))
	if got := notes(r); !slices.Equal(got, []string{"a.geojson:2: features[0].properties.accepted_on", "a.geojson:2: features[0].properties.enrolled_on"}) {
		t.Error(said(r))
	}
	base := district(t)
	r = readFile(t, base, Options{}, "findings.csv", "id,estate_id,item,found_on,due_on,resolved_on\nf9,e1,C1,2026-02-01,2026-01-01,2026-01-02\n")
	if r.Refused() || len(r.Notes) != 2 {
		t.Error(said(r))
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	var calls int
	dir := fixture.Write(t, fixture.Dataset())
	_, err := Read(ctx, []string{dir}, nil, Options{Progress: func(done, total int64) {
		calls++
		if done > total || total == 0 {
			t.Errorf("%d of %d", done, total)
		}
		cancel()
	}})
	var e *domain.Error
	if !errors.As(err, &e) || e.Code != domain.CodeCancelled || calls == 0 {
		t.Errorf("got %v after %d calls", err, calls)
	}
}
