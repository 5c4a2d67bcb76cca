package demo

import (
	"cmp"

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
	// hero's company is in decline: three times at the bottom, in autumn 2026.
	hero *estate
	// confirmed has its cause confirmed the day after the last round.
	confirmed *estate
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
	if !c.plays(e) { // nobody falls out of a clear sky
		e.ownLoss += 3.5
	}
	if c.scenes[number] == nil {
		c.scenes[number] = map[*estate]scene{}
	}
	c.scenes[number][e] = s
}

// choose picks the players. Every state of a subsidy occurs after the last round: a year withheld from the company in decline,
// a quarter, two months, one proposed, and a bottom result that costs nobody money because it is territorial.
func (d *district) choose() {
	d.cast.scenes = map[int]map[*estate]scene{}
	c := casting{d, &d.cast, day(2026, 11, 18), map[group]bool{}}

	home := group{declining, homeOfDecline}
	c.hero = c.largest(home, domain.FormContiguous)
	d.rename(c.hero, heroName)
	c.script(c.hero, september2026, byCompany(335, "C2", "C5"))
	c.script(c.hero, october2026, byCompany(352, "C2", "C6"))
	c.script(c.hero, november2026, scene{lost: lose("C2", 120, "C5", 95, "C6", 80, "T3", 90)})
	c.script(c.largest(home, domain.FormScattered), november2026, byCompany(370, "C1", "C2"))
	c.script(c.largest(home, domain.FormContiguous), november2026, byCompany(361, "C5", "C8"))

	quarter := c.next()
	twice := c.largest(quarter, domain.FormContiguous)
	c.script(twice, october2026, byCompany(338, "C1", "C4"))
	c.script(twice, november2026, byCompany(347, "C1", "C7"))
	other := cmp.Or(c.largest(quarter, domain.FormScattered), c.largest(quarter, domain.FormContiguous))
	c.script(other, november2026, byCompany(342, "C2", "C8"))

	c.script(c.largest(c.next(), domain.FormContiguous), november2026, byCompany(333, "C5", "C2"))
	c.confirmed = c.largest(c.next(), domain.FormContiguous)
	c.script(c.confirmed, november2026, byCompany(328, "C5", "C2"))

	c.script(c.largest(c.next(), domain.FormContiguous), november2026, byCompany(323, "C1", "C5").withoutRows())

	wavering := c.largest(c.next(), domain.FormContiguous) // level 2 for certain, level 3 if October was the company's too
	c.script(wavering, september2026, byCompany(331, "C2", "C3"))
	c.script(wavering, october2026, byCompany(329, "C2", "C1").withoutRows())
	c.script(wavering, november2026, byCompany(319, "C2", "C8"))

	street := c.largest(c.next(), domain.FormContiguous)
	c.script(street, october2026, byStreet(326, "T3", "T2"))
	c.script(street, november2026, byStreet(315, "T3", "T1"))

	c.on = day(2025, 3, 1)
	left := group{leaving, homeOfLeaver % len(d.subs)}
	end := c.largest(left, domain.FormContiguous)
	c.script(end, march2025, byCompany(341, "C1", "C2"))
	c.script(end, april2025, byCompany(357, "C1", "C6"))
	c.script(end, may2025, byCompany(384, "C1", "C2"))
	c.script(c.largest(left, domain.FormContiguous), may2025, byCompany(349, "C2", "C5"))
}

// group is what a withholding falls on: a company in a subdistrict.
type group struct{ company, sub int }

// casting looks for players as things stand on a day.
type casting struct {
	*district
	*cast
	on    domain.Date
	taken map[group]bool
}

func (c *casting) groupOf(e *estate) group { return group{e.companyOn(c.on), e.sub} }

// largest returns the largest estate of a form in a group that has no part yet; nil if there is none.
func (c *casting) largest(of group, form domain.Form) *estate {
	var best *estate
	for _, e := range c.estates {
		fits := c.groupOf(e) == of && e.Form == form && e.DistrictSubsidy.Value > 0 && e.stayOn(c.on) && e.stayOn(firstMonth.First())
		if fits && !c.plays(e) && (best == nil || e.area > best.area) {
			best = e
		}
	}
	return best
}

// next returns a group that no part was taken from yet, of a dozen estates or about that.
func (c *casting) next() group {
	size := map[group]int{}
	for _, e := range c.estates {
		if g := c.groupOf(e); g.company >= 0 && g.company != declining && g.company != leaving && g.sub != improving && !c.taken[g] {
			size[g]++
		}
	}
	best := group{-1, -1}
	for _, e := range c.estates { // in order, so that of equals the first is taken
		g := c.groupOf(e)
		better := best.sub < 0 || abs(size[g]-12) < abs(size[best]-12)
		if size[g] > 0 && g != best && better && c.largest(g, domain.FormContiguous) != nil {
			best = g
		}
	}
	c.taken[best] = true
	return best
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

// byCompany is a loss in tenths of points most of which is the company's, on two items before all.
func byCompany(loss int, first, second string) scene {
	a, b := loss*38/100, loss*27/100
	c := loss * 15 / 100
	return scene{lost: lose(first, a, second, b, "T3", c, "C9", loss-a-b-c)}
}

// byStreet is a loss in tenths of points most of which the street answers for.
func byStreet(loss int, first, second string) scene {
	a, b := loss*42/100, loss*31/100
	return scene{lost: lose(first, a, second, b, "C4", loss-a-b)}
}

// withoutRows is the scene with only the sum handed in, so that the cause is undetermined.
func (s scene) withoutRows() scene {
	s.unwritten = true
	return s
}
