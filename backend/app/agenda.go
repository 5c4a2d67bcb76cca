package app

// Agenda returns the walk of a meeting through a round.
func (a *Atlas) Agenda(roundID string) (Agenda, error) { return Agenda{}, errNotYet }
