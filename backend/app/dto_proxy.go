package app

import "estateatlas/backend/domain"

// Shapes of the planner's desk: runs of the assignment, scenarios, what is decided. Conventions as in dto.go.

// ProxyAsk says how scattered estates shall be given to hosts (RULES 7, TJ 六(一)).
type ProxyAsk struct {
	AsOf         string  `json:"asOf"`         // the day of the evaluation; "" is that of the latest round
	Within       string  `json:"within"`       // district, subdistrict or prefer_subdistrict; "" is the setting
	MaxDistanceM float64 `json:"maxDistanceM"` // ≤ 0 is the setting
	// Capacity keeps every company to its capacity, else capacities are not looked at.
	Capacity bool `json:"capacity"`
	// EachCapacity is what every company takes at most, in place of its own; < 0: its own.
	EachCapacity int64 `json:"eachCapacity"`
	// Capacities are what single companies take at most, in place of their own and of EachCapacity.
	Capacities []ProxyCapacity `json:"capacities,omitempty"`
	// Keep starts from what is in force: an estate stays with its present company unless no host of it is valid and in reach, or
	// the nearest of them is more than KeepM metres farther than the best host.
	Keep  bool    `json:"keep"`
	KeepM float64 `json:"keepM"`
	// Barriers leaves out hosts across a line of the barrier layer.
	Barriers bool `json:"barriers"`
	// Pins are the planner's own choices in this run, beside the overrides that stand in the project.
	Pins []ProxyPin `json:"pins"`
}

// ProxyCapacity is what a company takes at most in a run.
type ProxyCapacity struct {
	CompanyID string `json:"companyId"`
	Most      int64  `json:"most"` // < 0: no limit
}

// ProxyPin is a host that the planner chose for an estate or locked.
type ProxyPin struct {
	FID     int64  `json:"fid"`
	HostFID int64  `json:"hostFid"`
	Reason  string `json:"reason"`
	Locked  bool   `json:"locked"` // the host of an earlier run, kept; else chosen otherwise
}

// ProxyRunView is a carried-out ask.
type ProxyRunView struct {
	Ask  ProxyAsk `json:"ask"` // with settings filled in
	AsOf string   `json:"asOf"`
	// Rows are the estates to be served and those with an override or a pin, by place of the estate.
	Rows        []ProxyRow    `json:"rows"`
	Total       ProxyTotals   `json:"total"`
	Loads       []ProxyLoad   `json:"loads"` // companies that serve before or after, by company
	Bins        []ProxyBin    `json:"bins"`  // distances of the assigned
	Proof       *ProxyProof   `json:"proof"` // there with capacities
	Links       []ProxyLink   `json:"links"`
	Text        domain.Text   `json:"text"` // what was asked, in a sentence
	Clause      domain.Clause `json:"clause"`
	HasBarriers bool          `json:"hasBarriers"`
}

// ProxyRow is one estate of a run. Index −1 and FID 0 are none.
type ProxyRow struct {
	FID     int64  `json:"fid"`
	Status  string `json:"status"`  // assigned, unassigned, override
	HostFID int64  `json:"hostFid"` // unassigned: the nearest within the scope
	Company int    `json:"company"`
	// DistanceM is to the host, −1 without one.
	DistanceM float64 `json:"distanceM"`
	// Present is the company whose proxy agreement is in force.
	Present int `json:"present"`
	// Changed: the estate comes to another company than its present one, or to its first.
	Changed bool `json:"changed"`
	Kept    bool `json:"kept"`
	Pinned  bool `json:"pinned"`
	Locked  bool `json:"locked"`
	Invalid bool `json:"invalid"` // pinned or overridden, and the host may not serve any more
	Crosses bool `json:"crosses"` // the way to the host crosses a barrier
	// NextFID is the nearest other host that may serve; GapM how much farther it is (negative: nearer).
	NextFID     int64       `json:"nextFid"`
	NextCompany int         `json:"nextCompany"`
	GapM        float64     `json:"gapM"`
	Cause       string      `json:"cause"` // code of the reason, as `assign --machine` writes it
	Why         domain.Text `json:"why"`
}

// ProxyTotals sums a run up.
type ProxyTotals struct {
	Estates    int     `json:"estates"` // rows
	Served     int     `json:"served"`
	Unserved   int     `json:"unserved"`
	Changed    int     `json:"changed"`
	Overridden int     `json:"overridden"` // standing overrides and pins
	Other      int     `json:"other"`      // served from another subdistrict
	TotalM     float64 `json:"totalM"`     // of the served
	WorstM     float64 `json:"worstM"`
	MeanM      float64 `json:"meanM"`
	// OverCapacity counts the companies that serve more than their capacity.
	OverCapacity int `json:"overCapacity"`
}

// ProxyLoad is what a company serves by proxy, in force (before) and by the run (after).
type ProxyLoad struct {
	Company  int      `json:"company"`
	Capacity int64    `json:"capacity"` // −1: no limit
	Before   LoadView `json:"before"`
	After    LoadView `json:"after"`
}

// LoadView counts estates, their known households and their ground area.
type LoadView struct {
	Estates    int     `json:"estates"`
	Households int64   `json:"households"`
	AreaM2     float64 `json:"areaM2"`
}

