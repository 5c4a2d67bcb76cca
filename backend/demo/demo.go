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

// Options say which district to grow; the zero Options are the district that everybody sees.
type Options struct {
	Seed    uint64
	Estates int // how many; 0: DefaultEstates. The area grows with them
}

// homeOfDecline and homeOfLeaver are the subdistricts of the two companies of the story, counted from the middle.
const (
	homeOfDecline = 0
	homeOfLeaver  = 5
)

// Generate grows the district. The same options give the same tables, on every machine.
func Generate(o Options) *domain.Tables {
	if o.Estates <= 0 {
		o.Estates = DefaultEstates
	}
	r := &random{o.Seed}
	g := grow(o.Estates, r.fork(1))
	estates := register(g.city, g.blocks, g.subs, g.shapes, r.fork(2))
	settleCommunities(estates, len(g.subs))
	companies := makeCompanies(len(g.subs), r.fork(3))
	serve(estates, len(g.subs), len(companies), r.fork(4))
	takeOver(estates, r.fork(5))

	t := &domain.Tables{Title: Name, Companies: companies, Backdrops: g.backdrops(o.Estates <= mostMinorStreets)}
	for _, e := range estates {
		t.Estates = append(t.Estates, e.Estate)
		t.Agreements = append(t.Agreements, e.agreements(companies)...)
	}
	return domain.Merge(&domain.Tables{}, t)
}

// ground is a district without its people: streets, blocks, subdistricts and the outlines of estates by subdistrict.
type ground struct {
	*city
	blocks []block
	subs   []subdistrict
	shapes [][]*shape
}

func grow(estates int, r *random) *ground {
	g := &ground{city: layOut(newLand(estates, r.fork(1)), r.fork(2))}
	kinds := make([]character, len(g.cells))
	for i, q := range g.cells {
		kinds[i] = g.characterOf(q, r.fork(3, i))
	}
	g.blocks = g.quarters(kinds, r.fork(4))
	for _, s := range g.streets {
		s.join(2*bankRoad + 40)
	}
	g.subs = g.subdivide(max(3, int(math.Round(float64(estates)/35))), r.fork(5))
	subOf := make([]int, len(g.cells))
	for i := range subOf {
		subOf[i] = slices.IndexFunc(g.subs, func(s subdistrict) bool { return slices.Contains(s.cells, i) })
	}
	g.shapes = settle(g.city, g.blocks, func(q int) int { return subOf[q] }, len(g.subs), estates, r.fork(6))
	return g
}
