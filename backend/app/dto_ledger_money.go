package app

import "estateatlas/backend/domain"

// Shapes of the ledger that are about money and acts: withholding matrix, payable, funds, eligibility, interviews, exit procedure,
// re-inspections. Conventions as in dto_ledger.go.

// MatrixView is the withholding matrix company × month of a year, as of the day of a round.
type MatrixView struct {
	RoundID string      `json:"roundId"`
	AsOf    string      `json:"asOf"`
	Year    int         `json:"year"`
	Years   []int       `json:"years"`  // that have withholdings
	Month   int         `json:"month"`  // 1–12 the month of the day, 0 in another year
	Months  []string    `json:"months"` // twelve, YYYY-MM
	Rows    []MatrixRow `json:"rows"`   // companies, most confirmed first; those without withholding too
	Total   MatrixSums  `json:"total"`
}

// MatrixRow is a company in the matrix, or a company in one subdistrict.
type MatrixRow struct {
	Company     int          `json:"company"`
	Subdistrict int          `json:"subdistrict"` // −1: of all
	Cells       []MatrixCell `json:"cells"`       // twelve
	Parts       []MatrixRow  `json:"parts"`       // by subdistrict; of a company's row only, and only those with a withholding
	Sums        MatrixSums   `json:"sums"`
}

// MatrixCell is a month. A row of all subdistricts may have confirmed and proposed money in one month.
type MatrixCell struct {
	// Status is "", confirmed or proposed: confirmed if any part is. Timing is "", withheld or clawback: clawback if all parts are.
	Status       string `json:"status"`
	Timing       string `json:"timing"`
	Future       bool   `json:"future"` // the month is after that of the day: 将扣
	ConfirmedFen int64  `json:"confirmedFen"`
	ClawbackFen  int64  `json:"clawbackFen"` // of the confirmed
	ProposedFen  int64  `json:"proposedFen"`
	Level        int    `json:"level"`
	RoundID      string `json:"roundId"` // that decides; "" in a row of several
}

// MatrixSums add up a row. Future months are in Future and not in Confirmed.
type MatrixSums struct {
	ConfirmedFen int64 `json:"confirmedFen"` // up to the month of the day, clawback included
	ClawbackFen  int64 `json:"clawbackFen"`
	FutureFen    int64 `json:"futureFen"`
	ProposedFen  int64 `json:"proposedFen"`
}

// MatrixAsk names a cell of the matrix by subdistrict.
type MatrixAsk struct {
	RoundID     string `json:"roundId"`
	Company     int    `json:"company"`
	Subdistrict int    `json:"subdistrict"`
	Month       string `json:"month"`
}

// MatrixDetail is a cell of the matrix down to its estates.
type MatrixDetail struct {
	Company     int             `json:"company"`
	Subdistrict int             `json:"subdistrict"`
	Month       string          `json:"month"`
	Status      string          `json:"status"`
	Timing      string          `json:"timing"`
	Level       int             `json:"level"`
	Fen         int64           `json:"fen"`
	RoundID     string          `json:"roundId"`
	RoundName   string          `json:"roundName"`
	Clause      domain.Clause   `json:"clause"`
	Estates     []EstateFen     `json:"estates"` // by id; their amounts add up to Fen
	Causes      []EstateFen     `json:"causes"`  // the bottom estates whose measures cover the month; Fen is 0
	Reasons     []domain.Reason `json:"reasons"`
}

// EstateFen is an estate with an amount.
type EstateFen struct {
	FID  int64  `json:"fid"`
	Name string `json:"name"`
	Fen  int64  `json:"fen"`
}

// PayableView is the district reward subsidy of a year by estate and month (RULES 6), and what of it is withheld.
type PayableView struct {
	RoundID string         `json:"roundId"`
	AsOf    string         `json:"asOf"`
	Year    int            `json:"year"`
	Months  []PayableMonth `json:"months"` // twelve
	// Columns along District.Estates over the year.
	PayableFen   []int64 `json:"payableFen"`
	ConfirmedFen []int64 `json:"confirmedFen"`
	ProposedFen  []int64 `json:"proposedFen"`
	NetFen       []int64 `json:"netFen"` // payable less confirmed
}

// PayableMonth is a month of PayableView: columns along District.Estates.
type PayableMonth struct {
	Month      string  `json:"month"`
	PayableFen []int64 `json:"payableFen"`
	Status     []int   `json:"status"` // 0 not withheld, 1 proposed, 2 confirmed, 3 confirmed as clawback
	Days       []int   `json:"days"`   // enrolled and not exited
	TotalFen   int64   `json:"totalFen"`
	HeldFen    int64   `json:"heldFen"` // confirmed
}

