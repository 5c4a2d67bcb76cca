package app

import (
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/overlay"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// Shape is a multipolygon as the screens draw it: polygons of rings of lon-lat points in degrees, the shell first.
type Shape [][][][]float64

// BoundaryPreview is what a boundary would be.
type BoundaryPreview struct {
	AreaM2 float64 `json:"areaM2"`
	// BeforeM2 is the present ground area of the estate, 0 for a new one.
	BeforeM2 float64 `json:"beforeM2"`
	// Overlaps are estates on the same ground, largest first. They are said, not refused.
	Overlaps []BoundaryOverlap `json:"overlaps"`
	// Fault says why it cannot be a boundary; both texts empty if it can.
	Fault domain.Text `json:"fault"`
}

// BoundaryOverlap is ground that two estates share.
type BoundaryOverlap struct {
	FID    int64   `json:"fid"`
	AreaM2 float64 `json:"areaM2"`
}

// NewEstate is an estate that is drawn on the map.
type NewEstate struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Subdistrict string `json:"subdistrict"`
	Community   string `json:"community"`
	Form        string `json:"form"` // contiguous, scattered or ""
	Shape       Shape  `json:"shape"`
}

const (
	// mostDrawn is how many points a boundary may have that comes from the screen.
	mostDrawn = 20_000
	// leastOverlapM2 is ground in common that is worth a word: less is how two clerks draw one wall.
	leastOverlapM2 = 1
	// mostLetters is how many letters an id or a name may have.
	mostLetters = 80
)

// readShape takes a drawn shape. Errors: CodeInvalid with what is wrong and where.
func readShape(s Shape) (orb.MultiPolygon, error) {
	refuse := func(zh, en string, args ...any) (orb.MultiPolygon, error) {
		return nil, domain.Fail(domain.CodeInvalid, domain.Say(zh, en, args...), nil)
	}
	mp := make(orb.MultiPolygon, 0, len(s))
	points := 0
	for _, polygon := range s {
		rings := make(orb.Polygon, 0, len(polygon))
		for _, ring := range polygon {
			out := make(orb.Ring, 0, len(ring)+1)
			for _, p := range ring {
				if len(p) != 2 || !(p[0] >= -180 && p[0] <= 180 && p[1] >= -90 && p[1] <= 90) {
					return refuse("坐标超出范围", "A coordinate is out of range")
				}
				if at := (orb.Point{p[0], p[1]}); len(out) == 0 || out[len(out)-1] != at {
					out = append(out, at)
				}
			}
			if len(out) > 0 && out[0] != out[len(out)-1] {
				out = append(out, out[0])
			}
			if points += len(out); points > mostDrawn {
				return refuse("边界最多 %d 个点", "A boundary has at most %d points", mostDrawn)
			}
			rings = append(rings, out)
		}
		mp = append(mp, rings)
	}
	if points == 0 {
		return refuse("没有边界", "There is no boundary")
	}
	if fault := spatial.Check(mp); fault != nil {
		text := fault.Text()
		return refuse("边界不可用：%[1]s（经度 %[2].6f，纬度 %[3].6f）", "The boundary cannot be used: %[4]s (longitude %[2].6f, latitude %[3].6f)", text.ZH, fault.At[0], fault.At[1], text.EN)
	}
	spatial.Normalize(mp)
	return mp, nil
}

// frame is the metric plane of the district (RULES 7), with a shape that may lie outside of it.
func (p *project) frame(more orb.MultiPolygon) *spatial.Frame {
	box, any := domain.Extent(p.book.Estates)
	if !any {
		box = more.Bound()
	}
	return spatial.FrameOf(box)
}

