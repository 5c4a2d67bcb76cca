package domain

import "github.com/paulmach/orb"

// Extent is the box of all boundaries, lon-lat degrees; any is false where there is none.
func Extent(estates []Estate) (box orb.Bound, any bool) {
	for i := range estates {
		if len(estates[i].Boundary) == 0 {
			continue
		}
		b := estates[i].Boundary.Bound()
		if any {
			b = b.Union(box)
		}
		box, any = b, true
	}
	return box, any
}
