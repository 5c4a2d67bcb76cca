package demo

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"estateatlas/backend/domain"
)

var companyNames = []string{
	"瑞丰物业", "恒泰安居", "津城乐居", "华悦服务", "信达康居", "众和物业", "福临家园", "嘉禾环境", "安顺楼管", "明德物业", "同心里服务", "北辰物服",
}

// The companies of the story by their place in companyNames.
const (
	declining = 0  // 瑞丰物业 does worse from the summer of 2025 on
	leaving   = 11 // 北辰物服 leaves after three bottom results in spring 2025
)

func makeCompanies(subs int, r *random) []domain.Company {
	n := max(len(companyNames), subs)
	out := make([]domain.Company, n)
	for i := range out {
		name := companyNames[i%len(companyNames)]
		if i >= len(companyNames) {
			name = estateStems[i%len(estateStems)] + pick(r, []string{"物业", "服务", "安居", "物管"})
			if round := i / len(estateStems); round > 0 {
				name += strconv.Itoa(round + 1)
			}
		}
		out[i] = domain.Company{
			ID: fmt.Sprintf("C%0*d", max(2, len(strconv.Itoa(n))), i+1), Name: name,
			ResponsiblePerson: personName(r), LegalRepresentative: personName(r),
			Phone: fmt.Sprintf("022-0000%04d", 1000+i), // no such exchange exists
		}
		if r.chance(0.4) {
			out[i].Capacity = domain.Some(int64(r.whole(3, 6) * 5))
		}
	}
	out[leaving].BlacklistedOn = day(2025, 9, 15)
	return out
}

// serve deals the contiguous estates out to companies: in each subdistrict two or three, each where it began, so that one
// company mostly has neighbours; and gives scattered ones to the company of the nearest host.
func serve(estates []*estate, subs, companies int, r *random) {
	bySub := make([][]*estate, subs)
	for _, e := range estates {
		bySub[e.sub] = append(bySub[e.sub], e)
	}
	for s, own := range bySub {
		if len(own) == 0 {
			continue
		}
		local := localCompanies(s, subs, companies, r)
		seats := make([]point, len(local))
		for i := range seats {
			seats[i] = own[r.below(len(own))].middle
		}
		for _, e := range own {
			if e.scattered() && !r.chance(0.04) || e.Mode != domain.ModeCompany && e.Mode != "" || e.EnrolledOn == 0 {
				continue
			}
			q := r.fork(1, s, int(e.area))
			company, best := local[0], math.Inf(1)
			for i, seat := range seats {
				weight := 1 + 0.45*float64(i)
				if i > 0 && s == homeOfDecline {
					weight = 2.5
				}
				if d := seat.distance(e.middle) * weight; d < best {
					company, best = local[i], d
				}
			}
			if q.chance(0.1) {
				company = pick(q, local)
			}
			e.stints = direct(company, e.EnrolledOn, q)
		}
	}
}

// localCompanies lists the companies of a subdistrict, the largest first.
func localCompanies(s, subs, companies int, r *random) []int {
	if s == homeOfDecline {
		return []int{declining, 4, 1}
	}
	if s == homeOfLeaver%subs {
		return []int{leaving, 5, 2}
	}
	usual := func(i int) int {
		for c := i % companies; ; c = (c + 1) % companies {
			if c != leaving && c != declining {
				return c
			}
		}
	}
	out := []int{usual(s + 1), usual(s*5 + 3)}
	if r.chance(0.5) {
		out = append(out, usual(s*7+5))
	}
	if s == homeOfDecline+3 {
		out = append(out, declining)
	}
	slices.Sort(out[1:])
	return slices.Compact(out)
}

// direct makes the agreements of one company with one estate: most since 2023 or 2024, some renewed.
func direct(company int, enrolled domain.Date, r *random) []stint {
	from := pick(r, []domain.Date{day(2023, 1, 1), day(2023, 7, 1), day(2024, 1, 1), day(2024, 1, 1), day(2024, 7, 1)})
	from = max(from, enrolled)
	switch x := r.unit(); {
	case x < 0.5:
		return []stint{{company, domain.AgreementDirect, from, 0}}
	case x < 0.75:
		return []stint{{company, domain.AgreementDirect, from, day(2027, 12, 31)}}
	}
	end := day(2025, 12, 31)
	return []stint{{company, domain.AgreementDirect, from, end}, {company, domain.AgreementDirect, end + 1, day(2028, 12, 31)}}
}

