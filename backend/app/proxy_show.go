package app

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"strings"

	"estateatlas/backend/assign"
	"estateatlas/backend/domain"
	"estateatlas/backend/policy"
)

// showRun makes a run's shape for the screens.
func (p *project) showRun(run *assign.Result, ask ProxyAsk) ProxyRunView {
	v := ProxyRunView{
		Ask: ask, AsOf: ask.AsOf, Rows: make([]ProxyRow, len(run.Rows)), Loads: []ProxyLoad{}, Links: []ProxyLink{}, Text: askText(ask),
		Clause: domain.Clause{Document: domain.DocTJ, Place: "六(一)"}, HasBarriers: run.HasBarriers(),
	}
	for i := range run.Rows {
		row := &run.Rows[i]
		v.Rows[i] = p.showRow(run, row, ask)
		if row.Company != policy.None && !math.IsNaN(row.DistanceM) {
			from, to := run.Line(row.Estate, row.Host)
			v.Links = append(v.Links, ProxyLink{
				FID: v.Rows[i].FID, HostFID: v.Rows[i].HostFID, Company: row.Company, DistanceM: row.DistanceM, From: from[:], To: to[:], Override: row.Status == assign.Overridden,
			})
		}
	}
	v.Total = p.totals(run)
	for _, l := range run.Loads() {
		load := ProxyLoad{Company: l.Company, Capacity: -1, Before: LoadView(l.Before), After: LoadView(l.After)}
		if l.Capacity.Known {
			load.Capacity = l.Capacity.Value
		}
		v.Loads = append(v.Loads, load)
	}
	v.Bins = distanceBins(run)
	if c := run.Certificate; c != nil {
		v.Proof = proofOf(c, ask.Keep)
	}
	return v
}

// proofOf words a certificate.
func proofOf(c *assign.Certificate, keep bool) *ProxyProof {
	proof := &ProxyProof{Candidates: c.Candidates, Served: c.Served, Kept: c.Kept, TotalM: float64(c.TotalMM) / 1000, BoundM: float64(c.BoundMM) / 1000}
	total, bound := kilometres(c.TotalMM), kilometres(c.BoundMM)
	if keep {
		proof.Text = domain.Say("已证最优：%[1]d 处中最多可安排 %[2]d 处，其中最多 %[3]d 处可不换企业；距离合计 %[4]s 公里，下界 %[5]s 公里",
			"Proven best: of %[1]d at most %[2]d can be served, of these at most %[3]d without a change; total %[4]s km, lower bound %[5]s km",
			c.Candidates, c.Served, c.Kept, total, bound)
		return proof
	}
	proof.Text = domain.Say("已证最优：%[1]d 处中最多可安排 %[2]d 处；距离合计 %[3]s 公里，下界 %[4]s 公里",
		"Proven best: of %[1]d at most %[2]d can be served; total %[3]s km, lower bound %[4]s km", c.Candidates, c.Served, total, bound)
	return proof
}

func kilometres(mm int64) string { return strconv.FormatFloat(float64(mm)/1e6, 'f', 3, 64) }

func (p *project) showRow(run *assign.Result, row *assign.Row, ask ProxyAsk) ProxyRow {
	estates := p.book.Estates
	r := ProxyRow{
		FID: estates[row.Estate].FID, Status: string(row.Status), Company: row.Company, DistanceM: -1, Present: run.Present(row.Estate),
		NextCompany: policy.None, Cause: string(row.Cause), Why: run.Why(row), Kept: row.Cause == assign.CauseKept, Invalid: row.Cause == assign.CauseOverrideInvalid,
	}
	if row.Pin != policy.None {
		r.Pinned, r.Locked = true, ask.Pins[row.Pin].Locked
	}
	r.Changed = row.Company != policy.None && row.Company != r.Present
	if row.Host != policy.None {
		r.HostFID = estates[row.Host].FID
		r.Crosses = run.Crosses(row.Estate, row.Host)
	}
	if !math.IsNaN(row.DistanceM) {
		r.DistanceM = row.DistanceM
	}
	for _, other := range run.RunnersUp(row, 1) {
		if other.Company != policy.None {
			r.NextFID, r.NextCompany, r.GapM = estates[other.Host].FID, other.Company, other.DistanceM-max(r.DistanceM, 0)
			break
		}
	}
	return r
}

