package app

import (
	"context"
	"sync"

	"estateatlas/backend/domain"
	"estateatlas/backend/quality"

	"github.com/paulmach/orb"
)

// qualityRuns carries out checks of the records, one at a time: who asks for the same check waits for it, another ask calls it off.
// The last report is kept as long as the project is as it was. Safe for several goroutines; the zero value is ready.
type qualityRuns struct {
	mu   sync.Mutex
	last *qualityRun
}

type qualityRun struct {
	of     *project
	ask    QualityAsk
	cancel context.CancelFunc
	ended  chan struct{} // closed when report or err is there

	report *quality.Report
	err    error

	done, total int // guarded by qualityRuns.mu
}

// mostMissed is how many rounds an ask may name.
const mostMissed = 24

// report returns the report of an ask, kept from before or made now. Errors: CodeInvalid, CodeCancelled.
func (q *qualityRuns) report(p *project, ask QualityAsk) (*quality.Report, error) {
	if ask.Rounds < 0 || ask.Rounds > mostMissed {
		return nil, invalid("轮数应在 1 到 %d 之间", "The number of rounds is from 1 to %d", mostMissed)
	}
	if ask.Rounds == 0 {
		ask.Rounds = quality.DefaultRounds
	}
	q.mu.Lock()
	run := q.last
	if run == nil || run.of != p || run.ask != ask {
		if run != nil {
			run.cancel()
		}
		ctx, cancel := context.WithCancel(context.Background())
		run = &qualityRun{of: p, ask: ask, cancel: cancel, ended: make(chan struct{})}
		q.last = run
		go q.carryOut(ctx, run)
	}
	q.mu.Unlock()
	<-run.ended
	return run.report, run.err
}

func (q *qualityRuns) carryOut(ctx context.Context, run *qualityRun) {
	defer close(run.ended)
	defer run.cancel()
	run.report, run.err = quality.Check(ctx, run.of.book.Evaluate(run.of.lastDay()), quality.Options{
		Rounds: run.ask.Rounds,
		Progress: func(done, total int) {
			q.mu.Lock()
			defer q.mu.Unlock()
			run.done, run.total = done, total
		},
	})
	if run.err != nil {
		q.mu.Lock()
		defer q.mu.Unlock()
		if q.last == run {
			q.last = nil // asked for again, it is made again
		}
	}
}

// Quality counts what is wrong or doubtful in the records. Errors: CodeInvalid, CodeCancelled when CancelQuality or another ask came
// before it was done.
func (a *Atlas) Quality(ask QualityAsk) (QualityView, error) {
	p, r, err := a.checked(ask)
	if err != nil {
		return QualityView{}, err
	}
	return p.showQuality(r), nil
}

func (a *Atlas) checked(ask QualityAsk) (*project, *quality.Report, error) {
	p, err := a.project()
	if err != nil {
		return nil, nil, err
	}
	r, err := a.checks.report(p, ask)
	return p, r, err
}

// QualityProgress says how far the check under way has come.
func (a *Atlas) QualityProgress() (QualityProgress, error) {
	q := &a.checks
	q.mu.Lock()
	defer q.mu.Unlock()
	run := q.last
	if run == nil {
		return QualityProgress{}, nil
	}
	select {
	case <-run.ended:
		return QualityProgress{}, nil
	default:
		return QualityProgress{Running: true, Done: run.done, Total: run.total}, nil
	}
}

// CancelQuality calls off the check under way, if there is one.
func (a *Atlas) CancelQuality() error {
	a.checks.mu.Lock()
	defer a.checks.mu.Unlock()
	if a.checks.last != nil {
		a.checks.last.cancel()
	}
	return nil
}

var qualityGroups = []QualityText{
	{string(quality.Shapes), domain.Say("边界", "Boundaries")},
	{string(quality.Register), domain.Say("小区登记", "Register")},
	{string(quality.Agreements), domain.Say("服务协议", "Agreements")},
	{string(quality.Scores), domain.Say("考核", "Inspections")},
	{string(quality.Money), domain.Say("纳入与补贴", "Enrolment and money")},
	{string(quality.Findings), domain.Say("点位", "Findings")},
}

func (p *project) showQuality(r *quality.Report) QualityView {
	v := QualityView{Version: p.info.Version, AsOf: p.lastDay().String(), Rounds: r.Rounds, Total: len(r.Faults), Groups: qualityGroups}
	for _, k := range quality.Kinds {
		faults := r.Of(k.Kind)
		row := QualityKind{Key: string(k.Kind), Group: string(k.Group), Name: k.Name, Rule: k.Rule, Unit: k.Unit, Count: len(faults)}
		for i := range faults {
			if len(faults[i].Repairs) > 0 {
				row.Repairable++
			}
		}
		switch {
		case k.Kind == quality.OfficialRank && !r.OfficialRanks:
			row.Note = domain.Say("数据中没有公布名次，不作比较", "The data holds no official ranks; there is nothing to compare")
		case k.Kind == quality.NotScored && len(p.rounds) < r.Rounds:
			row.Note = domain.Say("创卫考核不足 %d 轮，不作判断", "There are fewer than %d sanitary rounds to judge by", r.Rounds)
		}
		v.Kinds = append(v.Kinds, row)
	}
	return v
}

