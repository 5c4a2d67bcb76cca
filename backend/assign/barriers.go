package assign

import (
	"math"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// barriers are the lines that links should not cross; nil without.
func (a *Result) barriers() *spatial.Lines {
	var shapes []orb.Geometry
	for _, b := range a.ev.Tables().Backdrops {
		if b.Layer == domain.BackdropBarriers {
			shapes = append(shapes, b.Geometry)
		}
	}
	return spatial.NewLines(a.frame, shapes)
}

// Crosses reports whether the way between the nearest points of two estates crosses a barrier.
func (a *Result) Crosses(estate, host int) bool {
	if a.lines == nil {
		return false
	}
	n := a.shapes.Nearest(estate, a.shapes, host)
	return n.Distance > 0 && a.lines.Cross(n.OnA, n.OnB)
}

// nearestFree is the nearest host in reach to which no barrier is crossed, by the rules of the index; without a host if there is none.
func (a *Result) nearestFree(index *spatial.Index, q spatial.Query) spatial.Match {
	own := func(m spatial.Match) bool {
		return a.ev.SubdistrictOf(a.hosts[m.Host].Estate) == a.ev.SubdistrictOf(int(q.Shape))
	}
	for k := 8; ; k *= 4 { // most find one on their side among the first few
		best, least := noMatch, math.Inf(1)
		found := index.Around(q, 0, k)
		for _, m := range found {
			if !a.reaches(m) || m.Distance > least+tieM {
				return best
			}
			if a.Crosses(int(q.Shape), a.hosts[m.Host].Estate) {
				continue
			}
			least = min(least, m.Distance)
			if best.Host < 0 || own(m) && !own(best) || own(m) == own(best) && m.Host < best.Host {
				best = m
			}
		}
		if len(found) < k {
			return best
		}
	}
}
