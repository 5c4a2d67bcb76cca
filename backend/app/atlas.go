// Package app holds the use cases: one exported method of Atlas for each thing that a user does. It joins the rules, the
// geometry and the store, and makes the shapes that the screens show. It knows no window, no HTTP and no SQL.
package app

import "errors"

// Atlas is one open program: at most one project at a time. Its exported methods are the whole language between the
// frontend and Go, the same in the window (Wails bindings) and in the browser (package server). Safe for several goroutines.
type Atlas struct{}

var errSoon = errors.New("no project")

// Session says what is open.
func (a *Atlas) Session() (Session, error) { return Session{}, nil }

// District returns what does not change with the round.
func (a *Atlas) District() (District, error) { return District{}, errSoon }

// Round returns the district as of the day of a district_sanitary round; "" is the latest.
func (a *Atlas) Round(roundID string) (RoundView, error) { return RoundView{}, errSoon }

// Card returns all that is known of one estate as of the day of a round.
func (a *Atlas) Card(fid int64, roundID string) (Card, error) { return Card{}, errSoon }

// History returns the last results, at most count each and oldest first, of estates up to a round: the small charts of the table.
func (a *Atlas) History(fids []int64, roundID string, count int) ([][]HistoryPoint, error) {
	return nil, errSoon
}

// Proxies returns the assignment of scattered estates as of the day of a round.
func (a *Atlas) Proxies(roundID string) (ProxyView, error) { return ProxyView{}, errSoon }

// OpenDemo makes the demo district where it is missing and opens it.
func (a *Atlas) OpenDemo() (Session, error) { return Session{}, errSoon }

// Open opens a project file.
func (a *Atlas) Open(path string) (Session, error) { return Session{}, errSoon }

// Import reads folders and files into the open project, or into a new one at target if none is open.
func (a *Atlas) Import(target string, sources []string) (ImportResult, error) {
	return ImportResult{}, errSoon
}