// leave ends the agreements of the company that leaves; others take its estates over the day after.
func (d *district) leave(r *random) {
	end := day(2025, 6, 30)
	for k, e := range d.estates {
		for i, s := range e.stints {
			if s.company != leaving {
				continue
			}
			q := r.fork(k)
			if s.from > end {
				e.stints = e.stints[:i]
				break
			}
			e.stints = append(e.stints[:i:i], stint{leaving, s.kind, s.from, end})
			if !q.chance(0.1) {
				e.stints = append(e.stints, stint{pick(q, []int{5, 5, 2}), s.kind, end + 1, day(2028, 6, 30)})
			}
			break
		}
		// Now and then another company wins the next agreement.
		if n := len(e.stints); n == 2 && e.stints[0].company == e.stints[1].company && r.fork(k, 1).chance(0.12) {
			e.stints[1].company = (e.stints[1].company + 3) % leaving
		}
	}
}

// endWithStays ends agreements when the estate leaves long-term management.
func (d *district) endWithStays() {
	for _, e := range d.estates {
		if len(e.stays) == 0 || e.stays[len(e.stays)-1].ExitedOn == 0 {
			continue
		}
		end := e.stays[len(e.stays)-1].ExitedOn - 1
		var kept []stint
		for _, s := range e.stints {
			if s.from > end {
				break
			}
			if s.to == 0 || s.to > end {
				s.to = end
			}
			kept = append(kept, s)
		}
		e.stints = kept
	}
}

// takeOver gives every scattered estate in company hands to the company of its nearest contiguous neighbour, as RULES 7
// would on most of them; the agreements follow those of the neighbour.
func takeOver(estates []*estate, r *random) {
	hosts := newNeighbours(estates, func(e *estate) bool { return !e.scattered() && len(e.stints) > 0 })
	for i, e := range estates {
		if !e.scattered() || len(e.stints) > 0 || e.Mode != domain.ModeCompany && e.Mode != "" || e.EnrolledOn == 0 {
			continue
		}
		host, distance := hosts.nearest(e)
		if host == nil || distance > 990 {
			continue
		}
		q := r.fork(i)
		if q.chance(0.03) {
			continue
		}
		e.host = host
		since := max(e.EnrolledOn, day(2024, q.whole(1, 9), 1))
		for _, s := range host.stints {
			if s.to != 0 && s.to < since {
				continue
			}
			if n := len(e.stints); n > 0 && e.stints[n-1].company == s.company {
				e.stints[n-1].to = s.to
				continue
			}
			if len(e.stints) > 0 && e.stints[0].company == leaving && q.chance(0.45) {
				break // nobody took it over yet
			}
			e.stints = append(e.stints, stint{s.company, domain.AgreementProxy, max(s.from, since), s.to})
		}
	}
}

// neighbours finds the nearest of some estates by outline.
type neighbours struct {
	squares map[[2]int][]*estate
}

const neighbourMesh = 600 // m

func squareOf(p point) [2]int {
	return [2]int{int(math.Floor(p.x / neighbourMesh)), int(math.Floor(p.y / neighbourMesh))}
}

func newNeighbours(estates []*estate, keep func(*estate) bool) *neighbours {
	n := &neighbours{map[[2]int][]*estate{}}
	for _, e := range estates {
		if keep(e) {
			at := squareOf(e.middle)
			n.squares[at] = append(n.squares[at], e)
		}
	}
	return n
}

// nearest returns the nearest estate to e within 3 km and the distance in metres; nil if there is none.
func (n *neighbours) nearest(e *estate) (*estate, float64) { return n.nearestBut(e, nil) }

// nearestBut is nearest with one estate passed over.
func (n *neighbours) nearestBut(e, but *estate) (*estate, float64) {
	const reach = 300 // m from the middle of an estate to its farthest point, at most
	at := squareOf(e.middle)
	var found *estate
	best := math.Inf(1)
	for ring := 0; ring <= 5; ring++ {
		if best < float64(ring-1)*neighbourMesh-2*reach {
			break
		}
		for x := at[0] - ring; x <= at[0]+ring; x++ {
			for y := at[1] - ring; y <= at[1]+ring; y++ {
				if max(abs(x-at[0]), abs(y-at[1])) != ring {
					continue
				}
				for _, o := range n.squares[[2]int{x, y}] {
					if o == e || o == but || o.middle.distance(e.middle)-2*reach > best {
						continue
					}
					if d := e.shape.gap(o.shape); d < best {
						found, best = o, d
					}
				}
			}
		}
	}
	return found, best
}

func abs(i int) int {
	if i < 0 {
		return -i
	}
	return i
}

func (e *estate) agreements(companies []domain.Company) []domain.Agreement {
	var out []domain.Agreement
	for _, s := range e.stints {
		out = append(out, domain.Agreement{EstateID: e.ID, CompanyID: companies[s.company].ID, Kind: s.kind, StartsOn: s.from, EndsOn: s.to})
	}
	return out
}
