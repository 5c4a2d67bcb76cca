package policy

import (
	"sort"

	"estateatlas/backend/domain"
)

// Book is a district with everything worked out that does not depend on the date judged: places of ids, ranked rounds, causes,
// counts, levels, and the amount of every month that any round withholds. Make one when the records change and ask it for any
// date. Read-only after NewBook.
type Book struct {
	*Index
	Policy domain.Policy

	tables  *domain.Tables
	open    *rules            // of rounds that are not closed
	kept    map[string]*rules // of closed rounds, by id
	rounds  []RoundResult     // by date, then id
	roundAt map[string]int32

	results       []BottomResult // by round, then estate
	bottomEstates []int32        // their estates
	byGroup       list[int32]    // their places by group; those without a company are left out

	rows list[fullRow] // what is withheld when all rounds count, by group, then month

	idleDeterminations []int // rows of Tables.Determinations without effect, in order of entry
	deductionsInOrder  bool  // Tables.Deductions are sorted by round, then estate
	scoresInOrder      bool  // Tables.Scores are sorted by round
}

// NewBook works out a district by its own settings. t is not changed and must not be changed afterwards.
func NewBook(t *domain.Tables) *Book { return NewBookWith(t, t.Settings.Policy()) }

// NewBookWith works out a district by other settings than its own, such as those of a command line or of a trial. Closed rounds
// are judged by the settings that were kept with them all the same.
func NewBookWith(t *domain.Tables, p domain.Policy) *Book {
	b := &Book{Index: NewIndex(t), Policy: p, tables: t, open: newRules(p, t.Items)}
	b.keepRules()
	b.rankRounds()
	b.findCauses()
	b.countStrikes()
	b.groupResults()
	b.withholdAll()
	return b
}

// Rounds returns every round of every kind, ranked, by date, then id.
func (b *Book) Rounds() []RoundResult { return b.rounds }

// Round returns the place of the round with this id.
func (b *Book) Round(id string) (int, bool) { i, ok := b.roundAt[id]; return int(i), ok }

// Tables returns the records that the book was made from.
func (b *Book) Tables() *domain.Tables { return b.tables }

// roundPlace returns the place of a round or None.
func (b *Book) roundPlace(id string) int32 {
	if i, ok := b.roundAt[id]; ok {
		return i
	}
	return None
}

func (b *Book) finder() finder { return finder{ids: b.estateIDs, at: b.estateAt} }

// heldUpTo returns how many rounds were held on or before a day.
func (b *Book) heldUpTo(d domain.Date) int {
	return sort.Search(len(b.rounds), func(i int) bool { return b.rounds[i].Round.HeldOn > d })
}

// groupResults deals the results with a level out to the groups whose money they withhold.
func (b *Book) groupResults() {
	places := make([]int32, len(b.results))
	groups := make([]int32, len(b.results))
	for i := range b.results {
		r := &b.results[i]
		places[i], groups[i] = int32(i), None
		if r.Proposed.Level > 0 {
			groups[i] = r.Under.group
		}
	}
	b.byGroup = newList(len(b.groups), places, groups)
}
