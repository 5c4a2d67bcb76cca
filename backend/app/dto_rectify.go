package app

import "estateatlas/backend/domain"

// Shapes of the rectification desk (整改): what recurs and where, who answers for it, by when. Conventions as in dto.go. A company is
// an index into District.Companies (−1 none), a subdistrict one into District.Subdistricts. Every rule is that of RULES 8.

// RectifyAsk says which list is wanted. The zero value is the latest round with the district's settings.
type RectifyAsk struct {
	RoundID string `json:"roundId"` // a district_sanitary round whose day closes the window; "" the latest
	AsOf    string `json:"asOf"`    // a day in its place; with a day no round is named
	// Window is how many rounds count, at most 120; 0: the setting hotspot_window.
	Window int `json:"window"`
	// Kinds of the rounds that count: district_sanitary, joint_check, routine, city_evaluation; empty: the setting hotspot_kinds.
	Kinds []string `json:"kinds"`
	BandM float64  `json:"bandM"` // of the cluster tests, metres; 0: worked out from the estates
	// On is the day that deadlines are held against, "" the day that closes the window. Decisions and resolved findings up to it count.
	On string `json:"on"`
}

// RectifyView is the desk.
type RectifyView struct {
	RoundID string   `json:"roundId"` // "" where a day was asked for
	AsOf    string   `json:"asOf"`    // closes the window
	On      string   `json:"on"`
	Window  int      `json:"window"` // as asked or set; the project may have fewer rounds
	Kinds   []string `json:"kinds"`
	BandM   float64  `json:"bandM"` // as used
	// BandGiven: the band was asked for. BandCapped: the default was cut to 2,000 m.
	BandGiven  bool `json:"bandGiven"`
	BandCapped bool `json:"bandCapped"`

	Sums RectifySums `json:"sums"`
	// Rounds are the last ones of the kinds, oldest first: those of the window and as many before it, at least twelve if there are so many.
	Rounds  []RectifyRound  `json:"rounds"`
	Estates []RectifyEstate `json:"estates"` // those with a row, heaviest burden first
	Rows    []RectifyRow    `json:"rows"`    // heaviest burden of the estate first, then by estate and item

	Items        []RectifyItem  `json:"items"` // most rows first
	Subdistricts []RectifyGroup `json:"subdistricts"`
	Companies    []RectifyGroup `json:"companies"` // of the rows that a company answers for; index −1: no agreement
	Parties      []RectifyParty `json:"parties"`   // who answers, most rows first
	Matrix       RectifyMatrix  `json:"matrix"`
	Months       []RectifyMonth `json:"months"` // twelve, over all rounds of the kinds up to the day
	// Times counts estate and item pairs by the rounds of the window in which they occurred: once, twice, …; by side.
	Times []RectifyTimes `json:"times"`

	// Clusters are the classes of Gi* over all estates, in the order hot_99 … none … cold_99, then unknown (无结论).
	Clusters []RectifyClass `json:"clusters"`
	// Lisa are the classes of local Moran: high_high, high_low, low_high, low_low, none, unknown.
	Lisa []RectifyClass `json:"lisa"`
	// Courses are the classes of estate: new, intensifying, persistent, diminishing, sporadic, none, then unscored.
	Courses  []RectifyClass `json:"courses"`
	Findings FindingSums    `json:"findings"`
	Log      []domain.Text  `json:"log"` // the decisions in plain words
}

// RectifySums are the figures on top.
type RectifySums struct {
	Listed   int `json:"listed"`   // rows
	Estates  int `json:"estates"`  // that have a row
	Frequent int `json:"frequent"` // rows; those that are both count here and in Prone
	Prone    int `json:"prone"`
	Both     int `json:"both"`
	// By status: Open holds the overdue ones. Done + Recheck + Open = Listed.
	Open    int `json:"open"`
	Recheck int `json:"recheck"`
	Done    int `json:"done"`
	Overdue int `json:"overdue"`
	DueSoon int `json:"dueSoon"` // open, due within seven days, the day itself included
	NoDue   int `json:"noDue"`   // open, without a deadline
	// Unscored estates have no scored round in the window (无盲区).
	Unscored     int     `json:"unscored"`
	UnscoredFIDs []int64 `json:"unscoredFids"`
}

