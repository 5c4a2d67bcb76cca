package demo

import (
	"cmp"
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
// company mostly has neighbours.
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
		shrink := 0.45 // how much nearer to its seat the second company stays than the first, and the third than the second
		if s == homeOfDecline {
			seats[0] = slices.MaxFunc(own, func(a, b *estate) int { return cmp.Compare(a.area, b.area) }).middle
			shrink = 2.5
		}
		for _, e := range own {
			if e.scattered() && !r.chance(0.04) || e.Mode != domain.ModeCompany && e.Mode != "" || e.EnrolledOn == 0 {
				continue
			}
			q := r.fork(1, s, int(e.area))
			company, best := local[0], math.Inf(1)
			for i, seat := range seats {
				if d := seat.distance(e.middle) * (1 + shrink*float64(i)); d < best {
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
