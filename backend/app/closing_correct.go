package app

import (
	"encoding/json"
	"slices"
	"strings"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// touchedRound is a closed round that a change touches: what it decided and what it would decide.
type touchedRound struct {
	closing       *domain.Closing
	before, after policy.Frozen
	place         int    // after the change, None where the round goes
	hash          string // of its inputs after the change
}

// touched finds the closed rounds whose inputs or results a change changes. after is the district as the change leaves it.
func (p *project) touched(after *policy.Book, change *domain.Change) []touchedRound {
	if len(p.tables.Closings) == 0 {
		return nil
	}
	named := namedRounds(change)
	var out []touchedRound
	for i := range p.tables.Closings {
		c := &p.tables.Closings[i]
		was, known := p.book.Round(c.RoundID)
		is, stays := after.Round(c.RoundID)
		t := touchedRound{closing: c, place: policy.None}
		if !known {
			continue // CheckClosings says so
		}
		t.before = p.book.Freeze(was)
		if !stays {
			out = append(out, t)
			continue
		}
		t.after = after.Freeze(is)
		same := t.before.Equal(&t.after)
		// Hashing reads all scores: only rounds that a change names, or that it changes, are hashed.
		if same && !named[c.RoundID] && slices.Equal(p.book.Bearings(was), after.Bearings(is)) {
			continue
		}
		if t.hash = after.InputHash(is, c.Settings, c.Items); same && t.hash == p.book.InputHash(was, c.Settings, c.Items) {
			continue
		}
		t.place = is
		out = append(out, t)
	}
	return out
}

// namedRounds are the rounds whose own records a change writes.
func namedRounds(change *domain.Change) map[string]bool {
	named := map[string]bool{}
	for _, t := range []*domain.Tables{&change.Put, &change.Remove} {
		for i := range t.Rounds {
			named[t.Rounds[i].ID] = true
		}
		for i := range t.Scores {
			named[t.Scores[i].RoundID] = true
		}
		for i := range t.Deductions {
			named[t.Deductions[i].RoundID] = true
		}
		for i := range t.Determinations {
			named[t.Determinations[i].RoundID] = true
		}
	}
	return named
}

// closedChanges lists the closed rounds that a change touches.
func (p *project) closedChanges(after *policy.Book, change *domain.Change) []ClosedChange {
	out := []ClosedChange{}
	for _, t := range p.touched(after, change) {
		c := ClosedChange{RoundID: t.closing.RoundID, Name: p.roundName(t.closing.RoundID)}
		text, same := t.before.Difference(&t.after)
		if same {
			text = domain.Say("依据改变，级别和金额不变", "what it rests on changes, levels and amounts stay")
		}
		c.Text = text
		c.ConfirmedBefore, c.ProposedBefore = fens(t.before.Sums())
		c.ConfirmedAfter, c.ProposedAfter = fens(t.after.Sums())
		out = append(out, c)
	}
	return out
}

func fens(a, b domain.Fen) (int64, int64) { return int64(a), int64(b) }

// decideGuarded makes a decision that may touch closed rounds. With a correction, the reason, those are closed anew with what was
// and what is put down in the corrections; without one the decision is refused as CodeConflict.
func (a *Atlas) decideGuarded(correction string, plan func(p *project) (domain.Change, error)) (Decided, error) {
	return a.commit(func(p *project) (domain.Change, error) {
		change, err := plan(p)
		if err != nil {
			return change, err
		}
		return p.corrected(change, correction, a.name())
	})
}

// corrected adds to a change what it corrects in closed rounds, or refuses it.
func (p *project) corrected(change domain.Change, reason, by string) (domain.Change, error) {
	if len(p.tables.Closings) == 0 || !bearsOnRounds(&change) {
		return change, nil
	}
	after := policy.NewBook(domain.Apply(p.tables, change))
	touched := p.touched(after, &change)
	if len(touched) == 0 {
		return change, nil
	}
	var names []string
	for _, t := range touched {
		name := p.roundName(t.closing.RoundID)
		if t.place == policy.None {
			return change, domain.Fail(domain.CodeConflict, domain.Say("%s已锁定，不能删除", "%s is closed and cannot be removed", name), nil)
		}
		names = append(names, name)
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return change, domain.Fail(domain.CodeConflict, domain.Say("将改变已锁定的%[1]s；须作为更正并写明理由",
			"This changes %[2]s, which is closed; give it as a correction with a reason", strings.Join(names, "、"), strings.Join(names, ", ")), nil)
	}
	if err := checkText("更正理由", "reason of the correction", reason); err != nil {
		return change, err
	}
	what := change.What
	change.What += "（更正已锁定轮次：" + reason + "）"
	for _, t := range touched {
		k := domain.Correction{
			RoundID: t.closing.RoundID, Number: p.lastCorrection(t.closing.RoundID) + 1, CorrectedOn: today(), CorrectedBy: by, Reason: reason, What: what,
			InputsBefore: t.closing.Inputs, InputsAfter: t.hash, ResultsBefore: t.closing.Results,
		}
		k.ConfirmedBefore, k.ProposedBefore = t.before.Sums()
		k.ConfirmedAfter, k.ProposedAfter = t.after.Sums()
		closing := *t.closing
		closing.Inputs, closing.Results = t.hash, t.after.JSON()
		change.Put.Corrections = append(change.Put.Corrections, k)
		change.Put.Closings = append(change.Put.Closings, closing)
	}
	return change, nil
}

// AcceptClosing takes over what a closed round comes out as after it was changed outside the screens, such as by an import on the
// command line: as a correction with a reason. Errors: CodeConflict where it comes out as it was closed, CodeInvalid without a reason.
func (a *Atlas) AcceptClosing(roundID, reason string) (Decided, error) {
	return a.decide(func(p *project) (domain.Change, error) {
		round, err := p.sanitaryRound(roundID)
		if err != nil {
			return domain.Change{}, err
		}
		name := p.roundName(roundID)
		at := slices.IndexFunc(p.tables.Closings, func(c domain.Closing) bool { return c.RoundID == roundID })
		if at < 0 || !slices.ContainsFunc(p.book.CheckClosings(), func(f policy.ClosingFault) bool { return f.RoundID == roundID }) {
			return domain.Change{}, domain.Fail(domain.CodeConflict, domain.Say("%s没有需要更正的差异", "%s has no differences to correct", name), nil)
		}
		if reason = strings.TrimSpace(reason); reason == "" {
			return domain.Change{}, invalid("更正须写明理由", "Give the reason for the correction")
		}
		if err := checkText("更正理由", "reason of the correction", reason); err != nil {
			return domain.Change{}, err
		}
		closing := p.tables.Closings[at]
		var before policy.Frozen
		if _, ok := domain.ParseSettingsJSON(closing.Settings); !ok || json.Unmarshal([]byte(closing.Results), &before) != nil {
			return domain.Change{}, domain.Fail(domain.CodeCorrupt, domain.Say("%s锁定时的记录已损坏，不能更正；改用备份",
				"What was kept of %s is damaged and cannot be corrected; use a backup", name), nil)
		}
		after := p.book.Freeze(round)
		what := "更正已锁定的" + name
		k := domain.Correction{
			RoundID: roundID, Number: p.lastCorrection(roundID) + 1, CorrectedOn: today(), CorrectedBy: a.name(), Reason: reason, What: what,
			InputsBefore: closing.Inputs, ResultsBefore: closing.Results,
		}
		k.ConfirmedBefore, k.ProposedBefore = before.Sums()
		k.ConfirmedAfter, k.ProposedAfter = after.Sums()
		closing.Inputs, closing.Results = p.book.InputHash(round, closing.Settings, closing.Items), after.JSON()
		k.InputsAfter = closing.Inputs
		return domain.Change{
			Put: domain.Tables{Closings: []domain.Closing{closing}, Corrections: []domain.Correction{k}}, What: what + "：" + reason,
		}, nil
	})
}

// bearsOnRounds reports whether a change writes anything that a round's results could rest on.
func bearsOnRounds(change *domain.Change) bool {
	for _, t := range []*domain.Tables{&change.Put, &change.Remove} {
		if len(t.Estates)+len(t.Agreements)+len(t.Subsidies)+len(t.Enrolments)+len(t.Items)+len(t.Rounds)+len(t.Scores)+len(t.Deductions)+
			len(t.Determinations)+len(t.Settings) > 0 {
			return true
		}
	}
	return false
}

// lastCorrection is the number of the latest correction of a round, 0 without one.
func (p *project) lastCorrection(roundID string) int64 {
	own := slices.DeleteFunc(slices.Clone(p.tables.Corrections), func(c domain.Correction) bool { return c.RoundID != roundID })
	if len(own) == 0 {
		return 0
	}
	return own[len(own)-1].Number
}