// RectifyRound is what occurred in a round: pairs of estate and item with a deduction or finding.
type RectifyRound struct {
	ID       string  `json:"id"`
	Name     string  `json:"name"`
	HeldOn   string  `json:"heldOn"`
	Kind     string  `json:"kind"`
	InWindow bool    `json:"inWindow"`
	Scored   int     `json:"scored"`
	Company  int     `json:"company"`  // problems that the company answers for
	Locality int     `json:"locality"` // problems that subdistrict and community answer for
	Points   float64 `json:"points"`   // lost in the round
	Findings int     `json:"findings"`
	// Again are the problems that the same estate also had when it was scored last, Fresh the others.
	Again int `json:"again"`
	Fresh int `json:"fresh"`
}

// RectifyEstate is an estate with a row on the list.
type RectifyEstate struct {
	FID         int64   `json:"fid"`
	Name        string  `json:"name"`
	Subdistrict int     `json:"subdistrict"`
	Community   string  `json:"community"`
	Company     int     `json:"company"` // by the agreement in force on the day that closes the window
	Burden      float64 `json:"burden"`
	Scored      int     `json:"scored"`      // rounds of the window
	Occurrences int     `json:"occurrences"` // rounds of the window with anything
	// ScoredIn and Points run along the rounds of the window, oldest first.
	ScoredIn []bool    `json:"scoredIn"`
	Points   []float64 `json:"points"`
	// Cluster is a class of RectifyView.Clusters; Z and P (before the correction) are 0 and 1, Q 1 where it is unknown.
	Cluster string  `json:"cluster"`
	Z       float64 `json:"z"`
	P       float64 `json:"p"`
	Q       float64 `json:"q"`
	Lisa    string  `json:"lisa"` // a class of RectifyView.Lisa
	LisaI   float64 `json:"lisaI"`
	LisaP   float64 `json:"lisaP"` // by permutation; 1 where it is unknown
	Trend   string  `json:"trend"` // rising, falling, none (Mann–Kendall)
	TrendP  float64 `json:"trendP"`
	Course  string  `json:"course"`
	// Ranks of the last eight district_sanitary rounds up to the day, oldest first, 0 not scored.
	Ranks []int   `json:"ranks"`
	Lon   float64 `json:"lon"` // a point inside it; OnMap false: 0, 0
	Lat   float64 `json:"lat"`
	OnMap bool    `json:"onMap"`
	Rows  int     `json:"rows"` // of it on the list
}

// RectifyRow is a row of the list: an item that is frequent or prone at an estate.
type RectifyRow struct {
	Estate int    `json:"estate"` // index into RectifyView.Estates
	FID    int64  `json:"fid"`
	Item   string `json:"item"` // code
	Name   string `json:"name"` // of the item
	// In runs along the rounds of the window, oldest first.
	In          []bool `json:"in"`
	Occurrences int    `json:"occurrences"`
	Scored      int    `json:"scored"`
	Frequent    bool   `json:"frequent"`
	Prone       bool   `json:"prone"`
	// Side that answers: company or territorial. Party names it.
	Side    string      `json:"side"`
	Party   domain.Text `json:"party"`
	Company int         `json:"company"` // −1 of territorial rows and without an agreement
	Contact string      `json:"contact"` // of the company; "" unknown
	// Status is open (整改中), done (已整改), recheck (复查) or overdue (逾期: open past its deadline).
	Status string `json:"status"`
	// Recurred: it was done, and occurred in a later round again.
	Recurred bool `json:"recurred"`
	// Source of the status: step (recorded here), findings (all its findings are resolved), none.
	Source   string `json:"source"`
	DueOn    string `json:"dueOn"` // "" none
	DaysLeft int    `json:"daysLeft"`
	Note     string `json:"note"`
	By       string `json:"by"`
	StepOn   string `json:"stepOn"`
	Steps    int    `json:"steps"`
	LastSeen string `json:"lastSeen"`
	// Findings of estate and item up to On, OpenFindings those that are not resolved.
	Findings     int `json:"findings"`
	OpenFindings int `json:"openFindings"`
}

