package app

import (
	"context"
	"slices"

	"estateatlas/backend/domain"
)

// UndoView names what would be taken back and what would be done again, nil for nothing.
type UndoView struct {
	Undo *AuditLine `json:"undo"`
	Redo *AuditLine `json:"redo"`
}

// AuditLine is an entry of the audit log.
type AuditLine struct {
	Seq  int64  `json:"seq"`
	When string `json:"when"`
	Who  string `json:"who"`
	What string `json:"what"`
}

func auditLine(e *domain.AuditEntry) *AuditLine {
	if e == nil {
		return nil
	}
	return &AuditLine{Seq: e.Seq, When: e.When.String(), Who: e.Who, What: e.What}
}

// undoStore returns the open project's store as one that can take changes back.
func (a *Atlas) undoStore() (*project, domain.UndoStore, error) {
	p, err := a.project()
	if err != nil {
		return nil, nil, err
	}
	s, ok := p.store.(domain.UndoStore)
	if !ok || p.store.ReadOnly() {
		return nil, nil, domain.Fail(domain.CodeReadOnly, domain.Say("项目只读，不能撤销或重做", "The project is read-only; nothing can be undone"), nil)
	}
	return p, s, nil
}

func undoState(ctx context.Context, store domain.Store) (domain.UndoState, error) {
	if s, ok := store.(domain.UndoStore); ok && !store.ReadOnly() {
		return s.UndoState(ctx)
	}
	return domain.UndoState{}, nil
}

// UndoState says what Undo and Redo would do; nothing in a read-only project.
func (a *Atlas) UndoState() (UndoView, error) {
	p, err := a.project()
	if err != nil {
		return UndoView{}, err
	}
	state, err := undoState(context.Background(), p.store)
	return UndoView{auditLine(state.Undo), auditLine(state.Redo)}, err
}

// Undo takes back the last change. Errors: CodeReadOnly, CodeConflict when there is nothing.
func (a *Atlas) Undo() (Session, error) { return a.step(domain.UndoStore.Undo) }

// Redo does again what was taken back last. Errors as Undo.
func (a *Atlas) Redo() (Session, error) { return a.step(domain.UndoStore.Redo) }

// step takes a step through the log and reads the project anew.
func (a *Atlas) step(take func(s domain.UndoStore, ctx context.Context, who string, when domain.Date) (domain.AuditEntry, error)) (Session, error) {
	a.deciding.Lock()
	defer a.deciding.Unlock()
	p, s, err := a.undoStore()
	if err != nil {
		return Session{}, err
	}
	ctx := context.Background()
	entry, err := take(s, ctx, a.name(), today())
	if err != nil {
		return Session{}, err
	}
	next, err := p.stepped(ctx, &entry)
	if err != nil {
		return Session{}, err
	}
	a.put(p, next)
	return a.Session()
}

// stepped returns the project after a step through the log: only the tables that the step wrote are read, and where shapes stay, tiles,
// areas and names are kept.
func (p *project) stepped(ctx context.Context, entry *domain.AuditEntry) (*project, error) {
	store, parts := p.store.(domain.PartStore)
	var names []string
	for _, t := range entry.Tables {
		names = append(names, t.Name)
	}
	shapes := slices.ContainsFunc(names, func(name string) bool {
		switch domain.BackdropLayer(name) {
		case domain.BackdropRoads, domain.BackdropSubdistricts, domain.BackdropWater, domain.BackdropBarriers, "estates":
			return true
		}
		return false
	})
	if !parts || entry.Base != p.version {
		return openProject(ctx, p.store, p.info.Path)
	}
	tables, err := store.LoadAgain(ctx, p.tables, names)
	if err != nil {
		return nil, err
	}
	version, err := p.store.Version(ctx)
	if err != nil {
		return nil, err
	}
	if shapes {
		return newProject(p.store, tables, version, p.info.Path), nil
	}
	return p.with(tables, version), nil
}