func (p *project) showFault(f *quality.Fault) QualityRow {
	row := QualityRow{Key: f.Key, Kind: string(f.Kind), FIDs: p.fids(f.Estates), Box: []float64{}, Size: f.Size, Text: f.Text, Repairs: f.Repairs}
	if f.Mapped {
		row.Lon, row.Lat = f.At[0], f.At[1]
		row.Box = []float64{f.Box.Min[0], f.Box.Min[1], f.Box.Max[0], f.Box.Max[1]}
	}
	if row.Repairs == nil {
		row.Repairs = []quality.Repair{}
	}
	return row
}

// QualityFaults lists the faults of a kind, the largest first. Errors: CodeNotFound for a kind that there is not, as Quality.
func (a *Atlas) QualityFaults(ask QualityAsk, kind string) ([]QualityRow, error) {
	p, r, err := a.checked(ask)
	if err != nil {
		return nil, err
	}
	if !knownKind(kind) {
		return nil, domain.Fail(domain.CodeNotFound, domain.Say("没有问题种类 %q", "There is no kind of faults %q", kind), nil)
	}
	faults := r.Of(quality.Kind(kind))
	rows := make([]QualityRow, len(faults))
	for i := range faults {
		rows[i] = p.showFault(&faults[i])
	}
	return rows, nil
}

func knownKind(kind string) bool {
	for _, k := range quality.Kinds {
		if string(k.Kind) == kind {
			return true
		}
	}
	return false
}

// QualityFault returns a fault with its evidence and shapes. Errors: CodeNotFound where it is not there any more, as Quality.
func (a *Atlas) QualityFault(ask QualityAsk, key string) (QualityDetail, error) {
	p, r, err := a.checked(ask)
	if err != nil {
		return QualityDetail{}, err
	}
	f := r.Find(key)
	if f == nil {
		return QualityDetail{}, domain.Fail(domain.CodeNotFound, domain.Say("所选问题已不存在；重新检查", "The fault is no longer there; check again"), nil)
	}
	d := QualityDetail{Row: p.showFault(f), Facts: f.Facts, Shapes: []QualityShape{}, Ground: shown(r.Ground(f))}
	if d.Facts == nil {
		d.Facts = []quality.Fact{}
	}
	if f.Clause.Document != "" {
		d.Clause = &f.Clause
	}
	for _, e := range f.Estates[:min(len(f.Estates), mostShapes)] {
		if mp := p.book.Estates[e].Boundary; len(mp) > 0 {
			d.Shapes = append(d.Shapes, QualityShape{p.book.Estates[e].FID, p.district.Estates.Name[e], shown(mp)})
		}
	}
	return d, nil
}

// mostShapes is how many boundaries are shown with a fault that names more estates.
const mostShapes = 20

// shown is a shape for the screens, without what is no number.
func shown(mp orb.MultiPolygon) Shape {
	out := Shape{}
	for _, polygon := range mp {
		rings := [][][]float64{}
		for _, ring := range polygon {
			points := [][]float64{}
			for _, at := range ring {
				if at[0]-at[0] == 0 && at[1]-at[1] == 0 {
					points = append(points, []float64{at[0], at[1]})
				}
			}
			rings = append(rings, points)
		}
		out = append(out, rings)
	}
	return out
}

// planRepairs works out the change of repairs on the project as it is.
func (a *Atlas) planRepairs(p *project, ask QualityAsk, choices []QualityChoice) (*quality.Mended, error) {
	if len(choices) == 0 {
		return nil, invalid("没有选择修复项", "No repair was chosen")
	}
	if len(choices) > mostRepairs {
		return nil, invalid("一次最多修复 %d 处", "At most %d faults are mended at once", mostRepairs)
	}
	r, err := a.checks.report(p, ask)
	if err != nil {
		return nil, err
	}
	list := make([]quality.Choice, len(choices))
	for i, c := range choices {
		list[i] = quality.Choice(c)
	}
	return r.Mend(list)
}

// mostRepairs keeps a change one that a person can look through.
const mostRepairs = 1_000

// PreviewQualityRepairs says what repairs would change, before and after. Errors: CodeNotFound for a fault that is no longer there,
// CodeInvalid for a repair that is not offered or would not come out right.
func (a *Atlas) PreviewQualityRepairs(ask QualityAsk, choices []QualityChoice) (QualityPreview, error) {
	p, err := a.project()
	if err != nil {
		return QualityPreview{}, err
	}
	m, err := a.planRepairs(p, ask, choices)
	if err != nil {
		return QualityPreview{}, err
	}
	v := QualityPreview{Lines: m.Lines, Shapes: []QualityChange{}, Consequence: p.consequence(m.Change)}
	if v.Lines == nil {
		v.Lines = []quality.Line{}
	}
	for _, s := range m.Shapes[:min(len(m.Shapes), mostShapes)] {
		v.Shapes = append(v.Shapes, QualityChange{
			p.book.Estates[s.Estate].FID, p.district.Estates.Name[s.Estate], shown(s.Before), shown(s.After), s.BeforeM2, s.AfterM2,
		})
	}
	return v, nil
}

// RepairQuality carries out repairs as one change that can be undone. Errors: as PreviewQualityRepairs; CodeConflict where closed
// rounds would change and correction gives no reason.
func (a *Atlas) RepairQuality(ask QualityAsk, choices []QualityChoice, correction string) (Decided, error) {
	return a.decideGuarded(correction, func(p *project) (domain.Change, error) {
		m, err := a.planRepairs(p, ask, choices)
		if err != nil {
			return domain.Change{}, err
		}
		return m.Change, nil
	})
}
