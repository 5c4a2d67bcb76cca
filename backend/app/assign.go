package app

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
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
}

// AssignCause says why a host was taken or why there is none.
type AssignCause string

const (
	CauseNearest         AssignCause = "nearest"           // the nearest host in the scope
	CauseOwnSubdistrict  AssignCause = "own_subdistrict"   // prefer_subdistrict: one of the same subdistrict lies within reach
	CauseOtherDistrict   AssignCause = "other_subdistrict" // prefer_subdistrict: none of the same subdistrict does
	CauseTooFar          AssignCause = "beyond_max_distance"
	CauseNoHost          AssignCause = "no_host"
	CauseOverride        AssignCause = "override"
	CauseOverrideInvalid AssignCause = "override_invalid"
)

// Assignment is who serves the scattered estates of a district on a day (RULES 7, TJ 六(一)), without capacities.
type Assignment struct {
	Rows []AssignedRow // by estate
	// ProjectS, IndexS and QueryS are the seconds spent on projecting, building indexes and searching.
	ProjectS, IndexS, QueryS float64

	ev     *policy.Evaluation
	frame  *spatial.Frame
	shapes *spatial.Shapes
	hosts  []policy.Host
}

// AssignProject assigns by the project's own settings.
func AssignProject(ctx context.Context, t *domain.Tables, asOf domain.Date) (*Assignment, error) {
	return Assign(ctx, policy.NewBook(t).Evaluate(asOf))
}

