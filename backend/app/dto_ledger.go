package app

import "estateatlas/backend/domain"

// Shapes of the ledger (台账): results to confirm, what a decision changes, closed rounds. Conventions as in dto.go. A company is
// named by its index into District.Companies (−1 none), a subdistrict by its index into District.Subdistricts.

// LedgerView is a district_sanitary round with its bottom results to confirm.
type LedgerView struct {
	RoundID  string      `json:"roundId"`
	Name     string      `json:"name"`
	HeldOn   string      `json:"heldOn"`
	Scored   int         `json:"scored"`
	BandSize int         `json:"bandSize"`
	Rows     []LedgerRow `json:"rows"` // worst first
	Open     int         `json:"open"` // undetermined rows
	// Undecided counts the rows that nobody determined, derived causes included.
	Undecided int          `json:"undecided"`
	Closing   *ClosingView `json:"closing"` // nil: the round is open
	// Counts stand beside the tabs.
	Counts LedgerCounts `json:"counts"`
}

// LedgerCounts are the numbers beside the tabs of the ledger, as of the day of the round.
type LedgerCounts struct {
	Open          int `json:"open"`          // undetermined bottom results of the round
	Companies     int `json:"companies"`     // with a withholding of the year, of either status
	LostCompanies int `json:"lostCompanies"` // that lost award eligibility for the year
	LostEstates   int `json:"lostEstates"`
	InterviewsDue int `json:"interviewsDue"` // confirmed and not held, of the year
	Level3        int `json:"level3"`        // exit procedures that are under way
}

// LedgerRow is one bottom result.
type LedgerRow struct {
	FID            int64  `json:"fid"`
	Name           string `json:"name"`
	Subdistrict    int    `json:"subdistrict"`
	Community      string `json:"community"`
	Company        int    `json:"company"` // by the agreement in force on the round's date
	Proxy          bool   `json:"proxy"`   // that agreement is 代管
	Rank           int    `json:"rank"`
	RankFromBottom int    `json:"rankFromBottom"`
	Score          string `json:"score"`
	Run            int    `json:"run"` // bottom results in a row, of any cause
	// Deductions by item, most points first; Total of all, CompanyPoints of items with a property function, Share of the two 0–1.
	Deductions    []CardDeduction `json:"deductions"`
	Total         string          `json:"total"`
	CompanyPoints string          `json:"companyPoints"`
	Share         float64         `json:"share"` // −1 without points
	Threshold     string          `json:"threshold"`
	// DerivedCause is what the deductions say, Cause what holds: that of the determination where there is one.
	DerivedCause  string            `json:"derivedCause"`
	Cause         string            `json:"cause"`
	Determination *DeterminationRow `json:"determination"`
	// Earlier are the determinations of this result that hold no more, latest first.
	Earlier []DeterminationRow `json:"earlier"`
	// Levels 0–3.
	ConfirmedLevel int             `json:"confirmedLevel"`
	ProposedLevel  int             `json:"proposedLevel"`
	Measures       []LedgerMeasure `json:"measures"` // the confirmed one first
	Reinspections  []Reinspection  `json:"reinspections"`
	Reasons        []domain.Reason `json:"reasons"`
}

// DeterminationRow is a recorded determination.
type DeterminationRow struct {
	Cause  string `json:"cause"`
	By     string `json:"by"`
	On     string `json:"on"`
	Reason string `json:"reason"`
}

// LedgerMeasure is what a strike opens at one of its two levels.
type LedgerMeasure struct {
	Level  int             `json:"level"`
	Status string          `json:"status"` // confirmed, proposed
	Months []string        `json:"months"` // YYYY-MM
	Text   domain.Text     `json:"text"`   // what is to be done, by whom
	Short  domain.Text     `json:"short"`  // the same in a line
	Clause domain.Clause   `json:"clause"`
	Fen    int64           `json:"fen"`     // of its months, all estates of the company in the subdistrict, whichever round decides them
	Scope  int             `json:"scope"`   // estates whose money it takes
	Why    []domain.Reason `json:"reasons"` // clause and evidence
}

// DeterminationAsk asks for a determination of one bottom result; a batch is decided as one.
type DeterminationAsk struct {
	RoundID string `json:"roundId"`
	FID     int64  `json:"fid"`
	Cause   string `json:"cause"`  // company, territorial, undetermined
	Reason  string `json:"reason"` // must be given to decide, not to preview
	On      string `json:"on"`     // "" today
}

