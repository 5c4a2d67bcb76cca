package app

import "estateatlas/backend/domain"

// Shapes of the map's colourings, the cards of companies and subdistricts, and measuring. Conventions as in dto.go.

// NumberInfo is a number that the map can be coloured by.
type NumberInfo struct {
	// Key is score, change, subsidy, withheld, burden or collection; its words are the frontend's. The other two colourings,
	// company and subdistrict, are no numbers and always there.
	Key string `json:"key"`
	// Unit is points, places, yuan or percent.
	Unit string `json:"unit"`
	// Signed numbers are shown with two ramps that part at 0.
	Signed bool `json:"signed"`
	// Known counts the estates that have the number in the round.
	Known int `json:"known"`
}

// ColouringAsk says what the map shall be coloured by.
type ColouringAsk struct {
	// By is a NumberInfo.Key, company, subdistrict, or a test of the rectification desk: gi, lisa, trend; "" is the rank bands, which need
	// no colouring.
	By string `json:"by"`
	// Method is quantile, natural, equal or given; numbers only.
	Method  string `json:"method"`
	Classes int    `json:"classes"` // 2–9; numbers only
	// Breaks are the inner limits of given classes, ascending, in the number's unit; a value on a limit is of the upper class.
	Breaks []float64 `json:"breaks"`
	// Rectify says window, kinds and band of a test; none: the settings.
	Rectify *RectifyAsk `json:"rectify,omitempty"`
}

// Colouring is the classes of the estates in a round by one number or group.
type Colouring struct {
	Ask     ColouringAsk `json:"ask"` // as it was carried out: Classes may be fewer where values are few
	RoundID string       `json:"roundId"`
	AsOf    string       `json:"asOf"`
	Unit    string       `json:"unit"`
	Signed  bool         `json:"signed"`
	// Class runs along District.Estates: position in Classes, −1 without a value.
	Class   []int         `json:"class"`
	Value   []float64     `json:"value"` // likewise; 0 where Class is −1
	Classes []ColourClass `json:"classes"`
	Missing int           `json:"missing"` // estates without a value
	// Text names number, method, classes and n, for legend and exports.
	Text domain.Text `json:"text"`
}

// ColourClass is one class: from ≤ value < to, the last class with its upper limit.
type ColourClass struct {
	From  float64     `json:"from"`
	To    float64     `json:"to"`
	Label domain.Text `json:"label"`
	// Index of the company or subdistrict; −1 for numbers.
	Index int `json:"index"`
	// Key of a class of a test, as in RectifyView; "" of others. Hue is the token of its colour: hot-99, hot-none, cold-95, …
	Key string `json:"key,omitempty"`
	Hue string `json:"hue,omitempty"`
	// Step places the class on its ramp: 0–1, for signed numbers −1–1.
	Step  float64 `json:"step"`
	Count int     `json:"count"` // all estates of the class, on the map or not
}

// GroupCard answers what a leader asks about a company or a subdistrict.
type GroupCard struct {
	Kind  string `json:"kind"` // company, subdistrict
	Index int    `json:"index"`
	// ID of a company; "" for a subdistrict.
	ID          string  `json:"id"`
	Name        string  `json:"name"`
	RoundID     string  `json:"roundId"`
	AsOf        string  `json:"asOf"`
	Estates     int     `json:"estates"`
	Scattered   int     `json:"scattered"`
	Proxied     int     `json:"proxied"` // managed by proxy on the day
	Unserved    int     `json:"unserved"`
	Scored      int     `json:"scored"`
	Top         int     `json:"top"`
	Bottom      int     `json:"bottom"`
	Level3      int     `json:"level3"`
	Households  int64   `json:"households"` // of the estates where it is known
	AreaM2      float64 `json:"areaM2"`     // of the estates on the map
	AverageRank float64 `json:"averageRank"`
	// Place among the groups of its kind by average rank, best first; 0 none scored.
	Place   int          `json:"place"`
	Of      int          `json:"of"`
	History []GroupPoint `json:"history"` // by round
	Money   GroupMoney   `json:"money"`
	// Parts are its subdistricts for a company, its companies for a subdistrict, worst average rank first.
	Parts []GroupPart `json:"parts"`
	Items []GroupItem `json:"items"` // most points first
	// Members are its estates, worst rank first, not scored last.
	Members []int64 `json:"members"`
	// Of a company.
	Person              string          `json:"person"`
	LegalRepresentative string          `json:"legalRepresentative"`
	Phone               string          `json:"phone"`
	BlacklistedOn       string          `json:"blacklistedOn"`
	LostAwards          bool            `json:"lostAwards"`
	Reasons             []domain.Reason `json:"reasons"`
}

// GroupPoint is a group in one round. Its estates are those that it had on the day of that round.
type GroupPoint struct {
	RoundID     string  `json:"roundId"`
	HeldOn      string  `json:"heldOn"`
	Scored      int     `json:"scored"`
	AverageRank float64 `json:"averageRank"` // 0 none scored
	Of          int     `json:"of"`
	Top         int     `json:"top"`
	Bottom      int     `json:"bottom"`
}

