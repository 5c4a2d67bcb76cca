package policy_test

import (
	"strings"
	"testing"

	"github.com/paulmach/orb"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

var square = orb.MultiPolygon{{{{117, 39}, {117.001, 39}, {117.001, 39.001}, {117, 39}}}}

// neighbours is a scattered estate s without a company and a contiguous host h of company c, both on the map.
func neighbours() *district {
	d := &district{}
	s := d.estate("s", "甲街道", 100)
	s.Form, s.Boundary = domain.FormScattered, square
	h := d.estate("h", "甲街道", 100)
	h.Form, h.Boundary = domain.FormContiguous, square
	for _, id := range []string{"x1", "x2", "x3"} {
		d.estate(id, "乙街道", 0)
	}
	d.agree("h", "c", "2020-01-01", "")
	d.set("band_size", "1")
	return d
}

// sides writes who takes part on a day: "s | h" is candidates and hosts. Every estate has 9,999 m².
func sides(d *district, day string) (string, policy.ProxySides, *policy.Evaluation) {
	ev := d.at(day)
	p := ev.ProxySides(func(int) float64 { return 9999 })
	c, h := make([]string, 0, len(p.Candidates)), make([]string, 0, len(p.Hosts))
	for _, x := range p.Candidates {
		c = append(c, ev.Estates[x.Estate].ID)
	}
	for _, x := range p.Hosts {
		h = append(h, ev.Estates[x.Estate].ID)
	}
	return strings.Join(c, " ") + " | " + strings.Join(h, " "), p, ev
}

func TestWhoMayBeServed(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(d *district, s *domain.Estate)
		want  string
	}{
		{"散片无企业", func(*district, *domain.Estate) {}, "s | h"},
		{"成片不被代管", func(_ *district, s *domain.Estate) { s.Form = domain.FormContiguous }, " | h"},
		{"未上图", func(_ *district, s *domain.Estate) { s.Boundary = nil }, " | h"},
		{"已退出", func(_ *district, s *domain.Estate) { s.ExitedOn = date("2026-06-30") }, " | h"},
		{"次日才退出", func(_ *district, s *domain.Estate) { s.ExitedOn = date("2026-07-01") }, "s | h"},
		{"退出而缺条件,也是退出", func(_ *district, s *domain.Estate) { s.ExitedOn, s.CityGrant = date("2026-06-30"), domain.No }, " | h"},
		{"只写了退出", func(_ *district, s *domain.Estate) { s.EnrolledOn, s.ExitedOn = 0, date("2026-06-30") }, " | h"},
		{"未纳入仍可代管", func(_ *district, s *domain.Estate) { s.EnrolledOn = 0 }, "s | h"},
		{"退出后又纳入", func(d *district, _ *domain.Estate) {
			d.Enrolments = append(d.Enrolments, domain.Enrolment{EstateID: "s", EnrolledOn: date("2025-01-01"), ExitedOn: date("2025-06-01")},
				domain.Enrolment{EstateID: "s", EnrolledOn: date("2026-06-30")})
		}, "s | h"},
		{"两次纳入之间", func(d *district, _ *domain.Estate) {
			d.Enrolments = append(d.Enrolments, domain.Enrolment{EstateID: "s", EnrolledOn: date("2025-01-01"), ExitedOn: date("2025-06-01")},
				domain.Enrolment{EstateID: "s", EnrolledOn: date("2026-07-01")})
		}, " | h"},
		{"模式为公司", func(_ *district, s *domain.Estate) { s.Mode = domain.ModeCompany }, "s | h"},
		{"居民自治", func(_ *district, s *domain.Estate) { s.Mode = domain.ModeSelfGoverned }, " | h"},
		{"有直管协议", func(d *district, _ *domain.Estate) { d.agree("s", "c", "2020-01-01", "2026-06-30") }, " | h"},
		{"直管协议已到期", func(d *district, _ *domain.Estate) { d.agree("s", "c", "2020-01-01", "2026-06-29") }, "s | h"},
		{"已有代管协议", func(d *district, _ *domain.Estate) { d.agree("s", "c", "2020-01-01", "").Kind = domain.AgreementProxy }, "s | h"},
		{"类型未填,面积小", func(_ *district, s *domain.Estate) { s.Form = "" }, "s | h"},
		{"类型未填,可围合", func(_ *district, s *domain.Estate) { s.Form, s.Enclosable = "", domain.Yes }, " | h"},
		{"类型未填,不可围合", func(_ *district, s *domain.Estate) { s.Form, s.Enclosable = "", domain.No }, "s | h"},
		{"类型未填,不小于限值", func(d *district, s *domain.Estate) { s.Form = ""; d.set("scattered_max_area", "9999") }, " | h"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := neighbours()
			c.spoil(d, &d.Estates[0])
			got, _, _ := sides(d, "2026-06-30")
			wantEqual(t, "candidates | hosts", got, c.want)
		})
	}
}

