package policy_test

import (
	"fmt"
	"strings"
	"testing"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// ranks writes the results of the latest round: "A 1/5 top" is rank, rank from the bottom, band.
func ranks(ev *policy.Evaluation) string {
	r := ev.Rounds[len(ev.Rounds)-1]
	out := make([]string, 0, len(r.Results))
	for _, e := range r.Results {
		out = append(out, fmt.Sprintf("%s %d/%d %s", ev.Estates[e.Estate].ID, e.Rank, e.RankFromBottom, e.Band()))
	}
	return strings.Join(out, ", ")
}

func ranked(scores string) *district {
	d := &district{}
	for part := range strings.SplitSeq(scores, ",") {
		d.estate(strings.Fields(part)[0], "甲街道", 1000)
	}
	d.round("r1", "2026-01-15", scores)
	return d
}

func TestRank(t *testing.T) {
	for _, c := range []struct{ name, scores, bandSize, want string }{
		{
			"R-1 并列的都在内", "A 95, B 95, C 90, D 88, E 88, F 70", "10",
			"A 1/5 top, B 1/5 top, C 3/4 top, D 4/2 bottom, E 4/2 bottom, F 6/1 bottom",
		},
		{
			"R-2 八个小区同分,没有前列也没有后列", "A 90, B 90, C 90, D 90, E 90, F 90, G 90, H 90", "10",
			"A 1/1 middle, B 1/1 middle, C 1/1 middle, D 1/1 middle, E 1/1 middle, F 1/1 middle, G 1/1 middle, H 1/1 middle",
		},
		{"得分按小数精确比较,88 等于 88.0", "A 88, B 88.0, C 88.000000000000000001, D 87", "1", "A 2/2 middle, B 2/2 middle, C 1/4 top, D 4/1 bottom"},
		{"只有一个小区参评", "A 50", "10", "A 1/1 middle"},
		{"两个小区,各取一名", "A 50, B 60", "10", "A 2/1 bottom, B 1/2 top"},
		{"三个小区,各取一名", "A 50, B 60, C 0", "10", "A 2/2 middle, B 1/3 top, C 3/1 bottom"},
		{"名额小于半数时按名额", "A 10, B 20, C 30, D 40", "1", "A 4/1 bottom, B 3/2 middle, C 2/3 middle, D 1/4 top"},
		{"没有得分的不参加排名", "A 10, B -, C 30", "10", "A 2/1 bottom, C 1/2 top"},
		{"边缘并列把中间的也带进后列", "A 10, B 10, C 10, D 40", "1", "A 2/1 bottom, B 2/1 bottom, C 2/1 bottom, D 1/4 top"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := ranked(c.scores)
			d.set("band_size", c.bandSize)
			wantEqual(t, "ranks", ranks(d.at("2026-12-31")), c.want)
		})
	}
}

func TestRankWarnsWhereAnEstateIsInBothBands(t *testing.T) {
	ev := ranked("A 90, B 90, C 90, D 90, E 90, F 90, G 90, H 90").at("2026-01-31")
	w := ev.Rounds[0].Warnings
	wantEqual(t, "warnings", kinds(w), "both_bands")
	wantEqual(t, "estates named", len(w[0].EstateIDs), 8)
	if !strings.Contains(w[0].Text.ZH, "小区A（A）") || !strings.Contains(w[0].Text.EN, "小区H（H）") {
		t.Errorf("the text does not name the estates: %+v", w[0].Text)
	}
}

