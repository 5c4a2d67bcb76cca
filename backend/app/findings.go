package app

import (
	"cmp"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// Findings returns the findings (点位) as of a day, the most urgent first. Errors: CodeInvalid of a day that is none.
func (a *Atlas) Findings(ask FindingsAsk) (FindingsView, error) {
	p, err := a.project()
	if err != nil {
		return FindingsView{}, err
	}
	on := today()
	if ask.On != "" {
		var ok bool
		if on, ok = domain.ParseDate(ask.On); !ok {
			return FindingsView{}, errNotDay(ask.On)
		}
	}
	notes := p.findingNotes()
	v := FindingsView{On: on.String(), Rows: []FindingRow{}, Sums: p.findingSums(on, func(*domain.Finding) bool { return true })}
	for i := range p.tables.Findings {
		if f := &p.tables.Findings[i]; f.FoundOn <= on {
			if place, known := p.book.Estate(f.EstateID); known {
				v.Rows = append(v.Rows, p.findingRow(f, place, on, notes[f.ID]))
			}
		}
	}
	slices.SortStableFunc(v.Rows, func(a, b FindingRow) int {
		return cmp.Or(cmp.Compare(a.urgency(), b.urgency()), cmp.Compare(a.DueOn, b.DueOn), cmp.Compare(b.FoundOn, a.FoundOn), cmp.Compare(a.ID, b.ID))
	})
	return v, nil
}

// urgency puts overdue findings first, then open ones with a deadline, without one, and resolved ones.
func (r *FindingRow) urgency() int {
	switch {
	case r.Status == statusOverdue:
		return 0
	case r.Status == string(domain.RectifyDone):
		return 3
	case r.DueOn == "":
		return 2
	}
	return 1
}

func (p *project) findingNotes() map[string]*domain.FindingNote {
	out := make(map[string]*domain.FindingNote, len(p.tables.FindingNotes))
	for i := range p.tables.FindingNotes {
		out[p.tables.FindingNotes[i].FindingID] = &p.tables.FindingNotes[i]
	}
	return out
}

// findingSums counts the findings that are meant, up to a day.
func (p *project) findingSums(on domain.Date, meant func(*domain.Finding) bool) FindingSums {
	var s FindingSums
	for i := range p.tables.Findings {
		f := &p.tables.Findings[i]
		if _, known := p.book.Estate(f.EstateID); !known || f.FoundOn > on || !meant(f) {
			continue
		}
		s.Total++
		switch {
		case overdueOn(f, on):
			s.Open++
			s.Overdue++
		case openOn(f, on):
			s.Open++
		default:
			s.Resolved++
			if f.DueOn != 0 && f.ResolvedOn > f.DueOn {
				s.Late++
			}
		}
	}
	s.Rate = part(s.Resolved, s.Total)
	return s
}

func (p *project) findingRow(f *domain.Finding, place int, on domain.Date, note *domain.FindingNote) FindingRow {
	e, c := &p.book.Estates[place], &p.district.Estates
	r := FindingRow{
		ID: f.ID, FID: e.FID, Estate: c.Name[place], Subdistrict: p.book.SubdistrictOf(place), Company: p.companyOn(place, f.FoundOn),
		RoundID: f.RoundID, Item: f.Item, Name: p.itemName(f.Item), Side: p.sideOf(f.Item), FoundOn: f.FoundOn.String(), DueOn: f.DueOn.String(),
		Status: string(domain.RectifyOpen), Description: f.Description,
	}
	r.Party = p.answers(f.Item, place, r.Company)
	switch {
	case overdueOn(f, on):
		r.Status = statusOverdue
	case !openOn(f, on):
		r.Status, r.ResolvedOn = string(domain.RectifyDone), f.ResolvedOn.String()
	}
	if f.DueOn != 0 && r.ResolvedOn == "" {
		r.DaysLeft = int(f.DueOn - on)
	}
	if note != nil {
		r.Photo, r.Note, r.By = note.Photo, note.Note, note.NotedBy
	}
	if at, ok := p.findingPoint(f, place); ok {
		r.Lon, r.Lat, r.HasPlace, r.OnMap = at[0], at[1], true, f.Point.Known
	}
	return r
}

// findingPoint is where a finding is shown: its own place, else one inside its estate.
func (p *project) findingPoint(f *domain.Finding, place int) (orb.Point, bool) {
	if f.Point.Known {
		return f.Point.Value, true
	}
	if p.areaM2[place] <= 0 {
		return orb.Point{}, false
	}
	return orb.Point{p.district.Estates.Lon[place], p.district.Estates.Lat[place]}, true
}

// mostPlaces and farthestM bound the estates that a point of the map may belong to.
const (
	mostPlaces = 5
	farthestM  = 500
)

// FindingPlaces says to which estates a point of the map may belong: those around it up to 500 m, nearest first.
func (a *Atlas) FindingPlaces(lon, lat float64) ([]FindingPlace, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	out := []FindingPlace{}
	box, any := domain.Extent(p.book.Estates)
	if !any || !degrees(lon, lat) {
		return out, nil
	}
	frame := spatial.FrameOf(box)
	at := frame.Forward(orb.Point{lon, lat})
	for place := range p.book.Estates {
		mp := p.book.Estates[place].Boundary
		if len(mp) == 0 {
			continue
		}
		near := mp.Bound().Pad(2 * farthestM / 100_000.0)
		if !near.Contains(orb.Point{lon, lat}) {
			continue
		}
		if m := distanceTo(frame.Project(mp), at); m <= farthestM {
			out = append(out, FindingPlace{p.book.Estates[place].FID, p.district.Estates.Name[place], p.book.SubdistrictOf(place), m})
		}
	}
	slices.SortStableFunc(out, func(a, b FindingPlace) int { return cmp.Compare(a.DistanceM, b.DistanceM) })
	return out[:min(len(out), mostPlaces)], nil
}

// distanceTo is how far a point of the plane is from a shape, 0 inside; to a millimetre.
func distanceTo(shape orb.MultiPolygon, at orb.Point) float64 {
	const tiny = 0.0005
	speck := orb.MultiPolygon{{{{at[0] - tiny, at[1] - tiny}, {at[0] + tiny, at[1] - tiny}, {at[0], at[1] + tiny}, {at[0] - tiny, at[1] - tiny}}}}
	m, _, _ := spatial.Distance(shape, speck)
	return m
}

// degrees reports whether a place is one on the earth.
func degrees(lon, lat float64) bool { return lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90 }

// answers names who answers for an item at an estate: the company, else subdistrict and community.
func (p *project) answers(item string, place, company int) domain.Text {
	if p.companyAnswers(item) {
		if company == policy.None {
			return domain.Say("企业（无协议）", "company (no agreement)")
		}
		return p.companyWords(company)
	}
	e := &p.book.Estates[place]
	return record(strings.TrimSpace(e.Subdistrict + " " + e.Community))
}