// FundsView are the circulating funds as of the day of a round.
type FundsView struct {
	RoundID string       `json:"roundId"`
	AsOf    string       `json:"asOf"`
	Funds   []FundDetail `json:"funds"` // one a subdistrict
	// Confirmed, Used and Balance of all; Proposed stands beside them.
	ConfirmedFen int64 `json:"confirmedFen"`
	UsedFen      int64 `json:"usedFen"`
	BalanceFen   int64 `json:"balanceFen"`
	ProposedFen  int64 `json:"proposedFen"`
}

// FundDetail is the fund of a subdistrict.
type FundDetail struct {
	Subdistrict  string          `json:"subdistrict"` // as recorded
	Index        int             `json:"index"`       // into District.Subdistricts, −1: no estate is there
	ConfirmedFen int64           `json:"confirmedFen"`
	ProposedFen  int64           `json:"proposedFen"`
	UsedFen      int64           `json:"usedFen"`
	BalanceFen   int64           `json:"balanceFen"` // below zero: overdrawn
	Income       []FundIncome    `json:"income"`     // by month, company
	Uses         []FundUseRow    `json:"uses"`       // latest first; those after the day too
	Top          []TopResult     `json:"top"`        // estates of the subdistrict that may be rewarded, latest round first
	Reasons      []domain.Reason `json:"reasons"`
}

// FundIncome is a withheld month that goes into a fund.
type FundIncome struct {
	Month   string `json:"month"`
	Company int    `json:"company"`
	Fen     int64  `json:"fen"`
	Status  string `json:"status"` // confirmed, proposed: beside the balance
	Timing  string `json:"timing"`
	RoundID string `json:"roundId"`
}

// FundUseRow is a recorded use.
type FundUseRow struct {
	ID        string `json:"id"`
	On        string `json:"on"`
	Kind      string `json:"kind"` // cleaning_drive, reward_top
	FID       int64  `json:"fid"`  // 0 none
	Name      string `json:"name"`
	RoundID   string `json:"roundId"`
	RoundName string `json:"roundName"`
	Fen       int64  `json:"fen"`
	Later     bool   `json:"later"` // after the day: not in the balance
}

// TopResult is an estate that was top in a round.
type TopResult struct {
	RoundID   string `json:"roundId"`
	RoundName string `json:"roundName"`
	FID       int64  `json:"fid"`
	Name      string `json:"name"`
	Rank      int    `json:"rank"`
}

// FundUseAsk asks for a use of a fund. Amount is in yuan as a clerk types it: 1200 or 1200.50.
type FundUseAsk struct {
	Subdistrict string `json:"subdistrict"`
	On          string `json:"on"`
	Kind        string `json:"kind"`
	FID         int64  `json:"fid"`     // with reward_top
	RoundID     string `json:"roundId"` // with reward_top
	Amount      string `json:"amount"`
	Reason      string `json:"reason"` // goes to the audit log
}

// FundUsePreview says whether a fund bears a use.
type FundUsePreview struct {
	// Refusals say why not, in place; empty if it does. Column is on, kind, fid, roundId, amount or subdistrict.
	Refusals      []FieldFault `json:"refusals"`
	BalanceBefore int64        `json:"balanceBefore"` // on the day of the use
	BalanceAfter  int64        `json:"balanceAfter"`
}

// FieldFault is what is wrong with a field of a form.
type FieldFault struct {
	Column string      `json:"column"`
	Text   domain.Text `json:"text"`
}

// EligibilityView is award eligibility of a year (HB 五(一), (三)), as of the day of a round.
type EligibilityView struct {
	RoundID   string           `json:"roundId"`
	AsOf      string           `json:"asOf"`
	Year      int              `json:"year"`
	Years     []int            `json:"years"`     // with rounds
	Estates   []EligibilityRow `json:"estates"`   // that lost it, by name
	Companies []EligibilityRow `json:"companies"` // that lost it, by name
	// Commended had top results in the year; of them Counting count toward the awards.
	CommendedEstates   []CommendedRow `json:"commendedEstates"`
	CommendedCompanies []CommendedRow `json:"commendedCompanies"`
}

// EligibilityRow is an estate or a company that lost eligibility.
type EligibilityRow struct {
	Kind    string          `json:"kind"` // estate, company
	ID      string          `json:"id"`
	FID     int64           `json:"fid"`   // of an estate, else 0
	Index   int             `json:"index"` // of a company, else −1
	Name    string          `json:"name"`
	Results []EligibilityBy `json:"results"` // by date
	Reasons []domain.Reason `json:"reasons"`
}

// EligibilityBy is a bottom result by which eligibility was lost.
type EligibilityBy struct {
	RoundID string `json:"roundId"`
	Name    string `json:"name"` // of the round
	FID     int64  `json:"fid"`
	Estate  string `json:"estate"`
	Rank    int    `json:"rank"`
}

// CommendedRow counts the top results of an estate or a company.
type CommendedRow struct {
	ID       string `json:"id"`
	FID      int64  `json:"fid"`
	Index    int    `json:"index"`
	Name     string `json:"name"`
	Top      int    `json:"top"`
	Counting int    `json:"counting"` // 0 where eligibility was lost
}

