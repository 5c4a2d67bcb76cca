package policy

import (
	"cmp"
	"slices"

	"estateatlas/backend/domain"
)

// RoundResult is a ranked round (RULES 2).
type RoundResult struct {
	Round    domain.Round
	Scored   int            // n: estates scored
	BandSize int            // N = min(band_size, floor(n/2))
	Official bool           // the published ranks are used
	Results  []EstateResult // of the scored estates, by place of the estate
	Warnings []Issue        // both bands, official ranks in part, contradictions

	// inForce: HB applies to the round: district_sanitary and not before HB's first day.
	inForce bool
	rules   *rules
	year    int
	month   domain.Month
	// bottoms are the places of its bottom results in Book.results, [from, to).
	bottoms [2]int32
}

// EstateResult is the result of one estate in a round.
type EstateResult struct {
	Score          domain.Decimal
	Rank           int64 // 1 + how many have a strictly higher score, or the published rank
	Estate         int32
	RankFromBottom int32 // 1 + how many have a strictly lower score, or a larger published rank
	band           bandCode
}

type bandCode uint8

const (
	middle bandCode = iota
	top
	bottom
)

// Band returns top, middle or bottom.
func (r *EstateResult) Band() domain.Band {
	return [...]domain.Band{middle: domain.BandMiddle, top: domain.BandTop, bottom: domain.BandBottom}[r.band]
}

// Of returns the result of an estate, nil if it was not scored.
func (r *RoundResult) Of(estate int) *EstateResult {
	i, ok := slices.BinarySearchFunc(r.Results, int32(estate), func(a EstateResult, e int32) int { return cmp.Compare(a.Estate, e) })
	if !ok {
		return nil
	}
	return &r.Results[i]
}

// Sanitary reports whether the round is a district_sanitary one, which drives sections 3 to 5 of RULES.
func (r *RoundResult) Sanitary() bool { return r.Round.Kind == domain.RoundDistrictSanitary }

// InForce reports whether HB applies to the round: a district_sanitary one, not before HB's first day (RULES 0).
func (r *RoundResult) InForce() bool { return r.inForce }

// rankRounds ranks every round of every kind, in order of date, then id.
func (b *Book) rankRounds() {
	all := slices.Clone(b.tables.Rounds)
	slices.SortStableFunc(all, func(x, y domain.Round) int {
		return cmp.Or(cmp.Compare(x.HeldOn, y.HeldOn), cmp.Compare(x.ID, y.ID))
	})
	b.rounds = make([]RoundResult, len(all))
	b.roundAt = make(map[string]int32, len(all))
	for i, r := range all {
		own := b.rulesFor(r.ID)
		b.rounds[i] = RoundResult{
			Round: r, year: r.HeldOn.Year(), month: r.HeldOn.Month(), rules: own,
			inForce: r.Kind == domain.RoundDistrictSanitary && r.HeldOn >= own.InForce[domain.DocHB].First,
		}
		b.roundAt[r.ID] = int32(i)
	}
	published := b.dealScores()
	var k ranker
	for i := range b.rounds {
		k.rank(b, &b.rounds[i], published[i])
	}
}

// dealScores puts the known scores into their rounds, by estate, and returns the published ranks beside them, 0 where there
// is none.
func (b *Book) dealScores() [][]int64 {
	scores := b.tables.Scores
	b.scoresInOrder = true
	estate := make([]int32, len(scores))
	round := make([]int32, len(scores))
	counts := make([]int, len(b.rounds))
	find := b.finder()
	lastID, last := "", int32(None)
	total := 0
	for i := range scores {
		s := &scores[i]
		if i > 0 && s.RoundID != scores[i-1].RoundID && s.RoundID < scores[i-1].RoundID {
			b.scoresInOrder = false
		}
		if s.RoundID != lastID || last == None {
			lastID, last = s.RoundID, b.roundPlace(s.RoundID)
		}
		round[i], estate[i] = last, None
		if last == None || !s.Score.Known {
			continue
		}
		if estate[i] = find.find(s.EstateID); estate[i] != None {
			counts[last]++
			total++
		}
	}
	results := make([]EstateResult, total)
	ranks := make([]int64, total)
	published := make([][]int64, len(b.rounds))
	for i, n := range counts {
		b.rounds[i].Results, results = results[:0:n], results[n:]
		published[i], ranks = ranks[:0:n], ranks[n:]
	}
	for i := range scores {
		if estate[i] == None {
			continue
		}
		r := &b.rounds[round[i]]
		r.Results = append(r.Results, EstateResult{Score: scores[i].Score.Value, Estate: estate[i]})
		published[round[i]] = append(published[round[i]], scores[i].OfficialRank)
	}
	for i := range b.rounds {
		b.rounds[i].Results, published[i] = byEstate(b.rounds[i].Results, published[i])
	}
	return published
}

