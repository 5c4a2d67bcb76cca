package ingest

import (
	"strconv"

	"estateatlas/backend/domain"
	"estateatlas/backend/spatial"

	"github.com/paulmach/orb"
)

// repairs is what the shape of a record needs.
type repairs struct {
	outside  int       // vertices that are none of the coordinate system
	outAt    orb.Point // the first
	vertices int       // of the file
	closed   bool
	repeated bool
	// short is how many different points the first ring with too few has; empty and short rings are faults.
	short       int
	tooFew      bool
	emptyFound  bool
	shortString bool
}

// boundary makes the boundary of an estate of a shape, repaired as one of a GeoJSON file is; nil with a fault for what is none, and
// nil for no shape.
func (f *drawnFile) boundary(shape orb.Geometry) orb.MultiPolygon {
	var mp orb.MultiPolygon
	switch shape := shape.(type) {
	case nil:
		return nil
	case orb.Polygon:
		mp = orb.MultiPolygon{shape}
	case orb.MultiPolygon:
		mp = shape
	default:
		f.geometryFault(&sayNotPolygon, shape.GeoJSONType())
		return nil
	}
	before := f.vertices
	if f.begin(); !f.areas(mp) {
		return nil
	}
	if f.vertices-before > maxBoundary {
		f.geometryFault(&sayHugeBoundary)
		return nil
	}
	if fault := spatial.Check(mp); fault != nil {
		why := fault.Text()
		f.geometryFault(&why)
		return nil
	}
	if spatial.Normalize(mp) {
		f.geometryNote(&sayRewound)
	}
	return mp
}

// shapes adds the shapes of a backdrop to out: the parts of a collection one by one. Whether rings cross is not looked at.
func (f *drawnFile) shapes(shape orb.Geometry, out []orb.Geometry) []orb.Geometry {
	f.begin()
	ok := true
	switch shape := shape.(type) {
	case nil:
		return out
	case orb.Collection:
		for _, part := range shape {
			out = f.shapes(part, out)
		}
		return out
	case orb.Point:
		at := []orb.Point{shape}
		ok = f.turn(at) && f.sound()
		out = append(out, at[0])
	case orb.MultiPoint:
		ok = f.turn(shape) && f.sound()
		out = append(out, shape)
	case orb.LineString:
		ok = f.line(shape) && f.sound()
		out = append(out, shape)
	case orb.MultiLineString:
		for _, l := range shape {
			ok = f.line(l) && ok
		}
		ok = f.sound() && ok
		out = append(out, shape)
	case orb.Polygon:
		mp := orb.MultiPolygon{shape}
		if ok = f.areas(mp); ok {
			spatial.Normalize(mp)
		}
		out = append(out, mp[0])
	case orb.MultiPolygon:
		if ok = f.areas(shape); ok {
			spatial.Normalize(shape)
		}
		out = append(out, shape)
	default:
		f.geometryFault(&sayUnknownGeometry, shape.GeoJSONType())
		return out
	}
	if !ok {
		return out[:len(out)-1]
	}
	return out
}

func (f *drawnFile) begin() {
	f.outside, f.closed, f.repeated, f.tooFew, f.emptyFound, f.shortString = 0, false, false, false, false, false
}

// areas turns and mends the rings of a shape in place and reports whether they can be taken.
func (f *drawnFile) areas(mp orb.MultiPolygon) bool {
	f.emptyFound = len(mp) == 0
	for _, p := range mp {
		f.emptyFound = f.emptyFound || len(p) == 0
		for k, r := range p {
			p[k] = f.ring(r)
		}
	}
	return f.sound()
}

// ring turns a ring into degrees, closes it and takes out repeated vertices.
func (f *drawnFile) ring(r orb.Ring) orb.Ring {
	if len(r) == 0 {
		f.emptyFound = true
		return r
	}
	f.turn(r)
	whole := len(r)
	r = dropRepeated(r)
	f.repeated = f.repeated || len(r) < whole
	if r[0] != r[len(r)-1] {
		r = append(r[:len(r):len(r)], r[0])
		f.closed = true
	}
	if different := len(r) - 1; different < 3 && !f.tooFew {
		f.tooFew, f.short = true, max(different, 1)
	}
	return r
}

