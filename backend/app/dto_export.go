package app

import (
	"estateatlas/backend/basemap"
	"estateatlas/backend/domain"
)

// Shapes of exports: what is asked for, how far it is, where the base maps are. Conventions as in dto.go.

// ExportAsk says what shall be written and how.
type ExportAsk struct {
	// What is table (what the list shows), map, atlas (a page for each estate of FIDs, of the bottom band if there are none),
	// meeting, letter (official notices), template (of the notices of Letter.Kind), or a list of the command export: estates, ranking, measures, assignment, overview, companies, subdistricts,
	// proxy (a run of the planner's desk), withholdings, funds, findings, decisions, ledger, matrix, payable, interviews, level3, eligibility, quality, audit,
	// rectification (xlsx, csv, pdf by subdistrict, geojson).
	What string `json:"what"`
	// Format is xlsx, csv, geojson, pdf, png, pptx or docx.
	Format  string `json:"format"`
	RoundID string `json:"roundId"` // "" the latest
	// AsOf is the day judged, "" that of the round; with a day no round is named.
	AsOf string `json:"asOf,omitempty"`
	// Year of matrix, payable, interviews and eligibility, 0 that of the day judged.
	Year int    `json:"year,omitempty"`
	Lang string `json:"lang"` // zh, en
	// Columns of a table by the keys of the list, in order.
	Columns []string `json:"columns"`
	// FIDs are the rows of a table in order, the pages of an atlas.
	FIDs []int64 `json:"fids"`
	Map  MapAsk  `json:"map"`
	// Proxy is the run that a list of the kind proxy shows; none is that of the settings.
	Proxy *ProxyAsk `json:"proxy,omitempty"`
	// Letter says which notices a letter holds.
	Letter LetterAsk `json:"letter,omitempty"`
	// Rectify says window, kinds, band and day of the rectification list and of notices of it; its round and day are those above.
	Rectify *RectifyAsk `json:"rectify,omitempty"`
	// Rows leaves only these rows of the rectification list; FIDs, if any, only rows of these estates.
	Rows []RectifyKey `json:"rows,omitempty"`

	// baseMaps is where Map.BaseMap is looked up; whoever carries the ask out puts it there.
	baseMaps *basemap.Library
}

// RectifyKey names a row of the rectification list.
type RectifyKey struct {
	FID  int64  `json:"fid"`
	Item string `json:"item"`
}

// MapAsk says how a map is drawn on a page.
type MapAsk struct {
	Colouring ColouringAsk `json:"colouring"`
	// Extent is west, south, east, north in degrees; empty: the whole district.
	Extent   []float64 `json:"extent"`
	Paper    string    `json:"paper"` // A4, A3
	Portrait bool      `json:"portrait"`
	// WidthPx of a PNG, at most 3840; 0: 3840.
	WidthPx int `json:"widthPx"`
	// Filtered says that only the estates of Visible are shown in full, as the screen's filter leaves them; the legend counts them.
	Filtered bool    `json:"filtered"`
	Visible  []int64 `json:"visible"`
	Proxies  bool    `json:"proxies"`
	// BaseMap is the id of a base map of pictures that is drawn under the estates; "" without one. Of a map, not of an atlas.
	BaseMap string `json:"baseMap"`
	// Title in place of the district's name and the round; "" these.
	Title string `json:"title"`
}

// Job is a piece of work that may take a while.
type Job struct {
	ID    string `json:"id"`
	Done  int    `json:"done"`
	Total int    `json:"total"` // 0 not known yet
	// Finished jobs have a file or a failure. A job that was called off has neither.
	Finished bool     `json:"finished"`
	Failure  *Failure `json:"failure"`
	FileName string   `json:"fileName"` // proposed name, safe on every system
	Bytes    int64    `json:"bytes"`
}

// BaseMap is a map of others behind the estates.
type BaseMap struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// Kind is raster or vector. Its tiles are at basemap/{id}/{z}/{x}/{y}, Web Mercator.
	Kind string `json:"kind"`
	// Source is pmtiles, mbtiles or address.
	Source      string    `json:"source"`
	MinZoom     int       `json:"minZoom"`
	MaxZoom     int       `json:"maxZoom"`
	TileSize    int       `json:"tileSize"` // px of a raster tile
	Bounds      []float64 `json:"bounds"`   // west, south, east, north; empty: not said
	Attribution string    `json:"attribution"`
	// Layers of vector tiles, as far as the file names them.
	Layers []string `json:"layers"`
	// Problem says why it cannot be shown, both texts empty if it can.
	Problem domain.Text `json:"problem"`
}
