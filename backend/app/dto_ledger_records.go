package app

import "estateatlas/backend/domain"

// Shapes of the ledger that are about records: enrolment, agreements, companies, items, settings, audit. Conventions as in
// dto_ledger.go. Where an ask has Correction, it is the reason that is recorded if the decision touches a closed round; empty, such
// a decision is refused (CodeConflict).

// EstateRecord is what the ledger keeps of an estate.
type EstateRecord struct {
	FID  int64  `json:"fid"`
	ID   string `json:"id"`
	Name string `json:"name"`
	// The three conditions of long-term management (HD).
	ApprovedOn string `json:"approvedOn"`
	AcceptedOn string `json:"acceptedOn"`
	CityGrant  string `json:"cityGrant"` // yes, no, "" unknown
	Meets      bool   `json:"meets"`
	// Missing says what of the three is missing.
	Missing    []domain.Text   `json:"missing"`
	Stage      string          `json:"stage"` // not_enrolled, enrolled, exited: today
	Stays      []Stay          `json:"stays"` // oldest first
	Agreements []AgreementRow  `json:"agreements"`
	Amounts    []AmountRow     `json:"amounts"` // oldest first
	Reasons    []domain.Reason `json:"reasons"`
}

// Stay is one stay under long-term management.
type Stay struct {
	EnrolledOn string `json:"enrolledOn"`
	ExitedOn   string `json:"exitedOn"`
	Ground     string `json:"ground"` // domain.ExitGround
	Text       string `json:"text"`
}

// AgreementRow is a service agreement.
type AgreementRow struct {
	Company   int    `json:"company"`
	CompanyID string `json:"companyId"`
	Kind      string `json:"kind"`
	StartsOn  string `json:"startsOn"`
	EndsOn    string `json:"endsOn"`
	InForce   bool   `json:"inForce"` // today
}

// AmountRow is the monthly amounts from a month on; −1 unknown.
type AmountRow struct {
	FromMonth   string `json:"fromMonth"` // "": the estate's own, before the first
	DistrictFen int64  `json:"districtFen"`
	CityFen     int64  `json:"cityFen"`
}

// EnrolAsk takes an estate into long-term management. The three conditions are recorded with it where given.
type EnrolAsk struct {
	FID        int64  `json:"fid"`
	EnrolledOn string `json:"enrolledOn"`
	ApprovedOn string `json:"approvedOn"` // "" as recorded
	AcceptedOn string `json:"acceptedOn"` // "" as recorded
	CityGrant  string `json:"cityGrant"`  // yes, no, "" as recorded
	Reason     string `json:"reason"`
	Correction string `json:"correction"`
}

// ExitAsk ends the present stay of an estate. The day itself is not paid.
type ExitAsk struct {
	FID        int64  `json:"fid"`
	ExitedOn   string `json:"exitedOn"`
	Ground     string `json:"ground"`
	Text       string `json:"text"` // must be given with ground other
	Correction string `json:"correction"`
}

// AgreementAsk records an agreement.
type AgreementAsk struct {
	FID       int64  `json:"fid"`
	CompanyID string `json:"companyId"`
	Kind      string `json:"kind"` // direct, proxy
	StartsOn  string `json:"startsOn"`
	EndsOn    string `json:"endsOn"` // "" open
	// Change ends the agreement in force on StartsOn the day before: a change of company in one decision.
	Change     bool   `json:"change"`
	Reason     string `json:"reason"`
	Correction string `json:"correction"`
}

// AgreementEndAsk sets the last day of an agreement, which is included; "" opens it again.
type AgreementEndAsk struct {
	FID        int64  `json:"fid"`
	StartsOn   string `json:"startsOn"` // which agreement
	EndsOn     string `json:"endsOn"`
	Remove     bool   `json:"remove"` // it was recorded by mistake
	Reason     string `json:"reason"`
	Correction string `json:"correction"`
}

// AmountAsk sets the monthly amounts of an estate from a month on, in yuan; "" unknown.
type AmountAsk struct {
	FID        int64  `json:"fid"`
	FromMonth  string `json:"fromMonth"`
	District   string `json:"district"`
	City       string `json:"city"`
	Remove     bool   `json:"remove"`
	Reason     string `json:"reason"`
	Correction string `json:"correction"`
}

// CompanyRecord is a service company with all that is recorded of it; also what SetCompany takes (Estates and Index are ignored).
type CompanyRecord struct {
	Index               int    `json:"index"`
	ID                  string `json:"id"`
	Name                string `json:"name"`
	ResponsiblePerson   string `json:"responsiblePerson"`
	LegalRepresentative string `json:"legalRepresentative"`
	Phone               string `json:"phone"`
	BlacklistedOn       string `json:"blacklistedOn"`
	Capacity            int64  `json:"capacity"` // −1 no limit
	Estates             int    `json:"estates"`  // that it manages today
}

// ItemRecord is an inspection item; also what SetItem takes.
type ItemRecord struct {
	Code        string `json:"code"`
	Name        string `json:"name"`
	Function    string `json:"function"`    // domain.PropertyFunction, "" none
	Responsible string `json:"responsible"` // company, territorial
	// Default is true of the catalogue's own item, Changed of one of them that the project states otherwise.
	Default bool `json:"default"`
	Changed bool `json:"changed"`
	Used    int  `json:"used"` // deductions on it
}

// ItemAsk sets an item, or takes back what the project states of it.
type ItemAsk struct {
	Item   ItemRecord `json:"item"`
	Remove bool       `json:"remove"`
}

// SettingRow is a policy setting.
type SettingRow struct {
	Name    string        `json:"name"`
	Title   domain.Text   `json:"title"`
	Help    domain.Text   `json:"help"` // what it decides
	Clause  domain.Clause `json:"clause"`
	Kind    string        `json:"kind"`    // whole, decimal, flag, choice, kinds, years, periods
	Unit    domain.Text   `json:"unit"`    // empty: none
	Choices []Choice      `json:"choices"` // of a choice or kinds
	Range   domain.Text   `json:"range"`   // what it takes
	Default string        `json:"default"` // JSON
	Value   string        `json:"value"`   // JSON, in force
	Stated  bool          `json:"stated"`  // by the project, else it is the default
	// Results is true where it bears on ranks, levels or money, so that closed rounds keep their own.
	Results bool `json:"results"`
}

// Choice is a word that a setting takes.
type Choice struct {
	Value string      `json:"value"`
	Text  domain.Text `json:"text"`
}

// SettingAsk sets a setting.
type SettingAsk struct {
	Name  string `json:"name"`
	Value string `json:"value"` // JSON
	Reset bool   `json:"reset"` // to the default
}

// AuditAsk looks through the audit log.
type AuditAsk struct {
	Text  string `json:"text"` // in what was done, by whom or in which tables; several words must all occur
	Who   string `json:"who"`
	Kind  string `json:"kind"` // do, undo, redo; "" all
	From  string `json:"from"` // days, both included
	Until string `json:"until"`
	Skip  int    `json:"skip"`
	Limit int    `json:"limit"` // 0: 200
}

// AuditView is a part of the audit log, latest first.
type AuditView struct {
	Lines []AuditEntry `json:"lines"`
	Total int          `json:"total"` // that fit
	All   int          `json:"all"`   // in the log
	Names []string     `json:"names"` // of everybody in it
}

// AuditEntry is a line of the audit log.
type AuditEntry struct {
	Seq    int64       `json:"seq"`
	When   string      `json:"when"`
	Who    string      `json:"who"`
	What   string      `json:"what"`
	Tables domain.Text `json:"tables"`
	Kind   string      `json:"kind"`
}
