package app

import "estateatlas/backend/domain"

// The shapes that cross to the frontend. Money is fen, distances metres, areas square metres, dates YYYY-MM-DD ("" unknown).
// Slices are never nil. Arrays named as columns run along District.Estates: position i is the same estate everywhere.

// Session says what is open.
type Session struct {
	Version string `json:"version"` // of the program
	// Desktop is true in the window, which can ask for files; the browser shows the one project that it was started on.
	Desktop bool         `json:"desktop"`
	Project *ProjectInfo `json:"project"`
}

// ProjectInfo names the open project.
type ProjectInfo struct {
	Name string `json:"name"` // file name without its extension, 示例区（虚构） for the demo
	Path string `json:"path"`
	// Version changes whenever the data change.
	Version  string `json:"version"`
	ReadOnly bool   `json:"readOnly"`
	MadeUp   bool   `json:"madeUp"`
}

// District is what does not change with the round.
type District struct {
	// Version changes whenever shapes change; it is part of tile addresses.
	Version      string        `json:"version"`
	Extent       []float64     `json:"extent"` // west, south, east, north in degrees; empty without boundaries
	Rounds       []RoundInfo   `json:"rounds"` // district_sanitary, by date then id
	Companies    []CompanyInfo `json:"companies"`
	Subdistricts []string      `json:"subdistricts"`
	Communities  []string      `json:"communities"`
	Estates      EstateColumns `json:"estates"` // by id
	HasBackdrop  bool          `json:"hasBackdrop"`
	Spellings    Spellings     `json:"spellings"`
	// Outlines says where the outlines of subdistricts come from: given, dissolved (from the estates), or "" for none.
	Outlines string `json:"outlines"`
	// Shifted lists gcj02, bd09 where coordinates were turned back from those, which is exact to about a metre.
	Shifted []string `json:"shifted"`
}

// Spelling is how a name is typed without Chinese characters, as in EstateColumns.
type Spelling struct {
	Pinyin   string `json:"pinyin"`
	Initials string `json:"initials"`
}

// Spellings run along the lists of District.
type Spellings struct {
	Companies    []Spelling `json:"companies"`
	Subdistricts []Spelling `json:"subdistricts"`
	Communities  []Spelling `json:"communities"`
}

// RoundInfo is a round on the timeline.
type RoundInfo struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	HeldOn string `json:"heldOn"`
	// Changed counts the estates whose band differs from the round before.
	Changed int `json:"changed"`
}

// CompanyInfo is a service company in a list; its position is the company's index.
type CompanyInfo struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// ShortName has two to four characters for the map: the name without the district and 物业/有限公司.
	ShortName string `json:"shortName"`
}

// EstateColumns holds the estates column by column.
type EstateColumns struct {
	FID         []int64   `json:"fid"` // feature id in the tiles
	ID          []string  `json:"id"`
	Name        []string  `json:"name"`
	Pinyin      []string  `json:"pinyin"`      // of the name, lower case without tones: "yueyahedongli"
	Initials    []string  `json:"initials"`    // "yyhdl"
	Subdistrict []int     `json:"subdistrict"` // index into Subdistricts, −1 unknown
	Community   []int     `json:"community"`   // index into Communities, −1 unknown
	Form        []int     `json:"form"`        // 0 contiguous, 1 scattered
	AreaM2      []float64 `json:"areaM2"`      // ground area of the boundary; 0 not on the map
	Households  []int64   `json:"households"`  // −1 unknown
	// Lon, Lat is a point inside the boundary for symbols and labels; WidthM is how much room a label has there, east to west.
	// Both 0, 0 for an estate that is not on the map.
	Lon    []float64 `json:"lon"`
	Lat    []float64 `json:"lat"`
	WidthM []float64 `json:"widthM"`
}

// Bands as they stand in RoundView.Band.
const (
	bandUnranked = iota
	bandTop
	bandM1 // best fifth of the middle
	bandM2
	bandM3
	bandM4
	bandM5
	bandBottom
)

// States is the order of subsidy states in RoundView.State.
var States = []domain.SubsidyState{
	domain.StatePaid, domain.StateProposed, domain.StateWithheldMonth, domain.StateWithheldQuarter, domain.StateWithheldYear,
	domain.StateUnfunded, domain.StateNotEnrolled, domain.StateExited,
}

// Causes is the order of causes in RoundView.Cause; 0 is a result that is not bottom.
var Causes = []domain.Cause{"", domain.CauseCompany, domain.CauseTerritorial, domain.CauseUndetermined}

