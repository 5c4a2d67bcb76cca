package app

import (
	"estateatlas/backend/domain"
	"estateatlas/backend/quality"
)

// Shapes of the data quality page (数据质量): what is wrong or doubtful in the records, and how it could be mended. Conventions as in
// dto.go. What a fault is stands in package quality.

// QualityAsk says what is checked. The zero value is how the page opens.
type QualityAsk struct {
	// Rounds is how many of the latest sanitary rounds an estate may miss before it is reported, at most 24; 0: three.
	Rounds int `json:"rounds"`
}

// QualityView is what was found, counted.
type QualityView struct {
	Version string `json:"version"` // of the project that was checked
	// AsOf is the day of the latest round of any kind, today without one.
	AsOf   string        `json:"asOf"`
	Rounds int           `json:"rounds"` // as used
	Total  int           `json:"total"`
	Groups []QualityText `json:"groups"` // in the order of the kinds
	Kinds  []QualityKind `json:"kinds"`  // all of them, also those without a fault
}

// QualityText names a group of kinds.
type QualityText struct {
	Key  string      `json:"key"`
	Name domain.Text `json:"name"`
}

// QualityKind is a kind of faults.
type QualityKind struct {
	Key        string      `json:"key"`
	Group      string      `json:"group"`
	Name       domain.Text `json:"name"`
	Rule       domain.Text `json:"rule"` // how it is told, with every limit
	Unit       domain.Text `json:"unit"` // of QualityRow.Size; empty: nothing to measure
	Count      int         `json:"count"`
	Repairable int         `json:"repairable"` // for which a safe repair is offered
	Note       domain.Text `json:"note"`       // why there is nothing to check, e.g. no official ranks in the data; empty: there is
}

// QualityProgress says how far a check has come.
type QualityProgress struct {
	Running bool `json:"running"`
	Done    int  `json:"done"`
	Total   int  `json:"total"`
}

// QualityRow is a fault in the list.
type QualityRow struct {
	Key  string  `json:"key"`
	Kind string  `json:"kind"`
	FIDs []int64 `json:"fids"` // of the estates that it names, in no order of weight; empty: none
	// Lon, Lat and Box (west, south, east, north) are where it shows; Box is empty for a fault without a place.
	Lon     float64          `json:"lon"`
	Lat     float64          `json:"lat"`
	Box     []float64        `json:"box"`
	Size    float64          `json:"size"` // in the unit of the kind; rows come largest first
	Text    domain.Text      `json:"text"`
	Repairs []quality.Repair `json:"repairs"`
}

// QualityDetail is a fault with its evidence.
type QualityDetail struct {
	Row    QualityRow     `json:"row"`
	Facts  []quality.Fact `json:"facts"`
	Clause *domain.Clause `json:"clause"` // null: it rests on no document
	Shapes []QualityShape `json:"shapes"` // boundaries of the estates that it names
	Ground Shape          `json:"ground"` // what it is about: ground in common, sliver parts; empty: the whole estate
}

// QualityShape is the boundary of an estate.
type QualityShape struct {
	FID   int64  `json:"fid"`
	Name  string `json:"name"`
	Shape Shape  `json:"shape"`
}

// QualityChoice is a repair that the user has chosen.
type QualityChoice struct {
	Key    string `json:"key"`
	Repair string `json:"repair"`
}

// QualityPreview is what repairs would change.
type QualityPreview struct {
	Lines       []quality.Line  `json:"lines"`
	Shapes      []QualityChange `json:"shapes"`
	Consequence Consequence     `json:"consequence"` // for measures and money; closed rounds that it touches
}

// QualityChange is a boundary before and after a repair; After is empty where the estate is taken out.
type QualityChange struct {
	FID      int64   `json:"fid"`
	Name     string  `json:"name"`
	Before   Shape   `json:"before"`
	After    Shape   `json:"after"`
	BeforeM2 float64 `json:"beforeM2"`
	AfterM2  float64 `json:"afterM2"`
}
