package policy

import "estateatlas/backend/domain"

// rules are the settings and the catalogue that a round is judged by: those of the district, and of a closed round those that were
// kept with it.
type rules struct {
	domain.Policy
	ofCompany map[string]bool // items with a property function
	closed    bool
}

func newRules(p domain.Policy, own []domain.Item) *rules {
	r := &rules{Policy: p, ofCompany: make(map[string]bool)}
	for _, it := range domain.Catalogue(own) {
		r.ofCompany[it.Code] = it.Function != ""
	}
	return r
}

// keepRules reads the settings of closed rounds. Those that cannot be read are judged as open ones; CheckClosings says so.
func (b *Book) keepRules() {
	if len(b.tables.Closings) == 0 {
		return
	}
	type text struct{ settings, items string }
	read := make(map[text]*rules)
	b.kept = make(map[string]*rules, len(b.tables.Closings))
	for i := range b.tables.Closings {
		c := &b.tables.Closings[i]
		key := text{c.Settings, c.Items}
		r, done := read[key]
		if !done {
			settings, ok := domain.ParseSettingsJSON(c.Settings)
			items, known := domain.ParseItemsJSON(c.Items)
			if ok && known {
				r = newRules(settings.Policy(), items)
			} else {
				r = newRules(b.Policy, b.tables.Items)
			}
			r.closed = true
			read[key] = r
		}
		b.kept[c.RoundID] = r
	}
}

// rulesFor returns the rules of a round by its id.
func (b *Book) rulesFor(roundID string) *rules {
	if r, ok := b.kept[roundID]; ok {
		return r
	}
	return b.open
}

// RulesOf returns the settings that a round is judged by: of a closed one those that were kept with it. Not to be changed.
func (b *Book) RulesOf(round int) *domain.Policy { return &b.rounds[round].rules.Policy }

// Closed reports whether a round is closed.
func (b *Book) Closed(round int) bool { return b.rounds[round].rules.closed }
