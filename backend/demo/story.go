package demo

import (
	"cmp"
	"math"
	"slices"

	"estateatlas/backend/domain"
)

// The subdistricts of the story, counted from the middle of the district.
const (
	homeOfDecline = 0
	improving     = 3
	homeOfLeaver  = 5
)

// heroName is the estate that the pictures of the program show.
const heroName = "月牙河东里"

// Numbers of monthly rounds that the story names.
const (
	september2026 = 21 + iota
	october2026
	november2026
)

const (
	march2025 = 3 + iota
	april2025
	may2025
)

// scene is what the script makes inspectors find: tenths of points by item.
type scene struct {
	lost      marks
	unwritten bool // the deductions were not handed in
}

// cast is who plays in the story: what happens to them in which round. The others do as they do, but nobody falls into the
// bottom band more often than the story can bear.
type cast struct {
	scenes map[int]map[*estate]scene
	hero   *estate // its company is in decline: three times at the bottom, in autumn 2026
	left   *estate // its company left after three times at the bottom, in spring 2025
}

func (c *cast) plays(e *estate) bool {
	for _, s := range c.scenes {
		if _, ok := s[e]; ok {
			return true
		}
	}
	return false
}

func (c *cast) script(e *estate, number int, s scene) {
	if e == nil {
		return
	}
	if c.scenes[number] == nil {
		c.scenes[number] = map[*estate]scene{}
	}
	c.scenes[number][e] = s
}

// choose picks the players. Every state of a subsidy occurs after the last round: a year withheld from the company in decline,
// a quarter, two months, one proposed, and a bottom result that costs nobody money because it is territorial.
func (d *district) choose() {
	c := &d.cast
	c.scenes = map[int]map[*estate]scene{}
	last := day(2026, 11, 18)
	pairs := map[[2]int]bool{} // company and subdistrict, each in one part only

	free := func(e *estate, on domain.Date) bool {
		return e.stayOn(on) && e.stayOn(firstMonth.First()) && !c.plays(e) && e.DistrictSubsidy.Value > 0 && e.companyOn(on) >= 0
	}
	// of returns the largest free estate of a form, company and subdistrict.
	of := func(sub, company int, form domain.Form, on domain.Date) *estate {
		var best *estate
		for _, e := range d.estates {
			if e.sub == sub && e.Form == form && e.companyOn(on) == company && free(e, on) && (best == nil || e.area > best.area) {
				best = e
			}
		}
		return best
	}
	// pair returns the subdistrict and company with most estates that no part has yet.
	pair := func(on domain.Date) (sub, company int) {
		count := map[[2]int]int{}
		for _, e := range d.estates {
			if k := [2]int{e.companyOn(on), e.sub}; k[0] >= 0 && k[0] != declining && k[0] != leaving && k[1] != improving && !pairs[k] {
				count[k]++
			}
		}
		best := [2]int{-1, -1}
		for _, e := range d.estates { // in order, so that ties fall the same way
			k := [2]int{e.companyOn(on), e.sub}
			target := func(k [2]int) int { n := count[k]; return -abs(n - 12) }
			if count[k] > 0 && (best[0] < 0 || target(k) > target(best)) {
				best = k
			}
		}
		pairs[best] = true
		return best[1], best[0]
	}

	c.hero = of(homeOfDecline, declining, domain.FormContiguous, last)
	d.rename(c.hero, heroName)
	c.script(c.hero, september2026, company(335, "C2", "C5"))
	c.script(c.hero, october2026, company(352, "C2", "C6"))
	c.script(c.hero, november2026, scene{lost: lose("C2", 120, "C5", 95, "C6", 80, "T3", 90)})
	c.script(of(homeOfDecline, declining, domain.FormScattered, last), november2026, company(370, "C1", "C2"))
	c.script(of(homeOfDecline, declining, domain.FormContiguous, last), november2026, company(361, "C5", "C8"))

	sub, co := pair(last)
	twice := of(sub, co, domain.FormContiguous, last)
	c.script(twice, october2026, company(338, "C1", "C4"))
	c.script(twice, november2026, company(347, "C1", "C7"))
	c.script(cmp.Or(of(sub, co, domain.FormScattered, last), of(sub, co, domain.FormContiguous, last)), november2026, company(342, "C2", "C8"))

	for _, loss := range []int{333, 328} {
		sub, co = pair(last)
		c.script(of(sub, co, domain.FormContiguous, last), november2026, company(loss, "C5", "C2"))
	}
	sub, co = pair(last)
	c.script(of(sub, co, domain.FormContiguous, last), november2026, scene{company(323, "C1", "C5").lost, true})
	sub, co = pair(last)
	wavering := of(sub, co, domain.FormContiguous, last)
	c.script(wavering, september2026, company(331, "C2", "C3"))
	c.script(wavering, october2026, scene{company(329, "C2", "C1").lost, true})
	c.script(wavering, november2026, company(319, "C2", "C8"))
	sub, co = pair(last)
	street := of(sub, co, domain.FormContiguous, last)
	c.script(street, october2026, territory(326, "T3", "T2"))
	c.script(street, november2026, territory(315, "T3", "T1"))

	early := day(2025, 3, 1)
	c.left = of(d.leaverHome(), leaving, domain.FormContiguous, early)
	c.script(c.left, march2025, company(341, "C1", "C2"))
	c.script(c.left, april2025, company(357, "C1", "C6"))
	c.script(c.left, may2025, company(384, "C1", "C2"))
	c.script(of(d.leaverHome(), leaving, domain.FormContiguous, early), may2025, company(349, "C2", "C5"))
}