// Consequence is what a decision changes, worked out before it is taken, as of the day of the latest round: nothing after it is
// hidden. Amounts are before → after.
type Consequence struct {
	AsOf string `json:"asOf"`
	// Text says the change in a sentence or two, Clauses on what it rests.
	Text    domain.Text     `json:"text"`
	Clauses []domain.Clause `json:"clauses"`
	Results []ResultChange  `json:"results"` // bottom results whose cause or levels change, by round, estate
	Months  []MonthChange   `json:"months"`  // withheld months that change, by company, subdistrict, month
	Estates []EstateChange  `json:"estates"` // whose withheld money or payable amount changes, most first
	Totals  []CompanyChange `json:"totals"`  // by company
	Funds   []FundChange    `json:"funds"`   // by subdistrict
	Awards  []AwardChange   `json:"awards"`  // eligibility lost or given back
	Closed  []ClosedChange  `json:"closed"`  // closed rounds that it touches: a correction with a reason is needed
	Issues  []domain.Text   `json:"issues"`  // inconsistencies that it would bring
	Rounds  []RoundChange   `json:"rounds"`  // rounds whose results change, by date
	Sums    ConsequenceSums `json:"sums"`
	Notes   []domain.Text   `json:"notes"` // what else there is to know
	Reasons []domain.Reason `json:"reasons"`
}

// ConsequenceSums are the sums of a Consequence.
type ConsequenceSums struct {
	Estates         int   `json:"estates"`
	ConfirmedBefore int64 `json:"confirmedBefore"`
	ConfirmedAfter  int64 `json:"confirmedAfter"`
	ProposedBefore  int64 `json:"proposedBefore"`
	ProposedAfter   int64 `json:"proposedAfter"`
}

// ResultChange is a bottom result that a decision changes; a result that comes or goes has Band changed alone.
type ResultChange struct {
	RoundID         string `json:"roundId"`
	FID             int64  `json:"fid"`
	Name            string `json:"name"`
	Company         int    `json:"company"`
	CauseBefore     string `json:"causeBefore"` // "" not bottom
	CauseAfter      string `json:"causeAfter"`
	ConfirmedBefore int    `json:"confirmedBefore"`
	ConfirmedAfter  int    `json:"confirmedAfter"`
	ProposedBefore  int    `json:"proposedBefore"`
	ProposedAfter   int    `json:"proposedAfter"`
}

// MonthChange is a withheld month of a company in a subdistrict that a decision changes.
type MonthChange struct {
	Company      int    `json:"company"`
	Subdistrict  int    `json:"subdistrict"`
	Month        string `json:"month"`
	StatusBefore string `json:"statusBefore"` // "" not withheld, confirmed, proposed
	StatusAfter  string `json:"statusAfter"`
	TimingBefore string `json:"timingBefore"` // "", withheld, clawback
	TimingAfter  string `json:"timingAfter"`
	FenBefore    int64  `json:"fenBefore"`
	FenAfter     int64  `json:"fenAfter"`
	Estates      int    `json:"estates"` // whose money it takes after, else before
}

// EstateChange is an estate whose money a decision changes, over all months that change.
type EstateChange struct {
	FID             int64  `json:"fid"`
	Name            string `json:"name"`
	Subdistrict     int    `json:"subdistrict"`
	StateBefore     string `json:"stateBefore"` // domain.SubsidyState as of the day
	StateAfter      string `json:"stateAfter"`
	ConfirmedBefore int64  `json:"confirmedBefore"`
	ConfirmedAfter  int64  `json:"confirmedAfter"`
	ProposedBefore  int64  `json:"proposedBefore"`
	ProposedAfter   int64  `json:"proposedAfter"`
}

// CompanyChange sums up the withheld months of a company.
type CompanyChange struct {
	Company         int   `json:"company"`
	ConfirmedBefore int64 `json:"confirmedBefore"`
	ConfirmedAfter  int64 `json:"confirmedAfter"`
	ProposedBefore  int64 `json:"proposedBefore"`
	ProposedAfter   int64 `json:"proposedAfter"`
}

