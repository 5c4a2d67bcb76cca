package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// Overview returns every figure that a leader asks for on the day of a round; "" is the latest.
func (a *Atlas) Overview(roundID string) (Overview, error) {
	p, j, err := a.judged(roundID)
	if err != nil {
		return Overview{}, err
	}
	return p.overview(j), nil
}

func (p *project) overview(j *judged) Overview {
	o := Overview{RoundID: j.view.RoundID, AsOf: j.view.AsOf, Funds: []FundLine{}}
	strip := map[string]Figure{}
	for _, f := range j.view.Figures {
		strip[f.Key] = f
	}
	before := p.roundBefore(j)
	bottom, in, out, top := p.bandMoves(j, before)
	o.Bottom, o.In, o.Out, o.Top = p.fids(bottom), p.fids(in), p.fids(out), p.fids(top)
	o.Risen, o.Fallen = p.movers(j, 1), p.movers(j, -1)
	o.Sections = []OverviewSection{
		{"inspection", p.inspectionFigures(j, strip, top, in, out)},
		{"measures", p.measureFigures(j, strip)},
		{"money", p.moneyFigures(j, strip)},
		{"proxy", p.proxyFigures(j, strip)},
		{"map", p.registerFigures(j)},
		{"findings", p.findingFigures(j, strip)},
	}
	for i := range o.Sections {
		for k := range o.Sections[i].Figures {
			f := &o.Sections[i].Figures[k]
			f.Label, f.Unit = figureLabel(f.Key, j), figureUnit(f)
		}
	}
	for _, f := range j.ev.Funds {
		o.Funds = append(o.Funds, p.fundLine(f))
	}
	o.Months = p.months(j, func(*policy.Withholding) bool { return true })
	for i := range o.Months {
		for at := range p.book.Estates {
			o.Months[i].PayableFen += int64(p.book.Payable(policy.DistrictSubsidy, at, domain.NewMonth(j.ev.AsOf.Year(), i+1)))
		}
	}
	return o
}

// bandMoves returns the bottom band, who is new in it, who left it since the round before, all worst first, and the top band,
// best first.
func (p *project) bandMoves(j *judged, before int) (bottom, in, out, top []int) {
	inBand := func(band int) []int {
		return places(len(p.book.Estates), func(i int) bool { return j.view.Band[i] == band })
	}
	worstFirst := func(rank func(place int) int, list []int) {
		slices.SortStableFunc(list, func(a, b int) int { return cmp.Compare(rank(b), rank(a)) })
	}
	now := func(place int) int { return j.view.Rank[place] }
	bottom, top = inBand(bandBottom), inBand(bandTop)
	worstFirst(now, bottom)
	slices.SortStableFunc(top, func(a, b int) int { return cmp.Compare(now(a), now(b)) })
	if before == policy.None {
		return bottom, nil, nil, top
	}
	last := &j.ev.Rounds[before]
	was := func(place int) bool { e := last.Of(place); return e != nil && e.Band() == domain.BandBottom }
	for _, place := range bottom {
		if !was(place) {
			in = append(in, place)
		}
	}
	out = places(len(p.book.Estates), func(i int) bool { return was(i) && j.view.Band[i] != bandBottom })
	worstFirst(func(place int) int { return int(last.Of(place).Rank) }, out)
	return bottom, in, out, top
}

// mostMovers is how many estates the lists of the risen and the fallen have.
const mostMovers = 10

// movers returns the estates that gained (sign 1) or lost (−1) most ranks since the round before.
func (p *project) movers(j *judged, sign int) []int64 {
	moved := places(len(p.book.Estates), func(i int) bool { return j.view.Change[i]*sign > 0 })
	slices.SortStableFunc(moved, func(a, b int) int { return cmp.Compare(j.view.Change[b]*sign, j.view.Change[a]*sign) })
	return p.fids(moved[:min(len(moved), mostMovers)])
}

func (p *project) inspectionFigures(j *judged, strip map[string]Figure, top, in, out []int) []Figure {
	n := len(p.book.Estates)
	repeated := func(times int) []int {
		return places(n, func(i int) bool { return j.view.Band[i] == bandBottom && j.view.Run[i] >= times })
	}
	open := places(n, func(i int) bool { return Causes[j.view.Cause[i]] == domain.CauseUndetermined })
	return []Figure{
		strip["scored"],
		p.figure("unscored", places(n, func(i int) bool { return j.view.Rank[i] == 0 })),
		p.figure("top", top), strip["bottom"],
		p.figure("bottomIn", in), p.figure("bottomOut", out),
		p.figure("bottomTwice", repeated(2)), p.figure("bottomThrice", repeated(3)),
		p.figure("causeOpen", open),
	}
}

func (p *project) measureFigures(j *judged, strip map[string]Figure) []Figure {
	n := len(p.book.Estates)
	at := func(key string, level []int, want int) Figure {
		return p.figure(key, places(n, func(i int) bool { return level[i] == want }))
	}
	proposed := make([]int, n) // only where it is above what is confirmed
	for i := range proposed {
		if j.view.ProposedLevel[i] > j.view.Level[i] {
			proposed[i] = j.view.ProposedLevel[i]
		}
	}
	year := j.ev.AsOf.Year()
	lostEstates := places(n, func(i int) bool { return j.ev.Lost(policy.AwardEstate, i, year) })
	var lost, barred int64
	ofLost, ofBarred := map[int]bool{}, map[int]bool{}
	for c := range p.book.Companies {
		if j.ev.Lost(policy.AwardCompany, c, year) {
			lost++
			ofLost[c] = true
		}
		if on := p.book.Companies[c].BlacklistedOn; on != 0 && on <= j.ev.AsOf {
			barred++
			ofBarred[c] = true
		}
	}
	managed := func(key string, companies map[int]bool, count int64) Figure {
		f := p.figure(key, places(n, func(i int) bool { return companies[j.view.Company[i]] }))
		f.Count = count
		return f
	}
	return []Figure{
		strip["level3"], at("level2", j.view.Level, 2), at("level1", j.view.Level, 1),
		p.figure("levelProposed", places(n, func(i int) bool { return proposed[i] > 0 })),
		p.figure("estatesWithoutAward", lostEstates), managed("companiesWithoutAward", ofLost, lost), managed("companiesBarred", ofBarred, barred),
	}
}

