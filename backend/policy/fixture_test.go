package policy_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// district builds a small made-up district row by row.
type district struct{ domain.Tables }

func date(s string) domain.Date { return domain.MustDate(s) }

func month(s string) domain.Month {
	m, ok := domain.ParseMonth(s)
	if !ok {
		panic(s)
	}
	return m
}

func yuan(y float64) domain.Opt[domain.Fen] { return domain.Some(domain.Fen(y*100 + 0.5)) }

// estate adds an estate that is enrolled from 2020 and meets all conditions.
func (d *district) estate(id, subdistrict string, districtYuan float64) *domain.Estate {
	d.Estates = append(d.Estates, domain.Estate{
		ID: id, Name: "小区" + id, Subdistrict: subdistrict, DistrictSubsidy: yuan(districtYuan), CitySubsidy: yuan(100),
		ApprovedOn: date("2018-01-01"), AcceptedOn: date("2018-06-01"), CityGrant: domain.Yes, EnrolledOn: date("2020-01-01"),
	})
	return &d.Estates[len(d.Estates)-1]
}

// agree adds a direct agreement; until may be empty. A company that is new is added.
func (d *district) agree(estate, company, from, until string) *domain.Agreement {
	if !slices.ContainsFunc(d.Companies, func(c domain.Company) bool { return c.ID == company }) {
		d.Companies = append(d.Companies, domain.Company{ID: company, Name: company + "物业", ResponsiblePerson: "张三", LegalRepresentative: "李四"})
	}
	a := domain.Agreement{EstateID: estate, CompanyID: company, Kind: domain.AgreementDirect, StartsOn: date(from)}
	if until != "" {
		a.EndsOn = date(until)
	}
	d.Agreements = append(d.Agreements, a)
	return &d.Agreements[len(d.Agreements)-1]
}

// round adds a district_sanitary round and its scores, written as "e1 95, e2 88.5".
func (d *district) round(id, heldOn, scores string) {
	d.roundOf(domain.RoundDistrictSanitary, id, heldOn, scores)
}

func (d *district) roundOf(kind domain.RoundKind, id, heldOn, scores string) {
	d.Rounds = append(d.Rounds, domain.Round{ID: id, Name: "第" + id + "轮", Kind: kind, HeldOn: date(heldOn)})
	for part := range strings.SplitSeq(scores, ",") {
		f := strings.Fields(part)
		if len(f) < 2 {
			continue
		}
		s := domain.Score{RoundID: id, EstateID: f[0]}
		if f[1] != "-" {
			s.Score = domain.Some(domain.MustDecimal(f[1]))
		}
		if len(f) > 2 {
			fmt.Sscan(f[2], &s.OfficialRank)
		}
		d.Scores = append(d.Scores, s)
	}
}

func (d *district) deduct(round, estate, item, points string) {
	d.Deductions = append(d.Deductions, domain.Deduction{RoundID: round, EstateID: estate, Item: item, Points: domain.MustDecimal(points)})
}

func (d *district) determine(round, estate string, cause domain.Cause, on string) {
	d.Determinations = append(d.Determinations, domain.Determination{
		RoundID: round, EstateID: estate, Cause: cause, Reason: "现场核查", DecidedBy: "区创卫办", DecidedOn: date(on),
	})
}

func (d *district) set(name, value string) {
	if err := domain.CheckSetting(name, []byte(value)); err != nil {
		panic(err)
	}
	d.Settings = d.Settings.Merge(domain.Settings{name: value})
}

func (d *district) at(day string) *policy.Evaluation { return policy.Evaluate(&d.Tables, date(day)) }

// strike adds a round in which e1 alone is bottom among four, because of its company. Others never need a company.
func (d *district) strike(id, heldOn string) {
	d.round(id, heldOn, "e1 60, x1 90, x2 91, x3 92")
	d.deduct(id, "e1", "C1", "5")
}

