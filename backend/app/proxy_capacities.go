package app

import (
	"cmp"
	"slices"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
)

// readCapacities takes over what single companies take at most in a run, and drops it from the ask where capacities are not looked
// at. Errors: CodeInvalid for a company that is not there, or named twice.
func (p *project) readCapacities(ask *ProxyAsk, opts *assign.Options) error {
	if !ask.Capacity || len(ask.Capacities) == 0 {
		ask.Capacities = nil
		return nil
	}
	ask.Capacities = slices.Clone(ask.Capacities)
	slices.SortStableFunc(ask.Capacities, func(x, y ProxyCapacity) int { return cmp.Compare(x.CompanyID, y.CompanyID) })
	opts.Capacities = make(map[int]domain.Opt[int64], len(ask.Capacities))
	for i := range ask.Capacities {
		c := &ask.Capacities[i]
		at := slices.IndexFunc(p.book.Companies, func(known domain.Company) bool { return known.ID == c.CompanyID })
		if at < 0 {
			return invalid("没有编号为 %q 的企业；删去它的上限后重新测算", "There is no company %q; take its limit out and run again", c.CompanyID)
		}
		if _, twice := opts.Capacities[at]; twice {
			return invalid("%s 的上限填写了两次", "The limit of %s is given twice", p.district.Companies[at].Name)
		}
		if c.Most < 0 {
			c.Most = -1
			opts.Capacities[at] = domain.Opt[int64]{}
			continue
		}
		opts.Capacities[at] = domain.Some(c.Most)
	}
	return nil
}
