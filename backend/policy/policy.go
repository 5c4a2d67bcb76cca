// Package policy is the rule book: what the documents make of the records of a district as of a date. It ranks rounds, finds
// causes, counts strikes, sets levels and measures, withholds money and says where it goes, who is enrolled and what is
// payable, and who may serve or be served by proxy. Every figure can give its [domain.Reason]s: clause, sentence, evidence.
//
// It is not for reading or keeping records (packages ingest, gpkg), not for distances (package spatial) and not for
// hotspots. It has no clock, no randomness and no input or output; money is whole fen, scores and points are exact.
//
// [NewBook] does all work that does not depend on the date; [Book.Evaluate] then answers for any date in a millisecond or so:
//
//	book := policy.NewBook(tables)
//	ev := book.Evaluate(domain.MustDate("2026-03-31"))
//	for _, w := range ev.Withholdings {
//		fmt.Println(book.Companies[w.Company].Name, w.Month, w.Status, w.Amount)
//	}
//
// Records are named by their place in sorted lists: estates, companies and subdistricts in the order of their ids (bytes),
// rounds in order of date, then id. −1 is none. A Book and an Evaluation are never changed after they are made: any number
// of goroutines may read them and call their methods. Slices that they give belong to them and are not to be changed.
//
// The order of the input never matters, except among determinations of the same result and day, where the later row holds.
// Rows that name an estate or round that does not exist are left out; the import refuses them.
package policy

import "estateatlas/backend/domain"

// None is the place of a record that does not exist.
const None = -1

// Evaluate judges the tables as of a date: it is NewBook(t).Evaluate(asOf).
func Evaluate(t *domain.Tables, asOf domain.Date) *Evaluation { return NewBook(t).Evaluate(asOf) }

// Status tells what is certain from what waits for somebody to determine a cause (RULES 4).
type Status string

// The statuses.
const (
	Confirmed Status = "confirmed" // 已定
	Proposed  Status = "proposed"  // 拟定
)

// Timing tells money that is kept back from money that was paid already (RULES 5).
type Timing string

// The timings.
const (
	Withheld Timing = "withheld" // 扣发: the month of the deciding round and later
	Clawback Timing = "clawback" // 追回: months before it
)

// AwardKind is who can lose award eligibility (RULES 4).
type AwardKind string

// Who can lose.
const (
	AwardCompany AwardKind = "company" // 先进单位
	AwardEstate  AwardKind = "estate"  // 优秀小区
)
