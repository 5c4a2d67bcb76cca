package app

import (
	"encoding/json"
	"math"
	"slices"
	"sync"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// proxyRuns carries out asks of the planner's desk and keeps what came out. Safe for several goroutines.
type proxyRuns struct {
	latest latest

	mu     sync.Mutex
	kept   []keptRun         // last asked for first
	hashes map[string]string // of runs by their key, see rowsHash; also of those that are not kept any more
	of     *project          // whose runs are kept
}

type keptRun struct {
	key string
	a   *assign.Result
}

// mostKeptRuns is how many runs are kept: scenarios are compared two by two, and a card asks for the run on screen.
const mostKeptRuns = 6

// ProxyRun carries out an ask. Errors: CodeInvalid for what cannot be asked, CodeCancelled when CancelProxyRun or another ask came
// before it was done.
func (a *Atlas) ProxyRun(ask ProxyAsk) (ProxyRunView, error) {
	p, err := a.project()
	if err != nil {
		return ProxyRunView{}, err
	}
	run, full, err := a.run(p, ask)
	if err != nil {
		return ProxyRunView{}, err
	}
	return p.showRun(run, full), nil
}

// ProxyProgress says how far the run under way has come.
func (a *Atlas) ProxyProgress() (ProxyProgress, error) {
	var v ProxyProgress
	v.Running, v.Done, v.Total = a.runs.latest.progress()
	return v, nil
}

// CancelProxyRun calls off the run under way, if there is one.
func (a *Atlas) CancelProxyRun() error {
	a.runs.latest.stop()
	return nil
}

// run returns the assignment that is asked for, kept from before or carried out now, and the ask with its settings filled in.
func (a *Atlas) run(p *project, ask ProxyAsk) (*assign.Result, ProxyAsk, error) {
	opts, full, err := p.proxyOptions(ask)
	if err != nil {
		return nil, full, err
	}
	run, err := a.carryOut(p, full, opts, true)
	return run, full, err
}

// runHash is the rowsHash of an ask. The runs that it has to carry out do not push those out that the screen looks at.
func (a *Atlas) runHash(p *project, ask ProxyAsk) (string, error) {
	opts, full, err := p.proxyOptions(ask)
	if err != nil {
		return "", err
	}
	key, err := json.Marshal(full)
	if err != nil {
		return "", err
	}
	r := &a.runs
	r.mu.Lock()
	r.belongTo(p)
	hash, known := r.hashes[string(key)]
	r.mu.Unlock()
	if known {
		return hash, nil
	}
	run, err := a.carryOut(p, full, opts, false)
	if err != nil {
		return "", err
	}
	hash = rowsHash(run)
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of == p {
		r.hashes[string(key)] = hash
	}
	return hash, nil
}

// belongTo forgets the runs of another project; mu is held.
func (r *proxyRuns) belongTo(p *project) {
	if r.of != p {
		r.of, r.kept, r.hashes = p, nil, make(map[string]string)
	}
}

// carryOut answers an ask with its settings filled in, from what is kept if it can. A run for the screen is kept as the last asked for.
func (a *Atlas) carryOut(p *project, full ProxyAsk, opts assign.Options, forScreen bool) (*assign.Result, error) {
	key, err := json.Marshal(full)
	if err != nil {
		return nil, err
	}
	r := &a.runs
	r.mu.Lock()
	r.belongTo(p)
	if at := slices.IndexFunc(r.kept, func(k keptRun) bool { return k.key == string(key) }); at >= 0 {
		kept := r.kept[at]
		if forScreen {
			r.kept = slices.Insert(slices.Delete(r.kept, at, at+1), 0, kept)
		}
		r.mu.Unlock()
		return kept.a, nil
	}
	r.mu.Unlock()

	ctx, progress, end := r.latest.begin()
	defer end()
	opts.Progress = progress
	day, _ := domain.ParseDate(full.AsOf) // proxyOptions looked at it
	run, err := assign.Run(ctx, p.book.Evaluate(day), opts)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.of == p && forScreen {
		r.kept = slices.Insert(r.kept[:min(len(r.kept), mostKeptRuns-1)], 0, keptRun{string(key), run})
	}
	return run, nil
}

// proxyOptions reads an ask and fills in what it leaves to the settings.
func (p *project) proxyOptions(ask ProxyAsk) (assign.Options, ProxyAsk, error) {
	refuse := func(zh, en string, args ...any) (assign.Options, ProxyAsk, error) {
		return assign.Options{}, ask, domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
	}
	settings := p.book.Policy
	if ask.AsOf == "" {
		ask.AsOf = p.latestDay().String()
	}
	day, ok := domain.ParseDate(ask.AsOf)
	if !ok {
		return refuse("日期 %q 不可用；写作 2026-11-23", "The date %q cannot be used; write it as 2026-11-23", ask.AsOf)
	}
	switch ask.Within {
	case "":
		ask.Within = settings.Within
	case domain.WithinDistrict, domain.WithinSubdistrict, domain.WithinPreferSubdistrict:
	default:
		return refuse("没有宿主范围 %q", "There is no scope %q", ask.Within)
	}
	if ask.MaxDistanceM <= 0 {
		ask.MaxDistanceM = settings.MaxDistanceM
	}
	if math.IsNaN(ask.MaxDistanceM) || math.IsInf(ask.MaxDistanceM, 0) {
		return refuse("最大距离不可用", "The greatest distance cannot be used")
	}
	if !(ask.KeepM >= 0) || math.IsInf(ask.KeepM, 0) || !ask.Keep {
		ask.KeepM = 0
	}
	opts := assign.Options{
		Within: ask.Within, MaxDistanceM: domain.Some(ask.MaxDistanceM), Capacity: ask.Capacity, Keep: ask.Keep, KeepM: ask.KeepM, Barriers: ask.Barriers,
	}
	if ask.Capacity && ask.EachCapacity >= 0 {
		opts.EachCapacity = domain.Some(ask.EachCapacity)
	} else {
		ask.EachCapacity = -1
	}
	if err := p.readCapacities(&ask, &opts); err != nil {
		return assign.Options{}, ask, err
	}
	ask.Pins = slices.Clone(ask.Pins)
	if ask.Pins == nil {
		ask.Pins = []ProxyPin{}
	}
	slices.SortStableFunc(ask.Pins, func(x, y ProxyPin) int { return int(x.FID - y.FID) })
	for i, pin := range ask.Pins {
		e, knownE := p.place[pin.FID]
		h, knownH := p.place[pin.HostFID]
		if !knownE || !knownH || e == h {
			return refuse("方案中指定的小区或宿主已不存在；删去这一项后重新测算", "An estate or host chosen in the scenario is no longer there; take it out and run again")
		}
		if err := checkText("改派理由", "reason", pin.Reason); err != nil {
			return assign.Options{}, ask, err
		}
		if i > 0 && ask.Pins[i-1].FID == pin.FID {
			return refuse("%s 被指定了两次", "%s is chosen twice", p.district.Estates.Name[e])
		}
		opts.Pins = append(opts.Pins, domain.Override{EstateID: p.book.Estates[e].ID, HostID: p.book.Estates[h].ID, Reason: pin.Reason, DecidedOn: day})
	}
	return opts, ask, nil
}

// latestDay is the day of the latest round, today without one.
func (p *project) latestDay() domain.Date {
	if len(p.rounds) > 0 {
		return p.book.Rounds()[p.rounds[len(p.rounds)-1]].Round.HeldOn
	}
	return today()
}

// mostChoices is how many hosts the planner's card names.
const mostChoices = 6

// ProxyChoice returns the row of an estate in a run and the hosts that can be chosen for it. Errors: CodeNotFound for an estate that
// is not in the run.
func (a *Atlas) ProxyChoice(ask ProxyAsk, fid int64) (ProxyChoice, error) {
	p, err := a.project()
	if err != nil {
		return ProxyChoice{}, err
	}
	run, full, err := a.run(p, ask)
	if err != nil {
		return ProxyChoice{}, err
	}
	row := (*assign.Row)(nil)
	place, known := p.place[fid]
	if known {
		row = run.Row(place)
	}
	if row == nil {
		return ProxyChoice{}, domain.Fail(domain.CodeNotFound, domain.Say("这个小区不在代管对象之中", "This estate is not one to be served by proxy"), nil)
	}
	c := ProxyChoice{Row: p.showRow(run, row, full), Name: p.district.Estates.Name[place], Hosts: []ProxyHostView{}}
	taken := math.NaN()
	add := func(host, company int, distance float64, isTaken bool, passed domain.Text) {
		from, to := run.Line(place, host)
		h := ProxyHostView{
			FID: p.book.Estates[host].FID, Name: p.district.Estates.Name[host], Company: company, DistanceM: distance, Taken: isTaken,
			Crosses: run.Crosses(place, host), Passed: passed, From: from[:], To: to[:],
		}
		if !math.IsNaN(taken) {
			h.GapM = distance - taken
		}
		c.Hosts = append(c.Hosts, h)
	}
	if row.Status != assign.Unassigned && row.Host != policy.None && !math.IsNaN(row.DistanceM) {
		taken = row.DistanceM
		add(row.Host, row.Company, row.DistanceM, true, domain.Text{})
	}
	for _, r := range run.RunnersUp(row, mostChoices-1) {
		add(r.Host, r.Company, r.DistanceM, false, r.Passed)
	}
	return c, nil
}