// Assign finds the host of every candidate as of the evaluation's date. Errors: CodeCancelled.
func Assign(ctx context.Context, ev *policy.Evaluation) (*Assignment, error) {
	a := &Assignment{ev: ev}
	started := time.Now()
	lap := func(to *float64) { *to += time.Since(started).Seconds(); started = time.Now() }
	box, _ := extent(ev.Estates)
	a.frame = spatial.FrameOf(box)
	a.shapes = spatial.Pack(a.frame, len(ev.Estates), func(i int) orb.MultiPolygon { return ev.Estates[i].Boundary })
	sides := ev.ProxySides(a.shapes.Area)
	a.hosts = sides.Hosts
	lap(&a.ProjectS)
	if err := cancelled(ctx); err != nil {
		return nil, err
	}

	var near, own []spatial.Match
	within := ev.Policy.Within
	if within != domain.WithinDistrict {
		own = a.searchOwn(sides.Candidates, lap)
	}
	if within != domain.WithinSubdistrict {
		near = a.search(sides.Candidates, a.hosts, lap)
	}
	if err := cancelled(ctx); err != nil {
		return nil, err
	}
	a.Rows = make([]AssignedRow, 0, len(sides.Candidates)+len(sides.Overridden))
	for i, c := range sides.Candidates {
		a.Rows = append(a.Rows, a.decide(c.Estate, matchAt(near, i), matchAt(own, i)))
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

// search finds the nearest of some hosts for every candidate; Match.Host is a place in hosts.
func (a *Assignment) search(candidates []policy.Candidate, hosts []policy.Host, lap func(*float64)) []spatial.Match {
	if len(hosts) == 0 {
		none := make([]spatial.Match, len(candidates))
		for i := range none {
			none[i] = noMatch
		}
		return none
	}
	index := spatial.NewIndex(a.shapes, a.spatialHosts(hosts))
	lap(&a.IndexS)
	matches := index.NearestAll(a.queries(candidates), 0)
	lap(&a.QueryS)
	return matches
}

// searchOwn finds the nearest host of the own subdistrict for every candidate, Match.Host being a place in a.hosts.
func (a *Assignment) searchOwn(candidates []policy.Candidate, lap func(*float64)) []spatial.Match {
	out := make([]spatial.Match, len(candidates))
	groups := make(map[int][2][]int) // subdistrict → places of hosts and of candidates
	for i := range a.hosts {
		g := groups[a.ev.SubdistrictOf(a.hosts[i].Estate)]
		g[0] = append(g[0], i)
		groups[a.ev.SubdistrictOf(a.hosts[i].Estate)] = g
	}
	for i := range candidates {
		out[i] = noMatch
		g := groups[a.ev.SubdistrictOf(candidates[i].Estate)]
		g[1] = append(g[1], i)
		groups[a.ev.SubdistrictOf(candidates[i].Estate)] = g
	}
	for _, g := range groups { // each group fills its own places: the order does not matter
		hosts, asked := pick(a.hosts, g[0]), pick(candidates, g[1])
		for k, m := range a.search(asked, hosts, lap) {
			if m.Host >= 0 {
				m.Host = int32(g[0][m.Host])
			}
			out[g[1][k]] = m
		}
	}
	return out
}

func pick[T any](from []T, places []int) []T {
	out := make([]T, len(places))
	for i, at := range places {
		out[i] = from[at]
	}
	return out
}

func (a *Assignment) spatialHosts(hosts []policy.Host) []spatial.Host {
	out := make([]spatial.Host, len(hosts))
	for i, h := range hosts {
		out[i] = spatial.Host{Shape: int32(h.Estate), Group: int32(a.ev.SubdistrictOf(h.Estate))}
	}
	return out
}

func (a *Assignment) queries(candidates []policy.Candidate) []spatial.Query {
	out := make([]spatial.Query, len(candidates))
	for i, c := range candidates {
		out[i] = spatial.Query{Shape: int32(c.Estate), Group: int32(a.ev.SubdistrictOf(c.Estate))}
	}
	return out
}

var noMatch = spatial.Match{Host: policy.None, Distance: math.Inf(1)}

func matchAt(matches []spatial.Match, i int) spatial.Match {
	if matches == nil {
		return noMatch
	}
	return matches[i]
}

// reachM forgives the rounding of a distance, far under the millimetre that machine files show, where it is compared with
// max_distance, which is itself included.
const reachM = 1e-6

func (a *Assignment) reaches(m spatial.Match) bool {
	return m.Host >= 0 && m.Distance <= a.ev.Policy.MaxDistanceM+reachM
}

// decide takes the nearest host of the district and of the own subdistrict, as far as the scope asked for them.
func (a *Assignment) decide(estate int, near, own spatial.Match) AssignedRow {
	row := AssignedRow{Estate: estate, Status: Assigned, Host: policy.None, Company: policy.None, DistanceM: math.NaN(), Cause: CauseNearest}
	best := near
	switch a.ev.Policy.Within {
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
	if !a.reaches(best) {
		row.Status, row.Cause = Unassigned, CauseTooFar
		return row
	}
	row.Company = host.Company
	return row
}

func (a *Assignment) overridden(o *policy.StandingOverride) AssignedRow {
	row := AssignedRow{
		Estate: o.Estate, Status: Overridden, Host: o.Host, Company: o.Company, DistanceM: math.NaN(), Cause: CauseOverride,
		Override: domain.Text{ZH: o.Override.Reason, EN: o.Override.Reason},
	}
	if !o.Valid {
		row.Cause = CauseOverrideInvalid
		row.Override = domain.Say("%[1]s（宿主已失效：%[2]s）", "%[1]s (the host is no longer valid: %[3]s)", o.Override.Reason, o.Fault.ZH, o.Fault.EN)
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

// RunnerUp is a host that was not taken.
type RunnerUp struct {
	Host, Company int
	DistanceM     float64
	// Passed says why it was passed over although it is nearer than the host taken; empty for those farther away.
	Passed domain.Text
}

// RunnersUp returns the nearest hosts of the whole district but the one taken, at least count if there are so many: nearer ones
// that were passed over, then the next.
func (a *Assignment) RunnersUp(row *AssignedRow, count int) []RunnerUp {
	var all []RunnerUp
	for _, h := range a.hosts {
		if h.Estate != row.Host && h.Estate != row.Estate {
			all = append(all, RunnerUp{Host: h.Estate, Company: h.Company, DistanceM: a.shapes.AtLeast(row.Estate, h.Estate)})
		}
	}
	// The distance of the boxes is at most that of the shapes: measure in its order until no box can be nearer.
	slices.SortFunc(all, func(x, y RunnerUp) int {
		return cmp.Or(cmp.Compare(x.DistanceM, y.DistanceM), cmp.Compare(x.Host, y.Host))
	})
	byDistance := func(x, y RunnerUp) int {
		return cmp.Or(cmp.Compare(x.DistanceM, y.DistanceM), cmp.Compare(x.Host, y.Host))
	}
	var best []RunnerUp
	for _, r := range all {
		nearer := len(best) < count || r.DistanceM < best[count-1].DistanceM
		if !nearer && !(r.DistanceM < row.DistanceM) {
			break
		}
		r.DistanceM = a.shapes.Nearest(row.Estate, a.shapes, r.Host).Distance
		at, _ := slices.BinarySearchFunc(best, r, byDistance)
		best = slices.Insert(best, at, r)
	}
	kept := best[:0]
	for i, r := range best {
		if r.DistanceM < row.DistanceM {
			r.Passed = a.passedOver(row, &r)
		} else if i >= count {
			break
		}
		kept = append(kept, r)
	}
	return kept
}

// tieM is the distance within which hosts count as equally near (RULES 7).
const tieM = 0.001

// passedOver says why a nearer host was not taken.
func (a *Assignment) passedOver(row *AssignedRow, r *RunnerUp) domain.Text {
	switch {
	case row.Status == Overridden:
		return domain.Say("由人工指定", "a planner chose otherwise")
	case a.ev.SubdistrictOf(r.Host) != a.ev.SubdistrictOf(row.Estate) && a.ev.Policy.Within != domain.WithinDistrict:
		return domain.Say("不在本街道", "it lies in another subdistrict")
	case row.DistanceM-r.DistanceM <= tieM:
		return domain.Say("相差不足 1 毫米，同街道优先，其次编号小者", "less than 1 mm nearer: the same subdistrict first, then the smaller id")
	}
	return domain.Text{}
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

// Why says in a sentence how a row came about.
func (a *Assignment) Why(r *AssignedRow) domain.Text {
	far := fmt.Sprintf("%.1f", r.DistanceM)
	most := strconv.FormatFloat(a.ev.Policy.MaxDistanceM, 'f', -1, 64)
	switch r.Cause {
	case CauseNearest:
		return domain.Say("范围内最近的成片小区，%s 米", "the nearest contiguous estate in the scope, %s m", far)
	case CauseOwnSubdistrict:
		return domain.Say("本街道内最近的成片小区，%s 米", "the nearest contiguous estate of the same subdistrict, %s m", far)
	case CauseOtherDistrict:
		return domain.Say("本街道内 %[2]s 米之内没有成片小区，取全区最近，%[1]s 米", "no contiguous estate of the same subdistrict within %[2]s m; the nearest of the district, %[1]s m", far, most)
	case CauseTooFar:
		return domain.Say("最近的成片小区在 %[1]s 米外，超过 %[2]s 米", "the nearest contiguous estate is %[1]s m away, beyond %[2]s m", far, most)
	case CauseNoHost:
		return domain.Say("范围内没有可代管的成片小区", "no contiguous estate in the scope can serve")
	case CauseOverride, CauseOverrideInvalid:
	}
	return r.Override
}
