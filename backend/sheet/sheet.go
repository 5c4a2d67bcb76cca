// Package sheet lays out what is hung on a wall or handed round: the map of a district on a page, an atlas with a page for each
// estate, the pages of a meeting. It takes plain data, knows how an estate looks and where a name has room, and draws on a
// paper.Canvas. It decides nothing about estates, ranks or money: classes, counts and facts come ready.
//
// The map is the screen's (frontend/src/map): fill by rank band or class, outline and hatch by subsidy state, symbols for
// what is too small, badges for top and bottom. A length of one pixel there is one unit here, Size.unit mm. North is up; the
// plane is the frame of the district (RULES 7), so that the scale is true everywhere on the page.
package sheet

import (
	"github.com/paulmach/orb"

	"estateatlas/backend/spatial"
)

// Bands of Estate.Band, as on the screen.
const (
	Unranked = iota
	Top
	Middle1 // best fifth of the middle
	Middle2
	Middle3
	Middle4
	Middle5
	Bottom
	bandCount
)

// States of Estate.State, as on the screen.
const (
	Paid = iota
	Proposed
	WithheldMonth
	WithheldQuarter
	WithheldYear
	Unfunded
	NotEnrolled
	Exited
	stateCount
)

// Lang is the language of everything but names.
type Lang string

// Languages.
const (
	Chinese Lang = "zh"
	English Lang = "en"
)

// pick returns the text of the language.
func (l Lang) pick(zh, en string) string {
	if l == English {
		return en
	}
	return zh
}

// Size is a page.
type Size struct {
	Width, Height float64 // mm
	// unit is how many mm stand for a pixel of the screen; margin is kept free all around.
	unit, margin float64
	name         string
}

// SizeOf returns a page by its name, A4 or A3; any other name is A4.
func SizeOf(name string, portrait bool) Size {
	s := Size{Width: 297, Height: 210, unit: 0.2, margin: 10, name: "A4"}
	if name == "A3" {
		s = Size{Width: 420, Height: 297, unit: 0.25, margin: 13, name: "A3"}
	}
	if portrait {
		s.Width, s.Height = s.Height, s.Width
	}
	return s
}

// Map is everything that a map sheet shows.
type Map struct {
	Lang Lang
	Size Size
	// Title and Subtitle stand above the map.
	Title, Subtitle string
	// Facts are lines of the imprint: round, date, source.
	Facts []string
	// Internal and MadeUp put their marks beside the title.
	Internal, MadeUp bool

	Frame *spatial.Frame
	// Extent is what the map must show, in degrees.
	Extent    orb.Bound
	Estates   []Estate
	Ground    []Ground
	Base      *Base     // nil without one
	Companies []Company // by index, for links
	Links     []Link
	// Subdistricts are names by index, placed by their estates where Ground has no subdistricts.
	Subdistricts []string

	Legend Legend
}

// Estate is an estate on the map.
type Estate struct {
	// Boundary is in degrees; empty: not on the map.
	Boundary orb.MultiPolygon
	// At is a point inside it, in degrees, and Room how wide it is there, in metres.
	At          orb.Point
	Room        float64
	AreaM2      float64
	Name        string
	Subdistrict int
	Rank        int
	// FromBottom orders the bottom band; 1 is the last place.
	FromBottom  int
	Band, State int
	// Class is the position in Legend.Classes when the map has a colouring; −1 without a value.
	Class int
	Faded bool // the filter leaves it out
}

// Ground is a shape behind the estates.
type Ground struct {
	Layer    string // water, roads, subdistricts
	Name     string
	Class    string
	Geometry orb.Geometry // degrees
}

// Company is a service company, by what is short of its name.
type Company struct{ Short string }

// Link is a proxy relation: Estates[Estate] is looked after by the company of Estates[Host].
type Link struct {
	Estate, Host int
	Company      int
	From, To     orb.Point // degrees
}

// Legend is what stands beside the map besides the fixed signs.
type Legend struct {
	// Bands and States are counts of what is shown; they run along the constants.
	Bands, States [bandCount]int
	// First and Last rank of each band; 0 where it is empty.
	First, Last [bandCount]int
	BandSize    int
	// Classes, when not nil, take the place of the bands; Method names number, method and classes.
	Classes []Class
	// ByCompany says that the classes are companies, in whose colours the links are too.
	ByCompany bool
	Title     string
	Method    string
	// Missing counts the estates without a value.
	Missing int
	// NoValue is what those are called; "" for the usual words.
	NoValue string
	// Filter says what is left out; "" without a filter.
	Filter string
	// OffMap counts estates without a boundary.
	OffMap int
}

// Class is a line of a colouring's legend.
type Class struct {
	Label  string
	Swatch Swatch
	Count  int
}
