package app

import (
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// outlinesFrom says where the outlines of subdistricts come from: given, dissolved or "".
func (p *project) outlinesFrom() string {
	if slices.ContainsFunc(p.tables.Backdrops, func(b domain.Backdrop) bool { return b.Layer == domain.BackdropSubdistricts }) {
		return "given"
	}
	for i := range p.book.Estates {
		if p.book.Estates[i].Subdistrict != "" && len(p.book.Estates[i].Boundary) > 0 {
			return "dissolved"
		}
	}
	return ""
}

// backdrops are those of the project and the outlines that are dissolved.
func (p *project) backdrops() []domain.Backdrop {
	return slices.Concat(p.tables.Backdrops, p.outlines())
}

// dissolve makes the outlines of the subdistricts from their estates where the district gives none.
func (p *project) dissolve() []domain.Backdrop {
	if p.outlinesFrom() != "dissolved" {
		return nil
	}
	box, _ := domain.Extent(p.book.Estates)
	frame := spatial.FrameOf(box)
	shapes, group := make([]orb.MultiPolygon, len(p.book.Estates)), make([]int, len(p.book.Estates))
	for i := range p.book.Estates {
		e := &p.book.Estates[i]
		if group[i] = -1; e.Subdistrict != "" && len(e.Boundary) > 0 {
			shapes[i], group[i] = frame.Project(e.Boundary), p.book.SubdistrictOf(i)
		}
	}
	var out []domain.Backdrop
	for at, outline := range spatial.NewOutlines(shapes, group, len(p.book.Subdistricts)).Of {
		if outline == nil {
			continue
		}
		for _, polygon := range outline {
			for _, ring := range polygon {
				for i := range ring {
					ring[i] = frame.Inverse(ring[i])
				}
			}
		}
		out = append(out, domain.Backdrop{Layer: domain.BackdropSubdistricts, Name: p.book.Subdistricts[at], Class: "dissolved", Geometry: outline})
	}
	return out
}
