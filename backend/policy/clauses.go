package policy

import "estateatlas/backend/domain"

// The clauses that figures name.
var (
	clauseRanking     = domain.Clause{Document: domain.DocHB, Place: "五(一)–(三)"}
	clauseCommended   = domain.Clause{Document: domain.DocHB, Place: "五(一)"}
	clauseBottom      = domain.Clause{Document: domain.DocHB, Place: "五(二)"}
	clauseEligibility = domain.Clause{Document: domain.DocHB, Place: "五(三)"}
	clauseFund        = domain.Clause{Document: domain.DocHB, Place: "五(四)"}
	clauseFunctions   = domain.Clause{Document: domain.DocHB, Place: "三"}
	clauseTerritorial = domain.Clause{Document: domain.DocHB, Place: "四"}
	clauseEnrolled    = domain.Clause{Document: domain.DocTJ, Place: "二(一)"}
	clauseExit        = domain.Clause{Document: domain.DocTJ, Place: "二(四)"}
	clauseAgreement   = domain.Clause{Document: domain.DocTJ, Place: "三(三)2"}
	clauseProxy       = domain.Clause{Document: domain.DocTJ, Place: "六(一)"}
	clauseConditions  = domain.Clause{Document: domain.DocHD, Place: "纳入条件"}
	clauseExitHD      = domain.Clause{Document: domain.DocHD, Place: "退出"}
)

// expired reports whether the period of force of a clause's document had ended on the date judged (RULES 0).
func (b *Book) expired(c domain.Clause, on domain.Date) bool {
	last := b.Policy.InForce[c.Document].Last
	return last != 0 && on > last
}

// Clauses that a decision rests on before there is a result with reasons.
var (
	ClauseMeasures = clauseBottom      // measures and money
	ClauseAwards   = clauseEligibility // award eligibility
	ClauseExit     = clauseExit        // exit from long-term management
)
