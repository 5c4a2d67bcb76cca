package quality

import (
	"fmt"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/overlay"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// The repairs. Those that end with a colon are followed by the id of the estate that the user chose.
const (
	repairRings   = "rings"
	repairSlivers = "slivers"
	repairGive    = "give:" // the ground in common goes to this estate
	repairDrop    = "drop:" // this estate is taken out
	repairEnd     = "end"   // the earlier agreement ends on the day before the later one begins
)

// Choice is a repair that the user has chosen.
type Choice struct{ Key, Repair string }

// Mended is what repairs would change, before anything is written.
type Mended struct {
	Change domain.Change
	Lines  []Line
	Shapes []ShapeChange
}

// Line is a value before and after.
type Line struct {
	Name   domain.Text `json:"name"`
	Before domain.Text `json:"before"`
	After  domain.Text `json:"after"`
}

// ShapeChange is a boundary before and after; After is empty where the estate is taken out.
type ShapeChange struct {
	Estate            int
	Before, After     orb.MultiPolygon
	BeforeM2, AfterM2 float64
}

// Mend works out repairs, one after the other, each on what the ones before it left. Errors: CodeNotFound for a fault that is not
// there (any more), CodeInvalid for a repair that is not offered or that would not come out right.
func (r *Report) Mend(choices []Choice) (*Mended, error) {
	m := mender{Report: r, estates: make(map[int]domain.Estate), gone: make(map[int]bool), agreements: make(map[agreementKey]domain.Agreement)}
	var what []string
	for _, c := range choices {
		f := r.Find(c.Key)
		if f == nil {
			return nil, domain.Fail(domain.CodeNotFound, domain.Say("所选问题已不存在；重新检查", "The fault is no longer there; check again"), nil)
		}
		i := slices.IndexFunc(f.Repairs, func(o Repair) bool { return o.ID == c.Repair })
		if i < 0 {
			return nil, domain.Fail(domain.CodeInvalid, domain.Say("这个问题没有所选的修复办法：%s", "The repair chosen is not offered for this fault: %s", f.Text.ZH), nil)
		}
		if err := m.mend(f, c.Repair); err != nil {
			return nil, err
		}
		what = append(what, m.labels(f.Estates)+"："+f.Repairs[i].Name.ZH)
	}
	out := m.mended()
	if len(choices) == 1 {
		out.Change.What = "数据修复 " + what[0]
	} else {
		out.Change.What = fmt.Sprintf("数据修复 %d 处：%s", len(what), strings.Join(what[:min(len(what), 3)], "；"))
		if len(what) > 3 {
			out.Change.What += "……"
		}
	}
	return out, nil
}

type agreementKey struct {
	estate   string
	startsOn domain.Date
}

// mender keeps what repairs have changed so far.
type mender struct {
	*Report
	estates    map[int]domain.Estate
	gone       map[int]bool
	agreements map[agreementKey]domain.Agreement
	order      []agreementKey
	lines      []Line
}

func (m *mender) estate(e int) domain.Estate {
	if es, ok := m.estates[e]; ok {
		return es
	}
	return m.ev.Estates[e]
}

func (m *mender) mend(f *Fault, repair string) error {
	for _, e := range f.Estates {
		if m.gone[e] {
			return domain.Fail(domain.CodeInvalid, domain.Say("%s 已由前一项修复删去", "%s is taken out by a repair before this one", m.label(e)), nil)
		}
	}
	switch {
	case repair == repairRings:
		e := f.Estates[0]
		mended, ok := mendRings(m.estate(e).Boundary)
		if !ok {
			return m.refuse(e)
		}
		m.setBoundary(e, mended)
	case repair == repairSlivers:
		e := f.Estates[0]
		mended := withoutSlivers(m.land.frame, m.estate(e).Boundary)
		if len(mended) == 0 || spatial.Check(mended) != nil {
			return m.refuse(e)
		}
		m.setBoundary(e, mended)
	case strings.HasPrefix(repair, repairGive):
		return m.give(f, strings.TrimPrefix(repair, repairGive))
	case strings.HasPrefix(repair, repairDrop):
		if e, ok := m.ev.Estate(strings.TrimPrefix(repair, repairDrop)); ok {
			m.gone[e] = true
		}
	case repair == repairEnd:
		return m.end(f)
	}
	return nil
}

func (m *mender) refuse(e int) error {
	return domain.Fail(domain.CodeInvalid, domain.Say("%s 修复后的边界不合规，未修复；在地图上改正边界", "The mended boundary of %s would not be valid, so it is left; correct it on the map", m.label(e)), nil)
}

// setBoundary keeps a new boundary.
func (m *mender) setBoundary(e int, mp orb.MultiPolygon) {
	es := m.estate(e)
	es.Boundary = mp
	m.estates[e] = es
}

// give takes the ground in common from the one that the user did not choose.
func (m *mender) give(f *Fault, id string) error {
	taker, ok := m.ev.Estate(id)
	if !ok || len(f.Estates) != 2 || !slices.Contains(f.Estates, taker) {
		return domain.Fail(domain.CodeInvalid, domain.Say("没有编号为 %q 的小区", "There is no estate %q", id), nil)
	}
	giver := f.Estates[0]
	if giver == taker {
		giver = f.Estates[1]
	}
	// In degrees, where the corners that stay keep their coordinates to the last digit.
	rest, err := overlay.Difference(m.estate(giver).Boundary, m.estate(taker).Boundary)
	if err != nil {
		return m.refuse(giver)
	}
	// Noding may leave crumbs where the two walls nearly coincide.
	rest = withoutSlivers(m.land.frame, rest)
	if len(rest) == 0 || spatial.Check(rest) != nil {
		return m.refuse(giver)
	}
	spatial.Normalize(rest)
	m.setBoundary(giver, rest)
	return nil
}

// withoutSlivers drops parts and fills holes that are too small to be meant.
func withoutSlivers(frame *spatial.Frame, mp orb.MultiPolygon) orb.MultiPolygon {
	found, _ := sliversOf(frame, mp)
	var out orb.MultiPolygon
	for i, polygon := range mp {
		if slices.ContainsFunc(found, func(s sliver) bool { return s.part == i && s.hole < 0 }) {
			continue
		}
		kept := orb.Polygon{polygon[0]}
		for k := 1; k < len(polygon); k++ {
			if !slices.ContainsFunc(found, func(s sliver) bool { return s.part == i && s.hole == k }) {
				kept = append(kept, polygon[k])
			}
		}
		out = append(out, kept)
	}
	return out
}

// end lets the first of two agreements end on the day before the second begins.
func (m *mender) end(f *Fault) error {
	e := f.Estates[0]
	id := m.ev.Estates[e].ID
	own := m.ev.Agreements(e)
	for i := 1; i < len(own); i++ {
		before, after := &own[i-1], &own[i]
		days := []string{before.StartsOn.String(), after.StartsOn.String()}
		if f.Key != key(f.Kind, append([]string{id}, days...)...) {
			continue
		}
		k := agreementKey{id, before.StartsOn}
		g, changed := m.agreements[k]
		if !changed {
			rows := m.ev.Tables().Agreements
			at := slices.IndexFunc(rows, func(a domain.Agreement) bool { return a.EstateID == id && a.StartsOn == before.StartsOn })
			if at < 0 {
				break
			}
			g = rows[at]
			m.order = append(m.order, k)
		}
		was := span(before)
		g.EndsOn = after.StartsOn - 1
		m.agreements[k] = g
		m.lines = append(m.lines, Line{
			plain(m.label(e) + " · " + m.companyName(before.Company)), was, domain.Say("%[1]s 至 %[2]s", "%[1]s to %[2]s", g.StartsOn, g.EndsOn),
		})
		return nil
	}
	return domain.Fail(domain.CodeNotFound, domain.Say("所选协议已不存在；重新检查", "The agreement is no longer there; check again"), nil)
}

// mended gathers what has changed, in order of estates.
func (m *mender) mended() *Mended {
	out := &Mended{}
	for e := range m.ev.Estates {
		was := m.ev.Estates[e]
		switch es, changed := m.estates[e]; {
		case m.gone[e]:
			out.Change.Remove.Estates = append(out.Change.Remove.Estates, was)
			out.Shapes = append(out.Shapes, ShapeChange{Estate: e, Before: was.Boundary, BeforeM2: m.groundArea(was.Boundary)})
			out.Lines = append(out.Lines, Line{plain(m.label(e)), domain.Say("在项目中", "In the project"), domain.Say("删去", "Taken out")})
		case changed:
			s := ShapeChange{e, was.Boundary, es.Boundary, m.groundArea(was.Boundary), m.groundArea(es.Boundary)}
			out.Change.Put.Estates = append(out.Change.Put.Estates, es)
			out.Shapes = append(out.Shapes, s)
			out.Lines = append(out.Lines, Line{
				plain(m.label(e)),
				domain.Say("%[1]s 平方米，%[2]d 个部分，%[3]d 个顶点", "%[1]s m², parts %[2]d, corners %[3]d", metres(s.BeforeM2), len(s.Before), corners(s.Before)),
				domain.Say("%[1]s 平方米，%[2]d 个部分，%[3]d 个顶点", "%[1]s m², parts %[2]d, corners %[3]d", metres(s.AfterM2), len(s.After), corners(s.After)),
			})
		}
	}
	for _, k := range m.order {
		out.Change.Put.Agreements = append(out.Change.Put.Agreements, m.agreements[k])
	}
	out.Lines = append(out.Lines, m.lines...)
	return out
}

func (m *mender) groundArea(mp orb.MultiPolygon) float64 {
	if _, ok := finiteBox(mp); !ok {
		return 0
	}
	return nominalArea(m.land.frame.Project(mp))
}

func corners(mp orb.MultiPolygon) int {
	n := 0
	for _, polygon := range mp {
		for _, ring := range polygon {
			n += max(len(ring)-1, 0)
		}
	}
	return n
}

// Ground is the ground that a fault is about, in degrees: what two estates have in common, the parts that are slivers. Empty where
// the fault is of a whole estate or of none.
func (r *Report) Ground(f *Fault) orb.MultiPolygon {
	switch f.Kind {
	case Overlap, SameOutline:
		shared, err := overlay.Intersection(r.ev.Estates[f.Estates[0]].Boundary, r.ev.Estates[f.Estates[1]].Boundary)
		if err == nil {
			return shared
		}
	case SliverPart:
		found, _ := sliversOf(r.land.frame, r.ev.Estates[f.Estates[0]].Boundary)
		var out orb.MultiPolygon
		for _, s := range found {
			if len(s.ring) > 0 {
				out = append(out, orb.Polygon{s.ring})
			}
		}
		return out
	default:
	}
	return nil
}