// InterviewsView lists the interviews (约谈) due and held of a year.
type InterviewsView struct {
	RoundID string         `json:"roundId"`
	AsOf    string         `json:"asOf"`
	Year    int            `json:"year"`
	Rows    []InterviewRow `json:"rows"` // due ones first, then by date, latest first
	Due     int            `json:"due"`  // confirmed and not held
}

// InterviewRow is an interview that a measure of level 1 or 2 calls for.
type InterviewRow struct {
	RoundID     string          `json:"roundId"`
	RoundName   string          `json:"roundName"`
	RoundOn     string          `json:"roundOn"`
	FID         int64           `json:"fid"`
	Estate      string          `json:"estate"`
	Subdistrict int             `json:"subdistrict"`
	Issuer      string          `json:"issuer"` // the office
	Company     int             `json:"company"`
	Level       int             `json:"level"`
	Legal       bool            `json:"legal"`  // with the legal representative, else with the responsible person
	Person      string          `json:"person"` // as recorded of the company, or as met
	Status      string          `json:"status"` // confirmed: due; proposed: once the cause is determined; "" held although no measure asks for it any more
	HeldOn      string          `json:"heldOn"` // "" not held
	By          string          `json:"by"`
	Text        string          `json:"text"` // what was said
	Clause      domain.Clause   `json:"clause"`
	Reasons     []domain.Reason `json:"reasons"`
}

// InterviewAsk records an interview as held; an empty HeldOn takes the record back.
type InterviewAsk struct {
	RoundID string `json:"roundId"`
	FID     int64  `json:"fid"`
	Level   int    `json:"level"`
	HeldOn  string `json:"heldOn"`
	Person  string `json:"person"`
	Text    string `json:"text"`
}

// Level3View lists the estates at level 3 with the exit procedure (退出程序).
type Level3View struct {
	RoundID string      `json:"roundId"`
	AsOf    string      `json:"asOf"`
	Cases   []Level3    `json:"cases"` // under way first, then by date, latest first
	Steps   []ExitStage `json:"steps"` // the steps in order
}

// ExitStage is a step of the exit procedure.
type ExitStage struct {
	Key    string        `json:"key"` // opened, recommended, answered, handed_over, ended
	Title  domain.Text   `json:"title"`
	Clause domain.Clause `json:"clause"`
	// Derived is true of a step that follows from the records and is not entered: ended, by the agreement's last day.
	Derived bool `json:"derived"`
}

// Level3 is an exit procedure: the company's, for an estate, since the first round at level 3 under this agreement.
type Level3 struct {
	FID            int64           `json:"fid"`
	Estate         string          `json:"estate"`
	Subdistrict    int             `json:"subdistrict"`
	Issuer         string          `json:"issuer"`
	Company        int             `json:"company"`
	RoundID        string          `json:"roundId"` // the first
	RoundName      string          `json:"roundName"`
	HeldOn         string          `json:"heldOn"`
	Rounds         []string        `json:"rounds"` // ids of all rounds at level 3
	Status         string          `json:"status"` // confirmed, proposed
	AgreementSince string          `json:"agreementSince"`
	AgreementUntil string          `json:"agreementUntil"` // "" open
	Steps          []ExitStepRow   `json:"steps"`          // as Level3View.Steps; On is "" where it is not done
	Done           bool            `json:"done"`           // the agreement has ended
	Reasons        []domain.Reason `json:"reasons"`
}

// ExitStepRow is a step that was taken.
type ExitStepRow struct {
	Key  string `json:"key"`
	On   string `json:"on"`
	By   string `json:"by"`
	Text string `json:"text"`
}

// ExitStepAsk records a step; an empty On takes it back.
type ExitStepAsk struct {
	RoundID string `json:"roundId"` // as Level3.RoundID
	FID     int64  `json:"fid"`
	Key     string `json:"key"`
	On      string `json:"on"`
	Text    string `json:"text"`
}

// Reinspection is a re-inspection (复验) beside the rank; the round's rank stands (RULES 9).
type Reinspection struct {
	RoundID     string `json:"roundId"`
	FID         int64  `json:"fid"`
	RequestedOn string `json:"requestedOn"`
	RequestedBy string `json:"requestedBy"`
	HeldOn      string `json:"heldOn"` // "" not yet
	Score       string `json:"score"`  // new score, "" not yet
	Text        string `json:"text"`
}

// ReinspectionAsk records a request or its outcome; Remove takes it back.
type ReinspectionAsk struct {
	RoundID     string `json:"roundId"`
	FID         int64  `json:"fid"`
	RequestedOn string `json:"requestedOn"`
	RequestedBy string `json:"requestedBy"`
	HeldOn      string `json:"heldOn"`
	Score       string `json:"score"`
	Text        string `json:"text"`
	Remove      bool   `json:"remove"`
}
