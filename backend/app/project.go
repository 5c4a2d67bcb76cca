package app

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"
	"estateatlas/backend/tile"
)

// project is an open project with everything that is computed once: rule book, frame, areas, columns, tiles. Estates are named
// by their place, the same in the book, in the columns and in every view. Read-only but for the views, which fill as they are
// asked for.
type project struct {
	store    domain.Store
	version  int64 // of the store, when the tables were read
	info     ProjectInfo
	tables   *domain.Tables
	book     *policy.Book
	district District
	areaM2   []float64     // by place; 0 without a boundary
	place    map[int64]int // by fid
	items    map[string]domain.Item
	rounds   []int // places in book order of the district_sanitary rounds
	tiles    *tile.Set
	// outlines are those of the subdistricts, dissolved from the estates, where the district gives none; made when first asked for.
	outlines func() []domain.Backdrop

	analyses *analyses // of what recurs

	mu    sync.Mutex
	views map[int]*judged // by position in rounds
}

// openProject takes over the store and closes it with the project.
func openProject(ctx context.Context, store domain.Store, path string) (*project, error) {
	tables, err := store.Load(ctx)
	if err != nil {
		return nil, err
	}
	version, err := store.Version(ctx)
	if err != nil {
		return nil, err
	}
	return newProject(store, tables, version, path), nil
}

// newProject measures and describes what was read from the store.
func newProject(store domain.Store, tables *domain.Tables, version int64, path string) *project {
	p := judge(store, tables, version, path)
	p.measure()
	p.district.Version = p.info.Version
	p.describe()
	// The tiles take the estates of the book: sorted and with the same places as everywhere else.
	p.outlines = sync.OnceValue(p.dissolve)
	p.tiles = tile.NewSet(tables, p.outlines)
	return p
}

