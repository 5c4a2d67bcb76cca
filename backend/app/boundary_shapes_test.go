package app

import (
	"testing"
)

// An estate's boundary comes with its neighbours to snap to, never with itself among them.
func TestBoundaryComesWithItsNeighbours(t *testing.T) {
	a := desk(t, 60)
	d, err := a.District()
	if err != nil {
		t.Fatal(err)
	}
	v, err := a.Boundaries(d.Estates.FID[0], nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(v.Shape) == 0 || len(v.Shape[0]) == 0 || len(v.Shape[0][0]) < 4 {
		t.Fatalf("the boundary has no ring: %v", v.Shape)
	}
	first := v.Shape[0][0][0]
	for _, near := range v.Near {
		if near[0][0][0][0] == first[0] && near[0][0][0][1] == first[1] && len(near[0][0]) == len(v.Shape[0][0]) {
			t.Error("the estate is its own neighbour")
		}
	}
	all, err := a.Boundaries(0, d.Extent)
	if err != nil {
		t.Fatal(err)
	}
	if len(all.Shape) != 0 || len(all.Near) < len(v.Near) {
		t.Errorf("a new estate snaps to %d of the district, has shape %v", len(all.Near), all.Shape)
	}
	if _, err := a.Boundaries(-5, nil); err == nil {
		t.Error("an estate that is not there has a boundary")
	}
}
