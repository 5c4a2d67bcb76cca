package domain

import "github.com/paulmach/orb"

// Tables is what a district hands over and what a project file keeps: one slice a table of CONTRACT.md.
// Loaded from a store, every slice is sorted by its key (bytes of the ids, then dates); Deductions and
// Determinations keep the order of entry within a round and estate. Slices are shared, never changed in place.
type Tables struct {
	// Title names the district on screen and in exports; empty: the file's name is shown. A title with 虚构 in it is shown as
	// made up.
	Title          string
	Estates        []Estate
	Companies      []Company
	Agreements     []Agreement
	Subsidies      []SubsidyChange
	Enrolments     []Enrolment
	Items          []Item // what extends or overrides DefaultItems
	Rounds         []Round
	Scores         []Score
	Deductions     []Deduction
	Determinations []Determination
	Findings       []Finding
	Overrides      []Override
	FundUses       []FundUse
	Settings       Settings
	Backdrops      []Backdrop

	// The ledger.
	Scenarios     []Scenario
	Closings      []Closing
	Corrections   []Correction
	ExitSteps     []ExitStep
	Interviews    []Interview
	Reinspections []Reinspection

	LetterTemplates []LetterTemplate // by kind

	// The rectification desk.
	RectifySteps []RectifyStep
	FindingNotes []FindingNote
}

// Estate is an old residential estate (旧楼区, 小区).
type Estate struct {
	// FID is the store's number for the row, ≥ 1 and stable for the life of the project file: the map's feature id.
	// 0 before the store has seen the estate.
	FID         int64
	ID          string
	Name        string
	Subdistrict string // 街道
	Community   string // 社区
	Form        Form   // empty: see RULES 7
	Enclosable  Tri    // 可围合
	Mode        ManagementMode
	Households  Opt[int64]
	// BuildingAreaM2 is the floor area (建筑面积), not the ground area of the boundary.
	BuildingAreaM2  Opt[Decimal]
	DistrictSubsidy Opt[Fen] // 区级奖励补贴, a month
	CitySubsidy     Opt[Fen] // 市级以奖代补, a month
	ApprovedOn      Date
	AcceptedOn      Date
	CityGrant       Tri
	EnrolledOn      Date
	ExitedOn        Date // zero: never
	ExitGround      ExitGround
	ExitText        string // the text of ExitOther
	// Boundary is in lon-lat degrees (EPSG:4490), valid by the rules of package ingest: shells counter-clockwise,
	// rings closed. nil: the estate is not on the map (未上图).
	Boundary orb.MultiPolygon
}

// Company is a service company (管理服务企业).
type Company struct {
	ID                  string
	Name                string
	ResponsiblePerson   string
	LegalRepresentative string
	Phone               string
	BlacklistedOn       Date       // zero: never
	Capacity            Opt[int64] // proxied estates it can take; unknown: no limit
}

// Agreement is a service agreement (管理服务协议); the end day is included, zero EndsOn is open.
type Agreement struct {
	EstateID  string
	CompanyID string
	Kind      AgreementKind
	StartsOn  Date
	EndsOn    Date
}

// Covers reports whether the agreement is in force on d.
func (a Agreement) Covers(d Date) bool { return a.StartsOn <= d && (a.EndsOn == 0 || d <= a.EndsOn) }

// SubsidyChange holds the monthly amounts of an estate from a month on.
type SubsidyChange struct {
	EstateID        string
	FromMonth       Month
	DistrictSubsidy Opt[Fen]
	CitySubsidy     Opt[Fen]
}

// Enrolment is one stay of an estate under long-term management. An estate that occurs here leaves its own two dates unused.
type Enrolment struct {
	EstateID   string
	EnrolledOn Date
	ExitedOn   Date // zero: never
	ExitGround ExitGround
	ExitText   string
}

// Item is an inspection item (扣分项).
type Item struct {
	Code        string
	Name        string
	Function    PropertyFunction // empty: no property function (RULES 3)
	Responsible Cause            // CauseCompany or CauseTerritorial
}

// Round is one inspection campaign (考核轮次).
type Round struct {
	ID     string
	Name   string
	Kind   RoundKind
	HeldOn Date
}

// Score is an estate's result in a round. Known is false where the row says that it was not scored.
type Score struct {
	RoundID      string
	EstateID     string
	Score        Opt[Decimal] // 0–100
	OfficialRank int64        // 公布名次; 0: none
}

// Deduction is points lost by an estate in a round on an item; rows of the same item add up.
type Deduction struct {
	RoundID  string
	EstateID string
	Item     string
	Points   Decimal
}

// Determination is a recorded finding of the cause of a bottom result (RULES 3).
type Determination struct {
	RoundID   string
	EstateID  string
	Cause     Cause
	Reason    string
	DecidedBy string
	DecidedOn Date
}

// Finding is one dirty or disorderly spot (点位问题).
type Finding struct {
	ID          string
	EstateID    string
	RoundID     string // may be empty
	Point       Opt[orb.Point]
	Item        string
	FoundOn     Date
	DueOn       Date
	ResolvedOn  Date // zero: not yet
	Description string
}

// Override is a planner's choice of the host of a scattered estate (RULES 7).
type Override struct {
	EstateID  string
	HostID    string
	Reason    string
	DecidedBy string
	DecidedOn Date
	RemovedOn Date // zero: it stands
}

// Scenario is a run of the proxy assignment that a planner kept by name: what was asked, not what came out.
type Scenario struct {
	ID     string
	Name   string
	Note   string
	MadeBy string
	MadeOn Date
	// Ask and Totals are JSON texts of the program: what was asked, and its sums when it was kept. Rows tells whether the same ask
	// still gives the same rows: a hash of them.
	Ask    string
	Totals string
	Rows   string
}

// FundUse is money spent from a subdistrict's circulating fund (HB 五(四)).
type FundUse struct {
	ID          string
	Subdistrict string
	UsedOn      Date
	Kind        FundUseKind
	EstateID    string // with UseRewardTop
	RoundID     string // with UseRewardTop
	Amount      Fen    // > 0
}

// BackdropLayer names a layer behind the estates.
type BackdropLayer string

const (
	BackdropWater        BackdropLayer = "water"
	BackdropRoads        BackdropLayer = "roads"
	BackdropSubdistricts BackdropLayer = "subdistricts"
	// BackdropBarriers are what cannot be crossed between a scattered estate and its host: rivers, railways, main roads.
	BackdropBarriers BackdropLayer = "barriers"
)

// Backdrop is one shape behind the estates, in lon-lat degrees. An import of a layer replaces the whole layer.
type Backdrop struct {
	Layer    BackdropLayer
	Name     string
	Class    string // e.g. river, canal, lake; primary, secondary, minor; free text
	Geometry orb.Geometry
}