// totals sums a run up.
func (p *project) totals(run *assign.Result) ProxyTotals {
	t := ProxyTotals{Estates: len(run.Rows)}
	for i := range run.Rows {
		row := &run.Rows[i]
		if row.Status == assign.Overridden {
			t.Overridden++
		}
		if row.Company == policy.None {
			t.Unserved++
			continue
		}
		t.Served++
		if row.Company != run.Present(row.Estate) {
			t.Changed++
		}
		if run.Evaluation().SubdistrictOf(row.Estate) != run.Evaluation().SubdistrictOf(row.Host) {
			t.Other++
		}
		if !math.IsNaN(row.DistanceM) {
			t.TotalM += row.DistanceM
			t.WorstM = max(t.WorstM, row.DistanceM)
		}
	}
	if t.Served > 0 {
		t.MeanM = t.TotalM / float64(t.Served)
	}
	for _, l := range run.Loads() {
		if l.Capacity.Known && int64(l.After.Estates) > l.Capacity.Value {
			t.OverCapacity++
		}
	}
	return t
}

// bins is how many classes of distance are shown.
const bins = 10

// distanceBins counts the served by distance, in classes of equal width up to the greatest distance, or to the farthest override.
func distanceBins(run *assign.Result) []ProxyBin {
	most := run.MaxDistanceM()
	for i := range run.Rows {
		if r := &run.Rows[i]; r.Company != policy.None && r.DistanceM > most {
			most = r.DistanceM
		}
	}
	out := make([]ProxyBin, bins)
	for i := range out {
		out[i].FromM, out[i].ToM = most*float64(i)/bins, most*float64(i+1)/bins
	}
	for i := range run.Rows {
		if r := &run.Rows[i]; r.Company != policy.None && !math.IsNaN(r.DistanceM) {
			at := 0
			if most > 0 {
				at = min(bins-1, int(r.DistanceM/most*bins))
			}
			out[at].Count++
		}
	}
	return out
}

// askText says in a sentence what was asked.
func askText(ask ProxyAsk) domain.Text {
	scope := map[string]domain.Text{
		domain.WithinDistrict:          domain.Say("全区就近", "nearest in the district"),
		domain.WithinSubdistrict:       domain.Say("仅本街道", "own subdistrict only"),
		domain.WithinPreferSubdistrict: domain.Say("先本街道", "own subdistrict first"),
	}[ask.Within]
	far := strconv.FormatFloat(ask.MaxDistanceM, 'f', -1, 64)
	parts := []domain.Text{scope, domain.Say("%s 米内", "within %s m", far)}
	switch {
	case ask.Capacity && ask.EachCapacity >= 0:
		parts = append(parts, domain.Say("每家限 %d 处", "at most %d for each company", ask.EachCapacity))
	case ask.Capacity:
		parts = append(parts, domain.Say("按企业上限", "within the companies' capacities"))
	}
	if n := len(ask.Capacities); n > 0 {
		parts = append(parts, domain.Say("另定 %d 家上限", "with limits of their own for %d companies", n))
	}
	if ask.Keep {
		parts = append(parts, domain.Say("从现行出发，多走不超过 %s 米则不换", "from what is in force, kept up to %s m farther", strconv.FormatFloat(ask.KeepM, 'f', -1, 64)))
	}
	if ask.Barriers {
		parts = append(parts, domain.Say("不跨阻隔", "no barrier crossed"))
	}
	if n := len(ask.Pins); n > 0 {
		parts = append(parts, domain.Say("指定 %d 处", "%d chosen by hand", n))
	}
	zh, en := make([]string, len(parts)), make([]string, len(parts))
	for i, part := range parts {
		zh[i], en[i] = part.ZH, part.EN
	}
	return domain.Text{ZH: strings.Join(zh, "，"), EN: strings.Join(en, ", ")}
}

// rowsHash tells whether two runs give every estate to the same host.
func rowsHash(run *assign.Result) string {
	h := sha256.New()
	for i := range run.Rows {
		r := &run.Rows[i]
		host := ""
		if r.Host != policy.None {
			host = run.Evaluation().Estates[r.Host].ID
		}
		fmt.Fprintf(h, "%q %s %q %q\n", run.Evaluation().Estates[r.Estate].ID, r.Status, host, companyID(run.Evaluation(), r.Company))
	}
	return hex.EncodeToString(h.Sum(nil))
}