func TestWhoMayServe(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(d *district, h *domain.Estate)
		want  string
	}{
		{"未上图", func(_ *district, h *domain.Estate) { h.Boundary = nil }, "s | "},
		{"已退出", func(_ *district, h *domain.Estate) { h.ExitedOn = date("2026-06-30") }, "s | "},
		{"没有协议", func(d *district, _ *domain.Estate) { d.Agreements = nil }, "s | "},
		{"协议为代管", func(d *district, _ *domain.Estate) { d.Agreements[0].Kind = domain.AgreementProxy }, "s | "},
		{"协议昨日到期", func(d *district, _ *domain.Estate) { d.Agreements[0].EndsOn = date("2026-06-29") }, "s | "},
		{"协议今日到期", func(d *district, _ *domain.Estate) { d.Agreements[0].EndsOn = date("2026-06-30") }, "s | h"},
		{"自治的成片也可为宿主", func(_ *district, h *domain.Estate) { h.Mode = domain.ModeSelfGoverned }, "s | h"},
		{"今日失信", func(d *district, _ *domain.Estate) { d.Companies[0].BlacklistedOn = date("2026-06-30") }, "s | "},
		{"明日失信", func(d *district, _ *domain.Estate) { d.Companies[0].BlacklistedOn = date("2026-07-01") }, "s | h"},
		{"类型未填且可围合", func(_ *district, h *domain.Estate) { h.Form, h.Enclosable = "", domain.Yes }, "s | h"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := neighbours()
			c.spoil(d, &d.Estates[1])
			got, _, _ := sides(d, "2026-06-30")
			wantEqual(t, "candidates | hosts", got, c.want)
		})
	}
}

// strikeHost makes h bottom three times running, the last on 2026-03-15.
func strikeHost(d *district, derived bool) {
	for i, on := range []string{"2026-01-15", "2026-02-15", "2026-03-15"} {
		id := []string{"r1", "r2", "r3"}[i]
		d.round(id, on, "h 60, x1 90, x2 91, x3 92")
		if derived {
			d.deduct(id, "h", "C1", "5")
		}
	}
}

func TestLevel3BarsTheHostWhileItsAgreementLasts(t *testing.T) {
	d := neighbours()
	strikeHost(d, true)
	for day, want := range map[string]string{"2026-03-14": "s | h", "2026-03-15": "s | ", "2029-01-01": "s | "} {
		got, _, _ := sides(d, day)
		wantEqual(t, day, got, want)
	}
	d.Agreements[0].EndsOn = date("2026-05-31")
	d.agree("h", "c", "2026-06-01", "")
	for day, want := range map[string]string{"2026-05-31": "s | ", "2026-06-01": "s | h"} {
		got, _, _ := sides(d, day)
		wantEqual(t, "renewed: "+day, got, want)
	}

	d = neighbours()
	strikeHost(d, false)
	got, _, _ := sides(d, "2026-03-15")
	wantEqual(t, "a proposed level 3 does not bar", got, "s | h")
}