// byEstate sorts results and their published ranks by estate. Of two rows of one estate, which an import refuses, the later
// one stays.
func byEstate(rs []EstateResult, ranks []int64) ([]EstateResult, []int64) {
	sorted := true
	for i := 1; i < len(rs) && sorted; i++ {
		sorted = rs[i-1].Estate < rs[i].Estate
	}
	if sorted {
		return rs, ranks
	}
	order := make([]int, len(rs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rs[a].Estate, rs[b].Estate) })
	outR, outP := make([]EstateResult, 0, len(rs)), make([]int64, 0, len(rs))
	for _, i := range order {
		if n := len(outR); n > 0 && outR[n-1].Estate == rs[i].Estate {
			outR[n-1], outP[n-1] = rs[i], ranks[i]
			continue
		}
		outR, outP = append(outR, rs[i]), append(outP, ranks[i])
	}
	return outR, outP
}

// ranker holds the scratch space of ranking one round after another.
type ranker struct {
	keys    []rankKey
	buckets []int32 // of byScore, by result
	next    []int32 // of byScore: the place in keys of a bucket's next result
}

// rankKey orders results from best to worst: small keys first. Results of one key may still differ in score.
type rankKey struct {
	key uint64
	at  int32 // in RoundResult.Results
}

// rank fills in ranks, bands and warnings of one round.
func (k *ranker) rank(b *Book, r *RoundResult, published []int64) {
	n := len(r.Results)
	r.Scored = n
	r.BandSize = min(r.rules.BandSize, n/2)
	with := 0
	for _, p := range published {
		if p > 0 {
			with++
		}
	}
	r.Official = n > 0 && with == n
	if r.Official {
		k.byPublished(published)
	} else {
		k.byScore(r.Results)
	}
	rs := r.Results
	same := func(x, y rankKey) bool {
		if r.Official {
			return x.key == y.key
		}
		return x.key == y.key && rs[x.at].Score == rs[y.at].Score
	}
	var both []int32
	for i := 0; i < n; {
		j := i + 1
		for j < n && same(k.keys[i], k.keys[j]) {
			j++
		}
		for _, key := range k.keys[i:j] {
			e := &rs[key.at]
			e.Rank, e.RankFromBottom = int64(i+1), int32(n-j+1)
			if r.Official {
				e.Rank = published[key.at]
			}
			isTop, isBottom := e.Rank <= int64(r.BandSize), int(e.RankFromBottom) <= r.BandSize
			switch {
			case isTop && isBottom:
				both = append(both, e.Estate)
			case isTop:
				e.band = top
			case isBottom:
				e.band = bottom
			}
		}
		i = j
	}
	if len(both) > 0 {
		slices.Sort(both)
		r.Warnings = append(r.Warnings, b.bothBands(r, both))
	}
	if with > 0 && with < n {
		r.Warnings = append(r.Warnings, b.publishedInPart(r, published))
	}
	if r.Official {
		k.byScore(rs)
		r.Warnings = append(r.Warnings, b.contradictions(r, k.keys)...)
	}
}

func (k *ranker) byPublished(published []int64) {
	k.keys = k.keys[:0]
	for i, p := range published {
		k.keys = append(k.keys, rankKey{uint64(p), int32(i)})
	}
	slices.SortFunc(k.keys, func(a, b rankKey) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.at, b.at)) })
}

// scoreBuckets is the number of hundredths of a point from 0 to 100.
const scoreBuckets = 100*100 + 1

// byScore orders results from the highest score to the lowest, exactly, and equal ones by estate. It deals them into buckets of
// a hundredth of a point, in the order of the nearest floats, which keep the order of the decimals. Scores seldom have more
// than two decimals; where a bucket holds different ones, the decimals decide.
func (k *ranker) byScore(rs []EstateResult) {
	if k.next == nil {
		k.next = make([]int32, scoreBuckets+1)
	}
	clear(k.next)
	k.keys = slices.Grow(k.keys[:0], len(rs))[:len(rs)]
	k.buckets = k.buckets[:0]
	for i := range rs {
		b := int32(scoreBuckets - 1 - int(min(100, rs[i].Score.Float())*100+0.5))
		k.buckets = append(k.buckets, b)
		k.next[b+1]++
	}
	for b := range scoreBuckets {
		k.next[b+1] += k.next[b]
	}
	for i, b := range k.buckets {
		k.keys[k.next[b]] = rankKey{uint64(b), int32(i)}
		k.next[b]++
	}
	for i := 0; i < len(k.keys); {
		j, exact := i+1, true
		for j < len(k.keys) && k.keys[j].key == k.keys[i].key {
			exact = exact && rs[k.keys[j].at].Score == rs[k.keys[i].at].Score
			j++
		}
		if !exact {
			slices.SortStableFunc(k.keys[i:j], func(a, b rankKey) int { return rs[b.at].Score.Cmp(rs[a.at].Score) })
		}
		i = j
	}
}
