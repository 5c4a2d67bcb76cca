package app

import (
	"context"

	"estateatlas/backend/domain"
)

// UndoView names what would be taken back and what would be done again, nil for nothing.
type UndoView struct {
	Undo *AuditLine `json:"undo"`
	Redo *AuditLine `json:"redo"`
}

// AuditLine is an entry of the audit log.
type AuditLine struct {
	Seq    int64  `json:"seq"`
	When   string `json:"when"`
	Who    string `json:"who"`
	What   string `json:"what"`
	Tables string `json:"tables"` // rows by table
}

func auditLine(e *domain.AuditEntry) *AuditLine {
	if e == nil {
		return nil
	}
	return &AuditLine{Seq: e.Seq, When: e.When.String(), Who: e.Who, What: e.What, Tables: e.Tables}
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
	if _, err := take(s, ctx, a.name(), today()); err != nil {
		return Session{}, err
	}
	next, err := openProject(ctx, p.store, p.info.Path)
	if err != nil {
		return Session{}, err
	}
	a.put(p, next)
	return a.Session()
}
