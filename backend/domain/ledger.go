package domain

// What the ledger (台账) keeps beside the records that the rules judge.

// Closing is a round that is closed: from then on it is judged by the settings and the item catalogue of that day.
type Closing struct {
	RoundID  string
	ClosedOn Date
	ClosedBy string
	Settings string // every policy setting in force, as a JSON object of name → value
	Items    string // the item catalogue in force, as a JSON list
	Inputs   string // SHA-256 of what the results rest on, hexadecimal
	Results  string // levels and amounts that came out, as JSON
}

// Correction is a change of what a closed round rests on that was made on purpose. It is never changed.
type Correction struct {
	RoundID         string
	Number          int64 // 1, 2, 3, … within the round
	CorrectedOn     Date
	CorrectedBy     string
	Reason          string
	What            string // what was decided
	InputsBefore    string // as Closing.Inputs
	InputsAfter     string
	ConfirmedBefore Fen // the amounts that the round decides
	ConfirmedAfter  Fen
	ProposedBefore  Fen
	ProposedAfter   Fen
	ResultsBefore   string // as Closing.Results
}

// ExitStage is a step of the exit procedure (退出程序, HB 五(二)) that somebody takes. Its end is not one of them: that is the last
// day of the agreement.
type ExitStage string

// The steps in their order. HB names the opening and the recommendation; the others are ours.
const (
	ExitOpened      ExitStage = "opened"      // 启动退出程序
	ExitRecommended ExitStage = "recommended" // 发出解除协议建议书
	ExitAnswered    ExitStage = "answered"    // 业主委员会或居民委员会答复
	ExitHandedOver  ExitStage = "handed_over" // 移交
)

// ExitStages are the steps in their order.
var ExitStages = []ExitStage{ExitOpened, ExitRecommended, ExitAnswered, ExitHandedOver}

// ExitStep is a step of the exit procedure that was taken for an estate; RoundID is the round that opened the procedure.
type ExitStep struct {
	RoundID  string
	EstateID string
	Stage    ExitStage
	TakenOn  Date
	TakenBy  string
	Text     string
}

// InterviewKind is with whom an interview is held.
type InterviewKind string

const (
	InterviewResponsible InterviewKind = "responsible" // 约谈负责人: level 1
	InterviewLegal       InterviewKind = "legal"       // 约谈法定代表人: level 2
)

// Interview is an interview (约谈) that was held on a bottom result of an estate.
type Interview struct {
	RoundID  string
	EstateID string
	Kind     InterviewKind
	HeldOn   Date
	HeldBy   string
	Person   string // whom it was held with
	Text     string
}

// Reinspection is a request to inspect an estate again (复验) and what came of it; the round's rank stands (RULES 9).
type Reinspection struct {
	RoundID     string
	EstateID    string
	RequestedOn Date
	RequestedBy string
	HeldOn      Date         // zero: not yet
	Score       Opt[Decimal] // 0–100
	Text        string
}
