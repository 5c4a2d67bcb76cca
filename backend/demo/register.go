package demo

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// estate is an estate in the making: its row and what the other tables need to know of it.
type estate struct {
	domain.Estate
	shape  *shape
	sub    int
	middle point
	area   float64 // ground area, m²
	stints []stint // who served it, in order of time
	stays  []domain.Enrolment
	change *domain.SubsidyChange // nil: none
	host   *estate               // of a scattered estate in proxy hands

	// returned: its stays stand in a table of their own.
	returned bool
	record   record

	// What inspectors find: how much worse than its company and its street it does (points), and the items that recur.
	ownLoss, ownTerritory float64
	habits                []int // places in domain.DefaultItems
}

// stint is one agreement.
type stint struct {
	company  int
	kind     domain.AgreementKind
	from, to domain.Date // to 0: open
}

func (e *estate) scattered() bool { return e.Form == domain.FormScattered }

// companyOn returns the company in force on d, −1 for none.
func (e *estate) companyOn(d domain.Date) int {
	for _, s := range e.stints {
		if s.from <= d && (s.to == 0 || d <= s.to) {
			return s.company
		}
	}
	return -1
}

// stayOn reports whether the estate is under long-term management on d.
func (e *estate) stayOn(d domain.Date) bool {
	for _, s := range e.stays {
		if s.EnrolledOn != 0 && s.EnrolledOn <= d && (s.ExitedOn == 0 || d < s.ExitedOn) {
			return true
		}
	}
	return false
}

// register makes the estates of every subdistrict, numbered street by street from west to east.
func register(plots []plot, subs []subdistrict, shapes [][]*shape, r *random) []*estate {
	names := newEstateNames(r.fork(1))
	var all []*estate
	width := max(2, len(fmt.Sprint(len(subs))))
	for s, own := range shapes {
		slices.SortStableFunc(own, func(a, b *shape) int {
			return cmp.Compare(a.parts[0].shell.centroid().x, b.parts[0].shell.centroid().x)
		})
		big := slices.Clone(own) // names of the annex go to the largest
		slices.SortStableFunc(big, func(a, b *shape) int { return cmp.Compare(b.area(), a.area()) })
		named := map[*shape]string{}
		for _, sh := range big {
			street, number := address(plots[sh.plot], sh.parts[0].shell.centroid())
			named[sh] = names.next(subs[s].name, sh.scattered, street, number)
		}
		for k, sh := range own {
			e := &estate{shape: sh, sub: s, area: sh.area(), middle: sh.parts[0].shell.centroid()}
			e.ID = fmt.Sprintf("%0*d-%03d", width, s+1, k+1)
			e.Name = named[sh]
			e.Subdistrict = subs[s].name
			e.Boundary = boundary(sh)
			e.describe(r.fork(2, s, k))
			all = append(all, e)
		}
	}
	return all
}

// address returns the nearest named street around the plot and a house number on it that grows along the street.
func address(b plot, at point) (street string, number int) {
	best := math.Inf(1)
	for _, f := range b.fronts {
		if d := pointDistance(at, f.a, f.b); d < best {
			best, street = d, f.street
			number = 2 + int(math.Abs(at.dot(f.b.sub(f.a).unit())))%1800/16
		}
	}
	return street, number
}

func boundary(s *shape) orb.MultiPolygon {
	var m orb.MultiPolygon
	for _, p := range s.parts {
		rings := orb.Polygon{lonLatRing(p.shell)}
		for _, h := range p.holes {
			rings = append(rings, lonLatRing(h))
		}
		m = append(m, rings)
	}
	return m
}

// describe gives an estate its size in floors and households, its money and its dates.
func (e *estate) describe(r *random) {
	e.Form, e.Enclosable = domain.FormContiguous, domain.Yes
	floors, cover := r.between(4.6, 6.1), r.between(0.26, 0.34)
	if e.shape.scattered {
		e.Form, e.Enclosable = domain.FormScattered, domain.No
		floors, cover = r.between(3, 6), r.between(0.42, 0.62)
	}
	floor := e.area * cover * floors
	homes := max(8, int64(floor/r.between(52, 64)))
	e.Households = domain.Some(homes)
	e.BuildingAreaM2 = domain.Some(domain.MustDecimal(fmt.Sprintf("%.1f", math.Round(floor*10)/10)))
	monthly := func(rate, lo, hi float64) domain.Opt[domain.Fen] {
		return domain.Some(domain.Fen(math.Round(min(hi, max(lo, float64(homes)*rate))/10) * 1000))
	}
	if e.scattered() {
		e.DistrictSubsidy, e.CitySubsidy = monthly(r.between(8, 10.5), 150, 900), monthly(r.between(5, 6.5), 100, 600)
	} else {
		e.DistrictSubsidy, e.CitySubsidy = monthly(r.between(8, 10.5), 1500, 9000), monthly(r.between(5, 6.5), 900, 6000)
	}
	if r.chance(0.075) {
		e.DistrictSubsidy = domain.Some(domain.Fen(0))
	}
	e.ownLoss, e.ownTerritory = 1.4*r.bell(), 0.9*r.bell()
	e.habits = []int{pick(r, companyItems), pick(r, companyItems), pick(r, territoryItems)}
	e.Mode = domain.ModeCompany
	switch x := r.unit(); {
	case x < 0.03:
		e.Mode = domain.ModeOwnerUnit
	case x < 0.05:
		e.Mode = domain.ModeSelfGoverned
	case x < 0.07:
		e.Mode = domain.ModeCommunityGuarantee
	case x < 0.09:
		e.Mode = ""
	}
	approved := day(r.whole(2013, 2019), r.whole(1, 12), r.whole(1, 28))
	e.ApprovedOn = approved
	e.AcceptedOn = approved + domain.Date(r.whole(200, 620))
	e.CityGrant = domain.Yes
	e.EnrolledOn = max(e.AcceptedOn+domain.Date(r.whole(30, 300)), day(2020, 9, 1)+domain.Date(r.whole(0, 500)))
}

func day(y, m, d int) domain.Date {
	date, ok := domain.NewDate(y, m, d)
	if !ok {
		panic("demo: no such day")
	}
	return date
}

// settleCommunities groups the estates of each subdistrict around its larger estates and names the communities after them.
func settleCommunities(estates []*estate, subs int) {
	bySub := make([][]*estate, subs)
	for _, e := range estates {
		bySub[e.sub] = append(bySub[e.sub], e)
	}
	for _, own := range bySub {
		if len(own) == 0 {
			continue
		}
		n := max(1, len(own)/8)
		seeds := []*estate{slices.MaxFunc(own, func(a, b *estate) int { return cmp.Compare(a.area, b.area) })}
		far := func(e *estate) float64 {
			d := math.Inf(1)
			for _, s := range seeds {
				d = min(d, s.middle.distance(e.middle))
			}
			if e.scattered() {
				d /= 4
			}
			return d
		}
		for len(seeds) < n {
			seeds = append(seeds, slices.MaxFunc(own, func(a, b *estate) int { return cmp.Compare(far(a), far(b)) }))
		}
		for _, e := range own {
			near := slices.MinFunc(seeds, func(a, b *estate) int {
				return cmp.Compare(a.middle.distance(e.middle), b.middle.distance(e.middle))
			})
			e.Community = near.Name + "社区"
		}
	}
}
