package app

// Overview returns every figure that a leader asks for on the day of a round.
func (a *Atlas) Overview(roundID string) (Overview, error) { return Overview{}, errNotYet }
