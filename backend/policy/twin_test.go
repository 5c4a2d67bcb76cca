package policy_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"estateatlas/backend/domain"
)

// twin is RULES 0–6 once more, written from the text alone, slowly: every question is answered by going through all rows and
// every day. It shares nothing with package policy but the shapes of package domain.
type twin struct {
	t  *domain.Tables
	p  domain.Policy
	on domain.Date
}

func (w *twin) rounds(sanitary bool) []domain.Round {
	var rs []domain.Round
	for _, r := range w.t.Rounds {
		if r.HeldOn <= w.on && (!sanitary || r.Kind == "district_sanitary") {
			rs = append(rs, r)
		}
	}
	slices.SortFunc(rs, func(a, b domain.Round) int {
		if a.HeldOn != b.HeldOn {
			return int(a.HeldOn) - int(b.HeldOn)
		}
		return strings.Compare(a.ID, b.ID)
	})
	return rs
}

func (w *twin) estate(id string) domain.Estate {
	for _, e := range w.t.Estates {
		if e.ID == id {
			return e
		}
	}
	panic("no estate " + id)
}

func rat(d domain.Decimal) *big.Rat {
	r, ok := new(big.Rat).SetString(d.String())
	if !ok {
		panic(d)
	}
	return r
}

type twinRank struct {
	estate           string
	score            domain.Decimal
	rank, fromBottom int64
	band             string
}

func (w *twin) ranking(round string) []twinRank {
	var rows []domain.Score
	official := true
	for _, s := range w.t.Scores {
		if s.RoundID == round && s.Score.Known {
			rows = append(rows, s)
			official = official && s.OfficialRank > 0
		}
	}
	band := len(rows) / 2
	if w.p.BandSize < band {
		band = w.p.BandSize
	}
	out := make([]twinRank, 0, len(rows))
	for _, s := range rows {
		r := twinRank{estate: s.EstateID, score: s.Score.Value, rank: 1, fromBottom: 1, band: "middle"}
		for _, o := range rows {
			switch {
			case official && o.OfficialRank > s.OfficialRank:
				r.fromBottom++
			case official:
			case rat(o.Score.Value).Cmp(rat(s.Score.Value)) > 0:
				r.rank++
			case rat(o.Score.Value).Cmp(rat(s.Score.Value)) < 0:
				r.fromBottom++
			}
		}
		if official {
			r.rank = s.OfficialRank
		}
		isTop, isBottom := r.rank <= int64(band), r.fromBottom <= int64(band)
		if isTop && !isBottom {
			r.band = "top"
		}
		if isBottom && !isTop {
			r.band = "bottom"
		}
		out = append(out, r)
	}
	return out
}

// bandOf is "" where the estate was not scored.
func (w *twin) bandOf(round, estate string) string {
	for _, r := range w.ranking(round) {
		if r.estate == estate {
			return r.band
		}
	}
	return ""
}

func (w *twin) agreement(estate string, d domain.Date) *domain.Agreement {
	for i, a := range w.t.Agreements {
		if a.EstateID == estate && a.StartsOn <= d && (a.EndsOn == 0 || a.EndsOn >= d) {
			return &w.t.Agreements[i]
		}
	}
	return nil
}

func (w *twin) company(estate string, d domain.Date) string {
	if a := w.agreement(estate, d); a != nil {
		return a.CompanyID
	}
	return ""
}

// isBottom: bottom in a district_sanitary round that HB applies to.
func (w *twin) isBottom(r domain.Round, estate string) bool {
	return r.Kind == "district_sanitary" && r.HeldOn >= w.p.InForce[domain.DocHB].First && w.bandOf(r.ID, estate) == "bottom"
}