// middling adds a round in which e1 is scored and not bottom.
func (d *district) middling(id, heldOn string) { d.round(id, heldOn, "e1 91, x1 90, x2 60, x3 92") }

// single is a district of e1 under company c since 2020, of 1,000 yuan a month, and three estates without company to be
// ranked against. band_size is 1.
func single() *district {
	d := &district{}
	d.estate("e1", "甲街道", 1000)
	for _, id := range []string{"x1", "x2", "x3"} {
		d.estate(id, "乙街道", 0)
	}
	d.agree("e1", "c", "2020-01-01", "")
	d.set("band_size", "1")
	return d
}

// levels writes the two levels of an estate in its bottom results, as of the end of 9999: "r1 1/1, r2 2/0" is proposed/confirmed.
func (d *district) levels(estate string) string {
	ev := d.at("9999-12-31")
	var out []string
	for i := range ev.Results {
		r := &ev.Results[i]
		if ev.Estates[r.Estate].ID == estate {
			out = append(out, fmt.Sprintf("%s %d/%d", ev.Rounds[r.Round].Round.ID, r.Proposed.Level, r.Confirmed.Level))
		}
	}
	return strings.Join(out, ", ")
}

// files are the machine files of CONTRACT.md as lines, sorted by their columns.
type files map[string][]string

func machineFiles(ev *policy.Evaluation) files {
	f := files{}
	add := func(name string, cells ...any) {
		s := make([]string, len(cells))
		for i, c := range cells {
			s[i] = fmt.Sprint(c)
		}
		f[name] = append(f[name], strings.Join(s, ","))
	}
	company := func(at int) string {
		if at == policy.None {
			return ""
		}
		return ev.Companies[at].ID
	}
	for _, r := range ev.Rounds {
		for _, e := range r.Results {
			add("rankings", r.Round.ID, ev.Estates[e.Estate].ID, e.Score, e.Rank, e.RankFromBottom, e.Band())
		}
	}
	for _, r := range ev.Results {
		add("results", ev.Rounds[r.Round].Round.ID, ev.Estates[r.Estate].ID, company(r.Company), r.Cause, r.Proposed.Level, r.Confirmed.Level)
	}
	for _, w := range ev.Withholdings {
		add("withholdings", company(w.Company), ev.Subdistricts[w.Subdistrict], w.Month, w.Status, w.Timing, w.Amount, w.Level, ev.Rounds[w.Round].Round.ID)
	}
	for _, u := range ev.Funds {
		add("funds", u.Subdistrict, u.ConfirmedIn, u.ProposedIn, u.Used, u.Balance)
	}
	for _, l := range ev.Eligibility {
		add("eligibility", l.Year, l.Kind, l.ID)
	}
	latest := ""
	if r := ev.LatestRound(); r != nil {
		latest = r.Round.ID
	}
	for e, s := range ev.States {
		add("states", ev.Estates[e].ID, s.State, s.Band, latest, company(s.Company), s.Payable)
	}
	slices.Sort(f["rankings"])
	slices.Sort(f["results"])
	return f
}

func (f files) String() string {
	var b strings.Builder
	for _, name := range []string{"rankings", "results", "withholdings", "funds", "eligibility", "states"} {
		fmt.Fprintf(&b, "%s\n  %s\n", name, strings.Join(f[name], "\n  "))
	}
	return b.String()
}

func wantLines(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got  %s\n want %s", what, strings.Join(got, "\n      "), strings.Join(want, "\n      "))
	}
}

func wantEqual[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}

// kinds lists the kinds of issues, sorted.
func kinds(issues []policy.Issue) string {
	out := make([]string, 0, len(issues))
	for _, i := range issues {
		out = append(out, string(i.Kind))
	}
	slices.SortFunc(out, cmp.Compare[string])
	return strings.Join(out, " ")
}

func containsEither(t domain.Text, s string) bool {
	return strings.Contains(t.ZH, s) || strings.Contains(t.EN, s)
}
