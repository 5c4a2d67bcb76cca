package app

import (
	"fmt"
	"strings"
	"testing"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// block is a square of so many metres with its south-west corner so many metres east and north of a point of Tianjin, near enough.
func block(eastM, northM, sideM float64) orb.MultiPolygon {
	lon, lat := 117.2+eastM/86_500, 39.1+northM/111_030
	dx, dy := sideM/86_500, sideM/111_030
	return orb.MultiPolygon{{{{lon, lat}, {lon + dx, lat}, {lon + dx, lat + dy}, {lon, lat + dy}, {lon, lat}}}}
}

// blocks is a district of two hosts, 甲 of c1 and 乙 of c2, with a scattered estate beside each: 丙 beside 甲, 丁 beside 乙.
func blocks() domain.Tables {
	direct := func(estate, company string) domain.Agreement {
		return domain.Agreement{EstateID: estate, CompanyID: company, Kind: domain.AgreementDirect, StartsOn: domain.MustDate("2020-01-01")}
	}
	return domain.Tables{
		Estates: []domain.Estate{
			{ID: "a", Name: "甲", Subdistrict: "街", Form: domain.FormContiguous, Boundary: block(0, 0, 100)},
			{ID: "b", Name: "乙", Subdistrict: "街", Form: domain.FormContiguous, Boundary: block(400, 0, 100)},
			{ID: "c", Name: "丙", Subdistrict: "街", Form: domain.FormScattered, Boundary: block(120, 0, 30)},
			{ID: "d", Name: "丁", Subdistrict: "街", Form: domain.FormScattered, Boundary: block(350, 0, 30)},
		},
		Companies:  []domain.Company{{ID: "c1", Name: "一公司"}, {ID: "c2", Name: "二公司"}},
		Agreements: []domain.Agreement{direct("a", "c1"), direct("b", "c2")},
		Rounds:     []domain.Round{{ID: "r1", HeldOn: domain.MustDate("2026-06-30"), Kind: domain.RoundDistrictSanitary}},
	}
}

// agreementsOf writes the proxy agreements of an estate as company from–to.
func agreementsOf(t *testing.T, a *Atlas, id string) string {
	t.Helper()
	p, err := a.project()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, g := range p.tables.Agreements {
		if g.EstateID == id && g.Kind == domain.AgreementProxy {
			end := ""
			if g.EndsOn != 0 {
				end = g.EndsOn.String()
			}
			out = append(out, fmt.Sprintf("%s %s–%s", g.CompanyID, g.StartsOn, end))
		}
	}
	return strings.Join(out, ", ")
}

func accept(t *testing.T, a *Atlas, ask AcceptAsk) {
	t.Helper()
	if _, err := a.AcceptRun(ask); err != nil {
		t.Fatal(err)
	}
}

func TestAnAcceptedRunFollowsAnotherDayByDay(t *testing.T) {
	a := deskOf(t, blocks())
	p, _ := a.project()
	fid := func(id string) int64 { at, _ := p.book.Estate(id); return p.book.Estates[at].FID }
	accept(t, a, AcceptAsk{From: "2026-07-01", Reason: "就近代管"})
	if got := agreementsOf(t, a, "c"); got != "c1 2026-07-01–" {
		t.Fatalf("%s", got)
	}
	other := ProxyAsk{AsOf: "2026-09-01", Pins: []ProxyPin{{FID: fid("c"), HostFID: fid("b"), Reason: "居民要求"}}}
	if _, err := a.KeepScenario("居民方案", "", other); err != nil {
		t.Fatal(err)
	}
	all, err := a.Scenarios()
	if err != nil {
		t.Fatal(err)
	}
	ask := AcceptAsk{Ask: other, From: "2026-09-01", Reason: "居民要求", Scenario: all[1].ID}
	preview, err := a.PreviewAccept(ask)
	if err != nil || len(preview.Begins) != 1 || len(preview.Ends) != 1 || preview.Stay != 1 || preview.Ends[0].Day != "2026-08-31" {
		t.Fatalf("%+v %v", preview, err)
	}
	accept(t, a, ask)
	if got := agreementsOf(t, a, "c"); got != "c1 2026-07-01–2026-08-31, c2 2026-09-01–" {
		t.Errorf("%s", got)
	}
	if state, err := a.UndoState(); err != nil || state.Undo == nil || !strings.Contains(state.Undo.What, "“居民方案”") || !strings.Contains(state.Undo.What, "理由：居民要求") {
		t.Errorf("%+v %v", state.Undo, err)
	}
	// From the same day another run replaces it, and says so.
	back := AcceptAsk{From: "2026-09-01", Reason: "改回"}
	preview, err = a.PreviewAccept(back)
	if err != nil || len(preview.Replaced) != 1 || len(preview.Ends) != 0 || !strings.Contains(preview.Text.ZH, "替换 1 份") {
		t.Fatalf("%+v %v", preview, err)
	}
	accept(t, a, back)
	if got := agreementsOf(t, a, "c"); got != "c1 2026-07-01–2026-08-31, c1 2026-09-01–" {
		t.Errorf("%s", got)
	}
	if got := agreementsOf(t, a, "d"); got != "c2 2026-07-01–" {
		t.Errorf("who stays got another agreement: %s", got)
	}
}

func TestWhatCannotBecomeAnAgreementIsRefusedWithItsReason(t *testing.T) {
	day := domain.MustDate
	for _, c := range []struct {
		name   string
		change func(*domain.Tables)
		want   string
	}{
		{"the host's company is on the blacklist by then", func(t *domain.Tables) { t.Companies[0].BlacklistedOn = day("2026-08-01") }, "不能代管其他小区"},
		{"the host's agreement has ended by then", func(t *domain.Tables) { t.Agreements[0].EndsOn = day("2026-08-31") }, "不能代管其他小区"},
		{"the host has another company by then", func(t *domain.Tables) {
			t.Agreements[0].EndsOn = day("2026-08-31")
			t.Agreements = append(t.Agreements, domain.Agreement{EstateID: "a", CompanyID: "c2", Kind: domain.AgreementDirect, StartsOn: day("2026-09-01")})
		}, "已换企业"},
		{"the estate has left by then", func(t *domain.Tables) {
			t.Estates[2].EnrolledOn, t.Estates[2].ExitedOn = day("2020-01-01"), day("2026-08-01")
			t.Estates[2].ExitGround = domain.ExitDemolition
		}, "已退出"},
		{"an agreement begins later", func(t *domain.Tables) {
			t.Agreements = append(t.Agreements, domain.Agreement{EstateID: "c", CompanyID: "c2", Kind: domain.AgreementProxy, StartsOn: day("2026-10-01")})
		}, "已有自 2026-10-01 起的协议"},
		{"a direct agreement begins before", func(t *domain.Tables) {
			t.Agreements = append(t.Agreements, domain.Agreement{EstateID: "c", CompanyID: "c2", Kind: domain.AgreementDirect, StartsOn: day("2026-08-01")})
		}, "有直管协议"},
		{"the host that was chosen may not serve any more", func(t *domain.Tables) {
			t.Companies[1].BlacklistedOn = day("2026-05-01")
			t.Overrides = []domain.Override{{EstateID: "c", HostID: "b", Reason: "同一院落", DecidedBy: "张", DecidedOn: day("2026-01-01")}}
			t.Agreements = append(t.Agreements, domain.Agreement{EstateID: "d", CompanyID: "c1", Kind: domain.AgreementProxy, StartsOn: day("2024-01-01")})
		}, "已失效"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables := blocks()
			c.change(&tables)
			a := deskOf(t, tables)
			ask := AcceptAsk{From: "2026-09-01", Reason: "就近代管"}
			preview, err := a.PreviewAccept(ask)
			if err != nil || len(preview.Refused) != 1 || !strings.Contains(preview.Refused[0].ZH, c.want) || !strings.Contains(preview.Refused[0].ZH, "丙") {
				t.Fatalf("%+v %v", preview, err)
			}
			before := agreementsOf(t, a, "c") + agreementsOf(t, a, "d")
			_, err = a.AcceptRun(ask)
			if code, text := domain.Explain(err); code != domain.CodeConflict || text != preview.Refused[0] {
				t.Errorf("%v", err)
			}
			if after := agreementsOf(t, a, "c") + agreementsOf(t, a, "d"); after != before {
				t.Errorf("something was written: %s, was %s", after, before)
			}
		})
	}
}