func TestOfficialRanks(t *testing.T) {
	for _, c := range []struct{ name, scores, want, issues string }{
		{"全有公布名次时代替名次", "A 95 1, B 90 2, C 80 3, D 70 4", "A 1/4 top, B 2/3 top, C 3/2 bottom, D 4/1 bottom", ""},
		{"可以并列、跳号、超过参评数", "A 95 1, B 95 1, C 80 7, D 70 40", "A 1/3 top, B 1/3 top, C 7/2 bottom, D 40/1 bottom", ""},
		{"名次很大", "A 95 9000000000000000000, B 90 9000000000000000001", "A 9000000000000000000/2 middle, B 9000000000000000001/1 bottom", ""},
		{"缺一个就都不采用", "A 95 4, B 90 3, C 80 2, D 70", "A 1/4 top, B 2/3 top, C 3/2 bottom, D 4/1 bottom", "official_ranks_in_part"},
		{"分高名次反而靠后是矛盾", "A 95 2, B 90 1", "A 2/1 bottom, B 1/2 top", "official_rank_conflict"},
		{"同名次不同分是矛盾", "A 95 1, B 90 1, C 10 3, D 9 4", "A 1/3 top, B 1/3 top, C 3/2 bottom, D 4/1 bottom", "official_rank_conflict"},
		{"同分不同名次不是矛盾", "A 90 1, B 90 2", "A 1/2 top, B 2/1 bottom", ""},
		{"没有得分的不必有名次", "A 95 1, B 90 2, C -", "A 1/2 top, B 2/1 bottom", ""},
		{"三个小区三对矛盾", "A 95 3, B 90 2, C 80 1", "A 3/1 bottom, B 2/2 middle, C 1/3 top", "official_rank_conflict official_rank_conflict official_rank_conflict"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ev := ranked(c.scores).at("2026-12-31")
			wantEqual(t, "ranks", ranks(ev), c.want)
			wantEqual(t, "issues", kinds(ev.Rounds[0].Warnings), c.issues)
		})
	}
}

func TestOfficialRankContradictionNamesBothEstates(t *testing.T) {
	w := ranked("A 95 2, B 90 1").at("2026-12-31").Rounds[0].Warnings
	for _, want := range []string{"小区A（A）", "小区B（B）", "95", "90"} {
		if !strings.Contains(w[0].Text.ZH, want) || !strings.Contains(w[0].Text.EN, want) {
			t.Errorf("%q is missing in %+v", want, w[0].Text)
		}
	}
}

// In a round that is published upside down every estate contradicts every other; all are named, whatever their number.
func TestOfficialRanksUpsideDownNameEveryEstate(t *testing.T) {
	const n = 300
	rows := make([]string, 0, n)
	for i := range n {
		rows = append(rows, fmt.Sprintf("e%03d %d.%02d %d", i, 50+i/100, i%100, i+1))
	}
	named := map[string]bool{}
	for _, w := range ranked(strings.Join(rows, ",")).at("2026-12-31").Rounds[0].Warnings {
		for _, id := range w.EstateIDs {
			named[id] = true
		}
	}
	wantEqual(t, "estates named", len(named), n)
}

func TestEveryKindOfRoundIsRankedButOnlySanitaryOnesCount(t *testing.T) {
	d := ranked("A 95, B 90")
	d.roundOf(domain.RoundRoutine, "r2", "2026-02-15", "A 10, B 90")
	ev := d.at("2026-12-31")
	wantEqual(t, "ranks of the routine round", ranks(ev), "A 2/1 bottom, B 1/2 top")
	wantLines(t, "results", machineFiles(ev)["results"], "r1,B,,undetermined,0,0")
	wantEqual(t, "latest round", ev.LatestRound().Round.ID, "r1")
}

func TestRoundsAreOrderedByDateThenByTheBytesOfTheirIDs(t *testing.T) {
	d := ranked("A 95, B 90")
	d.round("r9", "2026-01-15", "A 95, B 90")
	d.round("r10", "2026-01-15", "A 95, B 90")
	d.round("r0", "2026-01-16", "A 95, B 90")
	ev := d.at("2026-12-31")
	ids := make([]string, 0, len(ev.Rounds))
	for _, r := range ev.Rounds {
		ids = append(ids, r.Round.ID)
	}
	wantEqual(t, "order", strings.Join(ids, " "), "r1 r10 r9 r0")
}
