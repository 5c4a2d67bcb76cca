package app

import "estateatlas/backend/domain"

var errNotYet = domain.Fail(domain.CodeInvalid, domain.Say("尚未完成", "Not there yet"), nil)

// Numbers lists the numbers that the map can be coloured by in a round; "" is the latest.
func (a *Atlas) Numbers(roundID string) ([]NumberInfo, error) { return nil, errNotYet }

// Colour classes the estates of a round by a number or a group.
func (a *Atlas) Colour(roundID string, ask ColouringAsk) (Colouring, error) {
	return Colouring{}, errNotYet
}