func (f *drawnFile) line(l orb.LineString) bool {
	f.shortString = f.shortString || len(l) < 2
	return f.turn(l) && len(l) >= 2
}

// turn turns places into degrees in place.
func (f *drawnFile) turn(points []orb.Point) bool {
	f.vertices += len(points)
	ok := true
	for i, p := range points {
		at, in := f.place.toDegrees(p)
		if !in {
			if f.outside++; f.outside == 1 {
				f.outAt = p
			}
			ok = false
			continue
		}
		points[i] = at
	}
	return ok
}

// sound says what was found in a shape and reports whether it can be taken.
func (f *drawnFile) sound() bool {
	if f.outside > 0 {
		at := "[" + strconv.FormatFloat(f.outAt[0], 'f', -1, 64) + ", " + strconv.FormatFloat(f.outAt[1], 'f', -1, 64) + "]"
		say, args := &sayNotPlace, []string{at}
		if f.outside > 1 {
			say, args = &sayNotPlaces, []string{at, strconv.Itoa(f.outside)}
		}
		f.geometryFault(say, args...)
		return false
	}
	switch {
	case f.emptyFound:
		f.geometryFault(&sayEmptyShape)
		return false
	case f.tooFew:
		f.geometryFault(&sayFewPoints, strconv.Itoa(f.short))
		return false
	case f.shortString:
		f.geometryFault(&sayShortLine, "1")
		return false
	}
	if f.closed {
		f.geometryNote(&sayClosed)
	}
	if f.repeated {
		f.geometryNote(&sayRepeated)
	}
	return true
}

// indexStored makes the project's estates findable by id, for the columns that a drawn file does not have.
func (imp *intake) indexStored() {
	if imp.stored != nil {
		return
	}
	imp.stored = make(map[string]*domain.Estate, len(imp.base.Estates))
	for i := range imp.base.Estates {
		imp.stored[imp.base.Estates[i].ID] = &imp.base.Estates[i]
	}
}

// keepStored gives an estate the project's values of the columns that the file does not have: a drawing of boundaries says nothing of
// subsidies.
func (imp *intake) keepStored(e *domain.Estate, r *row) {
	was := imp.stored[e.ID]
	if was == nil || r.bad || !r.log.file.drawn {
		return
	}
	r.log.note(1, wholeFile, "", &sayKept)
	has := r.present
	keep(has, estateName, &e.Name, was.Name)
	keep(has, estateSubdistrict, &e.Subdistrict, was.Subdistrict)
	keep(has, estateCommunity, &e.Community, was.Community)
	keep(has, estateForm, &e.Form, was.Form)
	keep(has, estateEnclosable, &e.Enclosable, was.Enclosable)
	keep(has, estateMode, &e.Mode, was.Mode)
	keep(has, estateHouseholds, &e.Households, was.Households)
	keep(has, estateBuildingArea, &e.BuildingAreaM2, was.BuildingAreaM2)
	keep(has, estateDistrictSubsidy, &e.DistrictSubsidy, was.DistrictSubsidy)
	keep(has, estateCitySubsidy, &e.CitySubsidy, was.CitySubsidy)
	keep(has, estateApprovedOn, &e.ApprovedOn, was.ApprovedOn)
	keep(has, estateAcceptedOn, &e.AcceptedOn, was.AcceptedOn)
	keep(has, estateCityGrant, &e.CityGrant, was.CityGrant)
	keep(has, estateEnrolledOn, &e.EnrolledOn, was.EnrolledOn)
	keep(has, estateExitedOn, &e.ExitedOn, was.ExitedOn)
	keep(has, estateExitGround, &e.ExitGround, was.ExitGround)
	keep(has, estateExitGround, &e.ExitText, was.ExitText)
}

func keep[T any](has []bool, col int, value *T, was T) {
	if !has[col] {
		*value = was
	}
}
