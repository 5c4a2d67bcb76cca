package app

import (
	"context"
	"encoding/json"
	"strings"

	"estateatlas/backend/domain"
)

// Decided is what every decision answers: the project as it is now and what can be taken back.
type Decided struct {
	Session Session  `json:"session"`
	Undo    UndoView `json:"undo"`
}

// clerkFile remembers who is at the desk.
const clerkFile = "clerk.json"

// mostName is how many letters the name of a person at the desk may have.
const mostName = 40

// Clerk returns the name of who is at the desk, which every decision keeps; empty where nobody said.
func (a *Atlas) Clerk() (string, error) { return a.name(), nil }

func (a *Atlas) name() string {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.clerk
}

// SetClerk says who is at the desk from now on. In the window the name is remembered for the next start. Errors: CodeInvalid for a
// name that is too long.
func (a *Atlas) SetClerk(name string) error {
	name = strings.TrimSpace(name)
	if len([]rune(name)) > mostName {
		return domain.Fail(domain.CodeInvalid, domain.Say("姓名最多 %d 个字", "A name has at most %d letters", mostName), nil)
	}
	if a.desktop {
		text, err := json.Marshal(name)
		if err != nil {
			return err
		}
		if err := Remember(clerkFile, text); err != nil {
			return err
		}
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.clerk = name
	return nil
}

// rememberedClerk is the name that SetClerk kept in the window.
func rememberedClerk() string {
	var name string
	if json.Unmarshal(Remembered(clerkFile), &name) != nil {
		return ""
	}
	return name
}

// decide makes one decision: plan looks at the project as it is, refuses or says what shall be written, and that is written in one
// transaction. When decide returns without an error, the decision is in the file. Decisions wait for one another, so nothing can
// change between the look and the writing. The name at the desk and the day are filled in where plan leaves them open. A decision
// that writes nothing is refused by plan; decide takes an empty change for "as it is". What would change a closed round is refused.
func (a *Atlas) decide(plan func(p *project) (domain.Change, error)) (Decided, error) {
	return a.decideGuarded("", plan)
}

// commit makes a decision as decide does, without a look at closed rounds.
func (a *Atlas) commit(plan func(p *project) (domain.Change, error)) (Decided, error) {
	a.deciding.Lock()
	defer a.deciding.Unlock()
	p, err := a.writable()
	if err != nil {
		return Decided{}, err
	}
	change, err := plan(p)
	if err != nil {
		return Decided{}, err
	}
	if change.Who == "" {
		change.Who = a.name()
	}
	if change.When == 0 {
		change.When = today()
	}
	ctx := context.Background()
	if err := p.store.Apply(ctx, change); err != nil {
		return Decided{}, err
	}
	undo, err := undoState(ctx, p.store)
	if err != nil {
		return Decided{}, err
	}
	next, err := p.after(ctx, change, undo)
	if err != nil {
		return Decided{}, err
	}
	a.put(p, next)
	session, err := a.Session()
	return Decided{session, UndoView{auditLine(undo.Undo), auditLine(undo.Redo)}}, err
}

// put shows next in place of p, unless another project was opened meanwhile.
func (a *Atlas) put(p, next *project) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.open == p {
		a.open = next
	}
}

// writable returns the open project if decisions can be written into it. Errors: CodeNotFound, CodeReadOnly.
func (a *Atlas) writable() (*project, error) {
	p, err := a.project()
	if err != nil {
		return nil, err
	}
	if p.store.ReadOnly() {
		return nil, domain.Fail(domain.CodeReadOnly, domain.Say("项目正被另一个窗口或程序使用，或不可写；关闭后再操作",
			"The project is in use by another window or program, or cannot be written; close it and try again"), nil)
	}
	return p, nil
}

// after returns the project as the change left it. Where shapes stay as they were, the file is not read again and tiles, areas and
// names are kept; where they do not, the tables that were written are read, for the store numbers new estates. Another program may have
// written since the file was read: then the log's entry does not start from what is known, and everything is read.
func (p *project) after(ctx context.Context, change domain.Change, log domain.UndoState) (*project, error) {
	if log.Undo == nil || log.Undo.Base != p.version {
		return openProject(ctx, p.store, p.info.Path)
	}
	if p.moves(&change) {
		return p.stepped(ctx, log.Undo)
	}
	version, err := p.store.Version(ctx)
	if err != nil {
		return nil, err
	}
	next := p.with(domain.Apply(p.tables, change), version)
	if onlySteps(&change) {
		next.analyses = p.analyses
	}
	return next, nil
}

// moves reports whether a change touches what tiles, outlines, areas and spellings are made of: which estates and backdrops there are,
// their shapes, names and subdistricts.
func (p *project) moves(change *domain.Change) bool {
	if len(change.Remove.Estates)+len(change.Put.Backdrops)+len(change.Remove.Backdrops) > 0 {
		return true
	}
	for i := range change.Put.Estates {
		e := &change.Put.Estates[i]
		at, known := p.book.Estate(e.ID)
		if !known {
			return true
		}
		was := &p.book.Estates[at]
		if e.Name != was.Name || e.Subdistrict != was.Subdistrict || !e.Boundary.Equal(was.Boundary) {
			return true
		}
	}
	return false
}
