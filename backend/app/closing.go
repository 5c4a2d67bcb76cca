package app

// closingOf returns the closing of a round, nil while it is open.
func (p *project) closingOf(string) *ClosingView { return nil }
