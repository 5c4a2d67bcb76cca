package app

import (
	"errors"
	"fmt"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/overlay"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// SplitPreview is what a split would make of an estate.
type SplitPreview struct {
	KeptM2   float64 `json:"keptM2"`   // of the larger part, which stays the estate
	PartedM2 float64 `json:"partedM2"` // of the smaller one, which becomes another
	Parted   Shape   `json:"parted"`
	// Text says what happens to the records; empty with a fault.
	Text domain.Text `json:"text"`
	// Fault says why it cannot be split like this; both texts empty if it can.
	Fault domain.Text `json:"fault"`
}

// leastPartM2 is ground that can be an estate: less is a slip of the hand beside a corner.
const leastPartM2 = 1

// parts are what a line makes of an estate, the larger first, with their ground areas.
type parts struct {
	kept, parted     orb.MultiPolygon
	keptM2, partedM2 float64
}

// part cuts an estate along a line of lon-lat points. Errors: CodeInvalid.
func (p *project) part(at int, line [][]float64) (parts, error) {
	if len(line) > mostDrawn {
		return parts{}, invalid("分割线最多 %d 个点", "The line has at most %d points", mostDrawn)
	}
	way := make(orb.LineString, 0, len(line))
	for _, q := range line {
		if len(q) != 2 || !(q[0] >= -180 && q[0] <= 180 && q[1] >= -90 && q[1] <= 90) {
			return parts{}, invalid("坐标超出范围", "A coordinate is out of range")
		}
		way = append(way, orb.Point{q[0], q[1]})
	}
	boundary := p.book.Estates[at].Boundary
	left, right, err := overlay.Split(boundary, way)
	if err != nil {
		return parts{}, splitFault(err)
	}
	for _, one := range []orb.MultiPolygon{left, right} {
		if fault := spatial.Check(one); fault != nil {
			return parts{}, splitFault(fault)
		}
		spatial.Normalize(one)
	}
	f := p.frame(boundary)
	out := parts{left, right, spatial.Area(f.Project(left)), spatial.Area(f.Project(right))}
	if out.keptM2 < out.partedM2 {
		out = parts{out.parted, out.kept, out.partedM2, out.keptM2}
	}
	if out.partedM2 < leastPartM2 {
		return parts{}, invalid("分出的部分不足 %d 平方米；换一条分割线", "The smaller part has less than %d m²; draw another line", leastPartM2)
	}
	return out, nil
}

// PreviewSplit says what parting an estate along a line would make of it. Errors: CodeNotFound.
func (a *Atlas) PreviewSplit(fid int64, line [][]float64) (SplitPreview, error) {
	v := SplitPreview{Parted: Shape{}}
	p, err := a.project()
	if err != nil {
		return v, err
	}
	at, known := p.place[fid]
	if !known || len(p.book.Estates[at].Boundary) == 0 {
		return v, errNoEstate()
	}
	cut, err := p.part(at, line)
	if err != nil {
		_, v.Fault = domain.Explain(err)
		return v, nil
	}
	v.KeptM2, v.PartedM2, v.Parted = cut.keptM2, cut.partedM2, shapeOf(cut.parted)
	v.Text = domain.Say("较大的部分（%[2]s 平方米）仍为%[1]s，编号、协议、得分、补贴和其他记录不变；较小的部分（%[3]s 平方米）成为新小区，街道、社区、类型相同，没有协议和得分",
		"The larger part (%[2]s m²) stays %[1]s with its id, agreements, scores, subsidies and other records; the smaller (%[3]s m²) becomes an estate of the same subdistrict, community and form, without agreements and scores",
		p.district.Estates.Name[at], fmt.Sprintf("%.0f", cut.keptM2), fmt.Sprintf("%.0f", cut.partedM2))
	return v, nil
}

// SplitEstate parts an estate along a drawn line, lon-lat points. The larger part keeps id, agreements, scores and all other records;
// the smaller becomes an estate of its own, in the same subdistrict, community and form, with nothing else. Errors: CodeNotFound,
// CodeInvalid where the line does not part it.
func (a *Atlas) SplitEstate(fid int64, line [][]float64, newID, newName string) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		at, known := p.place[fid]
		if !known || len(p.book.Estates[at].Boundary) == 0 {
			return domain.Change{}, errNoEstate()
		}
		id, err := p.freeID(newID)
		if err != nil {
			return domain.Change{}, err
		}
		cut, err := p.part(at, line)
		if err != nil {
			return domain.Change{}, err
		}
		e := p.book.Estates[at]
		name := strings.TrimSpace(newName)
		if len([]rune(name)) > mostLetters {
			return domain.Change{}, invalid("名称最多 %d 个字", "A name has at most %d letters", mostLetters)
		}
		if name == "" {
			name = p.district.Estates.Name[at] + "（分）"
		}
		e.Boundary = cut.kept
		other := domain.Estate{ID: id, Name: name, Subdistrict: e.Subdistrict, Community: e.Community, Form: e.Form, Enclosable: e.Enclosable, Mode: e.Mode, Boundary: cut.parted}
		return domain.Change{Put: domain.Tables{Estates: []domain.Estate{e, other}}, What: fmt.Sprintf("拆分小区 %s，分出 %s", p.district.Estates.Name[at], name)}, nil
	})
}

func splitFault(err error) error {
	text := domain.Say("不能这样拆分；换一条分割线", "It cannot be split like this; draw another line")
	switch {
	case errors.Is(err, overlay.ErrOutside):
		text = domain.Say("分割线的两端须在小区边界之外", "The line has to begin and end outside of the estate")
	case errors.Is(err, overlay.ErrMissed):
		text = domain.Say("分割线没有穿过这个小区", "The line does not cross the estate")
	case errors.Is(err, overlay.ErrTangled):
		text = domain.Say("分割线与自身相交；重新画", "The line crosses itself; draw it again")
	}
	return domain.Fail(domain.CodeInvalid, text, err)
}