// An override of an estate that has left stands, and no agreement is written for it.
func TestAnOverrideOfWhoIsNotToBeServedIsLeftAside(t *testing.T) {
	tables := blocks()
	tables.Estates[2].EnrolledOn, tables.Estates[2].ExitedOn, tables.Estates[2].ExitGround = domain.MustDate("2020-01-01"), domain.MustDate("2026-02-01"), domain.ExitDemolition
	tables.Overrides = []domain.Override{{EstateID: "c", HostID: "b", Reason: "同一院落", DecidedBy: "张", DecidedOn: domain.MustDate("2026-01-01")}}
	a := deskOf(t, tables)
	ask := AcceptAsk{From: "2026-09-01", Reason: "就近代管"}
	preview, err := a.PreviewAccept(ask)
	if err != nil || preview.Aside != 1 || len(preview.Refused) != 0 || len(preview.Begins) != 1 {
		t.Fatalf("%+v %v", preview, err)
	}
	accept(t, a, ask)
	if got := agreementsOf(t, a, "c"); got != "" {
		t.Errorf("%s", got)
	}
	if got := agreementsOf(t, a, "d"); got != "c2 2026-09-01–" {
		t.Errorf("%s", got)
	}
}

// A day before a closed round changes whom the round holds against its company: the preview says so, the round keeps the correction.
func TestAcceptingFromBeforeAClosedRoundIsSaidToCorrectIt(t *testing.T) {
	tables := blocks()
	score := func(estate, score string) domain.Score {
		return domain.Score{RoundID: "r1", EstateID: estate, Score: domain.Some(domain.MustDecimal(score))}
	}
	tables.Scores = []domain.Score{score("a", "95"), score("b", "93"), score("c", "60"), score("d", "92")}
	tables.Deductions = []domain.Deduction{{RoundID: "r1", EstateID: "c", Item: "C1", Points: domain.MustDecimal("5")}}
	a := deskOf(t, tables)
	if _, err := a.CloseRound("r1"); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from   string
		closed int
	}{{"2026-07-01", 0}, {"2026-06-01", 1}} {
		v, err := a.PreviewAccept(AcceptAsk{From: c.from})
		if err != nil || len(v.Begins) != 2 || len(v.Closed) != c.closed || strings.Contains(v.Text.ZH, "更正") != (c.closed > 0) {
			t.Errorf("%s: %+v %v", c.from, v, err)
		}
	}
	accept(t, a, AcceptAsk{From: "2026-06-01", Reason: "补签协议"})
	p, _ := a.project()
	if k := p.tables.Corrections; len(k) != 1 || k[0].RoundID != "r1" || k[0].Reason != "补签协议" {
		t.Errorf("%+v", k)
	}
}
