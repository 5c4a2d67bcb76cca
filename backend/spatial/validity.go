package spatial

import (
	"fmt"
	"math"
	"sync"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// FaultKind names the rule of OGC Simple Features (06-103r4, 6.1.11.1 and 6.1.14) that a shape breaks.
type FaultKind string

const (
	NotFinite      FaultKind = "not_finite"       // a coordinate is NaN or infinite
	TooFewPoints   FaultKind = "too_few_points"   // a ring has fewer than three different points
	NotClosed      FaultKind = "not_closed"       // the last point of a ring is not its first
	ZeroArea       FaultKind = "zero_area"        // a ring runs back along itself and encloses nothing
	SelfCrossing   FaultKind = "self_crossing"    // a ring crosses itself (bow-tie)
	SelfTouch      FaultKind = "self_touch"       // a ring comes back to one of its own points
	SelfOverlap    FaultKind = "self_overlap"     // a ring runs along itself (spike, doubled edge)
	HoleCrosses    FaultKind = "hole_crosses"     // a hole crosses its shell or another hole
	HoleSharesEdge FaultKind = "hole_shares_edge" // a hole runs along its shell or another hole
	HoleOutside    FaultKind = "hole_outside"     // a hole lies outside its shell
	HoleNested     FaultKind = "hole_nested"      // a hole lies in another hole
	Disconnected   FaultKind = "disconnected"     // holes that touch each other or the shell cut the inside in two
	PartsOverlap   FaultKind = "parts_overlap"    // two parts have area in common
	PartsShareEdge FaultKind = "parts_share_edge" // two parts have a stretch of edge in common
)

// Fault is the first thing found wrong with a shape.
type Fault struct {
	Kind FaultKind
	// Part and Ring are places in the multipolygon; ring 0 is the shell, 1 the first hole.
	Part, Ring int
	// OtherPart and OtherRing name the second ring of faults between two rings; of others they repeat Part and Ring.
	OtherPart, OtherRing int
	// At is where the fault shows, in the coordinates given.
	At orb.Point
}

var sweeps = sync.Pool{New: func() any { return new(sweep) }}

// Check reports whether mp is valid by OGC Simple Features and returns what is wrong, nil if nothing is. Rings are closed;
// winding does not matter (see Normalize); points repeated one after another are allowed; empty parts and empty rings are no
// fault. Rings may touch at points as long as the inside of each part stays in one piece. mp is not changed.
//
// All decisions are exact for the coordinates given: no tolerance. n points take O(n log n). Safe for several goroutines.
func Check(mp orb.MultiPolygon) *Fault {
	if plainlyValid(mp) {
		return nil
	}
	for i, polygon := range mp {
		for j, ring := range polygon {
			if kind, at := checkRing(ring); kind != "" {
				return &Fault{kind, i, j, i, j, at}
			}
		}
	}
	s := sweeps.Get().(*sweep)
	fault := s.check(mp)
	sweeps.Put(s)
	return fault
}

// checkRing checks what can be seen of a ring without looking at its edges; the kind is empty if that is right.
func checkRing(ring orb.Ring) (FaultKind, orb.Point) {
	if len(ring) == 0 {
		return "", orb.Point{}
	}
	different := 0 // points unlike the one before
	for i, p := range ring {
		if !finite(p[0]) || !finite(p[1]) {
			return NotFinite, p
		}
		if i > 0 && p != ring[i-1] {
			different++
		}
	}
	if last := ring[len(ring)-1]; last != ring[0] {
		return NotClosed, last
	}
	if different < 3 {
		return TooFewPoints, ring[0]
	}
	return "", orb.Point{}
}

func finite(v float64) bool { return !math.IsNaN(v - v) }

// plainLimit is the number of edges up to which all pairs are looked at, which is faster than the sweep.
const plainLimit = 64

// plainlyValid reports that mp is a single ring whose edges are certainly apart from each other. It is the common case; what
// it does not recognise may still be valid.
func plainlyValid(mp orb.MultiPolygon) bool {
	if len(mp) != 1 || len(mp[0]) != 1 {
		return false
	}
	ring := mp[0][0]
	n := len(ring) - 1
	if n < 3 || n > plainLimit || ring[0] != ring[n] {
		return false
	}
	for i := range n {
		ax, ay, bx, by := ring[i][0], ring[i][1], ring[i+1][0], ring[i+1][1]
		k := i + 2
		if k > n {
			k = 1
		}
		// The next edge goes on to a side or forward, so the two have only their common point.
		ux, uy, vx, vy := bx-ax, by-ay, ring[k][0]-bx, ring[k][1]-by
		if !(ux*vx+uy*vy > 0) && !(math.Abs(ux*vy-uy*vx) > plainBound*(math.Abs(ux*vy)+math.Abs(uy*vx))) {
			return false
		}
		lowX, highX, lowY, highY := min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
		last := n
		if i == 0 {
			last = n - 1
		}
		cx, cy := ring[k][0], ring[k][1]
		for j := i + 2; j < last; j++ {
			dx, dy := ring[j+1][0], ring[j+1][1]
			if (cx > highX && dx > highX) || (cx < lowX && dx < lowX) || (cy > highY && dy > highY) || (cy < lowY && dy < lowY) ||
				sameSide(ax, ay, ux, uy, cx, cy, dx, dy) || sameSide(cx, cy, dx-cx, dy-cy, ax, ay, bx, by) {
				cx, cy = dx, dy
				continue
			}
			return false
		}
	}
	return true
}

// plainBound is sideBoundA with room for forms of the determinant other than side's.
const plainBound = 8 * roundOff

// sameSide reports that p and q certainly lie strictly on one side of the line through o in direction u.
func sameSide(ox, oy, ux, uy, px, py, qx, qy float64) bool {
	l1, r1 := ux*(py-oy), uy*(px-ox)
	l2, r2 := ux*(qy-oy), uy*(qx-ox)
	d1, d2 := l1-r1, l2-r2
	b1, b2 := plainBound*(math.Abs(l1)+math.Abs(r1)), plainBound*(math.Abs(l2)+math.Abs(r2))
	return d1 > b1 && d2 > b2 || d1 < -b1 && d2 < -b2
}

// Normalize turns the rings of a valid shape in place so that shells run counter-clockwise and holes clockwise, and reports
// whether any was turned.
func Normalize(mp orb.MultiPolygon) (turned bool) {
	for _, polygon := range mp {
		for i, ring := range polygon {
			if w := winding(ring); w > 0 && i > 0 || w < 0 && i == 0 {
				ring.Reverse()
				turned = true
			}
		}
	}
	return turned
}

// winding returns a number > 0 for a simple closed ring that runs counter-clockwise, < 0 for one that runs clockwise, exactly:
// by the turn at its least point, which is convex.
func winding(ring orb.Ring) float64 {
	n := len(ring) - 1
	if n < 3 {
		return 0
	}
	least := 0
	for i := 1; i < n; i++ {
		if p, q := ring[i], ring[least]; p[0] < q[0] || p[0] == q[0] && p[1] < q[1] {
			least = i
		}
	}
	before, after := least, least
	for ring[before] == ring[least] {
		if before = (before + n - 1) % n; before == least {
			return 0
		}
	}
	for ring[after] == ring[least] {
		after = (after + 1) % n
	}
	return side(pointOf(ring[before]), pointOf(ring[least]), pointOf(ring[after]))
}

func pointOf(p orb.Point) point { return point{p[0], p[1]} }

var faultTexts = map[FaultKind]domain.Text{
	NotFinite:      {ZH: "坐标不是有限的数", EN: "a coordinate is not a finite number"},
	TooFewPoints:   {ZH: "%[1]s不同的点不足三个", EN: "%[1]s has fewer than three different points"},
	NotClosed:      {ZH: "%[1]s没有闭合", EN: "%[1]s is not closed"},
	ZeroArea:       {ZH: "%[1]s面积为零", EN: "%[1]s has no area"},
	SelfCrossing:   {ZH: "%[1]s与自身交叉", EN: "%[1]s crosses itself"},
	SelfTouch:      {ZH: "%[1]s与自身相接", EN: "%[1]s touches itself"},
	SelfOverlap:    {ZH: "%[1]s有一段往返重叠", EN: "%[1]s runs back along itself"},
	HoleCrosses:    {ZH: "%[1]s与%[2]s交叉", EN: "%[1]s crosses %[2]s"},
	HoleSharesEdge: {ZH: "%[1]s与%[2]s有一段边重合", EN: "%[1]s shares a stretch of edge with %[2]s"},
	HoleOutside:    {ZH: "%[1]s在外环之外", EN: "%[1]s lies outside its shell"},
	HoleNested:     {ZH: "%[1]s在%[2]s之内", EN: "%[1]s lies inside %[2]s"},
	Disconnected:   {ZH: "%[1]s与%[2]s在多处相接，把内部隔成互不相通的几块", EN: "%[1]s and %[2]s touch so that the inside falls apart"},
	PartsOverlap:   {ZH: "%[1]s与%[2]s重叠", EN: "%[1]s overlaps %[2]s"},
	PartsShareEdge: {ZH: "%[1]s与%[2]s有一段边重合", EN: "%[1]s shares a stretch of edge with %[2]s"},
}

// Text says in one sentence what is wrong, where, and what to do.
func (f *Fault) Text() domain.Text {
	t := f.Finding()
	return domain.Text{
		ZH: fmt.Sprintf("%s（位置 %v，%v）；改正边界后再导入", t.ZH, f.At[0], f.At[1]),
		EN: fmt.Sprintf("%s (at %v, %v); correct the boundary", t.EN, f.At[0], f.At[1]),
	}
}

// Finding says what is wrong, without the place and what to do.
func (f *Fault) Finding() domain.Text {
	t := faultTexts[f.Kind]
	several := f.Part != f.OtherPart
	zh, en := ringName(f.Part, f.Ring, several)
	otherZH, otherEN := ringName(f.OtherPart, f.OtherRing, several)
	// The templates of one ring leave the second name unused; %.0s takes it without printing.
	return domain.Text{ZH: fmt.Sprintf(t.ZH+"%.0[2]s", zh, otherZH), EN: fmt.Sprintf(t.EN+"%.0[2]s", en, otherEN)}
}

// ringName names a ring for a reader, counting from 1; named by its part only where two parts are at odds.
func ringName(part, ring int, several bool) (zh, en string) {
	switch {
	case several:
		return fmt.Sprintf("第 %d 部分", part+1), fmt.Sprintf("part %d", part+1)
	case ring == 0:
		return "外环", "the shell"
	}
	return fmt.Sprintf("第 %d 个内环", ring), fmt.Sprintf("hole %d", ring)
}

// Error makes a Fault an error for callers that want one; users read Text.
func (f *Fault) Error() string {
	return fmt.Sprintf("spatial: %s at %v (part %d, ring %d)", f.Kind, f.At, f.Part, f.Ring)
}