func (w *twin) cause(r domain.Round, estate string) (cause string, determined bool) {
	var best *domain.Determination
	for i, d := range w.t.Determinations {
		if d.RoundID == r.ID && d.EstateID == estate && (best == nil || d.DecidedOn >= best.DecidedOn) {
			best = &w.t.Determinations[i]
		}
	}
	if best != nil {
		return string(best.Cause), true
	}
	company, all := new(big.Rat), new(big.Rat)
	for _, d := range w.t.Deductions {
		if d.RoundID != r.ID || d.EstateID != estate {
			continue
		}
		all.Add(all, rat(d.Points))
		function := map[string]bool{"C1": true, "C2": true, "C3": true, "C4": true, "C5": true, "C6": true, "C7": true, "C8": true}[d.Item]
		for _, it := range w.t.Items {
			if it.Code == d.Item {
				function = it.Function != ""
			}
		}
		if function {
			company.Add(company, rat(d.Points))
		}
	}
	if all.Sign() == 0 {
		return "undetermined", false
	}
	if company.Cmp(new(big.Rat).Mul(rat(w.p.CompanyShare), all)) >= 0 {
		return "company", false
	}
	return "territorial", false
}

// isStrike: at the confirmed level, or at the proposed one.
func (w *twin) isStrike(r domain.Round, estate string, confirmed bool) bool {
	if !w.isBottom(r, estate) {
		return false
	}
	cause, determined := w.cause(r, estate)
	switch {
	case cause == "company" && confirmed:
		return determined || w.p.DerivedIs == "confirmed"
	case cause == "company":
		return true
	case cause == "undetermined" && !confirmed:
		return w.p.UndeterminedIs == "proposed"
	}
	return false
}

func (w *twin) level(r domain.Round, estate string, confirmed bool) int {
	c := w.company(estate, r.HeldOn)
	if c == "" || !w.isStrike(r, estate, confirmed) {
		return 0
	}
	// The scored rounds up to r, the latest first.
	var scored []domain.Round
	for _, o := range w.rounds(true) {
		if w.bandOf(o.ID, estate) != "" && (o.HeldOn < r.HeldOn || o.HeldOn == r.HeldOn && o.ID <= r.ID) {
			scored = append([]domain.Round{o}, scored...)
		}
	}
	strikes, run, unbroken := 0, 0, true
	for i, o := range scored {
		if w.isStrike(o, estate, confirmed) && w.company(estate, o.HeldOn) == c {
			if yearOf(o.HeldOn) == yearOf(r.HeldOn) || w.p.SecondStrikeWindow == "ever" {
				strikes++
			}
			if unbroken {
				run++
			}
		} else {
			unbroken = false
		}
		if i+1 == len(scored) {
			break
		}
		before := scored[i+1]
		again := w.agreement(estate, before.HeldOn) == nil
		for d := before.HeldOn + 1; d <= o.HeldOn; d++ {
			if other := w.company(estate, d); other != "" && other != c {
				again = true
			}
		}
		if again { // both counts began at zero at o
			break
		}
	}
	switch {
	case run >= 3:
		return 3
	case strikes >= 2 || run >= 2:
		return 2
	}
	return 1
}

func yearOf(d domain.Date) int {
	y, _, _ := d.YMD()
	return y
}

func monthOf(d domain.Date) string { return d.String()[:7] }

// covered reports whether a level at a round withholds a month (YYYY-MM).
func covered(r domain.Round, level int, month string) bool {
	same := func(s string, n int) bool { return s[:n] == month[:n] }
	held := monthOf(r.HeldOn)
	quarter := func(s string) int { return (int(s[5]-'0')*10 + int(s[6]-'0') + 2) / 3 }
	switch level {
	case 1:
		return held == month
	case 2:
		return same(held, 4) && quarter(held) == quarter(month)
	case 3:
		return same(held, 4)
	}
	return false
}

type twinMeasure struct {
	round           domain.Round
	company, street string
	levels          [2]int // proposed, confirmed
}

func (w *twin) measures() []twinMeasure {
	var out []twinMeasure
	for _, r := range w.rounds(true) {
		for _, e := range w.t.Estates {
			if !w.isBottom(r, e.ID) {
				continue
			}
			if l := w.level(r, e.ID, false); l > 0 {
				out = append(out, twinMeasure{r, w.company(e.ID, r.HeldOn), e.Subdistrict, [2]int{l, w.level(r, e.ID, true)}})
			}
		}
	}
	return out
}

// payable goes through the month day by day.
func (w *twin) payable(estate, month string) *big.Int {
	e := w.estate(estate)
	first := date(month + "-01")
	days, paid := int64(0), int64(0)
	for d := first; monthOf(d) == month; d++ {
		days++
		if w.enrolled(e, d) {
			paid++
		}
	}
	x := new(big.Int).Mul(big.NewInt(int64(w.monthly(e, month))), big.NewInt(paid))
	x.Mul(x, big.NewInt(2))
	x.Add(x, big.NewInt(days))
	return x.Div(x, big.NewInt(2*days)) // half up
}