// GroupMoney is what is paid and withheld. Confirmed and proposed are never added up.
type GroupMoney struct {
	PayableFen  int64        `json:"payableFen"` // of the month, before any withholding
	WithheldFen int64        `json:"withheldFen"`
	ProposedFen int64        `json:"proposedFen"`
	Months      []GroupMonth `json:"months"` // of the year up to the round's
	// Fund is the circulating fund of a subdistrict.
	Fund *FundLine `json:"fund"`
}

// GroupMonth is one month of the year; WithheldFen holds ClawbackFen.
type GroupMonth struct {
	Month       string `json:"month"`
	PayableFen  int64  `json:"payableFen"`
	WithheldFen int64  `json:"withheldFen"`
	ClawbackFen int64  `json:"clawbackFen"`
	ProposedFen int64  `json:"proposedFen"`
}

// FundLine is a circulating fund on the day.
type FundLine struct {
	Index          int    `json:"index"` // of the subdistrict
	Name           string `json:"name"`
	ConfirmedInFen int64  `json:"confirmedInFen"`
	ProposedInFen  int64  `json:"proposedInFen"`
	UsedFen        int64  `json:"usedFen"`
	BalanceFen     int64  `json:"balanceFen"`
}

// GroupPart is a part of a group.
type GroupPart struct {
	Index       int     `json:"index"`
	Name        string  `json:"name"`
	Estates     int     `json:"estates"`
	Scored      int     `json:"scored"`
	AverageRank float64 `json:"averageRank"`
	Bottom      int     `json:"bottom"`
	FIDs        []int64 `json:"fids"`
}

// GroupItem is an inspection item on which the group's estates lost points in the round.
type GroupItem struct {
	Item    string  `json:"item"`
	Name    string  `json:"name"`
	Points  string  `json:"points"`
	Share   float64 `json:"share"` // of the group's points, 0–1
	Company bool    `json:"company"`
	Estates int     `json:"estates"`
	FIDs    []int64 `json:"fids"`
}

// Overview is the page behind the strip: every figure that a leader asks for, by section.
type Overview struct {
	RoundID  string            `json:"roundId"`
	AsOf     string            `json:"asOf"`
	Sections []OverviewSection `json:"sections"`
	// Bottom, In and Out are the bottom band, those new in it and those that left it since the round before, worst first.
	Bottom []int64 `json:"bottom"`
	In     []int64 `json:"in"`
	Out    []int64 `json:"out"`
	Top    []int64 `json:"top"` // best first
	// Risen and Fallen gained and lost most ranks since the round before, at most ten each.
	Risen  []int64      `json:"risen"`
	Fallen []int64      `json:"fallen"`
	Funds  []FundLine   `json:"funds"`
	Months []GroupMonth `json:"months"` // of the year, the whole district
}

// OverviewSection is a group of figures; Key is inspection, measures, money, proxy, map or findings.
type OverviewSection struct {
	Key     string   `json:"key"`
	Figures []Figure `json:"figures"`
}

// Measured is a line or area drawn on the map, in the project's frame (RULES 7).
type Measured struct {
	LengthM  float64   `json:"lengthM"` // of the line; of the ring when it is closed
	AreaM2   float64   `json:"areaM2"`  // 0 of a line
	SegmentM []float64 `json:"segmentM"`
}

// Agenda is a meeting's walk through one round.
type Agenda struct {
	District  string       `json:"district"`
	MadeUp    bool         `json:"madeUp"`
	RoundID   string       `json:"roundId"`
	RoundName string       `json:"roundName"`
	HeldOn    string       `json:"heldOn"`
	Scored    int          `json:"scored"`
	BandSize  int          `json:"bandSize"`
	Steps     []AgendaStep `json:"steps"`
}

// AgendaStep is one page. Key is figures, top, bottom, level3, money, proxies or hotspots; the bottom band has a page for each
// estate, in one agenda item.
type AgendaStep struct {
	Key     string       `json:"key"`
	Title   domain.Text  `json:"title"`
	Figures []Figure     `json:"figures"`
	Table   *AgendaTable `json:"table"`
	// FID is the estate of the page, 0 without one; its facts are those of Card.
	FID int64 `json:"fid"`
	// FIDs are the estates that the map shows lit.
	FIDs []int64 `json:"fids"`
	// Colouring is what the map shows in place of ranks and states, with FIDs ringed; By is "" where it shows these.
	Colouring ColouringAsk `json:"colouring"`
	// Note says what is so where there is nothing to show, or what has to be said beside the table.
	Note domain.Text `json:"note"`
}

// AgendaTable is a table of a page, ready to be read.
type AgendaTable struct {
	Head  []domain.Text `json:"head"`
	Right []bool        `json:"right"` // the column holds numbers
	Rows  []AgendaRow   `json:"rows"`
}

// AgendaRow is one row.
type AgendaRow struct {
	FID   int64         `json:"fid"` // 0 without an estate
	Cells []domain.Text `json:"cells"`
}
