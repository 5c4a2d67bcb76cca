package sheet

import (
	"strings"
	"time"
	"unicode"
)

// Meeting is the walk of a meeting as pages, in words: the same pages become a PDF (WriteMeetingPDF) and a presentation
// (WriteMeetingSlides). All text is in Lang already; names may be anything that a table held.
type Meeting struct {
	Lang Lang
	// Title names the round and begins the head of each page; Subtitle stands below it on the cover.
	Title, Subtitle string
	// Facts stand small beside the title of each page.
	Facts []string
	// Internal and MadeUp put their marks on each page.
	Internal, MadeUp bool
	Date             string
	// Created is the date in the file's properties.
	Created time.Time
	Cover   MeetingPage // its map and figures; the rest is the meeting's
	Items   []MeetingItem
}

// MeetingItem is an item of the agenda. Its pages follow each other; a long table takes more of them than stand here.
type MeetingItem struct {
	Name  string
	Pages []MeetingPage
}

// MeetingPage is a map with what is said beside it: a card, or figures, a table and a note, whichever are there.
type MeetingPage struct {
	Title   string
	Map     *MeetingMap
	Card    *MeetingCard
	Figures []MeetingFigure
	Table   *MeetingTable
	// Note says what is so where there is nothing to show, or what has to be said beside the table.
	Note string
}

// MeetingMap is a part of a map.
type MeetingMap struct {
	// About says in words what the map shows, for those who do not see it.
	About string
	Of    *Prepared
	// Chosen, Lit and Ringed are as in Inset.
	Chosen      int
	Lit, Ringed []int
}

// MeetingFigure is a figure with its unit: 64.26 万元.
type MeetingFigure struct {
	Label, Value, Unit string
	Notes              []string
	// Alarm colours the figure: bottom results only.
	Alarm bool
}

// MeetingTable is a table, ready to be read.
type MeetingTable struct {
	Head  []string
	Right []bool // the column holds numbers
	// Strong is the column of names.
	Strong int
	Rows   [][]string
}

// MeetingCard is what is said of an estate.
type MeetingCard struct {
	Rank string
	// Band is Top, Bottom or another: the badge of the map.
	Band  int
	Name  string
	Facts []string

	History    MeetingHistory
	Deductions MeetingDeductions
	Measures   MeetingMeasures
	Figures    []MeetingFigure
}

// MeetingHistory is a course of ranks; without points the section is left out.
type MeetingHistory struct {
	Title, Note string
	Points      []MeetingRank // oldest first
	BandSize    int
}

// MeetingRank is one round.
type MeetingRank struct {
	Label    string // of the axis
	Rank, Of int    // 0: not scored
	Band     int
}

// MeetingDeductions are points lost by item, most first.
type MeetingDeductions struct {
	Title, Note string
	Items       []MeetingBar
}

// MeetingBar is one item; Part is its length, 1 the longest.
type MeetingBar struct {
	Name, Points string
	Part         float64
	Company      bool // dark: the company's duty; light: the territory's
}

// MeetingMeasures are the bottom results of the year with what each opens, oldest first.
type MeetingMeasures struct {
	Title, Note string
	Rows        []MeetingMeasure
}

// MeetingMeasure is one of them; Now is that of the round.
type MeetingMeasure struct {
	When, Rank, Level, Text string
	Now                     bool
}

// tidy makes a record's text a single line without marks that turn or hide letters.
func tidy(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) }), " ")
}

// gap parts what stands side by side on a line: a Chinese character's width in any font.
const gap = "   "

// joined puts records side by side on a line.
func joined(records ...string) string {
	var out []string
	for _, r := range records {
		if r = tidy(r); r != "" {
			out = append(out, r)
		}
	}
	return strings.Join(out, gap)
}
