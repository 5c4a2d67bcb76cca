package app

import (
	"cmp"
	"slices"
	"sync"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// judged is the district as of the day of one round, with the shapes made of it.
type judged struct {
	ev    *policy.Evaluation
	round int // place of the round in the book
	view  RoundView
	// assignment is nil until asked for.
	assignment *assign.Result
	// numbers are what the map was coloured by, by key.
	numbers struct {
		sync.Mutex
		of map[string][]float64
	}
}

// keptViews is how many rounds are kept judged: two years of monthly rounds and some.
const keptViews = 36

// judge returns the district as of the day of a district_sanitary round, the latest one for "".
func (p *project) judge(roundID string) (*judged, error) {
	at := len(p.rounds) - 1
	if roundID != "" {
		at = slices.IndexFunc(p.rounds, func(i int) bool { return p.book.Rounds()[i].Round.ID == roundID })
		if at < 0 {
			return nil, domain.Fail(domain.CodeNotFound, domain.Say("没有创卫考核轮次 %s", "There is no sanitary inspection round %s", roundID), nil)
		}
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if j, ok := p.views[at]; ok {
		return j, nil
	}
	j := &judged{round: policy.None}
	if at >= 0 {
		j.round = p.rounds[at]
		j.ev = p.book.Evaluate(p.book.Rounds()[j.round].Round.HeldOn)
	} else {
		j.ev = p.book.Evaluate(today())
	}
	before := policy.None
	if at > 0 {
		before = p.rounds[at-1]
	}
	p.show(j, before)
	if len(p.views) >= keptViews {
		clear(p.views)
	}
	p.views[at] = j
	return j, nil
}

// Round returns the district as of the day of a district_sanitary round; "" is the latest.
func (a *Atlas) Round(roundID string) (RoundView, error) {
	p, err := a.project()
	if err != nil {
		return RoundView{}, err
	}
	j, err := p.judge(roundID)
	if err != nil {
		return RoundView{}, err
	}
	return j.view, nil
}

// show fills in j.view; before is the place of the round before, None without one.
func (p *project) show(j *judged, before int) {
	ev, n := j.ev, len(p.book.Estates)
	v := &j.view
	v.AsOf = ev.AsOf.String()
	v.Rank, v.RankFromBottom, v.Tied = make([]int, n), make([]int, n), make([]bool, n)
	v.Score, v.Change, v.Band = make([]string, n), make([]int, n), make([]int, n)
	v.State, v.Company, v.Proxy = make([]int, n), make([]int, n), make([]bool, n)
	v.Cause, v.Level, v.ProposedLevel = make([]int, n), make([]int, n), make([]int, n)
	v.Run, v.PayableFen, v.Edges = make([]int, n), make([]int64, n), make([]int, 16)
	v.Changed, v.Warnings = []int64{}, []Notice{}
	for i := range ev.States {
		s := &ev.States[i]
		v.State[i] = slices.Index(States, s.State)
		v.Company[i], v.Proxy[i], v.PayableFen[i] = s.Company, s.Proxy, int64(s.Payable)
	}
	if j.round != policy.None {
		p.showRanks(j, before)
	}
	v.Companies = p.summaries(j, len(p.book.Companies), func(i int) int { return ev.States[i].Company }, func(w *policy.Withholding) int { return w.Company })
	for i := range v.Companies {
		v.Companies[i].Name = p.district.Companies[v.Companies[i].Index].Name
	}
	v.Subdistricts = p.summaries(j, len(p.book.Subdistricts), p.book.SubdistrictOf, func(w *policy.Withholding) int { return w.Subdistrict })
	for i := range v.Subdistricts {
		v.Subdistricts[i].Name = p.district.Subdistricts[v.Subdistricts[i].Index]
	}
	v.Figures = p.figures(j, before)
}

func (p *project) showRanks(j *judged, before int) {
	v, r := &j.view, &j.ev.Rounds[j.round]
	v.RoundID, v.Scored, v.BandSize = r.Round.ID, r.Scored, r.BandSize
	byRank := make([]int, len(r.Results))
	for i := range r.Results {
		byRank[i] = i
	}
	slices.SortStableFunc(byRank, func(a, b int) int { return cmp.Compare(r.Results[a].Rank, r.Results[b].Rank) })
	middle := 0
	for i := range r.Results {
		if r.Results[i].Band() == domain.BandMiddle {
			middle++
		}
	}
	seen := 0
	for at, i := range byRank {
		e := &r.Results[i]
		place := int(e.Estate)
		v.Rank[place], v.RankFromBottom[place], v.Score[place] = int(e.Rank), int(e.RankFromBottom), e.Score.String()
		same := func(k int) bool { return k >= 0 && k < len(byRank) && r.Results[byRank[k]].Rank == e.Rank }
		v.Tied[place] = same(at-1) || same(at+1)
		switch e.Band() {
		case domain.BandTop:
			v.Band[place] = bandTop
		case domain.BandBottom:
			v.Band[place] = bandBottom
		default:
			v.Band[place] = bandM1 + seen*5/middle
			// Estates of one rank are of one fifth: that of the first of them.
			if at > 0 && same(at-1) && r.Results[byRank[at-1]].Band() == domain.BandMiddle {
				v.Band[place] = v.Band[r.Results[byRank[at-1]].Estate]
			}
			seen++
		}
		edge := v.Edges[2*v.Band[place]:]
		if edge[0] == 0 {
			edge[0] = int(e.Rank)
		}
		edge[1] = int(e.Rank)
	}
	bottoms := j.ev.BottomResults(j.round)
	for i := range bottoms {
		b := &bottoms[i]
		v.Cause[b.Estate] = slices.Index(Causes, b.Cause)
		v.Level[b.Estate], v.ProposedLevel[b.Estate] = b.Confirmed.Level, b.Proposed.Level
	}
	for place := range v.Band {
		if v.Band[place] == bandBottom {
			v.Run[place] = p.book.BottomRun(j.round, place)
		}
	}
	for _, w := range r.Warnings {
		v.Warnings = append(v.Warnings, Notice{Text: w.Text, FIDs: p.fidsOf(w.EstateIDs)})
	}
	if before == policy.None {
		return
	}
	last := &j.ev.Rounds[before]
	for i := range last.Results {
		e := &last.Results[i]
		if now := v.Rank[e.Estate]; now > 0 {
			v.Change[e.Estate] = int(e.Rank) - now
		}
	}
	for _, place := range changedBands(last, r) {
		v.Changed = append(v.Changed, p.book.Estates[place].FID)
	}
}

func (p *project) fidsOf(ids []string) []int64 {
	fids := make([]int64, 0, len(ids))
	for _, id := range ids {
		if place, ok := p.book.Estate(id); ok {
			fids = append(fids, p.book.Estates[place].FID)
		}
	}
	return fids
}

// summaries adds up estates by company or subdistrict; of names the group of an estate, ofRow that of a withholding. Groups
// without estates are left out.
func (p *project) summaries(j *judged, groups int, of func(place int) int, ofRow func(*policy.Withholding) int) []Summary {
	sums := make([]Summary, groups)
	ranks := make([]int, groups)
	for i := range sums {
		sums[i].Index, sums[i].FIDs = i, []int64{}
	}
	for place := range p.book.Estates {
		g := of(place)
		if g < 0 {
			continue
		}
		s := &sums[g]
		s.Estates++
		s.FIDs = append(s.FIDs, p.book.Estates[place].FID)
		if rank := j.view.Rank[place]; rank > 0 {
			s.Scored++
			ranks[g] += rank
		}
		switch j.view.Band[place] {
		case bandTop:
			s.Top++
		case bandBottom:
			s.Bottom++
		}
	}
	now := j.ev.AsOf.Month()
	for i := range j.ev.Withholdings {
		w := &j.ev.Withholdings[i]
		if w.Month.Year() != now.Year() || w.Month > now {
			continue
		}
		if w.Status == policy.Confirmed {
			sums[ofRow(w)].WithheldFen += int64(w.Amount)
		} else {
			sums[ofRow(w)].ProposedFen += int64(w.Amount)
		}
	}
	out := make([]Summary, 0, groups)
	for i := range sums {
		if sums[i].Estates == 0 {
			continue
		}
		if sums[i].Scored > 0 {
			sums[i].AverageRank = float64(ranks[i]) / float64(sums[i].Scored)
		}
		out = append(out, sums[i])
	}
	slices.SortStableFunc(out, func(a, b Summary) int { return cmp.Compare(b.AverageRank, a.AverageRank) })
	return out
}
