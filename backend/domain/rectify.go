package domain

// RectifyStatus is where the rectification of an item at an estate stands.
type RectifyStatus string

const (
	RectifyOpen    RectifyStatus = "open"    // 整改中
	RectifyDone    RectifyStatus = "done"    // 已整改
	RectifyRecheck RectifyStatus = "recheck" // 复查
)

// RectifyStatuses are all of them, in the order of the work.
var RectifyStatuses = []RectifyStatus{RectifyOpen, RectifyRecheck, RectifyDone}

// RectifyStep is a step in the rectification of an item at an estate. The last one up to a day holds; none is ever changed.
type RectifyStep struct {
	EstateID string
	Item     string
	Number   int64  // 1, 2, 3, … within the estate and item
	RoundID  string // the round in which the item had been seen last; may be empty
	Status   RectifyStatus
	DueOn    Date // zero: no deadline
	StepOn   Date
	StepBy   string
	Note     string
}

// FindingNote is what is kept of a finding beside what a list of findings brings.
type FindingNote struct {
	FindingID string
	Photo     string // where its photo lies: text that is shown, never opened
	Note      string // of the last decision
	NotedOn   Date
	NotedBy   string
}