// RoundView is the district as of the day of one district_sanitary round.
type RoundView struct {
	RoundID string `json:"roundId"`
	AsOf    string `json:"asOf"`
	Scored  int    `json:"scored"` // n
	// BandSize is N: how many places top and bottom have in this round, ties at the edge beside.
	BandSize int `json:"bandSize"`
	// Columns along District.Estates.
	Rank           []int     `json:"rank"`           // 0 not scored
	RankFromBottom []int     `json:"rankFromBottom"` // 0 not scored
	Tied           []bool    `json:"tied"`           // another estate has the same rank
	Score          []string  `json:"score"`          // exact decimal, "" not scored
	Change         []int     `json:"change"`         // ranks gained since the round before: 3 is ↑3; 0 none
	Band           []int     `json:"band"`           // 0 unranked, 1 top, 2–6 fifths of the middle, 7 bottom
	State          []int     `json:"state"`          // index into States
	Company        []int     `json:"company"`        // index into District.Companies, −1 none
	Proxy          []bool    `json:"proxy"`          // the agreement in force is 代管
	Cause          []int     `json:"cause"`          // index into Causes
	Level          []int     `json:"level"`          // confirmed level 0–3
	ProposedLevel  []int     `json:"proposedLevel"`  // 0–3
	Run            []int     `json:"run"`            // bottom results in a row, this one included
	PayableFen     []int64   `json:"payableFen"`     // district subsidy of the month before any withholding
	Edges          []int     `json:"edges"`          // first and last rank of each band: 16 numbers by band 0–7, 0, 0 where empty
	Figures        []Figure  `json:"figures"`
	Changed        []int64   `json:"changed"` // fids whose band differs from the round before
	Warnings       []Notice  `json:"warnings"`
	Companies      []Summary `json:"companies"`    // by average rank, worst first
	Subdistricts   []Summary `json:"subdistricts"` // by average rank, worst first
}

// Figure is one number with the estates behind it. Label and Unit are given on the page of the overview; the strip has words of
// its own, shorter ones, by key.
type Figure struct {
	Key   string      `json:"key"`
	Label domain.Text `json:"label"`
	Unit  string      `json:"unit"` // estates, findings, companies, funds, fen
	Count int64       `json:"count"`
	Fen   int64       `json:"fen"`
	Money bool        `json:"money"` // Fen is the value, else Count
	Notes []Note      `json:"notes"`
	FIDs  []int64     `json:"fids"` // the estates behind it
}

// Note is a small figure beside a Figure.
type Note struct {
	Key   string `json:"key"`
	Count int64  `json:"count"`
	Fen   int64  `json:"fen"`
	Text  string `json:"text"` // a name of a record
}

// Notice is a warning with the estates that it speaks of.
type Notice struct {
	Text domain.Text `json:"text"`
	FIDs []int64     `json:"fids"`
}

// Summary is a company or a subdistrict in a round.
type Summary struct {
	Name        string  `json:"name"`
	Index       int     `json:"index"` // of the company or subdistrict
	Estates     int     `json:"estates"`
	Scored      int     `json:"scored"`
	AverageRank float64 `json:"averageRank"` // 0 none scored
	Top         int     `json:"top"`
	Bottom      int     `json:"bottom"`
	WithheldFen int64   `json:"withheldFen"` // confirmed, months of the year up to the round's
	ProposedFen int64   `json:"proposedFen"`
	FIDs        []int64 `json:"fids"`
}

// HistoryPoint is one round in an estate's history.
type HistoryPoint struct {
	RoundID string `json:"roundId"`
	HeldOn  string `json:"heldOn"`
	Rank    int    `json:"rank"` // 0 not scored
	Of      int    `json:"of"`
	Band    string `json:"band"` // domain.Band
	Score   string `json:"score"`
}

// Card answers what a leader asks about one estate.
type Card struct {
	FID         int64  `json:"fid"`
	ID          string `json:"id"`
	Name        string `json:"name"`
	Subdistrict string `json:"subdistrict"`
	Community   string `json:"community"`
	Form        string `json:"form"`
	// FormDerived is true where the form was not given and follows from the area (RULES 7).
	FormDerived    bool           `json:"formDerived"`
	Mode           string         `json:"mode"`
	AreaM2         float64        `json:"areaM2"`
	Households     int64          `json:"households"` // −1 unknown
	OnMap          bool           `json:"onMap"`
	RoundID        string         `json:"roundId"`
	AsOf           string         `json:"asOf"`
	Rank           int            `json:"rank"`
	RankFromBottom int            `json:"rankFromBottom"`
	Of             int            `json:"of"`
	BandSize       int            `json:"bandSize"` // as in RoundView
	Tied           bool           `json:"tied"`
	Change         int            `json:"change"`
	HasPrevious    bool           `json:"hasPrevious"` // it was scored in the round before
	Score          string         `json:"score"`
	Band           string         `json:"band"`
	Run            int            `json:"run"` // bottom results in a row
	History        []HistoryPoint `json:"history"`
	Measures       []CardMeasure  `json:"measures"` // of the year, by round
	Deductions     CardDeductions `json:"deductions"`
	Money          CardMoney      `json:"money"`
	Company        *CardCompany   `json:"company"`
	Proxy          *CardProxy     `json:"proxy"`
	Decisions      []Decision     `json:"decisions"`
	// Reasons tells, sentence by sentence with clause and evidence, how band, cause, levels and state came about.
	Reasons []domain.Reason `json:"reasons"`
}

// CardMeasure is one bottom result of the year with what it opens.
type CardMeasure struct {
	RoundID        string          `json:"roundId"`
	HeldOn         string          `json:"heldOn"`
	Rank           int             `json:"rank"`
	Cause          string          `json:"cause"`
	ConfirmedLevel int             `json:"confirmedLevel"`
	ProposedLevel  int             `json:"proposedLevel"`
	Text           domain.Text     `json:"text"` // what is to be done
	Reasons        []domain.Reason `json:"reasons"`
}

