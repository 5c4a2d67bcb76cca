package app

import (
	"context"
	"io"
	"math"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/export"
	"estateatlas/backend/policy"

	"github.com/paulmach/orb"
)

var assignColumns = []export.Column{
	colEstate, {Name: "status", Chinese: "状态"}, {Name: "host_id", Chinese: "代管依托小区"}, colCompany, {Name: "distance_m", Chinese: "距离（米）"}, {Name: "reason", Chinese: "理由"},
}

// AssignProject assigns by the project's own settings where opts does not say otherwise. Errors: CodeCancelled.
func AssignProject(ctx context.Context, t *domain.Tables, asOf domain.Date, opts assign.Options) (*assign.Result, error) {
	return assign.Run(ctx, policy.Evaluate(t, asOf), opts)
}

// WriteAssignment writes an assignment as CONTRACT.md says for `assign`.
func WriteAssignment(w io.Writer, a *assign.Result, machine bool) error {
	audience := export.ForPeople
	if machine {
		audience = export.ForMachines
	}
	return export.WriteTable(w, audience, assignColumns, a.Cells(machine))
}

// linksOf are the rows as lines from nearest point to nearest point; a row without a host to measure to has none.
func linksOf(a *assign.Result) []domain.ProxyLink {
	ev := a.Evaluation()
	links := make([]domain.ProxyLink, len(a.Rows))
	for i := range a.Rows {
		r := &a.Rows[i]
		l := domain.ProxyLink{EstateID: ev.Estates[r.Estate].ID, CompanyID: companyID(ev, r.Company), Status: string(r.Status)}
		if r.Host != policy.None {
			l.HostID = ev.Estates[r.Host].ID
		}
		if !math.IsNaN(r.DistanceM) {
			from, to := a.Line(r.Estate, r.Host)
			l.DistanceM, l.Line = domain.Some(r.DistanceM), orb.LineString{from, to}
		}
		links[i] = l
	}
	return links
}
