package ingest

import (
	"estateatlas/backend/domain"

	"github.com/paulmach/orb"
)

// The places of columns in their tables, where they are needed by name.
const (
	estateID, estateName, estateSubdistrict, estateCommunity            = 0, 1, 2, 3
	estateForm, estateEnclosable, estateMode, estateHouseholds          = 4, 5, 6, 7
	estateBuildingArea, estateDistrictSubsidy, estateCitySubsidy        = 8, 9, 10
	estateApprovedOn, estateAcceptedOn, estateCityGrant                 = 11, 12, 13
	estateEnrolledOn, estateExitedOn, estateExitGround                  = 14, 15, 16
	scoreCol                                                            = 2
	findingLon, findingLat, findingFoundOn, findingDueOn, findingSolved = 3, 4, 6, 7, 8
	fundEstate, fundRound, fundAmount                                   = 4, 5, 6
)

// addEstate takes the properties of a feature; its boundary is put in by the GeoJSON reader.
func (imp *intake) addEstate(r *row) {
	e := domain.Estate{
		ID:              r.ownID(),
		Name:            r.text(estateName),
		Subdistrict:     r.word(estateSubdistrict),
		Community:       r.word(estateCommunity),
		Form:            cell(r, estateForm, formCodes.read),
		Enclosable:      cell(r, estateEnclosable, readBool),
		Mode:            cell(r, estateMode, modeCodes.read),
		Households:      r.count(estateHouseholds),
		BuildingAreaM2:  known(r, estateBuildingArea, readDecimal),
		DistrictSubsidy: r.money(estateDistrictSubsidy),
		CitySubsidy:     r.money(estateCitySubsidy),
		ApprovedOn:      r.date(estateApprovedOn),
		AcceptedOn:      r.date(estateAcceptedOn),
		CityGrant:       cell(r, estateCityGrant, readBool),
		EnrolledOn:      r.date(estateEnrolledOn),
		ExitedOn:        r.date(estateExitedOn),
	}
	e.ExitGround, e.ExitText = r.exit(estateExitGround)
	imp.keepStored(&e, r)
	r.notBefore(estateExitedOn, e.ExitedOn, e.EnrolledOn, &sayExitBeforeEnrolment)
	if e.ApprovedOn != 0 && e.AcceptedOn != 0 && e.AcceptedOn < e.ApprovedOn {
		r.note(estateAcceptedOn, &sayAcceptedEarly, e.ID)
	}
	if e.EnrolledOn != 0 && (e.EnrolledOn < e.ApprovedOn || e.EnrolledOn < e.AcceptedOn) {
		r.note(estateEnrolledOn, &sayEnrolledEarly, e.ID)
	}
	imp.estates.add(e, r.mark())
}

func (imp *intake) addCompany(r *row) {
	imp.companies.add(domain.Company{
		ID:                  r.ownID(),
		Name:                r.text(1),
		ResponsiblePerson:   r.text(2),
		LegalRepresentative: r.text(3),
		Phone:               r.text(4),
		BlacklistedOn:       r.date(5),
		Capacity:            r.count(6),
	}, r.mark())
}

func (imp *intake) addAgreement(r *row) {
	a := domain.Agreement{
		EstateID:  r.id(0),
		CompanyID: r.id(1),
		Kind:      cell(r, 2, agreementCodes.read),
		StartsOn:  r.date(3),
		EndsOn:    r.date(4),
	}
	r.notBefore(4, a.EndsOn, a.StartsOn, &sayEndBeforeStart)
	imp.agreements.add(a, r.mark())
}

func (imp *intake) addSubsidy(r *row) {
	imp.subsidies.add(domain.SubsidyChange{
		EstateID:        r.id(0),
		FromMonth:       cell(r, 1, readMonth),
		DistrictSubsidy: r.money(2),
		CitySubsidy:     r.money(3),
	}, r.mark())
}

func (imp *intake) addEnrolment(r *row) {
	e := domain.Enrolment{EstateID: r.id(0), EnrolledOn: r.date(1), ExitedOn: r.date(2)}
	e.ExitGround, e.ExitText = r.exit(3)
	r.notBefore(2, e.ExitedOn, e.EnrolledOn, &sayExitBeforeEnrolment)
	imp.enrolments.add(e, r.mark())
}

