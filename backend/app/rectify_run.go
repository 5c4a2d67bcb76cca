package app

import (
	"context"
	"fmt"
	"math"
	"reflect"
	"slices"
	"sync"

	"estateatlas/backend/domain"
	"estateatlas/backend/hotspot"
)

// analyses keeps the analyses of a project that were asked for last. Safe for several goroutines.
type analyses struct {
	mu   sync.Mutex
	kept []keptAnalysis // last asked for first
}

type keptAnalysis struct {
	key string
	a   *hotspot.Analysis
}

// mostKeptAnalyses is how many are kept: the timeline goes to and fro between neighbouring rounds.
const mostKeptAnalyses = 4

// get returns an analysis with local Moran, kept from before or carried out now.
func (k *analyses) get(ctx context.Context, p *project, asOf domain.Date, opts hotspot.Options) (*hotspot.Analysis, error) {
	key := fmt.Sprint(asOf, opts.Rounds, opts.Kinds, opts.BandM)
	if a := k.find(key); a != nil {
		return a, nil
	}
	opts.Lisa = true
	a, err := hotspot.Analyse(ctx, p.book, asOf, opts)
	if err != nil {
		return nil, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.kept = slices.Insert(k.kept[:min(len(k.kept), mostKeptAnalyses-1)], 0, keptAnalysis{key, a})
	return a, nil
}

// onlySteps reports whether a change leaves everything alone that analyses rest on.
func onlySteps(change *domain.Change) bool {
	put, gone := change.Put, change.Remove
	put.RectifySteps, put.FindingNotes, gone.RectifySteps, gone.FindingNotes = nil, nil, nil, nil
	return reflect.ValueOf(put).IsZero() && reflect.ValueOf(gone).IsZero()
}

// find moves what it finds to the front.
func (k *analyses) find(key string) *hotspot.Analysis {
	k.mu.Lock()
	defer k.mu.Unlock()
	at := slices.IndexFunc(k.kept, func(kept keptAnalysis) bool { return kept.key == key })
	if at < 0 {
		return nil
	}
	found := k.kept[at]
	k.kept = slices.Insert(slices.Delete(k.kept, at, at+1), 0, found)
	return found.a
}

// mostWindow bounds a window: ten years of monthly rounds.
const mostWindow = 120

// RectifyProgress says how far the analysis under way has come.
func (a *Atlas) RectifyProgress() (RectifyProgress, error) {
	var v RectifyProgress
	v.Running, v.Done, v.Total = a.analysing.progress()
	return v, nil
}

// CancelRectification calls off the analysis under way, if there is one.
func (a *Atlas) CancelRectification() error {
	a.analysing.stop()
	return nil
}

// rectifyOptions reads an ask: what is analysed up to which day, and the day that deadlines are held against.
func (p *project) rectifyOptions(ask *RectifyAsk) (opts hotspot.Options, asOf, on domain.Date, err error) {
	refuse := func(zh, en string, args ...any) (hotspot.Options, domain.Date, domain.Date, error) {
		return hotspot.Options{}, 0, 0, invalid(zh, en, args...)
	}
	if ask.AsOf != "" {
		var ok bool
		if asOf, ok = domain.ParseDate(ask.AsOf); !ok {
			return hotspot.Options{}, 0, 0, errNotDay(ask.AsOf)
		}
		if ask.RoundID != "" {
			return refuse("轮次和日期只能给一个", "Give a round or a date, not both")
		}
	} else {
		j, err := p.judge(ask.RoundID)
		if err != nil {
			return hotspot.Options{}, 0, 0, err
		}
		asOf, ask.RoundID = p.windowDay(j), j.view.RoundID
	}
	if ask.Window < 0 || ask.Window > mostWindow {
		return refuse("窗口应为 1 到 %d 轮", "A window is 1 to %d rounds", mostWindow)
	}
	if math.IsNaN(ask.BandM) || math.IsInf(ask.BandM, 0) || ask.BandM < 0 || ask.BandM > 100_000 {
		return refuse("距离带应为 0 到 100000 米", "A band is 0 to 100,000 m")
	}
	if ask.Window == 0 {
		ask.Window = p.book.Policy.HotspotWindow
	}
	opts = hotspot.Options{Rounds: ask.Window, BandM: ask.BandM}
	if len(ask.Kinds) == 0 {
		for _, k := range p.book.Policy.HotspotKinds {
			ask.Kinds = append(ask.Kinds, string(k))
		}
	}
	for _, k := range ask.Kinds {
		kind := domain.RoundKind(k)
		if !slices.Contains(roundKinds, kind) {
			return refuse("没有考核类型 %q", "There is no kind of round %q", k)
		}
		opts.Kinds = append(opts.Kinds, kind)
	}
	on = asOf
	if ask.On != "" {
		var ok bool
		if on, ok = domain.ParseDate(ask.On); !ok {
			return hotspot.Options{}, 0, 0, errNotDay(ask.On)
		}
	}
	return opts, asOf, on, nil
}

// windowDay is the day that closes the window of a round: its own; of the latest one that of whatever was inspected or found since.
func (p *project) windowDay(j *judged) domain.Date {
	day := j.ev.AsOf
	if n := len(p.rounds); n > 0 && j.view.RoundID != p.book.Rounds()[p.rounds[n-1]].Round.ID {
		return day
	}
	for i := range p.tables.Rounds {
		day = max(day, p.tables.Rounds[i].HeldOn)
	}
	for i := range p.tables.Findings {
		day = max(day, p.tables.Findings[i].FoundOn)
	}
	return day
}

var roundKinds = []domain.RoundKind{domain.RoundDistrictSanitary, domain.RoundCityEvaluation, domain.RoundJointCheck, domain.RoundRoutine}

// analyse carries out an analysis with local Moran for the screen, which can call it off.
func (a *Atlas) analyse(p *project, asOf domain.Date, opts hotspot.Options) (*hotspot.Analysis, error) {
	ctx, progress, end := a.analysing.begin()
	defer end()
	opts.Progress = progress
	return p.analyses.get(ctx, p, asOf, opts)
}
