package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/ingest"
	"estateatlas/backend/spatial"
)

// mostBarrierText is how large a file of barriers may be that a screen hands over; larger ones are imported as data.
const mostBarrierText = 2 << 20

// BarriersView is the layer of lines that a link should not cross.
type BarriersView struct {
	Lines   int            `json:"lines"`
	LengthM float64        `json:"lengthM"`
	Classes []BarrierClass `json:"classes"` // longest first
}

// BarrierClass sums up the lines of a class, such as river; Class is empty where the layer gives none.
type BarrierClass struct {
	Class   string  `json:"class"`
	Lines   int     `json:"lines"`
	LengthM float64 `json:"lengthM"`
}

// Barriers sums up the layer of barriers.
func (a *Atlas) Barriers() (BarriersView, error) {
	p, err := a.project()
	if err != nil {
		return BarriersView{}, err
	}
	return p.barriersView(p.tables.Backdrops), nil
}

// barriersView sums up the barriers among layers, in the frame of the project.
func (p *project) barriersView(layers []domain.Backdrop) BarriersView {
	v := BarriersView{Classes: []BarrierClass{}}
	box, any := domain.Extent(p.book.Estates)
	for i := 0; i < len(layers) && !any; i++ {
		if layers[i].Layer == domain.BackdropBarriers {
			box, any = layers[i].Geometry.Bound(), true
		}
	}
	frame := spatial.FrameOf(box)
	for i := range layers {
		b := &layers[i]
		if b.Layer != domain.BackdropBarriers {
			continue
		}
		length := spatial.LengthM(frame, b.Geometry)
		v.Lines++
		v.LengthM += length
		at := slices.IndexFunc(v.Classes, func(c BarrierClass) bool { return c.Class == b.Class })
		if at < 0 {
			at = len(v.Classes)
			v.Classes = append(v.Classes, BarrierClass{Class: b.Class})
		}
		v.Classes[at].Lines++
		v.Classes[at].LengthM += length
	}
	slices.SortStableFunc(v.Classes, func(x, y BarrierClass) int {
		switch {
		case x.LengthM > y.LengthM:
			return -1
		case x.LengthM < y.LengthM:
			return 1
		}
		return strings.Compare(x.Class, y.Class)
	})
	return v
}

// PreviewBarriers reads the text of a GeoJSON file as the layer of barriers without keeping it. Errors: as SetBarriers.
func (a *Atlas) PreviewBarriers(text string) (BarriersView, error) {
	p, err := a.project()
	if err != nil {
		return BarriersView{}, err
	}
	lines, err := readBarriers(text, p.tables)
	if err != nil {
		return BarriersView{}, err
	}
	return p.barriersView(lines), nil
}

// SetBarriers makes the lines of a GeoJSON file (its text) the layer of barriers in place of the one before; an empty text takes the
// layer away. Errors: CodeInvalid for a text that is too large, holds nothing or has faults, with the first of them and its line.
func (a *Atlas) SetBarriers(text string) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		if strings.TrimSpace(text) == "" {
			if p.barriersView(p.tables.Backdrops).Lines == 0 {
				return domain.Change{}, invalid("没有阻隔线", "There are no barrier lines")
			}
			layer := domain.Tables{Backdrops: []domain.Backdrop{{Layer: domain.BackdropBarriers}}}
			return domain.Change{Remove: layer, What: "删除阻隔线"}, nil
		}
		lines, err := readBarriers(text, p.tables)
		if err != nil {
			return domain.Change{}, err
		}
		return domain.Change{Put: domain.Tables{Backdrops: lines}, What: "更换阻隔线"}, nil
	})
}

// readBarriers reads the text as an import of barriers.geojson would.
func readBarriers(text string, base *domain.Tables) ([]domain.Backdrop, error) {
	if len(text) > mostBarrierText {
		return nil, invalid("阻隔线文件最大 %d MB；更大的改名为 barriers.geojson，在“数据”中导入", "A file of barriers has at most %d MB; name a larger one barriers.geojson and import it as data", mostBarrierText>>20)
	}
	folder, err := os.MkdirTemp("", "estate-atlas-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(folder) }() // what stays behind is the system's to clean
	path := filepath.Join(folder, string(domain.BackdropBarriers)+".geojson")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		return nil, err
	}
	report, err := ingest.Read(context.Background(), []string{path}, base, ingest.Options{})
	if err != nil {
		return nil, err
	}
	if report.Refused() {
		first := report.Faults[0]
		why := first.Text()
		return nil, domain.Fail(domain.CodeInvalid, domain.Text{
			ZH: fmt.Sprintf("第 %d 行：%s（共 %d 处）", first.Row, why.ZH, len(report.Faults)),
			EN: fmt.Sprintf("Line %d: %s (%d in all)", first.Row, why.EN, len(report.Faults)),
		}, nil)
	}
	lines := slices.DeleteFunc(report.Put.Backdrops, func(b domain.Backdrop) bool { return b.Geometry.Dimensions() == 0 })
	if len(lines) == 0 {
		return nil, invalid("文件里没有线或面；阻隔线是河流、铁路、干道的中线或边线", "The file holds neither lines nor areas; barriers are the lines or edges of rivers, railways and main roads")
	}
	return lines, nil
}