func (imp *intake) addItem(r *row) {
	imp.items.add(domain.Item{
		Code:        r.ownID(),
		Name:        r.text(1),
		Function:    cell(r, 2, functionCodes.read),
		Responsible: cell(r, 3, responsibleCodes.read),
	}, r.mark())
}

func (imp *intake) addRound(r *row) {
	imp.rounds.add(domain.Round{
		ID:     r.ownID(),
		Name:   r.text(1),
		Kind:   cell(r, 2, roundCodes.read),
		HeldOn: r.date(3),
	}, r.mark())
}

func (imp *intake) addScore(r *row) {
	s := domain.Score{
		RoundID:      r.id(0),
		EstateID:     r.id(1),
		Score:        known(r, scoreCol, readScore),
		OfficialRank: cell(r, 3, func(s string) (int64, verdict) { return readInt(s, 1) }),
	}
	if r.cells[scoreCol] == "" && r.present[scoreCol] {
		r.note(scoreCol, &sayNotScored)
	}
	imp.scores.add(s, r.mark())
}

func (imp *intake) addDeduction(r *row) {
	imp.deductions.add(domain.Deduction{
		RoundID:  r.id(0),
		EstateID: r.id(1),
		Item:     r.id(2),
		Points:   cell(r, 3, readDecimal),
	}, r.mark())
}

func (imp *intake) addDetermination(r *row) {
	imp.determinations.add(domain.Determination{
		RoundID:   r.id(0),
		EstateID:  r.id(1),
		Cause:     cell(r, 2, causeCodes.read),
		Reason:    r.text(3),
		DecidedBy: r.word(4),
		DecidedOn: r.date(5),
	}, r.mark())
}

func (imp *intake) addFinding(r *row) {
	f := domain.Finding{
		ID:          r.ownID(),
		EstateID:    r.id(1),
		RoundID:     r.id(2),
		Item:        r.id(5),
		FoundOn:     r.date(findingFoundOn),
		DueOn:       r.date(findingDueOn),
		ResolvedOn:  r.date(findingSolved),
		Description: r.text(9),
	}
	lon := known(r, findingLon, func(s string) (float64, verdict) { return readDegrees(s, maxLon) })
	lat := known(r, findingLat, func(s string) (float64, verdict) { return readDegrees(s, maxLat) })
	switch {
	case lon.Known && lat.Known:
		datum := imp.opt.Shapes.Datum
		at, _ := datum.unshift(orb.Point{lon.Value, lat.Value})
		if f.Point = domain.Some(at); datum != DatumNone {
			r.note(findingLon, &sayUnshifted, datum.name())
		}
	case r.cells[findingLon] == "" && r.cells[findingLat] != "":
		r.fault(findingLon, &sayHalfPoint)
	case r.cells[findingLat] == "" && r.cells[findingLon] != "":
		r.fault(findingLat, &sayHalfPoint)
	}
	if f.DueOn != 0 && f.DueOn < f.FoundOn {
		r.note(findingDueOn, &sayBeforeFound, f.ID)
	}
	if f.ResolvedOn != 0 && f.ResolvedOn < f.FoundOn {
		r.note(findingSolved, &sayBeforeFound, f.ID)
	}
	imp.findings.add(f, r.mark())
}

func (imp *intake) addOverride(r *row) {
	o := domain.Override{
		EstateID:  r.id(0),
		HostID:    r.id(1),
		Reason:    r.text(2),
		DecidedBy: r.word(3),
		DecidedOn: r.date(4),
		RemovedOn: r.date(5),
	}
	if o.RemovedOn != 0 && o.RemovedOn < o.DecidedOn {
		r.note(5, &sayRemovedEarly, o.EstateID)
	}
	imp.overrides.add(o, r.mark())
}

func (imp *intake) addFundUse(r *row) {
	u := domain.FundUse{
		ID:          r.ownID(),
		Subdistrict: r.word(1),
		UsedOn:      r.date(2),
		Kind:        cell(r, 3, fundUseCodes.read),
		EstateID:    r.id(fundEstate),
		RoundID:     r.id(fundRound),
	}
	amount := r.money(fundAmount)
	if u.Amount = amount.Value; amount.Known && u.Amount == 0 {
		r.fault(fundAmount, &sayAmountZero)
	}
	if u.Kind == domain.UseRewardTop {
		for _, col := range []int{fundEstate, fundRound} {
			if r.cells[col] == "" {
				r.fault(col, &sayRewardNeeds)
			}
		}
	}
	imp.fundUses.add(u, r.mark())
}
