package policy

import (
	"math"
	"slices"

	"estateatlas/backend/domain"
)

// bothBands is the warning of a round in which estates would be top and bottom at once (worked case R-2).
func (b *Book) bothBands(r *RoundResult, estates []int32) Issue {
	names := b.labels(estates)
	return Issue{
		Kind: IssueBothBands, Clause: clauseRanking,
		Text: domain.Say("%[1]s：%[2]s 并列过多，同时落入前 %[4]d 名和后 %[4]d 名，按中间处理",
			"%[1]s: too many ties put %[3]s among the top %[4]d and the bottom %[4]d at once; they count as middle",
			roundLabel(&r.Round), names.ZH, names.EN, r.BandSize),
		RoundIDs: []string{r.Round.ID}, EstateIDs: b.ids(estates),
	}
}

// publishedInPart is the warning of a round in which some scored estates have an official rank and some do not.
func (b *Book) publishedInPart(r *RoundResult, published []int64) Issue {
	var without []int32
	for i, p := range published {
		if p <= 0 {
			without = append(without, r.Results[i].Estate)
		}
	}
	names := b.labels(without)
	return Issue{
		Kind: IssueRanksInPart, Clause: clauseRanking,
		Text: domain.Say("%[1]s：%[2]s 没有公布名次，本轮不采用公布名次，按得分排名；补齐公布名次后重新导入",
			"%[1]s: %[3]s have no official rank, so scores decide; import the round again with every official rank",
			roundLabel(&r.Round), names.ZH, names.EN),
		RoundIDs: []string{r.Round.ID}, EstateIDs: b.ids(without),
	}
}

// contradictionsAtMost is about how many pairs of a round are listed one by one.
const contradictionsAtMost = 100

// contradictions lists the pairs whose official ranks contradict their scores: one scored more, and its official rank is not
// smaller. best is the order of scores from the highest down. Where there are too many pairs to list, a last issue names
// every estate that has a part in one and was not named yet.
func (b *Book) contradictions(r *RoundResult, best []rankKey) []Issue {
	var issues []Issue
	var part []int32
	tie := func(i int) int { // the first place after those of the score at place i
		j := i
		for j < len(best) && r.Results[best[j].at].Score == r.Results[best[i].at].Score {
			j++
		}
		return j
	}
	largest := int64(0) // official rank among the strictly better scored
	for i := 0; i < len(best); {
		j := tie(i)
		for _, l := range best[i:j] {
			low := &r.Results[l.at]
			if low.Rank > largest {
				continue
			}
			part = append(part, low.Estate)
			for _, h := range best[:i] {
				if len(issues) >= contradictionsAtMost {
					break
				}
				if high := &r.Results[h.at]; high.Rank >= low.Rank {
					issues = append(issues, b.contradiction(r, high, low))
				}
			}
		}
		for ; i < j; i++ {
			largest = max(largest, r.Results[best[i].at].Rank)
		}
	}
	if len(issues) < contradictionsAtMost {
		return issues
	}
	smallest := int64(math.MaxInt64) // official rank among the strictly worse scored
	for j := len(best); j > 0; {
		i := j - 1
		for i > 0 && r.Results[best[i-1].at].Score == r.Results[best[i].at].Score {
			i--
		}
		least := smallest
		for _, h := range best[i:j] {
			high := &r.Results[h.at]
			if high.Rank >= smallest {
				part = append(part, high.Estate)
			}
			least = min(least, high.Rank)
		}
		smallest, j = least, i
	}
	return append(issues, b.moreContradictions(r, issues, part)...)
}

func (b *Book) contradiction(r *RoundResult, high, low *EstateResult) Issue {
	return Issue{
		Kind: IssueContradiction, Clause: clauseRanking,
		Text: domain.Say("%s：公布名次与得分矛盾：%s 得 %s 分，公布第 %d 名；%s 得 %s 分，公布第 %d 名；核对公布名次",
			"%s: the official ranks contradict the scores: %s scored %s, official rank %d; %s scored %s, official rank %d; check the official ranks",
			roundLabel(&r.Round), b.label(int(high.Estate)), high.Score, high.Rank, b.label(int(low.Estate)), low.Score, low.Rank),
		RoundIDs: []string{r.Round.ID}, EstateIDs: b.ids([]int32{high.Estate, low.Estate}),
	}
}

// moreContradictions names the estates of part that listed does not name.
func (b *Book) moreContradictions(r *RoundResult, listed []Issue, part []int32) []Issue {
	named := make(map[string]bool)
	for _, is := range listed {
		for _, id := range is.EstateIDs {
			named[id] = true
		}
	}
	slices.Sort(part)
	part = slices.DeleteFunc(slices.Compact(part), func(e int32) bool { return named[b.estateIDs[e]] })
	if len(part) == 0 {
		return nil
	}
	names := b.labels(part)
	return []Issue{{
		Kind: IssueContradiction, Clause: clauseRanking,
		Text: domain.Say("%[1]s：公布名次与得分的矛盾只列出前 %[4]d 对；此外还涉及 %[2]s；核对公布名次",
			"%[1]s: only the first %[4]d contradictions of official ranks are listed; they also concern %[3]s; check the official ranks",
			roundLabel(&r.Round), names.ZH, names.EN, len(listed)),
		RoundIDs: []string{r.Round.ID}, EstateIDs: b.ids(part),
	}}
}
