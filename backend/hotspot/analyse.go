package hotspot

import (
	"context"
	"slices"
	"strconv"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// Options are what may be asked of an analysis beside the district's settings.
type Options struct {
	Rounds int                // of the window; 0: the setting hotspot_window
	Kinds  []domain.RoundKind // that count; none: the setting hotspot_kinds
	BandM  float64            // of the cluster test; 0: DefaultBand
	Lisa   bool               // local Moran beside Gi*
	// Progress, if any, is told how far the analysis is, from several goroutines.
	Progress func(done, total int)
}

// given reports whether the window is another than that of the settings.
func (o *Options) given(b *policy.Book) bool {
	return o.Rounds > 0 && o.Rounds != b.Policy.HotspotWindow || len(o.Kinds) > 0 && !slices.Equal(o.Kinds, b.Policy.HotspotKinds)
}

// Analysis is a district's hotspots on a day.
type Analysis struct {
	*Window
	BandM float64
	// BandGiven is true where the band was asked for, BandCapped where the default was cut to 2,000 m.
	BandGiven, BandCapped bool
	Clusters              []Verdict     // by estate
	Lisa                  []Local       // by estate; nil unless asked for
	Trends                []MannKendall // by estate
	Courses               []Course      // by estate
	Tested                []int         // the estates of the cluster test: scored in the window, with a boundary
	Lonely                []int         // of them those without a neighbour in the band
	OffMap                []int         // scored in the window, without a boundary
	Unscored              []int         // estates with no scored round in the window (无盲区: they are named)
	Global                Global        // over Tested, where Lisa was asked for
	Log                   []domain.Text // the decisions, in plain words

	given bool // the window was asked for
	list  []ListRow
	book  *policy.Book
}

// ListRow is one estate and item of the rectification list (整改清单).
type ListRow struct {
	Estate int
	Item   int // in Estates[Estate].Items
}

// Analyse works out the hotspots of a district on a day. Errors: CodeCancelled.
func Analyse(ctx context.Context, b *policy.Book, asOf domain.Date, opts Options) (*Analysis, error) {
	a := &Analysis{Window: NewWindow(b, asOf, opts.Rounds, opts.Kinds...), book: b, given: opts.given(b)}
	if ctx.Err() != nil {
		return nil, cancelled(ctx.Err())
	}
	if err := a.test(ctx, opts); err != nil {
		return nil, cancelled(err)
	}
	n := len(a.Estates)
	a.Trends, a.Courses = make([]MannKendall, n), make([]Course, n)
	for e := range a.Estates {
		h := &a.Estates[e]
		a.Trends[e], a.Courses[e] = TestTrend(h.Series()), h.Course()
		for i := range h.Items {
			if h.Items[i].Frequent || h.Items[i].Prone {
				a.list = append(a.list, ListRow{e, i})
			}
		}
	}
	a.Log = a.decisions()
	return a, nil
}

func cancelled(err error) error {
	return domain.Fail(domain.CodeCancelled, domain.Say("已取消", "Cancelled"), err)
}

// lisaSeed makes the draws of local Moran the same at every run.
const lisaSeed = 20190401

// test runs the cluster tests over the estates scored in the window that have a boundary.
func (a *Analysis) test(ctx context.Context, opts Options) error {
	a.Clusters = make([]Verdict, len(a.Estates))
	frame := a.frame()
	var points []Point
	var values []float64
	for e := range a.Estates {
		switch {
		case a.Estates[e].ScoredRounds == 0:
			a.Unscored = append(a.Unscored, e)
		case len(a.book.Estates[e].Boundary) == 0:
			a.OffMap = append(a.OffMap, e)
		default:
			c := spatial.Centroid(frame.Project(a.book.Estates[e].Boundary))
			a.Tested = append(a.Tested, e)
			points = append(points, Point(c))
			values = append(values, a.Estates[e].Burden)
		}
	}
	a.BandM, a.BandGiven = opts.BandM, opts.BandM > 0
	if !a.BandGiven {
		a.BandM = DefaultBand(points)
		a.BandCapped = a.BandM == capM
	}
	neighbours := WithinBand(points, a.BandM)
	for i, v := range GiStar(values, neighbours) {
		a.Clusters[a.Tested[i]] = v
		if !v.Known {
			alone := true
			neighbours(i, func(int) { alone = false })
			if alone {
				a.Lonely = append(a.Lonely, a.Tested[i])
			}
		}
	}
	if !opts.Lisa {
		return nil
	}
	var progress func(done int)
	if opts.Progress != nil {
		progress = func(done int) { opts.Progress(done, len(values)) }
	}
	locals, err := localMorans(ctx, values, neighbours, lisaSeed, Permutations, progress)
	if err != nil {
		return err
	}
	a.Global = GlobalMoran(values, neighbours)
	a.Lisa = make([]Local, len(a.Estates))
	for i, l := range locals {
		a.Lisa[a.Tested[i]] = l
	}
	return nil
}

// frame is the district's metric frame, of all boundaries (RULES 7).
func (a *Analysis) frame() *spatial.Frame {
	var box orb.Bound
	first := true
	for i := range a.book.Estates {
		if mp := a.book.Estates[i].Boundary; len(mp) > 0 {
			if b := mp.Bound(); first {
				box, first = b, false
			} else {
				box = box.Union(b)
			}
		}
	}
	return spatial.FrameOf(box)
}

// List returns the rows of the rectification list, heaviest burden first, then by estate and item.
func (a *Analysis) List() []ListRow {
	rows := slices.Clone(a.list)
	slices.SortStableFunc(rows, func(x, y ListRow) int {
		switch bx, by := a.Estates[x.Estate].Burden, a.Estates[y.Estate].Burden; {
		case bx > by:
			return -1
		case bx < by:
			return 1
		}
		return 0
	})
	return rows
}

// Rest returns the estates scored in the window that are not on the list.
func (a *Analysis) Rest() []int {
	listed := make(map[int]bool)
	for _, r := range a.list {
		listed[r.Estate] = true
	}
	var rest []int
	for e := range a.Estates {
		if a.Estates[e].ScoredRounds > 0 && !listed[e] {
			rest = append(rest, e)
		}
	}
	return rest
}

// decisions says in plain words what was chosen and why.
func (a *Analysis) decisions() []domain.Text {
	var log []domain.Text
	say := func(zh, en string, args ...any) { log = append(log, domain.Say(zh, en, args...)) }
	if len(a.Rounds) == 0 {
		say("截至 %s 没有可用的考核轮次，无法判断", "There is no round up to %s to judge by", a.AsOf)
		return log
	}
	first, last := a.book.Rounds()[a.Rounds[0]].Round, a.book.Rounds()[a.Rounds[len(a.Rounds)-1]].Round
	if a.given {
		say("窗口：最近 %[1]d 轮，%[2]s 至 %[3]s，轮数或类型由使用者给定", "Window: the last %[1]d rounds, %[2]s to %[3]s; number or kinds were given",
			len(a.Rounds), first.HeldOn, last.HeldOn)
	} else {
		say("窗口：最近 %[1]d 轮，%[2]s 至 %[3]s（设置 hotspot_window、hotspot_kinds）",
			"Window: the last %[1]d rounds, %[2]s to %[3]s (settings hotspot_window, hotspot_kinds)", len(a.Rounds), first.HeldOn, last.HeldOn)
	}
	if n := len(a.NoRound); n > 0 {
		say("%d 处点位早于所有轮次，未计入", "%d findings are older than every round and were left out", n)
	}
	if n := len(a.Outside) - len(a.NoRound); n > 0 {
		say("%d 处点位属于窗口以外的轮次，未计入", "%d findings belong to rounds outside the window and were left out", n)
	}
	known, significant := 0, 0
	for _, v := range a.Clusters {
		if v.Known {
			known++
			if v.Class != ClusterNone {
				significant++
			}
		}
	}
	switch {
	case a.BandGiven:
		say("聚集检验的距离带由使用者给定：%.1f 米", "The distance band was given: %.1f m", a.BandM)
	case a.BandCapped:
		say("95%% 的小区有邻居所需的距离不止 %[1]d 米，距离带取 %[1]d 米", "For 95%% of the estates to have a neighbour more than %[1]d m are needed; the band is %[1]d m", capM)
	default:
		say("距离带取 %.1f 米：95%% 的小区在此距离内有邻居", "The band is %.1f m: within it 95%% of the estates have a neighbour", a.BandM)
	}
	say("对 %[1]d 个小区作 Gi* 检验，%[2]d 个有结论；按 Benjamini–Hochberg 校正错误发现率后，%[3]d 个为热点或冷点",
		"Gi* was tested for %[1]d estates, %[2]d have a verdict; after the Benjamini–Hochberg correction %[3]d are hot or cold spots",
		len(a.Tested), known, significant)
	if g := a.Global; g.Known {
		say("全区莫兰指数 %[1]s（z %[2]s，p %[3]s）：%[4]s", "Moran's I of all estates %[1]s (z %[2]s, p %[3]s): %[5]s",
			decimals(g.I), decimals(g.Z), decimals(g.P), alike(g).ZH, alike(g).EN)
	}
	if a.Lisa != nil {
		clusters := 0
		for _, l := range a.Lisa {
			if l.Significant() {
				clusters++
			}
		}
		say("局部莫兰指数以同一距离带、固定种子作 %[1]d 次条件置换，校正后 q 不超过 %[2]g 的小区 %[3]d 个",
			"Local Moran, same band, %[1]d conditional permutations from a fixed seed: %[3]d estates have q up to %[2]g after the correction",
			Permutations, lisaLevel, clusters)
	}
	if n := len(a.Lonely); n > 0 {
		say("%d 个小区在距离带内没有邻居，无结论", "%d estates have no neighbour in the band and no verdict", n)
	}
	if len(a.Tested) > 1 && known == 0 && len(a.Lonely) < len(a.Tested) {
		say("各小区负担相同或全都互为邻居，无结论", "All burdens are equal, or everybody is everybody's neighbour: no verdict")
	}
	if n := len(a.OffMap); n > 0 {
		say("%d 个小区参评但未上图，不参加聚集检验", "%d estates are scored but not on the map and were not tested", n)
	}
	if n := len(a.Unscored); n > 0 {
		say("%d 个小区在窗口内没有参评", "%d estates have no score in the window", n)
	}
	return log
}

// decimals writes a number with three decimals, one that is nearly 0 as a bound.
func decimals(v float64) string {
	if v > 0 && v < 0.0005 {
		return "< 0.001"
	}
	return strconv.FormatFloat(v, 'f', 3, 64)
}

// alike says in words what Moran's I of all estates says.
func alike(g Global) domain.Text {
	switch {
	case g.P >= 0.05:
		return domain.Say("负担的分布看不出成片", "burdens do not lie together")
	case g.Z > 0:
		return domain.Say("负担相近的小区成片分布", "like burdens lie together")
	}
	return domain.Say("负担相近的小区彼此分散", "like burdens keep apart")
}