// rename gives an estate a name; who has it now gets the estate's.
func (d *district) rename(e *estate, name string) {
	if e == nil {
		return
	}
	for _, o := range d.estates {
		if o.Name == name {
			o.Name = e.Name
		}
	}
	e.Name = name
}

func (d *district) leaverHome() int { return homeOfLeaver % len(d.subs) }

// company returns a loss most of which is the company's, on two items before all.
func company(loss int, first, second string) scene {
	a, b := loss*38/100, loss*27/100
	c := loss * 15 / 100
	return scene{lost: lose(first, a, second, b, "T3", c, "C9", loss-a-b-c)}
}

// territory returns a loss most of which the street answers for.
func territory(loss int, first, second string) scene {
	a, b := loss*42/100, loss*31/100
	return scene{lost: lose(first, a, second, b, "C4", loss-a-b)}
}

// play lets the script and the natural course of a monthly round meet: first the script, then whoever else would fall into
// the bottom band once too often is found to have improved.
func (d *district) play(i *inspection, r *random) {
	scenes := d.cast.scenes[i.number]
	for _, x := range i.results {
		if s, ok := scenes[x.estate]; ok {
			x.lost, x.unwritten, x.scripted = s.lost, s.unwritten, true
		}
	}
	i.sort()
	for range 60 {
		relieved := false
		for _, x := range i.bottom() {
			if !x.scripted && !d.bearable(i, x, r) {
				x.improve(r)
				relieved = true
			}
		}
		if !relieved {
			break
		}
		i.sort()
	}
	for _, x := range i.bottom() {
		if !x.scripted && i.number < september2026 && r.chance(0.05) {
			x.unwritten = true
		}
		x.strikes = append(x.strikes, strike{i.number, i.HeldOn.Year(), x.company, x.unwritten || x.strike()})
	}
	low := map[*estate]bool{}
	for _, x := range i.bottom() {
		low[x.estate] = true
	}
	for _, x := range i.results {
		if !low[x.estate] {
			x.strikes = append(x.strikes, strike{i.number, i.HeldOn.Year(), x.company, false})
		}
	}
}

// strike is a past monthly result.
type strike struct {
	number, year, company int
	counts                bool
}

