package app

// Group answers what is asked about a company or a subdistrict on the day of a round; kind is company or subdistrict.
func (a *Atlas) Group(kind string, index int, roundID string) (GroupCard, error) {
	return GroupCard{}, errNotYet
}
