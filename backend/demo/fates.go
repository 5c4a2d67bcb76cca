package demo

import (
	"slices"

	"estateatlas/backend/domain"
)

// fates says who is not in, who left and who came late.
func (d *district) fates(r *random) {
	order := slices.Clone(d.estates)
	shuffle(order, r)
	n := len(order)
	take := func(count int, f func(k int, e *estate)) {
		for k := range min(count, len(order)) {
			f(k, order[k])
		}
		order = order[min(count, len(order)):]
	}
	take(max(1, n*14/420), func(k int, e *estate) {
		e.EnrolledOn = 0
		switch k % 4 {
		case 0: // not renovated yet
			e.ApprovedOn, e.AcceptedOn, e.CityGrant = 0, 0, domain.No
		case 1, 2: // works under way
			e.ApprovedOn, e.AcceptedOn, e.CityGrant = day(2025, r.whole(3, 12), r.whole(1, 28)), 0, domain.No
		case 3: // finished, the grant not applied for yet
			e.ApprovedOn, e.AcceptedOn, e.CityGrant = day(2024, r.whole(3, 12), 12), day(2026, r.whole(5, 10), r.whole(1, 28)), domain.No
		}
	})
	grounds := []domain.ExitGround{
		domain.ExitDemolition, domain.ExitMarketOperation, domain.ExitDemolition, domain.ExitOwnerRequest, domain.ExitMarketOperation,
		domain.ExitDemolition, domain.ExitOther, domain.ExitDemolition, domain.ExitOwnerRequest,
	}
	take(max(2, n*9/420), func(k int, e *estate) {
		e.ExitGround = grounds[k%len(grounds)]
		e.ExitedOn = day(2025+k%2, r.whole(2, 10), r.whole(1, 28))
		if e.ExitGround == domain.ExitOther {
			e.ExitText = "并入相邻商品房小区统一管理"
		}
	})
	take(1, func(_ int, e *estate) { // a late enrolment
		e.ApprovedOn, e.AcceptedOn, e.EnrolledOn = day(2023, 4, 10), day(2025, 6, 20), day(2025, 9, 10)
	})
	for _, e := range d.estates {
		if e.EnrolledOn != 0 {
			e.stays = []domain.Enrolment{{EstateID: e.ID, EnrolledOn: e.EnrolledOn, ExitedOn: e.ExitedOn, ExitGround: e.ExitGround, ExitText: e.ExitText}}
		}
	}
	take(1, func(_ int, e *estate) { // left and came back
		e.stays[0].ExitedOn, e.stays[0].ExitGround = day(2025, 6, 30), domain.ExitMarketOperation
		e.stays = append(e.stays, domain.Enrolment{EstateID: e.ID, EnrolledOn: day(2026, 3, 16)})
		e.returned = true
	})
}
