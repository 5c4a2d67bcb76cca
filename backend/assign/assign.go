// Package assign finds who serves the scattered estates of a district (代管, RULES 7): the nearest valid host in the scope, or the
// optimum under the companies' capacities, with stays, barriers, overrides and pins. Who may host and who is to be served is decided
// by package policy, how far they lie apart is measured by package spatial. It keeps nothing and writes nothing.
package assign

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strconv"
	"sync"
	"time"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// Status says how an estate of an assignment ended.
type Status string

const (
	Assigned   Status = "assigned"
	Unassigned Status = "unassigned"
	Overridden Status = "override"
)

// Row is one candidate or overridden estate. Places are those of the rule book; policy.None is none.
type Row struct {
	Estate    int
	Status    Status
	Host      int     // unassigned: the nearest within the scope
	Company   int     // who takes the estate over; None if unassigned, or if an override's host has none
	DistanceM float64 // to the host; NaN without one
	Cause     Cause   // why this host, or why none
	// Override is the planner's reason and, where the host is no longer valid, what is wrong with it.
	Override domain.Text
	// Pin is the place of the row's pin in the options, policy.None without one.
	Pin int
}

// Cause says why a host was taken or why there is none.
type Cause string

const (
	CauseNearest         Cause = "nearest"           // the nearest host in the scope
	CauseOwnSubdistrict  Cause = "own_subdistrict"   // prefer_subdistrict: one of the same subdistrict lies within reach
	CauseOtherDistrict   Cause = "other_subdistrict" // prefer_subdistrict: none of the same subdistrict does
	CauseNearestFree     Cause = "nearest_free"      // capacity: nearer hosts' companies have no place left for it
	CauseFull            Cause = "capacity"          // hosts in reach, and their companies have no place left
	CauseKept            Cause = "kept"              // stays with its present company
	CauseBarrier         Cause = "barrier"           // hosts in reach, and all of them across a barrier
	CauseTooFar          Cause = "beyond_max_distance"
	CauseNoHost          Cause = "no_host"
	CauseOverride        Cause = "override"
	CauseOverrideInvalid Cause = "override_invalid"       // the host may not serve any more
	CauseOverrideIdle    Cause = "override_not_candidate" // the estate would not be served by the rules
)

// Result is who serves the scattered estates of a district on a day (RULES 7, TJ 六(一)).
type Result struct {
	Rows []Row // by estate
	// Certificate is there when capacities were kept.
	Certificate *Certificate
	// ProjectS, IndexS and QueryS are the seconds spent on projecting, building indexes and searching.
	ProjectS, IndexS, QueryS float64

	ev     *policy.Evaluation
	opts   Options
	frame  *spatial.Frame
	shapes *spatial.Shapes
	hosts  []policy.Host
	barred []policy.Barred
	lines  *spatial.Lines // barriers; nil without

	// around is made when the first row is explained.
	around struct {
		sync.Once
		hosts, barred *spatial.Index
	}
}

// Options are what may be asked of an assignment beside the project's settings.
type Options struct {
	// Within and MaxDistanceM are in place of the settings of these names, where they are given.
	Within       string
	MaxDistanceM domain.Opt[float64]
	// Capacity keeps every company to its capacity, or to EachCapacity in place of it, or to what Capacities says by its place;
	// unknown: no limit.
	Capacity     bool
	EachCapacity domain.Opt[int64]
	Capacities   map[int]domain.Opt[int64]
	// Keep lets an estate stay with the company of its proxy agreement if a valid host of it is in reach and not more than KeepM
	// metres farther than the best one. Under capacities the most are served, then the most stay, then the total is least.
	Keep  bool
	KeepM float64
	// Barriers leaves out hosts whose nearest point lies across a line of the barrier layer.
	Barriers bool
	// Pins are hosts that a planner chose in this run, beside the project's overrides and before them.
	Pins []domain.Override
	// Progress, which may be nil, hears how many candidates are placed under capacities.
	Progress func(done, total int)
}

