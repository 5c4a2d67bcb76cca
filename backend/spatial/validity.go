package spatial

import (
	"fmt"

	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// FaultKind names the rule of OGC Simple Features (06-103r4, 6.1.11.1 and 6.1.14) that a shape breaks.
type FaultKind string

const (
	NotFinite      FaultKind = "not_finite"       // a coordinate is NaN or infinite
	TooFewPoints   FaultKind = "too_few_points"   // a ring has fewer than three different points
	NotClosed      FaultKind = "not_closed"       // the last point of a ring is not its first
	ZeroArea       FaultKind = "zero_area"        // all points of a ring lie on one line
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

// Check reports whether mp is valid by OGC Simple Features and returns what is wrong, nil if nothing is. Rings are closed;
// winding does not matter (see Normalize); points repeated one after another are allowed; empty parts and empty rings are no
// fault. Rings may touch at points as long as the inside of each part stays in one piece. mp is not changed.
//
// All decisions are exact for the coordinates given: no tolerance. n points take O(n log n). Safe for several goroutines.
func Check(mp orb.MultiPolygon) *Fault {
	return nil
}

// Normalize turns the rings of a valid shape in place so that shells run counter-clockwise and holes clockwise, and reports
// whether any was turned.
func Normalize(mp orb.MultiPolygon) (turned bool) {
	return false
}

// Text says in one sentence what is wrong, where, and what to do.
func (f *Fault) Text() domain.Text {
	return domain.Say("", "")
}

func (f *Fault) Error() string { return fmt.Sprintf("spatial: %s at %v", f.Kind, f.At) }