// ProxyBin is a class of distances: from ≤ d < to, the last with its upper limit.
type ProxyBin struct {
	FromM float64 `json:"fromM"`
	ToM   float64 `json:"toM"`
	Count int     `json:"count"`
}

// ProxyProof proves a run with capacities: no other serves more; where estates shall stay with their company, none that serves as many
// keeps more; of those none has a smaller total.
type ProxyProof struct {
	Candidates int         `json:"candidates"`
	Served     int         `json:"served"`
	Kept       int         `json:"kept"` // of the served; 0 where it was not asked
	TotalM     float64     `json:"totalM"`
	BoundM     float64     `json:"boundM"` // equal to TotalM
	Text       domain.Text `json:"text"`
}

// ProxyChoice is what the planner's card of an estate shows: the host of the run and the others, nearest first.
type ProxyChoice struct {
	Row   ProxyRow        `json:"row"`
	Name  string          `json:"name"`
	Hosts []ProxyHostView `json:"hosts"`
}

// ProxyHostView is a host that can be chosen, or a nearer one that cannot.
type ProxyHostView struct {
	FID       int64   `json:"fid"`
	Name      string  `json:"name"`
	Company   int     `json:"company"` // −1: may not serve
	DistanceM float64 `json:"distanceM"`
	// GapM is how much farther than the run's host.
	GapM    float64 `json:"gapM"`
	Taken   bool    `json:"taken"`
	Crosses bool    `json:"crosses"`
	// Passed says why it was passed over although nearer, or why it may not serve.
	Passed domain.Text `json:"passed"`
	// From and To are the nearest points, lon-lat degrees.
	From []float64 `json:"from"`
	To   []float64 `json:"to"`
}

// ProxyProgress is how far the run that is under way has come.
type ProxyProgress struct {
	Running bool `json:"running"`
	Done    int  `json:"done"`
	Total   int  `json:"total"`
}

// ScenarioView is a kept run.
type ScenarioView struct {
	ID     string      `json:"id"`
	Name   string      `json:"name"`
	Note   string      `json:"note"`
	MadeBy string      `json:"madeBy"`
	MadeOn string      `json:"madeOn"`
	Ask    ProxyAsk    `json:"ask"`
	Total  ProxyTotals `json:"total"` // when it was kept
	Text   domain.Text `json:"text"`
	// Stale: the data have changed and the same ask gives another result now.
	Stale bool `json:"stale"`
}

// ScenarioDiff compares two runs; "" as a scenario's id is what is in force.
type ScenarioDiff struct {
	A       ScenarioSide     `json:"a"`
	B       ScenarioSide     `json:"b"`
	Changes []ScenarioChange `json:"changes"` // estates with another company, by place
	Loads   []ScenarioLoad   `json:"loads"`
}

// ScenarioSide is one of two compared runs.
type ScenarioSide struct {
	ID    string      `json:"id"`
	Name  domain.Text `json:"name"`
	Total ProxyTotals `json:"total"`
}

// ScenarioChange is an estate that two runs give to different companies; −1 is nobody, distances −1 without a host.
type ScenarioChange struct {
	FID      int64   `json:"fid"`
	ACompany int     `json:"aCompany"`
	BCompany int     `json:"bCompany"`
	AM       float64 `json:"aM"`
	BM       float64 `json:"bM"`
}

// ScenarioLoad is a company's load in both runs.
type ScenarioLoad struct {
	Company int      `json:"company"`
	A       LoadView `json:"a"`
	B       LoadView `json:"b"`
}

// AcceptAsk says which run becomes agreements from when.
type AcceptAsk struct {
	Ask    ProxyAsk `json:"ask"`
	From   string   `json:"from"`
	Reason string   `json:"reason"`
	// FIDs are the estates to accept; empty: all that change.
	FIDs []int64 `json:"fids"`
	// Scenario is the id of the scenario that is accepted: its name is put down with the decision. "" for a trial.
	Scenario string `json:"scenario,omitempty"`
}

// AcceptPreview is what accepting would write.
type AcceptPreview struct {
	From   string       `json:"from"`
	Begins []AcceptLine `json:"begins"` // new proxy agreements
	Ends   []AcceptLine `json:"ends"`   // present ones, ended the day before
	Stay   int          `json:"stay"`   // estates that keep their agreement
	None   int          `json:"none"`   // estates that nobody serves
	// Replaced are present ones that begin on the same day: the new ones stand in their place.
	Replaced []AcceptLine `json:"replaced,omitempty"`
	// Aside counts overrides of estates that are not to be served by the rules: nothing is written for them.
	Aside int `json:"aside,omitempty"`
	// Closed are closed rounds that it changes: they are closed anew with a correction for the reason given.
	Closed  []ClosedChange `json:"closed,omitempty"`
	Refused []domain.Text  `json:"refused"` // why it cannot be done; empty if it can
	Text    domain.Text    `json:"text"`
}

// AcceptLine is one agreement.
type AcceptLine struct {
	FID     int64  `json:"fid"`
	Company int    `json:"company"`
	Day     string `json:"day"` // first day of a new one, last day of one that ends
	HostFID int64  `json:"hostFid"`
}
