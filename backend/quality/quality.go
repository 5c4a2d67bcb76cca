// Package quality finds what is wrong or doubtful in the records of a district and, where one is safe, says how it could be mended:
// boundaries, doubles, dates, scores, agreements. It looks at what a project holds, also what other programs wrote into it; faults
// of files that are still to be imported are package ingest's. It changes nothing: a repair is a domain.Change for the caller to write.
package quality

import (
	"cmp"
	"context"
	"slices"

	"estateatlas/backend/domain"
	"estateatlas/backend/policy"

	"github.com/paulmach/orb"
)

// Fault is one thing that is wrong or doubtful.
type Fault struct {
	Kind Kind
	// Key names the fault as long as the records behind it stay: the kind and the ids.
	Key     string
	Estates []int // places in the book; empty: no single estate
	// At and Box are in lon-lat degrees; without meaning where Mapped is false.
	At     orb.Point
	Box    orb.Bound
	Mapped bool
	// Size is what the list is ordered by, in the unit of the kind: the larger the more urgent.
	Size    float64
	Text    domain.Text
	Facts   []Fact
	Clause  domain.Clause // empty: the fault rests on no document
	Repairs []Repair      // empty: there is no safe one
}

// Fact is a piece of evidence.
type Fact struct {
	Name  domain.Text `json:"name"`
	Value domain.Text `json:"value"`
}

// Repair is a way to mend a fault that the user may choose.
type Repair struct {
	ID   string      `json:"id"` // within the fault
	Name domain.Text `json:"name"`
}

// Options of a check.
type Options struct {
	// Rounds is how many of the latest sanitary rounds an estate may miss before it is reported; 0: DefaultRounds.
	Rounds int
	// Progress is told how many of all steps are done; may be nil. It is called from the goroutine of Check.
	Progress func(done, total int)
}

// DefaultRounds is Options.Rounds of who asks for none.
const DefaultRounds = 3

// Report is what was found.
type Report struct {
	Faults []Fault // by kind in the order of Kinds, the largest first, then by key
	Rounds int     // as used
	// OfficialRanks says whether the data holds any official rank.
	OfficialRanks bool

	ev    *policy.Evaluation
	land  *land
	byKey map[string]int
}

// Check looks at everything as of a date. The same records give the same report. Errors: CodeCancelled.
func Check(ctx context.Context, ev *policy.Evaluation, opt Options) (*Report, error) {
	if opt.Rounds <= 0 {
		opt.Rounds = DefaultRounds
	}
	r := &Report{Rounds: opt.Rounds, ev: ev, byKey: make(map[string]int)}
	s := steps{ctx: ctx, tell: opt.Progress, total: 3*len(ev.Estates) + recordSteps}
	r.land = survey(ev.Estates)
	for _, look := range []func(*steps) error{r.boundaries, r.neighbours, r.names, r.records} {
		if err := look(&s); err != nil {
			return nil, err
		}
	}
	s.finish()
	slices.SortStableFunc(r.Faults, func(a, b Fault) int {
		return cmp.Or(cmp.Compare(rankOf[a.Kind], rankOf[b.Kind]), cmp.Compare(b.Size, a.Size), cmp.Compare(a.Key, b.Key))
	})
	for i := range r.Faults {
		r.byKey[r.Faults[i].Key] = i
	}
	return r, nil
}

// Of returns the faults of a kind.
func (r *Report) Of(kind Kind) []Fault {
	from := slices.IndexFunc(r.Faults, func(f Fault) bool { return f.Kind == kind })
	if from < 0 {
		return nil
	}
	to := from
	for to < len(r.Faults) && r.Faults[to].Kind == kind {
		to++
	}
	return r.Faults[from:to]
}

// Find returns a fault by its key, nil where it is not there (any more).
func (r *Report) Find(key string) *Fault {
	if i, ok := r.byKey[key]; ok {
		return &r.Faults[i]
	}
	return nil
}

// add keeps a fault. One whose place is not given lies where its estates are.
func (r *Report) add(f Fault) {
	if !f.Mapped {
		for _, e := range f.Estates {
			box, at, ok := r.land.where(e)
			if !ok {
				continue
			}
			if f.Mapped {
				f.Box = f.Box.Union(box)
				f.At = f.Box.Center()
				continue
			}
			f.Box, f.At, f.Mapped = box, at, true
		}
	}
	r.Faults = append(r.Faults, f)
}

// label names an estate for a sentence: 幸福里（e01）, or the id alone.
func (r *Report) label(e int) string {
	es := &r.ev.Estates[e]
	if es.Name == "" || es.Name == es.ID {
		return es.ID
	}
	return es.Name + "（" + es.ID + "）"
}

func (r *Report) companyName(c int32) string {
	if name := r.ev.Companies[c].Name; name != "" {
		return name
	}
	return r.ev.Companies[c].ID
}

func roundName(r *domain.Round) string {
	if r.Name != "" {
		return r.Name
	}
	return r.ID
}

// recordSteps is how many steps the checks of records count for.
const recordSteps = 2_000

// steps tells how far a check has come and ends it when it is called off.
type steps struct {
	ctx         context.Context
	tell        func(done, total int)
	done, total int
	told        int
}

// step counts n steps more. Errors: CodeCancelled.
func (s *steps) step(n int) error {
	s.done += n
	if s.done-s.told < 256 {
		return nil
	}
	s.told = s.done
	if s.tell != nil {
		s.tell(min(s.done, s.total), s.total)
	}
	return s.goOn()
}

// goOn reports whether the check was called off. Errors: CodeCancelled.
func (s *steps) goOn() error {
	if s.ctx.Err() != nil {
		return domain.Fail(domain.CodeCancelled, domain.Say("检查已取消", "The check was called off"), s.ctx.Err())
	}
	return nil
}

func (s *steps) finish() {
	if s.tell != nil {
		s.tell(s.total, s.total)
	}
}
