package app

import (
	"estateatlas/backend/domain"
)

// tableWizard is what is known of a file with a table.
type tableWizard struct{}

// WizardPreview reads a file as an import would, with what the user said so far, and writes nothing. Errors: CodeNotFound, CodeInvalid
// for a choice that means nothing; what is wrong with the file is in the answer.
func (a *Atlas) WizardPreview(id string, choice WizardChoice) (WizardView, error) {
	w, err := a.whole(id)
	if err != nil {
		return WizardView{}, err
	}
	defer w.mu.Unlock()
	return emptyWizardView(w.file), nil
}

// WizardRows returns rows of the sheet, from a row on, as WizardPreview with the same choice shows them. Errors as there.
func (a *Atlas) WizardRows(id string, choice WizardChoice, from, count int) ([]WizardLine, error) {
	w, err := a.whole(id)
	if err != nil {
		return nil, err
	}
	defer w.mu.Unlock()
	return []WizardLine{}, nil
}

// WizardWrite imports a file as WizardPreview with the same choice shows it: one decision that can be undone. The wizard's file is then
// let go. Errors: those of WizardPreview; CodeInvalid while faults or questions are open; CodeConflict where closed rounds would change
// and choice has no reason for it; CodeReadOnly.
func (a *Atlas) WizardWrite(id string, choice WizardChoice) (WizardDone, error) {
	w, err := a.whole(id)
	if err != nil {
		return WizardDone{}, err
	}
	defer w.mu.Unlock()
	return WizardDone{}, invalid("还不能写入", "It cannot be written yet")
}

func emptyWizardView(f WizardFile) WizardView {
	return WizardView{
		File: f, Encodings: []string{}, Sheets: []WizardSheet{}, Headers: []int{}, Tables: []WizardTable{}, Fields: []WizardField{},
		Columns: []WizardColumn{}, Rounds: []WizardRoundView{}, RoundOptions: []WizardRoundOption{}, Lines: []WizardLine{}, Faults: []WizardFault{},
		Questions: []WizardQuestion{}, Repairs: []WizardRepair{}, Notes: []domain.Text{}, Closed: []string{}, Counts: WizardCounts{Tables: []WizardTableCount{}},
	}
}
