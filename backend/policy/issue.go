package policy

import (
	"strings"

	"estateatlas/backend/domain"
)

// IssueKind says what is inconsistent; screens may group by it.
type IssueKind string

// The kinds of issues.
const (
	IssueBothBands       IssueKind = "both_bands"              // an estate would be top and bottom (RULES 2)
	IssueRanksInPart     IssueKind = "official_ranks_in_part"  // official ranks ignored (RULES 2)
	IssueContradiction   IssueKind = "official_rank_conflict"  // official ranks against scores (RULES 2)
	IssueDetermination   IssueKind = "determination_no_effect" // RULES 3
	IssueOverlap         IssueKind = "agreements_overlap"      // RULES 1
	IssueConditions      IssueKind = "enrolled_without_all"    // RULES 6: without all three conditions
	IssueDateOrder       IssueKind = "dates_out_of_order"      // RULES 6
	IssueExit            IssueKind = "exit_before_enrolment"   // RULES 6
	IssueAmount          IssueKind = "amount_unknown"          // RULES 6: enrolled, amount unknown
	IssueNoSubdistrict   IssueKind = "no_subdistrict"          // a measure without a subdistrict
	IssueOverdrawn       IssueKind = "fund_overdrawn"          // RULES 5
	IssueUse             IssueKind = "fund_use_unfounded"      // RULES 5: a recorded use that would be refused now
	IssueOverrideInvalid IssueKind = "override_host_invalid"   // RULES 7
)

// Issue is something that the records say and that does not fit, reported and not changed.
type Issue struct {
	Kind      IssueKind     `json:"kind"`
	Clause    domain.Clause `json:"clause"`
	Text      domain.Text   `json:"text"` // names the records
	RoundIDs  []string      `json:"roundIds,omitempty"`
	EstateIDs []string      `json:"estateIds,omitempty"`
}

// namedAtMost is how many records a sentence names before it only counts; the Issue holds all of them.
const namedAtMost = 20

// label names an estate for a sentence: 幸福里（e01）, or the id alone.
func (x *Index) label(estate int) string {
	e := &x.Estates[estate]
	if e.Name == "" || e.Name == e.ID {
		return e.ID
	}
	return e.Name + "（" + e.ID + "）"
}

// companyName returns a company's name, or its id where it has none.
func (x *Index) companyName(company int) string {
	if c := &x.Companies[company]; c.Name != "" {
		return c.Name
	}
	return x.Companies[company].ID
}

// labels lists estates for a sentence, in Chinese and in English.
func (x *Index) labels(estates []int32) domain.Text {
	names := make([]string, 0, namedAtMost)
	for _, e := range estates[:min(len(estates), namedAtMost)] {
		names = append(names, x.label(int(e)))
	}
	t := domain.Text{ZH: strings.Join(names, "、"), EN: strings.Join(names, ", ")}
	if more := len(estates) - len(names); more > 0 {
		rest := domain.Say("等 %d 个小区", " and others, %d estates in all", len(estates))
		t.ZH += rest.ZH
		t.EN += rest.EN
	}
	return t
}

func (x *Index) ids(estates []int32) []string {
	ids := make([]string, len(estates))
	for i, e := range estates {
		ids[i] = x.estateIDs[e]
	}
	return ids
}

// roundLabel names a round for a sentence: its name, or its id where it has none.
func roundLabel(r *domain.Round) string {
	if r.Name != "" {
		return r.Name
	}
	return r.ID
}
