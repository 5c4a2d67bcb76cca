package demo

import "math"

// play lets the script and the natural course of a monthly round meet: first the script, then whoever else would fall into
// the bottom band once too often is found to have improved.
func (d *district) play(i *inspection, r *random) {
	scenes := d.cast.scenes[i.number]
	for _, x := range i.results {
		if s, ok := scenes[x.estate]; ok {
			x.lost, x.unwritten, x.scripted = s.lost, s.unwritten, true
		}
	}
	if i.number == november2026 { // nobody but the players, even where thousands were inspected
		least := fullMarks
		for _, s := range scenes {
			least = min(least, s.lost.sum())
		}
		for _, x := range i.results {
			for !x.scripted && x.loss() >= least {
				x.improve(r)
			}
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
	low := i.bottom()
	for k, x := range i.results {
		atBottom := k < len(low)
		if atBottom && !x.scripted && i.number < september2026 && r.chance(0.05) {
			x.unwritten = true
		}
		x.record.enter(i.HeldOn.Year(), x.company, atBottom && x.mayStrike())
	}
}

// record counts the strikes of an estate under its present company, as far as the story needs to know; the undetermined count.
type record struct {
	company, year, inYear, run int
}

// enter counts a monthly result.
func (c *record) enter(year, company int, strikes bool) {
	*c = c.at(year, company)
	if strikes {
		c.inYear++
		c.run++
	} else {
		c.run = 0
	}
}

// at returns the record as it stands for a company in a year.
func (c record) at(year, company int) record {
	if c.company != company {
		return record{company: company, year: year}
	}
	if c.year != year {
		c.year, c.inYear = year, 0
	}
	return c
}

// bearable says whether the story has room for the result in the bottom band: at most two strikes in a year or in a row,
// in the last months none before it, and the players where the script puts them only.
func (d *district) bearable(i *inspection, x *result, r *random) bool {
	if i.number == november2026 || d.cast.plays(x.estate) {
		return false
	}
	if !x.mayStrike() {
		return true
	}
	c := x.record.at(i.HeldOn.Year(), x.company)
	switch {
	case c.inYear == 0 && c.run == 0:
		return true
	case c.inYear >= 2 || c.run >= 2 || i.number >= september2026:
		return false
	}
	return r.chance(0.3)
}

// improve halves a loss, or nearly.
func (x *result) improve(r *random) {
	k := r.between(0.4, 0.65)
	for item, p := range x.lost {
		x.lost[item] = int(math.Round(float64(p) * k))
	}
}