// bearable says whether the story has room for the estate in the bottom band: at most two strikes in a year or in a row, and
// in its last months only those of the script at level 2 or above.
func (d *district) bearable(i *inspection, x *result, r *random) bool {
	if i.number == november2026 || i.HeldOn.Year() == 2026 && d.cast.plays(x.estate) {
		return false
	}
	if x.company < 0 || !x.unwritten && !x.strike() {
		return true
	}
	inYear, run := 0, 0
	for k := len(x.strikes) - 1; k >= 0; k-- {
		s := x.strikes[k]
		if !s.counts || s.company != x.company {
			if run == 0 {
				run = -1
			}
			if run > 0 {
				run = -run
			}
			continue
		}
		if run >= 0 {
			run++
		}
		if s.year == i.HeldOn.Year() {
			inYear++
		}
	}
	run = abs(run)
	if len(x.strikes) == 0 || !x.strikes[len(x.strikes)-1].counts {
		run = 0
	}
	switch {
	case run >= 2 || inYear >= 2:
		return false
	case i.number >= september2026:
		return inYear == 0 && run == 0
	case run == 1 || inYear == 1:
		return r.chance(0.3)
	}
	return true
}

// improve halves a loss, or nearly.
func (x *result) improve(r *random) {
	k := r.between(0.4, 0.65)
	for item, p := range x.lost {
		x.lost[item] = int(math.Round(float64(p) * k))
	}
}

// fates says who is not in, who left and who came late.
func (d *district) fates(r *random) {
	order := slices.Clone(d.estates)
	shuffle(order, r)
	n := len(order)
	take := func(count int, f func(k int, e *estate)) {
		for k := range min(count, len(order)) {
			f(k, order[k])
		}
		order = order[min(count, len(order)):]
	}
	take(max(1, n*14/420), func(k int, e *estate) {
		e.EnrolledOn = 0
		switch k % 4 {
		case 0: // not renovated yet
			e.ApprovedOn, e.AcceptedOn, e.CityGrant = 0, 0, domain.No
		case 1, 2: // works under way
			e.ApprovedOn, e.AcceptedOn, e.CityGrant = day(2025, r.whole(3, 12), r.whole(1, 28)), 0, domain.No
		case 3: // finished, the grant not applied for yet
			e.ApprovedOn, e.AcceptedOn, e.CityGrant = day(2024, r.whole(3, 12), 12), day(2026, r.whole(5, 10), r.whole(1, 28)), domain.No
		}
	})
	grounds := []domain.ExitGround{
		domain.ExitDemolition, domain.ExitMarketOperation, domain.ExitDemolition, domain.ExitOwnerRequest, domain.ExitMarketOperation,
		domain.ExitDemolition, domain.ExitOther, domain.ExitDemolition, domain.ExitOwnerRequest,
	}
	take(max(2, n*9/420), func(k int, e *estate) {
		e.ExitGround = grounds[k%len(grounds)]
		e.ExitedOn = day(2025+k%2, r.whole(2, 10), r.whole(1, 28))
		if e.ExitGround == domain.ExitOther {
			e.ExitText = "并入相邻商品房小区统一管理"
		}
	})
	take(1, func(_ int, e *estate) { // a late enrolment
		e.ApprovedOn, e.AcceptedOn, e.EnrolledOn = day(2023, 4, 10), day(2025, 6, 20), day(2025, 9, 10)
	})
	for _, e := range d.estates {
		if e.EnrolledOn != 0 {
			e.stays = []domain.Enrolment{{EstateID: e.ID, EnrolledOn: e.EnrolledOn, ExitedOn: e.ExitedOn, ExitGround: e.ExitGround, ExitText: e.ExitText}}
		}
	}
	take(1, func(_ int, e *estate) { // left and came back
		e.stays[0].ExitedOn, e.stays[0].ExitGround = day(2025, 6, 30), domain.ExitMarketOperation
		e.stays = append(e.stays, domain.Enrolment{EstateID: e.ID, EnrolledOn: day(2026, 3, 16)})
		e.returned = true
	})
}
