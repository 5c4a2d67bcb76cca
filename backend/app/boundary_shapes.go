package app

import "github.com/paulmach/orb"

// BoundaryView is what is drawn when a boundary is edited.
type BoundaryView struct {
	Shape Shape `json:"shape"` // of the estate; empty for a new one
	// Near are the boundaries around, to which the one that is drawn snaps.
	Near []Shape `json:"near"`
}

const (
	// nearDegrees is how far beyond an estate its neighbours are looked for, some 150 m.
	nearDegrees = 0.0015
	// mostNear bounds the neighbours that a screen snaps to; on a map that shows more, a px is wider than a wall.
	mostNear = 600
)

// Boundaries returns the boundary of an estate with those around it; with fid 0 those that an extent meets (west, south, east, north
// in degrees). Errors: CodeNotFound.
func (a *Atlas) Boundaries(fid int64, extent []float64) (BoundaryView, error) {
	p, err := a.project()
	if err != nil {
		return BoundaryView{}, err
	}
	v := BoundaryView{Shape: Shape{}, Near: []Shape{}}
	place := -1
	var box orb.Bound
	if fid != 0 {
		at, known := p.place[fid]
		if !known {
			return v, errNoEstate()
		}
		boundary := p.book.Estates[at].Boundary
		place, v.Shape, box = at, shapeOf(boundary), boundary.Bound().Pad(nearDegrees)
	} else if len(extent) == 4 {
		box = orb.Bound{Min: orb.Point{extent[0], extent[1]}, Max: orb.Point{extent[2], extent[3]}}
	}
	for e := range p.book.Estates {
		other := p.book.Estates[e].Boundary
		if e == place || len(other) == 0 || !other.Bound().Intersects(box) {
			continue
		}
		if len(v.Near) == mostNear {
			break
		}
		v.Near = append(v.Near, shapeOf(other))
	}
	return v, nil
}

func shapeOf(mp orb.MultiPolygon) Shape {
	shape := make(Shape, len(mp))
	for i, polygon := range mp {
		shape[i] = make([][][]float64, len(polygon))
		for j, ring := range polygon {
			shape[i][j] = make([][]float64, len(ring))
			for k, point := range ring {
				shape[i][j][k] = []float64{point[0], point[1]}
			}
		}
	}
	return shape
}