// Run finds the host of every candidate as of the evaluation's date. Errors: CodeCancelled.
func Run(ctx context.Context, ev *policy.Evaluation, opts Options) (*Result, error) {
	a := &Result{ev: ev, opts: opts}
	if opts.Within == "" {
		a.opts.Within = ev.Policy.Within
	}
	if !opts.MaxDistanceM.Known {
		a.opts.MaxDistanceM = domain.Some(ev.Policy.MaxDistanceM)
	}
	started := time.Now()
	lap := func(to *float64) { *to += time.Since(started).Seconds(); started = time.Now() }
	box, _ := domain.Extent(ev.Estates)
	a.frame = spatial.FrameOf(box)
	a.shapes = spatial.Pack(a.frame, len(ev.Estates), func(i int) orb.MultiPolygon { return ev.Estates[i].Boundary })
	sides := ev.ProxySides(a.shapes.Area, opts.Pins...)
	a.lines = a.barriers()
	a.hosts, a.barred = sides.Hosts, sides.Barred
	lap(&a.ProjectS)
	if err := domain.Cancelled(ctx); err != nil {
		return nil, err
	}

	asked := make([]candidate, len(sides.Candidates))
	for i, c := range sides.Candidates {
		asked[i] = candidate{Candidate: c, near: noMatch, own: noMatch, stay: noMatch}
	}
	if a.opts.Within != domain.WithinDistrict {
		a.search(asked, true, lap, func(c *candidate) *spatial.Match { return &c.own })
	}
	if a.opts.Within != domain.WithinSubdistrict {
		a.search(asked, false, lap, func(c *candidate) *spatial.Match { return &c.near })
	}
	if err := domain.Cancelled(ctx); err != nil {
		return nil, err
	}
	a.Rows = make([]Row, 0, len(asked)+len(sides.Overridden))
	l := a.limits(sides.Overridden)
	if opts.Keep {
		a.findStays(asked)
	}
	if opts.Capacity {
		if err := a.share(ctx, asked, &l); err != nil {
			return nil, err
		}
	} else {
		for i := range asked {
			a.Rows = append(a.Rows, a.keepOrDecide(&asked[i]))
		}
	}
	for i := range sides.Overridden {
		a.Rows = append(a.Rows, a.overridden(&sides.Overridden[i]))
	}
	slices.SortFunc(a.Rows, func(x, y Row) int { return cmp.Compare(x.Estate, y.Estate) })
	lap(&a.QueryS)
	return a, nil
}

// candidate is an estate to be served with the nearest hosts of the district and of its own subdistrict, as far as the scope asks
// for them, and with the host of its present company by which it may stay; Match.Host is a place in a.hosts.
type candidate struct {
	policy.Candidate
	near, own, stay spatial.Match
	// blocked: a nearer host lies across a barrier.
	blocked bool
}

// search finds the nearest host of every candidate, in its own subdistrict or in the district.
func (a *Result) search(asked []candidate, inOwn bool, lap func(*float64), to func(*candidate) *spatial.Match) {
	newIndex := spatial.NewIndex
	if inOwn {
		newIndex = spatial.NewIndexByGroup
	}
	index := newIndex(a.shapes, a.spatialHosts())
	lap(&a.IndexS)
	queries := make([]spatial.Query, len(asked))
	for i := range asked {
		queries[i] = a.query(asked[i].Estate)
	}
	for i, m := range index.NearestAll(queries, 0) {
		if a.opts.Barriers && a.reaches(m) && a.Crosses(asked[i].Estate, a.hosts[m.Host].Estate) {
			asked[i].blocked = true
			free := a.nearestFree(index, queries[i])
			if free.Host >= 0 || inOwn && a.opts.Within == domain.WithinPreferSubdistrict { // that without one looks elsewhere
				m = free
			}
		}
		*to(&asked[i]) = m
	}
	lap(&a.QueryS)
}

func (a *Result) spatialHosts() []spatial.Host {
	out := make([]spatial.Host, len(a.hosts))
	for i, h := range a.hosts {
		out[i] = spatial.Host(a.query(h.Estate))
	}
	return out
}

// query returns an estate as the search knows it: its shape, and its subdistrict as its group.
func (a *Result) query(estate int) spatial.Query {
	return spatial.Query{Shape: int32(estate), Group: int32(a.ev.SubdistrictOf(estate))}
}

var noMatch = spatial.Match{Host: policy.None, Distance: math.Inf(1)}

// reachM forgives the rounding of a distance, far under the millimetre that machine files show, where it is compared with
// max_distance, which is itself included.
const reachM = 1e-6

func (a *Result) reaches(m spatial.Match) bool {
	return m.Host >= 0 && m.Distance <= a.opts.MaxDistanceM.Value+reachM
}

