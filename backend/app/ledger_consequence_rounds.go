package app

import (
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// rounds counts what changes in each round.
func (k *comparison) rounds() {
	results := map[string]*RoundChange{}
	for _, c := range k.c.Results {
		r := results[c.RoundID]
		if r == nil {
			r = &RoundChange{}
			results[c.RoundID] = r
		}
		r.Results++
		if c.ConfirmedBefore != c.ConfirmedAfter || c.ProposedBefore != c.ProposedAfter {
			r.Levels++
		}
	}
	decided := [2]map[string]*amounts{decidedBy(k.before), decidedBy(k.after)}
	for i := range k.after.Rounds {
		after := &k.after.Rounds[i]
		id := after.Round.ID
		c := RoundChange{RoundID: id, Name: roundName(&after.Round), Closed: k.after.Closed(i)}
		if r := results[id]; r != nil {
			c.Results, c.Levels = r.Results, r.Levels
		}
		if at, ok := k.before.Round(id); ok && at < len(k.before.Rounds) {
			c.Bands = bandsChanged(k.before, k.after, &k.before.Rounds[at], after)
		}
		if was := decided[0][id]; was != nil {
			c.ConfirmedBefore, c.ProposedBefore = was[0][0], was[0][1]
		}
		if is := decided[1][id]; is != nil {
			c.ConfirmedAfter, c.ProposedAfter = is[0][0], is[0][1]
		}
		if c.Bands+c.Results > 0 || c.ConfirmedBefore != c.ConfirmedAfter || c.ProposedBefore != c.ProposedAfter {
			k.c.Rounds = append(k.c.Rounds, c)
		}
	}
}

// decidedBy adds up the withheld months by the round that decides them.
func decidedBy(ev *policy.Evaluation) map[string]*amounts {
	out := map[string]*amounts{}
	for i := range ev.Withholdings {
		w := &ev.Withholdings[i]
		id := ev.Rounds[w.Round].Round.ID
		if out[id] == nil {
			out[id] = &amounts{}
		}
		out[id].add(0, w.Status, w.Amount)
	}
	return out
}

// bandsChanged counts the estates whose band differs. Results run by place, and the order of ids is the same in both.
func bandsChanged(x, y *policy.Evaluation, before, after *policy.RoundResult) int {
	n := 0
	a, b := before.Results, after.Results
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && x.Estates[a[i].Estate].ID < y.Estates[b[j].Estate].ID:
			n++
			i++
		case i == len(a) || y.Estates[b[j].Estate].ID < x.Estates[a[i].Estate].ID:
			n++
			j++
		default:
			if a[i].Band() != b[j].Band() {
				n++
			}
			i++
			j++
		}
	}
	return n
}

// summary says in a sentence what changes: levels, where they are asked for, money, estates, awards.
func (c *Consequence) summary(ofLevels bool) domain.Text {
	var zh, en []string
	say := func(t domain.Text) { zh, en = append(zh, t.ZH), append(en, t.EN) }
	levels := 0
	for i := range c.Results {
		if r := &c.Results[i]; r.ConfirmedBefore != r.ConfirmedAfter || r.ProposedBefore != r.ProposedAfter {
			levels++
		}
	}
	if levels > 0 && ofLevels {
		say(domain.Say("%d 个末位结果的级别改变", "%d bottom results change their level", levels))
	}
	s := &c.Sums
	if s.ConfirmedBefore != s.ConfirmedAfter {
		say(domain.Say("受影响月份已确认扣减由 %[1]s 元变为 %[2]s 元", "confirmed withholding of the months concerned goes from %[1]s to %[2]s yuan", yuan(s.ConfirmedBefore), yuan(s.ConfirmedAfter)))
	}
	if s.ProposedBefore != s.ProposedAfter {
		say(domain.Say("拟扣由 %[1]s 元变为 %[2]s 元", "proposed withholding from %[1]s to %[2]s yuan", yuan(s.ProposedBefore), yuan(s.ProposedAfter)))
	}
	if s.Estates > 0 {
		say(domain.Say("涉及 %d 个小区", "%d estates are affected", s.Estates))
	}
	lost, back := 0, 0
	for _, award := range c.Awards {
		if award.Lost {
			lost++
		} else {
			back++
		}
	}
	if lost > 0 {
		say(domain.Say("%d 个失去评优资格", "%d lose award eligibility", lost))
	}
	if back > 0 {
		say(domain.Say("%d 个恢复评优资格", "%d get award eligibility back", back))
	}
	if len(zh) == 0 && levels > 0 {
		return domain.Say("金额不变", "no amount changes")
	}
	if len(zh) == 0 {
		return domain.Say("级别和金额都不改变", "No level and no amount changes")
	}
	return domain.Text{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}
