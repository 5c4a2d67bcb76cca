package app

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// proxyRuns carries out asks of the planner's desk, one at a time: a new ask calls off the one under way. Safe for several goroutines.
type proxyRuns struct {
	mu          sync.Mutex
	cancel      context.CancelFunc // of the run under way; nil: none
	asked       int                // counts the asks
	done, total int
	kept        []keptRun // latest first
	of          *project  // whose runs are kept
}

type keptRun struct {
	key string
	a   *Assignment
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
	r := &a.runs
	r.mu.Lock()
	defer r.mu.Unlock()
	return ProxyProgress{Running: r.cancel != nil, Done: r.done, Total: r.total}, nil
}

// CancelProxyRun calls off the run under way, if there is one.
func (a *Atlas) CancelProxyRun() error {
	a.runs.mu.Lock()
	defer a.runs.mu.Unlock()
	if a.runs.cancel != nil {
		a.runs.cancel()
	}
	return nil
}

// run returns the assignment that is asked for, kept from before or carried out now, and the ask with its settings filled in.
func (a *Atlas) run(p *project, ask ProxyAsk) (*Assignment, ProxyAsk, error) {
	opts, full, err := p.proxyOptions(ask)
	if err != nil {
		return nil, full, err
	}
	key, err := json.Marshal(full)
	if err != nil {
		return nil, full, err
	}
	r := &a.runs
	r.mu.Lock()
	if r.of != p {
		r.of, r.kept = p, nil
	}
	if at := slices.IndexFunc(r.kept, func(k keptRun) bool { return k.key == string(key) }); at >= 0 {
		kept := r.kept[at]
		r.mu.Unlock()
		return kept.a, full, nil
	}
	if r.cancel != nil {
		r.cancel()
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.asked++
	mine := r.asked
	r.cancel, r.done, r.total = cancel, 0, 0
	r.mu.Unlock()

	opts.Progress = func(done, total int) {
		r.mu.Lock()
		defer r.mu.Unlock()
		if r.asked == mine {
			r.done, r.total = done, total
		}
	}
	day, _ := domain.ParseDate(full.AsOf) // proxyOptions looked at it
	run, err := Assign(ctx, p.book.Evaluate(day), opts)
	cancel()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.asked == mine {
		r.cancel = nil
	}
	if err != nil {
		return nil, full, err
	}
	if r.of == p {
		r.kept = append([]keptRun{{string(key), run}}, r.kept[:min(len(r.kept), mostKeptRuns-1)]...)
	}
	return run, full, nil
}

// proxyOptions reads an ask and fills in what it leaves to the settings.
func (p *project) proxyOptions(ask ProxyAsk) (AssignOptions, ProxyAsk, error) {
	refuse := func(zh, en string, args ...any) (AssignOptions, ProxyAsk, error) {
		return AssignOptions{}, ask, domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
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
	opts := AssignOptions{
		Within: ask.Within, MaxDistanceM: domain.Some(ask.MaxDistanceM), Capacity: ask.Capacity, Keep: ask.Keep, KeepM: ask.KeepM, Barriers: ask.Barriers,
	}
	if ask.Capacity && ask.EachCapacity >= 0 {
		opts.EachCapacity = domain.Some(ask.EachCapacity)
	} else {
		ask.EachCapacity = -1
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

// showRun makes a run's shape for the screens.
func (p *project) showRun(run *Assignment, ask ProxyAsk) ProxyRunView {
	v := ProxyRunView{
		Ask: ask, AsOf: ask.AsOf, Rows: make([]ProxyRow, len(run.Rows)), Loads: []ProxyLoad{}, Links: []ProxyLink{}, Text: askText(ask),
		Clause: domain.Clause{Document: domain.DocTJ, Place: "六(一)"}, HasBarriers: run.lines != nil,
	}
	for i := range run.Rows {
		row := &run.Rows[i]
		v.Rows[i] = p.showRow(run, row, ask)
		if row.Company != policy.None && !math.IsNaN(row.DistanceM) {
			from, to := run.Line(row.Estate, row.Host)
			v.Links = append(v.Links, ProxyLink{
				FID: v.Rows[i].FID, HostFID: v.Rows[i].HostFID, Company: row.Company, DistanceM: row.DistanceM, From: from[:], To: to[:], Override: row.Status == Overridden,
			})
		}
	}
	v.Total = p.totals(run)
	for _, l := range run.Loads() {
		load := ProxyLoad{Company: l.Company, Capacity: -1, Before: LoadView(l.Before), After: LoadView(l.After)}
		if l.Capacity.Known {
			load.Capacity = l.Capacity.Value
		}
		v.Loads = append(v.Loads, load)
	}
	v.Bins = distanceBins(run)
	if c := run.Certificate; c != nil {
		v.Proof = &ProxyProof{Candidates: c.Candidates, Served: c.Served, TotalM: float64(c.TotalMM) / 1000, BoundM: float64(c.BoundMM) / 1000, Text: domain.Say(
			"已证最优：%[1]d 处中最多可安排 %[2]d 处；距离合计 %[3]s 公里，下界 %[4]s 公里",
			"Proven best: of %[1]d at most %[2]d can be served; total %[3]s km, lower bound %[4]s km",
			c.Candidates, c.Served, kilometres(c.TotalMM), kilometres(c.BoundMM))}
	}
	return v
}

func kilometres(mm int64) string { return strconv.FormatFloat(float64(mm)/1e6, 'f', 3, 64) }

func (p *project) showRow(run *Assignment, row *AssignedRow, ask ProxyAsk) ProxyRow {
	estates := p.book.Estates
	r := ProxyRow{
		FID: estates[row.Estate].FID, Status: string(row.Status), Company: row.Company, DistanceM: -1, Present: run.present(row.Estate),
		NextCompany: policy.None, Cause: string(row.Cause), Why: run.Why(row), Kept: row.Cause == CauseKept, Invalid: row.Cause == CauseOverrideInvalid,
	}
	if row.Pin != policy.None {
		r.Pinned, r.Locked = true, ask.Pins[row.Pin].Locked
	}
	r.Changed = row.Company != policy.None && row.Company != r.Present
	if row.Host != policy.None {
		r.HostFID = estates[row.Host].FID
		r.Crosses = run.crosses(row.Estate, row.Host)
	}
	if !math.IsNaN(row.DistanceM) {
		r.DistanceM = row.DistanceM
	}
	for _, other := range run.RunnersUp(row, 1) {
		if other.Company != policy.None {
			r.NextFID, r.NextCompany, r.GapM = estates[other.Host].FID, other.Company, other.DistanceM-max(r.DistanceM, 0)
			break
		}
	}
	return r
}

// totals sums a run up.
func (p *project) totals(run *Assignment) ProxyTotals {
	t := ProxyTotals{Estates: len(run.Rows)}
	for i := range run.Rows {
		row := &run.Rows[i]
		if row.Status == Overridden {
			t.Overridden++
		}
		if row.Company == policy.None {
			t.Unserved++
			continue
		}
		t.Served++
		if row.Company != run.present(row.Estate) {
			t.Changed++
		}
		if run.ev.SubdistrictOf(row.Estate) != run.ev.SubdistrictOf(row.Host) {
			t.Other++
		}
		if !math.IsNaN(row.DistanceM) {
			t.TotalM += row.DistanceM
			t.WorstM = max(t.WorstM, row.DistanceM)
		}
	}
	if t.Served > 0 {
		t.MeanM = t.TotalM / float64(t.Served)
	}
	for _, l := range run.Loads() {
		if l.Capacity.Known && int64(l.After.Estates) > l.Capacity.Value {
			t.OverCapacity++
		}
	}
	return t
}

// bins is how many classes of distance are shown.
const bins = 10

// distanceBins counts the served by distance, in classes of equal width up to the greatest distance, or to the farthest override.
func distanceBins(run *Assignment) []ProxyBin {
	most := run.opts.MaxDistanceM.Value
	for i := range run.Rows {
		if r := &run.Rows[i]; r.Company != policy.None && r.DistanceM > most {
			most = r.DistanceM
		}
	}
	out := make([]ProxyBin, bins)
	for i := range out {
		out[i].FromM, out[i].ToM = most*float64(i)/bins, most*float64(i+1)/bins
	}
	for i := range run.Rows {
		if r := &run.Rows[i]; r.Company != policy.None && !math.IsNaN(r.DistanceM) {
			at := 0
			if most > 0 {
				at = min(bins-1, int(r.DistanceM/most*bins))
			}
			out[at].Count++
		}
	}
	return out
}

// askText says in a sentence what was asked.
func askText(ask ProxyAsk) domain.Text {
	scope := map[string]domain.Text{
		domain.WithinDistrict:          domain.Say("全区就近", "nearest in the district"),
		domain.WithinSubdistrict:       domain.Say("仅本街道", "own subdistrict only"),
		domain.WithinPreferSubdistrict: domain.Say("先本街道", "own subdistrict first"),
	}[ask.Within]
	far := strconv.FormatFloat(ask.MaxDistanceM, 'f', -1, 64)
	parts := []domain.Text{scope, domain.Say("%s 米内", "within %s m", far)}
	switch {
	case ask.Capacity && ask.EachCapacity >= 0:
		parts = append(parts, domain.Say("每家限 %d 处", "at most %d for each company", ask.EachCapacity))
	case ask.Capacity:
		parts = append(parts, domain.Say("按企业上限", "within the companies' capacities"))
	}
	if ask.Keep {
		parts = append(parts, domain.Say("从现行出发，多走不超过 %s 米则不换", "from what is in force, kept up to %s m farther", strconv.FormatFloat(ask.KeepM, 'f', -1, 64)))
	}
	if ask.Barriers {
		parts = append(parts, domain.Say("不跨阻隔", "no barrier crossed"))
	}
	if n := len(ask.Pins); n > 0 {
		parts = append(parts, domain.Say("指定 %d 处", "%d chosen by hand", n))
	}
	zh, en := make([]string, len(parts)), make([]string, len(parts))
	for i, part := range parts {
		zh[i], en[i] = part.ZH, part.EN
	}
	return domain.Text{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}

// rowsHash tells whether two runs give every estate to the same host.
func rowsHash(run *Assignment) string {
	h := sha256.New()
	for i := range run.Rows {
		r := &run.Rows[i]
		host := ""
		if r.Host != policy.None {
			host = run.ev.Estates[r.Host].ID
		}
		fmt.Fprintf(h, "%q %s %q %q\n", run.ev.Estates[r.Estate].ID, r.Status, host, companyID(run.ev, r.Company))
	}
	return hex.EncodeToString(h.Sum(nil))
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
	row := (*AssignedRow)(nil)
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
			Crosses: run.crosses(place, host), Passed: passed, From: from[:], To: to[:],
		}
		if !math.IsNaN(taken) {
			h.GapM = distance - taken
		}
		c.Hosts = append(c.Hosts, h)
	}
	if row.Status != Unassigned && row.Host != policy.None && !math.IsNaN(row.DistanceM) {
		taken = row.DistanceM
		add(row.Host, row.Company, row.DistanceM, true, domain.Text{})
	}
	for _, r := range run.RunnersUp(row, mostChoices-1) {
		add(r.Host, r.Company, r.DistanceM, false, r.Passed)
	}
	return c, nil
}
