package policy

import (
	"cmp"
	"slices"
)

// Loss is the loss of award eligibility of an estate or a company for a year (HB 五(三)).
type Loss struct {
	Year int
	Kind AwardKind
	ID   string
	At   int // place of the estate or company
}

// findLosses lists who was bottom for any cause: the estate and the company in force on the round's date.
func (ev *Evaluation) findLosses() {
	estates := make([]int, len(ev.Estates)) // the last year that the estate lost
	companies := make([]int, len(ev.Companies))
	for i := range ev.Results {
		r := &ev.Results[i]
		year := ev.Rounds[r.Round].year
		if estates[r.Estate] != year {
			estates[r.Estate] = year
			ev.Eligibility = append(ev.Eligibility, Loss{year, AwardEstate, ev.estateIDs[r.Estate], r.Estate})
		}
		if r.Company != None && companies[r.Company] != year {
			companies[r.Company] = year
			ev.Eligibility = append(ev.Eligibility, Loss{year, AwardCompany, ev.Companies[r.Company].ID, r.Company})
		}
	}
	slices.SortFunc(ev.Eligibility, compareLoss)
}

func compareLoss(a, b Loss) int {
	return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.ID, b.ID))
}

// Lost reports whether an estate or a company lost award eligibility for a year.
func (ev *Evaluation) Lost(kind AwardKind, at, year int) bool {
	if at == None {
		return false
	}
	id := ev.awardID(kind, at)
	_, lost := slices.BinarySearchFunc(ev.Eligibility, Loss{Year: year, Kind: kind, ID: id}, compareLoss)
	return lost
}

func (ev *Evaluation) awardID(kind AwardKind, at int) string {
	if kind == AwardEstate {
		return ev.estateIDs[at]
	}
	return ev.Companies[at].ID
}

// LossResults returns the bottom results by which eligibility was lost, as places in Results.
func (ev *Evaluation) LossResults(l *Loss) []int {
	var out []int
	for i := range ev.Results {
		r := &ev.Results[i]
		who := r.Estate
		if l.Kind == AwardCompany {
			who = r.Company
		}
		if who == l.At && ev.Rounds[r.Round].year == l.Year {
			out = append(out, i)
		}
	}
	return out
}

// Commendation is a top result of a district_sanitary round (HB 五(一)).
type Commendation struct {
	Round   int
	Estate  int
	Company int // in force on the round's date, None without one
	// It counts toward 优秀小区 and toward 先进单位 unless the estate, or the company, lost eligibility for the year.
	CountsForEstate  bool
	CountsForCompany bool
}

// Commendations returns the top results of rounds that HB applies to, by round, then estate.
func (ev *Evaluation) Commendations() []Commendation {
	var out []Commendation
	for i := range ev.Rounds {
		r := &ev.Rounds[i]
		if !r.inForce {
			continue
		}
		for j := range r.Results {
			if r.Results[j].band != top {
				continue
			}
			c := Commendation{Round: i, Estate: int(r.Results[j].Estate), Company: None}
			if a := ev.AgreementOn(c.Estate, r.Round.HeldOn); a != nil {
				c.Company = int(a.Company)
			}
			c.CountsForEstate = !ev.Lost(AwardEstate, c.Estate, r.year)
			c.CountsForCompany = c.Company != None && !ev.Lost(AwardCompany, c.Company, r.year)
			out = append(out, c)
		}
	}
	return out
}
