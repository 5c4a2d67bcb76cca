// Package demo grows a made-up district for trying the program out, for the first start and for speed checks: streets, estates,
// companies and two years of inspections that tell a story. It decides nothing by the rules: what follows from its rows is for
// the policy package to say.
package demo

import (
	"math"
	"slices"

	"estateatlas/backend/domain"
)

// Name is the title of every generated district. 虚构 in it makes screens and exports say that it is made up.
const Name = "示例区（虚构）"

// DefaultEstates is the size of the district that the program shows on its first start.
const DefaultEstates = 420

// firstSeed is the seed of the district that everybody sees: dense in the middle, where the map opens.
const firstSeed = 14

// today is the day on which the district is looked at first.
var today = day(2026, 11, 22)

// Options say which district to grow; the zero Options are the district that everybody sees.
type Options struct {
	Seed    uint64 // 0: the district that everybody sees
	Estates int    // how many; 0: DefaultEstates. The area grows with them
}

// mostFullYears is the largest district that gets two years of inspections; a larger one gets the last six months, for it is
// there to try the speed of reading and of the map.
const mostFullYears = 10_000

// district is the district in the making.
type district struct {
	*ground
	estates     []*estate
	companies   []domain.Company
	inspections []*inspection
	cast        cast
}

// Generate grows the district. The same options give the same tables, on every machine.
func Generate(o Options) *domain.Tables {
	if o.Estates <= 0 {
		o.Estates = DefaultEstates
	}
	if o.Seed == 0 {
		o.Seed = firstSeed
	}
	r := &random{o.Seed}
	d := &district{ground: grow(o.Estates, r.fork(1))}
	d.estates = register(d.plots, d.subs, d.shapes, r.fork(2))
	d.companies = makeCompanies(len(d.subs), r.fork(3))
	d.fates(r.fork(4))
	serve(d.estates, len(d.subs), len(d.companies), r.fork(5))
	d.leave(r.fork(6))
	takeOver(d.estates, r.fork(7))
	d.endWithStays()
	d.choose()
	settleCommunities(d.estates, len(d.subs))
	months := 24
	if o.Estates > mostFullYears {
		months = 6
	}
	d.inspections = calendar(months)
	for k, i := range d.inspections {
		d.inspect(i, r.fork(8, k))
		if i.Kind == domain.RoundDistrictSanitary {
			d.play(i, r.fork(9, k))
		}
		i.ranked = i.number >= 12 || i.Kind == domain.RoundCityEvaluation
	}

	d.adjust(r.fork(10))
	t := &domain.Tables{Title: Name, Companies: d.companies, Backdrops: d.backdrops(o.Estates <= mostMinorStreets)}
	for _, e := range d.estates {
		if e.returned {
			t.Enrolments = append(t.Enrolments, e.stays...)
		}
		if e.change != nil {
			t.Subsidies = append(t.Subsidies, *e.change)
		}
		t.Estates = append(t.Estates, e.Estate)
		t.Agreements = append(t.Agreements, e.agreements(d.companies)...)
	}
	t.Determinations = d.determine(r.fork(11))
	t.Findings = d.find(r.fork(12))
	t.Overrides = d.override(r.fork(13))
	t.FundUses = d.spend(r.fork(14))
	t.RectifySteps = d.rectify(r.fork(15))
	d.results(t)
	return t
}

// ground is a district without its people: streets, plots, subdistricts and the outlines of estates by subdistrict.
type ground struct {
	*city
	plots  []plot
	subs   []subdistrict
	subOf  []int // by cell: its place in subs, or nobody
	shapes [][]*shape
	lakes  []lake
}

func grow(estates int, r *random) *ground {
	g := &ground{city: layOut(newLand(estates, r.fork(1)), r.fork(2))}
	kinds := make([]character, len(g.cells))
	for i, q := range g.cells {
		kinds[i] = g.characterOf(q, r.fork(3, i))
	}
	g.subs = g.subdivide(max(3, int(math.Round(float64(estates)/35))), r.fork(4))
	g.subOf = slices.Repeat([]int{nobody}, len(g.cells))
	for s := range g.subs {
		for _, q := range g.subs[s].cells {
			g.subOf[q] = s
		}
	}
	g.plots = g.quarters(kinds, func(q int) bool { return g.subOf[q] != nobody }, r.fork(5))
	g.shapes = g.settle(estates, r.fork(6))
	g.lakes = g.parks(r.fork(7))
	return g
}