func (w *twin) monthly(e domain.Estate, month string) domain.Fen {
	from, amount := "", e.DistrictSubsidy
	for _, s := range w.t.Subsidies {
		if s.EstateID == e.ID && s.FromMonth.String() <= month && s.FromMonth.String() >= from {
			from, amount = s.FromMonth.String(), s.DistrictSubsidy
		}
	}
	if !amount.Known {
		return 0
	}
	return amount.Value
}

func (w *twin) stays(e domain.Estate) [][2]domain.Date {
	var out [][2]domain.Date
	listed := false
	for _, r := range w.t.Enrolments {
		if r.EstateID == e.ID {
			listed = true
			out = append(out, [2]domain.Date{r.EnrolledOn, r.ExitedOn})
		}
	}
	if !listed && e.EnrolledOn != 0 {
		out = append(out, [2]domain.Date{e.EnrolledOn, e.ExitedOn})
	}
	return out
}

func hasAllThree(e domain.Estate) bool {
	return e.ApprovedOn != 0 && e.AcceptedOn != 0 && e.CityGrant == domain.Yes
}

func (w *twin) enrolled(e domain.Estate, d domain.Date) bool {
	for _, s := range w.stays(e) {
		if hasAllThree(e) && s[0] <= d && (s[1] == 0 || d < s[1]) {
			return true
		}
	}
	return false
}

// takes reports whether a measure against a company withholds the subsidy of an estate in a month.
func (w *twin) takes(company, estate, month string) bool {
	a := w.agreement(estate, date(month+"-01"))
	return a != nil && a.CompanyID == company && (w.p.ProxyCounts || a.Kind == "direct")
}

type twinRow struct {
	company, street, month, status, timing, round string
	amount                                        *big.Int
	level                                         int
}

func (w *twin) withholdings() []twinRow {
	measures := w.measures()
	years := map[int]bool{}
	companies, streets := map[string]bool{}, map[string]bool{}
	for _, m := range measures {
		years[yearOf(m.round.HeldOn)] = true
		companies[m.company], streets[m.street] = true, true
	}
	var out []twinRow
	for company := range companies {
		for street := range streets {
			for year := range years {
				for n := 1; n <= 12; n++ {
					month := fmt.Sprintf("%04d-%02d", year, n)
					if row, ok := w.withholding(measures, company, street, month); ok {
						out = append(out, row)
					}
				}
			}
		}
	}
	return out
}

func (w *twin) withholding(measures []twinMeasure, company, street, month string) (twinRow, bool) {
	row := twinRow{company: company, street: street, month: month}
	for i, status := range []string{"confirmed", "proposed"} {
		at := 1 - i
		var deciding *domain.Round
		for j, m := range measures { // in order of rounds
			if m.company == company && m.street == street && covered(m.round, m.levels[at], month) {
				deciding = &measures[j].round
				break
			}
		}
		if deciding == nil {
			continue
		}
		row.status, row.round, row.timing = status, deciding.ID, "withheld"
		if month < monthOf(deciding.HeldOn) {
			row.timing = "clawback"
		}
		for _, m := range measures {
			if m.company == company && m.street == street && m.round.ID == deciding.ID {
				row.level = max(row.level, m.levels[at])
			}
		}
		row.amount = new(big.Int)
		for _, e := range w.t.Estates {
			if e.Subdistrict == street && w.takes(company, e.ID, month) {
				row.amount.Add(row.amount, w.payable(e.ID, month))
			}
		}
		return row, true
	}
	return row, false
}