// onSameGround are the estates that share ground with a shape, but for some of them.
func (p *project) onSameGround(f *spatial.Frame, mp orb.MultiPolygon, but ...int) []BoundaryOverlap {
	out := []BoundaryOverlap{}
	box := mp.Bound()
	for e := range p.book.Estates {
		other := p.book.Estates[e].Boundary
		if len(other) == 0 || slices.Contains(but, e) || !other.Bound().Intersects(box) {
			continue
		}
		common, err := overlay.Intersection(mp, other)
		if err != nil {
			continue // a boundary from another program that is not valid: the data quality page says so
		}
		if area := spatial.Area(f.Project(common)); area >= leastOverlapM2 {
			out = append(out, BoundaryOverlap{p.book.Estates[e].FID, area})
		}
	}
	slices.SortStableFunc(out, func(a, b BoundaryOverlap) int {
		switch {
		case a.AreaM2 > b.AreaM2:
			return -1
		case a.AreaM2 < b.AreaM2:
			return 1
		}
		return 0
	})
	return out
}

// PreviewBoundary says what a drawn shape would be as the boundary of an estate; fid 0 is a new one. Errors: CodeNotFound.
func (a *Atlas) PreviewBoundary(fid int64, shape Shape) (BoundaryPreview, error) {
	p, err := a.project()
	if err != nil {
		return BoundaryPreview{}, err
	}
	v := BoundaryPreview{Overlaps: []BoundaryOverlap{}}
	place := -1
	if fid != 0 {
		at, known := p.place[fid]
		if !known {
			return v, errNoEstate()
		}
		place, v.BeforeM2 = at, p.areaM2[at]
	}
	mp, err := readShape(shape)
	if err != nil {
		_, v.Fault = domain.Explain(err)
		return v, nil
	}
	f := p.frame(mp)
	v.AreaM2, v.Overlaps = spatial.Area(f.Project(mp)), p.onSameGround(f, mp, place)
	return v, nil
}

// EditBoundary gives an estate another boundary. Errors: CodeNotFound, CodeInvalid.
func (a *Atlas) EditBoundary(fid int64, shape Shape) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		at, known := p.place[fid]
		if !known {
			return domain.Change{}, errNoEstate()
		}
		mp, err := readShape(shape)
		if err != nil {
			return domain.Change{}, err
		}
		e := p.book.Estates[at]
		e.Boundary = mp
		return domain.Change{Put: domain.Tables{Estates: []domain.Estate{e}}, What: "修改边界 " + p.district.Estates.Name[at]}, nil
	})
}

// AddEstate adds an estate that was drawn. Errors: CodeInvalid for an id that is taken or missing, or a shape that is no boundary.
func (a *Atlas) AddEstate(n NewEstate) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		mp, err := readShape(n.Shape)
		if err != nil {
			return domain.Change{}, err
		}
		id, err := p.freeID(n.ID)
		if err != nil {
			return domain.Change{}, err
		}
		form := domain.Form(n.Form)
		if form != "" && form != domain.FormContiguous && form != domain.FormScattered {
			return domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say("没有类型 %q", "There is no form %q", n.Form), nil)
		}
		e := domain.Estate{ID: id, Name: strings.TrimSpace(n.Name), Subdistrict: strings.TrimSpace(n.Subdistrict), Community: strings.TrimSpace(n.Community), Form: form, Boundary: mp}
		for _, text := range []string{e.Name, e.Subdistrict, e.Community} {
			if len([]rune(text)) > mostLetters {
				return domain.Change{}, domain.Fail(domain.CodeInvalid, domain.Say("名称最多 %d 个字", "A name has at most %d letters", mostLetters), nil)
			}
		}
		return domain.Change{Put: domain.Tables{Estates: []domain.Estate{e}}, What: "新增小区 " + id + " " + e.Name}, nil
	})
}

// freeID reads the id of a new estate.
func (p *project) freeID(id string) (string, error) {
	id = strings.TrimSpace(id)
	switch _, taken := p.book.Estate(id); {
	case id == "":
		return "", domain.Fail(domain.CodeInvalid, domain.Say("填写小区编号", "Give the estate an id"), nil)
	case len([]rune(id)) > mostLetters:
		return "", domain.Fail(domain.CodeInvalid, domain.Say("编号最多 %d 个字", "An id has at most %d letters", mostLetters), nil)
	case taken:
		return "", domain.Fail(domain.CodeInvalid, domain.Say("编号 %s 已被使用；换一个编号", "The id %s is taken; choose another", id), nil)
	}
	return id, nil
}