func (p *project) moneyFigures(j *judged, strip map[string]Figure) []Figure {
	n := len(p.book.Estates)
	money := func(key string, fen domain.Fen, places []int) Figure {
		f := p.figure(key, places)
		f.Money, f.Fen = true, int64(fen)
		return f
	}
	var payable, proposed, clawback, used domain.Fen
	for _, fen := range j.view.PayableFen {
		payable += domain.Fen(fen)
	}
	ofProposed, ofClawback := map[int]bool{}, map[int]bool{}
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		if w.Month.Year() != j.ev.AsOf.Year() {
			continue
		}
		var hit map[int]bool
		switch {
		case w.Status == policy.Proposed:
			proposed += w.Amount
			hit = ofProposed
		case w.Timing == policy.Clawback:
			clawback += w.Amount
			hit = ofClawback
		default:
			continue
		}
		for _, e := range j.ev.WithheldEstates(w) {
			hit[e.Estate] = true
		}
	}
	overdrawn, drawnOn := map[string]bool{}, map[string]bool{}
	for _, f := range j.ev.Funds {
		if used += f.Used; f.Used > 0 {
			drawnOn[f.Subdistrict] = true
		}
		if f.Balance < 0 {
			overdrawn[f.Subdistrict] = true
		}
	}
	in := func(subdistricts map[string]bool) []int {
		return places(n, func(i int) bool { return subdistricts[p.book.Estates[i].Subdistrict] })
	}
	drawn := p.figure("fundsOverdrawn", in(overdrawn))
	drawn.Count = int64(len(overdrawn))
	return []Figure{
		money("payable", payable, places(n, func(i int) bool { return j.view.PayableFen[i] > 0 })),
		strip["withheldMonth"], strip["withheldYear"],
		money("proposedYear", proposed, places(n, func(i int) bool { return ofProposed[i] })),
		money("clawbackYear", clawback, places(n, func(i int) bool { return ofClawback[i] })),
		strip["funds"], money("fundsUsed", used, in(drawnOn)), drawn,
	}
}

func (p *project) proxyFigures(j *judged, strip map[string]Figure) []Figure {
	n := len(p.book.Estates)
	var standing, broken []int
	sides := j.ev.ProxySides(p.area)
	for i := range sides.Overridden {
		standing = append(standing, sides.Overridden[i].Estate)
		if !sides.Overridden[i].Valid {
			broken = append(broken, sides.Overridden[i].Estate)
		}
	}
	return []Figure{
		p.figure("scattered", places(n, func(i int) bool { return p.district.Estates.Form[i] == 1 })),
		p.figure("proxied", places(n, func(i int) bool { return j.view.Proxy[i] && j.view.Company[i] >= 0 })),
		strip["unserved"], p.figure("overrides", standing), p.figure("overridesInvalid", broken),
	}
}

// soonDays is how long before its end an agreement is named.
const soonDays = 90

func (p *project) registerFigures(j *judged) []Figure {
	n := len(p.book.Estates)
	state := func(key string, s domain.SubsidyState) Figure {
		return p.figure(key, places(n, func(i int) bool { return j.ev.States[i].State == s }))
	}
	return []Figure{
		p.figure("estates", places(n, func(int) bool { return true })),
		state("notEnrolled", domain.StateNotEnrolled), state("exited", domain.StateExited), state("unfunded", domain.StateUnfunded),
		p.figure("unmapped", places(n, func(i int) bool { return p.areaM2[i] <= 0 && j.view.Rank[i] > 0 })),
		p.figure("noCompany", places(n, func(i int) bool { return j.view.Company[i] < 0 && !p.book.HasLeft(i, j.ev.AsOf) })),
		p.figure("agreementEnds", places(n, func(i int) bool {
			g := p.book.AgreementOn(i, j.ev.AsOf)
			return g != nil && g.EndsOn != 0 && g.EndsOn <= j.ev.AsOf+soonDays && p.book.AgreementOn(i, g.EndsOn+1) == nil
		})),
	}
}

func (p *project) findingFigures(j *judged, strip map[string]Figure) []Figure {
	var open, resolved int64
	hit, all := map[int]bool{}, map[int]bool{}
	for i := range p.tables.Findings {
		f := &p.tables.Findings[i]
		if f.FoundOn > j.ev.AsOf {
			continue
		}
		place, known := p.book.Estate(f.EstateID)
		if known {
			all[place] = true
		}
		if f.ResolvedOn != 0 && f.ResolvedOn <= j.ev.AsOf {
			resolved++
			continue
		}
		open++
		if known {
			hit[place] = true
		}
	}
	of := func(key string, count int64, set map[int]bool, notes ...Note) Figure {
		f := p.figure(key, places(len(p.book.Estates), func(i int) bool { return set[i] }), notes...)
		f.Count = count
		return f
	}
	return []Figure{
		of("findings", open+resolved, all, Note{Key: "resolved", Count: resolved}),
		of("findingsOpen", open, hit), strip["overdue"],
	}
}