// RectifyItem sums up an inspection item.
type RectifyItem struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	Side     string `json:"side"`
	Listed   int    `json:"listed"`
	Frequent int    `json:"frequent"`
	Prone    int    `json:"prone"` // both count in both
	Done     int    `json:"done"`
	Overdue  int    `json:"overdue"`
	// Occurrences in the window, all estates; Estates with at least one.
	Occurrences int `json:"occurrences"`
	Estates     int `json:"estates"`
}

// RectifyGroup sums up a subdistrict or a company: rows of the list, and findings.
type RectifyGroup struct {
	Index   int     `json:"index"`
	Name    string  `json:"name"`
	Listed  int     `json:"listed"`
	Done    int     `json:"done"`
	Recheck int     `json:"recheck"`
	Overdue int     `json:"overdue"`
	Rate    float64 `json:"rate"` // done / listed, 0–1; −1 without rows
	// Findings up to the day On.
	Findings        int     `json:"findings"`
	Resolved        int     `json:"resolved"`
	OverdueFindings int     `json:"overdueFindings"`
	FindingRate     float64 `json:"findingRate"` // resolved / findings; −1 without any
}

// RectifyParty is who answers for rows: a company, or a subdistrict with a community.
type RectifyParty struct {
	Side    string      `json:"side"`
	Party   domain.Text `json:"party"`
	Company int         `json:"company"`
	Contact string      `json:"contact"`
	Listed  int         `json:"listed"`
	Done    int         `json:"done"`
	Recheck int         `json:"recheck"`
	Overdue int         `json:"overdue"`
	FIDs    []int64     `json:"fids"`
}

// RectifyMatrix is items by subdistricts. Cells holds Items × Subdistricts, row after row.
type RectifyMatrix struct {
	Items        []string     `json:"items"`
	Subdistricts []int        `json:"subdistricts"`
	Cells        []RectifyHit `json:"cells"`
}

// RectifyHit is a cell of the matrix.
type RectifyHit struct {
	Listed      int     `json:"listed"`
	Occurrences int     `json:"occurrences"` // in the window
	Estates     int     `json:"estates"`     // with an occurrence
	Points      float64 `json:"points"`
}

// RectifyMonth is a month of the year, over all years.
type RectifyMonth struct {
	Month    int `json:"month"` // 1–12
	Rounds   int `json:"rounds"`
	Scored   int `json:"scored"` // results
	Company  int `json:"company"`
	Locality int `json:"locality"`
	// PerHundred is how many problems a hundred results of the month had; 0 without a round.
	PerHundred float64 `json:"perHundred"`
}

// RectifyTimes counts pairs of estate and item that occurred in so many rounds of the window.
type RectifyTimes struct {
	Times    int `json:"times"`
	Company  int `json:"company"`
	Locality int `json:"locality"`
}

// RectifyClass is a class with its words and how many estates are in it.
type RectifyClass struct {
	Key   string      `json:"key"`
	Text  domain.Text `json:"text"`
	Means domain.Text `json:"means"` // its definition in a sentence
	Count int         `json:"count"`
}

// RectifyStepAsk asks for a step of a row. A batch is decided as one.
type RectifyStepAsk struct {
	FID    int64  `json:"fid"`
	Item   string `json:"item"`
	Status string `json:"status"` // open, done, recheck; "" stays
	DueOn  string `json:"dueOn"`  // "" stays as it is, "-" takes the deadline away
	Note   string `json:"note"`   // what was done, or why; must be given to open again what was done
	On     string `json:"on"`     // the day of the step, "" today
}

// RectifyStep is a step that was recorded.
type RectifyStep struct {
	Number int64  `json:"number"`
	Round  string `json:"round"` // name of the round in which the item had been seen last
	Status string `json:"status"`
	DueOn  string `json:"dueOn"`
	On     string `json:"on"`
	By     string `json:"by"`
	Note   string `json:"note"`
}

// RectifyProgress says how far the analysis under way has come.
type RectifyProgress struct {
	Running bool `json:"running"`
	Done    int  `json:"done"`
	Total   int  `json:"total"`
}
