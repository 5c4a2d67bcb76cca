package app

import (
	"cmp"
	"context"
	"io"
	"math"
	"slices"
	"strconv"
	"sync"
	"time"

	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// AssignStatus says how an estate of an assignment ended.
type AssignStatus string

const (
	Assigned   AssignStatus = "assigned"
	Unassigned AssignStatus = "unassigned"
	Overridden AssignStatus = "override"
)

// AssignedRow is one candidate or overridden estate. Places are those of the rule book; policy.None is none.
type AssignedRow struct {
	Estate    int
	Status    AssignStatus
	Host      int         // unassigned: the nearest within the scope
	Company   int         // who takes the estate over; None if unassigned, or if an override's host has none
	DistanceM float64     // to the host; NaN without one
	Cause     AssignCause // why this host, or why none
	// Override is the planner's reason and, where the host is no longer valid, what is wrong with it.
	Override domain.Text
	// Pin is the place of the row's pin in the options, policy.None without one.
	Pin int
}

// AssignCause says why a host was taken or why there is none.
type AssignCause string

const (
	CauseNearest         AssignCause = "nearest"           // the nearest host in the scope
	CauseOwnSubdistrict  AssignCause = "own_subdistrict"   // prefer_subdistrict: one of the same subdistrict lies within reach
	CauseOtherDistrict   AssignCause = "other_subdistrict" // prefer_subdistrict: none of the same subdistrict does
	CauseNearestFree     AssignCause = "nearest_free"      // capacity: nearer hosts' companies have no place left for it
	CauseFull            AssignCause = "capacity"          // hosts in reach, and their companies have no place left
	CauseKept            AssignCause = "kept"              // stays with its present company
	CauseBarrier         AssignCause = "barrier"           // hosts in reach, and all of them across a barrier
	CauseTooFar          AssignCause = "beyond_max_distance"
	CauseNoHost          AssignCause = "no_host"
	CauseOverride        AssignCause = "override"
	CauseOverrideInvalid AssignCause = "override_invalid"       // the host may not serve any more
	CauseOverrideIdle    AssignCause = "override_not_candidate" // the estate would not be served by the rules
)

// Assignment is who serves the scattered estates of a district on a day (RULES 7, TJ 六(一)).
type Assignment struct {
	Rows []AssignedRow // by estate
	// Certificate is there when capacities were kept.
	Certificate *Certificate
	// ProjectS, IndexS and QueryS are the seconds spent on projecting, building indexes and searching.
	ProjectS, IndexS, QueryS float64

	ev     *policy.Evaluation
	opts   AssignOptions
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

// AssignOptions are what may be asked of an assignment beside the project's settings.
type AssignOptions struct {
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

// AssignProject assigns by the project's own settings.
func AssignProject(ctx context.Context, t *domain.Tables, asOf domain.Date, opts AssignOptions) (*Assignment, error) {
	return Assign(ctx, policy.NewBook(t).Evaluate(asOf), opts)
}

// Assign finds the host of every candidate as of the evaluation's date. Errors: CodeCancelled.
func Assign(ctx context.Context, ev *policy.Evaluation, opts AssignOptions) (*Assignment, error) {
	a := &Assignment{ev: ev, opts: opts}
	if opts.Within == "" {
		a.opts.Within = ev.Policy.Within
	}
	if !opts.MaxDistanceM.Known {
		a.opts.MaxDistanceM = domain.Some(ev.Policy.MaxDistanceM)
	}
	started := time.Now()
	lap := func(to *float64) { *to += time.Since(started).Seconds(); started = time.Now() }
	box, _ := extent(ev.Estates)
	a.frame = spatial.FrameOf(box)
	a.shapes = spatial.Pack(a.frame, len(ev.Estates), func(i int) orb.MultiPolygon { return ev.Estates[i].Boundary })
	sides := ev.ProxySides(a.shapes.Area, opts.Pins...)
	a.lines = a.barriers()
	a.hosts, a.barred = sides.Hosts, sides.Barred
	lap(&a.ProjectS)
	if err := cancelled(ctx); err != nil {
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
	if err := cancelled(ctx); err != nil {
		return nil, err
	}
	a.Rows = make([]AssignedRow, 0, len(asked)+len(sides.Overridden))
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
	slices.SortFunc(a.Rows, func(x, y AssignedRow) int { return cmp.Compare(x.Estate, y.Estate) })
	lap(&a.QueryS)
	return a, nil
}

func cancelled(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return domain.Fail(domain.CodeCancelled, domain.Say("已取消", "Cancelled"), err)
	}
	return nil
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
func (a *Assignment) search(asked []candidate, inOwn bool, lap func(*float64), to func(*candidate) *spatial.Match) {
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
		if a.opts.Barriers && a.reaches(m) && a.crosses(asked[i].Estate, a.hosts[m.Host].Estate) {
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

func (a *Assignment) spatialHosts() []spatial.Host {
	out := make([]spatial.Host, len(a.hosts))
	for i, h := range a.hosts {
		out[i] = spatial.Host(a.query(h.Estate))
	}
	return out
}

// query returns an estate as the search knows it: its shape, and its subdistrict as its group.
func (a *Assignment) query(estate int) spatial.Query {
	return spatial.Query{Shape: int32(estate), Group: int32(a.ev.SubdistrictOf(estate))}
}

var noMatch = spatial.Match{Host: policy.None, Distance: math.Inf(1)}

// reachM forgives the rounding of a distance, far under the millimetre that machine files show, where it is compared with
// max_distance, which is itself included.
const reachM = 1e-6

func (a *Assignment) reaches(m spatial.Match) bool {
	return m.Host >= 0 && m.Distance <= a.opts.MaxDistanceM.Value+reachM
}

// decide takes the nearest host in the scope.
func (a *Assignment) decide(c *candidate) AssignedRow {
	row := AssignedRow{Estate: c.Estate, Status: Assigned, Host: policy.None, Company: policy.None, DistanceM: math.NaN(), Cause: CauseNearest, Pin: policy.None}
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
	case c.blocked && a.crosses(c.Estate, host.Estate): // none in reach on this side
		row.Status, row.Cause = Unassigned, CauseBarrier
		return row
	}
	row.Company = host.Company
	return row
}

func (a *Assignment) overridden(o *policy.StandingOverride) AssignedRow {
	row := AssignedRow{
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
func (a *Assignment) Row(estate int) *AssignedRow {
	i, ok := slices.BinarySearchFunc(a.Rows, estate, func(r AssignedRow, e int) int { return cmp.Compare(r.Estate, e) })
	if !ok {
		return nil
	}
	return &a.Rows[i]
}

// Line returns the pair of nearest points of two estates in lon-lat degrees, from the first to the second.
func (a *Assignment) Line(estate, host int) (from, to orb.Point) {
	n := a.shapes.Nearest(estate, a.shapes, host)
	return a.frame.Inverse(n.OnA), a.frame.Inverse(n.OnB)
}

// links are the rows as lines from nearest point to nearest point; a row without a host to measure to has none.
func (a *Assignment) links() []domain.ProxyLink {
	links := make([]domain.ProxyLink, len(a.Rows))
	for i := range a.Rows {
		r := &a.Rows[i]
		l := domain.ProxyLink{EstateID: a.ev.Estates[r.Estate].ID, CompanyID: companyID(a.ev, r.Company), Status: string(r.Status)}
		if r.Host != policy.None {
			l.HostID = a.ev.Estates[r.Host].ID
		}
		if !math.IsNaN(r.DistanceM) {
			from, to := a.Line(r.Estate, r.Host)
			l.DistanceM, l.Line = domain.Some(r.DistanceM), orb.LineString{from, to}
		}
		links[i] = l
	}
	return links
}

var assignColumns = []export.Column{
	colEstate, {Name: "status", Chinese: "状态"}, {Name: "host_id", Chinese: "代管依托小区"}, colCompany, {Name: "distance_m", Chinese: "距离（米）"}, {Name: "reason", Chinese: "理由"},
}

// WriteAssignment writes the rows as CONTRACT.md says for `assign`.
func WriteAssignment(w io.Writer, a *Assignment, machine bool) error {
	audience := export.ForPeople
	if machine {
		audience = export.ForMachines
	}
	rows := make([][]string, len(a.Rows))
	for i := range a.Rows {
		r := &a.Rows[i]
		host, distance, reason := "", "", string(r.Cause)
		if r.Host != policy.None {
			host = a.ev.Estates[r.Host].ID
		}
		if !math.IsNaN(r.DistanceM) {
			distance = strconv.FormatFloat(r.DistanceM, 'f', 3, 64)
		}
		if !machine {
			reason = a.Why(r).ZH
		}
		rows[i] = []string{a.ev.Estates[r.Estate].ID, string(r.Status), host, companyID(a.ev, r.Company), distance, reason}
	}
	return export.WriteTable(w, audience, assignColumns, rows)
}
