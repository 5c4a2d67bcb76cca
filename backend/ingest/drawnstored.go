package ingest

import "estateatlas/backend/domain"

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