// CardDeductions is what the estate lost in the round, by item.
type CardDeductions struct {
	Total        string          `json:"total"`
	CompanyShare float64         `json:"companyShare"` // 0–1, of the points on items with a property function
	Cause        string          `json:"cause"`        // "" not bottom
	Determined   bool            `json:"determined"`   // by a recorded determination
	Items        []CardDeduction `json:"items"`        // most points first
}

// CardDeduction is the points lost on one item.
type CardDeduction struct {
	Item    string  `json:"item"`
	Name    string  `json:"name"`
	Points  string  `json:"points"`
	Share   float64 `json:"share"`
	Company bool    `json:"company"` // counts among the four property functions
}

// CardMoney is the district reward subsidy of the estate.
type CardMoney struct {
	State      string       `json:"state"`
	MonthlyFen int64        `json:"monthlyFen"`
	PayableFen int64        `json:"payableFen"`
	Months     []MoneyMonth `json:"months"` // of the year
	ScopeCount int          `json:"scopeCount"`
	// ScopeFen and ScopeProposedFen are withheld, as confirmed and as proposed, in the year for all estates of the company in the
	// subdistrict. They are never added up.
	ScopeFen         int64           `json:"scopeFen"`
	ScopeProposedFen int64           `json:"scopeProposedFen"`
	Reasons          []domain.Reason `json:"reasons"`
}

// MoneyMonth is one month of the year for the estate.
type MoneyMonth struct {
	Month      string `json:"month"`
	PayableFen int64  `json:"payableFen"`
	Status     string `json:"status"` // "", confirmed, proposed
	Timing     string `json:"timing"` // "", withheld, clawback
}

// CardCompany is the agreement in force.
type CardCompany struct {
	Index         int    `json:"index"`
	ID            string `json:"id"`
	Name          string `json:"name"`
	Kind          string `json:"kind"` // direct, proxy
	Since         string `json:"since"`
	Until         string `json:"until"`
	Person        string `json:"person"`
	Phone         string `json:"phone"`
	Estates       int    `json:"estates"` // that it manages on the day
	Proxied       int    `json:"proxied"` // of them by proxy
	LostAwards    bool   `json:"lostAwards"`
	BlacklistedOn string `json:"blacklistedOn"`
}

// CardProxy is the proxy relation of a scattered estate, or what a contiguous one carries.
type CardProxy struct {
	Status    string      `json:"status"` // assigned, unassigned, override, host
	HostFID   int64       `json:"hostFid"`
	HostName  string      `json:"hostName"`
	Company   string      `json:"company"`
	DistanceM float64     `json:"distanceM"`
	RunnersUp []ProxyHost `json:"runnersUp"`
	Served    []int64     `json:"served"` // with status host: the scattered estates it serves
	Reason    domain.Text `json:"reason"`
}

// ProxyHost is a possible host with its distance.
type ProxyHost struct {
	FID       int64   `json:"fid"`
	Name      string  `json:"name"`
	Company   string  `json:"company"`
	DistanceM float64 `json:"distanceM"`
	// Passed says why a nearer host was passed over; empty for those farther than the one taken.
	Passed domain.Text `json:"passed"`
}

// Decision is one thing that somebody decided.
type Decision struct {
	On   string      `json:"on"`
	By   string      `json:"by"`
	Text domain.Text `json:"text"`
}

// ProxyView is the assignment of RULES 7 on the day of a round.
type ProxyView struct {
	AsOf  string      `json:"asOf"`
	Links []ProxyLink `json:"links"`
	// Unassigned are candidates without a host in range.
	Unassigned []int64 `json:"unassigned"`
}

// ProxyLink is one line on the map, from nearest point to nearest point.
type ProxyLink struct {
	FID       int64     `json:"fid"`
	HostFID   int64     `json:"hostFid"`
	Company   int       `json:"company"` // index
	DistanceM float64   `json:"distanceM"`
	From      []float64 `json:"from"` // lon, lat on the scattered estate
	To        []float64 `json:"to"`   // on the host
	Override  bool      `json:"override"`
}

// ImportResult tells how an import ended.
type ImportResult struct {
	Done    bool        `json:"done"`
	Project ProjectInfo `json:"project"`
	// Faults are lines as `file:row: column: what`; with any of them nothing was written.
	Faults []ImportLine `json:"faults"`
	Notes  []ImportLine `json:"notes"`
	Counts []TableCount `json:"counts"`
}

// ImportLine is a fault or note with its place.
type ImportLine struct {
	File   string      `json:"file"`
	Row    int         `json:"row"`
	Column string      `json:"column"`
	Text   domain.Text `json:"text"`
}

// TableCount counts the rows taken of a file.
type TableCount struct {
	File string `json:"file"`
	Rows int    `json:"rows"`
}

// Failure is how an error crosses to the frontend.
type Failure struct {
	Code domain.Code `json:"code"`
	Text domain.Text `json:"text"`
}