// judge is a project without its shapes.
func judge(store domain.Store, tables *domain.Tables, version int64, path string) *project {
	p := &project{store: store, version: version, tables: tables, book: policy.NewBook(tables), views: make(map[int]*judged), analyses: &analyses{}}
	name := tables.Title
	if name == "" {
		name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	p.info = ProjectInfo{
		Name: name, Path: path, Version: fmt.Sprintf("%x", version), ReadOnly: store.ReadOnly(),
		MadeUp: strings.Contains(tables.Title, "虚构"),
	}
	p.items = make(map[string]domain.Item)
	for _, it := range domain.Catalogue(tables.Items) {
		p.items[it.Code] = it
	}
	return p
}

// with is the project with other tables, whose estates and backdrops are those of p.
func (p *project) with(tables *domain.Tables, version int64) *project {
	next := judge(p.store, tables, version, p.info.Path)
	next.areaM2, next.outlines, next.tiles = p.areaM2, p.outlines, p.tiles
	c, was := &next.district.Estates, &p.district.Estates
	c.Lon, c.Lat, c.WidthM, c.Pinyin, c.Initials = was.Lon, was.Lat, was.WidthM, was.Pinyin, was.Initials
	next.district.Extent, next.district.Version = p.district.Extent, p.district.Version
	next.describe()
	return next
}

// measure finds the ground area of every estate and where its name stands.
func (p *project) measure() {
	estates := p.book.Estates
	n := len(estates)
	p.areaM2 = make([]float64, n)
	c := &p.district.Estates
	c.Lon, c.Lat, c.WidthM = make([]float64, n), make([]float64, n), make([]float64, n)
	box, any := domain.Extent(estates)
	p.district.Extent = []float64{}
	if !any {
		return
	}
	p.district.Extent = []float64{box.Min[0], box.Min[1], box.Max[0], box.Max[1]}
	frame := spatial.FrameOf(box)
	for i := range estates {
		mp := estates[i].Boundary
		if len(mp) == 0 {
			continue
		}
		p.areaM2[i] = spatial.Area(frame.Project(mp))
		if at, west, east, ok := spatial.LabelPoint(mp); ok {
			c.Lon[i], c.Lat[i] = at[0], at[1]
			a, b := frame.Forward(west), frame.Forward(east)
			c.WidthM[i] = b[0] - a[0]
		}
	}
}

// describe fills in what does not change with the round.
func (p *project) describe() {
	d := &p.district
	d.HasBackdrop = len(p.tables.Backdrops) > 0
	d.Outlines = p.outlinesFrom()
	for i := range p.book.Rounds() {
		if r := &p.book.Rounds()[i]; r.Sanitary() {
			p.rounds = append(p.rounds, i)
		}
	}
	d.Companies = make([]CompanyInfo, len(p.book.Companies))
	for i, c := range p.book.Companies {
		name := c.Name
		if name == "" {
			name = c.ID
		}
		d.Companies[i] = CompanyInfo{ID: c.ID, Name: name, ShortName: shortName(name)}
	}
	d.Subdistricts = slices.Clone(p.book.Subdistricts)
	if len(d.Subdistricts) > 0 && d.Subdistricts[0] == "" {
		d.Subdistricts[0] = "—" // estates without a subdistrict are a group of their own: unknown, never blank
	}
	communities := map[string]int{}
	estates := p.book.Estates
	n := len(estates)
	c := &d.Estates
	c.FID, c.ID, c.Name = make([]int64, n), make([]string, n), make([]string, n)
	spelt := c.Pinyin != nil
	if !spelt {
		c.Pinyin, c.Initials = make([]string, n), make([]string, n)
	}
	c.Subdistrict, c.Community, c.Form = make([]int, n), make([]int, n), make([]int, n)
	c.AreaM2, c.Households = p.areaM2, make([]int64, n)
	p.place = make(map[int64]int, n)
	for i := range estates {
		e := &estates[i]
		p.place[e.FID] = i
		c.FID[i], c.ID[i], c.Name[i] = e.FID, e.ID, e.Name
		if e.Name == "" {
			c.Name[i] = e.ID
		}
		if !spelt {
			c.Pinyin[i], c.Initials[i] = spell(c.Name[i])
		}
		c.Subdistrict[i], c.Community[i] = p.book.SubdistrictOf(i), -1
		if e.Community != "" {
			at, known := communities[e.Community]
			if !known {
				at = len(communities)
				communities[e.Community] = at
				d.Communities = append(d.Communities, e.Community)
			}
			c.Community[i] = at
		}
		if form, _ := p.book.FormOf(i, p.area); form == domain.FormScattered {
			c.Form[i] = 1
		}
		c.Households[i] = -1
		if e.Households.Known {
			c.Households[i] = e.Households.Value
		}
	}
	if d.Communities == nil {
		d.Communities = []string{}
	}
	companies := make([]string, len(d.Companies))
	for i := range companies {
		companies[i] = d.Companies[i].Name
	}
	d.Spellings = Spellings{Companies: spellings(companies), Subdistricts: spellings(d.Subdistricts), Communities: spellings(d.Communities)}
	d.Rounds = make([]RoundInfo, len(p.rounds))
	for i, at := range p.rounds {
		r := &p.book.Rounds()[at]
		name := r.Round.Name
		if name == "" {
			name = r.Round.ID
		}
		d.Rounds[i] = RoundInfo{ID: r.Round.ID, Name: name, HeldOn: r.Round.HeldOn.String()}
		if i > 0 {
			d.Rounds[i].Changed = len(changedBands(&p.book.Rounds()[p.rounds[i-1]], r))
		}
	}
}

// changedBands returns the places of the estates whose band differs between two rounds, in order; unranked is a band.
func changedBands(before, after *policy.RoundResult) []int {
	var changed []int
	a, b := before.Results, after.Results
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i].Estate < b[j].Estate:
			changed = append(changed, int(a[i].Estate))
			i++
		case i == len(a) || b[j].Estate < a[i].Estate:
			changed = append(changed, int(b[j].Estate))
			j++
		default:
			if a[i].Band() != b[j].Band() {
				changed = append(changed, int(a[i].Estate))
			}
			i++
			j++
		}
	}
	return changed
}

// legalForms are the ends of company names that say nothing on a map, longest first.
var legalForms = []string{
	"物业服务有限责任公司", "物业管理有限责任公司", "物业服务有限公司", "物业管理有限公司", "城市服务有限公司", "管理服务有限公司", "服务有限公司",
	"管理有限公司", "有限责任公司", "股份有限公司", "有限公司", "物业公司", "物业服务", "物业管理", "公司", "物业",
}

// shortName cuts a company's name down to what fits on the map, at most four characters.
func shortName(name string) string {
	short := name
	for _, form := range legalForms {
		if cut := strings.TrimSuffix(short, form); cut != short && cut != "" {
			short = cut
			break
		}
	}
	if r := []rune(short); len(r) > 4 {
		short = string(r[:4])
	}
	return short
}

func (p *project) area(place int) float64 { return p.areaM2[place] }

func (p *project) close() error { return p.store.Close() }