func (w *twin) state(e domain.Estate) string {
	month := monthOf(w.on)
	if !hasAllThree(e) {
		return "not_enrolled"
	}
	entered := false
	for _, s := range w.stays(e) {
		entered = entered || s[0] <= w.on
	}
	switch {
	case !entered:
		return "not_enrolled"
	case !w.enrolled(e, w.on):
		return "exited"
	}
	confirmed, proposed := 0, 0
	for _, m := range w.measures() {
		if m.street != e.Subdistrict || !w.takes(m.company, e.ID, month) {
			continue
		}
		if covered(m.round, m.levels[1], month) {
			confirmed = max(confirmed, m.levels[1])
		}
		if covered(m.round, m.levels[0], month) {
			proposed = m.levels[0]
		}
	}
	switch {
	case confirmed > 0:
		return []string{"", "withheld_month", "withheld_quarter", "withheld_year"}[confirmed]
	case proposed > 0:
		return "proposed"
	case w.monthly(e, month) == 0:
		return "unfunded"
	}
	return "paid"
}

func money(x *big.Int) string {
	sign := ""
	if x.Sign() < 0 {
		sign = "-"
	}
	q, r := new(big.Int).QuoRem(new(big.Int).Abs(x), big.NewInt(100), new(big.Int))
	return fmt.Sprintf("%s%s.%02d", sign, q, r.Int64())
}

// files are the machine files by the twin.
func (w *twin) files() files {
	f := files{}
	add := func(name string, cells ...any) {
		s := make([]string, len(cells))
		for i, c := range cells {
			s[i] = fmt.Sprint(c)
		}
		f[name] = append(f[name], strings.Join(s, ","))
	}
	lost := map[string]bool{}
	for _, r := range w.rounds(false) {
		for _, k := range w.ranking(r.ID) {
			add("rankings", r.ID, k.estate, k.score, k.rank, k.fromBottom, k.band)
			if !w.isBottom(r, k.estate) {
				continue
			}
			cause, _ := w.cause(r, k.estate)
			c := w.company(k.estate, r.HeldOn)
			add("results", r.ID, k.estate, c, cause, w.level(r, k.estate, false), w.level(r, k.estate, true))
			year := time.Date(yearOf(r.HeldOn), 1, 1, 0, 0, 0, 0, time.UTC).Format("2006")
			lost[strings.TrimLeft(year, "0")+",estate,"+k.estate] = true
			if c != "" {
				lost[strings.TrimLeft(year, "0")+",company,"+c] = true
			}
		}
	}
	for l := range lost {
		add("eligibility", l)
	}
	funds := map[string]*[3]*big.Int{}
	fund := func(s string) *[3]*big.Int {
		if funds[s] == nil {
			funds[s] = &[3]*big.Int{new(big.Int), new(big.Int), new(big.Int)}
		}
		return funds[s]
	}
	rows := w.withholdings()
	slices.SortFunc(rows, func(a, b twinRow) int {
		return slices.Compare([]string{a.company, a.street, a.month}, []string{b.company, b.street, b.month})
	})
	for _, r := range rows {
		add("withholdings", r.company, r.street, r.month, r.status, r.timing, money(r.amount), r.level, r.round)
		if r.month <= monthOf(w.on) {
			sum := fund(r.street)[map[string]int{"confirmed": 0, "proposed": 1}[r.status]]
			sum.Add(sum, r.amount)
		}
	}
	for _, u := range w.t.FundUses {
		if u.UsedOn <= w.on {
			fund(u.Subdistrict)[2].Add(fund(u.Subdistrict)[2], big.NewInt(int64(u.Amount)))
		}
	}
	var streets []string
	for s, sums := range funds {
		if sums[0].Sign() != 0 || sums[1].Sign() != 0 || sums[2].Sign() != 0 {
			streets = append(streets, s)
		}
	}
	slices.Sort(streets)
	for _, s := range streets {
		sums := funds[s]
		add("funds", s, money(sums[0]), money(sums[1]), money(sums[2]), money(new(big.Int).Sub(sums[0], sums[2])))
	}
	latest := ""
	if rs := w.rounds(true); len(rs) > 0 {
		latest = rs[len(rs)-1].ID
	}
	for _, e := range w.t.Estates {
		band := w.bandOf(latest, e.ID)
		if band == "" {
			band = "unranked"
		}
		add("states", e.ID, w.state(e), band, latest, w.company(e.ID, w.on), money(w.payable(e.ID, monthOf(w.on))))
	}
	slices.Sort(f["rankings"])
	slices.Sort(f["results"])
	slices.Sort(f["eligibility"])
	slices.Sort(f["states"])
	return f
}