// decide takes the nearest host in the scope.
func (a *Result) decide(c *candidate) Row {
	row := Row{Estate: c.Estate, Status: Assigned, Host: policy.None, Company: policy.None, DistanceM: math.NaN(), Cause: CauseNearest, Pin: policy.None}
	best, own := c.near, c.own
	switch a.opts.Within {
	case domain.WithinSubdistrict:
		best = own
	case domain.WithinPreferSubdistrict:
		row.Cause = CauseOtherDistrict
		if a.reaches(own) {
			best, row.Cause = own, CauseOwnSubdistrict
		}
	}
	if best.Host < 0 {
		row.Status, row.Cause = Unassigned, CauseNoHost
		return row
	}
	host := a.hosts[best.Host]
	row.Host, row.DistanceM = host.Estate, best.Distance
	switch {
	case !a.reaches(best):
		row.Status, row.Cause = Unassigned, CauseTooFar
		return row
	case c.blocked && a.Crosses(c.Estate, host.Estate): // none in reach on this side
		row.Status, row.Cause = Unassigned, CauseBarrier
		return row
	}
	row.Company = host.Company
	return row
}

func (a *Result) overridden(o *policy.StandingOverride) Row {
	row := Row{
		Estate: o.Estate, Status: Overridden, Host: o.Host, Company: o.Company, DistanceM: math.NaN(), Cause: CauseOverride, Pin: o.Tried,
		Override: domain.Text{ZH: o.Override.Reason, EN: o.Override.Reason},
	}
	switch {
	case !o.Valid:
		row.Cause = CauseOverrideInvalid
		row.Override = domain.Say("%[1]s（宿主已失效：%[2]s）", "%[1]s (the host is no longer valid: %[3]s)", o.Override.Reason, o.Fault.ZH, o.Fault.EN)
	case !o.IsCandidate:
		row.Cause = CauseOverrideIdle
		row.Override = domain.Say("%s（本小区按规则已不属于代管对象）", "%s (by the rules the estate itself is not to be served any more)", o.Override.Reason)
	}
	if o.Host != policy.None && len(a.ev.Estates[o.Host].Boundary) > 0 && len(a.ev.Estates[o.Estate].Boundary) > 0 {
		row.DistanceM = a.shapes.Nearest(o.Estate, a.shapes, o.Host).Distance
	}
	return row
}

// Row returns the row of an estate, nil if it has none.
func (a *Result) Row(estate int) *Row {
	i, ok := slices.BinarySearchFunc(a.Rows, estate, func(r Row, e int) int { return cmp.Compare(r.Estate, e) })
	if !ok {
		return nil
	}
	return &a.Rows[i]
}

// Evaluation is what the assignment was made of.
func (a *Result) Evaluation() *policy.Evaluation { return a.ev }

// HasBarriers reports whether the district has lines that links should not cross.
func (a *Result) HasBarriers() bool { return a.lines != nil }

// MaxDistanceM is the greatest distance that was taken, metres.
func (a *Result) MaxDistanceM() float64 { return a.opts.MaxDistanceM.Value }

// Line returns the pair of nearest points of two estates in lon-lat degrees, from the first to the second.
func (a *Result) Line(estate, host int) (from, to orb.Point) {
	n := a.shapes.Nearest(estate, a.shapes, host)
	return a.frame.Inverse(n.OnA), a.frame.Inverse(n.OnB)
}

// Cells are the rows as CONTRACT.md lists them for `assign`: estate, status, host, company, distance in metres, reason. For machines
// the reason is the cause, for people a sentence in Chinese.
func (a *Result) Cells(machine bool) [][]string {
	rows := make([][]string, len(a.Rows))
	for i := range a.Rows {
		r := &a.Rows[i]
		host, company, distance, reason := "", "", "", string(r.Cause)
		if r.Host != policy.None {
			host = a.ev.Estates[r.Host].ID
		}
		if r.Company != policy.None {
			company = a.ev.Companies[r.Company].ID
		}
		if !math.IsNaN(r.DistanceM) {
			distance = strconv.FormatFloat(r.DistanceM, 'f', 3, 64)
		}
		if !machine {
			reason = a.Why(r).ZH
		}
		rows[i] = []string{a.ev.Estates[r.Estate].ID, string(r.Status), host, company, distance, reason}
	}
	return rows
}