func TestStandingOverride(t *testing.T) {
	d := neighbours()
	override := func(host, on, removed string) {
		o := domain.Override{EstateID: "s", HostID: host, Reason: "居民意愿", DecidedBy: "街道", DecidedOn: date(on)}
		if removed != "" {
			o.RemovedOn = date(removed)
		}
		d.Overrides = append(d.Overrides, o)
	}
	override("h", "2026-07-15", "") // decided after the date: counts as entered
	override("x1", "2026-01-01", "2026-06-30")
	override("x1", "2026-08-01", "2026-06-30")
	got, p, ev := sides(d, "2026-06-30")
	wantEqual(t, "an overridden estate is no candidate", got, " | h")
	wantEqual(t, "overridden", len(p.Overridden), 1)
	o := p.Overridden[0]
	wantEqual(t, "host", ev.Estates[o.Host].ID, "h")
	wantEqual(t, "valid", o.Valid, true)
	wantEqual(t, "nothing to report", kinds(ev.OverrideIssues(&p)), "")
	wantEqual(t, "candidate", o.IsCandidate, true)
	wantEqual(t, "company", ev.Companies[o.Company].ID, "c")

	_, p, ev = sides(d, "2026-06-29")
	wantEqual(t, "removed on the next day: it stands, the latest holds", ev.Estates[p.Overridden[0].Host].ID, "x1")
	if o := p.Overridden[0]; o.Valid || o.Fault.ZH == "" || o.Company != policy.None {
		t.Errorf("a host without agreement and boundary: %+v", o)
	}
}

func TestOverrideHostThatIsNoLongerValid(t *testing.T) {
	for name, c := range map[string]struct {
		spoil   func(d *district)
		company bool
	}{
		"宿主不存在":  {func(d *district) { d.Overrides[0].HostID = "nobody" }, false},
		"宿主失信":   {func(d *district) { d.Companies[0].BlacklistedOn = date("2026-01-01") }, true},
		"宿主三档":   {func(d *district) { strikeHost(d, true) }, true},
		"宿主退出":   {func(d *district) { d.Estates[1].ExitedOn = date("2026-01-01") }, true},
		"宿主没有协议": {func(d *district) { d.Agreements = nil }, false},
		"宿主不是成片": {func(d *district) { d.Estates[1].Form = domain.FormScattered }, true},
		"宿主未上图":  {func(d *district) { d.Estates[1].Boundary = nil }, true},
	} {
		t.Run(name, func(t *testing.T) {
			d := neighbours()
			d.Overrides = []domain.Override{{EstateID: "s", HostID: "h", DecidedOn: date("2026-01-01")}}
			c.spoil(d)
			_, p, ev := sides(d, "2026-06-30")
			wantEqual(t, "reported", kinds(ev.OverrideIssues(&p)), "override_host_invalid")
			o := p.Overridden[0]
			if o.Valid || o.Fault.ZH == "" || o.Fault.EN == "" || (o.Company != policy.None) != c.company {
				t.Errorf("got %+v", o)
			}
		})
	}
}

func TestAnOverriddenEstateThatWouldNotBeServedIsStillListed(t *testing.T) {
	d := neighbours()
	d.Estates[0].Mode = domain.ModeSelfGoverned
	d.Overrides = []domain.Override{{EstateID: "s", HostID: "h", DecidedOn: date("2026-01-01")}}
	_, p, _ := sides(d, "2026-06-30")
	wantEqual(t, "overridden", len(p.Overridden), 1)
	wantEqual(t, "candidate", p.Overridden[0].IsCandidate, false)
	d.Estates[0].Boundary = nil
	_, p, _ = sides(d, "2026-06-30")
	wantEqual(t, "off the map its override stands too", len(p.Overridden), 1)
	wantEqual(t, "and it is no candidate", len(p.Candidates), 0)
}

func TestContiguousEstatesThatMayNotServeAreBarred(t *testing.T) {
	d := neighbours()
	d.Companies[0].BlacklistedOn = date("2026-01-01")
	_, p, _ := sides(d, "2026-06-30")
	wantEqual(t, "hosts", len(p.Hosts), 0)
	wantEqual(t, "barred", len(p.Barred), 1)
	if f := p.Barred[0].Fault; f.ZH == "" || f.EN == "" {
		t.Errorf("no reason: %+v", f)
	}
}
