package app

import "estateatlas/backend/domain"

// Shapes of findings (点位) and of their density. Conventions as in dto.go.

// FindingsAsk says which findings are wanted.
type FindingsAsk struct {
	On string `json:"on"` // the day they are judged on, "" today; findings found after it are left out
}

// FindingsView is the findings, the most urgent first: overdue, open by deadline, then resolved ones, latest first.
type FindingsView struct {
	On   string       `json:"on"`
	Sums FindingSums  `json:"sums"`
	Rows []FindingRow `json:"rows"`
}

// FindingSums counts findings.
type FindingSums struct {
	Total    int     `json:"total"`
	Open     int     `json:"open"` // holds the overdue ones
	Overdue  int     `json:"overdue"`
	Resolved int     `json:"resolved"`
	Late     int     `json:"late"` // resolved after their deadline
	Rate     float64 `json:"rate"` // resolved / total, 0–1; −1 without any
}

// FindingRow is a finding (点位).
type FindingRow struct {
	ID          string      `json:"id"`
	FID         int64       `json:"fid"`
	Estate      string      `json:"estate"`
	Subdistrict int         `json:"subdistrict"`
	Company     int         `json:"company"` // by the agreement in force when it was found
	RoundID     string      `json:"roundId"` // "" it names none
	Item        string      `json:"item"`
	Name        string      `json:"name"`
	Side        string      `json:"side"`
	Party       domain.Text `json:"party"`
	FoundOn     string      `json:"foundOn"`
	DueOn       string      `json:"dueOn"`
	ResolvedOn  string      `json:"resolvedOn"` // "" open on the day
	Status      string      `json:"status"`     // open, overdue, done
	DaysLeft    int         `json:"daysLeft"`   // of open ones with a deadline
	Description string      `json:"description"`
	Photo       string      `json:"photo"` // where the photo lies, as it was typed: shown, never opened
	Note        string      `json:"note"`  // of the last decision: what was done, or why it was opened again
	By          string      `json:"by"`
	OnMap       bool        `json:"onMap"` // Lon and Lat are its own; else those of a point inside the estate, or 0
	Lon         float64     `json:"lon"`
	Lat         float64     `json:"lat"`
	HasPlace    bool        `json:"hasPlace"` // there is a place to show it at
}

// FindingAsk is a finding to add (ID "") or to change.
type FindingAsk struct {
	ID          string `json:"id"`
	FID         int64  `json:"fid"`
	RoundID     string `json:"roundId"`
	Item        string `json:"item"`
	FoundOn     string `json:"foundOn"`
	DueOn       string `json:"dueOn"`
	Description string `json:"description"`
	Photo       string `json:"photo"`
	// Point is longitude and latitude, empty: the finding is of the estate as a whole.
	Point []float64 `json:"point"`
}

// FindingsStepAsk resolves findings, opens them again, sets their deadline or removes them, as one decision.
type FindingsStepAsk struct {
	IDs    []string `json:"ids"`
	Action string   `json:"action"` // resolve, reopen, due, remove
	On     string   `json:"on"`     // day of resolving, or the new deadline; "" today
	Note   string   `json:"note"`   // must be given to reopen and to remove
}

// FindingPlace says to which estate a point of the map belongs: nearest first, at most five.
type FindingPlace struct {
	FID         int64   `json:"fid"`
	Name        string  `json:"name"`
	Subdistrict int     `json:"subdistrict"`
	DistanceM   float64 `json:"distanceM"` // 0 inside
}

// HeatAsk asks for a surface of density.
type HeatAsk struct {
	// Of is findings (all up to the day), open (findings not resolved), or burden (of the estates).
	Of string     `json:"of"`
	By RectifyAsk `json:"by"`
	// BandwidthM of the kernel, 50–5,000 m; 0: worked out from the points.
	BandwidthM float64 `json:"bandwidthM"`
	Item       string  `json:"item"` // findings of this item only; "" all
}

// HeatView is a surface of density as areas above levels: each lies within the one before, so they are drawn in order.
type HeatView struct {
	Of         string      `json:"of"`
	On         string      `json:"on"`
	BandwidthM float64     `json:"bandwidthM"`
	CellM      float64     `json:"cellM"`
	Points     int         `json:"points"` // that went in
	Left       int         `json:"left"`   // without a place on the map
	Most       float64     `json:"most"`   // the highest density, in Unit
	Unit       domain.Text `json:"unit"`   // findings a hectare
	Bands      []HeatBand  `json:"bands"`
	Text       domain.Text `json:"text"` // kernel, bandwidth, points, for the legend
}

// HeatBand is the area where the density is at least From. Shape is a MultiPolygon in degrees, as in GeoJSON.
type HeatBand struct {
	From  float64         `json:"from"`
	To    float64         `json:"to"`
	Step  float64         `json:"step"` // 0–1 on the ramp
	Label domain.Text     `json:"label"`
	Shape [][][][]float64 `json:"shape"`
}