// FundChange is a circulating fund that a decision changes.
type FundChange struct {
	Subdistrict    string `json:"subdistrict"`
	BalanceBefore  int64  `json:"balanceBefore"`
	BalanceAfter   int64  `json:"balanceAfter"` // below zero: overdrawn
	ProposedBefore int64  `json:"proposedBefore"`
	ProposedAfter  int64  `json:"proposedAfter"`
}

// AwardChange is eligibility that a decision takes or gives back.
type AwardChange struct {
	Year int    `json:"year"`
	Kind string `json:"kind"` // estate, company
	ID   string `json:"id"`
	Name string `json:"name"`
	Lost bool   `json:"lost"` // else given back
}

// RoundChange counts what a decision changes in a round.
type RoundChange struct {
	RoundID string `json:"roundId"`
	Name    string `json:"name"`
	Closed  bool   `json:"closed"`
	Bands   int    `json:"bands"`   // estates whose band changes
	Results int    `json:"results"` // bottom results that come, go or change their cause
	Levels  int    `json:"levels"`  // of them with another level
	// Confirmed and proposed amounts that the round decides.
	ConfirmedBefore int64 `json:"confirmedBefore"`
	ConfirmedAfter  int64 `json:"confirmedAfter"`
	ProposedBefore  int64 `json:"proposedBefore"`
	ProposedAfter   int64 `json:"proposedAfter"`
}

// ClosedChange is a closed round that a decision touches.
type ClosedChange struct {
	RoundID string      `json:"roundId"`
	Name    string      `json:"name"`
	Text    domain.Text `json:"text"` // what would be different
	// The confirmed and proposed amounts that the round decides.
	ConfirmedBefore int64 `json:"confirmedBefore"`
	ConfirmedAfter  int64 `json:"confirmedAfter"`
	ProposedBefore  int64 `json:"proposedBefore"`
	ProposedAfter   int64 `json:"proposedAfter"`
}

// ClosingView is a closed round.
type ClosingView struct {
	RoundID      string           `json:"roundId"`
	Name         string           `json:"name"`
	HeldOn       string           `json:"heldOn"`
	ClosedOn     string           `json:"closedOn"`
	By           string           `json:"by"`
	Hash         string           `json:"hash"` // SHA-256 of the inputs, hexadecimal
	Settings     []SettingValue   `json:"settings"`
	Results      int              `json:"results"`
	ConfirmedFen int64            `json:"confirmedFen"` // that the round decides, as it stood when closed or corrected last
	ProposedFen  int64            `json:"proposedFen"`
	Corrections  []CorrectionView `json:"corrections"` // oldest first
}

// SettingValue is a setting as it stood.
type SettingValue struct {
	Name  string `json:"name"`
	Value string `json:"value"` // JSON
}

// CorrectionView is a change of a closed round that was made on purpose.
type CorrectionView struct {
	RoundID         string `json:"roundId"`
	On              string `json:"on"`
	By              string `json:"by"`
	Reason          string `json:"reason"`
	What            string `json:"what"`
	ConfirmedBefore int64  `json:"confirmedBefore"`
	ConfirmedAfter  int64  `json:"confirmedAfter"`
	ProposedBefore  int64  `json:"proposedBefore"`
	ProposedAfter   int64  `json:"proposedAfter"`
}

// ClosePreview says what closing a round does.
type ClosePreview struct {
	RoundID string `json:"roundId"`
	Name    string `json:"name"`
	// Refusal says why the round cannot be closed; both texts empty if it can.
	Refusal domain.Text `json:"refusal"`
	// Earlier are the open rounds before it, which are closed with it: rounds are closed in order of their dates.
	Earlier []RoundInfo `json:"earlier"`
	// Open counts its undetermined results: they stay proposed, and determining one later is a correction.
	Open         int            `json:"open"`
	Results      int            `json:"results"`
	ConfirmedFen int64          `json:"confirmedFen"`
	ProposedFen  int64          `json:"proposedFen"`
	Settings     []SettingValue `json:"settings"`
	Notes        []domain.Text  `json:"notes"`
}

// ClosingFault is a closed round that does not come out as it was closed.
type ClosingFault struct {
	RoundID string      `json:"roundId"`
	Name    string      `json:"name"`
	Text    domain.Text `json:"text"`
}

// ClosingReport is the outcome of recomputing every closed round.
type ClosingReport struct {
	Rounds int            `json:"rounds"` // closed ones
	Faults []ClosingFault `json:"faults"`
	Closed []ClosingView  `json:"closed"` // by date
}
